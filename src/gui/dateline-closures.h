/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dateline_closures_bind (GtkWidgetClass *widget_class);

const char *dateline_closures_get_category_icon (const char *category);
const char *dateline_closures_get_category_name (const char *category);

G_END_DECLS
