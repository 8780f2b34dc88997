/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-view.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_TIMELINE_VIEW (dateline_timeline_view_get_type ())

G_DECLARE_FINAL_TYPE (DatelineTimelineView, dateline_timeline_view, DATELINE, TIMELINE_VIEW, DatelineView)

G_END_DECLS
