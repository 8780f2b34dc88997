/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is marked in an article, in the order of the text, and which marks touch a part of it. */
#include "config.h"

#include "dateline-article-marks.h"

#include <glib/gi18n.h>

struct _DatelineArticleMarks
{
  GObject parent_instance;

  DatelineIndex   *index;
  DatelineArticle *article;
  GArray          *marks;    /* of DatelineMark, by start, the longer first */
  GArray          *reaches;  /* of guint: the greatest end of the marks up to this one */
};

G_DEFINE_FINAL_TYPE (DatelineArticleMarks, dateline_article_marks, G_TYPE_OBJECT)

static void
mark_clear (gpointer data)
{
  DatelineMark *mark = data;

  g_clear_object (&mark->item);
  g_clear_object (&mark->passage);
  g_clear_pointer (&mark->date, dateline_date_unref);
}

static gboolean
get_kind (DatelineItem     *item,
          DatelineMarkKind *kind)
{
  switch (dateline_item_get_kind (item))
    {
    case DATELINE_ITEM_PERSON:
      *kind = DATELINE_MARK_PERSON;
      return TRUE;
    case DATELINE_ITEM_QUOTE:
      *kind = DATELINE_MARK_QUOTE;
      return TRUE;
    case DATELINE_ITEM_REACTION:
      *kind = DATELINE_MARK_REACTION;
      return TRUE;
    /* Events and accounts are whole sentences: marked too, they would leave nothing unmarked. */
    case DATELINE_ITEM_ARTICLE:
    case DATELINE_ITEM_EVENT:
    case DATELINE_ITEM_CLAIM:
    case DATELINE_ITEM_ACCOUNT:
    default:
      return FALSE;
    }
}

static void
add (DatelineArticleMarks *self,
     DatelineMarkKind      kind,
     DatelineItem         *item,
     DatelinePassage      *passage,
     DatelineDate         *date)
{
  DatelineMark mark = { .kind = kind };

  mark.start = dateline_passage_get_start (passage);
  mark.end = dateline_passage_get_end (passage);
  mark.passage = g_object_ref (passage);
  if (item != NULL)
    mark.item = g_object_ref (item);
  if (date != NULL)
    mark.date = dateline_date_ref (date);
  g_array_append_val (self->marks, mark);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const DatelineMark *one = a;
  const DatelineMark *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->end != other->end)
    return one->end > other->end ? -1 : 1;

  return (int) one->kind - (int) other->kind;
}

static void
collect (DatelineArticleMarks *self)
{
  GListModel *occurrences = dateline_index_get_occurrences (self->index, self->article);
  GListModel *dates = dateline_article_get_dates (self->article);
  guint reach = 0;

  for (guint i = 0; i < g_list_model_get_n_items (occurrences); i++)
    {
      g_autoptr(DatelineOccurrence) occurrence = g_list_model_get_item (occurrences, i);
      DatelineItem *item = dateline_occurrence_get_item (occurrence);
      DatelineMarkKind kind;

      if (get_kind (item, &kind))
        add (self, kind, item, dateline_occurrence_get_passage (occurrence), NULL);
    }
  for (guint i = 0; i < g_list_model_get_n_items (dates); i++)
    {
      g_autoptr(DatelineDateMention) mention = g_list_model_get_item (dates, i);

      add (self, DATELINE_MARK_DATE, NULL,
           dateline_date_mention_get_passage (mention),
           dateline_date_mention_get_date (mention));
    }

  g_array_sort (self->marks, compare_marks);
  for (guint i = 0; i < self->marks->len; i++)
    {
      reach = MAX (reach, g_array_index (self->marks, DatelineMark, i).end);
      g_array_append_val (self->reaches, reach);
    }
}

static void
dateline_article_marks_finalize (GObject *object)
{
  DatelineArticleMarks *self = DATELINE_ARTICLE_MARKS (object);

  g_clear_object (&self->index);
  g_clear_object (&self->article);
  g_array_unref (self->marks);
  g_array_unref (self->reaches);

  G_OBJECT_CLASS (dateline_article_marks_parent_class)->finalize (object);
}

static void
dateline_article_marks_class_init (DatelineArticleMarksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dateline_article_marks_finalize;
}

static void
dateline_article_marks_init (DatelineArticleMarks *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (DatelineMark));
  g_array_set_clear_func (self->marks, mark_clear);
  self->reaches = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * dateline_article_marks_new:
 * @index: the index of the story
 * @article: an article of it
 *
 * Collects what is to be marked in an article.
 *
 * Returns: (transfer full): the marks
 */
DatelineArticleMarks *
dateline_article_marks_new (DatelineIndex   *index,
                            DatelineArticle *article)
{
  DatelineArticleMarks *self;

  g_return_val_if_fail (DATELINE_IS_INDEX (index), NULL);
  g_return_val_if_fail (DATELINE_IS_ARTICLE (article), NULL);

  self = g_object_new (DATELINE_TYPE_ARTICLE_MARKS, NULL);
  self->index = g_object_ref (index);
  self->article = g_object_ref (article);
  collect (self);

  return self;
}

/**
 * dateline_article_marks_get_n_marks:
 * @self: a `DatelineArticleMarks`
 *
 * How many marks there are.
 *
 * Returns: the number
 */
guint
dateline_article_marks_get_n_marks (DatelineArticleMarks *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE_MARKS (self), 0);

  return self->marks->len;
}

/**
 * dateline_article_marks_get:
 * @self: a `DatelineArticleMarks`
 * @position: which mark
 *
 * One mark.
 *
 * Returns: (transfer none) (nullable): the mark, or %NULL where there is none
 */
const DatelineMark *
dateline_article_marks_get (DatelineArticleMarks *self,
                            guint                 position)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE_MARKS (self), NULL);

  return position < self->marks->len ? &g_array_index (self->marks, DatelineMark, position) : NULL;
}

/* The first mark that may reach beyond @offset: what stands before ends before. */
static guint
find_first (DatelineArticleMarks *self,
            guint                 offset)
{
  guint low = 0;
  guint high = self->reaches->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->reaches, guint, middle) > offset)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

static gboolean
is_of (const DatelineMark *mark,
       guint               kinds)
{
  return (kinds & (1u << mark->kind)) != 0;
}

/**
 * dateline_article_marks_find:
 * @self: a `DatelineArticleMarks`
 * @start: the start of a part of the text
 * @end: its end, exclusive
 * @kinds: a mask of bits `1 << DatelineMarkKind`
 *
 * The marks of some kinds that touch a part of the text.
 *
 * Returns: (transfer full) (element-type guint): their positions, in order
 */
GArray *
dateline_article_marks_find (DatelineArticleMarks *self,
                             guint                 start,
                             guint                 end,
                             guint                 kinds)
{
  GArray *found;

  g_return_val_if_fail (DATELINE_IS_ARTICLE_MARKS (self), NULL);

  found = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = find_first (self, start); i < self->marks->len; i++)
    {
      const DatelineMark *mark = dateline_article_marks_get (self, i);

      if (mark->start >= end)
        break;
      if (mark->end > start && is_of (mark, kinds))
        g_array_append_val (found, i);
    }

  return found;
}

/**
 * dateline_article_marks_find_shortest:
 * @self: a `DatelineArticleMarks`
 * @offset: a place in the text
 * @kinds: a mask of bits `1 << DatelineMarkKind`
 *
 * The mark that a reader who points there means: the innermost.
 *
 * Returns: its position, or %DATELINE_NO_MARK
 */
guint
dateline_article_marks_find_shortest (DatelineArticleMarks *self,
                                      guint                 offset,
                                      guint                 kinds)
{
  g_autoptr(GArray) found = NULL;
  guint best = DATELINE_NO_MARK;
  guint length = G_MAXUINT;

  g_return_val_if_fail (DATELINE_IS_ARTICLE_MARKS (self), DATELINE_NO_MARK);

  found = dateline_article_marks_find (self, offset, offset + 1, kinds);
  for (guint i = 0; i < found->len; i++)
    {
      guint position = g_array_index (found, guint, i);
      const DatelineMark *mark = dateline_article_marks_get (self, position);

      if (mark->end - mark->start < length)
        {
          best = position;
          length = mark->end - mark->start;
        }
    }

  return best;
}

/**
 * dateline_article_marks_find_next:
 * @self: a `DatelineArticleMarks`
 * @offset: a place in the text
 * @kinds: a mask of bits `1 << DatelineMarkKind`
 *
 * The first mark that starts at a place or after it.
 *
 * Returns: its position, or %DATELINE_NO_MARK
 */
guint
dateline_article_marks_find_next (DatelineArticleMarks *self,
                                  guint                 offset,
                                  guint                 kinds)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE_MARKS (self), DATELINE_NO_MARK);

  for (guint i = find_first (self, offset); i < self->marks->len; i++)
    {
      const DatelineMark *mark = dateline_article_marks_get (self, i);

      if (mark->start >= offset && is_of (mark, kinds))
        return i;
    }

  return DATELINE_NO_MARK;
}

/**
 * dateline_article_marks_step:
 * @self: a `DatelineArticleMarks`
 * @position: a mark
 * @by: 1 for the next one, -1 for the one before
 * @kinds: a mask of bits `1 << DatelineMarkKind`
 *
 * The neighbour of a mark.
 *
 * Returns: its position, or %DATELINE_NO_MARK at the end
 */
guint
dateline_article_marks_step (DatelineArticleMarks *self,
                             guint                 position,
                             int                   by,
                             guint                 kinds)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE_MARKS (self), DATELINE_NO_MARK);
  g_return_val_if_fail (by == 1 || by == -1, DATELINE_NO_MARK);

  for (gint64 i = (gint64) position + by; i >= 0 && i < self->marks->len; i += by)
    if (is_of (dateline_article_marks_get (self, (guint) i), kinds))
      return (guint) i;

  return DATELINE_NO_MARK;
}

/**
 * dateline_article_marks_dup_event:
 * @self: a `DatelineArticleMarks`
 * @position: the mark of a date
 * @passage: (out) (transfer full) (nullable): the passage that reports the event
 *
 * The event that a date dates: one that is reported where the date stands and happened then. Of several, the one with
 * the shortest report.
 *
 * Returns: (transfer full) (nullable): the event, or %NULL if there is none
 */
DatelineEvent *
dateline_article_marks_dup_event (DatelineArticleMarks  *self,
                                  guint                  position,
                                  DatelinePassage      **passage)
{
  const DatelineMark *mark;
  g_autoptr(GListModel) here = NULL;

  g_return_val_if_fail (DATELINE_IS_ARTICLE_MARKS (self), NULL);
  g_return_val_if_fail (passage != NULL, NULL);

  *passage = NULL;
  mark = dateline_article_marks_get (self, position);
  if (mark == NULL || mark->date == NULL)
    return NULL;

  here = dateline_index_dup_at (self->index, self->article, mark->start);
  for (guint i = 0; i < g_list_model_get_n_items (here); i++)
    {
      g_autoptr(DatelineOccurrence) occurrence = g_list_model_get_item (here, i);
      DatelineItem *item = dateline_occurrence_get_item (occurrence);

      if (DATELINE_IS_EVENT (item) && dateline_event_get_date (DATELINE_EVENT (item)) != NULL &&
          dateline_date_overlaps (dateline_event_get_date (DATELINE_EVENT (item)), mark->date))
        {
          *passage = g_object_ref (dateline_occurrence_get_passage (occurrence));
          return g_object_ref (DATELINE_EVENT (item));
        }
    }

  return NULL;
}

/**
 * dateline_mark_describe:
 * @mark: a mark
 *
 * Says what is marked: "Alexei Navalny — person".
 *
 * Returns: (transfer full): one line for people
 */
char *
dateline_mark_describe (const DatelineMark *mark)
{
  g_autofree char *label = NULL;
  const char *name = NULL;

  g_return_val_if_fail (mark != NULL, NULL);

  switch (mark->kind)
    {
    case DATELINE_MARK_PERSON:
      switch (dateline_person_get_person_kind (DATELINE_PERSON (mark->item)))
        {
        case DATELINE_PERSON_KIND_ORGANISATION:
          /* Translators: %s is the name of an organisation */
          return g_strdup_printf (_("%s — organisation"), dateline_item_get_label (mark->item));
        case DATELINE_PERSON_KIND_GROUP:
          /* Translators: %s is the name of a group of people */
          return g_strdup_printf (_("%s — group"), dateline_item_get_label (mark->item));
        case DATELINE_PERSON_KIND_PERSON:
        default:
          /* Translators: %s is the name of a person */
          return g_strdup_printf (_("%s — person"), dateline_item_get_label (mark->item));
        }
    case DATELINE_MARK_QUOTE:
      if (dateline_quote_get_speaker (DATELINE_QUOTE (mark->item)) == NULL)
        return g_strdup (_("Quote — speaker unknown"));
      name = dateline_item_get_label (DATELINE_ITEM (dateline_quote_get_speaker (DATELINE_QUOTE (mark->item))));
      if (dateline_quote_get_direct (DATELINE_QUOTE (mark->item)))
        /* Translators: %s is who spoke */
        return g_strdup_printf (_("%s — direct quote"), name);
      /* Translators: %s is who spoke */
      return g_strdup_printf (_("%s — indirect quote"), name);
    case DATELINE_MARK_REACTION:
      if (dateline_reaction_get_author (DATELINE_REACTION (mark->item)) != NULL)
        name = dateline_item_get_label (DATELINE_ITEM (dateline_reaction_get_author (DATELINE_REACTION (mark->item))));
      if (name == NULL)
        return g_strdup (_("Reaction — author unknown"));
      /* Translators: %s is the author of a public post or comment */
      return g_strdup_printf (_("%s — reaction"), name);
    case DATELINE_MARK_DATE:
    default:
      label = dateline_date_format (mark->date);
      /* Translators: %s is a date in words */
      return g_strdup_printf (_("%s — date"), label);
    }
}
