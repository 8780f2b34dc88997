/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"
#include "dateline-settings.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_CLIPPING_ROW (dateline_clipping_row_get_type ())

G_DECLARE_FINAL_TYPE (DatelineClippingRow, dateline_clipping_row, DATELINE, CLIPPING_ROW, GtkListBoxRow)

GtkWidget        *dateline_clipping_row_new          (DatelineSession     *session,
                                                      DatelineSettings    *settings,
                                                      DatelineClipping    *clipping);
void              dateline_clipping_row_refresh      (DatelineClippingRow *self);
DatelineClipping *dateline_clipping_row_get_clipping (DatelineClippingRow *self);
void              dateline_clipping_row_set_place    (DatelineClippingRow *self,
                                                      guint                position,
                                                      guint                n_clippings);
void              dateline_clipping_row_set_drop     (DatelineClippingRow *self,
                                                      gboolean             before,
                                                      gboolean             after);

G_END_DECLS
