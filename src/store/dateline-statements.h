/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-query.h"

G_BEGIN_DECLS

typedef struct _DatelineStatements DatelineStatements;

DatelineStatements *dateline_statements_new       (sqlite3             *db);
void                dateline_statements_free      (DatelineStatements  *self);
sqlite3            *dateline_statements_get_db    (DatelineStatements  *self);
DatelineQuery      *dateline_statements_get       (DatelineStatements  *self,
                                                   const char          *sql,
                                                   GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineStatements, dateline_statements_free)

G_END_DECLS
