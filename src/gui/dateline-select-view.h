/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-view.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_SELECT_VIEW (dateline_select_view_get_type ())

G_DECLARE_FINAL_TYPE (DatelineSelectView, dateline_select_view, DATELINE, SELECT_VIEW, DatelineView)

void       dateline_select_view_set_kind  (DatelineSelectView *self,
                                           DatelineItemKind    kind);
void       dateline_select_view_select    (DatelineSelectView *self,
                                           DatelineItem       *item);
GPtrArray *dateline_select_view_dup_items (DatelineSelectView *self);

G_END_DECLS
