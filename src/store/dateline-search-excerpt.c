/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in a text stands what a query found, and the piece of the text to show for it. */
#include "config.h"

#include "dateline-search-excerpt.h"

#include <math.h>
#include <string.h>

#include "dateline-text.h"
#include "dateline-tokenizer.h"

#define MAX_WORDS     20000 /* of a text that are looked at */
#define MAX_SENTENCES 10    /* that are compared */

/* A word of a text. */
typedef struct
{
  DatelineSpelling spelling;
  guint            start;
  guint            end;
} Word;

static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  DatelineTokens tokens;

  dateline_tokens_init (&tokens, text, -1);
  while (words->len < MAX_WORDS && dateline_tokens_next (&tokens))
    {
      Word word = { tokens.spelling, (guint) tokens.start, (guint) tokens.end };

      g_array_append_val (words, word);
    }

  return words;
}

static gboolean
is_word (const DatelineSpelling *wanted,
         const DatelineSpelling *word,
         gboolean                is_prefix)
{
  char other[DATELINE_SPELLING_MAX + 8];

  if (strcmp (wanted->main, word->main) == 0 || strcmp (wanted->main, word->second) == 0 ||
      (wanted->second[0] != '\0' && (strcmp (wanted->second, word->main) == 0 || strcmp (wanted->second, word->second) == 0)))
    return TRUE;

  return is_prefix &&
         (g_str_has_prefix (word->main, wanted->main) || g_str_has_prefix (word->second, wanted->main) ||
          (wanted->second[0] != '\0' && g_str_has_prefix (word->main, wanted->second)) ||
          (dateline_spelling_continues_as (wanted, other) && g_str_has_prefix (word->main, other)));
}

/* Whether a phrase stands at @first. */
static gboolean
is_phrase (const DatelineSearchPhrase *phrase,
           GArray                     *words,
           guint                       first)
{
  if (phrase->words->len > words->len - first)
    return FALSE;

  for (guint i = 0; i < phrase->words->len; i++)
    if (!is_word (&g_array_index (phrase->words, DatelineSpelling, i), &g_array_index (words, Word, first + i).spelling,
                  phrase->is_prefix && i + 1 == phrase->words->len))
      return FALSE;

  return TRUE;
}

static gboolean
find_phrases (GPtrArray *phrases,
              GArray    *words,
              GArray    *ranges,
              gboolean   needs_all)
{
  guint n_found = 0;

  for (guint k = 0; k < phrases->len; k++)
    {
      const DatelineSearchPhrase *phrase = g_ptr_array_index (phrases, k);
      gboolean is_found = FALSE;

      for (guint i = 0; i < words->len; i++)
        if (is_phrase (phrase, words, i))
          {
            DatelineSearchRange range = { g_array_index (words, Word, i).start,
                                          g_array_index (words, Word, i + phrase->words->len - 1).end };

            g_array_append_val (ranges, range);
            is_found = TRUE;
          }
      n_found += is_found;
    }

  return needs_all ? n_found == phrases->len : n_found > 0;
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const DatelineSearchRange *one = a;
  const DatelineSearchRange *other = b;

  return one->start != other->start ? (one->start > other->start) - (one->start < other->start)
                                    : (one->end < other->end) - (one->end > other->end);
}

/* Sorts and joins what overlaps. */
static void
tidy (GArray *ranges)
{
  guint n = 0;

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      DatelineSearchRange range = g_array_index (ranges, DatelineSearchRange, i);
      DatelineSearchRange *last = n > 0 ? &g_array_index (ranges, DatelineSearchRange, n - 1) : NULL;

      if (last != NULL && range.start < last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_index (ranges, DatelineSearchRange, n++) = range;
    }
  g_array_set_size (ranges, n);
}

static guint
find_units (DatelineSearchQuery *query,
            GArray              *words,
            GArray              *ranges)
{
  guint n = 0;

  for (guint i = 0; i < query->units->len; i++)
    {
      const DatelineSearchUnit *unit = g_ptr_array_index (query->units, i);
      gboolean is_found = find_phrases (unit->phrases, words, ranges, TRUE);

      is_found = find_phrases (unit->names, words, ranges, FALSE) || is_found;
      n += is_found;
    }

  return n;
}

/**
 * dateline_search_excerpt_find: (skip)
 * @query: a query that was resolved
 * @text: a text
 * @n_units: (out) (optional): how many of the things that are wanted stand in it
 *
 * Finds what stands in a text of what a query wants.
 *
 * Returns: (transfer full) (element-type DatelineSearchRange): the places, in order, none overlapping another
 */
GArray *
dateline_search_excerpt_find (DatelineSearchQuery *query,
                              const char          *text,
                              guint               *n_units)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (DatelineSearchRange));
  g_autoptr(GArray) words = NULL;
  guint n;

  g_return_val_if_fail (query != NULL, ranges);
  g_return_val_if_fail (text != NULL, ranges);

  words = split (text);
  n = find_units (query, words, ranges);
  tidy (ranges);
  if (n_units != NULL)
    *n_units = n;

  return ranges;
}

/**
 * dateline_search_excerpt_rate: (skip)
 * @query: a query that was resolved
 * @text: a text
 * @n_units: (out) (optional): how many of the things that are wanted stand in it
 *
 * Says how much a text is about what a query wants: as BM25 does (often is better, but ever less so, and short is better),
 * but without the rarity of words: that needs all places of each word, which are too many, and as all words are needed, it
 * would change little.
 *
 * Returns: 0 if nothing was found, otherwise more; whole words count more than beginnings
 */
double
dateline_search_excerpt_rate (DatelineSearchQuery *query,
                              const char          *text,
                              guint               *n_units)
{
  g_autoptr(GArray) words = NULL;
  double rating = 0;

  g_return_val_if_fail (query != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);

  words = split (text);
  for (guint i = 0; i < query->wanted->len; i++)
    {
      DatelineSearchPhrase phrase = *(const DatelineSearchPhrase *) g_ptr_array_index (query->wanted, i);
      gboolean may_go_on = phrase.is_prefix;
      double n = 0;

      for (guint k = 0; k < words->len; k++)
        {
          phrase.is_prefix = FALSE;
          if (is_phrase (&phrase, words, k))
            {
              n += 1;
              continue;
            }
          phrase.is_prefix = TRUE;
          if (may_go_on && is_phrase (&phrase, words, k))
            n += 0.5;
        }
      rating += n / (n + 1.2 * (0.25 + 0.75 * words->len / 25.0));
    }
  if (n_units != NULL)
    {
      g_autoptr(GArray) ranges = g_array_new (FALSE, FALSE, sizeof (DatelineSearchRange));

      *n_units = find_units (query, words, ranges);
    }

  return rating;
}

/* Goes from @at to the next or the previous space that is at most @max characters away, or that far. */
static const char *
go_to_space (const char *text,
             const char *at,
             int         max,
             gboolean    forward)
{
  const char *p = at;
  const char *space = NULL;

  for (int i = 0; i < max; i++)
    {
      if (forward ? *p == '\0' : p == text)
        return p;
      if (!forward)
        p = g_utf8_prev_char (p);
      if (g_unichar_isspace (g_utf8_get_char (p)))
        space = forward ? p : g_utf8_next_char (p);
      if (forward)
        p = g_utf8_next_char (p);
    }

  return space != NULL && space != at ? space : p;
}

/* The place to show: the first one in the sentence in which most of what is wanted stands. */
static const char *
choose_place (DatelineSearchQuery *query,
              const char          *text,
              GArray              *ranges)
{
  const char *best = ranges->len > 0 ? text + g_array_index (ranges, DatelineSearchRange, 0).start : text;
  const char *end = text;
  guint most = 0;

  for (guint i = 0, n = 0; query->units->len > 1 && i < ranges->len && n < MAX_SENTENCES; i++)
    {
      const char *place = text + g_array_index (ranges, DatelineSearchRange, i).start;
      const char *from = place;
      const char *to = g_utf8_next_char (place);
      g_autofree char *sentence = NULL;
      guint n_units;

      if (place < end)
        continue;
      n++;
      dateline_text_span_sentence (text, &from, &to);
      end = to;
      sentence = g_strndup (from, (gsize) (to - from));
      g_array_unref (dateline_search_excerpt_find (query, sentence, &n_units));
      if (n_units > most)
        {
          most = n_units;
          best = place;
        }
    }

  return best;
}

/**
 * dateline_search_excerpt_new: (skip)
 * @query: a query that was resolved
 * @text: valid UTF-8
 * @hint: (nullable): what to show if nothing is found
 * @max: how many characters to show at most, more or less
 *
 * Chooses what to show of a text: the sentence that holds most of what is wanted, or as much of it as there is room for, with
 * an ellipsis where something is left out. If nothing was found, and there is no hint, the beginning.
 *
 * Returns: (transfer full): a new excerpt
 */
DatelineSearchExcerpt *
dateline_search_excerpt_new (DatelineSearchQuery       *query,
                             const char                *text,
                             const DatelineSearchRange *hint,
                             guint                      max)
{
  DatelineSearchExcerpt *self;
  g_autoptr(GArray) ranges = NULL;
  g_autoptr(GString) shown = g_string_new (NULL);
  const char *from;
  const char *to;
  const char *first;
  const char *cut_from;
  const char *cut_to;

  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (DatelineSearchExcerpt, 1);
  self->ranges = g_array_new (FALSE, FALSE, sizeof (DatelineSearchRange));
  ranges = dateline_search_excerpt_find (query, text, NULL);
  if (ranges->len == 0 && hint != NULL)
    g_array_append_val (ranges, *hint);

  first = choose_place (query, text, ranges);
  from = first;
  to = *first != '\0' ? g_utf8_next_char (first) : first;
  if (*first != '\0')
    dateline_text_span_sentence (text, &from, &to);
  self->start_offset = (guint) g_utf8_pointer_to_offset (text, from);
  self->end_offset = self->start_offset + (guint) g_utf8_pointer_to_offset (from, to);

  cut_from = from;
  cut_to = to;
  if (g_utf8_pointer_to_offset (from, to) > (glong) max)
    {
      if (g_utf8_pointer_to_offset (from, first) > (glong) max / 3)
        cut_from = go_to_space (from, first, (int) max / 3, FALSE);
      cut_to = go_to_space (text, cut_from, (int) max, TRUE);
      cut_to = MIN (cut_to, to);
    }

  if (cut_from > from)
    g_string_append (shown, "…");
  for (guint i = 0; i < ranges->len; i++)
    {
      DatelineSearchRange range = g_array_index (ranges, DatelineSearchRange, i);

      if (text + range.start < cut_from || text + range.end > cut_to)
        continue;
      range.start = (guint) (range.start - (cut_from - text) + shown->len);
      range.end = (guint) (range.end - (cut_from - text) + shown->len);
      g_array_append_val (self->ranges, range);
    }
  g_string_append_len (shown, cut_from, cut_to - cut_from);
  if (cut_to < to)
    g_string_append (shown, "…");
  for (char *p = shown->str; *p != '\0'; p++)
    if (*p == '\n' || *p == '\r' || *p == '\t')
      *p = ' ';
  self->text = g_string_free (g_steal_pointer (&shown), FALSE);

  return self;
}

/**
 * dateline_search_excerpt_free: (skip)
 * @self: (transfer full): an excerpt
 *
 * Frees an excerpt.
 */
void
dateline_search_excerpt_free (DatelineSearchExcerpt *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_array_unref (self->ranges);
  g_free (self);
}
