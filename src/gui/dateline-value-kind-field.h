/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-choice-field.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_VALUE_KIND_FIELD (dateline_value_kind_field_get_type ())

G_DECLARE_FINAL_TYPE (DatelineValueKindField, dateline_value_kind_field, DATELINE, VALUE_KIND_FIELD, DatelineChoiceField)

G_END_DECLS
