/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search finds: words as readers type them, names, facets, order, pages and excerpts. */
#include "config.h"

#include "dateline-database.h"
#include "dateline-search-facets.h"
#include "dateline-search-index.h"

#include <string.h>

static const DatelineSearchFilter anything = { NULL, NULL, DATELINE_DATE_OPEN_START, DATELINE_DATE_OPEN_END };

static void
execute (sqlite3    *db,
         const char *sql)
{
  char *message = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &message);
  if (message != NULL)
    g_error ("%s: %s", sql, message);
}

/* A story in memory: two articles, a few of each kind, and as many quotes as wanted. */
static DatelineDatabase *
create_story (guint n_quotes)
{
  g_autoptr(GError) error = NULL;
  DatelineDatabase *database = dateline_database_create (NULL, &error);
  sqlite3 *db;

  g_assert_no_error (error);
  db = dateline_database_get_handle (database);
  execute (db,
           "BEGIN; INSERT INTO story (id, title) VALUES ('s', 'S');"
           "INSERT INTO item VALUES ('article-a', 'article', 1, ''), ('article-b', 'article', 2, ''),"
           " ('person-n', 'person', 1, ''), ('person-y', 'person', 2, ''), ('event-1', 'event', 1, ''),"
           " ('event-2', 'event', 2, 'ask the court'), ('claim-1', 'claim', 1, ''), ('account-1', 'account', 1, ''),"
           " ('reaction-1', 'reaction', 1, ''), ('quote-n', 'quote', 1, '');"
           "INSERT INTO article (id, headline, publisher, published) VALUES"
           " ('article-a', 'The heart in court', 'Daily', '2021-02-03'), ('article-b', 'Суд', 'Газета', '2020');"
           "INSERT INTO block VALUES ('article-a', 0, 'paragraph',"
           " 'Alexei Navalny drew a heart. He smiled at his wife. The judge, who didn''t look, read on.'),"
           " ('article-a', 1, 'paragraph', 'The opposition leader was silent.'),"
           " ('article-a', 2, 'paragraph', 'He waved.'),"
           " ('article-b', 0, 'paragraph', 'Навальный нарисовал сердце. Юлия улыбнулась.');"
           "INSERT INTO person (id, name, aliases) VALUES"
           " ('person-n', 'Alexei Navalny', '[\"Navalny\", \"the opposition leader\"]'), ('person-y', 'Yulia Navalnaya', '[]');"
           "INSERT INTO event (id, title, description, date, place) VALUES"
           " ('event-1', 'The heart', 'Drawn on the glass', '2021-02-02', 'Moscow'), ('event-2', 'Poisoned', 'by whom?', '2020-08', '');"
           "INSERT INTO participant VALUES ('event-2', 'person-n', 0);"
           "INSERT INTO quote (id, speaker, event) VALUES ('quote-n', 'person-n', 'event-1');"
           "INSERT INTO reaction (id, author, handle, text, hashtags) VALUES"
           " ('reaction-1', 'person-y', 'yulia', 'What a heart AND soul: 100%', '[\"Free\"]');"
           "INSERT INTO claim (id, question) VALUES ('claim-1', 'How long was the sentence?');"
           "INSERT INTO account (id, claim, article, value) VALUES ('account-1', 'claim-1', 'article-a', 'P2Y');"
           "INSERT INTO passage VALUES (1, 'quote-n', 'article-a', 29, 49, 'smiled at his wife', '', '', 0, NULL),"
           " (2, 'account-1', 'article-a', 0, 5, 'two years', '', '', 0, NULL),"
           " (3, 'person-n', 'article-a', 123, 125, 'He', '', '', 0, NULL); COMMIT");
  for (guint i = 0; i < n_quotes; i++)
    {
      g_autofree char *sql =
        g_strdup_printf ("INSERT INTO item VALUES ('quote-%u', 'quote', %u, '');"
                         "INSERT INTO quote (id, speaker) VALUES ('quote-%u', %s);"
                         "INSERT INTO passage VALUES (%u, 'quote-%u', 'article-a', 0, 5, '%s', '', '', 0, NULL)",
                         i, i + 2, i, i % 3 == 0 ? "'person-y'" : "NULL", i + 100, i,
                         i % 3 == 0 ? "Nothing to see" : "Yulia said so");

      execute (db, sql);
    }
  g_assert_true (dateline_search_index_ensure (db, &error));
  g_assert_no_error (error);

  return database;
}

static DatelineSearchFinder *
find (DatelineDatabase           *database,
      const char                 *words,
      const DatelineSearchFilter *filter)
{
  g_autoptr(GError) error = NULL;
  DatelineSearchFinder *finder =
    dateline_search_finder_new (dateline_database_get_handle (database), words, filter, &error);

  if (error != NULL)
    g_error ("“%s”: %s", words, error->message);

  return finder;
}

static GPtrArray *
read_page (DatelineSearchFinder *finder,
           DatelineSearchGroup   group,
           guint                 first,
           guint                 n)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *matches = dateline_search_finder_read (finder, group, first, n, &error);

  g_assert_no_error (error);

  return matches;
}

/* The ids of what is found; of blocks what is shown. */
static char *
dup_found (DatelineDatabase           *database,
           const char                 *words,
           const DatelineSearchFilter *filter)
{
  g_autoptr(DatelineSearchFinder) finder = find (database, words, filter);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint group = 0; group < DATELINE_N_SEARCH_GROUPS; group++)
    {
      g_autoptr(GPtrArray) matches = read_page (finder, group, 0, 100);

      g_assert_cmpuint (matches->len, ==, MIN (dateline_search_finder_get_count (finder, group, NULL), 100));
      for (guint i = 0; i < matches->len; i++)
        {
          DatelineSearchMatch *match = g_ptr_array_index (matches, i);

          g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", match->is_block ? match->text->text : match->id);
        }
    }

  return g_string_free (g_steal_pointer (&found), FALSE);
}

#define assert_found(database, words, filter, expected)                   \
  G_STMT_START                                                            \
    {                                                                     \
      g_autofree char *found_ = dup_found (database, words, filter);      \
      g_assert_cmpstr (found_, ==, expected);                             \
    }                                                                     \
  G_STMT_END

static void
test_words (void)
{
  static const struct
  {
    const char *words;
    const char *found;
  } cases[] = {
    { "judge", "The judge, who didn't look, read on." },
    { "jud", "The judge, who didn't look, read on." },
    { "jud read", "" },
    { "judge read", "The judge, who didn't look, read on." },
    { "judge zzz", "" },
    { "серд", "Навальный нарисовал сердце." },
    { "serdtse", "Навальный нарисовал сердце." },
    { "ulybn", "Юлия улыбнулась." },
    { "\"drew a heart\"", "Alexei Navalny drew a heart." },
    { "\"a drew heart\"", "" },
    { "„drew a hea", "Alexei Navalny drew a heart." },
    { "heart -soul -court -drew", "event-1" },
    { "heart -\"and soul\" -court -drew", "event-1" },
    { "-heart", "" },
    { "didn't", "The judge, who didn't look, read on." },
    { "free", "reaction-1" },
    { "#Free", "reaction-1" },
    { "@yulia heart", "reaction-1" },
    { "moscow", "event-1" },
    { "ask the court", "event-2" },
    { "two years", "account-1" },
    { "sentence", "claim-1" },
    { "daily", "article-a" },
    { "", "" },
    { "   ", "" },
    { "\"", "" },
    { "!?", "" },
    { "heart AND soul", "reaction-1" },
    { "AND", "reaction-1" },
    { "heart OR zzz", "" },
    { "NOT heart", "" },
    { "NEAR(heart", "" },
    { "title:heart", "" },
    { "heart*", "event-1 reaction-1 article-a Alexei Navalny drew a heart." },
    { "^heart", "event-1 reaction-1 article-a Alexei Navalny drew a heart." },
    { "person-n", "" },
    { "\xee\x80\x80person-n", "" },
    { "100%", "reaction-1" },
  };
  g_autoptr(DatelineDatabase) database = create_story (0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].words);
      assert_found (database, cases[i].words, &anything, cases[i].found);
    }
}

/* One name finds what is under the others, and what is known to be about that person. */
static void
test_names (void)
{
  g_autoptr(DatelineDatabase) database = create_story (0);

  assert_found (database, "navalny", &anything,
                "person-n event-2 quote-n Навальный нарисовал сердце. Alexei Navalny drew a heart. "
                "The opposition leader was silent. He waved.");
  assert_found (database, "Алексей Навальный", &anything,
                "person-n event-2 quote-n Alexei Navalny drew a heart. Навальный нарисовал сердце. "
                "The opposition leader was silent. He waved.");
  assert_found (database, "the opposition leader waved", &anything, "He waved.");
  assert_found (database, "julia", &anything, "person-y reaction-1 Юлия улыбнулась.");
}

static void
test_filters (void)
{
  g_autoptr(DatelineDatabase) database = create_story (0);
  DatelineSearchFilter filter = anything;

  filter.article = (char *) "article-b";
  assert_found (database, "navalny", &filter, "Навальный нарисовал сердце.");
  filter.article = (char *) "article-a\" OR \"";
  assert_found (database, "navalny", &filter, "");
  filter = anything;
  filter.person = (char *) "person-y";
  assert_found (database, "heart", &filter, "reaction-1");
  filter = anything;
  filter.from = 1609459200; /* 2021 */
  assert_found (database, "heart", &filter, "event-1 article-a Alexei Navalny drew a heart.");
  filter.to = 1612310400; /* up to 3 February */
  assert_found (database, "heart", &filter, "event-1");
  filter.person = (char *) "person-n";
  assert_found (database, "smiled", &filter, "quote-n");
}

static guint
get_count (GPtrArray  *counts,
           const char *key)
{
  for (guint i = 0; i < counts->len; i++)
    {
      DatelineSearchCount *count = g_ptr_array_index (counts, i);

      if (strcmp (count->key, key) == 0)
        return count->count;
    }

  return 0;
}

/* What a facet says is what one gets when one chooses it. */
static void
test_facets (void)
{
  static const char *const queries[] = { "heart", "navalny", "the", "a", "н", "yulia", "zzz" };
  g_autoptr(DatelineDatabase) database = create_story (40);

  for (guint q = 0; q < G_N_ELEMENTS (queries); q++)
    {
      g_autoptr(DatelineSearchFinder) finder = find (database, queries[q], &anything);
      g_autoptr(GError) error = NULL;
      g_autoptr(DatelineSearchFacets) facets =
        dateline_search_facets_new (dateline_database_get_handle (database), finder, &error);

      g_assert_no_error (error);
      g_assert_false (facets->is_partial);
      for (guint kind = 0; kind < 3; kind++)
        {
          GPtrArray *counts = kind == 0 ? facets->articles : kind == 1 ? facets->people : facets->years;

          for (guint i = 0; i < counts->len; i++)
            {
              DatelineSearchCount *count = g_ptr_array_index (counts, i);
              DatelineSearchFilter filter = anything;
              g_autoptr(DatelineSearchFinder) narrowed = NULL;
              guint n = 0;

              if (kind == 2)
                continue;
              if (kind == 0)
                filter.article = count->key;
              else
                filter.person = count->key;
              narrowed = find (database, queries[q], &filter);
              for (guint group = 0; group < DATELINE_N_SEARCH_GROUPS; group++)
                n += dateline_search_finder_get_count (narrowed, group, NULL);
              g_assert_cmpuint (n, ==, count->count);
            }
        }
      if (q == 0)
        {
          g_assert_cmpuint (get_count (facets->articles, "article-a"), ==, 2);
          g_assert_cmpuint (get_count (facets->people, "person-y"), ==, 1);
          g_assert_cmpuint (get_count (facets->years, "2021"), ==, 3);
        }
    }
}

/* Titles first, no result twice, none left out, however many there are. */
static void
test_pages (void)
{
  static const guint sizes[] = { 30, 240, 1300 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr(DatelineDatabase) database = create_story (sizes[s]);
      g_autoptr(DatelineSearchFinder) finder = find (database, "yulia", &anything);
      g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      gboolean has_more;
      gboolean was_title = TRUE;
      guint n = dateline_search_finder_get_count (finder, DATELINE_SEARCH_QUOTES, &has_more);

      g_assert_cmpuint (n, ==, MIN (sizes[s], DATELINE_SEARCH_MAX_COUNT));
      g_assert_cmpint (has_more, ==, sizes[s] > DATELINE_SEARCH_MAX_COUNT);
      for (guint first = 0;; first += 50)
        {
          g_autoptr(GPtrArray) page = read_page (finder, DATELINE_SEARCH_QUOTES, first, 50);

          for (guint i = 0; i < page->len; i++)
            {
              DatelineSearchMatch *match = g_ptr_array_index (page, i);
              gboolean is_title = match->title->ranges->len > 0;

              g_assert_true (g_hash_table_add (seen, g_strdup (match->id)));
              g_assert_true (was_title || !is_title);
              was_title = is_title;
            }
          if (page->len < 50)
            break;
        }
      g_assert_cmpuint (g_hash_table_size (seen), ==, sizes[s]);
    }
}

static void
test_excerpts (void)
{
  static const struct
  {
    const char *words;
    const char *text;
    const char *shown;
  } cases[] = {
    { "heart", "One. A heart, red. Two.", "A [heart], red." },
    { "red two", "One is red. Red, not two. Two.", "[Red], not [two]." },
    { "hea", "A heart: HEARTS!", "A [heart]: [HEARTS]!" },
    { "сер", "Се́рдце", "[Се́рдце]" },
    { "\"a heart\" heart", "a heart", "[a heart]" },
    { "nothing", "First. Second.", "First." },
    { "end", "one two three four five six seven eight nine ten eleven twelve thirteen end of all that is there and more of it",
      "…thirteen [end] of all that is there and…" },
    { "x", "", "" },
    { "b", "a\tb\r", "a [b]" },
  };
  g_autoptr(DatelineDatabase) database = create_story (0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DatelineSearchQuery) query = dateline_search_query_new (cases[i].words);
      g_autoptr(DatelineSearchExcerpt) excerpt = NULL;
      g_autoptr(GString) shown = NULL;

      g_assert_cmpint (dateline_search_query_resolve (query, dateline_database_get_handle (database)), ==, SQLITE_OK);
      excerpt = dateline_search_excerpt_new (query, cases[i].text, NULL, 40);
      shown = g_string_new (excerpt->text);
      for (guint k = excerpt->ranges->len; k > 0; k--)
        {
          DatelineSearchRange range = g_array_index (excerpt->ranges, DatelineSearchRange, k - 1);

          g_string_insert (shown, range.end, "]");
          g_string_insert (shown, range.start, "[");
        }
      g_assert_cmpstr (shown->str, ==, cases[i].shown);
    }
}

/* Whatever is typed, it is an answer and no error; and what is found by all of it is found by less of it. */
static void
test_noise (void)
{
  static const char *const parts[] = {
    "heart", "Navalny", "the", "a", "н", "сер", "\"", "“", "*", "^", ":", "(", ")", "{", "}", "+", "-", "AND", "OR", "NOT", "NEAR",
    "NEAR/3", " ", " ", " ", "'", "\\", "%", "_", "\xee\x80\x80", "keys", "title :", "1", "\xf0\x9f\x98\x80", "\xff", ";", "--",
    "\n", "\t", "e\xcc\x81", "北京", "rank", "search_words", ",", "=", "\x01", "<b>", "&amp;", "person-n"
  };
  g_autoptr(DatelineDatabase) database = create_story (50);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr(GString) words = g_string_new (NULL);
      DatelineSearchFilter filter = anything;
      g_autofree char *found = NULL;

      for (int n = g_test_rand_int_range (1, 40); n > 0; n--)
        g_string_append (words, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      if (i % 4 == 0)
        filter.person = words->str;
      if (i % 5 == 0)
        filter.article = words->str;
      if (i % 3 == 0)
        filter.to = 0;
      found = dup_found (database, words->str, &filter);
      g_assert_true (g_utf8_validate (found, -1, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-finder/words", test_words);
  g_test_add_func ("/search-finder/names", test_names);
  g_test_add_func ("/search-finder/filters", test_filters);
  g_test_add_func ("/search-finder/facets", test_facets);
  g_test_add_func ("/search-finder/pages", test_pages);
  g_test_add_func ("/search-finder/excerpts", test_excerpts);
  g_test_add_func ("/search-finder/noise", test_noise);

  return g_test_run ();
}
