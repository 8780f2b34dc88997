/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as people type them: what they become, and what is said of those that cannot be read. */
#include "config.h"

#include "dateline-date-words.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

static const struct
{
  const char *words;
  const char *edtf;
} cases[] = {
  { "2021-02-02", "2021-02-02" },
  { " 2021-02-02\t", "2021-02-02" },
  { "2020-08~/2021-01-17", "2020-08~/2021-01-17" },
  { "2 Feb 2021", "2021-02-02" },
  { "2 February 2021", "2021-02-02" },
  { "02 february  2021", "2021-02-02" },
  { "2nd of February, 2021", "2021-02-02" },
  { "the 1st of May 2020", "2020-05-01" },
  { "Feb 2, 2021", "2021-02-02" },
  { "February 22nd 2021", "2021-02-22" },
  { "Sept. 3 2021", "2021-09-03" },
  { "3 sep 2021", "2021-09-03" },
  { "2021 Feb 2", "2021-02-02" },
  { "2021-2-3", "2021-02-03" },
  { "2021/02/03", "2021-02-03" },
  { "2021.02.03", "2021-02-03" },
  { "3.2.2021", "2021-02-03" },
  { "13/2/2021", "2021-02-13" },
  { "2/13/2021", "2021-02-13" },
  { "2/2/2021", "2021-02-02" },
  { "1.20.2021", "2021-01-20" },
  { "2.2021", "2021-02" },
  { "２０２１", "2021" },
  { "02/2021", "2021-02" },
  { "2021-2", "2021-02" },
  { "Feb 2021", "2021-02" },
  { "may 2021", "2021-05" },
  { "2014", "2014" },
  { "about 2014", "2014~" },
  { "circa 2014", "2014~" },
  { "ca. Feb 2021", "2021-02~" },
  { "c. 2014", "2014~" },
  { "~2014", "2014~" },
  { "About 2 February 2021", "2021-02-02~" },
  { "perhaps 2014", "2014?" },
  { "maybe 2 feb 2021", "2021-02-02?" },
  { "Feb 2021?", "2021-02?" },
  { "perhaps about 2014", "2014%" },
  { "about 2014?", "2014%" },
  { "2021-02-02 10:30", "2021-02-02T10:30" },
  { "2 Feb 2021, 10:30", "2021-02-02T10:30" },
  { "2 Feb 2021 at 9:05", "2021-02-02T09:05" },
  { "10:30 2 Feb 2021", "2021-02-02T10:30" },
  { "2 Feb 2021 10:30:15", "2021-02-02T10:30:15" },
  { "2 Feb 2021 10:30 pm", "2021-02-02T22:30" },
  { "2 Feb 2021 12:05am", "2021-02-02T00:05" },
  { "2 Feb 2021 3pm", "2021-02-02T15:00" },
  { "2021-02-02 10:30+03:00", "2021-02-02T10:30+03:00" },
  { "2021-02-02 10:30+0300", "2021-02-02T10:30+03:00" },
  { "2021-02-02 10:30 UTC", "2021-02-02T10:30Z" },
  { "2021-02-02t10:30z", "2021-02-02T10:30Z" },
  { "2010s", "201X" },
  { "the 1990s", "199X" },
  { "spring 2021", "2021-21" },
  { "Summer of 2021", "2021-22" },
  { "fall 2021", "2021-23" },
  { "winter 2021", "2021-24" },
  { "2014-2021", "2014/2021" },
  { "2014–2021", "2014/2021" },
  { "2014 - 2021", "2014/2021" },
  { "2014 to 2021", "2014/2021" },
  { "from 2014 to 2021", "2014/2021" },
  { "between May 2020 and about June 2021", "2020-05/2021-06~" },
  { "1 – 3 February 2021", "2021-02-01/2021-02-03" },
  { "30 Jan - 3 Feb 2021", "2021-01-30/2021-02-03" },
  { "Jan to March 2021", "2021-01/2021-03" },
  { "Jan 2021/Mar 2021", "2021-01/2021-03" },
  { "from 2014", "2014/.." },
  { "since Feb 2021", "2021-02/.." },
  { "until February 2021", "../2021-02" },
  { "till 2 feb 2021", "../2021-02-02" },
};

static const struct
{
  const char *words;
  const char *message; /* a part of it */
} refused[] = {
  { "", "cannot be read" },
  { " ", "cannot be read" },
  { "soon", "cannot be read" },
  { "about", "cannot be read" },
  { "?", "cannot be read" },
  { "ju 2021", "cannot be read" },
  { "2 Feb 2021 2022", "cannot be read" },
  { "2 3 Feb 2021", "cannot be read" },
  { "Feb March 2021", "cannot be read" },
  { "2 2021", "cannot be read" },
  { "10:30", "cannot be read" },
  { "Feb 2021 10:30", "cannot be read" },
  { "2 Feb 2021 24:00", "cannot be read" },
  { "2 Feb 2021 10:60", "cannot be read" },
  { "2 Feb 2021 13pm", "cannot be read" },
  { "2015s", "cannot be read" },
  { "2021 – 2022 – 2023", "cannot be read" },
  { "2 Feb", "lacks a year" },
  { "Feb 2", "lacks a year" },
  { "3/4/2021", "two ways" },
  { "30 Feb 2021", "February 2021 has no day 30" },
  { "29.2.1900", "February 1900 has no day 29" },
  { "0 May 2020", "May 2020 has no day 0" },
  { "2021-13", "no month 13" },
  { "2021 to 2014", "ends before it begins" },
  { "3 Feb 2021 - 2 Feb 2021", "ends before it begins" },
  { "30 Feb 2021 to 2022", "no day 30" },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(DatelineDate) date = dateline_date_words_read (cases[i].words, &error);

      g_test_message ("%s", cases[i].words);
      g_assert_no_error (error);
      g_assert_cmpstr (dateline_date_get_edtf (date), ==, cases[i].edtf);
    }
}

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(DatelineDate) date = dateline_date_words_read (refused[i].words, &error);

      g_test_message ("%s: %s", refused[i].words, error != NULL ? error->message : dateline_date_get_edtf (date));
      g_assert_null (date);
      g_assert_error (error, DATELINE_DATE_ERROR, DATELINE_DATE_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, refused[i].message));
      /* Who does not ask for the reason gets none. */
      g_assert_null (dateline_date_words_read (refused[i].words, NULL));
    }
}

static void
test_hostile (void)
{
  static const char pieces[][8] = { "2", "21", "2021", "feb", "–", "/", "-", " ", ".", "~", "?", "%s", "%", "..", "about ", "\xff", "ß", "10:30", ",", "s" };
  g_autoptr(GRand) random = g_rand_new_with_seed (20210202);
  g_autofree char *long_text = g_strnfill (100000, '2');

  g_assert_null (dateline_date_words_read (long_text, NULL));

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(DatelineDate) date = NULL;
      g_autoptr(GError) error = NULL;
      int n = g_rand_int_range (random, 1, 8);

      for (int j = 0; j < n; j++)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      date = dateline_date_words_read (text->str, &error);
      g_assert_true ((date == NULL) == (error != NULL));
      g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
    }
}

/* What is shown can be typed again, in every language that the program speaks. */
static void
test_back (void)
{
  static const char * const edtfs[] = {
    "2014", "2020-08", "2021-05", "2021-06", "2021-07", "2021-03", "2021-02-02", "2021-03-01", "2021-05-09", "2021-08-20",
    "2021-02-02T10:30", "2014~", "2020-08?", "2021-02-02%", "201X", "2021-21", "2021-22", "2021-23", "2021-24", "2014/2021",
    "2020-08~/2021-01-17", "2014/..", "../2021-02", "2021-02-02/2021-02-03",
  };

  for (guint i = 0; i < G_N_ELEMENTS (edtfs); i++)
    {
      g_autoptr(DatelineDate) date = dateline_date_new (edtfs[i], NULL);
      g_autofree char *words = dateline_date_format (date);
      g_autofree char *short_words = dateline_date_format_short (date);
      g_autoptr(GError) error = NULL;
      g_autoptr(DatelineDate) again = dateline_date_words_read (words, &error);
      g_autoptr(DatelineDate) short_again = NULL;

      g_test_message ("%s: %s, %s", edtfs[i], words, short_words);
      g_assert_no_error (error);
      g_assert_cmpstr (dateline_date_get_edtf (again), ==, edtfs[i]);
      short_again = dateline_date_words_read (short_words, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (dateline_date_get_edtf (short_again), ==, edtfs[i]);
    }
}

static void
test_language (gconstpointer data)
{
  const char *locale = data;
  g_autofree char *language = g_strndup (locale, 2);

  /* gettext() looks at the variable anew when the locale changes. */
  g_setenv ("LANGUAGE", language, TRUE);
  if (setlocale (LC_ALL, locale) == NULL)
    g_test_skip ("this locale is not installed");
  else
    test_back ();
  g_setenv ("LANGUAGE", "C", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
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

  g_test_add_func ("/date-words/read", test_read);
  g_test_add_func ("/date-words/refused", test_refused);
  g_test_add_func ("/date-words/hostile", test_hostile);
  g_test_add_func ("/date-words/back", test_back);
  g_test_add_data_func ("/date-words/back/de", "de_DE.UTF-8", test_language);
  g_test_add_data_func ("/date-words/back/es", "es_ES.UTF-8", test_language);
  g_test_add_data_func ("/date-words/back/fr", "fr_FR.UTF-8", test_language);
  g_test_add_data_func ("/date-words/back/ru", "ru_RU.UTF-8", test_language);

  return g_test_run ();
}
