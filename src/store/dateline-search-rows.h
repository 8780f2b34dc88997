/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-item.h"
#include "dateline-statements.h"

G_BEGIN_DECLS

/* What a row of the search index stands for, in the order of results. The numbers are in story files. */
typedef enum
{
  DATELINE_SEARCH_ROW_PERSON = 1,
  DATELINE_SEARCH_ROW_EVENT = 2,
  DATELINE_SEARCH_ROW_QUOTE = 3,
  DATELINE_SEARCH_ROW_REACTION = 4,
  DATELINE_SEARCH_ROW_CLAIM = 5,
  DATELINE_SEARCH_ROW_ACCOUNT = 6,
  DATELINE_SEARCH_ROW_ARTICLE = 7,
  DATELINE_SEARCH_ROW_BLOCK = 8
} DatelineSearchRowKind;

#define DATELINE_SEARCH_ROW_LAST DATELINE_SEARCH_ROW_BLOCK

/* The first number of a row of a kind. */
#define DATELINE_SEARCH_ROW_NUMBER(kind) ((gint64) (kind) << 40)
#define DATELINE_SEARCH_ROW_KIND(number) ((DatelineSearchRowKind) ((number) >> 40))

/* The block number of rows that are no blocks. */
#define DATELINE_SEARCH_ROW_ITEM (-1)

/* A row of the search index. */
typedef struct
{
  DatelineSearchRowKind kind;
  const char           *item;
  gint64                block;
  gint64                start;
  gboolean              has_dates;
  gint64                lower;
  gint64                upper;
  GString              *title;
  GString              *text;
  GString              *keys;
} DatelineSearchRow;

typedef int (*DatelineSearchRowFunc) (const DatelineSearchRow *row,
                                      gpointer                 user_data);

DatelineSearchRowKind  dateline_search_rows_find_kind (DatelineStatements     *statements,
                                                       const char             *id,
                                                       int                    *code);
int                    dateline_search_rows_compose   (DatelineStatements     *statements,
                                                       DatelineSearchRowKind   kind,
                                                       const char             *id,
                                                       DatelineSearchRowFunc   func,
                                                       gpointer                user_data);

G_END_DECLS
