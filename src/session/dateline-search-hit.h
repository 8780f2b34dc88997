/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-search-finder.h"
#include "dateline-story.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_SEARCH_HIT (dateline_search_hit_get_type ())

G_DECLARE_FINAL_TYPE (DatelineSearchHit, dateline_search_hit, DATELINE, SEARCH_HIT, GObject)

DatelineSearchHit   *dateline_search_hit_new             (DatelineStory       *story,
                                                          DatelineSearchGroup  group,
                                                          DatelineSearchMatch *match,
                                                          gboolean             leads_group);
void                 dateline_search_hit_set_group_size  (DatelineSearchHit   *self,
                                                          guint                size,
                                                          gboolean             has_more,
                                                          gboolean             is_cut);
guint                dateline_search_hit_get_group_size  (DatelineSearchHit   *self,
                                                          gboolean            *has_more);
DatelineSearchGroup  dateline_search_hit_get_group       (DatelineSearchHit   *self);
DatelineItem        *dateline_search_hit_get_item        (DatelineSearchHit   *self);
DatelinePassage     *dateline_search_hit_dup_passage     (DatelineSearchHit   *self);
gboolean             dateline_search_hit_get_is_passage  (DatelineSearchHit   *self);
const char          *dateline_search_hit_get_title       (DatelineSearchHit   *self);
GArray              *dateline_search_hit_get_title_marks (DatelineSearchHit   *self);
const char          *dateline_search_hit_get_text        (DatelineSearchHit   *self);
GArray              *dateline_search_hit_get_text_marks  (DatelineSearchHit   *self);

G_END_DECLS
