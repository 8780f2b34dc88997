/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step of the navigator's history, and what becomes of it when the story changes. */
#include "config.h"

#include "dateline-place.h"

#include "dateline-continuity.h"

/**
 * dateline_place_new:
 * @view: the name of a view
 * @item: (nullable): what is selected
 * @passage: (nullable): where it is looked at
 *
 * Creates a place.
 *
 * Returns: (transfer full): a new place
 */
DatelinePlace *
dateline_place_new (const char      *view,
                    DatelineItem    *item,
                    DatelinePassage *passage)
{
  DatelinePlace *self = g_new0 (DatelinePlace, 1);

  self->view = g_strdup (view);
  g_set_object (&self->item, item);
  g_set_object (&self->passage, passage);

  return self;
}

/**
 * dateline_place_free:
 * @self: (transfer full): a `DatelinePlace`
 *
 * Frees a place.
 */
void
dateline_place_free (DatelinePlace *self)
{
  g_free (self->view);
  g_clear_object (&self->item);
  g_clear_object (&self->passage);
  g_free (self);
}

/**
 * dateline_place_get_article:
 * @self: a `DatelinePlace`
 *
 * The article that the place is in.
 *
 * Returns: (transfer none) (nullable): the selected article, or the one of the passage
 */
DatelineArticle *
dateline_place_get_article (const DatelinePlace *self)
{
  if (DATELINE_IS_ARTICLE (self->item))
    return DATELINE_ARTICLE (self->item);
  if (self->passage != NULL)
    return dateline_passage_get_article (self->passage);

  return NULL;
}

/**
 * dateline_place_equal:
 * @a: a `DatelinePlace`
 * @b: a `DatelinePlace`
 *
 * Whether two places are one.
 *
 * Returns: %TRUE if they are
 */
gboolean
dateline_place_equal (const DatelinePlace *a,
                      const DatelinePlace *b)
{
  return g_strcmp0 (a->view, b->view) == 0 && a->item == b->item && a->passage == b->passage;
}

static DatelineItem *
get_remaining_item (DatelineStory *story,
                    DatelineItem  *item)
{
  DatelineItem *remaining = dateline_continuity_get_item (story, item);

  /* An account stands in the row of its claim, which may go on without it. */
  if (remaining == NULL && DATELINE_IS_ACCOUNT (item) && dateline_account_get_claim (DATELINE_ACCOUNT (item)) != NULL)
    remaining = dateline_continuity_get_item (story, DATELINE_ITEM (dateline_account_get_claim (DATELINE_ACCOUNT (item))));

  return remaining;
}

static gboolean
may_have_changed (GPtrArray *changed,
                  gpointer   item)
{
  return changed->len == 0 || g_ptr_array_find (changed, item, NULL);
}

/**
 * dateline_place_refresh:
 * @self: a `DatelinePlace`
 * @story: the story, after it changed
 * @changed: (element-type DatelineItem): what changed in it; if it is empty, anything may have
 *
 * Lets go of what is gone.
 *
 * Returns: %FALSE if the place was of something, and nothing of that remains
 */
gboolean
dateline_place_refresh (DatelinePlace *self,
                        DatelineStory *story,
                        GPtrArray     *changed)
{
  gboolean was_empty = self->item == NULL && self->passage == NULL;
  gboolean look = FALSE;

  if (self->item != NULL)
    {
      DatelineItem *item = get_remaining_item (story, self->item);

      look = item != self->item || may_have_changed (changed, item);
      if (item == NULL)
        g_clear_object (&self->passage);
      g_set_object (&self->item, item);
    }
  if (self->passage != NULL)
    {
      DatelineItem *article = DATELINE_ITEM (dateline_passage_get_article (self->passage));

      if (look || may_have_changed (changed, article) || !dateline_story_find (story, article, NULL))
        {
          g_autoptr(DatelinePassage) passage = dateline_continuity_dup_passage (story, self->item, self->passage);

          g_set_object (&self->passage, passage);
        }
    }

  return was_empty || self->item != NULL || self->passage != NULL;
}
