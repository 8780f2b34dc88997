/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stories whose items are loaded when somebody looks at them: what the source, and whoever brings such a story up to date,
 * tell it. */
#include "config.h"

#include "dateline-claim-private.h"
#include "dateline-item-private.h"
#include "dateline-key-list.h"
#include "dateline-story-private.h"

/**
 * dateline_story_set_source:
 * @self: a story without items
 * @source: where its items come from
 *
 * Lets the story have all items that a source has, and load each when it is looked at. The source must not keep the
 * story alive.
 */
void
dateline_story_set_source (DatelineStory  *self,
                           DatelineSource *source)
{
  g_return_if_fail (DATELINE_IS_STORY (self));
  g_return_if_fail (DATELINE_IS_SOURCE (source));
  g_return_if_fail (self->source == NULL);

  self->source = g_object_ref (source);
  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    dateline_item_list_set_source (self->items[kind], source);
  self->generation++;
}

/**
 * dateline_story_get_source:
 * @self: a `DatelineStory`
 *
 * Where the items of the story come from.
 *
 * Returns: (transfer none) (nullable): the source, or %NULL if all items are in memory
 */
DatelineSource *
dateline_story_get_source (DatelineStory *self)
{
  g_return_val_if_fail (DATELINE_IS_STORY (self), NULL);

  return self->source;
}

/**
 * dateline_story_set_fleeting:
 * @self: a `DatelineStory`
 * @is_fleeting: whether a `DatelineWalk` lets go of the items that it has passed
 *
 * Lets a story be gone through that is larger than memory. Only for who has the story all alone, and keeps no item from
 * one step of a walk to the next.
 */
void
dateline_story_set_fleeting (DatelineStory *self,
                             gboolean       is_fleeting)
{
  g_return_if_fail (DATELINE_IS_STORY (self));

  self->is_fleeting = is_fleeting;
}

/**
 * dateline_story_get_fleeting:
 * @self: a `DatelineStory`
 *
 * Whether a walk lets go of the items that it has passed: they come from a source, and nobody else is there to see it.
 *
 * Returns: %TRUE if it does
 */
gboolean
dateline_story_get_fleeting (DatelineStory *self)
{
  g_return_val_if_fail (DATELINE_IS_STORY (self), FALSE);

  return self->is_fleeting && self->source != NULL;
}

/**
 * dateline_story_forget:
 * @self: a story with a source
 * @n_kept: how many items may stay
 *
 * Lets go of all items in memory, if there are more than a few. Whoever looks at them again gets other objects. One that
 * somebody holds is in no story any more, and knows no more than it does now.
 */
void
dateline_story_forget (DatelineStory *self,
                       guint          n_kept)
{
  g_autoptr(GPtrArray) items = NULL;
  GHashTableIter iter;
  gpointer item;

  g_return_if_fail (DATELINE_IS_STORY (self));
  g_return_if_fail (self->source != NULL);
  g_return_if_fail (self->n_begun == 0);

  if (g_hash_table_size (self->by_id) <= n_kept)
    return;

  items = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_ptr_array_add (items, g_object_ref (item));
  g_hash_table_remove_all (self->by_id);

  for (guint i = 0; i < items->len; i++)
    {
      dateline_item_set_story (g_ptr_array_index (items, i), NULL, 0);
      dateline_item_unlink (g_ptr_array_index (items, i));
    }
  for (guint i = 0; i < items->len; i++)
    dateline_item_list_forget (self->items[dateline_item_get_kind (g_ptr_array_index (items, i))],
                               g_ptr_array_index (items, i));
  self->generation++;
}

/**
 * dateline_story_peek:
 * @self: a `DatelineStory`
 * @id: an id
 *
 * Finds an item by its id, if it is in memory.
 *
 * Returns: (transfer none) (nullable): the item, or %NULL
 */
DatelineItem *
dateline_story_peek (DatelineStory *self,
                     const char    *id)
{
  g_return_val_if_fail (DATELINE_IS_STORY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * dateline_story_dup_made:
 * @self: a `DatelineStory`
 *
 * Lists the items that are in memory.
 *
 * Returns: (transfer full) (element-type DatelineItem): the items, in any order
 */
GPtrArray *
dateline_story_dup_made (DatelineStory *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (DATELINE_IS_STORY (self), items);

  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      g_autoptr(GPtrArray) made = dateline_item_list_dup_made (self->items[kind]);

      g_ptr_array_extend (items, made, (GCopyFunc) g_object_ref, NULL);
    }

  return items;
}

/**
 * dateline_story_lookup_key:
 * @self: a story with a source
 * @kind: the kind of the item
 * @key: the key of an item
 *
 * Finds an item by the key that the source has for it.
 *
 * Returns: (transfer none) (nullable): the item, or %NULL if there is none or it cannot be read
 */
DatelineItem *
dateline_story_lookup_key (DatelineStory    *self,
                           DatelineItemKind  kind,
                           gint64            key)
{
  DatelineItem *item;

  g_return_val_if_fail (DATELINE_IS_STORY (self), NULL);
  g_return_val_if_fail (self->source != NULL, NULL);

  g_return_val_if_fail (kind < DATELINE_N_ITEM_KINDS, NULL);

  item = dateline_item_list_lookup_key (self->items[kind], key);
  if (item == NULL)
    dateline_source_load (self->source, kind, &key, 1);

  return item != NULL ? item : dateline_item_list_lookup_key (self->items[kind], key);
}

/**
 * dateline_story_adopt:
 * @self: a story with a source
 * @item: an item that the source made
 * @key: its key
 * @missing: the parts that the source will set when they are asked for
 *
 * Takes an item into the story. Only the source calls this, for items that are not in the story yet. Nobody is told: for
 * all others the item was there before.
 */
void
dateline_story_adopt (DatelineStory     *self,
                      DatelineItem      *item,
                      gint64             key,
                      DatelineItemParts  missing)
{
  g_return_if_fail (DATELINE_IS_STORY (self));
  g_return_if_fail (self->source != NULL);
  g_return_if_fail (DATELINE_IS_ITEM (item));
  g_return_if_fail (key != 0);
  g_return_if_fail (!g_hash_table_contains (self->by_id, dateline_item_get_id (item)));

  dateline_item_set_key (item, key);
  dateline_item_set_story (item, self, missing);
  g_hash_table_insert (self->by_id, (gpointer) dateline_item_get_id (item), item);
  dateline_item_list_adopt (self->items[dateline_item_get_kind (item)], item);
}

/**
 * dateline_story_misses:
 * @self: a `DatelineStory`
 * @item: an item of the story
 * @parts: parts of an item
 *
 * Whether parts of an item are not in memory.
 *
 * Returns: %TRUE if nobody has asked for any of them
 */
gboolean
dateline_story_misses (DatelineStory     *self,
                       DatelineItem      *item,
                       DatelineItemParts  parts)
{
  g_return_val_if_fail (DATELINE_IS_STORY (self), FALSE);
  g_return_val_if_fail (DATELINE_IS_ITEM (item), FALSE);

  return dateline_item_misses (item, parts);
}

/**
 * dateline_story_set_key:
 * @self: a story with a source
 * @item: an item of the story
 * @key: its key
 *
 * Tells by what key the source knows an item now.
 */
void
dateline_story_set_key (DatelineStory *self,
                        DatelineItem  *item,
                        gint64         key)
{
  g_return_if_fail (DATELINE_IS_STORY (self));
  g_return_if_fail (self->source != NULL);
  g_return_if_fail (DATELINE_IS_ITEM (item));

  if (*dateline_item_peek_key (item) != key)
    dateline_item_list_change_key (self->items[dateline_item_get_kind (item)], item, key);
}

/* Finds where an item shall stand that comes after another one. */
static gboolean
find_after (DatelineStory    *self,
            DatelineItemKind  kind,
            const char       *after_id,
            gint64            after_key,
            guint            *position)
{
  DatelineItem *after = after_id != NULL ? dateline_story_peek (self, after_id) : NULL;
  gboolean is_found;

  *position = 0;
  if (after_id == NULL)
    return TRUE;

  if (after != NULL)
    is_found = dateline_story_find (self, after, position);
  else
    is_found = dateline_item_list_find_key (self->items[kind], after_key, position);
  if (is_found)
    (*position)++;

  return is_found;
}

/**
 * dateline_story_place:
 * @self: a story with a source
 * @item: an item of the story, which the source has at a new place or with new values
 * @is_new: whether it may not have been in the story before
 * @after_id: (nullable): the id of the item that it comes after, or %NULL if it is the first of its kind
 * @after_key: the key of that item
 *
 * Tells that an item is new, was moved or was changed. If nobody knows of any order yet there is nothing to move.
 */
void
dateline_story_place (DatelineStory *self,
                      DatelineItem  *item,
                      gboolean       is_new,
                      const char    *after_id,
                      gint64         after_key)
{
  DatelineItemList *list;
  DatelineItemKind kind;
  gboolean is_present;
  guint present = 0;
  guint position;

  g_return_if_fail (DATELINE_IS_STORY (self));
  g_return_if_fail (dateline_story_find (self, item, NULL));

  kind = dateline_item_get_kind (item);
  list = self->items[kind];
  dateline_story_begin_changes (self);
  dateline_story_note_change (self, item, FALSE);
  /* They may be others now. Those in memory were set. */
  if (dateline_item_misses (item, DATELINE_ITEM_PART_PASSAGES))
    dateline_item_tell_of_passages (item);
  is_present = dateline_item_list_is_listed (list) && dateline_item_list_find (list, item, &present);
  if (!dateline_item_list_is_listed (list))
    {
      if (is_new)
        dateline_item_list_doubt (list);
    }
  else if (is_present && (present > 0 ? dateline_item_list_get_key (list, present - 1) : 0) == after_key)
    {
      dateline_item_list_touch (list, item);
    }
  else if (!find_after (self, kind, after_id, after_key, &position))
    {
      /* It comes after one that nobody knows: all has to be looked at. */
      dateline_item_list_doubt (list);
    }
  else
    {
      /* Its own place counts as long as it stands before the other. */
      if (is_present && position > present)
        position--;

      if (!is_present)
        {
          if (kind == DATELINE_ITEM_ARTICLE)
            {
              guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

              dateline_story_shift_articles (self, position, n, 1);
              dateline_article_set_position (DATELINE_ARTICLE (item), position);
            }
          dateline_item_list_insert (list, item, position);
        }
      else if (position != present)
        {
          dateline_story_move (self, item, position);
        }
      else
        {
          dateline_item_list_touch (list, item);
        }
    }
  if (kind == DATELINE_ITEM_ACCOUNT)
    dateline_story_list_in_claim (self, item);
  dateline_story_end_changes (self);
}

/**
 * dateline_story_doubt:
 * @self: a story with a source
 * @kind: a kind of items
 *
 * Tells that the source may have other items of a kind now, or in another order. dateline_story_reload() finds out.
 */
void
dateline_story_doubt (DatelineStory    *self,
                      DatelineItemKind  kind)
{
  g_return_if_fail (DATELINE_IS_STORY (self));
  g_return_if_fail (kind < DATELINE_N_ITEM_KINDS);
  g_return_if_fail (self->source != NULL);

  dateline_item_list_doubt (self->items[kind]);
}

/* Articles that know their place may have another now. */
static void
place_articles (DatelineStory *self)
{
  GListModel *articles = G_LIST_MODEL (self->items[DATELINE_ITEM_ARTICLE]);

  if (dateline_item_list_is_listed (self->items[DATELINE_ITEM_ARTICLE]))
    dateline_story_shift_articles (self, 0, g_list_model_get_n_items (articles), 0);
}

/**
 * dateline_story_reload:
 * @self: a story with a source
 *
 * Asks the source for the order of the items of which there is doubt. Those in memory stay the objects that they are.
 */
void
dateline_story_reload (DatelineStory *self)
{
  g_autoptr(GPtrArray) lost = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (DATELINE_IS_STORY (self));
  g_return_if_fail (self->source != NULL);

  dateline_story_begin_changes (self);
  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    dateline_item_list_reload (self->items[kind], lost);
  for (guint i = 0; i < lost->len; i++)
    {
      DatelineItem *item = g_ptr_array_index (lost, i);

      dateline_story_note_change (self, item, TRUE);
      if (g_hash_table_lookup (self->by_id, dateline_item_get_id (item)) == (gpointer) item)
        g_hash_table_remove (self->by_id, dateline_item_get_id (item));
      dateline_item_set_story (item, NULL, 0);
    }
  place_articles (self);
  dateline_story_end_changes (self);
}

/**
 * dateline_story_dup_list:
 * @self: a story with a source
 * @kind: the kind of the items
 * @keys: (transfer full) (element-type gint64): their keys
 *
 * Lists some items of the story, each of which is loaded when it is looked at. The list never changes.
 *
 * Returns: (transfer full): a list of `DatelineItem`
 */
GListModel *
dateline_story_dup_list (DatelineStory    *self,
                         DatelineItemKind  kind,
                         GArray           *keys)
{
  g_return_val_if_fail (DATELINE_IS_STORY (self), NULL);
  g_return_val_if_fail (keys != NULL, NULL);

  return G_LIST_MODEL (dateline_key_list_new (self, kind, keys));
}
