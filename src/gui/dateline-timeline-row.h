/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-story.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_TIMELINE_ROW (dateline_timeline_row_get_type ())

G_DECLARE_FINAL_TYPE (DatelineTimelineRow, dateline_timeline_row, DATELINE, TIMELINE_ROW, GObject)

GListStore    *dateline_timeline_row_list        (DatelineStory       *story);
void           dateline_timeline_row_update_list (GListStore          *list,
                                                  DatelineStory       *story);
DatelineEvent *dateline_timeline_row_get_event   (DatelineTimelineRow *self);

G_END_DECLS
