/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-editor.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_SPLIT_WINDOW (dateline_split_window_get_type ())

G_DECLARE_FINAL_TYPE (DatelineSplitWindow, dateline_split_window, DATELINE, SPLIT_WINDOW, AdwWindow)

DatelineSplitWindow *dateline_split_window_new (DatelineSession *session,
                                                DatelineEditor  *editor,
                                                DatelinePerson  *person);

G_END_DECLS
