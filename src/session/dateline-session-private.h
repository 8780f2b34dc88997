/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of DatelineSession share. */
#pragma once

#include "dateline-session.h"

G_BEGIN_DECLS

gboolean _dateline_session_flush (DatelineSession *self);

G_END_DECLS
