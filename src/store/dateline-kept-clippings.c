/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's clippings as the story file keeps them. */
#include "config.h"

#include "dateline-kept-clippings.h"

#include "dateline-query.h"

/* A row of the table, with its key and place. */
typedef struct
{
  gint64   key;
  double   position;
  gboolean is_kept; /* stands where it stood, in relation to the others */
} Slot;

/**
 * dateline_kept_clipping_new:
 * @clipping: a clipping
 *
 * Takes down what a clipping is now.
 *
 * Returns: (transfer full): a new kept clipping
 */
DatelineKeptClipping *
dateline_kept_clipping_new (DatelineClipping *clipping)
{
  DatelineKeptClipping *self;
  DatelinePassage *passage;
  DatelineItem *item;

  g_return_val_if_fail (DATELINE_IS_CLIPPING (clipping), NULL);

  passage = dateline_clipping_get_passage (clipping);
  item = dateline_clipping_get_item (clipping);

  self = g_new0 (DatelineKeptClipping, 1);
  self->item = item != NULL ? g_strdup (dateline_item_get_id (item)) : NULL;
  self->article = g_strdup (dateline_item_get_id (DATELINE_ITEM (dateline_passage_get_article (passage))));
  self->start = dateline_passage_get_start (passage);
  self->end = dateline_passage_get_end (passage);
  self->exact = g_strdup (dateline_passage_get_exact (passage));
  self->prefix = g_strdup (dateline_passage_get_prefix (passage));
  self->suffix = g_strdup (dateline_passage_get_suffix (passage));
  self->note = g_strdup (dateline_clipping_get_note (clipping));

  return self;
}

/**
 * dateline_kept_clipping_copy:
 * @self: a kept clipping
 *
 * Copies a kept clipping.
 *
 * Returns: (transfer full): the copy
 */
DatelineKeptClipping *
dateline_kept_clipping_copy (const DatelineKeptClipping *self)
{
  DatelineKeptClipping *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (DatelineKeptClipping, 1);
  copy->item = g_strdup (self->item);
  copy->article = g_strdup (self->article);
  copy->start = self->start;
  copy->end = self->end;
  copy->exact = g_strdup (self->exact);
  copy->prefix = g_strdup (self->prefix);
  copy->suffix = g_strdup (self->suffix);
  copy->note = g_strdup (self->note);

  return copy;
}

/**
 * dateline_kept_clipping_free:
 * @self: (transfer full): a kept clipping
 *
 * Frees the clipping.
 */
void
dateline_kept_clipping_free (DatelineKeptClipping *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->item);
  g_free (self->article);
  g_free (self->exact);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self->note);
  g_free (self);
}

/**
 * dateline_kept_clipping_same_place:
 * @self: a kept clipping
 * @other: another one
 *
 * Whether the two pick the same thing at the same place, whatever their notes.
 *
 * Returns: %TRUE if they do
 */
gboolean
dateline_kept_clipping_same_place (const DatelineKeptClipping *self,
                                  const DatelineKeptClipping *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->start == other->start &&
         self->end == other->end &&
         g_str_equal (self->article, other->article) &&
         g_strcmp0 (self->item, other->item) == 0;
}

/**
 * dateline_kept_clipping_dup_clipping:
 * @self: a kept clipping
 * @story: the story that it belongs to
 *
 * Makes a living clipping of it.
 *
 * Returns: (transfer full) (nullable): a clipping, or %NULL if the story has no such place
 */
DatelineClipping *
dateline_kept_clipping_dup_clipping (const DatelineKeptClipping *self,
                                    DatelineStory             *story)
{
  g_autoptr(DatelinePassage) passage = NULL;
  DatelineClipping *clipping;
  DatelineItem *article;
  DatelineItem *item;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  article = dateline_story_lookup (story, self->article);
  item = self->item != NULL ? dateline_story_lookup (story, self->item) : NULL;
  if (!DATELINE_IS_ARTICLE (article) || (self->item != NULL && item == NULL) ||
      self->start >= self->end || self->end > dateline_article_get_length (DATELINE_ARTICLE (article)))
    return NULL;

  passage = dateline_passage_new (DATELINE_ARTICLE (article), self->start, self->end);
  clipping = dateline_clipping_new (item, passage);
  dateline_clipping_set_note (clipping, self->note);

  return clipping;
}

/**
 * dateline_kept_clippings_new:
 * @clippings: a list of `DatelineClipping`
 *
 * Takes down what the clippings are now.
 *
 * Returns: (transfer full) (element-type DatelineKeptClipping): the rows, in the order of the list
 */
GPtrArray *
dateline_kept_clippings_new (GListModel *clippings)
{
  GPtrArray *rows;

  g_return_val_if_fail (G_IS_LIST_MODEL (clippings), NULL);

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_kept_clipping_free);
  for (guint i = 0; i < g_list_model_get_n_items (clippings); i++)
    {
      g_autoptr(DatelineClipping) clipping = g_list_model_get_item (clippings, i);

      g_ptr_array_add (rows, dateline_kept_clipping_new (clipping));
    }

  return rows;
}

/* Reads the rows, and their keys and places into @slots. */
static GPtrArray *
load (sqlite3  *db,
      GArray   *slots,
      GError  **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_kept_clipping_free);
  g_autoptr(DatelineQuery) query = NULL;
  g_autoptr(GError) failure = NULL;

  query = dateline_query_new (db, error,
                              "SELECT id, position, item, article, start, \"end\", coalesce (exact, ''),"
                              " coalesce (prefix, ''), coalesce (suffix, ''), note"
                              " FROM clipping WHERE article IS NOT NULL AND start BETWEEN 0 AND 4294967295"
                              " AND \"end\" BETWEEN start AND 4294967295 ORDER BY position, id",
                              "");
  if (query == NULL)
    return NULL;

  while (dateline_query_next (query, &failure))
    {
      DatelineKeptClipping *row = g_new0 (DatelineKeptClipping, 1);
      Slot slot = { sqlite3_column_int64 (query, 0), sqlite3_column_double (query, 1), FALSE };

      row->item = dateline_query_dup_string (query, 2);
      row->article = dateline_query_dup_string (query, 3);
      row->start = (guint) sqlite3_column_int64 (query, 4);
      row->end = (guint) sqlite3_column_int64 (query, 5);
      row->exact = dateline_query_dup_string (query, 6);
      row->prefix = dateline_query_dup_string (query, 7);
      row->suffix = dateline_query_dup_string (query, 8);
      row->note = dateline_query_dup_string (query, 9);
      g_ptr_array_add (rows, row);
      if (slots != NULL)
        g_array_append_val (slots, slot);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&rows);
}

/**
 * dateline_kept_clippings_load:
 * @db: a story file
 * @error: return location for an error
 *
 * Reads the clippings.
 *
 * Returns: (transfer full) (nullable) (element-type DatelineKeptClipping): the rows in order, or %NULL if it failed
 */
GPtrArray *
dateline_kept_clippings_load (sqlite3  *db,
                             GError  **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return load (db, NULL, error);
}

static guint
find (GPtrArray                 *rows,
      const DatelineKeptClipping *row)
{
  for (guint i = 0; i < rows->len; i++)
    if (dateline_kept_clipping_same_place (g_ptr_array_index (rows, i), row))
      return i;

  return G_MAXUINT;
}

/* Of the numbers in @order, of which those that are G_MAXUINT do not count, marks the most that already ascend: what
 * is not moved needs no new position. */
static void
mark_ascending (const guint *order,
                guint        n,
                GArray      *slots)
{
  g_autofree guint *length = g_new0 (guint, n + 1);
  g_autofree guint *previous = g_new0 (guint, n + 1);
  guint best = G_MAXUINT;

  for (guint i = 0; i < n; i++)
    {
      if (order[i] == G_MAXUINT)
        continue;
      length[i] = 1;
      previous[i] = G_MAXUINT;
      for (guint j = 0; j < i; j++)
        if (order[j] != G_MAXUINT && order[j] < order[i] && length[j] >= length[i])
          {
            length[i] = length[j] + 1;
            previous[i] = j;
          }
      if (best == G_MAXUINT || length[i] > length[best])
        best = i;
    }

  for (; best != G_MAXUINT; best = previous[best])
    g_array_index (slots, Slot, order[best]).is_kept = TRUE;
}

static gint64
draw_key (void)
{
  return ((gint64) (g_random_int () & G_MAXINT32) << 32) | g_random_int ();
}

static gboolean
insert (sqlite3                    *db,
        const DatelineKeptClipping  *row,
        double                      position,
        GError                    **error)
{
  return dateline_query_run (db, error,
                             "INSERT INTO clipping (id, position, item, article, start, \"end\","
                             " exact, prefix, suffix, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                             "idssiissss", draw_key (), position, row->item, row->article,
                             (gint64) row->start, (gint64) row->end, row->exact, row->prefix, row->suffix, row->note);
}

/* Deletes what was in @base and is wanted no more; what came from elsewhere meanwhile stays. */
static gboolean
delete_unwanted (sqlite3    *db,
                 GPtrArray  *present,
                 GArray     *slots,
                 GPtrArray  *base,
                 GPtrArray  *rows,
                 GError    **error)
{
  for (guint i = 0; i < present->len; i++)
    {
      const DatelineKeptClipping *row = g_ptr_array_index (present, i);

      if (find (rows, row) == G_MAXUINT && find (base, row) != G_MAXUINT &&
          !dateline_query_run (db, error, "DELETE FROM clipping WHERE id = ?", "i",
                               g_array_index (slots, Slot, i).key))
        return FALSE;
    }

  return TRUE;
}

/* The position of the next row that stays where it is, or two past the last. */
static double
find_limit (const guint *order,
            guint        from,
            guint        n,
            GArray      *slots,
            double       last)
{
  for (guint i = from; i < n; i++)
    if (order[i] != G_MAXUINT && g_array_index (slots, Slot, order[i]).is_kept)
      return g_array_index (slots, Slot, order[i]).position;

  return last + 2;
}

/* Where each of the rows goes: what is moved or new, between those that stay. */
static double *
place (const guint *order,
       guint        n,
       GArray      *slots)
{
  g_autofree double *positions = g_new (double, n + 1);
  double last = 0;

  for (guint i = 0; i < n; i++)
    {
      const Slot *slot = order[i] != G_MAXUINT ? &g_array_index (slots, Slot, order[i]) : NULL;

      if (slot != NULL && slot->is_kept)
        positions[i] = slot->position;
      else
        positions[i] = (last + find_limit (order, i + 1, n, slots, last)) / 2;

      /* There is no number left between two: all get new ones. */
      if (i > 0 && positions[i] <= last)
        {
          for (i = 0; i < n; i++)
            positions[i] = i + 1;
          break;
        }
      last = positions[i];
    }

  return g_steal_pointer (&positions);
}

/* A note that somebody else wrote meanwhile stays; if it was changed here as well, both stay. */
static gboolean
write_note (sqlite3                    *db,
            gint64                      key,
            const DatelineKeptClipping  *present,
            const DatelineKeptClipping  *base,
            const DatelineKeptClipping  *row,
            GError                    **error)
{
  g_autofree char *both = NULL;
  const char *note = row->note;

  if (g_str_equal (present->note, row->note) || (base != NULL && g_str_equal (base->note, row->note)))
    return TRUE;
  if (*present->note != '\0' && *row->note != '\0' && (base == NULL || !g_str_equal (present->note, base->note)))
    note = both = g_strdup_printf ("%s\n%s", present->note, row->note);

  return dateline_query_run (db, error, "UPDATE clipping SET note = ? WHERE id = ?", "si", note, key);
}

/**
 * dateline_kept_clippings_write:
 * @db: a story file
 * @base: (element-type DatelineKeptClipping): the clippings that the reader saw
 * @rows: (element-type DatelineKeptClipping): how they are to be
 * @error: return location for an error
 *
 * Writes what is different. Clippings that are neither in @base nor in @rows stay.
 *
 * Returns: %TRUE if it is done
 */
gboolean
dateline_kept_clippings_write (sqlite3    *db,
                              GPtrArray  *base,
                              GPtrArray  *rows,
                              GError    **error)
{
  g_autoptr(GArray) slots = g_array_new (FALSE, TRUE, sizeof (Slot));
  g_autoptr(GPtrArray) present = NULL;
  g_autofree guint *order = NULL;
  g_autofree double *positions = NULL;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (base != NULL, FALSE);
  g_return_val_if_fail (rows != NULL, FALSE);

  present = load (db, slots, error);
  if (present == NULL || !delete_unwanted (db, present, slots, base, rows, error))
    return FALSE;

  order = g_new (guint, rows->len + 1);
  for (guint i = 0; i < rows->len; i++)
    order[i] = find (present, g_ptr_array_index (rows, i));
  mark_ascending (order, rows->len, slots);
  positions = place (order, rows->len, slots);

  for (guint i = 0; i < rows->len; i++)
    {
      const DatelineKeptClipping *row = g_ptr_array_index (rows, i);
      guint known = find (base, row);
      const DatelineKeptClipping *before = known != G_MAXUINT ? g_ptr_array_index (base, known) : NULL;
      const Slot *slot = order[i] != G_MAXUINT ? &g_array_index (slots, Slot, order[i]) : NULL;

      if (slot != NULL)
        {
          if (positions[i] != slot->position &&
              !dateline_query_run (db, error, "UPDATE clipping SET position = ? WHERE id = ?",
                                   "di", positions[i], slot->key))
            return FALSE;
          if (!write_note (db, slot->key, g_ptr_array_index (present, order[i]), before, row, error))
            return FALSE;
        }
      /* What somebody else removed meanwhile comes back only with something new. */
      else if (before == NULL || !g_str_equal (before->note, row->note))
        {
          if (!insert (db, row, positions[i], error))
            return FALSE;
        }
    }

  return TRUE;
}
