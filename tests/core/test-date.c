/* SPDX-License-Identifier: GPL-3.0-or-later */
/* EDTF dates: what they mean, how they sort and how they read. */
#include "config.h"

#include "dateline-calendar.h"
#include "dateline-date.h"

#include <string.h>

typedef struct
{
  const char       *edtf;
  const char       *lower; /* ISO 8601; NULL for an open end, "" where GDateTime has no such year */
  const char       *upper;
  DatelinePrecision precision;
  const char       *flags; /* "i" an interval, "~" approximate, "?" uncertain, "d" an exact day */
  const char       *words;
  const char       *short_words;
} Case;

static const Case cases[] = {
  { "2014", "2014-01-01T00:00:00Z", "2015-01-01T00:00:00Z", DATELINE_PRECISION_YEAR, "", "2014", "2014" },
  { "2020-08", "2020-08-01T00:00:00Z", "2020-09-01T00:00:00Z", DATELINE_PRECISION_MONTH, "", "August 2020", "Aug 2020" },
  { "2020-12", "2020-12-01T00:00:00Z", "2021-01-01T00:00:00Z", DATELINE_PRECISION_MONTH, "", "December 2020", "Dec 2020" },
  { "2021-02-02", "2021-02-02T00:00:00Z", "2021-02-03T00:00:00Z", DATELINE_PRECISION_DAY, "d", "2 February 2021", "2 Feb 2021" },
  { "2020-02-29", "2020-02-29T00:00:00Z", "2020-03-01T00:00:00Z", DATELINE_PRECISION_DAY, "d", "29 February 2020", "29 Feb 2020" },
  { "2000-02-29", "2000-02-29T00:00:00Z", "2000-03-01T00:00:00Z", DATELINE_PRECISION_DAY, "d", "29 February 2000", "29 Feb 2000" },
  { "1969-12-31", "1969-12-31T00:00:00Z", "1970-01-01T00:00:00Z", DATELINE_PRECISION_DAY, "d", "31 December 1969", "31 Dec 1969" },
  { "2021-02-02T10:30", "2021-02-02T10:30:00Z", "2021-02-02T10:31:00Z", DATELINE_PRECISION_MINUTE, "d",
    "2 February 2021, 10:30", "2 Feb 2021, 10:30" },
  { "2021-02-02T10:30:15", "2021-02-02T10:30:15Z", "2021-02-02T10:30:16Z", DATELINE_PRECISION_SECOND, "d",
    "2 February 2021, 10:30", "2 Feb 2021, 10:30" },
  { "2021-02-02T10:30Z", "2021-02-02T10:30:00Z", "2021-02-02T10:31:00Z", DATELINE_PRECISION_MINUTE, "d",
    "2 February 2021, 10:30", "2 Feb 2021, 10:30" },
  /* The reader sees the clock of the place, the axis the moment. */
  { "2021-02-02T00:30+03:00", "2021-02-01T21:30:00Z", "2021-02-01T21:31:00Z", DATELINE_PRECISION_MINUTE, "d",
    "2 February 2021, 00:30", "2 Feb 2021, 00:30" },
  { "2021-02-02T22:00-05", "2021-02-03T03:00:00Z", "2021-02-03T03:01:00Z", DATELINE_PRECISION_MINUTE, "d",
    "2 February 2021, 22:00", "2 Feb 2021, 22:00" },

  { "2014~", "2014-01-01T00:00:00Z", "2015-01-01T00:00:00Z", DATELINE_PRECISION_YEAR, "~", "about 2014", "about 2014" },
  { "2020-08?", "2020-08-01T00:00:00Z", "2020-09-01T00:00:00Z", DATELINE_PRECISION_MONTH, "?",
    "perhaps August 2020", "perhaps Aug 2020" },
  { "2021-02-02%", "2021-02-02T00:00:00Z", "2021-02-03T00:00:00Z", DATELINE_PRECISION_DAY, "~?",
    "perhaps about 2 February 2021", "perhaps about 2 Feb 2021" },

  { "201X", "2010-01-01T00:00:00Z", "2020-01-01T00:00:00Z", DATELINE_PRECISION_DECADE, "", "2010s", "2010s" },
  { "19XX", "1900-01-01T00:00:00Z", "2000-01-01T00:00:00Z", DATELINE_PRECISION_CENTURY, "", "1900–1999", "1900–1999" },
  { "2021-XX", "2021-01-01T00:00:00Z", "2022-01-01T00:00:00Z", DATELINE_PRECISION_YEAR, "", "2021", "2021" },
  { "2021-XX-XX", "2021-01-01T00:00:00Z", "2022-01-01T00:00:00Z", DATELINE_PRECISION_YEAR, "", "2021", "2021" },
  { "2021-02-XX", "2021-02-01T00:00:00Z", "2021-03-01T00:00:00Z", DATELINE_PRECISION_MONTH, "", "February 2021", "Feb 2021" },
  { "2021-21", "2021-03-01T00:00:00Z", "2021-06-01T00:00:00Z", DATELINE_PRECISION_SEASON, "", "spring 2021", "spring 2021" },
  { "2021-24", "2021-12-01T00:00:00Z", "2022-03-01T00:00:00Z", DATELINE_PRECISION_SEASON, "", "winter 2021", "winter 2021" },
  { "0000", "", "0001-01-01T00:00:00Z", DATELINE_PRECISION_YEAR, "", "0", "0" },
  { "-0044", "", "", DATELINE_PRECISION_YEAR, "", "-44", "-44" },
  { "Y-170000002", "", "", DATELINE_PRECISION_YEAR, "", "-170000002", "-170000002" },
  { "9999-12-31", "9999-12-31T00:00:00Z", "", DATELINE_PRECISION_DAY, "d", "31 December 9999", "31 Dec 9999" },

  { "2014/2021", "2014-01-01T00:00:00Z", "2022-01-01T00:00:00Z", DATELINE_PRECISION_YEAR, "i", "2014 – 2021", "2014 – 2021" },
  { "2021-02-02/2021-02-03", "2021-02-02T00:00:00Z", "2021-02-04T00:00:00Z", DATELINE_PRECISION_DAY, "i",
    "2 February 2021 – 3 February 2021", "2 Feb 2021 – 3 Feb 2021" },
  { "2020-08~/2021-01-17", "2020-08-01T00:00:00Z", "2021-01-18T00:00:00Z", DATELINE_PRECISION_MONTH, "i~",
    "about August 2020 – 17 January 2021", "about Aug 2020 – 17 Jan 2021" },
  { "2014/..", "2014-01-01T00:00:00Z", NULL, DATELINE_PRECISION_YEAR, "i", "from 2014", "from 2014" },
  { "2014/", "2014-01-01T00:00:00Z", NULL, DATELINE_PRECISION_YEAR, "i", "from 2014", "from 2014" },
  { "../2021-02", NULL, "2021-03-01T00:00:00Z", DATELINE_PRECISION_MONTH, "i", "until February 2021", "until Feb 2021" },
  { "/2021", NULL, "2022-01-01T00:00:00Z", DATELINE_PRECISION_YEAR, "i", "until 2021", "until 2021" },
  { "2021-02-02/2021-02-02", "2021-02-02T00:00:00Z", "2021-02-03T00:00:00Z", DATELINE_PRECISION_DAY, "i",
    "2 February 2021 – 2 February 2021", "2 Feb 2021 – 2 Feb 2021" },
};

static const char *const hostile[] = {
  "", " ", "/", "..", "../..", "../", "/..", "//", "2014//2021", "2014/2021/2022", "2021/2020", "2021-02-03/2021-02-02",
  "yesterday", "2021-13", "2021-00", "2021-25", "2021-20", "2021-02-30", "2021-02-00", "2021-02-29", "1900-02-29", "2021-04-31",
  "2021-2-3", "21-02-02", "20210202", "2021/02/02", "2021.02.02", "02-02-2021", " 2021", "2021 ", "2021\n", "2021-", "2021-02-",
  "2021-02-02T", "2021-02-02T1", "2021-02-02T10", "2021-02-02T10:3", "2021-02-02T24:00", "2021-02-02T10:60",
  "2021-02-02T10:30:60", "2021-02-02T10:30+", "2021-02-02T10:30+3", "2021-02-02T10:30+24:00", "2021-02-02T10:30+03:60",
  "2021-02-02T10:30+03:0", "2021-02-02 10:30", "2021T10:30", "2021-02T10:30", "2021-XX-02", "2021-XX-", "2021-0X", "2021-02-0X",
  "XXXX", "2XXX", "20X1", "201X-05", "X201", "Y", "Y-", "Y1", "Y2021", "Y99999999999999999999999", "Y+20210", "--2021", "+2021",
  "2021~~", "2021?~", "~2021", "?", "%", "2021%%", "２０２１", "2021-02-02Z", "0x07E5", "2021-1e0", "٢٠٢١", "-", "-2", "-20X",
  "{2021}", "[2020..2021]", "2021-02-02~T10:30", "S2021", "2021-21-01", "2021-24-XX"
};

static void
assert_moment (gint64      moment,
               const char *iso,
               gint64      open)
{
  g_autoptr(GDateTime) time = NULL;

  if (iso == NULL)
    {
      g_assert_cmpint (moment, ==, open);
      return;
    }
  g_assert_cmpint (moment, !=, open);
  if (*iso == '\0')
    return;

  time = g_date_time_new_from_iso8601 (iso, NULL);
  g_assert_nonnull (time);
  g_assert_cmpint (moment, ==, g_date_time_to_unix (time));
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineDate) date = dateline_date_new (test->edtf, &error);
  g_autofree char *words = NULL;
  g_autofree char *short_words = NULL;

  g_assert_no_error (error);
  assert_moment (dateline_date_get_lower (date), test->lower, DATELINE_DATE_OPEN_START);
  assert_moment (dateline_date_get_upper (date), test->upper, DATELINE_DATE_OPEN_END);
  g_assert_cmpint (dateline_date_get_lower (date), <, dateline_date_get_upper (date));
  g_assert_cmpint (dateline_date_get_precision (date), ==, test->precision);
  g_assert_cmpint (dateline_date_is_interval (date), ==, strchr (test->flags, 'i') != NULL);
  g_assert_cmpint (dateline_date_is_approximate (date), ==, strchr (test->flags, '~') != NULL);
  g_assert_cmpint (dateline_date_is_uncertain (date), ==, strchr (test->flags, '?') != NULL);
  g_assert_cmpint (dateline_date_is_exact_day (date), ==, strchr (test->flags, 'd') != NULL);
  g_assert_cmpstr (dateline_date_get_edtf (date), ==, test->edtf);
  g_assert_true (dateline_date_overlaps (date, date));
  g_assert_cmpint (dateline_date_compare (date, date), ==, 0);

  words = dateline_date_format (date);
  short_words = dateline_date_format_short (date);
  g_assert_cmpstr (words, ==, test->words);
  g_assert_cmpstr (short_words, ==, test->short_words);
}

static void
test_hostile (void)
{
  g_autofree char *ones = g_strnfill (1000000, '1');
  g_autofree char *letters = NULL;
  g_autoptr(GString) cyrillic = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("“%s”", hostile[i]);
      g_assert_null (dateline_date_new (hostile[i], &error));
      g_assert_error (error, DATELINE_DATE_ERROR, DATELINE_DATE_ERROR_SYNTAX);
    }

  for (guint i = 0; i < 1000; i++)
    g_string_append (cyrillic, "вчера");
  letters = g_strdup (cyrillic->str);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (dateline_date_new (i == 0 ? ones : letters, &error));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpuint (strlen (error->message), <, 300);
    }
}

static void
test_order (void)
{
  /* By start; what starts together, the longer first. */
  static const char *const sorted[] = {
    "../2021", "Y-170000002", "-0044", "19XX", "2010/..", "201X", "2010", "2010-01", "2010-01-01", "2010-01-01T00:00",
    "2010-01-01T10:00+03:00", "2010-01-01T08:00", "2010-01-02"
  };

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        g_autoptr(DatelineDate) a = dateline_date_new (sorted[i], NULL);
        g_autoptr(DatelineDate) b = dateline_date_new (sorted[j], NULL);
        int order = dateline_date_compare (a, b);

        g_assert_cmpint (order < 0, ==, i < j);
        g_assert_cmpint (order > 0, ==, i > j);
      }
}

static void
test_overlaps (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean    overlap;
  } pairs[] = {
    { "2021", "2021-02-02", TRUE }, { "2021", "2022", FALSE }, { "2021-01-31", "2021-02-01", FALSE },
    { "2014/..", "2021", TRUE }, { "../2014", "2014", TRUE }, { "../2014", "2015", FALSE }, { "2014/2016", "2015/2020", TRUE },
    { "../2015", "2015/..", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr(DatelineDate) a = dateline_date_new (pairs[i].a, NULL);
      g_autoptr(DatelineDate) b = dateline_date_new (pairs[i].b, NULL);

      g_assert_cmpint (dateline_date_overlaps (a, b), ==, pairs[i].overlap);
      g_assert_cmpint (dateline_date_overlaps (b, a), ==, pairs[i].overlap);
    }
}

/* Against GLib's own calendar, over all its years. */
static void
test_calendar (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (42);

  for (guint i = 0; i < 20000; i++)
    {
      gint64 seconds = g_rand_int_range (rand, -719162, 2932896) * DATELINE_SECONDS_PER_DAY;
      g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (seconds);
      gint64 year;
      int month;
      int day;

      dateline_calendar_to_civil (seconds + g_rand_int_range (rand, 0, 86400), &year, &month, &day);
      g_assert_cmpint (year, ==, g_date_time_get_year (time));
      g_assert_cmpint (month, ==, g_date_time_get_month (time));
      g_assert_cmpint (day, ==, g_date_time_get_day_of_month (time));
      g_assert_cmpint (dateline_calendar_from_civil (year, month, day), ==, seconds);
      g_assert_cmpint (dateline_calendar_days_in_month (year, month), ==, g_date_get_days_in_month (month, year));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* A slash in a path would start a group. */
      g_autofree char *name = g_strdelimit (g_strdup (cases[i].edtf), "/", '_');
      g_autofree char *path = g_strconcat ("/date/edtf/", name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/date/hostile", test_hostile);
  g_test_add_func ("/date/order", test_order);
  g_test_add_func ("/date/overlaps", test_overlaps);
  g_test_add_func ("/date/calendar", test_calendar);

  return g_test_run ();
}
