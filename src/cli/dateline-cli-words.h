/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-story.h"

G_BEGIN_DECLS

GPtrArray  *dateline_cli_words_dup_articles    (DatelineItem    *item);
char       *dateline_cli_words_dup_badges      (DatelineItem    *item);
char       *dateline_cli_words_dup_date        (DatelineDate    *date);
const char *dateline_cli_words_get_person_kind (DatelinePerson  *person);
const char *dateline_cli_words_get_publisher   (DatelineArticle *article);
const char *dateline_cli_words_get_speaker     (DatelineItem    *item);

G_END_DECLS
