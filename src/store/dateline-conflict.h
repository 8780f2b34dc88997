/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * DatelineSide:
 * @DATELINE_SIDE_OURS: what the open story says
 * @DATELINE_SIDE_THEIRS: what the other copy says
 *
 * One of the two sides of a conflict.
 */
typedef enum
{
  DATELINE_SIDE_OURS,
  DATELINE_SIDE_THEIRS
} DatelineSide;

#define DATELINE_TYPE_SIDE (dateline_side_get_type ())

GType dateline_side_get_type (void);

#define DATELINE_TYPE_CONFLICT (dateline_conflict_get_type ())

G_DECLARE_FINAL_TYPE (DatelineConflict, dateline_conflict, DATELINE, CONFLICT, GObject)

DatelineConflict *dateline_conflict_new        (const char        *label,
                                                const char        *field,
                                                const char        *ours,
                                                const char        *theirs,
                                                DatelineSide       side);
const char       *dateline_conflict_get_label  (DatelineConflict  *self);
const char       *dateline_conflict_get_field  (DatelineConflict  *self);
const char       *dateline_conflict_get_ours   (DatelineConflict  *self);
const char       *dateline_conflict_get_theirs (DatelineConflict  *self);
DatelineSide      dateline_conflict_get_side   (DatelineConflict  *self);
void              dateline_conflict_set_side   (DatelineConflict  *self,
                                                DatelineSide       side);

G_END_DECLS
