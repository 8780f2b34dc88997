/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader does with a story, without a window: going about in it, picking, searching. */
#include "config.h"

#include "dateline-json-reader.h"
#include "dateline-search.h"
#include "dateline-session.h"

static DatelineStory *
create_story (void)
{
  static const char json[] =
    "{ \"format\": \"dateline-story\", \"version\": 1, \"id\": \"s\", \"title\": \"S\", \"language\": \"en\","
    "  \"articles\": ["
    "    { \"id\": \"article-a\", \"headline\": \"The café fire\", \"language\": \"en\", \"blocks\": ["
    "      { \"kind\": \"paragraph\", \"text\": \"Anna Петрова left. “It burns,” she said. Nobody was hurt.\" },"
    "      { \"kind\": \"paragraph\", \"text\": \"The end.\" } ] },"
    "    { \"id\": \"article-b\", \"headline\": \"Smoke\", \"language\": \"en\", \"blocks\": ["
    "      { \"kind\": \"paragraph\", \"text\": \"It was a small fire.\" } ] } ],"
    "  \"people\": ["
    "    { \"id\": \"person-anna\", \"name\": \"Anna Petrova\", \"kind\": \"person\", \"aliases\": [\"Анна\"],"
    "      \"mentions\": [ { \"article\": \"article-a\", \"start\": 0, \"end\": 12, \"exact\": \"Anna Петрова\" } ] } ],"
    "  \"events\": ["
    "    { \"id\": \"event-fire\", \"title\": \"Fire\", \"date\": \"2021-02-02\", \"kind\": \"other\","
    "      \"participants\": [\"person-anna\"],"
    "      \"passages\": [ { \"article\": \"article-b\", \"start\": 0, \"end\": 20, \"exact\": \"It was a small fire.\" } ] } ],"
    "  \"quotes\": ["
    "    { \"id\": \"quote-burns\", \"speaker\": \"person-anna\", \"direct\": true, \"event\": \"event-fire\","
    "      \"passage\": { \"article\": \"article-a\", \"start\": 20, \"end\": 29, \"exact\": \"It burns,\" } } ] }";
  g_autoptr(GBytes) bytes = g_bytes_new_static (json, sizeof json - 1);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) warnings = NULL;
  DatelineStory *story = dateline_json_reader_read (bytes, &warnings, &error);

  g_assert_no_error (error);
  g_assert_true (warnings == NULL || warnings[0] == NULL);

  return story;
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    count)
{
  (*(guint *) count)++;
}

static void
edited_cb (GObject  *object,
           gpointer  count)
{
  (*(guint *) count)++;
}

static void
test_navigator_history (void)
{
  g_autoptr(DatelineStory) story = create_story ();
  g_autoptr(DatelineNavigator) navigator = dateline_navigator_new ();
  DatelineItem *anna = dateline_story_lookup (story, "person-anna");
  DatelineItem *fire = dateline_story_lookup (story, "event-fire");
  g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (fire);

  g_assert_false (dateline_navigator_get_can_go_back (navigator));

  dateline_navigator_select (navigator, anna, NULL);
  dateline_navigator_show (navigator, "articles", fire, passage);
  g_assert_true (dateline_navigator_get_selected (navigator) == fire);
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "articles");
  g_assert_cmpstr (dateline_article_get_headline (dateline_navigator_get_article (navigator)), ==, "Smoke");

  dateline_navigator_go_back (navigator);
  g_assert_true (dateline_navigator_get_selected (navigator) == anna);
  g_assert_null (dateline_navigator_get_passage (navigator));
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "timeline");
  g_assert_true (dateline_navigator_get_can_go_forward (navigator));

  dateline_navigator_go_forward (navigator);
  g_assert_true (dateline_navigator_get_passage (navigator) == passage);

  /* A new step forgets what lay ahead. */
  dateline_navigator_go_back (navigator);
  dateline_navigator_set_view (navigator, "people");
  g_assert_false (dateline_navigator_get_can_go_forward (navigator));
  g_assert_true (dateline_navigator_get_selected (navigator) == anna);

  dateline_navigator_clear (navigator);
  g_assert_false (dateline_navigator_get_can_go_back (navigator));
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "people");
  dateline_navigator_go_back (navigator);
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "people");
}

static void
test_navigator_notify (void)
{
  g_autoptr(DatelineStory) story = create_story ();
  g_autoptr(DatelineNavigator) navigator = dateline_navigator_new ();
  DatelineItem *anna = dateline_story_lookup (story, "person-anna");
  guint selected = 0;
  guint view = 0;
  guint range = 0;

  g_signal_connect (navigator, "notify::selected", G_CALLBACK (count_cb), &selected);
  g_signal_connect (navigator, "notify::view", G_CALLBACK (count_cb), &view);
  g_signal_connect (navigator, "notify::range-end", G_CALLBACK (count_cb), &range);

  dateline_navigator_select (navigator, anna, NULL);
  dateline_navigator_select (navigator, anna, NULL);
  g_assert_cmpuint (selected, ==, 1);
  g_assert_cmpuint (view, ==, 0);

  dateline_navigator_set_view (navigator, "people");
  dateline_navigator_set_view (navigator, NULL);
  g_assert_cmpuint (view, ==, 1);
  g_assert_cmpuint (selected, ==, 1);

  dateline_navigator_set_range (navigator, 0, 10);
  dateline_navigator_set_range (navigator, 0, 10);
  g_assert_cmpuint (range, ==, 1);
  /* Scrolling is no step of the history. */
  dateline_navigator_go_back (navigator);
  g_assert_cmpint (dateline_navigator_get_range_end (navigator), ==, 10);
}

static void
test_navigator_bounded (void)
{
  g_autoptr(DatelineNavigator) navigator = dateline_navigator_new ();
  guint steps = 0;

  for (guint i = 0; i < 2000; i++)
    dateline_navigator_set_view (navigator, i % 2 ? "people" : "articles");
  while (dateline_navigator_get_can_go_back (navigator))
    {
      dateline_navigator_go_back (navigator);
      steps++;
    }

  g_assert_cmpuint (steps, >=, 100);
  g_assert_cmpuint (steps, <, 1000);
}

static void
test_clippings (void)
{
  g_autoptr(DatelineStory) story = create_story ();
  g_autoptr(DatelineClippings) clippings = dateline_clippings_new ();
  DatelineItem *quote = dateline_story_lookup (story, "quote-burns");
  DatelineItem *fire = dateline_story_lookup (story, "event-fire");
  g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (fire);
  g_autoptr(DatelineClipping) first = NULL;
  guint edited = 0;
  guint position;

  g_signal_connect (clippings, "edited", G_CALLBACK (edited_cb), &edited);

  g_assert_true (dateline_clippings_add (clippings, quote, NULL));
  g_assert_false (dateline_clippings_add (clippings, quote, NULL));
  g_assert_false (dateline_clippings_add (clippings, NULL, NULL));
  g_assert_true (dateline_clippings_add (clippings, fire, passage));
  g_assert_true (dateline_clippings_add (clippings, NULL, passage));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (clippings)), ==, 3);
  g_assert_cmpuint (edited, ==, 3);

  dateline_clippings_move (clippings, 0, 2);
  g_assert_true (dateline_clippings_find (clippings, quote, NULL, &position));
  g_assert_cmpuint (position, ==, 2);

  first = g_list_model_get_item (G_LIST_MODEL (clippings), 2);
  g_assert_cmpstr (dateline_clipping_get_text (first), ==, "It burns,");
  g_assert_cmpstr (dateline_person_get_name (dateline_clipping_get_speaker (first)), ==, "Anna Petrova");
  dateline_clipping_set_note (first, "check");
  g_assert_cmpuint (edited, ==, 5);

  dateline_clippings_remove (clippings, 2);
  dateline_clipping_set_note (first, "no longer here");
  g_assert_cmpuint (edited, ==, 6);
  dateline_clippings_insert (clippings, 2, first);
  g_assert_true (dateline_clippings_find (clippings, quote, NULL, &position));
  g_assert_cmpuint (position, ==, 2);
}

static char *
search (DatelineSearch *searcher,
        const char     *words)
{
  GListModel *hits = dateline_search_get_hits (searcher);
  GString *found = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  dateline_search_set_words (searcher, words);
  dateline_search_finish (searcher, &error);
  g_assert_no_error (error);
  g_assert_false (dateline_search_get_busy (searcher));
  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr(DatelineSearchHit) hit = g_list_model_get_item (hits, i);

      g_string_append_printf (found, "%s%s: %s", i > 0 ? " | " : "",
                              dateline_item_get_id (dateline_search_hit_get_item (hit)),
                              dateline_search_hit_get_title (hit));
    }

  return g_string_free (found, FALSE);
}

static void
test_search (void)
{
  static const struct
  {
    const char *words;
    const char *found;
  } cases[] = {
    { "", "" },
    { "   ", "" },
    { "\"", "" },
    { "nowhere", "" },
    { "cafe", "article-a: The café fire" },
    { "CAFÉ FIRE", "article-a: The café fire" },
    { "\"fire café\"", "" },
    { "“café fire”", "article-a: The café fire" },
    { "петрова", "person-anna: Anna Petrova | quote-burns: It burns, | article-a: Anna Петрова left." },
    { "burns anna", "quote-burns: It burns, | article-a: Anna Петрова left." },
    { "end", "article-a: The end." },
    { "nobody hurt", "article-a: Nobody was hurt." },
    { "fire", "event-fire: Fire | article-a: The café fire | article-b: It was a small fire." },
  };
  g_autoptr(DatelineStory) story = create_story ();
  g_autoptr(DatelineSearch) searcher = dateline_search_new (story, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = search (searcher, cases[i].words);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
answered_cb (DatelineSearch *searcher,
             guint          *n)
{
  (*n)++;
}

/* Of many keystrokes in a row, the last one is answered, in the main context, and nobody waited. */
static void
test_search_as_one_types (void)
{
  static const char *const typed[] = { "f", "fi", "fir", "fire", "fir", "fi", "f", "n", "no", "nob" };
  g_autoptr(DatelineStory) story = create_story ();
  g_autoptr(DatelineSearch) searcher = dateline_search_new (story, NULL);
  GListModel *hits = dateline_search_get_hits (searcher);
  g_autoptr(DatelineSearchHit) hit = NULL;
  g_autoptr(DatelinePassage) passage = NULL;
  guint n = 0;

  g_signal_connect (searcher, "answered", G_CALLBACK (answered_cb), &n);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      dateline_search_set_words (searcher, typed[i]);
      g_assert_true (dateline_search_get_busy (searcher));
      if (i % 3 == 0)
        g_main_context_iteration (NULL, FALSE);
    }
  while (dateline_search_get_busy (searcher))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (hits), ==, 1);
  g_assert_cmpuint (dateline_search_get_count (searcher, DATELINE_SEARCH_ARTICLES, NULL), ==, 1);
  hit = g_list_model_get_item (hits, 0);
  passage = dateline_search_hit_dup_passage (hit);
  g_assert_cmpstr (dateline_passage_get_exact (passage), ==, "Nobody was hurt.");

  while (dateline_search_get_facets (searcher) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (dateline_search_get_facets (searcher)->articles->len, ==, 1);

  dateline_search_set_words (searcher, "");
  g_assert_false (dateline_search_get_busy (searcher));
  g_assert_cmpuint (g_list_model_get_n_items (hits), ==, 0);
}

static void
test_search_filters (void)
{
  DatelineSearchFilter filter = { (char *) "article-b", NULL, DATELINE_DATE_OPEN_START, DATELINE_DATE_OPEN_END };
  g_autoptr(DatelineStory) story = create_story ();
  g_autoptr(DatelineSearch) searcher = dateline_search_new (story, NULL);
  g_autofree char *narrow = NULL;
  g_autofree char *of_events = NULL;
  g_autofree char *wide = NULL;

  dateline_search_set_filter (searcher, &filter);
  g_assert_true (dateline_search_get_filtered (searcher));
  narrow = search (searcher, "fire");
  g_assert_cmpstr (narrow, ==, "event-fire: Fire | article-b: It was a small fire.");
  dateline_search_set_group (searcher, DATELINE_SEARCH_EVENTS);
  of_events = search (searcher, "fire");
  g_assert_cmpstr (of_events, ==, "event-fire: Fire");
  g_assert_cmpuint (dateline_search_get_count (searcher, DATELINE_SEARCH_ARTICLES, NULL), ==, 1);
  dateline_search_clear_filter (searcher);
  g_assert_false (dateline_search_get_filtered (searcher));
  wide = search (searcher, "fire");
  g_assert_cmpstr (wide, ==, "event-fire: Fire | article-a: The café fire | article-b: It was a small fire.");
}

static void
test_search_follows_story (void)
{
  g_autoptr(DatelineStory) story = create_story ();
  g_autoptr(DatelineSearch) searcher = dateline_search_new (story, NULL);
  g_autoptr(DatelineItem) boris = g_object_new (DATELINE_TYPE_PERSON, "id", "person-boris", "name", "Boris", NULL);
  g_autofree char *before = search (searcher, "boris");
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (before, ==, "");
  dateline_story_add (story, boris);
  g_assert_true (dateline_search_get_busy (searcher));
  dateline_search_finish (searcher, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_search_get_hits (searcher)), ==, 1);
}

/* Nothing is left of a search that is given up while it is under way. */
static void
test_search_finalizes (void)
{
  DatelineStory *story = create_story ();
  DatelineSearch *searcher = dateline_search_new (story, NULL);

  dateline_search_set_words (searcher, "fire");
  g_main_context_iteration (NULL, FALSE);
  g_object_add_weak_pointer (G_OBJECT (story), (gpointer *) &story);
  g_object_add_weak_pointer (G_OBJECT (searcher), (gpointer *) &searcher);
  g_object_unref (searcher);
  g_object_unref (story);
  while (searcher != NULL || story != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_session_finalizes (void)
{
  DatelineStory *story = create_story ();
  DatelineSession *session = dateline_session_new (story);
  DatelineItem *quote = dateline_story_lookup (story, "quote-burns");

  g_assert_true (dateline_clippings_add (dateline_session_get_clippings (session), quote, NULL));
  dateline_navigator_select (dateline_session_get_navigator (session), quote, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_index_get_articles (dateline_session_get_index (session), quote)), ==, 1);

  g_object_add_weak_pointer (G_OBJECT (story), (gpointer *) &story);
  g_object_unref (story);
  g_assert_finalize_object (session);
  g_assert_null (story);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/navigator/history", test_navigator_history);
  g_test_add_func ("/navigator/notify", test_navigator_notify);
  g_test_add_func ("/navigator/bounded", test_navigator_bounded);
  g_test_add_func ("/clippings", test_clippings);
  g_test_add_func ("/search/cases", test_search);
  g_test_add_func ("/search/as-one-types", test_search_as_one_types);
  g_test_add_func ("/search/filters", test_search_filters);
  g_test_add_func ("/search/follows-story", test_search_follows_story);
  g_test_add_func ("/search/finalizes", test_search_finalizes);
  g_test_add_func ("/session/finalizes", test_session_finalizes);

  return g_test_run ();
}
