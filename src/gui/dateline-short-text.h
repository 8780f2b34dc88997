/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Code points that are shown: of a caption, of what stands in one line or two, of what wraps among others like it, and
 * of what a page is about. Text for people seldom comes near these. */
#define DATELINE_SHORT_TEXT_CAPTION   80
#define DATELINE_SHORT_TEXT_LINE      160
#define DATELINE_SHORT_TEXT_PARAGRAPH 480
#define DATELINE_SHORT_TEXT_PAGE      2000

char        *dateline_short_text_dup        (const char  *text,
                                             guint        max);
char        *dateline_short_text_dup_at     (const char  *text,
                                             guint        max,
                                             gsize       *from,
                                             gsize       *to);
char        *dateline_short_text_dup_tip    (const char  *text);
void         dateline_short_text_show       (GtkLabel    *label,
                                             const char  *text,
                                             guint        max);
void         dateline_short_text_tooltip    (GtkWidget   *widget,
                                             const char  *text);
PangoLayout *dateline_short_text_dup_layout (PangoLayout *layout,
                                             int          room);

G_END_DECLS
