/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-edit.h"
#include "dateline-session.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_SUBMISSION_DONE,
  DATELINE_SUBMISSION_WAITING, /* for a place to keep the story */
  DATELINE_SUBMISSION_DELAYED, /* until another program has finished writing */
  DATELINE_SUBMISSION_CONFLICT,
  DATELINE_SUBMISSION_FAILED
} DatelineSubmission;

DatelineSubmission dateline_submission_send (DatelineSession  *session,
                                             DatelineEdit     *edit,
                                             char            **message);

G_END_DECLS
