/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-library-entry.h"

G_BEGIN_DECLS

DatelineLibrarySummary *dateline_library_reader_read   (GFile         *file,
                                                        GCancellable  *cancellable);
gboolean                dateline_library_reader_settle (GFile         *file,
                                                        GError       **error);

G_END_DECLS
