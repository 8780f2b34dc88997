/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-item.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ROW (dateline_row_get_type ())

G_DECLARE_FINAL_TYPE (DatelineRow, dateline_row, DATELINE, ROW, GtkBox)

DatelineItem *dateline_row_get_item (DatelineRow *self);

G_END_DECLS
