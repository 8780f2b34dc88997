/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-session.h"

G_BEGIN_DECLS

void             dateline_opening_open_async  (GFile                *file,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
DatelineSession *dateline_opening_open_finish (GAsyncResult         *result,
                                               GStrv                *warnings,
                                               GError              **error);

G_END_DECLS
