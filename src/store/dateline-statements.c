/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The prepared statements of a task that runs each of them often. */
#include "config.h"

#include "dateline-statements.h"

#include <string.h>

#include "dateline-story-error.h"

struct _DatelineStatements
{
  sqlite3    *db;
  GHashTable *by_sql;
};

/**
 * dateline_statements_new:
 * @db: a connection, which has to last longer
 *
 * Creates a keeper of statements.
 *
 * Returns: (transfer full): a new keeper
 */
DatelineStatements *
dateline_statements_new (sqlite3 *db)
{
  DatelineStatements *self;

  g_return_val_if_fail (db != NULL, NULL);

  self = g_new0 (DatelineStatements, 1);
  self->db = db;
  self->by_sql = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sqlite3_finalize);

  return self;
}

/**
 * dateline_statements_free:
 * @self: (transfer full): a keeper of statements
 *
 * Finalizes all statements.
 */
void
dateline_statements_free (DatelineStatements *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_sql);
  g_free (self);
}

/**
 * dateline_statements_get_db:
 * @self: a keeper of statements
 *
 * The connection.
 *
 * Returns: (transfer none): the connection
 */
sqlite3 *
dateline_statements_get_db (DatelineStatements *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->db;
}

/**
 * dateline_statements_get:
 * @self: a keeper of statements
 * @sql: one statement
 * @error: return location for an error
 *
 * Gets a statement ready to run, with nothing bound.
 *
 * Returns: (transfer none) (nullable): the statement
 */
sqlite3_stmt *
dateline_statements_get (DatelineStatements  *self,
                         const char          *sql,
                         GError             **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  statement = g_hash_table_lookup (self->by_sql, sql);
  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }

  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      dateline_story_error_set_sqlite (error, self->db, sqlite3_extended_errcode (self->db));
      return NULL;
    }
  g_hash_table_insert (self->by_sql, g_strdup (sql), statement);

  return statement;
}

/**
 * dateline_statements_step:
 * @statement: a statement
 * @has_row: (out): whether there is another row
 * @error: return location for an error
 *
 * Goes to the next row. After the last one the statement is reset.
 *
 * Returns: %TRUE if there is a row, or none any more
 */
gboolean
dateline_statements_step (sqlite3_stmt  *statement,
                          gboolean      *has_row,
                          GError       **error)
{
  sqlite3 *db;
  int code;

  g_return_val_if_fail (statement != NULL, FALSE);
  g_return_val_if_fail (has_row != NULL, FALSE);

  code = sqlite3_step (statement);
  *has_row = code == SQLITE_ROW;
  if (code == SQLITE_ROW)
    return TRUE;
  if (code == SQLITE_DONE)
    {
      sqlite3_reset (statement);
      return TRUE;
    }

  db = sqlite3_db_handle (statement);
  dateline_story_error_set_sqlite (error, db, sqlite3_extended_errcode (db));
  sqlite3_reset (statement);

  return FALSE;
}

/**
 * dateline_statements_run:
 * @statement: a statement that returns no rows
 * @n_changed: (out) (optional): how many rows it inserted, updated or deleted
 * @error: return location for an error
 *
 * Runs a statement.
 *
 * Returns: %TRUE if it was run
 */
gboolean
dateline_statements_run (sqlite3_stmt  *statement,
                         guint         *n_changed,
                         GError       **error)
{
  gboolean has_row;

  g_return_val_if_fail (statement != NULL, FALSE);

  if (!dateline_statements_step (statement, &has_row, error))
    return FALSE;
  if (n_changed != NULL)
    *n_changed = (guint) sqlite3_changes (sqlite3_db_handle (statement));

  return TRUE;
}

/**
 * dateline_statements_bind_text:
 * @statement: a statement
 * @parameter: the number of a parameter, counted from 1
 * @text: (nullable): a text
 *
 * Gives a parameter its value.
 */
void
dateline_statements_bind_text (sqlite3_stmt *statement,
                               int           parameter,
                               const char   *text)
{
  g_return_if_fail (statement != NULL);

  if (text != NULL)
    sqlite3_bind_text (statement, parameter, text, -1, SQLITE_TRANSIENT);
  else
    sqlite3_bind_null (statement, parameter);
}

/**
 * dateline_statements_read_text:
 * @statement: a statement that is at a row
 * @column: the number of a column, counted from 0
 * @text: (out) (nullable) (transfer none): the text, until the next step
 * @error: return location for an error
 *
 * Reads a text. SQLite takes any bytes for one.
 *
 * Returns: %TRUE if it is valid UTF-8, or there is none
 */
gboolean
dateline_statements_read_text (sqlite3_stmt  *statement,
                               int            column,
                               const char   **text,
                               GError       **error)
{
  const char *bytes;
  int length;

  g_return_val_if_fail (statement != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  bytes = (const char *) sqlite3_column_text (statement, column);
  length = sqlite3_column_bytes (statement, column);
  *text = bytes;

  /* A zero byte is not valid in here either. */
  return bytes == NULL || g_utf8_validate_len (bytes, length, NULL) ||
         dateline_story_error_set_sqlite (error, NULL, SQLITE_CORRUPT);
}
