/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Keeps the rows of the search index in step with the story, within one transaction. */
typedef struct _DatelineSearchIndexer DatelineSearchIndexer;

DatelineSearchIndexer *dateline_search_indexer_new    (sqlite3               *db,
                                                       gboolean               is_empty);
void                   dateline_search_indexer_free   (DatelineSearchIndexer *self);
int                    dateline_search_indexer_put    (DatelineSearchIndexer *self,
                                                       const char            *id);
int                    dateline_search_indexer_update (DatelineSearchIndexer *self,
                                                       GHashTable            *ids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineSearchIndexer, dateline_search_indexer_free)

G_END_DECLS
