/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_TEXT_WINDOW (dateline_text_window_get_type ())

G_DECLARE_FINAL_TYPE (DatelineTextWindow, dateline_text_window, DATELINE, TEXT_WINDOW, AdwWindow)

DatelineTextWindow *dateline_text_window_new (DatelineSession *session,
                                              DatelineArticle *article);

G_END_DECLS
