/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows in, items out: what stands in the row of an item itself. */
#include "config.h"

#include "dateline-rows-reader.h"

#include <glib/gi18n.h>

#include "dateline-rows-source.h"
#include "dateline-text.h"

#define MAX_SHOWN 60

/* Where in a row the columns of the item's own table begin. */
#define FIRST_COLUMN 4

/* Which items of a kind are wanted. */
typedef enum
{
  BY_ORDER, /* all */
  BY_ID,
  BY_KEY,
  N_WAYS
} Way;

void
dateline_rows_reader_init (DatelineRowsReader *self,
                           sqlite3            *db,
                           DatelineStory      *story)
{
  DatelineSource *source = dateline_story_get_source (story);

  self->is_lazy = source != NULL;
  self->owns_statements = source == NULL || !DATELINE_IS_ROWS_SOURCE (source);
  self->statements = self->owns_statements ? dateline_statements_new (db)
                                           : dateline_rows_source_get_statements (DATELINE_ROWS_SOURCE (source));
  self->story = story;
  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->links = NULL;
}

void
dateline_rows_reader_clear (DatelineRowsReader *self)
{
  GHashTableIter iter;
  gpointer item;

  /* An article that found no story lets go of the dates that hold it. */
  g_hash_table_iter_init (&iter, self->made);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (DATELINE_IS_ARTICLE (item) && !dateline_story_find (self->story, item, NULL))
      dateline_article_set_dates (item, NULL);

  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->made, g_hash_table_unref);
  if (self->owns_statements)
    g_clear_pointer (&self->statements, dateline_statements_free);
}

static DatelineItem *
peek (DatelineRowsReader *self,
      const char         *id)
{
  DatelineItem *item = g_hash_table_lookup (self->made, id);

  return item != NULL ? item : dateline_story_peek (self->story, id);
}

static gboolean
find_kind (DatelineRowsReader *self,
           const char         *id,
           DatelineItemKind   *kind)
{
  g_autoptr(GEnumClass) kinds = g_type_class_ref (DATELINE_TYPE_ITEM_KIND);
  sqlite3_stmt *statement = dateline_statements_get (self->statements, "SELECT kind FROM item WHERE id = ?", NULL);
  GEnumValue *value = NULL;
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  dateline_query_bind_text (statement, 1, id);
  if (dateline_query_step (statement, &has_row, NULL) && has_row)
    {
      const char *nick = (const char *) sqlite3_column_text (statement, 0);

      value = nick != NULL ? g_enum_get_value_by_nick (kinds, nick) : NULL;
    }
  sqlite3_reset (statement);
  if (value != NULL)
    *kind = value->value;

  return value != NULL;
}

/* Finds an item, also one that is not in the story yet. */
DatelineItem *
dateline_rows_reader_lookup (DatelineRowsReader *self,
                             const char         *id)
{
  DatelineItem *item = peek (self, id);
  DatelineItemKind kind;

  if (item == NULL && self->is_lazy && find_kind (self, id, &kind))
    item = dateline_rows_reader_lookup_kind (self, kind, id);

  return item;
}

/* The same where only one kind makes sense. */
DatelineItem *
dateline_rows_reader_lookup_kind (DatelineRowsReader *self,
                                  DatelineItemKind    kind,
                                  const char         *id)
{
  DatelineItem *item = peek (self, id);

  if (item != NULL || !self->is_lazy)
    return item != NULL && dateline_item_get_kind (item) == kind ? item : NULL;

  return dateline_rows_reader_make_items (self, kind, id, NULL, NULL) ? peek (self, id) : NULL;
}

gboolean
dateline_rows_reader_fail (GError               **error,
                           const char            *label,
                           const DatelineColumn  *column)
{
  g_autofree char *valid = g_utf8_make_valid (label, -1);
  g_autofree char *shown = dateline_text_abridge (valid, MAX_SHOWN);

  g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_DAMAGED,
               /* Translators: the first %s is the title, name or id of something in the story, the second the name of one
                * of its fields, such as “date” */
               _("The story file is damaged: something is wrong with “%s” (%s)"),
               shown, dateline_column_get_label (column));

  return FALSE;
}

/* What to call the item of a row that cannot be read. */
static const char *
get_row_label (const DatelineTable *table,
               sqlite3_stmt        *statement)
{
  const char *label = NULL;

  if (table->columns[0].type == DATELINE_COLUMN_STRING)
    label = (const char *) sqlite3_column_text (statement, FIRST_COLUMN);
  if (label == NULL || *label == '\0')
    label = (const char *) sqlite3_column_text (statement, 0);

  return label != NULL ? label : "";
}

/* A value that does not fit the kind of its claim, which someone else may have changed meanwhile, is kept as words. */
static DatelineQuantity *
make_quantity (sqlite3_stmt *statement,
               int           value_column,
               int           kind_column)
{
  g_autoptr(GEnumClass) kinds = g_type_class_ref (DATELINE_TYPE_VALUE_KIND);
  g_autoptr(GEnumClass) bounds = g_type_class_ref (DATELINE_TYPE_BOUND);
  DatelineQuantity *quantity = NULL;
  const char *value;
  const char *bound_nick;
  const char *precision;
  const char *kind_nick;
  GEnumValue *bound;
  GEnumValue *kind;

  if (!dateline_query_read_text (statement, value_column, &value, NULL) ||
      !dateline_query_read_text (statement, value_column + 1, &bound_nick, NULL) ||
      !dateline_query_read_text (statement, value_column + 2, &precision, NULL) ||
      !dateline_query_read_text (statement, kind_column, &kind_nick, NULL) ||
      value == NULL || bound_nick == NULL || kind_nick == NULL)
    return NULL;
  bound = g_enum_get_value_by_nick (bounds, bound_nick);
  kind = g_enum_get_value_by_nick (kinds, kind_nick);
  if (bound == NULL || kind == NULL)
    return NULL;

  quantity = dateline_quantity_new (kind->value, value, bound->value, precision, NULL);
  if (quantity == NULL)
    quantity = dateline_quantity_new (DATELINE_VALUE_KIND_TEXT, value, bound->value, precision, NULL);

  return quantity;
}

static gboolean
read_reference (DatelineRowsReader   *self,
                const DatelineColumn *column,
                const char           *text,
                GValue               *value)
{
  /* Of the kinds in their order each refers to earlier ones only. */
  DatelineItem *item = NULL;

  if (text != NULL)
    item = dateline_rows_reader_lookup_kind (self, dateline_table_get_kind (G_VALUE_TYPE (value)), text);
  if (item != NULL && g_type_is_a (G_OBJECT_TYPE (item), G_VALUE_TYPE (value)))
    g_value_set_object (value, item);

  /* Without these two an item cannot be shown. */
  return g_value_get_object (value) != NULL ||
         !(g_str_equal (column->name, "author") || g_str_equal (column->name, "claim"));
}

static GValue *
add_value (DatelineRow  *row,
           GObjectClass *klass,
           const char   *property)
{
  row->names[row->n] = property;
  g_value_init (&row->values[row->n], g_object_class_find_property (klass, property)->value_type);

  return &row->values[row->n++];
}

/* Reads all values of the row that a statement is at. */
static gboolean
read_values (DatelineRowsReader   *self,
             const DatelineTable  *table,
             sqlite3_stmt         *statement,
             GObjectClass         *klass,
             DatelineRow          *row,
             GError              **error)
{
  const char *text;

  row->position = sqlite3_column_double (statement, 1);
  row->key = sqlite3_column_int64 (statement, 3);
  if (!dateline_query_read_text (statement, 2, &text, NULL))
    return dateline_rows_reader_fail (error, get_row_label (table, statement), &dateline_note_column);
  g_value_set_string (add_value (row, klass, "note"), text);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const DatelineColumn *column = &table->columns[i];
      int number = (int) i + FIRST_COLUMN;
      gboolean is_read = dateline_query_read_text (statement, number, &text, NULL);

      if (is_read && column->type < DATELINE_COLUMN_REFERENCE)
        is_read = dateline_column_parse (column, text, add_value (row, klass, column->property), NULL);
      else if (is_read && column->type == DATELINE_COLUMN_REFERENCE)
        is_read = read_reference (self, column, text, add_value (row, klass, column->property));
      else if (is_read && column->type == DATELINE_COLUMN_VALUE)
        {
          DatelineQuantity *quantity = make_quantity (statement, number, (int) table->n_columns + FIRST_COLUMN);

          is_read = quantity != NULL;
          g_value_take_boxed (add_value (row, klass, column->property), quantity);
        }
      if (!is_read)
        return dateline_rows_reader_fail (error, get_row_label (table, statement), column);
    }

  return TRUE;
}

/* References that could lead in a circle wait until all are known. */
static void
add_links (DatelineRowsReader  *self,
           const DatelineTable *table,
           sqlite3_stmt        *statement,
           DatelineItem        *item,
           gboolean             is_new)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      const char *id;

      if (table->columns[i].type != DATELINE_COLUMN_LINK)
        continue;
      id = (const char *) sqlite3_column_text (statement, (int) i + FIRST_COLUMN);
      /* A new item refers to nothing yet. */
      if (id != NULL || !is_new)
        dateline_rows_reader_add_link (self, item, table->columns[i].property, id);
    }
}

static const char *
get_query (DatelineItemKind kind,
           Way              way)
{
  static const char *const ends[N_WAYS] = { " ORDER BY item.position, item.id", " AND item.id = ?", " AND item.rowid = ?" };
  static char *queries[DATELINE_N_ITEM_KINDS][N_WAYS];
  const DatelineTable *table = dateline_table_get (kind);
  g_autoptr(GString) sql = NULL;

  if (g_once_init_enter (&queries[kind][way]))
    {
      sql = g_string_new ("SELECT item.id, item.position, item.note, item.rowid");
      for (guint i = 0; i < table->n_columns; i++)
        g_string_append_printf (sql, ", t.%s", table->columns[i].name);
      if (kind == DATELINE_ITEM_ACCOUNT)
        g_string_append (sql, ", (SELECT kind FROM claim WHERE claim.id = t.claim)");
      g_string_append_printf (sql, " FROM item JOIN %s AS t ON t.id = item.id WHERE item.kind = '%s'%s",
                              table->name, table->name, ends[way]);
      g_once_init_leave (&queries[kind][way], g_strdup (sql->str));
    }

  return queries[kind][way];
}

static sqlite3_stmt *
select_items (DatelineRowsReader  *self,
              DatelineItemKind     kind,
              const char          *id,
              GError             **error)
{
  sqlite3_stmt *statement = dateline_statements_get (self->statements, get_query (kind, id != NULL ? BY_ID : BY_ORDER), error);

  if (statement != NULL && id != NULL)
    dateline_query_bind_text (statement, 1, id);

  return statement;
}

/* What is loaded only when it is asked for. */
static const DatelineItemParts parts_of_kinds[DATELINE_N_ITEM_KINDS] = {
  [DATELINE_ITEM_ARTICLE] = DATELINE_ITEM_PART_PASSAGES | DATELINE_ITEM_PART_TEXT | DATELINE_ITEM_PART_DATES |
                            DATELINE_ITEM_PART_POSITION,
  [DATELINE_ITEM_PERSON] = DATELINE_ITEM_PART_PASSAGES,
  [DATELINE_ITEM_EVENT] = DATELINE_ITEM_PART_PASSAGES | DATELINE_ITEM_PART_PARTICIPANTS,
  [DATELINE_ITEM_QUOTE] = DATELINE_ITEM_PART_PASSAGES,
  [DATELINE_ITEM_REACTION] = DATELINE_ITEM_PART_PASSAGES,
  [DATELINE_ITEM_CLAIM] = DATELINE_ITEM_PART_PASSAGES | DATELINE_ITEM_PART_ABOUT | DATELINE_ITEM_PART_ACCOUNTS,
  [DATELINE_ITEM_ACCOUNT] = DATELINE_ITEM_PART_PASSAGES,
};

/* Makes the items of the rows of a statement. */
static gboolean
make_items (DatelineRowsReader  *self,
            DatelineItemKind     kind,
            sqlite3_stmt        *statement,
            GPtrArray           *rows,
            GError             **error)
{
  const DatelineTable *table = dateline_table_get (kind);
  GType type = dateline_table_get_item_type (kind);
  g_autoptr(GTypeClass) klass = g_type_class_ref (type);

  while (TRUE)
    {
      g_autoptr(DatelineRow) row = NULL;
      g_autoptr(DatelineItem) item = NULL;
      const char *item_id;
      gboolean has_row;

      if (!dateline_query_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      row = g_new0 (DatelineRow, 1);
      if (!dateline_query_read_text (statement, 0, &item_id, error) || item_id == NULL)
        {
          sqlite3_reset (statement);
          return FALSE;
        }
      /* Somebody gave the item another row, which the story has not heard of yet. */
      if (self->is_lazy && dateline_story_peek (self->story, item_id) != NULL)
        {
          dateline_story_set_key (self->story, dateline_story_peek (self->story, item_id), sqlite3_column_int64 (statement, 3));
          continue;
        }
      g_value_set_string (add_value (row, G_OBJECT_CLASS (klass), "id"), item_id);
      if (!read_values (self, table, statement, G_OBJECT_CLASS (klass), row, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }

      item = DATELINE_ITEM (g_object_new_with_properties (type, row->n, row->names, row->values));
      for (guint i = 0; i < row->n; i++)
        g_value_unset (&row->values[i]);
      row->n = 0;
      add_links (self, table, statement, item, TRUE);
      if (self->is_lazy)
        dateline_story_adopt (self->story, item, row->key, parts_of_kinds[kind]);
      else
        g_hash_table_replace (self->made, (gpointer) dateline_item_get_id (item), g_object_ref (item));
      if (rows != NULL)
        {
          row->is_new = TRUE;
          row->item = g_steal_pointer (&item);
          g_ptr_array_add (rows, g_steal_pointer (&row));
        }
    }
}

/* Makes the items of a kind, or only one of them: as they are in their own rows, without what other tables add. They are
 * added to those that were made, and to @rows in their order. */
gboolean
dateline_rows_reader_make_items (DatelineRowsReader  *self,
                                 DatelineItemKind     kind,
                                 const char          *id,
                                 GPtrArray           *rows,
                                 GError             **error)
{
  sqlite3_stmt *statement = select_items (self, kind, id, error);

  return statement != NULL && make_items (self, kind, statement, rows, error);
}

/* Makes one item, and does nothing if there is no row of that number or its item is in memory. */
gboolean
dateline_rows_reader_make_by_key (DatelineRowsReader  *self,
                                  DatelineItemKind     kind,
                                  gint64               key,
                                  GError             **error)
{
  sqlite3_stmt *statement = dateline_statements_get (self->statements, get_query (kind, BY_KEY), error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, key);

  return make_items (self, kind, statement, NULL, error);
}

/* Reads the row of an item that is in the story, without changing the item. There is no row if the kind changed. */
DatelineRow *
dateline_rows_reader_read_row (DatelineRowsReader  *self,
                               DatelineItem        *living,
                               GError             **error)
{
  DatelineItemKind kind = dateline_item_get_kind (living);
  sqlite3_stmt *statement = select_items (self, kind, dateline_item_get_id (living), error);
  DatelineRow *row = NULL;
  gboolean has_row = FALSE;

  if (statement == NULL || !dateline_query_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      dateline_story_error_set_sqlite (error, NULL, SQLITE_CORRUPT);
      return NULL;
    }

  row = g_new0 (DatelineRow, 1);
  row->item = g_object_ref (living);
  if (read_values (self, dateline_table_get (kind), statement, G_OBJECT_GET_CLASS (living), row, error))
    add_links (self, dateline_table_get (kind), statement, living, FALSE);
  else
    g_clear_pointer (&row, dateline_row_free);
  sqlite3_reset (statement);

  return row;
}

/* Sets the properties of an item to what its row says. */
void
dateline_row_apply (DatelineRow *self)
{
  for (guint i = 0; i < self->n; i++)
    g_object_set_property (G_OBJECT (self->item), self->names[i], &self->values[i]);
}

void
dateline_row_free (DatelineRow *self)
{
  for (guint i = 0; i < self->n; i++)
    g_value_unset (&self->values[i]);
  g_clear_object (&self->item);
  g_free (self);
}

/* Orders rows, which are in a GPtrArray, as the lists of a story have their items. */
int
dateline_row_compare (gconstpointer a,
                      gconstpointer b)
{
  const DatelineRow *x = *(const DatelineRow *const *) a;
  const DatelineRow *y = *(const DatelineRow *const *) b;
  DatelineItemKind x_kind = dateline_item_get_kind (x->item);
  DatelineItemKind y_kind = dateline_item_get_kind (y->item);

  if (x_kind != y_kind)
    return x_kind < y_kind ? -1 : 1;
  if (x->position != y->position)
    return x->position < y->position ? -1 : 1;

  return strcmp (dateline_item_get_id (x->item), dateline_item_get_id (y->item));
}

/* Finds out of which kind an item is now, -1 if it is gone. */
gboolean
dateline_rows_reader_find_kind (DatelineRowsReader  *self,
                                const char          *id,
                                int                 *kind,
                                GError             **error)
{
  g_autoptr(GEnumClass) kinds = g_type_class_ref (DATELINE_TYPE_ITEM_KIND);
  sqlite3_stmt *statement;
  gboolean has_row;

  *kind = -1;
  statement = dateline_statements_get (self->statements, "SELECT kind FROM item WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;
  dateline_query_bind_text (statement, 1, id);
  if (!dateline_query_step (statement, &has_row, error))
    return FALSE;

  if (has_row)
    {
      const char *nick = (const char *) sqlite3_column_text (statement, 0);
      GEnumValue *value = nick != NULL ? g_enum_get_value_by_nick (kinds, nick) : NULL;

      if (value != NULL)
        *kind = value->value;
      sqlite3_reset (statement);
    }

  return TRUE;
}

/* Finds the item that comes before that of a row by the file, if there is any. */
gboolean
dateline_rows_reader_find_before (DatelineRowsReader  *self,
                                  const DatelineRow   *row,
                                  char               **id,
                                  gint64              *key,
                                  GError             **error)
{
  sqlite3_stmt *statement;
  gboolean has_row;

  statement = dateline_statements_get (self->statements,
                                       "SELECT id, rowid FROM item WHERE kind = ?1 AND (position, id) < (?2, ?3) "
                                       "ORDER BY position DESC, id DESC LIMIT 1", error);
  if (statement == NULL)
    return FALSE;
  dateline_query_bind_text (statement, 1, dateline_table_get (dateline_item_get_kind (row->item))->name);
  sqlite3_bind_double (statement, 2, row->position);
  dateline_query_bind_text (statement, 3, dateline_item_get_id (row->item));
  if (!dateline_query_step (statement, &has_row, error))
    return FALSE;

  *id = NULL;
  *key = 0;
  if (has_row)
    {
      *id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      *key = sqlite3_column_int64 (statement, 1);
      sqlite3_reset (statement);
    }

  return TRUE;
}

/* Adds the ids of a query to a set. */
gboolean
dateline_rows_reader_add_ids (DatelineRowsReader  *self,
                              const char          *sql,
                              const char          *parameter,
                              GHashTable          *ids,
                              GError             **error)
{
  sqlite3_stmt *statement = dateline_statements_get (self->statements, sql, error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  if (parameter != NULL)
    dateline_query_bind_text (statement, 1, parameter);

  while (has_row)
    {
      if (!dateline_query_step (statement, &has_row, error))
        return FALSE;
      if (has_row)
        g_hash_table_add (ids, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
    }

  return TRUE;
}
