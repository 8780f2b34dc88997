/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed and is not in the story yet outlives a window and a crash. */
#include "config.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <glib/gstdio.h>

#include "dateline-drafts.h"
#include "dateline-text-draft.h"
#include "file-kit.h"

static void
assert_draft (DatelineDrafts *drafts,
              const char     *id,
              const char     *property,
              const char     *text)
{
  const DatelineDraft *draft = dateline_drafts_find (drafts, id, property);

  g_assert_cmpstr (draft != NULL ? draft->text : NULL, ==, text);
}

/* The files that hold drafts */
static guint
count_files (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "dateline", "drafts", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_later (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  DatelineSession *session = dateline_session_new_for_file (file);
  DatelineDrafts *drafts = dateline_drafts_get (session);
  g_autoptr(GPtrArray) shown = NULL;
  const DatelineDraft *draft;

  g_assert_true (dateline_drafts_get (session) == drafts);
  g_assert_cmpuint (count_files (), ==, 0);
  dateline_drafts_put (drafts, "event-hearing", "date", "Date", "2 Feb", "2021-1");
  dateline_drafts_put (drafts, "event-hearing", "date", "Date", "2 Feb", "2021-13");
  dateline_drafts_put (drafts, "", "title", "Title", "Was\tso\nand so", "100 %\n\tСердце +1");
  dateline_drafts_put (drafts, "event-gone", "title", "Title", "", "x");
  dateline_drafts_put (drafts, "event-hearing", "place", "Place", "", "y");
  dateline_drafts_drop (drafts, "event-hearing", "place");
  g_assert_cmpuint (count_files (), ==, 1);
  g_assert_finalize_object (session);
  g_assert_cmpuint (count_files (), ==, 1);

  session = dateline_session_new_for_file (file);
  drafts = dateline_drafts_get (session);
  assert_draft (drafts, "event-hearing", "date", "2021-13");
  assert_draft (drafts, "", "title", "100 %\n\tСердце +1");
  assert_draft (drafts, "event-hearing", "place", NULL);
  draft = dateline_drafts_find (drafts, "", "title");
  g_assert_cmpstr (draft->was, ==, "Was\tso\nand so");
  g_assert_cmpstr (draft->name, ==, "Title");
  /* Without the one whose item is not there */
  shown = dateline_drafts_dup_shown (drafts);
  g_assert_cmpuint (shown->len, ==, 2);
  g_assert_cmpuint (count_files (), ==, 1);

  dateline_drafts_clear (drafts);
  g_assert_finalize_object (session);
  g_assert_cmpuint (count_files (), ==, 0);
}

/* The other one is alive: what is typed there is its own. */
static void
test_two (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineStoryFile) other_file = file_kit_open (dateline_story_file_get_path (file));
  g_autoptr(DatelineSession) session = dateline_session_new_for_file (file);
  g_autoptr(DatelineSession) other = dateline_session_new_for_file (other_file);

  dateline_drafts_put (dateline_drafts_get (session), "", "title", "Title", "", "mine");
  assert_draft (dateline_drafts_get (other), "", "title", NULL);
  dateline_drafts_put (dateline_drafts_get (other), "", "title", "Title", "", "theirs");
  assert_draft (dateline_drafts_get (session), "", "title", "mine");
  g_assert_cmpuint (count_files (), ==, 2);
  dateline_drafts_clear (dateline_drafts_get (session));
  dateline_drafts_clear (dateline_drafts_get (other));
}

/* Killed in the middle of typing: every key is there. */
static void
test_crash (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  int pipes[2];

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr(DatelineSession) session = NULL;
      g_autoptr(GPtrArray) shown = NULL;
      guint n_told = 0;
      guint n;
      pid_t child;

      g_assert_cmpint (pipe (pipes), ==, 0);
      child = fork ();
      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          DatelineSession *typing = dateline_session_new_for_file (file);

          for (n = 1;; n++)
            {
              g_autofree char *text = g_strdup_printf ("%u keys", n);

              dateline_drafts_put (dateline_drafts_get (typing), "", "title", "Title", "", text);
              if (write (pipes[1], &n, sizeof n) != sizeof n)
                _exit (1);
            }
        }
      close (pipes[1]);
      while (n_told < 50 + 37 * round)
        g_assert_cmpint (read (pipes[0], &n_told, sizeof n_told), ==, sizeof n_told);
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);
      while (read (pipes[0], &n, sizeof n) == sizeof n)
        n_told = n;
      close (pipes[0]);

      session = dateline_session_new_for_file (file);
      shown = dateline_drafts_dup_shown (dateline_drafts_get (session));
      g_assert_cmpuint (shown->len, ==, 1);
      g_assert_cmpuint (strtoul (((DatelineDraft *) shown->pdata[0])->text, NULL, 10), >=, n_told);
      dateline_drafts_clear (dateline_drafts_get (session));
    }
  g_assert_cmpuint (count_files (), ==, 0);
}

/* A file that was cut off, or is none */
static void
test_damaged (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  DatelineSession *session = dateline_session_new_for_file (file);
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "dateline", "drafts", NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GDir) dir = NULL;
  g_autoptr(GString) damaged = NULL;
  gsize length;

  dateline_drafts_put (dateline_drafts_get (session), "", "title", "Title", "", "kept");
  dateline_drafts_put (dateline_drafts_get (session), "", "note", "Note", "", "cut off");
  g_assert_finalize_object (session);
  dir = g_dir_open (folder, 0, NULL);
  path = g_build_filename (folder, g_dir_read_name (dir), NULL);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  damaged = g_string_new ("+\tnonsense\n-\n\n%%%\n+\t%FF\t%GG\ta\tb\tc\n");
  g_string_append_len (damaged, text, (gssize) length - 5);
  g_assert_true (g_file_set_contents (path, damaged->str, -1, NULL));

  session = dateline_session_new_for_file (file);
  assert_draft (dateline_drafts_get (session), "", "title", "kept");
  assert_draft (dateline_drafts_get (session), "", "note", NULL);
  dateline_drafts_clear (dateline_drafts_get (session));
  g_assert_finalize_object (session);
}

/* A log does not grow for ever, and a text of any size is kept in memory at least. */
static void
test_size (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineSession) session = dateline_session_new_for_file (file);
  DatelineDrafts *drafts = dateline_drafts_get (session);
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "dateline", "drafts", NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autofree char *huge = g_strnfill (4000000, 'y');
  g_autofree char *written = NULL;
  g_autoptr(GDir) dir = NULL;
  gsize length;

  dateline_drafts_put (drafts, "", "note", "Note", "", "short");
  for (guint i = 0; i < 100; i++)
    dateline_drafts_put (drafts, "", "title", "Title", "", text);
  dateline_drafts_put (drafts, "", "description", "Description", "", huge);
  assert_draft (drafts, "", "description", huge);
  dir = g_dir_open (folder, 0, NULL);
  path = g_build_filename (folder, g_dir_read_name (dir), NULL);
  g_assert_true (g_file_get_contents (path, &written, &length, NULL));
  g_assert_cmpuint (length, <, 2 * 1024 * 1024);
  dateline_drafts_clear (drafts);
}

/* The text of an article is found again where the story was kept while it was typed. */
static void
test_text (void)
{
  g_autoptr(DatelineStory) story = file_kit_read_bundled ();
  g_autoptr(DatelineSession) session = dateline_session_new (story);
  g_autoptr(DatelineTextDraft) draft = dateline_text_draft_new (session, NULL);
  g_autofree char *path = file_kit_dup_path ();
  g_autoptr(DatelineStoryFile) file = NULL;
  g_autoptr(DatelineSession) again = NULL;
  g_autoptr(DatelineTextDraft) found = NULL;
  g_autofree char *headline = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  dateline_text_draft_write (draft, "Half a headline", "Half a text");
  g_assert_true (dateline_session_keep (session, path, &error));
  g_assert_no_error (error);

  file = file_kit_open (path);
  again = dateline_session_new_for_file (file);
  found = dateline_text_draft_new (again, NULL);
  g_assert_true (dateline_text_draft_read (found, &headline, &text));
  g_assert_cmpstr (headline, ==, "Half a headline");
  g_assert_cmpstr (text, ==, "Half a text");
  dateline_text_draft_remove (draft);
  g_assert_false (dateline_text_draft_read (found, &headline, &text));
}

/* What did not fit takes nothing with it that comes later. */
static void
test_full_disk (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  DatelineSession *session = dateline_session_new_for_file (file);
  DatelineDrafts *drafts = dateline_drafts_get (session);
  g_autofree char *long_text = g_strnfill (100000, 'x');
  struct rlimit limit;
  rlim_t before;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  before = limit.rlim_cur;
  signal (SIGXFSZ, SIG_IGN);
  limit.rlim_cur = 10000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  dateline_drafts_put (drafts, "event-hearing", "place", "Place", "", "first");
  dateline_drafts_put (drafts, "event-hearing", "note", "Note", "", long_text);
  limit.rlim_cur = before;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  dateline_drafts_put (drafts, "event-hearing", "title", "Title", "", "last");
  g_assert_finalize_object (session);

  session = dateline_session_new_for_file (file);
  drafts = dateline_drafts_get (session);
  assert_draft (drafts, "event-hearing", "place", "first");
  assert_draft (drafts, "event-hearing", "title", "last");
  dateline_drafts_clear (drafts);
  g_object_unref (session);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("dateline-drafts-XXXXXX", NULL);
  g_autofree char *program = g_build_filename (state, "dateline", NULL);
  g_autofree char *folder = g_build_filename (program, "drafts", NULL);
  int result;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  file_kit_init (&argc, &argv);

  g_test_add_func ("/drafts/later", test_later);
  g_test_add_func ("/drafts/two", test_two);
  g_test_add_func ("/drafts/crash", test_crash);
  g_test_add_func ("/drafts/damaged", test_damaged);
  g_test_add_func ("/drafts/size", test_size);
  g_test_add_func ("/drafts/text", test_text);
  g_test_add_func ("/drafts/full-disk", test_full_disk);

  result = file_kit_run ();
  /* Nothing is left in it. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (g_rmdir (program), ==, 0);
  g_assert_cmpint (g_rmdir (state), ==, 0);

  return result;
}
