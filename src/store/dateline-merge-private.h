/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of DatelineMerge share. */
#pragma once

#include "dateline-database.h"
#include "dateline-merge.h"
#include "dateline-row-changes.h"

G_BEGIN_DECLS

struct _DatelineMerge
{
  GObject parent_instance;

  DatelineStoryFile *into;
  DatelineDatabase  *theirs;
  char              *name;       /* of the other file */

  DatelineRowTables *tables;
  GPtrArray         *changes;    /* DatelineRowChange: what happened there only */
  GHashTable        *changed;    /* the keys of these rows */
  GHashTable        *ours;       /* the keys of rows, and of their columns, that changed here only; NULL for all */
  GHashTable        *our_items;  /* ids of items that have such rows */
  GPtrArray         *news;       /* uuids of the edits there only */

  GListStore        *conflicts;
  GHashTable        *by_key;     /* DatelineConflict */
  guint              n_changes;  /* that were taken over when it was last run */
};

gboolean      _dateline_merge_run    (DatelineMerge  *self,
                                      GError        **error);
DatelineSide  _dateline_merge_ask    (DatelineMerge  *self,
                                      const char     *key,
                                      const char     *label,
                                      const char     *field,
                                      const char     *ours,
                                      const char     *theirs,
                                      DatelineSide    preset);
char         *_dateline_merge_label  (DatelineMerge  *self,
                                      const char     *id);
const char   *_dateline_merge_field  (const char     *table,
                                      const char     *column);
gboolean      _dateline_merge_repair (DatelineMerge  *self,
                                      GError        **error);
gboolean      _dateline_merge_restore (DatelineMerge *self,
                                       const char    *id,
                                       GError       **error);

G_END_DECLS
