/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-field.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_CHOICE_FIELD (dateline_choice_field_get_type ())

G_DECLARE_DERIVABLE_TYPE (DatelineChoiceField, dateline_choice_field, DATELINE, CHOICE_FIELD, DatelineField)

struct _DatelineChoiceFieldClass
{
  DatelineFieldClass parent_class;
};

G_END_DECLS
