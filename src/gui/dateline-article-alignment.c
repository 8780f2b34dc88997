/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where two articles tell of the same events, and how a place in one is found in the other. */
#include "config.h"

#include "dateline-article-alignment.h"

#include "dateline-article-text.h"

static DatelinePassage *
find_first_passage (DatelineItem    *item,
                    DatelineArticle *article)
{
  GListModel *passages = dateline_item_get_passages (item);
  DatelinePassage *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);

      /* The item keeps its passages. */
      if (dateline_passage_get_article (passage) == article &&
          (first == NULL || dateline_passage_get_start (passage) < dateline_passage_get_start (first)))
        first = passage;
    }

  return first;
}

static void
anchor_clear (gpointer data)
{
  DatelineArticleAnchor *anchor = data;

  g_clear_object (&anchor->event);
  g_clear_object (&anchor->passages[0]);
  g_clear_object (&anchor->passages[1]);
}

static int
compare_anchors (gconstpointer a,
                 gconstpointer b)
{
  const DatelineArticleAnchor *one = a;
  const DatelineArticleAnchor *other = b;
  guint starts[2] = { dateline_passage_get_start (one->passages[0]), dateline_passage_get_start (other->passages[0]) };

  if (starts[0] != starts[1])
    return starts[0] < starts[1] ? -1 : 1;

  starts[0] = dateline_passage_get_start (one->passages[1]);
  starts[1] = dateline_passage_get_start (other->passages[1]);

  return starts[0] < starts[1] ? -1 : starts[0] > starts[1];
}

/* The most anchors that come in the same order in both articles: the longest run that rises. */
static void
find_order (GArray *anchors)
{
  g_autofree guint *lengths = g_new0 (guint, anchors->len + 1);
  g_autofree guint *before = g_new0 (guint, anchors->len + 1);
  guint best = G_MAXUINT;

  for (guint i = 0; i < anchors->len; i++)
    {
      DatelineArticleAnchor *anchor = &g_array_index (anchors, DatelineArticleAnchor, i);

      lengths[i] = 1;
      before[i] = G_MAXUINT;
      for (guint j = 0; j < i; j++)
        {
          DatelineArticleAnchor *other = &g_array_index (anchors, DatelineArticleAnchor, j);

          if (dateline_passage_get_start (other->passages[0]) < dateline_passage_get_start (anchor->passages[0]) &&
              dateline_passage_get_start (other->passages[1]) < dateline_passage_get_start (anchor->passages[1]) &&
              lengths[j] + 1 > lengths[i])
            {
              lengths[i] = lengths[j] + 1;
              before[i] = j;
            }
        }
      if (best == G_MAXUINT || lengths[i] > lengths[best])
        best = i;
    }

  for (; best != G_MAXUINT; best = before[best])
    g_array_index (anchors, DatelineArticleAnchor, best).in_order = TRUE;
}

/**
 * dateline_article_alignment_find:
 * @index: the index of the story
 * @first: an article
 * @second: another article
 *
 * The events that two articles both tell of, in the order of the first.
 *
 * Returns: (transfer full) (element-type DatelineArticleAnchor): the anchors
 */
GArray *
dateline_article_alignment_find (DatelineIndex   *index,
                                 DatelineArticle *first,
                                 DatelineArticle *second)
{
  GArray *anchors = g_array_new (FALSE, TRUE, sizeof (DatelineArticleAnchor));
  GListModel *events;

  g_return_val_if_fail (DATELINE_IS_INDEX (index), anchors);
  g_return_val_if_fail (DATELINE_IS_ARTICLE (first), anchors);
  g_return_val_if_fail (DATELINE_IS_ARTICLE (second), anchors);

  g_array_set_clear_func (anchors, anchor_clear);
  events = dateline_index_get_related (index, DATELINE_ITEM (first), DATELINE_ITEM_EVENT);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(DatelineItem) event = g_list_model_get_item (events, i);
      DatelinePassage *passages[2] = { find_first_passage (event, first), find_first_passage (event, second) };
      DatelineArticleAnchor anchor = { NULL, };

      if (passages[0] == NULL || passages[1] == NULL)
        continue;

      anchor.event = g_steal_pointer (&event);
      anchor.passages[0] = g_object_ref (passages[0]);
      anchor.passages[1] = g_object_ref (passages[1]);
      g_array_append_val (anchors, anchor);
    }

  g_array_sort (anchors, compare_anchors);
  find_order (anchors);

  return anchors;
}

static guint
find_number (GArray       *anchors,
             DatelineItem *event)
{
  for (guint i = 0; i < anchors->len; i++)
    if (g_array_index (anchors, DatelineArticleAnchor, i).event == event)
      return i + 1;

  return 0;
}

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  const DatelineArticleNote *one = a;
  const DatelineArticleNote *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;

  return one->number < other->number ? -1 : one->number > other->number;
}

/**
 * dateline_article_alignment_note:
 * @index: the index of the story
 * @article: one of the two articles
 * @anchors: (element-type DatelineArticleAnchor): what both tell of
 *
 * The notes for the margin of an article: a number beside what both tell of, 0 beside what only this one does.
 *
 * Returns: (transfer full) (element-type DatelineArticleNote): the notes, in the order of the text
 */
GArray *
dateline_article_alignment_note (DatelineIndex   *index,
                                 DatelineArticle *article,
                                 GArray          *anchors)
{
  GArray *notes = g_array_new (FALSE, TRUE, sizeof (DatelineArticleNote));
  GListModel *occurrences;

  g_return_val_if_fail (DATELINE_IS_INDEX (index), notes);
  g_return_val_if_fail (DATELINE_IS_ARTICLE (article), notes);
  g_return_val_if_fail (anchors != NULL, notes);

  occurrences = dateline_index_get_occurrences (index, article);
  for (guint i = 0; i < g_list_model_get_n_items (occurrences); i++)
    {
      g_autoptr(DatelineOccurrence) occurrence = g_list_model_get_item (occurrences, i);
      DatelineItem *item = dateline_occurrence_get_item (occurrence);
      DatelinePassage *passage = dateline_occurrence_get_passage (occurrence);
      DatelineArticleNote note = { 0, };

      if (!DATELINE_IS_EVENT (item))
        continue;

      note.start = dateline_passage_get_start (passage);
      note.end = dateline_passage_get_end (passage);
      note.number = find_number (anchors, item);
      note.item = item;
      note.passage = passage;
      g_array_append_val (notes, note);
    }
  g_array_sort (notes, compare_notes);

  return notes;
}

/**
 * dateline_article_alignment_map:
 * @points: (element-type graphene_point_t): pairs of places, rising in both
 * @back: whether @position is one of the second article
 * @position: a place in one article
 *
 * The place in the other article, as far between two pairs as in this one.
 *
 * Returns: a place in the other article
 */
double
dateline_article_alignment_map (GArray   *points,
                                gboolean  back,
                                double    position)
{
  double from[2] = { 0, 0 };
  double to[2] = { 0, 0 };

  g_return_val_if_fail (points != NULL, position);

  for (guint i = 0; i < points->len; i++)
    {
      const graphene_point_t *point = &g_array_index (points, graphene_point_t, i);

      from[1] = back ? point->y : point->x;
      to[1] = back ? point->x : point->y;
      if (i == 0 && position <= from[1])
        return to[1];
      if (position <= from[1])
        return to[0] + (to[1] - to[0]) * (position - from[0]) / MAX (from[1] - from[0], 1e-6);
      from[0] = from[1];
      to[0] = to[1];
    }

  return to[0];
}
