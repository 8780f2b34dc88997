/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-types.h"

G_BEGIN_DECLS

/* Code points of context kept on each side of a passage. */
#define DATELINE_PASSAGE_CONTEXT 32

#define DATELINE_TYPE_PASSAGE (dateline_passage_get_type ())

G_DECLARE_FINAL_TYPE (DatelinePassage, dateline_passage, DATELINE, PASSAGE, GObject)

DatelinePassage *dateline_passage_new           (DatelineArticle *article,
                                                 guint            start,
                                                 guint            end);
DatelinePassage *dateline_passage_new_quoted    (DatelineArticle *article,
                                                 guint            start,
                                                 guint            end,
                                                 const char      *exact,
                                                 const char      *prefix,
                                                 const char      *suffix);
DatelineArticle *dateline_passage_get_article   (DatelinePassage *self);
guint            dateline_passage_get_start     (DatelinePassage *self);
guint            dateline_passage_get_end       (DatelinePassage *self);
const char      *dateline_passage_get_exact     (DatelinePassage *self);
const char      *dateline_passage_get_prefix    (DatelinePassage *self);
const char      *dateline_passage_get_suffix    (DatelinePassage *self);
gboolean         dateline_passage_is_there      (DatelinePassage *self);
DatelinePassage *dateline_passage_dup_sentence  (DatelinePassage *self);
gboolean         dateline_passage_contains      (DatelinePassage *self,
                                                 DatelinePassage *other);
gboolean         dateline_passage_equal         (DatelinePassage *a,
                                                 DatelinePassage *b);
int              dateline_passage_compare       (DatelinePassage *a,
                                                 DatelinePassage *b);

G_END_DECLS
