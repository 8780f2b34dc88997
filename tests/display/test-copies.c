/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a story in a window: merged, with and without a decision, and backups that are restored. */
#include "config.h"

#include <glib/gstdio.h>

#include "dateline-backups.h"
#include "file-kit.h"
#include "kit.h"

static GtkWindow *
find_dialog (DatelineWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window))
        return toplevel;
    }

  return NULL;
}

static DatelineWindow *
open_window (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  return kit_open_window (file);
}

static const char *
get_title (DatelineWindow *window)
{
  DatelineStory *story = dateline_session_get_story (dateline_window_get_session (window));

  return dateline_event_get_title (DATELINE_EVENT (dateline_story_lookup (story, "event-hearing")));
}

static void
merge (DatelineWindow *window,
       const char     *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.merge-file", "s", uri);
}

static void
test_merge (void)
{
  g_autoptr(DatelineStoryFile) a = file_kit_create ();
  g_autofree char *path = g_strdup (dateline_story_file_get_path (a));
  g_autofree char *copy = file_kit_dup_path ();
  g_autofree char *title = NULL;
  static const char lines[] = "One\nline\nof\nwhich\nthere\nare\nmany";
  g_autoptr(DatelineStoryFile) b = NULL;
  g_autoptr(GError) error = NULL;
  DatelineWindow *window;
  GtkWindow *dialog;
  GtkWidget *more;

  dateline_story_file_copy_to (a, copy, &error);
  g_assert_no_error (error);
  b = file_kit_open (copy);
  g_clear_object (&a);
  window = open_window (path);
  title = g_strdup (get_title (window));

  merge (window, copy);
  g_assert_nonnull (kit_find (GTK_WIDGET (window), ADW_TYPE_TOAST_OVERLAY, NULL));
  g_assert_null (find_dialog (window));

  /* What only the copy changed comes in at once, and can be undone. */
  file_kit_set (b, "event-hearing", "title", "Theirs");
  merge (window, copy);
  g_assert_cmpstr (get_title (window), ==, "Theirs");
  KIT_UNTIL (kit_find_label (GTK_WIDGET (window), "1 change merged") != NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpstr (get_title (window), ==, title);

  /* The file changes from outside, and so does the copy: a question. */
  a = file_kit_open (path);
  file_kit_set (a, "event-hearing", "title", "Ours");
  file_kit_set (b, "event-hearing", "title", "Theirs again");
  file_kit_set (a, "event-hearing", "description", "Short");
  file_kit_set (b, "event-hearing", "description", lines);
  merge (window, copy);
  KIT_UNTIL (find_dialog (window) != NULL);
  dialog = find_dialog (window);
  /* A long value is seen in part, and whole when one wants to. */
  more = gtk_widget_get_ancestor (kit_find_label (GTK_WIDGET (dialog), "Show More"), GTK_TYPE_BUTTON);
  g_assert_nonnull (kit_find_label (GTK_WIDGET (dialog), "One\nline\nof\nwhich\nthere\nare\n…"));
  g_signal_emit_by_name (more, "clicked");
  g_assert_nonnull (kit_find_label (GTK_WIDGET (dialog), lines));
  g_assert_false (gtk_widget_get_visible (more));
  g_assert_nonnull (kit_find_label (GTK_WIDGET (dialog), "Ours"));
  g_assert_nonnull (kit_find_label (GTK_WIDGET (dialog), "Theirs again"));
  g_signal_emit_by_name (kit_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "all_theirs_button"), "clicked");
  g_signal_emit_by_name (kit_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "merge_button"), "clicked");
  KIT_UNTIL (find_dialog (window) == NULL);
  g_assert_cmpstr (get_title (window), ==, "Theirs again");

  kit_destroy (GTK_WINDOW (window));
}

static void
test_restore (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *path = g_strdup (dateline_story_file_get_path (file));
  g_autofree char *root = g_build_filename (g_get_home_dir (), "backups", NULL);
  g_autofree char *title = NULL;
  DatelineWindow *window = open_window (path);
  GtkWindow *dialog;
  GtkWidget *stack;

  dateline_backups_set_root (root);
  title = g_strdup (get_title (window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.restore-backup", NULL));
  dialog = find_dialog (window);
  stack = kit_find (GTK_WIDGET (dialog), GTK_TYPE_STACK, "stack");
  KIT_UNTIL (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "empty") == 0);
  gtk_window_close (dialog);
  KIT_UNTIL (find_dialog (window) == NULL);

  file_kit_set (file, "event-hearing", "title", "Changed");
  KIT_UNTIL (g_strcmp0 (get_title (window), "Changed") == 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.restore-backup", NULL));
  dialog = find_dialog (window);
  KIT_UNTIL (kit_find_label (GTK_WIDGET (dialog), "Restore") != NULL);
  g_signal_emit_by_name (gtk_widget_get_ancestor (kit_find_label (GTK_WIDGET (dialog), "Restore"), GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpstr (get_title (window), ==, title);
  KIT_UNTIL (find_dialog (window) == NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpstr (get_title (window), ==, "Changed");

  dateline_backups_set_root (NULL);
  kit_destroy (GTK_WINDOW (window));
}

/* The story of the program is in no file. */
static void
test_not_kept (void)
{
  DatelineWindow *window = kit_open_window (NULL);

  merge (window, "/nowhere.dateline");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.restore-backup", NULL);
  g_assert_null (find_dialog (window));
  kit_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  kit_init (&argc, &argv);
  file_kit_init (&argc, &argv);

  g_test_add_func ("/copies/merge", test_merge);
  g_test_add_func ("/copies/restore", test_restore);
  g_test_add_func ("/copies/not-kept", test_not_kept);

  return file_kit_run ();
}
