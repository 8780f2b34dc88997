/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented news prose: the same seed always gives the same words. Words are drawn so that few are common and most are
 * rare, as in any language (Zipf's law), because an index behaves by that. */
#include "config.h"

#include "invented-text.h"

#include <math.h>

#define N_WORDS 20000

struct _InventedText
{
  GRand     *rand;
  GPtrArray *words;
};

static const char *const common[] = {
  "the", "of", "and", "to", "in", "a", "that", "was", "for", "on", "with", "said", "court", "police", "people", "by",
  "at", "from", "his", "her", "they", "were", "had", "has", "after", "before", "judge", "protest", "city", "street",
  "lawyer", "wife", "hearing", "sentence", "prison", "crowd", "square", "heart", "glass", "gesture", "photograph",
  "post", "message", "red", "dress", "support", "arrest", "detained", "evening", "morning", "years", "months",
  "appeal", "verdict", "suspended", "network", "hundreds", "thousands", "officers", "reporters", "witness", "family",
  "government", "minister", "president", "opposition", "campaign", "country", "capital", "river", "bridge", "station",
  "hospital", "doctor", "poisoned", "returned", "airport", "flight", "statement", "question", "answer", "letter",
  "суд", "люди", "город", "сердце", "улица", "приговор", "полиция", "жена", "митинг", "площадь"
};

static const char *const onsets[] = { "b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "pr",
                                      "r", "s", "st", "str", "t", "tr", "v", "w", "z" };
static const char *const vowels[] = { "a", "e", "i", "o", "u", "ai", "ea", "io", "ou" };
static const char *const codas[] = { "", "", "l", "n", "nd", "r", "rt", "s", "st", "t", "m", "ck" };

static const char *const first_names[] = { "Alexei", "Yulia", "Olga", "Ivan", "Maria", "Pavel", "Anna", "Dmitry",
                                           "Vera", "Sergei", "Nina", "Boris", "Daria", "Лев", "Ирина", "Élodie",
                                           "Jürgen", "María" };
static const char *const last_stems[] = { "Gor", "Vol", "Sok", "Bel", "Kuz", "Mor", "Lar", "Ner", "Tar", "Zim", "Orl",
                                          "Pol", "Rud", "Sav", "Tik", "Ush" };
static const char *const last_middles[] = { "an", "ent", "ik", "ol", "in", "ar", "ush", "ev", "om", "il" };
static const char *const last_ends[] = { "ov", "in", "sky", "enko", "ev", "uk", "ian", "ich" };

static char *
make_word (GRand *rand)
{
  GString *word = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (rand, 1, 4);

  for (guint i = 0; i <= n; i++)
    {
      g_string_append (word, onsets[g_rand_int_range (rand, 0, G_N_ELEMENTS (onsets))]);
      g_string_append (word, vowels[g_rand_int_range (rand, 0, G_N_ELEMENTS (vowels))]);
    }
  g_string_append (word, codas[g_rand_int_range (rand, 0, G_N_ELEMENTS (codas))]);

  return g_string_free (word, FALSE);
}

/* Starts the words, and whatever is picked afterwards, from @seed. */
InventedText *
invented_text_new (guint32 seed)
{
  InventedText *self = g_new0 (InventedText, 1);

  self->rand = g_rand_new_with_seed (seed);
  self->words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    g_ptr_array_add (self->words, g_strdup (common[i]));
  while (self->words->len < N_WORDS)
    g_ptr_array_add (self->words, make_word (self->rand));

  return self;
}

void
invented_text_free (InventedText *self)
{
  g_rand_free (self->rand);
  g_ptr_array_unref (self->words);
  g_free (self);
}

double
invented_text_pick_double (InventedText *self)
{
  return g_rand_double (self->rand);
}

/* One of @n, each as likely as another. */
guint
invented_text_pick (InventedText *self,
                    guint         n)
{
  return n > 1 ? (guint) g_rand_int_range (self->rand, 0, (gint32) n) : 0;
}

/* One of @n, the first ones far more often: the inverse of the cumulated 1/x. */
guint
invented_text_pick_skewed (InventedText *self,
                           guint         n)
{
  double x = exp (g_rand_double (self->rand) * log ((double) n + 1.0)) - 1.0;

  return MIN ((guint) x, n > 0 ? n - 1 : 0);
}

/* Appends @n words with single spaces between them. */
void
invented_text_add_words (InventedText *self,
                         GString      *text,
                         guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, g_ptr_array_index (self->words, invented_text_pick_skewed (self, self->words->len)));
    }
}

/* Appends a sentence that begins with @subject. */
void
invented_text_add_sentence (InventedText *self,
                            GString      *text,
                            const char   *subject)
{
  guint n = 6 + invented_text_pick (self, 16);

  g_string_append_printf (text, "%s said ", subject);
  invented_text_add_words (self, text, n / 2);
  if (n > 14)
    g_string_append_c (text, ',');
  g_string_append_c (text, ' ');
  invented_text_add_words (self, text, n - n / 2);
  g_string_append_c (text, '.');
}

/* The name of the person of that @number: another for each number. */
char *
invented_text_dup_name (guint number)
{
  guint first = number % G_N_ELEMENTS (first_names);
  guint rest = number / G_N_ELEMENTS (first_names);
  guint stem = rest % G_N_ELEMENTS (last_stems);
  guint middle = rest / G_N_ELEMENTS (last_stems) % G_N_ELEMENTS (last_middles);
  guint end = rest / (G_N_ELEMENTS (last_stems) * G_N_ELEMENTS (last_middles)) % G_N_ELEMENTS (last_ends);
  guint more = rest / (G_N_ELEMENTS (last_stems) * G_N_ELEMENTS (last_middles) * G_N_ELEMENTS (last_ends));

  if (more == 0)
    return g_strdup_printf ("%s %s%s%s", first_names[first], last_stems[stem], last_middles[middle], last_ends[end]);

  return g_strdup_printf ("%s %s%s%s the %uth", first_names[first], last_stems[stem], last_middles[middle],
                          last_ends[end], more + 1);
}

/* A date as EDTF: most fall into the same few weeks, some years before, a few are vague. */
char *
invented_text_dup_date (InventedText *self)
{
  g_autoptr(GDateTime) start = g_date_time_new_utc (2021, 1, 17, 0, 0, 0);
  g_autoptr(GDateTime) time = NULL;
  double x = g_rand_double (self->rand);

  if (x < 0.02)
    return g_strdup_printf ("%d~", g_rand_int_range (self->rand, 2008, 2021));
  if (x < 0.06)
    return g_strdup_printf ("%d-%02d", g_rand_int_range (self->rand, 2014, 2021), g_rand_int_range (self->rand, 1, 13));

  time = g_date_time_add_minutes (start, x < 0.85 ? (int) (-log (1.0 - g_rand_double (self->rand)) * 60 * 24 * 12)
                                                  : -g_rand_int_range (self->rand, 0, 60 * 24 * 365 * 6));

  return g_date_time_format (time, x < 0.5 ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M+03:00");
}
