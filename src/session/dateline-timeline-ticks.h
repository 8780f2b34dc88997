/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-timeline-scale.h"

G_BEGIN_DECLS

/**
 * DatelineTimelineTick:
 * @x: where it starts in the viewport, in pixels
 * @room: how much room its label has
 * @label: (transfer full): what is written there
 * @context: whether it belongs to the upper row, which says what the lower one counts in
 *
 * A mark on the axis.
 */
typedef struct
{
  double   x;
  double   room;
  char    *label;
  gboolean context;
} DatelineTimelineTick;

GArray *dateline_timeline_ticks_create          (const DatelineTimelineScale *scale,
                                                 double                       spacing);
char   *dateline_timeline_ticks_format_range    (gint64                       start,
                                                 gint64                       end);
char   *dateline_timeline_ticks_format_duration (gint64                       seconds);

G_END_DECLS
