/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-search-query.h"

G_BEGIN_DECLS

/* A piece of a text, in bytes. */
typedef struct
{
  guint start;
  guint end;
} DatelineSearchRange;

/* What is shown of a text. */
typedef struct
{
  char   *text;
  GArray *ranges;       /* of DatelineSearchRange: what was found, in @text */
  guint   start_offset; /* the sentences that are shown, in code points of the whole text */
  guint   end_offset;
} DatelineSearchExcerpt;

DatelineSearchExcerpt *dateline_search_excerpt_new  (DatelineSearchQuery       *query,
                                                     const char                *text,
                                                     const DatelineSearchRange *hint,
                                                     guint                      max);
void                   dateline_search_excerpt_free (DatelineSearchExcerpt     *self);

GArray                *dateline_search_excerpt_find (DatelineSearchQuery       *query,
                                                     const char                *text,
                                                     guint                     *n_units);
double                 dateline_search_excerpt_rate (DatelineSearchQuery       *query,
                                                     const char                *text,
                                                     guint                     *n_units);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineSearchExcerpt, dateline_search_excerpt_free)

G_END_DECLS
