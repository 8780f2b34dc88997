/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files: whole or not at all, and never over another one unasked. */
#include "config.h"

#include "dateline-exporter.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_THREADS 8

typedef struct
{
  char  *folder;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("dateline-export-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "quotes – “1”.md", NULL);
  fixture->file = g_file_new_for_path (path);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_clear_object (&fixture->file);
  g_clear_pointer (&fixture->folder, g_free);
}

static gboolean
save (GFile       *file,
      const char  *text,
      gboolean     replace,
      GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return dateline_exporter_save (file, bytes, replace, NULL, error);
}

static void
assert_contents (GFile      *file,
                 const char *expected)
{
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;

  g_file_load_contents (file, NULL, &contents, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, expected);
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  mode_t mask = umask (0027);
  GStatBuf info;

  g_assert_true (save (fixture->file, "one", FALSE, &error));
  g_assert_no_error (error);
  umask (mask);

  assert_contents (fixture->file, "one");
  g_assert_cmpuint (count_files (fixture), ==, 1);
  g_assert_cmpint (g_stat (g_file_peek_path (fixture->file), &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (save (fixture->file, "", FALSE, &error));
  g_assert_true (save (fixture->file, "", TRUE, &error));
  assert_contents (fixture->file, "");
}

static void
test_existing (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (save (fixture->file, "one", FALSE, NULL));
  g_assert_false (save (fixture->file, "two", FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, "quotes – “1”.md” exists already"));
  assert_contents (fixture->file, "one");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  GStatBuf info;

  g_assert_true (save (fixture->file, "one", TRUE, &error));
  g_assert_cmpint (g_chmod (g_file_peek_path (fixture->file), 0600), ==, 0);
  g_assert_true (save (fixture->file, "two", TRUE, &error));
  g_assert_no_error (error);

  assert_contents (fixture->file, "two");
  g_assert_cmpuint (count_files (fixture), ==, 1);
  /* What was private stays so. */
  g_assert_cmpint (g_stat (g_file_peek_path (fixture->file), &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* A link to nothing is taken, too: what it names is not ours to make. */
static void
test_dangling_link (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (symlink ("nowhere", g_file_peek_path (fixture->file)), ==, 0);
  g_assert_false (save (fixture->file, "one", FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_get_child (fixture->file, "missing.md");
  g_autoptr(GError) error = NULL;

  g_assert_false (save (file, "one", FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "could not be written"));
  g_clear_error (&error);

  g_assert_false (save (file, "one", TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir (g_file_peek_path (fixture->file), 0700), ==, 0);
  g_assert_false (save (fixture->file, "one", FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);

  g_assert_false (save (fixture->file, "one", TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static ("one", 3);
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (dateline_exporter_save (fixture->file, bytes, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture), ==, 0);
  g_clear_error (&error);

  g_assert_true (save (fixture->file, "old", FALSE, NULL));
  g_assert_false (dateline_exporter_save (fixture->file, bytes, TRUE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_contents (fixture->file, "old");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static gpointer
save_in_thread (gpointer data)
{
  g_autoptr(GError) error = NULL;

  if (save (data, "one of many", FALSE, &error))
    return GINT_TO_POINTER (1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);

  return NULL;
}

/* Of several who save under one name at once exactly one does. */
static void
test_race (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint round = 0; round < 20; round++)
    {
      GThread *threads[N_THREADS];
      guint n_saved = 0;

      for (guint i = 0; i < N_THREADS; i++)
        threads[i] = g_thread_new ("save", save_in_thread, fixture->file);
      for (guint i = 0; i < N_THREADS; i++)
        n_saved += g_thread_join (threads[i]) != NULL;

      g_assert_cmpuint (n_saved, ==, 1);
      g_assert_cmpuint (count_files (fixture), ==, 1);
      assert_contents (fixture->file, "one of many");
      g_assert_cmpint (g_unlink (g_file_peek_path (fixture->file)), ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/export-file/new", Fixture, NULL, set_up, test_new, tear_down);
  g_test_add ("/export-file/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/export-file/existing", Fixture, NULL, set_up, test_existing, tear_down);
  g_test_add ("/export-file/replace", Fixture, NULL, set_up, test_replace, tear_down);
  g_test_add ("/export-file/dangling-link", Fixture, NULL, set_up, test_dangling_link, tear_down);
  g_test_add ("/export-file/no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);
  g_test_add ("/export-file/folder", Fixture, NULL, set_up, test_folder, tear_down);
  g_test_add ("/export-file/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/export-file/race", Fixture, NULL, set_up, test_race, tear_down);

  return g_test_run ();
}
