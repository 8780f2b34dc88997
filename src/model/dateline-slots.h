/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the model. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DatelineSlots DatelineSlots;
typedef struct _DatelineLeaf  DatelineLeaf;

/* Tells that a value is in another leaf now. */
typedef void (*DatelineSlotsFunc) (guint64       value,
                                   DatelineLeaf *leaf);

DatelineSlots *dateline_slots_new        (DatelineSlotsFunc    moved);
void           dateline_slots_free       (DatelineSlots       *self);
guint          dateline_slots_get_length (const DatelineSlots *self);
guint64        dateline_slots_get        (DatelineSlots       *self,
                                          guint                position);
void           dateline_slots_set        (DatelineSlots       *self,
                                          guint                position,
                                          guint64              value);
void           dateline_slots_insert     (DatelineSlots       *self,
                                          guint                position,
                                          guint64              value);
void           dateline_slots_remove     (DatelineSlots       *self,
                                          guint                position);
gboolean       dateline_slots_owns       (const DatelineSlots *self,
                                          const DatelineLeaf  *leaf);
gboolean       dateline_slots_find       (const DatelineSlots *self,
                                          const DatelineLeaf  *leaf,
                                          guint64              value,
                                          guint               *position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineSlots, dateline_slots_free)

G_END_DECLS
