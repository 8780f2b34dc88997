/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story brought up to date with rows that changed: what lives stays what it is. */
#include "config.h"

#include "dateline-rows-living.h"
#include "dateline-rows-reader.h"

/* What a refresh has to do. */
typedef struct
{
  GPtrArray *ids[DATELINE_N_ITEM_KINDS]; /* of items that have a row */
  GPtrArray *removed;                    /* DatelineItem */
  GPtrArray *rows;                       /* DatelineRow */
} Plan;

static void
plan_clear (Plan *plan)
{
  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    g_ptr_array_unref (plan->ids[kind]);
  g_ptr_array_unref (plan->removed);
  g_ptr_array_unref (plan->rows);
}

/* Finds out of which kind each item is now, if it is there at all. */
static gboolean
sort_ids (DatelineRowsReader  *reader,
          GHashTable          *ids,
          Plan                *plan,
          GError             **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      DatelineItem *living = dateline_story_lookup (reader->story, id);
      int kind;

      if (!dateline_rows_reader_find_kind (reader, id, &kind, error))
        return FALSE;

      if (living != NULL && kind != (int) dateline_item_get_kind (living))
        g_ptr_array_add (plan->removed, g_object_ref (living));
      if (kind >= 0)
        g_ptr_array_add (plan->ids[kind], g_strdup (id));
    }

  return TRUE;
}

/* The values of accounts are read by the kind of their claim, and passages by the text of their article: they change
 * with these. */
static gboolean
add_dependents (DatelineRowsReader  *reader,
                GHashTable          *ids,
                GHashTable          *all,
                GError             **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      DatelineItem *living = dateline_story_lookup (reader->story, id);
      gboolean has_body = TRUE;

      g_hash_table_add (all, g_strdup (id));
      if (living != NULL && DATELINE_IS_CLAIM (living) &&
          !dateline_rows_reader_add_ids (reader, "SELECT id FROM account WHERE claim = ?", id, all, error))
        return FALSE;
      if (living != NULL && DATELINE_IS_ARTICLE (living) &&
          !dateline_rows_reader_has_body (reader, DATELINE_ARTICLE (living), &has_body, error))
        return FALSE;
      if (!has_body &&
          !dateline_rows_reader_add_ids (reader, "SELECT item FROM passage WHERE article = ?", id, all, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_living (DatelineRowsReader *reader,
           const char         *id,
           guint               kind)
{
  DatelineItem *item = dateline_story_lookup (reader->story, id);

  return item != NULL && dateline_item_get_kind (item) == kind;
}

/* Reads the rows of all items; makes those that the story does not have. Nothing is changed yet. */
static gboolean
read_rows (DatelineRowsReader  *reader,
           Plan                *plan,
           GError             **error)
{
  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    for (guint i = 0; i < plan->ids[kind]->len; i++)
      {
        const char *id = g_ptr_array_index (plan->ids[kind], i);

        if (!is_living (reader, id, kind) && !dateline_rows_reader_make_items (reader, kind, id, plan->rows, error))
          return FALSE;
      }

  /* After all are made: they may refer to each other. */
  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    for (guint i = 0; i < plan->ids[kind]->len; i++)
      {
        const char *id = g_ptr_array_index (plan->ids[kind], i);
        DatelineRow *row;

        if (!is_living (reader, id, kind))
          continue;
        row = dateline_rows_reader_read_row (reader, dateline_story_lookup (reader->story, id), error);
        if (row == NULL)
          return FALSE;
        g_ptr_array_add (plan->rows, row);
      }

  for (guint i = 0; i < plan->rows->len; i++)
    {
      const DatelineRow *row = g_ptr_array_index (plan->rows, i);

      if (DATELINE_IS_CLAIM (row->item) && !dateline_rows_reader_read_about (reader, row->item, error))
        return FALSE;
    }
  dateline_rows_reader_resolve (reader);

  return TRUE;
}

/* Finds out after which item of the story an item comes, by the rows. */
static gboolean
find_place (DatelineRowsReader  *reader,
            const DatelineRow   *row,
            guint               *place,
            GError             **error)
{
  g_autofree char *before_id = NULL;
  gint64 key;

  if (!dateline_rows_reader_find_before (reader, row, &before_id, &key, error))
    return FALSE;

  *place = 0;
  if (before_id != NULL)
    {
      DatelineItem *before = dateline_story_lookup (reader->story, before_id);

      /* One that the story does not know yet: then the end is as good as any place. */
      if (before == NULL || !dateline_story_find (reader->story, before, place))
        *place = G_MAXUINT - 1;
      (*place)++;
    }

  return TRUE;
}

static gboolean
is_made (DatelineRowsReader *reader,
         DatelineItem       *item)
{
  return g_hash_table_lookup (reader->made, dateline_item_get_id (item)) == (gpointer) item;
}

/* Puts an item where it belongs; one that is there already only tells that it changed. */
static gboolean
place_item (DatelineRowsReader  *reader,
            const DatelineRow   *row,
            GError             **error)
{
  guint present;
  guint place;

  if (!find_place (reader, row, &place, error))
    return FALSE;

  dateline_story_find (reader->story, row->item, &present);
  /* Its own place counts as long as it stands before the other. */
  if (place > present)
    place--;
  if (place != present && place < G_MAXUINT - 1)
    dateline_story_move (reader->story, row->item, place);
  else if (!is_made (reader, row->item))
    dateline_story_touch (reader->story, row->item);

  return TRUE;
}

/* Changes the story, in an order in which nobody sees an item of which a part is missing. */
static gboolean
carry_out (DatelineRowsReader  *reader,
           Plan                *plan,
           GError             **error)
{
  gboolean is_done = TRUE;

  for (guint i = 0; i < plan->rows->len; i++)
    g_object_freeze_notify (G_OBJECT (((DatelineRow *) g_ptr_array_index (plan->rows, i))->item));

  for (guint i = 0; i < plan->removed->len; i++)
    if (g_hash_table_contains (reader->made, dateline_item_get_id (g_ptr_array_index (plan->removed, i))))
      dateline_story_remove (reader->story, g_ptr_array_index (plan->removed, i));

  /* The texts before the passages, which are made of them. */
  for (guint i = 0; i < plan->rows->len && is_done; i++)
    {
      const DatelineRow *row = g_ptr_array_index (plan->rows, i);

      is_done = !DATELINE_IS_ARTICLE (row->item) || dateline_rows_reader_read_bodies (reader, row->item, error);
    }

  for (guint i = 0; i < plan->rows->len && is_done; i++)
    {
      const DatelineRow *row = g_ptr_array_index (plan->rows, i);

      is_done = !is_made (reader, row->item) || dateline_rows_reader_read_lists (reader, row->item, error);
    }
  dateline_rows_reader_set_links (reader, TRUE);
  for (guint i = 0; i < plan->rows->len && is_done; i++)
    {
      const DatelineRow *row = g_ptr_array_index (plan->rows, i);
      guint place;

      if (!is_made (reader, row->item))
        continue;
      is_done = find_place (reader, row, &place, error);
      if (is_done)
        dateline_story_insert (reader->story, row->item, place);
    }

  for (guint i = 0; i < plan->rows->len && is_done; i++)
    {
      DatelineRow *row = g_ptr_array_index (plan->rows, i);

      if (is_made (reader, row->item))
        continue;
      dateline_row_apply (row);
      is_done = dateline_rows_reader_read_lists (reader, row->item, error);
    }
  dateline_rows_reader_set_links (reader, FALSE);

  for (guint i = 0; i < plan->rows->len; i++)
    g_object_thaw_notify (G_OBJECT (((DatelineRow *) g_ptr_array_index (plan->rows, i))->item));

  for (guint i = 0; i < plan->removed->len; i++)
    if (dateline_story_find (reader->story, g_ptr_array_index (plan->removed, i), NULL))
      dateline_story_remove (reader->story, g_ptr_array_index (plan->removed, i));
  for (guint i = 0; i < plan->rows->len && is_done; i++)
    is_done = place_item (reader, g_ptr_array_index (plan->rows, i), error);

  return is_done;
}

/**
 * dateline_rows_refresh:
 * @db: a connection
 * @story: a story
 * @ids: (element-type utf8 utf8): the ids of items of which a row changed, be it in a table of lists; the story's own id
 *   stands for its details
 * @error: return location for an error
 *
 * Brings a story up to date. Items that are in the story stay the objects that they are; new ones are complete when they
 * enter its lists; those without a row go. All of it is told by one `DatelineStory::refreshed`.
 *
 * Returns: %TRUE if the story is up to date
 */
gboolean
dateline_rows_refresh (sqlite3        *db,
                       DatelineStory  *story,
                       GHashTable     *ids,
                       GError        **error)
{
  g_autoptr(GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Plan plan = { 0 };
  DatelineRowsReader reader;
  gboolean has_begun;
  gboolean is_done;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (DATELINE_IS_STORY (story), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (dateline_story_get_source (story) != NULL)
    return dateline_rows_refresh_living (db, story, ids, error);

  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    plan.ids[kind] = g_ptr_array_new_with_free_func (g_free);
  plan.removed = g_ptr_array_new_with_free_func (g_object_unref);
  plan.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_row_free);
  /* Nobody writes between one query and the next. */
  if (!dateline_rows_run (db, "SAVEPOINT refresh", error))
    return FALSE;
  dateline_rows_reader_init (&reader, db, story);

  is_done = add_dependents (&reader, ids, all, error) &&
            sort_ids (&reader, all, &plan, error) &&
            read_rows (&reader, &plan, error);
  has_begun = is_done;
  if (is_done)
    {
      g_ptr_array_sort (plan.rows, dateline_row_compare);
      dateline_story_begin_changes (story);
      is_done = (!g_hash_table_contains (ids, dateline_story_get_id (story)) ||
                 dateline_rows_refresh_details (db, story, error)) &&
                carry_out (&reader, &plan, error);
    }
  plan_clear (&plan);
  dateline_rows_reader_clear (&reader);
  sqlite3_exec (db, "RELEASE refresh", NULL, NULL, NULL);
  /* Who hears of it may want to write. */
  if (has_begun)
    dateline_story_end_changes (story);

  return is_done;
}
