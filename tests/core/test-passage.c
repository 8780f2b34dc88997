/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans of text: offsets, context, sentences, folding. */
#include "config.h"

#include "dateline-article.h"
#include "dateline-text.h"

#include <string.h>

static DatelineArticle *
build_article (const char *const *blocks)
{
  DatelineArticle *article = g_object_new (DATELINE_TYPE_ARTICLE, "id", "article", "headline", "Headline", NULL);

  for (guint i = 0; blocks[i] != NULL; i++)
    dateline_article_append_block (article, DATELINE_BLOCK_PARAGRAPH, blocks[i]);

  return article;
}

static void
test_offsets (void)
{
  const char *const blocks[] = { "Ж🟥é", "", "second", NULL };
  g_autoptr(DatelineArticle) article = build_article (blocks);
  const DatelineBlock *made;
  guint n;
  DatelinePassage *passage;

  g_assert_cmpstr (dateline_article_get_text (article), ==, "Ж🟥é\n\nsecond");
  g_assert_cmpuint (dateline_article_get_length (article), ==, 11);
  made = dateline_article_get_blocks (article, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (made[1].start, ==, 4);
  g_assert_cmpuint (made[1].end, ==, 4);
  g_assert_cmpuint (made[2].start, ==, 5);
  g_assert_cmpuint (made[2].end, ==, 11);

  passage = dateline_passage_new (article, 1, 2);
  g_assert_cmpstr (dateline_passage_get_exact (passage), ==, "🟥");
  g_assert_cmpstr (dateline_passage_get_prefix (passage), ==, "Ж");
  g_assert_cmpstr (dateline_passage_get_suffix (passage), ==, "é\n\nsecond");
  g_assert_finalize_object (passage);

  passage = dateline_passage_new (article, 0, 11);
  g_assert_cmpstr (dateline_passage_get_exact (passage), ==, dateline_article_get_text (article));
  g_assert_cmpstr (dateline_passage_get_prefix (passage), ==, "");
  g_assert_cmpstr (dateline_passage_get_suffix (passage), ==, "");
  g_assert_finalize_object (passage);
}

/* Every place of a long text of letters of one to four bytes, against counting from the start. */
static void
test_long_text (void)
{
  const char *const letters[] = { "a", "Ж", "€", "🟥" };
  g_autoptr(DatelineArticle) article = g_object_new (DATELINE_TYPE_ARTICLE, "id", "article", NULL);
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(GString) block = g_string_new (NULL);
  const char *p;

  for (guint i = 0; i < 40; i++)
    {
      guint length = g_rand_int_range (rand, 0, 600);

      g_string_truncate (block, 0);
      for (guint j = 0; j < length; j++)
        g_string_append (block, letters[g_rand_int_range (rand, 0, G_N_ELEMENTS (letters))]);
      dateline_article_append_block (article, DATELINE_BLOCK_PARAGRAPH, block->str);
    }

  p = dateline_article_get_text (article);
  g_assert_cmpuint (dateline_article_get_length (article), ==, g_utf8_strlen (p, -1));
  for (guint i = 0; i < dateline_article_get_length (article); i++, p = g_utf8_next_char (p))
    g_assert_true (dateline_article_get_pointer (article, i) == p);
  g_assert_true (dateline_article_get_pointer (article, dateline_article_get_length (article)) == p);
  g_assert_cmpint (*p, ==, '\0');
}

static void
test_context (void)
{
  g_autofree char *before = g_strnfill (100, 'b');
  g_autofree char *after = g_strnfill (100, 'a');
  g_autofree char *text = g_strconcat (before, "🟥", "x", "🟥", after, NULL);
  const char *const blocks[] = { text, NULL };
  g_autoptr(DatelineArticle) article = build_article (blocks);
  g_autoptr(DatelinePassage) passage = dateline_passage_new (article, 101, 102);

  g_assert_cmpstr (dateline_passage_get_exact (passage), ==, "x");
  g_assert_cmpint (g_utf8_strlen (dateline_passage_get_prefix (passage), -1), ==, DATELINE_PASSAGE_CONTEXT);
  g_assert_cmpint (g_utf8_strlen (dateline_passage_get_suffix (passage), -1), ==, DATELINE_PASSAGE_CONTEXT);
  g_assert_true (g_str_has_suffix (dateline_passage_get_prefix (passage), "b🟥"));
  g_assert_true (g_str_has_prefix (dateline_passage_get_suffix (passage), "🟥a"));
}

static void
test_order (void)
{
  const char *const blocks[] = { "0123456789", NULL };
  g_autoptr(DatelineArticle) first = build_article (blocks);
  g_autoptr(DatelineArticle) second = build_article (blocks);
  /* By article, by start, the longer first. */
  const guint sorted[][3] = { { 0, 0, 5 }, { 0, 0, 2 }, { 0, 1, 9 }, { 0, 1, 2 }, { 0, 9, 10 }, { 1, 0, 10 }, { 1, 3, 4 } };

  dateline_article_set_position (second, 1);
  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        g_autoptr(DatelinePassage) a = dateline_passage_new (sorted[i][0] == 0 ? first : second, sorted[i][1], sorted[i][2]);
        g_autoptr(DatelinePassage) b = dateline_passage_new (sorted[j][0] == 0 ? first : second, sorted[j][1], sorted[j][2]);
        int order = dateline_passage_compare (a, b);

        g_assert_cmpint (order < 0, ==, i < j);
        g_assert_cmpint (order > 0, ==, i > j);
        g_assert_cmpint (dateline_passage_contains (a, b), ==,
                         sorted[i][0] == sorted[j][0] && sorted[i][1] <= sorted[j][1] && sorted[i][2] >= sorted[j][2]);
      }
}

static void
test_badges (void)
{
  static const struct
  {
    guint       position;
    const char *badge;
  } badges[] = { { 0, "A" }, { 1, "B" }, { 25, "Z" }, { 26, "AA" }, { 27, "AB" }, { 701, "ZZ" }, { 702, "AAA" } };
  g_autoptr(DatelineArticle) article = g_object_new (DATELINE_TYPE_ARTICLE, "id", "article", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (badges); i++)
    {
      dateline_article_set_position (article, badges[i].position);
      g_assert_cmpstr (dateline_article_get_badge (article), ==, badges[i].badge);
    }
}

/* Each text is split into its sentences at "|"; a line feed separates blocks and always ends a sentence. */
static const char *const sentence_cases[] = {
  "One sentence.",
  "No full stop at the end",
  "One.| Two.| Three.",
  "Is it?| Yes!| Good.",
  "“Is it?” he asked.| “Yes!” she said.",
  "He said: “It is so.”| She did not.",
  "He said (as ever.)| She did not.",
  "Mr. Smith met Mrs. McDougal on Sept. 3.| They left.",
  "J. R. R. Tolkien wrote it.| He did.",
  "It cost 2.5 roubles.| That was much.",
  "See abc.def for more.| Or not.",
  "Wait… what happened?| Nothing.",
  "Wait…| Nothing happened.",
  "It ended. then it went on.",
  "It ended. — Name (@handle), 3 February 2021",
  "Он сказал.| Она ответила.",
  "One.\n|Two.\n|\n|Three",
  "One.  |  Two.",
  "No. 5 is alive.| Really.",
  "🟥 Red.| 🟩 Green.",
};

static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentence_cases); i++)
    {
      g_auto(GStrv) parts = g_strsplit (sentence_cases[i], "|", -1);
      g_autofree char *text = g_strjoinv ("", parts);
      guint at = 0;

      g_test_message ("%s", sentence_cases[i]);
      for (guint j = 0; parts[j] != NULL; j++)
        {
          g_autofree char *sentence = g_strstrip (g_strdup (parts[j]));
          g_autofree char *chugged = g_strchug (g_strdup (parts[j]));
          guint length = (guint) g_utf8_strlen (parts[j], -1);
          guint lead = length - (guint) g_utf8_strlen (chugged, -1);
          guint wanted_start = at + lead;
          guint wanted_end = wanted_start + (guint) g_utf8_strlen (sentence, -1);

          /* From every letter of a sentence the whole of it is found. */
          for (guint k = wanted_start; k < wanted_end; k++)
            {
              guint start;
              guint end;

              dateline_text_find_sentence (text, k, k + 1, &start, &end);
              g_assert_cmpuint (start, ==, wanted_start);
              g_assert_cmpuint (end, ==, wanted_end);
            }
          at += length;
        }
    }
}

static void
test_sentence_passages (void)
{
  const char *const blocks[] = { "One one. Two two. Three three.", "Four.", NULL };
  g_autoptr(DatelineArticle) article = build_article (blocks);
  g_autoptr(DatelinePassage) whole = dateline_passage_new (article, 9, 17);
  g_autoptr(DatelinePassage) same = dateline_passage_dup_sentence (whole);
  g_autoptr(DatelinePassage) across = dateline_passage_new (article, 5, 10);
  g_autoptr(DatelinePassage) both = dateline_passage_dup_sentence (across);

  g_assert_true (same == whole);
  g_assert_cmpstr (dateline_passage_get_exact (whole), ==, "Two two.");
  g_assert_cmpstr (dateline_passage_get_exact (both), ==, "One one. Two two.");
}

static void
test_fold (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean    same;
  } pairs[] = {
    { "Café", "CAFE", TRUE }, { "café", "cafe\u0301", TRUE }, { "МЭР", "мэр", TRUE }, { "Straße", "STRASSE", TRUE },
    { "It’s", "it's", TRUE }, { "“x”", "\"x\"", TRUE }, { "ﬁn", "fin", TRUE }, { "ДА́", "да", TRUE }, { "", "", TRUE },
    { "Alexei", "Alexey", FALSE }, { "a", "b", FALSE }, { "a b", "ab", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = dateline_text_fold (pairs[i].a);
      g_autofree char *b = dateline_text_fold (pairs[i].b);

      g_test_message ("%s, %s", pairs[i].a, pairs[i].b);
      g_assert_cmpint (g_str_equal (a, b), ==, pairs[i].same);
    }

  g_assert_true (dateline_text_matches ("The court in Moscow", "moscow COURT"));
  g_assert_true (dateline_text_matches ("anything", "  "));
  g_assert_false (dateline_text_matches ("The court in Moscow", "moscow berlin"));
}

static void
test_abridge (void)
{
  static const struct
  {
    const char *text;
    guint       max;
    const char *abridged;
  } cases[] = {
    { "", 1, "" }, { "a", 1, "a" }, { "ab", 1, "…" }, { "ab", 2, "ab" }, { "abc", 2, "a…" },
    { "жжж", 3, "жжж" }, { "жжжж", 3, "жж…" }, { "🟥🟥", 1, "…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *abridged = dateline_text_abridge (cases[i].text, cases[i].max);

      g_assert_cmpstr (abridged, ==, cases[i].abridged);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/passage/offsets", test_offsets);
  g_test_add_func ("/passage/long-text", test_long_text);
  g_test_add_func ("/passage/context", test_context);
  g_test_add_func ("/passage/order", test_order);
  g_test_add_func ("/passage/badges", test_badges);
  g_test_add_func ("/passage/sentences", test_sentences);
  g_test_add_func ("/passage/sentence-passages", test_sentence_passages);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/abridge", test_abridge);

  return g_test_run ();
}
