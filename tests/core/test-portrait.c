/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from a story for one person: spellings, company, mentions, words by and about them. */
#include "config.h"

#include "dateline-json-reader.h"
#include "dateline-portrait.h"
#include "dateline-story.h"

static DatelineStory *
create_story (void)
{
  static const char json[] =
    "{ \"format\": \"dateline-story\", \"version\": 1, \"id\": \"s\", \"title\": \"S\", \"language\": \"en\","
    "  \"articles\": ["
    "    { \"id\": \"article-a\", \"headline\": \"A\", \"language\": \"en\", \"blocks\": ["
    "      { \"kind\": \"paragraph\", \"text\": \"Anna met Bob and Anna left. Bob said Anna was brave. Carl slept. Anna!\" } ] },"
    "    { \"id\": \"article-b\", \"headline\": \"B\", \"language\": \"en\", \"blocks\": ["
    "      { \"kind\": \"paragraph\", \"text\": \"Ann saw Carl.\" } ] } ],"
    "  \"people\": ["
    "    { \"id\": \"person-anna\", \"name\": \"Anna\", \"kind\": \"person\", \"mentions\": ["
    "      { \"article\": \"article-b\", \"start\": 0, \"end\": 3, \"exact\": \"Ann\" },"
    "      { \"article\": \"article-a\", \"start\": 65, \"end\": 69, \"exact\": \"Anna\" },"
    "      { \"article\": \"article-a\", \"start\": 0, \"end\": 4, \"exact\": \"Anna\" },"
    "      { \"article\": \"article-a\", \"start\": 17, \"end\": 21, \"exact\": \"Anna\" },"
    "      { \"article\": \"article-a\", \"start\": 37, \"end\": 41, \"exact\": \"Anna\" } ] },"
    "    { \"id\": \"person-bob\", \"name\": \"Bob\", \"kind\": \"person\", \"mentions\": ["
    "      { \"article\": \"article-a\", \"start\": 9, \"end\": 12, \"exact\": \"Bob\" },"
    "      { \"article\": \"article-a\", \"start\": 28, \"end\": 31, \"exact\": \"Bob\" } ] },"
    "    { \"id\": \"person-carl\", \"name\": \"Carl\", \"kind\": \"person\", \"mentions\": ["
    "      { \"article\": \"article-a\", \"start\": 53, \"end\": 57, \"exact\": \"Carl\" },"
    "      { \"article\": \"article-b\", \"start\": 8, \"end\": 12, \"exact\": \"Carl\" } ] },"
    "    { \"id\": \"person-dora\", \"name\": \"Dora\", \"kind\": \"person\" } ],"
    "  \"events\": ["
    "    { \"id\": \"event-1\", \"title\": \"E\", \"date\": \"2021\", \"kind\": \"other\","
    "      \"participants\": [\"person-anna\", \"person-carl\", \"person-dora\"] } ],"
    "  \"quotes\": ["
    "    { \"id\": \"quote-1\", \"speaker\": \"person-bob\", \"direct\": false,"
    "      \"passage\": { \"article\": \"article-a\", \"start\": 37, \"end\": 51, \"exact\": \"Anna was brave\" } },"
    "    { \"id\": \"quote-2\", \"speaker\": \"person-anna\", \"direct\": true, \"addressee\": \"person-dora\","
    "      \"passage\": { \"article\": \"article-a\", \"start\": 65, \"end\": 70, \"exact\": \"Anna!\" } } ] }";
  g_autoptr(GBytes) bytes = g_bytes_new_static (json, sizeof json - 1);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) warnings = NULL;
  DatelineStory *story = dateline_json_reader_read (bytes, &warnings, &error);

  g_assert_no_error (error);
  for (guint i = 0; warnings != NULL && warnings[i] != NULL; i++)
    g_test_message ("%s", warnings[i]);
  g_assert_true (warnings == NULL || warnings[0] == NULL);

  return story;
}

static DatelinePerson *
get_person (DatelineStory *story,
            const char    *id)
{
  return DATELINE_PERSON (dateline_story_lookup (story, id));
}

static void
test_spellings (void)
{
  g_autoptr(DatelineStory) story = create_story ();
  g_autoptr(GPtrArray) spellings = dateline_portrait_dup_spellings (get_person (story, "person-anna"));
  g_autoptr(GPtrArray) none = dateline_portrait_dup_spellings (get_person (story, "person-dora"));
  DatelineSpelling *first;
  DatelineSpelling *second;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (spellings->len, ==, 2);
  first = g_ptr_array_index (spellings, 0);
  second = g_ptr_array_index (spellings, 1);
  g_assert_cmpstr (first->text, ==, "Anna");
  g_assert_cmpuint (first->count, ==, 4);
  g_assert_cmpuint (dateline_passage_get_start (first->passage), ==, 0);
  g_assert_cmpstr (second->text, ==, "Ann");
  g_assert_cmpuint (second->count, ==, 1);
}

static void
assert_companion (GPtrArray  *companions,
                  guint       position,
                  const char *name,
                  guint       n_events,
                  guint       n_sentences)
{
  DatelineCompanion *companion;

  g_assert_cmpuint (position, <, companions->len);
  companion = g_ptr_array_index (companions, position);
  g_assert_cmpstr (dateline_person_get_name (companion->person), ==, name);
  g_assert_cmpuint (companion->n_events, ==, n_events);
  g_assert_cmpuint (companion->n_sentences, ==, n_sentences);
}

static void
test_companions (void)
{
  g_autoptr(DatelineStory) story = create_story ();
  g_autoptr(DatelineIndex) index = dateline_index_new (story);
  g_autoptr(GPtrArray) of_anna = dateline_portrait_dup_companions (get_person (story, "person-anna"), index);
  g_autoptr(GPtrArray) of_bob = dateline_portrait_dup_companions (get_person (story, "person-bob"), index);

  /* A sentence that names one of them twice counts once; that Carl slept has nothing to do with Anna. */
  g_assert_cmpuint (of_anna->len, ==, 3);
  assert_companion (of_anna, 0, "Bob", 0, 2);
  assert_companion (of_anna, 1, "Carl", 1, 1);
  assert_companion (of_anna, 2, "Dora", 1, 0);
  g_assert_cmpuint (of_bob->len, ==, 1);
  assert_companion (of_bob, 0, "Anna", 0, 2);
}

static void
test_mentions (void)
{
  g_autoptr(DatelineStory) story = create_story ();
  DatelineArticle *article = DATELINE_ARTICLE (dateline_story_lookup (story, "article-a"));
  g_autoptr(GListModel) mentions = dateline_portrait_dup_mentions (get_person (story, "person-anna"), article);
  guint last = 0;

  g_assert_cmpuint (g_list_model_get_n_items (mentions), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr(DatelinePassage) mention = g_list_model_get_item (mentions, i);

      g_assert_cmpuint (dateline_passage_get_end (mention), >, last);
      last = dateline_passage_get_end (mention);
    }
}

static void
assert_quotes (GListModel *quotes,
               const char *id)
{
  g_autoptr(DatelineItem) quote = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (quotes), ==, id != NULL ? 1 : 0);
  if (id == NULL)
    return;
  quote = g_list_model_get_item (quotes, 0);
  g_assert_cmpstr (dateline_item_get_id (quote), ==, id);
}

static void
test_quotes (void)
{
  g_autoptr(DatelineStory) story = create_story ();
  g_autoptr(DatelineIndex) index = dateline_index_new (story);
  g_autoptr(GListModel) by_anna = dateline_portrait_dup_quotes_by (get_person (story, "person-anna"), index);
  g_autoptr(GListModel) by_carl = dateline_portrait_dup_quotes_by (get_person (story, "person-carl"), index);
  g_autoptr(GListModel) about_anna = dateline_portrait_dup_quotes_about (get_person (story, "person-anna"), story);
  g_autoptr(GListModel) about_dora = dateline_portrait_dup_quotes_about (get_person (story, "person-dora"), story);

  assert_quotes (by_anna, "quote-2");
  assert_quotes (by_carl, NULL);
  /* What she says of herself is not what others say. */
  assert_quotes (about_anna, "quote-1");
  assert_quotes (about_dora, "quote-2");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/portrait/spellings", test_spellings);
  g_test_add_func ("/portrait/companions", test_companions);
  g_test_add_func ("/portrait/mentions", test_mentions);
  g_test_add_func ("/portrait/quotes", test_quotes);

  return g_test_run ();
}
