/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the marks of an article are drawn: each kind has a shape of its own, and a colour of the GNOME palette. */
#include "config.h"

#include "dateline-article-ink.h"

#include <adwaita.h>

typedef struct
{
  const char *person;
  const char *quote;
  const char *date;
  const char *reaction;
  const char *accent;
  const char *ground;
} Palette;

/* At least 3:1 on the ground they stand on; 4.5:1 and more in high contrast. */
static const Palette palettes[2][2] = {
  {
    { "#1c71d8", "#1e8a56", "#b5651d", "#9141ac", "#1c71d8", "#000000" },
    { "#0b3f82", "#0c5132", "#6b3600", "#55226b", "#0b3f82", "#000000" },
  },
  {
    { "#78aeed", "#57c98a", "#f0a355", "#d08be0", "#78aeed", "#ffffff" },
    { "#c3dcf9", "#aef0c9", "#ffd3a1", "#edc6f5", "#c3dcf9", "#ffffff" },
  },
};

static GdkRGBA
with_alpha (GdkRGBA color,
            float   alpha)
{
  color.alpha = alpha;

  return color;
}

/**
 * dateline_ink_get:
 * @ink: (out): the colours
 *
 * The colours for how the desktop looks now.
 */
void
dateline_ink_get (DatelineInk *ink)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  gboolean strong = adw_style_manager_get_high_contrast (manager);
  const Palette *palette = &palettes[dark][strong];
  GdkRGBA ground;

  g_return_if_fail (ink != NULL);

  gdk_rgba_parse (&ink->person, palette->person);
  gdk_rgba_parse (&ink->quote, palette->quote);
  gdk_rgba_parse (&ink->date, palette->date);
  gdk_rgba_parse (&ink->reaction, palette->reaction);
  gdk_rgba_parse (&ink->accent, palette->accent);
  gdk_rgba_parse (&ground, palette->ground);
  ink->quote_tint = with_alpha (ink->quote, dark ? .16f : .11f);
  ink->accent_tint = with_alpha (ink->accent, dark ? .26f : .18f);
  ink->related_tint = with_alpha (ink->accent, dark ? .15f : .10f);
  ink->card = with_alpha (ground, dark ? .05f : .03f);
  ink->card_line = with_alpha (ground, strong ? .6f : dark ? .16f : .13f);
  gdk_rgba_parse (&ink->paper, dark ? "#1e1e1e" : "#ffffff");
  ink->quiet = with_alpha (ground, strong ? .85f : .58f);
}

static void
append_pattern (GtkSnapshot           *snapshot,
                const graphene_rect_t *line,
                float                  step,
                float                  on,
                const GdkRGBA         *color)
{
  const graphene_rect_t one = GRAPHENE_RECT_INIT (line->origin.x, line->origin.y, step, line->size.height);

  gtk_snapshot_push_repeat (snapshot, line, &one);
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (line->origin.x, line->origin.y, on, line->size.height));
  gtk_snapshot_pop (snapshot);
}

/**
 * dateline_ink_append_dots:
 * @snapshot: where to draw
 * @line: the line: its height is the size of a dot
 * @color: the colour
 *
 * Draws a dotted line.
 */
void
dateline_ink_append_dots (GtkSnapshot           *snapshot,
                          const graphene_rect_t *line,
                          const GdkRGBA         *color)
{
  append_pattern (snapshot, line, 2 * line->size.height, line->size.height, color);
}

/**
 * dateline_ink_append_dashes:
 * @snapshot: where to draw
 * @line: the line
 * @color: the colour
 *
 * Draws a dashed line, which nobody takes for a dotted one.
 */
void
dateline_ink_append_dashes (GtkSnapshot           *snapshot,
                            const graphene_rect_t *line,
                            const GdkRGBA         *color)
{
  append_pattern (snapshot, line, 5 * line->size.height, 3.5f * line->size.height, color);
}

/**
 * dateline_ink_append_rounded:
 * @snapshot: where to draw
 * @rect: the rectangle
 * @radius: how round its corners are
 * @fill: (nullable): the colour within
 * @line: (nullable): the colour of its edge
 *
 * Draws a rectangle with round corners.
 */
void
dateline_ink_append_rounded (GtkSnapshot           *snapshot,
                             const graphene_rect_t *rect,
                             float                  radius,
                             const GdkRGBA         *fill,
                             const GdkRGBA         *line)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, rect, radius);
  if (fill != NULL)
    {
      gtk_snapshot_push_rounded_clip (snapshot, &rounded);
      gtk_snapshot_append_color (snapshot, fill, rect);
      gtk_snapshot_pop (snapshot);
    }
  if (line != NULL)
    gtk_snapshot_append_border (snapshot, &rounded,
                                (float[4]) { 1, 1, 1, 1 },
                                (GdkRGBA[4]) { *line, *line, *line, *line });
}

/* Down the right sides of the lines, and up the left ones. */
static void
trace_lines (cairo_t               *cr,
             const graphene_rect_t *lines,
             guint                  n_lines)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < 2 * n_lines; i++)
    {
      gboolean down = i < n_lines;
      guint at = down ? i : 2 * n_lines - 1 - i;
      const graphene_rect_t *rect = &lines[at];
      double x = down ? rect->origin.x + rect->size.width + 2 : rect->origin.x - 2;
      double top = rect->origin.y;
      double bottom = rect->origin.y + rect->size.height;

      /* Neighbours meet halfway. */
      if (at > 0)
        top = (top + lines[at - 1].origin.y + lines[at - 1].size.height) / 2;
      if (at + 1 < n_lines)
        bottom = (bottom + lines[at + 1].origin.y) / 2;
      cairo_line_to (cr, x, down ? top : bottom);
      cairo_line_to (cr, x, down ? bottom : top);
    }
  cairo_close_path (cr);
}

static gboolean
are_joined (const graphene_rect_t *above,
            const graphene_rect_t *below)
{
  return above->origin.x < below->origin.x + below->size.width &&
         below->origin.x < above->origin.x + above->size.width &&
         below->origin.y - above->origin.y - above->size.height < above->size.height / 2;
}

/**
 * dateline_ink_append_outline:
 * @snapshot: where to draw
 * @lines: (array length=n_lines): what is to be enclosed, line by line
 * @n_lines: how many lines
 * @fill: (nullable): the colour within
 * @line: (nullable): the colour of the edge
 *
 * Draws one shape around several lines of text, or two where they do not touch.
 */
void
dateline_ink_append_outline (GtkSnapshot           *snapshot,
                             const graphene_rect_t *lines,
                             guint                  n_lines,
                             const GdkRGBA         *fill,
                             const GdkRGBA         *line)
{
  graphene_rect_t bounds;
  guint first = 0;
  cairo_t *cr;

  if (n_lines == 0)
    return;

  bounds = lines[0];
  for (guint i = 1; i < n_lines; i++)
    graphene_rect_union (&bounds, &lines[i], &bounds);
  graphene_rect_inset (&bounds, -4, -4);

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  for (guint i = 0; i < n_lines; i++)
    if (i + 1 == n_lines || !are_joined (&lines[i], &lines[i + 1]))
      {
        trace_lines (cr, &lines[first], i + 1 - first);
        first = i + 1;
      }

  if (fill != NULL)
    {
      gdk_cairo_set_source_rgba (cr, fill);
      cairo_fill_preserve (cr);
    }
  if (line != NULL)
    {
      gdk_cairo_set_source_rgba (cr, line);
      cairo_set_line_width (cr, 1.5);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke_preserve (cr);
    }
  cairo_destroy (cr);
}

/**
 * dateline_ink_append_bubble:
 * @snapshot: where to draw
 * @rect: where
 * @color: the colour
 *
 * Draws the glyph of a public post: a speech bubble.
 */
void
dateline_ink_append_bubble (GtkSnapshot           *snapshot,
                            const graphene_rect_t *rect,
                            const GdkRGBA         *color)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autoptr(GtkIconPaintable) icon = NULL;

  icon = gtk_icon_theme_lookup_icon (theme, "dateline-reaction-symbolic", NULL, (int) rect->size.width, 1,
                                     gtk_get_locale_direction (), 0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &rect->origin);
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot,
                                            rect->size.width, rect->size.height, color, 1);
  gtk_snapshot_restore (snapshot);
}

/**
 * dateline_ink_append_number:
 * @snapshot: where to draw
 * @context: what to set the type with
 * @rect: where
 * @number: the number
 * @fill: the colour within
 * @color: the colour of the ring and the number
 *
 * Draws a number in a ring.
 */
void
dateline_ink_append_number (GtkSnapshot           *snapshot,
                            PangoContext          *context,
                            const graphene_rect_t *rect,
                            guint                  number,
                            const GdkRGBA         *fill,
                            const GdkRGBA         *color)
{
  g_autoptr(PangoLayout) layout = pango_layout_new (context);
  g_autoptr(PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (context));
  g_autofree char *text = g_strdup_printf ("%'u", number);
  int width;
  int height;

  pango_font_description_set_absolute_size (font, 11 * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);

  dateline_ink_append_rounded (snapshot, rect, rect->size.height / 2, fill, color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rect->origin.x + (rect->size.width - width) / 2,
                                                          rect->origin.y + (rect->size.height - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/**
 * dateline_ink_append_only_here:
 * @snapshot: where to draw
 * @rect: where
 * @fill: the colour within
 * @color: the colour
 *
 * Draws the glyph of what only one article says: an empty diamond.
 */
void
dateline_ink_append_only_here (GtkSnapshot           *snapshot,
                               const graphene_rect_t *rect,
                               const GdkRGBA         *fill,
                               const GdkRGBA         *color)
{
  double x = rect->origin.x + rect->size.width / 2;
  double y = rect->origin.y + rect->size.height / 2;
  double radius = rect->size.width * .3;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, rect);

  cairo_move_to (cr, x, y - radius);
  cairo_line_to (cr, x + radius, y);
  cairo_line_to (cr, x, y + radius);
  cairo_line_to (cr, x - radius, y);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, fill);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);
  cairo_destroy (cr);
}
