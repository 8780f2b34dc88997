/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-item.h"
#include "dateline-date.h"
#include "dateline-person.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_REACTION_FORM_POST,
  DATELINE_REACTION_FORM_COMMENT
} DatelineReactionForm;

#define DATELINE_TYPE_REACTION_FORM (dateline_reaction_form_get_type ())
GType dateline_reaction_form_get_type (void);

typedef enum
{
  DATELINE_RENDERING_VERBATIM,
  DATELINE_RENDERING_EXCERPT,
  DATELINE_RENDERING_PARAPHRASE
} DatelineRendering;

#define DATELINE_TYPE_REACTION (dateline_reaction_get_type ())

G_DECLARE_FINAL_TYPE (DatelineReaction, dateline_reaction, DATELINE, REACTION, DatelineItem)

DatelinePerson      *dateline_reaction_get_author   (DatelineReaction *self);
const char          *dateline_reaction_get_handle   (DatelineReaction *self);
const char          *dateline_reaction_get_platform (DatelineReaction *self);
DatelineDate        *dateline_reaction_get_date     (DatelineReaction *self);
DatelineReactionForm dateline_reaction_get_form     (DatelineReaction *self);
const char          *dateline_reaction_get_text     (DatelineReaction *self);
const char * const  *dateline_reaction_get_hashtags (DatelineReaction *self);
const char * const  *dateline_reaction_get_themes   (DatelineReaction *self);
const char          *dateline_reaction_get_language (DatelineReaction *self);
const char          *dateline_reaction_get_url      (DatelineReaction *self);
DatelineItem        *dateline_reaction_get_answers  (DatelineReaction *self);
void                 dateline_reaction_set_answers  (DatelineReaction *self, DatelineItem *answers);
DatelineItem        *dateline_reaction_get_root     (DatelineReaction *self);
DatelineRendering    dateline_reaction_compare      (DatelineReaction *self, DatelinePassage *passage);

G_END_DECLS
