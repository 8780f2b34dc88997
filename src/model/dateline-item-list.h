/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the model. */
#pragma once

#include "dateline-source.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ITEM_LIST (dateline_item_list_get_type ())

G_DECLARE_FINAL_TYPE (DatelineItemList, dateline_item_list, DATELINE, ITEM_LIST, GObject)

DatelineItemList *dateline_item_list_new        (GType              item_type);
void              dateline_item_list_set_source (DatelineItemList  *self,
                                                 DatelineSource    *source);
void              dateline_item_list_close      (DatelineItemList  *self);
void              dateline_item_list_forget     (DatelineItemList  *self,
                                                 DatelineItem      *item);
void              dateline_item_list_adopt      (DatelineItemList  *self,
                                                 DatelineItem      *item);
DatelineItem     *dateline_item_list_lookup_key (DatelineItemList  *self,
                                                 gint64             key);
void              dateline_item_list_change_key (DatelineItemList  *self,
                                                 DatelineItem      *item,
                                                 gint64             key);
DatelineItem     *dateline_item_list_peek       (DatelineItemList  *self,
                                                 guint              position);
GPtrArray        *dateline_item_list_dup_made   (DatelineItemList  *self);
gboolean          dateline_item_list_holds      (DatelineItemList  *self,
                                                 DatelineItem      *item);
gboolean          dateline_item_list_find       (DatelineItemList  *self,
                                                 DatelineItem      *item,
                                                 guint             *position);
gboolean          dateline_item_list_find_key   (DatelineItemList  *self,
                                                 gint64             key,
                                                 guint             *position);
gint64            dateline_item_list_get_key    (DatelineItemList  *self,
                                                 guint              position);
gboolean          dateline_item_list_is_listed  (DatelineItemList  *self);
void              dateline_item_list_insert     (DatelineItemList  *self,
                                                 DatelineItem      *item,
                                                 guint              position);
void              dateline_item_list_remove     (DatelineItemList  *self,
                                                 DatelineItem      *item);
void              dateline_item_list_move       (DatelineItemList  *self,
                                                 DatelineItem      *item,
                                                 guint              position);
void              dateline_item_list_touch      (DatelineItemList  *self,
                                                 DatelineItem      *item);
void              dateline_item_list_doubt      (DatelineItemList  *self);
void              dateline_item_list_reload     (DatelineItemList  *self,
                                                 GPtrArray         *lost);

G_END_DECLS
