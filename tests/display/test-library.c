/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The start page: cards for the stories, what can be done with them, and how a changed story comes to be kept. */
#include "config.h"

#include "kit.h"

#include <glib/gstdio.h>

#include "dateline-library-card.h"
#include "dateline-library-files.h"
#include "dateline-library-folder.h"
#include "dateline-library-window.h"
#include "dateline-story-file.h"

static char *
get_folder (void)
{
  return dateline_library_folder_dup_path ();
}

/* Each test begins with an empty library. */
static void
clear_folder (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr(GDir) dir = NULL;
  const char *name;

  g_mkdir_with_parents (folder, 0700);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

static GFile *
make_story (const char *title)
{
  g_autofree char *folder = get_folder ();
  g_autoptr(GError) error = NULL;
  GFile *file = dateline_library_files_create (folder, title, &error);

  g_assert_no_error (error);

  return file;
}

static GtkWidget *
open_library (void)
{
  GtkWidget *window = GTK_WIDGET (dateline_library_window_new (kit_get_application ()));
  GtkWidget *stack = kit_find (window, GTK_TYPE_STACK, "stack");

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  KIT_UNTIL (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "loading") != 0);

  return window;
}

static const char *
get_page (GtkWidget *window)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (kit_find (window, GTK_TYPE_STACK, "stack")));
}

static guint
get_n_stories (GtkWidget *window)
{
  GtkWidget *grid = kit_find (window, GTK_TYPE_GRID_VIEW, "grid");
  GtkSelectionModel *model = gtk_grid_view_get_model (GTK_GRID_VIEW (grid));

  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

/* Whether some label that is on the screen says this, and nothing else. */
static gboolean
shows (GtkWidget  *root,
       const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) &&
      g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;

  return FALSE;
}

static void
act (GtkWidget  *window,
     const char *action,
     GFile      *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  g_assert_true (gtk_widget_activate_action (window, action, "s", uri));
}

static void
click (GtkWidget  *root,
       const char *label)
{
  GtkWidget *widget = kit_find_label (root, label);

  g_assert_nonnull (widget);
  widget = gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON);
  g_assert_nonnull (widget);
  g_signal_emit_by_name (widget, "clicked");
}

static GtkWidget *
find_dialog (GtkWidget *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window))
        return GTK_WIDGET (toplevel);
    }

  return NULL;
}

static void
test_empty (void)
{
  GtkWidget *window;

  clear_folder ();
  window = open_library ();
  g_assert_cmpstr (get_page (window), ==, "empty");
  g_assert_true (shows (window, "No Stories Yet"));
  kit_destroy (GTK_WINDOW (window));
}

static void
test_cards (void)
{
  static const char *title = "Дело <b>о</b> лисе & 🦊";
  g_autofree char *folder = get_folder ();
  g_autofree char *torn = g_build_filename (folder, "Torn page.dateline", NULL);
  g_autoptr(GFile) file = NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *window;
  GtkWidget *card;

  clear_folder ();
  file = make_story (title);
  g_file_set_contents (torn, "this is no database", -1, &error);
  g_assert_no_error (error);

  window = open_library ();
  g_assert_cmpstr (get_page (window), ==, "stories");
  /* The example is always there. */
  g_assert_cmpuint (get_n_stories (window), ==, 3);
  KIT_UNTIL (shows (window, title));
  KIT_UNTIL (shows (window, "Torn page"));
  KIT_UNTIL (shows (window, "Empty"));
  KIT_UNTIL (shows (window, "Example"));
  g_assert_true (shows (window, "Not opened yet"));

  /* A damaged file says what is wrong, and can only be looked at and thrown away. */
  card = gtk_widget_get_ancestor (kit_find_label (window, "Torn page"), DATELINE_TYPE_LIBRARY_CARD);
  KIT_UNTIL (gtk_widget_get_visible (kit_find (card, GTK_TYPE_BOX, "error_box")));
  g_assert_cmpint (strlen (gtk_label_get_text (GTK_LABEL (kit_find (card, GTK_TYPE_LABEL, "error_label")))), >, 10);

  /* The name that assistive technology gives to a card tells what the eye sees. */
  card = gtk_widget_get_ancestor (kit_find_label (window, title), DATELINE_TYPE_LIBRARY_CARD);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Дело <b>о</b> лисе & 🦊, Not opened yet");
  kit_destroy (GTK_WINDOW (window));
}

static void
test_search (void)
{
  g_autoptr(GFile) one = NULL;
  g_autoptr(GFile) two = NULL;
  GtkWidget *window;
  GtkWidget *entry;

  clear_folder ();
  one = make_story ("The bridge");
  two = make_story ("Мост");
  window = open_library ();
  entry = kit_find (window, GTK_TYPE_SEARCH_ENTRY, "search_entry");
  KIT_UNTIL (shows (window, "Мост"));

  g_assert_true (gtk_widget_activate_action (window, "win.search", NULL));
  gtk_editable_set_text (GTK_EDITABLE (entry), "МОСТ");
  KIT_UNTIL (get_n_stories (window) == 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "tunnel");
  KIT_UNTIL (g_strcmp0 (get_page (window), "nothing") == 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  KIT_UNTIL (get_n_stories (window) == 3);
  g_assert_cmpstr (get_page (window), ==, "stories");
  kit_destroy (GTK_WINDOW (window));
}

static void
test_trash (void)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GFile) other = NULL;
  GtkWidget *window;

  clear_folder ();
  file = make_story ("Unwanted");
  other = make_story ("Wanted");
  window = open_library ();
  KIT_UNTIL (shows (window, "Unwanted"));

  act (window, "library.trash", file);
  KIT_UNTIL (get_n_stories (window) == 2);
  g_assert_false (g_file_query_exists (file, NULL));
  KIT_UNTIL (shows (window, "“Unwanted” moved to the Trash"));

  click (window, "Undo");
  KIT_UNTIL (get_n_stories (window) == 3);
  g_assert_true (g_file_query_exists (file, NULL));
  KIT_UNTIL (shows (window, "Unwanted"));
  kit_destroy (GTK_WINDOW (window));
}

static void
test_duplicate_and_rename (void)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *copy_path = g_build_filename (folder, "Original (copy).dateline", NULL);
  g_autoptr(GFile) file = NULL;
  GtkWidget *window;
  GtkWidget *dialog;

  clear_folder ();
  file = make_story ("Original");
  window = open_library ();
  act (window, "library.duplicate", file);
  KIT_UNTIL (shows (window, "Original (copy)"));
  g_assert_true (g_file_test (copy_path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (get_n_stories (window), ==, 3);

  act (window, "library.rename", file);
  KIT_UNTIL ((dialog = find_dialog (window)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (kit_find (dialog, GTK_TYPE_ENTRY, NULL)), "  ");
  click (dialog, "Cancel");
  KIT_UNTIL (find_dialog (window) == NULL);
  act (window, "library.rename", file);
  KIT_UNTIL ((dialog = find_dialog (window)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (kit_find (dialog, GTK_TYPE_ENTRY, NULL)), " Better ");
  click (dialog, "Rename");
  KIT_UNTIL (shows (window, "Better"));
  g_assert_false (shows (window, "Original"));
  kit_destroy (GTK_WINDOW (window));
}

static DatelineWindow *
find_story_window (GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (kit_get_application ())); l != NULL; l = l->next)
    {
      GFile *open = DATELINE_IS_WINDOW (l->data) ? dateline_window_get_file (l->data) : NULL;

      if (open != NULL && g_file_equal (open, file))
        return l->data;
    }

  return NULL;
}

static void
test_open (void)
{
  g_autoptr(GFile) file = NULL;
  GtkWidget *window;
  gpointer weak;
  DatelineWindow *story_window;

  clear_folder ();
  file = make_story ("To open");
  window = open_library ();
  weak = window;
  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  act (window, "library.open", file);
  /* The start page has done its work. */
  KIT_UNTIL (weak == NULL);
  KIT_UNTIL (find_story_window (file) != NULL && dateline_window_get_session (find_story_window (file)) != NULL);
  story_window = find_story_window (file);
  g_assert_true (dateline_session_get_is_kept (dateline_window_get_session (story_window)));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (story_window)), ==, "To open");

  /* It was opened now, and is so on the list. */
  KIT_UNTIL (dateline_recent_stories_get_opened (dateline_application_get_recent (kit_get_application ()), file) > 0);

  /* What is thrown away is not open any more. */
  window = open_library ();
  KIT_UNTIL (shows (window, "Opened today"));
  act (window, "library.trash", file);
  KIT_UNTIL (find_story_window (file) == NULL);
  KIT_UNTIL (g_strcmp0 (get_page (window), "empty") == 0);
  kit_destroy (GTK_WINDOW (window));
}

static void
change_title (DatelineWindow *window,
              const char     *title)
{
  DatelineSession *session = dateline_window_get_session (window);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Change Title");

  dateline_edit_set_details (edit, dateline_session_get_story (session), title, NULL, NULL, NULL);
  dateline_session_edit (session, edit);
}

static void
test_keep (void)
{
  g_autofree char *folder = get_folder ();
  DatelineWindow *window;
  DatelineSession *session;
  GtkWidget *dialog;
  g_autofree char *path = NULL;
  GFile *file;

  clear_folder ();
  window = kit_open_window (NULL);
  session = dateline_window_get_session (window);
  path = g_strconcat (folder, "/", dateline_story_get_title (dateline_session_get_story (session)), ".dateline", NULL);

  /* Who cancels changes nothing. */
  change_title (window, "My own");
  KIT_UNTIL ((dialog = find_dialog (GTK_WIDGET (window))) != NULL);
  g_assert_null (dateline_window_get_file (window));
  click (dialog, "Cancel");
  KIT_UNTIL (find_dialog (GTK_WIDGET (window)) == NULL);
  g_assert_false (dateline_session_get_is_kept (session));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  change_title (window, "My own");
  change_title (window, "My very own");
  KIT_UNTIL ((dialog = find_dialog (GTK_WIDGET (window))) != NULL);
  click (dialog, "Keep in Library");
  KIT_UNTIL (find_dialog (GTK_WIDGET (window)) == NULL);
  g_assert_true (dateline_session_get_is_kept (session));
  file = dateline_window_get_file (window);
  g_assert_nonnull (file);
  g_assert_cmpstr (g_file_peek_path (file), ==, path);
  /* The edit that waited was carried out, in the copy. */
  KIT_UNTIL (g_strcmp0 (dateline_story_get_title (dateline_session_get_story (session)), "My very own") == 0);
  KIT_UNTIL (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (window)), "My very own") == 0);
  kit_destroy (GTK_WINDOW (window));

  {
    g_autoptr(GFile) kept = g_file_new_for_path (path);

    window = kit_open_window (kept);
    g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "My very own");
    kit_destroy (GTK_WINDOW (window));
  }
}

static void
test_damaged (void)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *torn = g_build_filename (folder, "Torn page.dateline", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (torn);
  g_autoptr(GError) error = NULL;
  DatelineWindow *window;
  GtkWidget *stack;

  clear_folder ();
  g_file_set_contents (torn, "this is no database", -1, &error);
  g_assert_no_error (error);
  window = kit_open_window (file);
  stack = kit_find (GTK_WIDGET (window), GTK_TYPE_STACK, "main_stack");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "error");
  g_assert_null (dateline_window_get_session (window));
  kit_destroy (GTK_WINDOW (window));
}

/* What is dropped on the window is opened, and the start page has done its work. */
static void
test_drop (void)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GListModel) controllers = NULL;
  GtkWidget *window;
  DatelineWindow *story_window;
  gboolean taken = FALSE;

  clear_folder ();
  file = make_story ("Dropped");
  window = open_library ();
  controllers = gtk_widget_observe_controllers (window);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_autoptr(GSList) files = g_slist_prepend (NULL, file);
      g_auto(GValue) value = G_VALUE_INIT;

      if (!GTK_IS_DROP_TARGET (controller))
        continue;
      g_value_init (&value, GDK_TYPE_FILE_LIST);
      g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
      g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &taken);
    }
  g_assert_true (taken);
  KIT_UNTIL (find_story_window (file) != NULL && dateline_window_get_session (find_story_window (file)) != NULL);
  story_window = find_story_window (file);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (story_window)), ==, "Dropped");
  kit_destroy (GTK_WINDOW (story_window));
}

/* A file may go while its card is still there. */
static void
test_gone (void)
{
  g_autoptr(GFile) file = NULL;
  GtkWidget *window;
  DatelineWindow *story_window;
  GtkWidget *stack;

  clear_folder ();
  file = make_story ("Soon gone");
  window = open_library ();
  KIT_UNTIL (shows (window, "Soon gone"));
  g_assert_cmpint (g_unlink (g_file_peek_path (file)), ==, 0);
  act (window, "library.open", file);
  KIT_UNTIL (find_story_window (file) != NULL);
  story_window = find_story_window (file);
  stack = kit_find (GTK_WIDGET (story_window), GTK_TYPE_STACK, "main_stack");
  KIT_UNTIL (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "error") == 0);
  g_assert_false (g_file_query_exists (file, NULL));
  kit_destroy (GTK_WINDOW (story_window));
}

/* However long the words, a card fits into the narrowest window, also from right to left. */
static void
test_narrow (void)
{
  G_GNUC_UNUSED g_autofree char *folder = get_folder ();
  g_autofree char *long_title = g_strnfill (400, 'w');
  g_autoptr(GFile) one = NULL;
  g_autoptr(GFile) two = NULL;
  GtkWidget *window;
  int minimum;

  clear_folder ();
  one = make_story (long_title);
  two = make_story ("إغلاق الجسر");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = open_library ();
  KIT_UNTIL (shows (window, "إغلاق الجسر"));
  KIT_UNTIL (shows (window, long_title));
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_cmpint (gtk_widget_get_direction (window), ==, GTK_TEXT_DIR_RTL);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  kit_destroy (GTK_WINDOW (window));
}

/* The list recycles its cards, however many stories there are. */
static void
test_many (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr(GFile) file = NULL;
  GtkWidget *window;
  g_autofree char *contents = NULL;
  gsize length;

  clear_folder ();
  file = make_story ("One of many");
  g_file_get_contents (g_file_peek_path (file), &contents, &length, NULL);
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.dateline", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_file_set_contents_full (path, contents, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
    }
  window = open_library ();
  KIT_UNTIL (get_n_stories (window) == 402);
  g_assert_cmpuint (kit_count (window, DATELINE_TYPE_LIBRARY_CARD), <, 300);
  kit_destroy (GTK_WINDOW (window));
  clear_folder ();
}

int
main (int   argc,
      char *argv[])
{
  kit_init (&argc, &argv);

  g_test_add_func ("/library/empty", test_empty);
  g_test_add_func ("/library/cards", test_cards);
  g_test_add_func ("/library/search", test_search);
  g_test_add_func ("/library/trash", test_trash);
  g_test_add_func ("/library/duplicate-and-rename", test_duplicate_and_rename);
  g_test_add_func ("/library/open", test_open);
  g_test_add_func ("/library/keep", test_keep);
  g_test_add_func ("/library/damaged", test_damaged);
  g_test_add_func ("/library/drop", test_drop);
  g_test_add_func ("/library/gone", test_gone);
  g_test_add_func ("/library/narrow", test_narrow);
  g_test_add_func ("/library/many", test_many);

  return g_test_run ();
}
