/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search index of a story file: made by the migration, kept in step with each change, made anew when it is damaged. */
#include "config.h"

#include "dateline-database.h"
#include "dateline-search-index.h"
#include "dateline-tokenizer.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char             *folder;
  char             *path;
  DatelineDatabase *database;
  sqlite3          *db;
} Fixture;

static void
execute (sqlite3    *db,
         const char *sql)
{
  char *message = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &message);
  if (message != NULL)
    g_error ("%s: %s", sql, message);
}

static void
open_database (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  fixture->database = dateline_database_open (fixture->path, DATELINE_DATABASE_READ_WRITE, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->db = dateline_database_get_handle (fixture->database);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "fixtures", "version-1.dateline", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  fixture->folder = g_dir_make_tmp ("dateline-test-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "story.dateline", NULL);
  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  open_database (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->database, dateline_database_free);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* What a query returns, a line a row. */
static char *
dup_rows (sqlite3    *db,
          const char *sql,
          const char *parameter)
{
  g_autoptr(GString) rows = g_string_new (NULL);
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  if (parameter != NULL)
    sqlite3_bind_text (statement, 1, parameter, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_string_append_printf (rows, "%s%s", i > 0 ? "|" : "", (const char *) sqlite3_column_text (statement, i));
      g_string_append_c (rows, '\n');
    }
  sqlite3_finalize (statement);

  return g_string_free (g_steal_pointer (&rows), FALSE);
}

static char *
dup_found (sqlite3    *db,
           const char *query)
{
  char *found = dup_rows (db,
                          "SELECT r.item FROM search_words w JOIN search_row r ON r.number = w.rowid"
                          " WHERE w.search_words MATCH ?1 ORDER BY w.rowid", query);

  return g_strdelimit (found, "\n", ' ');
}

#define assert_found(db, query, expected)                \
  G_STMT_START                                           \
    {                                                    \
      g_autofree char *found_ = dup_found (db, query);   \
      g_assert_cmpstr (found_, ==, expected);            \
    }                                                    \
  G_STMT_END

/* All that the index says, whatever the numbers are. */
static char *
dup_index (sqlite3 *db)
{
  g_autofree char *rows = dup_rows (db,
                                    "SELECT number >> 40, item, block, start, lower, upper, title, text, keys FROM search_row"
                                    " ORDER BY item, block", NULL);
  g_autofree char *names = dup_rows (db, "SELECT name, person FROM search_name ORDER BY 1, 2", NULL);

  execute (db, "INSERT INTO search_words (search_words, rank) VALUES ('integrity-check', 1)");

  return g_strconcat (rows, names, NULL);
}

static void
test_migration (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *version = dup_rows (fixture->db, "PRAGMA user_version", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (version, ==, "2\n");
  g_assert_true (dateline_search_index_is_ready (fixture->db));
  assert_found (fixture->db, "navalny", "person-n quote-3 article-three ");
  assert_found (fixture->db, "\"моск\" *", "article-three article-three ");
  assert_found (fixture->db, "\"patronymic\"", "person-n ");
  assert_found (fixture->db, "\"courage\"", "reaction-1 ");
  assert_found (fixture->db, "\"nobody counted\"", "claim-1 ");
  assert_found (fixture->db, "text : \"two years\"", "article-one ");
  assert_found (fixture->db, "keys : \"" DATELINE_TOKENIZER_KEYS "person-n\"", "person-n quote-3 article-three article-three ");

  g_clear_pointer (&fixture->database, dateline_database_free);
  g_assert_true (dateline_database_check_file (fixture->path, NULL, &error));
  g_assert_no_error (error);
}

/* A file that cannot be written is read all the same. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "version-1.dateline", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineDatabase) database = dateline_database_open (path, DATELINE_DATABASE_READ_ONLY, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (dateline_search_index_is_ready (dateline_database_get_handle (database)));
}

/* After each change and update the index is as if it had been made anew. */
static void
test_changes (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    const char *ids;
  } changes[] = {
    { "UPDATE person SET name = 'Alexey N.' WHERE id = 'person-n'", "person-n" },
    { "UPDATE person SET aliases = '[\"Лёша\", 7, \"Navalny\"]', role = '' WHERE id = 'person-n'", "person-n" },
    { "UPDATE person SET aliases = '[broken]' WHERE id = 'person-n'", "person-n" },
    { "UPDATE item SET note = 'doubtful' WHERE id IN ('quote-1', 'article-two', 'event-part')", "quote-1 article-two event-part" },
    { "UPDATE event SET date = '1999', title = 'Earlier' WHERE id = 'event-whole'", "event-whole" },
    { "UPDATE event SET date = 'nonsense' WHERE id = 'event-whole'", "event-whole" },
    { "DELETE FROM participant", "event-whole" },
    { "UPDATE article SET published = '2001-01' WHERE id = 'article-one'", "article-one" },
    { "UPDATE article SET published = NULL, headline = 'Long' WHERE id = 'article-one'", "article-one" },
    { "UPDATE passage SET start = 0, \"end\" = 3 WHERE item = 'person-n' AND start = 36", "person-n" },
    { "DELETE FROM passage WHERE item = 'person-n'", "person-n" },
    { "INSERT INTO passage VALUES (1, 'person-n', 'article-one', 60, 62, 'x', '', '', 0, NULL)", "person-n" },
    { "UPDATE block SET text = 'Navalny came and went' WHERE article = 'article-three' AND number = 0", "article-three" },
    { "DELETE FROM block WHERE article = 'article-three' AND number = 1", "article-three" },
    { "INSERT INTO block VALUES ('article-three', 1, 'paragraph', ''), ('article-three', 2, 'post', 'Last')", "article-three" },
    { "INSERT INTO item VALUES ('person-x', 'person', 99, ''); INSERT INTO person VALUES ('person-x', 'X', 'person', '[]', '', '')",
      "person-x" },
    { "UPDATE quote SET speaker = 'person-x', addressee = NULL WHERE id = 'quote-1'", "quote-1" },
    { "UPDATE person SET name = 'Xenia' WHERE id = 'person-x'", "person-x" },
    { "UPDATE reaction SET author = 'person-x', hashtags = '[\"Free\"]' WHERE id = 'reaction-2'", "reaction-2" },
    { "UPDATE person SET name = 'Ksenia' WHERE id = 'person-x'", "person-x" },
    { "INSERT INTO about VALUES ('claim-1', 'person-x', 9)", "claim-1" },
    { "UPDATE account SET value = '201' WHERE id = 'account-1'", "account-1" },
    { "DELETE FROM item WHERE id = 'quote-2'", "quote-2 quote-1" },
    { "DELETE FROM item WHERE id = 'person-n'", "person-n quote-3" },
    { "UPDATE reaction SET author = 'person-he' WHERE author = 'person-x'; DELETE FROM item WHERE id = 'person-x'",
      "person-x quote-1 reaction-2 claim-1" },
    { "DELETE FROM item WHERE id = 'event-whole'", "event-whole quote-1 reaction-2 claim-1" },
    { "DELETE FROM account WHERE article = 'article-one'; DELETE FROM item WHERE kind = 'account';"
      " DELETE FROM item WHERE id = 'article-one'", "account-1 account-2 article-one person-he quote-1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
      g_auto(GStrv) split = g_strsplit (changes[i].ids, " ", -1);
      g_autofree char *updated = NULL;
      g_autofree char *rebuilt = NULL;
      g_autoptr(GError) error = NULL;

      for (guint k = 0; split[k] != NULL; k++)
        g_hash_table_add (ids, split[k]);
      execute (fixture->db, "BEGIN IMMEDIATE");
      execute (fixture->db, changes[i].sql);
      g_assert_true (dateline_search_index_update (fixture->db, ids, &error));
      g_assert_no_error (error);
      execute (fixture->db, "COMMIT");
      g_assert_true (dateline_search_index_is_ready (fixture->db));

      updated = dup_index (fixture->db);
      execute (fixture->db, "BEGIN IMMEDIATE");
      g_assert_true (dateline_search_index_rebuild (fixture->db, &error));
      rebuilt = dup_index (fixture->db);
      execute (fixture->db, "ROLLBACK");
      if (strcmp (updated, rebuilt) != 0)
        g_test_message ("after: %s", changes[i].sql);
      g_assert_cmpstr (updated, ==, rebuilt);
    }
}

/* What a stranger did to the index costs nobody an edit, and it is put right when the file is opened next. */
static void
test_damage (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const damages[] = {
    "UPDATE search_words_data SET block = x'00ff00ff00ff' WHERE id > 10",
    "DELETE FROM search_words_data WHERE id > 10",
    "UPDATE search_words_data SET block = randomblob (length (block))",
    "UPDATE search_words_data SET block = x'' WHERE id = 10",
    "DELETE FROM search_words_data",
    "UPDATE search_words_config SET v = 99",
    "DELETE FROM search_words_idx",
    "UPDATE search_words_idx SET pgno = 99999",
    "UPDATE search_state SET version = 0",
    "DELETE FROM search_row WHERE number % 2"
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
      g_autofree char *before = dup_index (fixture->db);
      g_autofree char *after = NULL;
      g_autoptr(GError) error = NULL;
      sqlite3 *raw;

      g_clear_pointer (&fixture->database, dateline_database_free);
      g_assert_cmpint (sqlite3_open (fixture->path, &raw), ==, SQLITE_OK);
      dateline_tokenizer_register (raw);
      execute (raw, damages[i]);
      sqlite3_close (raw);

      open_database (fixture);
      g_hash_table_add (ids, (gpointer) "person-n");
      g_hash_table_add (ids, (gpointer) "article-one");
      execute (fixture->db, "BEGIN IMMEDIATE; UPDATE person SET name = name || '!' WHERE id = 'person-n'");
      if (!dateline_search_index_update (fixture->db, ids, NULL))
        {
          /* SQLite ends the transaction where it believes to be out of memory. Then the edit fails, but only once. */
          g_assert_true (sqlite3_get_autocommit (fixture->db));
          execute (fixture->db, "BEGIN IMMEDIATE; UPDATE person SET name = name || '!' WHERE id = 'person-n'");
          g_assert_true (dateline_search_index_update (fixture->db, ids, &error));
          g_assert_no_error (error);
        }
      execute (fixture->db, "COMMIT");

      execute (fixture->db, "BEGIN IMMEDIATE; UPDATE person SET name = rtrim (name, '!') WHERE id = 'person-n'");
      dateline_search_index_rebuild (fixture->db, &error);
      g_assert_no_error (error);
      execute (fixture->db, "COMMIT");
      after = dup_index (fixture->db);
      g_assert_cmpstr (after, ==, before);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/search-index/migration", Fixture, NULL, set_up, test_migration, tear_down);
  g_test_add ("/search-index/read-only", Fixture, NULL, set_up, test_read_only, tear_down);
  g_test_add ("/search-index/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add ("/search-index/damage", Fixture, NULL, set_up, test_damage, tear_down);

  return g_test_run ();
}
