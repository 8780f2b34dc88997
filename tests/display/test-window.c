/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: it shows the bundled story, switches views by its actions, and is gone when it is closed. */
#include "config.h"

#include "dateline-adaptive-box.h"
#include "dateline-side-panes.h"
#include "kit.h"

static const char *const views[] = { "timeline", "articles", "people", "reactions", "compare" };

static const char *
main_page (DatelineWindow *window)
{
  GtkWidget *stack = kit_find (GTK_WIDGET (window), GTK_TYPE_STACK, "main_stack");

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static void
test_views (void)
{
  DatelineWindow *window = kit_open_window (NULL);
  GtkWidget *stack = kit_find (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK, "view_stack");
  DatelineNavigator *navigator;

  g_assert_cmpstr (main_page (window), ==, "story");
  g_assert_nonnull (stack);
  navigator = dateline_session_get_navigator (dateline_window_get_session (window));

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", views[i]));
      KIT_UNTIL (g_strcmp0 (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (stack)), views[i]) == 0);
      g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, views[i]);
    }

  kit_destroy (GTK_WINDOW (window));
}

static void
test_history (void)
{
  DatelineWindow *window = kit_open_window (NULL);
  DatelineNavigator *navigator = dateline_session_get_navigator (dateline_window_get_session (window));
  DatelineStory *story = dateline_session_get_story (dateline_window_get_session (window));
  g_autoptr(DatelineItem) first = g_list_model_get_item (dateline_story_get_events (story), 0);
  g_autoptr(DatelineItem) second = g_list_model_get_item (dateline_story_get_people (story), 0);

  dateline_navigator_select (navigator, first, NULL);
  dateline_navigator_show (navigator, "people", second, NULL);
  g_assert_true (dateline_navigator_get_selected (navigator) == second);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL));
  g_assert_true (dateline_navigator_get_selected (navigator) == first);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.forward", NULL));
  g_assert_true (dateline_navigator_get_selected (navigator) == second);
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "people");

  kit_destroy (GTK_WINDOW (window));
}

/* Where there is room for one, who goes to a view or searches sees that, not the form over it. */
static void
test_covered (void)
{
  DatelineWindow *window = kit_open_window (NULL);
  GtkWidget *box = kit_find (GTK_WIDGET (window), DATELINE_TYPE_ADAPTIVE_BOX, "clippings_box");
  GtkWidget *panes = kit_find (GTK_WIDGET (window), DATELINE_TYPE_SIDE_PANES, "side_panes");
  static const char *const actions[] = { "win.show-view", "win.search" };
  gboolean visible;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.edit", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "people"));
  g_object_get (panes, "edit-visible", &visible, NULL);
  g_assert_true (visible);

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 600);
  KIT_UNTIL (dateline_adaptive_box_get_folded (DATELINE_ADAPTIVE_BOX (box)));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_object_set (panes, "edit-visible", TRUE, NULL);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), actions[i], i == 0 ? "s" : NULL, "compare"));
      g_object_get (panes, "edit-visible", &visible, NULL);
      g_assert_false (visible);
    }

  kit_destroy (GTK_WINDOW (window));
}

static void
test_no_story (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/nonexistent/<b>story.json");
  DatelineWindow *window = kit_open_window (file);
  GtkWidget *page;

  g_assert_cmpstr (main_page (window), ==, "error");
  g_assert_null (dateline_window_get_session (window));
  page = kit_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, "status_page");
  g_assert_nonnull (page);
  /* Markup in a name stays text. */
  g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (page)), "&lt;b&gt;story.json"));

  kit_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  kit_init (&argc, &argv);

  g_test_add_func ("/window/views", test_views);
  g_test_add_func ("/window/history", test_history);
  g_test_add_func ("/window/covered", test_covered);
  g_test_add_func ("/window/no-story", test_no_story);

  return g_test_run ();
}
