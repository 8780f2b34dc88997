/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GFile    *dateline_library_files_create           (const char           *folder,
                                                   const char           *title,
                                                   GError              **error);
void      dateline_library_files_duplicate_async  (GFile                *file,
                                                   const char           *folder,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
GFile    *dateline_library_files_duplicate_finish (GAsyncResult         *result,
                                                   GError              **error);
void      dateline_library_files_copy_async       (GFile                *file,
                                                   GFile                *target,
                                                   gboolean              replace,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean  dateline_library_files_copy_finish      (GAsyncResult         *result,
                                                   GError              **error);
void      dateline_library_files_rename_async     (GFile                *file,
                                                   const char           *title,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean  dateline_library_files_rename_finish    (GAsyncResult         *result,
                                                   GError              **error);

G_END_DECLS
