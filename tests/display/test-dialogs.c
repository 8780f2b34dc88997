/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The windows beside the story: preferences take effect, the story's page counts and leads on, shortcuts open. */
#include "config.h"

#include "kit.h"

static GtkWindow *
find_dialog (DatelineWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (toplevel != GTK_WINDOW (window) && gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window))
        return toplevel;
    }

  return NULL;
}

static GtkWindow *
open_dialog (DatelineWindow *window,
             const char     *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  KIT_UNTIL (find_dialog (window) != NULL && gtk_widget_get_mapped (GTK_WIDGET (find_dialog (window))));

  return find_dialog (window);
}

static void
close_dialog (GtkWindow *dialog)
{
  gpointer weak = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &weak);
  gtk_window_close (dialog);
  KIT_UNTIL (weak == NULL);
}

static void
test_preferences (void)
{
  DatelineWindow *window = kit_open_window (NULL);
  DatelineSettings *settings = dateline_application_get_settings (DATELINE_APPLICATION (g_application_get_default ()));
  GtkWindow *dialog = open_dialog (window, "app.preferences");
  GtkWidget *size = kit_find (GTK_WIDGET (dialog), GTK_TYPE_SPIN_BUTTON, "text_size_button");
  GtkWidget *style = kit_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "citation_style_row");
  GtkWidget *scheme = kit_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "color_scheme_row");
  GtkWidget *reset = kit_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "reset_button");
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (size), 21);
  g_assert_cmpint (dateline_settings_get_int (settings, "text-size"), ==, 21);

  adw_combo_row_set_selected (ADW_COMBO_ROW (style), 1);
  g_assert_cmpstr (dateline_settings_get_string (settings, "citation-style"), ==, "mla");

  adw_combo_row_set_selected (ADW_COMBO_ROW (scheme), 2);
  g_assert_true (adw_style_manager_get_dark (manager));

  g_signal_emit_by_name (reset, "clicked");
  g_assert_cmpint (dateline_settings_get_int (settings, "text-size"), ==, 17);
  g_assert_cmpstr (dateline_settings_get_string (settings, "citation-style"), ==, "chicago");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (scheme)), ==, 0);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);

  close_dialog (dialog);
  kit_destroy (GTK_WINDOW (window));
}

static void
test_story (void)
{
  DatelineWindow *window = kit_open_window (NULL);
  DatelineSession *session = dateline_window_get_session (window);
  DatelineStory *story = dateline_session_get_story (session);
  g_autoptr(DatelineArticle) first = g_list_model_get_item (dateline_story_get_articles (story), 0);
  GtkWindow *dialog;
  g_autofree char *n_people = g_strdup_printf ("%u", g_list_model_get_n_items (dateline_story_get_people (story)));
  g_autoptr(DatelineArticle) article = g_list_model_get_item (dateline_story_get_articles (story), 1);
  GtkWidget *row;

  /* Text is no markup, and is not to be seen as such. */
  g_object_set (first, "publisher", "News & <b>Views</b>", "published", NULL, NULL);
  dialog = open_dialog (window, "win.about-story");
  g_assert_nonnull (kit_find_label (GTK_WIDGET (dialog), "News & <b>Views</b>, Date unknown"));
  g_assert_nonnull (kit_find_label (GTK_WIDGET (dialog), dateline_story_get_description (story)));
  g_assert_nonnull (kit_find_label (GTK_WIDGET (dialog), n_people));

  row = kit_find_label (GTK_WIDGET (dialog), dateline_article_get_headline (article));
  g_assert_nonnull (row);
  row = gtk_widget_get_ancestor (row, ADW_TYPE_ACTION_ROW);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  KIT_UNTIL (find_dialog (window) == NULL);
  g_assert_true (dateline_navigator_get_article (dateline_session_get_navigator (session)) == article);
  g_assert_cmpstr (dateline_navigator_get_view (dateline_session_get_navigator (session)), ==, "articles");

  kit_destroy (GTK_WINDOW (window));
}

static void
test_shortcuts (void)
{
  DatelineWindow *window = kit_open_window (NULL);
  GtkWindow *dialog = open_dialog (window, "win.show-shortcuts");

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (dialog));
  g_assert_nonnull (kit_find_label (GTK_WIDGET (dialog), "Search the whole story"));
  /* The keys are those of the actions. */
  g_assert_nonnull (kit_find_label (GTK_WIDGET (dialog), "F9"));

  /* The window keeps it for the next time. */
  gtk_window_close (dialog);
  KIT_UNTIL (!gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  kit_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  kit_init (&argc, &argv);

  g_test_add_func ("/dialogs/preferences", test_preferences);
  g_test_add_func ("/dialogs/story", test_story);
  g_test_add_func ("/dialogs/shortcuts", test_shortcuts);

  return g_test_run ();
}
