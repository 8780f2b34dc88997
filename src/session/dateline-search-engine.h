/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-search-facets.h"
#include "dateline-search-finder.h"
#include "dateline-story.h"

G_BEGIN_DECLS

/* Stands for all groups. */
#define DATELINE_SEARCH_ALL_GROUPS (-1)

/* What is asked. */
typedef struct
{
  int                  number; /* an engine gives up a request when there is one with another number */
  char                *words;
  DatelineSearchFilter filter;
  int                  group;
  guint                first;
  guint                n; /* of each group */
} DatelineSearchRequest;

/* What is found. */
typedef struct
{
  guint      counts[DATELINE_N_SEARCH_GROUPS];
  gboolean   has_more[DATELINE_N_SEARCH_GROUPS];
  GPtrArray *pages[DATELINE_N_SEARCH_GROUPS]; /* of DatelineSearchMatch; NULL where none was asked for */
} DatelineSearchAnswer;

typedef struct _DatelineSearchEngine DatelineSearchEngine;

DatelineSearchEngine  *dateline_search_engine_new_for_file      (const char             *path);
DatelineSearchEngine  *dateline_search_engine_new_for_story     (DatelineStory          *story);
DatelineSearchEngine  *dateline_search_engine_ref               (DatelineSearchEngine   *self);
void                   dateline_search_engine_unref             (DatelineSearchEngine   *self);
gboolean               dateline_search_engine_fill              (DatelineSearchEngine   *self,
                                                                 gint64                  until);
void                   dateline_search_engine_supersede         (DatelineSearchEngine   *self,
                                                                 int                     number);
DatelineSearchAnswer  *dateline_search_engine_ask               (DatelineSearchEngine   *self,
                                                                 DatelineSearchRequest  *request,
                                                                 GError                **error);
void                   dateline_search_engine_ask_async         (DatelineSearchEngine   *self,
                                                                 DatelineSearchRequest  *request,
                                                                 GObject                *source,
                                                                 GAsyncReadyCallback     callback);
DatelineSearchAnswer  *dateline_search_engine_ask_finish        (GAsyncResult           *result,
                                                                 DatelineSearchRequest **request,
                                                                 GError                **error);
DatelineSearchFacets  *dateline_search_engine_ask_facets        (DatelineSearchEngine   *self,
                                                                 DatelineSearchRequest  *request,
                                                                 GError                **error);
void                   dateline_search_engine_ask_facets_async  (DatelineSearchEngine   *self,
                                                                 DatelineSearchRequest  *request,
                                                                 GObject                *source,
                                                                 GAsyncReadyCallback     callback);
DatelineSearchFacets  *dateline_search_engine_ask_facets_finish (GAsyncResult           *result,
                                                                 DatelineSearchRequest **request,
                                                                 GError                **error);

DatelineSearchRequest *dateline_search_request_copy             (DatelineSearchRequest  *request);
void                   dateline_search_request_free             (DatelineSearchRequest  *request);
void                   dateline_search_answer_free              (DatelineSearchAnswer   *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineSearchEngine, dateline_search_engine_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineSearchRequest, dateline_search_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineSearchAnswer, dateline_search_answer_free)

G_END_DECLS
