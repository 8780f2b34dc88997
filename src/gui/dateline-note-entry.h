/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-field.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_NOTE_ENTRY (dateline_note_entry_get_type ())

G_DECLARE_FINAL_TYPE (DatelineNoteEntry, dateline_note_entry, DATELINE, NOTE_ENTRY, DatelineField)

G_END_DECLS
