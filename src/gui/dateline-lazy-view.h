/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-view.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_LAZY_VIEW (dateline_lazy_view_get_type ())

G_DECLARE_FINAL_TYPE (DatelineLazyView, dateline_lazy_view, DATELINE, LAZY_VIEW, AdwBin)

void          dateline_lazy_view_set_context (DatelineLazyView *self,
                                              DatelineSession  *session,
                                              DatelineSettings *settings);
DatelineView *dateline_lazy_view_get_view    (DatelineLazyView *self);

G_END_DECLS
