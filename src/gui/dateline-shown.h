/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-item.h"

G_BEGIN_DECLS

typedef struct _DatelineShown DatelineShown;

DatelineShown *dateline_shown_new        (void);
void           dateline_shown_free       (DatelineShown *self);
void           dateline_shown_add        (DatelineShown *self,
                                          DatelineItem  *item);
void           dateline_shown_add_list   (DatelineShown *self,
                                          GListModel    *items,
                                          guint          max);
void           dateline_shown_add_number (DatelineShown *self,
                                          guint          number);
gboolean       dateline_shown_replace    (DatelineShown **self,
                                          DatelineShown  *now,
                                          GtkWidget      *widget);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineShown, dateline_shown_free)

G_END_DECLS
