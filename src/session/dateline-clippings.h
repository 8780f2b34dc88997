/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-clipping.h"
#include "dateline-story.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_CLIPPINGS (dateline_clippings_get_type ())

G_DECLARE_FINAL_TYPE (DatelineClippings, dateline_clippings, DATELINE, CLIPPINGS, GObject)

DatelineClippings *dateline_clippings_new       (void);
void               dateline_clippings_follow    (DatelineClippings *self,
                                                 DatelineStory     *story);
gboolean           dateline_clippings_add       (DatelineClippings *self,
                                                 DatelineItem      *item,
                                                 DatelinePassage   *passage);
void               dateline_clippings_insert    (DatelineClippings *self,
                                                 guint              position,
                                                 DatelineClipping  *clipping);
void               dateline_clippings_set       (DatelineClippings *self,
                                                 GPtrArray         *clippings);
void               dateline_clippings_remove    (DatelineClippings *self,
                                                 guint              position);
void               dateline_clippings_move      (DatelineClippings *self,
                                                 guint              from,
                                                 guint              to);
gboolean           dateline_clippings_find      (DatelineClippings *self,
                                                 DatelineItem      *item,
                                                 DatelinePassage   *passage,
                                                 guint             *position);

G_END_DECLS
