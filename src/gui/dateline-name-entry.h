/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-text-entry.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_NAME_ENTRY (dateline_name_entry_get_type ())

G_DECLARE_FINAL_TYPE (DatelineNameEntry, dateline_name_entry, DATELINE, NAME_ENTRY, DatelineTextEntry)

G_END_DECLS
