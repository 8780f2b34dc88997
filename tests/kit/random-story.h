/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-story.h"

G_BEGIN_DECLS

DatelineStory *random_story_new          (GRand            *rand,
                                          guint             size);
DatelineItem  *random_story_make_item    (GRand            *rand,
                                          DatelineStory    *story,
                                          DatelineItemKind  kind,
                                          const char       *id);
void           random_story_change_item  (GRand            *rand,
                                          DatelineStory    *story,
                                          DatelineItem     *item);
DatelineItem  *random_story_pick_item    (GRand            *rand,
                                          DatelineStory    *story,
                                          DatelineItemKind  kind);
void           random_story_assert_same (DatelineStory    *a,
                                         DatelineStory    *b);

G_END_DECLS
