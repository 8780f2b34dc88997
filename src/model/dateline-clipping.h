/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-item.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_CLIPPING (dateline_clipping_get_type ())

G_DECLARE_FINAL_TYPE (DatelineClipping, dateline_clipping, DATELINE, CLIPPING, GObject)

DatelineClipping *dateline_clipping_new         (DatelineItem     *item,
                                                 DatelinePassage  *passage);
DatelineItem     *dateline_clipping_get_item    (DatelineClipping *self);
DatelinePassage  *dateline_clipping_get_passage (DatelineClipping *self);
const char       *dateline_clipping_get_note    (DatelineClipping *self);
void              dateline_clipping_set_note    (DatelineClipping *self,
                                                 const char       *note);
const char       *dateline_clipping_get_text    (DatelineClipping *self);
DatelineArticle  *dateline_clipping_get_article (DatelineClipping *self);
DatelinePerson   *dateline_clipping_get_speaker (DatelineClipping *self);
gboolean          dateline_clipping_equal       (DatelineClipping *self,
                                                 DatelineClipping *other);

G_END_DECLS
