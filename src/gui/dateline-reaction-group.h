/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_REACTION_GROUP (dateline_reaction_group_get_type ())

G_DECLARE_FINAL_TYPE (DatelineReactionGroup, dateline_reaction_group, DATELINE, REACTION_GROUP, GtkWidget)

GtkWidget    *dateline_reaction_group_new       (DatelineSession       *session,
                                                 gboolean               headed,
                                                 DatelineItem          *root);
DatelineItem *dateline_reaction_group_get_root  (DatelineReactionGroup *self);
void          dateline_reaction_group_append    (DatelineReactionGroup *self,
                                                 GtkWidget             *card);
void          dateline_reaction_group_set_count (DatelineReactionGroup *self,
                                                 guint                  count);

G_END_DECLS
