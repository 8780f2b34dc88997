/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-database.h"

G_BEGIN_DECLS

gboolean dateline_search_check_small (DatelineDatabase  *database,
                                      gboolean          *is_true,
                                      GError           **error);
gboolean dateline_search_check_large (const char        *path,
                                      GCancellable      *cancellable,
                                      gboolean          *is_true,
                                      GError           **error);

G_END_DECLS
