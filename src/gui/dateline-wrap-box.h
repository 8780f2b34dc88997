/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DATELINE_TYPE_WRAP_BOX (dateline_wrap_box_get_type ())

G_DECLARE_FINAL_TYPE (DatelineWrapBox, dateline_wrap_box, DATELINE, WRAP_BOX, GtkWidget)

GtkWidget *dateline_wrap_box_new    (void);
void       dateline_wrap_box_append (DatelineWrapBox *self,
                                     GtkWidget       *child);
void       dateline_wrap_box_clear  (DatelineWrapBox *self);

G_END_DECLS
