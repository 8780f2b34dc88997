/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-text-entry.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_DATE_ENTRY (dateline_date_entry_get_type ())

G_DECLARE_FINAL_TYPE (DatelineDateEntry, dateline_date_entry, DATELINE, DATE_ENTRY, DatelineTextEntry)

G_END_DECLS
