/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the model. */
#pragma once

#include "dateline-item-list.h"
#include "dateline-story.h"

G_BEGIN_DECLS

struct _DatelineStory
{
  GObject parent_instance;

  char             *id;
  char             *title;
  char             *description;
  char             *language;
  char             *note;
  DatelineItemList *items[DATELINE_N_ITEM_KINDS];
  GHashTable       *by_id;
  DatelineSource   *source;
  gboolean          is_fleeting;

  /* Of the changes that are under way. */
  guint             n_begun;
  GPtrArray        *touched; /* DatelineItem: in the order in which they first changed */
  GHashTable       *fates;   /* DatelineItem -> whether it was removed */

  guint64           generation;
};

guint64 dateline_story_get_generation (DatelineStory *self);
void    dateline_story_emit_refreshed (DatelineStory *self,
                                       GPtrArray     *changed,
                                       GPtrArray     *removed);
void    dateline_story_note_change    (DatelineStory *self,
                                       DatelineItem  *item,
                                       gboolean       is_removed);
void    dateline_story_shift_articles (DatelineStory *self,
                                       guint          first,
                                       guint          end,
                                       int            by);
void    dateline_story_list_in_claim  (DatelineStory *self,
                                       DatelineItem  *item);

G_END_DECLS
