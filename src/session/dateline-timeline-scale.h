/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DatelineTimelineSpan:
 * @start: its first moment, in seconds from 1970-01-01 UTC
 * @end: the first moment after it
 *
 * A stretch of time.
 */
typedef struct
{
  gint64 start;
  gint64 end;
} DatelineTimelineSpan;

typedef struct _DatelineTimelineScale DatelineTimelineScale;

DatelineTimelineScale *dateline_timeline_scale_new             (const DatelineTimelineSpan  *spans,
                                                                guint                        n_spans,
                                                                gint64                       finest);
void                   dateline_timeline_scale_free            (DatelineTimelineScale       *self);
gboolean               dateline_timeline_scale_is_empty        (const DatelineTimelineScale *self);
gint64                 dateline_timeline_scale_get_finest      (const DatelineTimelineScale *self);
gint64                 dateline_timeline_scale_get_start       (const DatelineTimelineScale *self);
gint64                 dateline_timeline_scale_get_end         (const DatelineTimelineScale *self);
guint                  dateline_timeline_scale_get_n_segments  (const DatelineTimelineScale *self);
DatelineTimelineSpan   dateline_timeline_scale_get_segment     (const DatelineTimelineScale *self,
                                                                guint                        index);
double                 dateline_timeline_scale_get_width       (const DatelineTimelineScale *self);
void                   dateline_timeline_scale_set_width       (DatelineTimelineScale       *self,
                                                                double                       width);
double                 dateline_timeline_scale_get_length      (const DatelineTimelineScale *self);
double                 dateline_timeline_scale_get_zoom        (const DatelineTimelineScale *self);
double                 dateline_timeline_scale_get_min_zoom    (const DatelineTimelineScale *self);
double                 dateline_timeline_scale_get_max_zoom    (const DatelineTimelineScale *self);
double                 dateline_timeline_scale_get_offset      (const DatelineTimelineScale *self);
void                   dateline_timeline_scale_set_offset      (DatelineTimelineScale       *self,
                                                                double                       offset);
void                   dateline_timeline_scale_set_zoom_at     (DatelineTimelineScale       *self,
                                                                double                       zoom,
                                                                gint64                       time,
                                                                double                       x);
void                   dateline_timeline_scale_show            (DatelineTimelineScale       *self,
                                                                gint64                       start,
                                                                gint64                       end);
double                 dateline_timeline_scale_get_position    (const DatelineTimelineScale *self,
                                                                gint64                       time);
double                 dateline_timeline_scale_get_x           (const DatelineTimelineScale *self,
                                                                gint64                       time);
gint64                 dateline_timeline_scale_get_time        (const DatelineTimelineScale *self,
                                                                double                       x);
double                 dateline_timeline_scale_get_rate        (const DatelineTimelineScale *self,
                                                                guint                        segment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineTimelineScale, dateline_timeline_scale_free)

G_END_DECLS
