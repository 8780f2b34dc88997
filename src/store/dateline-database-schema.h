/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

const char * const *dateline_database_schema_get_scripts (guint               *n_scripts);
gboolean            dateline_database_schema_run         (sqlite3             *db,
                                                          const char * const  *scripts,
                                                          guint                from,
                                                          guint                to,
                                                          GError             **error);
gboolean            dateline_database_schema_check       (sqlite3             *db,
                                                          const char * const  *scripts,
                                                          guint                version,
                                                          GError             **error);

G_END_DECLS
