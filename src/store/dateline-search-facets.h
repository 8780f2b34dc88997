/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-search-finder.h"

G_BEGIN_DECLS

/* How often something occurs among results: an id of an article or a person, or a year. */
typedef struct
{
  char *key;
  guint count;
} DatelineSearchCount;

/* What can be chosen to have fewer results. */
typedef struct
{
  GPtrArray *articles; /* of DatelineSearchCount, most first */
  GPtrArray *people;
  GPtrArray *years;      /* latest first */
  gboolean   is_partial; /* whether there are more results than were counted */
} DatelineSearchFacets;

DatelineSearchFacets *dateline_search_facets_new  (sqlite3               *db,
                                                   DatelineSearchFinder  *finder,
                                                   GError               **error);
void                  dateline_search_facets_free (DatelineSearchFacets  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineSearchFacets, dateline_search_facets_free)

G_END_DECLS
