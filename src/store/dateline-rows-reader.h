/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the files that read rows. */
#pragma once

#include "dateline-rows-private.h"

G_BEGIN_DECLS

/**
 * DatelineRowsReader:
 * @statements: the statements
 * @story: the story
 * @made: (element-type utf8 DatelineItem): items that are not in the story yet
 * @links: references that could lead in a circle, and are set when all are known
 * @owns_statements: whether the statements go with the reader
 * @is_lazy: whether the story has a source: then items enter the story at once, and what they refer to is loaded
 *
 * What is known while rows are read.
 */
typedef struct
{
  DatelineStatements *statements;
  DatelineStory      *story;
  GHashTable         *made;
  GPtrArray          *links;
  gboolean            owns_statements;
  gboolean            is_lazy;
} DatelineRowsReader;

/**
 * DatelineRow:
 * @item: the item
 * @key: the number of its row
 * @is_new: whether the item was made for it
 * @position: its place among the items of its kind
 * @n: how many values there are
 * @names: the names of properties
 * @values: their values
 *
 * The row of an item, read and not set yet.
 */
typedef struct
{
  DatelineItem *item;
  gint64        key;
  gboolean      is_new;
  double        position;
  guint         n;
  const char   *names[DATELINE_TABLE_MAX_COLUMNS + 2];
  GValue        values[DATELINE_TABLE_MAX_COLUMNS + 2];
} DatelineRow;

void          dateline_rows_reader_init          (DatelineRowsReader  *self,
                                                  sqlite3             *db,
                                                  DatelineStory       *story);
void          dateline_rows_reader_clear         (DatelineRowsReader  *self);
DatelineItem *dateline_rows_reader_lookup        (DatelineRowsReader  *self,
                                                  const char          *id);

DatelineItem *dateline_rows_reader_lookup_kind   (DatelineRowsReader  *self,
                                                  DatelineItemKind     kind,
                                                  const char          *id);

gboolean      dateline_rows_reader_make_by_key   (DatelineRowsReader  *self,
                                                  DatelineItemKind     kind,
                                                  gint64               key,
                                                  GError             **error);
gboolean      dateline_rows_reader_make_items    (DatelineRowsReader  *self,
                                                  DatelineItemKind     kind,
                                                  const char          *id,
                                                  GPtrArray           *rows,
                                                  GError             **error);
DatelineRow  *dateline_rows_reader_read_row      (DatelineRowsReader  *self,
                                                  DatelineItem        *living,
                                                  GError             **error);
void          dateline_row_apply                 (DatelineRow         *self);
void          dateline_row_free                  (DatelineRow         *self);
int           dateline_row_compare               (gconstpointer        a,
                                                  gconstpointer        b);
gboolean      dateline_rows_reader_find_kind     (DatelineRowsReader  *self,
                                                  const char          *id,
                                                  int                 *kind,
                                                  GError             **error);
gboolean      dateline_rows_reader_find_before   (DatelineRowsReader  *self,
                                                  const DatelineRow   *row,
                                                  char               **id,
                                                  gint64              *key,
                                                  GError             **error);

gboolean      dateline_rows_reader_read_bodies   (DatelineRowsReader  *self,
                                                  DatelineItem        *only,
                                                  GError             **error);
gboolean      dateline_rows_reader_has_body      (DatelineRowsReader  *self,
                                                  DatelineArticle     *article,
                                                  gboolean            *has_body,
                                                  GError             **error);
gboolean      dateline_rows_reader_read_passages (DatelineRowsReader  *self,
                                                  DatelineItem        *only,
                                                  GError             **error);
gboolean      dateline_rows_reader_read_persons  (DatelineRowsReader  *self,
                                                  DatelineItem        *only,
                                                  GError             **error);
gboolean      dateline_rows_reader_read_about    (DatelineRowsReader  *self,
                                                  DatelineItem        *only,
                                                  GError             **error);

gboolean      dateline_rows_reader_read_lists    (DatelineRowsReader  *self,
                                                  DatelineItem        *only,
                                                  GError             **error);
gboolean      dateline_rows_reader_add_ids       (DatelineRowsReader  *self,
                                                  const char          *sql,
                                                  const char          *parameter,
                                                  GHashTable          *ids,
                                                  GError             **error);
gboolean      dateline_rows_refresh_details      (sqlite3             *db,
                                                  DatelineStory       *story,
                                                  GError             **error);
DatelinePassage *dateline_rows_reader_quote      (sqlite3_stmt        *statement,
                                                  int                  column,
                                                  DatelineArticle     *article);

void          dateline_rows_reader_add_link      (DatelineRowsReader  *self,
                                                  DatelineItem        *from,
                                                  const char          *property,
                                                  const char          *id);
void          dateline_rows_reader_add_about     (DatelineRowsReader  *self,
                                                  DatelineItem        *claim,
                                                  GPtrArray           *items);
void          dateline_rows_reader_resolve       (DatelineRowsReader  *self);
void          dateline_rows_reader_set_links     (DatelineRowsReader  *self,
                                                  gboolean             of_made);

gboolean      dateline_rows_reader_fail          (GError              **error,
                                                  const char           *label,
                                                  const DatelineColumn *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineRow, dateline_row_free)

G_END_DECLS
