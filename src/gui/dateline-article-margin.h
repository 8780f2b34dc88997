/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ARTICLE_MARGIN (dateline_article_margin_get_type ())

G_DECLARE_FINAL_TYPE (DatelineArticleMargin, dateline_article_margin, DATELINE, ARTICLE_MARGIN, AdwBin)

void          dateline_article_margin_set_session (DatelineArticleMargin *self,
                                                   DatelineSession       *session);
void          dateline_article_margin_set_article (DatelineArticleMargin *self,
                                                   DatelineArticle       *article);
void          dateline_article_margin_refresh     (DatelineArticleMargin *self);
GListModel   *dateline_article_margin_get_entries (DatelineArticleMargin *self);
DatelineItem *dateline_article_margin_get_hovered (DatelineArticleMargin *self);

G_END_DECLS
