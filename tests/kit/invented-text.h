/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _InventedText InventedText;

InventedText *invented_text_new         (guint32        seed);
void          invented_text_free        (InventedText  *self);
guint         invented_text_pick        (InventedText  *self,
                                         guint          n);
guint         invented_text_pick_skewed (InventedText  *self,
                                         guint          n);
double        invented_text_pick_double (InventedText  *self);
void          invented_text_add_words   (InventedText  *self,
                                         GString       *text,
                                         guint          n);
void          invented_text_add_sentence (InventedText *self,
                                         GString       *text,
                                         const char    *subject);
char         *invented_text_dup_name    (guint          number);
char         *invented_text_dup_date    (InventedText  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InventedText, invented_text_free)

G_END_DECLS
