/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-story.h"

G_BEGIN_DECLS

DatelineItem    *dateline_continuity_get_item    (DatelineStory   *story,
                                                  DatelineItem    *item);
DatelinePassage *dateline_continuity_dup_passage (DatelineStory   *story,
                                                  DatelineItem    *item,
                                                  DatelinePassage *passage);

G_END_DECLS
