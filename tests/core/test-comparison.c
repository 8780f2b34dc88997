/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the answers of articles to one question stand to each other. */
#include "config.h"

#include "dateline-comparison.h"

#include <string.h>

#include "dateline-quantity.h"
#include "dateline-story.h"

#define N_ARTICLES   4
#define MAX_ACCOUNTS 6

/* An account is "ARTICLE VALUE BOUND PRECISION", the last two optional; its wording is the whole of it. */
typedef struct
{
  const char       *name;
  DatelineValueKind kind;
  const char       *accounts[MAX_ACCOUNTS + 1];
  const char       *relations[MAX_ACCOUNTS + 1];
  const char       *relation;
} Case;

static const Case cases[] = {
  { "sentence", DATELINE_VALUE_KIND_DURATION,
    { "A P2Y6M exactly P6M", "B P2Y6M over P6M", "B P2Y over P1Y", "B P2Y8M", "C P32M", "C P3Y almost P1Y" },
    { "rounding", "precision", "precision", "agree", "agree", "rounding" }, "rounding" },
  { "same number in other units", DATELINE_VALUE_KIND_DURATION,
    { "A P3Y6M exactly P6M", "B P42M" }, { "agree", "agree" }, "agree" },
  { "two durations", DATELINE_VALUE_KIND_DURATION,
    { "A PT1M30S", "B PT2M" }, { "contradiction", "contradiction" }, "contradiction" },
  { "rounded down to a wrong number", DATELINE_VALUE_KIND_DURATION,
    { "A P2Y exactly P6M", "B P2Y8M" }, { "contradiction", "contradiction" }, "contradiction" },

  { "equal counts", DATELINE_VALUE_KIND_COUNT,
    { "A 5000 over 1000", "B 5000 over 1000" }, { "agree", "agree" }, "agree" },
  { "counts written differently", DATELINE_VALUE_KIND_COUNT,
    { "A 5000", "B 5000.0" }, { "agree", "agree" }, "agree" },
  { "thousands and five thousand", DATELINE_VALUE_KIND_COUNT,
    { "A 1000 at-least 1000", "B 5000 over" }, { "precision", "agree" }, "precision" },
  { "more than five thousand and seven thousand", DATELINE_VALUE_KIND_COUNT,
    { "A 5000 over 1000", "B 7000" }, { "precision", "agree" }, "precision" },
  { "more than a number and that number", DATELINE_VALUE_KIND_COUNT,
    { "A 5000 over", "B 5000" }, { "contradiction", "contradiction" }, "contradiction" },
  { "at least a number and that number", DATELINE_VALUE_KIND_COUNT,
    { "A 5000 at-least", "B 5000" }, { "precision", "agree" }, "precision" },
  { "less than a number and more than it", DATELINE_VALUE_KIND_COUNT,
    { "A 100 under", "B 100 over" }, { "contradiction", "contradiction" }, "contradiction" },
  { "at most a number and at least it", DATELINE_VALUE_KIND_COUNT,
    { "A 100 at-most", "B 100 at-least" }, { "agree", "precision" }, "precision" },
  { "about", DATELINE_VALUE_KIND_COUNT,
    { "A 200 about", "B 210" }, { "rounding", "agree" }, "rounding" },
  { "not even about", DATELINE_VALUE_KIND_COUNT,
    { "A 200 about", "B 230" }, { "contradiction", "contradiction" }, "contradiction" },
  { "almost", DATELINE_VALUE_KIND_COUNT,
    { "A 100 almost 10", "B 97" }, { "rounding", "agree" }, "rounding" },
  { "not almost", DATELINE_VALUE_KIND_COUNT,
    { "A 100 almost 10", "B 100" }, { "contradiction", "contradiction" }, "contradiction" },
  { "almost nothing", DATELINE_VALUE_KIND_COUNT,
    { "A 0 almost", "B 0 almost" }, { "agree", "agree" }, "agree" },
  { "two against one", DATELINE_VALUE_KIND_COUNT,
    { "A 5", "B 5", "C 6" }, { "contradiction", "contradiction", "contradiction" }, "contradiction" },
  { "one in the middle", DATELINE_VALUE_KIND_COUNT,
    { "A 5", "B 5.5 about 2", "C 6" }, { "contradiction", "rounding", "contradiction" }, "contradiction" },

  { "month and day", DATELINE_VALUE_KIND_DATE,
    { "A 2021-01", "B 2021-01-17" }, { "precision", "agree" }, "precision" },
  { "two days", DATELINE_VALUE_KIND_DATE,
    { "A 2021-01-17", "B 2021-01-18", "C 2021-01" }, { "contradiction", "contradiction", "precision" }, "contradiction" },
  { "a day and the month after", DATELINE_VALUE_KIND_DATE,
    { "A 2021-01-31", "B 2021-02" }, { "contradiction", "contradiction" }, "contradiction" },
  { "about a month", DATELINE_VALUE_KIND_DATE,
    { "A 2020-08~", "B 2020-09-01" }, { "rounding", "agree" }, "rounding" },
  { "far from about a month", DATELINE_VALUE_KIND_DATE,
    { "A 2020-08~", "B 2020-11-01" }, { "contradiction", "contradiction" }, "contradiction" },
  { "open interval", DATELINE_VALUE_KIND_DATE,
    { "A 2014/..", "B 2021-02-02" }, { "precision", "agree" }, "precision" },
  { "one date, two wordings", DATELINE_VALUE_KIND_DATE,
    { "A 2021-02-02", "B 2021-02-02/2021-02-02" }, { "agree", "agree" }, "agree" },

  { "texts but for case and accents", DATELINE_VALUE_KIND_TEXT,
    { "A Café", "B CAFE" }, { "agree", "agree" }, "agree" },
  { "texts", DATELINE_VALUE_KIND_TEXT,
    { "A parole", "B probation", "C parole" }, { "contradiction", "contradiction", "contradiction" }, "contradiction" },
  { "a text that says more", DATELINE_VALUE_KIND_TEXT,
    { "A prison", "B prison-colony", "C Prison" }, { "precision", "agree", "precision" }, "precision" },
  { "texts that say more than one and contradict each other", DATELINE_VALUE_KIND_TEXT,
    { "A prison", "B prison-colony", "C prison-camp" }, { "precision", "contradiction", "contradiction" }, "contradiction" },
  { "a word within a word", DATELINE_VALUE_KIND_TEXT,
    { "A art", "B party" }, { "contradiction", "contradiction" }, "contradiction" },

  { "one article", DATELINE_VALUE_KIND_COUNT, { "B 5" }, { "only-here" }, "only-here" },
  { "one article, twice", DATELINE_VALUE_KIND_COUNT,
    { "B 5", "B 5 about" }, { "only-here", "only-here" }, "only-here" },
  { "one article against itself", DATELINE_VALUE_KIND_TEXT,
    { "B Alexey", "B Alexei" }, { "contradiction", "contradiction" }, "contradiction" },
  { "nobody", DATELINE_VALUE_KIND_TEXT, { NULL }, { NULL }, "silent" },
};

static DatelineStory *
build_story (void)
{
  DatelineStory *story = dateline_story_new ("test", "Test", NULL, NULL);

  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *id = g_strdup_printf ("article-%u", i);
      g_autoptr(DatelineArticle) article = g_object_new (DATELINE_TYPE_ARTICLE, "id", id, "headline", id, NULL);

      dateline_story_add (story, DATELINE_ITEM (article));
    }

  return story;
}

/* The story's articles may not grow once they have passages, so each account gets a block of its own first. */
static DatelineClaim *
build_claim (DatelineStory *story,
             const Case    *test)
{
  DatelineClaim *claim = g_object_new (DATELINE_TYPE_CLAIM, "id", "claim", "value-kind", test->kind, NULL);
  GListModel *articles = dateline_story_get_articles (story);

  for (guint i = 0; test->accounts[i] != NULL; i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, test->accounts[i][0] - 'A');

      dateline_article_append_block (article, DATELINE_BLOCK_PARAGRAPH, test->accounts[i]);
    }

  for (guint i = 0; test->accounts[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (test->accounts[i], " ", -1);
      guint n_parts = g_strv_length (parts);
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, parts[0][0] - 'A');
      g_autoptr(GEnumClass) klass = g_type_class_ref (DATELINE_TYPE_BOUND);
      g_autoptr(DatelineQuantity) quantity = NULL;
      g_autoptr(DatelineAccount) account = NULL;
      g_autoptr(DatelinePassage) passage = NULL;
      g_autoptr(GError) error = NULL;
      DatelineBound bound = DATELINE_BOUND_EXACTLY;
      const char *text = dateline_article_get_text (article);
      const char *found = strstr (text, test->accounts[i]);
      guint start = g_utf8_pointer_to_offset (text, found);

      if (n_parts > 2)
        bound = g_enum_get_value_by_nick (klass, parts[2])->value;
      quantity = dateline_quantity_new (test->kind, parts[1], bound, n_parts > 3 ? parts[3] : NULL, &error);
      g_assert_no_error (error);
      account = g_object_new (DATELINE_TYPE_ACCOUNT, "id", "account", "quantity", quantity, NULL);
      passage = dateline_passage_new (article, start, start + g_utf8_strlen (test->accounts[i], -1));
      dateline_item_add_passage (DATELINE_ITEM (account), passage);
      dateline_claim_add_account (claim, account);
    }

  return claim;
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(DatelineStory) story = build_story ();
  g_autoptr(DatelineClaim) claim = build_claim (story, test);
  GListModel *accounts = dateline_claim_get_accounts (claim);
  GListModel *articles = dateline_story_get_articles (story);
  DatelineComparison *comparison = dateline_comparison_new (claim, articles);
  guint n_in_articles = 0;

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(DatelineAccount) account = g_list_model_get_item (accounts, i);
      DatelineRelation relation = dateline_comparison_get_account_relation (comparison, account);
      g_autofree char *explanation = dateline_comparison_dup_explanation (comparison, account);

      g_test_message ("%s: %s", test->accounts[i], explanation);
      g_assert_cmpstr (dateline_relation_get_nick (relation), ==, test->relations[i]);
      g_assert_cmpstr (explanation, !=, "");
    }
  g_assert_cmpstr (dateline_relation_get_nick (dateline_comparison_get_relation (comparison)), ==, test->relation);

  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, i);
      guint n = g_list_model_get_n_items (dateline_comparison_get_accounts (comparison, article));

      n_in_articles += n;
      g_assert_cmpint (dateline_comparison_get_article_relation (comparison, article) == DATELINE_RELATION_SILENT,
                       ==, n == 0);
    }
  g_assert_cmpuint (n_in_articles, ==, g_list_model_get_n_items (accounts));

  g_assert_finalize_object (comparison);
}

static void
assert_explanation (const char *accounts[],
                    guint       n,
                    guint       which,
                    const char *expected)
{
  Case test = { .kind = DATELINE_VALUE_KIND_TEXT };
  g_autoptr(DatelineStory) story = build_story ();
  g_autoptr(DatelineClaim) claim = NULL;
  g_autoptr(DatelineComparison) comparison = NULL;
  g_autoptr(DatelineAccount) account = NULL;
  g_autofree char *explanation = NULL;

  for (guint i = 0; i < n; i++)
    test.accounts[i] = accounts[i];
  claim = build_claim (story, &test);
  comparison = dateline_comparison_new (claim, dateline_story_get_articles (story));
  account = g_list_model_get_item (dateline_claim_get_accounts (claim), which);
  explanation = dateline_comparison_dup_explanation (comparison, account);
  g_assert_cmpstr (explanation, ==, expected);
}

static void
test_explanations (void)
{
  const char *same[] = { "A x", "B x", "D x" };
  const char *other[] = { "A x", "A y", "B z" };
  const char *many[] = { "A a", "B b", "B c", "B d", "C e", "B b" };

  assert_explanation (same, 3, 0, "Says the same as articles B, D");
  assert_explanation (same, 2, 1, "Says the same as article A");
  assert_explanation (same, 1, 0, "Only this article says so");
  assert_explanation (other, 3, 0, "Contradicts “A y” in the same article, “B z” in article B");
  assert_explanation (many, 6, 0, "Contradicts “B b” in article B, “B c” in article B, “B d” in article B and others");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/comparison/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/comparison/explanations", test_explanations);

  return g_test_run ();
}
