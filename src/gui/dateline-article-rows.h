/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-article-entry.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ARTICLE_ROWS (dateline_article_rows_get_type ())

G_DECLARE_FINAL_TYPE (DatelineArticleRows, dateline_article_rows, DATELINE, ARTICLE_ROWS, GObject)

DatelineArticleRows *dateline_article_rows_new     (DatelineStory       *story,
                                                    DatelineIndex       *index);
void                 dateline_article_rows_refresh (DatelineArticleRows *self);

G_END_DECLS
