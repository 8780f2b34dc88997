/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an article. */
#include "config.h"

#include "dateline-article-private.h"

#include "dateline-item-private.h"

/* The text, which is loaded when it is first asked for. */
DatelineBody *
dateline_article_get_body (DatelineArticle *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE (self), NULL);

  dateline_item_need (DATELINE_ITEM (self), DATELINE_ITEM_PART_TEXT);
  if (self->body == NULL)
    self->body = dateline_body_new ();

  return self->body;
}

/**
 * dateline_article_get_text:
 * @self: a `DatelineArticle`
 *
 * The whole text: the blocks, separated by one line feed each. The offsets of passages count into it.
 *
 * Returns: UTF-8 text
 */
const char *
dateline_article_get_text (DatelineArticle *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE (self), "");

  return dateline_body_get_text (dateline_article_get_body (self));
}

/**
 * dateline_article_get_length:
 * @self: a `DatelineArticle`
 *
 * The length of the text.
 *
 * Returns: the length in Unicode code points
 */
guint
dateline_article_get_length (DatelineArticle *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE (self), 0);

  return dateline_body_get_length (dateline_article_get_body (self));
}

/**
 * dateline_article_get_pointer:
 * @self: a `DatelineArticle`
 * @offset: a number of code points, at most the length of the text
 *
 * Finds a place in the text, in constant time. A long text has too many passages to count each from the start.
 *
 * Returns: where the text goes on after @offset code points
 */
const char *
dateline_article_get_pointer (DatelineArticle *self,
                              guint            offset)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE (self), NULL);

  return dateline_body_get_pointer (dateline_article_get_body (self), offset);
}

/**
 * dateline_article_get_blocks:
 * @self: a `DatelineArticle`
 * @n_blocks: (out): how many there are
 *
 * The text blocks in order.
 *
 * Returns: (transfer none) (array length=n_blocks): the blocks
 */
const DatelineBlock *
dateline_article_get_blocks (DatelineArticle *self,
                             guint           *n_blocks)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (n_blocks != NULL, NULL);

  return dateline_body_get_blocks (dateline_article_get_body (self), n_blocks);
}

/**
 * dateline_article_append_block:
 * @self: a `DatelineArticle`
 * @kind: how the block is set
 * @text: UTF-8 text of one line
 *
 * Appends to the text. All blocks are appended before the first passage is made.
 */
void
dateline_article_append_block (DatelineArticle   *self,
                               DatelineBlockKind  kind,
                               const char        *text)
{
  g_return_if_fail (DATELINE_IS_ARTICLE (self));

  dateline_body_append (dateline_article_get_body (self), kind, text);
  g_object_notify (G_OBJECT (self), "text");
}

/**
 * dateline_article_dup_blocks:
 * @self: a `DatelineArticle`
 *
 * Takes the text apart.
 *
 * Returns: (transfer full) (element-type DatelineTextBlock): the blocks, in order
 */
GPtrArray *
dateline_article_dup_blocks (DatelineArticle *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE (self), NULL);

  return dateline_body_dup_blocks (dateline_article_get_body (self));
}

/**
 * dateline_article_set_blocks:
 * @self: a `DatelineArticle`
 * @blocks: (nullable) (element-type DatelineTextBlock): the blocks, in order, each of one line
 *
 * Replaces the text, unless it is the same already. Passages that were made before keep their words and offsets, which
 * may point elsewhere now, or beyond the end: whoever replaces a text replaces the passages with it.
 */
void
dateline_article_set_blocks (DatelineArticle *self,
                             GPtrArray       *blocks)
{
  g_return_if_fail (DATELINE_IS_ARTICLE (self));

  dateline_item_settle (DATELINE_ITEM (self), DATELINE_ITEM_PART_TEXT);
  if (dateline_body_set_blocks (dateline_article_get_body (self), blocks))
    g_object_notify (G_OBJECT (self), "text");
}
