/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DATELINE_TYPE_GROWING_TEXT (dateline_growing_text_get_type ())

G_DECLARE_FINAL_TYPE (DatelineGrowingText, dateline_growing_text, DATELINE, GROWING_TEXT, GtkTextView)

GtkWidget *dateline_growing_text_new (void);

G_END_DECLS
