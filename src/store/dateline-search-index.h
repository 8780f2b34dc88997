/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

gboolean dateline_search_index_is_ready (sqlite3     *db);
gboolean dateline_search_index_rebuild  (sqlite3     *db,
                                         GError     **error);
gboolean dateline_search_index_ensure   (sqlite3     *db,
                                         GError     **error);
gboolean dateline_search_index_update   (sqlite3     *db,
                                         GHashTable  *ids,
                                         GError     **error);

G_END_DECLS
