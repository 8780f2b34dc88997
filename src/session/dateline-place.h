/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-story.h"

G_BEGIN_DECLS

/* Where a reader is or was. */
typedef struct
{
  char            *view;
  DatelineItem    *item;
  DatelinePassage *passage;
} DatelinePlace;

DatelinePlace   *dateline_place_new         (const char          *view,
                                             DatelineItem        *item,
                                             DatelinePassage     *passage);
void             dateline_place_free        (DatelinePlace       *self);
DatelineArticle *dateline_place_get_article (const DatelinePlace *self);
gboolean         dateline_place_equal       (const DatelinePlace *a,
                                             const DatelinePlace *b);
gboolean         dateline_place_refresh     (DatelinePlace       *self,
                                             DatelineStory       *story,
                                             GPtrArray           *changed);

G_END_DECLS
