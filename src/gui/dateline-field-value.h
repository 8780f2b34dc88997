/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-item.h"

G_BEGIN_DECLS

void       dateline_field_value_load      (GObject      *object,
                                           const char   *property,
                                           GValue       *value);
void       dateline_field_value_store     (GObject      *draft,
                                           const char   *property,
                                           const GValue *value);
gboolean   dateline_field_value_equal     (const GValue *a,
                                           const GValue *b);
char      *dateline_field_value_describe  (const GValue *value);
GPtrArray *dateline_field_value_dup_items (const GValue *value);

G_END_DECLS
