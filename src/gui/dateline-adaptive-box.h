/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DATELINE_TYPE_ADAPTIVE_BOX (dateline_adaptive_box_get_type ())

G_DECLARE_FINAL_TYPE (DatelineAdaptiveBox, dateline_adaptive_box, DATELINE, ADAPTIVE_BOX, GtkWidget)

gboolean dateline_adaptive_box_get_folded       (DatelineAdaptiveBox *self);
gboolean dateline_adaptive_box_get_show_content (DatelineAdaptiveBox *self);
void     dateline_adaptive_box_set_show_content (DatelineAdaptiveBox *self,
                                                 gboolean             show_content);
gboolean dateline_adaptive_box_get_show_sidebar (DatelineAdaptiveBox *self);
void     dateline_adaptive_box_set_show_sidebar (DatelineAdaptiveBox *self,
                                                 gboolean             show_sidebar);

G_END_DECLS
