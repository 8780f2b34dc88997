/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-comparison.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_COMPARE_ROW (dateline_compare_row_get_type ())

G_DECLARE_FINAL_TYPE (DatelineCompareRow, dateline_compare_row, DATELINE, COMPARE_ROW, GtkWidget)

void dateline_compare_row_set_comparison (DatelineCompareRow *self,
                                          DatelineComparison *comparison);
void dateline_compare_row_set_expanded   (DatelineCompareRow *self,
                                          gboolean            expanded);

G_END_DECLS
