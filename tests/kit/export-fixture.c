/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small story whose texts are as bad for each format as texts of the wild can be, and clippings of all of it. */
#include "config.h"

#include "export-fixture.h"

#include <string.h>

static DatelineDate *
new_date (const char *edtf)
{
  g_autoptr(GError) error = NULL;
  DatelineDate *date;

  if (edtf == NULL)
    return NULL;
  date = dateline_date_new (edtf, &error);
  g_assert_no_error (error);

  return date;
}

/* One article without text. Authors are separated by bars. */
DatelineArticle *
export_fixture_new_article (const char *headline,
                            const char *publisher,
                            const char *byline,
                            const char *published,
                            const char *url,
                            const char *accessed)
{
  g_autoptr(DatelineDate) published_date = new_date (published);
  g_autoptr(DatelineDate) accessed_date = new_date (accessed);
  g_auto(GStrv) authors = g_strsplit (byline != NULL ? byline : "", "|", -1);

  return g_object_new (DATELINE_TYPE_ARTICLE,
                       "id", "article-one",
                       "headline", headline,
                       "publisher", publisher,
                       "byline", authors,
                       "published", published_date,
                       "url", url,
                       "accessed", accessed_date,
                       "language", "en",
                       NULL);
}

static DatelineArticle *
add_article (DatelineStory      *story,
             const char         *id,
             const char         *headline,
             const char         *publisher,
             const char * const *byline,
             const char         *published,
             const char         *url,
             const char         *accessed,
             const char         *language,
             gboolean            retelling,
             const char * const *paragraphs)
{
  g_autoptr(DatelineDate) published_date = new_date (published);
  g_autoptr(DatelineDate) accessed_date = new_date (accessed);
  g_autoptr(DatelineArticle) article = NULL;

  article = g_object_new (DATELINE_TYPE_ARTICLE,
                          "id", id,
                          "headline", headline,
                          "publisher", publisher,
                          "byline", byline,
                          "published", published_date,
                          "url", url,
                          "accessed", accessed_date,
                          "language", language,
                          "retelling", retelling,
                          NULL);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    dateline_article_append_block (article, DATELINE_BLOCK_PARAGRAPH, paragraphs[i]);
  g_assert_true (dateline_story_add (story, DATELINE_ITEM (article)));

  return article;
}

static DatelinePerson *
add_person (DatelineStory      *story,
            const char         *id,
            const char         *name,
            DatelinePersonKind  kind)
{
  g_autoptr(DatelinePerson) person = g_object_new (DATELINE_TYPE_PERSON,
                                                   "id", id,
                                                   "name", name,
                                                   "person-kind", kind,
                                                   NULL);

  g_assert_true (dateline_story_add (story, DATELINE_ITEM (person)));

  return person;
}

static DatelinePassage *
find (DatelineArticle *article,
      const char      *exact)
{
  const char *text = dateline_article_get_text (article);
  const char *place = strstr (text, exact);
  guint start;

  g_assert_nonnull (place);
  start = (guint) g_utf8_strlen (text, place - text);

  return dateline_passage_new (article, start, start + (guint) g_utf8_strlen (exact, -1));
}

static void
add_quote (DatelineStory   *story,
           const char      *id,
           DatelineArticle *article,
           DatelinePerson  *speaker,
           gboolean         direct,
           const char      *language,
           const char      *exact)
{
  g_autoptr(DatelinePassage) passage = find (article, exact);
  g_autoptr(DatelineQuote) quote = g_object_new (DATELINE_TYPE_QUOTE,
                                                 "id", id,
                                                 "speaker", speaker,
                                                 "direct", direct,
                                                 "language", language,
                                                 "cue", direct ? "said" : "",
                                                 NULL);

  dateline_item_add_passage (DATELINE_ITEM (quote), passage);
  g_assert_true (dateline_story_add (story, DATELINE_ITEM (quote)));
}

static void
add_reaction (DatelineStory        *story,
              const char           *id,
              DatelinePerson       *author,
              const char           *handle,
              const char           *platform,
              const char           *date,
              DatelineReactionForm  form,
              const char           *url,
              const char           *text,
              DatelineArticle      *article,
              const char           *exact)
{
  const char * const themes[] = { "hope", "courage & prayer", NULL };
  const char * const hashtags[] = { "негрустивсебудетхорошо", NULL };
  g_autoptr(DatelineDate) day = new_date (date);
  g_autoptr(DatelinePassage) passage = find (article, exact);
  g_autoptr(DatelineReaction) reaction = g_object_new (DATELINE_TYPE_REACTION,
                                                       "id", id,
                                                       "author", author,
                                                       "handle", handle,
                                                       "platform", platform,
                                                       "date", day,
                                                       "form", form,
                                                       "url", url,
                                                       "text", text,
                                                       "language", "en",
                                                       "themes", themes,
                                                       "hashtags", hashtags,
                                                       NULL);

  dateline_item_add_passage (DATELINE_ITEM (reaction), passage);
  g_assert_true (dateline_story_add (story, DATELINE_ITEM (reaction)));
}

#define NASTY      "50% of {these} cost $5, \"quoted\" with \\alpha_1 & #2, <b>bold</b> | ~x~ ^y^ *z* _w_ `code` [a](b) ![c][d] "                   \
                   "-- '' '{' }} &amp; &#65; @key"
#define SCRIPT     "</script><!-- --> ]]> <?php ?> </style> <img src=x onerror=alert(1)>"
#define FORMULA    "=HYPERLINK(\"http://evil.example\";\"click, here\")"
#define FAMILY     "👩‍👩‍👧‍👦 and ❤️‍🔥, 👍🏽, e\xcc\x81 and n\xcc\x83 \xe2\x80\xab" "שלום עולם" "\xe2\x80\xac, مرحبا\xe2\x80\x8f!"
#define CONTROLS   "A\x01\x02 bell\x07 tab\there  two  spaces\x1b[31m\x7f\xc2\x85\xe2\x80\xa8" "end"
#define TWO_BLOCKS "# not a heading\n1. not a list"
#define RED        "#негрустивсебудетхорошо – so that Yulia and everyone see that we are many"
#define POST       "May the Spirits of light surround and protect him ❤️💙✨✨✨🙏Namaste"
#define LONG_POST  "He has more courage than every one of us who sits at home and writes about it on the internet, day after day, night " \
                   "after night.\n\nhttps://t.co/a_b_c_?x=1&y=[2] #Free_Them_all"

DatelineStory *
export_fixture_new_story (void)
{
  const char * const byline_a[] = { "By Jane Q. Smith", "Anna van der Berg", NULL };
  const char * const byline_c[] = { "Алексей Примеров", NULL };
  const char * const text_a[] = {
    "“Everything will be fine”, he told her. “" NASTY "”, she wrote.",
    "She typed " FORMULA " into the sheet, and " SCRIPT " into the page.",
    "“# not a heading",
    "1. not a list”, says the note.",
    "Many saw the video. " FAMILY " was what they sent.",
    NULL
  };
  const char * const text_b[] = {
    "“" RED "”, she wrote. He said that the case was politically motivated.",
    "Someone said that nobody knew why.",
    CONTROLS,
    "One viewer hoped for spirits of light. Another praised courage. " POST " — Tere (@Te_ram323_Tere), 3 February 2021",
    "The Spirits, where are they now? — Tere (@Te_ram323_Tere), 4 February 2021",
    NULL
  };
  const char * const text_c[] = { "«Мы не равнодушны – нас много!» – сказала она.", "Спасибо.", NULL };
  DatelineStory *story = dateline_story_new ("nasty-story", "Hearts & \"glass\" <b>*story*</b> #1", "", "en");
  DatelineArticle *a;
  DatelineArticle *b;
  DatelineArticle *c;
  DatelinePerson *navalny;
  DatelinePerson *yulia;
  DatelinePerson *tere;
  DatelinePerson *abc;

  a = add_article (story, "article-a", "Court’s “heart” case: 100% of $5 & more?", "The Example_Times", byline_a,
                   "2021-02-03", "https://example.org/a_b/c?x=1&y=%20{z}#frag", "2021-02-10", "en", FALSE, text_a);
  b = add_article (story, "article-b", "Selfies in red <script>alert(1)</script> | {table}", NULL, NULL,
                   NULL, NULL, NULL, "en", TRUE, text_b);
  c = add_article (story, "article-c", "Всё будет «хорошо»", "Пример", byline_c,
                   "2021-02~", "https://пример.example/статья", NULL, "ru", FALSE, text_c);

  navalny = add_person (story, "person-navalny", "Alexei Navalny", DATELINE_PERSON_KIND_PERSON);
  yulia = add_person (story, "person-yulia", "Юлия Навальная", DATELINE_PERSON_KIND_PERSON);
  tere = add_person (story, "person-tere", "Tere *", DATELINE_PERSON_KIND_PERSON);
  abc = add_person (story, "person-abc", "ABC News", DATELINE_PERSON_KIND_ORGANISATION);

  add_quote (story, "quote-fine", a, navalny, TRUE, "en", "Everything will be fine");
  add_quote (story, "quote-nasty", a, yulia, TRUE, "en", NASTY);
  add_quote (story, "quote-formula", a, NULL, TRUE, "", FORMULA);
  add_quote (story, "quote-script", a, NULL, TRUE, "", SCRIPT);
  add_quote (story, "quote-two-blocks", a, yulia, TRUE, "", TWO_BLOCKS);
  add_quote (story, "quote-family", a, abc, TRUE, "he", FAMILY);
  add_quote (story, "quote-red", b, yulia, TRUE, "en", RED);
  add_quote (story, "quote-motivated", b, navalny, FALSE, "en", "the case was politically motivated");
  add_quote (story, "quote-nobody", b, NULL, FALSE, "en", "nobody knew why");
  add_quote (story, "quote-controls", b, navalny, TRUE, "en", CONTROLS);
  add_quote (story, "quote-many", c, yulia, TRUE, "ru", "Мы не равнодушны – нас много!");

  add_reaction (story, "reaction-tere", tere, "Te_ram323_Tere", "Twitter", "2021-02-03", DATELINE_REACTION_FORM_POST,
                "https://twitter.example/Te_ram323_Tere/1", POST, b, POST);
  add_reaction (story, "reaction-tere-again", tere, "Te_ram323_Tere", "Twitter", "2021-02-04", DATELINE_REACTION_FORM_POST,
                NULL, "The Spirits, where are they now?", b, "The Spirits, where are they now?");
  add_reaction (story, "reaction-abc", abc, "ABC", "Twitter", "2021-02-02", DATELINE_REACTION_FORM_POST,
                NULL, LONG_POST, b, "Another praised courage.");
  add_reaction (story, "reaction-thanks", yulia, NULL, "Instagram", NULL, DATELINE_REACTION_FORM_COMMENT,
                "javascript:alert(1)", "@katya Спасибо.", c, "Спасибо.");

  return story;
}

/* Picks words of an article, for an item or for themselves. */
DatelineClipping *
export_fixture_clip (DatelineArticle *article,
                     DatelineItem    *item,
                     const char      *exact,
                     const char      *note)
{
  g_autoptr(DatelinePassage) passage = find (article, exact);
  DatelineClipping *clipping = dateline_clipping_new (item, passage);

  dateline_clipping_set_note (clipping, note);

  return clipping;
}

static void
clip_all (GListStore *clippings,
          GListModel *items)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);
      g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (item);
      g_autoptr(DatelineClipping) clipping = dateline_clipping_new (item, passage);

      if (i % 4 == 0)
        dateline_clipping_set_note (clipping, "=Check this\n- first [x]: y\n\n- second, “100%” of {it} & <all>");
      else if (i % 4 == 1)
        dateline_clipping_set_note (clipping, "Zitat für Kapitel 2");
      g_list_store_append (clippings, clipping);
    }
}

GListStore *
export_fixture_new_clippings (DatelineStory *story)
{
  GListStore *clippings = g_list_store_new (DATELINE_TYPE_CLIPPING);
  DatelineArticle *article = DATELINE_ARTICLE (dateline_story_lookup (story, "article-a"));
  g_autoptr(DatelineClipping) words = NULL;

  clip_all (clippings, dateline_story_get_quotes (story));
  clip_all (clippings, dateline_story_get_reactions (story));
  words = export_fixture_clip (article, NULL, "Many saw the video.", NULL);
  g_list_store_append (clippings, words);

  return clippings;
}

/* Words and signs that mean something to one format or another. */
static const char * const tokens[] = {
  "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "-", ".", "!", "<", ">", "&", "~", "^", "$", "|", "=", ":", ";",
  "\"", "'", "\\", "/", "@", "%", "?", ",", " ", " ", " ", " ", " ", "\t", "\n", "\n\n", "\n\n\n", "  ", "0", "7", "a", "b",
  "word", "Слово", "é", "e\xcc\x81", "😀", "👩‍👩‍👧‍👦", "שלום", "“", "”", "‘", "’", "…", "http://a.b/c_d_e",
  "https://x.y/z*?a=1&amp;b", "ftp://a_b_/c*", "www.a_b.c_d_", "mailto:a_b@c.de", "a@b.co", "<http://x>", "&amp;", "&#65;",
  "&lt;", "<b>", "</b>", "<!--", "-->", "</script>", "]]>", "[a](b)", "![a](b)", "[a]: b", "[^1]", "[a][b]", "**", "__", "~~",
  "``", "```", "~~~", "---", "===", "***", "1. ", "1) ", "- ", "# ", "    ", "> ", "| a | b |\n|---|---|", ":smile:", "\\begin{x}",
  "%s", "''", "``", "--", "\x01", "\x1b", "\x7f"
};

static char *
make_text (GRand *random)
{
  g_autoptr(GString) text = g_string_new (NULL);
  int n = g_rand_int_range (random, 1, 14);

  for (int i = 0; i < n; i++)
    g_string_append (text, tokens[g_rand_int_range (random, 0, G_N_ELEMENTS (tokens))]);

  return g_strdup (text->str);
}

/* Posts of random signs, with notes of the same, in an article that tells what they say. */
GListStore *
export_fixture_new_random (DatelineStory *story,
                           guint32        seed,
                           guint          n)
{
  GListStore *clippings = g_list_store_new (DATELINE_TYPE_CLIPPING);
  DatelineArticle *article = DATELINE_ARTICLE (dateline_story_lookup (story, "article-b"));
  DatelinePerson *author = DATELINE_PERSON (dateline_story_lookup (story, "person-tere"));
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("reaction-%u-%u", seed, i);
      g_autofree char *text = make_text (random);
      g_autofree char *note = make_text (random);
      g_autoptr(DatelineClipping) clipping = NULL;

      add_reaction (story, id, author, "tere", "Twitter", "2021-02-03", DATELINE_REACTION_FORM_POST, NULL, text, article,
                    "Another praised courage.");
      clipping = export_fixture_clip (article, dateline_story_lookup (story, id), "Another praised courage.", note);
      g_list_store_append (clippings, clipping);
    }

  return clippings;
}
