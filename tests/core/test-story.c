/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The story's lists, and what follows from them. */
#include "config.h"

#include "dateline-index.h"
#include "dateline-json-reader.h"

static DatelineStory *
read_fixture (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "everything.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  DatelineStory *story = dateline_json_reader_read_file (file, NULL, NULL, &error);

  g_assert_no_error (error);

  return story;
}

static void
assert_ids (GListModel *items,
            const char *ids)
{
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", dateline_item_get_id (item));
    }
  g_assert_cmpstr (found->str, ==, ids);
}

static void
test_add (void)
{
  DatelineStory *story = dateline_story_new ("s", "T", NULL, NULL);
  g_autoptr(DatelineItem) person = g_object_new (DATELINE_TYPE_PERSON, "id", "one", "name", "One", NULL);
  g_autoptr(DatelineItem) again = g_object_new (DATELINE_TYPE_PERSON, "id", "one", "name", "Other", NULL);
  g_autoptr(DatelineItem) event = g_object_new (DATELINE_TYPE_EVENT, "id", "one", "title", "Event", NULL);

  g_assert_cmpstr (dateline_story_get_description (story), ==, "");
  g_assert_true (dateline_story_add (story, person));
  g_assert_false (dateline_story_add (story, again));
  g_assert_false (dateline_story_add (story, event));
  g_assert_true (dateline_story_lookup (story, "one") == person);
  g_assert_null (dateline_story_lookup (story, "two"));
  assert_ids (dateline_story_get_people (story), "one");
  assert_ids (dateline_story_get_events (story), "");

  g_assert_finalize_object (story);
}

static void
test_articles_are_let_go (void)
{
  DatelineStory *story = read_fixture ();
  DatelineItem *article = g_object_ref (dateline_story_lookup (story, "article-one"));

  g_assert_cmpuint (g_list_model_get_n_items (dateline_article_get_dates (DATELINE_ARTICLE (article))), ==, 1);
  g_assert_finalize_object (story);
  g_assert_finalize_object (article);
}

static void
test_related (void)
{
  DatelineStory *story = read_fixture ();
  DatelineIndex *index = dateline_index_new (story);
  DatelineItem *he = dateline_story_lookup (story, "person-he");
  DatelineItem *whole = dateline_story_lookup (story, "event-whole");
  DatelineItem *later = dateline_story_lookup (story, "event-later");
  DatelineItem *article = dateline_story_lookup (story, "article-one");

  assert_ids (dateline_index_get_articles (index, he), "article-one");
  assert_ids (dateline_index_get_related (index, he, DATELINE_ITEM_EVENT), "event-whole");
  assert_ids (dateline_index_get_related (index, he, DATELINE_ITEM_QUOTE), "quote-1");
  assert_ids (dateline_index_get_related (index, he, DATELINE_ITEM_REACTION), "reaction-1");
  assert_ids (dateline_index_get_related (index, he, DATELINE_ITEM_PERSON), "group-others");
  assert_ids (dateline_index_get_related (index, whole, DATELINE_ITEM_REACTION), "reaction-2");
  assert_ids (dateline_index_get_related (index, whole, DATELINE_ITEM_CLAIM), "claim-1");
  assert_ids (dateline_index_get_related (index, later, DATELINE_ITEM_EVENT), "event-part");
  assert_ids (dateline_index_get_related (index, article, DATELINE_ITEM_QUOTE), "quote-1 quote-2");
  assert_ids (dateline_index_get_related (index, dateline_story_lookup (story, "article-two"), DATELINE_ITEM_PERSON), "");

  g_assert_finalize_object (index);
  g_assert_finalize_object (story);
}

static void
test_occurrences (void)
{
  g_autoptr(DatelineStory) story = read_fixture ();
  g_autoptr(DatelineIndex) index = dateline_index_new (story);
  DatelineArticle *article = DATELINE_ARTICLE (dateline_story_lookup (story, "article-one"));
  GListModel *occurrences = dateline_index_get_occurrences (index, article);
  DatelineItem *account = dateline_story_lookup (story, "account-2");
  g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (account);
  g_autoptr(GListModel) at = NULL;
  g_autoptr(GListModel) nowhere = dateline_index_dup_at (index, article, 0);
  g_autoptr(DatelinePassage) last = NULL;
  guint n_shorter = 0;

  g_assert_cmpuint (g_list_model_get_n_items (occurrences), ==, 8);
  for (guint i = 0; i < g_list_model_get_n_items (occurrences); i++)
    {
      g_autoptr(DatelineOccurrence) occurrence = g_list_model_get_item (occurrences, i);

      if (last != NULL)
        g_assert_cmpint (dateline_passage_compare (last, dateline_occurrence_get_passage (occurrence)), <=, 0);
      g_set_object (&last, dateline_occurrence_get_passage (occurrence));
    }

  /* "two years" stands in a quote, which stands in the sentence of an event. */
  at = dateline_index_dup_at (index, article, dateline_passage_get_start (passage));
  g_assert_cmpuint (g_list_model_get_n_items (at), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(DatelineOccurrence) occurrence = g_list_model_get_item (at, i);
      DatelinePassage *span = dateline_occurrence_get_passage (occurrence);
      guint length = dateline_passage_get_end (span) - dateline_passage_get_start (span);

      g_assert_cmpuint (length, >=, n_shorter);
      n_shorter = length;
      if (i == 0)
        g_assert_true (dateline_occurrence_get_item (occurrence) == account);
    }
  g_assert_cmpuint (g_list_model_get_n_items (nowhere), ==, 0);
}

/* A list that was handed out stays; one that is asked for later knows of what was added. */
static void
test_changes (void)
{
  g_autoptr(DatelineStory) story = read_fixture ();
  g_autoptr(DatelineIndex) index = dateline_index_new (story);
  DatelineItem *he = dateline_story_lookup (story, "person-he");
  g_autoptr(GListModel) before = g_object_ref (dateline_index_get_related (index, he, DATELINE_ITEM_EVENT));
  g_autoptr(DatelineDate) date = dateline_date_new ("2021", NULL);
  g_autoptr(DatelineItem) event = g_object_new (DATELINE_TYPE_EVENT, "id", "event-new", "title", "New", "date", date, NULL);

  dateline_event_add_participant (DATELINE_EVENT (event), DATELINE_PERSON (he));
  g_assert_true (dateline_story_add (story, event));
  assert_ids (before, "event-whole");
  assert_ids (dateline_index_get_related (index, he, DATELINE_ITEM_EVENT), "event-whole event-new");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/story/add", test_add);
  g_test_add_func ("/story/articles-are-let-go", test_articles_are_let_go);
  g_test_add_func ("/index/related", test_related);
  g_test_add_func ("/index/occurrences", test_occurrences);
  g_test_add_func ("/index/changes", test_changes);

  return g_test_run ();
}
