/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-article.h"
#include "dateline-claim.h"
#include "dateline-event.h"
#include "dateline-item.h"
#include "dateline-person.h"
#include "dateline-quote.h"
#include "dateline-reaction.h"
#include "dateline-source.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_STORY (dateline_story_get_type ())

G_DECLARE_FINAL_TYPE (DatelineStory, dateline_story, DATELINE, STORY, GObject)

DatelineStory *dateline_story_new             (const char       *id,
                                               const char       *title,
                                               const char       *description,
                                               const char       *language);
const char    *dateline_story_get_id          (DatelineStory    *self);
const char    *dateline_story_get_title       (DatelineStory    *self);
const char    *dateline_story_get_description (DatelineStory    *self);
const char    *dateline_story_get_language    (DatelineStory    *self);
const char    *dateline_story_get_note        (DatelineStory    *self);
GListModel    *dateline_story_get_articles    (DatelineStory    *self);
GListModel    *dateline_story_get_people      (DatelineStory    *self);
GListModel    *dateline_story_get_events      (DatelineStory    *self);
GListModel    *dateline_story_get_quotes      (DatelineStory    *self);
GListModel    *dateline_story_get_reactions   (DatelineStory    *self);
GListModel    *dateline_story_get_claims      (DatelineStory    *self);
GListModel    *dateline_story_get_items       (DatelineStory    *self,
                                               DatelineItemKind  kind);
gboolean       dateline_story_add             (DatelineStory    *self,
                                               DatelineItem     *item);
gboolean       dateline_story_insert          (DatelineStory    *self,
                                               DatelineItem     *item,
                                               guint             position);
void           dateline_story_remove          (DatelineStory    *self,
                                               DatelineItem     *item);
void           dateline_story_move            (DatelineStory    *self,
                                               DatelineItem     *item,
                                               guint             position);
void           dateline_story_touch           (DatelineStory    *self,
                                               DatelineItem     *item);
gboolean       dateline_story_find            (DatelineStory    *self,
                                               DatelineItem     *item,
                                               guint            *position);
void           dateline_story_begin_changes   (DatelineStory    *self);
void           dateline_story_end_changes     (DatelineStory    *self);
DatelineItem  *dateline_story_lookup          (DatelineStory    *self,
                                               const char       *id);

/* Stories whose items are loaded when they are looked at */
void            dateline_story_set_source     (DatelineStory     *self,
                                               DatelineSource    *source);
DatelineSource *dateline_story_get_source     (DatelineStory     *self);
void            dateline_story_set_fleeting   (DatelineStory     *self,
                                               gboolean           is_fleeting);
gboolean        dateline_story_get_fleeting   (DatelineStory     *self);
void            dateline_story_forget         (DatelineStory     *self,
                                               guint              n_kept);
DatelineItem   *dateline_story_peek           (DatelineStory     *self,
                                               const char        *id);
GPtrArray      *dateline_story_dup_made       (DatelineStory     *self);
DatelineItem   *dateline_story_lookup_key     (DatelineStory     *self,
                                               DatelineItemKind   kind,
                                               gint64             key);
GListModel     *dateline_story_dup_list       (DatelineStory     *self,
                                               DatelineItemKind   kind,
                                               GArray            *keys);
void            dateline_story_adopt          (DatelineStory     *self,
                                               DatelineItem      *item,
                                               gint64             key,
                                               DatelineItemParts  missing);
void            dateline_story_set_key        (DatelineStory     *self,
                                               DatelineItem      *item,
                                               gint64             key);
gboolean        dateline_story_misses         (DatelineStory     *self,
                                               DatelineItem      *item,
                                               DatelineItemParts  parts);
void            dateline_story_place          (DatelineStory     *self,
                                               DatelineItem      *item,
                                               gboolean           is_new,
                                               const char        *after_id,
                                               gint64             after_key);
void            dateline_story_doubt          (DatelineStory     *self,
                                               DatelineItemKind   kind);
void            dateline_story_reload         (DatelineStory     *self);

G_END_DECLS
