/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-view.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ARTICLES_VIEW (dateline_articles_view_get_type ())

G_DECLARE_FINAL_TYPE (DatelineArticlesView, dateline_articles_view, DATELINE, ARTICLES_VIEW, DatelineView)

G_END_DECLS
