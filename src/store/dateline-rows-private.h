/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that read and write rows share. */
#pragma once

#include "dateline-columns.h"
#include "dateline-rows.h"
#include "dateline-statements.h"

G_BEGIN_DECLS

/* The lists of an item that are tables of their own. */
gboolean dateline_rows_insert_lists (DatelineStatements    *statements,
                                     DatelineItem          *item,
                                     GError               **error);
gboolean dateline_rows_update_lists (DatelineStatements    *statements,
                                     DatelineItem          *draft,
                                     DatelineItem          *base,
                                     GError               **error);

gboolean dateline_rows_insert_body  (DatelineStatements    *statements,
                                     DatelineArticle       *article,
                                     GError               **error);
gboolean dateline_rows_update_body  (DatelineStatements    *statements,
                                     DatelineArticle       *draft,
                                     DatelineArticle       *base,
                                     GError               **error);

gboolean dateline_rows_check_circle (DatelineStatements    *statements,
                                     const char            *table,
                                     const char            *key,
                                     const char            *column,
                                     const char            *id,
                                     GError               **error);
gboolean dateline_rows_set_cell     (DatelineStatements    *statements,
                                     const char            *table,
                                     const DatelineColumn  *column,
                                     const char            *id,
                                     const char            *label,
                                     const char            *wanted,
                                     const char            *expected,
                                     GError               **error);
gboolean dateline_rows_run          (sqlite3               *db,
                                     const char            *sql,
                                     GError               **error);

G_END_DECLS
