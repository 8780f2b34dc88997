/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an article as a reader types and pastes it: plain, with a few marks at the start of lines. */
#include "config.h"

#include "dateline-text-blocks.h"

#include <string.h>

/* What a line of each kind starts with, and a space after it */
static const char marks[] = {
  [DATELINE_BLOCK_HEADING] = '#',
  [DATELINE_BLOCK_PARAGRAPH] = '\0',
  [DATELINE_BLOCK_BLOCKQUOTE] = '>',
  [DATELINE_BLOCK_POST] = '@',
};

static gboolean
is_mark (char c)
{
  return c != '\0' && memchr (marks, c, G_N_ELEMENTS (marks)) != NULL;
}

/* What would be read as something else than words, or as words that are hidden so. */
static gboolean
needs_hiding (const char *text)
{
  return (is_mark (text[0]) && text[1] == ' ') || (text[0] == '\\' && (is_mark (text[1]) || text[1] == '\\'));
}

static const char *
read_mark (const char        *line,
           DatelineBlockKind *kind)
{
  *kind = DATELINE_BLOCK_PARAGRAPH;
  if (is_mark (line[0]) && line[1] == ' ')
    {
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        if (marks[i] == line[0])
          *kind = i;
      line += 2;
    }
  else if (line[0] == '\\' && (is_mark (line[1]) || line[1] == '\\'))
    {
      line++;
    }
  while (*line == ' ')
    line++;

  return line;
}

/* Every sort of line break becomes a line feed, every other control character a space. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *result = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029)
        g_string_append_c (result, '\n');
      else if (c < 0x20 || (c >= 0x7f && c < 0xa0))
        g_string_append_c (result, ' ');
      else if (c != 0xfeff)
        g_string_append_unichar (result, c);
    }

  return g_string_free (result, FALSE);
}

/* Whether there is an empty line between others. */
static gboolean
has_gaps (char **lines)
{
  gboolean in_gap = FALSE;
  gboolean started = FALSE;

  for (; *lines != NULL; lines++)
    {
      if (**lines != '\0' && in_gap)
        return TRUE;
      started |= **lines != '\0';
      in_gap = started && **lines == '\0';
    }

  return FALSE;
}

static void
end_block (GPtrArray         *blocks,
           GString           *words,
           DatelineBlockKind  kind)
{
  if (words->len > 0)
    g_ptr_array_add (blocks, dateline_text_block_new (kind, words->str));
  g_string_truncate (words, 0);
}

/**
 * dateline_text_blocks_parse:
 * @text: what was typed or pasted, in any state
 *
 * Splits a text into blocks. Empty lines end a block, and the lines of one are joined; where there are no empty lines,
 * each line is a block. A line that starts with "# " is a heading, with "> " a quotation, with "@ " a post; a backslash
 * before one of these signs makes it an ordinary one. There are no errors: what is not UTF-8 becomes U+FFFD, and control
 * characters become spaces.
 *
 * Returns: (transfer full) (element-type DatelineTextBlock): the blocks, none of which is empty
 */
GPtrArray *
dateline_text_blocks_parse (const char *text)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_text_block_free);
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *cleaned = NULL;
  g_auto(GStrv) lines = NULL;
  DatelineBlockKind kind = DATELINE_BLOCK_PARAGRAPH;
  gboolean joins;

  g_return_val_if_fail (text != NULL, blocks);

  cleaned = clean (text);
  lines = g_strsplit (cleaned, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  joins = has_gaps (lines);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      DatelineBlockKind own;
      const char *line = read_mark (lines[i], &own);

      /* A line without a mark goes on with the one before, but not with a heading. */
      if (*lines[i] == '\0' || !joins || kind == DATELINE_BLOCK_HEADING || (own != kind && own != DATELINE_BLOCK_PARAGRAPH))
        end_block (blocks, words, kind);
      if (words->len == 0)
        kind = own;
      else if (*line != '\0')
        g_string_append_c (words, ' ');
      g_string_append (words, line);
    }
  end_block (blocks, words, kind);

  return blocks;
}

/**
 * dateline_text_blocks_print:
 * @blocks: (element-type DatelineTextBlock): blocks
 *
 * Writes blocks as dateline_text_blocks_parse() reads them.
 *
 * Returns: (transfer full): the text
 */
char *
dateline_text_blocks_print (GPtrArray *blocks)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (blocks != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < blocks->len; i++)
    {
      const DatelineTextBlock *block = g_ptr_array_index (blocks, i);

      if (text->len > 0)
        g_string_append (text, "\n\n");
      if (marks[block->kind] != '\0')
        g_string_append_printf (text, "%c ", marks[block->kind]);
      else if (needs_hiding (block->text))
        g_string_append_c (text, '\\');
      g_string_append (text, block->text);
    }

  return g_string_free (text, FALSE);
}
