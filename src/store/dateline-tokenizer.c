/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Divides text into words, for the full text search of SQLite and for showing where words were found: one piece of code
 * for both, so that what is found is what is marked.
 *
 * It does the work of SQLite's unicode61 (letters and digits are words, everything else divides them) with the Unicode
 * tables of GLib. Besides, letters that were put together from parts, soft hyphens and vowel signs of Indian scripts do
 * not divide a word, nor does an apostrophe between Cyrillic letters (Зінов'єв); a Chinese or Japanese character is a
 * word of its own, as there are no spaces between words. */
#include "config.h"

#include "dateline-tokenizer.h"

#include <string.h>

static gunichar
char_at (const char *text,
         gsize       length,
         gsize       at,
         gsize      *size)
{
  gunichar c;

  if (at >= length)
    {
      *size = 0;
      return 0;
    }
  if ((guchar) text[at] < 0x80)
    {
      *size = 1;
      return (guchar) text[at];
    }

  c = g_utf8_get_char_validated (text + at, (gssize) (length - at));
  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      *size = 1;
      return 0;
    }
  *size = (gsize) g_utf8_skip[(guchar) text[at]];

  return c;
}

static gboolean
is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c);
}

/* What stands within a word but begins none. */
static gboolean
is_inside (gunichar c)
{
  return c >= 0x80 && (g_unichar_ismark (c) || c == 0x00ad || (c >= 0x200b && c <= 0x200d) || c == 0x2060);
}

static gboolean
is_cyrillic (gunichar c)
{
  return c >= 0x0400 && c <= 0x052f;
}

static gboolean
stands_alone (gunichar c)
{
  return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) ||
         (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

/* Whether an apostrophe at @self->at joins what is before and after it. */
static gboolean
joins (DatelineTokens *self,
       gunichar        before,
       gunichar        apostrophe,
       gsize           size)
{
  gsize ignored;

  return (apostrophe == '\'' || apostrophe == 0x2019) && is_cyrillic (before) &&
         is_cyrillic (char_at (self->text, self->length, self->at + size, &ignored));
}

/**
 * dateline_tokens_init:
 * @self: (out caller-allocates): where to begin
 * @text: a text, which has to outlive @self; what is not UTF-8 in it divides words
 * @length: its length in bytes, or -1
 *
 * Begins to go through the words of a text.
 */
void
dateline_tokens_init (DatelineTokens *self,
                      const char     *text,
                      gssize          length)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL || length == 0);

  self->text = text;
  self->length = length < 0 ? strlen (text) : (gsize) length;
  self->at = 0;
  self->offset = 0;
  self->start = self->end = 0;
  self->start_offset = self->end_offset = 0;
}

static void
advance (DatelineTokens *self,
         gsize           size)
{
  self->at += size;
  self->offset++;
}

/**
 * dateline_tokens_next:
 * @self: the words of a text
 *
 * Goes to the next word.
 *
 * Returns: %FALSE if there is none
 */
gboolean
dateline_tokens_next (DatelineTokens *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  while (self->at < self->length)
    {
      gsize size;
      gunichar c = char_at (self->text, self->length, self->at, &size);
      gunichar last = c;

      if (!is_letter (c))
        {
          advance (self, size);
          continue;
        }

      self->start = self->at;
      self->start_offset = self->offset;
      do
        {
          advance (self, size);
          last = is_inside (c) ? last : c;
          c = char_at (self->text, self->length, self->at, &size);
        }
      while (size > 0 && (is_inside (c) || (!stands_alone (last) && !stands_alone (c) && is_letter (c)) ||
                          joins (self, last, c, size)));
      self->end = self->at;
      self->end_offset = self->offset;

      dateline_spelling_init (&self->spelling, self->text + self->start, self->end - self->start);
      if (self->spelling.main[0] != '\0')
        return TRUE;
    }

  return FALSE;
}

static int
create_tokenizer (void           *data,
                  const char    **arguments,
                  int             n_arguments,
                  Fts5Tokenizer **tokenizer)
{
  static int nothing;

  *tokenizer = (Fts5Tokenizer *) &nothing;

  return SQLITE_OK;
}

static void
delete_tokenizer (Fts5Tokenizer *tokenizer)
{
}

typedef int (*TokenFunc) (void *, int, const char *, int, int, int);

static int
tokenize_keys (const char *text,
               int         length,
               void       *context,
               TokenFunc   found)
{
  int start = 0;
  int rc = SQLITE_OK;

  while (start < length && rc == SQLITE_OK)
    {
      int end = start;

      while (end < length && text[end] != ' ')
        end++;
      if (end > start)
        rc = found (context, 0, text + start, end - start, start, end);
      start = end + 1;
    }

  return rc;
}

static int
tokenize (Fts5Tokenizer *tokenizer,
          void          *context,
          int            flags,
          const char    *text,
          int            length,
          TokenFunc      found)
{
  DatelineTokens tokens;
  int rc = SQLITE_OK;

  /* SQLite passes NULL for a value that has no text. */
  if (text == NULL || length <= 0)
    return SQLITE_OK;
  if (length >= (int) strlen (DATELINE_TOKENIZER_KEYS) &&
      memcmp (text, DATELINE_TOKENIZER_KEYS, strlen (DATELINE_TOKENIZER_KEYS)) == 0)
    return tokenize_keys (text, length, context, found);

  dateline_tokens_init (&tokens, text, length);
  while (rc == SQLITE_OK && dateline_tokens_next (&tokens))
    {
      const char *spelling = tokens.spelling.main;
      const char *second = tokens.spelling.second;
      char other[DATELINE_SPELLING_MAX + 8];

      rc = found (context, 0, spelling, strlen (spelling), tokens.start, tokens.end);
      if (rc == SQLITE_OK && second[0] != '\0')
        rc = found (context, FTS5_TOKEN_COLOCATED, second, strlen (second), tokens.start, tokens.end);
      if (rc == SQLITE_OK && (flags & FTS5_TOKENIZE_PREFIX) != 0 &&
          dateline_spelling_continues_as (&tokens.spelling, other))
        rc = found (context, FTS5_TOKEN_COLOCATED, other, strlen (other), tokens.start, tokens.end);
    }

  return rc;
}

/**
 * dateline_tokenizer_register: (skip)
 * @db: a connection
 *
 * Lets the full text tables of a connection say `tokenize = 'dateline'`.
 *
 * Returns: `SQLITE_OK`, or the error of SQLite
 */
int
dateline_tokenizer_register (sqlite3 *db)
{
  static const fts5_tokenizer methods = { create_tokenizer, delete_tokenizer, tokenize };
  sqlite3_stmt *statement = NULL;
  fts5_api *api = NULL;
  int rc;

  g_return_val_if_fail (db != NULL, SQLITE_MISUSE);

  rc = sqlite3_prepare_v2 (db, "SELECT fts5 (?1)", -1, &statement, NULL);
  if (rc == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  if (rc != SQLITE_OK)
    return rc;
  if (api == NULL)
    return SQLITE_ERROR;

  return api->xCreateTokenizer (api, "dateline", NULL, (fts5_tokenizer *) &methods, NULL);
}
