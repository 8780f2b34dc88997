/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One fact about a person in a list: a quote, a post, an event, or a sentence that names them; each leads to its
 * evidence. */
#include "config.h"

#include "dateline-fact-row.h"

#include <string.h>
#include <glib/gi18n.h>

#include "dateline-article.h"
#include "dateline-badge.h"
#include "dateline-closures.h"
#include "dateline-context-menu.h"
#include "dateline-event.h"
#include "dateline-passage-chip.h"
#include "dateline-quote.h"
#include "dateline-reaction.h"
#include "dateline-short-text.h"
#include "dateline-wrap-box.h"

/* Articles whose badges an event shows. */
#define MAX_BADGES 8

struct _DatelineFactRow
{
  GtkListBoxRow parent_instance;

  DatelineSession *session;
  DatelineItem    *about;   /* NULL where the list is about nobody */
  DatelineItem    *item;
  DatelinePassage *passage; /* NULL for what no article tells of */
  char            *text;
  GtkBox          *start_box;
  GtkLabel        *text_label;
  GtkLabel        *meta_label;
  DatelineWrapBox *badges_box;
  GtkWidget       *clip_button;
  GMenuModel      *context_menu;
  GtkWidget       *popover; /* NULL until it is asked for */
};

G_DEFINE_FINAL_TYPE (DatelineFactRow, dateline_fact_row, GTK_TYPE_LIST_BOX_ROW)

/* What a clipping of this row is cut from: a quote or a post as such, else the sentence. */
static DatelinePassage *
dup_clip_passage (DatelineFactRow *self)
{
  if (self->passage == NULL)
    return NULL;
  if (DATELINE_IS_QUOTE (self->item) || DATELINE_IS_REACTION (self->item))
    return g_object_ref (self->passage);

  return dateline_passage_dup_sentence (self->passage);
}

static void
set_text (DatelineFactRow *self,
          const char      *text)
{
  self->text = g_strdup (text);
  dateline_short_text_show (self->text_label, text, DATELINE_SHORT_TEXT_PARAGRAPH);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static void
take_meta (DatelineFactRow *self,
           GPtrArray       *parts)
{
  g_autofree char *meta = NULL;

  g_ptr_array_add (parts, NULL);
  meta = g_strjoinv (" · ", (char **) parts->pdata);
  dateline_short_text_show (self->meta_label, meta, DATELINE_SHORT_TEXT_CAPTION);
  gtk_widget_set_visible (GTK_WIDGET (self->meta_label), *meta != '\0');
  g_ptr_array_unref (parts);
}

static void
add_badge (DatelineFactRow *self)
{
  if (self->passage != NULL)
    gtk_box_append (self->start_box, dateline_badge_new (dateline_passage_get_article (self->passage), FALSE));
}

/* The sentence, with the words of the passage standing out. */
static void
fill_sentence (DatelineFactRow *self)
{
  g_autoptr(DatelinePassage) sentence = dateline_passage_dup_sentence (self->passage);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  const char *text = dateline_passage_get_exact (sentence);
  const char *from = g_utf8_offset_to_pointer (text, dateline_passage_get_start (self->passage) -
                                                       dateline_passage_get_start (sentence));
  gsize start = (gsize) (from - text);
  gsize end = MIN (start + strlen (dateline_passage_get_exact (self->passage)), strlen (text));
  g_autofree char *shown = dateline_short_text_dup_at (text, DATELINE_SHORT_TEXT_PARAGRAPH, &start, &end);

  bold->start_index = (guint) start;
  bold->end_index = (guint) end;
  pango_attr_list_insert (attributes, bold);
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (self->text_label, attributes);
  set_text (self, text);
  gtk_label_set_label (self->text_label, shown);
  add_badge (self);
}

static void
fill_quote (DatelineFactRow *self)
{
  DatelineQuote *quote = DATELINE_QUOTE (self->item);
  GPtrArray *meta = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  if (dateline_quote_get_direct (quote))
    text = g_strdup_printf (C_("quotation", "“%s”"), dateline_quote_get_text (quote));
  else
    text = g_strdup (dateline_quote_get_text (quote));
  /* On the page of a person their own name says nothing. */
  if (dateline_quote_get_speaker (quote) != NULL && DATELINE_ITEM (dateline_quote_get_speaker (quote)) != self->about)
    g_ptr_array_add (meta, g_strdup (dateline_person_get_name (dateline_quote_get_speaker (quote))));
  if (!dateline_quote_get_direct (quote))
    g_ptr_array_add (meta, g_strdup (C_("quote", "indirect")));
  if (dateline_quote_get_event (quote) != NULL)
    g_ptr_array_add (meta, g_strdup (dateline_event_get_title (dateline_quote_get_event (quote))));

  set_text (self, text);
  take_meta (self, meta);
  add_badge (self);
  if (dateline_quote_get_direct (quote))
    gtk_widget_add_css_class (GTK_WIDGET (self->text_label), "fact-quote");
}

static void
add_icon (DatelineFactRow *self,
          const char      *icon_name)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (image, "fact-icon");
  gtk_box_append (self->start_box, image);
}

/* One badge an article, each leading to where it first tells of it. */
static void
add_badges (DatelineFactRow *self)
{
  GListModel *passages = dateline_item_get_passages (self->item);
  DatelineArticle *articles[MAX_BADGES];
  guint n_articles = 0;

  for (guint i = 0; i < g_list_model_get_n_items (passages) && n_articles < MAX_BADGES; i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);
      gboolean seen = FALSE;

      for (guint j = 0; j < n_articles; j++)
        seen = seen || articles[j] == dateline_passage_get_article (passage);
      if (seen)
        continue;

      articles[n_articles++] = dateline_passage_get_article (passage);
      dateline_wrap_box_append (self->badges_box,
                                dateline_passage_chip_new (self->session, self->item, passage, NULL, 0));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->badges_box), n_articles > 0);
}

static void
fill_reaction (DatelineFactRow *self)
{
  DatelineReaction *reaction = DATELINE_REACTION (self->item);
  GPtrArray *meta = g_ptr_array_new_with_free_func (g_free);

  if (*dateline_reaction_get_platform (reaction) != '\0')
    g_ptr_array_add (meta, g_strdup (dateline_reaction_get_platform (reaction)));
  if (dateline_reaction_get_date (reaction) != NULL)
    g_ptr_array_add (meta, dateline_date_format_short (dateline_reaction_get_date (reaction)));

  set_text (self, dateline_reaction_get_text (reaction));
  take_meta (self, meta);
  add_icon (self, "dateline-reaction-symbolic");
  add_badges (self);
}

static void
fill_event (DatelineFactRow *self)
{
  DatelineEvent *event = DATELINE_EVENT (self->item);
  GPtrArray *meta = g_ptr_array_new_with_free_func (g_free);

  if (dateline_event_get_date (event) != NULL)
    g_ptr_array_add (meta, dateline_date_format (dateline_event_get_date (event)));
  if (dateline_event_get_place (event) != NULL && *dateline_event_get_place (event) != '\0')
    g_ptr_array_add (meta, g_strdup (dateline_event_get_place (event)));

  set_text (self, dateline_event_get_title (event));
  take_meta (self, meta);
  add_icon (self, dateline_closures_get_category_icon (dateline_event_get_category (event)));
  add_badges (self);
}

static void
show_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineFactRow *self = DATELINE_FACT_ROW (widget);
  DatelineNavigator *navigator = dateline_session_get_navigator (self->session);

  if (DATELINE_IS_EVENT (self->item))
    dateline_navigator_show (navigator, "timeline", self->item, NULL);
  else if (DATELINE_IS_REACTION (self->item))
    dateline_navigator_show (navigator, "reactions", self->item, NULL);
  else
    dateline_navigator_show (navigator, "articles", self->item, self->passage);
}

static void
clip_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineFactRow *self = DATELINE_FACT_ROW (widget);
  g_autoptr(DatelinePassage) passage = dup_clip_passage (self);

  dateline_clippings_add (dateline_session_get_clippings (self->session), self->item, passage);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          DATELINE_FACT_ROW (widget)->text);
}

static void
pop_up_menu (DatelineFactRow *self,
             double           x,
             double           y)
{
  if (self->popover == NULL)
    self->popover = dateline_context_menu_new (GTK_WIDGET (self), self->context_menu);

  dateline_context_menu_set_item (self->popover, dateline_fact_row_get_item (self));
  dateline_context_menu_popup (self->popover, x, y);
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  pop_up_menu (DATELINE_FACT_ROW (widget), 24, 24);
}

static void
pressed_cb (DatelineFactRow *self,
            int              n_press,
            double           x,
            double           y,
            GtkGesture      *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up_menu (self, x, y);
}

static void
long_pressed_cb (DatelineFactRow *self,
                 double           x,
                 double           y)
{
  pop_up_menu (self, x, y);
}

static void
update_clipped (DatelineFactRow *self)
{
  g_autoptr(DatelinePassage) passage = dup_clip_passage (self);
  gboolean clipped = passage != NULL &&
                     dateline_clippings_find (dateline_session_get_clippings (self->session), self->item, passage, NULL);
  const char *name = clipped ? _("In the Clippings") : _("Add to Clippings");

  gtk_button_set_icon_name (GTK_BUTTON (self->clip_button), clipped ? "object-select-symbolic" : "dateline-clip-symbolic");
  gtk_widget_set_tooltip_text (self->clip_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clip_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_set_visible (self->clip_button, passage != NULL && !DATELINE_IS_EVENT (self->item));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fact.clip", passage != NULL && !clipped);
}

static void
dateline_fact_row_dispose (GObject *object)
{
  DatelineFactRow *self = DATELINE_FACT_ROW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->passage);
  g_clear_object (&self->item);
  g_clear_object (&self->about);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_fact_row_parent_class)->dispose (object);
}

static void
dateline_fact_row_finalize (GObject *object)
{
  DatelineFactRow *self = DATELINE_FACT_ROW (object);

  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (dateline_fact_row_parent_class)->finalize (object);
}

static void
dateline_fact_row_class_init (DatelineFactRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_fact_row_dispose;
  object_class->finalize = dateline_fact_row_finalize;

  g_type_ensure (DATELINE_TYPE_WRAP_BOX);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineFactRow, start_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineFactRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineFactRow, meta_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineFactRow, badges_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineFactRow, clip_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineFactRow, context_menu);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);

  gtk_widget_class_install_action (widget_class, "fact.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "fact.clip", NULL, clip_action);
  gtk_widget_class_install_action (widget_class, "fact.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "fact.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "fact.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "fact.menu", NULL);
}

static void
dateline_fact_row_init (DatelineFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_fact_row_new:
 * @session: the session that the story is shown by
 * @about: (nullable): whom or what the list is about
 * @fact: a `DatelineQuote`, `DatelineReaction` or `DatelineEvent`, or a `DatelinePassage` that names @about
 *
 * Creates a row.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
dateline_fact_row_new (DatelineSession *session,
                       DatelineItem    *about,
                       GObject         *fact)
{
  DatelineFactRow *self;

  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);
  g_return_val_if_fail (about == NULL || DATELINE_IS_ITEM (about), NULL);
  g_return_val_if_fail (DATELINE_IS_ITEM (fact) || (DATELINE_IS_PASSAGE (fact) && about != NULL), NULL);

  self = g_object_new (DATELINE_TYPE_FACT_ROW, NULL);
  g_set_object (&self->session, session);
  g_set_object (&self->about, about);
  if (DATELINE_IS_PASSAGE (fact))
    {
      g_set_object (&self->item, about);
      g_set_object (&self->passage, DATELINE_PASSAGE (fact));
    }
  else
    {
      g_set_object (&self->item, DATELINE_ITEM (fact));
      self->passage = dateline_item_dup_first_passage (self->item);
    }

  if (DATELINE_IS_EVENT (fact))
    fill_event (self);
  else if (DATELINE_IS_REACTION (fact))
    fill_reaction (self);
  else if (DATELINE_IS_QUOTE (fact))
    fill_quote (self);
  else if (self->passage != NULL)
    fill_sentence (self);

  g_signal_connect_object (dateline_session_get_clippings (session), "items-changed",
                           G_CALLBACK (update_clipped), self, G_CONNECT_SWAPPED);
  update_clipped (self);

  return GTK_WIDGET (self);
}

/**
 * dateline_fact_row_get_item:
 * @self: a `DatelineFactRow`
 *
 * What the row tells of.
 *
 * Returns: (transfer none): the item
 */
DatelineItem *
dateline_fact_row_get_item (DatelineFactRow *self)
{
  g_return_val_if_fail (DATELINE_IS_FACT_ROW (self), NULL);

  return self->item;
}
