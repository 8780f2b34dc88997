/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-search-hit.h"
#include "dateline-story.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_SEARCH (dateline_search_get_type ())

G_DECLARE_FINAL_TYPE (DatelineSearch, dateline_search, DATELINE, SEARCH, GObject)

DatelineSearch *dateline_search_new         (DatelineStory    *story);
GListModel     *dateline_search_run         (DatelineSearch   *self,
                                             const char       *words,
                                             guint             limit);
GStrv           dateline_search_split_words (const char       *words);

G_END_DECLS
