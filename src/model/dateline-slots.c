/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sequence of eight bytes each, for the items of a story that are mostly not in memory. It is cut into leaves: a change
 * moves what is in one leaf only, and whoever knows the leaf of a value finds its position without a search through all. */
#include "config.h"

#include "dateline-slots.h"

#include <string.h>

#define LEAF_SIZE 512

struct _DatelineLeaf
{
  const DatelineSlots *owner;
  guint                number; /* among the leaves */
  guint                start;  /* how many values are in those before it */
  guint                n;
  guint64              values[LEAF_SIZE];
};

struct _DatelineSlots
{
  GPtrArray         *leaves;
  guint              length;
  guint              hint;   /* the leaf where the last position was: the next one is mostly there */
  DatelineSlotsFunc  moved;
};

static DatelineLeaf *
get_leaf (const DatelineSlots *self,
          guint                number)
{
  return g_ptr_array_index (self->leaves, number);
}

static DatelineLeaf *
add_leaf (DatelineSlots *self,
          guint          number)
{
  DatelineLeaf *leaf = g_new (DatelineLeaf, 1);

  leaf->owner = self;
  leaf->n = 0;
  g_ptr_array_insert (self->leaves, (int) number, leaf);

  return leaf;
}

/* Counts anew from a leaf on. */
static void
count_from (DatelineSlots *self,
            guint          number)
{
  for (guint i = number; i < self->leaves->len; i++)
    {
      DatelineLeaf *leaf = get_leaf (self, i);

      leaf->number = i;
      leaf->start = i > 0 ? get_leaf (self, i - 1)->start + get_leaf (self, i - 1)->n : 0;
    }
}

/* Finds the leaf that holds a position; the end belongs to the last one. */
static DatelineLeaf *
find_leaf (DatelineSlots *self,
           guint          position)
{
  const DatelineLeaf *hint = get_leaf (self, MIN (self->hint, self->leaves->len - 1));
  guint low = 0;
  guint high = self->leaves->len;

  if (position >= hint->start && position - hint->start < hint->n)
    return get_leaf (self, hint->number);

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_leaf (self, middle)->start <= position)
        low = middle;
      else
        high = middle;
    }

  self->hint = low;

  return get_leaf (self, low);
}

/* Makes room in a full leaf. One that grows at its end stays nearly full: so sequences are filled. */
static void
split (DatelineSlots *self,
       DatelineLeaf  *leaf,
       gboolean       at_end)
{
  DatelineLeaf *next = add_leaf (self, leaf->number + 1);
  guint n_kept = at_end ? LEAF_SIZE - 1 : LEAF_SIZE / 2;

  next->n = leaf->n - n_kept;
  memcpy (next->values, leaf->values + n_kept, next->n * sizeof (guint64));
  leaf->n = n_kept;
  count_from (self, leaf->number);
  for (guint i = 0; i < next->n; i++)
    self->moved (next->values[i], next);
}

/**
 * dateline_slots_new:
 * @moved: called for each value that comes into a leaf
 *
 * Creates an empty sequence.
 *
 * Returns: (transfer full): a new sequence
 */
DatelineSlots *
dateline_slots_new (DatelineSlotsFunc moved)
{
  DatelineSlots *self;

  g_return_val_if_fail (moved != NULL, NULL);

  self = g_new0 (DatelineSlots, 1);
  self->moved = moved;
  self->leaves = g_ptr_array_new_with_free_func (g_free);
  add_leaf (self, 0);
  count_from (self, 0);

  return self;
}

/**
 * dateline_slots_free:
 * @self: (transfer full): a sequence
 *
 * Frees the sequence, but not what its values stand for.
 */
void
dateline_slots_free (DatelineSlots *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->leaves);
  g_free (self);
}

/**
 * dateline_slots_get_length:
 * @self: a sequence
 *
 * How many values there are.
 *
 * Returns: the length
 */
guint
dateline_slots_get_length (const DatelineSlots *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

/**
 * dateline_slots_get:
 * @self: a sequence
 * @position: a position in it
 *
 * The value at a position.
 *
 * Returns: the value
 */
guint64
dateline_slots_get (DatelineSlots *self,
                    guint          position)
{
  const DatelineLeaf *leaf;

  g_return_val_if_fail (self != NULL && position < self->length, 0);

  leaf = find_leaf (self, position);

  return leaf->values[position - leaf->start];
}

/**
 * dateline_slots_set:
 * @self: a sequence
 * @position: a position in it
 * @value: a value
 *
 * Puts another value in the place of the one at a position.
 */
void
dateline_slots_set (DatelineSlots *self,
                    guint          position,
                    guint64        value)
{
  DatelineLeaf *leaf;

  g_return_if_fail (self != NULL && position < self->length);

  leaf = find_leaf (self, position);
  leaf->values[position - leaf->start] = value;
  self->moved (value, leaf);
}

/**
 * dateline_slots_insert:
 * @self: a sequence
 * @position: a position in it, or its length
 * @value: a value
 *
 * Inserts a value.
 */
void
dateline_slots_insert (DatelineSlots *self,
                       guint          position,
                       guint64        value)
{
  DatelineLeaf *leaf;
  guint at;

  g_return_if_fail (self != NULL && position <= self->length);

  leaf = find_leaf (self, position);
  if (leaf->n == LEAF_SIZE)
    {
      split (self, leaf, position == self->length);
      leaf = find_leaf (self, position);
    }

  at = position - leaf->start;
  memmove (leaf->values + at + 1, leaf->values + at, (leaf->n - at) * sizeof (guint64));
  leaf->values[at] = value;
  leaf->n++;
  self->length++;
  for (guint i = leaf->number + 1; i < self->leaves->len; i++)
    get_leaf (self, i)->start++;
  self->moved (value, leaf);
}

/**
 * dateline_slots_remove:
 * @self: a sequence
 * @position: a position in it
 *
 * Removes a value.
 */
void
dateline_slots_remove (DatelineSlots *self,
                       guint          position)
{
  DatelineLeaf *leaf;
  guint at;

  g_return_if_fail (self != NULL && position < self->length);

  leaf = find_leaf (self, position);
  at = position - leaf->start;
  leaf->n--;
  self->length--;
  memmove (leaf->values + at, leaf->values + at + 1, (leaf->n - at) * sizeof (guint64));
  for (guint i = leaf->number + 1; i < self->leaves->len; i++)
    get_leaf (self, i)->start--;

  if (leaf->n == 0 && self->leaves->len > 1)
    {
      guint number = leaf->number;

      g_ptr_array_remove_index (self->leaves, number);
      count_from (self, number);
    }
}

/**
 * dateline_slots_owns:
 * @self: a sequence
 * @leaf: (nullable): a leaf
 *
 * Whether a leaf is one of this sequence.
 *
 * Returns: %TRUE if it is
 */
gboolean
dateline_slots_owns (const DatelineSlots *self,
                     const DatelineLeaf  *leaf)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return leaf != NULL && leaf->owner == self;
}

/**
 * dateline_slots_find:
 * @self: a sequence
 * @leaf: (nullable): the leaf that holds the value, if it is known
 * @value: a value
 * @position: (out): where it is
 *
 * Finds a value: where its leaf is not known, by looking at all.
 *
 * Returns: %FALSE if it is not there
 */
gboolean
dateline_slots_find (const DatelineSlots *self,
                     const DatelineLeaf  *leaf,
                     guint64              value,
                     guint               *position)
{
  guint first;
  guint last;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (leaf == NULL || leaf->owner == self, FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  first = leaf != NULL ? leaf->number : 0;
  last = leaf != NULL ? leaf->number : self->leaves->len - 1;
  for (guint number = first; number <= last; number++)
    {
      const DatelineLeaf *one = get_leaf (self, number);

      for (guint i = 0; i < one->n; i++)
        if (one->values[i] == value)
          {
            *position = one->start + i;
            return TRUE;
          }
    }

  return FALSE;
}
