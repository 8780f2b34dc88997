/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date or interval as precise as its source: EDTF level 1 (ISO 8601-2:2019, annex A), with a time of day where known. */
#include "config.h"

#include "dateline-date.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-calendar.h"
#include "dateline-text.h"

/* One end of an interval, or a date that is none. */
typedef struct
{
  gint64            lower;
  gint64            upper;
  DatelinePrecision precision;
  gint64            year;
  int               month; /* 21 to 24 for a season */
  int               day;
  int               minutes; /* of the day, with precision MINUTE or SECOND */
  gboolean          approximate;
  gboolean          uncertain;
  gboolean          open;
} Part;

struct _DatelineDate
{
  gatomicrefcount ref_count;
  char           *edtf;
  gboolean        interval;
  Part            from;
  Part            to;
};

G_DEFINE_QUARK (dateline-date-error-quark, dateline_date_error)
G_DEFINE_BOXED_TYPE (DatelineDate, dateline_date, dateline_date_ref, dateline_date_unref)

static gboolean
read_digits (const char **p,
             int          n,
             int         *value)
{
  int v = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*p)[i]))
        return FALSE;
      v = v * 10 + ((*p)[i] - '0');
    }
  *p += n;
  *value = v;

  return TRUE;
}

/* Reads "T10:30", "T10:30:15" and an offset after either; leaves bounds in UTC. */
static gboolean
read_time (const char **p,
           Part        *part)
{
  int hour;
  int minute;
  int second = 0;
  gint64 offset = 0;

  (*p)++;
  if (!read_digits (p, 2, &hour) || **p != ':')
    return FALSE;
  (*p)++;
  if (!read_digits (p, 2, &minute) || hour > 23 || minute > 59)
    return FALSE;

  part->precision = DATELINE_PRECISION_MINUTE;
  if (**p == ':')
    {
      (*p)++;
      if (!read_digits (p, 2, &second) || second > 59)
        return FALSE;
      part->precision = DATELINE_PRECISION_SECOND;
    }

  if (**p == 'Z')
    {
      (*p)++;
    }
  else if (**p == '+' || **p == '-')
    {
      int sign = **p == '-' ? -1 : 1;
      int hours;
      int minutes = 0;

      (*p)++;
      if (!read_digits (p, 2, &hours) || hours > 23)
        return FALSE;
      if (**p == ':')
        {
          (*p)++;
          if (!read_digits (p, 2, &minutes) || minutes > 59)
            return FALSE;
        }
      offset = sign * (hours * 3600 + minutes * 60);
    }

  part->minutes = hour * 60 + minute;
  part->lower += hour * 3600 + minute * 60 + second - offset;
  part->upper = part->lower + (part->precision == DATELINE_PRECISION_SECOND ? 1 : 60);

  return TRUE;
}

/* "2014", "-0044", "Y-170000002", "201X", "20XX". */
static gboolean
read_year (const char **p,
           Part        *part)
{
  gboolean negative = FALSE;
  int digits = 0;
  int masked = 0;
  gint64 span = 1;

  if (**p == 'Y')
    {
      char *end;

      (*p)++;
      if (**p != '-' && !g_ascii_isdigit (**p))
        return FALSE;
      part->year = g_ascii_strtoll (*p, &end, 10);
      digits = (int) (end - *p) - (**p == '-');
      *p = end;
      if (digits < 5 || digits > 10)
        return FALSE;
    }
  else
    {
      if (**p == '-')
        {
          negative = TRUE;
          (*p)++;
        }
      for (; digits < 4; digits++, (*p)++)
        {
          part->year *= 10;
          if (**p == 'X' && digits >= 2)
            masked++;
          else if (g_ascii_isdigit (**p) && masked == 0)
            part->year += **p - '0';
          else
            return FALSE;
        }
      if (masked == 1)
        span = 10;
      else if (masked == 2)
        span = 100;
      if (negative)
        part->year = -part->year;
    }

  part->precision = masked == 0 ? DATELINE_PRECISION_YEAR
                                : (masked == 1 ? DATELINE_PRECISION_DECADE : DATELINE_PRECISION_CENTURY);
  /* An unspecified negative year reaches back from its round number. */
  part->lower = dateline_calendar_from_civil (negative ? part->year - span + 1 : part->year, 1, 1);
  part->upper = dateline_calendar_from_civil (negative ? part->year + 1 : part->year + span, 1, 1);

  return TRUE;
}

/* The months, days and time after a year; "XX" leaves them unspecified. */
static gboolean
read_month_and_day (const char **p,
                    Part        *part)
{
  if (**p != '-')
    return TRUE;
  if (part->precision != DATELINE_PRECISION_YEAR)
    {
      /* Level 1 allows "XX" for what is unspecified, but a masked year with a known month only at level 2. */
      return FALSE;
    }

  (*p)++;
  if (strncmp (*p, "XX", 2) == 0)
    {
      *p += 2;
      if (strncmp (*p, "-XX", 3) == 0)
        *p += 3;
      return TRUE;
    }
  if (!read_digits (p, 2, &part->month))
    return FALSE;

  if (part->month >= 21 && part->month <= 24)
    {
      /* Meteorological seasons of the northern hemisphere; winter starts in December of its year. */
      int first = (part->month - 21) * 3 + 3;

      part->precision = DATELINE_PRECISION_SEASON;
      part->lower = dateline_calendar_from_civil (part->year, first, 1);
      part->upper = first == 12 ? dateline_calendar_from_civil (part->year + 1, 3, 1)
                                : dateline_calendar_from_civil (part->year, first + 3, 1);
      return TRUE;
    }
  if (part->month < 1 || part->month > 12)
    return FALSE;

  part->precision = DATELINE_PRECISION_MONTH;
  part->lower = dateline_calendar_from_civil (part->year, part->month, 1);
  part->upper = part->lower + dateline_calendar_days_in_month (part->year, part->month) * DATELINE_SECONDS_PER_DAY;

  if (**p != '-')
    return TRUE;
  (*p)++;
  if (strncmp (*p, "XX", 2) == 0)
    {
      *p += 2;
      return TRUE;
    }
  if (!read_digits (p, 2, &part->day) || part->day < 1 || part->day > dateline_calendar_days_in_month (part->year, part->month))
    return FALSE;

  part->precision = DATELINE_PRECISION_DAY;
  part->lower = dateline_calendar_from_civil (part->year, part->month, part->day);
  part->upper = part->lower + DATELINE_SECONDS_PER_DAY;

  return **p != 'T' || read_time (p, part);
}

static gboolean
read_part (const char **p,
           Part        *part)
{
  if (!read_year (p, part) || !read_month_and_day (p, part))
    return FALSE;

  if (**p == '?' || **p == '~' || **p == '%')
    {
      part->uncertain = **p != '~';
      part->approximate = **p != '?';
      (*p)++;
    }

  return TRUE;
}

/* An end of an interval may be open ("..") or unknown (""); both are drawn as open. */
static gboolean
read_end (const char **p,
          const char  *stop,
          Part        *part)
{
  if (*p == stop || (stop - *p == 2 && strncmp (*p, "..", 2) == 0))
    {
      *p = stop;
      part->open = TRUE;
      part->precision = DATELINE_PRECISION_SECOND;
      return TRUE;
    }

  return read_part (p, part) && *p == stop;
}

static gboolean
parse (DatelineDate *self)
{
  const char *p = self->edtf;
  const char *slash = strchr (p, '/');

  if (slash == NULL)
    {
      if (!read_part (&p, &self->from) || *p != '\0')
        return FALSE;
      self->to = self->from;
      return TRUE;
    }

  self->interval = TRUE;
  if (!read_end (&p, slash, &self->from))
    return FALSE;
  p = slash + 1;
  if (!read_end (&p, p + strlen (p), &self->to))
    return FALSE;
  if (self->from.open && self->to.open)
    return FALSE;

  if (self->from.open)
    self->from.lower = self->from.upper = DATELINE_DATE_OPEN_START;
  if (self->to.open)
    self->to.lower = self->to.upper = DATELINE_DATE_OPEN_END;

  return self->from.lower < self->to.upper;
}

/**
 * dateline_date_new:
 * @edtf: an EDTF level 1 string, such as "2021-02-02", "2020-08~" or "2014/.."
 * @error: return location for an error
 *
 * Reads a date. Errors are in the `DATELINE_DATE_ERROR` domain.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL with @error set
 */
DatelineDate *
dateline_date_new (const char  *edtf,
                   GError     **error)
{
  g_autoptr(DatelineDate) self = NULL;

  g_return_val_if_fail (edtf != NULL, NULL);

  self = g_new0 (DatelineDate, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->edtf = g_strdup (edtf);

  if (!parse (self))
    {
      g_autofree char *shown = dateline_text_abridge (edtf, 40);

      g_set_error (error, DATELINE_DATE_ERROR, DATELINE_DATE_ERROR_SYNTAX,
                   /* Translators: EDTF is the name of a date format, %s is what was found instead */
                   _("“%s” is not a date in EDTF form, such as 2021-02-02, 2020-08 or 2014/2021"), shown);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * dateline_date_ref:
 * @self: a `DatelineDate`
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
DatelineDate *
dateline_date_ref (DatelineDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * dateline_date_unref:
 * @self: (transfer full): a `DatelineDate`
 *
 * Gives a reference back.
 */
void
dateline_date_unref (DatelineDate *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    {
      g_free (self->edtf);
      g_free (self);
    }
}

/**
 * dateline_date_get_edtf:
 * @self: a `DatelineDate`
 *
 * The date as an EDTF string.
 *
 * Returns: the string that the date was read from
 */
const char *
dateline_date_get_edtf (const DatelineDate *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->edtf;
}

/**
 * dateline_date_get_lower:
 * @self: a `DatelineDate`
 *
 * The earliest moment that the date can mean.
 *
 * Returns: seconds from 1970-01-01 UTC, or `DATELINE_DATE_OPEN_START`
 */
gint64
dateline_date_get_lower (const DatelineDate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->from.lower;
}

/**
 * dateline_date_get_upper:
 * @self: a `DatelineDate`
 *
 * The first moment after all that the date can mean.
 *
 * Returns: seconds from 1970-01-01 UTC, or `DATELINE_DATE_OPEN_END`
 */
gint64
dateline_date_get_upper (const DatelineDate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->to.upper;
}

/**
 * dateline_date_get_ends:
 * @self: a `DatelineDate`
 * @start_upper: (out): the first moment after all that the start can mean
 * @end_lower: (out): the earliest moment that the end can mean
 * @start_doubtful: (out): whether the start is about right only, doubtful, or open
 * @end_doubtful: (out): whether the end is
 *
 * Tells how far each end of the date is known.
 */
void
dateline_date_get_ends (const DatelineDate *self,
                        gint64             *start_upper,
                        gint64             *end_lower,
                        gboolean           *start_doubtful,
                        gboolean           *end_doubtful)
{
  g_return_if_fail (self != NULL);

  *start_upper = self->from.upper;
  *end_lower = self->to.lower;
  *start_doubtful = self->from.approximate || self->from.uncertain || self->from.open;
  *end_doubtful = self->to.approximate || self->to.uncertain || self->to.open;
}

/**
 * dateline_date_get_precision:
 * @self: a `DatelineDate`
 *
 * How precise the date is; for an interval, how precise its vaguer end is.
 *
 * Returns: the precision
 */
DatelinePrecision
dateline_date_get_precision (const DatelineDate *self)
{
  g_return_val_if_fail (self != NULL, DATELINE_PRECISION_YEAR);

  return MIN (self->from.precision, self->to.precision);
}

/**
 * dateline_date_is_interval:
 * @self: a `DatelineDate`
 *
 * Whether something lasted, rather than happened at some moment of the date.
 *
 * Returns: %TRUE for "2014/2021", %FALSE for "2014"
 */
gboolean
dateline_date_is_interval (const DatelineDate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->interval;
}

/**
 * dateline_date_is_approximate:
 * @self: a `DatelineDate`
 *
 * Whether the date, or an end of it, is about right only ("~").
 *
 * Returns: %TRUE if it is
 */
gboolean
dateline_date_is_approximate (const DatelineDate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->from.approximate || self->to.approximate;
}

/**
 * dateline_date_is_uncertain:
 * @self: a `DatelineDate`
 *
 * Whether the date, or an end of it, is doubtful ("?").
 *
 * Returns: %TRUE if it is
 */
gboolean
dateline_date_is_uncertain (const DatelineDate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->from.uncertain || self->to.uncertain;
}

/**
 * dateline_date_is_exact_day:
 * @self: a `DatelineDate`
 *
 * Whether the date is one day, or a moment of one day, without any doubt.
 *
 * Returns: %TRUE if it is
 */
gboolean
dateline_date_is_exact_day (const DatelineDate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !self->interval && self->from.precision >= DATELINE_PRECISION_DAY &&
         !self->from.approximate && !self->from.uncertain;
}

/**
 * dateline_date_compare:
 * @a: a `DatelineDate`
 * @b: a `DatelineDate`
 *
 * Orders dates by when they start; of two that start together the longer comes first, so that
 * a year stands before its days.
 *
 * Returns: negative, zero or positive, as strcmp() does
 */
int
dateline_date_compare (const DatelineDate *a,
                       const DatelineDate *b)
{
  g_return_val_if_fail (a != NULL, 0);
  g_return_val_if_fail (b != NULL, 0);

  if (a->from.lower != b->from.lower)
    return a->from.lower < b->from.lower ? -1 : 1;
  if (a->to.upper != b->to.upper)
    return a->to.upper > b->to.upper ? -1 : 1;

  return 0;
}

/**
 * dateline_date_overlaps:
 * @a: a `DatelineDate`
 * @b: a `DatelineDate`
 *
 * Whether the two can mean the same moment.
 *
 * Returns: %TRUE if they can
 */
gboolean
dateline_date_overlaps (const DatelineDate *a,
                        const DatelineDate *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return a->from.lower < b->to.upper && b->from.lower < a->to.upper;
}

static char *
format_civil (const Part *part,
              const char *format)
{
  g_autoptr(GDateTime) time = NULL;

  /* GDateTime knows the years 1 to 9999; outside them a plain ISO form is honest. */
  if (part->year >= 1 && part->year <= 9999)
    time = g_date_time_new_utc ((int) part->year, MAX (part->month, 1), MAX (part->day, 1),
                                part->minutes / 60, part->minutes % 60, 0);
  if (time == NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT, part->year);

  return g_date_time_format (time, format);
}

static char *
format_part (const Part *part,
             gboolean    abbreviated)
{
  g_autofree char *plain = NULL;

  switch (part->precision)
    {
    case DATELINE_PRECISION_CENTURY:
      plain = g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, part->year, part->year + 99);
      break;
    case DATELINE_PRECISION_DECADE:
      {
        g_autofree char *year = g_strdup_printf ("%" G_GINT64_FORMAT, part->year);

        /* Translators: a decade, such as "2010s" */
        plain = g_strdup_printf (C_("date", "%ss"), year);
      }
      break;
    case DATELINE_PRECISION_YEAR:
      plain = g_strdup_printf ("%" G_GINT64_FORMAT, part->year);
      break;
    case DATELINE_PRECISION_SEASON:
      {
        const char *seasons[] = {
          /* Translators: %s is a year */
          C_("date", "spring %s"), C_("date", "summer %s"), C_("date", "autumn %s"), C_("date", "winter %s")
        };
        g_autofree char *year = g_strdup_printf ("%" G_GINT64_FORMAT, part->year);
        g_auto(GStrv) pieces = g_strsplit (seasons[part->month - 21], "%s", 2);

        plain = g_strjoinv (year, pieces);
      }
      break;
    case DATELINE_PRECISION_MONTH:
      /* Translators: a month and a year, in the form of g_date_time_format(): "August 2020" */
      plain = format_civil (part, abbreviated ? C_("date", "%b %Y") : C_("date", "%OB %Y"));
      break;
    case DATELINE_PRECISION_DAY:
      /* Translators: a day, in the form of g_date_time_format(): "2 February 2021" */
      plain = format_civil (part, abbreviated ? C_("date", "%-d %b %Y") : C_("date", "%-d %B %Y"));
      break;
    case DATELINE_PRECISION_MINUTE:
    case DATELINE_PRECISION_SECOND:
    default:
      /* Translators: a day and a time of day, in the form of g_date_time_format(): "2 February 2021, 10:30" */
      plain = format_civil (part, abbreviated ? C_("date", "%-d %b %Y, %H:%M") : C_("date", "%-d %B %Y, %H:%M"));
      break;
    }

  if (part->approximate && part->uncertain)
    /* Translators: a date that is both approximate and doubtful; %s is the date */
    return g_strdup_printf (C_("date", "perhaps about %s"), plain);
  if (part->approximate)
    /* Translators: %s is a date */
    return g_strdup_printf (C_("date", "about %s"), plain);
  if (part->uncertain)
    /* Translators: %s is a doubtful date */
    return g_strdup_printf (C_("date", "perhaps %s"), plain);

  return g_steal_pointer (&plain);
}

static char *
format_date (const DatelineDate *self,
             gboolean            abbreviated)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!self->interval)
    return format_part (&self->from, abbreviated);

  if (!self->from.open)
    from = format_part (&self->from, abbreviated);
  if (!self->to.open)
    to = format_part (&self->to, abbreviated);

  if (from == NULL)
    /* Translators: an interval without a known start; %s is its last date */
    return g_strdup_printf (C_("date", "until %s"), to);
  if (to == NULL)
    /* Translators: an interval without a known end; %s is its first date */
    return g_strdup_printf (C_("date", "from %s"), from);

  /* Translators: an interval from one date to another */
  return g_strdup_printf (C_("date", "%s – %s"), from, to);
}

/**
 * dateline_date_format:
 * @self: a `DatelineDate`
 *
 * Says the date in the reader's language.
 *
 * Returns: (transfer full): a phrase such as "2 February 2021" or "about August 2020"
 */
char *
dateline_date_format (const DatelineDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return format_date (self, FALSE);
}

/**
 * dateline_date_format_short:
 * @self: a `DatelineDate`
 *
 * Says the date in the reader's language where there is little room.
 *
 * Returns: (transfer full): a phrase such as "2 Feb 2021"
 */
char *
dateline_date_format_short (const DatelineDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return format_date (self, TRUE);
}
