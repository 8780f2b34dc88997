/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Large story files are shown before all of them is checked. */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "dateline-database.h"
#include "dateline-file-stamp.h"
#include "dateline-story-error.h"
#include "file-kit.h"

/* A story file that is too large to be checked at once. */
#define LARGE "INSERT INTO edit (uuid, time, name, changeset) VALUES ('large', 1, '', zeroblob (20000000))"

/* One of which to look at all pages takes much longer than to open it. */
#define VERY_LARGE                                                                                                      \
  "INSERT INTO edit (uuid, time, name, changeset) "                                                                     \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10) SELECT i, 1, '', zeroblob (10000000) FROM n"

static void
wait_ms (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

static void
failed_cb (DatelineStoryFile  *file,
           const char         *message,
           char              **said)
{
  g_assert_null (*said);
  *said = g_strdup (message);
}

/* Cuts the chain of pages that a long text is in. */
static void
damage (const char *path)
{
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;
  gsize middle;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 16 * 1024 * 1024);
  middle = length / 2 / 65536 * 65536;
  for (guint i = 0; i < 4; i++)
    bytes[middle + i] = '\x7f';
  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
test_damaged (void)
{
  g_autofree char *path = file_kit_make (LARGE);
  g_autofree char *said = NULL;
  g_autofree char *title = NULL;
  g_autoptr(DatelineStoryFile) file = NULL;
  g_autoptr(DatelineEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  damage (path);
  file = file_kit_open_async (path);
  g_signal_connect (file, "failed", G_CALLBACK (failed_cb), &said);
  title = g_strdup (file_kit_get_title (file, "event-sentence-2014"));
  for (guint i = 0; i < 1000 && said == NULL; i++)
    wait_ms (10);
  g_assert_cmpstr (said, ==, "The story file is damaged");

  /* What can be read can be read, but nothing is written to it. */
  edit = file_kit_new_title (file, "event-sentence-2014", "Mine");
  g_assert_false (dateline_story_file_apply (file, edit, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_DAMAGED);
  g_assert_cmpstr (file_kit_get_title (file, "event-sentence-2014"), ==, title);

  /* It is checked each time. */
  g_clear_object (&file);
  g_assert_false (dateline_file_stamp_matches (path));
}

/* How long a check takes that nobody disturbs, when all is said and done. */
static guint
find_patience (const char *path)
{
  for (guint ms = 50; ms < 20000; ms *= 2)
    {
      g_autoptr(DatelineStoryFile) file = file_kit_open_async (path);

      wait_ms (ms);
      g_clear_object (&file);
      if (dateline_file_stamp_matches (path))
        return ms;
    }
  g_assert_not_reached ();
}

static void
test_written_meanwhile (void)
{
  g_autofree char *checked = file_kit_make (LARGE);
  g_autofree char *path = file_kit_make (LARGE);
  guint patience = find_patience (checked);
  g_autoptr(DatelineStoryFile) file = file_kit_open_async (path);
  g_autoptr(DatelineEdit) edit = file_kit_new_title (file, "event-sentence-2014", "Mine");

  file_kit_apply (file, edit);
  wait_ms (2 * patience);
  file_kit_set (file, "event-sentence-2014", "place", "Here");
  g_clear_object (&file);
  /* The check came to no end, so it has to be done again. */
  g_assert_false (dateline_file_stamp_matches (path));
  file = file_kit_open_async (path);
  g_assert_cmpstr (file_kit_get_title (file, "event-sentence-2014"), ==, "Mine");
  g_clear_object (&file);
  g_assert_true (find_patience (path) > 0);
}

typedef struct
{
  GCancellable *cancellable;
  guint         us;
} Cancellation;

static gpointer
cancel_thread (gpointer data)
{
  Cancellation *cancellation = data;

  g_usleep (cancellation->us);
  g_cancellable_cancel (cancellation->cancellable);

  return NULL;
}

/* A check that is cancelled ends soon, also in the midst of the longest of its steps. */
static void
test_cancelled (void)
{
  g_autofree char *path = file_kit_make (VERY_LARGE);
  gint64 whole = G_MAXINT64;
  guint n_soon = 0;
  guint n = 0;

  for (guint i = 0; i < 3; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(GError) error = NULL;

      dateline_database_check_file (path, NULL, &error);
      g_assert_no_error (error);
      whole = MIN (whole, g_get_monotonic_time () - start);
    }

  /* Mostly it does, whatever else the machine has to do. */
  for (; n < 9 || (n < 100 && n_soon <= n / 2); n++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      Cancellation cancellation = { cancellable, (guint) (whole / 3) };
      g_autoptr(GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      GThread *thread = g_thread_new ("cancel", cancel_thread, &cancellation);
      gboolean is_sound = dateline_database_check_file (path, cancellable, &error);
      gint64 took = g_get_monotonic_time () - start;

      g_thread_join (thread);
      if (!is_sound)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      n_soon += !is_sound && took < whole * 2 / 3;
    }
  g_assert_cmpuint (n_soon, >, n / 2);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *cache = g_dir_make_tmp ("dateline-XXXXXX", NULL);
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", cache);
  int result;

  /* What was checked is noted there. */
  g_assert_nonnull (cache);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  file_kit_init (&argc, &argv);

  g_test_add_func ("/later-check/damaged", test_damaged);
  g_test_add_func ("/later-check/written-meanwhile", test_written_meanwhile);
  g_test_add_func ("/later-check/cancelled", test_cancelled);
  result = file_kit_run ();
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));

  return result;
}
