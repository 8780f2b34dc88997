/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-view.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_SEARCH_VIEW (dateline_search_view_get_type ())

G_DECLARE_FINAL_TYPE (DatelineSearchView, dateline_search_view, DATELINE, SEARCH_VIEW, DatelineView)

void     dateline_search_view_set_words      (DatelineSearchView *self,
                                              const char         *words);
gboolean dateline_search_view_activate_first (DatelineSearchView *self);
gboolean dateline_search_view_enter          (DatelineSearchView *self);

G_END_DECLS
