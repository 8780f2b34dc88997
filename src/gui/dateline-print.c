/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clippings on paper: block quotations with their citations, kept together where they fit on a page. */
#include "config.h"

#include "dateline-print.h"

#include <glib/gi18n.h>

#include "dateline-clipping-words.h"

/* In points: margins that any printer can do, and the measures of the page. */
#define MARGIN        56.0
#define FOOTER        28.0
#define INDENT        24.0
#define BAR_WIDTH     2.0
#define BAR_GAP       12.0
#define PARAGRAPH_GAP 4.0
#define CLIPPING_GAP  22.0

/* Lines stand apart by this much of their height. It is done here, not by Pango, whose lines do not report it. */
#define LEADING       1.2

/* Fewer lines than these are not left alone at the foot or the head of a page. */
#define WIDOW_LINES 2

typedef struct
{
  PangoLayout *layout;
  double       indent;
  double       gap;    /* above, unless it begins a page */
  guint        group;  /* of what belongs together */
  gboolean     is_quote;
} Block;

typedef struct
{
  guint  page;
  guint  block;
  int    first_line;
  int    n_lines;
  double y;
  double height;
} Piece;

typedef struct
{
  DatelineStory         *story;
  GListModel            *clippings;
  DatelineCitationStyle  style;
  GArray                *blocks;
  GArray                *pieces;
} Print;

static void
clear_block (gpointer data)
{
  g_clear_object (&((Block *) data)->layout);
}

static void
print_free (gpointer data)
{
  Print *self = data;

  g_clear_object (&self->story);
  g_clear_object (&self->clippings);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_free (self);
}

static PangoLayout *
create_layout (GtkPrintContext *context,
               const char      *text,
               const char      *font,
               double           width)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *description = pango_font_description_from_string (font);
  PangoAttrList *attributes = pango_attr_list_new ();

  /* A hyphen that nobody wrote would be a misquotation. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));

  return layout;
}

static void
add_block (Print           *self,
           GtkPrintContext *context,
           const char      *text,
           const char      *font,
           double           indent,
           double           gap,
           guint            group)
{
  double width = gtk_print_context_get_width (context) - 2 * MARGIN - 2 * indent;
  Block block = { create_layout (context, text, font, MAX (width, 36)), indent, gap, group, FALSE };
  g_array_append_val (self->blocks, block);
}

static void
add_clipping (Print            *self,
              GtkPrintContext  *context,
              DatelineClipping *clipping,
              guint             group)
{
  const char *note = dateline_clipping_get_note (clipping);
  g_autofree char *text = dateline_clipping_words_dup_text (clipping);
  g_autofree char *speaker = dateline_clipping_words_dup_speaker (clipping);
  g_autofree char *citation = NULL;

  add_block (self, context, text, "Serif 11.5", INDENT, CLIPPING_GAP, group);
  g_array_index (self->blocks, Block, self->blocks->len - 1).is_quote = TRUE;

  if (*speaker != '\0')
    {
      /* Translators: the name of a speaker below a quotation in print */
      g_autofree char *line = g_strdup_printf (C_("printed quotation", "— %s"), speaker);

      add_block (self, context, line, "Sans Bold 9", INDENT, PARAGRAPH_GAP + 2, group);
    }

  citation = dateline_citation_format_clipping (clipping, self->style, DATELINE_CITATION_MARKUP_PLAIN);
  add_block (self, context, citation, "Sans 8.5", INDENT, PARAGRAPH_GAP, group);

  if (*note != '\0')
    {
      /* Translators: the reader's note on a quotation, in print */
      g_autofree char *line = g_strdup_printf (C_("printed quotation", "Note: %s"), note);

      add_block (self, context, line, "Sans Italic 9", INDENT, PARAGRAPH_GAP, group);
    }
}

static double
get_lines_height (PangoLayout *layout,
                  int          first,
                  int          n)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double height = 0;

  for (int i = 0; i < first + n; i++)
    {
      int top;
      int bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      if (i >= first)
        height += LEADING * (bottom - top) / PANGO_SCALE;
      if (!pango_layout_iter_next_line (iter))
        break;
    }
  pango_layout_iter_free (iter);

  return height;
}

static double
get_group_height (Print *self,
                  guint  first)
{
  guint group = g_array_index (self->blocks, Block, first).group;
  double height = 0;

  for (guint i = first; i < self->blocks->len; i++)
    {
      const Block *block = &g_array_index (self->blocks, Block, i);

      if (block->group != group)
        break;
      height += (i > first ? block->gap : 0) +
                get_lines_height (block->layout, 0, pango_layout_get_line_count (block->layout));
    }

  return height;
}

/* How many lines of BLOCK from FIRST on go into ROOM, and no widow is left; 0 if it is better to turn the page. */
static int
count_fitting_lines (const Block *block,
                     int          first,
                     double       room,
                     gboolean     is_page_empty)
{
  int n_left = pango_layout_get_line_count (block->layout) - first;
  int n = 0;

  while (n < n_left)
    {
      double height = get_lines_height (block->layout, first + n, 1);

      if (height > room)
        break;
      room -= height;
      n++;
    }

  if (n == n_left)
    return n;
  /* A page that holds not one line would be followed by such pages for ever. */
  if (is_page_empty)
    return MAX (n, 1);
  if (n < WIDOW_LINES)
    return 0;

  return n_left - n < WIDOW_LINES ? MAX (n - (WIDOW_LINES - (n_left - n)), 0) : n;
}

static guint
paginate (Print  *self,
          double  page_height)
{
  guint page = 0;
  double y = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = &g_array_index (self->blocks, Block, i);
      int n_lines = pango_layout_get_line_count (block->layout);
      gboolean is_first = i == 0 || g_array_index (self->blocks, Block, i - 1).group != block->group;
      int line = 0;

      if (is_first && y > 0)
        {
          double height = get_group_height (self, i);

          /* What fits on a page is not torn apart. */
          if (y + block->gap + height > page_height && height <= page_height)
            {
              page++;
              y = 0;
            }
        }

      while (line < n_lines)
        {
          double gap = line == 0 && y > 0 ? block->gap : 0;
          int n = count_fitting_lines (block, line, page_height - y - gap, y <= 0);
          Piece piece;

          if (n == 0)
            {
              page++;
              y = 0;
              continue;
            }

          piece = (Piece) { page, i, line, n, y + gap, get_lines_height (block->layout, line, n) };
          g_array_append_val (self->pieces, piece);
          y = piece.y + piece.height;
          line += n;
        }
    }

  return page + 1;
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Print             *self)
{
  guint n = g_list_model_get_n_items (self->clippings);
  g_autofree char *count = g_strdup_printf (ngettext ("%'u clipping", "%'u clippings", n), n);
  double height = gtk_print_context_get_height (context) - 2 * MARGIN - FOOTER;

  /* The reader may come back from the preview with another paper. */
  g_array_set_size (self->blocks, 0);
  g_array_set_size (self->pieces, 0);

  add_block (self, context, dateline_story_get_title (self->story), "Serif Bold 20", 0, 0, 0);
  add_block (self, context, count, "Sans 9", 0, PARAGRAPH_GAP, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineClipping) clipping = g_list_model_get_item (self->clippings, i);

      add_clipping (self, context, clipping, i + 1);
    }

  gtk_print_operation_set_n_pages (operation, (int) paginate (self, MAX (height, 36)));
}

static void
draw_piece (Print   *self,
            cairo_t *cr,
            Piece   *piece)
{
  const Block *block = &g_array_index (self->blocks, Block, piece->block);
  PangoLayoutIter *iter = pango_layout_get_iter (block->layout);
  double x = MARGIN + block->indent;
  double y = MARGIN + piece->y;

  for (int i = 0; i < piece->first_line; i++)
    pango_layout_iter_next_line (iter);

  for (int i = 0; i < piece->n_lines; i++)
    {
      PangoRectangle logical;
      int top;
      int bottom;
      double height;
      double ascent;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      height = (double) (bottom - top) / PANGO_SCALE;
      ascent = (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE;
      cairo_move_to (cr, x + (double) logical.x / PANGO_SCALE, y + height * (LEADING - 1) / 2 + ascent);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
      y += height * LEADING;
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);

  if (block->is_quote)
    {
      gboolean is_rtl = pango_layout_get_direction (block->layout, 0) == PANGO_DIRECTION_RTL;
      double width = (double) pango_layout_get_width (block->layout) / PANGO_SCALE;

      cairo_save (cr);
      cairo_set_source_rgb (cr, .6, .6, .6);
      cairo_rectangle (cr, is_rtl ? x + width + BAR_GAP - BAR_WIDTH : x - BAR_GAP, MARGIN + piece->y,
                       BAR_WIDTH, piece->height);
      cairo_fill (cr);
      cairo_restore (cr);
    }
}

static void
draw_footer (Print           *self,
             GtkPrintContext *context,
             int              page_number)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context) - 2 * MARGIN;
  double y = gtk_print_context_get_height (context) - MARGIN - 10;
  g_autofree char *number = g_strdup_printf ("%'d", page_number + 1);
  g_autoptr(PangoLayout) title = create_layout (context, dateline_story_get_title (self->story), "Sans 8", width - 60);
  g_autoptr(PangoLayout) page = create_layout (context, number, "Sans 8", width);

  cairo_save (cr);
  cairo_set_source_rgb (cr, .35, .35, .35);
  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
  cairo_move_to (cr, MARGIN, y);
  /* The first page bears the title already. */
  if (page_number > 0)
    pango_cairo_show_layout (cr, title);
  pango_layout_set_alignment (page, PANGO_ALIGN_RIGHT);
  cairo_move_to (cr, MARGIN, y);
  pango_cairo_show_layout (cr, page);
  cairo_restore (cr);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page_number,
              Print             *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->page == (guint) page_number)
        draw_piece (self, cr, piece);
    }
  draw_footer (self, context, page_number);
}

/**
 * dateline_print_new:
 * @story: the story that the clippings are from
 * @clippings: a list of `DatelineClipping`
 * @style: the style of the citations
 *
 * Lays clippings out for paper. The paper is the reader's choice, by default that of the locale.
 *
 * Returns: (transfer full): what gtk_print_operation_run() takes
 */
GtkPrintOperation *
dateline_print_new (DatelineStory         *story,
                    GListModel            *clippings,
                    DatelineCitationStyle  style)
{
  GtkPrintOperation *operation;
  g_autoptr(GtkPrintSettings) settings = NULL;
  g_autofree char *name = NULL;
  Print *self;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (clippings), NULL);

  self = g_new0 (Print, 1);
  self->story = g_object_ref (story);
  self->clippings = g_object_ref (clippings);
  self->style = style;
  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  g_array_set_clear_func (self->blocks, clear_block);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

  operation = gtk_print_operation_new ();
  gtk_print_operation_set_job_name (operation, dateline_story_get_title (story));

  /* What the dialog proposes when the reader prints to a file. */
  settings = gtk_print_settings_new ();
  name = dateline_clipping_words_dup_file_name (story);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_operation_set_print_settings (operation, settings);

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "dateline-print", self, print_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);

  return operation;
}
