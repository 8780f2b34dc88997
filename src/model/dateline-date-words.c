/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads dates as people type them, "about 2 Feb 2021" or "2014-2021", in English and in the reader's language. */
#include "config.h"

#include "dateline-date-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-calendar.h"
#include "dateline-text.h"

/* What was found of one date. */
typedef struct
{
  int      year; /* -1 where nothing was found, as in the others */
  int      month; /* 21 to 24 for a season */
  int      day;
  int      hour;
  int      minute;
  int      second;
  char    *zone;
  gboolean decade;
  gboolean approximate;
  gboolean uncertain;
} Words;

/* Phrases around a date: what is translated is what dateline_date_format() writes, the others are what people write
 * in English. */
static const char * const about_phrases[] = { NC_("date", "about %s"), "circa %s", "ca. %s", "ca %s", "c. %s", "around %s", "approximately %s", "~%s", "%s~" };
static const char * const perhaps_phrases[] = { NC_("date", "perhaps %s"), "maybe %s", "possibly %s", "%s?" };
static const char * const perhaps_about_phrases[] = { NC_("date", "perhaps about %s"), "%s%" };
static const char * const until_phrases[] = { NC_("date", "until %s"), "till %s", "up to %s", "../%s" };
static const char * const from_phrases[] = { NC_("date", "from %s"), "since %s", "%s/..", "%s onwards" };
static const char * const decade_phrases[] = { NC_("date", "%ss") };
static const char * const season_phrases[4][2] = {
  { NC_("date", "spring %s") },
  { NC_("date", "summer %s") },
  { NC_("date", "autumn %s"), "fall %s" },
  { NC_("date", "winter %s") },
};
static const char * const interval_marks[] = { " – ", "–", " — ", "—", " - ", " to ", " until ", " till ", " / ", "/" };
static const char * const fillers[] = { "of", "the", "at", "on", "de", "del", "le", "um", "à", "г", "года" };

static const char * const english_months[] = {
  "january", "february", "march", "april", "may", "june",
  "july", "august", "september", "october", "november", "december"
};

static char *
fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);
}

static Words
words_none (void)
{
  return (Words) { .year = -1, .month = -1, .day = -1, .hour = -1, .minute = -1, .second = -1 };
}

/* What stands where PHRASE has "%s"; NULL if TEXT is another phrase. Both are folded. */
static char *
match_phrase (const char *text,
              const char *phrase)
{
  g_autofree char *folded = fold (phrase);
  const char *place = strstr (folded, "%s");
  gsize before;
  gsize after;
  gsize length = strlen (text);

  if (place == NULL)
    return NULL;
  before = (gsize) (place - folded);
  after = strlen (place + 2);
  if (length <= before + after || strncmp (text, folded, before) != 0 || strcmp (text + length - after, place + 2) != 0)
    return NULL;

  return g_strstrip (g_strndup (text + before, length - before - after));
}

static char *
match_phrases (const char         *text,
               const char * const *phrases,
               gsize               n_phrases)
{
  char *inner = match_phrase (text, g_dpgettext2 (NULL, "date", phrases[0]));

  for (gsize i = 0; inner == NULL && i < n_phrases && phrases[i] != NULL; i++)
    inner = match_phrase (text, phrases[i]);

  return inner;
}

#define MATCH(text, phrases) match_phrases (text, phrases, G_N_ELEMENTS (phrases))

/* Replaces *TEXT by what stands within the phrase. */
static gboolean
take_phrase (char               **text,
             const char * const  *phrases,
             gsize                n_phrases)
{
  char *inner = match_phrases (*text, phrases, n_phrases);

  if (inner == NULL)
    return FALSE;
  g_free (*text);
  *text = inner;

  return TRUE;
}

static gboolean
is_number (const char *word,
           gsize       min_digits,
           gsize       max_digits,
           int        *number)
{
  gsize n = strspn (word, "0123456789");

  if (n < min_digits || n > max_digits || word[n] != '\0')
    return FALSE;
  *number = (int) g_ascii_strtoll (word, NULL, 10);

  return TRUE;
}

/* Whether the month's name in some form begins with WORD, or WORD is its abbreviation. */
static gboolean
names_month (const char *word,
             int         month)
{
  static const char * const formats[] = { "%B", "%OB", "%b", "%Ob" };
  g_autoptr(GDateTime) time = g_date_time_new_utc (2001, month, 1, 0, 0, 0);

  if (g_str_has_prefix (english_months[month - 1], word) || (month == 9 && g_str_equal (word, "sept")))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_date_time_format (time, formats[i]);
      g_autofree char *folded = name != NULL ? fold (name) : NULL;

      if (folded != NULL && g_str_has_prefix (folded, word))
        return TRUE;
    }

  return FALSE;
}

/* 0 for a word that is no month, or could be several */
static int
find_month (const char *word)
{
  g_autofree char *stem = g_strdup (word);
  gsize length = strlen (stem);
  int found = 0;

  if (length > 0 && stem[length - 1] == '.')
    stem[length - 1] = '\0';
  if (g_utf8_strlen (stem, -1) < 3)
    return 0;

  for (int month = 1; month <= 12; month++)
    if (names_month (stem, month))
      {
        if (found != 0)
          return 0;
        found = month;
      }

  return found;
}

static gboolean
is_filler (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (g_str_equal (fillers[i], word))
      return TRUE;

  return *word == '\0' || g_str_equal (word, "г.");
}

/* "10:30", "10:30:15", "10:30z", "10:30+03:00", "10:30pm", "10pm" */
static gboolean
read_time (const char *word,
           Words      *words)
{
  g_autoptr(GRegex) regex = g_regex_new ("^(\\d{1,2})(?::(\\d\\d))?(?::(\\d\\d))?(am|pm)?(z|utc|[+-]\\d\\d(?::?\\d\\d)?)?$",
                                         0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *hour = NULL;
  g_autofree char *minute = NULL;
  g_autofree char *second = NULL;
  g_autofree char *half = NULL;
  g_autofree char *zone = NULL;

  if (words->hour >= 0 || !g_regex_match (regex, word, 0, &match))
    return FALSE;

  hour = g_match_info_fetch (match, 1);
  minute = g_match_info_fetch (match, 2);
  second = g_match_info_fetch (match, 3);
  half = g_match_info_fetch (match, 4);
  zone = g_match_info_fetch (match, 5);
  /* A bare number is no time of day. */
  if ((minute == NULL || *minute == '\0') && (half == NULL || *half == '\0'))
    return FALSE;

  words->hour = (int) g_ascii_strtoll (hour, NULL, 10);
  words->minute = minute != NULL ? (int) g_ascii_strtoll (minute, NULL, 10) : 0;
  if (second != NULL && *second != '\0')
    words->second = (int) g_ascii_strtoll (second, NULL, 10);
  if (half != NULL && *half != '\0')
    {
      if (words->hour < 1 || words->hour > 12)
        return FALSE;
      words->hour = words->hour % 12 + (*half == 'p' ? 12 : 0);
    }
  if (zone != NULL && *zone != '\0')
    {
      g_free (words->zone);
      if (*zone == 'z' || *zone == 'u')
        words->zone = g_strdup ("Z");
      else if (strlen (zone) == 5)
        words->zone = g_strdup_printf ("%.3s:%s", zone, zone + 3);
      else
        words->zone = g_strdup (zone);
    }

  return words->hour < 24 && words->minute < 60 && words->second < 60;
}

/* "2021-2-2", "2.2.2021", "2/13/2021", "2.2021", "2021-02": which number is which can be told, or the reader is asked. */
static gboolean
read_numbers (const char  *word,
              Words       *words,
              GError     **error)
{
  g_auto(GStrv) parts = g_strsplit_set (word, "-./", -1);
  guint n = g_strv_length (parts);
  int year;
  int first;
  int second = -1;

  if (words->year >= 0 || n < 2 || n > 3)
    return FALSE;

  if (is_number (parts[0], 4, 4, &year))
    {
      if (!is_number (parts[1], 1, 2, &words->month) || (n == 3 && !is_number (parts[2], 1, 2, &words->day)))
        return FALSE;
      words->year = year;
      return TRUE;
    }
  if (!is_number (parts[n - 1], 4, 4, &year) || !is_number (parts[0], 1, 2, &first) ||
      (n == 3 && !is_number (parts[1], 1, 2, &second)))
    return FALSE;

  words->year = year;
  if (n == 2)
    {
      words->month = first;
      return TRUE;
    }
  /* With points the day comes first wherever people write so; with slashes that depends on the country. */
  if (strchr (word, '/') != NULL && first <= 12 && second <= 12 && first != second)
    {
      g_set_error (error, DATELINE_DATE_ERROR, DATELINE_DATE_ERROR_SYNTAX,
                   /* Translators: %s is a date in figures, such as 3/4/2021 */
                   _("“%s” can be read in two ways: write the month as a word"), word);
      return FALSE;
    }
  words->day = second > 12 ? second : first;
  words->month = second > 12 ? first : second;

  return TRUE;
}

/* "2", "2.", "2nd" */
static gboolean
read_day (const char *word,
          Words      *words)
{
  gsize n = strspn (word, "0123456789");
  const char *rest = word + n;

  if (words->day >= 0 || n < 1 || n > 2)
    return FALSE;
  if (*rest != '\0' && !g_str_equal (rest, ".") && !g_str_equal (rest, "st") && !g_str_equal (rest, "nd") &&
      !g_str_equal (rest, "rd") && !g_str_equal (rest, "th") && !g_str_equal (rest, "er") && !g_str_equal (rest, "º"))
    return FALSE;
  words->day = (int) g_ascii_strtoll (word, NULL, 10);

  return TRUE;
}

static gboolean
read_word (const char  *word,
           Words       *words,
           GError     **error)
{
  int month;

  if (is_filler (word))
    return TRUE;
  if (words->year < 0 && is_number (word, 4, 4, &words->year))
    return TRUE;
  if (read_day (word, words) || read_time (word, words))
    return TRUE;
  if (read_numbers (word, words, error))
    return TRUE;
  if (*error != NULL)
    return FALSE;
  month = find_month (word);
  if (month == 0 || words->month >= 0)
    return FALSE;
  words->month = month;

  return TRUE;
}

/* Of one date, without the words around it. */
static gboolean
read_plain (const char  *text,
            Words       *words,
            GError     **error)
{
  g_autofree char *decade = MATCH (g_str_has_prefix (text, "the ") ? text + 4 : text, decade_phrases);
  g_auto(GStrv) pieces = NULL;

  if (decade != NULL && is_number (decade, 4, 4, &words->year))
    {
      words->decade = words->year % 10 == 0;
      return words->decade;
    }
  words->year = -1;

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *inner = MATCH (text, season_phrases[i]);
      const char *year = inner != NULL && g_str_has_prefix (inner, "of ") ? inner + 3 : inner;

      if (year != NULL && is_number (year, 4, 4, &words->year))
        {
          words->month = 21 + i;
          return TRUE;
        }
    }

  /* "10:30 pm" is one word, and "2021-02-02t10:30" are two. */
  {
    g_autoptr(GRegex) joined = g_regex_new ("(?<=\\d) +(am|pm|z|utc)\\b|(?<=\\d)t(?=\\d)|,", 0, 0, NULL);
    g_autoptr(GString) spaced = g_string_new (NULL);
    g_autoptr(GMatchInfo) match = NULL;
    int from = 0;

    for (g_regex_match (joined, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
      {
        g_autofree char *half = g_match_info_fetch (match, 1);
        int start;
        int end;

        g_match_info_fetch_pos (match, 0, &start, &end);
        g_string_append_len (spaced, text + from, start - from);
        g_string_append (spaced, half != NULL && *half != '\0' ? half : " ");
        from = end;
      }
    g_string_append (spaced, text + from);
    pieces = g_strsplit (spaced->str, " ", -1);
  }

  for (guint i = 0; pieces[i] != NULL; i++)
    if (!read_word (pieces[i], words, error))
      return FALSE;

  return TRUE;
}

static gboolean
read_one (const char  *text,
          Words       *words,
          GError     **error)
{
  g_autofree char *inner = g_strdup (text);

  if (take_phrase (&inner, perhaps_about_phrases, G_N_ELEMENTS (perhaps_about_phrases)))
    {
      words->approximate = TRUE;
      words->uncertain = TRUE;
    }
  /* In either order, each at most once. */
  for (int i = 0; i < 2; i++)
    {
      if (!words->uncertain)
        words->uncertain = take_phrase (&inner, perhaps_phrases, G_N_ELEMENTS (perhaps_phrases));
      if (!words->approximate)
        words->approximate = take_phrase (&inner, about_phrases, G_N_ELEMENTS (about_phrases));
    }

  return read_plain (inner, words, error);
}

/* Writes EDTF, or tells what is missing. */
static char *
write_edtf (const Words  *words,
            const char   *text,
            GError      **error)
{
  GString *edtf;

  if (words->year < 0 && (words->month > 0 || words->day > 0))
    {
      g_set_error (error, DATELINE_DATE_ERROR, DATELINE_DATE_ERROR_SYNTAX, _("“%s” lacks a year, in four digits"), text);
      return NULL;
    }
  if (words->year < 0 || (words->day >= 0 && words->month < 0) || (words->hour >= 0 && words->day < 0))
    return NULL;
  if (words->month == 0 || (words->month > 12 && words->month < 21))
    {
      g_set_error (error, DATELINE_DATE_ERROR, DATELINE_DATE_ERROR_SYNTAX, _("There is no month %d"), words->month);
      return NULL;
    }
  if (words->day >= 0 && words->month <= 12 &&
      (words->day == 0 || words->day > dateline_calendar_days_in_month (words->year, words->month)))
    {
      g_autofree char *month = g_strdup_printf ("%04d-%02d", words->year, words->month);
      g_autoptr(DatelineDate) date = dateline_date_new (month, NULL);
      g_autofree char *shown = date != NULL ? dateline_date_format (date) : g_steal_pointer (&month);

      g_set_error (error, DATELINE_DATE_ERROR, DATELINE_DATE_ERROR_SYNTAX,
                   /* Translators: the first is a month, such as "February 2021" */
                   _("%s has no day %d"), shown, words->day);
      return NULL;
    }

  edtf = g_string_new (NULL);
  if (words->decade)
    g_string_append_printf (edtf, "%03dX", words->year / 10);
  else
    g_string_append_printf (edtf, "%04d", words->year);
  if (words->month >= 0)
    g_string_append_printf (edtf, "-%02d", words->month);
  if (words->day >= 0)
    g_string_append_printf (edtf, "-%02d", words->day);
  if (words->hour >= 0)
    g_string_append_printf (edtf, "T%02d:%02d", words->hour, words->minute);
  if (words->second >= 0)
    g_string_append_printf (edtf, ":%02d", words->second);
  if (words->zone != NULL)
    g_string_append (edtf, words->zone);
  if (words->approximate && words->uncertain)
    g_string_append_c (edtf, '%');
  else if (words->approximate)
    g_string_append_c (edtf, '~');
  else if (words->uncertain)
    g_string_append_c (edtf, '?');

  return g_string_free (edtf, FALSE);
}

static char *
one_to_edtf (const char  *text,
             GError     **error)
{
  Words words = words_none ();
  GError *local_error = NULL;
  char *edtf = NULL;

  if (read_one (text, &words, &local_error))
    edtf = write_edtf (&words, text, &local_error);
  g_free (words.zone);
  if (local_error != NULL)
    g_propagate_error (error, local_error);

  return edtf;
}

/* "1 – 3 February 2021": what the start does not say is what the end says. */
static char *
interval_to_edtf (const char  *start,
                  const char  *end,
                  GError     **error)
{
  Words from = words_none ();
  Words to = words_none ();
  GError *local_error = NULL;
  g_autofree char *from_edtf = NULL;
  g_autofree char *to_edtf = NULL;

  if (read_one (start, &from, &local_error) && read_one (end, &to, &local_error))
    {
      if (from.year < 0 && (from.month > 0 || from.day > 0))
        {
          from.year = to.year;
          if (from.month < 0)
            from.month = to.month;
        }
      from_edtf = write_edtf (&from, start, &local_error);
      if (from_edtf != NULL)
        to_edtf = write_edtf (&to, end, &local_error);
    }
  g_free (from.zone);
  g_free (to.zone);
  if (local_error != NULL)
    g_propagate_error (error, local_error);

  return to_edtf != NULL ? g_strdup_printf ("%s/%s", from_edtf, to_edtf) : NULL;
}

static char *
split_interval (const char  *text,
                GError     **error)
{
  static const char * const pairs[][2] = { { "from ", " to " }, { "from ", " until " }, { "between ", " and " } };
  g_autoptr(GRegex) years = g_regex_new ("^(\\d{4})-(\\d{4})$", 0, 0, NULL);
  char *edtf = NULL;

  if (g_regex_match (years, text, 0, NULL))
    return g_strdup_printf ("%.4s/%.4s", text, text + 5);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_has_prefix (text, pairs[i][0]))
      {
        g_auto(GStrv) ends = g_strsplit (text + strlen (pairs[i][0]), pairs[i][1], -1);

        if (g_strv_length (ends) == 2)
          return interval_to_edtf (g_strstrip (ends[0]), g_strstrip (ends[1]), error);
      }

  for (guint i = 0; edtf == NULL && i < G_N_ELEMENTS (interval_marks); i++)
    {
      g_auto(GStrv) ends = g_strsplit (text, interval_marks[i], -1);
      g_autoptr(GError) ignored = NULL;

      if (g_strv_length (ends) == 2 && *g_strstrip (ends[0]) != '\0' && *g_strstrip (ends[1]) != '\0')
        edtf = interval_to_edtf (ends[0], ends[1], error != NULL && *error == NULL ? error : &ignored);
    }

  return edtf;
}

static char *
to_edtf (const char  *text,
         GError     **error)
{
  g_autofree char *start = MATCH (text, from_phrases);
  g_autofree char *end = MATCH (text, until_phrases);
  g_autoptr(GError) interval_error = NULL;
  char *edtf = one_to_edtf (text, error);
  char *one;

  if (edtf != NULL || (error != NULL && *error != NULL))
    return edtf;

  if (start != NULL && (one = one_to_edtf (start, error)) != NULL)
    {
      edtf = g_strconcat (one, "/..", NULL);
      g_free (one);
      return edtf;
    }
  if (end != NULL && (one = one_to_edtf (end, error)) != NULL)
    {
      edtf = g_strconcat ("../", one, NULL);
      g_free (one);
      return edtf;
    }

  edtf = split_interval (text, &interval_error);
  if (edtf != NULL)
    g_clear_error (error);
  else if (error != NULL && *error == NULL && interval_error != NULL)
    g_propagate_error (error, g_steal_pointer (&interval_error));

  return edtf;
}

/**
 * dateline_date_words_read:
 * @text: a date as somebody typed it
 * @error: return location for an error
 *
 * Reads EDTF, and what people write instead: "2 Feb 2021", "about 2014", "2021-02-02 10:30", "spring 2020",
 * "2014 – 2021", "since May 2020"; in English, and as dateline_date_format() says it in the reader's language.
 * Errors are in the `DATELINE_DATE_ERROR` domain and say what to do.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL with @error set
 */
DatelineDate *
dateline_date_words_read (const char  *text,
                          GError     **error)
{
  g_autoptr(GRegex) spaces = g_regex_new ("\\s+", 0, 0, NULL);
  g_autoptr(GError) local_error = NULL;
  g_autofree char *valid = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *edtf = NULL;
  g_autofree char *shown = NULL;
  DatelineDate *date;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  plain = g_regex_replace_literal (spaces, valid, -1, 0, " ", 0, NULL);
  g_strstrip (plain);
  date = dateline_date_new (plain, NULL);
  if (date != NULL)
    return date;

  shown = dateline_text_abridge (plain, 40);
  folded = fold (plain);
  /* Nobody needs a page to write a date. */
  if (strlen (folded) <= 120)
    edtf = to_edtf (folded, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  date = edtf != NULL ? dateline_date_new (edtf, NULL) : NULL;
  if (date != NULL)
    return date;

  if (edtf != NULL && strchr (edtf, '/') != NULL)
    g_set_error (error, DATELINE_DATE_ERROR, DATELINE_DATE_ERROR_SYNTAX,
                 _("“%s” ends before it begins"), shown);
  else
    g_set_error (error, DATELINE_DATE_ERROR, DATELINE_DATE_ERROR_SYNTAX,
                 _("“%s” cannot be read as a date. Write it like 2 Feb 2021, Feb 2021, about 2014 or 2014/2021"), shown);

  return NULL;
}
