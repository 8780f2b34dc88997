/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-occurrence.h"
#include "dateline-story.h"

G_BEGIN_DECLS

/* More people than this do not appear together, however many an event names: their pairs would be too many. */
#define DATELINE_INDEX_MAX_TOGETHER 100

#define DATELINE_TYPE_INDEX (dateline_index_get_type ())

G_DECLARE_FINAL_TYPE (DatelineIndex, dateline_index, DATELINE, INDEX, GObject)

DatelineIndex *dateline_index_new              (DatelineStory   *story);
GListModel    *dateline_index_get_articles     (DatelineIndex   *self,
                                                DatelineItem    *item);
GListModel    *dateline_index_get_related      (DatelineIndex   *self,
                                                DatelineItem    *item,
                                                DatelineItemKind kind);
GListModel    *dateline_index_get_occurrences  (DatelineIndex   *self,
                                                DatelineArticle *article);
GListModel    *dateline_index_dup_at           (DatelineIndex   *self,
                                                DatelineArticle *article,
                                                guint            offset);

G_END_DECLS
