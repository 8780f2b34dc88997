/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DatelineLibraryFound:
 * @file: a story
 * @modified: when it was changed, in microseconds since 1970
 * @size: how many bytes it has
 * @elsewhere: whether it is outside the library's folder
 *
 * A file that is there.
 */
typedef struct
{
  GFile    *file;
  gint64    modified;
  goffset   size;
  gboolean  elsewhere;
} DatelineLibraryFound;

void       dateline_library_scan_async  (const char           *folder,
                                         GPtrArray            *recent,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray *dateline_library_scan_finish (GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
