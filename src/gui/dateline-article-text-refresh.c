/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader when its article changed: what has not changed stays under the reader's eyes. */
#include "config.h"

#include "dateline-article-text-private.h"

/* The mark that stands where @old stood. */
static guint
find_mark (DatelineArticleMarks *marks,
           const DatelineMark   *old)
{
  guint n = dateline_article_marks_get_n_marks (marks);

  for (guint i = 0; i < n; i++)
    {
      const DatelineMark *mark = dateline_article_marks_get (marks, i);

      if (mark->kind == old->kind && mark->item == old->item && mark->start == old->start && mark->end == old->end)
        return i;
    }

  return DATELINE_NO_MARK;
}

/* The first place of the text that is in sight. */
static int
get_first_offset (DatelineArticleText *self)
{
  GdkRectangle visible;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, visible.x, visible.y);

  return gtk_text_iter_get_offset (&iter);
}

/**
 * dateline_article_text_refresh:
 * @self: a `DatelineArticleText`
 * @marks: what is marked in the article now
 *
 * Shows the article as it is now. Where the reader is, and what they have selected, stays.
 */
void
dateline_article_text_refresh (DatelineArticleText  *self,
                               DatelineArticleMarks *marks)
{
  const DatelineMark *old;
  int first;

  g_return_if_fail (DATELINE_IS_ARTICLE_TEXT (self));
  g_return_if_fail (DATELINE_IS_ARTICLE_MARKS (marks));

  old = self->mark != DATELINE_NO_MARK ? dateline_article_marks_get (self->marks, self->mark) : NULL;
  self->mark = old != NULL ? find_mark (marks, old) : DATELINE_NO_MARK;
  g_set_object (&self->marks, marks);

  first = get_first_offset (self);
  if (dateline_article_buffer_refresh (self->buffer))
    {
      GtkTextIter iter;

      dateline_article_text_let_go (self);
      gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &iter, first);
      gtk_text_buffer_move_mark (GTK_TEXT_BUFFER (self->buffer), self->target, &iter);
      gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), self->target, 0, TRUE, 0, 0);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
