/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-view.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_REACTIONS_VIEW (dateline_reactions_view_get_type ())

G_DECLARE_FINAL_TYPE (DatelineReactionsView, dateline_reactions_view, DATELINE, REACTIONS_VIEW, DatelineView)

G_END_DECLS
