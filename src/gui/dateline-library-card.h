/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-library-entry.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_LIBRARY_CARD (dateline_library_card_get_type ())

G_DECLARE_FINAL_TYPE (DatelineLibraryCard, dateline_library_card, DATELINE, LIBRARY_CARD, GtkWidget)

void                  dateline_library_card_set_entry  (DatelineLibraryCard  *self,
                                                        DatelineLibraryEntry *entry);
void                  dateline_library_card_popup_menu (DatelineLibraryCard  *self);

G_END_DECLS
