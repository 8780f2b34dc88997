/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits on a disk that fails at each of its calls in turn, is full, or may not grow: an edit is done or it is not, the
 * story shows what the file holds, and once the disk works again so does the story. */
#include "config.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include "dateline-story-error.h"
#include "faulty-vfs.h"
#include "file-kit.h"
#include "story-work.h"

typedef gboolean (*WorkFunc) (DatelineStoryFile  *file,
                              guint               number,
                              GError            **error);

static gboolean
edit (DatelineStoryFile  *file,
      guint               number,
      GError            **error)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (number);
  g_autofree char *name = g_strdup_printf ("Edit %u", number);

  return story_work_edit (file, rand, name, error);
}

static gboolean
undo (DatelineStoryFile  *file,
      guint               number,
      GError            **error)
{
  return dateline_story_file_undo (file, error);
}

/* What the file holds once the disk works again and somebody who may write has looked at it. */
static char *
dump_healed (DatelineStoryFile *file)
{
  dateline_story_file_poll (file);

  return file_kit_dump (file);
}

/* Lets one piece of work fail at its first call, its second, and so on until it succeeds. */
static void
fail_everywhere (WorkFunc work,
                 int      result)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  const char *path = dateline_story_file_get_path (file);
  gboolean done = FALSE;
  guint at;

  for (at = 1; !done; at++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *undo_name = NULL;

      /* There has to be something to take back. */
      g_assert_true (edit (file, 1000 + at, &error));
      g_assert_no_error (error);
      before = file_kit_dump_path (path);
      undo_name = g_strdup (dateline_story_file_get_undo_name (file));

      faulty_vfs_fail_at (at, result);
      done = work (file, at, &error);
      faulty_vfs_stop ();

      if (!done)
        {
          g_autofree char *after = dump_healed (file);

          g_assert_nonnull (error);
          g_assert_true (error->domain == DATELINE_STORY_ERROR);
          g_assert_cmpstr (error->message, !=, "");
          g_assert_cmpstr (after, ==, before);
          g_assert_cmpstr (dateline_story_file_get_undo_name (file), ==, undo_name);
        }
      file_kit_assert_shown (file);
      story_work_check (path);
    }

  g_test_message ("failed at each of %u calls", at - 2);
  g_assert_cmpuint (at, >, 5);
}

static void
test_edit_io_error (void)
{
  fail_everywhere (edit, SQLITE_IOERR_WRITE);
}

static void
test_edit_full (void)
{
  fail_everywhere (edit, SQLITE_FULL);
}

static void
test_undo_io_error (void)
{
  fail_everywhere (undo, SQLITE_IOERR_WRITE);
}

static void
test_undo_full (void)
{
  fail_everywhere (undo, SQLITE_FULL);
}

/* A copy appears whole or not at all. */
static void
test_copy (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  gboolean done = FALSE;

  for (guint at = 1; !done; at++)
    {
      g_autofree char *path = file_kit_dup_path ();
      g_autoptr(GError) error = NULL;

      faulty_vfs_fail_at (at, SQLITE_FULL);
      done = dateline_story_file_copy_to (file, path, &error);
      faulty_vfs_stop ();
      g_assert_true (done == (error == NULL));
      g_assert_true (done == g_file_test (path, G_FILE_TEST_EXISTS));
      if (done)
        story_work_check (path);
    }
}

/* Files may not become larger than they are: what a quota does. */
static void
test_quota (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  const char *path = dateline_story_file_get_path (file);
  struct rlimit unlimited;
  struct rlimit limit;
  guint n_failed = 0;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &unlimited), ==, 0);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *before = file_kit_dump_path (path);
      g_autofree char *after = NULL;
      g_autoptr(GError) error = NULL;
      gboolean done;

      limit = unlimited;
      limit.rlim_cur = i * 8192;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      done = edit (file, i, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &unlimited), ==, 0);

      after = dump_healed (file);
      g_assert_true (done == (error == NULL));
      if (!done)
        {
          n_failed++;
          g_assert_cmpstr (after, ==, before);
        }
      file_kit_assert_shown (file);
      story_work_check (path);
    }
  g_assert_cmpuint (n_failed, >, 2);
  g_assert_cmpuint (n_failed, <, 60);
}

int
main (int   argc,
      char *argv[])
{
  file_kit_init (&argc, &argv);
  faulty_vfs_register ();

  g_test_add_func ("/faults/edit/io-error", test_edit_io_error);
  g_test_add_func ("/faults/edit/full", test_edit_full);
  g_test_add_func ("/faults/undo/io-error", test_undo_io_error);
  g_test_add_func ("/faults/undo/full", test_undo_full);
  g_test_add_func ("/faults/copy", test_copy);
  g_test_add_func ("/faults/quota", test_quota);

  return file_kit_run ();
}
