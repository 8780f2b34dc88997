/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-item.h"
#include "dateline-passage.h"
#include "dateline-person.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_SPLIT_PART (dateline_split_part_get_type ())

G_DECLARE_FINAL_TYPE (DatelineSplitPart, dateline_split_part, DATELINE, SPLIT_PART, GObject)

DatelineSplitPart *dateline_split_part_new_alias   (const char        *alias);
DatelineSplitPart *dateline_split_part_new_mention (DatelinePassage   *passage);
DatelineSplitPart *dateline_split_part_new_item    (DatelineItem      *item);
const char        *dateline_split_part_get_alias   (DatelineSplitPart *self);
DatelinePassage   *dateline_split_part_get_passage (DatelineSplitPart *self);
DatelineItem      *dateline_split_part_get_item    (DatelineSplitPart *self);
gboolean           dateline_split_part_get_ticked  (DatelineSplitPart *self);
void               dateline_split_part_set_ticked  (DatelineSplitPart *self,
                                                    gboolean           ticked);
char              *dateline_split_part_dup_text    (DatelineSplitPart *self,
                                                    gsize             *from,
                                                    gsize             *to);
char              *dateline_split_part_dup_detail  (DatelineSplitPart *self);

G_END_DECLS
