/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"
#include "dateline-reaction.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_REACTION_CARD (dateline_reaction_card_get_type ())

G_DECLARE_FINAL_TYPE (DatelineReactionCard, dateline_reaction_card, DATELINE, REACTION_CARD, GtkWidget)

GtkWidget        *dateline_reaction_card_new          (DatelineSession      *session,
                                                       DatelineReaction     *reaction);
DatelineReaction *dateline_reaction_card_get_reaction (DatelineReactionCard *self);
void              dateline_reaction_card_set_selected (DatelineReactionCard *self,
                                                       gboolean              selected);
void              dateline_reaction_card_set_grouped  (DatelineReactionCard *self,
                                                       gboolean              grouped);

G_END_DECLS
