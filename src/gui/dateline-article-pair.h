/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-article-page.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ARTICLE_PAIR (dateline_article_pair_get_type ())

G_DECLARE_FINAL_TYPE (DatelineArticlePair, dateline_article_pair, DATELINE, ARTICLE_PAIR, AdwBin)

GtkWidget           *dateline_article_pair_new         (DatelineSession     *session,
                                                        DatelineSettings    *settings);
void                 dateline_article_pair_set_article (DatelineArticlePair *self,
                                                        DatelineArticle     *article);
void                 dateline_article_pair_refresh     (DatelineArticlePair *self);
void                 dateline_article_pair_set_stacked (DatelineArticlePair *self,
                                                        gboolean             stacked);
DatelineArticlePage *dateline_article_pair_get_page    (DatelineArticlePair *self,
                                                        guint                side);
guint                dateline_article_pair_get_n_shared (DatelineArticlePair *self);

G_END_DECLS
