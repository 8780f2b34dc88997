/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-article-marks.h"

G_BEGIN_DECLS

/**
 * DatelineArticleNote:
 * @start: where the noted passage starts, in code points
 * @end: where it ends, exclusive
 * @number: the number that stands beside it, or 0 for what only this article says
 * @item: (unowned): what the passage reports
 * @passage: (unowned): the passage
 * @y: where the note was drawn, for the pointer
 *
 * A note in the outer margin, when two articles stand side by side.
 */
typedef struct
{
  guint            start;
  guint            end;
  guint            number;
  DatelineItem    *item;
  DatelinePassage *passage;
  float            y;
} DatelineArticleNote;

#define DATELINE_TYPE_ARTICLE_TEXT (dateline_article_text_get_type ())

G_DECLARE_FINAL_TYPE (DatelineArticleText, dateline_article_text, DATELINE, ARTICLE_TEXT, GtkTextView)

void      dateline_article_text_set_article   (DatelineArticleText  *self,
                                               DatelineArticle      *article,
                                               DatelineArticleMarks *marks);
void      dateline_article_text_refresh       (DatelineArticleText  *self,
                                               DatelineArticleMarks *marks);
guint     dateline_article_text_get_kinds     (DatelineArticleText  *self);
void      dateline_article_text_set_kinds     (DatelineArticleText  *self,
                                               guint                 kinds);
void      dateline_article_text_set_selection (DatelineArticleText  *self,
                                               DatelineItem         *item,
                                               DatelinePassage      *passage);
void      dateline_article_text_set_hovered   (DatelineArticleText  *self,
                                               DatelineItem         *item);
void      dateline_article_text_set_notes     (DatelineArticleText  *self,
                                               GArray               *notes);
void      dateline_article_text_scroll_to     (DatelineArticleText  *self,
                                               DatelinePassage      *passage,
                                               gboolean              always);
void      dateline_article_text_let_go        (DatelineArticleText  *self);
guint     dateline_article_text_get_mark      (DatelineArticleText  *self);
gboolean  dateline_article_text_get_position  (DatelineArticleText  *self,
                                               guint                 offset,
                                               int                  *y);
const char *
          dateline_article_text_get_family    (DatelineArticleText  *self);
DatelinePassage *
          dateline_article_text_dup_words     (DatelineArticleText  *self);
void      dateline_article_text_unselect      (DatelineArticleText  *self);
gboolean  dateline_article_text_get_words_area
                                              (DatelineArticleText  *self,
                                               GdkRectangle         *area);

G_END_DECLS
