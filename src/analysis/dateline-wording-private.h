/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-date.h"

G_BEGIN_DECLS

/**
 * DatelineToken:
 * @word: the word, folded; a number has none
 * @number: the number
 * @decimals: how many digits stand after its point
 * @is_fraction: whether it is written as a fraction, "1/2"
 * @from: where it starts in the words
 * @to: where it ends
 *
 * A word or a number of a wording.
 */
typedef struct
{
  char    *word;
  double   number;
  guint    decimals;
  gboolean is_fraction;
  gsize    from;
  gsize    to;
} DatelineToken;

GArray   *_dateline_wording_split     (const char         *words);
gboolean  _dateline_wording_is        (GArray             *tokens,
                                       guint               i,
                                       const char         *word);
char     *_dateline_wording_read_date (const char         *words,
                                       GArray             *tokens,
                                       const DatelineDate *published,
                                       gboolean            whole);

G_END_DECLS
