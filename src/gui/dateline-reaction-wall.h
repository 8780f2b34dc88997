/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-reaction.h"
#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_REACTION_WALL (dateline_reaction_wall_get_type ())

G_DECLARE_FINAL_TYPE (DatelineReactionWall, dateline_reaction_wall, DATELINE, REACTION_WALL, AdwBin)

void              dateline_reaction_wall_set_up       (DatelineReactionWall *self,
                                                       DatelineSession      *session,
                                                       GListModel           *reactions);
void              dateline_reaction_wall_set_grouped  (DatelineReactionWall *self,
                                                       gboolean              grouped);
DatelineReaction *dateline_reaction_wall_get_selected (DatelineReactionWall *self);
void              dateline_reaction_wall_select       (DatelineReactionWall *self,
                                                       DatelineReaction     *reaction);
void              dateline_reaction_wall_refresh      (DatelineReactionWall *self);
gboolean          dateline_reaction_wall_reveal       (DatelineReactionWall *self,
                                                       DatelineReaction     *reaction);

G_END_DECLS
