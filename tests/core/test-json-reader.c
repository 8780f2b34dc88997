/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stories in, good and bad: what is refused, what is left out, and that the rest is there. */
#include "config.h"

#include "dateline-json-reader.h"

#include <string.h>

/* JSON in C is easier to read with single quotes. */
#define STORY(members) "{'format':'dateline-story','version':1,'id':'s','title':'T'," members "}"
#define ARTICLE        "'articles':[{'id':'a','headline':'H','blocks':[{'text':'one two, one three. Ж 🟥 four'}]}]"
#define PEOPLE         "'people':[{'id':'p','name':'P'},{'id':'q','name':'Q'}]"
#define PASSAGE        "{'article':'a','start':4,'end':7,'exact':'two'}"

static GBytes *
dup_json (const char *text)
{
  char *json = g_strdup (text);

  for (char *p = json; *p != '\0'; p++)
    if (*p == '\'')
      *p = '"';

  return g_bytes_new_take (json, strlen (json));
}

static GBytes *
dup_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
  g_autoptr(GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}

static void
assert_sentence (const char *message)
{
  g_assert_true (g_utf8_validate (message, -1, NULL));
  g_assert_null (strchr (message, '\n'));
  g_assert_cmpuint (strlen (message), >, 10);
  g_assert_cmpuint (strlen (message), <, 600);
}

static void
test_bundled (void)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) warnings = NULL;
  DatelineStory *story = dateline_json_reader_read_resource (DATELINE_STORY_RESOURCE, &warnings, &error);

  g_assert_no_error (error);
  for (guint i = 0; warnings[i] != NULL; i++)
    g_test_message ("%s", warnings[i]);
  g_assert_cmpuint (g_strv_length (warnings), ==, 0);
  for (DatelineItemKind kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    g_assert_cmpuint (g_list_model_get_n_items (dateline_story_get_items (story, kind)), >=, 3);
  g_assert_finalize_object (story);

  g_assert_null (dateline_json_reader_read_resource ("/no/such/story.json", NULL, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_FOUND);
}

/* Each member of the format arrives where it belongs. */
static void
test_everything (void)
{
  g_autoptr(GBytes) bytes = dup_fixture ("everything.json");
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) warnings = NULL;
  DatelineStory *story = dateline_json_reader_read (bytes, &warnings, &error);
  DatelineArticle *article;
  DatelineEvent *event;
  DatelineQuote *quote;
  DatelineReaction *reaction;
  DatelineAccount *account;
  const DatelineBlock *blocks;
  guint n_blocks;

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (warnings), ==, 0);
  g_assert_cmpstr (dateline_story_get_title (story), ==, "Everything & <i>more</i>");

  article = DATELINE_ARTICLE (dateline_story_lookup (story, "article-one"));
  g_assert_cmpstr (dateline_article_get_publisher (article), ==, "The <Daily> News");
  g_assert_cmpstr (dateline_article_get_byline (article)[1], ==, "B. C.");
  g_assert_cmpstr (dateline_date_get_edtf (dateline_article_get_published (article)), ==, "2021-02-03");
  g_assert_true (dateline_article_get_retelling (article));
  g_assert_cmpuint (g_list_model_get_n_items (dateline_article_get_dates (article)), ==, 1);
  blocks = dateline_article_get_blocks (article, &n_blocks);
  g_assert_cmpuint (n_blocks, ==, 2);
  g_assert_cmpint (blocks[1].kind, ==, DATELINE_BLOCK_POST);
  g_assert_cmpuint (blocks[1].start, ==, blocks[0].end + 1);

  event = DATELINE_EVENT (dateline_story_lookup (story, "event-whole"));
  g_assert_cmpstr (dateline_event_get_category (event), ==, "court");
  g_assert_cmpuint (g_list_model_get_n_items (dateline_event_get_participants (event)), ==, 2);
  event = DATELINE_EVENT (dateline_story_lookup (story, "event-part"));
  g_assert_true (DATELINE_ITEM (dateline_event_get_part_of (event)) == dateline_story_lookup (story, "event-later"));

  quote = DATELINE_QUOTE (dateline_story_lookup (story, "quote-1"));
  g_assert_cmpstr (dateline_quote_get_text (quote), ==, "It lasted two years");
  g_assert_true (DATELINE_ITEM (dateline_quote_get_original (quote)) == dateline_story_lookup (story, "quote-2"));

  reaction = DATELINE_REACTION (dateline_story_lookup (story, "reaction-1"));
  g_assert_true (dateline_reaction_get_answers (reaction) == dateline_story_lookup (story, "reaction-2"));
  g_assert_cmpstr (dateline_reaction_get_text (reaction), ==, "Line one\nline two 🟥 \u202eevil\u202c");

  account = DATELINE_ACCOUNT (dateline_story_lookup (story, "account-1"));
  g_assert_cmpstr (dateline_account_get_wording (account), ==, "about 200");
  g_assert_cmpstr (dateline_account_get_unit (account), ==, "people");

  g_assert_finalize_object (story);
}

typedef struct
{
  const char        *name;
  const char        *json;
  DatelineStoryError code;
  const char        *says;
} ErrorCase;

static const ErrorCase error_cases[] = {
  { "nothing", "", DATELINE_STORY_ERROR_EMPTY, "empty" },
  { "blanks", " \n ", DATELINE_STORY_ERROR_EMPTY, "empty" },
  { "brace", "{", DATELINE_STORY_ERROR_TRUNCATED, "line 1, column 2" },
  { "in a name", "{'for", DATELINE_STORY_ERROR_TRUNCATED, "line 1, column 6" },
  { "after a name", "{'format'", DATELINE_STORY_ERROR_TRUNCATED, "within format" },
  { "in a word", "{'a':[0,tru", DATELINE_STORY_ERROR_TRUNCATED, "within a[1]" },
  { "in an escape", "{'a':{'b c':'\\u00", DATELINE_STORY_ERROR_TRUNCATED, "within a['b c']" },
  { "in half a character", "['\\ud83d", DATELINE_STORY_ERROR_TRUNCATED, "within [0]" },
  { "in a number", "[-", DATELINE_STORY_ERROR_TRUNCATED, "within [0]" },
  { "in an exponent", "[1e", DATELINE_STORY_ERROR_TRUNCATED, "within [0]" },
  { "on the third line", "{\n 'a':\n  ['é', ", DATELINE_STORY_ERROR_TRUNCATED, "line 3, column 9" },

  { "text", "Once upon a time", DATELINE_STORY_ERROR_SYNTAX, "line 1, column 1" },
  { "markup", "<html></html>", DATELINE_STORY_ERROR_SYNTAX, "line 1, column 1" },
  { "line comment", "// hello\n{}", DATELINE_STORY_ERROR_SYNTAX, "comment" },
  { "block comment", "{/* hello */}", DATELINE_STORY_ERROR_SYNTAX, "name" },
  { "assignment", "var x = {};", DATELINE_STORY_ERROR_SYNTAX, "column 1" },
  { "hexadecimal", "[0x10]", DATELINE_STORY_ERROR_SYNTAX, "leading zero" },
  { "leading zero", "[01]", DATELINE_STORY_ERROR_SYNTAX, "leading zero" },
  { "negative leading zero", "[-01]", DATELINE_STORY_ERROR_SYNTAX, "leading zero" },
  { "plus", "[+1]", DATELINE_STORY_ERROR_SYNTAX, "unexpected" },
  { "dot first", "[.5]", DATELINE_STORY_ERROR_SYNTAX, "unexpected" },
  { "dot last", "[5.]", DATELINE_STORY_ERROR_SYNTAX, "not a number" },
  { "not a number", "[NaN]", DATELINE_STORY_ERROR_SYNTAX, "unexpected" },
  { "infinity", "[-Infinity]", DATELINE_STORY_ERROR_SYNTAX, "not a number" },
  { "too large", "{'a':1e400}", DATELINE_STORY_ERROR_SYNTAX, "in a: a number that is too large" },
  { "too many digits", "{'a':123456789012345678901234567890}", DATELINE_STORY_ERROR_SYNTAX, "too large" },
  { "one too many", "[9223372036854775808]", DATELINE_STORY_ERROR_SYNTAX, "too large" },
  { "comma at the end of a list", "[1,]", DATELINE_STORY_ERROR_SYNTAX, "comma" },
  { "comma at the end of an object", "{'a':1,}", DATELINE_STORY_ERROR_SYNTAX, "comma" },
  { "two commas", "[1,,2]", DATELINE_STORY_ERROR_SYNTAX, "unexpected" },
  { "no comma", "[1 2]", DATELINE_STORY_ERROR_SYNTAX, "comma" },
  { "no colon", "{'a' 1}", DATELINE_STORY_ERROR_SYNTAX, "colon" },
  { "bare name", "{a:1}", DATELINE_STORY_ERROR_SYNTAX, "double quotes" },
  { "wrong end", "[1}", DATELINE_STORY_ERROR_SYNTAX, "due" },
  { "two documents", "{} {}", DATELINE_STORY_ERROR_SYNTAX, "after the end" },
  { "line break in a text", "['a\nb']", DATELINE_STORY_ERROR_SYNTAX, "line break" },
  { "tab in a text", "['a\tb']", DATELINE_STORY_ERROR_SYNTAX, "control character" },
  { "escaped null", "['a\\u0000b']", DATELINE_STORY_ERROR_SYNTAX, "value 0" },
  { "first half", "['\\ud83d']", DATELINE_STORY_ERROR_SYNTAX, "half a character" },
  { "first half and a letter", "['\\ud83d\\u0041']", DATELINE_STORY_ERROR_SYNTAX, "half a character" },
  { "second half", "['\\udfe5']", DATELINE_STORY_ERROR_SYNTAX, "half a character" },
  { "unknown escape", "['\\x41']", DATELINE_STORY_ERROR_SYNTAX, "escape" },
  { "bad escape", "['\\u00zz']", DATELINE_STORY_ERROR_SYNTAX, "escape" },
  { "word with a tail", "[trueish]", DATELINE_STORY_ERROR_SYNTAX, "unexpected" },

  { "Latin 1", "{'a':'caf\xe9'}", DATELINE_STORY_ERROR_NOT_UTF8, "line 1, column 10" },
  { "overlong", "['\xc0\x80']", DATELINE_STORY_ERROR_NOT_UTF8, "UTF-8" },
  { "surrogate", "['\xed\xa0\x80']", DATELINE_STORY_ERROR_NOT_UTF8, "UTF-8" },
  { "cut in a letter", "['\xf0\x9f\x9f", DATELINE_STORY_ERROR_TRUNCATED, "cut short" },

  { "a number only", "17", DATELINE_STORY_ERROR_NOT_A_STORY, "not an object" },
  { "null", "null", DATELINE_STORY_ERROR_NOT_A_STORY, "not an object" },
  { "a list", "[]", DATELINE_STORY_ERROR_NOT_A_STORY, "not an object" },
  { "no format", "{}", DATELINE_STORY_ERROR_NOT_A_STORY, "format" },
  { "other format", "{'format':'geojson'}", DATELINE_STORY_ERROR_NOT_A_STORY, "format" },
  { "format of another type", "{'format':{}}", DATELINE_STORY_ERROR_NOT_A_STORY, "format" },
  { "null format", "{'format':null}", DATELINE_STORY_ERROR_NOT_A_STORY, "format" },
  { "no version", "{'format':'dateline-story'}", DATELINE_STORY_ERROR_INVALID, "version" },
  { "version as text", "{'format':'dateline-story','version':'1'}", DATELINE_STORY_ERROR_INVALID, "version" },
  { "version 0", "{'format':'dateline-story','version':0}", DATELINE_STORY_ERROR_INVALID, "version" },
  { "version 1.5", "{'format':'dateline-story','version':1.5}", DATELINE_STORY_ERROR_INVALID, "version" },
  { "version true", "{'format':'dateline-story','version':true}", DATELINE_STORY_ERROR_INVALID, "version" },
  { "version 2", "{'format':'dateline-story','version':2}", DATELINE_STORY_ERROR_NEWER_VERSION, "version 2" },
  { "version of the far future", "{'format':'dateline-story','version':9223372036854775807}",
    DATELINE_STORY_ERROR_NEWER_VERSION, "9223372036854775807" },
  { "version 1e300", "{'format':'dateline-story','version':1e300}", DATELINE_STORY_ERROR_INVALID, "version" },
  { "no title", "{'format':'dateline-story','version':1}", DATELINE_STORY_ERROR_INVALID, "title" },
  { "empty title", "{'format':'dateline-story','version':1,'title':''}", DATELINE_STORY_ERROR_INVALID, "title" },
  { "title of another type", "{'format':'dateline-story','version':1,'title':['T']}", DATELINE_STORY_ERROR_INVALID, "title" },
  { "articles of another type", STORY ("'articles':{}"), DATELINE_STORY_ERROR_INVALID, "articles" },
  { "articles null", STORY ("'articles':null"), DATELINE_STORY_ERROR_INVALID, "articles" },
};

static void
assert_refused (GBytes            *bytes,
                DatelineStoryError code,
                const char        *says)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) warnings = NULL;

  g_assert_null (dateline_json_reader_read (bytes, &warnings, &error));
  g_assert_null (warnings);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_error (error, DATELINE_STORY_ERROR, code);
  assert_sentence (error->message);
  if (says != NULL)
    g_assert_nonnull (strstr (error->message, says));
}

static void
test_error (gconstpointer data)
{
  const ErrorCase *test = data;
  g_autoptr(GBytes) bytes = dup_json (test->json);
  g_autoptr(GBytes) says = dup_json (test->says);
  g_autofree char *text = g_strndup (g_bytes_get_data (says, NULL), g_bytes_get_size (says));

  assert_refused (bytes, test->code, text);
}

static void
test_null_byte (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("{\"a\":\"b\0c\"}", 11);

  assert_refused (bytes, DATELINE_STORY_ERROR_SYNTAX, "value 0");
}

static void
test_nesting (void)
{
  static const char *const openings[] = { "[", "{\"a\":", "[{\"a\":" };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GBytes) bytes = NULL;

      for (guint j = 0; j < 1000000; j++)
        g_string_append (text, openings[i]);
      bytes = g_string_free_to_bytes (g_steal_pointer (&text));
      assert_refused (bytes, DATELINE_STORY_ERROR_TOO_DEEP, "more than 64 levels");
    }
}

/* As deep as it may be, in a place where nothing is expected: the rest is read. */
static void
test_nesting_allowed (void)
{
  g_autoptr(GString) text = g_string_new ("{\"format\":\"dateline-story\",\"version\":1,\"id\":\"s\",\"title\":\"T\",\"x\":");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineStory) story = NULL;

  for (guint i = 0; i < 63; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < 63; i++)
    g_string_append_c (text, ']');
  g_string_append_c (text, '}');
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  story = dateline_json_reader_read (bytes, NULL, &error);
  g_assert_no_error (error);
}

static void
test_truncated (void)
{
  g_autoptr(GBytes) everything = dup_fixture ("everything.json");
  g_autoptr(GBytes) bundled = g_resources_lookup_data (DATELINE_STORY_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  /* Without the line end at the end of the file, which it can do without. */
  gsize length = g_bytes_get_size (everything) - 1;

  for (gsize i = 1; i < length; i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_from_bytes (everything, 0, i);

      assert_refused (bytes, DATELINE_STORY_ERROR_TRUNCATED, NULL);
    }
  for (gsize i = 97; i < g_bytes_get_size (bundled) - 2; i += 97)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_from_bytes (bundled, 0, i);

      assert_refused (bytes, DATELINE_STORY_ERROR_TRUNCATED, NULL);
    }
}

static void
test_byte_order_mark (void)
{
  g_autoptr(GBytes) json = dup_json ("\xef\xbb\xbf" STORY (ARTICLE));
  g_autoptr(GError) error = NULL;
  G_GNUC_UNUSED g_autoptr(DatelineStory) story = dateline_json_reader_read (json, NULL, &error);

  g_assert_no_error (error);
}

typedef struct
{
  const char *name;
  const char *json;
  const char *says;     /* the start of the only warning, or NULL for none */
  int         counts[DATELINE_N_ITEM_KINDS];
} WarningCase;

#define ONE_PEOPLE "'people':[{'id':'p','name':'P'"

/* In the order articles, people, events, quotes, reactions, claims, accounts. */
static const WarningCase warning_cases[] = {
  { "nothing but a title", "{'format':'dateline-story','version':1,'id':'s','title':'T'}", NULL, { 0 } },
  { "schema", STORY ("'$schema':'x'"), NULL, { 0 } },
  { "no id", "{'format':'dateline-story','version':1,'title':'T'}", "“id” is missing", { 0 } },
  { "id of another type", "{'format':'dateline-story','version':1,'title':'T','id':[]}", "id is not a text", { 0 } },
  { "unknown member", STORY ("'colour':'red'"), "colour is not known", { 0 } },
  { "unknown member with a strange name", STORY ("'a b\\u001b.':0"), "[\"a b\xef\xbf\xbd.\"] is not known", { 0 } },
  { "unknown member in an item", STORY (ONE_PEOPLE ",'hat':{}}]"), "people[0].hat is not known", { 0, 1 } },
  { "member twice", STORY (ONE_PEOPLE ",'name':'Q'}]"), "people[0].name stands there twice", { 0, 1 } },
  { "list of another type", STORY ("'people':{}"), "people is not a list", { 0 } },
  { "item of another type", STORY ("'people':[17,{'id':'p','name':'P'}]"), "people[0] is not an object", { 0, 1 } },
  { "item null", STORY ("'people':[null]"), "people[0] is not an object", { 0 } },

  { "no item id", STORY ("'people':[{'name':'P'}]"), "people[0].id is missing", { 0 } },
  { "item id of another type", STORY ("'people':[{'id':1,'name':'P'}]"), "people[0].id is not a text", { 0 } },
  { "empty item id", STORY ("'people':[{'id':'','name':'P'}]"), "people[0].id is empty", { 0 } },
  { "item id with a slash", STORY ("'people':[{'id':'a/b','name':'P'}]"), "people[0].id: “a/b” is not an id", { 0 } },
  { "item id with a dot first", STORY ("'people':[{'id':'.a','name':'P'}]"), "people[0].id: “.a” is not an id", { 0 } },
  { "item id twice", STORY ("'people':[{'id':'p','name':'P'},{'id':'p','name':'Q'}]"), "people[1].id: “p” is taken", { 0, 1 } },
  { "item id of another kind", STORY (ARTICLE ",'people':[{'id':'a','name':'P'}]"), "people[0].id: “a” is taken", { 1 } },
  { "no name", STORY ("'people':[{'id':'p'}]"), "people[0].name is missing", { 0 } },
  { "name of another type", STORY ("'people':[{'id':'p','name':null}]"), "people[0].name is not a text", { 0 } },
  { "unknown kind", STORY (ONE_PEOPLE ",'kind':'robot'}]"), "people[0].kind is none of the known words", { 0, 1 } },
  { "kind of another type", STORY (ONE_PEOPLE ",'kind':7}]"), "people[0].kind is none of the known words", { 0, 1 } },
  { "alias of another type", STORY (ONE_PEOPLE ",'aliases':['x',7]}]"), "people[0].aliases[1] is not a text", { 0, 1 } },

  { "no blocks", STORY ("'articles':[{'id':'a','headline':'H'}]"), "articles[0].blocks is missing", { 0 } },
  { "block of another type", STORY ("'articles':[{'id':'a','headline':'H','blocks':['x']}]"),
    "articles[0].blocks[0] is not an object", { 1 } },
  { "block without text", STORY ("'articles':[{'id':'a','headline':'H','blocks':[{}]}]"),
    "articles[0].blocks[0].text is missing", { 1 } },
  { "block of two lines", STORY ("'articles':[{'id':'a','headline':'H','blocks':[{'text':'x\\ny\\u2028z'}]}]"),
    "articles[0].blocks[0].text has line breaks", { 1 } },
  { "date of publication", STORY ("'articles':[{'id':'a','headline':'H','blocks':[],'published':'yesterday'}]"),
    "articles[0].published: “yesterday” is not a date", { 1 } },
  { "script for an address", STORY ("'articles':[{'id':'a','headline':'H','blocks':[],'url':'javascript:alert(1)'}]"),
    "articles[0].url is not the address of a web page", { 1 } },
  { "file for an address", STORY ("'articles':[{'id':'a','headline':'H','blocks':[],'url':'file:///etc/passwd'}]"),
    "articles[0].url is not the address of a web page", { 1 } },
  { "retelling of another type", STORY ("'articles':[{'id':'a','headline':'H','blocks':[],'retelling':'yes'}]"),
    "articles[0].retelling is neither true nor false", { 1 } },

  { "event without date", STORY ("'events':[{'id':'e','title':'E'}]"), "events[0].date is missing", { 0 } },
  { "event with a bad date", STORY ("'events':[{'id':'e','title':'E','date':'2021-13'}]"), "events[0].date: “2021-13” is not", { 0 } },
  { "unknown category", STORY ("'events':[{'id':'e','title':'E','date':'2021','kind':'party'}]"),
    "events[0].kind is none of the known words and is taken for “other”", { 0, 0, 1 } },
  { "unknown participant", STORY (PEOPLE ",'events':[{'id':'e','title':'E','date':'2021','participants':['p','x']}]"),
    "events[0].participants[1] names “x”, which is not in the story", { 0, 2, 1 } },
  { "participant that is none", STORY (ARTICLE ",'events':[{'id':'e','title':'E','date':'2021','participants':['a']}]"),
    "events[0].participants[0] names “a”, which is something else", { 1, 0, 1 } },
  { "part of itself", STORY ("'events':[{'id':'e','title':'E','date':'2021','part_of':'e'}]"),
    "events[0].part_of leads back", { 0, 0, 1 } },
  { "part of its part", STORY ("'events':[{'id':'e','title':'E','date':'2021','part_of':'f'},"
                               "{'id':'f','title':'F','date':'2021','part_of':'e'}]"),
    "events[1].part_of leads back", { 0, 0, 2 } },

  { "passage in an unknown article", STORY ("'quotes':[{'id':'k','passage':" PASSAGE "}]"),
    "quotes[0].passage.article names “a”", { 0 } },
  { "passage out of range", STORY (ARTICLE ",'quotes':[{'id':'k','passage':{'article':'a','start':4,'end':4000,'exact':'xyz'}}]"),
    "quotes[0].passage is left out: “xyz”", { 1 } },
  { "passage backwards", STORY (ARTICLE ",'quotes':[{'id':'k','passage':{'article':'a','start':7,'end':4,'exact':'xyz'}}]"),
    "quotes[0].passage is left out: “xyz”", { 1 } },
  { "negative offset", STORY (ARTICLE ",'quotes':[{'id':'k','passage':{'article':'a','start':-1,'end':4,'exact':'two'}}]"),
    "quotes[0].passage.start is not an offset", { 1 } },
  { "huge offset", STORY (ARTICLE ",'quotes':[{'id':'k','passage':{'article':'a','start':4,'end':9e18,'exact':'two'}}]"),
    "quotes[0].passage.end is not an offset", { 1 } },
  { "half an offset", STORY (ARTICLE ",'quotes':[{'id':'k','passage':{'article':'a','start':0.5,'end':1,'exact':'two'}}]"),
    "quotes[0].passage.start is not an offset", { 1 } },
  { "passage without words", STORY (ARTICLE ",'quotes':[{'id':'k','passage':{'article':'a','start':4,'end':7}}]"),
    "quotes[0].passage.exact is missing", { 1 } },
  { "no passage", STORY ("'quotes':[{'id':'k','passage':[]}]"), "quotes[0].passage is not an object", { 0 } },
  { "words that moved", STORY (ARTICLE ",'quotes':[{'id':'k','passage':{'article':'a','start':0,'end':3,'exact':'two'}}]"),
    "quotes[0].passage has wrong offsets: “two” was found at 4 to 7", { 1, 0, 0, 1 } },
  { "words that stand twice", STORY (ARTICLE ",'quotes':[{'id':'k','passage':{'article':'a','start':1,'end':4,'exact':'one'}}]"),
    "quotes[0].passage is left out: “one”", { 1 } },
  { "words that stand twice, with what comes before",
    STORY (ARTICLE ",'quotes':[{'id':'k','passage':{'article':'a','start':1,'end':4,'exact':'one','prefix':'two, '}}]"),
    "quotes[0].passage has wrong offsets: “one” was found at 9 to 12", { 1, 0, 0, 1 } },
  { "words that stand twice, with what comes after",
    STORY (ARTICLE ",'quotes':[{'id':'k','passage':{'article':'a','start':1,'end':4,'exact':'one','suffix':' two'}}]"),
    "quotes[0].passage has wrong offsets: “one” was found at 0 to 3", { 1, 0, 0, 1 } },
  { "words after letters of several bytes",
    STORY (ARTICLE ",'quotes':[{'id':'k','passage':{'article':'a','start':0,'end':4,'exact':'🟥 four'}}]"),
    "quotes[0].passage has wrong offsets: “🟥 four” was found at 22 to 28", { 1, 0, 0, 1 } },

  { "unknown speaker", STORY (ARTICLE ",'quotes':[{'id':'k','passage':" PASSAGE ",'speaker':'x'}]"),
    "quotes[0].speaker names “x”", { 1, 0, 0, 1 } },
  { "translations of each other", STORY (ARTICLE ",'quotes':[{'id':'k','passage':" PASSAGE ",'original':'l'},"
                                         "{'id':'l','passage':" PASSAGE ",'original':'k'}]"),
    "quotes[1].original leads back", { 1, 0, 0, 2 } },

  { "reaction without author", STORY ("'reactions':[{'id':'r','text':'x'}]"), "reactions[0].author is missing", { 0 } },
  { "reaction of nobody", STORY ("'reactions':[{'id':'r','text':'x','author':'p'}]"), "reactions[0].author names “p”", { 0 } },
  { "reaction without text", STORY (PEOPLE ",'reactions':[{'id':'r','author':'p','text':''}]"),
    "reactions[0].text is empty", { 0, 2 } },
  { "answer to a person", STORY (PEOPLE ",'reactions':[{'id':'r','author':'p','text':'x','answers':'q'}]"),
    "reactions[0].answers names neither", { 0, 2, 0, 0, 1 } },
  { "answers to each other", STORY (PEOPLE ",'reactions':[{'id':'r','author':'p','text':'x','answers':'t'},"
                                    "{'id':'t','author':'p','text':'x','answers':'r'}]"),
    "reactions[1].answers leads back", { 0, 2, 0, 0, 2 } },

  { "claims about each other", STORY ("'claims':[{'id':'c','question':'C','about':['d']},{'id':'d','question':'D','about':['c']}]"),
    "claims[1].about leads back", { 0, 0, 0, 0, 0, 2 } },
  { "value that is none", STORY (ARTICLE ",'claims':[{'id':'c','question':'C','kind':'duration','accounts':["
                                 "{'id':'z','article':'a','passage':" PASSAGE ",'value':'long'}]}]"),
    "claims[0].accounts[0] is left out: “long” is not a duration", { 1, 0, 0, 0, 0, 1 } },
  { "account without value", STORY (ARTICLE ",'claims':[{'id':'c','question':'C','accounts':[{'id':'z','passage':" PASSAGE "}]}]"),
    "claims[0].accounts[0].value is missing", { 1, 0, 0, 0, 0, 1 } },
  { "account named as the claim", STORY (ARTICLE ",'claims':[{'id':'c','question':'C','accounts':["
                                         "{'id':'c','passage':" PASSAGE ",'value':'x'}]}]"),
    "claims[0].accounts[0].id: “c” is taken", { 1, 0, 0, 0, 0, 1 } },
  { "account without article", STORY (ARTICLE ",'claims':[{'id':'c','question':'C','accounts':["
                                      "{'id':'z','passage':" PASSAGE ",'value':'x'}]}]"),
    NULL, { 1, 0, 0, 0, 0, 1, 1 } },
};

static void
test_warning (gconstpointer data)
{
  const WarningCase *test = data;
  g_autoptr(GBytes) bytes = dup_json (test->json);
  g_auto(GStrv) warnings = NULL;
  g_autoptr(GError) error = NULL;
  DatelineStory *story = dateline_json_reader_read (bytes, &warnings, &error);

  g_assert_no_error (error);
  for (guint i = 0; warnings[i] != NULL; i++)
    {
      g_test_message ("%s", warnings[i]);
      assert_sentence (warnings[i]);
    }
  if (test->says != NULL)
    {
      g_assert_cmpuint (g_strv_length (warnings), >=, 1);
      g_assert_true (g_str_has_prefix (warnings[0], test->says));
    }
  /* A story without an id is told so, whatever else is wrong with the id. */
  g_assert_cmpuint (g_strv_length (warnings), <=, test->says == NULL ? 0 : (g_str_has_prefix (test->says, "id ") ? 2 : 1));
  for (DatelineItemKind kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    g_assert_cmpint (g_list_model_get_n_items (dateline_story_get_items (story, kind)), ==, test->counts[kind]);

  g_assert_finalize_object (story);
}

/* A passage over a line break of the file is found in the line that was made of it. */
static void
test_line_breaks (void)
{
  g_autoptr(GBytes) bytes = dup_json (STORY ("'articles':[{'id':'a','headline':'H','blocks':[{'text':'one\\ntwo'},{'text':'three'}]}],"
                                             "'quotes':[{'id':'k','passage':{'article':'a','start':2,'end':10,'exact':'e\\ntwo\\nth'}}]"));
  g_auto(GStrv) warnings = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineStory) story = dateline_json_reader_read (bytes, &warnings, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (warnings), ==, 1);
  g_assert_cmpstr (dateline_quote_get_text (DATELINE_QUOTE (dateline_story_lookup (story, "k"))), ==, "e two\nth");
}

static void
test_many_warnings (void)
{
  g_autoptr(GString) text = g_string_new ("{\"format\":\"dateline-story\",\"version\":1,\"id\":\"s\",\"title\":\"T\",\"people\":[0");
  g_auto(GStrv) warnings = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineStory) story = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, ",0");
  g_string_append (text, "]}");
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  story = dateline_json_reader_read (bytes, &warnings, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (warnings), ==, 101);
  g_assert_cmpstr (warnings[100], ==, "There are 901 more problems of this kind");
}

/* A chain of references that would overflow the stack when it is freed. */
static void
test_long_chain (void)
{
  const guint n = 50000;
  g_autoptr(GString) text = g_string_new ("{\"format\":\"dateline-story\",\"version\":1,\"id\":\"s\",\"title\":\"T\",\"events\":[");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) warnings = NULL;
  DatelineStory *story;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"title\":\"E\",\"date\":\"2021\",\"part_of\":\"e%u\"}",
                            i > 0 ? "," : "", i, (i + n - 1) % n);
  g_string_append (text, "]}");
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  story = dateline_json_reader_read (bytes, &warnings, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_story_get_events (story)), ==, n);
  g_assert_cmpuint (g_strv_length (warnings), >, 1);
  g_assert_finalize_object (story);
}

static void
finish_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

static void
test_async (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "everything.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) missing = g_file_new_for_path ("/no/such/story.json");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) warnings = NULL;
  DatelineStory *story;

  dateline_json_reader_read_file_async (file, NULL, finish_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  story = dateline_json_reader_read_file_finish (result, &warnings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (warnings), ==, 0);
  g_clear_object (&result);
  g_assert_finalize_object (story);

  dateline_json_reader_read_file_async (missing, NULL, finish_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (dateline_json_reader_read_file_finish (result, NULL, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_clear_object (&result);

  g_cancellable_cancel (cancellable);
  dateline_json_reader_read_file_async (file, cancellable, finish_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (dateline_json_reader_read_file_finish (result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-reader/bundled", test_bundled);
  g_test_add_func ("/json-reader/everything", test_everything);
  for (guint i = 0; i < G_N_ELEMENTS (error_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/json-reader/error/", error_cases[i].name, NULL);

      g_test_add_data_func (path, &error_cases[i], test_error);
    }
  g_test_add_func ("/json-reader/error/byte of value 0", test_null_byte);
  g_test_add_func ("/json-reader/error/nesting", test_nesting);
  g_test_add_func ("/json-reader/error/truncated", test_truncated);
  for (guint i = 0; i < G_N_ELEMENTS (warning_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/json-reader/warning/", warning_cases[i].name, NULL);

      g_test_add_data_func (path, &warning_cases[i], test_warning);
    }
  g_test_add_func ("/json-reader/nesting-allowed", test_nesting_allowed);
  g_test_add_func ("/json-reader/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/json-reader/line-breaks", test_line_breaks);
  g_test_add_func ("/json-reader/many-warnings", test_many_warnings);
  g_test_add_func ("/json-reader/long-chain", test_long_chain);
  g_test_add_func ("/json-reader/async", test_async);

  return g_test_run ();
}
