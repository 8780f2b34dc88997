/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-index.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ARTICLE_ENTRY (dateline_article_entry_get_type ())

G_DECLARE_FINAL_TYPE (DatelineArticleEntry, dateline_article_entry, DATELINE, ARTICLE_ENTRY, GObject)

DatelineArticleEntry *dateline_article_entry_new         (DatelineItem         *item);
DatelineArticleEntry *dateline_article_entry_new_heading (const char           *title);
DatelineArticleEntry *dateline_article_entry_new_article (DatelineArticle      *article,
                                                          DatelineIndex        *index);
void                  dateline_article_entry_refresh     (DatelineArticleEntry *self);
gboolean              dateline_article_entry_equal       (gconstpointer         a,
                                                          gconstpointer         b);
DatelineItem         *dateline_article_entry_get_item    (DatelineArticleEntry *self);
void                  dateline_article_entry_add_passage (DatelineArticleEntry *self,
                                                          DatelinePassage      *passage);
DatelinePassage      *dateline_article_entry_get_next    (DatelineArticleEntry *self,
                                                          DatelinePassage      *after);

G_END_DECLS
