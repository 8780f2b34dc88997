/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DATELINE_TYPE_MASONRY_LAYOUT (dateline_masonry_layout_get_type ())

G_DECLARE_FINAL_TYPE (DatelineMasonryLayout, dateline_masonry_layout, DATELINE, MASONRY_LAYOUT, GtkLayoutManager)

GtkLayoutManager *dateline_masonry_layout_new (int   column_width,
                                               guint spacing);

G_END_DECLS
