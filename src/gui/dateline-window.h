/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-application.h"
#include "dateline-editor.h"
#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_WINDOW (dateline_window_get_type ())

G_DECLARE_FINAL_TYPE (DatelineWindow, dateline_window, DATELINE, WINDOW, AdwApplicationWindow)

DatelineWindow   *dateline_window_new          (DatelineApplication *application);
void              dateline_window_open         (DatelineWindow      *self,
                                                GFile               *file);
GFile            *dateline_window_get_file     (DatelineWindow      *self);
DatelineSession  *dateline_window_get_session  (DatelineWindow      *self);
gboolean          dateline_window_flush        (DatelineWindow      *self);
DatelineEditor   *dateline_window_get_editor   (DatelineWindow      *self);
DatelineSettings *dateline_window_get_settings (DatelineWindow      *self);
void              dateline_window_add_toast    (DatelineWindow      *self,
                                                AdwToast            *toast);

G_END_DECLS
