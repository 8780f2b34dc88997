/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a widget that is built in C tells of, in the order in which it does: if that is what it was, and nothing of it
 * changed, the widget need not be built anew. */
#include "config.h"

#include "dateline-shown.h"

#include <string.h>

#include "dateline-account.h"
#include "dateline-event.h"
#include "dateline-follower.h"
#include "dateline-passage.h"
#include "dateline-quote.h"
#include "dateline-reaction.h"

struct _DatelineShown
{
  GPtrArray  *items; /* each once */
  GHashTable *seen;  /* set of the same, unowned */
  GArray     *order; /* of gpointer: items, and numbers as such */
};

/**
 * dateline_shown_new:
 *
 * Creates a description of a widget that shows nothing.
 *
 * Returns: (transfer full): a new description
 */
DatelineShown *
dateline_shown_new (void)
{
  DatelineShown *self = g_new0 (DatelineShown, 1);

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->seen = g_hash_table_new (NULL, NULL);
  self->order = g_array_new (FALSE, FALSE, sizeof (gpointer));

  return self;
}

/**
 * dateline_shown_free:
 * @self: (transfer full): a `DatelineShown`
 *
 * Frees a description.
 */
void
dateline_shown_free (DatelineShown *self)
{
  g_hash_table_unref (self->seen);
  g_ptr_array_unref (self->items);
  g_array_unref (self->order);
  g_free (self);
}

/* What else it would take to say the same of the item again is left out. */
static void
add_one (DatelineShown *self,
         gpointer       item)
{
  g_array_append_val (self->order, item);
  if (item == NULL || !g_hash_table_add (self->seen, item))
    return;

  g_ptr_array_add (self->items, g_object_ref (item));
  /* The badge of an article changes with its place, which those before it change. */
  if (DATELINE_IS_ARTICLE (item))
    dateline_shown_add_number (self, dateline_article_get_position (item));
}

static void
add_references (DatelineShown *self,
                DatelineItem  *item)
{
  if (DATELINE_IS_QUOTE (item))
    {
      add_one (self, dateline_quote_get_speaker (DATELINE_QUOTE (item)));
      add_one (self, dateline_quote_get_event (DATELINE_QUOTE (item)));
    }
  else if (DATELINE_IS_REACTION (item))
    {
      add_one (self, dateline_reaction_get_author (DATELINE_REACTION (item)));
      add_one (self, dateline_reaction_get_answers (DATELINE_REACTION (item)));
    }
  else if (DATELINE_IS_EVENT (item))
    {
      GListModel *people = dateline_event_get_participants (DATELINE_EVENT (item));

      add_one (self, dateline_event_get_part_of (DATELINE_EVENT (item)));
      for (guint i = 0; i < g_list_model_get_n_items (people); i++)
        {
          g_autoptr(DatelineItem) person = g_list_model_get_item (people, i);

          add_one (self, person);
        }
    }
  else if (DATELINE_IS_ACCOUNT (item))
    {
      add_one (self, dateline_account_get_article (DATELINE_ACCOUNT (item)));
    }
}

/**
 * dateline_shown_add:
 * @self: a `DatelineShown`
 * @item: (nullable): what is shown next; %NULL if nothing is where something could be
 *
 * Says that an item is shown, with what it refers to and the articles that tell of it.
 */
void
dateline_shown_add (DatelineShown *self,
                    DatelineItem  *item)
{
  GListModel *passages;

  g_return_if_fail (self != NULL);
  g_return_if_fail (item == NULL || DATELINE_IS_ITEM (item));

  add_one (self, item);
  if (item == NULL)
    return;

  add_references (self, item);
  passages = dateline_item_get_passages (item);
  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);

      add_one (self, dateline_passage_get_article (passage));
    }
}

/**
 * dateline_shown_add_list:
 * @self: a `DatelineShown`
 * @items: a list of `DatelineItem`
 * @max: how many of them are shown at most
 *
 * Says that the first items of a list are shown, and how many there are.
 */
void
dateline_shown_add_list (DatelineShown *self,
                         GListModel    *items,
                         guint          max)
{
  guint n;

  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_LIST_MODEL (items));

  n = g_list_model_get_n_items (items);
  dateline_shown_add_number (self, n);
  for (guint i = 0; i < MIN (n, max); i++)
    {
      g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);

      dateline_shown_add (self, item);
    }
}

/**
 * dateline_shown_add_number:
 * @self: a `DatelineShown`
 * @number: a count, or a choice
 *
 * Says that something is shown which is no item.
 */
void
dateline_shown_add_number (DatelineShown *self,
                           guint          number)
{
  gpointer value = GUINT_TO_POINTER (number);

  g_return_if_fail (self != NULL);

  g_array_append_val (self->order, value);
}

static gboolean
is_same (const DatelineShown *self,
         const DatelineShown *other)
{
  return self->order->len == other->order->len &&
         memcmp (self->order->data, other->order->data, self->order->len * sizeof (gpointer)) == 0;
}

/**
 * dateline_shown_replace:
 * @self: (inout): what @widget was built of; changed to @now
 * @now: (transfer full): what it would be built of
 * @widget: a widget in a view that follows its story, just now
 *
 * Compares what is shown with what there is to show.
 *
 * Returns: %TRUE if @widget has to be built anew
 */
gboolean
dateline_shown_replace (DatelineShown **self,
                        DatelineShown  *now,
                        GtkWidget      *widget)
{
  g_autoptr(DatelineShown) before = NULL;

  g_return_val_if_fail (self != NULL, TRUE);
  g_return_val_if_fail (now != NULL, TRUE);
  g_return_val_if_fail (GTK_IS_WIDGET (widget), TRUE);

  before = g_steal_pointer (self);
  *self = now;
  if (before == NULL || !is_same (before, now))
    return TRUE;

  for (guint i = 0; i < now->items->len; i++)
    if (dateline_follower_has_changed (widget, g_ptr_array_index (now->items, i)))
      return TRUE;

  return FALSE;
}
