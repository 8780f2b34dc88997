/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items in, rows out. An update writes only what differs, and only over what it expects there. */
#include "config.h"

#include "dateline-rows-private.h"

#include <glib/gi18n.h>

#include "dateline-text.h"

#define MAX_SHOWN 60

/* Runs statements that return nothing. */
gboolean
dateline_rows_run (sqlite3     *db,
                   const char  *sql,
                   GError     **error)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  return dateline_story_error_set_sqlite (error, db, sqlite3_extended_errcode (db));
}

/* Refuses what would lead back to where it stands: items own what they refer to, and a reader would go round forever. */
gboolean
dateline_rows_check_circle (DatelineStatements  *statements,
                            const char          *table,
                            const char          *key,
                            const char          *column,
                            const char          *id,
                            GError             **error)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;
  gboolean has_row;

  sql = g_strdup_printf ("WITH RECURSIVE up (id) AS ("
                         "SELECT %s FROM %s WHERE %s = ?1 UNION SELECT t.%s FROM %s AS t JOIN up ON t.%s = up.id) "
                         "SELECT 1 FROM up WHERE id = ?1",
                         column, table, key, column, table, key);
  statement = dateline_statements_get (statements, sql, error);
  if (statement == NULL)
    return FALSE;
  dateline_query_bind_text (statement, 1, id);
  if (!dateline_query_step (statement, &has_row, error))
    return FALSE;
  sqlite3_reset (statement);
  if (!has_row)
    return TRUE;

  g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_INVALID,
                       _("Nothing can be a part of itself, answer itself, or be its own original"));

  return FALSE;
}

static gboolean
check_link (DatelineStatements    *statements,
            const char            *table,
            const DatelineColumn  *column,
            const char            *id,
            const char            *value,
            GError               **error)
{
  return column->type != DATELINE_COLUMN_LINK || value == NULL ||
         dateline_rows_check_circle (statements, table, "id", column->name, id, error);
}

static gboolean
insert_columns (DatelineStatements  *statements,
                const DatelineTable *table,
                DatelineItem        *item,
                GError             **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  const char *id = dateline_item_get_id (item);
  sqlite3_stmt *statement;

  g_string_printf (sql, "INSERT INTO %s (id", table->name);
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (sql, ", %s", table->columns[i].name);
  g_string_append (sql, ") VALUES (?");
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');

  statement = dateline_statements_get (statements, sql->str, error);
  if (statement == NULL)
    return FALSE;
  dateline_query_bind_text (statement, 1, id);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *value = dateline_column_dup_value (&table->columns[i], item);

      dateline_column_bind (&table->columns[i], statement, (int) i + 2, value);
    }
  if (!dateline_query_finish (statement, NULL, error))
    return FALSE;

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *value = NULL;

      if (table->columns[i].type != DATELINE_COLUMN_LINK)
        continue;
      value = dateline_column_dup_value (&table->columns[i], item);
      if (!check_link (statements, table->name, &table->columns[i], id, value, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_item (DatelineStatements  *statements,
             DatelineItem        *item,
             double               position,
             GError             **error)
{
  const DatelineTable *table = dateline_table_get (dateline_item_get_kind (item));
  g_autofree char *note = dateline_column_dup_value (&dateline_note_column, item);
  sqlite3_stmt *statement;

  statement = dateline_statements_get (statements,
                                       "INSERT INTO item (id, kind, position, note) VALUES (?1, ?2, coalesce (?3, "
                                       "(SELECT max (position) + 1 FROM item WHERE kind = ?2), 1), ?4)", error);
  if (statement == NULL)
    return FALSE;
  dateline_query_bind_text (statement, 1, dateline_item_get_id (item));
  dateline_query_bind_text (statement, 2, table->name);
  if (isfinite (position))
    sqlite3_bind_double (statement, 3, position);
  dateline_query_bind_text (statement, 4, note);

  return dateline_query_finish (statement, NULL, error) &&
         insert_columns (statements, table, item, error) &&
         (!DATELINE_IS_ARTICLE (item) || dateline_rows_insert_body (statements, DATELINE_ARTICLE (item), error)) &&
         dateline_rows_insert_lists (statements, item, error);
}

/**
 * dateline_rows_insert:
 * @db: a connection
 * @item: an item that has no rows yet
 * @position: its place among the items of its kind, or %DATELINE_ROWS_AT_END
 * @error: return location for an error
 *
 * Writes a new item with all that belongs to it. What it refers to must be there; if that is inserted later in the same
 * transaction, let `PRAGMA defer_foreign_keys` wait for it.
 *
 * Returns: %TRUE if it is written
 */
gboolean
dateline_rows_insert (sqlite3       *db,
                      DatelineItem  *item,
                      double         position,
                      GError       **error)
{
  g_autoptr(DatelineStatements) statements = NULL;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (DATELINE_IS_ITEM (item), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  statements = dateline_statements_new (db);

  return insert_item (statements, item, position, error);
}

/* The row was not as expected: that is well if it is already as wanted. */
static gboolean
accept_cell (DatelineStatements    *statements,
             const char            *table,
             const DatelineColumn  *column,
             const char            *id,
             const char            *label,
             const char            *wanted,
             GError               **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s IS ?1, %s FROM %s WHERE id = ?2", column->name, column->name, table);
  g_autofree char *shown = dateline_text_abridge (label, MAX_SHOWN);
  g_autofree char *shown_value = NULL;
  sqlite3_stmt *statement = dateline_statements_get (statements, sql, error);
  const char *value = NULL;
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  dateline_column_bind (column, statement, 1, wanted);
  dateline_query_bind_text (statement, 2, id);
  if (!dateline_query_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT,
                   /* Translators: %s is the title or name of something in the story */
                   _("“%s” was deleted elsewhere meanwhile"), shown);
      return FALSE;
    }
  if (sqlite3_column_int (statement, 0) == 1)
    {
      sqlite3_reset (statement);
      return TRUE;
    }

  if (dateline_query_read_text (statement, 1, &value, NULL) && value != NULL)
    shown_value = dateline_text_abridge (value, MAX_SHOWN);
  g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT,
               /* Translators: the first %s is the title or name of something in the story, the second the name of one of
                * its fields, such as “date”, the third what is in that field now */
               _("“%s” was changed elsewhere meanwhile (%s: “%s”)"),
               shown, dateline_column_get_label (column), shown_value != NULL ? shown_value : "");
  sqlite3_reset (statement);

  return FALSE;
}

/* Sets one column of one row, if it still holds what the change started from. */
gboolean
dateline_rows_set_cell (DatelineStatements    *statements,
                        const char            *table,
                        const DatelineColumn  *column,
                        const char            *id,
                        const char            *label,
                        const char            *wanted,
                        const char            *expected,
                        GError               **error)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;
  guint n_changed;

  if (g_strcmp0 (wanted, expected) == 0)
    return TRUE;

  sql = g_strdup_printf ("UPDATE %s SET %s = ?1 WHERE id = ?2 AND %s IS ?3", table, column->name, column->name);
  statement = dateline_statements_get (statements, sql, error);
  if (statement == NULL)
    return FALSE;
  dateline_column_bind (column, statement, 1, wanted);
  dateline_query_bind_text (statement, 2, id);
  dateline_column_bind (column, statement, 3, expected);
  if (!dateline_query_finish (statement, &n_changed, error))
    return FALSE;

  return (n_changed > 0 || accept_cell (statements, table, column, id, label, wanted, error)) &&
         check_link (statements, table, column, id, wanted, error);
}

static gboolean
update_column (DatelineStatements    *statements,
               const char            *table,
               const DatelineColumn  *column,
               DatelineItem          *draft,
               DatelineItem          *base,
               GError               **error)
{
  g_autofree char *wanted = dateline_column_dup_value (column, draft);
  g_autofree char *expected = dateline_column_dup_value (column, base);

  return dateline_rows_set_cell (statements, table, column, dateline_item_get_id (draft), dateline_item_get_label (base),
                                 wanted, expected, error);
}

/**
 * dateline_rows_update:
 * @db: a connection
 * @draft: an item as it shall be
 * @base: the same item as it was when the change began
 * @error: return location for an error
 *
 * Writes the fields that differ. Lists are written entry by entry, so that what another program adds or removes at the
 * same time is kept.
 *
 * Returns: %TRUE if they are written; %FALSE with the code `DATELINE_STORY_ERROR_CONFLICT` if one of the fields is not
 *   any more what @base says
 */
gboolean
dateline_rows_update (sqlite3       *db,
                      DatelineItem  *draft,
                      DatelineItem  *base,
                      GError       **error)
{
  g_autoptr(DatelineStatements) statements = NULL;
  const DatelineTable *table;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (DATELINE_IS_ITEM (draft), FALSE);
  g_return_val_if_fail (DATELINE_IS_ITEM (base), FALSE);
  g_return_val_if_fail (G_OBJECT_TYPE (draft) == G_OBJECT_TYPE (base), FALSE);
  g_return_val_if_fail (g_str_equal (dateline_item_get_id (draft), dateline_item_get_id (base)), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  statements = dateline_statements_new (db);
  table = dateline_table_get (dateline_item_get_kind (draft));
  if (!update_column (statements, "item", &dateline_note_column, draft, base, error))
    return FALSE;
  for (guint i = 0; i < table->n_columns; i++)
    if (!update_column (statements, table->name, &table->columns[i], draft, base, error))
      return FALSE;

  return (!DATELINE_IS_ARTICLE (draft) ||
          dateline_rows_update_body (statements, DATELINE_ARTICLE (draft), DATELINE_ARTICLE (base), error)) &&
         dateline_rows_update_lists (statements, draft, base, error);
}

/**
 * dateline_rows_update_details:
 * @db: a connection
 * @base: the story as it was when the change began
 * @title: (nullable): what it shall be called
 * @description: (nullable): what it is about
 * @language: (nullable): the language of the two, as a BCP 47 tag
 * @note: (nullable): a note on it
 * @error: return location for an error
 *
 * Writes the story's own fields; %NULL leaves one as it is.
 *
 * Returns: %TRUE if they are written; %FALSE with the code `DATELINE_STORY_ERROR_CONFLICT` if one of the fields is not
 *   any more what @base says
 */
gboolean
dateline_rows_update_details (sqlite3        *db,
                              DatelineStory  *base,
                              const char     *title,
                              const char     *description,
                              const char     *language,
                              const char     *note,
                              GError        **error)
{
  static const DatelineColumn columns[] = {
    { "title", "title", DATELINE_COLUMN_STRING, NC_("field", "title") },
    { "description", "description", DATELINE_COLUMN_STRING, NC_("field", "description") },
    { "language", "language", DATELINE_COLUMN_STRING, NC_("field", "language") },
    { "note", "note", DATELINE_COLUMN_STRING, NC_("field", "note") },
  };
  const char *wanted[] = { title, description, language, note };
  g_autoptr(DatelineStatements) statements = NULL;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (DATELINE_IS_STORY (base), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  statements = dateline_statements_new (db);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *expected = NULL;

      g_object_get (base, columns[i].property, &expected, NULL);
      if (wanted[i] != NULL &&
          !dateline_rows_set_cell (statements, "story", &columns[i], dateline_story_get_id (base),
                                   dateline_story_get_title (base), wanted[i], expected, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_all (DatelineStatements  *statements,
           DatelineStory       *story,
           GError             **error)
{
  sqlite3_stmt *statement;

  statement = dateline_statements_get (statements,
                                       "INSERT INTO story (id, title, description, language, note) VALUES (?, ?, ?, ?, ?)",
                                       error);
  if (statement == NULL)
    return FALSE;
  dateline_query_bind_text (statement, 1, dateline_story_get_id (story));
  dateline_query_bind_text (statement, 2, dateline_story_get_title (story));
  dateline_query_bind_text (statement, 3, dateline_story_get_description (story));
  dateline_query_bind_text (statement, 4, dateline_story_get_language (story));
  dateline_query_bind_text (statement, 5, dateline_story_get_note (story));
  if (!dateline_query_finish (statement, NULL, error))
    return FALSE;

  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      GListModel *items = dateline_story_get_items (story, kind);
      guint n = g_list_model_get_n_items (items);

      for (guint i = 0; i < n; i++)
        {
          g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);

          if (!insert_item (statements, item, i + 1, error))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * dateline_rows_write_story:
 * @db: a connection to a database without rows; a transaction may be under way
 * @story: a story
 * @error: return location for an error
 *
 * Writes a whole story.
 *
 * Returns: %TRUE if it is written
 */
gboolean
dateline_rows_write_story (sqlite3        *db,
                           DatelineStory  *story,
                           GError        **error)
{
  g_autoptr(DatelineStatements) statements = NULL;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (DATELINE_IS_STORY (story), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  /* Items refer to others that come later. */
  if (!dateline_rows_run (db, "SAVEPOINT story; PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  statements = dateline_statements_new (db);
  if (write_all (statements, story, error) && dateline_rows_run (db, "RELEASE story", error))
    return TRUE;

  sqlite3_exec (db, "ROLLBACK TO story; RELEASE story", NULL, NULL, NULL);

  return FALSE;
}
