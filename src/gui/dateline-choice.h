/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-settings.h"

G_BEGIN_DECLS

void dateline_choice_bind (DatelineSettings   *settings,
                           const char         *name,
                           GObject            *target,
                           const char * const *values);

G_END_DECLS
