/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-field.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ITEM_CHOOSER (dateline_item_chooser_get_type ())

G_DECLARE_FINAL_TYPE (DatelineItemChooser, dateline_item_chooser, DATELINE, ITEM_CHOOSER, DatelineField)

G_END_DECLS
