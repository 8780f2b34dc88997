/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * DatelineRowTable:
 * @name: the name of a table
 * @columns: (element-type utf8): its columns, in their order
 * @keys: how many of the first columns are its primary key
 * @owner: the column that names the item whose row it is, or -1
 *
 * A table that holds a part of a story.
 */
typedef struct
{
  const char *name;
  GPtrArray  *columns;
  guint       keys;
  int         owner;
} DatelineRowTable;

/**
 * DatelineRowChange:
 * @table: (transfer none): the table
 * @operation: `SQLITE_INSERT`, `SQLITE_UPDATE` or `SQLITE_DELETE`
 * @key: what names the row among all rows of all tables
 * @before: the values before; %NULL where an update changes nothing but for the primary key
 * @after: the values after; %NULL where an update changes nothing
 *
 * What happened to a row.
 */
typedef struct
{
  const DatelineRowTable *table;
  int                     operation;
  char                   *key;
  sqlite3_value         **before;
  sqlite3_value         **after;
} DatelineRowChange;

typedef struct _DatelineRowTables DatelineRowTables;

#define DATELINE_N_ROW_TABLES 14

/* What is referred to comes before what refers to it. */
extern const char *const dateline_row_table_names[DATELINE_N_ROW_TABLES];

DatelineRowTables      *dateline_row_tables_new       (sqlite3                 *db,
                                                       GError                 **error);
void                    dateline_row_tables_free      (DatelineRowTables       *self);
const DatelineRowTable *dateline_row_tables_get       (DatelineRowTables       *self,
                                                       const char              *name);
GPtrArray              *dateline_row_changes_read     (DatelineRowTables       *tables,
                                                       GBytes                  *changeset,
                                                       GError                 **error);
char                   *dateline_row_dup_key          (const DatelineRowTable  *table,
                                                       sqlite3_value          **values);
const char             *dateline_row_change_get_owner (const DatelineRowChange *self);
sqlite3_value         **dateline_row_read             (sqlite3                 *db,
                                                       const DatelineRowTable  *table,
                                                       sqlite3_value          **key,
                                                       GError                 **error);
void                    dateline_row_values_free      (sqlite3_value          **values);
gboolean                dateline_row_insert           (sqlite3                 *db,
                                                       const DatelineRowTable  *table,
                                                       sqlite3_value          **values,
                                                       GError                 **error);
gboolean                dateline_row_set              (sqlite3                 *db,
                                                       const DatelineRowTable  *table,
                                                       sqlite3_value          **key,
                                                       guint                    column,
                                                       sqlite3_value           *value,
                                                       GError                 **error);
gboolean                dateline_row_delete           (sqlite3                 *db,
                                                       const DatelineRowTable  *table,
                                                       sqlite3_value          **key,
                                                       GError                 **error);
gboolean                dateline_row_value_equal      (sqlite3_value           *a,
                                                       sqlite3_value           *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineRowTables, dateline_row_tables_free)

G_END_DECLS
