/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-index.h"

G_BEGIN_DECLS

DatelinePassage *dateline_passage_context_trim         (DatelinePassage  *passage,
                                                        gboolean         *quoted);
DatelineDate    *dateline_passage_context_dup_date     (DatelinePassage  *passage);
DatelinePerson  *dateline_passage_context_find_speaker (DatelineIndex    *index,
                                                        DatelinePassage  *passage,
                                                        char            **cue);
char            *dateline_passage_context_dup_name     (const char       *words);
DatelinePerson  *dateline_passage_context_find_person  (DatelineStory    *story,
                                                        const char       *name);
guint            dateline_passage_context_find_byline  (DatelinePassage  *passage);
gboolean         dateline_passage_context_read_byline  (DatelinePassage  *passage,
                                                        char            **name,
                                                        char            **handle,
                                                        DatelineDate    **date);

G_END_DECLS
