/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-search-engine.h"
#include "dateline-search-hit.h"
#include "dateline-story-file.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_SEARCH (dateline_search_get_type ())

G_DECLARE_FINAL_TYPE (DatelineSearch, dateline_search, DATELINE, SEARCH, GObject)

DatelineSearch             *dateline_search_new           (DatelineStory               *story,
                                                           DatelineStoryFile           *file);
void                        dateline_search_set_limits    (DatelineSearch              *self,
                                                           guint                        of_each_group,
                                                           guint                        of_one_group);
const char                 *dateline_search_get_words     (DatelineSearch              *self);
void                        dateline_search_set_words     (DatelineSearch              *self,
                                                           const char                  *words);
int                         dateline_search_get_group     (DatelineSearch              *self);
void                        dateline_search_set_group     (DatelineSearch              *self,
                                                           int                          group);
const DatelineSearchFilter *dateline_search_get_filter    (DatelineSearch              *self);
void                        dateline_search_set_filter    (DatelineSearch              *self,
                                                           const DatelineSearchFilter  *filter);
void                        dateline_search_clear_filter  (DatelineSearch              *self);
gboolean                    dateline_search_get_filtered  (DatelineSearch              *self);
void                        dateline_search_load_more     (DatelineSearch              *self);
gboolean                    dateline_search_finish        (DatelineSearch              *self,
                                                           GError                     **error);
gboolean                    dateline_search_turn          (DatelineSearch              *self,
                                                           GError                     **error);
gboolean                    dateline_search_get_busy      (DatelineSearch              *self);
GListModel                 *dateline_search_get_hits      (DatelineSearch              *self);
guint                       dateline_search_get_count     (DatelineSearch              *self,
                                                           int                          group,
                                                           gboolean                    *has_more);
DatelineSearchFacets       *dateline_search_get_facets    (DatelineSearch              *self);

G_END_DECLS
