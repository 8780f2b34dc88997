/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names, dates and whole references as the three manuals have them. */
#include "config.h"

#include "dateline-citation-date.h"
#include "dateline-citation.h"
#include "dateline-name.h"
#include "export-fixture.h"

typedef struct
{
  const char *printed;
  const char *inverted;
  const char *initials;
} NameCase;

static const NameCase names[] = {
  { "Jane Smith", "Smith, Jane", "Smith, J." },
  { "By Jane Smith", "Smith, Jane", "Smith, J." },
  { "  Jane \t Mary-Ann   Smith ", "Smith, Jane Mary-Ann", "Smith, J. M.-A." },
  { "J.K. Rowling", "Rowling, J.K.", "Rowling, J. K." },
  { "John F. Kennedy", "Kennedy, John F.", "Kennedy, J. F." },
  { "Jean-Paul Sartre", "Sartre, Jean-Paul", "Sartre, J.-P." },
  { "Martin Luther King Jr.", "King, Martin Luther, Jr.", "King, M. L., Jr." },
  { "Martin Luther King, Jr.", "King, Martin Luther, Jr.", "King, M. L., Jr." },
  { "Anna van der Berg", "van der Berg, Anna", "van der Berg, A." },
  { "Ursula von der Leyen", "von der Leyen, Ursula", "von der Leyen, U." },
  { "Robert De Niro", "De Niro, Robert", "De Niro, R." },
  { "Conor O’Brien", "O’Brien, Conor", "O’Brien, C." },
  { "Élodie Bouchez", "Bouchez, Élodie", "Bouchez, É." },
  { "E\xcc\x81lodie Bouchez", "Bouchez, E\xcc\x81lodie", "Bouchez, E\xcc\x81." },
  { "Smith, Jane", "Smith, Jane", "Smith, J." },
  { "van der Berg, Anna", "van der Berg, Anna", "van der Berg, A." },
  { "Dr. Jane Smith", "Smith, Jane", "Smith, J." },
  { "Al Gore", "Gore, Al", "Gore, A." },
  { "JANE SMITH", "SMITH, JANE", "SMITH, J." },
  { "Алексей Навальный", "Навальный, Алексей", "Навальный, А." },
  { "Алексей Анатольевич Навальный", "Навальный, Алексей Анатольевич", "Навальный, А. А." },
  { "Вернер фон Браун", "фон Браун, Вернер", "фон Браун, В." },
  { "Νίκος Καζαντζάκης", "Καζαντζάκης, Νίκος", "Καζαντζάκης, Ν." },
  /* Left as they are */
  { "Meduza", "Meduza", "Meduza" },
  { "By Meduza", "Meduza", "Meduza" },
  { "ABC News", "ABC News", "ABC News" },
  { "BBC Russian", "BBC Russian", "BBC Russian" },
  { "Associated Press", "Associated Press", "Associated Press" },
  { "Reporters Without Borders", "Reporters Without Borders", "Reporters Without Borders" },
  { "Ministry of Justice", "Ministry of Justice", "Ministry of Justice" },
  { "Редакция Медузы", "Редакция Медузы", "Редакция Медузы" },
  { "van Gogh", "van Gogh", "van Gogh" },
  { "lacy", "lacy", "lacy" },
  { "bell hooks", "bell hooks", "bell hooks" },
  { "Dirk G", "Dirk G", "Dirk G" },
  { "Annie Hall*", "Annie Hall*", "Annie Hall*" },
  { "Mrs. McDougal", "Mrs. McDougal", "Mrs. McDougal" },
  { "tweetiepie2 X3", "tweetiepie2 X3", "tweetiepie2 X3" },
  { "Jane Smith, Moscow", "Jane Smith, Moscow", "Jane Smith, Moscow" },
  { "Smith, ABC News", "Smith, ABC News", "Smith, ABC News" },
  { "王小明", "王小明", "王小明" },
  { "محمد علي", "محمد علي", "محمد علي" },
  { "by", "by", "by" },
  { ",", ",", "," },
  { "Dr.", "Dr.", "Dr." },
  { "-. .-", "-. .-", "-. .-" },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(DatelineName) name = dateline_name_new (names[i].printed, TRUE);
      g_autofree char *inverted = dateline_name_dup_inverted (name);
      g_autofree char *initials = dateline_name_dup_initials (name);

      g_assert_cmpstr (inverted, ==, names[i].inverted);
      g_assert_cmpstr (initials, ==, names[i].initials);
    }
}

/* What the story knows of a person is better than any guess. */
static void
test_organisation (void)
{
  g_autoptr(DatelineName) name = dateline_name_new ("Jane Smith", FALSE);
  g_autofree char *inverted = dateline_name_dup_inverted (name);

  g_assert_cmpstr (inverted, ==, "Jane Smith");
}

typedef struct
{
  const char *edtf;
  const char *apa;
  const char *mla;
  const char *chicago;
} DateCase;

static const DateCase dates[] = {
  { "2021-02-03", "2021, February 3", "3 Feb. 2021", "February 3, 2021" },
  { "2021-05-30", "2021, May 30", "30 May 2021", "May 30, 2021" },
  { "2021-09-01", "2021, September 1", "1 Sept. 2021", "September 1, 2021" },
  { "2021-02", "2021, February", "Feb. 2021", "February 2021" },
  { "2021-XX-XX", "2021", "2021", "2021" },
  { "2021-02-XX", "2021, February", "Feb. 2021", "February 2021" },
  { "2014", "2014", "2014", "2014" },
  { "2014~", "ca. 2014", "circa 2014", "ca. 2014" },
  { "2014?", "2014?", "2014?", "2014?" },
  { "2014%", "ca. 2014?", "circa 2014?", "ca. 2014?" },
  { "2021-21", "2021, Spring", "spring 2021", "Spring 2021" },
  { "2021-24", "2021, Winter", "winter 2021", "Winter 2021" },
  /* The day in the zone of the source, not in that of Greenwich */
  { "2021-02-03T01:00+03:00", "2021, February 3", "3 Feb. 2021", "February 3, 2021" },
  { "2021-02-02/2021-02-03", "2021, February 2 – 2021, February 3", "2 Feb. 2021 – 3 Feb. 2021",
    "February 2, 2021 – February 3, 2021" },
  { "2014/2021", "2014–2021", "2014–2021", "2014–2021" },
  { "2014/..", "2014–", "2014–", "2014–" },
  { "201X", "2010s", "2010s", "2010s" },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(DatelineDate) date = dateline_date_new (dates[i].edtf, &error);
      g_autofree char *apa = NULL;
      g_autofree char *mla = NULL;
      g_autofree char *chicago = NULL;

      g_assert_no_error (error);
      apa = dateline_citation_date_format (date, DATELINE_CITATION_STYLE_APA);
      mla = dateline_citation_date_format (date, DATELINE_CITATION_STYLE_MLA);
      chicago = dateline_citation_date_format (date, DATELINE_CITATION_STYLE_CHICAGO);
      g_assert_cmpstr (apa, ==, dates[i].apa);
      g_assert_cmpstr (mla, ==, dates[i].mla);
      g_assert_cmpstr (chicago, ==, dates[i].chicago);
    }
}

typedef struct
{
  const char *headline;
  const char *publisher;
  const char *byline;
  const char *published;
  const char *url;
  const char *accessed;
  const char *apa;
  const char *mla;
  const char *chicago;
} ArticleCase;

#define URL   "https://example.org/a"
#define TIMES "The Times"

static const ArticleCase articles[] = {
  /* Everything known */
  { "Hearts in court", TIMES, "Jane Smith", "2021-02-03", URL, "2021-02-10",
    "Smith, J. (2021, February 3). Hearts in court. *The Times*. <" URL ">",
    "Smith, Jane. “Hearts in court.” *The Times*, 3 Feb. 2021, <" URL ">. Accessed 10 Feb. 2021.",
    "Smith, Jane. “Hearts in court.” *The Times*, February 3, 2021. <" URL ">." },
  /* No author: the title comes first */
  { "Hearts in court", TIMES, NULL, "2021-02-03", URL, NULL,
    "Hearts in court. (2021, February 3). *The Times*. <" URL ">",
    "“Hearts in court.” *The Times*, 3 Feb. 2021, <" URL ">.",
    "“Hearts in court.” *The Times*, February 3, 2021. <" URL ">." },
  /* No date */
  { "Hearts in court", TIMES, "Jane Smith", NULL, URL, NULL,
    "Smith, J. (n.d.). Hearts in court. *The Times*. <" URL ">",
    "Smith, Jane. “Hearts in court.” *The Times*, <" URL ">.",
    "Smith, Jane. “Hearts in court.” *The Times*, n.d. <" URL ">." },
  /* No date, but one of access */
  { "Hearts in court", TIMES, "Jane Smith", NULL, URL, "2021-02-10",
    "Smith, J. (n.d.). Hearts in court. *The Times*. Retrieved February 10, 2021, from <" URL ">",
    "Smith, Jane. “Hearts in court.” *The Times*, <" URL ">. Accessed 10 Feb. 2021.",
    "Smith, Jane. “Hearts in court.” *The Times*. Accessed February 10, 2021. <" URL ">." },
  /* No publisher: the piece stands alone */
  { "Hearts in court", NULL, "Jane Smith", "2021-02-03", URL, NULL,
    "Smith, J. (2021, February 3). *Hearts in court*. <" URL ">",
    "Smith, Jane. “Hearts in court.” 3 Feb. 2021, <" URL ">.",
    "Smith, Jane. “Hearts in court.” February 3, 2021. <" URL ">." },
  /* No address: a date of access would be of nothing */
  { "Hearts in court", TIMES, "Jane Smith", "2021-02-03", NULL, "2021-02-10",
    "Smith, J. (2021, February 3). Hearts in court. *The Times*.",
    "Smith, Jane. “Hearts in court.” *The Times*, 3 Feb. 2021.",
    "Smith, Jane. “Hearts in court.” *The Times*, February 3, 2021." },
  /* Nothing but a title, and not even that */
  { "Hearts in court", NULL, NULL, NULL, NULL, NULL,
    "*Hearts in court*. (n.d.).", "“Hearts in court.”", "“Hearts in court.” n.d." },
  { "", NULL, NULL, NULL, NULL, NULL,
    "\\[Untitled article]. (n.d.).", "Untitled article.", "Untitled article. n.d." },
  /* Two and three authors */
  { "Hearts", TIMES, "Jane Smith|John Roe", "2021", NULL, NULL,
    "Smith, J., & Roe, J. (2021). Hearts. *The Times*.",
    "Smith, Jane, and John Roe. “Hearts.” *The Times*, 2021.",
    "Smith, Jane, and John Roe. “Hearts.” *The Times*, 2021." },
  { "Hearts", TIMES, "Jane Smith|ABC News|Anna van der Berg", "2021", NULL, NULL,
    "Smith, J., ABC News, & van der Berg, A. (2021). Hearts. *The Times*.",
    "Smith, Jane, et al. “Hearts.” *The Times*, 2021.",
    "Smith, Jane, ABC News, and Anna van der Berg. “Hearts.” *The Times*, 2021." },
  /* An author who is the publisher is named once where the style says so */
  { "Hearts", "ABC News", "ABC News", "2021", NULL, NULL,
    "ABC News. (2021). Hearts.",
    "“Hearts.” *ABC News*, 2021.",
    "ABC News. “Hearts.” *ABC News*, 2021." },
  /* Final punctuation is not doubled */
  { "Will everything be fine?", TIMES, "Martin Luther King Jr.", "2021", NULL, NULL,
    "King, M. L., Jr. (2021). Will everything be fine? *The Times*.",
    "King, Martin Luther, Jr. “Will everything be fine?” *The Times*, 2021.",
    "King, Martin Luther, Jr. “Will everything be fine?” *The Times*, 2021." },
  { "It will be fine.", "Yahoo!", NULL, NULL, NULL, NULL,
    "It will be fine. (n.d.). *Yahoo!*", "“It will be fine.” *Yahoo!*", "“It will be fine.” *Yahoo!*, n.d." },
  /* Quotation marks in a title become inner ones, the full stop goes inside of them, an apostrophe is none */
  { "He said “all will be fine”", NULL, NULL, "2021", NULL, NULL,
    "*He said “all will be fine.”* (2021).",
    "“He said ‘all will be fine.’” 2021.",
    "“He said ‘all will be fine.’” 2021." },
  { "He said \"it's fine\" and \"don't cry\"", NULL, NULL, "2021", NULL, NULL,
    "*He said \"it's fine\" and \"don't cry.\"* (2021).",
    "“He said ‘it's fine’ and ‘don't cry.’” 2021.",
    "“He said ‘it's fine’ and ‘don't cry.’” 2021." },
  { "“She said ‘fine’ to me”, he says", NULL, NULL, "2021", NULL, NULL,
    "*“She said ‘fine’ to me”, he says*. (2021).",
    "“‘She said “fine” to me’, he says.” 2021.",
    "“‘She said “fine” to me’, he says.” 2021." },
  { "The protesters’", NULL, NULL, "2021", NULL, NULL,
    "*The protesters’*. (2021).", "“The protesters’.” 2021.", "“The protesters’.” 2021." },
  { "„Alles wird gut“, sagt er", NULL, NULL, "2021", NULL, NULL,
    "*„Alles wird gut“, sagt er*. (2021).", "“‘Alles wird gut’, sagt er.” 2021.", "“‘Alles wird gut’, sagt er.” 2021." },
  { "Всё будет «хорошо»", "Пример", "Алексей Примеров", "2021-02-03", NULL, NULL,
    "Примеров, А. (2021, February 3). Всё будет «хорошо». *Пример*.",
    "Примеров, Алексей. “Всё будет «хорошо».” *Пример*, 3 Feb. 2021.",
    "Примеров, Алексей. “Всё будет «хорошо».” *Пример*, February 3, 2021." },
  /* Markup and line breaks are text */
  { "*Bold* <b>\nand [x](y)", "A_B_ & Co", "Jane Smith", "2021", "javascript:alert(1)", NULL,
    "Smith, J. (2021). \\*Bold\\* &lt;b> and [x\\](y). *A_B\\_ & Co*.",
    "Smith, Jane. “\\*Bold\\* &lt;b> and [x\\](y).” *A_B\\_ & Co*, 2021.",
    "Smith, Jane. “\\*Bold\\* &lt;b> and [x\\](y).” *A_B\\_ & Co*, 2021." },
};

static void
assert_citation (DatelineArticle       *article,
                 DatelineCitationStyle  style,
                 const char            *expected)
{
  g_autofree char *citation = dateline_citation_format (article, style, DATELINE_CITATION_MARKUP_MARKDOWN);

  g_assert_cmpstr (citation, ==, expected);
}

static void
test_articles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      const ArticleCase *c = &articles[i];
      g_autoptr(DatelineArticle) article = export_fixture_new_article (c->headline, c->publisher, c->byline, c->published,
                                                                       c->url, c->accessed);

      assert_citation (article, DATELINE_CITATION_STYLE_APA, c->apa);
      assert_citation (article, DATELINE_CITATION_STYLE_MLA, c->mla);
      assert_citation (article, DATELINE_CITATION_STYLE_CHICAGO, c->chicago);
    }
}

/* Cites @n authors: "Aa Family", "Ba Family", ... */
static char *
cite_authors (guint                 n,
              DatelineCitationStyle style)
{
  g_autoptr(GString) byline = g_string_new (NULL);
  g_autoptr(DatelineArticle) article = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (byline, "%s%ca Family", i > 0 ? "|" : "", 'A' + i);
  article = export_fixture_new_article ("Hearts", NULL, byline->str, "2021", NULL, NULL);

  return dateline_citation_format (article, style, DATELINE_CITATION_MARKUP_PLAIN);
}

static void
test_many_authors (void)
{
  g_autofree char *apa_20 = cite_authors (20, DATELINE_CITATION_STYLE_APA);
  g_autofree char *apa_21 = cite_authors (21, DATELINE_CITATION_STYLE_APA);
  g_autofree char *chicago_10 = cite_authors (10, DATELINE_CITATION_STYLE_CHICAGO);
  g_autofree char *chicago_11 = cite_authors (11, DATELINE_CITATION_STYLE_CHICAGO);
  g_autofree char *mla_26 = cite_authors (26, DATELINE_CITATION_STYLE_MLA);

  g_assert_true (g_str_has_suffix (apa_20, "Family, R., Family, S., & Family, T. (2021). Hearts."));
  g_assert_true (g_str_has_suffix (apa_21, "Family, R., Family, S., . . . Family, U. (2021). Hearts."));
  g_assert_cmpstr (chicago_10, ==,
                   "Family, Aa, Ba Family, Ca Family, Da Family, Ea Family, Fa Family, Ga Family, Ha Family, Ia Family, "
                   "and Ja Family. “Hearts.” 2021.");
  g_assert_cmpstr (chicago_11, ==,
                   "Family, Aa, Ba Family, Ca Family, Da Family, Ea Family, Fa Family, Ga Family, et al. “Hearts.” 2021.");
  g_assert_cmpstr (mla_26, ==, "Family, Aa, et al. “Hearts.” 2021.");
}

static void
test_html (void)
{
  g_autoptr(DatelineArticle) article = export_fixture_new_article ("A <b>", "T & T", "Jane Smith", NULL, URL "?a=1&b=\"", NULL);
  g_autoptr(DatelineArticle) linked = export_fixture_new_article ("A", "T & T", "Jane Smith", NULL, URL "?a=1&b=2", NULL);
  g_autofree char *plain = dateline_citation_format (article, DATELINE_CITATION_STYLE_APA, DATELINE_CITATION_MARKUP_HTML);
  g_autofree char *link = dateline_citation_format (linked, DATELINE_CITATION_STYLE_APA, DATELINE_CITATION_MARKUP_HTML);

  g_assert_cmpstr (plain, ==, "Smith, J. (n.d.). A &lt;b&gt;. <cite>T &amp; T</cite>.");
  g_assert_cmpstr (link, ==,
                   "Smith, J. (n.d.). A. <cite>T &amp; T</cite>. "
                   "<a href=\"" URL "?a=1&amp;b=2\">" URL "?a=1&amp;b=2</a>");
}

static char *
cite_reaction (DatelineStory         *story,
               const char            *id,
               DatelineCitationStyle  style)
{
  DatelineItem *item = dateline_story_lookup (story, id);
  g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (item);
  g_autoptr(DatelineClipping) clipping = dateline_clipping_new (item, passage);

  return dateline_citation_format_clipping (clipping, style, DATELINE_CITATION_MARKUP_MARKDOWN);
}

#define RETOLD_APA "*Selfies in red &lt;script>alert(1)&lt;/script> \\| {table}*. (n.d.). Consulted in a retelling."
#define RETOLD     "“Selfies in red &lt;script>alert(1)&lt;/script> \\| {table}.”"

static void
test_posts (void)
{
  g_autoptr(DatelineStory) story = export_fixture_new_story ();
  g_autofree char *apa = cite_reaction (story, "reaction-tere", DATELINE_CITATION_STYLE_APA);
  g_autofree char *mla = cite_reaction (story, "reaction-tere", DATELINE_CITATION_STYLE_MLA);
  g_autofree char *chicago = cite_reaction (story, "reaction-tere", DATELINE_CITATION_STYLE_CHICAGO);
  g_autofree char *long_apa = cite_reaction (story, "reaction-abc", DATELINE_CITATION_STYLE_APA);
  g_autofree char *long_mla = cite_reaction (story, "reaction-abc", DATELINE_CITATION_STYLE_MLA);

  g_assert_cmpstr (apa, ==,
                   "Tere \\* [@Te_ram323_Tere]. (2021, February 3). *May the Spirits of light surround and protect him "
                   "❤️💙✨✨✨🙏Namaste* [Tweet]. Twitter. <https://twitter.example/Te_ram323_Tere/1> As quoted in " RETOLD_APA);
  g_assert_cmpstr (mla, ==,
                   "Tere \\* [@Te_ram323_Tere]. “May the Spirits of light surround and protect him ❤️💙✨✨✨🙏Namaste.” "
                   "*Twitter*, 3 Feb. 2021, <https://twitter.example/Te_ram323_Tere/1>. As quoted in " RETOLD
                   " Consulted in a retelling.");
  g_assert_cmpstr (chicago, ==,
                   "Tere \\* (@Te_ram323_Tere). “May the Spirits of light surround and protect him ❤️💙✨✨✨🙏Namaste.” "
                   "Twitter, February 3, 2021. <https://twitter.example/Te_ram323_Tere/1>. As quoted in " RETOLD
                   " n.d. Consulted in a retelling.");
  /* Twenty words, and no comma where they are cut; the article does not have the words */
  g_assert_cmpstr (long_apa, ==,
                   "ABC News [@ABC]. (2021, February 2). *He has more courage than every one of us who sits at home and "
                   "writes about it on the internet* [Tweet]. Twitter. As paraphrased in " RETOLD_APA);
  g_assert_cmpstr (long_mla, ==,
                   "ABC News [@ABC]. “He has more courage than every one of us who sits at home and writes about it on the "
                   "internet …” *Twitter*, 2 Feb. 2021. As paraphrased in " RETOLD " Consulted in a retelling.");
}

/* A text without spaces is cut too, but not within a sign of several code points. */
static void
test_long_post (void)
{
  g_autoptr(DatelineStory) story = export_fixture_new_story ();
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(DatelineReaction) reaction = NULL;
  g_autoptr(DatelinePassage) passage = NULL;
  g_autoptr(DatelineClipping) clipping = NULL;
  g_autofree char *citation = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "👩‍👩‍👧‍👦");
  reaction = g_object_new (DATELINE_TYPE_REACTION, "id", "reaction-long", "text", text->str, NULL);
  passage = dateline_passage_new (DATELINE_ARTICLE (dateline_story_lookup (story, "article-a")), 0, 1);
  clipping = dateline_clipping_new (DATELINE_ITEM (reaction), passage);

  citation = dateline_citation_format_clipping (clipping, DATELINE_CITATION_STYLE_APA, DATELINE_CITATION_MARKUP_PLAIN);
  g_assert_true (g_str_has_prefix (citation, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦"));
  /* 280 code points are 40 families of seven. */
  g_assert_nonnull (g_strstr_len (citation, 2000, "👩‍👩‍👧‍👦 [Post]. (n.d.)."));
  g_assert_cmpint (g_utf8_strlen (citation, -1), <, 500);
}

static void
test_enums (void)
{
  g_autoptr(GEnumClass) styles = g_type_class_ref (DATELINE_TYPE_CITATION_STYLE);
  const char * const nicks[] = { "apa", "mla", "chicago" };

  g_assert_cmpuint (styles->n_values, ==, G_N_ELEMENTS (nicks));
  for (int i = 0; i < (int) G_N_ELEMENTS (nicks); i++)
    g_assert_cmpint (g_enum_get_value_by_nick (styles, nicks[i])->value, ==, i);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/citation/names", test_names);
  g_test_add_func ("/citation/organisation", test_organisation);
  g_test_add_func ("/citation/dates", test_dates);
  g_test_add_func ("/citation/articles", test_articles);
  g_test_add_func ("/citation/many-authors", test_many_authors);
  g_test_add_func ("/citation/html", test_html);
  g_test_add_func ("/citation/posts", test_posts);
  g_test_add_func ("/citation/long-post", test_long_post);
  g_test_add_func ("/citation/enums", test_enums);

  return g_test_run ();
}
