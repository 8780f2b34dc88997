/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-database.h"
#include "dateline-statements.h"
#include "dateline-story.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ROWS_SOURCE (dateline_rows_source_get_type ())

G_DECLARE_FINAL_TYPE (DatelineRowsSource, dateline_rows_source, DATELINE, ROWS_SOURCE, GObject)

DatelineRowsSource *dateline_rows_source_new            (sqlite3            *db,
                                                         DatelineStory      *story);
void                dateline_rows_source_move           (DatelineRowsSource *self,
                                                         sqlite3            *db);
void                dateline_rows_source_close          (DatelineRowsSource *self,
                                                         sqlite3            *db);
void                dateline_rows_source_forget         (DatelineRowsSource *self,
                                                         DatelineItemKind    kind);
DatelineStatements *dateline_rows_source_get_statements (DatelineRowsSource *self);
guint               dateline_rows_source_get_n_loaded   (DatelineRowsSource *self);

G_END_DECLS
