/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-session.h"

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
void                  dateline_save_copy_as_json     (GtkWindow        *window,
                                                      AdwToastOverlay  *overlay,
                                                      DatelineSession  *session);

G_END_DECLS
