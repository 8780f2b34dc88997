/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the timeline. */
#pragma once

#include "dateline-timeline-lanes.h"

G_BEGIN_DECLS

GPtrArray *dateline_timeline_lane_builder_run (DatelineStory               *story,
                                               const DatelineTimelineLanes *entries,
                                               DatelineTimelineLaneMode     mode);

G_END_DECLS
