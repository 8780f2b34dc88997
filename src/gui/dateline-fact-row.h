/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_FACT_ROW (dateline_fact_row_get_type ())

G_DECLARE_FINAL_TYPE (DatelineFactRow, dateline_fact_row, DATELINE, FACT_ROW, GtkListBoxRow)

GtkWidget    *dateline_fact_row_new      (DatelineSession *session,
                                          DatelineItem    *about,
                                          GObject         *fact);
DatelineItem *dateline_fact_row_get_item (DatelineFactRow *self);

G_END_DECLS
