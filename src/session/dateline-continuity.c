/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has become of items and passages that somebody held while the story changed. */
#include "config.h"

#include "dateline-continuity.h"

#include <string.h>

/**
 * dateline_continuity_get_item:
 * @story: a story that has changed
 * @item: an item that is or was in it
 *
 * What stands for an item now: itself, or what has its id since.
 *
 * Returns: (transfer none) (nullable): the item, or %NULL if it is gone
 */
DatelineItem *
dateline_continuity_get_item (DatelineStory *story,
                              DatelineItem  *item)
{
  DatelineItem *other;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);

  if (dateline_story_find (story, item, NULL))
    return item;

  other = dateline_story_lookup (story, dateline_item_get_id (item));

  return other != NULL && dateline_item_get_kind (other) == dateline_item_get_kind (item) ? other : NULL;
}

/* The one of the item's passages that is where @passage was, else the first, in the same article if there is one. */
static DatelinePassage *
dup_own_passage (DatelineStory   *story,
                 DatelineItem    *item,
                 DatelineItem    *article,
                 DatelinePassage *passage)
{
  GListModel *passages = dateline_item_get_passages (item);
  g_autoptr(DatelinePassage) first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) own = g_list_model_get_item (passages, i);
      DatelineItem *own_article = DATELINE_ITEM (dateline_passage_get_article (own));

      if (dateline_passage_equal (own, passage) && own_article == article)
        return g_object_ref (own_article == DATELINE_ITEM (dateline_passage_get_article (passage)) ? passage : own);
      if (dateline_story_find (story, own_article, NULL) &&
          (first == NULL || (own_article == article && DATELINE_ITEM (dateline_passage_get_article (first)) != article)))
        g_set_object (&first, own);
    }

  return g_steal_pointer (&first);
}

/* Looks for the words of @passage, nearest to where they were. */
static DatelinePassage *
dup_found_passage (DatelineArticle *article,
                   DatelinePassage *passage)
{
  const char *text = dateline_article_get_text (article);
  const char *exact = dateline_passage_get_exact (passage);
  guint length = dateline_passage_get_end (passage) - dateline_passage_get_start (passage);
  guint wanted = dateline_passage_get_start (passage);
  guint best = G_MAXUINT;
  guint offset = 0;
  const char *from = text;

  if (*exact == '\0')
    return NULL;

  for (const char *at = strstr (text, exact); at != NULL; at = strstr (g_utf8_next_char (at), exact))
    {
      offset += (guint) g_utf8_strlen (from, (gssize) (at - from));
      from = at;
      if (best == G_MAXUINT || MAX (offset, wanted) - MIN (offset, wanted) < MAX (best, wanted) - MIN (best, wanted))
        best = offset;
      else
        break;
    }

  return best != G_MAXUINT ? dateline_passage_new (article, best, best + length) : NULL;
}

static gboolean
stands (DatelinePassage *passage)
{
  const char *text = dateline_article_get_text (dateline_passage_get_article (passage));
  const char *exact = dateline_passage_get_exact (passage);

  if (g_utf8_strlen (text, -1) < (glong) dateline_passage_get_end (passage))
    return FALSE;

  return g_str_has_prefix (g_utf8_offset_to_pointer (text, dateline_passage_get_start (passage)), exact);
}

/**
 * dateline_continuity_dup_passage:
 * @story: a story that has changed
 * @item: (nullable): what the passage is evidence of; it is in the story
 * @passage: a passage that somebody held
 *
 * Where a passage is now: the same object if nothing happened to it, else where its words have gone. A quote, a
 * reaction or an account is looked at where it says itself that it is.
 *
 * Returns: (transfer full) (nullable): a passage, or %NULL if it is gone
 */
DatelinePassage *
dateline_continuity_dup_passage (DatelineStory   *story,
                                 DatelineItem    *item,
                                 DatelinePassage *passage)
{
  DatelineItem *article;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (item == NULL || DATELINE_IS_ITEM (item), NULL);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);

  article = dateline_continuity_get_item (story, DATELINE_ITEM (dateline_passage_get_article (passage)));
  if (DATELINE_IS_QUOTE (item) || DATELINE_IS_REACTION (item) || DATELINE_IS_ACCOUNT (item))
    return dup_own_passage (story, item, article, passage);
  if (article == NULL)
    return NULL;
  if (article == DATELINE_ITEM (dateline_passage_get_article (passage)) && stands (passage))
    return g_object_ref (passage);

  return dup_found_passage (DATELINE_ARTICLE (article), passage);
}
