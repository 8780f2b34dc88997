/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves everything that points into an article to where its words stand in a new text. */
#include "config.h"

#include "dateline-reanchoring.h"

#include "dateline-anchors.h"
#include "dateline-passage.h"
#include "dateline-query.h"

/* A row of "passage" or "clipping". */
typedef struct
{
  gint64  key;
  char   *item;
  guint   start;
  guint   end;
  char   *exact;
  char   *prefix;
  char   *suffix;
  char   *date;
} Row;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->item);
  g_free (row->exact);
  g_free (row->prefix);
  g_free (row->suffix);
  g_free (row->date);
  g_free (row);
}

static void
free_lost (gpointer data)
{
  DatelineLostRow *lost = data;

  g_free (lost->item);
  g_free (lost->words);
  g_free (lost);
}

static GPtrArray *
load (sqlite3     *db,
      const char  *table,
      const char  *article,
      GError     **error)
{
  g_autofree char *sql = NULL;
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr(DatelineQuery) query = NULL;
  g_autoptr(GError) failure = NULL;

  sql = g_strdup_printf ("SELECT id, coalesce (item, article), start, \"end\", coalesce (exact, ''),"
                         " coalesce (prefix, ''), coalesce (suffix, ''), %s FROM %s WHERE article = ?1"
                         " AND start BETWEEN 0 AND 4294967295 AND \"end\" BETWEEN start AND 4294967295 ORDER BY id",
                         g_str_equal (table, "passage") ? "date" : "NULL", table);
  query = dateline_query_new (db, error, sql, "s", article);
  if (query == NULL)
    return NULL;

  while (dateline_query_next (query, &failure))
    {
      Row *row = g_new0 (Row, 1);

      row->key = sqlite3_column_int64 (query, 0);
      row->item = dateline_query_dup_string (query, 1);
      row->start = (guint) sqlite3_column_int64 (query, 2);
      row->end = (guint) sqlite3_column_int64 (query, 3);
      row->exact = dateline_query_dup_string (query, 4);
      row->prefix = dateline_query_dup_string (query, 5);
      row->suffix = dateline_query_dup_string (query, 6);
      row->date = dateline_query_dup_string (query, 7);
      g_ptr_array_add (rows, row);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&rows);
}

static gboolean
is_unchanged (const Row       *row,
              DatelinePassage *place)
{
  return row->start == dateline_passage_get_start (place) &&
         row->end == dateline_passage_get_end (place) &&
         g_str_equal (row->prefix, dateline_passage_get_prefix (place)) &&
         g_str_equal (row->suffix, dateline_passage_get_suffix (place));
}

/* Whether two mentions of one person, say, would come to stand at one place, of which there were two before. */
static gboolean
is_taken (GHashTable      *taken,
          const Row       *row,
          DatelinePassage *place)
{
  return !g_hash_table_add (taken, g_strdup_printf ("%s %u %u %s", row->item, dateline_passage_get_start (place),
                                                    dateline_passage_get_end (place),
                                                    row->date != NULL ? row->date : ""));
}

static gboolean
move_row (sqlite3          *db,
          const char       *table,
          const Row        *row,
          DatelinePassage  *place,
          GError          **error)
{
  g_autofree char *sql = NULL;

  if (is_unchanged (row, place))
    return TRUE;

  sql = g_strdup_printf ("UPDATE %s SET start = ?, \"end\" = ?, exact = ?, prefix = ?, suffix = ? WHERE id = ?", table);

  return dateline_query_run (db, error, sql, "iisssi",
                             (gint64) dateline_passage_get_start (place), (gint64) dateline_passage_get_end (place),
                             dateline_passage_get_exact (place), dateline_passage_get_prefix (place),
                             dateline_passage_get_suffix (place), row->key);
}

static gboolean
move_rows (sqlite3          *db,
           const char       *table,
           const char       *article,
           DatelineAnchors  *anchors,
           GPtrArray        *lost,
           GError          **error)
{
  g_autofree char *deletion = g_strdup_printf ("DELETE FROM %s WHERE id = ?", table);
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) rows = load (db, table, article, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      g_autoptr(DatelinePassage) place = NULL;
      DatelineLostRow *entry;

      place = dateline_anchors_place (anchors, row->start, row->end, row->exact, row->prefix, row->suffix);
      if (place != NULL && !is_taken (taken, row, place))
        {
          if (!move_row (db, table, row, place, error))
            return FALSE;
          continue;
        }

      if (!dateline_query_run (db, error, deletion, "i", row->key))
        return FALSE;
      entry = g_new0 (DatelineLostRow, 1);
      entry->item = g_strdup (row->item);
      entry->words = g_strdup (row->exact);
      g_ptr_array_add (lost, entry);
    }

  return TRUE;
}

/**
 * dateline_reanchoring_run:
 * @db: a story file
 * @before: an article with the text that the passages are of
 * @after: the same article with the text that they are to be of
 * @error: return location for an error
 *
 * Moves all passages and clippings of an article to where their words stand now, and removes those that have no place.
 *
 * Returns: (transfer full) (nullable) (element-type DatelineLostRow): what was removed, or %NULL if it failed
 */
GPtrArray *
dateline_reanchoring_run (sqlite3          *db,
                          DatelineArticle  *before,
                          DatelineArticle  *after,
                          GError          **error)
{
  g_autoptr(GPtrArray) lost = g_ptr_array_new_with_free_func (free_lost);
  g_autoptr(DatelineAnchors) anchors = NULL;
  const char *article;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (DATELINE_IS_ARTICLE (before), NULL);
  g_return_val_if_fail (DATELINE_IS_ARTICLE (after), NULL);

  article = dateline_item_get_id (DATELINE_ITEM (after));
  anchors = dateline_anchors_new (before, after);
  if (!move_rows (db, "passage", article, anchors, lost, error) ||
      !move_rows (db, "clipping", article, anchors, lost, error))
    return NULL;

  return g_steal_pointer (&lost);
}
