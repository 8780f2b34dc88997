/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order that articles and claims have in a story, which is the reader's. */
#include "config.h"

#include "dateline-order.h"

#include <glib/gi18n.h>

static DatelineEdit *
create_edit (DatelineItem *item,
             DatelineItem *before)
{
  DatelineEdit *edit = dateline_edit_new (DATELINE_IS_ARTICLE (item) ? C_("edit", "Move Article") : C_("edit", "Move Claim"));

  dateline_edit_move (edit, dateline_item_get_id (item), before != NULL ? dateline_item_get_id (before) : NULL);

  return edit;
}

static gboolean
is_ordered (DatelineItem *item)
{
  return DATELINE_IS_ARTICLE (item) || DATELINE_IS_CLAIM (item);
}

/**
 * dateline_order_move:
 * @story: a story
 * @item: an item of it
 * @by: how many places down, or up if it is negative
 *
 * Moves an item among its like.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL if there is no such place, or no such order
 */
DatelineEdit *
dateline_order_move (DatelineStory *story,
                     DatelineItem  *item,
                     int            by)
{
  g_autoptr(DatelineItem) before = NULL;
  GListModel *items;
  guint position;
  gint64 to;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);

  if (!is_ordered (item) || by == 0 || !dateline_story_find (story, item, &position))
    return NULL;

  items = dateline_story_get_items (story, dateline_item_get_kind (item));
  to = (gint64) position + by;
  if (to < 0 || to >= (gint64) g_list_model_get_n_items (items))
    return NULL;

  /* Downwards it goes behind the one that is there. */
  before = g_list_model_get_item (items, (guint) (by > 0 ? to + 1 : to));

  return create_edit (item, before);
}

/**
 * dateline_order_drop:
 * @story: a story
 * @item: an item of it
 * @onto: (nullable): another of its kind; %NULL for the end
 * @behind: whether to go behind it, and not before
 *
 * Moves an item to another.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL if it is there already
 */
DatelineEdit *
dateline_order_drop (DatelineStory *story,
                     DatelineItem  *item,
                     DatelineItem  *onto,
                     gboolean       behind)
{
  g_autoptr(DatelineItem) next = NULL;
  g_autoptr(DatelineItem) after = NULL;
  GListModel *items;
  guint position;
  guint at;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);

  if (!is_ordered (item) || !dateline_story_find (story, item, &position))
    return NULL;

  items = dateline_story_get_items (story, dateline_item_get_kind (item));
  if (onto != NULL)
    {
      if (onto == item || dateline_item_get_kind (onto) != dateline_item_get_kind (item) ||
          !dateline_story_find (story, onto, &at))
        return NULL;
      next = behind ? g_list_model_get_item (items, at + 1) : g_object_ref (onto);
    }
  after = g_list_model_get_item (items, position + 1);
  if (next == item || next == after)
    return NULL;

  return create_edit (item, next);
}
