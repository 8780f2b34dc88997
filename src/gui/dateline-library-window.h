/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-application.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_LIBRARY_WINDOW (dateline_library_window_get_type ())

G_DECLARE_FINAL_TYPE (DatelineLibraryWindow, dateline_library_window, DATELINE, LIBRARY_WINDOW, AdwApplicationWindow)

DatelineLibraryWindow *dateline_library_window_new (DatelineApplication *application);

G_END_DECLS
