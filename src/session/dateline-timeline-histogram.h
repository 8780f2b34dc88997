/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-story.h"
#include "dateline-timeline-scale.h"

G_BEGIN_DECLS

/**
 * DatelineTimelineBucket:
 * @start: its first moment
 * @end: the first moment after it
 * @n: how many reactions fall into it
 * @first: the place of the earliest of them among the reactions of the story
 *
 * The reactions of an hour, a day, a month or a year.
 */
typedef struct
{
  gint64 start;
  gint64 end;
  guint  n;
  guint  first;
} DatelineTimelineBucket;

GArray *dateline_timeline_histogram_list_dates (DatelineStory               *story);
GArray *dateline_timeline_histogram_collect    (DatelineStory               *story);
void    dateline_timeline_histogram_get_span   (DatelineDate                *date,
                                                gint64                      *start,
                                                gint64                      *end);
GArray *dateline_timeline_histogram_create     (GArray                      *dates,
                                                const DatelineTimelineScale *scale,
                                                double                       min_width);

G_END_DECLS
