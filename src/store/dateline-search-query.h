/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "dateline-spelling.h"

G_BEGIN_DECLS

/* One or more words that have to follow each other. */
typedef struct
{
  char    *text;
  GArray  *words;     /* of DatelineSpelling */
  gboolean is_prefix; /* the last word may go on */
} DatelineSearchPhrase;

/* One thing that has to be found: all phrases, or another name of the same people, or what belongs to these people. */
typedef struct
{
  GPtrArray *phrases; /* of DatelineSearchPhrase */
  GPtrArray *names;   /* of DatelineSearchPhrase */
  GPtrArray *people;  /* of ids */
} DatelineSearchUnit;

/* What a reader typed, as parts. */
typedef struct
{
  GPtrArray *wanted;   /* of DatelineSearchPhrase, in order */
  GPtrArray *unwanted; /* of DatelineSearchPhrase */
  GPtrArray *units;    /* of DatelineSearchUnit; what is wanted, once names were looked up */
} DatelineSearchQuery;

DatelineSearchQuery *dateline_search_query_new            (const char          *words);
void                 dateline_search_query_free           (DatelineSearchQuery *self);
gboolean             dateline_search_query_is_empty       (DatelineSearchQuery *self);
int                  dateline_search_query_resolve        (DatelineSearchQuery *self,
                                                           sqlite3             *db);
char                *dateline_search_query_dup_expression (DatelineSearchQuery *self,
                                                           sqlite3             *db,
                                                           const char          *columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineSearchQuery, dateline_search_query_free)

G_END_DECLS
