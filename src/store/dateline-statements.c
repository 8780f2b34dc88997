/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the queries of a task that runs each of them often. */
#include "config.h"

#include "dateline-statements.h"

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
  self->by_sql = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) dateline_query_free);

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
