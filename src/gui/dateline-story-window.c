/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the story is about and what it holds, and what of its file could not be read. */
#include "config.h"

#include "dateline-story-window.h"

#include <glib/gi18n.h>

#include "dateline-badge.h"
#include "dateline-focus-keeper.h"
#include "dateline-follower.h"
#include "dateline-library-folder.h"
#include "dateline-show-file.h"
#include "dateline-short-text.h"

struct _DatelineStoryWindow
{
  AdwWindow parent_instance;

  DatelineSession     *session;
  AdwPreferencesGroup *story_group;
  AdwPreferencesGroup *place_group;
  AdwPreferencesGroup *counts_group;
  AdwPreferencesGroup *articles_group;
  AdwPreferencesGroup *warnings_group;
  GtkLabel            *description_label;
  GPtrArray           *rows; /* AdwActionRow (unowned, held by their groups): what follows the story */
};

G_DEFINE_FINAL_TYPE (DatelineStoryWindow, dateline_story_window, ADW_TYPE_WINDOW)

static void
dateline_story_window_dispose (GObject *object)
{
  DatelineStoryWindow *self = DATELINE_STORY_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_STORY_WINDOW);

  G_OBJECT_CLASS (dateline_story_window_parent_class)->dispose (object);
}

static void
dateline_story_window_class_init (DatelineStoryWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_story_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-story-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineStoryWindow, story_group);
  gtk_widget_class_bind_template_child (widget_class, DatelineStoryWindow, place_group);
  gtk_widget_class_bind_template_child (widget_class, DatelineStoryWindow, counts_group);
  gtk_widget_class_bind_template_child (widget_class, DatelineStoryWindow, articles_group);
  gtk_widget_class_bind_template_child (widget_class, DatelineStoryWindow, warnings_group);
  gtk_widget_class_bind_template_child (widget_class, DatelineStoryWindow, description_label);
}

static void
dateline_story_window_init (DatelineStoryWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
count_activated_cb (AdwActionRow *row,
                    gpointer      user_data)
{
  DatelineStoryWindow *self = DATELINE_STORY_WINDOW (user_data);

  dateline_navigator_set_view (dateline_session_get_navigator (self->session),
                               g_object_get_data (G_OBJECT (row), "view"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
article_activated_cb (AdwActionRow *row,
                      gpointer      user_data)
{
  DatelineStoryWindow *self = DATELINE_STORY_WINDOW (user_data);

  dateline_navigator_show (dateline_session_get_navigator (self->session), "articles",
                           g_object_get_data (G_OBJECT (row), "article"), NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static AdwActionRow *
add_row (AdwPreferencesGroup *group,
         const char          *title)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *shown = dateline_short_text_dup (title, DATELINE_SHORT_TEXT_LINE);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), shown);
  adw_preferences_group_add (group, row);

  return ADW_ACTION_ROW (row);
}

/* A row that goes to the view where the items are shown; @view is a literal. */
static void
add_count (DatelineStoryWindow *self,
           const char          *title,
           GListModel          *items,
           const char          *view,
           const char          *icon)
{
  AdwActionRow *row = add_row (self->counts_group, title);
  g_autofree char *count = g_strdup_printf ("%'u", g_list_model_get_n_items (items));
  GtkWidget *label = gtk_label_new (count);

  g_ptr_array_add (self->rows, row);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_prefix (row, gtk_image_new_from_icon_name (icon));
  adw_action_row_add_suffix (row, label);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "view", (gpointer) view);
  g_signal_connect (row, "activated", G_CALLBACK (count_activated_cb), self);
}

static void
show_clicked_cb (DatelineStoryWindow *self,
                 GtkWidget           *button)
{
  dateline_show_file (g_object_get_data (G_OBJECT (button), "file"), GTK_WINDOW (self));
}

static void
add_place (DatelineStoryWindow *self,
           GFile               *file)
{
  g_autofree char *place = file != NULL ? dateline_library_folder_dup_display (file) : NULL;
  g_autofree char *words = NULL;
  AdwActionRow *row;
  GtkWidget *button;

  if (file == NULL)
    words = g_strdup (_("Example, read-only"));
  else if (!dateline_session_get_is_kept (self->session))
    /* Translators: %s is the path of a file */
    words = g_strdup_printf (_("%s, read-only"), place);
  else
    words = g_steal_pointer (&place);
  row = add_row (self->place_group, words);
  if (file == NULL)
    return;

  button = gtk_button_new_from_icon_name ("folder-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Show in Files"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show in Files"), -1);
  g_object_set_data_full (G_OBJECT (button), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

static void
add_articles (DatelineStoryWindow *self)
{
  GListModel *articles = dateline_story_get_articles (dateline_session_get_story (self->session));

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, i);
      AdwActionRow *row = add_row (self->articles_group, dateline_article_get_headline (article));
      DatelineDate *published = dateline_article_get_published (article);
      const char *publisher = dateline_article_get_publisher (article);
      g_autofree char *date = published != NULL ? dateline_date_format (published) : g_strdup (_("Date unknown"));
      g_autofree char *shown = NULL;
      g_autofree char *subtitle = NULL;

      g_ptr_array_add (self->rows, row);
      /* Translators: a publisher and a date */
      shown = dateline_short_text_dup (publisher, DATELINE_SHORT_TEXT_LINE);
      subtitle = g_strdup_printf (_("%s, %s"), *publisher != '\0' ? shown : _("Publisher unknown"), date);
      adw_action_row_set_subtitle (row, subtitle);
      adw_action_row_add_prefix (row, dateline_badge_new (article, FALSE));
      adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "article", g_object_ref (article), g_object_unref);
      g_signal_connect (row, "activated", G_CALLBACK (article_activated_cb), self);
    }
}

static void
fill (DatelineStoryWindow *self)
{
  DatelineStory *story = dateline_session_get_story (self->session);
  g_autofree char *shown = dateline_short_text_dup (dateline_story_get_title (story), DATELINE_SHORT_TEXT_LINE);
  g_autofree char *title = g_markup_escape_text (shown, -1);

  /* The title of an AdwPreferencesGroup is markup. */
  adw_preferences_group_set_title (self->story_group, title);
  dateline_short_text_show (self->description_label, dateline_story_get_description (story), DATELINE_SHORT_TEXT_PAGE);
  add_count (self, _("Events"), dateline_story_get_events (story), "timeline", "dateline-timeline-symbolic");
  add_count (self, _("People"), dateline_story_get_people (story), "people", "dateline-people-symbolic");
  add_count (self, _("Quotes"), dateline_story_get_quotes (story), "articles", "dateline-quote-symbolic");
  add_count (self, _("Reactions"), dateline_story_get_reactions (story), "reactions", "dateline-reactions-symbolic");
  add_count (self, _("Claims"), dateline_story_get_claims (story), "compare", "dateline-compare-symbolic");
  add_articles (self);
}

static void
refresh (gpointer widget)
{
  DatelineStoryWindow *self = DATELINE_STORY_WINDOW (widget);

  dateline_focus_keeper_hold (GTK_WIDGET (self));
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  fill (self);
}

/**
 * dateline_story_window_new:
 * @session: the session whose story it is
 * @file: (nullable): where the story is kept; %NULL for the bundled one
 * @warnings: (array zero-terminated=1) (nullable): what of the file was left out
 *
 * Creates the window.
 *
 * Returns: (transfer full): a new window
 */
DatelineStoryWindow *
dateline_story_window_new (DatelineSession    *session,
                           GFile              *file,
                           const char * const *warnings)
{
  DatelineStoryWindow *self;

  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);

  self = g_object_new (DATELINE_TYPE_STORY_WINDOW, NULL);
  self->session = g_object_ref (session);
  add_place (self, file);
  fill (self);
  dateline_follower_attach (GTK_WIDGET (self), dateline_session_get_story (session), refresh);

  for (guint i = 0; warnings != NULL && warnings[i] != NULL; i++)
    add_row (self->warnings_group, warnings[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->warnings_group), warnings != NULL && warnings[0] != NULL);

  return self;
}
