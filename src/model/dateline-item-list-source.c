/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of items that come from a source: what the source tells of them, and what it has when it is asked again. */
#include "config.h"

#include "dateline-item-list-private.h"

#include "dateline-item-private.h"

/**
 * dateline_item_list_set_source:
 * @self: an empty list
 * @source: where its items come from; it has to last longer
 *
 * Lets the list have all items that a source has.
 */
void
dateline_item_list_set_source (DatelineItemList *self,
                               DatelineSource   *source)
{
  g_return_if_fail (DATELINE_IS_ITEM_LIST (self));
  g_return_if_fail (self->source == NULL && g_list_model_get_n_items (G_LIST_MODEL (self)) == 0);

  self->source = source;
  self->by_key = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_clear_pointer (&self->slots, dateline_slots_free);
}

/**
 * dateline_item_list_close:
 * @self: a list
 *
 * Does without the source from now on: what is not made stays blank.
 */
void
dateline_item_list_close (DatelineItemList *self)
{
  g_return_if_fail (DATELINE_IS_ITEM_LIST (self));

  self->source = NULL;
}

/**
 * dateline_item_list_adopt:
 * @self: a list with a source
 * @item: an item that the source made, with its key
 *
 * Takes an item that belongs to the list, wherever its place may be.
 */
void
dateline_item_list_adopt (DatelineItemList *self,
                          DatelineItem     *item)
{
  g_return_if_fail (DATELINE_IS_ITEM_LIST (self));
  g_return_if_fail (self->by_key != NULL);
  g_return_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (item, self->item_type));
  g_return_if_fail (!g_hash_table_contains (self->by_key, dateline_item_peek_key (item)));

  g_hash_table_insert (self->by_key, (gpointer) dateline_item_peek_key (item), g_object_ref (item));
  self->n_loose++;
}

/**
 * dateline_item_list_forget:
 * @self: a list with a source
 * @item: an item of the list
 *
 * Lets go of an item, which is made anew once somebody asks for it.
 */
void
dateline_item_list_forget (DatelineItemList *self,
                           DatelineItem     *item)
{
  guint position;

  g_return_if_fail (DATELINE_IS_ITEM_LIST (self));
  g_return_if_fail (self->source != NULL);
  g_return_if_fail (dateline_item_list_holds (self, item));

  if (dateline_item_get_place (item) != NULL && dateline_item_list_find (self, item, &position))
    dateline_slots_set (self->slots, position, dateline_slot_of_key (*dateline_item_peek_key (item)));
  dateline_item_list_let_go (self, item);
}

/**
 * dateline_item_list_lookup_key:
 * @self: a list with a source
 * @key: the key of an item
 *
 * Finds an item that is in memory.
 *
 * Returns: (transfer none) (nullable): the item, or %NULL if it is not made
 */
DatelineItem *
dateline_item_list_lookup_key (DatelineItemList *self,
                               gint64            key)
{
  g_return_val_if_fail (DATELINE_IS_ITEM_LIST (self), NULL);
  g_return_val_if_fail (self->by_key != NULL, NULL);

  return g_hash_table_lookup (self->by_key, &key);
}

/**
 * dateline_item_list_change_key:
 * @self: a list with a source
 * @item: an item of the list
 * @key: its new key
 *
 * Follows a source that calls an item otherwise than before.
 */
void
dateline_item_list_change_key (DatelineItemList *self,
                               DatelineItem     *item,
                               gint64            key)
{
  g_return_if_fail (DATELINE_IS_ITEM_LIST (self));
  g_return_if_fail (dateline_item_list_holds (self, item));

  if (g_hash_table_lookup (self->by_key, dateline_item_peek_key (item)) == (gpointer) item)
    g_hash_table_remove (self->by_key, dateline_item_peek_key (item));
  dateline_item_set_key (item, key);
  g_hash_table_replace (self->by_key, (gpointer) dateline_item_peek_key (item), item);
  self->is_in_doubt = TRUE;
}

/**
 * dateline_item_list_get_key:
 * @self: a list whose order is known
 * @position: a position in it
 *
 * By what key the source knows the item at a position.
 *
 * Returns: the key
 */
gint64
dateline_item_list_get_key (DatelineItemList *self,
                            guint             position)
{
  guint64 value;

  g_return_val_if_fail (DATELINE_IS_ITEM_LIST (self), 0);
  g_return_val_if_fail (self->slots != NULL, 0);

  value = dateline_slots_get (self->slots, position);

  return dateline_slot_is_key (value) ? dateline_slot_get_key (value) : *dateline_item_peek_key (dateline_slot_get_item (value));
}

/**
 * dateline_item_list_doubt:
 * @self: a list with a source
 *
 * Tells that the source has other items than it had, or in another order.
 */
void
dateline_item_list_doubt (DatelineItemList *self)
{
  g_return_if_fail (DATELINE_IS_ITEM_LIST (self));
  g_return_if_fail (self->source != NULL);

  self->is_in_doubt = TRUE;
}

/* Replaces what lies between what is the same at the start and at the end. */
static void
replace (DatelineItemList *self,
         GArray           *keys,
         guint             n_before,
         guint             n_after,
         GPtrArray        *lost)
{
  g_autoptr(GHashTable) made = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer item;

  for (guint i = dateline_slots_get_length (self->slots) - n_after; i > n_before; i--)
    {
      DatelineItem *present = dateline_item_list_peek (self, i - 1);

      if (present != NULL)
        g_hash_table_insert (made, (gpointer) dateline_item_peek_key (present), present);
      dateline_slots_remove (self->slots, i - 1);
    }
  for (guint i = n_before; i < keys->len - n_after; i++)
    {
      gint64 key = g_array_index (keys, gint64, i);
      DatelineItem *present = g_hash_table_lookup (self->by_key, &key);

      if (present != NULL && dateline_item_get_place (present) == NULL)
        self->n_loose--;
      dateline_slots_insert (self->slots, i, present != NULL ? dateline_slot_of_item (present) : dateline_slot_of_key (key));
      if (present != NULL)
        g_hash_table_remove (made, &key);
    }

  g_hash_table_iter_init (&iter, made);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      g_ptr_array_add (lost, g_object_ref (item));
      dateline_item_list_let_go (self, item);
    }
}

/**
 * dateline_item_list_reload:
 * @self: a list with a source
 * @lost: (element-type DatelineItem): where to add items that were in the list and are not any more
 *
 * If there is doubt about it, asks the source again what items there are. Those in memory stay what they are.
 */
void
dateline_item_list_reload (DatelineItemList *self,
                           GPtrArray        *lost)
{
  DatelineItemKind kind;
  g_autoptr(GArray) keys = NULL;
  guint n_present;
  guint n_before = 0;
  guint n_after = 0;

  g_return_if_fail (DATELINE_IS_ITEM_LIST (self));
  g_return_if_fail (self->source != NULL);
  g_return_if_fail (lost != NULL);

  if (!self->is_in_doubt)
    return;
  self->is_in_doubt = FALSE;
  kind = dateline_item_type_get_kind (self->item_type);

  if (self->slots == NULL)
    {
      n_present = self->n_counted;
      if (!self->is_counted)
        return;
      self->n_counted = dateline_source_count (self->source, kind);
      if (self->n_counted != n_present)
        g_list_model_items_changed (G_LIST_MODEL (self), 0, n_present, self->n_counted);
      return;
    }

  keys = dateline_source_list (self->source, kind);
  n_present = dateline_slots_get_length (self->slots);
  while (n_before < MIN (n_present, keys->len) && dateline_item_list_get_key (self, n_before) == g_array_index (keys, gint64, n_before))
    n_before++;
  while (n_after < MIN (n_present, keys->len) - n_before &&
         dateline_item_list_get_key (self, n_present - 1 - n_after) == g_array_index (keys, gint64, keys->len - 1 - n_after))
    n_after++;
  if (n_before + n_after == MAX (n_present, keys->len))
    return;

  replace (self, keys, n_before, n_after, lost);
  g_list_model_items_changed (G_LIST_MODEL (self), n_before, n_present - n_before - n_after, keys->len - n_before - n_after);
}
