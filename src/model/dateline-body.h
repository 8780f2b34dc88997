/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-types.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_BLOCK_HEADING,
  DATELINE_BLOCK_PARAGRAPH,
  DATELINE_BLOCK_BLOCKQUOTE,
  DATELINE_BLOCK_POST
} DatelineBlockKind;

#define DATELINE_TYPE_BLOCK_KIND (dateline_block_kind_get_type ())
GType dateline_block_kind_get_type (void);

/**
 * DatelineBlock:
 * @kind: how the block is set
 * @start: where it starts in the article's text, in code points
 * @end: where it ends, in code points, exclusive
 *
 * A paragraph or the like. Blocks are separated by one line feed each.
 */
typedef struct
{
  DatelineBlockKind kind;
  guint             start;
  guint             end;
} DatelineBlock;

/**
 * DatelineTextBlock:
 * @kind: how the block is set
 * @text: UTF-8 text of one line
 *
 * A paragraph or the like with its words, as it is before it is in an article.
 */
typedef struct
{
  DatelineBlockKind  kind;
  char              *text;
} DatelineTextBlock;

DatelineTextBlock   *dateline_text_block_new  (DatelineBlockKind   kind,
                                               const char         *text);
void                 dateline_text_block_free (DatelineTextBlock  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineTextBlock, dateline_text_block_free)

/* Private to the model. */
typedef struct _DatelineBody DatelineBody;

DatelineBody        *dateline_body_new         (void);
void                 dateline_body_free        (DatelineBody       *self);
const char          *dateline_body_get_text    (const DatelineBody *self);
guint                dateline_body_get_length  (const DatelineBody *self);
const char          *dateline_body_get_pointer (const DatelineBody *self,
                                                guint               offset);
const DatelineBlock *dateline_body_get_blocks  (const DatelineBody *self,
                                                guint              *n_blocks);
void                 dateline_body_append      (DatelineBody       *self,
                                                DatelineBlockKind   kind,
                                                const char         *text);
gboolean             dateline_body_set_blocks  (DatelineBody       *self,
                                                GPtrArray          *blocks);
GPtrArray           *dateline_body_dup_blocks  (const DatelineBody *self);

G_END_DECLS
