/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-field.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_TAGS_ENTRY (dateline_tags_entry_get_type ())

G_DECLARE_FINAL_TYPE (DatelineTagsEntry, dateline_tags_entry, DATELINE, TAGS_ENTRY, DatelineField)

G_END_DECLS
