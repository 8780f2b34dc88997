/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of items: a new place between two others leaves these as they are. */
#include "config.h"

#include "dateline-rows-private.h"

/* Finds a place at the end, or halfway between an item and the one before it, and whether there is room. */
static gboolean
find_gap (DatelineStatements  *statements,
          const char          *id,
          const char          *before_id,
          double              *place,
          gboolean            *is_wide,
          GError             **error)
{
  /* The neighbours of the gap; the item itself does not count. */
  static const char *const sql[] = {
    "SELECT max (position), NULL FROM item WHERE id <> ?1 AND kind = (SELECT kind FROM item WHERE id = ?1)",
    "SELECT (SELECT position FROM item WHERE kind = b.kind AND (position, id) < (b.position, b.id) AND id <> ?1 "
    "ORDER BY position DESC, id DESC LIMIT 1), b.position FROM item AS b WHERE b.id = ?2",
  };
  sqlite3_stmt *statement = dateline_statements_get (statements, sql[before_id != NULL], error);
  gboolean has_row;
  gboolean has_low;
  double low;
  double high;

  if (statement == NULL)
    return FALSE;
  dateline_query_bind_text (statement, 1, id);
  if (before_id != NULL)
    dateline_query_bind_text (statement, 2, before_id);
  if (!dateline_query_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return dateline_story_error_set_sqlite (error, NULL, SQLITE_CONSTRAINT_FOREIGNKEY);

  has_low = sqlite3_column_type (statement, 0) != SQLITE_NULL;
  low = sqlite3_column_double (statement, 0);
  high = sqlite3_column_double (statement, 1);
  sqlite3_reset (statement);

  if (before_id == NULL)
    *place = has_low ? low + 1 : 1;
  else
    *place = has_low ? low + (high - low) / 2 : high - 1;
  *is_wide = before_id == NULL || ((!has_low || low < *place) && *place < high);

  return TRUE;
}

/* Gives all items of a kind new places with room between them. */
static gboolean
make_room (DatelineStatements  *statements,
           const char          *id,
           GError             **error)
{
  sqlite3_stmt *statement;

  statement = dateline_statements_get (statements,
                                       "UPDATE item SET position = n.number FROM "
                                       "(SELECT id, row_number () OVER (ORDER BY position, id) AS number FROM item "
                                       "WHERE kind = (SELECT kind FROM item WHERE id = ?1)) AS n "
                                       "WHERE n.id = item.id AND item.position <> n.number", error);
  if (statement == NULL)
    return FALSE;
  dateline_query_bind_text (statement, 1, id);

  return dateline_query_finish (statement, NULL, error);
}

/**
 * dateline_rows_move:
 * @db: a connection
 * @id: the id of an item
 * @before_id: (nullable): the id of the item of the same kind that it shall stand before, or %NULL for the end
 * @error: return location for an error
 *
 * Gives an item another place among those of its kind.
 *
 * Returns: %TRUE if it is there
 */
gboolean
dateline_rows_move (sqlite3     *db,
                    const char  *id,
                    const char  *before_id,
                    GError     **error)
{
  g_autoptr(DatelineStatements) statements = NULL;
  sqlite3_stmt *statement;
  gboolean is_wide;
  double place;
  guint n_moved;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_strcmp0 (id, before_id) == 0)
    return TRUE;

  statements = dateline_statements_new (db);
  if (!find_gap (statements, id, before_id, &place, &is_wide, error))
    return FALSE;
  if (!is_wide && (!make_room (statements, id, error) || !find_gap (statements, id, before_id, &place, &is_wide, error)))
    return FALSE;

  statement = dateline_statements_get (statements, "UPDATE item SET position = ? WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_double (statement, 1, place);
  dateline_query_bind_text (statement, 2, id);
  if (!dateline_query_finish (statement, &n_moved, error))
    return FALSE;

  return n_moved > 0 || dateline_story_error_set_sqlite (error, NULL, SQLITE_CONSTRAINT_FOREIGNKEY);
}
