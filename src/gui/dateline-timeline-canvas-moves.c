/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Getting about on the timeline: zooming, scrolling, and from one event to the next. */
#include "config.h"

#include "dateline-timeline-canvas-private.h"

#include <math.h>

#define DURATION 200

static void
animate_cb (double   value,
            gpointer user_data)
{
  DatelineTimelineCanvas *self = DATELINE_TIMELINE_CANVAS (user_data);

  if (self->layout == NULL)
    return;

  dateline_timeline_scale_set_zoom_at (self->scale,
                                       exp (log (self->from_zoom) + (log (self->to_zoom) - log (self->from_zoom)) * value),
                                       self->anchor,
                                       self->from_x + (self->to_x - self->from_x) * value);
  _dateline_timeline_canvas_relayout (self);
}

/* Zooms so that the moment @anchor ends up at @x. */
void
_dateline_timeline_canvas_animate (DatelineTimelineCanvas *self,
                                   double                  zoom,
                                   gint64                  anchor,
                                   double                  x)
{
  if (self->layout == NULL)
    return;

  self->touched = TRUE;
  self->from_zoom = dateline_timeline_scale_get_zoom (self->scale);
  self->to_zoom = CLAMP (zoom, dateline_timeline_scale_get_min_zoom (self->scale), dateline_timeline_scale_get_max_zoom (self->scale));
  self->anchor = anchor;
  self->from_x = dateline_timeline_scale_get_x (self->scale, anchor);
  self->to_x = x;

  if (self->animation == NULL)
    {
      self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION,
                                                 adw_callback_animation_target_new (animate_cb, self, NULL));
      adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_OUT_CUBIC);
    }
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

/**
 * dateline_timeline_canvas_zoom:
 * @self: a `DatelineTimelineCanvas`
 * @factor: how much larger everything becomes
 *
 * Zooms about the selected event, or else about the middle.
 */
void
dateline_timeline_canvas_zoom (DatelineTimelineCanvas *self,
                               double                  factor)
{
  double width;
  double x;
  double zoom;
  guint index;

  g_return_if_fail (DATELINE_IS_TIMELINE_CANVAS (self));

  if (self->layout == NULL)
    return;

  width = dateline_timeline_scale_get_width (self->scale);
  x = width / 2;
  if (dateline_timeline_lanes_find (self->lanes, _dateline_timeline_canvas_get_selected (self), &index))
    {
      double at = dateline_timeline_scale_get_x (self->scale, dateline_timeline_lanes_get_entry (self->lanes, index)->lower);

      if (at >= 0 && at < width)
        x = at;
    }

  /* Steps add up while an animation is under way. */
  zoom = self->animation != NULL && adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING
           ? self->to_zoom : dateline_timeline_scale_get_zoom (self->scale);
  _dateline_timeline_canvas_animate (self, zoom * factor, dateline_timeline_scale_get_time (self->scale, x), x);
}

/**
 * dateline_timeline_canvas_fit:
 * @self: a `DatelineTimelineCanvas`
 *
 * Shows the whole story.
 */
void
dateline_timeline_canvas_fit (DatelineTimelineCanvas *self)
{
  g_return_if_fail (DATELINE_IS_TIMELINE_CANVAS (self));

  if (self->layout != NULL)
    _dateline_timeline_canvas_animate (self, dateline_timeline_scale_get_min_zoom (self->scale),
                                       dateline_timeline_scale_get_start (self->scale), 12);
}

/**
 * dateline_timeline_canvas_scroll:
 * @self: a `DatelineTimelineCanvas`
 * @dx: pixels towards later times
 * @dy: pixels downwards
 *
 * Scrolls.
 */
void
dateline_timeline_canvas_scroll (DatelineTimelineCanvas *self,
                                 double                  dx,
                                 double                  dy)
{
  g_return_if_fail (DATELINE_IS_TIMELINE_CANVAS (self));

  if (self->layout == NULL)
    return;

  self->touched = TRUE;
  dateline_timeline_scale_set_offset (self->scale, dateline_timeline_scale_get_offset (self->scale) + dx);
  self->scroll_y += dy;
  _dateline_timeline_canvas_moved (self);
}

/* The lane in which the reader looks at an event: the one of before, if it is in it. */
static const DatelineTimelineBox *
find_box (DatelineTimelineCanvas *self,
          guint                   entry)
{
  const DatelineTimelineBox *box = NULL;
  guint n = dateline_timeline_lanes_get_n_lanes (self->lanes);

  if (self->current_lane >= 0 && (guint) self->current_lane < n)
    box = dateline_timeline_layout_find_box (self->layout, self->current_lane, entry);
  for (guint i = 0; i < n && box == NULL; i++)
    box = dateline_timeline_layout_find_box (self->layout, i, entry);

  return box;
}

/**
 * dateline_timeline_canvas_reveal:
 * @self: a `DatelineTimelineCanvas`
 * @event: an event
 *
 * Scrolls just so far that an event is in sight.
 */
void
dateline_timeline_canvas_reveal (DatelineTimelineCanvas *self,
                                 DatelineEvent          *event)
{
  const DatelineTimelineBox *box;
  double height;
  double offset;
  double width;
  guint index;

  g_return_if_fail (DATELINE_IS_TIMELINE_CANVAS (self));

  if (self->layout == NULL || !dateline_timeline_lanes_find (self->lanes, event, &index))
    return;

  box = find_box (self, index);
  if (box == NULL)
    return;

  self->current_lane = (int) box->lane;
  height = _dateline_timeline_canvas_get_lanes_height (self);
  offset = dateline_timeline_scale_get_offset (self->scale);
  width = dateline_timeline_scale_get_width (self->scale);

  if (box->y < self->scroll_y)
    self->scroll_y = box->y - TIMELINE_PADDING;
  else if (box->y + box->height > self->scroll_y + height)
    self->scroll_y = box->y + box->height + TIMELINE_PADDING - height;

  /* Of a bar any part will do. */
  if (box->bar ? box->x + box->width < offset + 40 || box->x > offset + width - 40
               : box->x < offset || box->x + box->width > offset + width)
    {
      double x = box->x < offset ? 24 : width - 24 - MIN (box->width, width - 48);

      /* From far away the event comes to the middle, with what surrounds it. */
      if (box->x + box->width < offset - width / 2 || box->x > offset + width * 1.5)
        x = (width - MIN (box->width, width)) / 2;
      dateline_timeline_scale_set_offset (self->scale, box->x - x);
    }

  _dateline_timeline_canvas_moved (self);
}

static void
focus_selected (DatelineTimelineCanvas *self)
{
  guint index;
  const DatelineTimelineBox *box;
  GtkWidget *card;

  if (!dateline_timeline_lanes_find (self->lanes, _dateline_timeline_canvas_get_selected (self), &index))
    return;

  box = find_box (self, index);
  card = box != NULL ? g_hash_table_lookup (self->cards, _dateline_timeline_canvas_get_key (self->layout, box)) : NULL;
  gtk_widget_grab_focus (card != NULL ? card : GTK_WIDGET (self));
}

/**
 * dateline_timeline_canvas_step:
 * @self: a `DatelineTimelineCanvas`
 * @by: how many events later; %G_MININT and %G_MAXINT lead to the first and last
 *
 * Selects a neighbouring event.
 */
void
dateline_timeline_canvas_step (DatelineTimelineCanvas *self,
                               int                     by)
{
  gint64 n;
  gint64 index;
  guint current;

  g_return_if_fail (DATELINE_IS_TIMELINE_CANVAS (self));

  if (self->layout == NULL || dateline_timeline_canvas_is_empty (self))
    return;

  n = dateline_timeline_lanes_get_n_entries (self->lanes);
  if (dateline_timeline_lanes_find (self->lanes, _dateline_timeline_canvas_get_selected (self), &current))
    index = (gint64) current + by;
  else
    index = by > 0 && by != G_MAXINT ? 0 : (by == G_MININT ? 0 : n - 1);

  index = CLAMP (index, 0, n - 1);
  dateline_navigator_select (_dateline_timeline_canvas_get_navigator (self),
                             DATELINE_ITEM (dateline_timeline_lanes_get_event (self->lanes, (guint) index)), NULL);
  focus_selected (self);
}

/* The event of a lane that is nearest to a place. */
static DatelineEvent *
find_nearest (DatelineTimelineCanvas *self,
              guint                   index,
              gint64                  time)
{
  const DatelineTimelineLane *lane = dateline_timeline_lanes_get_lane (self->lanes, index);
  double position = dateline_timeline_scale_get_position (self->scale, time);
  double best = G_MAXDOUBLE;
  int nearest = -1;

  for (guint i = 0; i < lane->n_members; i++)
    {
      const DatelineTimelineEntry *entry = dateline_timeline_lanes_get_entry (self->lanes, lane->members[i]);
      double distance = fabs (dateline_timeline_scale_get_position (self->scale, entry->lower) - position);

      if (distance < best)
        {
          best = distance;
          nearest = (int) lane->members[i];
        }
    }

  return nearest >= 0 ? dateline_timeline_lanes_get_event (self->lanes, (guint) nearest) : NULL;
}

/**
 * dateline_timeline_canvas_step_lane:
 * @self: a `DatelineTimelineCanvas`
 * @by: how many lanes down
 *
 * Selects the nearest event in a neighbouring lane.
 */
void
dateline_timeline_canvas_step_lane (DatelineTimelineCanvas *self,
                                    int                     by)
{
  int n;
  guint index;

  g_return_if_fail (DATELINE_IS_TIMELINE_CANVAS (self));

  if (self->layout == NULL || dateline_timeline_canvas_is_empty (self))
    return;
  if (!dateline_timeline_lanes_find (self->lanes, _dateline_timeline_canvas_get_selected (self), &index) || self->current_lane < 0)
    {
      dateline_timeline_canvas_step (self, by);
      return;
    }

  n = (int) dateline_timeline_lanes_get_n_lanes (self->lanes);
  for (int lane = self->current_lane + by; lane >= 0 && lane < n; lane += by)
    {
      DatelineEvent *event = find_nearest (self, lane, dateline_timeline_lanes_get_entry (self->lanes, index)->lower);

      if (event == NULL)
        continue;
      self->current_lane = lane;
      dateline_navigator_select (_dateline_timeline_canvas_get_navigator (self), DATELINE_ITEM (event), NULL);
      dateline_timeline_canvas_reveal (self, event);
      focus_selected (self);
      return;
    }
}
