/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

char     *dateline_database_probe_resolve     (const char  *path,
                                               GError     **error);
gboolean  dateline_database_probe_header      (sqlite3     *db,
                                               GError     **error);
gboolean  dateline_database_probe_length      (sqlite3     *db,
                                               GError     **error);
gboolean  dateline_database_probe_journal     (const char  *path,
                                               GError     **error);
char     *dateline_database_probe_copy_aside  (sqlite3     *db,
                                               const char  *path,
                                               GError     **error);
void      dateline_database_probe_drop_aside  (const char  *path);

G_END_DECLS
