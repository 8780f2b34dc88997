/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of accounts: what they leave open and how they read. */
#include "config.h"

#include "dateline-quantity.h"

#include <math.h>
#include <string.h>

#define MONTH (146097.0 * 86400.0 / 4800.0)
#define OPEN  HUGE_VAL

typedef struct
{
  DatelineValueKind kind;
  const char       *value;
  DatelineBound     bound;
  const char       *precision;
  double            lower;
  double            upper;
  const char       *string;
  const char       *words;
} Case;

static const Case cases[] = {
  { DATELINE_VALUE_KIND_DURATION, "P2Y8M", DATELINE_BOUND_EXACTLY, NULL, 32 * MONTH, 32 * MONTH, "P2Y8M", "2 years 8 months" },
  { DATELINE_VALUE_KIND_DURATION, "P2Y6M", DATELINE_BOUND_EXACTLY, "P6M", 27 * MONTH, 33 * MONTH, "P2Y6M", "2 years 6 months" },
  { DATELINE_VALUE_KIND_DURATION, "P30M", DATELINE_BOUND_EXACTLY, NULL, 30 * MONTH, 30 * MONTH, "P30M", "2 years 6 months" },
  { DATELINE_VALUE_KIND_DURATION, "P2Y", DATELINE_BOUND_OVER, "P1Y", 24 * MONTH, 36 * MONTH, ">P2Y", "more than 2 years" },
  { DATELINE_VALUE_KIND_DURATION, "P3Y", DATELINE_BOUND_ALMOST, "P1Y", 30 * MONTH, 36 * MONTH, "<~P3Y", "almost 3 years" },
  { DATELINE_VALUE_KIND_DURATION, "PT1M30S", DATELINE_BOUND_EXACTLY, NULL, 90, 90, "PT1M30S", "1 minute 30 seconds" },
  { DATELINE_VALUE_KIND_DURATION, "P1W", DATELINE_BOUND_EXACTLY, NULL, 604800, 604800, "P1W", "7 days" },
  { DATELINE_VALUE_KIND_DURATION, "P1DT2H", DATELINE_BOUND_AT_MOST, NULL, -OPEN, 93600, "<=P1DT2H", "at most 1 day 2 hours" },
  { DATELINE_VALUE_KIND_DURATION, "P44Y", DATELINE_BOUND_EXACTLY, NULL, 528 * MONTH, 528 * MONTH, "P44Y", "44 years" },
  { DATELINE_VALUE_KIND_DURATION, "P11M", DATELINE_BOUND_EXACTLY, NULL, 11 * MONTH, 11 * MONTH, "P11M", "11 months" },
  { DATELINE_VALUE_KIND_DURATION, "PT0S", DATELINE_BOUND_EXACTLY, NULL, 0, 0, "PT0S", "0 seconds" },

  { DATELINE_VALUE_KIND_COUNT, "5000", DATELINE_BOUND_OVER, "1000", 5000, 6000, ">5000", "more than 5000" },
  { DATELINE_VALUE_KIND_COUNT, "5000", DATELINE_BOUND_OVER, NULL, 5000, OPEN, ">5000", "more than 5000" },
  { DATELINE_VALUE_KIND_COUNT, "1000", DATELINE_BOUND_AT_LEAST, NULL, 1000, OPEN, ">=1000", "at least 1000" },
  { DATELINE_VALUE_KIND_COUNT, "10", DATELINE_BOUND_UNDER, NULL, -OPEN, 10, "<10", "less than 10" },
  { DATELINE_VALUE_KIND_COUNT, "200", DATELINE_BOUND_ABOUT, NULL, 180, 220, "~200", "about 200" },
  { DATELINE_VALUE_KIND_COUNT, "200", DATELINE_BOUND_ABOUT, "100", 150, 250, "~200", "about 200" },
  { DATELINE_VALUE_KIND_COUNT, "1.5", DATELINE_BOUND_EXACTLY, NULL, 1.5, 1.5, "1.5", "1.5" },
  { DATELINE_VALUE_KIND_COUNT, "-3", DATELINE_BOUND_EXACTLY, NULL, -3, -3, "-3", "-3" },

  { DATELINE_VALUE_KIND_DATE, "2021-02-02", DATELINE_BOUND_EXACTLY, NULL, 1612224000, 1612310400, "2021-02-02", "2 February 2021" },
  { DATELINE_VALUE_KIND_DATE, "2021/..", DATELINE_BOUND_EXACTLY, NULL, 1609459200, OPEN, "2021/..", "from 2021" },
  { DATELINE_VALUE_KIND_DATE, "../2021", DATELINE_BOUND_EXACTLY, NULL, -OPEN, 1640995200, "../2021", "until 2021" },

  { DATELINE_VALUE_KIND_TEXT, "parole", DATELINE_BOUND_EXACTLY, NULL, 0, 0, "parole", "parole" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineQuantity) quantity = dateline_quantity_new (test->kind, test->value, test->bound, test->precision, &error);
  g_autofree char *string = NULL;
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  g_assert_cmpfloat (dateline_quantity_get_lower (quantity), ==, test->lower);
  g_assert_cmpfloat (dateline_quantity_get_upper (quantity), ==, test->upper);
  g_assert_cmpstr (dateline_quantity_get_value (quantity), ==, test->value);
  g_assert_cmpstr (dateline_quantity_get_precision (quantity), ==, test->precision != NULL ? test->precision : "");
  g_assert_cmpint (dateline_quantity_get_bound (quantity), ==, test->bound);

  string = dateline_quantity_to_string (quantity);
  words = dateline_quantity_format (quantity);
  g_assert_cmpstr (string, ==, test->string);
  g_assert_cmpstr (words, ==, test->words);
}

static const struct
{
  DatelineValueKind kind;
  const char       *value;
  const char       *precision;
} hostile[] = {
  { DATELINE_VALUE_KIND_DURATION, "", NULL },        { DATELINE_VALUE_KIND_DURATION, "P", NULL },
  { DATELINE_VALUE_KIND_DURATION, "PT", NULL },      { DATELINE_VALUE_KIND_DURATION, "P1", NULL },
  { DATELINE_VALUE_KIND_DURATION, "1Y", NULL },      { DATELINE_VALUE_KIND_DURATION, "P1Y2", NULL },
  { DATELINE_VALUE_KIND_DURATION, "P-1Y", NULL },    { DATELINE_VALUE_KIND_DURATION, "P1T", NULL },
  { DATELINE_VALUE_KIND_DURATION, "PT1D", NULL },    { DATELINE_VALUE_KIND_DURATION, "P1H", NULL },
  { DATELINE_VALUE_KIND_DURATION, "P1YT", NULL },    { DATELINE_VALUE_KIND_DURATION, "p1y", NULL },
  { DATELINE_VALUE_KIND_DURATION, "P1Y ", NULL },    { DATELINE_VALUE_KIND_DURATION, "PT1HT1S", NULL },
  { DATELINE_VALUE_KIND_DURATION, "P0x10Y", NULL },  { DATELINE_VALUE_KIND_DURATION, "P1e5Y", NULL },
  { DATELINE_VALUE_KIND_DURATION, "PinfY", NULL },   { DATELINE_VALUE_KIND_DURATION, "two years", NULL },
  { DATELINE_VALUE_KIND_DURATION, "P2Y", "half a year" }, { DATELINE_VALUE_KIND_DURATION, "P2Y", "6" },
  { DATELINE_VALUE_KIND_COUNT, "", NULL },           { DATELINE_VALUE_KIND_COUNT, "many", NULL },
  { DATELINE_VALUE_KIND_COUNT, "inf", NULL },        { DATELINE_VALUE_KIND_COUNT, "-inf", NULL },
  { DATELINE_VALUE_KIND_COUNT, "nan", NULL },        { DATELINE_VALUE_KIND_COUNT, "1e400", NULL },
  { DATELINE_VALUE_KIND_COUNT, "0x10", NULL },       { DATELINE_VALUE_KIND_COUNT, "--5", NULL },
  { DATELINE_VALUE_KIND_COUNT, "5 000", NULL },      { DATELINE_VALUE_KIND_COUNT, "5,000", NULL },
  { DATELINE_VALUE_KIND_COUNT, "5 ", NULL },         { DATELINE_VALUE_KIND_COUNT, " 5", NULL },
  { DATELINE_VALUE_KIND_COUNT, "-", NULL },          { DATELINE_VALUE_KIND_COUNT, "5.", NULL },
  { DATELINE_VALUE_KIND_COUNT, "5", "-1" },          { DATELINE_VALUE_KIND_COUNT, "5", "x" },
  { DATELINE_VALUE_KIND_DATE, "", NULL },            { DATELINE_VALUE_KIND_DATE, "2021-13", NULL },
};

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s, %s", hostile[i].value, hostile[i].precision != NULL ? hostile[i].precision : "-");
      g_assert_null (dateline_quantity_new (hostile[i].kind, hostile[i].value, DATELINE_BOUND_EXACTLY,
                                            hostile[i].precision, &error));
      g_assert_nonnull (error);
    }
}

/* Numbers that fit nothing are still said, if not well. */
static void
test_huge (void)
{
  g_autofree char *nines = g_strnfill (300, '9');
  g_autofree char *duration = g_strdup_printf ("P%sY", nines);
  const char *values[] = { nines, duration };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(DatelineQuantity) quantity = NULL;
      g_autofree char *words = NULL;

      quantity = dateline_quantity_new (i == 0 ? DATELINE_VALUE_KIND_COUNT : DATELINE_VALUE_KIND_DURATION,
                                        values[i], DATELINE_BOUND_ABOUT, NULL, &error);
      g_assert_no_error (error);
      words = dateline_quantity_format (quantity);
      g_assert_true (g_str_has_prefix (words, "about "));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (cases[i].value), "/", '_');
      g_autofree char *path = g_strdup_printf ("/quantity/%u-%s", i, name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/quantity/hostile", test_hostile);
  g_test_add_func ("/quantity/huge", test_huge);

  return g_test_run ();
}
