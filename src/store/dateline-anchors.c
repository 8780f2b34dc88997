/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds passages of an old text in a new one: by the blocks that stayed, then by their words and what surrounds them.
 * Words in a block that stayed were there before: they are no place for a passage from elsewhere. */
#include "config.h"

#include "dateline-anchors.h"

#include <string.h>

#include "dateline-passage.h"
#include "dateline-rough-place.h"

/* No block of the other text. */
#define NOWHERE G_MAXUINT

/* What has to speak for a place: code points of context, two for three of the words themselves, and so much for
 * standing between the same blocks as before. */
#define NEEDED           16
#define MAX_WORDS        24
#define NEAR_BONUS       12
#define NEAR_BONUS_ALONE 6   /* if no block at all stayed, everything is near */

/* Code points that all searches together may read beyond the neighbourhood. */
#define BUDGET ((gsize) 1 << 30)

struct _DatelineAnchors
{
  DatelineArticle     *before;
  DatelineArticle     *after;
  const DatelineBlock *old_blocks;
  const DatelineBlock *new_blocks;
  guint                n_old;
  guint                n_new;
  guint               *places; /* of each old block, where it is in the new text */
  GArray              *gaps;   /* the parts of the new text that are new */
  gboolean             has_stayed;
  gsize                budget;
};

/* From one block to another of the new text, in code points. */
typedef struct
{
  guint from;
  guint to;
} Gap;

typedef struct
{
  const char *place;
  guint       context;
  gsize       distance;
} Candidate;

static char *
dup_block (DatelineArticle     *article,
           const DatelineBlock *block)
{
  const char *from = dateline_article_get_pointer (article, block->start);

  return g_strndup (from, (gsize) (dateline_article_get_pointer (article, block->end) - from));
}

/* Where each text stands that only one block has; NOWHERE + 1 is 0, so two of a kind are told from none. */
static GHashTable *
index_blocks (DatelineArticle     *article,
              const DatelineBlock *blocks,
              guint                n)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      char *text = dup_block (article, &blocks[i]);
      gboolean is_known = g_hash_table_contains (index, text);

      g_hash_table_replace (index, text, GUINT_TO_POINTER (is_known ? 0 : i + 1));
    }

  return index;
}

static gboolean
same_block (DatelineAnchors *self,
            guint            i,
            guint            j)
{
  g_autofree char *a = dup_block (self->before, &self->old_blocks[i]);
  g_autofree char *b = dup_block (self->after, &self->new_blocks[j]);

  return g_str_equal (a, b);
}

/* Of the matched blocks keeps the most that are still in their order: the longest ascending row of places. */
static void
keep_order (DatelineAnchors *self)
{
  g_autofree guint *ends = g_new (guint, self->n_old + 1); /* for each length, the block with the least place */
  g_autofree guint *previous = g_new (guint, self->n_old + 1);
  guint length = 0;
  guint block;

  for (guint i = 0; i < self->n_old; i++)
    {
      guint low = 0;
      guint high = length;

      if (self->places[i] == NOWHERE)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (self->places[ends[middle]] < self->places[i])
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? ends[low - 1] : NOWHERE;
      ends[low] = i;
      length = MAX (length, low + 1);
    }

  block = length > 0 ? ends[length - 1] : NOWHERE;
  for (guint i = self->n_old; i > 0; i--)
    if (i - 1 == block)
      block = previous[block];
    else
      self->places[i - 1] = NOWHERE;
}

/* Blocks that stayed as they are: those at both ends, those that are unlike all others, and their equal neighbours. */
static void
match_blocks (DatelineAnchors *self)
{
  g_autoptr(GHashTable) old_index = index_blocks (self->before, self->old_blocks, self->n_old);
  g_autoptr(GHashTable) new_index = index_blocks (self->after, self->new_blocks, self->n_new);
  GHashTableIter iter;
  gpointer text;
  gpointer place;

  for (guint i = 0; i < self->n_old; i++)
    self->places[i] = NOWHERE;

  g_hash_table_iter_init (&iter, old_index);
  while (g_hash_table_iter_next (&iter, &text, &place))
    {
      guint other = GPOINTER_TO_UINT (g_hash_table_lookup (new_index, text));

      if (GPOINTER_TO_UINT (place) != 0 && other != 0)
        self->places[GPOINTER_TO_UINT (place) - 1] = other - 1;
    }
  keep_order (self);

  for (guint i = 0; i < self->n_old; i++)
    {
      guint next = i == 0 ? 0 : self->places[i - 1] + 1;

      if (self->places[i] == NOWHERE && (i == 0 || self->places[i - 1] != NOWHERE) &&
          next < self->n_new && same_block (self, i, next))
        self->places[i] = next;
    }
  for (guint i = self->n_old; i > 0; i--)
    {
      guint next = i == self->n_old ? self->n_new : self->places[i];

      if (self->places[i - 1] == NOWHERE && next != NOWHERE && next > 0 && same_block (self, i - 1, next - 1))
        self->places[i - 1] = next - 1;
    }
  /* The neighbours were taken from both sides, perhaps across each other. */
  keep_order (self);

  for (guint i = 0; i < self->n_old; i++)
    self->has_stayed = self->has_stayed || self->places[i] != NOWHERE;
}

/* Finds the parts of the new text that are between the blocks that stayed. */
static void
find_gaps (DatelineAnchors *self)
{
  g_autofree gboolean *has_stayed = g_new0 (gboolean, self->n_new + 1);

  for (guint i = 0; i < self->n_old; i++)
    if (self->places[i] != NOWHERE)
      has_stayed[self->places[i]] = TRUE;

  for (guint i = 0; i < self->n_new; i++)
    {
      Gap gap = { self->new_blocks[i].start, self->new_blocks[i].end };

      if (has_stayed[i])
        continue;
      if (i > 0 && !has_stayed[i - 1])
        g_array_index (self->gaps, Gap, self->gaps->len - 1).to = gap.to;
      else
        g_array_append_val (self->gaps, gap);
    }
}

/**
 * dateline_anchors_new:
 * @before: an article with the old text
 * @after: an article with the new text
 *
 * Compares two texts.
 *
 * Returns: (transfer full): what is needed to find passages again
 */
DatelineAnchors *
dateline_anchors_new (DatelineArticle *before,
                      DatelineArticle *after)
{
  DatelineAnchors *self;

  g_return_val_if_fail (DATELINE_IS_ARTICLE (before), NULL);
  g_return_val_if_fail (DATELINE_IS_ARTICLE (after), NULL);

  self = g_new0 (DatelineAnchors, 1);
  self->before = g_object_ref (before);
  self->after = g_object_ref (after);
  self->old_blocks = dateline_article_get_blocks (before, &self->n_old);
  self->new_blocks = dateline_article_get_blocks (after, &self->n_new);
  self->places = g_new (guint, self->n_old + 1);
  self->gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
  self->budget = BUDGET;
  match_blocks (self);
  find_gaps (self);

  return self;
}

/**
 * dateline_anchors_free:
 * @self: (transfer full): anchors
 *
 * Frees the anchors.
 */
void
dateline_anchors_free (DatelineAnchors *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->before);
  g_object_unref (self->after);
  g_free (self->places);
  g_array_unref (self->gaps);
  g_free (self);
}

/* The block that an offset of the old text is in. */
static guint
find_block (DatelineAnchors *self,
            guint            offset)
{
  guint low = 0;
  guint high = self->n_old;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->old_blocks[middle].end < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return MIN (low, self->n_old - 1);
}

static guint
find_offset (DatelineArticle *article,
             const char      *place)
{
  guint low = 0;
  guint high = dateline_article_get_length (article);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (dateline_article_get_pointer (article, middle) < place)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* How many code points before @place are those at the end of @prefix. */
static guint
match_before (const char *text,
              const char *place,
              const char *prefix)
{
  const char *p = prefix + strlen (prefix);
  guint n = 0;

  while (p > prefix && place > text)
    {
      p = g_utf8_prev_char (p);
      place = g_utf8_prev_char (place);
      if (g_utf8_get_char (p) != g_utf8_get_char (place))
        break;
      n++;
    }

  return n;
}

static guint
match_after (const char *place,
             const char *suffix)
{
  guint n = 0;

  for (; *suffix != '\0' && *place != '\0'; suffix = g_utf8_next_char (suffix), place = g_utf8_next_char (place), n++)
    if (g_utf8_get_char (suffix) != g_utf8_get_char (place))
      break;

  return n;
}

/* Looks for a better place than @best between two offsets: one where the words stand and the surroundings fit more, or
 * as well and nearer. */
static void
search (DatelineAnchors *self,
        guint            from,
        guint            to,
        guint            expected,
        const char      *exact,
        const char      *prefix,
        const char      *suffix,
        Candidate       *best)
{
  const char *text = dateline_article_get_text (self->after);
  const char *start = dateline_article_get_pointer (self->after, from);
  const char *end = dateline_article_get_pointer (self->after, to);
  const char *near = dateline_article_get_pointer (self->after, expected);
  gsize length = strlen (exact);

  for (const char *p = g_strstr_len (start, end - start, exact); p != NULL; p = g_strstr_len (p + 1, end - p - 1, exact))
    {
      guint context = match_before (text, p, prefix) + match_after (p + length, suffix);
      gsize distance = (gsize) (p > near ? p - near : near - p);

      if (best->place == NULL || context > best->context || (context == best->context && distance < best->distance))
        *best = (Candidate) { p, context, distance };
    }
}

/* Looks everywhere. */
static void
search_gaps (DatelineAnchors *self,
             guint            expected,
             const char      *exact,
             const char      *prefix,
             const char      *suffix,
             Candidate       *best)
{
  for (guint i = 0; i < self->gaps->len; i++)
    {
      const Gap *gap = &g_array_index (self->gaps, Gap, i);
      gsize cost = gap->to - gap->from + 1;

      if (cost > self->budget)
        return;
      self->budget -= cost;
      search (self, gap->from, gap->to, expected, exact, prefix, suffix, best);
    }
}

static gboolean
is_convincing (const Candidate *candidate,
               const char      *exact,
               guint            bonus)
{
  guint words;

  if (candidate->place == NULL)
    return FALSE;

  words = MIN ((guint) g_utf8_strlen (exact, -1), MAX_WORDS);

  return candidate->context + words * 2 / 3 + bonus >= NEEDED;
}

/* Where a passage is if all its blocks stayed. */
static gboolean
place_in_blocks (DatelineAnchors *self,
                 guint            first,
                 guint            last,
                 guint           *offset)
{
  for (guint i = first; i <= last; i++)
    if (self->places[i] == NOWHERE || self->places[i] != self->places[first] + (i - first))
      return FALSE;

  *offset = self->new_blocks[self->places[first]].start;

  return TRUE;
}

static gboolean
stands_at (DatelineArticle *article,
           guint            start,
           guint            length,
           const char      *exact)
{
  return start + length <= dateline_article_get_length (article) &&
         g_str_has_prefix (dateline_article_get_pointer (article, start), exact);
}

/* The part of the new text that stands between the same blocks as the old blocks from @first to @last did. */
static void
find_surroundings (DatelineAnchors *self,
                   guint            first,
                   guint            last,
                   guint           *old_start,
                   guint           *from,
                   guint           *to)
{
  guint low = first;
  guint high = last + 1;

  while (low > 0 && self->places[low - 1] == NOWHERE)
    low--;
  while (high < self->n_old && self->places[high] == NOWHERE)
    high++;

  *old_start = self->old_blocks[low].start;
  *from = low > 0 ? self->new_blocks[self->places[low - 1]].end : 0;
  *to = high < self->n_old ? self->new_blocks[self->places[high]].start : dateline_article_get_length (self->after);
  *to = MAX (*from, *to);
}

/* Where a sentence stands that was corrected. */
static DatelinePassage *
place_roughly (DatelineAnchors *self,
               guint            from,
               guint            to,
               const char      *exact,
               const char      *prefix,
               const char      *suffix)
{
  const char *start;
  const char *end;

  if (!dateline_rough_place_find (dateline_article_get_text (self->after),
                                  dateline_article_get_pointer (self->after, from),
                                  dateline_article_get_pointer (self->after, to),
                                  exact, prefix, suffix, &start, &end))
    return NULL;

  return dateline_passage_new (self->after, find_offset (self->after, start), find_offset (self->after, end));
}

/**
 * dateline_anchors_place:
 * @self: anchors
 * @start: where the passage starts in the old text
 * @end: where it ends there
 * @exact: its words
 * @prefix: what comes before
 * @suffix: what comes after
 *
 * Finds a passage in the new text. Of a long one a few words may be others there.
 *
 * Returns: (transfer full) (nullable): a passage of the article with the new text, or %NULL if it has no place there
 */
DatelinePassage *
dateline_anchors_place (DatelineAnchors *self,
                        guint            start,
                        guint            end,
                        const char      *exact,
                        const char      *prefix,
                        const char      *suffix)
{
  Candidate candidate = { NULL, 0, 0 };
  guint length;
  guint first;
  guint last;
  guint old_start;
  guint from;
  guint to;
  guint offset;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (exact != NULL, NULL);
  g_return_val_if_fail (prefix != NULL, NULL);
  g_return_val_if_fail (suffix != NULL, NULL);

  length = (guint) g_utf8_strlen (exact, -1);
  if (length == 0 || self->n_old == 0 || self->n_new == 0)
    return NULL;

  first = find_block (self, start);
  last = MAX (first, find_block (self, MAX (start, end)));
  if (place_in_blocks (self, first, last, &offset) && start >= self->old_blocks[first].start)
    {
      offset += start - self->old_blocks[first].start;
      if (stands_at (self->after, offset, length, exact))
        return dateline_passage_new (self->after, offset, offset + length);
    }

  find_surroundings (self, first, last, &old_start, &from, &to);
  offset = MIN (from + (start - MIN (start, old_start)), to);
  search (self, from, to, offset, exact, prefix, suffix, &candidate);
  if (!is_convincing (&candidate, exact, self->has_stayed ? NEAR_BONUS : NEAR_BONUS_ALONE))
    {
      search_gaps (self, offset, exact, prefix, suffix, &candidate);
      if (!is_convincing (&candidate, exact, 0))
        return place_roughly (self, from, to, exact, prefix, suffix);
    }

  offset = find_offset (self->after, candidate.place);

  return dateline_passage_new (self->after, offset, offset + length);
}
