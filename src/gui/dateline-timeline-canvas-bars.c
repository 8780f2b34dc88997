/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bars that count the reactions: what the pointer and the keys do with them. Each leads to its reactions. */
#include "config.h"

#include "dateline-timeline-canvas-private.h"

#include <glib/gi18n.h>

static const DatelineTimelineBucket *
get_bucket (DatelineTimelineCanvas *self,
            guint                   index)
{
  return &g_array_index (self->buckets, DatelineTimelineBucket, index);
}

static char *
dup_text (const DatelineTimelineBucket *bucket)
{
  g_autofree char *range = dateline_timeline_ticks_format_range (bucket->start, bucket->end);
  g_autofree char *count = g_strdup_printf (ngettext ("%'u reaction", "%'u reactions", bucket->n), bucket->n);

  /* Translators: how many reactions there were, and when */
  return g_strdup_printf (C_("reactions", "%s, %s"), count, range);
}

static const DatelineTimelineBucket *
find_bucket (DatelineTimelineCanvas *self,
             double                  x,
             double                  y)
{
  double at;

  if (self->layout == NULL || !_dateline_timeline_canvas_has_histogram (self) ||
      y < gtk_widget_get_height (GTK_WIDGET (self)) - HISTOGRAM_HEIGHT)
    return NULL;

  at = _dateline_timeline_canvas_to_strip (self, x);
  for (guint i = 0; i < self->buckets->len; i++)
    {
      const DatelineTimelineBucket *bucket = get_bucket (self, i);
      double left = dateline_timeline_scale_get_x (self->scale, bucket->start);

      if (at >= left && at < MAX (dateline_timeline_scale_get_x (self->scale, bucket->end), left + 4))
        return bucket;
    }

  return NULL;
}

static void
show_reactions (DatelineTimelineCanvas       *self,
                const DatelineTimelineBucket *bucket)
{
  /* Whoever hears of it may have the bars counted anew. */
  gint64 start = bucket->start;
  gint64 end = bucket->end;

  dateline_navigator_show_reactions (_dateline_timeline_canvas_get_navigator (self), start, end);
}

gboolean
_dateline_timeline_canvas_bars_click (DatelineTimelineCanvas *self,
                                      double                  x,
                                      double                  y)
{
  const DatelineTimelineBucket *bucket = find_bucket (self, x, y);

  if (bucket == NULL)
    return FALSE;

  self->bar_time = bucket->start;
  show_reactions (self, bucket);

  return TRUE;
}

static gboolean
query_tooltip_cb (DatelineTimelineCanvas *self,
                  int                     x,
                  int                     y,
                  gboolean                keyboard_mode,
                  GtkTooltip             *tooltip)
{
  const DatelineTimelineBucket *bucket = keyboard_mode ? NULL : find_bucket (self, x, y);
  g_autofree char *text = NULL;

  if (bucket == NULL)
    return FALSE;

  text = dup_text (bucket);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

/* -- Keys -- */

/* The bar that the keys are at: where they were, else the first one in sight. */
const DatelineTimelineBucket *
_dateline_timeline_canvas_get_bar (DatelineTimelineCanvas *self)
{
  if (self->buckets == NULL || self->buckets->len == 0)
    return NULL;

  for (guint i = 0; i < self->buckets->len; i++)
    if (get_bucket (self, i)->start <= self->bar_time && self->bar_time < get_bucket (self, i)->end)
      return get_bucket (self, i);
  for (guint i = 0; i < self->buckets->len; i++)
    if (dateline_timeline_scale_get_x (self->scale, get_bucket (self, i)->end) > 0)
      return get_bucket (self, i);

  return get_bucket (self, self->buckets->len - 1);
}

static void
tell_bar (DatelineTimelineCanvas       *self,
          const DatelineTimelineBucket *bucket)
{
  g_autofree char *text = dup_text (bucket);

  self->bar_time = bucket->start;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bars),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 1.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) self->buckets->len,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) (bucket - get_bucket (self, 0)) + 1,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
go_to_bar (DatelineTimelineCanvas *self,
           guint                   index)
{
  const DatelineTimelineBucket *bucket = get_bucket (self, index);
  double width = dateline_timeline_scale_get_width (self->scale);
  double left = dateline_timeline_scale_get_x (self->scale, bucket->start);
  double right = dateline_timeline_scale_get_x (self->scale, bucket->end);

  tell_bar (self, bucket);
  if (left < 0 || right > width)
    dateline_timeline_canvas_scroll (self, (left + right - width) / 2, 0);
}

/* Takes a key for the bars, if they have the focus. */
gboolean
_dateline_timeline_canvas_bars_key (DatelineTimelineCanvas *self,
                                    guint                   keyval)
{
  const DatelineTimelineBucket *bucket = _dateline_timeline_canvas_get_bar (self);
  int next = _dateline_timeline_canvas_is_rtl (self) ? -1 : 1;
  int last;
  int index;

  if (bucket == NULL || !gtk_widget_has_focus (self->bars))
    return GDK_EVENT_PROPAGATE;

  index = (int) (bucket - get_bucket (self, 0));
  last = (int) self->buckets->len - 1;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      go_to_bar (self, (guint) CLAMP (index - next, 0, last));
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      go_to_bar (self, (guint) CLAMP (index + next, 0, last));
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      go_to_bar (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      go_to_bar (self, (guint) last);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      show_reactions (self, bucket);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_changed_cb (DatelineTimelineCanvas *self)
{
  const DatelineTimelineBucket *bucket = self->layout != NULL ? _dateline_timeline_canvas_get_bar (self) : NULL;

  if (bucket != NULL && gtk_widget_has_focus (self->bars))
    tell_bar (self, bucket);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_dateline_timeline_canvas_bars_allocate (DatelineTimelineCanvas *self,
                                         int                     width,
                                         int                     height)
{
  gtk_widget_set_child_visible (self->bars, _dateline_timeline_canvas_has_histogram (self));
  gtk_widget_allocate (self->bars, width, HISTOGRAM_HEIGHT, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) (height - HISTOGRAM_HEIGHT))));
}

void
_dateline_timeline_canvas_bars_init (DatelineTimelineCanvas *self)
{
  /* It takes the focus and tells of the bars, which are drawn; the pointer goes through it. */
  self->bars = g_object_new (ADW_TYPE_BIN,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_SLIDER,
                             "can-target", FALSE,
                             "focusable", TRUE,
                             NULL);
  self->bar_time = G_MININT64;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bars), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reactions"), -1);
  gtk_widget_set_parent (self->bars, GTK_WIDGET (self));
  g_signal_connect_swapped (self->bars, "notify::has-focus", G_CALLBACK (focus_changed_cb), self);
  g_signal_connect_swapped (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}
