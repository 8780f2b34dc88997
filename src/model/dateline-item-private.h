/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the model. */
#pragma once

#include "dateline-slots.h"
#include "dateline-source.h"

G_BEGIN_DECLS

void             dateline_item_notify_label (DatelineItem      *self);
void             dateline_item_unlink       (DatelineItem      *self);
void             dateline_item_tell_of_passages (DatelineItem  *self);

/* Where the item is in the list of its story, and what it is there */
DatelineLeaf    *dateline_item_get_place    (DatelineItem      *self);
void             dateline_item_set_place    (DatelineItem      *self,
                                             DatelineLeaf      *place);
const gint64    *dateline_item_peek_key     (DatelineItem      *self);
void             dateline_item_set_key      (DatelineItem      *self,
                                             gint64             key);

/* Parts that are in the source of the story, and not in memory */
DatelineStory   *dateline_item_get_story    (DatelineItem      *self);
void             dateline_item_set_story    (DatelineItem      *self,
                                             DatelineStory     *story,
                                             DatelineItemParts  missing);
gboolean         dateline_item_misses       (DatelineItem      *self,
                                             DatelineItemParts  parts);
void             dateline_item_need         (DatelineItem      *self,
                                             DatelineItemParts  parts);
void             dateline_item_settle       (DatelineItem      *self,
                                             DatelineItemParts  parts);

DatelineItem    *dateline_item_new_blank    (GType              type,
                                             const char        *id);
DatelineItemKind dateline_item_type_get_kind (GType             type);

G_END_DECLS
