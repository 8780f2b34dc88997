/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-editor.h"
#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_RESTORE_WINDOW (dateline_restore_window_get_type ())

G_DECLARE_FINAL_TYPE (DatelineRestoreWindow, dateline_restore_window, DATELINE, RESTORE_WINDOW, AdwWindow)

DatelineRestoreWindow *dateline_restore_window_new (DatelineSession *session,
                                                    DatelineEditor  *editor,
                                                    AdwToastOverlay *overlay);

G_END_DECLS
