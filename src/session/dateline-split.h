/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-edit.h"
#include "dateline-index.h"
#include "dateline-split-part.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_SPLIT (dateline_split_get_type ())

G_DECLARE_FINAL_TYPE (DatelineSplit, dateline_split, DATELINE, SPLIT, GObject)

DatelineSplit  *dateline_split_new            (DatelineIndex  *index,
                                               DatelinePerson *person);
GListModel     *dateline_split_get_parts      (DatelineSplit  *self);
guint           dateline_split_get_n_ticked   (DatelineSplit  *self);
char           *dateline_split_dup_first_name (DatelineSplit  *self);
DatelineEdit   *dateline_split_create_edit    (DatelineSplit  *self,
                                               const char     *name,
                                               char          **id);

G_END_DECLS
