/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-story.h"

G_BEGIN_DECLS

void        dateline_item_row_bind     (GtkWidgetClass *widget_class);
const char *dateline_item_row_get_icon (DatelineItem   *item);

G_END_DECLS
