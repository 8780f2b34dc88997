/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's clippings, in the reader's order. */
#include "config.h"

#include "dateline-clippings.h"

#include "dateline-continuity.h"

struct _DatelineClippings
{
  GObject parent_instance;

  DatelineStory *story; /* weak; NULL if nothing is ever removed */
  GPtrArray     *clippings;
  GPtrArray     *absent; /* of Absent, the one that went last at the end */
  gboolean       is_following;
};

/* A clipping of something that was removed from the story, and may come back. */
typedef struct
{
  DatelineClipping *clipping;
  guint             position;
} Absent;

enum
{
  PROP_0,
  PROP_N_ITEMS,
  N_PROPS
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_ADDED,
  SIGNAL_REMOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GType
dateline_clippings_get_item_type (GListModel *model)
{
  return DATELINE_TYPE_CLIPPING;
}

static guint
dateline_clippings_get_n_items (GListModel *model)
{
  return DATELINE_CLIPPINGS (model)->clippings->len;
}

static gpointer
dateline_clippings_get_item (GListModel *model,
                             guint       position)
{
  DatelineClippings *self = DATELINE_CLIPPINGS (model);

  return position < self->clippings->len ? g_object_ref (g_ptr_array_index (self->clippings, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = dateline_clippings_get_item_type;
  iface->get_n_items = dateline_clippings_get_n_items;
  iface->get_item = dateline_clippings_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DatelineClippings, dateline_clippings, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
dateline_clippings_note_changed_cb (DatelineClippings *self)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
absent_free (Absent *absent)
{
  g_object_unref (absent->clipping);
  g_free (absent);
}

static void
changed (DatelineClippings *self,
         guint              position,
         guint              removed,
         guint              added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  /* What follows from the story is not for the reader to keep. */
  if (!self->is_following)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
dateline_clippings_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  DatelineClippings *self = DATELINE_CLIPPINGS (object);

  switch (prop_id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->clippings->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_clippings_finalize (GObject *object)
{
  DatelineClippings *self = DATELINE_CLIPPINGS (object);

  g_clear_weak_pointer (&self->story);
  g_clear_pointer (&self->clippings, g_ptr_array_unref);
  g_clear_pointer (&self->absent, g_ptr_array_unref);

  G_OBJECT_CLASS (dateline_clippings_parent_class)->finalize (object);
}

static void
dateline_clippings_class_init (DatelineClippingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dateline_clippings_finalize;
  object_class->get_property = dateline_clippings_get_property;

  /**
   * DatelineClippings:n-items:
   *
   * How many there are.
   */
  properties[PROP_N_ITEMS] =
    g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DatelineClippings::edited:
   * @self: a `DatelineClippings`
   *
   * Something changed that has to be kept: the list, its order, or a note.
   */
  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DatelineClippings::added:
   * @self: a `DatelineClippings`
   * @clipping: what the reader picked
   *
   * The reader picked something, for the window to say so.
   */
  signals[SIGNAL_ADDED] =
    g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, DATELINE_TYPE_CLIPPING);

  /**
   * DatelineClippings::removed:
   * @self: a `DatelineClippings`
   * @clipping: what was taken out
   * @position: where it stood
   *
   * The reader took a clipping out, for the window to offer it back.
   */
  signals[SIGNAL_REMOVED] =
    g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, DATELINE_TYPE_CLIPPING, G_TYPE_UINT);
}

static void
dateline_clippings_init (DatelineClippings *self)
{
  self->clippings = g_ptr_array_new_with_free_func (g_object_unref);
  self->absent = g_ptr_array_new_with_free_func ((GDestroyNotify) absent_free);
}

/**
 * dateline_clippings_new:
 *
 * Creates an empty list.
 *
 * Returns: (transfer full): a new list
 */
DatelineClippings *
dateline_clippings_new (void)
{
  return g_object_new (DATELINE_TYPE_CLIPPINGS, NULL);
}

/**
 * dateline_clippings_add:
 * @self: a `DatelineClippings`
 * @item: (nullable): what to pick
 * @passage: (nullable): where it stands; %NULL for the item's first passage
 *
 * Picks something, at the end. A quote or a reaction is picked as such; of anything else the passage is.
 *
 * Returns: %FALSE if it is there already, or if nothing of it can be cited
 */
gboolean
dateline_clippings_add (DatelineClippings *self,
                        DatelineItem      *item,
                        DatelinePassage   *passage)
{
  g_autoptr(DatelinePassage) place = NULL;
  g_autoptr(DatelineClipping) clipping = NULL;

  g_return_val_if_fail (DATELINE_IS_CLIPPINGS (self), FALSE);
  g_return_val_if_fail (item == NULL || DATELINE_IS_ITEM (item), FALSE);
  g_return_val_if_fail (passage == NULL || DATELINE_IS_PASSAGE (passage), FALSE);

  if (passage != NULL)
    place = g_object_ref (passage);
  else if (item != NULL)
    place = dateline_item_dup_first_passage (item);
  if (place == NULL || dateline_clippings_find (self, item, place, NULL))
    return FALSE;

  clipping = dateline_clipping_new (item, place);
  dateline_clippings_insert (self, self->clippings->len, clipping);
  g_signal_emit (self, signals[SIGNAL_ADDED], 0, clipping);

  return TRUE;
}

/**
 * dateline_clippings_insert:
 * @self: a `DatelineClippings`
 * @position: where to put it; past the end means at the end
 * @clipping: what to put there
 *
 * Inserts a clipping, perhaps one that was removed before.
 */
void
dateline_clippings_insert (DatelineClippings *self,
                           guint              position,
                           DatelineClipping  *clipping)
{
  g_return_if_fail (DATELINE_IS_CLIPPINGS (self));
  g_return_if_fail (DATELINE_IS_CLIPPING (clipping));

  position = MIN (position, self->clippings->len);
  g_ptr_array_insert (self->clippings, (int) position, g_object_ref (clipping));
  g_signal_connect_object (clipping, "notify::note",
                           G_CALLBACK (dateline_clippings_note_changed_cb), self, G_CONNECT_SWAPPED);
  changed (self, position, 0, 1);
}

/**
 * dateline_clippings_set:
 * @self: a `DatelineClippings`
 * @clippings: (element-type DatelineClipping): the clippings that there shall be
 *
 * Makes the list be what is kept elsewhere. Those that are in it already stay as they are. Nothing is said of it as
 * of what the reader does.
 */
void
dateline_clippings_set (DatelineClippings *self,
                        GPtrArray         *clippings)
{
  g_autoptr(GPtrArray) old = NULL;
  guint from = 0;
  guint same = 0; /* at the end */

  g_return_if_fail (DATELINE_IS_CLIPPINGS (self));
  g_return_if_fail (clippings != NULL);

  old = g_steal_pointer (&self->clippings);
  while (from < MIN (old->len, clippings->len) && old->pdata[from] == clippings->pdata[from])
    from++;
  while (same < MIN (old->len, clippings->len) - from &&
         old->pdata[old->len - 1 - same] == clippings->pdata[clippings->len - 1 - same])
    same++;

  for (guint i = from; i < old->len - same; i++)
    g_signal_handlers_disconnect_by_func (old->pdata[i], dateline_clippings_note_changed_cb, self);
  self->clippings = g_ptr_array_copy (clippings, (GCopyFunc) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->clippings, g_object_unref);
  for (guint i = from; i < clippings->len - same; i++)
    g_signal_connect_object (clippings->pdata[i], "notify::note",
                             G_CALLBACK (dateline_clippings_note_changed_cb), self, G_CONNECT_SWAPPED);

  if (old->len == from + same && clippings->len == from + same)
    return;

  g_list_model_items_changed (G_LIST_MODEL (self), from, old->len - from - same, clippings->len - from - same);
  if (old->len != clippings->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/**
 * dateline_clippings_remove:
 * @self: a `DatelineClippings`
 * @position: which
 *
 * Takes a clipping out.
 */
void
dateline_clippings_remove (DatelineClippings *self,
                           guint              position)
{
  g_autoptr(DatelineClipping) clipping = NULL;

  g_return_if_fail (DATELINE_IS_CLIPPINGS (self));
  g_return_if_fail (position < self->clippings->len);

  clipping = g_ptr_array_steal_index (self->clippings, position);
  g_signal_handlers_disconnect_by_func (clipping, dateline_clippings_note_changed_cb, self);
  changed (self, position, 1, 0);
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, clipping, position);
}

/**
 * dateline_clippings_move:
 * @self: a `DatelineClippings`
 * @from: which
 * @to: the position it has afterwards
 *
 * Moves a clipping to another place.
 */
void
dateline_clippings_move (DatelineClippings *self,
                         guint              from,
                         guint              to)
{
  gpointer clipping;
  guint n = MAX (from, to) - MIN (from, to) + 1;

  g_return_if_fail (DATELINE_IS_CLIPPINGS (self));
  g_return_if_fail (from < self->clippings->len);
  g_return_if_fail (to < self->clippings->len);

  if (from == to)
    return;

  clipping = g_ptr_array_steal_index (self->clippings, from);
  g_ptr_array_insert (self->clippings, (int) to, clipping);
  changed (self, MIN (from, to), n, n);
}

/**
 * dateline_clippings_find:
 * @self: a `DatelineClippings`
 * @item: (nullable): what may have been picked
 * @passage: (nullable): where; %NULL for anywhere
 * @position: (out) (optional): which clipping it is
 *
 * Looks whether something is picked already.
 *
 * Returns: %TRUE if it is
 */
gboolean
dateline_clippings_find (DatelineClippings *self,
                         DatelineItem      *item,
                         DatelinePassage   *passage,
                         guint             *position)
{
  g_return_val_if_fail (DATELINE_IS_CLIPPINGS (self), FALSE);

  for (guint i = 0; i < self->clippings->len; i++)
    {
      DatelineClipping *clipping = g_ptr_array_index (self->clippings, i);

      if (dateline_clipping_get_item (clipping) != item)
        continue;
      if (passage != NULL && dateline_passage_compare (dateline_clipping_get_passage (clipping), passage) != 0)
        continue;
      if (position != NULL)
        *position = i;
      return TRUE;
    }

  return FALSE;
}

/* What a clipping is of now: itself if nothing happened to it. */
static DatelineClipping *
dup_refreshed (DatelineClippings *self,
               DatelineClipping  *clipping)
{
  DatelineItem *item = dateline_clipping_get_item (clipping);
  g_autoptr(DatelinePassage) passage = NULL;
  DatelineClipping *refreshed;

  if (item != NULL)
    {
      item = dateline_continuity_get_item (self->story, item);
      if (item == NULL)
        return NULL;
    }
  passage = dateline_continuity_dup_passage (self->story, item, dateline_clipping_get_passage (clipping));
  if (passage == NULL)
    return NULL;
  if (item == dateline_clipping_get_item (clipping) && passage == dateline_clipping_get_passage (clipping))
    return g_object_ref (clipping);

  refreshed = dateline_clipping_new (item, passage);
  dateline_clipping_set_note (refreshed, dateline_clipping_get_note (clipping));

  return refreshed;
}

/* Not as when the reader takes a clipping out: there is nothing to offer back that undo does not bring. */
static void
steal (DatelineClippings *self,
       guint              position)
{
  g_autoptr(DatelineClipping) clipping = g_ptr_array_steal_index (self->clippings, position);

  g_signal_handlers_disconnect_by_func (clipping, dateline_clippings_note_changed_cb, self);
  changed (self, position, 1, 0);
}

static void
refreshed_cb (DatelineClippings *self)
{
  self->is_following = TRUE;
  /* From the end, so that each position is the one that is right once those before it are back. */
  for (guint i = self->clippings->len; i > 0; i--)
    {
      DatelineClipping *clipping = g_ptr_array_index (self->clippings, i - 1);
      g_autoptr(DatelineClipping) refreshed = dup_refreshed (self, clipping);

      if (refreshed == clipping)
        continue;
      if (refreshed == NULL)
        {
          Absent *absent = g_new0 (Absent, 1);

          absent->clipping = g_object_ref (clipping);
          absent->position = i - 1;
          g_ptr_array_add (self->absent, absent);
        }
      steal (self, i - 1);
      if (refreshed != NULL)
        dateline_clippings_insert (self, i - 1, refreshed);
    }

  for (guint i = self->absent->len; i > 0; i--)
    {
      Absent *absent = g_ptr_array_index (self->absent, i - 1);
      g_autoptr(DatelineClipping) refreshed = dup_refreshed (self, absent->clipping);
      guint position = absent->position;

      if (refreshed == NULL)
        continue;
      /* Those that went after it from places before it, and are still away, are not to be counted. */
      for (guint j = i; j < self->absent->len; j++)
        if (((Absent *) g_ptr_array_index (self->absent, j))->position < absent->position)
          position--;
      g_ptr_array_remove_index (self->absent, i - 1);
      if (!dateline_clippings_find (self, dateline_clipping_get_item (refreshed),
                                    dateline_clipping_get_passage (refreshed), NULL))
        dateline_clippings_insert (self, position, refreshed);
    }
  self->is_following = FALSE;
}

/**
 * dateline_clippings_follow:
 * @self: a `DatelineClippings`
 * @story: the story that is clipped
 *
 * Has clippings of what is removed from the story disappear, and come back with it. Called once.
 */
void
dateline_clippings_follow (DatelineClippings *self,
                           DatelineStory     *story)
{
  g_return_if_fail (DATELINE_IS_CLIPPINGS (self));
  g_return_if_fail (DATELINE_IS_STORY (story));
  g_return_if_fail (self->story == NULL);

  g_set_weak_pointer (&self->story, story);
  g_signal_connect_object (story, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
