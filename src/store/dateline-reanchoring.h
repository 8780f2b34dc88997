/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "dateline-article.h"

G_BEGIN_DECLS

/**
 * DatelineLostRow:
 * @item: the id of what the passage told of
 * @words: its words
 *
 * A passage that found no place.
 */
typedef struct
{
  char *item;
  char *words;
} DatelineLostRow;

GPtrArray *dateline_reanchoring_run (sqlite3          *db,
                                     DatelineArticle  *before,
                                     DatelineArticle  *after,
                                     GError          **error);

G_END_DECLS
