/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-article.h"
#include "dateline-story.h"

G_BEGIN_DECLS

/**
 * DatelineLostPassage:
 * @item: what the passage told of
 * @words: the words that are not in the article any more
 *
 * A passage that found no place in a new text.
 */
typedef struct
{
  DatelineItem *item;
  char         *words;
} DatelineLostPassage;

#define DATELINE_TYPE_EDIT (dateline_edit_get_type ())

G_DECLARE_FINAL_TYPE (DatelineEdit, dateline_edit, DATELINE, EDIT, GObject)

DatelineEdit *dateline_edit_new           (const char              *name);
const char   *dateline_edit_get_name      (DatelineEdit            *self);
const char   *dateline_edit_get_merge_key (DatelineEdit            *self);
void          dateline_edit_set_merge_key (DatelineEdit            *self,
                                           const char              *key);
void          dateline_edit_put           (DatelineEdit            *self,
                                           DatelineItem            *draft,
                                           DatelineItem            *base);
void          dateline_edit_remove        (DatelineEdit            *self,
                                           const char              *id);
void          dateline_edit_move          (DatelineEdit            *self,
                                           const char              *id,
                                           const char              *before_id);
void          dateline_edit_set_details   (DatelineEdit            *self,
                                           DatelineStory           *base,
                                           const char              *title,
                                           const char              *description,
                                           const char              *language,
                                           const char              *note);
void          dateline_edit_replace_text  (DatelineEdit            *self,
                                           DatelineArticle         *article,
                                           const DatelineBlockKind *kinds,
                                           const char * const      *texts);
void          dateline_edit_set_clippings (DatelineEdit            *self,
                                           GPtrArray               *base,
                                           GPtrArray               *clippings);
gboolean      dateline_edit_get_is_effective
                                          (DatelineEdit            *self);
GPtrArray    *dateline_edit_get_removed   (DatelineEdit            *self);
GPtrArray    *dateline_edit_get_lost      (DatelineEdit            *self);

char         *dateline_edit_dup_new_id    (DatelineItemKind         kind);

G_END_DECLS
