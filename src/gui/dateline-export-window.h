/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-session.h"
#include "dateline-settings.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_EXPORT_WINDOW (dateline_export_window_get_type ())

G_DECLARE_FINAL_TYPE (DatelineExportWindow, dateline_export_window, DATELINE, EXPORT_WINDOW, AdwWindow)

DatelineExportWindow *dateline_export_window_new      (DatelineSession      *session,
                                                       DatelineSettings     *settings);
char                 *dateline_export_window_dup_name (DatelineExportWindow *self);
gboolean              dateline_export_window_save     (DatelineExportWindow *self,
                                                       GFile                *file,
                                                       gboolean              replace);

G_END_DECLS
