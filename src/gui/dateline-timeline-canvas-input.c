/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader does with the timeline: drag, scroll, pinch, click, and all of it by keys. */
#include "config.h"

#include "dateline-timeline-canvas-private.h"

#include "dateline-short-text.h"

#include <glib/gi18n.h>
#include <math.h>

#define SCROLL_STEP   60.0
#define ZOOM_STEP     1.25
#define KEY_STEP      1.5
/* A fling slows down to a third in so many seconds. */
#define FLING_TIME    0.3
#define MIN_FLING     40.0

/* In the direction of time, whichever way the reader's script runs. */
static double
forward (DatelineTimelineCanvas *self,
         double                  dx)
{
  return _dateline_timeline_canvas_is_rtl (self) ? -dx : dx;
}

/* A place in the widget as a place in the viewport of the scale. */
double
_dateline_timeline_canvas_to_strip (DatelineTimelineCanvas *self,
                                    double                  x)
{
  if (_dateline_timeline_canvas_is_rtl (self))
    return dateline_timeline_scale_get_width (self->scale) - x;

  return x - _dateline_timeline_canvas_get_gutter (self);
}

static void
zoom_at (DatelineTimelineCanvas *self,
         double                  zoom,
         double                  x)
{
  if (self->layout == NULL)
    return;

  self->touched = TRUE;
  dateline_timeline_scale_set_zoom_at (self->scale, zoom, dateline_timeline_scale_get_time (self->scale, x), x);
  _dateline_timeline_canvas_relayout (self);
}

/* -- Fling -- */

static gboolean
fling_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  DatelineTimelineCanvas *self = DATELINE_TIMELINE_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double passed = (double) (now - self->fling_time) / G_USEC_PER_SEC;

  self->fling_time = now;
  dateline_timeline_canvas_scroll (self, self->velocity * passed, 0);
  self->velocity *= exp (-passed / FLING_TIME);
  if (fabs (self->velocity) >= MIN_FLING)
    return G_SOURCE_CONTINUE;

  self->fling_id = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_fling (DatelineTimelineCanvas *self)
{
  if (self->fling_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fling_id);
  self->fling_id = 0;
}

static void
start_fling (DatelineTimelineCanvas *self,
             double                  velocity)
{
  stop_fling (self);
  if (!adw_get_enable_animations (GTK_WIDGET (self)) || fabs (velocity) < MIN_FLING)
    return;

  self->velocity = velocity;
  self->fling_time = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  self->fling_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), fling_cb, NULL, NULL);
}

/* -- Scrolling and zooming -- */

static gboolean
scroll_cb (DatelineTimelineCanvas *self,
           double                  dx,
           double                  dy,
           GtkEventController     *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  gboolean wheel = gtk_event_controller_scroll_get_unit (GTK_EVENT_CONTROLLER_SCROLL (controller)) == GDK_SCROLL_UNIT_WHEEL;
  double step = wheel ? SCROLL_STEP : 1;

  if (self->layout == NULL)
    return GDK_EVENT_PROPAGATE;

  stop_fling (self);
  if (state & GDK_CONTROL_MASK)
    {
      double steps = wheel ? dy : dy / 40;

      zoom_at (self, dateline_timeline_scale_get_zoom (self->scale) * pow (ZOOM_STEP, -steps), _dateline_timeline_canvas_to_strip (self, self->pointer_x));
      return GDK_EVENT_STOP;
    }

  /* A wheel scrolls the lanes where they do not all fit, and time where they do. */
  if (dx == 0 && ((state & GDK_SHIFT_MASK) ||
                  dateline_timeline_layout_get_height (self->layout) <= _dateline_timeline_canvas_get_lanes_height (self)))
    dateline_timeline_canvas_scroll (self, dy * step, 0);
  else
    dateline_timeline_canvas_scroll (self, forward (self, dx) * step, dy * step);

  return GDK_EVENT_STOP;
}

static void
decelerate_cb (DatelineTimelineCanvas *self,
               double                  velocity_x,
               double                  velocity_y)
{
  start_fling (self, forward (self, velocity_x));
}

static void
motion_cb (DatelineTimelineCanvas *self,
           double                  x,
           double                  y)
{
  self->pointer_x = x;
}

static void
pinch_begin_cb (DatelineTimelineCanvas *self)
{
  stop_fling (self);
  if (self->scale != NULL)
    self->pinch_zoom = dateline_timeline_scale_get_zoom (self->scale);
}

static void
pinch_cb (DatelineTimelineCanvas *self,
          double                  scale,
          GtkGesture             *gesture)
{
  double x;
  double y;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    zoom_at (self, self->pinch_zoom * scale, _dateline_timeline_canvas_to_strip (self, x));
}

/* -- Dragging -- */

static void
drag_begin_cb (DatelineTimelineCanvas *self)
{
  stop_fling (self);
  if (self->scale == NULL)
    return;

  self->drag_offset = dateline_timeline_scale_get_offset (self->scale);
  self->drag_scroll_y = self->scroll_y;
}

static void
drag_update_cb (DatelineTimelineCanvas *self,
                double                  dx,
                double                  dy,
                GtkGesture             *gesture)
{
  if (self->layout == NULL)
    return;

  /* Up to here it may be a click on a card. */
  if (gtk_gesture_get_sequence_state (gesture, gtk_gesture_get_last_updated_sequence (gesture)) != GTK_EVENT_SEQUENCE_CLAIMED)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
        return;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    }

  dateline_timeline_canvas_scroll (self,
                                   self->drag_offset - forward (self, dx) - dateline_timeline_scale_get_offset (self->scale),
                                   self->drag_scroll_y - dy - self->scroll_y);
}

static void
swipe_cb (DatelineTimelineCanvas *self,
          double                  velocity_x,
          double                  velocity_y,
          GtkGesture             *gesture)
{
  /* A mouse lets go where it wants to; a finger throws. */
  if (gtk_gesture_get_sequence_state (self->drag, gtk_gesture_get_last_updated_sequence (self->drag)) == GTK_EVENT_SEQUENCE_CLAIMED)
    start_fling (self, -forward (self, velocity_x));
}

/* -- Clicking -- */

static void
click_cb (DatelineTimelineCanvas *self,
          int                     n_press,
          double                  x,
          double                  y)
{
  if (_dateline_timeline_canvas_bars_click (self, x, y))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  /* Where only density is shown, a click looks closer. */
  if (self->layout != NULL && self->density && y > AXIS_HEIGHT)
    {
      double at = _dateline_timeline_canvas_to_strip (self, x);

      _dateline_timeline_canvas_animate (self, dateline_timeline_scale_get_zoom (self->scale) * 4,
                                         dateline_timeline_scale_get_time (self->scale, at), at);
    }
}

/* -- Stacks -- */

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  gpointer       user_data)
{
  DatelineTimelineCanvas *self = DATELINE_TIMELINE_CANVAS (user_data);
  DatelineEvent *event = g_object_get_data (G_OBJECT (row), "event");

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  _dateline_timeline_canvas_choose (self, event);
}

static void
popover_closed_cb (DatelineTimelineCanvas *self)
{
  /* Not while it is still at it. */
  gtk_widget_set_visible (self->popover, FALSE);
}

static GtkWidget *
create_stack_row (DatelineTimelineCanvas *self,
                  DatelineEvent          *event)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *date = dateline_date_format (dateline_event_get_date (event));
  g_autofree char *title = dateline_short_text_dup (dateline_event_get_title (event), DATELINE_SHORT_TEXT_LINE);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), date);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "event", g_object_ref (event), g_object_unref);

  return row;
}

/* A stack holds at most so many rows; what holds more is to be zoomed into. */
#define MAX_ROWS 100

static void
open_stack (DatelineTimelineCanvas    *self,
            GtkWidget                 *card,
            const DatelineTimelineBox *box)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  graphene_rect_t bounds;

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      gtk_widget_add_css_class (self->popover, "timeline-stack");
      g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (popover_closed_cb), self);
    }

  for (guint i = 0; i < MIN (box->n, MAX_ROWS); i++)
    {
      guint member = dateline_timeline_layout_get_member (self->layout, box, i);

      gtk_list_box_append (GTK_LIST_BOX (list),
                           create_stack_row (self, dateline_timeline_lanes_get_event (self->lanes, member)));
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Events"), -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_size_request (scroller, 280, -1);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);

  if (!gtk_widget_compute_bounds (card, GTK_WIDGET (self), &bounds))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

void
_dateline_timeline_canvas_card_clicked_cb (GtkWidget              *card,
                                           DatelineTimelineCanvas *self)
{
  DatelineTimelineBox *box = _dateline_timeline_canvas_find_card_box (self, card);

  if (box == NULL)
    return;

  self->current_lane = (int) box->lane;
  if (box->n > 1)
    open_stack (self, card, box);
  else
    _dateline_timeline_canvas_choose (self, dateline_timeline_card_get_event (DATELINE_TIMELINE_CARD (card)));
}

/* -- Keys -- */

static gboolean
key_pressed_cb (DatelineTimelineCanvas *self,
                guint                   keyval,
                guint                   keycode,
                GdkModifierType         state)
{
  int next = _dateline_timeline_canvas_is_rtl (self) ? -1 : 1;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  if (_dateline_timeline_canvas_bars_key (self, keyval))
    return GDK_EVENT_STOP;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      dateline_timeline_canvas_step (self, -next);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      dateline_timeline_canvas_step (self, next);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      dateline_timeline_canvas_step_lane (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      dateline_timeline_canvas_step_lane (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      dateline_timeline_canvas_step (self, G_MININT);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      dateline_timeline_canvas_step (self, G_MAXINT);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      dateline_timeline_canvas_scroll (self, -0.8 * dateline_timeline_scale_get_width (self->scale), 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      dateline_timeline_canvas_scroll (self, 0.8 * dateline_timeline_scale_get_width (self->scale), 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

void
_dateline_timeline_canvas_input_init (DatelineTimelineCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (swipe, "swipe", G_CALLBACK (swipe_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (click_cb), self);

  /* Before the cards, which would take the press for themselves, and before the arrows move the focus. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->drag), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (swipe), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  gtk_gesture_group (swipe, self->drag);

  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (swipe));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}

void
_dateline_timeline_canvas_input_dispose (DatelineTimelineCanvas *self)
{
  stop_fling (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}
