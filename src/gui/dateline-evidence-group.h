/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_EVIDENCE_GROUP (dateline_evidence_group_get_type ())

G_DECLARE_FINAL_TYPE (DatelineEvidenceGroup, dateline_evidence_group, DATELINE, EVIDENCE_GROUP, AdwPreferencesGroup)

void dateline_evidence_group_bind (DatelineEvidenceGroup *self,
                                   DatelineSession       *session,
                                   DatelineItem          *item);

G_END_DECLS
