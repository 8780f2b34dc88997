/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "dateline-conflict.h"
#include "dateline-story-file.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_MERGE (dateline_merge_get_type ())

G_DECLARE_FINAL_TYPE (DatelineMerge, dateline_merge, DATELINE, MERGE, GObject)

DatelineMerge *dateline_merge_new           (DatelineStoryFile  *into,
                                             const char         *path,
                                             GError            **error);
GListModel    *dateline_merge_get_conflicts (DatelineMerge      *self);
guint          dateline_merge_get_n_changes (DatelineMerge      *self);
gboolean       dateline_merge_apply         (DatelineMerge      *self,
                                             GError            **error);

G_END_DECLS
