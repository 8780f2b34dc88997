/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words of an article say, as a value. */
#include "config.h"

#include "dateline-wording.h"

typedef struct
{
  const char *words;
  const char *kind; /* what it is taken for when nothing is said: duration, count, date, text */
  const char *value;
  const char *precision;
  const char *unit;
} Case;

/* The article is of Wednesday, 3 February 2021. */
static const Case cases[] = {
  { "two years and eight months", "duration", "P2Y8M", "", "" },
  { "2.5 years", "duration", "P2Y6M", "P6M", "" },
  { "over two and a half years", "duration", ">P2Y6M", "P6M", "" },
  { "more than two years", "duration", ">P2Y", "P1Y", "" },
  { "almost 3 years", "duration", "<~P3Y", "P1Y", "" },
  { "3 1/2-year", "duration", "P3Y6M", "P6M", "" },
  { "2½ years", "duration", "P2Y6M", "P6M", "" },
  { "two years and a half", "duration", "P2Y6M", "P6M", "" },
  { "10 months", "duration", "P10M", "", "" },
  { "30 months", "duration", "P30M", "", "" },
  { "44-year-old", "duration", "P44Y", "", "" },
  { "one and a half minutes", "duration", "PT1M30S", "PT30S", "" },
  { "90 minutes", "duration", "PT90M", "", "" },
  { "half an hour", "duration", "PT30M", "PT30M", "" },
  { "a week", "duration", "P1W", "", "" },
  { "six weeks", "duration", "P6W", "", "" },
  { "a day and two hours", "duration", "P1DT2H", "", "" },
  { "for at least 15 days", "duration", ">=P15D", "P1D", "" },
  { "2 years, 3 months and 5 days", "duration", "P2Y3M5D", "", "" },
  { "one year and ten days", "duration", "P1Y10D", "", "" },

  { "more than 5,000", "count", ">5000", "1000", "" },
  { "more than 5000 people", "count", ">5000", "1000", "people" },
  { "5\302\240000", "count", "5000", "", "" },
  { "two hundred and fifty", "count", "250", "", "" },
  { "at least a hundred thousand", "count", ">=100000", "100000", "" },
  { "1.5 million", "count", "1500000", "", "" },
  { "twenty-three women", "count", "23", "", "women" },
  { "thousands of people", "count", ">=1000", "1000", "people" },
  { "Tens of thousands", "count", ">=10000", "10000", "" },
  { "hundreds", "count", ">=100", "100", "" },
  { "several", "count", ">2", "", "" },
  { "no fewer than 12 cities", "count", ">=12", "", "cities" },
  { "up to 200", "count", "<=200", "100", "" },
  { "a dozen", "count", "12", "", "" },
  { "2014 protesters", "count", "2014", "", "protesters" },

  { "2 February", "date", "2021-02-02", "", "" },
  { "Tuesday, 2 February", "date", "2021-02-02", "", "" },
  { "February 2nd, 2021", "date", "2021-02-02", "", "" },
  { "the 2nd of February 2019", "date", "2019-02-02", "", "" },
  { "17 January", "date", "2021-01-17", "", "" },
  { "January", "date", "2021-01", "", "" },
  { "30 December", "date", "2020-12-30", "", "" },
  { "August 2020", "date", "2020-08", "", "" },
  { "in 2014", "date", "2014", "", "" },
  { "2014", "date", "2014", "", "" },
  { "on Tuesday", "date", "2021-02-02", "", "" },
  { "yesterday", "date", "2021-02-02", "", "" },
  { "2021-02-02/2021-02-03", "date", "2021-02-02/2021-02-03", "", "" },

  { "parole", "text", "parole", "", "" },
  { "  the terms of his probation ", "text", "the terms of his probation", "", "" },
  { "30 February 2021 or so", "text", "30 February 2021 or so", "", "" },
  { "may", "text", "may", "", "" },
  { "two protesters and their three lawyers were led away", "text", "two protesters and their three lawyers were led away", "", "" },
  { "насилие", "text", "насилие", "", "" },
  { "1.3 years", "text", "1.3 years", "", "" },
};

static void
assert_quantity (DatelineQuantity *quantity,
                 const char       *kind,
                 const char       *value)
{
  GEnumClass *kinds = g_type_class_ref (DATELINE_TYPE_VALUE_KIND);
  g_autofree char *string = dateline_quantity_to_string (quantity);

  g_assert_cmpstr (g_enum_get_value (kinds, dateline_quantity_get_kind (quantity))->value_nick, ==, kind);
  g_assert_cmpstr (string, ==, value);
  g_type_class_unref (kinds);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(DatelineDate) published = dateline_date_new ("2021-02-03", NULL);
  g_autofree char *unit = NULL;
  g_autoptr(DatelineQuantity) quantity = dateline_wording_read (test->words, published, &unit);

  assert_quantity (quantity, test->kind, test->value);
  g_assert_cmpstr (dateline_quantity_get_precision (quantity), ==, test->precision);
  g_assert_cmpstr (unit, ==, test->unit);
}

/* Where the question says what is asked for, more words may stand around it. */
static void
test_as (void)
{
  static const struct
  {
    const char       *words;
    DatelineValueKind kind;
    const char       *name;
    const char       *value;
  } as[] = {
    { "was sentenced to two years and eight months in a penal colony", DATELINE_VALUE_KIND_DURATION, "duration", "P2Y8M" },
    { "two protesters were held for more than ten days by the police", DATELINE_VALUE_KIND_DURATION, "duration", ">P10D" },
    { "the police detained about 1,400 people all over the country", DATELINE_VALUE_KIND_COUNT, "count", "~1400" },
    { "a heart gesture", DATELINE_VALUE_KIND_COUNT, "count", ">=1" },
    { "2014", DATELINE_VALUE_KIND_COUNT, "count", "2014" },
    { "P2Y8M", DATELINE_VALUE_KIND_DURATION, "duration", "P2Y8M" },
    { "when he was arrested on 17 January, upon his return", DATELINE_VALUE_KIND_DATE, "date", "2021-01-17" },
    { "10 months", DATELINE_VALUE_KIND_TEXT, "text", "10 months" },
  };
  g_autoptr(DatelineDate) published = dateline_date_new ("2021-02-03", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (as); i++)
    {
      g_autoptr(DatelineQuantity) quantity = dateline_wording_read_as (as[i].words, as[i].kind, published, NULL);

      g_test_message ("%s", as[i].words);
      g_assert_nonnull (quantity);
      assert_quantity (quantity, as[i].name, as[i].value);
    }

  g_assert_null (dateline_wording_read_as ("a long time", DATELINE_VALUE_KIND_DURATION, published, NULL));
  g_assert_null (dateline_wording_read_as ("ten months", DATELINE_VALUE_KIND_COUNT, published, NULL));
  g_assert_null (dateline_wording_read_as ("they may appeal, and march again", DATELINE_VALUE_KIND_DATE, published, NULL));
  g_assert_null (dateline_wording_read_as ("", DATELINE_VALUE_KIND_DATE, published, NULL));
  /* Nobody knows which year. */
  g_assert_null (dateline_wording_read_as ("2 February", DATELINE_VALUE_KIND_DATE, NULL, NULL));
  g_assert_null (dateline_wording_read_as ("on Tuesday", DATELINE_VALUE_KIND_DATE, NULL, NULL));
}

/* Whatever is selected, something comes out. */
static void
test_anything (void)
{
  static const char *const pieces[] = { "two", "and", "a", "half", "years", "5,000", "1/2", "½", "hundred", "of", "2021", "February",
                                        "31", "—", "’s", "0", "/", ".", "9999999999999999999999", "Я", "old", "more than", "\n" };
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  g_autoptr(DatelineDate) published = dateline_date_new ("../2021", NULL);

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr(GString) words = g_string_new (NULL);
      g_autofree char *unit = NULL;

      for (int n = g_rand_int_range (random, 0, 8); n > 0; n--)
        {
          g_string_append (words, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
          if (g_rand_boolean (random))
            g_string_append_c (words, ' ');
        }
      {
        g_autoptr(DatelineQuantity) quantity = dateline_wording_read (words->str, published, &unit);

        g_assert_nonnull (quantity);
        g_assert_nonnull (unit);
      }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/wording/%u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/wording/as", test_as);
  g_test_add_func ("/wording/anything", test_anything);

  return g_test_run ();
}
