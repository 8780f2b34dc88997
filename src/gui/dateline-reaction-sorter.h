/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  DATELINE_REACTION_SORT_OLDEST,
  DATELINE_REACTION_SORT_NEWEST,
  DATELINE_REACTION_SORT_AUTHOR
} DatelineReactionSort;

#define DATELINE_TYPE_REACTION_SORT (dateline_reaction_sort_get_type ())
GType dateline_reaction_sort_get_type (void);

#define DATELINE_TYPE_REACTION_SORTER (dateline_reaction_sorter_get_type ())

G_DECLARE_FINAL_TYPE (DatelineReactionSorter, dateline_reaction_sorter, DATELINE, REACTION_SORTER, GtkSorter)

DatelineReactionSorter *dateline_reaction_sorter_new         (void);
void                    dateline_reaction_sorter_set_sort    (DatelineReactionSorter *self,
                                                              DatelineReactionSort    sort);
void                    dateline_reaction_sorter_set_grouped (DatelineReactionSorter *self,
                                                              gboolean                grouped);

G_END_DECLS
