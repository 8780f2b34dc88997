/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a story's tables as they are, and what changesets say happened to them. */
#include "config.h"

#include "dateline-row-changes.h"

#include <string.h>

#include "dateline-query.h"
#include "dateline-story-error.h"

struct _DatelineRowTables
{
  GHashTable *tables; /* name -> DatelineRowTable */
};

const char *const dateline_row_table_names[DATELINE_N_ROW_TABLES] = {
  "story", "item", "article", "block", "person", "event", "participant", "quote", "reaction", "claim", "about",
  "account", "passage", "clipping"
};

static void
table_free (gpointer data)
{
  DatelineRowTable *table = data;

  g_ptr_array_unref (table->columns);
  g_free (table);
}

/**
 * dateline_row_tables_new:
 * @db: a story file
 * @error: return location for an error
 *
 * Learns what columns the tables have.
 *
 * Returns: (transfer full) (nullable): the tables
 */
DatelineRowTables *
dateline_row_tables_new (sqlite3  *db,
                         GError  **error)
{
  g_autoptr(DatelineRowTables) self = g_new0 (DatelineRowTables, 1);

  g_return_val_if_fail (db != NULL, NULL);

  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, table_free);
  for (guint i = 0; i < DATELINE_N_ROW_TABLES; i++)
    {
      DatelineRowTable *table = g_new0 (DatelineRowTable, 1);
      g_autoptr(DatelineQuery) query = NULL;
      g_autoptr(GError) failure = NULL;

      table->name = dateline_row_table_names[i];
      if (g_str_equal (table->name, "passage"))
        table->owner = 1;
      else
        table->owner = g_str_equal (table->name, "story") || g_str_equal (table->name, "clipping") ? -1 : 0;
      table->columns = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->tables, (gpointer) table->name, table);
      query = dateline_query_new (db, error, "SELECT name, pk FROM pragma_table_info (?) ORDER BY cid", "s", table->name);
      if (query == NULL)
        return NULL;
      while (dateline_query_next (query, &failure))
        {
          g_ptr_array_add (table->columns, dateline_query_dup_string (query, 0));
          table->keys += sqlite3_column_int (query, 1) > 0;
        }
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }

  return g_steal_pointer (&self);
}

/**
 * dateline_row_tables_free:
 * @self: (transfer full): tables
 *
 * Frees them.
 */
void
dateline_row_tables_free (DatelineRowTables *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->tables, g_hash_table_unref);
  g_free (self);
}

/**
 * dateline_row_tables_get:
 * @self: tables
 * @name: the name of one
 *
 * Gets a table.
 *
 * Returns: (nullable): the table, or %NULL if it is none of a story
 */
const DatelineRowTable *
dateline_row_tables_get (DatelineRowTables *self,
                         const char        *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->tables, name);
}

/**
 * dateline_row_values_free:
 * @values: (transfer full): the values of a row, ended by an address of %NULL behind the last
 *
 * Frees a row that dateline_row_read() gave.
 */
void
dateline_row_values_free (sqlite3_value **values)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    sqlite3_value_free (values[i]);
  g_free (values);
}

static void
change_free (gpointer data)
{
  DatelineRowChange *change = data;

  for (guint i = 0; i < change->table->columns->len; i++)
    {
      sqlite3_value_free (change->before[i]);
      sqlite3_value_free (change->after[i]);
    }
  g_free (change->before);
  g_free (change->after);
  g_free (change->key);
  g_free (change);
}

/**
 * dateline_row_dup_key:
 * @table: a table
 * @values: the values of a row; only those of its primary key are looked at
 *
 * What names a row among all rows of all tables.
 *
 * Returns: (transfer full): a text
 */
char *
dateline_row_dup_key (const DatelineRowTable  *table,
                      sqlite3_value          **values)
{
  GString *key = g_string_new (table->name);

  for (guint i = 0; i < table->keys; i++)
    {
      g_string_append_c (key, '\x1f');
      g_string_append (key, (const char *) sqlite3_value_text (values[i]));
    }

  return g_string_free (key, FALSE);
}

static DatelineRowChange *
read_change (DatelineRowTables      *tables,
             sqlite3_changeset_iter *iter,
             int                    *result)
{
  DatelineRowChange *change;
  const DatelineRowTable *table;
  const char *name;
  int n_columns;
  int operation;

  *result = sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
  table = *result == SQLITE_OK ? dateline_row_tables_get (tables, name) : NULL;
  /* Columns are only ever appended: what came later is left as it is. */
  if (table == NULL || n_columns > (int) table->columns->len || n_columns < (int) table->keys)
    return NULL;

  change = g_new0 (DatelineRowChange, 1);
  change->table = table;
  change->operation = operation;
  change->before = g_new0 (sqlite3_value *, table->columns->len + 1);
  change->after = g_new0 (sqlite3_value *, table->columns->len + 1);
  for (int i = 0; i < n_columns && *result == SQLITE_OK; i++)
    {
      sqlite3_value *value = NULL;

      if (operation != SQLITE_INSERT)
        *result = sqlite3changeset_old (iter, i, &value);
      change->before[i] = sqlite3_value_dup (value);
      value = NULL;
      if (operation != SQLITE_DELETE && *result == SQLITE_OK)
        *result = sqlite3changeset_new (iter, i, &value);
      change->after[i] = sqlite3_value_dup (value);
    }
  for (guint i = 0; i < table->keys; i++)
    if ((operation == SQLITE_INSERT ? change->after[i] : change->before[i]) == NULL)
      *result = SQLITE_CORRUPT;
  if (*result != SQLITE_OK)
    {
      change_free (change);
      return NULL;
    }
  change->key = dateline_row_dup_key (table, operation == SQLITE_INSERT ? change->after : change->before);

  return change;
}

/**
 * dateline_row_changes_read:
 * @tables: the tables
 * @changeset: a changeset
 * @error: return location for an error
 *
 * Reads a changeset.
 *
 * Returns: (transfer full) (nullable) (element-type DatelineRowChange): the changes, or %NULL if it makes no sense
 */
GPtrArray *
dateline_row_changes_read (DatelineRowTables  *tables,
                           GBytes             *changeset,
                           GError            **error)
{
  g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func (change_free);
  sqlite3_changeset_iter *iter = NULL;
  gsize size;
  gconstpointer data;
  int result;
  int end;

  g_return_val_if_fail (tables != NULL, NULL);
  g_return_val_if_fail (changeset != NULL, NULL);

  data = g_bytes_get_data (changeset, &size);
  result = sqlite3changeset_start (&iter, (int) size, (gpointer) data);
  while (result == SQLITE_OK && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      DatelineRowChange *change = read_change (tables, iter, &result);

      if (change != NULL)
        g_ptr_array_add (changes, change);
    }
  end = sqlite3changeset_finalize (iter);
  if (result == SQLITE_OK)
    result = end;
  if (result != SQLITE_OK)
    {
      dateline_story_error_set_sqlite (error, NULL, result);
      return NULL;
    }

  return g_steal_pointer (&changes);
}

/**
 * dateline_row_change_get_owner:
 * @self: a change
 *
 * The item whose row it is.
 *
 * Returns: (nullable): an id, or %NULL if it is no item's or the change does not say
 */
const char *
dateline_row_change_get_owner (const DatelineRowChange *self)
{
  sqlite3_value *value = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->table->owner >= 0)
    value = self->before[self->table->owner] != NULL ? self->before[self->table->owner] : self->after[self->table->owner];

  return value != NULL ? (const char *) sqlite3_value_text (value) : NULL;
}

/* Runs a statement with values for its parameters: first one, if there is one, then those of a row. */
static sqlite3_stmt *
prepare (sqlite3        *db,
         const char     *sql,
         sqlite3_value  *first,
         sqlite3_value **values,
         guint           n,
         GError        **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  int parameter = 1;

  if (result == SQLITE_OK && first != NULL)
    result = sqlite3_bind_value (statement, parameter++, first);
  for (guint i = 0; i < n && result == SQLITE_OK; i++, parameter++)
    if (values[i] != NULL)
      result = sqlite3_bind_value (statement, parameter, values[i]);
  if (result == SQLITE_OK)
    return statement;

  dateline_story_error_set_sqlite (error, db, result);
  sqlite3_finalize (statement);

  return NULL;
}

static gboolean
finish (sqlite3       *db,
        sqlite3_stmt  *statement,
        GError       **error)
{
  int result;

  if (statement == NULL)
    return FALSE;
  sqlite3_step (statement);
  result = sqlite3_finalize (statement);

  return result == SQLITE_OK || dateline_story_error_set_sqlite (error, db, result);
}

static void
append_key (GString                *sql,
            const DatelineRowTable *table)
{
  for (guint i = 0; i < table->keys; i++)
    g_string_append_printf (sql, "%s \"%s\" = ?", i == 0 ? " WHERE" : " AND",
                            (const char *) g_ptr_array_index (table->columns, i));
}

/**
 * dateline_row_read:
 * @db: a story file
 * @table: a table
 * @key: the values of the primary key
 * @error: return location for an error
 *
 * Reads a row.
 *
 * Returns: (transfer full) (nullable): the values, or %NULL if there is no such row or @error is set
 */
sqlite3_value **
dateline_row_read (sqlite3                 *db,
                   const DatelineRowTable  *table,
                   sqlite3_value          **key,
                   GError                 **error)
{
  g_autoptr(GString) sql = g_string_new ("SELECT");
  sqlite3_value **values = NULL;
  sqlite3_stmt *statement;

  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (sql, "%s \"%s\"", i > 0 ? "," : "", (const char *) g_ptr_array_index (table->columns, i));
  g_string_append_printf (sql, " FROM %s", table->name);
  append_key (sql, table);
  statement = prepare (db, sql->str, NULL, key, table->keys, error);
  if (statement == NULL)
    return NULL;
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      values = g_new0 (sqlite3_value *, table->columns->len + 1);
      for (guint i = 0; i < table->columns->len; i++)
        values[i] = sqlite3_value_dup (sqlite3_column_value (statement, (int) i));
    }
  if (sqlite3_finalize (statement) != SQLITE_OK)
    dateline_story_error_set_sqlite (error, db, sqlite3_extended_errcode (db));

  return values;
}

/**
 * dateline_row_insert:
 * @db: a story file
 * @table: a table
 * @values: the values; %NULL for the default
 * @error: return location for an error
 *
 * Adds a row.
 *
 * Returns: %TRUE if it is added
 */
gboolean
dateline_row_insert (sqlite3                 *db,
                     const DatelineRowTable  *table,
                     sqlite3_value          **values,
                     GError                 **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(GPtrArray) given = g_ptr_array_new ();

  g_string_append_printf (sql, "INSERT INTO %s (", table->name);
  for (guint i = 0; i < table->columns->len; i++)
    if (values[i] != NULL)
      {
        g_string_append_printf (sql, "%s\"%s\"", given->len > 0 ? ", " : "",
                                (const char *) g_ptr_array_index (table->columns, i));
        g_ptr_array_add (given, values[i]);
      }
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < given->len; i++)
    g_string_append (sql, i > 0 ? ", ?" : "?");
  g_string_append_c (sql, ')');

  return finish (db, prepare (db, sql->str, NULL, (sqlite3_value **) given->pdata, given->len, error), error);
}

/**
 * dateline_row_set:
 * @db: a story file
 * @table: a table
 * @key: the values of the primary key
 * @column: the number of a column
 * @value: its new value
 * @error: return location for an error
 *
 * Changes a row.
 *
 * Returns: %TRUE if it is changed
 */
gboolean
dateline_row_set (sqlite3                 *db,
                  const DatelineRowTable  *table,
                  sqlite3_value          **key,
                  guint                    column,
                  sqlite3_value           *value,
                  GError                 **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE %s SET \"%s\" = ?", table->name,
                          (const char *) g_ptr_array_index (table->columns, column));
  append_key (sql, table);

  return finish (db, prepare (db, sql->str, value, key, table->keys, error), error);
}

/**
 * dateline_row_delete:
 * @db: a story file
 * @table: a table
 * @key: the values of the primary key
 * @error: return location for an error
 *
 * Deletes a row.
 *
 * Returns: %TRUE if it is gone
 */
gboolean
dateline_row_delete (sqlite3                 *db,
                     const DatelineRowTable  *table,
                     sqlite3_value          **key,
                     GError                 **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "DELETE FROM %s", table->name);
  append_key (sql, table);

  return finish (db, prepare (db, sql->str, NULL, key, table->keys, error), error);
}

/**
 * dateline_row_value_equal:
 * @a: (nullable): a value
 * @b: (nullable): another
 *
 * Whether two values are the same.
 *
 * Returns: %TRUE if they are
 */
gboolean
dateline_row_value_equal (sqlite3_value *a,
                          sqlite3_value *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (sqlite3_value_type (a) != sqlite3_value_type (b))
    return FALSE;
  if (sqlite3_value_type (a) == SQLITE_NULL)
    return TRUE;
  if (sqlite3_value_type (a) == SQLITE_FLOAT)
    return sqlite3_value_double (a) >= sqlite3_value_double (b) && sqlite3_value_double (a) <= sqlite3_value_double (b);

  return g_strcmp0 ((const char *) sqlite3_value_text (a), (const char *) sqlite3_value_text (b)) == 0;
}
