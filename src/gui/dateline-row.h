/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DATELINE_TYPE_ROW (dateline_row_get_type ())

G_DECLARE_FINAL_TYPE (DatelineRow, dateline_row, DATELINE, ROW, GtkBox)

G_END_DECLS
