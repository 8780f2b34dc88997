/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Story files that were tampered with, and folders that tell whether anything in them changed. */
#include "config.h"

#include "database-kit.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "dateline-json-writer.h"
#include "dateline-rows.h"
#include "dateline-tokenizer.h"
#include "random-story.h"
#include "read-rows.h"

char *
database_kit_make_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("dateline-test-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

void
database_kit_remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_remove (path) != 0)
        database_kit_remove_folder (path);
    }
  g_rmdir (folder);
}

/* Makes a file with a story of some size. */
char *
database_kit_make_file (const char *folder)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  g_autoptr(DatelineStory) story = random_story_new (rand, 40);
  g_autoptr(DatelineDatabase) database = NULL;
  g_autoptr(GError) error = NULL;
  char *path = g_build_filename (folder, "a story.dateline", NULL);

  database = dateline_database_create (path, &error);
  g_assert_no_error (error);
  dateline_rows_write_story (dateline_database_get_handle (database), story, &error);
  g_assert_no_error (error);
  dateline_database_publish (database, &error);
  g_assert_no_error (error);

  return path;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Says all of a folder that changes when anything in it is written, made or removed. */
char *
database_kit_describe (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) text = g_string_new (NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      g_autofree char *sum = NULL;
      struct stat info;
      gsize length = 0;

      g_assert_cmpint (lstat (path, &info), ==, 0);
      if (S_ISREG (info.st_mode))
        g_file_get_contents (path, &bytes, &length, NULL);
      sum = g_compute_checksum_for_data (G_CHECKSUM_MD5, (const guchar *) (bytes != NULL ? bytes : ""), length);
      g_ptr_array_add (lines, g_strdup_printf ("%s %lu %ld.%09ld %ld %s", name, (gulong) info.st_ino, (glong) info.st_mtim.tv_sec,
                                               (glong) info.st_mtim.tv_nsec, (glong) info.st_size, sum));
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (lines, i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static sqlite3 *
connect_freely (const char *path)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (dateline_tokenizer_register (db), ==, SQLITE_OK);

  return db;
}

/* Does with a file what another program might do. */
void
database_kit_run (const char *path,
                  const char *sql)
{
  sqlite3 *db = connect_freely (path);

  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

GBytes *
database_kit_read (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *bytes;
  gsize length;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (bytes, length);
}

void
database_kit_write (const char *path,
                    const void *bytes,
                    gsize       length)
{
  FILE *file = g_fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* Leaves beside a file another of a name of its own that looks as after a crash: half written, with a journal. */
char *
database_kit_crash (const char *path,
                    const char *name)
{
  static const char *const suffixes[] = { "", "-journal" };
  g_autofree char *folder = g_path_get_dirname (path);
  char *crashed = g_build_filename (folder, name, NULL);
  sqlite3 *db = connect_freely (path);

  /* A cache of one page has to write to the file before it may. */
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA cache_size = 1; BEGIN; UPDATE item SET note = note || 'half written';"
                                 "UPDATE block SET text = text || text || text; UPDATE passage SET prefix = 'x'",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (crashed, suffixes[i], NULL);
      g_autoptr(GBytes) bytes = database_kit_read (from);

      g_assert_cmpuint (g_bytes_get_size (bytes), >, 512);
      database_kit_write (to, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (db);

  return crashed;
}

/* Reads the story of a database. */
char *
database_kit_dup_json (DatelineDatabase *database)
{
  g_autoptr(DatelineStory) story = read_rows (dateline_database_get_handle (database));
  g_autoptr(GBytes) bytes = dateline_json_writer_write (story);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
