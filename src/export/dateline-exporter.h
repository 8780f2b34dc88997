/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-citation.h"
#include "dateline-story.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_EXPORT_ERROR_EMPTY
} DatelineExportError;

#define DATELINE_EXPORT_ERROR (dateline_export_error_quark ())
GQuark dateline_export_error_quark (void);

/**
 * DatelineExportFormat:
 * @id: names the format on the command line and in settings
 * @title: what it is called, marked for translation but not yet translated
 * @suffix: how names of its files end, with the dot
 * @media_type: its media type
 * @prose: whether it is laid out for reading, with formatted citations
 *
 * A form in which clippings can leave.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *suffix;
  const char *media_type;
  gboolean    prose;
} DatelineExportFormat;

/**
 * DatelineWriteFunc:
 * @stream: where to write
 * @user_data: what was given with the function
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes what a file shall hold.
 *
 * Returns: %FALSE if the file is not to be
 */
typedef gboolean (*DatelineWriteFunc) (GOutputStream  *stream,
                                       gpointer        user_data,
                                       GCancellable   *cancellable,
                                       GError        **error);

const DatelineExportFormat *dateline_exporter_get_formats (guint                       *n_formats);
const DatelineExportFormat *dateline_exporter_find_format (const char                  *id);
GBytes                     *dateline_exporter_export      (const DatelineExportFormat  *format,
                                                           DatelineStory               *story,
                                                           GListModel                  *clippings,
                                                           DatelineCitationStyle        style,
                                                           GError                     **error);
gboolean                    dateline_exporter_save        (GFile                       *file,
                                                           GBytes                      *bytes,
                                                           gboolean                     replace,
                                                           GCancellable                *cancellable,
                                                           GError                     **error);
gboolean                    dateline_exporter_save_by     (GFile                       *file,
                                                           DatelineWriteFunc            write,
                                                           gpointer                     user_data,
                                                           gboolean                     replace,
                                                           GCancellable                *cancellable,
                                                           GError                     **error);

G_END_DECLS
