/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is made of the words that the reader selected: one edit, after which the new item is selected and its form open. */
#include "config.h"

#include "dateline-reader-box-private.h"

#include <glib/gi18n.h>

#include "dateline-item-popover.h"
#include "dateline-passage-context.h"
#include "dateline-passage-edit.h"
#include "dateline-value-popover.h"
#include "dateline-window.h"

static DatelineStory *
get_story (DatelineReaderBox *self)
{
  return dateline_session_get_story (self->session);
}

static void
say (DatelineReaderBox *self,
     const char        *message)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  /* The title of a toast is markup. */
  g_autofree char *markup = g_markup_escape_text (message, -1);

  if (DATELINE_IS_WINDOW (root))
    dateline_window_add_toast (DATELINE_WINDOW (root), adw_toast_new (markup));
}

/* The words that are selected; else those of the mark that the keyboard is at; else the sentence of the context menu. */
static DatelinePassage *
dup_words (DatelineReaderBox *self)
{
  DatelinePassage *words = self->text != NULL ? dateline_article_text_dup_words (self->text) : NULL;

  if (words == NULL && self->place != NULL)
    words = g_object_ref (self->place);
  if (words == NULL)
    say (self, _("Select words of the article first"));

  return words;
}

/* The passage of @item in the article that is read, that is nearest to the end: the one that was added. */
static DatelinePassage *
dup_last_passage (DatelineItem *item)
{
  GListModel *passages = dateline_item_get_passages (item);
  guint n = g_list_model_get_n_items (passages);

  return n > 0 ? g_list_model_get_item (passages, n - 1) : NULL;
}

/* The edit may have waited until the reader had said where the story is to be kept. */
static void
edited_cb (DatelineReaderBox *self)
{
  DatelineItem *item = self->awaited_id != NULL ? dateline_story_lookup (get_story (self), self->awaited_id) : NULL;
  g_autoptr(DatelinePassage) passage = NULL;

  if (item == NULL)
    return;

  g_clear_pointer (&self->awaited_id, g_free);
  passage = dup_last_passage (item);
  dateline_article_text_unselect (self->text);
  dateline_navigator_select (dateline_session_get_navigator (self->session), item, passage);
  /* What the words did not tell is filled in beside them. */
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-new", NULL);
}

static void
apply (DatelineReaderBox *self,
       DatelineEdit      *edit,
       const char        *id,
       const char        *title,
       const GError      *error)
{
  DatelineEditor *editor = dateline_editor_get (GTK_WIDGET (self));

  if (edit == NULL)
    {
      say (self, error->message);
      return;
    }

  g_free (self->awaited_id);
  self->awaited_id = g_strdup (id);
  _dateline_reader_box_close_bar (self);
  if (editor != NULL)
    dateline_editor_apply (editor, edit, title);
}

static void
make_item (DatelineReaderBox *self,
           DatelineItemKind   kind,
           const char        *title)
{
  g_autoptr(DatelinePassage) words = dup_words (self);
  g_autoptr(DatelineEdit) edit = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  if (words == NULL)
    return;

  edit = dateline_passage_edit_new_item (dateline_session_get_index (self->session), get_story (self), words, kind, &id, &error);
  if (kind == DATELINE_ITEM_PERSON && id != NULL && dateline_story_lookup (get_story (self), id) != NULL)
    {
      /* Translators: %s is a name */
      g_autofree char *mention = g_strdup_printf (_("Mention of %s added"),
                                                  dateline_item_get_label (dateline_story_lookup (get_story (self), id)));

      apply (self, edit, id, mention, error);
      return;
    }
  apply (self, edit, id, title, error);
}

static void
new_event_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  make_item (DATELINE_READER_BOX (widget), DATELINE_ITEM_EVENT, _("Event added"));
}

static void
new_quote_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  make_item (DATELINE_READER_BOX (widget), DATELINE_ITEM_QUOTE, _("Quote added"));
}

static void
new_person_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  make_item (DATELINE_READER_BOX (widget), DATELINE_ITEM_PERSON, _("Person added"));
}

/* -- What has to be chosen first -- */

static void
popover_closed_cb (DatelineReaderBox *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* Puts a popover beside the words that it is about. */
static void
add_popover (DatelineReaderBox *self,
             GtkWidget         *popover,
             DatelinePassage   *words)
{
  GdkRectangle area = _dateline_reader_box_get_area (self);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = popover;
  area.y = CLAMP (area.y, 0, gtk_widget_get_height (GTK_WIDGET (self)) - 1);
  area.height = MIN (area.height, gtk_widget_get_height (GTK_WIDGET (self)) - area.y);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &area);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  g_object_set_data_full (G_OBJECT (popover), "words", g_object_ref (words), g_object_unref);
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  _dateline_reader_box_close_bar (self);
}

static DatelineItemPopover *
create_popover (DatelineReaderBox *self,
                guint              kinds,
                const char        *title,
                DatelinePassage   *words)
{
  DatelineItemPopover *popover = dateline_item_popover_new (self->session, kinds, title);

  add_popover (self, GTK_WIDGET (popover), words);

  return popover;
}

static void
add_reaction (DatelineReaderBox *self,
              DatelinePassage   *words,
              DatelinePerson    *author,
              const char        *name)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr(DatelineEdit) edit = dateline_passage_edit_new_reaction (get_story (self), words, author, name, &id, &error);

  apply (self, edit, id, _("Reaction added"), error);
}

static void
author_chosen_cb (DatelineReaderBox   *self,
                  DatelineItem        *author,
                  DatelineItemPopover *popover)
{
  add_reaction (self, g_object_get_data (G_OBJECT (popover), "words"), DATELINE_PERSON (author), NULL);
}

static void
author_named_cb (DatelineReaderBox   *self,
                 const char          *name,
                 DatelineItemPopover *popover)
{
  add_reaction (self, g_object_get_data (G_OBJECT (popover), "words"), NULL, name);
}

static void
new_reaction_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  DatelineReaderBox *self = DATELINE_READER_BOX (widget);
  g_autoptr(DatelinePassage) words = dup_words (self);
  DatelineItemPopover *popover;

  if (words == NULL)
    return;
  /* The line under a post says who wrote it. */
  if (dateline_passage_context_find_byline (words) != G_MAXUINT)
    {
      add_reaction (self, words, NULL, NULL);
      return;
    }

  popover = create_popover (self, 1u << DATELINE_ITEM_PERSON, _("Who Wrote This?"), words);
  dateline_item_popover_offer_new (popover, _("Unknown Author"),
                                   /* Translators: %s is a name that was typed */
                                   _("New Person “%s”"));
  g_signal_connect_object (popover, "chosen", G_CALLBACK (author_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "new-asked", G_CALLBACK (author_named_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
value_entered_cb (DatelineReaderBox    *self,
                  DatelineQuantity     *quantity,
                  const char           *unit,
                  DatelineValuePopover *popover)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr(DatelineEdit) edit = dateline_passage_edit_new_account_of (g_object_get_data (G_OBJECT (popover), "words"),
                                                                       dateline_value_popover_get_claim (popover),
                                                                       quantity, unit, &id, &error);

  apply (self, edit, id, _("Account added"), error);
}

/* One popover goes after the other: GTK is still closing the one that asked before. */
static gboolean
ask_value_cb (gpointer user_data)
{
  DatelineReaderBox *self = DATELINE_READER_BOX (user_data);

  self->ask_id = 0;
  gtk_popover_popup (GTK_POPOVER (self->popover));

  return G_SOURCE_REMOVE;
}

static void
ask_value (DatelineReaderBox *self,
           DatelinePassage   *words,
           DatelineClaim     *claim)
{
  g_autoptr(DatelinePassage) kept = g_object_ref (words);
  DatelineValuePopover *popover = dateline_value_popover_new (claim, dateline_passage_get_exact (words));

  add_popover (self, GTK_WIDGET (popover), kept);
  g_signal_connect_object (popover, "entered", G_CALLBACK (value_entered_cb), self, G_CONNECT_SWAPPED);
  if (self->ask_id == 0)
    self->ask_id = g_idle_add (ask_value_cb, self);
}

static void
add_account (DatelineReaderBox *self,
             DatelinePassage   *words,
             DatelineClaim     *claim,
             const char        *question)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr(DatelineEdit) edit = dateline_passage_edit_new_account (words, claim, question, &id, &error);

  if (g_error_matches (error, DATELINE_PASSAGE_EDIT_ERROR, DATELINE_PASSAGE_EDIT_ERROR_NO_VALUE))
    {
      ask_value (self, words, claim);
      return;
    }
  apply (self, edit, id, claim != NULL ? _("Account added") : _("Claim added"), error);
}

static void
claim_chosen_cb (DatelineReaderBox   *self,
                 DatelineItem        *claim,
                 DatelineItemPopover *popover)
{
  add_account (self, g_object_get_data (G_OBJECT (popover), "words"), DATELINE_CLAIM (claim), NULL);
}

static void
claim_asked_cb (DatelineReaderBox   *self,
                const char          *question,
                DatelineItemPopover *popover)
{
  add_account (self, g_object_get_data (G_OBJECT (popover), "words"), NULL, question);
}

static void
new_account_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  DatelineReaderBox *self = DATELINE_READER_BOX (widget);
  g_autoptr(DatelinePassage) words = dup_words (self);
  DatelineItemPopover *popover;

  if (words == NULL)
    return;

  popover = create_popover (self, 1u << DATELINE_ITEM_CLAIM, _("Which Question Does This Answer?"), words);
  dateline_item_popover_offer_new (popover, _("New Claim"),
                                   /* Translators: %s is a question that was typed */
                                   _("New Claim “%s”"));
  g_signal_connect_object (popover, "chosen", G_CALLBACK (claim_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "new-asked", G_CALLBACK (claim_asked_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
item_chosen_cb (DatelineReaderBox   *self,
                DatelineItem        *item,
                DatelineItemPopover *popover)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  DatelinePassage *words = g_object_get_data (G_OBJECT (popover), "words");
  g_autoptr(DatelineEdit) edit = NULL;

  if (DATELINE_IS_CLAIM (item))
    {
      add_account (self, words, DATELINE_CLAIM (item), NULL);
      return;
    }

  edit = dateline_passage_edit_add_evidence (words, item, &id, &error);
  apply (self, edit, id, _("Evidence added"), error);
}

static void
add_evidence_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  DatelineReaderBox *self = DATELINE_READER_BOX (widget);
  g_autoptr(DatelinePassage) words = dup_words (self);
  DatelineItemPopover *popover;

  if (words == NULL)
    return;

  popover = create_popover (self, 1u << DATELINE_ITEM_EVENT | 1u << DATELINE_ITEM_PERSON | 1u << DATELINE_ITEM_QUOTE |
                                    1u << DATELINE_ITEM_REACTION | 1u << DATELINE_ITEM_CLAIM,
                            _("Add as Evidence To"), words);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (item_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
_dateline_reader_box_class_actions_init (DatelineReaderBoxClass *klass)
{
  static const struct
  {
    guint       key;
    const char *action;
  } keys[] = {
    { GDK_KEY_v, "reader.new-event" }, { GDK_KEY_q, "reader.new-quote" }, { GDK_KEY_p, "reader.new-person" },
    { GDK_KEY_r, "reader.new-reaction" }, { GDK_KEY_k, "reader.new-account" }, { GDK_KEY_l, "reader.add-evidence" },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "reader.new-event", NULL, new_event_action);
  gtk_widget_class_install_action (widget_class, "reader.new-quote", NULL, new_quote_action);
  gtk_widget_class_install_action (widget_class, "reader.new-person", NULL, new_person_action);
  gtk_widget_class_install_action (widget_class, "reader.new-reaction", NULL, new_reaction_action);
  gtk_widget_class_install_action (widget_class, "reader.new-account", NULL, new_account_action);
  gtk_widget_class_install_action (widget_class, "reader.add-evidence", NULL, add_evidence_action);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK | GDK_SHIFT_MASK, keys[i].action, NULL);
}

void
_dateline_reader_box_actions_connect (DatelineReaderBox *self)
{
  g_signal_connect_object (self->session, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
}

void
_dateline_reader_box_actions_dispose (DatelineReaderBox *self)
{
  g_clear_handle_id (&self->ask_id, g_source_remove);
  g_clear_pointer (&self->awaited_id, g_free);
}
