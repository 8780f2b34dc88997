/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-reaction-facet.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_REACTION_FILTER (dateline_reaction_filter_get_type ())

G_DECLARE_FINAL_TYPE (DatelineReactionFilter, dateline_reaction_filter, DATELINE, REACTION_FILTER, GtkFilter)

DatelineReactionFilter *dateline_reaction_filter_new          (void);
const char             *dateline_reaction_filter_get_text     (DatelineReactionFilter *self);
void                    dateline_reaction_filter_set_text     (DatelineReactionFilter *self,
                                                               const char             *text);
gboolean                dateline_reaction_filter_get_active   (DatelineReactionFilter *self);
void                    dateline_reaction_filter_set_range    (DatelineReactionFilter *self,
                                                               gint64                  start,
                                                               gint64                  end);
gboolean                dateline_reaction_filter_get_range    (DatelineReactionFilter *self,
                                                               gint64                 *start,
                                                               gint64                 *end);
void                    dateline_reaction_filter_clear        (DatelineReactionFilter *self);
void                    dateline_reaction_filter_prune        (DatelineReactionFilter *self,
                                                               DatelineStory          *story);
gboolean                dateline_reaction_filter_contains     (DatelineReactionFilter *self,
                                                               DatelineReactionFacet   facet,
                                                               const char             *key);
void                    dateline_reaction_filter_toggle       (DatelineReactionFilter *self,
                                                               DatelineReactionFacet   facet,
                                                               const char             *key);
const char * const     *dateline_reaction_filter_get_keys     (DatelineReactionFilter *self,
                                                               DatelineReactionFacet   facet);
void                    dateline_reaction_filter_count        (DatelineReactionFilter *self,
                                                               GListModel             *reactions,
                                                               GHashTable             *counts[DATELINE_N_REACTION_FACETS]);

G_END_DECLS
