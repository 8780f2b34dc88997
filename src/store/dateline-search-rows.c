/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be found of an item, read from the tables of a story: its words, when it was, and the articles and people it
 * belongs to. */
#include "config.h"

#include "dateline-search-rows.h"

#include <string.h>

#include "dateline-date.h"
#include "dateline-search-sql.h"
#include "dateline-tokenizer.h"

/* A list of words in JSON, one a line; whatever else stands there counts as none. */
#define LINES(column) \
  "(SELECT group_concat (value, char (10)) FROM json_each (CASE WHEN json_valid (" column ") THEN " column " ELSE '[]' END))"

#define PASSAGES_OF "FROM passage s WHERE s.item = ?1 AND s.date IS NULL"
#define FIRST_WORDS "(SELECT s.exact " PASSAGES_OF " ORDER BY s.position, s.id LIMIT 1)"
#define MORE_WORDS \
  "(SELECT group_concat (exact, char (10)) FROM (SELECT s.exact " PASSAGES_OF " ORDER BY s.position, s.id LIMIT -1 OFFSET 1))"
#define PUBLISHED \
  "(SELECT a.published FROM passage s JOIN article a ON a.id = s.article WHERE s.item = ?1 AND s.date IS NULL" \
  " ORDER BY s.position, s.id LIMIT 1)"

/* Of each kind: the date, the title, then the rest of the text; and what it belongs to besides the articles of its
 * passages. */
static const struct
{
  const char *text;
  const char *keys;
} queries[DATELINE_SEARCH_ROW_LAST + 1] = {
  [DATELINE_SEARCH_ROW_PERSON] = {
    "SELECT NULL, p.name || coalesce (char (10) || " LINES ("p.aliases") ", ''), p.role, p.description, i.note"
    " FROM person p JOIN item i ON i.id = p.id WHERE p.id = ?1",
    "SELECT ?1"
  },
  [DATELINE_SEARCH_ROW_EVENT] = {
    "SELECT e.date, e.title, e.description, e.place, i.note FROM event e JOIN item i ON i.id = e.id WHERE e.id = ?1",
    "SELECT person FROM participant WHERE event = ?1 ORDER BY person"
  },
  [DATELINE_SEARCH_ROW_QUOTE] = {
    "SELECT coalesce (e.date, " PUBLISHED "), " FIRST_WORDS ", " MORE_WORDS ", p.name, i.note"
    " FROM quote q JOIN item i ON i.id = q.id LEFT JOIN person p ON p.id = q.speaker LEFT JOIN event e ON e.id = q.event"
    " WHERE q.id = ?1",
    "SELECT speaker FROM quote WHERE id = ?1 AND speaker IS NOT NULL UNION "
    "SELECT addressee FROM quote WHERE id = ?1 AND addressee IS NOT NULL ORDER BY 1"
  },
  [DATELINE_SEARCH_ROW_REACTION] = {
    "SELECT coalesce (r.date, " PUBLISHED "), r.text, p.name, CASE r.handle WHEN '' THEN '' ELSE '@' || r.handle END,"
    " r.platform, " LINES ("r.hashtags") ", " LINES ("r.themes") ", i.note"
    " FROM reaction r JOIN item i ON i.id = r.id LEFT JOIN person p ON p.id = r.author WHERE r.id = ?1",
    "SELECT author FROM reaction WHERE id = ?1"
  },
  [DATELINE_SEARCH_ROW_CLAIM] = {
    "SELECT NULL, c.question, i.note FROM claim c JOIN item i ON i.id = c.id WHERE c.id = ?1",
    "SELECT a.item FROM about a JOIN person p ON p.id = a.item WHERE a.claim = ?1 ORDER BY a.item"
  },
  [DATELINE_SEARCH_ROW_ACCOUNT] = {
    "SELECT a.published, coalesce (" FIRST_WORDS ", c.value), c.value, i.note"
    " FROM account c JOIN item i ON i.id = c.id LEFT JOIN article a ON a.id = c.article WHERE c.id = ?1",
    "SELECT a.item FROM account c JOIN about a ON a.claim = c.claim JOIN person p ON p.id = a.item WHERE c.id = ?1 UNION "
    "SELECT article FROM account WHERE id = ?1 ORDER BY 1"
  },
  [DATELINE_SEARCH_ROW_ARTICLE] = {
    "SELECT a.published, a.headline, a.publisher, " LINES ("a.byline") ", i.note"
    " FROM article a JOIN item i ON i.id = a.id WHERE a.id = ?1",
    NULL
  }
};

static void
append_line (GString *string,
             char    *line)
{
  if (*line != '\0')
    {
      if (string->len > 0)
        g_string_append_c (string, '\n');
      g_string_append (string, line);
    }
  g_free (line);
}

/* No text can pass for a list of keys. */
static void
guard (GString *string)
{
  if (g_str_has_prefix (string->str, DATELINE_TOKENIZER_KEYS))
    g_string_prepend_c (string, ' ');
}

static void
add_key (GString    *keys,
         const char *id)
{
  if (keys->len > 0)
    g_string_append_c (keys, ' ');
  g_string_append (keys, DATELINE_TOKENIZER_KEYS);
  g_string_append (keys, id);
}

static gboolean
has_key (GString    *keys,
         const char *id)
{
  g_autofree char *key = g_strconcat (DATELINE_TOKENIZER_KEYS, id, NULL);
  const char *found = keys->str;

  while ((found = strstr (found, key)) != NULL)
    {
      found += strlen (key);
      if (*found == '\0' || *found == ' ')
        return TRUE;
    }

  return FALSE;
}

static int
add_keys (DatelineStatements *statements,
          const char         *sql,
          const char         *id,
          GString            *keys)
{
  sqlite3_stmt *statement;
  int code;

  if (sql == NULL)
    return SQLITE_OK;
  statement = dateline_search_sql_get (statements, sql, &code);
  if (statement == NULL)
    return code;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autofree char *key = dateline_search_sql_dup (statement, 0);

      if (!has_key (keys, key))
        add_key (keys, key);
    }
  sqlite3_reset (statement);

  return code == SQLITE_DONE ? SQLITE_OK : code;
}

static void
set_dates (DatelineSearchRow *row,
           const char        *edtf)
{
  g_autoptr(DatelineDate) date = *edtf != '\0' ? dateline_date_new (edtf, NULL) : NULL;

  row->has_dates = date != NULL;
  row->lower = date != NULL ? dateline_date_get_lower (date) : 0;
  row->upper = date != NULL ? dateline_date_get_upper (date) : 0;
}

/* Stands for all the places where a person is named: another number, other places. */
static int
stamp_mentions (DatelineStatements *statements,
                const char         *id,
                gint64             *stamp)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  sqlite3_stmt *statement;
  int code;

  statement = dateline_search_sql_get (statements,
                                       "SELECT article, start FROM passage WHERE item = ?1 AND date IS NULL"
                                       " ORDER BY article, start", &code);
  if (statement == NULL)
    return code;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *article = (const char *) sqlite3_column_text (statement, 0);

      for (const char *p = article; p != NULL && *p != '\0'; p++)
        hash = (hash ^ (guchar) *p) * G_GUINT64_CONSTANT (0x100000001b3);
      hash = (hash ^ (guint64) sqlite3_column_int64 (statement, 1)) * G_GUINT64_CONSTANT (0x100000001b3);
    }
  sqlite3_reset (statement);
  *stamp = (gint64) (hash >> 1);

  return code == SQLITE_DONE ? SQLITE_OK : code;
}

typedef struct
{
  char  *person;
  gint64 start;
} Mention;

static void
mention_clear (gpointer data)
{
  g_free (((Mention *) data)->person);
}

/* The people an article names, by place. */
static int
list_mentions (DatelineStatements *statements,
               const char         *article,
               GArray             *mentions)
{
  sqlite3_stmt *statement;
  int code;

  statement = dateline_search_sql_get (statements,
                                       "SELECT s.item, s.start FROM passage s JOIN person p ON p.id = s.item"
                                       " WHERE s.article = ?1 AND s.date IS NULL ORDER BY s.start, s.item", &code);
  if (statement == NULL)
    return code;

  sqlite3_bind_text (statement, 1, article, -1, SQLITE_STATIC);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      Mention mention = { dateline_search_sql_dup (statement, 0), sqlite3_column_int64 (statement, 1) };

      g_array_append_val (mentions, mention);
    }
  sqlite3_reset (statement);

  return code == SQLITE_DONE ? SQLITE_OK : code;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Takes the people who are named before @end from @mentions on from @first. */
static guint
add_mentions (GString *keys,
              GArray  *mentions,
              guint    first,
              gint64   end)
{
  g_autoptr(GPtrArray) people = g_ptr_array_new ();

  for (; first < mentions->len && g_array_index (mentions, Mention, first).start < end; first++)
    {
      char *person = g_array_index (mentions, Mention, first).person;

      if (!g_ptr_array_find_with_equal_func (people, person, g_str_equal, NULL))
        g_ptr_array_add (people, person);
    }
  g_ptr_array_sort (people, compare_ids);
  for (guint i = 0; i < people->len; i++)
    add_key (keys, g_ptr_array_index (people, i));

  return first;
}

/* Gives the blocks of an article to @func. */
static int
compose_blocks (DatelineStatements    *statements,
                DatelineSearchRow     *row,
                DatelineSearchRowFunc  func,
                gpointer               user_data)
{
  g_autoptr(GArray) mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  sqlite3_stmt *statement;
  gint64 start = 0;
  guint n_mentions = 0;
  int code;

  g_array_set_clear_func (mentions, mention_clear);
  code = list_mentions (statements, row->item, mentions);
  if (code != SQLITE_OK)
    return code;
  statement = dateline_search_sql_get (statements, "SELECT number, text FROM block WHERE article = ?1 ORDER BY number",
                                       &code);
  if (statement == NULL)
    return code;

  row->kind = DATELINE_SEARCH_ROW_BLOCK;
  g_string_truncate (row->title, 0);
  sqlite3_bind_text (statement, 1, row->item, -1, SQLITE_STATIC);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      glong length;

      row->block = sqlite3_column_int64 (statement, 0);
      row->start = start;
      g_string_truncate (row->text, 0);
      append_line (row->text, dateline_search_sql_dup (statement, 1));
      length = g_utf8_strlen (row->text->str, (gssize) row->text->len);
      guard (row->text);
      g_string_truncate (row->keys, 0);
      add_key (row->keys, row->item);
      n_mentions = add_mentions (row->keys, mentions, n_mentions, start + length + 1);
      start += length + 1;

      code = row->text->len > 0 ? func (row, user_data) : SQLITE_OK;
      if (code != SQLITE_OK)
        break;
    }
  sqlite3_reset (statement);

  return code == SQLITE_DONE ? SQLITE_OK : code;
}

/* Reads the texts and dates of an item; %SQLITE_DONE if there is none. */
static int
read_text (DatelineStatements *statements,
           DatelineSearchRow  *row)
{
  g_autofree char *edtf = NULL;
  sqlite3_stmt *statement;
  int code;

  statement = dateline_search_sql_get (statements, queries[row->kind].text, &code);
  if (statement == NULL)
    return code;

  sqlite3_bind_text (statement, 1, row->item, -1, SQLITE_STATIC);
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    {
      edtf = dateline_search_sql_dup (statement, 0);
      set_dates (row, edtf);
      append_line (row->title, dateline_search_sql_dup (statement, 1));
      for (int i = 2; i < sqlite3_column_count (statement); i++)
        append_line (row->text, dateline_search_sql_dup (statement, i));
      guard (row->title);
      guard (row->text);
    }
  sqlite3_reset (statement);

  return code;
}

/**
 * dateline_search_rows_find_kind: (skip)
 * @statements: statements for a story
 * @id: the id of an item
 * @code: (out): `SQLITE_OK`, or the error
 *
 * Finds out of what kind an item is.
 *
 * Returns: the kind, or 0 if there is no such item
 */
DatelineSearchRowKind
dateline_search_rows_find_kind (DatelineStatements *statements,
                                const char         *id,
                                int                *code)
{
  static const struct
  {
    const char           *name;
    DatelineSearchRowKind kind;
  } kinds[] = {
    { "person", DATELINE_SEARCH_ROW_PERSON }, { "event", DATELINE_SEARCH_ROW_EVENT }, { "quote", DATELINE_SEARCH_ROW_QUOTE },
    { "reaction", DATELINE_SEARCH_ROW_REACTION }, { "claim", DATELINE_SEARCH_ROW_CLAIM },
    { "account", DATELINE_SEARCH_ROW_ACCOUNT }, { "article", DATELINE_SEARCH_ROW_ARTICLE }
  };
  DatelineSearchRowKind kind = 0;
  sqlite3_stmt *statement;

  g_return_val_if_fail (statements != NULL, 0);
  g_return_val_if_fail (id != NULL, 0);

  statement = dateline_search_sql_get (statements, "SELECT kind FROM item WHERE id = ?1", code);
  if (statement == NULL)
    return 0;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  *code = sqlite3_step (statement);
  if (*code == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (statement, 0);

      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (g_strcmp0 (kinds[i].name, name) == 0)
          kind = kinds[i].kind;
    }
  sqlite3_reset (statement);
  if (*code == SQLITE_ROW || *code == SQLITE_DONE)
    *code = SQLITE_OK;

  return kind;
}

/**
 * dateline_search_rows_compose: (skip)
 * @statements: statements for a story
 * @kind: what kind of item it is
 * @id: the id of an item
 * @func: (scope call): takes each row; anything but `SQLITE_OK` ends it
 * @user_data: data for @func
 *
 * Gives what can be found of an item: one row, and those of its blocks if it is an article.
 *
 * Returns: `SQLITE_OK`, or the error
 */
int
dateline_search_rows_compose (DatelineStatements    *statements,
                              DatelineSearchRowKind  kind,
                              const char            *id,
                              DatelineSearchRowFunc  func,
                              gpointer               user_data)
{
  g_autoptr(GString) title = g_string_new (NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GString) keys = g_string_new (NULL);
  DatelineSearchRow row = { kind, id, DATELINE_SEARCH_ROW_ITEM, 0, FALSE, 0, 0, title, text, keys };
  int code;

  g_return_val_if_fail (statements != NULL, SQLITE_MISUSE);
  g_return_val_if_fail (id != NULL && func != NULL, SQLITE_MISUSE);
  g_return_val_if_fail (kind > 0 && kind < DATELINE_SEARCH_ROW_BLOCK, SQLITE_MISUSE);

  code = read_text (statements, &row);
  if (code == SQLITE_DONE)
    return SQLITE_OK;
  if (code != SQLITE_ROW)
    return code;

  if (kind == DATELINE_SEARCH_ROW_ARTICLE)
    add_key (keys, id);
  code = add_keys (statements, queries[kind].keys, id, keys);
  if (code == SQLITE_OK)
    code = add_keys (statements, "SELECT DISTINCT article FROM passage WHERE item = ?1 AND date IS NULL ORDER BY article",
                     id, keys);
  if (code == SQLITE_OK && kind == DATELINE_SEARCH_ROW_PERSON)
    code = stamp_mentions (statements, id, &row.start);
  if (code == SQLITE_OK)
    code = func (&row, user_data);
  if (code == SQLITE_OK && kind == DATELINE_SEARCH_ROW_ARTICLE)
    code = compose_blocks (statements, &row, func, user_data);

  return code;
}
