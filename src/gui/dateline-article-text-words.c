/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that the reader selected in an article, and where they are. */
#include "config.h"

#include "dateline-article-text-private.h"

/* By the keys, words are selected from a caret; without one the keys would scroll. */
gboolean
_dateline_article_text_start_caret (GtkWidget *widget,
                                    GVariant  *args,
                                    gpointer   user_data)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);

  if (!gtk_text_view_get_cursor_visible (view))
    {
      gtk_text_view_set_cursor_visible (view, TRUE);
      gtk_text_view_place_cursor_onscreen (view);
    }

  /* The text view itself moves it. */
  return FALSE;
}

/**
 * dateline_article_text_dup_words:
 * @self: a `DatelineArticleText`
 *
 * The words that are selected; without a selection, those of the mark that the keyboard is at.
 *
 * Returns: (transfer full) (nullable): the passage, or %NULL
 */
DatelinePassage *
dateline_article_text_dup_words (DatelineArticleText *self)
{
  DatelineArticle *article;
  const DatelineMark *mark;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (DATELINE_IS_ARTICLE_TEXT (self), NULL);

  article = dateline_article_buffer_get_article (self->buffer);
  if (article == NULL)
    return NULL;

  if (gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end))
    return dateline_passage_new (article,
                                 (guint) gtk_text_iter_get_offset (&start),
                                 (guint) gtk_text_iter_get_offset (&end));

  mark = self->marks != NULL ? dateline_article_marks_get (self->marks, self->mark) : NULL;

  return mark != NULL ? g_object_ref (mark->passage) : NULL;
}

/**
 * dateline_article_text_unselect:
 * @self: a `DatelineArticleText`
 *
 * Selects no words.
 */
void
dateline_article_text_unselect (DatelineArticleText *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter end;

  g_return_if_fail (DATELINE_IS_ARTICLE_TEXT (self));

  buffer = GTK_TEXT_BUFFER (self->buffer);
  if (gtk_text_buffer_get_selection_bounds (buffer, NULL, &end))
    gtk_text_buffer_place_cursor (buffer, &end);
}

/**
 * dateline_article_text_get_words_area:
 * @self: a `DatelineArticleText`
 * @area: (out): the lines that the selected words are on, in the coordinates of the widget; on a single line no wider than
 *     the words
 *
 * Where the selected words are.
 *
 * Returns: %FALSE if none are selected
 */
gboolean
dateline_article_text_get_words_area (DatelineArticleText *self,
                                      GdkRectangle        *area)
{
  GtkTextView *view;
  GdkRectangle first;
  GdkRectangle last;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (DATELINE_IS_ARTICLE_TEXT (self), FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  view = GTK_TEXT_VIEW (self);
  if (!gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end))
    return FALSE;

  gtk_text_view_get_iter_location (view, &start, &first);
  gtk_text_view_get_iter_location (view, &end, &last);
  if (first.y == last.y)
    {
      area->x = MIN (first.x, last.x);
      area->width = MAX (1, ABS (last.x - first.x));
    }
  else
    {
      area->x = gtk_text_view_get_left_margin (view);
      area->width = gtk_widget_get_width (GTK_WIDGET (self)) - area->x - gtk_text_view_get_right_margin (view);
    }
  area->height = last.y + last.height - first.y;
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, area->x, first.y, &area->x, &area->y);

  return TRUE;
}
