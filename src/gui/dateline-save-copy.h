/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkFileChooserNative *dateline_save_copy_new_chooser (GtkWindow        *window,
                                                      const char       *heading,
                                                      const char       *title,
                                                      const char       *suffix);
GFile                *dateline_save_copy_dup_chosen  (GtkFileChooser   *chooser,
                                                      const char       *suffix,
                                                      gboolean         *replace);
void                  dateline_save_copy             (GtkWindow        *window,
                                                      AdwToastOverlay  *overlay,
                                                      GFile            *file,
                                                      const char       *title);

G_END_DECLS
