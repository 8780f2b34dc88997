/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-index.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_MARK_PERSON,
  DATELINE_MARK_QUOTE,
  DATELINE_MARK_DATE,
  DATELINE_MARK_REACTION
} DatelineMarkKind;

#define DATELINE_N_MARK_KINDS (DATELINE_MARK_REACTION + 1)
#define DATELINE_ALL_MARKS    ((1u << DATELINE_N_MARK_KINDS) - 1)
#define DATELINE_NO_MARK      G_MAXUINT

/**
 * DatelineMark:
 * @kind: what is marked
 * @start: where it starts in the article's text, in code points
 * @end: where it ends, exclusive
 * @item: (nullable): the item, %NULL for a date
 * @passage: the passage
 * @date: (nullable): the date, %NULL for an item
 *
 * A marked span of an article.
 */
typedef struct
{
  DatelineMarkKind kind;
  guint            start;
  guint            end;
  DatelineItem    *item;
  DatelinePassage *passage;
  DatelineDate    *date;
} DatelineMark;

#define DATELINE_TYPE_ARTICLE_MARKS (dateline_article_marks_get_type ())

G_DECLARE_FINAL_TYPE (DatelineArticleMarks, dateline_article_marks, DATELINE, ARTICLE_MARKS, GObject)

DatelineArticleMarks *dateline_article_marks_new           (DatelineIndex        *index,
                                                            DatelineArticle      *article);
guint                 dateline_article_marks_get_n_marks   (DatelineArticleMarks *self);
const DatelineMark   *dateline_article_marks_get           (DatelineArticleMarks *self,
                                                            guint                 position);
GArray               *dateline_article_marks_find          (DatelineArticleMarks *self,
                                                            guint                 start,
                                                            guint                 end,
                                                            guint                 kinds);
guint                 dateline_article_marks_find_shortest (DatelineArticleMarks *self,
                                                            guint                 offset,
                                                            guint                 kinds);
guint                 dateline_article_marks_find_next     (DatelineArticleMarks *self,
                                                            guint                 offset,
                                                            guint                 kinds);
guint                 dateline_article_marks_step          (DatelineArticleMarks *self,
                                                            guint                 position,
                                                            int                   by,
                                                            guint                 kinds);
DatelineEvent        *dateline_article_marks_dup_event     (DatelineArticleMarks *self,
                                                            guint                 position,
                                                            DatelinePassage     **passage);
char                 *dateline_mark_describe               (const DatelineMark   *mark);

G_END_DECLS
