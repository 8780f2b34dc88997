/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-field.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ITEMS_ROW (dateline_items_row_get_type ())

G_DECLARE_FINAL_TYPE (DatelineItemsRow, dateline_items_row, DATELINE, ITEMS_ROW, DatelineField)

G_END_DECLS
