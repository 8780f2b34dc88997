/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds a sentence in which a few words were corrected: by its ends, or by what stands next to them. */
#include "config.h"

#include "dateline-rough-place.h"

#include <string.h>

/* Code points of a wording that may be other than it was. Of a shorter one every word counts. */
#define MIN_LENGTH 32

/* Code points of an end, or of what stands next to it, and how many places are tried for each. */
#define EDGE       12
#define MAX_PLACES 24

/* Three of four words have to be the same. */
#define ALIKE_OF 4
#define ALIKE    3

static char *
dup_first (const char *text)
{
  return g_utf8_strlen (text, -1) >= EDGE ? g_utf8_substring (text, 0, EDGE) : NULL;
}

static char *
dup_last (const char *text)
{
  glong length = g_utf8_strlen (text, -1);

  return length >= EDGE ? g_utf8_substring (text, length - EDGE, length) : NULL;
}

/* Where @needle stands, or where it ends. */
static void
find_all (GPtrArray  *places,
          const char *from,
          const char *to,
          const char *needle,
          gboolean    at_end)
{
  if (needle == NULL)
    return;

  for (const char *p = g_strstr_len (from, to - from, needle);
       p != NULL && places->len < MAX_PLACES;
       p = g_strstr_len (p + 1, to - p - 1, needle))
    g_ptr_array_add (places, (gpointer) (at_end ? p + strlen (needle) : p));
}

static GHashTable *
count_words (const char *text,
             guint      *n_words)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) words = g_strsplit_set (text, " \n", -1);

  *n_words = 0;
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, words[i]));

        g_hash_table_replace (counts, g_strdup (words[i]), GUINT_TO_POINTER (n + 1));
        (*n_words)++;
      }

  return counts;
}

/* How many words two texts share, or 0 if they are too unlike. */
static guint
count_shared (const char *a,
              const char *b)
{
  guint n_a;
  guint n_b;
  g_autoptr(GHashTable) in_a = count_words (a, &n_a);
  g_autoptr(GHashTable) in_b = count_words (b, &n_b);
  GHashTableIter iter;
  gpointer word;
  gpointer n;
  guint n_shared = 0;

  g_hash_table_iter_init (&iter, in_a);
  while (g_hash_table_iter_next (&iter, &word, &n))
    n_shared += MIN (GPOINTER_TO_UINT (n), GPOINTER_TO_UINT (g_hash_table_lookup (in_b, word)));

  return n_shared * ALIKE_OF >= MAX (n_a, n_b) * ALIKE ? n_shared : 0;
}

/* What stands next to the first and last words that are looked at may be just outside. */
static const char *
go_back (const char *text,
         const char *p)
{
  for (guint i = 0; i < EDGE && p > text; i++)
    p = g_utf8_prev_char (p);

  return p;
}

static const char *
go_on (const char *p)
{
  for (guint i = 0; i < EDGE && *p != '\0'; i++)
    p = g_utf8_next_char (p);

  return p;
}

/**
 * dateline_rough_place_find:
 * @text: the whole text
 * @from: where to look in it
 * @to: where to stop looking
 * @exact: the words as they were
 * @prefix: what came before
 * @suffix: what came after
 * @start: (out): where they start
 * @end: (out): where they end
 *
 * Finds words of which a few are others now.
 *
 * Returns: %TRUE if there is a place
 */
gboolean
dateline_rough_place_find (const char  *text,
                           const char  *from,
                           const char  *to,
                           const char  *exact,
                           const char  *prefix,
                           const char  *suffix,
                           const char **start,
                           const char **end)
{
  g_autoptr(GPtrArray) starts = NULL;
  g_autoptr(GPtrArray) ends = NULL;
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length;
  guint best = 0;

  g_return_val_if_fail (text != NULL && from != NULL && to != NULL, FALSE);
  g_return_val_if_fail (exact != NULL && prefix != NULL && suffix != NULL, FALSE);
  g_return_val_if_fail (start != NULL && end != NULL, FALSE);

  if (g_utf8_strlen (exact, -1) < MIN_LENGTH)
    return FALSE;

  head = dup_first (exact);
  tail = dup_last (exact);
  before = dup_last (prefix);
  after = dup_first (suffix);
  starts = g_ptr_array_new ();
  ends = g_ptr_array_new ();
  find_all (starts, from, to, head, FALSE);
  find_all (starts, go_back (text, from), to, before, TRUE);
  find_all (ends, from, to, tail, TRUE);
  find_all (ends, from, go_on (to), after, FALSE);

  length = strlen (exact);
  for (guint i = 0; i < starts->len; i++)
    for (guint j = 0; j < ends->len; j++)
      {
        const char *first = g_ptr_array_index (starts, i);
        const char *last = g_ptr_array_index (ends, j);
        gsize n = last > first ? (gsize) (last - first) : 0;
        g_autofree char *words = NULL;
        guint n_shared;

        if (n * ALIKE_OF < length * ALIKE || n * ALIKE > length * ALIKE_OF)
          continue;
        words = g_strndup (first, n);
        n_shared = count_shared (exact, words);
        if (n_shared > best)
          {
            best = n_shared;
            *start = first;
            *end = last;
          }
      }

  return best > 0;
}
