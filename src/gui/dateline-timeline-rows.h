/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-timeline-row.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_TIMELINE_ROWS (dateline_timeline_rows_get_type ())

G_DECLARE_FINAL_TYPE (DatelineTimelineRows, dateline_timeline_rows, DATELINE, TIMELINE_ROWS, GObject)

DatelineTimelineRows *dateline_timeline_rows_new    (DatelineStory        *story);
void                  dateline_timeline_rows_update (DatelineTimelineRows *self);
gboolean              dateline_timeline_rows_find   (DatelineTimelineRows *self,
                                                     DatelineEvent        *event,
                                                     guint                *position);

G_END_DECLS
