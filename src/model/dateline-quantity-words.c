/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns numbers and durations as people type them, "5,000" or "2 years 8 months", into the form of a value. */
#include "config.h"

#include "dateline-quantity-words.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

#include "dateline-date-words.h"

/* With the letter of ISO 8601; what stands after the time's "T" is marked. */
static const struct
{
  char        letter;
  gboolean    in_time;
  const char *singular;
  const char *plural;
  const char *others[4];
} units[] = {
  { 'Y', FALSE, "%d year", "%d years", { "y", "yr", "yrs", "years" } },
  { 'M', FALSE, "%d month", "%d months", { "mo", "mos", "month", "months" } },
  { 'W', FALSE, NULL, NULL, { "w", "wk", "week", "weeks" } },
  { 'D', FALSE, "%d day", "%d days", { "d", "day", "days", "days" } },
  { 'H', TRUE, "%d hour", "%d hours", { "h", "hr", "hrs", "hours" } },
  { 'M', TRUE, "%d minute", "%d minutes", { "min", "mins", "minute", "minutes" } },
  { 'S', TRUE, "%d second", "%d seconds", { "s", "sec", "secs", "seconds" } },
};

static gboolean
is_phrase_for (const char *phrase,
               const char *word)
{
  g_autofree char *folded = g_utf8_casefold (phrase, -1);
  char *name = strstr (folded, "%d");

  return name != NULL && g_str_equal (g_strstrip (name + 2), word);
}

/* The place in the table; -1 for what is no unit. WORD is folded. */
static int
find_unit (const char *word)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (units); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (units[i].others); j++)
        if (g_str_equal (units[i].others[j], word))
          return i;
      if (units[i].singular == NULL)
        continue;
      if (is_phrase_for (units[i].singular, word) || is_phrase_for (units[i].plural, word))
        return i;
      /* The numbers that take the different plurals of the languages there are. */
      for (gulong n = 1; n <= 5; n++)
        if (is_phrase_for (g_dngettext (NULL, units[i].singular, units[i].plural, n), word))
          return i;
    }

  return -1;
}

/* "5,000", "5 000", "2.5"; in languages that write so also "5.000" and "2,5". NULL for what is no number. */
static char *
normalize_number (const char *text)
{
  gboolean comma = g_str_equal (nl_langinfo (RADIXCHAR), ",");
  const char *grouped = comma ? "^([-−]?)(\\d{1,3}(?:[.\\s']\\d{3})+)(?:,(\\d+))?$"
                              : "^([-−]?)(\\d{1,3}(?:[,\\s']\\d{3})+)(?:\\.(\\d+))?$";
  const char *patterns[] = { grouped, "^([-−]?)(\\d+)(?:[.,](\\d+))?$" };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr(GRegex) regex = g_regex_new (patterns[i], 0, 0, NULL);
      g_autoptr(GMatchInfo) match = NULL;

      if (g_regex_match (regex, text, 0, &match))
        {
          g_autofree char *sign = g_match_info_fetch (match, 1);
          g_autofree char *whole = g_match_info_fetch (match, 2);
          g_autofree char *fraction = g_match_info_fetch (match, 3);
          GString *number = g_string_new (*sign != '\0' ? "-" : "");

          for (const char *p = whole; *p != '\0'; p++)
            if (g_ascii_isdigit (*p))
              g_string_append_c (number, *p);
          if (fraction != NULL && *fraction != '\0')
            g_string_append_printf (number, ".%s", fraction);

          return g_string_free (number, FALSE);
        }
    }

  return NULL;
}

/* "2 years 8 months", "2y 8mo", "1 min 30 s" */
static char *
normalize_duration (const char *text)
{
  g_autoptr(GRegex) regex = g_regex_new ("\\G\\s*(?:and\\s+|,\\s*)?(\\d+(?:[.,]\\d+)?)\\s*(\\p{L}+)\\.?", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *folded = g_utf8_casefold (text, -1);
  char *amounts[G_N_ELEMENTS (units)] = { NULL };
  GString *duration;
  int last = -1;
  int end = 0;
  gboolean valid = TRUE;

  for (g_regex_match (regex, folded, 0, &match); valid && g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *amount = g_match_info_fetch (match, 1);
      g_autofree char *word = g_match_info_fetch (match, 2);
      int unit = find_unit (word);

      /* Each once, the longer ones first. */
      valid = unit > last;
      if (!valid)
        break;
      amounts[unit] = g_strdelimit (g_steal_pointer (&amount), ",", '.');
      last = unit;
      g_match_info_fetch_pos (match, 0, NULL, &end);
    }
  valid = valid && last >= 0 && folded[end] == '\0';

  duration = g_string_new ("P");
  for (int i = 0; i <= last; i++)
    if (amounts[i] != NULL)
      {
        if (units[i].in_time && strchr (duration->str, 'T') == NULL)
          g_string_append_c (duration, 'T');
        g_string_append_printf (duration, "%s%c", amounts[i], units[i].letter);
      }
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    g_clear_pointer (&amounts[i], g_free);

  if (valid)
    return g_string_free (duration, FALSE);

  g_string_free (duration, TRUE);

  return NULL;
}

/**
 * dateline_quantity_words_normalize:
 * @kind: how a value of the claim is written
 * @text: what somebody typed
 *
 * Writes "2 years 8 months" as P2Y8M, "5,000" as 5000 and "about 2014" as 2014~, as dateline_quantity_new() reads
 * them. What is not understood comes back as it is: there the error is told.
 *
 * Returns: (transfer full): the value
 */
char *
dateline_quantity_words_normalize (DatelineValueKind  kind,
                                   const char        *text)
{
  g_autofree char *plain = NULL;
  char *value = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  plain = g_strstrip (g_strdup (text));
  if (kind == DATELINE_VALUE_KIND_COUNT)
    {
      value = normalize_number (plain);
    }
  else if (kind == DATELINE_VALUE_KIND_DURATION)
    {
      value = normalize_duration (plain);
    }
  else if (kind == DATELINE_VALUE_KIND_DATE)
    {
      g_autoptr(DatelineDate) date = dateline_date_words_read (plain, NULL);

      value = date != NULL ? g_strdup (dateline_date_get_edtf (date)) : NULL;
    }

  return value != NULL ? value : g_steal_pointer (&plain);
}
