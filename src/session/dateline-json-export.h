/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-session.h"

G_BEGIN_DECLS

void     dateline_json_export_async  (DatelineSession      *session,
                                      GFile                *file,
                                      gboolean              replace,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean dateline_json_export_finish (GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
