/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-search.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_SEARCH_FILTERS (dateline_search_filters_get_type ())

G_DECLARE_FINAL_TYPE (DatelineSearchFilters, dateline_search_filters, DATELINE, SEARCH_FILTERS, GtkWidget)

GSimpleActionGroup *dateline_search_filters_set_up         (DatelineSearchFilters *self,
                                                            DatelineSearch        *search,
                                                            DatelineStory         *story);
const char         *dateline_search_filters_get_group_name (DatelineSearchGroup    group);
const char         *dateline_search_filters_get_group_nick (DatelineSearchGroup    group);

G_END_DECLS
