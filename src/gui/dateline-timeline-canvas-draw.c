/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn of the timeline: axis, bands and names of the lanes, folds, vague dates, density, reactions. */
#include "config.h"

#include "dateline-timeline-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "dateline-calendar.h"
#include "dateline-palette.h"
#include "dateline-short-text.h"

#define TICK_SPACING 72.0
#define DENSITY_STEP 4.0
#define TOOTH        5.0

/* What a frame needs again and again. */
typedef struct
{
  GtkSnapshot *snapshot;
  double       gutter;
  double       width;  /* of the strip */
  double       height; /* of all */
  double       lanes_height;
  GdkRGBA      foreground;
  GdkRGBA      line;
  GdkRGBA      dim;
} Frame;

static void
draw_rect (const Frame   *frame,
           double         x,
           double         y,
           double         width,
           double         height,
           const GdkRGBA *colour)
{
  gtk_snapshot_append_color (frame->snapshot, colour,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
draw_layout (const Frame   *frame,
             PangoLayout   *layout,
             double         x,
             double         y,
             const GdkRGBA *colour)
{
  gtk_snapshot_save (frame->snapshot);
  gtk_snapshot_translate (frame->snapshot, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y)));
  gtk_snapshot_append_layout (frame->snapshot, layout, colour);
  gtk_snapshot_restore (frame->snapshot);
}

/* Where something of the strip is in the widget. */
static double
get_x (DatelineTimelineCanvas *self,
       const Frame            *frame,
       double                  x,
       double                  width)
{
  return (_dateline_timeline_canvas_is_rtl (self) ? 0 : frame->gutter) + _dateline_timeline_canvas_flip (self, x, width);
}

static PangoLayout *
create_layout (DatelineTimelineCanvas *self,
               const char             *text,
               PangoWeight             weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

/* -- Lanes -- */

static void
draw_bands (DatelineTimelineCanvas *self,
            const Frame            *frame)
{
  GdkRGBA band = frame->foreground;

  band.alpha = 0.035f;
  for (guint i = 0; i < dateline_timeline_lanes_get_n_lanes (self->lanes); i += 2)
    {
      double y;
      double height;

      dateline_timeline_layout_get_lane (self->layout, i, &y, &height);
      draw_rect (frame, 0, AXIS_HEIGHT + y - self->scroll_y, frame->width + frame->gutter, height, &band);
    }
}

static void
ensure_label (DatelineTimelineCanvas *self,
              guint                   lane,
              double                  room)
{
  while (self->labels->len <= lane)
    {
      g_autofree char *name = _dateline_timeline_canvas_get_lane_name (self, self->labels->len);
      g_autofree char *shown = dateline_short_text_dup (name, DATELINE_SHORT_TEXT_LINE);
      PangoLayout *layout = create_layout (self, shown, PANGO_WEIGHT_NORMAL);
      GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
      GtkIconPaintable *icon = gtk_icon_theme_lookup_icon (theme, _dateline_timeline_canvas_get_lane_icon (self, self->labels->len), NULL,
                                                           16, gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                                           gtk_widget_get_direction (GTK_WIDGET (self)), 0);

      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      g_ptr_array_add (self->labels, layout);
      g_ptr_array_add (self->lane_icons, icon);
    }
  pango_layout_set_width (g_ptr_array_index (self->labels, lane), (int) (MAX (room, 1) * PANGO_SCALE));
  pango_layout_set_height (g_ptr_array_index (self->labels, lane), -2);
}

static void
draw_lane_mark (DatelineTimelineCanvas *self,
                const Frame            *frame,
                guint                   index,
                double                  x,
                double                  y)
{
  const DatelineTimelineLane *lane = dateline_timeline_lanes_get_lane (self->lanes, index);
  GdkRGBA colour = frame->foreground;
  GdkRGBA colours[4];

  if (lane->category != NULL)
    dateline_palette_get_category (lane->category, &colour);
  else if (DATELINE_IS_ARTICLE (lane->item))
    {
      GskRoundedRect shape;
      graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) x, (float) y, 16, 16);
      g_autoptr(PangoLayout) letter = create_layout (self, dateline_article_get_badge (DATELINE_ARTICLE (lane->item)), PANGO_WEIGHT_BOLD);
      int width;
      int height;

      dateline_palette_get_badge (dateline_article_get_position (DATELINE_ARTICLE (lane->item)), &colour);
      gsk_rounded_rect_init_from_rect (&shape, &bounds, 4);
      gtk_snapshot_push_rounded_clip (frame->snapshot, &shape);
      gtk_snapshot_append_color (frame->snapshot, &colour, &bounds);
      gtk_snapshot_pop (frame->snapshot);
      pango_layout_get_pixel_size (letter, &width, &height);
      draw_layout (frame, letter, x + (16 - width) / 2.0, y + (16 - height) / 2.0, &(GdkRGBA) { 1, 1, 1, 1 });
      return;
    }

  for (guint i = 0; i < 4; i++)
    colours[i] = colour;
  gtk_snapshot_save (frame->snapshot);
  gtk_snapshot_translate (frame->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (g_ptr_array_index (self->lane_icons, index)),
                                            frame->snapshot, 16, 16, colours, 4);
  gtk_snapshot_restore (frame->snapshot);
}

static void
draw_gutter (DatelineTimelineCanvas *self,
             const Frame            *frame)
{
  gboolean rtl = _dateline_timeline_canvas_is_rtl (self);
  double left = rtl ? frame->width : 0;
  gboolean wide = frame->gutter >= WIDE_GUTTER;

  gtk_snapshot_push_clip (frame->snapshot,
                          &GRAPHENE_RECT_INIT ((float) left, AXIS_HEIGHT, (float) frame->gutter, (float) frame->lanes_height));
  for (guint i = 0; i < dateline_timeline_lanes_get_n_lanes (self->lanes); i++)
    {
      PangoLayout *label;
      double y;
      double height;
      int text_height;

      dateline_timeline_layout_get_lane (self->layout, i, &y, &height);
      y += AXIS_HEIGHT - self->scroll_y;
      if (y > AXIS_HEIGHT + frame->lanes_height || y + height < AXIS_HEIGHT)
        continue;

      ensure_label (self, i, frame->gutter - 10 - 16 - 6 - 6);
      label = g_ptr_array_index (self->labels, i);
      draw_lane_mark (self, frame, i, rtl ? frame->width + frame->gutter - 10 - 16 : 10, y + (height - 16) / 2);
      if (!wide)
        continue;

      pango_layout_get_pixel_size (label, NULL, &text_height);
      draw_layout (frame, label, rtl ? frame->width + 6 : 32, y + (height - text_height) / 2, &frame->foreground);
    }
  gtk_snapshot_pop (frame->snapshot);
  draw_rect (frame, rtl ? frame->width : frame->gutter - 1, 0, 1, frame->height, &frame->line);
}

/* -- Axis -- */

static void
draw_ticks (DatelineTimelineCanvas *self,
            const Frame            *frame)
{
  g_autoptr(GArray) ticks = dateline_timeline_ticks_create (self->scale, TICK_SPACING);
  gboolean rtl = _dateline_timeline_canvas_is_rtl (self);
  double free_from[2] = { -G_MAXDOUBLE, -G_MAXDOUBLE };
  GdkRGBA grid = frame->foreground;

  grid.alpha = 0.07f;
  for (guint i = 0; i < ticks->len; i++)
    {
      const DatelineTimelineTick *tick = &g_array_index (ticks, DatelineTimelineTick, i);
      g_autoptr(PangoLayout) layout = NULL;
      double x = round (tick->x);
      int width;

      if (!tick->context && x >= 0 && x <= frame->width)
        {
          draw_rect (frame, get_x (self, frame, x, 1), AXIS_HEIGHT, 1, frame->height - AXIS_HEIGHT, &grid);
          draw_rect (frame, get_x (self, frame, x, 1), AXIS_HEIGHT - 6, 1, 6, &frame->line);
        }

      layout = create_layout (self, tick->label, tick->context ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
      pango_layout_get_pixel_size (layout, &width, NULL);
      /* A name is there whole or not at all. */
      if (x + 4 < free_from[tick->context] || width > MAX (tick->room, TICK_SPACING) || x + width < 0)
        continue;
      free_from[tick->context] = x + 4 + width + 8;
      draw_layout (frame, layout, get_x (self, frame, x + 4, width), tick->context ? 4 : 21,
                   tick->context ? &frame->foreground : &frame->dim);
    }
  draw_rect (frame, rtl ? 0 : frame->gutter, AXIS_HEIGHT - 1, frame->width, 1, &frame->line);
}

/* A fold: torn edges, as on paper, and how much time is in it. */
static void
draw_fold (DatelineTimelineCanvas *self,
           const Frame            *frame,
           double                  left,
           double                  right,
           gint64                  seconds)
{
  g_autofree char *text = dateline_timeline_ticks_format_duration (seconds);
  g_autoptr(PangoLayout) label = create_layout (self, text, PANGO_WEIGHT_NORMAL);
  graphene_rect_t bounds;
  GdkRGBA fill = frame->foreground;
  int width;
  int height;
  cairo_t *cr;

  if (right < 0 || left > frame->width)
    return;

  bounds = GRAPHENE_RECT_INIT ((float) get_x (self, frame, left, right - left), AXIS_HEIGHT,
                               (float) (right - left), (float) (frame->height - AXIS_HEIGHT));
  fill.alpha = 0.05f;
  cr = gtk_snapshot_append_cairo (frame->snapshot, &bounds);
  cairo_move_to (cr, bounds.origin.x + 2, bounds.origin.y);
  for (double y = 0; y <= bounds.size.height; y += TOOTH)
    cairo_line_to (cr, bounds.origin.x + 2 + ((int) (y / TOOTH) % 2) * 3, bounds.origin.y + y);
  for (double y = bounds.size.height; y >= 0; y -= TOOTH)
    cairo_line_to (cr, bounds.origin.x + bounds.size.width - 2 - ((int) (y / TOOTH) % 2) * 3, bounds.origin.y + y);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &frame->line);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_destroy (cr);

  pango_layout_get_pixel_size (label, &width, &height);
  if (width <= right - left - 4 && (left < 0 || right > frame->width))
    return;
  if (width <= right - left - 4)
    {
      draw_layout (frame, label, get_x (self, frame, (left + right - width) / 2, width), 22, &frame->dim);
    }
  else
    {
      /* Where the fold is narrow, its name stands upright in it. */
      gtk_snapshot_save (frame->snapshot);
      gtk_snapshot_translate (frame->snapshot,
                              &GRAPHENE_POINT_INIT ((float) (bounds.origin.x + (bounds.size.width + height) / 2), AXIS_HEIGHT + 8));
      gtk_snapshot_rotate (frame->snapshot, 90);
      gtk_snapshot_append_layout (frame->snapshot, label, &frame->dim);
      gtk_snapshot_restore (frame->snapshot);
    }
}

static void
draw_folds (DatelineTimelineCanvas *self,
            const Frame            *frame)
{
  for (guint i = 0; i + 1 < dateline_timeline_scale_get_n_segments (self->scale); i++)
    {
      gint64 from = dateline_timeline_scale_get_segment (self->scale, i).end;
      gint64 to = dateline_timeline_scale_get_segment (self->scale, i + 1).start;

      draw_fold (self, frame,
                 dateline_timeline_scale_get_x (self->scale, from),
                 dateline_timeline_scale_get_x (self->scale, to), to - from);
    }
}

/* -- What is not known exactly -- */

/* A hatched line below a card: somewhere along it the event happened. */
static void
draw_vague_date (DatelineTimelineCanvas      *self,
                 const Frame                 *frame,
                 const DatelineTimelineBox   *box,
                 const DatelineTimelineEntry *entry)
{
  /* Of a doubtful day it is the day that is doubtful, not where in it. */
  gboolean day = entry->upper - entry->lower <= DATELINE_SECONDS_PER_DAY;
  double offset = dateline_timeline_scale_get_offset (self->scale);
  double left = MAX (day ? box->x + 8 - offset : dateline_timeline_scale_get_x (self->scale, entry->lower), -20);
  double right = MIN (day ? box->x + box->width - 8 - offset : dateline_timeline_scale_get_x (self->scale, entry->upper), frame->width + 20);
  double y = AXIS_HEIGHT + box->y + box->height - self->scroll_y;
  graphene_rect_t bounds;
  GdkRGBA colour;
  GdkRGBA none;

  if (right - left < 2)
    return;

  dateline_palette_get_category (entry->category, &colour);
  none = colour;
  none.alpha = 0;
  colour.alpha = 0.7f;
  bounds = GRAPHENE_RECT_INIT ((float) get_x (self, frame, left, right - left), (float) y, (float) (right - left), 4);
  gtk_snapshot_append_repeating_linear_gradient (frame->snapshot, &bounds,
                                                 &GRAPHENE_POINT_INIT (0, 0), &GRAPHENE_POINT_INIT (3, 3),
                                                 (GskColorStop[]) {
                                                   { 0, colour }, { 0.45f, colour }, { 0.45f, none }, { 1, none }
                                                 }, 4);
}

static void
draw_vague_dates (DatelineTimelineCanvas *self,
                  const Frame            *frame)
{
  for (guint i = 0; i < self->visible->len; i++)
    {
      const DatelineTimelineBox *box = g_ptr_array_index (self->visible, i);
      const DatelineTimelineEntry *entry;

      if (box->bar || box->n > 1)
        continue;
      entry = dateline_timeline_lanes_get_entry (self->lanes, dateline_timeline_layout_get_member (self->layout, box, 0));
      if (!entry->interval && (entry->soft_start || entry->soft_end))
        draw_vague_date (self, frame, box, entry);
    }
}

/* The time of the selected event runs through all lanes. */
static void
draw_selected_time (DatelineTimelineCanvas *self,
                    const Frame            *frame)
{
  DatelineItem *item = dateline_navigator_get_selected (dateline_session_get_navigator (self->session));
  const DatelineTimelineEntry *entry;
  GdkRGBA colour;
  double left;
  double right;
  guint index;

  if (!DATELINE_IS_EVENT (item) || !dateline_timeline_lanes_find (self->lanes, DATELINE_EVENT (item), &index))
    return;

  entry = dateline_timeline_lanes_get_entry (self->lanes, index);
  left = MAX (dateline_timeline_scale_get_x (self->scale, entry->lower), 0);
  right = MIN (dateline_timeline_scale_get_x (self->scale, entry->upper), frame->width);
  if (right <= left)
    return;

  dateline_palette_get_accent (&colour);
  draw_rect (frame, get_x (self, frame, left, right - left), AXIS_HEIGHT - 3, right - left, 3, &colour);
  colour.alpha = 0.05f;
  draw_rect (frame, get_x (self, frame, left, right - left), AXIS_HEIGHT, right - left, frame->lanes_height, &colour);
}

/* Where the lanes do not all fit, how far they are scrolled. */
static void
draw_scroll_mark (DatelineTimelineCanvas *self,
                  const Frame            *frame)
{
  double total = dateline_timeline_layout_get_height (self->layout);
  double size = MAX (frame->lanes_height * frame->lanes_height / MAX (total, 1), 24);
  double at = total > frame->lanes_height ? self->scroll_y / (total - frame->lanes_height) : 0;
  graphene_rect_t bounds;
  GskRoundedRect shape;
  GdkRGBA colour = frame->foreground;

  if (total <= frame->lanes_height + 1)
    return;

  colour.alpha *= 0.35f;
  bounds = GRAPHENE_RECT_INIT ((float) (_dateline_timeline_canvas_is_rtl (self) ? 3 : frame->gutter + frame->width - 7),
                               (float) (AXIS_HEIGHT + 3 + at * (frame->lanes_height - 6 - size)), 4, (float) size);
  gsk_rounded_rect_init_from_rect (&shape, &bounds, 2);
  gtk_snapshot_push_rounded_clip (frame->snapshot, &shape);
  gtk_snapshot_append_color (frame->snapshot, &colour, &bounds);
  gtk_snapshot_pop (frame->snapshot);
}

/* -- Density -- */

static void
draw_density (DatelineTimelineCanvas *self,
              const Frame            *frame)
{
  guint n_counts = (guint) (frame->width / DENSITY_STEP) + 1;
  g_autofree guint *counts = g_new (guint, n_counts);

  for (guint i = 0; i < dateline_timeline_lanes_get_n_lanes (self->lanes); i++)
    {
      double y;
      double height;
      guint most;
      GdkRGBA colour;

      dateline_timeline_layout_get_lane (self->layout, i, &y, &height);
      if (y > self->scroll_y + frame->lanes_height || y + height < self->scroll_y)
        continue;

      memset (counts, 0, sizeof (guint) * n_counts);
      most = dateline_timeline_layout_fill_density (self->layout, i, dateline_timeline_scale_get_offset (self->scale),
                                                    DENSITY_STEP, counts, n_counts);
      if (most == 0)
        continue;

      dateline_palette_get_category (dateline_timeline_lanes_get_lane (self->lanes, i)->category, &colour);
      colour.alpha = 0.75f;
      for (guint j = 0; j < n_counts; j++)
        if (counts[j] > 0)
          {
            double size = MAX ((height - 8) * counts[j] / most, 2);

            draw_rect (frame, get_x (self, frame, j * DENSITY_STEP, DENSITY_STEP - 1),
                       AXIS_HEIGHT + y + height - 4 - size - self->scroll_y, DENSITY_STEP - 1, size, &colour);
          }
    }
}

/* -- Reactions -- */

static void
draw_focus (const Frame           *frame,
            const graphene_rect_t *bar)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (bar->origin.x, (float) (frame->height - HISTOGRAM_HEIGHT + 2),
                                               bar->size.width, HISTOGRAM_HEIGHT - 3);
  GskRoundedRect shape;
  GdkRGBA accent;

  dateline_palette_get_accent (&accent);
  gsk_rounded_rect_init_from_rect (&shape, &bounds, 4);
  gtk_snapshot_append_border (frame->snapshot, &shape, (float[4]) { 2, 2, 2, 2 }, (GdkRGBA[4]) { accent, accent, accent, accent });
}

static void
draw_bucket (DatelineTimelineCanvas       *self,
             const Frame                  *frame,
             const DatelineTimelineBucket *bucket,
             guint                         most,
             const GdkRGBA                *colour)
{
  double left = dateline_timeline_scale_get_x (self->scale, bucket->start);
  double right = dateline_timeline_scale_get_x (self->scale, bucket->end);
  double height = MAX ((HISTOGRAM_HEIGHT - 10.0) * bucket->n / most, 3);
  g_autofree char *text = NULL;
  g_autoptr(PangoLayout) label = NULL;
  GskRoundedRect shape;
  graphene_rect_t bounds;
  int text_width;
  int text_height;

  if (right < 0 || left > frame->width)
    return;

  left = MAX (left, -4) + 1;
  right = MAX (MIN (right, frame->width + 4) - 1, left + 2);
  bounds = GRAPHENE_RECT_INIT ((float) get_x (self, frame, left, right - left), (float) (frame->height - height),
                               (float) (right - left), (float) height);
  gsk_rounded_rect_init (&shape, &bounds, &GRAPHENE_SIZE_INIT (4, 4), &GRAPHENE_SIZE_INIT (4, 4),
                         graphene_size_zero (), graphene_size_zero ());
  gtk_snapshot_push_rounded_clip (frame->snapshot, &shape);
  gtk_snapshot_append_color (frame->snapshot, colour, &bounds);
  gtk_snapshot_pop (frame->snapshot);
  if (gtk_widget_has_visible_focus (self->bars) && bucket == _dateline_timeline_canvas_get_bar (self))
    draw_focus (frame, &bounds);

  if (right - left < 24)
    return;
  text = g_strdup_printf ("%'u", bucket->n);
  label = create_layout (self, text, PANGO_WEIGHT_BOLD);
  pango_layout_get_pixel_size (label, &text_width, &text_height);
  if (text_width + 8 > right - left)
    return;
  draw_layout (frame, label, bounds.origin.x + (bounds.size.width - text_width) / 2,
               height > text_height + 2 ? frame->height - height + 1 : frame->height - height - text_height,
               &frame->foreground);
}

static void
draw_histogram (DatelineTimelineCanvas *self,
                const Frame            *frame)
{
  double top = frame->height - HISTOGRAM_HEIGHT;
  gboolean rtl = _dateline_timeline_canvas_is_rtl (self);
  g_autoptr(PangoLayout) label = NULL;
  GdkRGBA colour;
  guint most = 1;
  int text_height;

  if (!_dateline_timeline_canvas_has_histogram (self))
    return;

  dateline_palette_get_reactions (&colour);
  draw_rect (frame, 0, top, frame->width + frame->gutter, 1, &frame->line);
  if (frame->gutter >= WIDE_GUTTER)
    {
      label = create_layout (self, _("Reactions"), PANGO_WEIGHT_NORMAL);
      pango_layout_set_width (label, (int) (frame->gutter - 16) * PANGO_SCALE);
      pango_layout_set_ellipsize (label, PANGO_ELLIPSIZE_END);
      pango_layout_get_pixel_size (label, NULL, &text_height);
      draw_layout (frame, label, rtl ? frame->width + 6 : 10, top + (HISTOGRAM_HEIGHT - text_height) / 2, &frame->foreground);
    }

  colour.alpha = 0.45f;
  for (guint i = 0; i < self->buckets->len; i++)
    most = MAX (most, g_array_index (self->buckets, DatelineTimelineBucket, i).n);
  gtk_snapshot_push_clip (frame->snapshot,
                          &GRAPHENE_RECT_INIT ((float) (rtl ? 0 : frame->gutter), (float) top + 1,
                                               (float) frame->width, HISTOGRAM_HEIGHT - 1));
  for (guint i = 0; i < self->buckets->len; i++)
    draw_bucket (self, frame, &g_array_index (self->buckets, DatelineTimelineBucket, i), most, &colour);
  gtk_snapshot_pop (frame->snapshot);
}

void
_dateline_timeline_canvas_snapshot (GtkWidget   *widget,
                                    GtkSnapshot *snapshot)
{
  DatelineTimelineCanvas *self = DATELINE_TIMELINE_CANVAS (widget);
  Frame frame = { .snapshot = snapshot };
  gboolean rtl = _dateline_timeline_canvas_is_rtl (self);

  if (self->layout == NULL)
    return;

  frame.gutter = _dateline_timeline_canvas_get_gutter (self);
  frame.width = dateline_timeline_scale_get_width (self->scale);
  frame.height = gtk_widget_get_height (widget);
  frame.lanes_height = _dateline_timeline_canvas_get_lanes_height (self);
  dateline_palette_get_foreground (&frame.foreground);
  frame.line = frame.dim = frame.foreground;
  frame.line.alpha *= 0.25f;
  frame.dim.alpha *= 0.72f;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, AXIS_HEIGHT, (float) (frame.width + frame.gutter), (float) frame.lanes_height));
  draw_bands (self, &frame);
  gtk_snapshot_pop (snapshot);
  draw_histogram (self, &frame);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) (rtl ? 0 : frame.gutter), 0, (float) frame.width, (float) frame.height));
  draw_folds (self, &frame);
  draw_ticks (self, &frame);
  draw_selected_time (self, &frame);
  gtk_snapshot_pop (snapshot);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) (rtl ? 0 : frame.gutter), AXIS_HEIGHT, (float) frame.width, (float) frame.lanes_height));
  if (self->density)
    draw_density (self, &frame);
  draw_vague_dates (self, &frame);
  gtk_snapshot_pop (snapshot);

  gtk_widget_snapshot_child (widget, self->strip, snapshot);
  draw_gutter (self, &frame);
  draw_scroll_mark (self, &frame);
}
