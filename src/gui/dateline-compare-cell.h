/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-comparison.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_COMPARE_CELL (dateline_compare_cell_get_type ())

G_DECLARE_FINAL_TYPE (DatelineCompareCell, dateline_compare_cell, DATELINE, COMPARE_CELL, GtkWidget)

GtkWidget  *dateline_compare_cell_new               (DatelineComparison  *comparison,
                                                     DatelineArticle     *article,
                                                     gboolean             is_titled);
void        dateline_compare_cell_set_expanded      (DatelineCompareCell *self,
                                                     gboolean             expanded);
const char *dateline_compare_cell_get_relation_icon (DatelineRelation     relation);

G_END_DECLS
