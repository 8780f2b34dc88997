/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people type into forms besides dates: numbers, durations, languages. */
#include "config.h"

#include "dateline-language.h"
#include "dateline-quantity-words.h"

#include <glib/gi18n.h>
#include <locale.h>

typedef struct
{
  DatelineValueKind kind;
  const char       *words;
  const char       *value;
} Case;

static const Case cases[] = {
  { DATELINE_VALUE_KIND_COUNT, "5000", "5000" },
  { DATELINE_VALUE_KIND_COUNT, " 5,000 ", "5000" },
  { DATELINE_VALUE_KIND_COUNT, "1,234,567.5", "1234567.5" },
  { DATELINE_VALUE_KIND_COUNT, "5 000", "5000" },
  { DATELINE_VALUE_KIND_COUNT, "5\u202f000", "5000" },
  { DATELINE_VALUE_KIND_COUNT, "2.5", "2.5" },
  { DATELINE_VALUE_KIND_COUNT, "2,5", "2.5" },
  { DATELINE_VALUE_KIND_COUNT, "−12", "-12" },
  { DATELINE_VALUE_KIND_COUNT, "12,34,5", "12,34,5" },
  { DATELINE_VALUE_KIND_COUNT, "many", "many" },
  { DATELINE_VALUE_KIND_COUNT, "1e5", "1e5" },
  { DATELINE_VALUE_KIND_COUNT, "", "" },
  { DATELINE_VALUE_KIND_DURATION, "P2Y8M", "P2Y8M" },
  { DATELINE_VALUE_KIND_DURATION, "2 years 8 months", "P2Y8M" },
  { DATELINE_VALUE_KIND_DURATION, "2 Years, 8 months", "P2Y8M" },
  { DATELINE_VALUE_KIND_DURATION, "2 years and 8 months", "P2Y8M" },
  { DATELINE_VALUE_KIND_DURATION, "2y 8mo", "P2Y8M" },
  { DATELINE_VALUE_KIND_DURATION, "2.5 years", "P2.5Y" },
  { DATELINE_VALUE_KIND_DURATION, "1 min 30 s", "PT1M30S" },
  { DATELINE_VALUE_KIND_DURATION, "3 weeks", "P3W" },
  { DATELINE_VALUE_KIND_DURATION, "1 day 2 hours", "P1DT2H" },
  { DATELINE_VALUE_KIND_DURATION, "8 months 2 years", "8 months 2 years" },
  { DATELINE_VALUE_KIND_DURATION, "2 years 2 years", "2 years 2 years" },
  { DATELINE_VALUE_KIND_DURATION, "2 years or so", "2 years or so" },
  { DATELINE_VALUE_KIND_DURATION, "2", "2" },
  { DATELINE_VALUE_KIND_DURATION, "", "" },
  { DATELINE_VALUE_KIND_DATE, "2 Feb 2021", "2021-02-02" },
  { DATELINE_VALUE_KIND_DATE, "soon", "soon" },
  { DATELINE_VALUE_KIND_TEXT, " 5,000 people ", "5,000 people" },
};

static void
test_quantity (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = dateline_quantity_words_normalize (cases[i].kind, cases[i].words);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

/* What a quantity says of itself can be typed again. */
static void
test_back (gconstpointer data)
{
  static const Case values[] = {
    { DATELINE_VALUE_KIND_DURATION, NULL, "P1Y" }, { DATELINE_VALUE_KIND_DURATION, NULL, "P2Y8M" },
    { DATELINE_VALUE_KIND_DURATION, NULL, "P5Y1M" }, { DATELINE_VALUE_KIND_DURATION, NULL, "P3DT5H" },
    { DATELINE_VALUE_KIND_DURATION, NULL, "PT1M30S" }, { DATELINE_VALUE_KIND_COUNT, NULL, "5000" },
    { DATELINE_VALUE_KIND_COUNT, NULL, "1234567" }, { DATELINE_VALUE_KIND_COUNT, NULL, "2.5" },
  };
  const char *locale = data;
  g_autofree char *language = g_strndup (locale, 2);

  g_setenv ("LANGUAGE", language, TRUE);
  if (setlocale (LC_ALL, locale) == NULL)
    {
      g_test_skip ("this locale is not installed");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr(DatelineQuantity) quantity = dateline_quantity_new (values[i].kind, values[i].value,
                                                                    DATELINE_BOUND_EXACTLY, NULL, NULL);
      g_autofree char *words = dateline_quantity_format (quantity);
      g_autofree char *value = dateline_quantity_words_normalize (values[i].kind, words);

      g_test_message ("%s: %s", values[i].value, words);
      g_assert_cmpstr (value, ==, values[i].value);
    }
}

static void
test_language (void)
{
  static const char * const tags[] = {
    "en", "ru", "RU", "sr-Latn", "pt-BR", "es-419", "zh-cmn-Hans-CN", "de-1996", "sl-rozaj-biske", "en-u-co-phonebk", "en-x-mine", "yue",
    "hy-Latn-IT-arevela",
  };
  static const char * const others[] = {
    "", "e", "-", "en-", "-en", "en--US", "english language", "en_US", "ру", "en-US-US", "en-x", "en-u", "123", "en-toolongpiece", "de-",
  };
  static const struct
  {
    const char *tag;
    const char *name;
  } names[] = {
    { "ru", "Russian" }, { "EN", "English" }, { "sr-Latn", "Serbian (Latn)" }, { "nb", "Norwegian Bokmål" }, { "xx", NULL }, { "e", NULL },
    { "eng", NULL }, { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    g_assert_true (dateline_language_is_tag (tags[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (dateline_language_is_tag (others[i]));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = dateline_language_dup_name (names[i].tag);

      g_assert_cmpstr (name, ==, names[i].name);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *catalogues = NULL;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  catalogues = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_test_add_func ("/entry-words/language", test_language);
  g_test_add_func ("/entry-words/quantity", test_quantity);
  g_test_add_data_func ("/entry-words/back/c", "C.UTF-8", test_back);
  g_test_add_data_func ("/entry-words/back/de", "de_DE.UTF-8", test_back);
  g_test_add_data_func ("/entry-words/back/es", "es_ES.UTF-8", test_back);
  g_test_add_data_func ("/entry-words/back/fr", "fr_FR.UTF-8", test_back);
  g_test_add_data_func ("/entry-words/back/ru", "ru_RU.UTF-8", test_back);

  return g_test_run ();
}
