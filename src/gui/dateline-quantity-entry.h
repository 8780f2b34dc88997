/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-field.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_QUANTITY_ENTRY (dateline_quantity_entry_get_type ())

G_DECLARE_FINAL_TYPE (DatelineQuantityEntry, dateline_quantity_entry, DATELINE, QUANTITY_ENTRY, DatelineField)

G_END_DECLS
