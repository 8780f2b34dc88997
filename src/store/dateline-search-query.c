/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader typed, as a query of SQLite's full text search.
 *
 * All words are needed, the last one may be the beginning of a word; what stands in quotation marks stays together, and
 * -word is not wanted. Whatever else means something to FTS5 is text. Words that are a name of somebody also find what
 * stands under the other names, and what belongs to that person. */
#include "config.h"

#include "dateline-search-query.h"

#include <string.h>

#include "dateline-tokenizer.h"

#define MAX_PHRASES 16
#define MAX_LENGTH  400 /* characters */
#define MAX_NAME    6   /* phrases that may make a name */
#define MAX_NAMES   16  /* other names of one person */
#define MAX_PEOPLE  8

/* Beginnings of this length and more are looked for as the words that begin so, if these are not more than that: the
 * index has no lists of them, and SQLite would merge those of the words first. */
#define MIN_EXPANDED 4
#define MAX_EXPANDED 24

static void
phrase_free (DatelineSearchPhrase *phrase)
{
  g_free (phrase->text);
  g_array_unref (phrase->words);
  g_free (phrase);
}

static void
unit_free (DatelineSearchUnit *unit)
{
  g_ptr_array_unref (unit->phrases);
  g_ptr_array_unref (unit->names);
  g_ptr_array_unref (unit->people);
  g_free (unit);
}

/* Returns NULL if there is no word in @text. */
static DatelineSearchPhrase *
phrase_new (const char *text,
            gboolean    is_prefix)
{
  DatelineSearchPhrase *phrase = g_new0 (DatelineSearchPhrase, 1);
  DatelineTokens tokens;

  phrase->text = g_strdup (text);
  phrase->words = g_array_new (FALSE, FALSE, sizeof (DatelineSpelling));
  phrase->is_prefix = is_prefix;
  dateline_tokens_init (&tokens, text, -1);
  while (dateline_tokens_next (&tokens))
    g_array_append_val (phrase->words, tokens.spelling);
  if (phrase->words->len > 0)
    return phrase;

  phrase_free (phrase);

  return NULL;
}

static gboolean
is_quotation_mark (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0x00ab || c == 0x00bb;
}

static void
add_phrase (DatelineSearchQuery *self,
            GString             *text,
            gboolean             is_prefix,
            gboolean             is_unwanted)
{
  DatelineSearchPhrase *phrase = phrase_new (text->str, is_prefix && !is_unwanted);

  g_string_truncate (text, 0);
  if (phrase == NULL)
    return;
  if (self->wanted->len + self->unwanted->len >= MAX_PHRASES)
    phrase_free (phrase);
  else
    g_ptr_array_add (is_unwanted ? self->unwanted : self->wanted, phrase);
}

/**
 * dateline_search_query_new: (skip)
 * @words: what the reader typed
 *
 * Takes apart what was typed. Any text will do.
 *
 * Returns: (transfer full): a new query
 */
DatelineSearchQuery *
dateline_search_query_new (const char *words)
{
  DatelineSearchQuery *self;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *valid = NULL;
  gboolean is_quoted = FALSE;
  gboolean is_unwanted = FALSE;
  gboolean ends_quoted = FALSE;
  guint n = 0;

  g_return_val_if_fail (words != NULL, NULL);

  self = g_new0 (DatelineSearchQuery, 1);
  self->wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) phrase_free);
  self->unwanted = g_ptr_array_new_with_free_func ((GDestroyNotify) phrase_free);
  self->units = g_ptr_array_new_with_free_func ((GDestroyNotify) unit_free);

  valid = g_utf8_make_valid (words, -1);
  for (const char *p = valid; *p != '\0' && n < MAX_LENGTH; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (is_quotation_mark (c) || (!is_quoted && g_unichar_isspace (c)))
        {
          gboolean begins_quote = is_quotation_mark (c) && !is_quoted;
          /* -"two words" */
          gboolean stays_unwanted = begins_quote && is_unwanted && text->len == 0;

          ends_quoted = text->len > 0 ? is_quoted : ends_quoted;
          add_phrase (self, text, FALSE, is_unwanted);
          is_unwanted = stays_unwanted;
          is_quoted = is_quotation_mark (c) ? !is_quoted : is_quoted;
        }
      else if (c == '-' && !is_quoted && text->len == 0)
        {
          is_unwanted = TRUE;
        }
      else
        {
          g_string_append_unichar (text, c);
        }
    }
  /* A space after the last word does not make it whole: it is where one pauses before typing on. */
  if (text->len > 0)
    add_phrase (self, text, TRUE, is_unwanted);
  else if (self->wanted->len > 0 && !ends_quoted)
    ((DatelineSearchPhrase *) g_ptr_array_index (self->wanted, self->wanted->len - 1))->is_prefix = TRUE;

  return self;
}

/**
 * dateline_search_query_free: (skip)
 * @self: (transfer full): a query
 *
 * Frees a query.
 */
void
dateline_search_query_free (DatelineSearchQuery *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->wanted);
  g_ptr_array_unref (self->unwanted);
  g_ptr_array_unref (self->units);
  g_free (self);
}

/**
 * dateline_search_query_is_empty: (skip)
 * @self: a query
 *
 * Whether there is nothing to look for.
 *
 * Returns: %TRUE if no word is wanted
 */
gboolean
dateline_search_query_is_empty (DatelineSearchQuery *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->wanted->len == 0;
}

/* The first column of what a statement with one text parameter, or two, finds. */
static int
collect (sqlite3    *db,
         const char *sql,
         const char *first,
         const char *second,
         guint       max,
         GPtrArray  *values)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (code != SQLITE_OK)
    return code;

  sqlite3_bind_text (statement, 1, first, -1, SQLITE_STATIC);
  if (second != NULL)
    sqlite3_bind_text (statement, 2, second, -1, SQLITE_STATIC);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW && values->len < max)
    g_ptr_array_add (values, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);

  return code == SQLITE_DONE || code == SQLITE_ROW ? SQLITE_OK : code;
}

static char *
dup_name (DatelineSearchQuery *self,
          guint                first,
          guint                n)
{
  g_autoptr(GString) name = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    {
      DatelineSearchPhrase *phrase = g_ptr_array_index (self->wanted, i);

      for (guint k = 0; k < phrase->words->len; k++)
        g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "",
                                g_array_index (phrase->words, DatelineSpelling, k).main);
    }

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* Adds the other names of a person. */
static int
add_names (DatelineSearchUnit *unit,
           sqlite3            *db,
           const char         *person,
           const char         *typed)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  int code = collect (db, "SELECT name FROM search_name WHERE person = ?1 ORDER BY name", person, NULL, MAX_NAMES, names);

  for (guint i = 0; i < names->len; i++)
    {
      DatelineSearchPhrase *phrase = NULL;

      if (g_strcmp0 (g_ptr_array_index (names, i), typed) != 0)
        phrase = phrase_new (g_ptr_array_index (names, i), FALSE);
      if (phrase != NULL)
        g_ptr_array_add (unit->names, phrase);
    }

  return code;
}

/* Makes one unit of the longest run of phrases from @first on that is a name, or of one phrase. */
static int
add_unit (DatelineSearchQuery *self,
          sqlite3             *db,
          guint               *first)
{
  DatelineSearchUnit *unit = g_new0 (DatelineSearchUnit, 1);
  guint n = MIN (MAX_NAME, self->wanted->len - *first);
  int code = SQLITE_OK;

  unit->phrases = g_ptr_array_new ();
  unit->names = g_ptr_array_new_with_free_func ((GDestroyNotify) phrase_free);
  unit->people = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->units, unit);

  for (;; n--)
    {
      g_autofree char *name = dup_name (self, *first, n);

      code = collect (db, "SELECT person FROM search_name WHERE name = ?1 ORDER BY person", name, NULL, MAX_PEOPLE,
                      unit->people);
      for (guint i = 0; i < unit->people->len && code == SQLITE_OK; i++)
        code = add_names (unit, db, g_ptr_array_index (unit->people, i), name);
      if (code != SQLITE_OK || unit->people->len > 0 || n == 1)
        break;
    }

  for (guint i = *first; i < *first + n; i++)
    g_ptr_array_add (unit->phrases, g_ptr_array_index (self->wanted, i));
  *first += n;

  return code;
}

/**
 * dateline_search_query_resolve: (skip)
 * @self: a query
 * @db: a connection to a story file
 *
 * Looks up whose names stand in a query.
 *
 * Returns: `SQLITE_OK`, or the error
 */
int
dateline_search_query_resolve (DatelineSearchQuery *self,
                               sqlite3             *db)
{
  int code = SQLITE_OK;

  g_return_val_if_fail (self != NULL, SQLITE_MISUSE);
  g_return_val_if_fail (db != NULL, SQLITE_MISUSE);

  g_ptr_array_set_size (self->units, 0);
  for (guint first = 0; first < self->wanted->len && code == SQLITE_OK;)
    code = add_unit (self, db, &first);

  return code;
}

/* As a string of FTS5, in which only the quotation mark means anything. */
static void
append_quoted (GString    *expression,
               const char *text)
{
  g_string_append_c (expression, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (expression, '"');
      g_string_append_c (expression, *p);
    }
  g_string_append_c (expression, '"');
}

static int
collect_terms (sqlite3    *db,
               const char *beginning,
               GPtrArray  *terms)
{
  g_autofree char *end = g_strconcat (beginning, "\xf4\x8f\xbf\xbf", NULL);

  return collect (db, "SELECT term FROM search_term WHERE term >= ?1 AND term < ?2", beginning, end, MAX_EXPANDED + 1, terms);
}

/* The words that a beginning may become, if they are few. */
static gboolean
expand (DatelineSearchPhrase *phrase,
        sqlite3              *db,
        GString              *expression)
{
  g_autoptr(GPtrArray) terms = NULL;
  DatelineSpelling *word = &g_array_index (phrase->words, DatelineSpelling, 0);
  char other[DATELINE_SPELLING_MAX + 8];

  if (db == NULL || !phrase->is_prefix || phrase->words->len != 1 || g_utf8_strlen (word->main, -1) < MIN_EXPANDED)
    return FALSE;

  terms = g_ptr_array_new_with_free_func (g_free);
  if (collect_terms (db, word->main, terms) != SQLITE_OK ||
      (word->second[0] != '\0' && collect_terms (db, word->second, terms) != SQLITE_OK) ||
      (dateline_spelling_continues_as (word, other) && collect_terms (db, other, terms) != SQLITE_OK) ||
      terms->len == 0 || terms->len > MAX_EXPANDED)
    return FALSE;

  g_string_append_c (expression, '(');
  for (guint i = 0; i < terms->len; i++)
    {
      g_string_append (expression, i > 0 ? " OR " : "");
      append_quoted (expression, g_ptr_array_index (terms, i));
    }
  g_string_append_c (expression, ')');

  return TRUE;
}

static void
append_phrase (DatelineSearchPhrase *phrase,
               sqlite3              *db,
               GString              *expression)
{
  g_autofree char *text = NULL;

  if (expand (phrase, db, expression))
    return;

  /* No text can pass for a key. */
  text = g_strdelimit (g_strdup (phrase->text), "\n", ' ');
  if (g_str_has_prefix (text, DATELINE_TOKENIZER_KEYS))
    memset (text, ' ', strlen (DATELINE_TOKENIZER_KEYS));
  append_quoted (expression, text);
  if (phrase->is_prefix)
    g_string_append (expression, " *");
}

static void
append_phrases (GPtrArray  *phrases,
                sqlite3    *db,
                const char *columns,
                const char *junction,
                GString    *expression)
{
  g_string_append_printf (expression, "%s : (", columns);
  for (guint i = 0; i < phrases->len; i++)
    {
      g_string_append (expression, i > 0 ? junction : "");
      append_phrase (g_ptr_array_index (phrases, i), db, expression);
    }
  g_string_append_c (expression, ')');
}

static void
append_unit (DatelineSearchUnit *unit,
             sqlite3            *db,
             const char         *columns,
             GString            *expression)
{
  g_string_append_c (expression, '(');
  append_phrases (unit->phrases, db, columns, " AND ", expression);
  if (unit->names->len > 0)
    {
      g_string_append (expression, " OR ");
      append_phrases (unit->names, NULL, columns, " OR ", expression);
    }
  /* What belongs to somebody has no title for it. */
  if (unit->people->len > 0 && strstr (columns, "text") != NULL)
    {
      g_string_append (expression, " OR keys : (");
      for (guint i = 0; i < unit->people->len; i++)
        {
          g_autofree char *key = g_strconcat (DATELINE_TOKENIZER_KEYS, g_ptr_array_index (unit->people, i), NULL);

          g_string_append (expression, i > 0 ? " OR " : "");
          append_quoted (expression, key);
        }
      g_string_append_c (expression, ')');
    }
  g_string_append_c (expression, ')');
}

/**
 * dateline_search_query_dup_expression: (skip)
 * @self: a query that was resolved and is not empty
 * @db: a connection to a story file
 * @columns: where to search, as FTS5 has it: "{title text}" or "title"
 *
 * Writes a query as FTS5 reads it.
 *
 * Returns: (transfer full): an expression
 */
char *
dateline_search_query_dup_expression (DatelineSearchQuery *self,
                                      sqlite3             *db,
                                      const char          *columns)
{
  g_autoptr(GString) expression = g_string_new ("(");

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (columns != NULL, NULL);

  for (guint i = 0; i < self->units->len; i++)
    {
      g_string_append (expression, i > 0 ? " AND " : "");
      append_unit (g_ptr_array_index (self->units, i), db, columns, expression);
    }
  g_string_append_c (expression, ')');
  if (self->unwanted->len > 0)
    {
      g_string_append (expression, " NOT ");
      append_phrases (self->unwanted, NULL, "{title text}", " OR ", expression);
    }

  return g_string_free (g_steal_pointer (&expression), FALSE);
}
