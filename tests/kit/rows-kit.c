/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story in rows, what edits change of these, and a story that follows. */
#include "config.h"

#include "rows-kit.h"

#include <string.h>

#include "dateline-rows.h"
#include "random-story.h"
#include "read-rows.h"

static void
restart_session (RowsKit *kit)
{
  g_clear_pointer (&kit->session, sqlite3session_delete);
  g_assert_cmpint (sqlite3session_create (kit->db, "main", &kit->session), ==, SQLITE_OK);
  sqlite3session_attach (kit->session, NULL);
}

void
rows_kit_set_up_seed (RowsKit *kit,
             guint32  seed)
{
  g_autoptr(DatelineStory) story = NULL;
  g_autoptr(GError) error = NULL;

  kit->rand = g_rand_new_with_seed (seed);
  story = random_story_new (kit->rand, 8);
  kit->database = dateline_database_create (NULL, &error);
  g_assert_no_error (error);
  kit->db = dateline_database_get_handle (kit->database);
  dateline_rows_write_story (kit->db, story, &error);
  g_assert_no_error (error);
  kit->story = read_rows (kit->db);
  restart_session (kit);
}

void
rows_kit_set_up (RowsKit       *kit,
        gconstpointer  data)
{
  rows_kit_set_up_seed (kit, 42);
}

void
rows_kit_tear_down (RowsKit       *kit,
           gconstpointer  data)
{
  g_clear_pointer (&kit->session, sqlite3session_delete);
  g_clear_object (&kit->story);
  g_clear_pointer (&kit->database, dateline_database_free);
  g_clear_pointer (&kit->rand, g_rand_free);
}

void
rows_kit_run (RowsKit    *kit,
     const char *sql)
{
  g_autoptr(GError) error = NULL;

  dateline_database_execute (kit->database, sql, &error);
  g_assert_no_error (error);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Describes the changes since the last look as "table+", "table-" or "table.column" of each row, in order of tables, and
 * adds to @ids what belongs to each. */
static char *
describe_changes (RowsKit    *kit,
                  GHashTable *ids)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  sqlite3_changeset_iter *iter;
  void *changeset;
  int size;

  g_assert_cmpint (sqlite3session_changeset (kit->session, &size, &changeset), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3changeset_start (&iter, size, changeset), ==, SQLITE_OK);
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      sqlite3_value *value;
      int n_columns;
      int operation;
      int owner;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL);
      owner = g_str_equal (table, "passage") ? 1 : 0;
      if (operation == SQLITE_INSERT)
        sqlite3changeset_new (iter, owner, &value);
      else
        sqlite3changeset_old (iter, owner, &value);
      if (value != NULL)
        {
          g_hash_table_add (ids, g_strdup ((const char *) sqlite3_value_text (value)));
        }
      else
        {
          sqlite3_stmt *statement;

          sqlite3changeset_old (iter, 0, &value);
          sqlite3_prepare_v2 (kit->db, "SELECT item FROM passage WHERE id = ?", -1, &statement, NULL);
          sqlite3_bind_value (statement, 1, value);
          g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
          g_hash_table_add (ids, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
          sqlite3_finalize (statement);
        }

      if (operation != SQLITE_UPDATE)
        g_ptr_array_add (lines, g_strconcat (table, operation == SQLITE_INSERT ? "+" : "-", NULL));
      for (int i = 0; i < n_columns && operation == SQLITE_UPDATE; i++)
        {
          sqlite3changeset_new (iter, i, &value);
          if (value != NULL)
            g_ptr_array_add (lines, g_strdup_printf ("%s.%s", table,
                                                     sqlite3_value_type (value) == SQLITE_FLOAT ? "position" : "text"));
        }
    }
  sqlite3changeset_finalize (iter);
  sqlite3_free (changeset);
  restart_session (kit);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv (" ", (char **) lines->pdata);
}

void
rows_kit_assert_changes (RowsKit    *kit,
                const char *expected)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *changes = describe_changes (kit, ids);

  g_assert_cmpstr (changes, ==, expected);
}

/* Brings the story up to date with all changes, and checks that a story read anew is no other. */
void
rows_kit_refresh (RowsKit *kit)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  G_GNUC_UNUSED g_autofree char *changes = describe_changes (kit, ids);
  g_autoptr(DatelineStory) fresh = NULL;
  g_autoptr(GError) error = NULL;

  dateline_rows_refresh (kit->db, kit->story, ids, &error);
  g_assert_no_error (error);

  fresh = read_rows (kit->db);
  random_story_assert_same (kit->story, fresh);
}

void
rows_kit_update (RowsKit      *kit,
        DatelineItem *draft,
        DatelineItem *base)
{
  g_autoptr(GError) error = NULL;

  dateline_rows_update (kit->db, draft, base, &error);
  g_assert_no_error (error);
}

DatelineItem *
rows_kit_get (RowsKit          *kit,
     DatelineItemKind  kind,
     guint             position)
{
  g_autoptr(DatelineItem) item = g_list_model_get_item (dateline_story_get_items (kit->story, kind), position);

  g_assert_nonnull (item);

  return item;
}
