/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-reaction-filter.h"
#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_FILTER_CHIPS (dateline_filter_chips_get_type ())

G_DECLARE_FINAL_TYPE (DatelineFilterChips, dateline_filter_chips, DATELINE, FILTER_CHIPS, GtkWidget)

void dateline_filter_chips_set_up  (DatelineFilterChips    *self,
                                    DatelineSession        *session,
                                    DatelineReactionFilter *filter);
void dateline_filter_chips_refresh (DatelineFilterChips    *self);

G_END_DECLS
