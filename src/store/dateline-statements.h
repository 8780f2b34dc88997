/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _DatelineStatements DatelineStatements;

DatelineStatements *dateline_statements_new       (sqlite3             *db);
void                dateline_statements_free      (DatelineStatements  *self);
sqlite3            *dateline_statements_get_db    (DatelineStatements  *self);
sqlite3_stmt       *dateline_statements_get       (DatelineStatements  *self,
                                                   const char          *sql,
                                                   GError             **error);
gboolean            dateline_statements_step      (sqlite3_stmt        *statement,
                                                   gboolean            *has_row,
                                                   GError             **error);
gboolean            dateline_statements_run       (sqlite3_stmt        *statement,
                                                   guint               *n_changed,
                                                   GError             **error);
void                dateline_statements_bind_text (sqlite3_stmt        *statement,
                                                   int                  parameter,
                                                   const char          *text);
gboolean            dateline_statements_read_text (sqlite3_stmt        *statement,
                                                   int                  column,
                                                   const char         **text,
                                                   GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineStatements, dateline_statements_free)

G_END_DECLS
