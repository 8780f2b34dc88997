/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-item.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_BADGES (dateline_badges_get_type ())

G_DECLARE_FINAL_TYPE (DatelineBadges, dateline_badges, DATELINE, BADGES, GtkWidget)

void dateline_badges_set_item (DatelineBadges *self,
                               DatelineItem   *item);

G_END_DECLS
