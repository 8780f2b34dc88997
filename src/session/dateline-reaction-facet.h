/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-reaction.h"
#include "dateline-story.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_REACTION_FACET_THEME,
  DATELINE_REACTION_FACET_PLATFORM,
  DATELINE_REACTION_FACET_DAY,
  DATELINE_REACTION_FACET_ARTICLE,
  DATELINE_REACTION_FACET_HASHTAG,
  DATELINE_REACTION_FACET_AUTHOR,
  DATELINE_REACTION_FACET_ANSWERS
} DatelineReactionFacet;

#define DATELINE_N_REACTION_FACETS (DATELINE_REACTION_FACET_ANSWERS + 1)

#define DATELINE_TYPE_REACTION_FACET (dateline_reaction_facet_get_type ())
GType dateline_reaction_facet_get_type (void);

GStrv       dateline_reaction_facet_dup_keys  (DatelineReactionFacet  facet,
                                               DatelineReaction      *reaction);
char       *dateline_reaction_facet_dup_label (DatelineReactionFacet  facet,
                                               DatelineStory         *story,
                                               const char            *key);
const char *dateline_reaction_facet_get_title (DatelineReactionFacet  facet);
const char *dateline_reaction_facet_get_nick  (DatelineReactionFacet  facet);
gboolean    dateline_reaction_facet_from_nick (const char            *nick,
                                               DatelineReactionFacet *facet);

G_END_DECLS
