/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New items of selected words: what is read from the words and from those around them. */
#include "config.h"

#include <string.h>

#include "dateline-date-mention.h"
#include "dateline-json-reader.h"
#include "dateline-passage-context.h"
#include "dateline-passage-item.h"
#include "dateline-story.h"

static const char text[] =
  "“Murder is the only way,” Navalny said on 2 February. “We are many,” said Ivan and waved. "
  "Navalny and Yulia said that ‘all will be well’ in August 2020. Ivan’s lawyers spoke of two years and eight months. "
  "The judge’s “decision” was read, and nobody knows when. More than 5,000 people came.";

static const char post[] = "Stay strong! #prayer #всебудет — Ann Onymous (@ann_o), 3 February 2021";

static GString *
quote_json (const char *plain)
{
  GString *json = g_string_new ("\"");

  g_string_append (json, plain);
  g_string_append_c (json, '"');

  return json;
}

/* A span of the text, in code points. */
static void
find_span (const char *words,
           guint      *start,
           guint      *end)
{
  const char *at = strstr (text, words);

  g_assert_nonnull (at);
  *start = (guint) g_utf8_pointer_to_offset (text, at);
  *end = *start + (guint) g_utf8_strlen (words, -1);
}

static char *
dup_span (const char *words)
{
  guint start;
  guint end;

  find_span (words, &start, &end);

  return g_strdup_printf ("{ \"article\": \"article-a\", \"start\": %u, \"end\": %u, \"exact\": \"%s\" }", start, end, words);
}

static DatelineStory *
create_story (void)
{
  g_autoptr(GString) text_json = quote_json (text);
  g_autoptr(GString) post_json = quote_json (post);
  g_autofree char *navalny = dup_span ("Navalny");
  g_autofree char *navalny_again = NULL;
  g_autofree char *yulia = dup_span ("Yulia");
  g_autofree char *ivan = dup_span ("Ivan");
  g_autofree char *february = dup_span ("2 February");
  g_autofree char *august = dup_span ("August 2020");
  g_autofree char *json = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) warnings = NULL;
  DatelineStory *story;
  guint start;
  guint end;

  /* The second of that name. */
  find_span ("Navalny and", &start, &end);
  navalny_again = g_strdup_printf ("{ \"article\": \"article-a\", \"start\": %u, \"end\": %u, \"exact\": \"Navalny\" }",
                                   start, end - 4);
  json = g_strdup_printf (
    "{ \"format\": \"dateline-story\", \"version\": 1, \"id\": \"s\", \"title\": \"S\", \"language\": \"en\","
    "  \"articles\": ["
    "    { \"id\": \"article-a\", \"headline\": \"A\", \"language\": \"en\", \"published\": \"2021-02-03\", \"blocks\": ["
    "      { \"kind\": \"paragraph\", \"text\": %s }, { \"kind\": \"post\", \"text\": %s } ],"
    "      \"dates\": [ { \"date\": \"2021-02-02\", \"passage\": %s }, { \"date\": \"2020-08\", \"passage\": %s } ] },"
    "    { \"id\": \"article-b\", \"headline\": \"B\", \"language\": \"en\", \"blocks\": ["
    "      { \"kind\": \"paragraph\", \"text\": \"It ended in May 2019. Nobody knows.\" } ] } ],"
    "  \"people\": ["
    "    { \"id\": \"person-navalny\", \"name\": \"Alexei Navalny\", \"aliases\": [\"Navalny\"], \"kind\": \"person\","
    "      \"mentions\": [ %s, %s ] },"
    "    { \"id\": \"person-yulia\", \"name\": \"Yulia\", \"kind\": \"person\", \"mentions\": [ %s ] },"
    "    { \"id\": \"person-ivan\", \"name\": \"Ivan\", \"kind\": \"person\", \"mentions\": [ %s ] } ] }",
    text_json->str, post_json->str, february, august, navalny, navalny_again, yulia, ivan);
  bytes = g_bytes_new (json, strlen (json));
  story = dateline_json_reader_read (bytes, &warnings, &error);
  g_assert_no_error (error);
  g_assert_true (warnings == NULL || warnings[0] == NULL);

  return story;
}

static DatelinePassage *
select_words (DatelineStory *story,
              const char    *words)
{
  guint start;
  guint end;

  find_span (words, &start, &end);

  return dateline_passage_new (DATELINE_ARTICLE (dateline_story_lookup (story, "article-a")), start, end);
}

static void
test_trim (void)
{
  static const struct
  {
    const char *selected;
    const char *words;
    gboolean    quoted;
  } cases[] = {
    { "“Murder is the only way,” ", "Murder is the only way,", TRUE },
    { "Murder is the only way,", "Murder is the only way,", TRUE },
    { "‘all will be well’", "all will be well", TRUE },
    { " on 2 February. ", "on 2 February.", FALSE },
    { "Murder is", "Murder is", FALSE },
    { "Ivan’s lawyers", "Ivan’s lawyers", FALSE },
  };
  g_autoptr(DatelineStory) story = create_story ();
  g_autoptr(DatelinePassage) nothing = select_words (story, ",” ");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DatelinePassage) selected = select_words (story, cases[i].selected);
      gboolean quoted;
      g_autoptr(DatelinePassage) words = dateline_passage_context_trim (selected, &quoted);

      g_assert_cmpstr (dateline_passage_get_exact (words), ==, cases[i].words);
      g_assert_cmpint (quoted, ==, cases[i].quoted);
    }
  /* A comma is a word, if a poor one; marks and spaces are none. */
  {
    g_autoptr(DatelinePassage) marks = dateline_passage_new (dateline_passage_get_article (nothing),
                                                             dateline_passage_get_start (nothing) + 1,
                                                             dateline_passage_get_end (nothing));

    g_assert_null (dateline_passage_context_trim (marks, NULL));
  }
}

static void
test_event (void)
{
  static const struct
  {
    const char *words;
    const char *title;
    const char *date;
  } cases[] = {
    { "Navalny said on 2 February.", "Navalny said on 2 February", "2021-02-02" },
    { "all will be well", "All will be well", "2020-08" },
    { "decision” was read", "Decision” was read", "2021-02-03" },
    { "“We are many,” said Ivan and waved. Navalny and Yulia said that ‘all will be well’ in August 2020.",
      "“We are many,” said Ivan and waved. Navalny and Yulia said that ‘all will be…", "2020-08" },
  };
  g_autoptr(DatelineStory) story = create_story ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DatelinePassage) passage = select_words (story, cases[i].words);
      g_autoptr(DatelineItem) item = dateline_passage_item_new_event ("event-x", passage);
      g_autoptr(DatelinePassage) first = dateline_item_dup_first_passage (item);

      g_assert_cmpstr (dateline_event_get_title (DATELINE_EVENT (item)), ==, cases[i].title);
      g_assert_cmpstr (dateline_date_get_edtf (dateline_event_get_date (DATELINE_EVENT (item))), ==, cases[i].date);
      g_assert_cmpstr (dateline_event_get_category (DATELINE_EVENT (item)), ==, "other");
      g_assert_true (first == passage);
    }
}

/* An article without marked dates, and without a date of its own. */
static void
test_unknown_date (void)
{
  g_autoptr(DatelineStory) story = create_story ();
  DatelineArticle *article = DATELINE_ARTICLE (dateline_story_lookup (story, "article-b"));
  g_autoptr(DatelinePassage) first = dateline_passage_new (article, 0, 8);
  g_autoptr(DatelinePassage) second = dateline_passage_new (article, 22, 28);
  g_autoptr(DatelineDate) read = dateline_passage_context_dup_date (first);
  g_autoptr(DatelineDate) unknown = dateline_passage_context_dup_date (second);

  g_assert_cmpstr (dateline_date_get_edtf (read), ==, "2019-05");
  g_assert_true (dateline_date_is_uncertain (unknown));

  /* The date that the article spoke of last is the best guess. */
  {
    g_autoptr(DatelineDate) mentioned = dateline_date_new ("2019-05", NULL);
    g_autoptr(DatelineDateMention) mention = dateline_date_mention_new (mentioned, first);
    g_autoptr(DatelineDate) guess = NULL;

    dateline_article_add_date (article, mention);
    guess = dateline_passage_context_dup_date (second);
    g_assert_cmpstr (dateline_date_get_edtf (guess), ==, "2019-05?");
  }
}

static void
test_quote (void)
{
  static const struct
  {
    const char *selected;
    const char *words;
    const char *speaker;
    const char *cue;
    gboolean    direct;
  } cases[] = {
    { "“Murder is the only way,”", "Murder is the only way,", "person-navalny", "said", TRUE },
    { "We are many", "We are many", "person-ivan", "said", FALSE },
    { "‘all will be well’", "all will be well", NULL, "said", TRUE },
    { "two years and eight months", "two years and eight months", NULL, "", FALSE },
    { "“decision”", "decision", NULL, "", TRUE },
  };
  g_autoptr(DatelineStory) story = create_story ();
  g_autoptr(DatelineIndex) index = dateline_index_new (story);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DatelinePassage) passage = select_words (story, cases[i].selected);
      g_autoptr(DatelineItem) item = dateline_passage_item_new_quote ("quote-x", passage, index);
      DatelineQuote *quote = DATELINE_QUOTE (item);
      DatelinePerson *speaker = dateline_quote_get_speaker (quote);

      g_test_message ("%s", cases[i].selected);
      g_assert_cmpstr (dateline_quote_get_text (quote), ==, cases[i].words);
      g_assert_cmpstr (speaker != NULL ? dateline_item_get_id (DATELINE_ITEM (speaker)) : NULL, ==, cases[i].speaker);
      g_assert_cmpstr (dateline_quote_get_cue (quote), ==, cases[i].cue);
      g_assert_cmpint (dateline_quote_get_direct (quote), ==, cases[i].direct);
      g_assert_cmpstr (dateline_quote_get_language (quote), ==, "en");
    }
}

static void
test_person (void)
{
  g_autoptr(DatelineStory) story = create_story ();
  g_autoptr(DatelinePassage) judge = select_words (story, "The judge’s");
  g_autoptr(DatelineItem) item = dateline_passage_item_new_person ("person-x", judge);

  g_assert_cmpstr (dateline_person_get_name (DATELINE_PERSON (item)), ==, "The judge");
  g_assert_null (dateline_passage_context_find_person (story, "The judge"));
  g_assert_true (DATELINE_ITEM (dateline_passage_context_find_person (story, "navalny’s")) ==
                 dateline_story_lookup (story, "person-navalny"));
  g_assert_true (DATELINE_ITEM (dateline_passage_context_find_person (story, " Alexei \n Navalny")) ==
                 dateline_story_lookup (story, "person-navalny"));
}

static void
test_reaction (void)
{
  g_autoptr(DatelineStory) story = create_story ();
  DatelineArticle *article = DATELINE_ARTICLE (dateline_story_lookup (story, "article-a"));
  DatelinePerson *author = DATELINE_PERSON (dateline_story_lookup (story, "person-ivan"));
  guint start = (guint) g_utf8_strlen (text, -1) + 1;
  g_autoptr(DatelinePassage) whole = dateline_passage_new (article, start, dateline_article_get_length (article));
  g_autoptr(DatelinePassage) elsewhere = select_words (story, "We are many");
  g_autoptr(DatelineItem) item = dateline_passage_item_new_reaction ("reaction-x", whole, author);
  DatelineReaction *reaction = DATELINE_REACTION (item);
  g_autofree char *name = NULL;
  g_autofree char *handle = NULL;
  g_autoptr(DatelineDate) date = NULL;

  g_assert_true (dateline_passage_context_read_byline (whole, &name, &handle, &date));
  g_assert_cmpstr (name, ==, "Ann Onymous");
  g_assert_cmpstr (handle, ==, "ann_o");
  g_assert_cmpstr (dateline_date_get_edtf (date), ==, "2021-02-03");

  g_assert_cmpstr (dateline_reaction_get_text (reaction), ==, "Stay strong! #prayer #всебудет");
  g_assert_cmpstr (dateline_reaction_get_handle (reaction), ==, "ann_o");
  g_assert_cmpstr (dateline_date_get_edtf (dateline_reaction_get_date (reaction)), ==, "2021-02-03");
  g_assert_cmpuint (g_strv_length ((GStrv) dateline_reaction_get_hashtags (reaction)), ==, 2);
  g_assert_cmpstr (dateline_reaction_get_hashtags (reaction)[1], ==, "всебудет");
  g_assert_true (dateline_reaction_get_author (reaction) == author);
  g_assert_cmpint (dateline_reaction_compare (reaction, whole), !=, DATELINE_RENDERING_PARAPHRASE);

  g_assert_cmpuint (dateline_passage_context_find_byline (elsewhere), ==, G_MAXUINT);
}

static void
test_account (void)
{
  g_autoptr(DatelineStory) story = create_story ();
  g_autoptr(DatelinePassage) length = select_words (story, "two years and eight months");
  g_autoptr(DatelinePassage) people = select_words (story, "More than 5,000 people");
  g_autoptr(DatelineItem) claim = dateline_passage_item_new_claim ("claim-x", "How long?", length);
  g_autoptr(DatelineItem) account = NULL;
  g_autoptr(DatelineItem) count = NULL;
  g_autofree char *value = NULL;
  g_autofree char *number = NULL;

  g_assert_cmpint (dateline_claim_get_value_kind (DATELINE_CLAIM (claim)), ==, DATELINE_VALUE_KIND_DURATION);
  account = dateline_passage_item_new_account ("account-x", length, DATELINE_VALUE_KIND_DURATION);
  value = dateline_quantity_to_string (dateline_account_get_quantity (DATELINE_ACCOUNT (account)));
  g_assert_cmpstr (value, ==, "P2Y8M");
  g_assert_cmpstr (dateline_account_get_wording (DATELINE_ACCOUNT (account)), ==, "two years and eight months");

  count = dateline_passage_item_new_account ("account-y", people, DATELINE_VALUE_KIND_COUNT);
  number = dateline_quantity_to_string (dateline_account_get_quantity (DATELINE_ACCOUNT (count)));
  g_assert_cmpstr (number, ==, ">5000");
  g_assert_cmpstr (dateline_account_get_unit (DATELINE_ACCOUNT (count)), ==, "people");

  g_assert_null (dateline_passage_item_new_account ("account-z", people, DATELINE_VALUE_KIND_DURATION));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/passage-item/trim", test_trim);
  g_test_add_func ("/passage-item/event", test_event);
  g_test_add_func ("/passage-item/unknown-date", test_unknown_date);
  g_test_add_func ("/passage-item/quote", test_quote);
  g_test_add_func ("/passage-item/person", test_person);
  g_test_add_func ("/passage-item/reaction", test_reaction);
  g_test_add_func ("/passage-item/account", test_account);

  return g_test_run ();
}
