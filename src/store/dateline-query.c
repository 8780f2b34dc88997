/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A SQL statement with its values, and errors in words. One that is run often is kept by DatelineStatements. */
#include "config.h"

#include "dateline-query.h"

#include <stdarg.h>

#include "dateline-story-error.h"

static int
bind_values (sqlite3_stmt *statement,
             const char   *types,
             va_list       values)
{
  int result = SQLITE_OK;

  for (int i = 0; types[i] != '\0' && result == SQLITE_OK; i++)
    switch (types[i])
      {
      case 's':
        result = sqlite3_bind_text (statement, i + 1, va_arg (values, const char *), -1, SQLITE_TRANSIENT);
        break;
      case 'i':
        result = sqlite3_bind_int64 (statement, i + 1, va_arg (values, gint64));
        break;
      case 'd':
        result = sqlite3_bind_double (statement, i + 1, va_arg (values, double));
        break;
      case 'b':
        {
          GBytes *bytes = va_arg (values, GBytes *);

          if (bytes != NULL)
            result = sqlite3_bind_blob64 (statement, i + 1, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                          SQLITE_TRANSIENT);
        }
        break;
      default:
        g_assert_not_reached ();
      }

  return result;
}

static sqlite3_stmt *
prepare (sqlite3     *db,
         GError     **error,
         const char  *sql,
         const char  *types,
         va_list      values)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (result == SQLITE_OK)
    result = bind_values (statement, types, values);
  if (result == SQLITE_OK)
    return statement;

  dateline_story_error_set_sqlite (error, db, result);
  sqlite3_finalize (statement);

  return NULL;
}

/**
 * dateline_query_new:
 * @db: a database
 * @error: return location for an error
 * @sql: one statement
 * @types: a letter for each value: `s` for a text or %NULL, `i` for a gint64, `d` for a double, `b` for a GBytes or %NULL
 * @...: the values
 *
 * Prepares a statement that gives rows.
 *
 * Returns: (transfer full) (nullable): a new query, or %NULL if it failed
 */
DatelineQuery *
dateline_query_new (sqlite3     *db,
                    GError     **error,
                    const char  *sql,
                    const char  *types,
                    ...)
{
  DatelineQuery *self;
  va_list values;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (sql != NULL, NULL);
  g_return_val_if_fail (types != NULL, NULL);

  va_start (values, types);
  self = prepare (db, error, sql, types, values);
  va_end (values);

  return self;
}

/**
 * dateline_query_free:
 * @self: (transfer full): a query
 *
 * Frees the statement.
 */
void
dateline_query_free (DatelineQuery *self)
{
  sqlite3_finalize (self);
}

/**
 * dateline_query_step:
 * @self: a query
 * @has_row: (out): whether there is another row
 * @error: return location for an error
 *
 * Goes to the next row. After the last one the query is as it was before the first.
 *
 * Returns: %TRUE if there is a row, or none any more
 */
gboolean
dateline_query_step (DatelineQuery  *self,
                     gboolean       *has_row,
                     GError        **error)
{
  sqlite3 *db;
  int code;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (has_row != NULL, FALSE);

  code = sqlite3_step (self);
  *has_row = code == SQLITE_ROW;
  if (code == SQLITE_ROW)
    return TRUE;

  db = sqlite3_db_handle (self);
  if (code != SQLITE_DONE)
    dateline_story_error_set_sqlite (error, db, sqlite3_extended_errcode (db));
  sqlite3_reset (self);

  return code == SQLITE_DONE;
}

/**
 * dateline_query_next:
 * @self: a query
 * @error: return location for an error
 *
 * Goes to the next row, for loops.
 *
 * Returns: %FALSE if there is none, or if it failed
 */
gboolean
dateline_query_next (DatelineQuery  *self,
                     GError        **error)
{
  gboolean has_row;

  return dateline_query_step (self, &has_row, error) && has_row;
}

/**
 * dateline_query_finish:
 * @self: a query that needs no rows to be read
 * @n_changed: (out) (optional): how many rows it inserted, updated or deleted
 * @error: return location for an error
 *
 * Runs a query.
 *
 * Returns: %TRUE if it was run
 */
gboolean
dateline_query_finish (DatelineQuery  *self,
                       guint          *n_changed,
                       GError        **error)
{
  gboolean has_row;

  if (!dateline_query_step (self, &has_row, error))
    return FALSE;
  if (n_changed != NULL)
    *n_changed = (guint) sqlite3_changes (sqlite3_db_handle (self));

  return TRUE;
}

/**
 * dateline_query_bind_text:
 * @self: a query
 * @parameter: the number of a parameter, counted from 1
 * @text: (nullable): a text
 *
 * Gives a parameter its value.
 */
void
dateline_query_bind_text (DatelineQuery *self,
                          int            parameter,
                          const char    *text)
{
  g_return_if_fail (self != NULL);

  /* NULL is no text, but NULL. */
  sqlite3_bind_text (self, parameter, text, -1, SQLITE_TRANSIENT);
}

/**
 * dateline_query_read_text:
 * @self: a query on a row
 * @column: the number of a column, counted from 0
 * @text: (out) (nullable) (transfer none): the text, until the next step
 * @error: return location for an error
 *
 * Reads a text. SQLite takes any bytes for one.
 *
 * Returns: %TRUE if it is valid UTF-8, or there is none
 */
gboolean
dateline_query_read_text (DatelineQuery  *self,
                          int             column,
                          const char    **text,
                          GError        **error)
{
  const char *bytes;
  int length;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  bytes = (const char *) sqlite3_column_text (self, column);
  length = sqlite3_column_bytes (self, column);
  *text = bytes;

  /* A zero byte is not valid in here either. */
  return bytes == NULL || g_utf8_validate_len (bytes, length, NULL) ||
         dateline_story_error_set_sqlite (error, NULL, SQLITE_CORRUPT);
}

/**
 * dateline_query_dup_string:
 * @self: a query on a row
 * @column: which column
 *
 * Gets a text. What strangers wrote need not be UTF-8; it is made so.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if there is none
 */
char *
dateline_query_dup_string (DatelineQuery *self,
                           int            column)
{
  const char *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = (const char *) sqlite3_column_text (self, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/**
 * dateline_query_run:
 * @db: a database
 * @error: return location for an error
 * @sql: one statement
 * @types: a letter for each value, as in dateline_query_new()
 * @...: the values
 *
 * Runs a statement that gives no rows.
 *
 * Returns: %TRUE if it is done
 */
gboolean
dateline_query_run (sqlite3     *db,
                    GError     **error,
                    const char  *sql,
                    const char  *types,
                    ...)
{
  g_autoptr(DatelineQuery) query = NULL;
  va_list values;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (sql != NULL, FALSE);
  g_return_val_if_fail (types != NULL, FALSE);

  va_start (values, types);
  query = prepare (db, error, sql, types, values);
  va_end (values);

  return query != NULL && dateline_query_finish (query, NULL, error);
}

/**
 * dateline_query_read_int:
 * @db: a database
 * @sql: a statement that gives one number
 * @value: (out): the number, 0 if there is none
 * @error: return location for an error
 *
 * Asks for a number.
 *
 * Returns: %FALSE if it failed
 */
gboolean
dateline_query_read_int (sqlite3     *db,
                         const char  *sql,
                         gint64      *value,
                         GError     **error)
{
  g_autoptr(DatelineQuery) query = NULL;
  gboolean has_row;

  g_return_val_if_fail (value != NULL, FALSE);

  *value = 0;
  query = dateline_query_new (db, error, sql, "");
  if (query == NULL || !dateline_query_step (query, &has_row, error))
    return FALSE;
  if (has_row)
    *value = sqlite3_column_int64 (query, 0);

  return TRUE;
}
