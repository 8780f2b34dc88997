/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dateline_palette_get_foreground (GdkRGBA    *colour);
void dateline_palette_get_category   (const char *category,
                                      GdkRGBA    *colour);
void dateline_palette_get_reactions  (GdkRGBA    *colour);
void dateline_palette_get_accent     (GdkRGBA    *colour);
void dateline_palette_get_badge      (guint       position,
                                      GdkRGBA    *colour);

G_END_DECLS
