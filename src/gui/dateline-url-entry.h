/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-text-entry.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_URL_ENTRY (dateline_url_entry_get_type ())

G_DECLARE_FINAL_TYPE (DatelineUrlEntry, dateline_url_entry, DATELINE, URL_ENTRY, DatelineTextEntry)

G_END_DECLS
