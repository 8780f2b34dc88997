/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the model. */
#pragma once

#include "dateline-date.h"

G_BEGIN_DECLS

/* The flags of a field that must never be unset, and of one that may be. */
#define DATELINE_FIELD_WITH_DEFAULT (G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_EXPLICIT_NOTIFY | \
                                     G_PARAM_STATIC_STRINGS)
#define DATELINE_FIELD              (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

gboolean dateline_field_set_string   (char         **field,
                                      const GValue  *value);
void     dateline_field_free_string  (char          *field);
gboolean dateline_field_set_strings  (GStrv         *field,
                                      const GValue  *value);
void     dateline_field_free_strings (GStrv          field);
gboolean dateline_field_set_date     (DatelineDate **field,
                                      const GValue  *value);
gboolean dateline_field_set_list     (GListStore    *field,
                                      GPtrArray     *items,
                                      GEqualFunc     is_equal);
void     dateline_field_copy_list    (GListStore    *field,
                                      GListModel    *items);

G_END_DECLS
