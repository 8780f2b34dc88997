/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that this program would not write: what can be understood of them is shown, and what is damaged is said. */
#include "config.h"

#include "dateline-database.h"
#include "dateline-rows.h"

typedef struct
{
  DatelineDatabase *database;
  sqlite3          *db;
  DatelineStory    *story; /* as it was written */
} Fixture;

static void
run (Fixture    *fixture,
     const char *sql)
{
  g_autoptr(GError) error = NULL;

  dateline_database_execute (fixture->database, sql, &error);
  g_assert_no_error (error);
}

/* One article of 26 letters in two blocks, two events, a quote, two reactions, a claim with an account. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->database = dateline_database_create (NULL, &error);
  g_assert_no_error (error);
  fixture->db = dateline_database_get_handle (fixture->database);
  run (fixture,
       "INSERT INTO story VALUES ('s', 'Title', '', 'en', '');"
       "INSERT INTO item VALUES ('a', 'article', 1, ''), ('p', 'person', 1, ''), ('e1', 'event', 1, ''),"
       "  ('e2', 'event', 2, ''), ('q', 'quote', 1, ''), ('r1', 'reaction', 1, ''), ('r2', 'reaction', 2, ''),"
       "  ('c', 'claim', 1, ''), ('d', 'claim', 2, ''), ('n', 'account', 1, '');"
       "INSERT INTO article (id, headline, url) VALUES ('a', 'Headline', 'https://example.org');"
       "INSERT INTO block VALUES ('a', 0, 'heading', 'abcdefghij'), ('a', 1, 'paragraph', 'klmnopqrstuvwxy');"
       "INSERT INTO person (id, name) VALUES ('p', 'Ann');"
       "INSERT INTO event (id, title, date) VALUES ('e1', 'The Verdict', '2021'), ('e2', 'The Appeal', '2022');"
       "INSERT INTO quote (id, speaker) VALUES ('q', 'p');"
       "INSERT INTO reaction (id, author, text) VALUES ('r1', 'p', 'One'), ('r2', 'p', 'Two');"
       "INSERT INTO claim (id, question, kind) VALUES ('c', 'How many?', 'count'), ('d', 'Who?', 'text');"
       "INSERT INTO account (id, claim, article, value) VALUES ('n', 'c', 'a', '5000');"
       "INSERT INTO passage (id, item, article, start, \"end\", exact, prefix, suffix, position) VALUES"
       "  (1, 'q', 'a', 0, 3, 'abc', '', 'defghij', 1), (2, 'n', 'a', 2, 4, 'cd', '', '', 1)");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->story);
  g_clear_pointer (&fixture->database, dateline_database_free);
}

static DatelineStory *
load (Fixture  *fixture,
      GError  **error)
{
  g_autoptr(DatelineStory) story = dateline_rows_new_story (fixture->db, error);

  if (story == NULL || !dateline_rows_load (fixture->db, story, error))
    return NULL;

  return g_steal_pointer (&story);
}

static DatelineStory *
load_well (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  DatelineStory *story = load (fixture, &error);

  g_assert_no_error (error);

  return story;
}

static void
refresh (Fixture       *fixture,
         DatelineStory *story,
         const char    *ids)
{
  g_auto(GStrv) split = g_strsplit (ids, " ", -1);
  g_autoptr(GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; split[i] != NULL; i++)
    g_hash_table_add (set, split[i]);
  dateline_rows_refresh (fixture->db, story, set, &error);
  g_assert_no_error (error);
}

static void
test_sound (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(DatelineStory) story = load_well (fixture);
  DatelineItem *account = dateline_story_lookup (story, "n");

  g_assert_cmpstr (dateline_account_get_wording (DATELINE_ACCOUNT (account)), ==, "cd");
  g_assert_true (dateline_account_get_claim (DATELINE_ACCOUNT (account)) ==
                 DATELINE_CLAIM (dateline_story_lookup (story, "c")));
}

/* What must not be shown as if it were all right: the sentence names the item and the field. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct { const char *sql; const char *named[2]; } cases[] = {
    { "UPDATE event SET date = 'soon' WHERE id = 'e1'", { "The Verdict", "date" } },
    { "UPDATE article SET published = '2021-99'", { "Headline", "date of publication" } },
    { "UPDATE event SET title = CAST (x'41ff42' AS TEXT) WHERE id = 'e1'", { "A", "title" } },
    { "UPDATE event SET description = CAST (x'410042' AS TEXT) WHERE id = 'e1'", { "The Verdict", "description" } },
    { "UPDATE item SET note = CAST (x'ff' AS TEXT) WHERE id = 'e1'", { "The Verdict", "note" } },
    { "UPDATE article SET byline = '[1]'", { "Headline", "authors" } },
    { "UPDATE article SET byline = '[\"a\" x]'", { "Headline", "authors" } },
    { "UPDATE person SET aliases = '[[\"a\"]]'", { "Ann", "other names" } },
    { "UPDATE block SET text = CAST (x'ff' AS TEXT) WHERE number = 1", { "Headline", "text" } },
    { "UPDATE passage SET date = 'x', item = 'a', start = 0, exact = 'abc', \"end\" = 3", { "Headline", "dates" } },
    { "PRAGMA foreign_keys = OFF; UPDATE reaction SET author = 'nobody' WHERE id = 'r1'", { "r1", "author" } },
    { "PRAGMA foreign_keys = OFF; UPDATE account SET claim = 'nothing'", { "n", "claim" } },
    { "PRAGMA ignore_check_constraints = ON; UPDATE person SET kind = 'robot'", { "Ann", "kind" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture own = { NULL };
      g_autoptr(DatelineStory) story = NULL;
      g_autoptr(GError) error = NULL;

      set_up (&own, NULL);
      run (&own, cases[i].sql);
      story = load (&own, &error);
      if (error == NULL || strstr (error->message, cases[i].named[0]) == NULL ||
          strstr (error->message, cases[i].named[1]) == NULL)
        g_error ("%s: %s", cases[i].sql, error != NULL ? error->message : "was read");
      g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_DAMAGED);
      g_assert_null (story);
      tear_down (&own, NULL);
    }
}

/* A merge can leave passages of words that the article has no more: they are not shown, and not lost either. */
static void
test_dangling (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const cases[] = {
    "UPDATE passage SET start = 24, \"end\" = 27 WHERE id = 1",
    "UPDATE passage SET start = 9223372036854775806, \"end\" = 9223372036854775807 WHERE id = 1",
    "UPDATE passage SET \"end\" = 4294967299 WHERE id = 1",
    "UPDATE passage SET \"end\" = 0 WHERE id = 1",
    "UPDATE passage SET exact = 'xyz' WHERE id = 1",
    "UPDATE passage SET exact = '' WHERE id = 1",
    "UPDATE block SET text = 'shorter' WHERE number = 0; UPDATE passage SET start = 5, \"end\" = 25 WHERE id = 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture own = { NULL };
      g_autoptr(DatelineStory) story = NULL;
      g_autoptr(DatelineItem) draft = NULL;
      g_autoptr(DatelineItem) base = NULL;
      g_autoptr(DatelinePassage) passage = NULL;
      g_autoptr(GError) error = NULL;
      DatelineItem *quote;

      set_up (&own, NULL);
      run (&own, cases[i]);
      story = load_well (&own);
      quote = dateline_story_lookup (story, "q");
      g_assert_cmpuint (g_list_model_get_n_items (dateline_item_get_passages (quote)), ==, 0);

      base = dateline_item_copy (quote);
      draft = dateline_item_copy (quote);
      passage = dateline_passage_new (DATELINE_ARTICLE (dateline_story_lookup (story, "a")), 1, 2);
      dateline_item_add_passage (draft, passage);
      dateline_rows_update (own.db, draft, base, &error);
      g_assert_no_error (error);
      run (&own, "CREATE TEMP TABLE sure (n CHECK (n = 2)); INSERT INTO sure SELECT count (*) FROM passage WHERE item = 'q'");
      tear_down (&own, NULL);
    }
}

static void
test_circles (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(DatelineStory) story = NULL;
  DatelineEvent *first;
  DatelineEvent *second;
  guint n = 0;

  run (fixture,
       "UPDATE event SET part_of = 'e2' WHERE id = 'e1'; UPDATE event SET part_of = 'e1' WHERE id = 'e2';"
       "UPDATE reaction SET answers = id; UPDATE quote SET original = id;"
       "INSERT INTO about VALUES ('c', 'd', 1), ('d', 'c', 1), ('c', 'c', 2), ('c', 'e1', 3)");
  story = load_well (fixture);
  first = DATELINE_EVENT (dateline_story_lookup (story, "e1"));
  second = DATELINE_EVENT (dateline_story_lookup (story, "e2"));
  g_assert_true ((dateline_event_get_part_of (first) == second) != (dateline_event_get_part_of (second) == first));
  g_assert_null (dateline_reaction_get_answers (DATELINE_REACTION (dateline_story_lookup (story, "r1"))));
  g_assert_null (dateline_quote_get_original (DATELINE_QUOTE (dateline_story_lookup (story, "q"))));
  n += g_list_model_get_n_items (dateline_claim_get_about (DATELINE_CLAIM (dateline_story_lookup (story, "c"))));
  n += g_list_model_get_n_items (dateline_claim_get_about (DATELINE_CLAIM (dateline_story_lookup (story, "d"))));
  g_assert_cmpuint (n, ==, 2);

  /* A circle that comes about while the story is open, and then goes. */
  run (fixture, "UPDATE event SET part_of = NULL; UPDATE reaction SET answers = 'r2' WHERE id = 'r1'");
  refresh (fixture, story, "e1 e2 r1 r2");
  g_assert_null (dateline_event_get_part_of (first));
  g_assert_null (dateline_event_get_part_of (second));

  run (fixture, "UPDATE event SET part_of = 'e2' WHERE id = 'e1'");
  refresh (fixture, story, "e1");
  g_assert_true (dateline_event_get_part_of (first) == second);

  run (fixture, "UPDATE event SET part_of = NULL WHERE id = 'e1'; UPDATE event SET part_of = 'e1' WHERE id = 'e2'");
  refresh (fixture, story, "e1 e2");
  g_assert_null (dateline_event_get_part_of (first));
  g_assert_true (dateline_event_get_part_of (second) == first);

  /* One that goes through what did not change. */
  run (fixture, "UPDATE event SET part_of = 'e2' WHERE id = 'e1'");
  refresh (fixture, story, "e1");
  g_assert_true ((dateline_event_get_part_of (first) == second) != (dateline_event_get_part_of (second) == first));
}

/* A chain that is longer than the stack is deep. */
static void
test_chain (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(DatelineStory) story = NULL;

  run (fixture,
       "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
       "INSERT INTO item SELECT 'x' || i, 'reaction', i, '' FROM n;"
       "INSERT INTO reaction (id, author, text, answers) SELECT id, 'p', '', 'x' || CAST (position + 1 AS INTEGER) FROM item "
       "WHERE id GLOB 'x*' AND position < 100000");
  story = load_well (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_story_get_reactions (story)), ==, 100001);
}

static void
test_tolerated (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(DatelineStory) story = NULL;
  DatelineQuantity *quantity;
  DatelineArticle *article;

  run (fixture,
       "UPDATE account SET value = 'many';"
       "UPDATE article SET url = 'javascript:alert (1)', byline = '[ \"A\\u0042\" , \"\" ]';"
       "UPDATE block SET text = 'abc' || char (13) || 'efg' || char (8233) || 'ij' WHERE number = 0;"
       "UPDATE reaction SET answers = 'a' WHERE id = 'r1';"
       "UPDATE item SET position = 1e308; UPDATE event SET kind = 'later version';"
       "INSERT INTO item VALUES ('ghost', 'event', 5, ''), ('odd', 'person', 1, '');"
       "INSERT INTO event (id, title, date) VALUES ('odd', 'Odd', '2021')");
  story = load_well (fixture);
  quantity = dateline_account_get_quantity (DATELINE_ACCOUNT (dateline_story_lookup (story, "n")));
  g_assert_cmpint (dateline_quantity_get_kind (quantity), ==, DATELINE_VALUE_KIND_TEXT);
  g_assert_cmpstr (dateline_quantity_get_value (quantity), ==, "many");

  article = DATELINE_ARTICLE (dateline_story_lookup (story, "a"));
  g_assert_cmpstr (dateline_article_get_url (article), ==, "");
  g_assert_cmpstr (dateline_article_get_byline (article)[0], ==, "AB");
  g_assert_true (g_str_has_prefix (dateline_article_get_text (article), "abc efg ij\n"));
  g_assert_null (dateline_reaction_get_answers (DATELINE_REACTION (dateline_story_lookup (story, "r1"))));
  g_assert_null (dateline_story_lookup (story, "ghost"));
  g_assert_null (dateline_story_lookup (story, "odd"));
  g_assert_cmpuint (g_list_model_get_n_items (dateline_story_get_events (story)), ==, 2);
}

/* The values of accounts are read anew when the kind of their claim changes. */
static void
test_kind (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(DatelineStory) story = load_well (fixture);
  DatelineAccount *account = DATELINE_ACCOUNT (dateline_story_lookup (story, "n"));

  run (fixture, "UPDATE claim SET kind = 'text' WHERE id = 'c'");
  refresh (fixture, story, "c");
  g_assert_cmpint (dateline_quantity_get_kind (dateline_account_get_quantity (account)), ==, DATELINE_VALUE_KIND_TEXT);
}

/* An id that is of another kind now. */
static void
test_other_kind (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(DatelineStory) story = load_well (fixture);

  run (fixture,
       "DELETE FROM item WHERE id = 'e2'; INSERT INTO item VALUES ('e2', 'person', 3, '');"
       "INSERT INTO person (id, name) VALUES ('e2', 'Eve'); UPDATE quote SET speaker = 'e2'");
  refresh (fixture, story, "e2 q");
  g_assert_true (DATELINE_IS_PERSON (dateline_story_lookup (story, "e2")));
  g_assert_true (dateline_quote_get_speaker (DATELINE_QUOTE (dateline_story_lookup (story, "q"))) ==
                 DATELINE_PERSON (dateline_story_lookup (story, "e2")));
  g_assert_cmpuint (g_list_model_get_n_items (dateline_story_get_events (story)), ==, 1);
}

/* No story at all, and a refresh of which a row cannot be read. */
static void
test_failures (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(DatelineStory) story = load_well (fixture);
  g_autoptr(DatelineStory) none = NULL;
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GError) error = NULL;
  DatelineEvent *event = DATELINE_EVENT (dateline_story_lookup (story, "e1"));

  run (fixture, "UPDATE event SET title = 'New', date = 'never' WHERE id = 'e1'");
  g_hash_table_add (ids, (gpointer) "e1");
  g_assert_false (dateline_rows_refresh (fixture->db, story, ids, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_DAMAGED);
  g_assert_cmpstr (dateline_event_get_title (event), ==, "The Verdict");
  g_assert_true (sqlite3_get_autocommit (fixture->db));
  g_clear_error (&error);

  run (fixture, "DELETE FROM story");
  none = dateline_rows_new_story (fixture->db, &error);
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_DAMAGED);
  g_assert_null (none);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(name, func) g_test_add ("/rows-strange/" name, Fixture, NULL, set_up, func, tear_down)
  add ("sound", test_sound);
  add ("damaged", test_damaged);
  add ("dangling", test_dangling);
  add ("circles", test_circles);
  add ("chain", test_chain);
  add ("tolerated", test_tolerated);
  add ("kind", test_kind);
  add ("other-kind", test_other_kind);
  add ("failures", test_failures);

  return g_test_run ();
}
