/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through the items of a kind. In a fleeting story no more than a few of them are ever in memory, and not even their
 * keys. */
#include "config.h"

#include "dateline-walk.h"

/* How many items, with those that they refer to, may be in memory before they have to go. */
#define MAX_KEPT 256

/* Makes the next few items, and lets go of those before. */
static gboolean
fetch (DatelineWalk *self)
{
  DatelineSource *source = dateline_story_get_source (self->story);

  /* Articles come with their texts. */
  dateline_story_forget (self->story, self->kind == DATELINE_ITEM_ARTICLE ? 0 : MAX_KEPT);
  self->at = 0;
  self->n_keys = dateline_source_list_next (source, self->kind, &self->place, self->keys, G_N_ELEMENTS (self->keys));
  if (self->n_keys > 0)
    dateline_source_load (source, self->kind, self->keys, self->n_keys);

  return self->n_keys > 0;
}

/* What cannot be read is left out: the source tells of it. */
static DatelineItem *
find_next (DatelineWalk *self)
{
  while (self->at < self->n_keys || fetch (self))
    {
      DatelineItem *item = dateline_story_lookup_key (self->story, self->kind, self->keys[self->at++]);

      self->position++;
      if (item == NULL)
        continue;
      /* Nobody has to count for it then. */
      if (self->kind == DATELINE_ITEM_ARTICLE)
        dateline_article_set_position (DATELINE_ARTICLE (item), self->position - 1);
      return g_object_ref (item);
    }

  return NULL;
}

/**
 * dateline_walk_next:
 * @self: a walk
 *
 * Goes to the next item.
 *
 * Returns: (transfer none) (nullable): the item, which lasts until the next step, or %NULL at the end
 */
gpointer
dateline_walk_next (DatelineWalk *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_clear_object (&self->item);
  if (dateline_story_get_fleeting (self->story))
    self->item = find_next (self);
  else
    self->item = g_list_model_get_item (dateline_story_get_items (self->story, self->kind), self->position++);

  return self->item;
}

/**
 * dateline_walk_clear:
 * @self: a walk
 *
 * Ends a walk. It can start anew then.
 */
void
dateline_walk_clear (DatelineWalk *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->item);
  g_clear_pointer (&self->place.id, g_free);
  self->position = self->n_keys = self->at = 0;
}
