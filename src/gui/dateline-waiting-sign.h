/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_WAITING_SIGN (dateline_waiting_sign_get_type ())

G_DECLARE_FINAL_TYPE (DatelineWaitingSign, dateline_waiting_sign, DATELINE, WAITING_SIGN, AdwBin)

void dateline_waiting_sign_set_session (DatelineWaitingSign *self,
                                        DatelineSession     *session);

G_END_DECLS
