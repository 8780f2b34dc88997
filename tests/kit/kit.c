/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of widgets share: a story, a window to show something in, finding widgets, waiting. */
#include "config.h"

#include "kit.h"

#include "dateline-json-reader.h"

/* Dozes when nothing is to be done, so that waiting leaves the processor to others. */
void
kit_iterate (void)
{
  if (!g_main_context_iteration (NULL, FALSE))
    g_usleep (1000);
}

void
kit_init (int    *argc,
          char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
}

/* Returns: (transfer full): the bundled story, which has to be without a fault */
DatelineStory *
kit_read_story (void)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) warnings = NULL;
  DatelineStory *story = dateline_json_reader_read_resource (DATELINE_STORY_RESOURCE, &warnings, &error);

  g_assert_no_error (error);
  g_assert_nonnull (story);

  return story;
}

/* Returns: (transfer full): a session on the bundled story */
DatelineSession *
kit_new_session (void)
{
  g_autoptr(DatelineStory) story = kit_read_story ();

  return dateline_session_new (story);
}

/* Returns: (transfer none): the program, of which a test has one */
DatelineApplication *
kit_get_application (void)
{
  static DatelineApplication *application;

  if (application == NULL)
    {
      g_autoptr(GError) error = NULL;

      application = dateline_application_new ();
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }

  return application;
}

/* Returns: (transfer none): a whole window on the story in FILE, or on the bundled one, once it shows it or says why not */
DatelineWindow *
kit_open_window (GFile *file)
{
  DatelineWindow *window = dateline_window_new (kit_get_application ());
  GtkWidget *stack;

  dateline_window_open (window, file);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  stack = kit_find (GTK_WIDGET (window), GTK_TYPE_STACK, "main_stack");
  g_assert_nonnull (stack);
  KIT_UNTIL (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "loading") != 0);

  return window;
}

/* Returns: (transfer none): a window with WIDGET in it, drawn */
GtkWindow *
kit_show (GtkWidget *widget,
          int        width,
          int        height)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, width, height);
  gtk_window_set_child (window, widget);
  gtk_window_present (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  return window;
}

/* The first widget below ROOT that is a TYPE and has the buildable id ID, or any TYPE if ID is NULL. */
GtkWidget *
kit_find (GtkWidget  *root,
          GType       type,
          const char *id)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) &&
      (id == NULL || g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = kit_find (child, type, id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The first label below ROOT, mapped or not, that shows TEXT and nothing else. */
GtkWidget *
kit_find_label (GtkWidget  *root,
                const char *text)
{
  if (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = kit_find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* How many widgets below ROOT are mapped and are a TYPE. */
guint
kit_count (GtkWidget *root,
           GType      type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += kit_count (child, type);

  return n;
}

/* Destroys WINDOW and asserts that nothing holds on to it. */
void
kit_destroy (GtkWindow *window)
{
  gpointer alive = window;

  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  gtk_window_destroy (window);
  KIT_UNTIL (alive == NULL);
}
