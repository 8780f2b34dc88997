/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-item.h"

G_BEGIN_DECLS

DatelineItem *dateline_item_keys_get_item     (GtkWidget        *widget);
void          dateline_item_keys_add          (GtkWidget        *view);
void          dateline_item_keys_add_menu     (GtkWidget        *list);
void          dateline_item_keys_add_dragging (GtkWidget        *list,
                                               DatelineItemKind  kind);
void          dateline_item_keys_set_dragging (GtkWidget        *list,
                                               gboolean          enabled);

G_END_DECLS
