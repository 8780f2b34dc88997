/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are no stories, or none any more, are refused in a sentence, and stay as they are to the last byte. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "database-kit.h"
#include "dateline-rows.h"

typedef struct
{
  char *folder;
  char *path;   /* a sound file */
  char *victim; /* where its bad sisters are */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = database_kit_make_folder ();
  fixture->path = database_kit_make_file (fixture->folder);
  fixture->victim = g_build_filename (fixture->folder, "victim.dateline", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  database_kit_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->victim);
}

/* Reads all of a file that may be anything, if it can be opened. */
static gboolean
read_all (const char           *path,
          DatelineDatabaseMode  mode,
          GError              **error)
{
  g_autoptr(DatelineDatabase) database = dateline_database_open (path, mode, NULL, NULL, error);
  g_autoptr(DatelineStory) story = NULL;

  if (database == NULL)
    return FALSE;
  story = dateline_rows_new_story (dateline_database_get_handle (database), error);

  return story != NULL && dateline_rows_load (dateline_database_get_handle (database), story, error);
}

/* Checks that a file is refused however it is opened. */
static void
assert_refused (Fixture            *fixture,
                const char         *what,
                DatelineStoryError  code)
{
  g_autofree char *before = database_kit_describe (fixture->folder);
  g_autofree char *after = NULL;

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr(DatelineDatabase) database = NULL;
      g_autoptr(DatelineDatabaseSummary) summary = NULL;
      g_autoptr(GError) error = NULL;
      gboolean is_refused;

      if (i < 2)
        database = dateline_database_open (fixture->victim, i == 0 ? DATELINE_DATABASE_READ_WRITE : DATELINE_DATABASE_READ_ONLY,
                                           NULL, NULL, &error);
      else if (i == 2)
        summary = dateline_database_read_summary (fixture->victim, &error);
      is_refused = i < 3 ? database == NULL && summary == NULL
                         : !dateline_database_check_file (fixture->victim, NULL, &error);
      if (!is_refused || !g_error_matches (error, DATELINE_STORY_ERROR, code))
        g_error ("%s: %s", what, error != NULL ? error->message : "was taken");
      g_assert_cmpuint (g_utf8_strlen (error->message, -1), >, 10);
      g_assert_null (strchr (error->message, '\n'));
    }

  after = database_kit_describe (fixture->folder);
  if (!g_str_equal (after, before))
    g_error ("%s:\n%s\n%s", what, before, after);
}

static void
copy_victim (Fixture *fixture)
{
  g_autoptr(GBytes) bytes = database_kit_read (fixture->path);

  database_kit_write (fixture->victim, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_tampered (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct { const char *sql; DatelineStoryError code; } cases[] = {
    { "CREATE TRIGGER t AFTER UPDATE ON event BEGIN DELETE FROM item; END", DATELINE_STORY_ERROR_ALTERED },
    { "CREATE VIEW v AS SELECT 1", DATELINE_STORY_ERROR_ALTERED },
    { "CREATE VIRTUAL TABLE v USING fts5 (a)", DATELINE_STORY_ERROR_ALTERED },
    { "CREATE VIRTUAL TABLE v USING rtree (a, b, c)", DATELINE_STORY_ERROR_ALTERED },
    { "CREATE TABLE more (a)", DATELINE_STORY_ERROR_ALTERED },
    { "CREATE TABLE \"more\nand more, to a length that nobody wants to see in a sentence of an error\" (a)",
      DATELINE_STORY_ERROR_ALTERED },
    { "CREATE INDEX more ON event (title)", DATELINE_STORY_ERROR_ALTERED },
    { "DROP INDEX event_by_part_of", DATELINE_STORY_ERROR_ALTERED },
    { "DROP TABLE clipping", DATELINE_STORY_ERROR_ALTERED },
    { "ALTER TABLE event ADD COLUMN more TEXT", DATELINE_STORY_ERROR_ALTERED },
    { "ALTER TABLE event RENAME TO happening", DATELINE_STORY_ERROR_ALTERED },
    { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'retelling IN (0, 1)', '1') "
      "WHERE name = 'article'", DATELINE_STORY_ERROR_ALTERED },
    { "DROP TABLE clipping; CREATE VIEW clipping AS SELECT 1 AS id", DATELINE_STORY_ERROR_ALTERED },
    { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE event (id' WHERE name = 'event'",
      DATELINE_STORY_ERROR_DAMAGED },
    { "PRAGMA user_version = 99", DATELINE_STORY_ERROR_NEWER_VERSION },
    { "PRAGMA user_version = -1", DATELINE_STORY_ERROR_NEWER_VERSION },
    { "PRAGMA user_version = 0", DATELINE_STORY_ERROR_ALTERED },
    { "PRAGMA user_version = 1", DATELINE_STORY_ERROR_ALTERED },
    { "PRAGMA application_id = 1", DATELINE_STORY_ERROR_NOT_A_STORY },
    { "PRAGMA application_id = 0", DATELINE_STORY_ERROR_NOT_A_STORY },
    { "PRAGMA journal_mode = WAL", DATELINE_STORY_ERROR_ALTERED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      copy_victim (fixture);
      database_kit_run (fixture->victim, cases[i].sql);
      assert_refused (fixture, cases[i].sql, cases[i].code);
    }
}

/* What does no harm is no reason to refuse a reader's own story. */
static void
test_harmless (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const cases[] = { "ANALYZE", "VACUUM", "PRAGMA page_size = 512; VACUUM", "PRAGMA auto_vacuum = 1; VACUUM",
                                       "PRAGMA page_size = 65536; VACUUM", "REINDEX" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      copy_victim (fixture);
      database_kit_run (fixture->victim, cases[i]);
      if (!read_all (fixture->victim, DATELINE_DATABASE_READ_WRITE, &error) ||
          !dateline_database_check_file (fixture->victim, NULL, &error))
        g_error ("%s: %s", cases[i], error->message);
    }
}

/* Rows that break the rules of the tables are found when all of a file is checked. */
static void
test_unsound (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const cases[] = {
    "PRAGMA foreign_keys = OFF; DELETE FROM person",
    "PRAGMA ignore_check_constraints = ON; UPDATE article SET retelling = 5",
    "PRAGMA ignore_check_constraints = ON; UPDATE block SET text = char (10)",
    ("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE "
     "name = 'person') WHERE name = 'clipping'"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr(GError) error = NULL;

      copy_victim (fixture);
      database_kit_run (fixture->victim, cases[i]);
      before = database_kit_describe (fixture->folder);
      if (dateline_database_check_file (fixture->victim, NULL, &error))
        g_error ("%s was taken", cases[i]);
      g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_DAMAGED);
      after = database_kit_describe (fixture->folder);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_other_files (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *garbage = g_malloc0 (8192);

  assert_refused (fixture, "nothing", DATELINE_STORY_ERROR_NOT_FOUND);
  database_kit_write (fixture->victim, "", 0);
  assert_refused (fixture, "an empty file", DATELINE_STORY_ERROR_EMPTY);
  database_kit_write (fixture->victim, "S", 1);
  assert_refused (fixture, "a letter", DATELINE_STORY_ERROR_TRUNCATED);
  database_kit_write (fixture->victim, "Hello", 5);
  assert_refused (fixture, "a word", DATELINE_STORY_ERROR_NOT_A_STORY);
  memset (garbage, 'x', 8192);
  database_kit_write (fixture->victim, garbage, 8192);
  assert_refused (fixture, "a text", DATELINE_STORY_ERROR_NOT_A_STORY);
  memset (garbage, 0, 8192);
  database_kit_write (fixture->victim, garbage, 8192);
  assert_refused (fixture, "zeros", DATELINE_STORY_ERROR_NOT_A_STORY);

  g_unlink (fixture->victim);
  database_kit_run (fixture->victim, "CREATE TABLE other (a); INSERT INTO other VALUES (1)");
  assert_refused (fixture, "another database", DATELINE_STORY_ERROR_NOT_A_STORY);

  g_unlink (fixture->victim);
  g_assert_cmpint (g_mkdir (fixture->victim, 0700), ==, 0);
  assert_refused (fixture, "a folder", DATELINE_STORY_ERROR_IS_FOLDER);
  g_rmdir (fixture->victim);
  g_assert_cmpint (mkfifo (fixture->victim, 0600), ==, 0);
  assert_refused (fixture, "a pipe", DATELINE_STORY_ERROR_NOT_A_STORY);
  g_unlink (fixture->victim);
  g_assert_cmpint (symlink ("nowhere", fixture->victim), ==, 0);
  assert_refused (fixture, "a link to nothing", DATELINE_STORY_ERROR_NOT_FOUND);
  g_unlink (fixture->victim);

  g_assert_cmpint (symlink (fixture->path, fixture->victim), ==, 0);
  g_assert_true (read_all (fixture->victim, DATELINE_DATABASE_READ_WRITE, NULL));
}

/* Wherever a file ends too early. */
static void
test_truncated (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GBytes) bytes = database_kit_read (fixture->path);
  gsize size = g_bytes_get_size (bytes);

  g_assert_cmpuint (size, >, 40 * 4096);
  for (gsize length = 100; length < size; length += (length % 4096 == 0 ? 1 : 4096 - length % 4096))
    {
      database_kit_write (fixture->victim, g_bytes_get_data (bytes, NULL), length);
      assert_refused (fixture, "a part", DATELINE_STORY_ERROR_TRUNCATED);
    }
  database_kit_write (fixture->victim, g_bytes_get_data (bytes, NULL), size);
  g_assert_true (read_all (fixture->victim, DATELINE_DATABASE_READ_ONLY, NULL));
}

/* Whatever bytes a bad disk makes of a file: an error, or a story, but no crash; and who only reads never writes. */
static void
test_flipped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  g_autoptr(GBytes) bytes = database_kit_read (fixture->path);
  gsize size = g_bytes_get_size (bytes);
  guint n_refused = 0;

  for (guint i = 0; i < 150; i++)
    {
      g_autofree guint8 *flipped = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr(DatelineDatabaseSummary) summary = NULL;
      int n = g_rand_int_range (rand, 1, 20);

      /* Every other time in the header or the tables of tables, or a whole page of another place. */
      for (int k = 0; k < n; k++)
        flipped[g_rand_int_range (rand, 0, i % 2 == 0 ? (int) size : 8192)] = (guint8) g_rand_int (rand);
      if (i % 3 == 0)
        memcpy (flipped + 4096 * g_rand_int_range (rand, 1, (int) size / 4096),
                flipped + 4096 * g_rand_int_range (rand, 1, (int) size / 4096), 4096);
      database_kit_write (fixture->victim, flipped, size);

      before = database_kit_describe (fixture->folder);
      n_refused += !read_all (fixture->victim, DATELINE_DATABASE_READ_ONLY, NULL);
      summary = dateline_database_read_summary (fixture->victim, NULL);
      dateline_database_check_file (fixture->victim, NULL, NULL);
      after = database_kit_describe (fixture->folder);
      g_assert_cmpstr (after, ==, before);

      read_all (fixture->victim, DATELINE_DATABASE_READ_WRITE, NULL);
    }
  g_assert_cmpuint (n_refused, >, 10);
  g_assert_cmpuint (n_refused, <, 150);
}

static void
append_number (GByteArray *bytes,
               guint32     number)
{
  number = GUINT32_TO_BE (number);
  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

/* A journal that is not ours is not played back: SQLite would delete it, or what it names, or write into the file. */
static void
test_journals (Fixture       *fixture,
               gconstpointer  data)
{
  static const guint8 magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };
  g_autofree char *crashed = database_kit_crash (fixture->path, "victim.dateline");
  g_autofree char *journal = g_strconcat (crashed, "-journal", NULL);
  g_autofree char *precious = g_build_filename (fixture->folder, "thesis", NULL);
  g_autoptr(GBytes) file_bytes = database_kit_read (crashed);
  g_autoptr(GBytes) journal_bytes = database_kit_read (journal);
  g_autoptr(GByteArray) naming = g_byte_array_new ();
  guint32 sum = 0;

  g_assert_cmpstr (crashed, ==, fixture->victim);
  database_kit_write (precious, "Years of work", 13);

  copy_victim (fixture);
  database_kit_write (journal, "Only a note of mine", 19);
  assert_refused (fixture, "a note", DATELINE_STORY_ERROR_ALTERED);
  database_kit_write (journal, "x", 1);
  assert_refused (fixture, "a letter", DATELINE_STORY_ERROR_ALTERED);

  /* A journal whose end names another file as the one that leads. */
  database_kit_write (crashed, g_bytes_get_data (file_bytes, NULL), g_bytes_get_size (file_bytes));
  g_byte_array_append (naming, g_bytes_get_data (journal_bytes, NULL), g_bytes_get_size (journal_bytes));
  append_number (naming, 0x40000000 / 4096 + 1);
  g_byte_array_append (naming, (const guint8 *) precious, strlen (precious));
  for (const char *p = precious; *p != '\0'; p++)
    sum += (guint8) *p;
  append_number (naming, (guint32) strlen (precious));
  append_number (naming, sum);
  g_byte_array_append (naming, magic, sizeof magic);
  database_kit_write (journal, naming->data, naming->len);
  assert_refused (fixture, "a journal that names a file", DATELINE_STORY_ERROR_ALTERED);

  /* A half written file that would be refused if it were put right. */
  g_unlink (journal);
  copy_victim (fixture);
  database_kit_run (fixture->victim, "CREATE VIEW v AS SELECT 1");
  {
    g_autofree char *again = database_kit_crash (fixture->victim, "again.dateline");
    g_autofree char *again_journal = g_strconcat (again, "-journal", NULL);

    g_assert_cmpint (g_rename (again, fixture->victim), ==, 0);
    g_assert_cmpint (g_rename (again_journal, journal), ==, 0);
  }
  assert_refused (fixture, "a half written file with a view", DATELINE_STORY_ERROR_ALTERED);

  /* No journal at all: whoever wrote it last left nothing behind. */
  copy_victim (fixture);
  database_kit_write (journal, "", 0);
  g_assert_true (read_all (fixture->victim, DATELINE_DATABASE_READ_WRITE, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(name, func) g_test_add ("/database-refusals/" name, Fixture, NULL, set_up, func, tear_down)
  add ("tampered", test_tampered);
  add ("harmless", test_harmless);
  add ("unsound", test_unsound);
  add ("other-files", test_other_files);
  add ("truncated", test_truncated);
  add ("flipped", test_flipped);
  add ("journals", test_journals);

  return g_test_run ();
}
