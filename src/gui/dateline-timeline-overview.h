/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_TIMELINE_OVERVIEW (dateline_timeline_overview_get_type ())

G_DECLARE_FINAL_TYPE (DatelineTimelineOverview, dateline_timeline_overview, DATELINE, TIMELINE_OVERVIEW, GtkWidget)

void dateline_timeline_overview_set_session (DatelineTimelineOverview *self,
                                             DatelineSession          *session);
void dateline_timeline_overview_refresh     (DatelineTimelineOverview *self);

G_END_DECLS
