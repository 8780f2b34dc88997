/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"
#include "dateline-timeline-lanes.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_TIMELINE_CANVAS (dateline_timeline_canvas_get_type ())

G_DECLARE_FINAL_TYPE (DatelineTimelineCanvas, dateline_timeline_canvas, DATELINE, TIMELINE_CANVAS, GtkWidget)

void     dateline_timeline_canvas_set_session  (DatelineTimelineCanvas   *self,
                                                DatelineSession          *session);
void     dateline_timeline_canvas_refresh      (DatelineTimelineCanvas *self);
void     dateline_timeline_canvas_set_mode     (DatelineTimelineCanvas   *self,
                                                DatelineTimelineLaneMode  mode);
gboolean dateline_timeline_canvas_is_empty     (DatelineTimelineCanvas   *self);
void     dateline_timeline_canvas_zoom         (DatelineTimelineCanvas   *self,
                                                double                    factor);
void     dateline_timeline_canvas_fit          (DatelineTimelineCanvas   *self);
void     dateline_timeline_canvas_reveal       (DatelineTimelineCanvas   *self,
                                                DatelineEvent            *event);
void     dateline_timeline_canvas_step         (DatelineTimelineCanvas   *self,
                                                int                       by);
void     dateline_timeline_canvas_step_lane    (DatelineTimelineCanvas   *self,
                                                int                       by);
void     dateline_timeline_canvas_scroll       (DatelineTimelineCanvas   *self,
                                                double                    dx,
                                                double                    dy);
guint    dateline_timeline_canvas_get_n_cards  (DatelineTimelineCanvas   *self);
gboolean dateline_timeline_canvas_is_density   (DatelineTimelineCanvas   *self);

G_END_DECLS
