/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Story files for tests, in a folder of their own, and ways to compare what they hold. */
#define _GNU_SOURCE /* for setresuid() */
#include "config.h"

#include "file-kit.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "dateline-database.h"
#include "dateline-json-reader.h"
#include "dateline-json-writer.h"
#include "dateline-tokenizer.h"
#include "read-rows.h"

static char *folder;
static guint n_paths;

void
file_kit_init (int    *argc,
               char ***argv)
{
  /* Nothing here has to outlast a power cut: where files are memory, waiting for the disk takes no time. */
  const char *parent = g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir ();

  /* Run by hand, tests leave nothing in the cache. */
  g_setenv ("XDG_CACHE_HOME", "/dev/null", FALSE);
  if (!g_test_initialized ())
    g_test_init (argc, argv, NULL);
  folder = g_mkdtemp (g_build_filename (parent, "dateline-XXXXXX", NULL));
  g_assert_nonnull (folder);
}

/* Runs the tests. Nothing that they made may be left but the files themselves: no journal, no hidden file. */
int
file_kit_run (void)
{
  int result = g_test_run ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (g_str_has_suffix (name, ".dateline"));
      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);

  return result;
}

char *
file_kit_dup_path (void)
{
  g_autofree char *name = g_strdup_printf ("%u.dateline", ++n_paths);

  return g_build_filename (folder, name, NULL);
}

DatelineStory *
file_kit_read_bundled (void)
{
  g_autoptr(GError) error = NULL;
  DatelineStory *story = dateline_json_reader_read_resource (DATELINE_STORY_RESOURCE, NULL, &error);

  g_assert_no_error (error);

  return story;
}

DatelineStoryFile *
file_kit_create (void)
{
  g_autoptr(DatelineStory) story = file_kit_read_bundled ();
  g_autofree char *path = file_kit_dup_path ();
  g_autoptr(GError) error = NULL;
  DatelineStoryFile *file = dateline_story_file_create (path, story, NULL, &error);

  g_assert_no_error (error);

  return file;
}

DatelineStoryFile *
file_kit_open (const char *path)
{
  g_autoptr(GError) error = NULL;
  DatelineStoryFile *file = dateline_story_file_open (path, &error);

  g_assert_no_error (error);

  return file;
}

/* Opens a file as somebody may who must not write it. Root, who may write everything, is nobody for that time. */
DatelineStoryFile *
file_kit_open_read_only (const char *path)
{
  gboolean is_root = geteuid () == 0;
  DatelineStoryFile *file;
  GStatBuf buffer;

  g_assert_cmpint (g_stat (path, &buffer), ==, 0);
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  if (is_root)
    g_assert_cmpint (setresuid (65534, 65534, 0), ==, 0);
  file = file_kit_open (path);
  if (is_root)
    g_assert_cmpint (setresuid (0, 0, 0), ==, 0);
  g_assert_cmpint (g_chmod (path, buffer.st_mode), ==, 0);
  g_assert_true (dateline_story_file_get_read_only (file));

  return file;
}

gpointer
file_kit_get (DatelineStoryFile *file,
              const char        *id)
{
  DatelineItem *item = dateline_story_lookup (dateline_story_file_get_story (file), id);

  g_assert_nonnull (item);

  return item;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
dump_table (sqlite3    *db,
            const char *table,
            GString    *dump)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", table);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      GString *row = g_string_new (table);

      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_string_append_printf (row, "|%d:%s", sqlite3_column_type (statement, i), sqlite3_column_text (statement, i));
      g_ptr_array_add (rows, g_string_free (row, FALSE));
    }
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);

  g_ptr_array_sort (rows, compare_strings);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (dump, "%s\n", (const char *) g_ptr_array_index (rows, i));
}

/* All rows that hold the story, in an order of their own. */
char *
file_kit_dump_path (const char *path)
{
  static const char *const tables[] = {
    "story", "item", "article", "block", "person", "event", "participant", "quote", "reaction", "claim", "about",
    "account", "passage", "clipping"
  };
  GString *dump = g_string_new (NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    dump_table (db, tables[i], dump);
  sqlite3_close (db);

  return g_string_free (dump, FALSE);
}

char *
file_kit_dump (DatelineStoryFile *file)
{
  return file_kit_dump_path (dateline_story_file_get_path (file));
}

static char *
dup_json (DatelineStory *story)
{
  g_autoptr(GBytes) bytes = dateline_json_writer_write (story);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

char *
file_kit_dup_json (DatelineStoryFile *file)
{
  return dup_json (dateline_story_file_get_story (file));
}

/* The living story is just what a new one would be that is loaded from the file. */
void
file_kit_assert_shown (DatelineStoryFile *file)
{
  g_autoptr(DatelineDatabase) database = NULL;
  g_autoptr(DatelineStory) story = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *living = file_kit_dup_json (file);
  g_autofree char *loaded = NULL;

  database = dateline_database_open (dateline_story_file_get_path (file), DATELINE_DATABASE_READ_ONLY, NULL, NULL, &error);
  g_assert_no_error (error);
  story = read_rows (dateline_database_get_handle (database));
  loaded = dup_json (story);
  file_kit_assert_same (living, loaded);
}

/* Compares long texts, of which only the surroundings of the first difference are to be read. */
void
file_kit_assert_same (const char *a,
                      const char *b)
{
  gsize n = 0;
  gsize from;

  if (g_str_equal (a, b))
    return;

  while (a[n] == b[n])
    n++;
  from = n > 200 ? n - 200 : 0;
  g_error ("Different at %" G_GSIZE_FORMAT ":\n%.300s\n------\n%.300s", n, a + from, b + from);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  DatelineStoryFile **file = user_data;
  g_autoptr(GError) error = NULL;

  *file = dateline_story_file_open_finish (result, &error);
  g_assert_no_error (error);
}

/* As a window does. */
DatelineStoryFile *
file_kit_open_async (const char *path)
{
  DatelineStoryFile *file = NULL;

  dateline_story_file_open_async (path, NULL, opened_cb, &file);
  while (file == NULL)
    g_main_context_iteration (NULL, TRUE);

  return file;
}

/* Another program, which knows nothing of edits. */
void
file_kit_run_sql (const char *path,
                  const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  dateline_tokenizer_register (db);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* A file of the bundled story that somebody has changed. */
char *
file_kit_make (const char *sql)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  char *path = g_strdup (dateline_story_file_get_path (file));

  g_clear_object (&file);
  file_kit_run_sql (path, sql);

  return path;
}

const char *
file_kit_get_title (DatelineStoryFile *file,
                    const char        *id)
{
  return dateline_event_get_title (file_kit_get (file, id));
}

DatelineEdit *
file_kit_new_title (DatelineStoryFile *file,
                    const char        *id,
                    const char        *title)
{
  DatelineItem *item = file_kit_get (file, id);
  g_autoptr(DatelineItem) base = dateline_item_copy (item);
  g_autoptr(DatelineItem) draft = dateline_item_copy (item);
  DatelineEdit *edit = dateline_edit_new ("Change Title");

  g_object_set (draft, "title", title, NULL);
  dateline_edit_put (edit, draft, base);

  return edit;
}

void
file_kit_apply (DatelineStoryFile *file,
                DatelineEdit      *edit)
{
  g_autoptr(GError) error = NULL;

  dateline_story_file_apply (file, edit, &error);
  g_assert_no_error (error);
}

/* Changes one field of one item, as a form does. */
void
file_kit_set (DatelineStoryFile *file,
              const char        *id,
              const char        *property,
              const char        *value)
{
  DatelineItem *item = file_kit_get (file, id);
  g_autofree char *name = g_strdup_printf ("Change %s", property);
  g_autoptr(DatelineItem) base = dateline_item_copy (item);
  g_autoptr(DatelineItem) draft = dateline_item_copy (item);
  g_autoptr(DatelineEdit) edit = dateline_edit_new (name);

  g_object_set (draft, property, value, NULL);
  dateline_edit_put (edit, draft, base);
  file_kit_apply (file, edit);
}
