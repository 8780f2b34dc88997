/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of DatelineTimelineCanvas share: the state, the cards (-cards.c), drawing (-draw.c), input
 * (-input.c, -bars.c) and moving (-moves.c). */
#pragma once

#include <adwaita.h>

#include "dateline-timeline-canvas.h"
#include "dateline-timeline-card.h"
#include "dateline-timeline-histogram.h"
#include "dateline-timeline-layout.h"
#include "dateline-timeline-ticks.h"

G_BEGIN_DECLS

#define AXIS_HEIGHT      44
#define HISTOGRAM_HEIGHT 44
#define TIMELINE_PADDING 4
#define WIDE_GUTTER      112
#define NARROW_GUTTER    36

struct _DatelineTimelineCanvas
{
  GtkWidget parent_instance;

  DatelineSession          *session;
  DatelineTimelineLaneMode  mode;
  DatelineTimelineLanes    *lanes;
  DatelineTimelineScale    *scale;
  DatelineTimelineLayout   *layout;
  GArray                   *reactions; /* all, by date */
  GArray                   *buckets;   /* at this zoom */
  GHashTable               *participations; /* DatelinePerson (unowned) -> number of events */

  GtkWidget                *strip;     /* clips the cards */
  GtkWidget                *bars;      /* has the focus when the keys are at the bars of the reactions */
  gint64                    bar_time;  /* which of them */
  GHashTable               *cards;     /* of a box's lane and first member -> DatelineTimelineCard */
  GPtrArray                *spare;
  GPtrArray                *visible;   /* boxes, for a while */
  GPtrArray                *labels;    /* one PangoLayout a lane */
  GPtrArray                *lane_icons;
  GtkWidget                *popover;

  int                       width;     /* of the strip, as it is laid out */
  int                       height;
  double                    scroll_y;
  int                       current_lane;
  gboolean                  density;
  gboolean                  shown_once;
  gboolean                  is_stale;  /* the story changed since it was laid out */
  gboolean                  reveal_later;
  gboolean                  touched;   /* somebody chose what is in sight */
  guint                     publish_id;
  gint64                    range_start; /* what was published last */
  gint64                    range_end;

  AdwAnimation             *animation;
  double                    from_zoom;
  double                    to_zoom;
  double                    from_x;
  double                    to_x;
  gint64                    anchor;

  GtkGesture               *drag;
  double                    drag_offset;
  double                    drag_scroll_y;
  double                    pinch_zoom;
  double                    pointer_x;
  guint                     fling_id;
  double                    velocity;
  gint64                    fling_time;
};

DatelineNavigator   *_dateline_timeline_canvas_get_navigator    (DatelineTimelineCanvas    *self);
DatelineEvent       *_dateline_timeline_canvas_get_selected     (DatelineTimelineCanvas    *self);
gpointer             _dateline_timeline_canvas_get_key          (const DatelineTimelineLayout *layout,
                                                                 const DatelineTimelineBox *box);
void                 _dateline_timeline_canvas_cards_init       (DatelineTimelineCanvas    *self);
void                 _dateline_timeline_canvas_sync_cards       (DatelineTimelineCanvas    *self);
void                 _dateline_timeline_canvas_release_all      (DatelineTimelineCanvas    *self);
double               _dateline_timeline_canvas_get_gutter       (DatelineTimelineCanvas    *self);
double               _dateline_timeline_canvas_get_lanes_height (DatelineTimelineCanvas    *self);
gboolean             _dateline_timeline_canvas_has_histogram    (DatelineTimelineCanvas    *self);
gboolean             _dateline_timeline_canvas_is_rtl           (DatelineTimelineCanvas    *self);
double               _dateline_timeline_canvas_flip             (DatelineTimelineCanvas    *self,
                                                                 double                     x,
                                                                 double                     width);
void                 _dateline_timeline_canvas_relayout         (DatelineTimelineCanvas    *self);
void                 _dateline_timeline_canvas_moved            (DatelineTimelineCanvas    *self);
void                 _dateline_timeline_canvas_animate          (DatelineTimelineCanvas    *self,
                                                                 double                     zoom,
                                                                 gint64                     anchor,
                                                                 double                     x);
DatelineTimelineBox *_dateline_timeline_canvas_find_card_box    (DatelineTimelineCanvas    *self,
                                                                 GtkWidget                 *card);
void                 _dateline_timeline_canvas_choose           (DatelineTimelineCanvas    *self,
                                                                 DatelineEvent             *event);
char                *_dateline_timeline_canvas_get_lane_name    (DatelineTimelineCanvas    *self,
                                                                 guint                      lane);
const char          *_dateline_timeline_canvas_get_lane_icon    (DatelineTimelineCanvas    *self,
                                                                 guint                      lane);
void                 _dateline_timeline_canvas_snapshot         (GtkWidget                 *widget,
                                                                 GtkSnapshot               *snapshot);
void                 _dateline_timeline_canvas_input_init       (DatelineTimelineCanvas    *self);
void                 _dateline_timeline_canvas_input_dispose    (DatelineTimelineCanvas    *self);
double               _dateline_timeline_canvas_to_strip         (DatelineTimelineCanvas    *self,
                                                                 double                     x);
void                 _dateline_timeline_canvas_bars_init        (DatelineTimelineCanvas    *self);
void                 _dateline_timeline_canvas_bars_allocate    (DatelineTimelineCanvas    *self,
                                                                 int                        width,
                                                                 int                        height);
gboolean             _dateline_timeline_canvas_bars_click       (DatelineTimelineCanvas    *self,
                                                                 double                     x,
                                                                 double                     y);
gboolean             _dateline_timeline_canvas_bars_key         (DatelineTimelineCanvas    *self,
                                                                 guint                      keyval);
const DatelineTimelineBucket *
                     _dateline_timeline_canvas_get_bar          (DatelineTimelineCanvas    *self);
void                 _dateline_timeline_canvas_card_clicked_cb  (GtkWidget                 *card,
                                                                 DatelineTimelineCanvas    *self);

G_END_DECLS
