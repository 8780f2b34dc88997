/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-edit.h"

G_BEGIN_DECLS

DatelineEdit *dateline_order_move (DatelineStory *story,
                                   DatelineItem  *item,
                                   int            by);
DatelineEdit *dateline_order_drop (DatelineStory *story,
                                   DatelineItem  *item,
                                   DatelineItem  *onto,
                                   gboolean       behind);

G_END_DECLS
