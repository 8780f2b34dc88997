/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-story.h"

G_BEGIN_DECLS

/* How the texts of a story are made hard to set. */
typedef enum
{
  KIT_TEXT_WORDS, /* words of 300 letters, also in the articles */
  KIT_TEXT_LONG,  /* 10,000 characters in every field, 10,000 letters of each passage */
  KIT_TEXT_LINES, /* a line feed after every word */
} KitText;

DatelineStory *kit_read_long_story (KitText text);

G_END_DECLS
