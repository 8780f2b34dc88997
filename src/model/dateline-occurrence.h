/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-item.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_OCCURRENCE (dateline_occurrence_get_type ())

G_DECLARE_FINAL_TYPE (DatelineOccurrence, dateline_occurrence, DATELINE, OCCURRENCE, GObject)

DatelineOccurrence *dateline_occurrence_new         (DatelineItem       *item,
                                                     DatelinePassage    *passage);
DatelineItem       *dateline_occurrence_get_item    (DatelineOccurrence *self);
DatelinePassage    *dateline_occurrence_get_passage (DatelineOccurrence *self);

G_END_DECLS
