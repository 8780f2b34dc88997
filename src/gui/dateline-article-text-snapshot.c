/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn under, over and beside the text of an article. Only what is in sight is looked at, so that a very long
 * article costs no more than a short one. */
#include "config.h"

#include "dateline-article-ink.h"
#include "dateline-article-text-private.h"

typedef struct
{
  DatelineArticleText *self;
  GtkSnapshot         *snapshot;
  DatelineInk          ink;
  GdkRectangle         visible;
  guint                start; /* of what is in sight, in code points */
  guint                end;
} Painter;

static void
painter_init (Painter             *painter,
              DatelineArticleText *self,
              GtkSnapshot         *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;

  painter->self = self;
  painter->snapshot = snapshot;
  dateline_ink_get (&painter->ink);
  gtk_text_view_get_visible_rect (view, &painter->visible);

  gtk_text_view_get_line_at_y (view, &iter, painter->visible.y, NULL);
  /* A long paragraph may begin far above the window. */
  if (gtk_text_iter_get_chars_in_line (&iter) > 2000)
    {
      gtk_text_view_get_iter_at_location (view, &iter, 0, painter->visible.y);
      gtk_text_view_backward_display_line (view, &iter);
    }
  painter->start = (guint) gtk_text_iter_get_offset (&iter);

  gtk_text_view_get_iter_at_location (view, &iter, painter->visible.x + painter->visible.width,
                                      painter->visible.y + painter->visible.height);
  gtk_text_view_forward_display_line (view, &iter);
  painter->end = (guint) gtk_text_iter_get_offset (&iter) + 1;
}

static void
get_rect (Painter           *painter,
          const GtkTextIter *iter,
          GdkRectangle      *rect)
{
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (painter->self), iter, rect);
  /* Letters that run from right to left have a width below zero. */
  if (rect->width < 0)
    {
      rect->x += rect->width;
      rect->width = -rect->width;
    }
}

/* The line from @iter to @end, which stand on the same one, as high as its letters are. */
static void
append_line (Painter           *painter,
             GArray            *lines,
             const GtkTextIter *iter,
             const GtkTextIter *end)
{
  const DatelineBlock *block;
  GtkTextIter last = *end;
  GdkRectangle first_rect;
  GdkRectangle last_rect;
  graphene_rect_t line;
  double ascent;
  double descent;

  /* Spaces at the end of a line take no part. */
  do
    gtk_text_iter_backward_char (&last);
  while (gtk_text_iter_compare (&last, iter) > 0 && g_unichar_isspace (gtk_text_iter_get_char (&last)));

  block = dateline_article_buffer_get_block (painter->self->buffer, (guint) gtk_text_iter_get_offset (iter), NULL);
  if (block == NULL)
    return;

  get_rect (painter, iter, &first_rect);
  get_rect (painter, &last, &last_rect);
  dateline_article_buffer_get_metrics (painter->self->buffer, block->kind, &ascent, &descent);
  line.origin.x = MIN (first_rect.x, last_rect.x);
  line.size.width = MAX (first_rect.x + first_rect.width, last_rect.x + last_rect.width) - line.origin.x;
  line.origin.y = (float) (first_rect.y + (first_rect.height - ascent - descent) / 2);
  line.size.height = (float) (ascent + descent);
  if (line.size.width > 0)
    g_array_append_val (lines, line);
}

/* Where a part of the text stands, line by line; only what is in sight. */
static GArray *
get_lines (Painter *painter,
           guint    start,
           guint    end)
{
  GtkTextView *view = GTK_TEXT_VIEW (painter->self);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (painter->self->buffer);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  GtkTextIter iter;
  GtkTextIter stop;

  start = MAX (start, painter->start);
  end = MIN (end, painter->end);
  if (start >= end)
    return lines;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &stop, (int) end);
  while (gtk_text_iter_compare (&iter, &stop) < 0)
    {
      GtkTextIter next = iter;

      if (!gtk_text_view_forward_display_line (view, &next) ||
          gtk_text_iter_compare (&next, &stop) > 0 ||
          gtk_text_iter_compare (&next, &iter) <= 0)
        next = stop;
      append_line (painter, lines, &iter, &next);
      iter = next;
    }

  return lines;
}

static const graphene_rect_t *
get_line (GArray *lines,
          guint   position)
{
  return &g_array_index (lines, graphene_rect_t, position);
}

/* Whole lines reach as far as the widest: a ragged outline is restless. */
static void
even_out (GArray *lines)
{
  float left = G_MAXFLOAT;
  float right = -G_MAXFLOAT;

  for (guint i = 0; i < lines->len; i++)
    {
      left = MIN (left, get_line (lines, i)->origin.x);
      right = MAX (right, get_line (lines, i)->origin.x + get_line (lines, i)->size.width);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      graphene_rect_t *line = &g_array_index (lines, graphene_rect_t, i);
      float end = i + 1 < lines->len ? right : line->origin.x + line->size.width;

      if (i > 0)
        line->origin.x = left;
      line->size.width = end - line->origin.x;
    }
}

static void
draw_tint (Painter       *painter,
           guint          start,
           guint          end,
           const GdkRGBA *fill,
           const GdkRGBA *edge)
{
  g_autoptr(GArray) lines = get_lines (painter, start, end);

  if (edge != NULL)
    {
      even_out (lines);
      dateline_ink_append_outline (painter->snapshot, get_line (lines, 0), lines->len, fill, edge);
      return;
    }

  for (guint i = 0; i < lines->len; i++)
    dateline_ink_append_rounded (painter->snapshot, get_line (lines, i), 3, fill, NULL);
}

static void
draw_passage (Painter         *painter,
              DatelinePassage *passage,
              const GdkRGBA   *fill,
              const GdkRGBA   *edge)
{
  if (dateline_passage_get_article (passage) == dateline_article_buffer_get_article (painter->self->buffer))
    draw_tint (painter, dateline_passage_get_start (passage), dateline_passage_get_end (passage), fill, edge);
}

static void
draw_item (Painter      *painter,
           DatelineItem *item)
{
  GListModel *passages;

  if (item == NULL)
    return;

  passages = dateline_item_get_passages (item);
  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);

      if (passage != painter->self->passage)
        draw_passage (painter, passage, &painter->ink.related_tint, NULL);
    }
}

/* Posts stand on cards, as they do where they came from. */
static void
draw_cards (Painter *painter)
{
  GtkTextView *view = GTK_TEXT_VIEW (painter->self);
  DatelineArticle *article = dateline_article_buffer_get_article (painter->self->buffer);
  const DatelineBlock *blocks;
  guint n_blocks;
  guint i;

  if (dateline_article_buffer_get_block (painter->self->buffer, painter->start, &i) == NULL)
    return;

  blocks = dateline_article_get_blocks (article, &n_blocks);
  for (; i < n_blocks && blocks[i].start < painter->end; i++)
    {
      GtkTextIter iter;
      GdkRectangle first;
      GdkRectangle last;
      int left = gtk_text_view_get_left_margin (view);
      int right = gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_right_margin (view);
      int padding = painter->self->text_size * 2 / 3;

      if (blocks[i].kind != DATELINE_BLOCK_POST)
        continue;

      gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (painter->self->buffer), &iter, (int) blocks[i].start);
      gtk_text_view_get_iter_location (view, &iter, &first);
      gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (painter->self->buffer), &iter, (int) blocks[i].end);
      gtk_text_view_get_iter_location (view, &iter, &last);
      dateline_ink_append_rounded (painter->snapshot,
                                   &GRAPHENE_RECT_INIT (left, first.y - padding, right - left,
                                                        last.y + last.height - first.y + 2 * padding),
                                   12, &painter->ink.card, &painter->ink.card_line);
    }
}

static void
draw_underline (Painter            *painter,
                const DatelineMark *mark)
{
  g_autoptr(GArray) lines = get_lines (painter, mark->start, mark->end);
  float thickness = painter->self->text_size >= 22 ? 3 : 2;

  for (guint i = 0; i < lines->len; i++)
    {
      const graphene_rect_t *line = get_line (lines, i);
      const DatelineBlock *block = dateline_article_buffer_get_block (painter->self->buffer, mark->start, NULL);
      double ascent;
      double descent;
      graphene_rect_t under;

      dateline_article_buffer_get_metrics (painter->self->buffer, block->kind, &ascent, &descent);
      under = GRAPHENE_RECT_INIT ((float) (int) line->origin.x,
                                  (float) (int) (line->origin.y + ascent + MAX (2.5, descent * .45)),
                                  (float) (int) (line->size.width + .5f), thickness);
      if (mark->kind == DATELINE_MARK_PERSON)
        dateline_ink_append_dots (painter->snapshot, &under, &painter->ink.person);
      else
        dateline_ink_append_dashes (painter->snapshot, &under, &painter->ink.date);
    }
}

static void
draw_margin (Painter            *painter,
             const DatelineMark *mark)
{
  g_autoptr(GArray) lines = get_lines (painter, mark->start, mark->end);
  const graphene_rect_t *first;
  const graphene_rect_t *last;
  graphene_rect_t rect;
  int x;

  if (lines->len == 0)
    return;

  first = get_line (lines, 0);
  last = get_line (lines, lines->len - 1);
  if (mark->kind == DATELINE_MARK_QUOTE)
    {
      x = _dateline_article_text_get_column (painter->self, FALSE, BAR_DISTANCE, BAR_WIDTH);
      rect = GRAPHENE_RECT_INIT (x, first->origin.y + 1, BAR_WIDTH,
                                 last->origin.y + last->size.height - first->origin.y - 2);
      dateline_ink_append_rounded (painter->snapshot, &rect, BAR_WIDTH / 2.f, &painter->ink.quote, NULL);
      return;
    }

  /* The bubble stands at the first line; a rail shows how far the post goes. */
  x = _dateline_article_text_get_column (painter->self, FALSE, BUBBLE_DISTANCE, BUBBLE_SIZE);
  if (mark->start >= painter->start)
    {
      rect = GRAPHENE_RECT_INIT (x, first->origin.y + (first->size.height - BUBBLE_SIZE) / 2, BUBBLE_SIZE, BUBBLE_SIZE);
      dateline_ink_append_bubble (painter->snapshot, &rect, &painter->ink.reaction);
    }
  if (lines->len > 1)
    {
      float top = first->origin.y + first->size.height / 2 + BUBBLE_SIZE / 2 + 4;

      rect = GRAPHENE_RECT_INIT (x + BUBBLE_SIZE / 2 - 1, top, 2, last->origin.y + last->size.height - top);
      gtk_snapshot_append_color (painter->snapshot, &painter->ink.reaction, &rect);
    }
}

/* The rail: whole beside what both tell, broken beside what only this one does. */
static void
draw_rail (Painter         *painter,
           graphene_rect_t  rail,
           gboolean         whole,
           const GdkRGBA   *color)
{
  if (whole)
    gtk_snapshot_append_color (painter->snapshot, color, &rail);
  else
    for (float y = rail.origin.y; y + 3 < rail.origin.y + rail.size.height; y += 7)
      gtk_snapshot_append_color (painter->snapshot, color, &GRAPHENE_RECT_INIT (rail.origin.x, y, rail.size.width, 3));
}

static void
draw_notes (Painter *painter)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (painter->self));
  GArray *notes = painter->self->notes;
  int x = _dateline_article_text_get_column (painter->self, TRUE, NOTE_DISTANCE, NOTE_SIZE);
  float free_from = -G_MAXFLOAT;

  /* First all rails, then what stands on them. */
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      DatelineArticleNote *note = &g_array_index (notes, DatelineArticleNote, i);
      g_autoptr(GArray) lines = get_lines (painter, note->start, note->end);
      const graphene_rect_t *first;
      const graphene_rect_t *last;

      note->y = -G_MAXFLOAT;
      if (lines->len == 0)
        continue;

      first = get_line (lines, 0);
      last = get_line (lines, lines->len - 1);
      draw_rail (painter,
                 GRAPHENE_RECT_INIT (x + NOTE_SIZE / 2 - 1, first->origin.y + 3, 2,
                                     last->origin.y + last->size.height - first->origin.y - 6),
                 note->number > 0, note->number > 0 ? &painter->ink.accent : &painter->ink.quiet);
      if (note->start < painter->start)
        continue;

      /* Of one sentence there may be several notes: they stand below each other. */
      note->y = MAX (first->origin.y + (first->size.height - NOTE_SIZE) / 2, free_from);
      free_from = note->y + NOTE_SIZE + 2;
    }

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      const DatelineArticleNote *note = &g_array_index (notes, DatelineArticleNote, i);
      graphene_rect_t rect = GRAPHENE_RECT_INIT (x, note->y, NOTE_SIZE, NOTE_SIZE);

      if (note->y <= -G_MAXFLOAT)
        continue;
      if (note->number > 0)
        dateline_ink_append_number (painter->snapshot, context, &rect, note->number,
                                    &painter->ink.paper, &painter->ink.accent);
      else
        dateline_ink_append_only_here (painter->snapshot, &rect, &painter->ink.paper, &painter->ink.quiet);
    }
}

static void
draw_below (Painter *painter)
{
  DatelineArticleText *self = painter->self;
  g_autoptr(GArray) quotes = NULL;

  draw_cards (painter);

  quotes = dateline_article_marks_find (self->marks, painter->start, painter->end,
                                        self->kinds & (1u << DATELINE_MARK_QUOTE));
  for (guint i = 0; i < quotes->len; i++)
    {
      const DatelineMark *mark = dateline_article_marks_get (self->marks, g_array_index (quotes, guint, i));

      draw_tint (painter, mark->start, mark->end, &painter->ink.quote_tint, NULL);
    }

  draw_item (painter, self->item);
  if (self->hovered != self->item)
    draw_item (painter, self->hovered);
  if (self->passage != NULL)
    draw_passage (painter, self->passage, &painter->ink.accent_tint, &painter->ink.accent);
}

static void
draw_above (Painter *painter)
{
  DatelineArticleText *self = painter->self;
  g_autoptr(GArray) found = dateline_article_marks_find (self->marks, painter->start, painter->end, self->kinds);
  const DatelineMark *focus;

  for (guint i = 0; i < found->len; i++)
    {
      const DatelineMark *mark = dateline_article_marks_get (self->marks, g_array_index (found, guint, i));

      switch (mark->kind)
        {
        case DATELINE_MARK_PERSON:
        case DATELINE_MARK_DATE:
          draw_underline (painter, mark);
          break;
        case DATELINE_MARK_QUOTE:
        case DATELINE_MARK_REACTION:
        default:
          draw_margin (painter, mark);
          break;
        }
    }

  draw_notes (painter);

  focus = dateline_article_marks_get (self->marks, self->mark);
  if (focus != NULL && gtk_widget_has_focus (GTK_WIDGET (self)))
    {
      g_autoptr(GArray) lines = get_lines (painter, focus->start, focus->end);

      dateline_ink_append_outline (painter->snapshot, get_line (lines, 0), lines->len, NULL, &painter->ink.accent);
    }
}

void
_dateline_article_text_snapshot_layer (GtkTextView      *view,
                                       GtkTextViewLayer  layer,
                                       GtkSnapshot      *snapshot)
{
  DatelineArticleText *self = DATELINE_ARTICLE_TEXT (view);
  Painter painter;

  if (self->marks == NULL)
    return;

  painter_init (&painter, self, snapshot);
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    draw_below (&painter);
  else
    draw_above (&painter);
}
