/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dateline_drag_icon_set (GtkDragSource *source,
                             GtkWidget     *row);

G_END_DECLS
