/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "dateline-spelling.h"

G_BEGIN_DECLS

/* Begins a text that is a list of keys, divided by spaces, which are found as they are. Each key begins with it as well,
 * so that it is no prefix of a word. */
#define DATELINE_TOKENIZER_KEYS "\xee\x80\x80"

/* Changes whenever words are spelled or divided differently, so that an index made before is made anew. */
#define DATELINE_TOKENIZER_VERSION 1

/* Goes through the words of a text. */
typedef struct
{
  /* The word at hand. */
  DatelineSpelling spelling;
  gsize            start; /* bytes */
  gsize            end;
  guint            start_offset; /* code points */
  guint            end_offset;

  /*< private >*/
  const char *text;
  gsize       length;
  gsize       at;
  guint       offset;
} DatelineTokens;

void     dateline_tokens_init        (DatelineTokens  *self,
                                      const char      *text,
                                      gssize           length);
gboolean dateline_tokens_next        (DatelineTokens  *self);

int      dateline_tokenizer_register (sqlite3         *db);

G_END_DECLS
