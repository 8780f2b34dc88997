/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-story-file.h"

G_BEGIN_DECLS

DatelineEdit *random_edit_new (DatelineStoryFile *file,
                               GRand             *rand);

G_END_DECLS
