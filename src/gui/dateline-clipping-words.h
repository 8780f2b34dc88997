/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-clipping.h"

G_BEGIN_DECLS

char *dateline_clipping_words_dup_speaker (DatelineClipping *clipping);
char *dateline_clipping_words_dup_text    (DatelineClipping *clipping);

G_END_DECLS
