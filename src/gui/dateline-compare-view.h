/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-view.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_COMPARE_VIEW (dateline_compare_view_get_type ())

G_DECLARE_FINAL_TYPE (DatelineCompareView, dateline_compare_view, DATELINE, COMPARE_VIEW, DatelineView)

G_END_DECLS
