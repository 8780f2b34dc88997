/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-text-entry.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_LANGUAGE_ENTRY (dateline_language_entry_get_type ())

G_DECLARE_FINAL_TYPE (DatelineLanguageEntry, dateline_language_entry, DATELINE, LANGUAGE_ENTRY, DatelineTextEntry)

G_END_DECLS
