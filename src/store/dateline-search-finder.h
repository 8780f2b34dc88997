/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-date.h"
#include "dateline-item.h"
#include "dateline-search-excerpt.h"
#include "dateline-search-query.h"

G_BEGIN_DECLS

/* Groups of results, in their order. */
typedef enum
{
  DATELINE_SEARCH_PEOPLE,
  DATELINE_SEARCH_EVENTS,
  DATELINE_SEARCH_QUOTES,
  DATELINE_SEARCH_REACTIONS,
  DATELINE_SEARCH_CLAIMS,
  DATELINE_SEARCH_ARTICLES
} DatelineSearchGroup;

#define DATELINE_N_SEARCH_GROUPS (DATELINE_SEARCH_ARTICLES + 1)

/* More matches of a group are never counted. */
#define DATELINE_SEARCH_MAX_COUNT 1000

/* What results have to belong to. */
typedef struct
{
  char  *article; /* an id, or NULL */
  char  *person;  /* an id, or NULL */
  gint64 from;    /* DATELINE_DATE_OPEN_START for any */
  gint64 to;      /* exclusive; DATELINE_DATE_OPEN_END for any */
} DatelineSearchFilter;

/* A result. */
typedef struct
{
  DatelineItemKind       kind;
  char                  *id;
  gboolean               is_block; /* of an article, which the excerpt is of */
  guint                  start;    /* of what is shown of the block, in code points of the article */
  guint                  end;
  DatelineSearchExcerpt *title;    /* NULL for a block */
  DatelineSearchExcerpt *text;     /* NULL if the title shows what was found */
} DatelineSearchMatch;

typedef struct _DatelineSearchFinder DatelineSearchFinder;

DatelineSearchFinder *dateline_search_finder_new        (sqlite3                     *db,
                                                         const char                  *words,
                                                         const DatelineSearchFilter  *filter,
                                                         GError                     **error);
void                  dateline_search_finder_free       (DatelineSearchFinder        *self);
guint                 dateline_search_finder_get_count  (DatelineSearchFinder        *self,
                                                         DatelineSearchGroup          group,
                                                         gboolean                    *has_more);
GPtrArray            *dateline_search_finder_read       (DatelineSearchFinder        *self,
                                                         DatelineSearchGroup          group,
                                                         guint                        first,
                                                         guint                        n,
                                                         GError                     **error);
GArray               *dateline_search_finder_dup_sample (DatelineSearchFinder        *self,
                                                         guint                        max,
                                                         gboolean                    *is_partial);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineSearchFinder, dateline_search_finder_free)

G_END_DECLS
