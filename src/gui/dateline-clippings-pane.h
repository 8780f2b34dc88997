/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-view.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_CLIPPINGS_PANE (dateline_clippings_pane_get_type ())

G_DECLARE_FINAL_TYPE (DatelineClippingsPane, dateline_clippings_pane, DATELINE, CLIPPINGS_PANE, DatelineView)

G_END_DECLS
