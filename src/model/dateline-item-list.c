/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items of one kind in a story. Unlike a GListStore it finds the position of an item without a search, so that an
 * edit costs the same in a story of a million; and what a source has is made an item only when it is looked at. */
#include "config.h"

#include "dateline-item-list.h"

#include "dateline-item-list-private.h"
#include "dateline-item-private.h"

/* How many items are made together: about what a view shows at once. */
#define CHUNK 64

/* How many items have no place before all get one. */
#define MAX_LOOSE 16

static void
moved_cb (guint64       value,
          DatelineLeaf *leaf)
{
  if (!dateline_slot_is_key (value))
    dateline_item_set_place (dateline_slot_get_item (value), leaf);
}

static guint
get_length (DatelineItemList *self)
{
  if (self->slots != NULL)
    return dateline_slots_get_length (self->slots);

  if (!self->is_counted)
    {
      if (self->source != NULL)
        self->n_counted = dateline_source_count (self->source, dateline_item_type_get_kind (self->item_type));
      self->is_counted = TRUE;
    }

  return self->n_counted;
}

/* Asks the source for the order of the items. It may have others by now than when they were counted: what was said of
 * their number stays true until dateline_item_list_reload(). */
static void
ensure_listed (DatelineItemList *self)
{
  g_autoptr(GArray) keys = NULL;
  guint n;

  if (self->slots != NULL)
    return;

  if (self->source != NULL)
    keys = dateline_source_list (self->source, dateline_item_type_get_kind (self->item_type));
  else
    keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  n = self->is_counted ? self->n_counted : keys->len;
  self->is_in_doubt |= n != keys->len;
  self->slots = dateline_slots_new (moved_cb);
  for (guint i = 0; i < n; i++)
    dateline_slots_insert (self->slots, i, dateline_slot_of_key (i < keys->len ? g_array_index (keys, gint64, i) : 0));
}

/* Puts an item where its key is. */
static void
put (DatelineItemList *self,
     DatelineItem     *item,
     guint             position)
{
  self->n_loose--;
  dateline_slots_set (self->slots, position, dateline_slot_of_item (item));
}

/* Puts all items where their keys are: looking at all once is better than for each. */
static void
put_all (DatelineItemList *self)
{
  for (guint i = 0; i < dateline_slots_get_length (self->slots); i++)
    {
      guint64 value = dateline_slots_get (self->slots, i);
      gint64 key = dateline_slot_get_key (value);
      DatelineItem *item = dateline_slot_is_key (value) ? g_hash_table_lookup (self->by_key, &key) : NULL;

      if (item != NULL && dateline_item_get_place (item) == NULL)
        put (self, item, i);
    }
}

/* Something has to stand where an item is that cannot be read. */
static void
make_blank (DatelineItemList *self,
            guint             position)
{
  gint64 key = dateline_slot_get_key (dateline_slots_get (self->slots, position));
  g_autofree char *id = g_strdup_printf ("unreadable.%s.%" G_GINT64_FORMAT, g_type_name (self->item_type), key);
  DatelineItem *item = dateline_item_new_blank (self->item_type, id);

  dateline_item_set_key (item, key);
  dateline_slots_set (self->slots, position, dateline_slot_of_item (item));
}

/* Makes an item and those around it. */
static void
make_chunk (DatelineItemList *self,
            guint             position)
{
  gint64 keys[CHUNK];
  guint first = position - position % CHUNK;
  guint end = MIN (first + CHUNK, dateline_slots_get_length (self->slots));
  guint n_keys = 0;

  for (guint i = first; i < end; i++)
    {
      guint64 value = dateline_slots_get (self->slots, i);
      gint64 key = dateline_slot_get_key (value);

      if (dateline_slot_is_key (value) && key != 0 && !g_hash_table_contains (self->by_key, &key))
        keys[n_keys++] = key;
    }
  if (n_keys > 0 && self->source != NULL)
    dateline_source_load (self->source, dateline_item_type_get_kind (self->item_type), keys, n_keys);

  for (guint i = first; i < end; i++)
    {
      guint64 value = dateline_slots_get (self->slots, i);
      gint64 key = dateline_slot_get_key (value);
      DatelineItem *item = dateline_slot_is_key (value) ? g_hash_table_lookup (self->by_key, &key) : NULL;

      if (item != NULL && dateline_item_get_place (item) == NULL)
        put (self, item, i);
    }
  if (dateline_slot_is_key (dateline_slots_get (self->slots, position)))
    make_blank (self, position);
}

static GType
dateline_item_list_get_item_type (GListModel *model)
{
  return DATELINE_ITEM_LIST (model)->item_type;
}

static guint
dateline_item_list_get_n_items (GListModel *model)
{
  return get_length (DATELINE_ITEM_LIST (model));
}

static gpointer
dateline_item_list_get_item (GListModel *model,
                             guint       position)
{
  DatelineItemList *self = DATELINE_ITEM_LIST (model);

  if (position >= get_length (self))
    return NULL;

  ensure_listed (self);
  if (dateline_slot_is_key (dateline_slots_get (self->slots, position)))
    make_chunk (self, position);

  return g_object_ref (dateline_slot_get_item (dateline_slots_get (self->slots, position)));
}

static void
dateline_item_list_init_model (GListModelInterface *iface)
{
  iface->get_item_type = dateline_item_list_get_item_type;
  iface->get_n_items = dateline_item_list_get_n_items;
  iface->get_item = dateline_item_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DatelineItemList, dateline_item_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dateline_item_list_init_model))

static gboolean
is_loose (DatelineItemList *self,
          DatelineItem     *item)
{
  return self->by_key != NULL && dateline_item_get_place (item) == NULL &&
         g_hash_table_lookup (self->by_key, dateline_item_peek_key (item)) == (gpointer) item;
}

/* Forgets where an item was. */
void
dateline_item_list_let_go (DatelineItemList *self,
                           DatelineItem     *item)
{
  g_return_if_fail (DATELINE_IS_ITEM_LIST (self));

  if (is_loose (self, item))
    self->n_loose--;
  if (self->by_key != NULL && g_hash_table_lookup (self->by_key, dateline_item_peek_key (item)) == (gpointer) item)
    g_hash_table_remove (self->by_key, dateline_item_peek_key (item));
  dateline_item_set_place (item, NULL);
  g_object_unref (item);
}

static void
dateline_item_list_dispose (GObject *object)
{
  DatelineItemList *self = DATELINE_ITEM_LIST (object);
  g_autoptr(GPtrArray) items = dateline_item_list_dup_made (self);

  for (guint i = 0; i < items->len; i++)
    dateline_item_list_let_go (self, g_ptr_array_index (items, i));
  g_clear_pointer (&self->slots, dateline_slots_free);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  /* Nothing is in here any more, and nobody is asked. */
  self->n_counted = 0;
  self->is_counted = TRUE;

  G_OBJECT_CLASS (dateline_item_list_parent_class)->dispose (object);
}

static void
dateline_item_list_class_init (DatelineItemListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_item_list_dispose;
}

static void
dateline_item_list_init (DatelineItemList *self)
{
  self->slots = dateline_slots_new (moved_cb);
}

static void
tell (DatelineItemList *self,
      guint             position,
      guint             n_removed,
      guint             n_added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

static gboolean
is_placed (DatelineItemList *self,
           DatelineItem     *item)
{
  return self->slots != NULL && dateline_slots_owns (self->slots, dateline_item_get_place (item));
}

/**
 * dateline_item_list_new:
 * @item_type: the class of the items
 *
 * Creates an empty list.
 *
 * Returns: (transfer full): a new list
 */
DatelineItemList *
dateline_item_list_new (GType item_type)
{
  DatelineItemList *self;

  g_return_val_if_fail (g_type_is_a (item_type, DATELINE_TYPE_ITEM), NULL);

  self = g_object_new (DATELINE_TYPE_ITEM_LIST, NULL);
  self->item_type = item_type;

  return self;
}

/**
 * dateline_item_list_peek:
 * @self: a list
 * @position: a position in it
 *
 * Looks at what is in memory only.
 *
 * Returns: (transfer none) (nullable): the item, or %NULL if it is not made
 */
DatelineItem *
dateline_item_list_peek (DatelineItemList *self,
                         guint             position)
{
  guint64 value;

  g_return_val_if_fail (DATELINE_IS_ITEM_LIST (self), NULL);

  if (self->slots == NULL)
    return NULL;
  value = dateline_slots_get (self->slots, position);

  return dateline_slot_is_key (value) ? NULL : dateline_slot_get_item (value);
}

/**
 * dateline_item_list_dup_made:
 * @self: a list
 *
 * Lists the items that are in memory.
 *
 * Returns: (transfer full) (element-type DatelineItem): the items, in any order
 */
GPtrArray *
dateline_item_list_dup_made (DatelineItemList *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  g_return_val_if_fail (DATELINE_IS_ITEM_LIST (self), items);

  for (guint i = 0; self->slots != NULL && i < dateline_slots_get_length (self->slots); i++)
    if (dateline_item_list_peek (self, i) != NULL)
      g_ptr_array_add (items, g_object_ref (dateline_item_list_peek (self, i)));
  if (self->by_key == NULL)
    return items;

  g_hash_table_iter_init (&iter, self->by_key);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (dateline_item_get_place (item) == NULL)
      g_ptr_array_add (items, g_object_ref (item));

  return items;
}

/**
 * dateline_item_list_is_listed:
 * @self: a list
 *
 * Whether the order of the items is known here: if it is not, nobody has looked at any of them by its position.
 *
 * Returns: %TRUE if it is
 */
gboolean
dateline_item_list_is_listed (DatelineItemList *self)
{
  g_return_val_if_fail (DATELINE_IS_ITEM_LIST (self), FALSE);

  return self->slots != NULL;
}

/**
 * dateline_item_list_holds:
 * @self: a list
 * @item: an item
 *
 * Whether an item is in the list, wherever that is.
 *
 * Returns: %TRUE if it is
 */
gboolean
dateline_item_list_holds (DatelineItemList *self,
                          DatelineItem     *item)
{
  g_return_val_if_fail (DATELINE_IS_ITEM_LIST (self), FALSE);
  g_return_val_if_fail (DATELINE_IS_ITEM (item), FALSE);

  return is_placed (self, item) || is_loose (self, item);
}

/**
 * dateline_item_list_find:
 * @self: a list
 * @item: an item
 * @position: (out): where it is
 *
 * Finds an item, in a time that hardly depends on the length of the list. The first time that takes longer for an item
 * that was made without regard to its position.
 *
 * Returns: %TRUE if @item is in the list
 */
gboolean
dateline_item_list_find (DatelineItemList *self,
                         DatelineItem     *item,
                         guint            *position)
{
  g_return_val_if_fail (DATELINE_IS_ITEM_LIST (self), FALSE);
  g_return_val_if_fail (DATELINE_IS_ITEM (item), FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  if (is_loose (self, item))
    {
      ensure_listed (self);
      if (self->n_loose > MAX_LOOSE)
        put_all (self);
    }
  if (is_loose (self, item))
    {
      if (!dateline_item_list_find_key (self, *dateline_item_peek_key (item), position))
        return FALSE;
      put (self, item, *position);
    }

  return is_placed (self, item) &&
         dateline_slots_find (self->slots, dateline_item_get_place (item), dateline_slot_of_item (item), position);
}

/**
 * dateline_item_list_find_key:
 * @self: a list whose order is known
 * @key: the key of an item that is not at its place
 * @position: (out): where it is
 *
 * Finds an item that is not made, or that was made without regard to its position, by looking at all.
 *
 * Returns: %TRUE if it is in the list
 */
gboolean
dateline_item_list_find_key (DatelineItemList *self,
                             gint64            key,
                             guint            *position)
{
  g_return_val_if_fail (DATELINE_IS_ITEM_LIST (self), FALSE);
  g_return_val_if_fail (self->slots != NULL, FALSE);

  return dateline_slots_find (self->slots, NULL, dateline_slot_of_key (key), position);
}

/**
 * dateline_item_list_insert:
 * @self: a list whose order is known
 * @item: an item that has no place in a list
 * @position: where to, at most the length of the list
 *
 * Inserts an item.
 */
void
dateline_item_list_insert (DatelineItemList *self,
                           DatelineItem     *item,
                           guint             position)
{
  g_return_if_fail (DATELINE_IS_ITEM_LIST (self));
  g_return_if_fail (self->slots != NULL);
  g_return_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (item, self->item_type));
  g_return_if_fail (dateline_item_get_place (item) == NULL);
  g_return_if_fail (position <= dateline_slots_get_length (self->slots));

  if (is_loose (self, item))
    self->n_loose--;
  else
    g_object_ref (item);
  dateline_slots_insert (self->slots, position, dateline_slot_of_item (item));
  tell (self, position, 0, 1);
}

/**
 * dateline_item_list_remove:
 * @self: a list
 * @item: an item of the list
 *
 * Removes an item.
 */
void
dateline_item_list_remove (DatelineItemList *self,
                           DatelineItem     *item)
{
  guint position;

  g_return_if_fail (DATELINE_IS_ITEM_LIST (self));
  g_return_if_fail (dateline_item_list_holds (self, item));

  if (self->slots != NULL && dateline_item_list_find (self, item, &position))
    {
      dateline_slots_remove (self->slots, position);
      dateline_item_list_let_go (self, item);
      tell (self, position, 1, 0);
      return;
    }

  dateline_item_list_let_go (self, item);
  self->is_in_doubt = TRUE;
}

/**
 * dateline_item_list_move:
 * @self: a list
 * @item: an item of the list
 * @position: where it shall be then, below the length of the list
 *
 * Moves an item. What lies between is told of together, so that whoever selected the item finds it again.
 */
void
dateline_item_list_move (DatelineItemList *self,
                         DatelineItem     *item,
                         guint             position)
{
  guint from;
  guint n;

  g_return_if_fail (DATELINE_IS_ITEM_LIST (self));
  g_return_if_fail (position < get_length (self));
  g_return_if_fail (dateline_item_list_find (self, item, &from));

  if (from == position)
    return;

  dateline_slots_remove (self->slots, from);
  dateline_slots_insert (self->slots, position, dateline_slot_of_item (item));
  n = MAX (from, position) - MIN (from, position) + 1;
  tell (self, MIN (from, position), n, n);
}

/**
 * dateline_item_list_touch:
 * @self: a list
 * @item: an item of the list
 *
 * Tells that an item changed, as if another were in its place, so that filters and sorters look at it again.
 */
void
dateline_item_list_touch (DatelineItemList *self,
                          DatelineItem     *item)
{
  guint position;

  g_return_if_fail (DATELINE_IS_ITEM_LIST (self));
  g_return_if_fail (dateline_item_list_find (self, item, &position));

  tell (self, position, 1, 1);
}
