/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-clipping.h"
#include "dateline-story.h"

G_BEGIN_DECLS

char *dateline_clipping_words_dup_speaker   (DatelineClipping *clipping);
char *dateline_clipping_words_dup_text      (DatelineClipping *clipping);
char *dateline_clipping_words_dup_file_name (DatelineStory    *story);

G_END_DECLS
