/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for searching: how they are spelled, where they stand, and what full text search makes of them. */
#include "config.h"

#include "dateline-tokenizer.h"

#include <string.h>

static void
spell (const char       *word,
       DatelineSpelling *spelling)
{
  DatelineTokens tokens;

  dateline_tokens_init (&tokens, word, -1);
  g_assert_true (dateline_tokens_next (&tokens));
  *spelling = tokens.spelling;
  if (dateline_tokens_next (&tokens))
    g_error ("“%s” is two words", word);
}

static gboolean
begins (const DatelineSpelling *typed,
        const DatelineSpelling *written,
        gboolean                whole)
{
  char other[DATELINE_SPELLING_MAX + 8];

  if (whole)
    return strcmp (written->main, typed->main) == 0 || g_strcmp0 (written->second, typed->main) == 0 ||
           (typed->second[0] != '\0' && (strcmp (written->main, typed->second) == 0 ||
                                         strcmp (written->second, typed->second) == 0));

  return g_str_has_prefix (written->main, typed->main) || g_str_has_prefix (written->second, typed->main) ||
         (dateline_spelling_continues_as (typed, other) &&
          (g_str_has_prefix (written->main, other) || g_str_has_prefix (written->second, other)));
}

/* Whether a reader who types @typed finds @written, at every letter on the way. */
static void
assert_found (const char *written,
              const char *typed,
              const char *line)
{
  DatelineSpelling target;
  DatelineSpelling whole;

  spell (written, &target);
  spell (typed, &whole);
  if (!begins (&whole, &target, TRUE))
    g_error ("“%s” (%s) does not find “%s” (%s) of: %s", typed, whole.main, written, target.main, line);

  for (const char *end = g_utf8_next_char (typed); *end != '\0'; end = g_utf8_next_char (end))
    {
      g_autofree char *prefix = g_strndup (typed, (gsize) (end - typed));
      DatelineSpelling part;

      spell (prefix, &part);
      if (!begins (&part, &target, FALSE))
        g_error ("“%s” (%s) does not begin “%s” (%s) of: %s", prefix, part.main, written, target.main, line);
    }
}

static void
test_names (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "spellings.txt", NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint l = 0; lines[l] != NULL; l++)
    {
      g_auto(GStrv) words = NULL;
      char relation = lines[l][0];

      if (relation == '\0' || relation == '#')
        continue;
      n++;
      words = g_strsplit (lines[l], " ", -1);
      for (guint i = 1; words[i] != NULL; i++)
        for (guint j = 1; words[j] != NULL; j++)
          {
            DatelineSpelling a;
            DatelineSpelling b;

            if (relation == '=' || (relation == '>' && i == 1))
              {
                assert_found (words[i], words[j], lines[l]);
                continue;
              }
            if (relation != '!' || i == j || strlen (words[j]) > 24)
              continue;
            dateline_spelling_init (&a, words[i], strlen (words[i]));
            dateline_spelling_init (&b, words[j], strlen (words[j]));
            g_assert_false (begins (&b, &a, TRUE));
          }
    }
  g_assert_cmpuint (n, >, 50);
}

/* A spelled word spells itself, so that what was found can be searched for. */
static void
test_fixpoint (void)
{
  static const char *const letters[] = {
    "a", "e", "i", "y", "j", "k", "h", "x", "w", "s", "c", "t", "u", "o", "к", "х", "й", "ё", "ь", "ъ", "е", "о", "щ", "я",
    "č", "š", "ž", "α", "υ", "χ", "ξ", "ß", "ﬁ", "д", "є", "ї", "한", "ا", "7", "ł"
  };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr(GString) word = g_string_new (NULL);
      DatelineSpelling once;
      DatelineSpelling twice;

      for (int n = g_test_rand_int_range (1, 12); n > 0; n--)
        g_string_append (word, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
      dateline_spelling_init (&once, word->str, word->len);
      dateline_spelling_init (&twice, once.main, strlen (once.main));
      g_assert_cmpstr (twice.main, ==, once.main);
      g_assert_cmpstr (twice.second, ==, "");
    }
}

static void
test_places (void)
{
  static const char text[] = "«Она́» сказала: don't! Зінов’єв, co\xc2\xadop 北京 x\xff y";
  static const struct
  {
    const char *word;
    const char *spelling;
  } expected[] = {
    { "Она́", "ona" }, { "сказала", "skazala" }, { "don", "don" }, { "t", "t" }, { "Зінов’єв", "zinoviev" },
    { "co\xc2\xadop", "coop" }, { "北", "北" }, { "京", "京" }, { "x", "ks" }, { "y", "i" }
  };
  DatelineTokens tokens;
  guint n = 0;

  dateline_tokens_init (&tokens, text, -1);
  while (dateline_tokens_next (&tokens))
    {
      g_autofree char *word = g_strndup (text + tokens.start, tokens.end - tokens.start);

      g_assert_cmpuint (n, <, G_N_ELEMENTS (expected));
      g_assert_cmpstr (word, ==, expected[n].word);
      g_assert_cmpstr (tokens.spelling.main, ==, expected[n].spelling);
      if (n < 8)
        {
          g_assert_cmpint (tokens.start_offset, ==, g_utf8_pointer_to_offset (text, text + tokens.start));
          g_assert_cmpint (tokens.end_offset, ==, g_utf8_pointer_to_offset (text, text + tokens.end));
        }
      n++;
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));

  dateline_tokens_init (&tokens, "", 0);
  g_assert_false (dateline_tokens_next (&tokens));
  dateline_tokens_init (&tokens, " ь - ’ \xf0\x9f\x98\x80 \xff\xfe\xe2\x82", -1);
  g_assert_false (dateline_tokens_next (&tokens));
}

/* Any bytes: within bounds, in order, never empty. */
static void
test_noise (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *noise = NULL;
      int length = g_test_rand_int_range (0, 600);
      DatelineTokens tokens;
      gsize before = 0;

      noise = g_malloc ((gsize) length + 1);
      for (int k = 0; k < length; k++)
        noise[k] = (char) (i % 2 == 0 ? g_test_rand_int_range (0, 256) : "aЖ\xcc\x88k\xe5\xff"[g_test_rand_int_range (0, 8)]);
      dateline_tokens_init (&tokens, noise, length);
      while (dateline_tokens_next (&tokens))
        {
          g_assert_cmpuint (tokens.start, >=, before);
          g_assert_cmpuint (tokens.end, >, tokens.start);
          g_assert_cmpuint (tokens.end, <=, (gsize) length);
          g_assert_true (g_utf8_validate (tokens.spelling.main, -1, NULL));
          g_assert_cmpuint (strlen (tokens.spelling.main), <, sizeof tokens.spelling.main);
          before = tokens.end;
        }
    }
}

static int
count (sqlite3    *db,
       const char *query)
{
  sqlite3_stmt *statement;
  int n = -1;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT count (*) FROM words WHERE words MATCH ?1", -1, &statement, NULL), ==,
                   SQLITE_OK);
  sqlite3_bind_text (statement, 1, query, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_ROW)
    n = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);

  return n;
}

static void
test_full_text (void)
{
  sqlite3 *db;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (dateline_tokenizer_register (db), ==, SQLITE_OK);
  sqlite3_exec (db, "CREATE VIRTUAL TABLE words USING fts5 (text, keys, tokenize = 'dateline', prefix = '1 2');"
                    "INSERT INTO words VALUES ('Алексей Навальный и Михаил', '\xee\x80\x80person-1 \xee\x80\x80" "article-x'),"
                    "('Alexei Navalny stood still; Vučić', '\xee\x80\x80person-1'), (NULL, ''), ('', NULL), (x'ff00fe', 1);",
                NULL, NULL, &message);
  g_assert_null (message);

  g_assert_cmpint (count (db, "\"Нава\" *"), ==, 2);
  g_assert_cmpint (count (db, "\"Nava\" *"), ==, 2);
  g_assert_cmpint (count (db, "\"alexey nawalny\""), ==, 2);
  g_assert_cmpint (count (db, "\"mik\" *"), ==, 1);
  g_assert_cmpint (count (db, "\"mikh\" *"), ==, 1);
  g_assert_cmpint (count (db, "\"Вучић\""), ==, 1);
  g_assert_cmpint (count (db, "\"vucic\""), ==, 1);
  g_assert_cmpint (count (db, "keys : \"\xee\x80\x80person-1\""), ==, 2);
  g_assert_cmpint (count (db, "keys : \"\xee\x80\x80" "article-x\" AND \"mihail\""), ==, 1);
  g_assert_cmpint (count (db, "keys : \"\xee\x80\x80person\""), ==, 0);
  g_assert_cmpint (count (db, "\"person-1\""), ==, 0);
  sqlite3_exec (db, "INSERT INTO words (words) VALUES ('integrity-check')", NULL, NULL, &message);
  g_assert_null (message);
  sqlite3_close (db);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tokenizer/names", test_names);
  g_test_add_func ("/tokenizer/fixpoint", test_fixpoint);
  g_test_add_func ("/tokenizer/places", test_places);
  g_test_add_func ("/tokenizer/noise", test_noise);
  g_test_add_func ("/tokenizer/full-text", test_full_text);

  return g_test_run ();
}
