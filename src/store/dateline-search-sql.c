/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements of the search index, with the codes of SQLite instead of errors for the reader. */
#include "config.h"

#include "dateline-search-sql.h"

#include <stdarg.h>

/**
 * dateline_search_sql_get: (skip)
 * @statements: a keeper of statements
 * @sql: one statement
 * @code: (out): `SQLITE_OK`, or why there is no statement
 *
 * Gets a statement ready to run.
 *
 * Returns: (transfer none) (nullable): the statement
 */
sqlite3_stmt *
dateline_search_sql_get (DatelineStatements *statements,
                         const char         *sql,
                         int                *code)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (statements != NULL, NULL);
  g_return_val_if_fail (sql != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  statement = dateline_statements_get (statements, sql, NULL);
  *code = statement != NULL ? SQLITE_OK : sqlite3_extended_errcode (dateline_statements_get_db (statements));

  return statement;
}

/**
 * dateline_search_sql_run: (skip)
 * @statements: a keeper of statements
 * @sql: one statement
 * @format: what follows: `s` a string or %NULL, which has to stay until this returns, or `i` a 64-bit integer
 * @...: the values
 *
 * Binds values to a statement and runs it to its end.
 *
 * Returns: `SQLITE_OK`, or the error
 */
int
dateline_search_sql_run (DatelineStatements *statements,
                         const char         *sql,
                         const char         *format,
                         ...)
{
  sqlite3_stmt *statement;
  va_list values;
  int code;

  g_return_val_if_fail (statements != NULL, SQLITE_MISUSE);
  g_return_val_if_fail (format != NULL, SQLITE_MISUSE);

  statement = dateline_search_sql_get (statements, sql, &code);
  if (statement == NULL)
    return code;

  va_start (values, format);
  for (int i = 0; format[i] != '\0'; i++)
    {
      if (format[i] == 's')
        sqlite3_bind_text (statement, i + 1, va_arg (values, const char *), -1, SQLITE_STATIC);
      else
        sqlite3_bind_int64 (statement, i + 1, va_arg (values, gint64));
    }
  va_end (values);

  do
    code = sqlite3_step (statement);
  while (code == SQLITE_ROW);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return code == SQLITE_DONE ? SQLITE_OK : code;
}

/**
 * dateline_search_sql_dup: (skip)
 * @statement: a statement that is at a row
 * @column: a column
 *
 * Gets text as UTF-8, whatever a stranger may have put there.
 *
 * Returns: (transfer full): the text, "" for none
 */
char *
dateline_search_sql_dup (sqlite3_stmt *statement,
                         int           column)
{
  const char *text;
  int length;

  g_return_val_if_fail (statement != NULL, g_strdup (""));

  text = (const char *) sqlite3_column_text (statement, column);
  length = sqlite3_column_bytes (statement, column);
  if (text == NULL || length <= 0)
    return g_strdup ("");

  return g_utf8_validate_len (text, (gsize) length, NULL) ? g_strndup (text, (gsize) length)
                                                         : g_utf8_make_valid (text, length);
}
