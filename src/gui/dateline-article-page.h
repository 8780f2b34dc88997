/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-article-text.h"
#include "dateline-session.h"
#include "dateline-settings.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ARTICLE_PAGE (dateline_article_page_get_type ())

G_DECLARE_FINAL_TYPE (DatelineArticlePage, dateline_article_page, DATELINE, ARTICLE_PAGE, AdwBin)

DatelineArticle     *dateline_article_page_get_article    (DatelineArticlePage *self);
void                 dateline_article_page_set_article    (DatelineArticlePage *self,
                                                           DatelineArticle     *article);
void                 dateline_article_page_refresh        (DatelineArticlePage *self);
void                 dateline_article_page_set_context    (DatelineArticlePage *self,
                                                           DatelineSession     *session,
                                                           DatelineSettings    *settings);
DatelineArticleText *dateline_article_page_get_text       (DatelineArticlePage *self);
GtkAdjustment       *dateline_article_page_get_adjustment (DatelineArticlePage *self);

G_END_DECLS
