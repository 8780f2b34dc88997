/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "dateline-item.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_COLUMN_STRING,
  DATELINE_COLUMN_URL,
  DATELINE_COLUMN_STRINGS,   /* as a JSON array */
  DATELINE_COLUMN_DATE,      /* as EDTF */
  DATELINE_COLUMN_ENUM,      /* as its nick */
  DATELINE_COLUMN_BOOLEAN,
  DATELINE_COLUMN_REFERENCE, /* as the id of an item */
  DATELINE_COLUMN_LINK,      /* the same, to an item of the same sort: could lead in a circle */
  DATELINE_COLUMN_VALUE,     /* the three parts of a quantity */
  DATELINE_COLUMN_BOUND,
  DATELINE_COLUMN_PRECISION,
  DATELINE_COLUMN_ARTICLE    /* of the first passage */
} DatelineColumnType;

/**
 * DatelineColumn:
 * @name: the name of the column
 * @property: the name of the item's property
 * @type: how one becomes the other
 * @label: what the reader calls it; see dateline_column_get_label()
 *
 * A column of a table, and the property of an item that it keeps.
 */
typedef struct
{
  const char         *name;
  const char         *property;
  DatelineColumnType  type;
  const char         *label;
} DatelineColumn;

/**
 * DatelineTable:
 * @name: the name of the table
 * @columns: its columns but for the id
 * @n_columns: how many there are
 *
 * The table of a kind of items.
 */
typedef struct
{
  const char           *name;
  const DatelineColumn *columns;
  guint                 n_columns;
} DatelineTable;

/* The most columns that a table has. */
#define DATELINE_TABLE_MAX_COLUMNS 16

/* The note, which the table of all items keeps. */
extern const DatelineColumn dateline_note_column;

char                *dateline_columns_merge_strings
                                                  (const char            *base,
                                                   const char            *ours,
                                                   const char            *theirs);
const DatelineTable *dateline_table_get           (DatelineItemKind       kind);
GType                dateline_table_get_item_type (DatelineItemKind       kind);
DatelineItemKind     dateline_table_get_kind      (GType                  type);
const char          *dateline_column_get_label    (const DatelineColumn  *self);
char                *dateline_column_dup_value    (const DatelineColumn  *self,
                                                   DatelineItem          *item);
void                 dateline_column_bind         (const DatelineColumn  *self,
                                                   sqlite3_stmt          *statement,
                                                   int                    parameter,
                                                   const char            *value);
gboolean             dateline_column_parse        (const DatelineColumn  *self,
                                                   const char            *text,
                                                   GValue                *value,
                                                   GError               **error);

G_END_DECLS
