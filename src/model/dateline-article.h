/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-body.h"
#include "dateline-date-mention.h"
#include "dateline-item.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ARTICLE (dateline_article_get_type ())

G_DECLARE_FINAL_TYPE (DatelineArticle, dateline_article, DATELINE, ARTICLE, DatelineItem)

const char           *dateline_article_get_headline     (DatelineArticle     *self);
const char           *dateline_article_get_publisher    (DatelineArticle     *self);
const char * const   *dateline_article_get_byline       (DatelineArticle     *self);
DatelineDate         *dateline_article_get_published    (DatelineArticle     *self);
DatelineDate         *dateline_article_get_accessed     (DatelineArticle     *self);
const char           *dateline_article_get_language     (DatelineArticle     *self);
const char           *dateline_article_get_url          (DatelineArticle     *self);
gboolean              dateline_article_get_retelling    (DatelineArticle     *self);
const char           *dateline_article_get_text         (DatelineArticle     *self);
guint                 dateline_article_get_length       (DatelineArticle     *self);
const char           *dateline_article_get_pointer      (DatelineArticle     *self,
                                                         guint                offset);
const DatelineBlock  *dateline_article_get_blocks       (DatelineArticle     *self,
                                                         guint               *n_blocks);
GListModel           *dateline_article_get_dates        (DatelineArticle     *self);
guint                 dateline_article_get_position     (DatelineArticle     *self);
void                  dateline_article_set_position     (DatelineArticle     *self,
                                                         guint                position);
const char           *dateline_article_get_badge        (DatelineArticle     *self);
void                  dateline_article_append_block     (DatelineArticle     *self,
                                                         DatelineBlockKind    kind,
                                                         const char          *text);
GPtrArray            *dateline_article_dup_blocks       (DatelineArticle     *self);
void                  dateline_article_set_blocks       (DatelineArticle     *self,
                                                         GPtrArray           *blocks);
void                  dateline_article_add_date         (DatelineArticle     *self,
                                                         DatelineDateMention *mention);
void                  dateline_article_set_dates        (DatelineArticle     *self,
                                                         GPtrArray           *dates);

G_END_DECLS
