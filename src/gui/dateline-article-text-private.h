/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-article-buffer.h"
#include "dateline-article-text.h"

G_BEGIN_DECLS

struct _DatelineArticleText
{
  GtkTextView parent_instance;

  DatelineArticleBuffer *buffer; /* unowned: the view holds it */
  DatelineArticleMarks  *marks;
  GtkWidget             *header; /* unowned: a child */
  int                    header_left;
  int                    header_height;
  double                 header_scroll;
  GtkTextMark           *target; /* unowned: where to scroll to */
  gboolean               is_held;  /* whether the target stays in its place while the text is still laid out */
  guint                  hold_id;
  guint                  allocate_id;
  gboolean               is_allocating;
  DatelineItem          *item;
  DatelinePassage       *passage;
  DatelineItem          *hovered;
  GArray                *notes;  /* of DatelineArticleNote, by start */
  char                  *family;
  int                    text_size;
  double                 line_height;
  guint                  kinds;

  guint                  mark;      /* the mark that the keyboard is at, or DATELINE_NO_MARK */
  gboolean               is_pressed;
  guint                  settle_id;
  double                 pointer_x;
  double                 pointer_y;
};

/* The columns of the margin, as distances from the text. */
#define BAR_DISTANCE     11
#define BAR_WIDTH        3
#define BUBBLE_DISTANCE  20
#define BUBBLE_SIZE      16
#define NOTE_DISTANCE    8
#define NOTE_SIZE        20

void     _dateline_article_text_snapshot_layer   (GtkTextView         *view,
                                                  GtkTextViewLayer     layer,
                                                  GtkSnapshot         *snapshot);
int      _dateline_article_text_get_column       (DatelineArticleText *self,
                                                  gboolean             at_end,
                                                  int                  distance,
                                                  int                  width);
void     _dateline_article_text_class_input_init (DatelineArticleTextClass *klass);
void     _dateline_article_text_input_init       (DatelineArticleText *self);
void     _dateline_article_text_input_dispose    (DatelineArticleText *self);
void     _dateline_article_text_set_mark         (DatelineArticleText *self,
                                                  guint                mark);
gboolean _dateline_article_text_start_caret      (GtkWidget           *widget,
                                                  GVariant            *args,
                                                  gpointer             user_data);

G_END_DECLS
