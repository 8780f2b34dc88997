/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole story in one strip: how many events and reactions there are when, and which part of it is in sight. */
#include "config.h"

#include "dateline-timeline-overview.h"

#include <glib/gi18n.h>
#include <math.h>

#include "dateline-palette.h"
#include "dateline-timeline-histogram.h"
#include "dateline-timeline-lanes.h"
#include "dateline-timeline-ticks.h"

#define HEIGHT     46
#define BAR        3.0
/* How near to an edge of the handle a press takes hold of the edge. */
#define EDGE       7.0
#define MIN_HANDLE 14.0

typedef enum
{
  GRAB_NONE,
  GRAB_START,
  GRAB_MIDDLE,
  GRAB_END
} Grab;

struct _DatelineTimelineOverview
{
  GtkWidget parent_instance;

  DatelineSession       *session;
  DatelineTimelineScale *scale;
  DatelineTimelineLanes *lanes;
  GArray                *reactions;
  guint                 *counts[2]; /* of events and reactions, a bar each */
  guint                  n_counts;
  guint                  most[2];
  Grab                   grab;
  double                 grab_from;
  double                 grab_to;
};

G_DEFINE_FINAL_TYPE (DatelineTimelineOverview, dateline_timeline_overview, GTK_TYPE_WIDGET)

static DatelineNavigator *
get_navigator (DatelineTimelineOverview *self)
{
  return dateline_session_get_navigator (self->session);
}

static gboolean
is_rtl (DatelineTimelineOverview *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
flip (DatelineTimelineOverview *self,
      double                    x,
      double                    width)
{
  return is_rtl (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x - width : x;
}

static gboolean
is_ready (DatelineTimelineOverview *self)
{
  return self->scale != NULL && !dateline_timeline_scale_is_empty (self->scale) && self->n_counts > 0;
}

/* The part in sight. */
static gboolean
get_handle (DatelineTimelineOverview *self,
            double                   *from,
            double                   *to)
{
  gint64 start = dateline_navigator_get_range_start (get_navigator (self));
  gint64 end = dateline_navigator_get_range_end (get_navigator (self));

  if (!is_ready (self) || start >= end)
    return FALSE;

  *from = dateline_timeline_scale_get_x (self->scale, start);
  *to = dateline_timeline_scale_get_x (self->scale, end);
  /* What is too narrow to be seen could not be held either. */
  if (*to - *from < MIN_HANDLE)
    {
      double middle = (*from + *to) / 2;

      *from = middle - MIN_HANDLE / 2;
      *to = middle + MIN_HANDLE / 2;
    }

  return TRUE;
}

static void
move_handle (DatelineTimelineOverview *self,
             double                    from,
             double                    to)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double shift = MAX (-from, 0) + MIN (width - to, 0);

  from = MAX (from + (to - from < width ? shift : 0), 0);
  to = MIN (to + (to - from < width ? shift : 0), width);
  if (to - from < 1)
    return;

  dateline_navigator_set_range (get_navigator (self),
                                dateline_timeline_scale_get_time (self->scale, from),
                                dateline_timeline_scale_get_time (self->scale, to));
}

static void
count (DatelineTimelineOverview *self,
       guint                     kind,
       gint64                    time)
{
  double x = dateline_timeline_scale_get_position (self->scale, time);
  guint bin = (guint) CLAMP (x / BAR, 0, self->n_counts - 1);

  self->counts[kind][bin]++;
  self->most[kind] = MAX (self->most[kind], self->counts[kind][bin]);
}

static void
count_all (DatelineTimelineOverview *self)
{
  guint n = (guint) MAX (dateline_timeline_scale_get_width (self->scale) / BAR, 1);

  self->n_counts = n;
  for (guint i = 0; i < 2; i++)
    {
      g_free (self->counts[i]);
      self->counts[i] = g_new0 (guint, n);
      self->most[i] = 0;
    }

  for (guint i = 0; i < dateline_timeline_lanes_get_n_entries (self->lanes); i++)
    {
      const DatelineTimelineEntry *entry = dateline_timeline_lanes_get_entry (self->lanes, i);

      /* Within their day or year events stand in the order in which they are told. */
      count (self, 0, entry->interval || entry->n_slots < 2
                        ? entry->lower : entry->lower + (entry->upper - entry->lower) / entry->n_slots * entry->slot);
    }
  for (guint i = 0; i < self->reactions->len; i++)
    {
      const DatelineTimelineBucket *reaction = &g_array_index (self->reactions, DatelineTimelineBucket, i);
      guint same = i;

      while (same > 0 && g_array_index (self->reactions, DatelineTimelineBucket, same - 1).start == reaction->start && i - same < 64)
        same--;
      count (self, 1, reaction->start + (reaction->end - reaction->start) / 64 * (i - same));
    }
}

static void
draw_counts (DatelineTimelineOverview *self,
             GtkSnapshot              *snapshot,
             guint                     kind,
             double                    base,
             double                    height,
             const GdkRGBA            *colour)
{
  for (guint i = 0; i < self->n_counts; i++)
    if (self->counts[kind][i] > 0)
      {
        double size = MAX (height * sqrt ((double) self->counts[kind][i] / self->most[kind]), 3);
        double x = flip (self, i * BAR, BAR - 1);

        gtk_snapshot_append_color (snapshot, colour,
                                   &GRAPHENE_RECT_INIT ((float) x, (float) (kind == 0 ? base - size : base), (float) (BAR - 1), (float) size));
      }
}

static void
draw_handle (DatelineTimelineOverview *self,
             GtkSnapshot              *snapshot,
             double                    width,
             double                    height)
{
  double from;
  double to;
  GdkRGBA accent;
  GdkRGBA shade;
  GskRoundedRect shape;
  graphene_rect_t bounds;

  if (!get_handle (self, &from, &to))
    return;

  /* What is out of sight is in the shade. */
  dateline_palette_get_foreground (&shade);
  shade.alpha = 0.07f;
  gtk_snapshot_append_color (snapshot, &shade, &GRAPHENE_RECT_INIT ((float) flip (self, 0, from), 0, (float) MAX (from, 0), (float) height));
  gtk_snapshot_append_color (snapshot, &shade, &GRAPHENE_RECT_INIT ((float) flip (self, to, width - to), 0, (float) MAX (width - to, 0), (float) height));

  dateline_palette_get_accent (&accent);
  bounds = GRAPHENE_RECT_INIT ((float) round (flip (self, from, to - from)), 1, (float) round (to - from), (float) height - 2);
  gsk_rounded_rect_init_from_rect (&shape, &bounds, 6);
  gtk_snapshot_append_border (snapshot, &shape, (float[4]) { 2, 2, 2, 2 }, (GdkRGBA[4]) { accent, accent, accent, accent });
  for (int side = 0; side < 2; side++)
    {
      double x = bounds.origin.x + (side == 0 ? 0 : bounds.size.width - 5);

      gtk_snapshot_append_color (snapshot, &accent,
                                 &GRAPHENE_RECT_INIT ((float) x, (float) (height / 2 - 8), 5, 16));
    }
}

static void
dateline_timeline_overview_snapshot (GtkWidget   *widget,
                                     GtkSnapshot *snapshot)
{
  DatelineTimelineOverview *self = DATELINE_TIMELINE_OVERVIEW (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double base = self->most[1] > 0 ? round (height * 0.62) : height - 6;
  GdkRGBA colour;

  if (!is_ready (self))
    return;

  dateline_palette_get_foreground (&colour);
  colour.alpha = 0.2f;
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, (float) base, (float) width, 1));
  for (guint i = 0; i + 1 < dateline_timeline_scale_get_n_segments (self->scale); i++)
    {
      double from = dateline_timeline_scale_get_x (self->scale, dateline_timeline_scale_get_segment (self->scale, i).end);
      double to = dateline_timeline_scale_get_x (self->scale, dateline_timeline_scale_get_segment (self->scale, i + 1).start);
      float middle = (float) flip (self, (from + to) / 2, 0);

      /* A fold breaks the line. */
      for (int stroke = -1; stroke <= 1; stroke += 2)
        {
          gtk_snapshot_save (snapshot);
          gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (middle + 3 * (float) stroke, (float) base));
          gtk_snapshot_rotate (snapshot, 20);
          gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (-1, -6, 2, 12));
          gtk_snapshot_restore (snapshot);
        }
    }

  dateline_palette_get_accent (&colour);
  draw_counts (self, snapshot, 0, base, base - 6, &colour);
  dateline_palette_get_reactions (&colour);
  draw_counts (self, snapshot, 1, base + 1, height - base - 6, &colour);
  draw_handle (self, snapshot, width, height);
}

static void
dateline_timeline_overview_measure (GtkWidget      *widget,
                                    GtkOrientation  orientation,
                                    int             for_size,
                                    int            *minimum,
                                    int            *natural,
                                    int            *minimum_baseline,
                                    int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : HEIGHT;
}

static void
dateline_timeline_overview_size_allocate (GtkWidget *widget,
                                          int        width,
                                          int        height,
                                          int        baseline)
{
  DatelineTimelineOverview *self = DATELINE_TIMELINE_OVERVIEW (widget);

  if (self->scale == NULL || dateline_timeline_scale_is_empty (self->scale) || width <= 0)
    return;

  dateline_timeline_scale_set_width (self->scale, width);
  count_all (self);
}

static void
range_changed_cb (DatelineTimelineOverview *self)
{
  gint64 start = dateline_navigator_get_range_start (get_navigator (self));
  gint64 end = dateline_navigator_get_range_end (get_navigator (self));
  g_autofree char *text = dateline_timeline_ticks_format_range (start, end);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) (start / 2 + end / 2),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
load (DatelineTimelineOverview *self)
{
  DatelineStory *story = dateline_session_get_story (self->session);

  g_clear_pointer (&self->scale, dateline_timeline_scale_free);
  g_clear_pointer (&self->lanes, dateline_timeline_lanes_free);
  g_clear_pointer (&self->reactions, g_array_unref);
  self->lanes = dateline_timeline_lanes_new (story, DATELINE_TIMELINE_LANES_KIND);
  self->scale = dateline_timeline_lanes_create_scale (self->lanes, story);
  self->reactions = dateline_timeline_histogram_collect (story);
  self->n_counts = 0;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double) dateline_timeline_scale_get_start (self->scale),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) dateline_timeline_scale_get_end (self->scale),
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
drag_begin_cb (DatelineTimelineOverview *self,
               double                    x,
               double                    y)
{
  double width;

  self->grab = GRAB_NONE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!get_handle (self, &self->grab_from, &self->grab_to))
    return;

  x = flip (self, x, 0);
  width = self->grab_to - self->grab_from;
  if (fabs (x - self->grab_from) <= EDGE && width > 3 * EDGE)
    {
      self->grab = GRAB_START;
    }
  else if (fabs (x - self->grab_to) <= EDGE && width > 3 * EDGE)
    {
      self->grab = GRAB_END;
    }
  else
    {
      self->grab = GRAB_MIDDLE;
      /* A press elsewhere brings the handle there. */
      if (x < self->grab_from || x > self->grab_to)
        {
          self->grab_from = x - width / 2;
          self->grab_to = x + width / 2;
          move_handle (self, self->grab_from, self->grab_to);
        }
    }
}

static void
drag_update_cb (DatelineTimelineOverview *self,
                double                    dx,
                double                    dy)
{
  if (is_rtl (self))
    dx = -dx;

  switch (self->grab)
    {
    case GRAB_START:
      move_handle (self, MIN (self->grab_from + dx, self->grab_to - 2), self->grab_to);
      break;
    case GRAB_END:
      move_handle (self, self->grab_from, MAX (self->grab_to + dx, self->grab_from + 2));
      break;
    case GRAB_MIDDLE:
      if (dx != 0)
        move_handle (self, self->grab_from + dx, self->grab_to + dx);
      break;
    case GRAB_NONE:
    default:
      break;
    }
}

static void
motion_cb (DatelineTimelineOverview *self,
           double                    x,
           double                    y)
{
  double from;
  double to;

  x = flip (self, x, 0);
  if (!get_handle (self, &from, &to))
    return;

  if (to - from > 3 * EDGE && (fabs (x - from) <= EDGE || fabs (x - to) <= EDGE))
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
  else if (x >= from && x <= to)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
  else
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
}

static gboolean
key_pressed_cb (DatelineTimelineOverview *self,
                guint                     keyval,
                guint                     keycode,
                GdkModifierType           state)
{
  double from;
  double to;
  double step;

  if (!get_handle (self, &from, &to))
    return GDK_EVENT_PROPAGATE;

  step = MAX ((to - from) / 5, 4);
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      step = is_rtl (self) ? step : -step;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      step = is_rtl (self) ? -step : step;
      break;
    case GDK_KEY_Page_Up:
      step = from - to;
      break;
    case GDK_KEY_Page_Down:
      step = to - from;
      break;
    case GDK_KEY_Home:
      step = -from;
      break;
    case GDK_KEY_End:
      step = gtk_widget_get_width (GTK_WIDGET (self)) - to;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  move_handle (self, from + step, to + step);

  return GDK_EVENT_STOP;
}

static void
dateline_timeline_overview_dispose (GObject *object)
{
  DatelineTimelineOverview *self = DATELINE_TIMELINE_OVERVIEW (object);

  g_clear_pointer (&self->scale, dateline_timeline_scale_free);
  g_clear_pointer (&self->lanes, dateline_timeline_lanes_free);
  g_clear_pointer (&self->reactions, g_array_unref);
  g_clear_pointer (&self->counts[0], g_free);
  g_clear_pointer (&self->counts[1], g_free);
  self->n_counts = 0;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_timeline_overview_parent_class)->dispose (object);
}

static void
dateline_timeline_overview_class_init (DatelineTimelineOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_timeline_overview_dispose;

  widget_class->measure = dateline_timeline_overview_measure;
  widget_class->size_allocate = dateline_timeline_overview_size_allocate;
  widget_class->snapshot = dateline_timeline_overview_snapshot;

  gtk_widget_class_set_css_name (widget_class, "timelineoverview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
dateline_timeline_overview_init (DatelineTimelineOverview *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_tooltip_text (widget, _("The whole story: drag the frame to see another part"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview of the story"),
                                  -1);
}

/**
 * dateline_timeline_overview_set_session:
 * @self: a `DatelineTimelineOverview`
 * @session: the session to show
 *
 * Shows a story. Called once.
 */
void
dateline_timeline_overview_set_session (DatelineTimelineOverview *self,
                                        DatelineSession          *session)
{
  g_return_if_fail (DATELINE_IS_TIMELINE_OVERVIEW (self));
  g_return_if_fail (DATELINE_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (get_navigator (self), "notify::range-start", G_CALLBACK (range_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_navigator (self), "notify::range-end", G_CALLBACK (range_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
}

/**
 * dateline_timeline_overview_refresh:
 * @self: a `DatelineTimelineOverview`
 *
 * Shows the story as it is now.
 */
void
dateline_timeline_overview_refresh (DatelineTimelineOverview *self)
{
  g_return_if_fail (DATELINE_IS_TIMELINE_OVERVIEW (self));

  load (self);
}
