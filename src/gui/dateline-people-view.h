/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-view.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_PEOPLE_VIEW (dateline_people_view_get_type ())

G_DECLARE_FINAL_TYPE (DatelinePeopleView, dateline_people_view, DATELINE, PEOPLE_VIEW, DatelineView)

G_END_DECLS
