/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a value from the words of an article: "two years and eight months", "more than 5,000 people", "2 February".
 *
 * The words are English; what is not understood is a text, which is always right. */
#include "config.h"

#include "dateline-wording.h"

#include <math.h>
#include <string.h>

#include "dateline-text.h"
#include "dateline-wording-private.h"

/* What a text is worth comparing with. */
#define MAX_TEXT 200

static const struct
{
  const char *word;
  double      number;
} numerals[] = {
  { "zero", 0 }, { "one", 1 }, { "two", 2 }, { "three", 3 }, { "four", 4 }, { "five", 5 }, { "six", 6 },
  { "seven", 7 }, { "eight", 8 }, { "nine", 9 }, { "ten", 10 }, { "eleven", 11 }, { "twelve", 12 },
  { "thirteen", 13 }, { "fourteen", 14 }, { "fifteen", 15 }, { "sixteen", 16 }, { "seventeen", 17 },
  { "eighteen", 18 }, { "nineteen", 19 }, { "twenty", 20 }, { "thirty", 30 }, { "forty", 40 }, { "fifty", 50 },
  { "sixty", 60 }, { "seventy", 70 }, { "eighty", 80 }, { "ninety", 90 },
};

static const struct
{
  const char *word;
  double      factor;
} factors[] = {
  { "dozen", 12 }, { "hundred", 100 }, { "thousand", 1e3 }, { "million", 1e6 }, { "billion", 1e9 },
};

static const struct
{
  const char   *words[3];
  DatelineBound bound;
} bounds[] = {
  { { "no", "more", "than" }, DATELINE_BOUND_AT_MOST },
  { { "no", "less", "than" }, DATELINE_BOUND_AT_LEAST },
  { { "no", "fewer", "than" }, DATELINE_BOUND_AT_LEAST },
  { { "not", "more", "than" }, DATELINE_BOUND_AT_MOST },
  { { "more", "than" }, DATELINE_BOUND_OVER },
  { { "less", "than" }, DATELINE_BOUND_UNDER },
  { { "fewer", "than" }, DATELINE_BOUND_UNDER },
  { { "upwards", "of" }, DATELINE_BOUND_OVER },
  { { "at", "least" }, DATELINE_BOUND_AT_LEAST },
  { { "at", "most" }, DATELINE_BOUND_AT_MOST },
  { { "up", "to" }, DATELINE_BOUND_AT_MOST },
  { { "over" }, DATELINE_BOUND_OVER },
  { { "above" }, DATELINE_BOUND_OVER },
  { { "under" }, DATELINE_BOUND_UNDER },
  { { "below" }, DATELINE_BOUND_UNDER },
  { { "almost" }, DATELINE_BOUND_ALMOST },
  { { "nearly" }, DATELINE_BOUND_ALMOST },
  { { "about" }, DATELINE_BOUND_ABOUT },
  { { "around" }, DATELINE_BOUND_ABOUT },
  { { "approximately" }, DATELINE_BOUND_ABOUT },
  { { "roughly" }, DATELINE_BOUND_ABOUT },
  { { "some" }, DATELINE_BOUND_ABOUT },
};

/* The units of a duration, the largest first; a month is a unit of its own, the others count seconds. */
static const struct
{
  const char *names[4];
  char        letter;
  gint64      months;
  gint64      seconds;
} units[] = {
  { { "year", "years", "yr", "yrs" }, 'Y', 12, 0 },
  { { "month", "months" }, 'M', 1, 0 },
  { { "week", "weeks" }, 'W', 0, 604800 },
  { { "day", "days" }, 'D', 0, 86400 },
  { { "hour", "hours", "hr", "hrs" }, 'H', 0, 3600 },
  { { "minute", "minutes", "min", "mins" }, 'm', 0, 60 },
  { { "second", "seconds", "sec", "secs" }, 'S', 0, 1 },
};

/* What may stand before a value and says nothing of it. */
static const char *const fillers[] = { "the", "for", "of", "in", "on", "by", "to", "a", "an", "total", "just", "only", "exactly" };

static gboolean
read_bound (GArray        *tokens,
            guint         *i,
            DatelineBound *bound)
{
  for (guint b = 0; b < G_N_ELEMENTS (bounds); b++)
    {
      guint n = 0;

      while (n < G_N_ELEMENTS (bounds[b].words) && bounds[b].words[n] != NULL &&
             _dateline_wording_is (tokens, *i + n, bounds[b].words[n]))
        n++;
      if (n == G_N_ELEMENTS (bounds[b].words) || bounds[b].words[n] == NULL)
        {
          *i += n;
          *bound = bounds[b].bound;
          return TRUE;
        }
    }

  return FALSE;
}

static double
get_numeral (GArray *tokens,
             guint   i)
{
  for (guint n = 0; n < G_N_ELEMENTS (numerals); n++)
    if (_dateline_wording_is (tokens, i, numerals[n].word))
      return numerals[n].number;

  return -1;
}

static double
get_factor (GArray *tokens,
            guint   i)
{
  for (guint n = 0; n < G_N_ELEMENTS (factors); n++)
    if (_dateline_wording_is (tokens, i, factors[n].word))
      return factors[n].factor;

  return 0;
}

/* "half", "a half", "a quarter" */
static gboolean
read_part (GArray *tokens,
           guint  *i,
           double *part)
{
  guint at = *i;

  if (_dateline_wording_is (tokens, at, "a") || _dateline_wording_is (tokens, at, "one"))
    at++;
  if (_dateline_wording_is (tokens, at, "half"))
    *part = .5;
  else if (_dateline_wording_is (tokens, at, "quarter") && at > *i)
    *part = .25;
  else
    return FALSE;
  *i = at + 1;
  if (_dateline_wording_is (tokens, *i, "a") || _dateline_wording_is (tokens, *i, "an"))
    ++*i;

  return TRUE;
}

/* Numbers in words grow by parts: "two hundred and fifty thousand". */
static gboolean
read_words (GArray *tokens,
            guint  *i,
            double *number)
{
  double total = 0;
  double part = 0;
  double last = 100;
  guint at = *i;

  if ((_dateline_wording_is (tokens, at, "a") || _dateline_wording_is (tokens, at, "an")) && get_factor (tokens, at + 1) > 0)
    {
      part = 1;
      at++;
    }
  else if (get_numeral (tokens, at) < 0)
    {
      return FALSE;
    }

  for (; at < tokens->len; at++)
    {
      double numeral = get_numeral (tokens, at);
      double factor = get_factor (tokens, at);

      if (numeral >= 0 && numeral < last && (last >= 100 || (last >= 20 && numeral < 10)))
        {
          part += numeral;
          last = MAX (numeral, 1);
        }
      else if (factor > 0)
        {
          part = MAX (part, 1) * factor;
          last = 100;
          if (factor >= 1000)
            {
              total += part;
              part = 0;
            }
        }
      else if (!(_dateline_wording_is (tokens, at, "and") && last >= 100 && get_numeral (tokens, at + 1) >= 0 && at > *i))
        {
          break;
        }
    }
  *number = total + part;
  *i = at;

  return TRUE;
}

static gboolean
read_number (GArray *tokens,
             guint  *i,
             double *number)
{
  double part;
  guint at = *i;

  if (at >= tokens->len)
    return FALSE;

  if (g_array_index (tokens, DatelineToken, at).word == NULL)
    {
      *number = g_array_index (tokens, DatelineToken, at++).number;
      if (at < tokens->len && g_array_index (tokens, DatelineToken, at).is_fraction &&
          g_array_index (tokens, DatelineToken, at).number < 1)
        *number += g_array_index (tokens, DatelineToken, at++).number;
      for (; get_factor (tokens, at) > 0; at++)
        *number *= get_factor (tokens, at);
    }
  else if (read_part (tokens, &at, number))
    {
      *i = at;
      return TRUE;
    }
  else if (!read_words (tokens, &at, number))
    {
      return FALSE;
    }

  *i = at;
  if (_dateline_wording_is (tokens, at, "and") && (at++, read_part (tokens, &at, &part)))
    {
      *number += part;
      *i = at;
    }

  return TRUE;
}

static int
get_unit (GArray *tokens,
          guint   i)
{
  for (guint u = 0; u < G_N_ELEMENTS (units); u++)
    for (guint n = 0; n < G_N_ELEMENTS (units[u].names) && units[u].names[n] != NULL; n++)
      if (_dateline_wording_is (tokens, i, units[u].names[n]))
        return (int) u;

  return -1;
}

/* One of a unit, or a part of one, in ISO 8601; %NULL for what cannot be written. */
static char *
format_step (int    unit,
             double share)
{
  double months = units[unit].months * share;
  double seconds = units[unit].seconds * share;

  if (share >= 1)
    return g_strdup_printf (strchr ("HmS", units[unit].letter) != NULL ? "PT1%c" : "P1%c",
                            g_ascii_toupper (units[unit].letter));
  if (months >= 1)
    return g_strdup_printf ("P%dM", (int) months);
  if (seconds >= 3600)
    return g_strdup_printf ("PT%dH", (int) (seconds / 3600));
  if (seconds >= 60)
    return g_strdup_printf ("PT%dM", (int) (seconds / 60));
  if (seconds >= 1)
    return g_strdup_printf ("PT%dS", (int) seconds);

  return NULL;
}

/* Writes a duration in the units that the words use; the smaller ones take what is left. */
static char *
format_duration (double months,
                 double seconds,
                 int    largest)
{
  GString *text = g_string_new ("P");
  gint64 left = (gint64) months;
  gboolean in_seconds = FALSE;
  gboolean is_time = FALSE;

  /* What is left of a month has no length of its own. */
  if (months != floor (months) || seconds != floor (seconds) || months > G_MAXINT || seconds > G_MAXINT)
    return g_string_free (text, TRUE);

  for (guint u = (guint) largest; u < G_N_ELEMENTS (units); u++)
    {
      gint64 size = units[u].months > 0 ? units[u].months : units[u].seconds;
      gint64 n;

      if (units[u].months == 0 && !in_seconds)
        {
          left = (gint64) seconds;
          in_seconds = TRUE;
        }
      /* ISO 8601 has weeks only by themselves. */
      if (u == 2 && (largest != 2 || left % size != 0))
        continue;
      n = left / size;
      left %= size;
      if (n == 0)
        continue;
      if (units[u].seconds > 0 && units[u].seconds < 86400 && !is_time)
        {
          g_string_append_c (text, 'T');
          is_time = TRUE;
        }
      g_string_append_printf (text, "%" G_GINT64_FORMAT "%c", n, g_ascii_toupper (units[u].letter));
    }
  if (text->len == 1)
    g_string_append (text, "T0S");

  return g_string_free (text, FALSE);
}

static DatelineQuantity *
read_duration (GArray        *tokens,
               guint         *i,
               DatelineBound  bound)
{
  g_autofree char *value = NULL;
  g_autofree char *precision = NULL;
  double months = 0;
  double seconds = 0;
  double number;
  double part;
  int largest = -1;
  int smallest = -1;
  guint n = 0;
  guint at = *i;

  while (TRUE)
    {
      guint next = at;
      int unit;

      if (n > 0 && _dateline_wording_is (tokens, next, "and"))
        next++;
      if (n > 0 && read_part (tokens, &next, &part) && get_unit (tokens, next) < 0)
        {
          number = part;
          unit = smallest;
        }
      else
        {
          next = at + (n > 0 && _dateline_wording_is (tokens, at, "and") ? 1 : 0);
          if (n == 0 && (_dateline_wording_is (tokens, next, "a") || _dateline_wording_is (tokens, next, "an")) &&
              get_unit (tokens, next + 1) >= 0)
            {
              number = 1;
              next++;
            }
          else if (!read_number (tokens, &next, &number))
            {
              break;
            }
          unit = get_unit (tokens, next);
          if (unit < 0 || unit <= smallest)
            break;
          next++;
        }

      months += number * units[unit].months;
      seconds += number * units[unit].seconds;
      if (largest < 0)
        largest = unit;
      smallest = unit;
      at = next;
      n++;
      g_clear_pointer (&precision, g_free);
      if (number != floor (number))
        precision = format_step (unit, number * 2 == floor (number * 2) ? .5 : .25);
      else if (n == 1 && bound != DATELINE_BOUND_EXACTLY)
        precision = format_step (unit, 1);
    }
  if (n == 0)
    return NULL;

  value = format_duration (months, seconds, largest);
  if (value == NULL)
    return NULL;
  if (_dateline_wording_is (tokens, at, "old"))
    at++;
  *i = at;

  return dateline_quantity_new (DATELINE_VALUE_KIND_DURATION, value, bound, precision, NULL);
}

/* "hundreds", "tens of thousands", "several": at least so many. */
static DatelineQuantity *
read_vague (GArray *tokens,
            guint  *i)
{
  static const struct
  {
    const char *word;
    double      number;
  } plurals[] = { { "tens", 10 }, { "dozens", 12 }, { "hundreds", 100 }, { "thousands", 1e3 }, { "millions", 1e6 } };
  double number = 0;
  guint at = *i;

  if (_dateline_wording_is (tokens, at, "several") || _dateline_wording_is (tokens, at, "multiple"))
    {
      ++*i;
      return dateline_quantity_new (DATELINE_VALUE_KIND_COUNT, "2", DATELINE_BOUND_OVER, NULL, NULL);
    }

  for (gboolean more = TRUE; more;)
    {
      more = FALSE;
      for (guint n = 0; n < G_N_ELEMENTS (plurals) && !more; n++)
        if (_dateline_wording_is (tokens, at, plurals[n].word))
          {
            number = MAX (number, 1) * plurals[n].number;
            *i = ++at;
            more = TRUE;
          }
      if (more && _dateline_wording_is (tokens, at, "of"))
        *i = ++at;
    }
  if (number == 0)
    return NULL;

  {
    g_autofree char *value = g_strdup_printf ("%.0f", number);

    return dateline_quantity_new (DATELINE_VALUE_KIND_COUNT, value, DATELINE_BOUND_AT_LEAST, value, NULL);
  }
}

static DatelineQuantity *
read_count (GArray        *tokens,
            guint         *i,
            DatelineBound  bound)
{
  char value[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *precision = NULL;
  DatelineQuantity *vague = read_vague (tokens, i);
  double number;
  double step = 1;

  if (vague != NULL)
    return vague;
  if (!read_number (tokens, i, &number) || get_unit (tokens, *i) >= 0)
    return NULL;

  if (_dateline_wording_is (tokens, *i, "or") && _dateline_wording_is (tokens, *i + 1, "more"))
    {
      bound = DATELINE_BOUND_AT_LEAST;
      *i += 2;
    }
  while (number >= step * 10 && fmod (number, step * 10) == 0)
    step *= 10;
  if (bound != DATELINE_BOUND_EXACTLY && step > 1)
    precision = g_strdup_printf ("%.0f", step);
  if (number == floor (number) && number < 1e15)
    g_snprintf (value, sizeof value, "%.0f", number);
  else
    g_ascii_formatd (value, sizeof value, "%.6g", number);

  return dateline_quantity_new (DATELINE_VALUE_KIND_COUNT, value, bound, precision, NULL);
}

/* What is counted: the word or two behind the number. */
static char *
dup_unit (const char *words,
          GArray     *tokens,
          guint       i)
{
  if (_dateline_wording_is (tokens, i, "of"))
    i++;
  if (i >= tokens->len || tokens->len - i > 2)
    return g_strdup ("");

  return g_strndup (words + g_array_index (tokens, DatelineToken, i).from,
                    g_array_index (tokens, DatelineToken, tokens->len - 1).to -
                      g_array_index (tokens, DatelineToken, i).from);
}

static gboolean
is_filler (GArray *tokens,
           guint   i)
{
  for (guint n = 0; n < G_N_ELEMENTS (fillers); n++)
    if (_dateline_wording_is (tokens, i, fillers[n]))
      return TRUE;

  return FALSE;
}

/* Reads a number with its bound from the first place where there is one; if @whole, only from the start. */
static DatelineQuantity *
read_numeric (const char        *words,
              GArray            *tokens,
              DatelineValueKind  kind,
              gboolean           whole,
              char             **unit)
{
  for (guint from = 0; from < tokens->len; from++)
    {
      DatelineBound bound = DATELINE_BOUND_EXACTLY;
      DatelineQuantity *found;
      guint i = from;

      read_bound (tokens, &i, &bound);
      found = kind == DATELINE_VALUE_KIND_DURATION ? read_duration (tokens, &i, bound) : read_count (tokens, &i, bound);
      if (found != NULL && (!whole || tokens->len - i <= 3))
        {
          if (unit != NULL && kind == DATELINE_VALUE_KIND_COUNT)
            {
              g_free (*unit);
              *unit = dup_unit (words, tokens, i);
            }
          return found;
        }
      g_clear_pointer (&found, dateline_quantity_unref);
      if (whole && !is_filler (tokens, from))
        break;
    }

  return NULL;
}

static DatelineQuantity *
read_text (const char *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  g_autofree char *value = dateline_text_abridge (stripped, MAX_TEXT);

  return dateline_quantity_new (DATELINE_VALUE_KIND_TEXT, value, DATELINE_BOUND_EXACTLY, NULL, NULL);
}

static DatelineQuantity *
read_tokens (const char         *words,
             GArray             *tokens,
             DatelineValueKind   kind,
             gboolean            whole,
             const DatelineDate *published,
             char              **unit)
{
  g_autofree char *edtf = NULL;

  switch (kind)
    {
    case DATELINE_VALUE_KIND_DATE:
      edtf = _dateline_wording_read_date (words, tokens, published, whole);
      return edtf != NULL ? dateline_quantity_new (kind, edtf, DATELINE_BOUND_EXACTLY, NULL, NULL) : NULL;
    case DATELINE_VALUE_KIND_DURATION:
    case DATELINE_VALUE_KIND_COUNT:
      return read_numeric (words, tokens, kind, whole, unit);
    case DATELINE_VALUE_KIND_TEXT:
    default:
      return read_text (words);
    }
}

/**
 * dateline_wording_read:
 * @words: the words of an article
 * @published: (nullable): when it was published, for dates without a year
 * @unit: (out) (nullable): what is counted, or ""
 *
 * Reads what is said: a date, a duration, a count; what is none of these is a text.
 *
 * Returns: (transfer full): the value
 */
DatelineQuantity *
dateline_wording_read (const char         *words,
                       const DatelineDate *published,
                       char              **unit)
{
  static const DatelineValueKind kinds[] = {
    DATELINE_VALUE_KIND_DATE, DATELINE_VALUE_KIND_DURATION, DATELINE_VALUE_KIND_COUNT, DATELINE_VALUE_KIND_TEXT
  };
  g_autoptr(GArray) tokens = NULL;
  DatelineQuantity *found = NULL;

  g_return_val_if_fail (words != NULL, NULL);

  if (unit != NULL)
    *unit = g_strdup ("");
  tokens = _dateline_wording_split (words);
  for (guint i = 0; found == NULL && i < G_N_ELEMENTS (kinds); i++)
    found = read_tokens (words, tokens, kinds[i], TRUE, published, unit);

  return found;
}

/**
 * dateline_wording_read_as:
 * @words: the words of an article
 * @kind: what kind of value is asked for
 * @published: (nullable): when the article was published, for dates without a year
 * @unit: (out) (nullable): what is counted, or ""
 *
 * Reads a value of one kind from anywhere in the words, or the value itself as it is written in a story.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL if there is none; a text there always is
 */
DatelineQuantity *
dateline_wording_read_as (const char         *words,
                          DatelineValueKind   kind,
                          const DatelineDate *published,
                          char              **unit)
{
  g_autoptr(GArray) tokens = NULL;
  g_autofree char *stripped = NULL;
  DatelineQuantity *found;

  g_return_val_if_fail (words != NULL, NULL);

  if (unit != NULL)
    *unit = g_strdup ("");
  stripped = g_strstrip (g_strdup (words));
  found = kind != DATELINE_VALUE_KIND_TEXT ? dateline_quantity_new (kind, stripped, DATELINE_BOUND_EXACTLY, NULL, NULL) : NULL;
  if (found != NULL)
    return found;

  tokens = _dateline_wording_split (words);
  found = read_tokens (words, tokens, kind, FALSE, published, unit);
  /* "a heart gesture" tells of one, and does not say that there were no more. */
  if (found == NULL && kind == DATELINE_VALUE_KIND_COUNT &&
      (_dateline_wording_is (tokens, 0, "a") || _dateline_wording_is (tokens, 0, "an")))
    found = dateline_quantity_new (kind, "1", DATELINE_BOUND_AT_LEAST, NULL, NULL);

  return found;
}
