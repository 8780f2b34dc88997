/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the text around selected words says of them: who speaks, when it happens, who is named. */
#include "config.h"

#include "dateline-passage-context.h"

#include <string.h>

#include "dateline-date-mention.h"
#include "dateline-text.h"
#include "dateline-wording.h"

/* How far a name stands from the verb that says that it speaks: "said Navalny", "Navalny reportedly said". */
#define NEAR_CUE 3

static const char *const cues[] = {
  "added", "announced", "asked", "called", "claimed", "commented", "condemned", "confirmed", "denied", "explained",
  "insisted", "posted", "promised", "reiterated", "replied", "reported", "responded", "said", "says", "shouted",
  "stated", "told", "tweeted", "urged", "warned", "writes", "wrote"
};

static gboolean
is_quotation_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return c == '"' || c == '\'' || c == 0x201a || c == 0x201e || type == G_UNICODE_INITIAL_PUNCTUATION ||
         type == G_UNICODE_FINAL_PUNCTUATION;
}

/* An apostrophe within a word, or behind one that ends in s, is no quotation mark; one behind a mark at the start is. */
static gboolean
is_around (gunichar c)
{
  return g_unichar_isspace (c) || is_quotation_mark (c);
}

/**
 * dateline_passage_context_trim:
 * @passage: the words that the reader selected
 * @quoted: (out) (nullable): whether quotation marks stand around them, selected or not
 *
 * Leaves spaces and quotation marks at the ends out.
 *
 * Returns: (transfer full) (nullable): the words themselves, or %NULL if there are none
 */
DatelinePassage *
dateline_passage_context_trim (DatelinePassage *passage,
                            gboolean        *quoted)
{
  DatelineArticle *article;
  const char *text;
  const char *from;
  const char *to;
  gboolean opened = FALSE;
  gboolean closed = FALSE;
  guint start;
  guint end;

  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);

  article = dateline_passage_get_article (passage);
  text = dateline_article_get_text (article);
  start = dateline_passage_get_start (passage);
  end = dateline_passage_get_end (passage);
  from = dateline_article_get_pointer (article, start);
  to = dateline_article_get_pointer (article, end);

  for (; from < to && is_around (g_utf8_get_char (from)); from = g_utf8_next_char (from), start++)
    opened |= is_quotation_mark (g_utf8_get_char (from));
  for (; to > from && is_around (g_utf8_get_char (g_utf8_prev_char (to))); to = g_utf8_prev_char (to), end--)
    closed |= is_quotation_mark (g_utf8_get_char (g_utf8_prev_char (to)));
  if (from == to)
    return NULL;

  if (!opened && from > text)
    opened = is_quotation_mark (g_utf8_get_char (g_utf8_prev_char (from)));
  if (!closed)
    closed = is_quotation_mark (g_utf8_get_char (to));
  if (quoted != NULL)
    *quoted = opened && closed;
  if (start == dateline_passage_get_start (passage) && end == dateline_passage_get_end (passage))
    return g_object_ref (passage);

  return dateline_passage_new (article, start, end);
}

/* How many letters lie between two passages of one article; 0 if they touch. */
static guint
get_distance (DatelinePassage *a,
              DatelinePassage *b)
{
  guint start = MAX (dateline_passage_get_start (a), dateline_passage_get_start (b));
  guint end = MIN (dateline_passage_get_end (a), dateline_passage_get_end (b));

  return start > end ? start - end : 0;
}

/* The date that the article spoke of last, as a guess. */
static DatelineDate *
guess_date (GListModel      *dates,
            DatelinePassage *passage)
{
  DatelineDate *last = NULL;
  g_autofree char *edtf = NULL;
  guint at = 0;

  for (guint i = 0; i < g_list_model_get_n_items (dates); i++)
    {
      g_autoptr(DatelineDateMention) mention = g_list_model_get_item (dates, i);
      guint end = dateline_passage_get_end (dateline_date_mention_get_passage (mention));

      if (end > dateline_passage_get_start (passage) || end < at)
        continue;
      at = end;
      last = dateline_date_mention_get_date (mention);
    }
  if (last == NULL || dateline_date_is_interval (last) || dateline_date_get_precision (last) > DATELINE_PRECISION_DAY ||
      dateline_date_is_uncertain (last) || dateline_date_is_approximate (last))
    return NULL;

  edtf = g_strconcat (dateline_date_get_edtf (last), "?", NULL);

  return dateline_date_new (edtf, NULL);
}

/**
 * dateline_passage_context_dup_date:
 * @passage: some words
 *
 * When that happens which the words tell: at the date of the same sentence that is nearest to them, else when the article
 * was published; failing both, a guess that says that it is one.
 *
 * Returns: (transfer full): a date
 */
DatelineDate *
dateline_passage_context_dup_date (DatelinePassage *passage)
{
  g_autoptr(DatelinePassage) sentence = NULL;
  g_autoptr(DatelineQuantity) read = NULL;
  g_autoptr(GDateTime) now = NULL;
  g_autofree char *year = NULL;
  DatelineArticle *article;
  DatelineDate *published;
  DatelineDate *nearest = NULL;
  DatelineDate *guess;
  GListModel *dates;
  guint least = G_MAXUINT;

  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);

  article = dateline_passage_get_article (passage);
  published = dateline_article_get_published (article);
  dates = dateline_article_get_dates (article);
  sentence = dateline_passage_dup_sentence (passage);
  for (guint i = 0; i < g_list_model_get_n_items (dates); i++)
    {
      g_autoptr(DatelineDateMention) mention = g_list_model_get_item (dates, i);
      DatelinePassage *at = dateline_date_mention_get_passage (mention);

      if (!dateline_passage_contains (sentence, at) || get_distance (at, passage) >= least)
        continue;
      least = get_distance (at, passage);
      nearest = dateline_date_mention_get_date (mention);
    }
  if (nearest != NULL)
    return dateline_date_ref (nearest);

  /* In an article whose dates nobody marked they are still to be read. */
  if (g_list_model_get_n_items (dates) == 0)
    read = dateline_wording_read_as (dateline_passage_get_exact (sentence), DATELINE_VALUE_KIND_DATE, published, NULL);
  if (read != NULL)
    return dateline_date_new (dateline_quantity_get_value (read), NULL);
  if (published != NULL)
    return dateline_date_ref (published);
  if (dateline_article_get_accessed (article) != NULL)
    return dateline_date_ref (dateline_article_get_accessed (article));

  /* An event has a date; what is only a guess says that it is not to be relied on. */
  guess = guess_date (dates, passage);
  if (guess != NULL)
    return guess;
  now = g_date_time_new_now_local ();
  year = g_strdup_printf ("%04d?", g_date_time_get_year (now));

  return dateline_date_new (year, NULL);
}

/* The naming words around a passage, those within longer ones left out: "Putin" of "Putin's security services". */
static GPtrArray *
find_mentions (DatelineIndex   *index,
               DatelinePassage *sentence,
               DatelinePassage *passage)
{
  GListModel *occurrences = dateline_index_get_occurrences (index, dateline_passage_get_article (passage));
  GPtrArray *mentions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (occurrences); i++)
    {
      g_autoptr(DatelineOccurrence) occurrence = g_list_model_get_item (occurrences, i);
      DatelinePassage *at = dateline_occurrence_get_passage (occurrence);
      DatelineOccurrence *last = mentions->len > 0 ? g_ptr_array_index (mentions, mentions->len - 1) : NULL;

      /* In the order of the text the longer of two comes first. */
      if (DATELINE_IS_PERSON (dateline_occurrence_get_item (occurrence)) && dateline_passage_contains (sentence, at) &&
          (dateline_passage_get_end (at) <= dateline_passage_get_start (passage) ||
           dateline_passage_get_start (at) >= dateline_passage_get_end (passage)) &&
          (last == NULL || !dateline_passage_contains (dateline_occurrence_get_passage (last), at)))
        g_ptr_array_add (mentions, g_steal_pointer (&occurrence));
    }

  return mentions;
}

/* The verb of speaking that is nearest to the passage, in the same sentence and outside of the passage. */
static gboolean
find_cue (DatelinePassage *sentence,
          DatelinePassage *passage,
          guint           *start,
          guint           *end)
{
  const char *text = dateline_passage_get_exact (sentence);
  guint offset = dateline_passage_get_start (sentence);
  guint least = G_MAXUINT;

  for (const char *p = text; *p != '\0';)
    {
      const char *word = p;
      guint from = offset;
      gsize length;

      for (; g_unichar_isalpha (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        offset++;
      length = p - word;
      for (guint i = 0; length > 0 && i < G_N_ELEMENTS (cues); i++)
        {
          guint distance;

          if (strlen (cues[i]) != length || strncmp (cues[i], word, length) != 0 ||
              (from < dateline_passage_get_end (passage) && offset > dateline_passage_get_start (passage)))
            continue;
          distance = from >= dateline_passage_get_end (passage) ? from - dateline_passage_get_end (passage)
                                                                : dateline_passage_get_start (passage) - offset;
          if (distance < least)
            {
              least = distance;
              *start = from;
              *end = offset;
            }
        }
      if (*p != '\0')
        {
          p = g_utf8_next_char (p);
          offset++;
        }
    }

  return least != G_MAXUINT;
}

/* Whether two names stand side by side, so that either might be meant: "Navalny and his wife said". */
static gboolean
are_joined (DatelinePassage *first,
            DatelinePassage *second)
{
  return dateline_passage_get_start (second) - MIN (dateline_passage_get_end (first), dateline_passage_get_start (second)) <= 5;
}

/**
 * dateline_passage_context_find_speaker:
 * @index: the index of the story
 * @passage: some words
 * @cue: (out): the verb that says that somebody speaks, as printed; "" if there is none
 *
 * Who says the words, if the sentence around them leaves no doubt.
 *
 * Returns: (transfer none) (nullable): the person, or %NULL
 */
DatelinePerson *
dateline_passage_context_find_speaker (DatelineIndex    *index,
                                    DatelinePassage  *passage,
                                    char            **cue)
{
  g_autoptr(DatelinePassage) sentence = NULL;
  g_autoptr(DatelinePassage) verb = NULL;
  g_autoptr(GPtrArray) mentions = NULL;
  DatelineOccurrence *found = NULL;
  guint start = 0;
  guint end = 0;

  g_return_val_if_fail (DATELINE_IS_INDEX (index), NULL);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);
  g_return_val_if_fail (cue != NULL, NULL);

  sentence = dateline_passage_dup_sentence (passage);
  mentions = find_mentions (index, sentence, passage);
  if (!find_cue (sentence, passage, &start, &end))
    {
      *cue = g_strdup ("");
      for (guint i = 0; i < mentions->len; i++)
        {
          DatelineOccurrence *mention = g_ptr_array_index (mentions, i);

          if (found != NULL && dateline_occurrence_get_item (found) != dateline_occurrence_get_item (mention))
            return NULL;
          found = mention;
        }

      return found != NULL ? DATELINE_PERSON (dateline_occurrence_get_item (found)) : NULL;
    }

  verb = dateline_passage_new (dateline_passage_get_article (passage), start, end);
  *cue = g_strdup (dateline_passage_get_exact (verb));
  for (guint i = 0; i < mentions->len; i++)
    {
      DatelineOccurrence *mention = g_ptr_array_index (mentions, i);
      DatelinePassage *at = dateline_occurrence_get_passage (mention);

      /* "said Navalny" is nearer than any name before the verb. */
      if (dateline_passage_get_start (at) >= end && dateline_passage_get_start (at) - end <= NEAR_CUE)
        return DATELINE_PERSON (dateline_occurrence_get_item (mention));
      if (dateline_passage_get_end (at) > start)
        break;
      if (found != NULL && are_joined (dateline_occurrence_get_passage (found), at) &&
          dateline_occurrence_get_item (found) != dateline_occurrence_get_item (mention) &&
          (i + 1 == mentions->len ||
           dateline_passage_get_end (dateline_occurrence_get_passage (g_ptr_array_index (mentions, i + 1))) > start))
        return NULL;
      found = mention;
    }

  return found != NULL ? DATELINE_PERSON (dateline_occurrence_get_item (found)) : NULL;
}

/**
 * dateline_passage_context_dup_name:
 * @words: naming words
 *
 * What is written of a person: in one line, and without the ending that says that something is theirs.
 *
 * Returns: (transfer full): the name
 */
char *
dateline_passage_context_dup_name (const char *words)
{
  g_autofree char *name = NULL;
  GString *text;

  g_return_val_if_fail (words != NULL, NULL);

  name = g_strstrip (g_strdup (words));
  if (g_str_has_suffix (name, "'s"))
    name[strlen (name) - 2] = '\0';
  else if (g_str_has_suffix (name, "’s"))
    name[strlen (name) - strlen ("’s")] = '\0';

  text = g_string_new (NULL);
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (text, c);
      else if (text->len > 0 && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
    }

  return g_string_free (text, FALSE);
}

/**
 * dateline_passage_context_find_person:
 * @story: a story
 * @name: a name as an article spells it
 *
 * Who is called so, by name or by alias.
 *
 * Returns: (transfer none) (nullable): the person, or %NULL
 */
DatelinePerson *
dateline_passage_context_find_person (DatelineStory *story,
                                   const char    *name)
{
  g_autofree char *plain = NULL;
  g_autofree char *folded = NULL;
  DatelinePerson *by_alias = NULL;
  GListModel *people;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  plain = dateline_passage_context_dup_name (name);
  folded = dateline_text_fold (plain);
  people = dateline_story_get_people (story);
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(DatelinePerson) person = g_list_model_get_item (people, i);
      const char * const *aliases = dateline_person_get_aliases (person);
      g_autofree char *other = dateline_text_fold (dateline_person_get_name (person));

      if (strcmp (folded, other) == 0)
        return person;
      for (guint j = 0; by_alias == NULL && aliases != NULL && aliases[j] != NULL; j++)
        {
          g_autofree char *alias = dateline_text_fold (aliases[j]);

          if (strcmp (folded, alias) == 0)
            by_alias = person;
        }
    }

  return by_alias;
}

/* The block that a passage starts in. */
static const DatelineBlock *
get_block (DatelinePassage *passage)
{
  guint n;
  const DatelineBlock *blocks = dateline_article_get_blocks (dateline_passage_get_article (passage), &n);

  for (guint i = 0; i < n; i++)
    if (dateline_passage_get_start (passage) < blocks[i].end)
      return &blocks[i];

  return NULL;
}

/**
 * dateline_passage_context_find_byline:
 * @passage: words of a post that is embedded in an article
 *
 * Where the line under the post starts, "— Name (@handle), 3 February 2021".
 *
 * Returns: an offset in the text of the article, or %G_MAXUINT if there is none
 */
guint
dateline_passage_context_find_byline (DatelinePassage *passage)
{
  const DatelineBlock *block;
  DatelineArticle *article;
  const char *from;
  const char *to;

  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), G_MAXUINT);

  block = get_block (passage);
  article = dateline_passage_get_article (passage);
  if (block == NULL || block->kind != DATELINE_BLOCK_POST)
    return G_MAXUINT;

  from = dateline_article_get_pointer (article, block->start);
  to = dateline_article_get_pointer (article, block->end);
  for (const char *p = to; p > from; p = g_utf8_prev_char (p))
    if (g_str_has_prefix (p, " — ") && p < to)
      return block->start + (guint) g_utf8_pointer_to_offset (from, p);

  return G_MAXUINT;
}

/**
 * dateline_passage_context_read_byline:
 * @passage: words of a post that is embedded in an article
 * @name: (out): who wrote it
 * @handle: (out): their account, without the @, or ""
 * @date: (out) (nullable): when
 *
 * Reads the line that stands under a post.
 *
 * Returns: %FALSE if there is none
 */
gboolean
dateline_passage_context_read_byline (DatelinePassage  *passage,
                                   char            **name,
                                   char            **handle,
                                   DatelineDate    **date)
{
  g_autoptr(DatelineQuantity) read = NULL;
  g_autofree char *line = NULL;
  DatelineArticle *article;
  const char *from;
  const char *rest;
  char *end;
  char *at;
  guint start;

  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), FALSE);
  g_return_val_if_fail (name != NULL && handle != NULL && date != NULL, FALSE);

  start = dateline_passage_context_find_byline (passage);
  if (start == G_MAXUINT)
    return FALSE;

  article = dateline_passage_get_article (passage);
  from = dateline_article_get_pointer (article, start + strlen (" - "));
  line = g_strndup (from, dateline_article_get_pointer (article, get_block (passage)->end) - from);
  rest = line;
  at = strstr (line, "(@");
  end = at != NULL ? strchr (at, ')') : NULL;
  if (end != NULL)
    {
      *handle = g_strndup (at + 2, end - at - 2);
      *name = g_strstrip (g_strndup (line, at - line));
      rest = end + 1;
    }
  else
    {
      const char *comma = strchr (line, ',');

      *handle = g_strdup ("");
      *name = g_strstrip (comma != NULL ? g_strndup (line, comma - line) : g_strdup (line));
      if (comma != NULL)
        rest = comma;
    }

  read = dateline_wording_read_as (rest, DATELINE_VALUE_KIND_DATE, dateline_article_get_published (article), NULL);
  *date = read != NULL ? dateline_date_new (dateline_quantity_get_value (read), NULL) : NULL;

  return **name != '\0';
}
