/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_STORY_WINDOW (dateline_story_window_get_type ())

G_DECLARE_FINAL_TYPE (DatelineStoryWindow, dateline_story_window, DATELINE, STORY_WINDOW, AdwWindow)

DatelineStoryWindow *dateline_story_window_new (DatelineSession    *session,
                                                GFile              *file,
                                                const char * const *warnings);

G_END_DECLS
