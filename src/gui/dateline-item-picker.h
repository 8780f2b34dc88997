/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ITEM_PICKER (dateline_item_picker_get_type ())

G_DECLARE_FINAL_TYPE (DatelineItemPicker, dateline_item_picker, DATELINE, ITEM_PICKER, GtkPopover)

GtkWidget  *dateline_item_picker_new      (const char         *kinds);
void        dateline_item_picker_set_up   (DatelineItemPicker *self,
                                           DatelineSession    *session,
                                           GPtrArray          *excluded);
const char *dateline_item_picker_get_icon (DatelineItem       *item);

G_END_DECLS
