/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the name of a story file ends in. */
#define DATELINE_LIBRARY_SUFFIX ".dateline"

char     *dateline_library_folder_dup_path      (void);
gboolean  dateline_library_folder_has_stories   (void);
gboolean  dateline_library_folder_is_story      (GFile      *file);
gboolean  dateline_library_folder_is_json       (GFile      *file);
char     *dateline_library_folder_dup_file_name (const char *title,
                                                 const char *fallback);
GFile    *dateline_library_folder_dup_free_file (const char *folder,
                                                 const char *title);
char     *dateline_library_folder_dup_display   (GFile      *file);

G_END_DECLS
