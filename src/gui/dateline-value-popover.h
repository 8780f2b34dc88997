/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-claim.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_VALUE_POPOVER (dateline_value_popover_get_type ())

G_DECLARE_FINAL_TYPE (DatelineValuePopover, dateline_value_popover, DATELINE, VALUE_POPOVER, GtkPopover)

DatelineValuePopover *dateline_value_popover_new       (DatelineClaim        *claim,
                                                        const char           *words);
DatelineClaim        *dateline_value_popover_get_claim (DatelineValuePopover *self);

G_END_DECLS
