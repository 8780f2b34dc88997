/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a date from the words of an article: "Tuesday, 2 February", "August 2020", "yesterday". */
#include "config.h"

#include "dateline-wording-private.h"

#include <string.h>

#include "dateline-calendar.h"

static const char *const months[] = {
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"
};

static const char *const days[] = {
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
};

/* The position of a name in a list of names, also of its first three or four letters; -1 if it is none of them. */
static int
find_name (const DatelineToken *token,
           const char *const   *names,
           guint                n_names)
{
  gsize length;

  if (token->word == NULL)
    return -1;

  length = strlen (token->word);
  for (guint i = 0; i < n_names; i++)
    if (strcmp (token->word, names[i]) == 0 ||
        (names == months && (length == 3 || length == 4) && g_str_has_prefix (names[i], token->word)))
      return (int) i;

  return -1;
}

static gboolean
is_whole (const DatelineToken *token,
          double               lowest,
          double               highest)
{
  return token->word == NULL && !token->is_fraction && token->decimals == 0 &&
         token->number >= lowest && token->number <= highest;
}

/* The year in which a month or a day is nearest to when the article was published; news tell of what is near. */
static gint64
guess_year (int                 month,
            int                 day,
            const DatelineDate *published)
{
  gint64 near = dateline_date_get_lower (published);
  gint64 best = 0;
  gint64 year;
  int any;

  if (near == DATELINE_DATE_OPEN_START)
    return 0;

  dateline_calendar_to_civil (near, &year, &any, &any);
  for (gint64 y = year - 1; y <= year + 1; y++)
    if (best == 0 || ABS (dateline_calendar_from_civil (y, month, MAX (1, day)) - near) <
                       ABS (dateline_calendar_from_civil (best, month, MAX (1, day)) - near))
      best = y;

  return best;
}

static char *
format (gint64 year,
        int    month,
        int    day)
{
  if (month == 0)
    return g_strdup_printf ("%04d", (int) year);
  if (day == 0)
    return g_strdup_printf ("%04d-%02d", (int) year, month);
  if (day > dateline_calendar_days_in_month (year, month))
    return NULL;

  return g_strdup_printf ("%04d-%02d-%02d", (int) year, month, day);
}

/* The last such day of the week before the article; on the very day it would say "today". */
static char *
read_day_of_week (int                 weekday,
                  const DatelineDate *published)
{
  gint64 at;
  gint64 year;
  int month;
  int day;

  if (published == NULL || !dateline_date_is_exact_day (published))
    return NULL;

  at = dateline_date_get_lower (published);
  /* The first of January 1970 was a Thursday. */
  for (guint i = 0; i < 7; i++, at -= DATELINE_SECONDS_PER_DAY)
    {
      gint64 number = at / DATELINE_SECONDS_PER_DAY - (at % DATELINE_SECONDS_PER_DAY < 0 ? 1 : 0);

      if (((number + 3) % 7 + 7) % 7 == weekday)
        break;
    }
  dateline_calendar_to_civil (at, &year, &month, &day);

  return format (year, month, day);
}

static char *
read_relative (GArray             *tokens,
               guint               i,
               const DatelineDate *published)
{
  gint64 at;
  gint64 year;
  int month;
  int day;

  if (published == NULL || !dateline_date_is_exact_day (published))
    return NULL;

  at = dateline_date_get_lower (published);
  if (_dateline_wording_is (tokens, i, "yesterday"))
    at -= DATELINE_SECONDS_PER_DAY;
  else if (_dateline_wording_is (tokens, i, "tomorrow"))
    at += DATELINE_SECONDS_PER_DAY;
  else if (!_dateline_wording_is (tokens, i, "today"))
    return NULL;
  dateline_calendar_to_civil (at, &year, &month, &day);

  return format (year, month, day);
}

/* A month at @i, with a day before or behind it and a year behind that. */
static char *
read_month (GArray             *tokens,
            guint               i,
            int                 month,
            const DatelineDate *published,
            guint              *end)
{
  guint next = i + 1;
  gint64 year = 0;
  int day = 0;

  if (i > 0 && is_whole (&g_array_index (tokens, DatelineToken, i - 1), 1, 31))
    day = (int) g_array_index (tokens, DatelineToken, i - 1).number;
  else if (i > 1 && _dateline_wording_is (tokens, i - 1, "of") &&
           is_whole (&g_array_index (tokens, DatelineToken, i - 2), 1, 31))
    day = (int) g_array_index (tokens, DatelineToken, i - 2).number;
  else if (next < tokens->len && is_whole (&g_array_index (tokens, DatelineToken, next), 1, 31))
    day = (int) g_array_index (tokens, DatelineToken, next++).number;

  if (next < tokens->len && is_whole (&g_array_index (tokens, DatelineToken, next), 1000, 2999))
    year = (gint64) g_array_index (tokens, DatelineToken, next++).number;
  *end = next;
  if (year == 0 && published != NULL)
    year = guess_year (month, day, published);
  if (year == 0)
    return NULL;

  return format (year, month, day);
}

/* The date that the words tell, as EDTF; if @whole, only if they tell hardly anything else. */
char *
_dateline_wording_read_date (const char         *words,
                             GArray             *tokens,
                             const DatelineDate *published,
                             gboolean            whole)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  g_autoptr(DatelineDate) date = dateline_date_new (stripped, NULL);
  char *found;
  guint end;

  if (date != NULL)
    return g_strdup (dateline_date_get_edtf (date));
  if (whole && tokens->len > 6)
    return NULL;

  for (guint i = 0; i < tokens->len; i++)
    {
      int month = find_name (&g_array_index (tokens, DatelineToken, i), months, G_N_ELEMENTS (months));

      /* "may" is a verb, too, and "march" a protest. */
      if (month < 0 || ((month == 2 || month == 4) &&
                        g_ascii_islower (words[g_array_index (tokens, DatelineToken, i).from])))
        continue;
      found = read_month (tokens, i, month + 1, published, &end);
      if (found == NULL)
        continue;
      if (!whole || tokens->len - end <= 1)
        return found;
      g_free (found);
    }

  for (guint i = 0; i < tokens->len; i++)
    {
      int weekday = find_name (&g_array_index (tokens, DatelineToken, i), days, G_N_ELEMENTS (days));

      if (whole && tokens->len > 2)
        break;
      found = weekday >= 0 ? read_day_of_week (weekday, published) : read_relative (tokens, i, published);
      if (found != NULL)
        return found;
    }

  /* A year stands for itself, or behind a preposition; "2014 people" is a count. */
  for (guint i = 0; i < tokens->len; i++)
    if (is_whole (&g_array_index (tokens, DatelineToken, i), 1000, 2999) &&
        g_array_index (tokens, DatelineToken, i).to - g_array_index (tokens, DatelineToken, i).from == 4 &&
        (!whole || (i + 1 == tokens->len && (i == 0 || _dateline_wording_is (tokens, i - 1, "in") ||
                                             _dateline_wording_is (tokens, i - 1, "since")))))
      return g_strdup_printf ("%04d", (int) g_array_index (tokens, DatelineToken, i).number);

  return NULL;
}
