/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story file in trouble: busy, on a full disk, moved away, and edited for long. */
#include "config.h"

#include <glib/gstdio.h>
#include <malloc.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "dateline-story-error.h"
#include "file-kit.h"

static void
failed_cb (DatelineStoryFile *file,
           const char        *message,
           gpointer           count)
{
  g_assert_nonnull (message);
  (*(guint *) count)++;
}

/* Somebody writes and does not come to an end. */
static void
test_busy (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineEdit) edit = file_kit_new_title (file, "event-hearing", "Mine");
  g_autofree char *title = g_strdup (file_kit_get_title (file, "event-hearing"));
  g_autoptr(GError) error = NULL;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (dateline_story_file_get_path (file), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (dateline_story_file_apply (file, edit, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_BUSY);
  g_assert_cmpstr (file_kit_get_title (file, "event-hearing"), ==, title);
  g_assert_cmpstr (dateline_story_file_get_undo_name (file), ==, "");
  sqlite3_close (db);

  file_kit_apply (file, edit);
  g_assert_cmpstr (file_kit_get_title (file, "event-hearing"), ==, "Mine");
}

/* A reader in the midst of reading keeps the writer from its last step. */
static void
test_busy_at_commit (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineEdit) edit = file_kit_new_title (file, "event-hearing", "Mine");
  g_autofree char *before = file_kit_dump (file);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (dateline_story_file_get_path (file), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN; SELECT count (*) FROM item", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (dateline_story_file_apply (file, edit, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_BUSY);
  sqlite3_close (db);
  after = file_kit_dump (file);
  file_kit_assert_same (after, before);
  file_kit_assert_shown (file);

  file_kit_apply (file, edit);
  file_kit_assert_shown (file);
}

/* A file that may not grow is as good as a full disk. */
static void
test_no_space (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *long_title = g_strnfill (200000, 'x');
  g_autoptr(DatelineEdit) edit = NULL;
  g_autoptr(GError) error = NULL;
  struct rlimit limit;
  struct rlimit old;
  GStatBuf buffer;

  file_kit_set (file, "event-hearing", "place", "Here");
  edit = file_kit_new_title (file, "event-hearing", long_title);
  before = file_kit_dump (file);
  g_assert_cmpint (g_stat (dateline_story_file_get_path (file), &buffer), ==, 0);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  limit = old;
  limit.rlim_cur = (rlim_t) buffer.st_size + 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (dateline_story_file_apply (file, edit, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NO_SPACE);
  g_clear_error (&error);

  after = file_kit_dump (file);
  file_kit_assert_same (after, before);
  file_kit_assert_shown (file);
  g_assert_cmpstr (dateline_story_file_get_undo_name (file), ==, "Change place");
  g_assert_true (dateline_story_file_undo (file, &error));
  g_assert_no_error (error);
  g_assert_true (dateline_story_file_redo (file, &error));
  g_assert_no_error (error);

  file_kit_apply (file, edit);
  g_assert_cmpstr (file_kit_get_title (file, "event-hearing"), ==, long_title);
}

/* The file is moved away, and another comes in its place. */
static void
test_gone (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineStoryFile) stranger = NULL;
  g_autofree char *path = g_strdup (dateline_story_file_get_path (file));
  g_autofree char *moved = file_kit_dup_path ();
  g_autofree char *rescued = file_kit_dup_path ();
  g_autofree char *title = g_strdup (file_kit_get_title (file, "event-hearing"));
  g_autofree char *before = file_kit_dump (file);
  g_autofree char *after = NULL;
  g_autoptr(DatelineEdit) edit = file_kit_new_title (file, "event-hearing", "Mine");
  g_autoptr(DatelineStory) other = dateline_story_new ("other", "Other", NULL, NULL);
  g_autoptr(GError) error = NULL;
  guint n_failed = 0;

  g_signal_connect (file, "failed", G_CALLBACK (failed_cb), &n_failed);
  g_assert_cmpint (g_rename (path, moved), ==, 0);
  for (guint i = 0; i < 3; i++)
    dateline_story_file_poll (file);
  g_assert_cmpuint (n_failed, ==, 1);

  g_assert_false (dateline_story_file_apply (file, edit, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpstr (file_kit_get_title (file, "event-hearing"), ==, title);

  /* What is open can still be saved. */
  g_assert_true (dateline_story_file_copy_to (file, rescued, &error));
  g_assert_no_error (error);
  after = file_kit_dump_path (rescued);
  file_kit_assert_same (after, before);

  stranger = dateline_story_file_create (path, other, NULL, &error);
  g_assert_no_error (error);
  dateline_story_file_poll (file);
  g_assert_false (dateline_story_file_apply (file, edit, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpstr (file_kit_get_title (file, "event-hearing"), ==, title);
  g_clear_object (&stranger);

  /* And when it comes back, everything goes on. */
  g_assert_cmpint (g_rename (moved, path), ==, 0);
  dateline_story_file_poll (file);
  file_kit_apply (file, edit);
  g_assert_cmpstr (file_kit_get_title (file, "event-hearing"), ==, "Mine");
}

/* What is in use, without what SQLite keeps of the file, which grows with the list of edits up to a limit. */
static gsize
get_memory (void)
{
  return mallinfo2 ().uordblks - (gsize) sqlite3_memory_used ();
}

static void
work (DatelineStoryFile *file,
      guint              n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %06u", i);
      g_autoptr(DatelineEdit) edit = dateline_edit_new ("Delete");
      g_autoptr(GError) error = NULL;

      file_kit_set (file, "event-hearing", "title", title);
      dateline_edit_remove (edit, i % 2 == 0 ? "person-mary-jane-bryksa" : "claim-sentence-length");
      file_kit_apply (file, edit);
      dateline_story_file_undo (file, &error);
      dateline_story_file_redo (file, &error);
      dateline_story_file_undo (file, &error);
      dateline_story_file_undo (file, &error);
      g_assert_no_error (error);
    }
}

/* Editing for long takes no more memory than editing. */
static void
test_memory (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  gsize before;
  gsize after;

  work (file, 50);
  before = get_memory ();
  work (file, 150);
  after = get_memory ();
  g_test_message ("%" G_GSIZE_FORMAT " bytes before, %" G_GSIZE_FORMAT " after 900 changes", before, after);
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpuint (before, >, 0);
  g_assert_cmpuint (after, <, before + 16 * 1024);
#endif
  file_kit_assert_shown (file);
}

int
main (int   argc,
      char *argv[])
{
  file_kit_init (&argc, &argv);

  g_test_add_func ("/story-file-trouble/busy", test_busy);
  g_test_add_func ("/story-file-trouble/busy-at-commit", test_busy_at_commit);
  g_test_add_func ("/story-file-trouble/no-space", test_no_space);
  g_test_add_func ("/story-file-trouble/gone", test_gone);
  g_test_add_func ("/story-file-trouble/memory", test_memory);

  return file_kit_run ();
}
