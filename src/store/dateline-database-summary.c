/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told of a story file without loading the story. */
#include "config.h"

#include "dateline-database.h"

static char *
dup_text (sqlite3_stmt *statement,
          int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return g_utf8_make_valid (text != NULL ? text : "", -1);
}

static void
add_count (DatelineDatabaseSummary *summary,
           sqlite3_stmt            *statement)
{
  g_autoptr(GEnumClass) kinds = g_type_class_ref (DATELINE_TYPE_ITEM_KIND);
  const char *nick = (const char *) sqlite3_column_text (statement, 0);
  GEnumValue *kind = nick != NULL ? g_enum_get_value_by_nick (kinds, nick) : NULL;

  if (kind != NULL)
    summary->n_items[kind->value] = (guint64) sqlite3_column_int64 (statement, 1);
}

static void
add_story (DatelineDatabaseSummary *summary,
           sqlite3_stmt            *statement)
{
  summary->id = dup_text (statement, 0);
  summary->title = dup_text (statement, 1);
  summary->description = dup_text (statement, 2);
  summary->language = dup_text (statement, 3);
}

static gboolean
read_rows (sqlite3                  *db,
           const char               *sql,
           void                    (*add) (DatelineDatabaseSummary *summary,
                                           sqlite3_stmt            *statement),
           DatelineDatabaseSummary  *summary,
           GError                  **error)
{
  sqlite3_stmt *statement = NULL;
  int code;

  code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  if (code == SQLITE_OK)
    {
      while ((code = sqlite3_step (statement)) == SQLITE_ROW)
        add (summary, statement);
    }
  sqlite3_finalize (statement);

  return code == SQLITE_DONE || dateline_story_error_set_sqlite (error, db, code);
}

/**
 * dateline_database_read_summary:
 * @path: the path of a file
 * @error: return location for an error
 *
 * Reads what a card of a library tells of a story file. Safe on any file, and never changes one.
 *
 * Returns: (transfer full) (nullable): the summary, or %NULL if the file is no story that can be opened
 */
DatelineDatabaseSummary *
dateline_database_read_summary (const char  *path,
                                GError     **error)
{
  g_autoptr(DatelineDatabase) database = NULL;
  g_autoptr(DatelineDatabaseSummary) summary = NULL;
  sqlite3 *db;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  database = dateline_database_open (path, DATELINE_DATABASE_AS_IS, NULL, NULL, error);
  if (database == NULL)
    return NULL;

  db = dateline_database_get_handle (database);
  summary = g_new0 (DatelineDatabaseSummary, 1);
  if (!read_rows (db, "SELECT id, title, description, language FROM story LIMIT 1", add_story, summary, error) ||
      !read_rows (db, "SELECT kind, count (*) FROM item GROUP BY kind", add_count, summary, error))
    return NULL;
  if (summary->id == NULL)
    {
      dateline_story_error_set_sqlite (error, db, SQLITE_CORRUPT);
      return NULL;
    }

  return g_steal_pointer (&summary);
}

/**
 * dateline_database_summary_free:
 * @summary: (transfer full): a summary
 *
 * Frees a summary.
 */
void
dateline_database_summary_free (DatelineDatabaseSummary *summary)
{
  g_return_if_fail (summary != NULL);

  g_free (summary->id);
  g_free (summary->title);
  g_free (summary->description);
  g_free (summary->language);
  g_free (summary);
}
