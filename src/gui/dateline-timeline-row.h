/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-story.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_TIMELINE_ROW (dateline_timeline_row_get_type ())

G_DECLARE_FINAL_TYPE (DatelineTimelineRow, dateline_timeline_row, DATELINE, TIMELINE_ROW, GObject)

DatelineTimelineRow *dateline_timeline_row_new       (GListModel          *articles,
                                                      DatelineEvent       *event,
                                                      DatelineDate        *heading,
                                                      gboolean             leads_group);
DatelineEvent       *dateline_timeline_row_get_event (DatelineTimelineRow *self);

G_END_DECLS
