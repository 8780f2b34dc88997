/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of DatelineItemList share. */
#pragma once

#include "dateline-item-list.h"
#include "dateline-slots.h"

G_BEGIN_DECLS

struct _DatelineItemList
{
  GObject parent_instance;

  GType          item_type;
  DatelineSlots *slots; /* items, or keys of items that are not made; NULL as long as nobody asked for their order */

  /* Only if there is a source */
  DatelineSource *source;       /* unowned: the story's */
  GHashTable     *by_key;       /* gint64 -> DatelineItem (unowned): those that are made, also if they have no place yet */
  guint           n_loose;      /* how many have none */
  guint           n_counted;
  gboolean        is_counted;
  gboolean        is_in_doubt;  /* the source may have other items by now */
};

/* Pointers are even. */
static inline gboolean
dateline_slot_is_key (guint64 value)
{
  return (value & 1) != 0;
}

static inline guint64
dateline_slot_of_key (gint64 key)
{
  return (guint64) key << 1 | 1;
}

static inline gint64
dateline_slot_get_key (guint64 value)
{
  return (gint64) (value >> 1);
}

static inline guint64
dateline_slot_of_item (DatelineItem *item)
{
  return (guint64) (guintptr) item;
}

static inline DatelineItem *
dateline_slot_get_item (guint64 value)
{
  return (DatelineItem *) (guintptr) value;
}

void dateline_item_list_let_go (DatelineItemList *self,
                                DatelineItem     *item);

G_END_DECLS
