/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items of one kind in a story. Unlike a GListStore it finds the position of an item without a search, so that
 * an edit costs the same in a story of a million. */
#include "config.h"

#include "dateline-item-list.h"

#include "dateline-item-private.h"

struct _DatelineItemList
{
  GObject parent_instance;

  GType          item_type;
  GSequence     *items;
  GSequenceIter *last_iter; /* where the last item was asked for: the next one is mostly beside it */
  guint          last_position;
};

static GType
dateline_item_list_get_item_type (GListModel *model)
{
  return DATELINE_ITEM_LIST (model)->item_type;
}

static guint
dateline_item_list_get_n_items (GListModel *model)
{
  return (guint) g_sequence_get_length (DATELINE_ITEM_LIST (model)->items);
}

static gpointer
dateline_item_list_get_item (GListModel *model,
                             guint       position)
{
  DatelineItemList *self = DATELINE_ITEM_LIST (model);
  GSequenceIter *iter = NULL;

  if (self->last_iter != NULL && position == self->last_position)
    iter = self->last_iter;
  else if (self->last_iter != NULL && position == self->last_position + 1)
    iter = g_sequence_iter_next (self->last_iter);
  else if (self->last_iter != NULL && position + 1 == self->last_position)
    iter = g_sequence_iter_prev (self->last_iter);
  else if (position < (guint) g_sequence_get_length (self->items))
    iter = g_sequence_get_iter_at_pos (self->items, (int) position);

  if (iter == NULL || g_sequence_iter_is_end (iter))
    return NULL;

  self->last_iter = iter;
  self->last_position = position;

  return g_object_ref (g_sequence_get (iter));
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

static void
let_go (gpointer item)
{
  dateline_item_set_place (item, NULL);
  g_object_unref (item);
}

static void
dateline_item_list_dispose (GObject *object)
{
  DatelineItemList *self = DATELINE_ITEM_LIST (object);

  self->last_iter = NULL;
  g_clear_pointer (&self->items, g_sequence_free);

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
  self->items = g_sequence_new (let_go);
}

static void
tell (DatelineItemList *self,
      guint             position,
      guint             n_removed,
      guint             n_added)
{
  self->last_iter = NULL;
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

static gboolean
holds (DatelineItemList *self,
       DatelineItem     *item)
{
  GSequenceIter *place = dateline_item_get_place (item);

  return place != NULL && g_sequence_iter_get_sequence (place) == self->items;
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
 * dateline_item_list_find:
 * @self: a list
 * @item: an item
 * @position: (out) (optional): where it is
 *
 * Finds an item, in a time that hardly depends on the length of the list.
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

  if (!holds (self, item))
    return FALSE;
  if (position != NULL)
    *position = (guint) g_sequence_iter_get_position (dateline_item_get_place (item));

  return TRUE;
}

/**
 * dateline_item_list_insert:
 * @self: a list
 * @item: an item that is in no list
 * @position: where to, at most the length of the list
 *
 * Inserts an item.
 */
void
dateline_item_list_insert (DatelineItemList *self,
                           DatelineItem     *item,
                           guint             position)
{
  GSequenceIter *place;

  g_return_if_fail (DATELINE_IS_ITEM_LIST (self));
  g_return_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (item, self->item_type));
  g_return_if_fail (dateline_item_get_place (item) == NULL);
  g_return_if_fail (position <= (guint) g_sequence_get_length (self->items));

  place = g_sequence_insert_before (g_sequence_get_iter_at_pos (self->items, (int) position), g_object_ref (item));
  dateline_item_set_place (item, place);
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
  GSequenceIter *place;
  guint position;

  g_return_if_fail (DATELINE_IS_ITEM_LIST (self));
  g_return_if_fail (holds (self, item));

  place = dateline_item_get_place (item);
  position = (guint) g_sequence_iter_get_position (place);
  self->last_iter = NULL;
  g_sequence_remove (place);
  tell (self, position, 1, 0);
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
  GSequenceIter *place;
  guint from;
  guint n;

  g_return_if_fail (DATELINE_IS_ITEM_LIST (self));
  g_return_if_fail (holds (self, item));
  g_return_if_fail (position < (guint) g_sequence_get_length (self->items));

  place = dateline_item_get_place (item);
  from = (guint) g_sequence_iter_get_position (place);
  if (from == position)
    return;

  g_sequence_move (place, g_sequence_get_iter_at_pos (self->items, (int) (position > from ? position + 1 : position)));
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
  g_return_if_fail (DATELINE_IS_ITEM_LIST (self));
  g_return_if_fail (holds (self, item));

  tell (self, (guint) g_sequence_iter_get_position (dateline_item_get_place (item)), 1, 1);
}
