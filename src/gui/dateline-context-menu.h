/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-item.h"

G_BEGIN_DECLS

GtkWidget  *dateline_context_menu_new            (GtkWidget    *parent,
                                                  GMenuModel   *model);
GMenuModel *dateline_context_menu_create_section (DatelineItem *item);
void        dateline_context_menu_set_item       (GtkWidget    *menu,
                                                  DatelineItem *item);
void        dateline_context_menu_popup          (GtkWidget    *menu,
                                                  double        x,
                                                  double        y);

G_END_DECLS
