/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new text for an article: everything that points into the old one is found again, or told to be lost. */
#include "config.h"

#include "dateline-anchors.h"
#include "dateline-json-reader.h"
#include "dateline-kept-clippings.h"
#include "dateline-story-error.h"
#include "file-kit.h"

#define FIRST  "Anna Petrova left the court in Moscow. “It burns,” she said."
#define SECOND "Petrova was not hurt, Petrova said on 2 February. Nobody else was."
#define THIRD  "The court will go on with the hearing on Monday."

static DatelineArticle *
new_article (const char *const *texts)
{
  DatelineArticle *article = g_object_new (DATELINE_TYPE_ARTICLE, "id", "article", NULL);

  for (guint i = 0; texts[i] != NULL; i++)
    dateline_article_append_block (article, DATELINE_BLOCK_PARAGRAPH, texts[i]);

  return article;
}

/* The offset of the nth occurrence of words. */
static guint
find (DatelineArticle *article,
      const char      *words,
      guint            n)
{
  const char *text = dateline_article_get_text (article);
  const char *p = strstr (text, words);

  for (; n > 0; n--)
    p = strstr (p + 1, words);
  g_assert_nonnull (p);

  return (guint) g_utf8_pointer_to_offset (text, p);
}

/* Looks where the nth occurrence of words went: to which occurrence of them, or that it is lost (-1). */
static void
assert_goes (const char *const *before,
             const char *const *after,
             const char        *words,
             guint              n,
             int                to)
{
  g_autoptr(DatelineArticle) old = new_article (before);
  g_autoptr(DatelineArticle) new = new_article (after);
  g_autoptr(DatelineAnchors) anchors = dateline_anchors_new (old, new);
  guint start = find (old, words, n);
  g_autoptr(DatelinePassage) passage = dateline_passage_new (old, start, start + (guint) g_utf8_strlen (words, -1));
  g_autoptr(DatelinePassage) place = NULL;

  place = dateline_anchors_place (anchors, start, dateline_passage_get_end (passage),
                                  dateline_passage_get_exact (passage), dateline_passage_get_prefix (passage),
                                  dateline_passage_get_suffix (passage));
  if (to < 0)
    {
      g_assert_null (place);
      return;
    }
  g_assert_nonnull (place);
  g_assert_cmpstr (dateline_passage_get_exact (place), ==, words);
  g_assert_cmpuint (dateline_passage_get_start (place), ==, find (new, words, (guint) to));
}

/* Looks what became of a wording of which a few words were corrected: other words, or nothing. */
static void
assert_becomes (const char *const *before,
                const char *const *after,
                const char        *words,
                const char        *others)
{
  g_autoptr(DatelineArticle) old = new_article (before);
  g_autoptr(DatelineArticle) new = new_article (after);
  g_autoptr(DatelineAnchors) anchors = dateline_anchors_new (old, new);
  guint start = find (old, words, 0);
  g_autoptr(DatelinePassage) passage = dateline_passage_new (old, start, start + (guint) g_utf8_strlen (words, -1));
  g_autoptr(DatelinePassage) place = NULL;

  place = dateline_anchors_place (anchors, start, dateline_passage_get_end (passage), words,
                                  dateline_passage_get_prefix (passage), dateline_passage_get_suffix (passage));
  g_assert_cmpstr (place != NULL ? dateline_passage_get_exact (place) : NULL, ==, others);
}

#define TEXTS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static void
test_anchors (void)
{
  const char *const *old = TEXTS (FIRST, SECOND, THIRD);

  /* The same text, and one with a block before, between or after, or one less. */
  assert_goes (old, old, "Petrova", 2, 2);
  assert_goes (old, TEXTS ("Petrova: a headline", FIRST, SECOND, THIRD), "Petrova", 2, 3);
  assert_goes (old, TEXTS (FIRST, "Petrova, again.", SECOND, THIRD), "Petrova", 1, 2);
  assert_goes (old, TEXTS (SECOND, THIRD), "Petrova", 2, 1);
  assert_goes (old, TEXTS (THIRD, FIRST, SECOND), "court", 1, 0);

  /* A correction in the same block, before and after the words. */
  assert_goes (old, TEXTS (FIRST, "It is said that Petrova was not hurt, Petrova said on 3 February.", THIRD), "Petrova", 2, 2);
  assert_goes (old, TEXTS (FIRST, "It is said that Petrova was not hurt, Petrova said on 3 February.", THIRD), "Petrova", 1, 1);
  assert_goes (old, TEXTS (FIRST, "Petrova was not hurt, Petrova said on 3 February.", THIRD), "2 February", 0, -1);

  /* Blocks that were joined or taken apart. */
  assert_goes (old, TEXTS (FIRST " " SECOND " " THIRD), "Petrova", 2, 2);
  assert_goes (old, TEXTS ("Anna Petrova left the court in Moscow.", "“It burns,” she said.", SECOND, THIRD), "It burns,", 0, 0);

  /* What is in no text any more, though single words are. */
  assert_goes (old, TEXTS (FIRST, THIRD), "2 February", 0, -1);
  assert_goes (old, TEXTS ("Something else altogether, of she and he and it."), "she", 0, -1);
  assert_goes (old, TEXTS (SECOND, "Elsewhere she wrote."), "she", 0, -1);
  assert_goes (old, TEXTS (""), "Petrova", 0, -1);

  /* A long sentence that moved far away needs no surroundings. */
  assert_goes (old, TEXTS ("Another text. The court will go on with the hearing on Monday. So it is."), THIRD, 0, 0);

  /* The words of a block that went are not those of its like, which was there before. */
  assert_goes (TEXTS ("So says Anna of the court.", "So says Boris of the court."), TEXTS ("So says Boris of the court."),
               "court", 0, -1);
  assert_goes (TEXTS ("So says Anna of the court.", "So says Boris of the court."), TEXTS ("So says Boris of the court."),
               "court", 1, 0);

  /* Blocks that are all the same. */
  assert_goes (TEXTS ("One.", "Two.", "One.", "Two.", "One."), TEXTS ("One.", "Two.", "Three.", "One.", "Two.", "One."),
               "One", 2, 2);
}

static void
test_corrections (void)
{
  const char *const *old = TEXTS (FIRST, SECOND, THIRD);
  const char *sentence = "Petrova was not hurt, Petrova said on 2 February.";

  /* In the middle, at the start, at the end. */
  assert_becomes (old, TEXTS (FIRST, "Petrova was not hurt, Petrowa said on 3 February. Nobody else was.", THIRD), sentence,
                  "Petrova was not hurt, Petrowa said on 3 February.");
  assert_becomes (old, TEXTS (FIRST, "Petrowa was not hurt, Petrova said on 2 February. Nobody else was.", THIRD), sentence,
                  "Petrowa was not hurt, Petrova said on 2 February.");
  assert_becomes (old, TEXTS (FIRST, "Petrova was not hurt, Petrova said on 2 Februar. Nobody else was.", THIRD), sentence,
                  "Petrova was not hurt, Petrova said on 2 Februar.");

  /* Not if it is another sentence, nor if it is a short wording, whose words are what counts. */
  assert_becomes (old, TEXTS (FIRST, "Petrova was not there, as the judge wrote on 2 February. Nobody else was.", THIRD),
                  sentence, NULL);
  assert_becomes (old, TEXTS (FIRST, "Petrova was not hurt, Petrova said on 3 February. Nobody else was.", THIRD),
                  "on 2 February", NULL);
  /* Nor elsewhere. */
  assert_becomes (old, TEXTS (FIRST, THIRD, "It was long ago.", "Petrova was not hurt, Petrowa said on 3 February."), sentence,
                  NULL);
}

static DatelineStoryFile *
create_file (void)
{
  static const char json[] =
    "{ \"format\": \"dateline-story\", \"version\": 1, \"id\": \"s\", \"title\": \"S\", \"language\": \"en\","
    "  \"articles\": ["
    "    { \"id\": \"article-a\", \"headline\": \"The fire\", \"language\": \"en\", \"blocks\": ["
    "      { \"kind\": \"paragraph\", \"text\": \"Anna Петрова left. “It burns,” she said. Nobody was hurt.\" },"
    "      { \"kind\": \"paragraph\", \"text\": \"It was on Tuesday. The end came soon.\" } ],"
    "      \"dates\": [ { \"date\": \"2021-02-02\", \"passage\": { \"start\": 68, \"end\": 75, \"exact\": \"Tuesday\" } } ] },"
    "    { \"id\": \"article-b\", \"headline\": \"Smoke\", \"language\": \"en\", \"blocks\": ["
    "      { \"kind\": \"paragraph\", \"text\": \"It was a small fire.\" } ] } ],"
    "  \"people\": ["
    "    { \"id\": \"person-anna\", \"name\": \"Anna Petrova\", \"kind\": \"person\","
    "      \"mentions\": [ { \"article\": \"article-a\", \"start\": 0, \"end\": 12, \"exact\": \"Anna Петрова\" } ] } ],"
    "  \"events\": ["
    "    { \"id\": \"event-fire\", \"title\": \"Fire\", \"date\": \"2021-02-02\", \"kind\": \"other\","
    "      \"passages\": [ { \"article\": \"article-b\", \"start\": 0, \"end\": 20, \"exact\": \"It was a small fire.\" },"
    "                      { \"article\": \"article-a\", \"start\": 41, \"end\": 57, \"exact\": \"Nobody was hurt.\" } ] } ],"
    "  \"quotes\": ["
    "    { \"id\": \"quote-burns\", \"speaker\": \"person-anna\", \"direct\": true,"
    "      \"passage\": { \"article\": \"article-a\", \"start\": 20, \"end\": 29, \"exact\": \"It burns,\" } } ] }";
  g_autoptr(GBytes) bytes = g_bytes_new_static (json, sizeof json - 1);
  g_auto(GStrv) warnings = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineStory) story = dateline_json_reader_read (bytes, &warnings, &error);
  g_autofree char *path = file_kit_dup_path ();
  DatelineStoryFile *file;

  g_assert_no_error (error);
  g_assert_true (warnings == NULL || warnings[0] == NULL);
  file = dateline_story_file_create (path, story, NULL, &error);
  g_assert_no_error (error);

  return file;
}

static void
clip (DatelineStoryFile *file,
      const char        *words)
{
  g_autoptr(GPtrArray) base = dateline_story_file_dup_clippings (file, NULL);
  g_autoptr(GListStore) clippings = g_list_store_new (DATELINE_TYPE_CLIPPING);
  DatelineArticle *article = file_kit_get (file, "article-a");
  guint start = find (article, words, 0);
  g_autoptr(DatelinePassage) passage = dateline_passage_new (article, start, start + (guint) g_utf8_strlen (words, -1));
  g_autoptr(DatelineClipping) clipping = dateline_clipping_new (NULL, passage);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Add Clipping");
  g_autoptr(GPtrArray) kept = NULL;

  g_list_store_append (clippings, clipping);
  kept = dateline_kept_clippings_new (G_LIST_MODEL (clippings));
  dateline_edit_set_clippings (edit, base, kept);
  file_kit_apply (file, edit);
}

static void
assert_exact (DatelineStoryFile *file,
              const char        *id,
              guint              position,
              const char        *words)
{
  g_autoptr(DatelinePassage) passage = g_list_model_get_item (dateline_item_get_passages (file_kit_get (file, id)), position);
  DatelineArticle *article;

  g_assert_nonnull (passage);
  g_assert_cmpstr (dateline_passage_get_exact (passage), ==, words);
  article = dateline_passage_get_article (passage);
  g_assert_true (g_str_has_prefix (dateline_article_get_pointer (article, dateline_passage_get_start (passage)), words));
}

static DatelineEdit *
replace (DatelineStoryFile *file,
         const char        *first,
         const char        *second)
{
  const DatelineBlockKind kinds[] = { DATELINE_BLOCK_HEADING, DATELINE_BLOCK_PARAGRAPH };
  const char *const texts[] = { first, second, NULL };
  DatelineEdit *edit = dateline_edit_new ("Replace Text");

  dateline_edit_replace_text (edit, file_kit_get (file, "article-a"), kinds, texts);

  return edit;
}

static void
undo (DatelineStoryFile *file)
{
  g_autoptr(GError) error = NULL;

  dateline_story_file_undo (file, &error);
  g_assert_no_error (error);
}

static void
test_all_follow (void)
{
  g_autoptr(DatelineStoryFile) file = create_file ();
  g_autoptr(DatelineEdit) edit = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GPtrArray) clippings = NULL;
  g_autoptr(DatelineDateMention) mention = NULL;
  DatelineArticle *article = file_kit_get (file, "article-a");
  const DatelineBlock *blocks;
  guint n_blocks;

  clip (file, "The end came soon");
  before = file_kit_dump (file);
  edit = replace (file, "A new beginning. Anna Петрова left.\nLater: “It burns,” she said. Nobody was hurt.",
                  "So it was on Tuesday. The end came soon.");
  file_kit_apply (file, edit);

  g_assert_cmpuint (dateline_edit_get_lost (edit)->len, ==, 0);
  g_assert_cmpuint (dateline_edit_get_removed (edit)->len, ==, 0);
  assert_exact (file, "person-anna", 0, "Anna Петрова");
  assert_exact (file, "quote-burns", 0, "It burns,");
  assert_exact (file, "event-fire", 0, "It was a small fire.");
  assert_exact (file, "event-fire", 1, "Nobody was hurt.");
  mention = g_list_model_get_item (dateline_article_get_dates (article), 0);
  g_assert_cmpstr (dateline_passage_get_exact (dateline_date_mention_get_passage (mention)), ==, "Tuesday");
  clippings = dateline_story_file_dup_clippings (file, NULL);
  g_assert_cmpuint (clippings->len, ==, 1);
  g_assert_cmpuint (((DatelineKeptClipping *) g_ptr_array_index (clippings, 0))->start, ==, find (article, "The end", 0));

  /* A line break within a block is none. */
  blocks = dateline_article_get_blocks (article, &n_blocks);
  g_assert_cmpuint (n_blocks, ==, 2);
  g_assert_cmpint (blocks[0].kind, ==, DATELINE_BLOCK_HEADING);
  file_kit_assert_shown (file);

  undo (file);
  after = file_kit_dump (file);
  file_kit_assert_same (after, before);
  file_kit_assert_shown (file);
}

static gboolean
is_lost (DatelineEdit *edit,
         const char   *id,
         const char   *words)
{
  GPtrArray *lost = dateline_edit_get_lost (edit);

  for (guint i = 0; i < lost->len; i++)
    {
      DatelineLostPassage *passage = g_ptr_array_index (lost, i);

      if (g_str_equal (dateline_item_get_id (passage->item), id) && g_str_equal (passage->words, words))
        return TRUE;
    }

  return FALSE;
}

/* What finds no place is told of, goes, and comes back with Undo. */
static void
test_lost (void)
{
  g_autoptr(DatelineStoryFile) file = create_file ();
  g_autoptr(DatelineEdit) edit = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GPtrArray) clippings = NULL;
  DatelineStory *story = dateline_story_file_get_story (file);

  clip (file, "The end came soon");
  before = file_kit_dump (file);
  edit = replace (file, "Anna Петрова left.", "That is all.");
  file_kit_apply (file, edit);

  assert_exact (file, "person-anna", 0, "Anna Петрова");
  g_assert_cmpuint (dateline_edit_get_lost (edit)->len, ==, 4);
  g_assert_true (is_lost (edit, "quote-burns", "It burns,"));
  g_assert_true (is_lost (edit, "event-fire", "Nobody was hurt."));
  g_assert_true (is_lost (edit, "article-a", "Tuesday"));
  g_assert_true (is_lost (edit, "article-a", "The end came soon"));

  /* The quote says nothing without its words; the event has another article that tells it. */
  g_assert_cmpuint (dateline_edit_get_removed (edit)->len, ==, 1);
  g_assert_null (dateline_story_lookup (story, "quote-burns"));
  g_assert_cmpuint (g_list_model_get_n_items (dateline_item_get_passages (file_kit_get (file, "event-fire"))), ==, 1);
  clippings = dateline_story_file_dup_clippings (file, NULL);
  g_assert_cmpuint (clippings->len, ==, 0);
  file_kit_assert_shown (file);

  undo (file);
  after = file_kit_dump (file);
  file_kit_assert_same (after, before);
  file_kit_assert_shown (file);
}

/* Two mentions of one person do not become one twice. */
static void
test_no_doubles (void)
{
  g_autoptr(DatelineStoryFile) file = create_file ();
  g_autoptr(DatelineEdit) twice = replace (file, "Anna left. “It burns,” said Anna. Nobody was hurt.", "It was on Tuesday.");
  g_autoptr(DatelineEdit) mention = dateline_edit_new ("Mentions");
  g_autoptr(DatelineEdit) once = NULL;
  g_autoptr(DatelineItem) base = NULL;
  g_autoptr(DatelineItem) draft = NULL;
  g_autoptr(GPtrArray) passages = g_ptr_array_new_with_free_func (g_object_unref);
  DatelineArticle *article = file_kit_get (file, "article-a");

  file_kit_apply (file, twice);
  base = dateline_item_copy (file_kit_get (file, "person-anna"));
  draft = dateline_item_copy (file_kit_get (file, "person-anna"));
  for (guint i = 0; i < 2; i++)
    {
      guint start = find (article, "Anna", i);

      g_ptr_array_add (passages, dateline_passage_new (article, start, start + 4));
    }
  dateline_item_set_passages (draft, passages);
  dateline_edit_put (mention, draft, base);
  file_kit_apply (file, mention);

  once = replace (file, "Anna left. “It burns,” she said. Nobody was hurt.", "It was on Tuesday.");
  file_kit_apply (file, once);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_item_get_passages (file_kit_get (file, "person-anna"))), ==, 1);
  g_assert_cmpuint (dateline_edit_get_lost (once)->len, ==, 1);
  g_assert_true (is_lost (once, "person-anna", "Anna"));
  file_kit_assert_shown (file);
}

/* Two who replace the same text, each another part of it. */
static void
test_conflict (void)
{
  g_autoptr(DatelineStoryFile) file = create_file ();
  g_autoptr(DatelineEdit) first = NULL;
  g_autoptr(DatelineEdit) second = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  first = replace (file, "Anna Петрова left. “It burns,” she said. Nobody was hurt.", "It was on Wednesday.");
  second = replace (file, "Anna left. “It burns,” she said. Nobody was hurt.", "It was on Tuesday. The end came soon.");
  file_kit_apply (file, first);
  before = file_kit_dump (file);
  g_assert_false (dateline_story_file_apply (file, second, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT);
  after = file_kit_dump (file);
  file_kit_assert_same (after, before);
}

/* Of hundreds of blocks and thousands of words, all that stayed is found, in time. */
static void
test_large (void)
{
  g_autoptr(DatelineArticle) old = g_object_new (DATELINE_TYPE_ARTICLE, "id", "old", NULL);
  g_autoptr(DatelineArticle) new = g_object_new (DATELINE_TYPE_ARTICLE, "id", "new", NULL);
  g_autoptr(DatelineAnchors) anchors = NULL;
  guint n_found = 0;
  guint n_right = 0;
  guint n = 0;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *text = g_strdup_printf ("In town %u the court of %u heard witness %u.", i, i, i);
      g_autofree char *other = g_strdup_printf ("In town %u, in short, the court of %u heard witness %u.", i, i, i);

      dateline_article_append_block (old, DATELINE_BLOCK_PARAGRAPH, text);
      if (i % 7 == 0)
        dateline_article_append_block (new, DATELINE_BLOCK_PARAGRAPH, "Something in between of the court.");
      if (i % 11 != 0)
        dateline_article_append_block (new, DATELINE_BLOCK_PARAGRAPH, i % 5 == 0 ? other : text);
    }
  anchors = dateline_anchors_new (old, new);

  for (const char *p = strstr (dateline_article_get_text (old), "court"); p != NULL; p = strstr (p + 1, "court"), n++)
    {
      guint start = (guint) (p - dateline_article_get_text (old));
      g_autoptr(DatelinePassage) passage = dateline_passage_new (old, start, start + 5);
      g_autoptr(DatelinePassage) place = dateline_anchors_place (anchors, start, start + 5, "court",
                                                                 dateline_passage_get_prefix (passage),
                                                                 dateline_passage_get_suffix (passage));
      g_autofree char *number = g_strdup_printf ("court of %u heard", n);

      if (place == NULL)
        continue;
      n_found++;
      n_right += g_str_has_prefix (dateline_article_get_pointer (new, dateline_passage_get_start (place)), number);
    }
  g_test_message ("%u of %u found, %u of them where they belong", n_found, n, n_right);
  g_assert_cmpuint (n, ==, 2000);
  g_assert_cmpuint (n_right, ==, 2000 - 182);
  /* Most of the blocks that went take along what was in them, though all others speak of a court as well. */
  g_assert_cmpuint (n_found - n_right, <, 120);
}

int
main (int   argc,
      char *argv[])
{
  file_kit_init (&argc, &argv);

  g_test_add_func ("/replace-text/anchors", test_anchors);
  g_test_add_func ("/replace-text/corrections", test_corrections);
  g_test_add_func ("/replace-text/all-follow", test_all_follow);
  g_test_add_func ("/replace-text/lost", test_lost);
  g_test_add_func ("/replace-text/no-doubles", test_no_doubles);
  g_test_add_func ("/replace-text/conflict", test_conflict);
  g_test_add_func ("/replace-text/large", test_large);

  return file_kit_run ();
}
