/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A process that writes a story is killed at any moment. Whatever it was told is done is there afterwards, and the
 * file is sound. DATELINE_CRASHES says how often. */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "file-kit.h"
#include "story-work.h"

#define CRASHES 60

static const char *program;

static guint
get_crashes (void)
{
  const char *value = g_getenv ("DATELINE_CRASHES");

  return value != NULL ? (guint) g_ascii_strtoull (value, NULL, 10) : CRASHES;
}

/* Writes until it is killed, and says after each edit that it is done. */
static G_NORETURN void
write_and_tell (const char *path,
                int         fd,
                guint       round)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (round);
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineStoryFile) file = dateline_story_file_open (path, &error);

  if (file == NULL)
    _exit (3);

  for (guint i = 0;; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.%u", round, i);
      gboolean done;

      if (i % 5 == 4)
        done = dateline_story_file_undo (file, &error);
      else
        done = story_work_edit (file, rand, name, &error);
      if (!done)
        {
          g_printerr ("%s: %s\n", name, error->message);
          _exit (4);
        }
      if (i % 5 != 4 && write (fd, &i, sizeof i) != sizeof i)
        _exit (5);
    }
}

static void
test_kill (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *path = file_kit_dup_path ();
  g_autofree char *first = NULL;
  guint n_done = 0;
  guint crashes = get_crashes ();

  {
    g_autoptr(DatelineStoryFile) file = file_kit_create ();
    g_autoptr(GError) error = NULL;

    first = g_strdup (dateline_story_file_get_path (file));
    dateline_story_file_copy_to (file, path, &error);
    g_assert_no_error (error);
  }

  for (guint round = 0; round < crashes; round++)
    {
      int fds[2];
      int status;
      guint last = 0;
      gboolean has_any = FALSE;
      pid_t child;

      g_assert_cmpint (pipe (fds), ==, 0);
      child = fork ();
      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          g_autofree char *fd = g_strdup_printf ("%d", fds[1]);
          g_autofree char *seed = g_strdup_printf ("%u", round);

          /* Not only a fork, which would draw the same random numbers as the last one. */
          close (fds[0]);
          execl (program, program, "--write", path, fd, seed, NULL);
          _exit (6);
        }
      close (fds[1]);

      /* In the middle of its work, mostly; while it opens the file, sometimes. */
      if (round % 8 != 7)
        {
          has_any = read (fds[0], &last, sizeof last) == sizeof last;
          g_assert_true (has_any);
          n_done++;
        }
      g_usleep ((gulong) g_rand_int_range (rand, 0, 40000));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      /* It was killed, and had not given up by itself. */
      g_assert_true (WIFSIGNALED (status));

      for (guint i; read (fds[0], &i, sizeof i) == sizeof i; last = i)
        {
          has_any = TRUE;
          n_done++;
        }
      close (fds[0]);

      {
        g_autoptr(GError) error = NULL;
        g_autoptr(DatelineStoryFile) file = dateline_story_file_open (path, &error);

        g_assert_no_error (error);
        file_kit_assert_shown (file);
      }
      for (guint i = 0; has_any && i <= last; i++)
        {
          g_autofree char *name = g_strdup_printf ("%u.%u", round, i);

          if (i % 5 != 4)
            g_assert_true (story_work_has_edit (path, name));
        }
      if (round % 25 == 24 || round == crashes - 1)
        {
          g_autofree char *replayed = story_work_replay (path, first);
          g_autofree char *expected = file_kit_dump_path (replayed);
          g_autofree char *dump = file_kit_dump_path (path);

          story_work_check (path);
          g_assert_cmpstr (dump, ==, expected);
        }
    }

  {
    g_autoptr(GError) error = NULL;
    g_autoptr(DatelineStoryFile) file = dateline_story_file_open (path, &error);

    /* A journal that holds nothing yet goes with the next edit. */
    g_assert_true (story_work_edit (file, rand, "The end", &error));
    g_assert_no_error (error);
  }
  g_test_message ("%u edits were done and none was lost in %u crashes", n_done, crashes);
  g_assert_cmpuint (n_done, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  program = argv[0];
  if (argc == 5 && g_str_equal (argv[1], "--write"))
    write_and_tell (argv[2], atoi (argv[3]), (guint) atoi (argv[4]));

  file_kit_init (&argc, &argv);

  g_test_add_func ("/crash/kill", test_kill);

  return file_kit_run ();
}
