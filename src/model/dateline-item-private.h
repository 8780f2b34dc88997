/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the model. */
#pragma once

#include "dateline-item.h"

G_BEGIN_DECLS

void           dateline_item_notify_label (DatelineItem  *self);
void           dateline_item_unlink       (DatelineItem  *self);
GSequenceIter *dateline_item_get_place    (DatelineItem  *self);
void           dateline_item_set_place    (DatelineItem  *self,
                                           GSequenceIter *place);

G_END_DECLS
