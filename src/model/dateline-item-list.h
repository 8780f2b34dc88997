/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the model. */
#pragma once

#include "dateline-item.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ITEM_LIST (dateline_item_list_get_type ())

G_DECLARE_FINAL_TYPE (DatelineItemList, dateline_item_list, DATELINE, ITEM_LIST, GObject)

DatelineItemList *dateline_item_list_new    (GType             item_type);
gboolean          dateline_item_list_find   (DatelineItemList *self,
                                             DatelineItem     *item,
                                             guint            *position);
void              dateline_item_list_insert (DatelineItemList *self,
                                             DatelineItem     *item,
                                             guint             position);
void              dateline_item_list_remove (DatelineItemList *self,
                                             DatelineItem     *item);
void              dateline_item_list_move   (DatelineItemList *self,
                                             DatelineItem     *item,
                                             guint             position);
void              dateline_item_list_touch  (DatelineItemList *self,
                                             DatelineItem     *item);

G_END_DECLS
