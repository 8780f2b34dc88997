/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The normalised value of an account, with what its wording leaves open: the interval of values it is compatible with. */
#include "config.h"

#include "dateline-quantity.h"

#include <glib/gi18n.h>
#include <math.h>

#include "dateline-date.h"
#include "dateline-text.h"

/* The mean Gregorian month: years and months are then exact multiples of one another, which is what wordings of
 * durations mean ("2.5 years" is 30 months). */
#define SECONDS_PER_MONTH (146097.0 * 86400.0 / 4800.0)

/* "about 200" may be this share off in either direction when no precision is given. */
#define ABOUT_SHARE 0.1

struct _DatelineQuantity
{
  gatomicrefcount   ref_count;
  DatelineValueKind kind;
  DatelineBound     bound;
  char             *value;
  char             *precision;
  double            number;
  double            step;
  double            lower;
  double            upper;
};

G_DEFINE_QUARK (dateline-quantity-error-quark, dateline_quantity_error)
G_DEFINE_BOXED_TYPE (DatelineQuantity, dateline_quantity, dateline_quantity_ref, dateline_quantity_unref)

G_DEFINE_ENUM_TYPE (DatelineValueKind, dateline_value_kind,
                    G_DEFINE_ENUM_VALUE (DATELINE_VALUE_KIND_DURATION, "duration"),
                    G_DEFINE_ENUM_VALUE (DATELINE_VALUE_KIND_COUNT, "count"),
                    G_DEFINE_ENUM_VALUE (DATELINE_VALUE_KIND_DATE, "date"),
                    G_DEFINE_ENUM_VALUE (DATELINE_VALUE_KIND_TEXT, "text"))

G_DEFINE_ENUM_TYPE (DatelineBound, dateline_bound,
                    G_DEFINE_ENUM_VALUE (DATELINE_BOUND_EXACTLY, "exactly"),
                    G_DEFINE_ENUM_VALUE (DATELINE_BOUND_OVER, "over"),
                    G_DEFINE_ENUM_VALUE (DATELINE_BOUND_AT_LEAST, "at-least"),
                    G_DEFINE_ENUM_VALUE (DATELINE_BOUND_UNDER, "under"),
                    G_DEFINE_ENUM_VALUE (DATELINE_BOUND_AT_MOST, "at-most"),
                    G_DEFINE_ENUM_VALUE (DATELINE_BOUND_ABOUT, "about"),
                    G_DEFINE_ENUM_VALUE (DATELINE_BOUND_ALMOST, "almost"))

static double
unit_in_seconds (char     unit,
                 gboolean in_time)
{
  switch (unit)
    {
    case 'Y':
      return in_time ? 0 : 12 * SECONDS_PER_MONTH;
    case 'M':
      return in_time ? 60 : SECONDS_PER_MONTH;
    case 'W':
      return in_time ? 0 : 7 * 86400.0;
    case 'D':
      return in_time ? 0 : 86400.0;
    case 'H':
      return in_time ? 3600 : 0;
    case 'S':
      return in_time ? 1 : 0;
    default:
      return 0;
    }
}

/* A plain decimal number: g_ascii_strtod() alone would take "0x10", "1e5" and "inf" for one. */
static gboolean
read_decimal (const char **p,
              double      *number)
{
  const char *end = *p;
  char *stop;

  while (g_ascii_isdigit (*end))
    end++;
  if (end == *p)
    return FALSE;
  if (*end == '.')
    {
      end++;
      if (!g_ascii_isdigit (*end))
        return FALSE;
      while (g_ascii_isdigit (*end))
        end++;
    }

  *number = g_ascii_strtod (*p, &stop);
  *p = end;

  return stop == end && isfinite (*number);
}

/* An ISO 8601 duration, such as "P2Y8M" or "PT1M30S". */
static gboolean
parse_duration (const char *text,
                double     *seconds)
{
  const char *p = text;
  gboolean in_time = FALSE;
  guint n = 0;

  *seconds = 0;
  if (*p++ != 'P')
    return FALSE;

  while (*p != '\0')
    {
      double amount;
      double unit;

      if (*p == 'T' && !in_time)
        {
          in_time = TRUE;
          p++;
        }
      if (!read_decimal (&p, &amount))
        return FALSE;
      unit = unit_in_seconds (*p, in_time);
      if (unit <= 0)
        return FALSE;
      *seconds += amount * unit;
      p++;
      n++;
    }

  return n > 0 && isfinite (*seconds);
}

static gboolean
parse_count (const char *text,
             double     *number)
{
  gboolean is_negative = *text == '-';

  text += is_negative;
  if (!read_decimal (&text, number) || *text != '\0')
    return FALSE;
  if (is_negative)
    *number = -*number;

  return TRUE;
}

static gboolean
parse_number (DatelineValueKind  kind,
              const char        *text,
              double            *number)
{
  return kind == DATELINE_VALUE_KIND_DURATION ? parse_duration (text, number) : parse_count (text, number);
}

static void
set_interval (DatelineQuantity *self)
{
  double n = self->number;
  double step = self->step;

  self->lower = self->upper = n;

  switch (self->bound)
    {
    case DATELINE_BOUND_OVER:
    case DATELINE_BOUND_AT_LEAST:
      self->upper = step > 0 ? n + step : INFINITY;
      break;
    case DATELINE_BOUND_UNDER:
    case DATELINE_BOUND_AT_MOST:
      self->lower = step > 0 ? n - step : -INFINITY;
      break;
    case DATELINE_BOUND_ABOUT:
      self->lower = n - (step > 0 ? step / 2 : fabs (n) * ABOUT_SHARE);
      self->upper = n + (step > 0 ? step / 2 : fabs (n) * ABOUT_SHARE);
      break;
    case DATELINE_BOUND_ALMOST:
      self->lower = n - (step > 0 ? step / 2 : fabs (n) * ABOUT_SHARE);
      break;
    case DATELINE_BOUND_EXACTLY:
    default:
      self->lower = n - step / 2;
      self->upper = n + step / 2;
      break;
    }
}

static gboolean
parse_date_value (DatelineQuantity  *self,
                  GError           **error)
{
  g_autoptr(DatelineDate) date = dateline_date_new (self->value, error);

  if (date == NULL)
    return FALSE;

  self->number = self->lower = (double) dateline_date_get_lower (date);
  self->upper = (double) dateline_date_get_upper (date);
  if (dateline_date_get_lower (date) == DATELINE_DATE_OPEN_START)
    self->lower = -INFINITY;
  if (dateline_date_get_upper (date) == DATELINE_DATE_OPEN_END)
    self->upper = INFINITY;

  return TRUE;
}

/**
 * dateline_quantity_new:
 * @kind: how @value is written
 * @value: an ISO 8601 duration, a decimal number, an EDTF date, or a normalised text
 * @bound: what the wording says of the number ("more than", "almost")
 * @precision: (nullable): the step to which the wording is rounded, written as @value is
 * @error: return location for an error
 *
 * Reads a normalised value. Errors are in the `DATELINE_QUANTITY_ERROR` or the `DATELINE_DATE_ERROR` domain.
 *
 * Returns: (transfer full) (nullable): the quantity, or %NULL with @error set
 */
DatelineQuantity *
dateline_quantity_new (DatelineValueKind   kind,
                       const char         *value,
                       DatelineBound       bound,
                       const char         *precision,
                       GError            **error)
{
  g_autoptr(DatelineQuantity) self = NULL;

  g_return_val_if_fail (value != NULL, NULL);

  self = g_new0 (DatelineQuantity, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->bound = bound;
  self->value = g_strdup (value);
  self->precision = g_strdup (precision != NULL ? precision : "");

  if (kind == DATELINE_VALUE_KIND_TEXT)
    return g_steal_pointer (&self);
  if (kind == DATELINE_VALUE_KIND_DATE)
    return parse_date_value (self, error) ? g_steal_pointer (&self) : NULL;

  if (!parse_number (kind, value, &self->number))
    {
      g_autofree char *shown = dateline_text_abridge (value, 40);

      g_set_error (error, DATELINE_QUANTITY_ERROR, DATELINE_QUANTITY_ERROR_SYNTAX,
                   kind == DATELINE_VALUE_KIND_DURATION
                     ? _("“%s” is not a duration in ISO 8601 form, such as P2Y8M")
                     : _("“%s” is not a number"),
                   shown);
      return NULL;
    }
  if (*self->precision != '\0' && (!parse_number (kind, self->precision, &self->step) || self->step < 0))
    {
      g_autofree char *shown = dateline_text_abridge (self->precision, 40);

      g_set_error (error, DATELINE_QUANTITY_ERROR, DATELINE_QUANTITY_ERROR_SYNTAX,
                   _("“%s” is not a precision"), shown);
      return NULL;
    }
  set_interval (self);

  return g_steal_pointer (&self);
}

/**
 * dateline_quantity_ref:
 * @self: a `DatelineQuantity`
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
DatelineQuantity *
dateline_quantity_ref (DatelineQuantity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * dateline_quantity_unref:
 * @self: (transfer full): a `DatelineQuantity`
 *
 * Gives a reference back.
 */
void
dateline_quantity_unref (DatelineQuantity *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    {
      g_free (self->value);
      g_free (self->precision);
      g_free (self);
    }
}

/**
 * dateline_quantity_get_kind:
 * @self: a `DatelineQuantity`
 *
 * How the value is written.
 *
 * Returns: the kind
 */
DatelineValueKind
dateline_quantity_get_kind (const DatelineQuantity *self)
{
  g_return_val_if_fail (self != NULL, DATELINE_VALUE_KIND_TEXT);

  return self->kind;
}

/**
 * dateline_quantity_get_value:
 * @self: a `DatelineQuantity`
 *
 * The value without its bound.
 *
 * Returns: the value as it was read
 */
const char *
dateline_quantity_get_value (const DatelineQuantity *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->value;
}

/**
 * dateline_quantity_get_bound:
 * @self: a `DatelineQuantity`
 *
 * What the wording says of the number.
 *
 * Returns: the bound
 */
DatelineBound
dateline_quantity_get_bound (const DatelineQuantity *self)
{
  g_return_val_if_fail (self != NULL, DATELINE_BOUND_EXACTLY);

  return self->bound;
}

/**
 * dateline_quantity_get_precision:
 * @self: a `DatelineQuantity`
 *
 * The step to which the wording is rounded, as it was read.
 *
 * Returns: the precision, or an empty string
 */
const char *
dateline_quantity_get_precision (const DatelineQuantity *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->precision;
}

/**
 * dateline_quantity_get_number:
 * @self: a `DatelineQuantity`
 *
 * The number that the wording names.
 *
 * Returns: seconds for a duration; seconds from 1970 for a date; 0 for a text
 */
double
dateline_quantity_get_number (const DatelineQuantity *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->number;
}

/**
 * dateline_quantity_get_step:
 * @self: a `DatelineQuantity`
 *
 * The step to which the wording is rounded.
 *
 * Returns: the step in the unit of the number, or 0 if the wording is not rounded
 */
double
dateline_quantity_get_step (const DatelineQuantity *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->step;
}

/**
 * dateline_quantity_get_lower:
 * @self: a `DatelineQuantity`
 *
 * The least value that the wording is compatible with.
 *
 * Returns: the bound, perhaps negative infinity
 */
double
dateline_quantity_get_lower (const DatelineQuantity *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lower;
}

/**
 * dateline_quantity_get_upper:
 * @self: a `DatelineQuantity`
 *
 * The greatest value that the wording is compatible with.
 *
 * Returns: the bound, perhaps infinity
 */
double
dateline_quantity_get_upper (const DatelineQuantity *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->upper;
}

/**
 * dateline_quantity_to_string:
 * @self: a `DatelineQuantity`
 *
 * The value with a sign for its bound, for programs to read: ">5000", "~P3Y", "P2Y8M".
 *
 * Returns: (transfer full): the string
 */
char *
dateline_quantity_to_string (const DatelineQuantity *self)
{
  static const char *const signs[] = { "", ">", ">=", "<", "<=", "~", "<~" };

  g_return_val_if_fail (self != NULL, NULL);

  return g_strconcat (signs[self->bound], self->value, NULL);
}

/* Takes whole units off @rest. */
static int
take_unit (double *rest,
           double  unit)
{
  int n = (int) CLAMP (floor ((*rest + 0.5) / unit), 0, G_MAXINT);

  *rest -= n * unit;

  return n;
}

/* Frees the phrase, which is left out when it counts nothing. */
static void
append_unit (GString  *text,
             gboolean  shown,
             char     *phrase)
{
  if (shown)
    {
      g_string_append (text, text->len > 0 ? " " : "");
      g_string_append (text, phrase);
    }
  g_free (phrase);
}

static char *
format_duration (double seconds)
{
  GString *text = g_string_new (NULL);
  double rest = seconds;
  int n;

  n = take_unit (&rest, 12 * SECONDS_PER_MONTH);
  append_unit (text, n > 0, g_strdup_printf (ngettext ("%d year", "%d years", n), n));
  n = take_unit (&rest, SECONDS_PER_MONTH);
  append_unit (text, n > 0, g_strdup_printf (ngettext ("%d month", "%d months", n), n));
  n = take_unit (&rest, 86400);
  append_unit (text, n > 0, g_strdup_printf (ngettext ("%d day", "%d days", n), n));
  n = take_unit (&rest, 3600);
  append_unit (text, n > 0, g_strdup_printf (ngettext ("%d hour", "%d hours", n), n));
  n = take_unit (&rest, 60);
  append_unit (text, n > 0, g_strdup_printf (ngettext ("%d minute", "%d minutes", n), n));
  n = take_unit (&rest, 1);
  append_unit (text, n > 0 || text->len == 0, g_strdup_printf (ngettext ("%d second", "%d seconds", n), n));

  return g_string_free (text, FALSE);
}

static char *
format_value (const DatelineQuantity *self)
{
  switch (self->kind)
    {
    case DATELINE_VALUE_KIND_DURATION:
      return format_duration (self->number);
    case DATELINE_VALUE_KIND_COUNT:
      return self->number == floor (self->number) ? g_strdup_printf ("%'.0f", self->number)
                                                  : g_strdup_printf ("%'g", self->number);
    case DATELINE_VALUE_KIND_DATE:
      {
        g_autoptr(DatelineDate) date = dateline_date_new (self->value, NULL);

        return date != NULL ? dateline_date_format (date) : g_strdup (self->value);
      }
    case DATELINE_VALUE_KIND_TEXT:
    default:
      return g_strdup (self->value);
    }
}

/**
 * dateline_quantity_format:
 * @self: a `DatelineQuantity`
 *
 * Says the value in the reader's language, whatever the article's wording.
 *
 * Returns: (transfer full): a phrase such as "more than 5,000" or "2 years 8 months"
 */
char *
dateline_quantity_format (const DatelineQuantity *self)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  value = format_value (self);

  switch (self->bound)
    {
    case DATELINE_BOUND_OVER:
      /* Translators: %s is a number, a duration or a date */
      return g_strdup_printf (C_("quantity", "more than %s"), value);
    case DATELINE_BOUND_AT_LEAST:
      /* Translators: %s is a number, a duration or a date */
      return g_strdup_printf (C_("quantity", "at least %s"), value);
    case DATELINE_BOUND_UNDER:
      /* Translators: %s is a number, a duration or a date */
      return g_strdup_printf (C_("quantity", "less than %s"), value);
    case DATELINE_BOUND_AT_MOST:
      /* Translators: %s is a number, a duration or a date */
      return g_strdup_printf (C_("quantity", "at most %s"), value);
    case DATELINE_BOUND_ABOUT:
      /* Translators: %s is a number, a duration or a date */
      return g_strdup_printf (C_("quantity", "about %s"), value);
    case DATELINE_BOUND_ALMOST:
      /* Translators: %s is a number, a duration or a date */
      return g_strdup_printf (C_("quantity", "almost %s"), value);
    case DATELINE_BOUND_EXACTLY:
    default:
      return g_steal_pointer (&value);
    }
}
