/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean dateline_trash_move    (GFile   *file,
                                 GFile  **trashed,
                                 GError **error);
gboolean dateline_trash_restore (GFile   *trashed,
                                 GFile   *file,
                                 GError **error);

G_END_DECLS
