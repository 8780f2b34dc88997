/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One post on the wall: who wrote it, its very words, what it answers, and which articles carry it, how. */
#include "config.h"

#include "dateline-reaction-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "dateline-badge.h"
#include "dateline-event.h"
#include "dateline-closures.h"
#include "dateline-context-menu.h"
#include "dateline-reaction-facet.h"
#include "dateline-short-text.h"
#include "dateline-text.h"
#include "dateline-wrap-box.h"

/* Replies that are linked to; a thread of a thousand is read on the wall itself. */
#define MAX_REPLIES 3

/* Passages that a card lists until the reader asks for all, and how many more are not worth a button. */
#define FEW_PASSAGES 5
#define TOLERANCE    1

struct _DatelineReactionCard
{
  GtkWidget parent_instance;

  DatelineSession  *session;
  DatelineReaction *reaction;
  AdwAvatar        *avatar;
  GtkLabel         *name_label;
  GtkWidget        *name_button;
  GtkLabel         *handle_label;
  GtkLabel         *meta_label;
  GtkButton        *clip_button;
  GtkLabel         *text_label;
  DatelineWrapBox  *chips_box;
  GtkBox           *links_box;
  GtkWidget        *more_button;
  GtkWidget        *answers_button; /* NULL if it answers nothing */
  GMenuModel       *context_menu;
  GtkWidget        *popover; /* NULL until it is asked for */
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_REACTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineReactionCard, dateline_reaction_card, GTK_TYPE_WIDGET)

static DatelineNavigator *
get_navigator (DatelineReactionCard *self)
{
  return dateline_session_get_navigator (self->session);
}

static char *
dup_author_name (DatelineReaction *reaction)
{
  DatelinePerson *author = dateline_reaction_get_author (reaction);
  const char *handle = dateline_reaction_get_handle (reaction);

  if (author != NULL && *dateline_person_get_name (author) != '\0')
    return g_strdup (dateline_person_get_name (author));
  if (handle != NULL && *handle != '\0')
    return g_strconcat ("@", handle, NULL);

  return g_strdup (_("Unknown author"));
}

static char *
dup_meta (DatelineReaction *reaction)
{
  DatelineDate *date = dateline_reaction_get_date (reaction);
  const char *platform = dateline_reaction_get_platform (reaction);
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (platform != NULL && *platform != '\0')
    g_ptr_array_add (parts, g_strdup (platform));
  if (dateline_reaction_get_form (reaction) == DATELINE_REACTION_FORM_COMMENT)
    g_ptr_array_add (parts, g_strdup (C_("form of a reaction", "Comment")));
  if (date != NULL)
    g_ptr_array_add (parts, dateline_date_format_short (date));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_chip (DatelineReactionCard  *self,
          DatelineReactionFacet  facet,
          const char            *key,
          const char            *label)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *chip_label = gtk_label_new (NULL);
  g_autofree char *name = g_strdup_printf (_("Filter by %s"), label);

  gtk_label_set_ellipsize (GTK_LABEL (chip_label), PANGO_ELLIPSIZE_END);
  dateline_short_text_show (GTK_LABEL (chip_label), label, DATELINE_SHORT_TEXT_LINE);
  gtk_button_set_child (GTK_BUTTON (chip), chip_label);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, facet == DATELINE_REACTION_FACET_HASHTAG ? "hashtag" : "theme");
  dateline_short_text_tooltip (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "(ss)", dateline_reaction_facet_get_nick (facet), key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "reactions.toggle-filter");
  dateline_wrap_box_append (self->chips_box, chip);
}

static void
add_chips (DatelineReactionCard  *self,
           DatelineReactionFacet  facet)
{
  DatelineStory *story = dateline_session_get_story (self->session);
  g_auto(GStrv) keys = dateline_reaction_facet_dup_keys (facet, self->reaction);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *label = dateline_reaction_facet_dup_label (facet, story, keys[i]);

      add_chip (self, facet, keys[i], label);
    }
}

static void
passage_clicked_cb (GtkWidget *button,
                    gpointer   user_data)
{
  DatelineReactionCard *self = DATELINE_REACTION_CARD (user_data);

  dateline_navigator_show (get_navigator (self), "articles", DATELINE_ITEM (self->reaction),
                           g_object_get_data (G_OBJECT (button), "passage"));
}

static void
item_clicked_cb (GtkWidget *button,
                 gpointer   user_data)
{
  DatelineReactionCard *self = DATELINE_REACTION_CARD (user_data);
  DatelineItem *item = g_object_get_data (G_OBJECT (button), "item");

  dateline_navigator_show (get_navigator (self), DATELINE_IS_EVENT (item) ? "timeline" : "reactions", item, NULL);
}

/* A line below the post that leads somewhere. */
static GtkWidget *
add_link (DatelineReactionCard *self,
          GtkWidget            *image,
          const char           *text,
          const char           *name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  dateline_short_text_show (GTK_LABEL (label), text, DATELINE_SHORT_TEXT_LINE);
  /* Where letters join, a label is wrong about how narrow it can get; it never has to get as narrow as that. */
  gtk_widget_set_size_request (label, 48, -1);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "reaction-link");
  dateline_short_text_tooltip (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_box_append (self->links_box, button);

  return button;
}

static void
add_item_link (DatelineReactionCard *self,
               DatelineItem         *item,
               const char           *icon_name,
               const char           *text)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *button;

  gtk_widget_add_css_class (image, "reaction-link-icon");
  button = add_link (self, image, text, text);
  g_object_set_data_full (G_OBJECT (button), "item", g_object_ref (item), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (item_clicked_cb), self);
  if (item == dateline_reaction_get_answers (self->reaction))
    self->answers_button = button;
}

static void
add_answers (DatelineReactionCard *self)
{
  DatelineItem *answers = dateline_reaction_get_answers (self->reaction);
  GListModel *related = dateline_index_get_related (dateline_session_get_index (self->session),
                                                    DATELINE_ITEM (self->reaction), DATELINE_ITEM_REACTION);
  guint n_replies = 0;

  if (DATELINE_IS_EVENT (answers))
    {
      const char *category = dateline_event_get_category (DATELINE_EVENT (answers));
      g_autofree char *text = g_strdup_printf (_("Answers: %s"), dateline_item_get_label (answers));

      add_item_link (self, answers, dateline_closures_get_category_icon (category), text);
    }
  else if (DATELINE_IS_REACTION (answers))
    {
      g_autofree char *author = dup_author_name (DATELINE_REACTION (answers));
      /* Translators: %s is the author of the post that this one replies to */
      g_autofree char *text = g_strdup_printf (_("In reply to %s"), author);

      add_item_link (self, answers, "dateline-reaction-symbolic", text);
    }

  for (guint i = 0; i < g_list_model_get_n_items (related) && n_replies < MAX_REPLIES; i++)
    {
      g_autoptr(DatelineReaction) reply = g_list_model_get_item (related, i);
      g_autofree char *author = NULL;
      g_autofree char *text = NULL;

      if (dateline_reaction_get_answers (reply) != DATELINE_ITEM (self->reaction))
        continue;

      n_replies++;
      author = dup_author_name (reply);
      /* Translators: %s is the author of a reply to this post */
      text = g_strdup_printf (_("Reply by %s"), author);
      add_item_link (self, DATELINE_ITEM (reply), "dateline-reaction-symbolic", text);
    }
}

static void
add_passage (DatelineReactionCard *self,
             DatelinePassage      *passage)
{
  DatelineArticle *article = dateline_passage_get_article (passage);
  const char *badge = dateline_article_get_badge (article);
  const char *headline = dateline_article_get_headline (article);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  GtkWidget *button;

  switch (dateline_reaction_compare (self->reaction, passage))
    {
    case DATELINE_RENDERING_VERBATIM:
      text = g_strdup (_("Word for word"));
      name = g_strdup_printf (_("Word for word in “%s”"), headline);
      break;
    case DATELINE_RENDERING_EXCERPT:
      text = g_strdup_printf (_("In part in %s: “%s”"), badge, dateline_passage_get_exact (passage));
      name = g_strdup_printf (_("In part in “%s”"), headline);
      break;
    case DATELINE_RENDERING_PARAPHRASE:
    default:
      /* Translators: the letter of an article, and what it says of a post in its own words */
      text = g_strdup_printf (_("Paraphrased in %s: “%s”"), badge, dateline_passage_get_exact (passage));
      name = g_strdup_printf (_("Paraphrased in “%s”"), headline);
    }

  button = add_link (self, dateline_badge_new (article, FALSE), text, name);
  g_object_set_data_full (G_OBJECT (button), "passage", g_object_ref (passage), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (passage_clicked_cb), self);
}

static void
add_passages (DatelineReactionCard *self,
              guint                 first,
              guint                 end)
{
  GListModel *passages = dateline_item_get_passages (DATELINE_ITEM (self->reaction));

  for (guint i = first; i < end; i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);

      add_passage (self, passage);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->links_box), gtk_widget_get_first_child (GTK_WIDGET (self->links_box)) != NULL);
}

static void
more_clicked_cb (DatelineReactionCard *self)
{
  gtk_widget_set_visible (self->more_button, FALSE);
  add_passages (self, FEW_PASSAGES, g_list_model_get_n_items (dateline_item_get_passages (DATELINE_ITEM (self->reaction))));
}

static void
add_first_passages (DatelineReactionCard *self)
{
  guint n = g_list_model_get_n_items (dateline_item_get_passages (DATELINE_ITEM (self->reaction)));
  gboolean all = n <= FEW_PASSAGES + TOLERANCE;
  g_autofree char *label = g_strdup_printf (ngettext ("Show %'u More", "Show %'u More", n - FEW_PASSAGES), n - FEW_PASSAGES);

  add_passages (self, 0, all ? n : FEW_PASSAGES);
  gtk_button_set_label (GTK_BUTTON (self->more_button), label);
  gtk_widget_set_visible (self->more_button, !all);
}

static void
update_clipped (DatelineReactionCard *self)
{
  g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (DATELINE_ITEM (self->reaction));
  gboolean clipped = passage != NULL &&
                     dateline_clippings_find (dateline_session_get_clippings (self->session),
                                              DATELINE_ITEM (self->reaction), passage, NULL);
  const char *name = clipped ? _("In the Clippings") : _("Add to Clippings");

  gtk_button_set_icon_name (self->clip_button, clipped ? "object-select-symbolic" : "dateline-clip-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->clip_button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clip_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  /* What no article tells of cannot be cited. */
  gtk_widget_set_visible (GTK_WIDGET (self->clip_button), passage != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reaction.clip", passage != NULL && !clipped);
}

static void
fill (DatelineReactionCard *self)
{
  const char *url = dateline_reaction_get_url (self->reaction);
  const char *handle = dateline_reaction_get_handle (self->reaction);
  g_autofree char *author = dup_author_name (self->reaction);
  g_autofree char *meta = dup_meta (self->reaction);
  g_autofree char *name = g_strdup_printf (_("%s: %s"), author, dateline_reaction_get_text (self->reaction));

  adw_avatar_set_text (self->avatar, author);
  dateline_short_text_show (self->name_label, author, DATELINE_SHORT_TEXT_LINE);
  if (handle != NULL && *handle != '\0')
    {
      g_autofree char *at_handle = g_strconcat ("@", handle, NULL);

      dateline_short_text_show (self->handle_label, at_handle, DATELINE_SHORT_TEXT_CAPTION);
      gtk_widget_set_visible (GTK_WIDGET (self->handle_label), !g_str_equal (at_handle, author));
    }
  dateline_short_text_show (self->meta_label, meta, DATELINE_SHORT_TEXT_CAPTION);
  dateline_short_text_show (self->text_label, dateline_reaction_get_text (self->reaction), DATELINE_SHORT_TEXT_PAGE);
  gtk_widget_set_visible (GTK_WIDGET (self->meta_label), *meta != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), *dateline_reaction_get_text (self->reaction) != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reaction.show-author",
                                 dateline_reaction_get_author (self->reaction) != NULL);
  /* A file may give any address; only what a browser shows is handed on. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reaction.open-url",
                                 url != NULL && (g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://")));

  add_chips (self, DATELINE_REACTION_FACET_THEME);
  add_chips (self, DATELINE_REACTION_FACET_HASHTAG);
  gtk_widget_set_visible (GTK_WIDGET (self->chips_box), gtk_widget_get_first_child (GTK_WIDGET (self->chips_box)) != NULL);
  add_answers (self);
  add_first_passages (self);
  update_clipped (self);
}

static void
select_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  DatelineReactionCard *self = DATELINE_REACTION_CARD (widget);

  dateline_navigator_select (get_navigator (self), DATELINE_ITEM (self->reaction), NULL);
}

static void
clip_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineReactionCard *self = DATELINE_REACTION_CARD (widget);

  dateline_clippings_add (dateline_session_get_clippings (self->session), DATELINE_ITEM (self->reaction), NULL);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineReactionCard *self = DATELINE_REACTION_CARD (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), dateline_reaction_get_text (self->reaction));
}

static void
show_author_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  DatelineReactionCard *self = DATELINE_REACTION_CARD (widget);

  dateline_navigator_show (get_navigator (self), "people",
                           DATELINE_ITEM (dateline_reaction_get_author (self->reaction)), NULL);
}

static void
open_url_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  DatelineReactionCard *self = DATELINE_REACTION_CARD (widget);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), dateline_reaction_get_url (self->reaction), GDK_CURRENT_TIME);
}

static void
pop_up_menu (DatelineReactionCard *self,
             double                x,
             double                y)
{
  if (self->popover == NULL)
    self->popover = dateline_context_menu_new (GTK_WIDGET (self), self->context_menu);

  dateline_context_menu_set_item (self->popover, DATELINE_ITEM (self->reaction));
  dateline_context_menu_popup (self->popover, x, y);
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  pop_up_menu (DATELINE_REACTION_CARD (widget), 24, 24);
}

static void
pressed_cb (DatelineReactionCard *self,
            int                   n_press,
            double                x,
            double                y,
            GtkGesture           *gesture)
{
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) != GDK_BUTTON_SECONDARY)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up_menu (self, x, y);
}

static void
released_cb (DatelineReactionCard *self,
             int                   n_press,
             double                x,
             double                y,
             GtkGesture           *gesture)
{
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) != GDK_BUTTON_PRIMARY)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "reaction.select", NULL);
}

static void
long_pressed_cb (DatelineReactionCard *self,
                 double                x,
                 double                y)
{
  pop_up_menu (self, x, y);
}

static void
dateline_reaction_card_constructed (GObject *object)
{
  DatelineReactionCard *self = DATELINE_REACTION_CARD (object);

  G_OBJECT_CLASS (dateline_reaction_card_parent_class)->constructed (object);

  g_signal_connect_object (dateline_session_get_clippings (self->session), "items-changed",
                           G_CALLBACK (update_clipped), self, G_CONNECT_SWAPPED);
  fill (self);
}

static void
dateline_reaction_card_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  DatelineReactionCard *self = DATELINE_REACTION_CARD (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_REACTION:
      self->reaction = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_reaction_card_dispose (GObject *object)
{
  DatelineReactionCard *self = DATELINE_REACTION_CARD (object);
  GtkWidget *child;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_REACTION_CARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->reaction);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_reaction_card_parent_class)->dispose (object);
}

static void
dateline_reaction_card_class_init (DatelineReactionCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = dateline_reaction_card_constructed;
  object_class->set_property = dateline_reaction_card_set_property;
  object_class->dispose = dateline_reaction_card_dispose;

  /**
   * DatelineReactionCard:session:
   *
   * The session that the reaction's story is shown by.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DATELINE_TYPE_SESSION,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineReactionCard:reaction:
   *
   * The reaction that is shown.
   */
  properties[PROP_REACTION] =
    g_param_spec_object ("reaction", NULL, NULL, DATELINE_TYPE_REACTION,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DATELINE_TYPE_WRAP_BOX);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-reaction-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionCard, avatar);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionCard, name_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionCard, handle_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionCard, meta_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionCard, clip_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionCard, text_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionCard, chips_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionCard, links_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionCard, more_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionCard, context_menu);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);

  gtk_widget_class_install_action (widget_class, "reaction.select", NULL, select_action);
  gtk_widget_class_install_action (widget_class, "reaction.clip", NULL, clip_action);
  gtk_widget_class_install_action (widget_class, "reaction.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "reaction.show-author", NULL, show_author_action);
  gtk_widget_class_install_action (widget_class, "reaction.open-url", NULL, open_url_action);
  gtk_widget_class_install_action (widget_class, "reaction.menu", NULL, menu_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "reaction.select", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "reaction.select", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "reaction.select", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "reaction.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "reaction.menu", NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "reaction");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
dateline_reaction_card_init (DatelineReactionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_reaction_card_new:
 * @session: the session that the reaction's story is shown by
 * @reaction: the reaction to show
 *
 * Creates a card.
 *
 * Returns: (transfer floating): a new card
 */
GtkWidget *
dateline_reaction_card_new (DatelineSession  *session,
                            DatelineReaction *reaction)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);
  g_return_val_if_fail (DATELINE_IS_REACTION (reaction), NULL);

  return g_object_new (DATELINE_TYPE_REACTION_CARD,
                       "session", session,
                       "reaction", reaction,
                       NULL);
}

/**
 * dateline_reaction_card_get_reaction:
 * @self: a `DatelineReactionCard`
 *
 * The reaction that is shown.
 *
 * Returns: (transfer none): the reaction
 */
DatelineReaction *
dateline_reaction_card_get_reaction (DatelineReactionCard *self)
{
  g_return_val_if_fail (DATELINE_IS_REACTION_CARD (self), NULL);

  return self->reaction;
}

/**
 * dateline_reaction_card_set_selected:
 * @self: a `DatelineReactionCard`
 * @selected: whether it is the reader's selection
 *
 * Marks the card.
 */
void
dateline_reaction_card_set_selected (DatelineReactionCard *self,
                                     gboolean              selected)
{
  g_return_if_fail (DATELINE_IS_REACTION_CARD (self));

  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_SELECTED, selected,
                               -1);
}

/**
 * dateline_reaction_card_set_grouped:
 * @self: a `DatelineReactionCard`
 * @grouped: whether the card hangs under the event that it answers
 *
 * Leaves out what the heading of the group says already.
 */
void
dateline_reaction_card_set_grouped (DatelineReactionCard *self,
                                    gboolean              grouped)
{
  g_return_if_fail (DATELINE_IS_REACTION_CARD (self));

  if (self->answers_button != NULL)
    gtk_widget_set_visible (self->answers_button,
                            !grouped || !DATELINE_IS_EVENT (dateline_reaction_get_answers (self->reaction)));
}
