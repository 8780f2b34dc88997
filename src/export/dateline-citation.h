/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-article.h"
#include "dateline-clipping.h"
#include "dateline-reaction.h"

G_BEGIN_DECLS

/**
 * DatelineCitationStyle:
 * @DATELINE_CITATION_STYLE_APA: APA, 7th edition: reference list
 * @DATELINE_CITATION_STYLE_MLA: MLA, 9th edition: works cited
 * @DATELINE_CITATION_STYLE_CHICAGO: Chicago, 17th edition, notes and bibliography: bibliography
 *
 * How a source is cited.
 */
typedef enum
{
  DATELINE_CITATION_STYLE_APA,
  DATELINE_CITATION_STYLE_MLA,
  DATELINE_CITATION_STYLE_CHICAGO
} DatelineCitationStyle;

#define DATELINE_TYPE_CITATION_STYLE (dateline_citation_style_get_type ())
GType dateline_citation_style_get_type (void);

/**
 * DatelineCitationMarkup:
 * @DATELINE_CITATION_MARKUP_PLAIN: none
 * @DATELINE_CITATION_MARKUP_MARKDOWN: CommonMark
 * @DATELINE_CITATION_MARKUP_HTML: HTML
 *
 * How italics and links of a citation are marked, and its text escaped.
 */
typedef enum
{
  DATELINE_CITATION_MARKUP_PLAIN,
  DATELINE_CITATION_MARKUP_MARKDOWN,
  DATELINE_CITATION_MARKUP_HTML
} DatelineCitationMarkup;

#define DATELINE_TYPE_CITATION_MARKUP (dateline_citation_markup_get_type ())
GType dateline_citation_markup_get_type (void);

const char *dateline_citation_style_get_title   (DatelineCitationStyle   style);
const char *dateline_citation_style_get_heading (DatelineCitationStyle   style);
char       *dateline_citation_format            (DatelineArticle        *article,
                                                 DatelineCitationStyle   style,
                                                 DatelineCitationMarkup  markup);
char       *dateline_citation_format_clipping   (DatelineClipping       *clipping,
                                                 DatelineCitationStyle   style,
                                                 DatelineCitationMarkup  markup);

G_END_DECLS
