/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the layers above need to know of plain text: where a sentence ends, and what counts as the same letters. */
#include "config.h"

#include "dateline-text.h"

#include <string.h>

static gboolean
is_terminator (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 /* … */ || c == 0x3002 /* 。 */;
}

static gboolean
is_closing (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return c == '"' || c == '\'' || type == G_UNICODE_FINAL_PUNCTUATION || type == G_UNICODE_CLOSE_PUNCTUATION;
}

/* "Mrs. McDougal", "J. Smith", "Sept. 3": a full stop after one of these ends no sentence. */
static gboolean
is_abbreviation (const char *text,
                 const char *stop)
{
  static const char *const known[] = {
    "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "No", "vs", "Jan", "Feb", "Mar",
    "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"
  };
  const char *word = stop;

  while (word > text && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (word))))
    word = g_utf8_prev_char (word);

  if (word < stop && g_utf8_next_char (word) == stop && g_unichar_isupper (g_utf8_get_char (word)))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strlen (known[i]) == (gsize) (stop - word) && strncmp (known[i], word, stop - word) == 0)
      return TRUE;

  return FALSE;
}

/* Whether a sentence ends right before @p, where @p is the first character after white space. */
static gboolean
sentence_starts_at (const char *text,
                    const char *p)
{
  const char *q = p;
  gunichar next;

  while (q > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (q))))
    q = g_utf8_prev_char (q);
  if (q == p || q == text)
    return FALSE;
  while (q > text && is_closing (g_utf8_get_char (g_utf8_prev_char (q))))
    q = g_utf8_prev_char (q);
  if (q == text || !is_terminator (g_utf8_get_char (g_utf8_prev_char (q))))
    return FALSE;

  next = g_utf8_get_char (p);
  if (g_unichar_islower (next) || next == 0x2014 /* — */)
    return FALSE;

  q = g_utf8_prev_char (q);

  return *q != '.' || !is_abbreviation (text, q);
}

/**
 * dateline_text_span_sentence:
 * @text: UTF-8 text, one block a line
 * @from: (inout): where a span starts within @text
 * @to: (inout): where it ends, exclusive
 *
 * Widens a span to the sentence or sentences that it touches. A sentence never crosses a line break.
 */
void
dateline_text_span_sentence (const char  *text,
                             const char **from,
                             const char **to)
{
  const char *start;
  const char *end;

  g_return_if_fail (text != NULL);
  g_return_if_fail (from != NULL && *from != NULL && *from >= text);
  g_return_if_fail (to != NULL && *to != NULL && *to >= *from);

  start = *from;
  while (start > text)
    {
      const char *previous = g_utf8_prev_char (start);

      if (*previous == '\n')
        break;
      if (!g_unichar_isspace (g_utf8_get_char (start)) && sentence_starts_at (text, start))
        break;
      start = previous;
    }

  end = *to;
  while (*end != '\0' && *end != '\n')
    {
      if (end > start && !g_unichar_isspace (g_utf8_get_char (end)) && sentence_starts_at (text, end))
        break;
      end = g_utf8_next_char (end);
    }

  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  *from = start;
  *to = end;
}

/**
 * dateline_text_find_sentence:
 * @text: UTF-8 text, one block a line
 * @start: where a span starts, in code points
 * @end: where it ends, in code points, exclusive
 * @sentence_start: (out): where the sentence starts, in code points
 * @sentence_end: (out): where the sentence ends, in code points, exclusive
 *
 * Finds the sentence or sentences that a span touches, counting from the start of the text; for a text that may be long
 * dateline_passage_dup_sentence() is faster.
 */
void
dateline_text_find_sentence (const char *text,
                             guint       start,
                             guint       end,
                             guint      *sentence_start,
                             guint      *sentence_end)
{
  const char *from;
  const char *to;

  g_return_if_fail (text != NULL);
  g_return_if_fail (start <= end);
  g_return_if_fail (sentence_start != NULL && sentence_end != NULL);

  from = g_utf8_offset_to_pointer (text, start);
  to = g_utf8_offset_to_pointer (from, end - start);
  dateline_text_span_sentence (text, &from, &to);

  *sentence_start = (guint) g_utf8_pointer_to_offset (text, from);
  *sentence_end = *sentence_start + (guint) g_utf8_pointer_to_offset (from, to);
}

/**
 * dateline_text_fold:
 * @text: UTF-8 text
 *
 * Folds case, accents and typographic variants away, so that "Café" and "CAFE" are the same letters.
 *
 * Returns: (transfer full): the folded text
 */
char *
dateline_text_fold (const char *text)
{
  g_autofree char *cased = NULL;
  g_autofree char *split = NULL;
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  cased = g_utf8_casefold (text, -1);
  split = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  folded = g_string_sized_new (strlen (split));

  for (const char *p = split; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      if (c == 0x2018 || c == 0x2019)
        c = '\'';
      else if (c == 0x201c || c == 0x201d)
        c = '"';

      g_string_append_unichar (folded, c);
    }

  return g_string_free (folded, FALSE);
}

/**
 * dateline_text_matches:
 * @haystack: UTF-8 text
 * @needle: what the reader typed
 *
 * Whether every word of @needle stands somewhere in @haystack, whatever the case and the accents.
 *
 * Returns: %TRUE if all words are found, also when there are none
 */
gboolean
dateline_text_matches (const char *haystack,
                       const char *needle)
{
  g_autofree char *folded = NULL;
  g_autofree char *wanted = NULL;
  g_auto(GStrv) words = NULL;

  g_return_val_if_fail (haystack != NULL, FALSE);
  g_return_val_if_fail (needle != NULL, FALSE);

  folded = dateline_text_fold (haystack);
  wanted = dateline_text_fold (needle);
  words = g_strsplit_set (wanted, " \t\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * dateline_text_abridge:
 * @text: UTF-8 text
 * @max: how many code points to keep at most, at least 1
 *
 * Shortens a text that a sentence quotes. Unlike a precision in a format string this never cuts a letter in two.
 *
 * Returns: (transfer full): @text, or its start and an ellipsis
 */
char *
dateline_text_abridge (const char *text,
                       guint       max)
{
  const char *end = text;
  guint n = 0;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (max > 0, NULL);

  /* The ellipsis takes the place of the last one kept. */
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (++n == max)
        end = p;
      else if (n > max)
        return g_strdup_printf ("%.*s…", (int) (end - text), text);
    }

  return g_strdup (text);
}
