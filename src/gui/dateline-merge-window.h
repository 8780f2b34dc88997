/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-merge.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_MERGE_WINDOW (dateline_merge_window_get_type ())

G_DECLARE_FINAL_TYPE (DatelineMergeWindow, dateline_merge_window, DATELINE, MERGE_WINDOW, AdwWindow)

DatelineMergeWindow *dateline_merge_window_new (DatelineMerge *merge);

G_END_DECLS
