/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-story.h"

G_BEGIN_DECLS

/* How many items a walk has made at once. */
#define DATELINE_WALK_CHUNK 64

/**
 * DatelineWalk:
 *
 * A walk through the items of one kind, in order. It starts with DATELINE_WALK_INIT() and can be left at any point:
 *
 * |[<!-- language="C" -->
 * g_auto(DatelineWalk) walk = DATELINE_WALK_INIT (story, DATELINE_ITEM_EVENT);
 * DatelineItem *item;
 *
 * while ((item = dateline_walk_next (&walk)) != NULL)
 *   ...
 * ]|
 */
typedef struct
{
  /*< private >*/
  DatelineStory       *story;
  DatelineItemKind     kind;
  DatelineItem        *item;
  guint                position;
  DatelineSourcePlace  place;
  gint64               keys[DATELINE_WALK_CHUNK];
  guint                n_keys;
  guint                at;
} DatelineWalk;

#define DATELINE_WALK_INIT(story, kind) { (story), (kind) }

gpointer dateline_walk_next  (DatelineWalk *self);
void     dateline_walk_clear (DatelineWalk *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DatelineWalk, dateline_walk_clear)

G_END_DECLS
