/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-statements.h"

G_BEGIN_DECLS

/* What the search index does with statements. It tells damage from other errors, so it looks at the codes of SQLite. */

sqlite3_stmt *dateline_search_sql_get (DatelineStatements *statements,
                                       const char         *sql,
                                       int                *code);
int           dateline_search_sql_run (DatelineStatements *statements,
                                       const char         *sql,
                                       const char         *format,
                                       ...);
char         *dateline_search_sql_dup (sqlite3_stmt       *statement,
                                       int                 column);

G_END_DECLS
