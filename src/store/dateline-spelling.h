/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is longer is cut, in what is searched and in what is searched for alike. */
#define DATELINE_SPELLING_MAX 96

/* How a word is spelled for searching: words that are usual spellings of one name are spelled alike. */
typedef struct
{
  char     main[DATELINE_SPELLING_MAX + 8];
  char     second[DATELINE_SPELLING_MAX + 8]; /* with č, š, ž as ch, sh, zh; "" for most words */
  gboolean begins_with_y;
} DatelineSpelling;

void     dateline_spelling_init         (DatelineSpelling       *self,
                                         const char             *word,
                                         gsize                   length);
gboolean dateline_spelling_continues_as (const DatelineSpelling *self,
                                         char                   *other);

G_END_DECLS
