/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-item.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_PERSON_KIND_PERSON,
  DATELINE_PERSON_KIND_ORGANISATION,
  DATELINE_PERSON_KIND_GROUP
} DatelinePersonKind;

#define DATELINE_TYPE_PERSON_KIND (dateline_person_kind_get_type ())
GType dateline_person_kind_get_type (void);

#define DATELINE_TYPE_PERSON (dateline_person_get_type ())

G_DECLARE_FINAL_TYPE (DatelinePerson, dateline_person, DATELINE, PERSON, DatelineItem)

const char         *dateline_person_get_name        (DatelinePerson *self);
DatelinePersonKind  dateline_person_get_person_kind (DatelinePerson *self);
const char * const *dateline_person_get_aliases     (DatelinePerson *self);
const char         *dateline_person_get_role        (DatelinePerson *self);
const char         *dateline_person_get_description (DatelinePerson *self);
guint               dateline_person_get_n_mentions  (DatelinePerson *self);

G_END_DECLS
