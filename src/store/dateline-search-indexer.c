/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the rows of the search index that differ from what they should be.
 *
 * A row is written only where it differs from what is there, so an edit costs what it changes. The full text table reads
 * its text from search_row; what it has to forget is told from there before the row changes. */
#include "config.h"

#include "dateline-search-indexer.h"

#include <string.h>

#include "dateline-search-rows.h"
#include "dateline-search-sql.h"
#include "dateline-tokenizer.h"

#define MAX_NAME 10 /* words */

/* What became of the row of an item. */
typedef enum
{
  CHANGED_NAME = 1 << 0,
  CHANGED_START = 1 << 1,
  CHANGED_DATES = 1 << 2,
  CHANGED_KEYS = 1 << 3,
  CHANGED_SOMETHING = 1 << 4
} Changes;

struct _DatelineSearchIndexer
{
  DatelineStatements *statements;
  gboolean            is_empty; /* while the index is made anew */
  gint64              next[DATELINE_SEARCH_ROW_LAST + 1];
  gint64              last_block;
  Changes             changes;
  GHashTable         *terms; /* those that are in the table */
  GPtrArray          *todo;  /* ids, each once */
  GHashTable         *known;
};

/**
 * dateline_search_indexer_new: (skip)
 * @db: a connection to a story file
 * @is_empty: whether the index has no rows, so that none need be looked for
 *
 * Creates an indexer, for one transaction.
 *
 * Returns: (transfer full): a new indexer
 */
DatelineSearchIndexer *
dateline_search_indexer_new (sqlite3  *db,
                             gboolean  is_empty)
{
  DatelineSearchIndexer *self;

  g_return_val_if_fail (db != NULL, NULL);

  self = g_new0 (DatelineSearchIndexer, 1);
  self->is_empty = is_empty;
  self->statements = dateline_statements_new (db);
  self->terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->todo = g_ptr_array_new_with_free_func (g_free);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

/**
 * dateline_search_indexer_free: (skip)
 * @self: (transfer full): an indexer
 *
 * Frees an indexer.
 */
void
dateline_search_indexer_free (DatelineSearchIndexer *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->todo);
  g_hash_table_unref (self->terms);
  dateline_statements_free (self->statements);
  g_free (self);
}

static void
add_todo (DatelineSearchIndexer *self,
          const char            *id)
{
  char *copy;

  if (id == NULL || g_hash_table_contains (self->known, id))
    return;

  copy = g_strdup (id);
  g_ptr_array_add (self->todo, copy);
  g_hash_table_add (self->known, copy);
}

/* Adds the ids that a statement with one parameter finds. */
static int
add_todo_of (DatelineSearchIndexer *self,
             const char            *sql,
             const char            *parameter)
{
  sqlite3_stmt *statement;
  int code;

  statement = dateline_search_sql_get (self->statements, sql, &code);
  if (statement == NULL)
    return code;

  sqlite3_bind_text (statement, 1, parameter, -1, SQLITE_STATIC);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    add_todo (self, (const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);

  return code == SQLITE_DONE ? SQLITE_OK : code;
}

static char *
dup_key_query (const char *id)
{
  return g_strconcat ("keys : \"" DATELINE_TOKENIZER_KEYS, id, "\"", NULL);
}

/* Adds all that has @id among its keys. */
static int
add_todo_with_key (DatelineSearchIndexer *self,
                   const char            *id)
{
  g_autofree char *query = dup_key_query (id);

  return add_todo_of (self,
                      "SELECT r.item FROM search_words w JOIN search_row r ON r.number = w.rowid"
                      " WHERE w.search_words MATCH ?1", query);
}

static int
find_next (DatelineSearchIndexer *self,
           DatelineSearchRowKind  kind,
           gint64                *number)
{
  int code = SQLITE_OK;

  if (self->next[kind] == 0)
    {
      sqlite3_stmt *statement =
        dateline_search_sql_get (self->statements, "SELECT max (number) FROM search_row WHERE number >= ?1 AND number < ?2", &code);

      if (statement == NULL)
        return code;
      sqlite3_bind_int64 (statement, 1, DATELINE_SEARCH_ROW_NUMBER (kind));
      sqlite3_bind_int64 (statement, 2, DATELINE_SEARCH_ROW_NUMBER (kind + 1));
      code = sqlite3_step (statement);
      if (code == SQLITE_ROW)
        self->next[kind] = MAX (sqlite3_column_int64 (statement, 0), DATELINE_SEARCH_ROW_NUMBER (kind)) + 1;
      sqlite3_reset (statement);
      if (code != SQLITE_ROW)
        return code;
      code = SQLITE_OK;
    }
  *number = self->next[kind]++;

  return code;
}

static int
put_term (DatelineSearchIndexer *self,
          const char            *term)
{
  if (*term == '\0' || g_hash_table_contains (self->terms, term))
    return SQLITE_OK;

  g_hash_table_add (self->terms, g_strdup (term));

  return dateline_search_sql_run (self->statements, "INSERT OR IGNORE INTO search_term (term) VALUES (?1)", "s", term);
}

static int
put_terms (DatelineSearchIndexer *self,
           GString               *text)
{
  DatelineTokens tokens;
  int code = SQLITE_OK;

  dateline_tokens_init (&tokens, text->str, (gssize) text->len);
  while (code == SQLITE_OK && dateline_tokens_next (&tokens))
    {
      code = put_term (self, tokens.spelling.main);
      if (code == SQLITE_OK)
        code = put_term (self, tokens.spelling.second);
    }

  return code;
}

static int
insert_row (DatelineSearchIndexer   *self,
            gint64                   number,
            const DatelineSearchRow *row)
{
  sqlite3_stmt *statement;
  int code;

  statement = dateline_search_sql_get (self->statements,
                                       "INSERT INTO search_row (number, item, block, start, lower, upper, title, text, keys)"
                                       " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", &code);
  if (statement == NULL)
    return code;

  sqlite3_bind_int64 (statement, 1, number);
  sqlite3_bind_text (statement, 2, row->item, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, row->block);
  sqlite3_bind_int64 (statement, 4, row->start);
  if (row->has_dates)
    {
      sqlite3_bind_int64 (statement, 5, row->lower);
      sqlite3_bind_int64 (statement, 6, row->upper);
    }
  sqlite3_bind_text (statement, 7, row->title->str, (int) row->title->len, SQLITE_STATIC);
  sqlite3_bind_text (statement, 8, row->text->str, (int) row->text->len, SQLITE_STATIC);
  sqlite3_bind_text (statement, 9, row->keys->str, (int) row->keys->len, SQLITE_STATIC);
  code = sqlite3_step (statement);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  if (code != SQLITE_DONE)
    return code;

  code = put_terms (self, row->title);
  if (code == SQLITE_OK)
    code = put_terms (self, row->text);

  return code != SQLITE_OK
           ? code
           : dateline_search_sql_run (self->statements,
                                      "INSERT INTO search_words (rowid, title, text, keys) VALUES (?1, ?2, ?3, ?4)", "isss",
                                      number, row->title->str, row->text->str, row->keys->str);
}

static int
delete_row (DatelineSearchIndexer *self,
            gint64                 number)
{
  int code = dateline_search_sql_run (self->statements,
                                      "INSERT INTO search_words (search_words, rowid, title, text, keys)"
                                      " SELECT 'delete', number, title, text, keys FROM search_row WHERE number = ?1",
                                      "i", number);

  return code != SQLITE_OK
           ? code
           : dateline_search_sql_run (self->statements, "DELETE FROM search_row WHERE number = ?1", "i", number);
}

/* Deletes the blocks of an item from @first on, and the item itself too if @first is %DATELINE_SEARCH_ROW_ITEM. */
static int
delete_rows (DatelineSearchIndexer *self,
             const char            *item,
             gint64                 first)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement;
  int code;

  statement = dateline_search_sql_get (self->statements, "SELECT number FROM search_row WHERE item = ?1 AND block >= ?2",
                                       &code);
  if (statement == NULL)
    return code;

  sqlite3_bind_text (statement, 1, item, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, first);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 number = sqlite3_column_int64 (statement, 0);

      g_array_append_val (numbers, number);
    }
  sqlite3_reset (statement);
  if (code != SQLITE_DONE)
    return code;

  code = SQLITE_OK;
  for (guint i = 0; i < numbers->len && code == SQLITE_OK; i++)
    code = delete_row (self, g_array_index (numbers, gint64, i));

  return code;
}

static gboolean
is_text (sqlite3_stmt *statement,
         int           column,
         GString      *text)
{
  return (gsize) sqlite3_column_bytes (statement, column) == text->len &&
         memcmp (sqlite3_column_blob (statement, column) != NULL ? sqlite3_column_blob (statement, column) : "",
                 text->str, text->len) == 0;
}

static gboolean
is_name (sqlite3_stmt *statement,
         int           column,
         GString      *title)
{
  const char *old = (const char *) sqlite3_column_text (statement, column);
  gsize length = strcspn (title->str, "\n");

  return old != NULL && strcspn (old, "\n") == length && strncmp (old, title->str, length) == 0;
}

/* What differs between a row that is there and the one that should be. */
static Changes
compare_row (sqlite3_stmt            *statement,
             const DatelineSearchRow *row)
{
  gboolean had_dates = sqlite3_column_type (statement, 2) != SQLITE_NULL;
  gboolean same_dates = had_dates == row->has_dates && (!had_dates || (sqlite3_column_int64 (statement, 2) == row->lower &&
                                                                      sqlite3_column_int64 (statement, 3) == row->upper));
  gboolean same_start = sqlite3_column_int64 (statement, 1) == row->start;
  gboolean same_title = is_text (statement, 4, row->title);
  gboolean same_keys = is_text (statement, 6, row->keys);

  if (same_dates && same_start && same_title && same_keys && is_text (statement, 5, row->text))
    return 0;

  return CHANGED_SOMETHING | (same_dates ? 0 : CHANGED_DATES) | (same_start ? 0 : CHANGED_START) | (same_keys ? 0 : CHANGED_KEYS) |
         (is_name (statement, 4, row->title) ? 0 : CHANGED_NAME);
}

/* Makes a row what it should be. */
static int
put_row (const DatelineSearchRow *row,
         gpointer                 user_data)
{
  DatelineSearchIndexer *self = user_data;
  gint64 number = 0;
  Changes changes = CHANGED_NAME | CHANGED_START | CHANGED_DATES | CHANGED_KEYS | CHANGED_SOMETHING;
  int code;

  if (row->block >= 0)
    self->last_block = row->block;

  if (!self->is_empty)
    {
      sqlite3_stmt *statement =
        dateline_search_sql_get (self->statements,
                                 "SELECT number, start, lower, upper, title, text, keys FROM search_row"
                                 " WHERE item = ?1 AND block = ?2", &code);

      if (statement == NULL)
        return code;
      sqlite3_bind_text (statement, 1, row->item, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (statement, 2, row->block);
      code = sqlite3_step (statement);
      if (code == SQLITE_ROW)
        {
          number = sqlite3_column_int64 (statement, 0);
          changes = compare_row (statement, row);
        }
      sqlite3_reset (statement);
      if (code != SQLITE_ROW && code != SQLITE_DONE)
        return code;
    }

  if (changes == 0)
    return SQLITE_OK;
  if (row->block == DATELINE_SEARCH_ROW_ITEM)
    self->changes = changes;
  if (number != 0)
    {
      code = delete_row (self, number);
      if (code != SQLITE_OK)
        return code;
    }
  if (number == 0 || DATELINE_SEARCH_ROW_KIND (number) != row->kind)
    {
      code = find_next (self, row->kind, &number);
      if (code != SQLITE_OK)
        return code;
    }

  return insert_row (self, number, row);
}

/* Puts down the names of a person as they are spelled for searching. */
static int
put_names (DatelineSearchIndexer *self,
           const char            *person)
{
  g_autofree char *title = NULL;
  g_auto(GStrv) names = NULL;
  sqlite3_stmt *statement;
  int code;

  code = dateline_search_sql_run (self->statements, "DELETE FROM search_name WHERE person = ?1", "s", person);
  if (code != SQLITE_OK)
    return code;
  statement = dateline_search_sql_get (self->statements, "SELECT title FROM search_row WHERE item = ?1 AND block = -1",
                                       &code);
  if (statement == NULL)
    return code;
  sqlite3_bind_text (statement, 1, person, -1, SQLITE_STATIC);
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    title = dateline_search_sql_dup (statement, 0);
  sqlite3_reset (statement);
  if (code != SQLITE_ROW)
    return code == SQLITE_DONE ? SQLITE_OK : code;

  names = g_strsplit (title, "\n", -1);
  code = SQLITE_OK;
  for (guint i = 0; names[i] != NULL && code == SQLITE_OK; i++)
    {
      g_autoptr(GString) name = g_string_new (NULL);
      DatelineTokens tokens;

      dateline_tokens_init (&tokens, names[i], -1);
      for (guint n = 0; n < MAX_NAME && dateline_tokens_next (&tokens); n++)
        g_string_append_printf (name, "%s%s", n > 0 ? " " : "", tokens.spelling.main);
      if (name->len > 0)
        code = dateline_search_sql_run (self->statements, "INSERT OR IGNORE INTO search_name (name, person) VALUES (?1, ?2)",
                                        "ss", name->str, person);
    }

  return code;
}

/* The blocks in which a person is named, as "article\nblock", by the statement that finds them. */
static int
collect_blocks (DatelineSearchIndexer *self,
                const char            *sql,
                const char            *parameter,
                GHashTable            *blocks)
{
  sqlite3_stmt *statement;
  int code;

  statement = dateline_search_sql_get (self->statements, sql, &code);
  if (statement == NULL)
    return code;

  sqlite3_bind_text (statement, 1, parameter, -1, SQLITE_STATIC);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    g_hash_table_add (blocks, g_strdup_printf ("%s\n%" G_GINT64_FORMAT, (const char *) sqlite3_column_text (statement, 0),
                                               (gint64) sqlite3_column_int64 (statement, 1)));
  sqlite3_reset (statement);

  return code == SQLITE_DONE ? SQLITE_OK : code;
}

static void
add_articles_of (DatelineSearchIndexer *self,
                 GHashTable            *blocks,
                 GHashTable            *but_not)
{
  GHashTableIter iter;
  gpointer block;

  g_hash_table_iter_init (&iter, blocks);
  while (g_hash_table_iter_next (&iter, &block, NULL))
    {
      g_autofree char *article = NULL;

      if (g_hash_table_contains (but_not, block))
        continue;
      article = g_strndup (block, strcspn (block, "\n"));
      add_todo (self, article);
    }
}

/* Adds the articles in which other blocks name a person than before. */
static int
add_todo_of_mentions (DatelineSearchIndexer *self,
                      const char            *person)
{
  g_autoptr(GHashTable) before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) after = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *query = dup_key_query (person);
  int code;

  code = collect_blocks (self,
                         "SELECT r.item, r.block FROM search_words w JOIN search_row r ON r.number = w.rowid"
                         " WHERE w.search_words MATCH ?1 AND r.block >= 0", query, before);
  if (code == SQLITE_OK)
    code = collect_blocks (self,
                           "SELECT s.article, (SELECT r.block FROM search_row r WHERE r.item = s.article AND r.block >= 0"
                           " AND r.start <= s.start ORDER BY r.block DESC LIMIT 1)"
                           " FROM passage s WHERE s.item = ?1 AND s.date IS NULL", person, after);
  add_articles_of (self, before, after);
  add_articles_of (self, after, before);

  return code;
}

/* Adds what shows something of an item whose row has changed. */
static int
add_dependents (DatelineSearchIndexer *self,
                DatelineSearchRowKind  kind,
                const char            *id)
{
  int code = SQLITE_OK;

  if (kind == DATELINE_SEARCH_ROW_PERSON && (self->changes & CHANGED_NAME) != 0)
    {
      code = add_todo_of (self, "SELECT id FROM quote WHERE speaker = ?1", id);
      if (code == SQLITE_OK)
        code = add_todo_of (self, "SELECT id FROM reaction WHERE author = ?1", id);
    }
  if (code == SQLITE_OK && kind == DATELINE_SEARCH_ROW_PERSON && (self->changes & CHANGED_START) != 0)
    code = add_todo_of_mentions (self, id);
  if (code == SQLITE_OK && kind == DATELINE_SEARCH_ROW_EVENT && (self->changes & CHANGED_DATES) != 0)
    code = add_todo_of (self, "SELECT id FROM quote WHERE event = ?1", id);
  if (code == SQLITE_OK && kind == DATELINE_SEARCH_ROW_ARTICLE && (self->changes & CHANGED_DATES) != 0)
    code = add_todo_of (self,
                        "SELECT s.item FROM passage s JOIN item i ON i.id = s.item WHERE s.article = ?1 AND"
                        " i.kind IN ('quote', 'reaction', 'account')", id);
  if (code == SQLITE_OK && kind == DATELINE_SEARCH_ROW_CLAIM && (self->changes & CHANGED_KEYS) != 0)
    code = add_todo_of (self, "SELECT id FROM account WHERE claim = ?1", id);

  return code;
}

static int
index_item (DatelineSearchIndexer *self,
            const char            *id)
{
  DatelineSearchRowKind kind;
  int code;

  kind = dateline_search_rows_find_kind (self->statements, id, &code);
  if (code != SQLITE_OK)
    return code;

  self->changes = 0;
  self->last_block = DATELINE_SEARCH_ROW_ITEM;
  if (kind == 0)
    {
      code = add_todo_with_key (self, id);
      if (code == SQLITE_OK)
        code = delete_rows (self, id, DATELINE_SEARCH_ROW_ITEM);
      return code != SQLITE_OK
               ? code
               : dateline_search_sql_run (self->statements, "DELETE FROM search_name WHERE person = ?1", "s", id);
    }

  code = dateline_search_rows_compose (self->statements, kind, id, put_row, self);
  if (code == SQLITE_OK && !self->is_empty && kind == DATELINE_SEARCH_ROW_ARTICLE)
    code = delete_rows (self, id, self->last_block + 1 > 0 ? self->last_block + 1 : 0);
  if (code == SQLITE_OK && kind == DATELINE_SEARCH_ROW_PERSON && self->changes != 0)
    code = put_names (self, id);
  if (code == SQLITE_OK && !self->is_empty)
    code = add_dependents (self, kind, id);

  return code;
}

/**
 * dateline_search_indexer_put: (skip)
 * @self: an indexer
 * @id: the id of an item, which may be gone
 *
 * Makes the rows of an item what they should be, and notes what else shows something of what changed.
 *
 * Returns: `SQLITE_OK`, or the error
 */
int
dateline_search_indexer_put (DatelineSearchIndexer *self,
                             const char            *id)
{
  g_return_val_if_fail (self != NULL, SQLITE_MISUSE);
  g_return_val_if_fail (id != NULL, SQLITE_MISUSE);

  return index_item (self, id);
}

/**
 * dateline_search_indexer_update: (skip)
 * @self: an indexer
 * @ids: (element-type utf8): the ids of items that were made, changed or deleted
 *
 * Makes the rows of items, and of all that shows something of them, what they should be.
 *
 * Returns: `SQLITE_OK`, or the error
 */
int
dateline_search_indexer_update (DatelineSearchIndexer *self,
                                GHashTable            *ids)
{
  GHashTableIter iter;
  gpointer id;
  int code = SQLITE_OK;

  g_return_val_if_fail (self != NULL, SQLITE_MISUSE);
  g_return_val_if_fail (ids != NULL, SQLITE_MISUSE);

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    add_todo (self, id);
  for (guint i = 0; i < self->todo->len && code == SQLITE_OK; i++)
    code = index_item (self, g_ptr_array_index (self->todo, i));

  return code;
}
