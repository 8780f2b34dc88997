/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole items in a merge: bringing one back that was removed here, and mending what refers to nothing or in a circle. */
#include "config.h"

#include <glib/gi18n.h>

#include "dateline-columns.h"
#include "dateline-dependents.h"
#include "dateline-merge-private.h"
#include "dateline-query.h"
#include "dateline-story-file-private.h"
#include "dateline-text.h"

/* Code points of what something is called. */
#define MAX_LABEL 80

/* Each round mends a reference; a merge that needs more is not of this world. */
#define MAX_ROUNDS 100000

/* References that can be empty, and so are put back when what they refer to comes back. */
static const struct
{
  const char *table;
  const char *column;
} optional[] = {
  { "event", "part_of" },
  { "quote", "speaker" },
  { "quote", "addressee" },
  { "quote", "original" },
  { "quote", "event" },
  { "reaction", "answers" },
};

/* Rows that belong to two items, and come back with either if the other is there. */
static const struct
{
  const char *table;
  const char *column;
} shared[] = {
  { "article", "id" }, { "person", "id" }, { "event", "id" }, { "quote", "id" }, { "reaction", "id" }, { "claim", "id" },
  { "account", "id" }, { "block", "article" }, { "participant", "event" }, { "participant", "person" },
  { "about", "claim" }, { "about", "item" }, { "passage", "item" }, { "passage", "article" },
};

/* What an item is called, here or in the other copy. */
char *
_dateline_merge_label (DatelineMerge *self,
                       const char    *id)
{
  DatelineItem *item = dateline_story_lookup (dateline_story_file_get_story (self->into), id);
  g_autoptr(DatelineQuery) query = NULL;
  g_autofree char *valid = NULL;

  if (item != NULL)
    return dateline_text_abridge (dateline_item_get_label (item), MAX_LABEL);

  query = dateline_query_new (dateline_database_get_handle (self->theirs), NULL,
                              "SELECT coalesce ((SELECT headline FROM article WHERE id = ?1),"
                              " (SELECT name FROM person WHERE id = ?1), (SELECT title FROM event WHERE id = ?1),"
                              " (SELECT text FROM reaction WHERE id = ?1), (SELECT question FROM claim WHERE id = ?1),"
                              " (SELECT exact FROM passage WHERE item = ?1), ?1)", "s", id);
  if (query == NULL || !dateline_query_next (query, NULL))
    return g_strdup (id);
  valid = g_utf8_make_valid ((const char *) sqlite3_column_text (query, 0), -1);

  return dateline_text_abridge (valid, MAX_LABEL);
}

/* What the reader calls a column. */
const char *
_dateline_merge_field (const char *table,
                       const char *column)
{
  if (g_str_equal (column, "note"))
    return dateline_column_get_label (&dateline_note_column);

  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      const DatelineTable *known = dateline_table_get (kind);

      for (guint i = 0; g_str_equal (known->name, table) && i < known->n_columns; i++)
        if (g_str_equal (known->columns[i].name, column))
          return dateline_column_get_label (&known->columns[i]);
    }

  /* The story itself has few. */
  if (g_str_equal (column, "title"))
    return C_("field", "title");
  if (g_str_equal (column, "description"))
    return C_("field", "description");
  if (g_str_equal (column, "language"))
    return C_("field", "language");

  return column;
}

/* Which side shall be right. A conflict that is new is one more for the reader to decide. */
DatelineSide
_dateline_merge_ask (DatelineMerge *self,
                     const char    *key,
                     const char    *label,
                     const char    *field,
                     const char    *ours,
                     const char    *theirs,
                     DatelineSide   preset)
{
  DatelineConflict *conflict = g_hash_table_lookup (self->by_key, key);

  if (conflict == NULL)
    {
      conflict = dateline_conflict_new (label, field, ours, theirs, preset);
      g_list_store_append (self->conflicts, conflict);
      g_hash_table_insert (self->by_key, g_strdup (key), conflict);
      g_object_unref (conflict);
    }

  return dateline_conflict_get_side (conflict);
}

static gboolean
has_row (sqlite3    *db,
         const char *sql,
         const char *id)
{
  g_autoptr(DatelineQuery) query = dateline_query_new (db, NULL, sql, "s", id);

  return query != NULL && dateline_query_next (query, NULL);
}

/* Brings over rows of a table that are theirs and not ours. */
static gboolean
copy_rows (DatelineMerge           *self,
           const DatelineRowTable  *table,
           const char              *column,
           const char              *id,
           GError                 **error)
{
  sqlite3 *db = _dateline_story_file_get_handle (self->into);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE \"%s\" = ?", table->name, column);
  g_autoptr(DatelineQuery) query = NULL;
  g_autoptr(GError) failure = NULL;

  query = dateline_query_new (dateline_database_get_handle (self->theirs), error, sql, "s", id);
  if (query == NULL)
    return FALSE;
  while (dateline_query_next (query, &failure))
    {
      g_autofree sqlite3_value **values = g_new0 (sqlite3_value *, table->columns->len + 1);
      sqlite3_value **present;
      gboolean done = TRUE;

      for (guint i = 0; i < table->columns->len && (int) i < sqlite3_column_count (query); i++)
        values[i] = sqlite3_value_dup (sqlite3_column_value (query, (int) i));
      present = dateline_row_read (db, table, values, &failure);
      if (present == NULL && failure == NULL)
        done = dateline_row_insert (db, table, values, &failure);
      dateline_row_values_free (present);
      for (guint i = 0; i < table->columns->len; i++)
        sqlite3_value_free (values[i]);
      if (!done || failure != NULL)
        break;
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Passages and participations of things that are not here any more stay away with these. */
static gboolean
drop_strays (sqlite3     *db,
             const char  *id,
             GError     **error)
{
  return dateline_query_run (db, error, "DELETE FROM passage WHERE (item = ?1 OR article = ?1) AND"
                             " (item NOT IN (SELECT id FROM item) OR article NOT IN (SELECT id FROM article))", "s", id) &&
         dateline_query_run (db, error, "DELETE FROM participant WHERE (person = ?1 OR event = ?1) AND"
                             " (person NOT IN (SELECT id FROM person) OR event NOT IN (SELECT id FROM event))", "s", id) &&
         dateline_query_run (db, error, "DELETE FROM about WHERE (claim = ?1 OR item = ?1) AND"
                             " (claim NOT IN (SELECT id FROM claim) OR item NOT IN (SELECT id FROM item))", "s", id);
}

static gboolean
restore_one (DatelineMerge  *self,
             const char     *id,
             GError        **error)
{
  sqlite3 *db = _dateline_story_file_get_handle (self->into);
  sqlite3 *theirs = dateline_database_get_handle (self->theirs);

  if (!copy_rows (self, dateline_row_tables_get (self->tables, "item"), "id", id, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    if (!copy_rows (self, dateline_row_tables_get (self->tables, shared[i].table), shared[i].column, id, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (optional); i++)
    {
      g_autofree char *select = NULL;
      g_autofree char *update = NULL;
      g_autoptr(DatelineQuery) query = NULL;
      g_autoptr(GError) failure = NULL;

      select = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?", optional[i].table, optional[i].column);
      update = g_strdup_printf ("UPDATE %s SET %s = ?1 WHERE id = ?2 AND %s IS NULL", optional[i].table,
                                optional[i].column, optional[i].column);
      query = dateline_query_new (theirs, error, select, "s", id);
      if (query == NULL)
        return FALSE;
      while (dateline_query_next (query, &failure))
        if (!dateline_query_run (db, error, update, "ss", id, sqlite3_column_text (query, 0)))
          return FALSE;
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  return drop_strays (db, id, error);
}

/* Brings an item back that was removed here, from the other copy, with what had gone with it. */
gboolean
_dateline_merge_restore (DatelineMerge  *self,
                         const char     *id,
                         GError        **error)
{
  const char *ids[] = { id, NULL };
  g_autoptr(GPtrArray) dependents = dateline_dependents_find (dateline_database_get_handle (self->theirs), ids, error);

  if (dependents == NULL || !restore_one (self, id, error))
    return FALSE;
  self->n_changes++;
  for (guint i = 0; i < dependents->len; i++)
    if (!has_row (_dateline_story_file_get_handle (self->into), "SELECT 1 FROM item WHERE id = ?",
                  g_ptr_array_index (dependents, i)) &&
        !restore_one (self, g_ptr_array_index (dependents, i), error))
      return FALSE;

  return TRUE;
}

/* Lets go of what refers to something that stays away. */
static gboolean
let_go (sqlite3     *db,
        const char  *table,
        const char  *column,
        gint64       rowid,
        GError     **error)
{
  g_autofree char *sql = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (optional); i++)
    if (g_str_equal (optional[i].table, table) && g_str_equal (optional[i].column, column))
      {
        sql = g_strdup_printf ("UPDATE %s SET \"%s\" = NULL WHERE rowid = ?", table, column);
        return dateline_query_run (db, error, sql, "i", rowid);
      }

  if (g_str_equal (table, "reaction") || g_str_equal (table, "account"))
    sql = g_strdup_printf ("DELETE FROM item WHERE id = (SELECT id FROM %s WHERE rowid = ?)", table);
  else
    sql = g_strdup_printf ("DELETE FROM %s WHERE rowid = ?", table);

  return dateline_query_run (db, error, sql, "i", rowid);
}

/* Mends one reference to something that is not here. @found tells whether there was one. */
static gboolean
repair_one (DatelineMerge  *self,
            gboolean       *found,
            GError        **error)
{
  sqlite3 *db = _dateline_story_file_get_handle (self->into);
  g_autoptr(DatelineQuery) query = NULL;
  g_autofree char *table = NULL;
  g_autofree char *column = NULL;
  g_autofree char *id = NULL;
  g_autofree char *key = NULL;
  g_autofree char *label = NULL;
  gint64 rowid;

  query = dateline_query_new (db, error,
                              "SELECT c.\"table\", c.rowid, l.\"from\" FROM pragma_foreign_key_check AS c"
                              " JOIN pragma_foreign_key_list (c.\"table\") AS l ON l.id = c.fkid LIMIT 1", "");
  if (query == NULL)
    return FALSE;
  *found = dateline_query_next (query, error);
  if (!*found)
    return error == NULL || *error == NULL;
  table = dateline_query_dup_string (query, 0);
  rowid = sqlite3_column_int64 (query, 1);
  column = dateline_query_dup_string (query, 2);
  g_clear_pointer (&query, dateline_query_free);

  {
    g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM %s WHERE rowid = ?", column, table);
    g_autoptr(DatelineQuery) value = dateline_query_new (db, error, sql, "i", rowid);

    if (value == NULL || !dateline_query_next (value, error))
      return FALSE;
    id = dateline_query_dup_string (value, 0);
  }

  key = g_strconcat ("removed-here\x1f", id, NULL);
  label = _dateline_merge_label (self, id);
  if (has_row (dateline_database_get_handle (self->theirs), "SELECT 1 FROM item WHERE id = ?", id) &&
      !has_row (db, "SELECT 1 FROM item WHERE id = ?", id) &&
      _dateline_merge_ask (self, key, label, _("whole"), _("Removed"), _("Needed"), DATELINE_SIDE_THEIRS)
        == DATELINE_SIDE_THEIRS)
    return _dateline_merge_restore (self, id, error);

  return let_go (db, table, column, rowid, error);
}

/* Two references, one from each side, can close a circle: then the one that came stays away. */
static gboolean
open_circles (DatelineMerge  *self,
              const char     *table,
              const char     *column,
              GError        **error)
{
  sqlite3 *db = _dateline_story_file_get_handle (self->into);
  g_autofree char *sql = NULL;
  g_autofree char *mend = NULL;

  sql = g_strdup_printf ("WITH RECURSIVE up (id, n) AS ("
                         " SELECT \"%s\", 1 FROM %s WHERE id = ?1"
                         " UNION ALL SELECT t.\"%s\", n + 1 FROM up JOIN %s AS t ON t.id = up.id WHERE n < 10000)"
                         " SELECT 1 FROM up WHERE id = ?1 LIMIT 1", column, table, column, table);
  mend = g_strdup_printf ("UPDATE %s SET \"%s\" = NULL WHERE id = ?", table, column);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const DatelineRowChange *change = g_ptr_array_index (self->changes, i);
      const char *id = dateline_row_change_get_owner (change);
      g_autofree char *key = NULL;
      g_autofree char *label = NULL;

      if (!g_str_equal (change->table->name, table) || id == NULL || !has_row (db, sql, id))
        continue;
      key = g_strconcat ("circle\x1f", table, "\x1f", id, NULL);
      label = _dateline_merge_label (self, id);
      /* Only one answer makes sense, but the reader is told. */
      _dateline_merge_ask (self, key, label, _dateline_merge_field (table, column), _("None"), _("Leads back to itself"),
                           DATELINE_SIDE_OURS);
      if (!dateline_query_run (db, error, mend, "s", id))
        return FALSE;
    }

  return TRUE;
}

/* Makes whole what the rows of two sides together are not. */
gboolean
_dateline_merge_repair (DatelineMerge  *self,
                        GError        **error)
{
  g_autoptr(GError) failure = NULL;
  gboolean found = TRUE;

  for (guint i = 0; found && i < MAX_ROUNDS; i++)
    if (!repair_one (self, &found, &failure))
      {
        g_propagate_error (error, g_steal_pointer (&failure));
        return FALSE;
      }

  return open_circles (self, "event", "part_of", error) && open_circles (self, "quote", "original", error) &&
         open_circles (self, "reaction", "answers", error);
}
