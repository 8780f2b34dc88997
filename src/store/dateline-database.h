/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "dateline-item.h"
#include "dateline-story-error.h"

G_BEGIN_DECLS

/* "DtLn": names the file a story of this program, in the header of the database. */
#define DATELINE_DATABASE_APPLICATION_ID 0x44744c6e

/* How long a connection waits for another program to finish, in milliseconds. */
#define DATELINE_DATABASE_PATIENCE 3000

typedef struct _DatelineDatabase DatelineDatabase;

/**
 * DatelineDatabaseMode:
 * @DATELINE_DATABASE_READ_WRITE: to read and write, if the file can be written
 * @DATELINE_DATABASE_READ_ONLY: to read; the tables are those of the newest version, if need be in a copy
 * @DATELINE_DATABASE_AS_IS: to read the tables of whichever version the file has
 * @DATELINE_DATABASE_TO_CHECK: the same, by a connection that knows the constraints of the tables, as one does that could
 *   write
 *
 * What a file is opened for.
 */
typedef enum
{
  DATELINE_DATABASE_READ_WRITE,
  DATELINE_DATABASE_READ_ONLY,
  DATELINE_DATABASE_AS_IS,
  DATELINE_DATABASE_TO_CHECK
} DatelineDatabaseMode;

typedef gboolean (*DatelineDatabaseFunc) (DatelineDatabase  *self,
                                          gpointer           user_data,
                                          GError           **error);

/**
 * DatelineDatabaseSummary:
 * @id: names the story among others; the same in every copy
 * @title: what the story is called
 * @description: what it is about
 * @language: the language of the two, as a BCP 47 tag
 * @n_items: how many items there are of each kind
 *
 * What is to be told of a story file without reading all of it.
 */
typedef struct
{
  char    *id;
  char    *title;
  char    *description;
  char    *language;
  guint64  n_items[DATELINE_N_ITEM_KINDS];
} DatelineDatabaseSummary;

DatelineDatabase        *dateline_database_create       (const char               *path,
                                                         GError                  **error);
gboolean                 dateline_database_publish      (DatelineDatabase         *self,
                                                         GError                  **error);
DatelineDatabase        *dateline_database_open         (const char               *path,
                                                         DatelineDatabaseMode      mode,
                                                         DatelineDatabaseFunc      before_migration,
                                                         gpointer                  user_data,
                                                         GError                  **error);
void                     dateline_database_free         (DatelineDatabase         *self);
sqlite3                 *dateline_database_get_handle   (DatelineDatabase         *self);
const char              *dateline_database_get_path     (DatelineDatabase         *self);
gboolean                 dateline_database_is_read_only (DatelineDatabase         *self);
gboolean                 dateline_database_execute      (DatelineDatabase         *self,
                                                         const char               *sql,
                                                         GError                  **error);
gboolean                 dateline_database_copy_to      (DatelineDatabase         *self,
                                                         const char               *path,
                                                         GError                  **error);
gboolean                 dateline_database_copy_calmly  (DatelineDatabase         *self,
                                                         const char               *path,
                                                         GCancellable             *cancellable,
                                                         GError                  **error);
DatelineDatabase        *dateline_database_copy_to_memory
                                                        (DatelineDatabase         *self,
                                                         GError                  **error);
gboolean                 dateline_database_check_file   (const char               *path,
                                                         GCancellable             *cancellable,
                                                         GError                  **error);

DatelineDatabaseSummary *dateline_database_read_summary (const char               *path,
                                                         GError                  **error);
void                     dateline_database_summary_free (DatelineDatabaseSummary  *summary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineDatabase, dateline_database_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineDatabaseSummary, dateline_database_summary_free)

G_END_DECLS
