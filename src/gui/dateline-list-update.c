/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a list of rows in line with what they tell of, so that who shows the list can stay where they are in it. */
#include "config.h"

#include "dateline-list-update.h"

static gboolean
are_equal_at (GListStore *list,
              guint       position,
              gpointer    row,
              GEqualFunc  equal)
{
  g_autoptr(GObject) old = g_list_model_get_item (G_LIST_MODEL (list), position);

  return equal (old, row);
}

/**
 * dateline_list_update:
 * @list: rows that were made earlier
 * @now: (element-type GObject): rows that were made just now
 * @equal: whether two rows say the same
 *
 * Has @list say what @now does. Rows at both ends that say the same as before stay the objects that they are.
 */
void
dateline_list_update (GListStore *list,
                      GPtrArray  *now,
                      GEqualFunc  equal)
{
  guint n_old;
  guint first = 0;
  guint last = 0;

  g_return_if_fail (G_IS_LIST_STORE (list));
  g_return_if_fail (now != NULL);
  g_return_if_fail (equal != NULL);

  n_old = g_list_model_get_n_items (G_LIST_MODEL (list));
  while (first < MIN (n_old, now->len) && are_equal_at (list, first, g_ptr_array_index (now, first), equal))
    first++;
  while (last < MIN (n_old, now->len) - first &&
         are_equal_at (list, n_old - last - 1, g_ptr_array_index (now, now->len - last - 1), equal))
    last++;

  if (first + last < MAX (n_old, now->len))
    g_list_store_splice (list, first, n_old - last - first, now->pdata + first, now->len - last - first);
}
