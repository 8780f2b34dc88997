/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ITEM_POPOVER (dateline_item_popover_get_type ())

G_DECLARE_FINAL_TYPE (DatelineItemPopover, dateline_item_popover, DATELINE, ITEM_POPOVER, GtkPopover)

DatelineItemPopover *dateline_item_popover_new        (DatelineSession     *session,
                                                       guint                kinds,
                                                       const char          *title);
void                 dateline_item_popover_offer_new  (DatelineItemPopover *self,
                                                       const char          *label,
                                                       const char          *label_with_words);

G_END_DECLS
