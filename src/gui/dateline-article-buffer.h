/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-article.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ARTICLE_BUFFER (dateline_article_buffer_get_type ())

G_DECLARE_FINAL_TYPE (DatelineArticleBuffer, dateline_article_buffer, DATELINE, ARTICLE_BUFFER, GtkTextBuffer)

DatelineArticleBuffer *dateline_article_buffer_new         (void);
DatelineArticle       *dateline_article_buffer_get_article (DatelineArticleBuffer *self);
void                   dateline_article_buffer_set_article (DatelineArticleBuffer *self,
                                                            DatelineArticle       *article);
gboolean               dateline_article_buffer_refresh     (DatelineArticleBuffer *self);
void                   dateline_article_buffer_set_type    (DatelineArticleBuffer *self,
                                                            PangoContext          *context,
                                                            const char            *family,
                                                            double                 size,
                                                            double                 line_height);
int                    dateline_article_buffer_get_measure (DatelineArticleBuffer *self);
void                   dateline_article_buffer_get_metrics (DatelineArticleBuffer *self,
                                                            DatelineBlockKind      kind,
                                                            double                *ascent,
                                                            double                *descent);
const DatelineBlock   *dateline_article_buffer_get_block   (DatelineArticleBuffer *self,
                                                            guint                  offset,
                                                            guint                 *position);

G_END_DECLS
