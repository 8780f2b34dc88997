/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story that loads what somebody looks at, and how it is brought up to date: only what is in memory is read again. Of
 * the rest no more has to be right than the order. */
#include "config.h"

#include "dateline-rows-living.h"

#include "dateline-rows-reader.h"
#include "dateline-rows-source.h"

/* Whoever is told of a change wants to know of new items, too; but not of thousands. */
#define MAX_NEW 256

/**
 * dateline_rows_open_story:
 * @db: a connection
 * @error: return location for an error
 *
 * Makes a story of a file without reading its items. The source that it has is a `DatelineRowsSource`.
 *
 * Returns: (transfer full) (nullable): a new story
 */
DatelineStory *
dateline_rows_open_story (sqlite3  *db,
                          GError  **error)
{
  g_autoptr(DatelineStory) story = NULL;
  g_autoptr(DatelineRowsSource) source = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  story = dateline_rows_new_story (db, error);
  if (story == NULL)
    return NULL;

  source = dateline_rows_source_new (db, story);
  dateline_story_set_source (story, DATELINE_SOURCE (source));

  return g_steal_pointer (&story);
}

typedef struct
{
  DatelineRowsReader  reader;
  GPtrArray          *removed; /* DatelineItem */
  GPtrArray          *changed; /* DatelineRow: of items in memory */
  GPtrArray          *made;    /* DatelineRow: of items that were not */
  GPtrArray          *absent;  /* ids, by kind, of items that are not in memory */
} Refresh;

static void
refresh_clear (Refresh *self)
{
  dateline_rows_reader_clear (&self->reader);
  g_ptr_array_unref (self->removed);
  g_ptr_array_unref (self->changed);
  g_ptr_array_unref (self->made);
  g_ptr_array_unref (self->absent);
}

/* What the source knows of all items of a kind is known no more. */
static void
forget (DatelineStory    *story,
        DatelineItemKind  kind)
{
  DatelineSource *source = dateline_story_get_source (story);

  if (DATELINE_IS_ROWS_SOURCE (source))
    dateline_rows_source_forget (DATELINE_ROWS_SOURCE (source), kind);
}

static void
doubt_all (DatelineStory *story)
{
  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      dateline_story_doubt (story, kind);
      forget (story, kind);
    }
}

static gboolean
sort_one (Refresh     *self,
          const char  *id,
          GError     **error)
{
  DatelineStory *story = self->reader.story;
  DatelineItem *item = dateline_story_peek (story, id);
  DatelineRow *row;
  int kind;

  if (!dateline_rows_reader_find_kind (&self->reader, id, &kind, error))
    return FALSE;

  if (item != NULL)
    forget (story, dateline_item_get_kind (item));
  if (kind >= 0)
    forget (story, (DatelineItemKind) kind);
  if (item != NULL && (int) dateline_item_get_kind (item) != kind)
    g_ptr_array_add (self->removed, g_object_ref (item));
  if (kind < 0)
    {
      /* Of something that is gone nothing tells where it was. */
      if (item == NULL && !g_str_equal (id, dateline_story_get_id (story)))
        doubt_all (story);
      return TRUE;
    }
  if (item == NULL || (int) dateline_item_get_kind (item) != kind)
    {
      g_ptr_array_add (g_ptr_array_index (self->absent, kind), g_strdup (id));
      return TRUE;
    }

  row = dateline_rows_reader_read_row (&self->reader, item, error);
  if (row == NULL)
    return FALSE;
  g_ptr_array_add (self->changed, row);

  return !DATELINE_IS_CLAIM (item) || dateline_story_misses (story, item, DATELINE_ITEM_PART_ABOUT) ||
         dateline_rows_reader_read_about (&self->reader, item, error);
}

/* The values of accounts are read by the kind of their claim: they change with it. */
static gboolean
add_accounts (Refresh     *self,
              GHashTable  *ids,
              GHashTable  *all,
              GError     **error)
{
  DatelineStory *story = self->reader.story;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr(GHashTable) accounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      DatelineItem *item = dateline_story_peek (story, id);
      GHashTableIter account_iter;
      gpointer account;

      g_hash_table_add (all, g_strdup (id));
      if (item == NULL || !DATELINE_IS_CLAIM (item))
        continue;
      if (!dateline_rows_reader_add_ids (&self->reader, "SELECT id FROM account WHERE claim = ?", id, accounts, error))
        return FALSE;
      g_hash_table_iter_init (&account_iter, accounts);
      while (g_hash_table_iter_next (&account_iter, &account, NULL))
        if (dateline_story_peek (story, account) != NULL)
          g_hash_table_add (all, g_strdup (account));
    }

  return TRUE;
}

/* Makes the items that are new, as far as anybody knows. */
static gboolean
make_absent (Refresh  *self,
             GError  **error)
{
  guint n = 0;

  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      GPtrArray *ids = g_ptr_array_index (self->absent, kind);

      n += ids->len;
      if (n > MAX_NEW)
        {
          dateline_story_doubt (self->reader.story, kind);
          continue;
        }
      for (guint i = 0; i < ids->len; i++)
        if (!dateline_rows_reader_make_items (&self->reader, kind, g_ptr_array_index (ids, i), self->made, error))
          return FALSE;
    }

  return TRUE;
}

/* Reads those lists of an item again that somebody has looked at. */
static gboolean
read_lists (Refresh       *self,
            DatelineItem  *item,
            GError       **error)
{
  DatelineStory *story = self->reader.story;

  return (!DATELINE_IS_ARTICLE (item) || dateline_story_misses (story, item, DATELINE_ITEM_PART_TEXT) ||
          dateline_rows_reader_read_bodies (&self->reader, item, error)) &&
         ((dateline_story_misses (story, item, DATELINE_ITEM_PART_PASSAGES) &&
           (!DATELINE_IS_ARTICLE (item) || dateline_story_misses (story, item, DATELINE_ITEM_PART_DATES))) ||
          dateline_rows_reader_read_passages (&self->reader, item, error)) &&
         (!DATELINE_IS_EVENT (item) || dateline_story_misses (story, item, DATELINE_ITEM_PART_PARTICIPANTS) ||
          dateline_rows_reader_read_persons (&self->reader, item, error));
}

/* Puts an item where it belongs, after the one that comes before it by the rows. */
static gboolean
place_item (Refresh            *self,
            const DatelineRow  *row,
            GError            **error)
{
  g_autofree char *after_id = NULL;
  gint64 after_key;

  if (!dateline_rows_reader_find_before (&self->reader, row, &after_id, &after_key, error))
    return FALSE;

  if (dateline_story_find (self->reader.story, row->item, NULL))
    dateline_story_place (self->reader.story, row->item, row->is_new, after_id, after_key);

  return TRUE;
}

static void
remove_items (Refresh  *self,
              gboolean  of_other_kinds)
{
  for (guint i = 0; i < self->removed->len; i++)
    {
      DatelineItem *item = g_ptr_array_index (self->removed, i);
      int kind = -1;

      if (dateline_story_find (self->reader.story, item, NULL) &&
          (!of_other_kinds || (dateline_rows_reader_find_kind (&self->reader, dateline_item_get_id (item), &kind, NULL) && kind >= 0)))
        dateline_story_remove (self->reader.story, item);
    }
}

static gboolean
carry_out (Refresh  *self,
           GError  **error)
{
  g_autoptr(GPtrArray) rows = NULL;
  gboolean is_done = TRUE;

  for (guint i = 0; i < self->changed->len; i++)
    g_object_freeze_notify (G_OBJECT (((DatelineRow *) g_ptr_array_index (self->changed, i))->item));

  remove_items (self, TRUE);
  is_done = make_absent (self, error);
  dateline_rows_reader_resolve (&self->reader);
  for (guint i = 0; i < self->changed->len && is_done; i++)
    {
      DatelineRow *row = g_ptr_array_index (self->changed, i);

      dateline_story_set_key (self->reader.story, row->item, row->key);
      dateline_row_apply (row);
      is_done = read_lists (self, row->item, error);
    }
  dateline_rows_reader_set_links (&self->reader, FALSE);

  for (guint i = 0; i < self->changed->len; i++)
    g_object_thaw_notify (G_OBJECT (((DatelineRow *) g_ptr_array_index (self->changed, i))->item));

  remove_items (self, FALSE);
  /* In order: what an item comes after is where it belongs by then. */
  rows = g_ptr_array_new ();
  g_ptr_array_extend (rows, self->made, NULL, NULL);
  g_ptr_array_extend (rows, self->changed, NULL, NULL);
  g_ptr_array_sort (rows, dateline_row_compare);
  for (guint i = 0; i < rows->len && is_done; i++)
    is_done = place_item (self, g_ptr_array_index (rows, i), error);
  dateline_story_reload (self->reader.story);

  return is_done;
}

/**
 * dateline_rows_refresh_living:
 * @db: a connection
 * @story: a story that dateline_rows_open_story() made
 * @ids: (element-type utf8 utf8): the ids of items of which a row changed
 * @error: return location for an error
 *
 * Brings a story up to date, as dateline_rows_refresh() does.
 *
 * Returns: %TRUE if the story is up to date
 */
gboolean
dateline_rows_refresh_living (sqlite3        *db,
                              DatelineStory  *story,
                              GHashTable     *ids,
                              GError        **error)
{
  g_autoptr(GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Refresh self = { 0 };
  GHashTableIter iter;
  gboolean has_begun;
  gboolean is_done;
  gpointer id;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (DATELINE_IS_STORY (story), FALSE);
  g_return_val_if_fail (dateline_story_get_source (story) != NULL, FALSE);

  /* Nobody writes between one query and the next. */
  if (!dateline_rows_run (db, "SAVEPOINT refresh", error))
    return FALSE;
  dateline_rows_reader_init (&self.reader, db, story);
  self.removed = g_ptr_array_new_with_free_func (g_object_unref);
  self.changed = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_row_free);
  self.made = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_row_free);
  self.absent = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    g_ptr_array_add (self.absent, g_ptr_array_new_with_free_func (g_free));

  is_done = add_accounts (&self, ids, all, error);
  g_hash_table_iter_init (&iter, all);
  while (is_done && g_hash_table_iter_next (&iter, &id, NULL))
    is_done = sort_one (&self, id, error);
  has_begun = is_done;
  if (is_done)
    {
      dateline_story_begin_changes (story);
      is_done = (!g_hash_table_contains (ids, dateline_story_get_id (story)) ||
                 dateline_rows_refresh_details (db, story, error)) &&
                carry_out (&self, error);
    }
  refresh_clear (&self);
  sqlite3_exec (db, "RELEASE refresh", NULL, NULL, NULL);
  /* Who hears of it may want to write. */
  if (has_begun)
    dateline_story_end_changes (story);

  return is_done;
}

/**
 * dateline_rows_reload_living:
 * @db: a connection
 * @story: a story that dateline_rows_open_story() made
 * @error: return location for an error
 *
 * Brings a story up to date when nothing tells what changed.
 *
 * Returns: %TRUE if the story is up to date
 */
gboolean
dateline_rows_reload_living (sqlite3        *db,
                             DatelineStory  *story,
                             GError        **error)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) made = NULL;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (DATELINE_IS_STORY (story), FALSE);

  made = dateline_story_dup_made (story);
  for (guint i = 0; i < made->len; i++)
    g_hash_table_add (ids, g_strdup (dateline_item_get_id (g_ptr_array_index (made, i))));
  g_hash_table_add (ids, g_strdup (dateline_story_get_id (story)));
  doubt_all (story);

  return dateline_rows_refresh_living (db, story, ids, error);
}
