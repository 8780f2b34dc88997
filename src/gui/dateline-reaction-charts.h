/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-reaction-filter.h"
#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_REACTION_CHARTS (dateline_reaction_charts_get_type ())

G_DECLARE_FINAL_TYPE (DatelineReactionCharts, dateline_reaction_charts, DATELINE, REACTION_CHARTS, AdwBin)

void dateline_reaction_charts_refresh (DatelineReactionCharts *self);

G_END_DECLS
