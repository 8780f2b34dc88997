/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-merge.h"
#include "dateline-row-changes.h"

G_BEGIN_DECLS

GHashTable *dateline_merge_text_find_kept   (DatelineMerge           *merge,
                                             GError                 **error);
gboolean    dateline_merge_text_has_passage (sqlite3                 *db,
                                             const DatelineRowChange *change,
                                             GHashTable              *articles);
gboolean    dateline_merge_text_anchor      (DatelineMerge           *merge,
                                             GError                 **error);

G_END_DECLS
