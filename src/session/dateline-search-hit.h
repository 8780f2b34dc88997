/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-item.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_SEARCH_HIT (dateline_search_hit_get_type ())

G_DECLARE_FINAL_TYPE (DatelineSearchHit, dateline_search_hit, DATELINE, SEARCH_HIT, GObject)

DatelineSearchHit  *dateline_search_hit_new         (DatelineItem       *item,
                                                     DatelinePassage    *passage,
                                                     const char         *snippet,
                                                     const char * const *words,
                                                     gboolean            leads_group);
DatelineItem       *dateline_search_hit_get_item    (DatelineSearchHit  *self);
DatelinePassage    *dateline_search_hit_get_passage (DatelineSearchHit  *self);
const char         *dateline_search_hit_get_snippet (DatelineSearchHit  *self);
const char * const *dateline_search_hit_get_words   (DatelineSearchHit  *self);

G_END_DECLS
