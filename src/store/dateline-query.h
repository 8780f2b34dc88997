/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef sqlite3_stmt DatelineQuery;

DatelineQuery *dateline_query_new        (sqlite3        *db,
                                          GError        **error,
                                          const char     *sql,
                                          const char     *types,
                                          ...);
void           dateline_query_free       (DatelineQuery  *self);
gboolean       dateline_query_step       (DatelineQuery  *self,
                                          gboolean       *has_row,
                                          GError        **error);
gboolean       dateline_query_next       (DatelineQuery  *self,
                                          GError        **error);
gboolean       dateline_query_finish     (DatelineQuery  *self,
                                          guint          *n_changed,
                                          GError        **error);
void           dateline_query_bind_text  (DatelineQuery  *self,
                                          int             parameter,
                                          const char     *text);
gboolean       dateline_query_read_text  (DatelineQuery  *self,
                                          int             column,
                                          const char    **text,
                                          GError        **error);
char          *dateline_query_dup_string (DatelineQuery  *self,
                                          int             column);
gboolean       dateline_query_run        (sqlite3        *db,
                                          GError        **error,
                                          const char     *sql,
                                          const char     *types,
                                          ...);
gboolean       dateline_query_read_int   (sqlite3        *db,
                                          const char     *sql,
                                          gint64         *value,
                                          GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineQuery, dateline_query_free)

G_END_DECLS
