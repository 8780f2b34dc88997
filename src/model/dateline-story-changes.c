/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the lists of a story change, and how that is told. */
#include "config.h"

#include "dateline-claim-private.h"
#include "dateline-item-private.h"
#include "dateline-story-private.h"

/* Whoever derives something from the story compares this with what it was then. */
guint64
dateline_story_get_generation (DatelineStory *self)
{
  g_return_val_if_fail (DATELINE_IS_STORY (self), 0);

  return self->generation;
}

void
dateline_story_note_change (DatelineStory *self,
                            DatelineItem  *item,
                            gboolean       is_removed)
{
  g_return_if_fail (DATELINE_IS_STORY (self));

  if (!g_hash_table_contains (self->fates, item))
    g_ptr_array_add (self->touched, g_object_ref (item));
  g_hash_table_insert (self->fates, item, GINT_TO_POINTER (is_removed));
  self->generation++;
}

static guint
count (DatelineStory    *self,
       DatelineItemKind  kind)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items[kind]));
}

/* Gives the articles that will move up or down their new places. It comes before the list changes: whoever hears of
 * that finds the badges right. */
void
dateline_story_shift_articles (DatelineStory *self,
                               guint          first,
                               guint          end,
                               int            by)
{
  g_return_if_fail (DATELINE_IS_STORY (self));

  for (guint i = first; i < end; i++)
    {
      DatelineItem *article = dateline_item_list_peek (self->items[DATELINE_ITEM_ARTICLE], i);

      if (article != NULL && !dateline_item_misses (article, DATELINE_ITEM_PART_POSITION))
        dateline_article_set_position (DATELINE_ARTICLE (article), i + by);
    }
}

/* The accounts of a claim have the order that they have in the story. */
static guint
find_place_in_claim (DatelineStory   *self,
                     DatelineAccount *account,
                     gboolean         is_listed)
{
  DatelineItemList *list = self->items[DATELINE_ITEM_ACCOUNT];
  GListModel *accounts = dateline_claim_get_accounts (dateline_account_get_claim (account));
  guint position = 0;
  guint n_before = 0;

  if (!dateline_item_list_find (list, DATELINE_ITEM (account), &position))
    return g_list_model_get_n_items (accounts);
  /* While a story is read, an account comes behind all others. */
  if (!is_listed && position + 1 == count (self, DATELINE_ITEM_ACCOUNT))
    return g_list_model_get_n_items (accounts);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(DatelineItem) other = g_list_model_get_item (accounts, i);
      guint other_position;

      if (dateline_item_list_find (list, other, &other_position) && other_position < position)
        n_before++;
    }

  return n_before;
}

/* Keeps the list of the account's claim in step. */
void
dateline_story_list_in_claim (DatelineStory *self,
                              DatelineItem  *item)
{
  DatelineAccount *account = DATELINE_ACCOUNT (item);
  DatelineClaim *claim = dateline_account_get_claim (account);
  gboolean is_listed;
  guint position;

  g_return_if_fail (DATELINE_IS_STORY (self));

  if (claim == NULL || dateline_item_misses (DATELINE_ITEM (claim), DATELINE_ITEM_PART_ACCOUNTS))
    return;

  is_listed = dateline_account_is_listed_by (account, claim);
  position = find_place_in_claim (self, account, is_listed);
  if (!is_listed)
    dateline_claim_insert_account (claim, account, position);
  else
    dateline_claim_place_account (claim, account, position);
}

/**
 * dateline_story_begin_changes:
 * @self: a `DatelineStory`
 *
 * Begins changes that belong together: they are told by one `DatelineStory::refreshed`, after the
 * dateline_story_end_changes() that goes with this call. Calls may be nested; only the outermost pair counts.
 */
void
dateline_story_begin_changes (DatelineStory *self)
{
  g_return_if_fail (DATELINE_IS_STORY (self));

  self->n_begun++;
}

/**
 * dateline_story_end_changes:
 * @self: a `DatelineStory`
 *
 * Ends what dateline_story_begin_changes() began. At the outermost end `DatelineStory::refreshed` is emitted, even if
 * nothing was touched: properties may have changed. After that, items that were removed and did not come back let go of
 * what they refer to of their own kind, and articles of their dates, lest they keep each other alive in a circle.
 */
void
dateline_story_end_changes (DatelineStory *self)
{
  g_autoptr(DatelineStory) kept = NULL;
  G_GNUC_UNUSED g_autoptr(GPtrArray) touched = NULL;
  g_autoptr(GPtrArray) changed = NULL;
  g_autoptr(GPtrArray) removed = NULL;

  g_return_if_fail (DATELINE_IS_STORY (self));
  g_return_if_fail (self->n_begun > 0);

  self->n_begun--;
  if (self->n_begun > 0)
    return;

  self->generation++;
  kept = g_object_ref (self);
  changed = g_ptr_array_new_with_free_func (g_object_unref);
  removed = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->touched->len; i++)
    {
      DatelineItem *item = g_ptr_array_index (self->touched, i);
      gboolean is_removed = GPOINTER_TO_INT (g_hash_table_lookup (self->fates, item));

      g_ptr_array_add (is_removed ? removed : changed, g_object_ref (item));
    }
  g_hash_table_remove_all (self->fates);
  g_ptr_array_set_size (self->touched, 0);

  dateline_story_emit_refreshed (self, changed, removed);

  for (guint i = 0; i < removed->len; i++)
    {
      DatelineItem *item = g_ptr_array_index (removed, i);

      if (!dateline_story_find (self, item, NULL))
        dateline_item_unlink (item);
    }
}

/**
 * dateline_story_insert:
 * @self: a `DatelineStory`
 * @item: what to insert; it is in no story
 * @position: where to in the list of its kind; behind the end means at the end
 *
 * Inserts an item into the list of its kind. Articles get their places and badges; an account that has a claim is
 * inserted into the list of the claim as well, in the order of the story.
 *
 * Returns: %FALSE if the story has another item of that id already; then nothing is inserted
 */
gboolean
dateline_story_insert (DatelineStory *self,
                       DatelineItem  *item,
                       guint          position)
{
  DatelineItemKind kind;

  g_return_val_if_fail (DATELINE_IS_STORY (self), FALSE);
  g_return_val_if_fail (DATELINE_IS_ITEM (item), FALSE);

  if (g_hash_table_contains (self->by_id, dateline_item_get_id (item)))
    return FALSE;
  g_return_val_if_fail (dateline_item_get_place (item) == NULL, FALSE);

  kind = dateline_item_get_kind (item);
  position = MIN (position, count (self, kind));
  dateline_story_begin_changes (self);
  dateline_story_note_change (self, item, FALSE);
  if (kind == DATELINE_ITEM_ARTICLE)
    {
      dateline_story_shift_articles (self, position, count (self, kind), 1);
      dateline_article_set_position (DATELINE_ARTICLE (item), position);
    }
  g_hash_table_insert (self->by_id, (gpointer) dateline_item_get_id (item), item);
  dateline_item_list_insert (self->items[kind], item, position);
  if (kind == DATELINE_ITEM_ACCOUNT)
    dateline_story_list_in_claim (self, item);
  dateline_story_end_changes (self);

  return TRUE;
}

/**
 * dateline_story_add:
 * @self: a `DatelineStory`
 * @item: what to add; it is in no story
 *
 * Appends an item to the list of its kind, as dateline_story_insert() does.
 *
 * Returns: %FALSE if the story has another item of that id already; then nothing is added
 */
gboolean
dateline_story_add (DatelineStory *self,
                    DatelineItem  *item)
{
  return dateline_story_insert (self, item, G_MAXUINT);
}

/**
 * dateline_story_remove:
 * @self: a `DatelineStory`
 * @item: an item of the story
 *
 * Removes an item from the list of its kind, and an account from the list of its claim. What refers to the item still
 * does so: whoever removes it sees to that. The item stays valid for whoever holds it, but see
 * dateline_story_end_changes().
 */
void
dateline_story_remove (DatelineStory *self,
                       DatelineItem  *item)
{
  g_autoptr(DatelineItem) kept = NULL;
  DatelineItemKind kind;
  guint position;

  g_return_if_fail (DATELINE_IS_STORY (self));
  g_return_if_fail (dateline_story_find (self, item, NULL));

  kept = g_object_ref (item);
  kind = dateline_item_get_kind (item);
  dateline_story_begin_changes (self);
  dateline_story_note_change (self, item, TRUE);
  if (kind == DATELINE_ITEM_ARTICLE && dateline_item_list_is_listed (self->items[kind]) &&
      dateline_item_list_find (self->items[kind], item, &position))
    dateline_story_shift_articles (self, position + 1, count (self, kind), -1);
  if (kind == DATELINE_ITEM_ACCOUNT && dateline_account_get_claim (DATELINE_ACCOUNT (item)) != NULL)
    dateline_claim_remove_account (dateline_account_get_claim (DATELINE_ACCOUNT (item)), DATELINE_ACCOUNT (item));
  g_hash_table_remove (self->by_id, dateline_item_get_id (item));
  dateline_item_list_remove (self->items[kind], item);
  dateline_item_set_story (item, NULL, 0);
  dateline_story_end_changes (self);
}

/**
 * dateline_story_move:
 * @self: a `DatelineStory`
 * @item: an item of the story
 * @position: where it shall be then in the list of its kind; behind the end means at the end
 *
 * Moves an item among those of its kind. Articles get their new places and badges, and the list of a claim follows the
 * order of the accounts.
 */
void
dateline_story_move (DatelineStory *self,
                     DatelineItem  *item,
                     guint          position)
{
  DatelineItemKind kind;
  guint from;

  g_return_if_fail (DATELINE_IS_STORY (self));
  g_return_if_fail (dateline_story_find (self, item, &from));

  kind = dateline_item_get_kind (item);
  position = MIN (position, count (self, kind) - 1);
  if (position == from)
    return;

  dateline_story_begin_changes (self);
  dateline_story_note_change (self, item, FALSE);
  if (kind == DATELINE_ITEM_ARTICLE)
    {
      if (position > from)
        dateline_story_shift_articles (self, from + 1, position + 1, -1);
      else
        dateline_story_shift_articles (self, position, from, 1);
      dateline_article_set_position (DATELINE_ARTICLE (item), position);
    }
  dateline_item_list_move (self->items[kind], item, position);
  if (kind == DATELINE_ITEM_ACCOUNT)
    dateline_story_list_in_claim (self, item);
  dateline_story_end_changes (self);
}

/**
 * dateline_story_touch:
 * @self: a `DatelineStory`
 * @item: an item of the story
 *
 * Tells that fields of an item changed: the list of its kind, and for an account that of its claim, say that the item
 * was replaced by itself, so that filters and sorters look at it again.
 */
void
dateline_story_touch (DatelineStory *self,
                      DatelineItem  *item)
{
  DatelineItemKind kind;

  g_return_if_fail (DATELINE_IS_STORY (self));
  g_return_if_fail (dateline_story_find (self, item, NULL));

  kind = dateline_item_get_kind (item);
  dateline_story_begin_changes (self);
  dateline_story_note_change (self, item, FALSE);
  if (dateline_item_list_is_listed (self->items[kind]))
    dateline_item_list_touch (self->items[kind], item);
  if (kind == DATELINE_ITEM_ACCOUNT)
    dateline_story_list_in_claim (self, item);
  dateline_story_end_changes (self);
}

/**
 * dateline_story_find:
 * @self: a `DatelineStory`
 * @item: an item
 * @position: (out) (optional): where it is in the list of its kind
 *
 * Finds an item, in a time that hardly depends on the size of the story.
 *
 * Returns: %TRUE if @item itself is in the story
 */
gboolean
dateline_story_find (DatelineStory *self,
                     DatelineItem  *item,
                     guint         *position)
{
  g_return_val_if_fail (DATELINE_IS_STORY (self), FALSE);
  g_return_val_if_fail (DATELINE_IS_ITEM (item), FALSE);

  if (position == NULL)
    return dateline_item_list_holds (self->items[dateline_item_get_kind (item)], item);

  return dateline_item_list_find (self->items[dateline_item_get_kind (item)], item, position);
}
