/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-index.h"

G_BEGIN_DECLS

/**
 * DatelineArticleAnchor:
 * @event: the event that both articles tell of
 * @passages: where each of them does so first
 * @in_order: whether scrolling may hold on to it: the others before and after it come in the same order in both
 *
 * A place at which two articles meet.
 */
typedef struct
{
  DatelineItem    *event;
  DatelinePassage *passages[2];
  gboolean         in_order;
} DatelineArticleAnchor;

GArray *dateline_article_alignment_find  (DatelineIndex   *index,
                                          DatelineArticle *first,
                                          DatelineArticle *second);
GArray *dateline_article_alignment_note  (DatelineIndex   *index,
                                          DatelineArticle *article,
                                          GArray          *anchors);
double  dateline_article_alignment_map   (GArray          *points,
                                          gboolean         back,
                                          double           position);

G_END_DECLS
