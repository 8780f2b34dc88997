/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reactions: the thread each belongs to, how articles render it, and where it stands in every dimension. */
#include "config.h"

#include "dateline-json-reader.h"
#include "dateline-reaction-facet.h"

static DatelineStory *
create_story (void)
{
  static const char json[] =
    "{ \"format\": \"dateline-story\", \"version\": 1, \"id\": \"s\", \"title\": \"S\", \"language\": \"en\","
    "  \"articles\": [ { \"id\": \"article-a\", \"headline\": \"A headline\", \"language\": \"en\", \"blocks\": ["
    "    { \"kind\": \"post\", \"text\": \"“What   Courage, what a man” — someone. They praise his courage. What courage.\" } ] } ],"
    "  \"people\": [ { \"id\": \"person-p\", \"name\": \"Pat\", \"kind\": \"person\" },"
    "                { \"id\": \"person-q\", \"name\": \"Quinn\", \"kind\": \"person\" } ],"
    "  \"events\": [ { \"id\": \"event-e\", \"title\": \"The post\", \"date\": \"2021-02-02\", \"kind\": \"post\" } ],"
    "  \"reactions\": ["
    "    { \"id\": \"reaction-1\", \"author\": \"person-p\", \"handle\": \"pat\", \"platform\": \"Twitter\","
    "      \"date\": \"2021-02-02~\", \"form\": \"post\", \"text\": \"what courage, what a man\","
    "      \"hashtags\": [\"One\", \"Two\", \"One\"], \"themes\": [\"courage\"], \"answers\": \"event-e\","
    "      \"passages\": [ { \"article\": \"article-a\", \"start\": 1, \"end\": 27, \"exact\": \"What   Courage, what a man\" },"
    "                    { \"article\": \"article-a\", \"start\": 40, \"end\": 64, \"exact\": \"They praise his courage.\" },"
    "                    { \"article\": \"article-a\", \"start\": 8, \"end\": 27, \"exact\": \"Courage, what a man\" },"
    "                    { \"article\": \"article-a\", \"start\": 65, \"end\": 77, \"exact\": \"What courage\" } ] },"
    "    { \"id\": \"reaction-2\", \"author\": \"person-q\", \"handle\": \"nobody\", \"platform\": \"\", \"form\": \"comment\", \"text\": \"ok\","
    "      \"date\": \"2021-02-03T10:30+03:00\", \"answers\": \"reaction-1\" },"
    "    { \"id\": \"reaction-3\", \"author\": \"person-q\", \"form\": \"post\", \"text\": \"round\", \"answers\": \"reaction-4\" },"
    "    { \"id\": \"reaction-4\", \"author\": \"person-q\", \"form\": \"post\", \"text\": \"and round\" },"
    "    { \"id\": \"reaction-5\", \"author\": \"person-q\", \"form\": \"post\", \"text\": \"alone\", \"date\": \"2021-02-02/2021-02-03\" } ] }";
  g_autoptr(GBytes) bytes = g_bytes_new_static (json, sizeof json - 1);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) warnings = NULL;
  DatelineStory *story = dateline_json_reader_read (bytes, &warnings, &error);

  g_assert_no_error (error);
  for (guint i = 0; warnings != NULL && warnings[i] != NULL; i++)
    g_test_message ("%s", warnings[i]);
  g_assert_true (warnings == NULL || warnings[0] == NULL);
  /* The reader refuses circles; an edit may make one. */
  dateline_reaction_set_answers (DATELINE_REACTION (dateline_story_lookup (story, "reaction-4")),
                                 dateline_story_lookup (story, "reaction-3"));

  return story;
}

static DatelineReaction *
get_reaction (DatelineStory *story,
              const char    *id)
{
  DatelineItem *item = dateline_story_lookup (story, id);

  g_assert_true (DATELINE_IS_REACTION (item));

  return DATELINE_REACTION (item);
}

static void
assert_keys (DatelineStory         *story,
             const char            *id,
             DatelineReactionFacet  facet,
             const char            *expected)
{
  g_auto(GStrv) keys = dateline_reaction_facet_dup_keys (facet, get_reaction (story, id));
  g_autofree char *joined = g_strjoinv (" ", keys);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_root (void)
{
  g_autoptr(DatelineStory) story = create_story ();
  DatelineItem *event = dateline_story_lookup (story, "event-e");

  g_assert_true (dateline_reaction_get_root (get_reaction (story, "reaction-1")) == event);
  g_assert_true (dateline_reaction_get_root (get_reaction (story, "reaction-2")) == event);
  g_assert_true (dateline_reaction_get_root (get_reaction (story, "reaction-5")) ==
                 dateline_story_lookup (story, "reaction-5"));
  /* A circle has no beginning; what matters is that it ends. */
  g_assert_true (dateline_reaction_get_root (get_reaction (story, "reaction-3")) ==
                 dateline_story_lookup (story, "reaction-3"));
}

static void
test_rendering (void)
{
  static const DatelineRendering expected[] = {
    DATELINE_RENDERING_VERBATIM, DATELINE_RENDERING_PARAPHRASE, DATELINE_RENDERING_EXCERPT, DATELINE_RENDERING_PARAPHRASE
  };
  g_autoptr(DatelineStory) story = create_story ();
  DatelineReaction *reaction = get_reaction (story, "reaction-1");
  GListModel *passages = dateline_item_get_passages (DATELINE_ITEM (reaction));

  g_assert_cmpuint (g_list_model_get_n_items (passages), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);

      g_test_message ("%s", dateline_passage_get_exact (passage));
      g_assert_cmpint (dateline_reaction_compare (reaction, passage), ==, expected[i]);
    }
}

static void
test_keys (void)
{
  g_autoptr(DatelineStory) story = create_story ();

  assert_keys (story, "reaction-1", DATELINE_REACTION_FACET_THEME, "courage");
  assert_keys (story, "reaction-1", DATELINE_REACTION_FACET_PLATFORM, "Twitter");
  assert_keys (story, "reaction-1", DATELINE_REACTION_FACET_DAY, "2021-02-02");
  assert_keys (story, "reaction-1", DATELINE_REACTION_FACET_ARTICLE, "article-a");
  assert_keys (story, "reaction-1", DATELINE_REACTION_FACET_HASHTAG, "One Two");
  assert_keys (story, "reaction-1", DATELINE_REACTION_FACET_AUTHOR, "person-p");
  assert_keys (story, "reaction-1", DATELINE_REACTION_FACET_ANSWERS, "event-e");

  assert_keys (story, "reaction-2", DATELINE_REACTION_FACET_THEME, "");
  assert_keys (story, "reaction-2", DATELINE_REACTION_FACET_PLATFORM, "");
  assert_keys (story, "reaction-2", DATELINE_REACTION_FACET_DAY, "2021-02-03");
  assert_keys (story, "reaction-2", DATELINE_REACTION_FACET_AUTHOR, "person-q");
  assert_keys (story, "reaction-2", DATELINE_REACTION_FACET_ANSWERS, "reaction-1 event-e");

  assert_keys (story, "reaction-3", DATELINE_REACTION_FACET_ANSWERS, "reaction-4 reaction-3");
  assert_keys (story, "reaction-5", DATELINE_REACTION_FACET_DAY, "2021-02-02/2021-02-03");
}

static void
assert_label (DatelineStory         *story,
              DatelineReactionFacet  facet,
              const char            *key,
              const char            *expected)
{
  g_autofree char *label = dateline_reaction_facet_dup_label (facet, story, key);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_labels (void)
{
  g_autoptr(DatelineStory) story = create_story ();

  assert_label (story, DATELINE_REACTION_FACET_AUTHOR, "person-p", "Pat");
  assert_label (story, DATELINE_REACTION_FACET_AUTHOR, "@nobody", "@nobody");
  assert_label (story, DATELINE_REACTION_FACET_ARTICLE, "article-a", "A headline");
  assert_label (story, DATELINE_REACTION_FACET_HASHTAG, "One", "#One");
  assert_label (story, DATELINE_REACTION_FACET_DAY, "2021-02-02", "2 Feb 2021");
  assert_label (story, DATELINE_REACTION_FACET_ANSWERS, "event-e", "The post");
  assert_label (story, DATELINE_REACTION_FACET_ANSWERS, "reaction-1", "Pat: what courage, what a man");
}

static void
test_nicks (void)
{
  DatelineReactionFacet facet;

  for (DatelineReactionFacet i = 0; i < DATELINE_N_REACTION_FACETS; i++)
    {
      g_assert_true (dateline_reaction_facet_from_nick (dateline_reaction_facet_get_nick (i), &facet));
      g_assert_cmpint (facet, ==, i);
    }
  g_assert_false (dateline_reaction_facet_from_nick ("colour", &facet));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reactions/root", test_root);
  g_test_add_func ("/reactions/rendering", test_rendering);
  g_test_add_func ("/reactions/keys", test_keys);
  g_test_add_func ("/reactions/labels", test_labels);
  g_test_add_func ("/reactions/nicks", test_nicks);

  return g_test_run ();
}
