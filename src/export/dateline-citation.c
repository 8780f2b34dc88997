/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cites articles and public posts in the three styles that students and journalists are asked for. */
#include "config.h"

#include "dateline-citation.h"

#include <glib/gi18n.h>

#include "dateline-export-words.h"
#include "dateline-work.h"

G_DEFINE_ENUM_TYPE (DatelineCitationStyle, dateline_citation_style,
                    G_DEFINE_ENUM_VALUE (DATELINE_CITATION_STYLE_APA, "apa"),
                    G_DEFINE_ENUM_VALUE (DATELINE_CITATION_STYLE_MLA, "mla"),
                    G_DEFINE_ENUM_VALUE (DATELINE_CITATION_STYLE_CHICAGO, "chicago"))

G_DEFINE_ENUM_TYPE (DatelineCitationMarkup, dateline_citation_markup,
                    G_DEFINE_ENUM_VALUE (DATELINE_CITATION_MARKUP_PLAIN, "plain"),
                    G_DEFINE_ENUM_VALUE (DATELINE_CITATION_MARKUP_MARKDOWN, "markdown"),
                    G_DEFINE_ENUM_VALUE (DATELINE_CITATION_MARKUP_HTML, "html"))

/**
 * dateline_citation_style_get_title:
 * @style: a style
 *
 * What the style is called, for a list to choose from.
 *
 * Returns: the name in the reader's language
 */
const char *
dateline_citation_style_get_title (DatelineCitationStyle style)
{
  switch (style)
    {
    case DATELINE_CITATION_STYLE_MLA:
      return C_("citation style", "MLA");
    case DATELINE_CITATION_STYLE_CHICAGO:
      return C_("citation style", "Chicago");
    case DATELINE_CITATION_STYLE_APA:
    default:
      return C_("citation style", "APA");
    }
}

/**
 * dateline_citation_style_get_heading:
 * @style: a style
 *
 * What the style calls the list of what is cited.
 *
 * Returns: the heading in the reader's language
 */
const char *
dateline_citation_style_get_heading (DatelineCitationStyle style)
{
  switch (style)
    {
    case DATELINE_CITATION_STYLE_MLA:
      /* Translators: heading of the list of sources, as the MLA style calls it */
      return C_("MLA citation", "Works Cited");
    case DATELINE_CITATION_STYLE_CHICAGO:
      /* Translators: heading of the list of sources, as the Chicago style calls it */
      return C_("Chicago citation", "Bibliography");
    case DATELINE_CITATION_STYLE_APA:
    default:
      /* Translators: heading of the list of sources, as the APA style calls it */
      return C_("APA citation", "References");
    }
}

/**
 * dateline_citation_get_retold:
 *
 * What is said of an article that was read in a retelling.
 *
 * Returns: a sentence in the reader's language
 */
const char *
dateline_citation_get_retold (void)
{
  /* Translators: end of a citation: what was read is not the article's own text but a retelling of it */
  return C_("citation", "Consulted in a retelling.");
}

static void
append_work (DatelineRichText      *out,
             const DatelineWork    *work,
             DatelineCitationStyle  style)
{
  switch (style)
    {
    case DATELINE_CITATION_STYLE_MLA:
      dateline_citation_append_mla (out, work);
      break;
    case DATELINE_CITATION_STYLE_CHICAGO:
      dateline_citation_append_chicago (out, work);
      break;
    case DATELINE_CITATION_STYLE_APA:
    default:
      dateline_citation_append_apa (out, work);
      break;
    }
}

static void
append_article (DatelineRichText      *out,
                DatelineArticle       *article,
                DatelineCitationStyle  style)
{
  g_autoptr(DatelineWork) work = dateline_work_new_article (article);

  append_work (out, work, style);
  if (dateline_article_get_retelling (article))
    {
      dateline_rich_text_append (out, " ");
      dateline_rich_text_append (out, dateline_citation_get_retold ());
    }
}

/**
 * dateline_citation_format:
 * @article: an article
 * @style: how to cite
 * @markup: how italics and links are marked
 *
 * Cites an article as it stands in a list of sources.
 *
 * Returns: (transfer full): the citation, in one line
 */
char *
dateline_citation_format (DatelineArticle        *article,
                          DatelineCitationStyle   style,
                          DatelineCitationMarkup  markup)
{
  g_autoptr(DatelineRichText) out = NULL;

  g_return_val_if_fail (DATELINE_IS_ARTICLE (article), NULL);

  out = dateline_rich_text_new ();
  append_article (out, article, style);

  return dateline_rich_text_format (out, markup);
}

/**
 * dateline_citation_format_clipping:
 * @clipping: a clipping
 * @style: how to cite
 * @markup: how italics and links are marked
 *
 * Cites what a clipping was taken from: the article, or a public post together with the article that carries it.
 *
 * Returns: (transfer full): the citation, in one line
 */
char *
dateline_citation_format_clipping (DatelineClipping       *clipping,
                                   DatelineCitationStyle   style,
                                   DatelineCitationMarkup  markup)
{
  g_autoptr(DatelineRichText) out = NULL;
  g_autoptr(DatelineWork) post = NULL;
  DatelineItem *item;

  g_return_val_if_fail (DATELINE_IS_CLIPPING (clipping), NULL);

  item = dateline_clipping_get_item (clipping);
  out = dateline_rich_text_new ();
  if (DATELINE_IS_REACTION (item))
    {
      post = dateline_work_new_post (DATELINE_REACTION (item));
      append_work (out, post, style);
      dateline_rich_text_append (out, " ");
      if (dateline_export_words_carried (clipping))
        /* Translators: in a citation, between a public post and the article that carries its words */
        dateline_rich_text_append (out, C_("citation", "As quoted in"));
      else
        /* Translators: in a citation, between a public post and the article that tells what it says */
        dateline_rich_text_append (out, C_("citation", "As paraphrased in"));
      dateline_rich_text_append (out, " ");
    }
  append_article (out, dateline_clipping_get_article (clipping), style);

  return dateline_rich_text_format (out, markup);
}
