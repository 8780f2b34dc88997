/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-field.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_SWITCH_FIELD (dateline_switch_field_get_type ())

G_DECLARE_FINAL_TYPE (DatelineSwitchField, dateline_switch_field, DATELINE, SWITCH_FIELD, DatelineField)

G_END_DECLS
