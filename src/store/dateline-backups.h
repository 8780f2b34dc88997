/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-database.h"

G_BEGIN_DECLS

/* How many are kept of one story. */
#define DATELINE_BACKUPS_KEPT 5

/**
 * DatelineBackup:
 * @path: where it is
 * @time: when it was made
 * @summary: (nullable): what it holds
 * @error: (nullable): why it cannot be read, if it cannot
 *
 * One backup of a story.
 */
typedef struct
{
  char                    *path;
  GDateTime               *time;
  DatelineDatabaseSummary *summary;
  GError                  *error;
} DatelineBackup;

void       dateline_backups_set_root   (const char        *root);
char      *dateline_backups_dup_folder (const char        *story);
gboolean   dateline_backups_is_due     (const char        *story,
                                        const char        *path);
char      *dateline_backups_make       (DatelineDatabase  *database,
                                        const char        *story,
                                        const char        *spared,
                                        GError           **error);
char      *dateline_backups_make_calmly
                                       (DatelineDatabase  *database,
                                        const char        *story,
                                        GCancellable      *cancellable,
                                        GError           **error);
GPtrArray *dateline_backups_list       (const char        *story);
void       dateline_backup_free        (DatelineBackup    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineBackup, dateline_backup_free)

G_END_DECLS
