/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The story that a session shows, written as JSON in a thread: what is kept, and what is not in a file yet. */
#include "config.h"

#include <glib/gstdio.h>

#include "dateline-json-export.h"
#include "dateline-json-writer.h"
#include "file-kit.h"

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
export (DatelineSession  *session,
        const char       *path,
        gboolean          replace,
        GError          **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GAsyncResult) result = NULL;

  dateline_json_export_async (session, file, replace, NULL, exported_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return dateline_json_export_finish (result, error);
}

/* How many story files are looked at by the main loop, that is, in this thread. */
static guint
count_watches (void)
{
  guint n = 0;

  for (guint id = 1; id < 10000; id++)
    {
      GSource *source = g_main_context_find_source_by_id (NULL, id);

      n += source != NULL && g_strcmp0 (g_source_get_name (source), "[dateline] story file") == 0;
    }

  return n;
}

static char *
dup_json_path (void)
{
  g_autofree char *path = file_kit_dup_path ();

  return g_strconcat (path, ".json", NULL);
}

static void
test_kept (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineSession) session = dateline_session_new_for_file (file);
  g_autofree char *path = dup_json_path ();
  g_autofree char *wanted = NULL;
  g_autofree char *written = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  file_kit_set (file, "event-hearing", "title", "Слушание");
  wanted = file_kit_dup_json (file);
  g_assert_true (export (session, path, FALSE, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, wanted);

  /* What is there is replaced only if that was said. */
  file_kit_set (file, "event-hearing", "title", "Another");
  g_assert_false (export (session, path, FALSE, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, written);
  g_assert_true (export (session, path, TRUE, &error));
  g_assert_no_error (error);
  g_free (g_steal_pointer (&after));
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_nonnull (strstr (after, "Another"));
  g_unlink (path);
}

static void
test_not_kept (void)
{
  g_autoptr(DatelineStory) story = file_kit_read_bundled ();
  g_autoptr(DatelineSession) session = dateline_session_new (story);
  g_autoptr(GBytes) wanted = dateline_json_writer_write (story);
  g_autofree char *path = dup_json_path ();
  g_autofree char *written = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_assert_true (export (session, path, FALSE, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &written, &length, NULL));
  g_assert_cmpmem (written, length, g_bytes_get_data (wanted, NULL), g_bytes_get_size (wanted));
  g_unlink (path);

  /* Where nothing can be written, it says so. */
  g_assert_false (export (session, "/proc/nowhere/story.json", FALSE, &error));
  g_assert_nonnull (error);
}

/* The connection of the thread is its own: this thread must not look at the file with it meanwhile. */
static void
test_thread (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineSession) session = dateline_session_new_for_file (file);
  g_autofree char *path = dup_json_path ();
  g_autoptr(GFile) target = g_file_new_for_path (path);
  g_autoptr(GAsyncResult) result = NULL;
  guint before = count_watches ();

  g_assert_cmpuint (before, >, 0);
  dateline_json_export_async (session, target, FALSE, NULL, exported_cb, &result);
  while (result == NULL)
    {
      g_assert_cmpuint (count_watches (), ==, before);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_true (dateline_json_export_finish (result, NULL));
  g_unlink (path);
}

int
main (int    argc,
      char **argv)
{
  file_kit_init (&argc, &argv);

  g_test_add_func ("/json-export/kept", test_kept);
  g_test_add_func ("/json-export/not-kept", test_not_kept);
  g_test_add_func ("/json-export/thread", test_thread);

  return file_kit_run ();
}
