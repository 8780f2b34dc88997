/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an article: its blocks, joined, and a quick way to the n-th code point. */
#include "config.h"

#include "dateline-body.h"

#include <string.h>

/* Code points between two places in the text whose bytes are known. */
#define STOP_INTERVAL 256

struct _DatelineBody
{
  GString *text;
  GArray  *blocks;
  GArray  *stops; /* gsize: bytes before each STOP_INTERVAL code points */
  guint    length;
};

G_DEFINE_ENUM_TYPE (DatelineBlockKind, dateline_block_kind,
                    G_DEFINE_ENUM_VALUE (DATELINE_BLOCK_HEADING, "heading"),
                    G_DEFINE_ENUM_VALUE (DATELINE_BLOCK_PARAGRAPH, "paragraph"),
                    G_DEFINE_ENUM_VALUE (DATELINE_BLOCK_BLOCKQUOTE, "blockquote"),
                    G_DEFINE_ENUM_VALUE (DATELINE_BLOCK_POST, "post"))

/**
 * dateline_text_block_new:
 * @kind: how the block is set
 * @text: UTF-8 text of one line
 *
 * Puts the two together.
 *
 * Returns: (transfer full): a new block
 */
DatelineTextBlock *
dateline_text_block_new (DatelineBlockKind  kind,
                         const char        *text)
{
  DatelineTextBlock *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new (DatelineTextBlock, 1);
  self->kind = kind;
  self->text = g_strdup (text);

  return self;
}

/**
 * dateline_text_block_free:
 * @self: (transfer full): a block
 *
 * Frees the block.
 */
void
dateline_text_block_free (DatelineTextBlock *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_free (self);
}

/**
 * dateline_body_new:
 *
 * Creates an empty text.
 *
 * Returns: (transfer full): a new text
 */
DatelineBody *
dateline_body_new (void)
{
  DatelineBody *self = g_new0 (DatelineBody, 1);

  self->text = g_string_new (NULL);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (DatelineBlock));
  self->stops = g_array_new (FALSE, TRUE, sizeof (gsize));
  g_array_set_size (self->stops, 1);

  return self;
}

/**
 * dateline_body_free:
 * @self: (transfer full): a text
 *
 * Frees the text.
 */
void
dateline_body_free (DatelineBody *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->text, TRUE);
  g_array_unref (self->blocks);
  g_array_unref (self->stops);
  g_free (self);
}

/**
 * dateline_body_get_text:
 * @self: a text
 *
 * All of it: the blocks, separated by one line feed each.
 *
 * Returns: UTF-8 text
 */
const char *
dateline_body_get_text (const DatelineBody *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->text->str;
}

/**
 * dateline_body_get_length:
 * @self: a text
 *
 * How long it is.
 *
 * Returns: the length in Unicode code points
 */
guint
dateline_body_get_length (const DatelineBody *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

/**
 * dateline_body_get_pointer:
 * @self: a text
 * @offset: a number of code points, at most the length of the text
 *
 * Finds a place in the text, in constant time.
 *
 * Returns: where the text goes on after @offset code points
 */
const char *
dateline_body_get_pointer (const DatelineBody *self,
                           guint               offset)
{
  gsize stop;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (offset <= self->length, NULL);

  stop = g_array_index (self->stops, gsize, offset / STOP_INTERVAL);

  return g_utf8_offset_to_pointer (self->text->str + stop, offset % STOP_INTERVAL);
}

/**
 * dateline_body_get_blocks:
 * @self: a text
 * @n_blocks: (out): how many there are
 *
 * Where the blocks are, in order.
 *
 * Returns: (transfer none) (array length=n_blocks): the blocks
 */
const DatelineBlock *
dateline_body_get_blocks (const DatelineBody *self,
                          guint              *n_blocks)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_blocks != NULL, NULL);

  *n_blocks = self->blocks->len;

  return (const DatelineBlock *) (gpointer) self->blocks->data;
}

/**
 * dateline_body_append:
 * @self: a text
 * @kind: how the block is set
 * @text: UTF-8 text of one line
 *
 * Appends a block.
 */
void
dateline_body_append (DatelineBody      *self,
                      DatelineBlockKind  kind,
                      const char        *text)
{
  DatelineBlock block = { .kind = kind };

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (strchr (text, '\n') == NULL);

  if (self->blocks->len > 0)
    {
      g_string_append_c (self->text, '\n');
      self->length++;
    }
  block.start = self->length;
  g_string_append (self->text, text);
  self->length += (guint) g_utf8_strlen (text, -1);
  block.end = self->length;
  g_array_append_val (self->blocks, block);

  while (self->stops->len <= self->length / STOP_INTERVAL)
    {
      gsize last = g_array_index (self->stops, gsize, self->stops->len - 1);
      gsize next = g_utf8_offset_to_pointer (self->text->str + last, STOP_INTERVAL) - self->text->str;

      g_array_append_val (self->stops, next);
    }
}

static gboolean
has_blocks (const DatelineBody *self,
            GPtrArray          *blocks)
{
  if (self->blocks->len != (blocks != NULL ? blocks->len : 0))
    return FALSE;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const DatelineBlock *present = &g_array_index (self->blocks, DatelineBlock, i);
      const DatelineTextBlock *wanted = g_ptr_array_index (blocks, i);
      const char *from = dateline_body_get_pointer (self, present->start);
      const char *to = dateline_body_get_pointer (self, present->end);

      if (present->kind != wanted->kind || strlen (wanted->text) != (gsize) (to - from) ||
          strncmp (from, wanted->text, to - from) != 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * dateline_body_set_blocks:
 * @self: a text
 * @blocks: (nullable) (element-type DatelineTextBlock): its blocks, in order
 *
 * Replaces the text.
 *
 * Returns: %TRUE if it is another now
 */
gboolean
dateline_body_set_blocks (DatelineBody *self,
                          GPtrArray    *blocks)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (has_blocks (self, blocks))
    return FALSE;

  g_string_truncate (self->text, 0);
  g_array_set_size (self->blocks, 0);
  g_array_set_size (self->stops, 1);
  self->length = 0;
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const DatelineTextBlock *block = g_ptr_array_index (blocks, i);

      dateline_body_append (self, block->kind, block->text);
    }

  return TRUE;
}

/**
 * dateline_body_dup_blocks:
 * @self: a text
 *
 * Takes the text apart.
 *
 * Returns: (transfer full) (element-type DatelineTextBlock): the blocks, in order
 */
GPtrArray *
dateline_body_dup_blocks (const DatelineBody *self)
{
  GPtrArray *blocks;

  g_return_val_if_fail (self != NULL, NULL);

  blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_text_block_free);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const DatelineBlock *block = &g_array_index (self->blocks, DatelineBlock, i);
      const char *from = dateline_body_get_pointer (self, block->start);
      const char *to = dateline_body_get_pointer (self, block->end);
      g_autofree char *text = g_strndup (from, to - from);

      g_ptr_array_add (blocks, dateline_text_block_new (block->kind, text));
    }

  return blocks;
}
