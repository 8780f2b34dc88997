/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-clipping.h"

G_BEGIN_DECLS

const char *dateline_export_words_language   (void);
gboolean    dateline_export_words_is_rtl     (void);
char       *dateline_export_words_summary    (guint             n,
                                              gint64            created);
const char *dateline_export_words_speaker    (DatelineClipping *clipping);
char       *dateline_export_words_kind       (DatelineClipping *clipping);
gboolean    dateline_export_words_quoted     (DatelineClipping *clipping);
char       *dateline_export_words_article    (DatelineArticle  *article);
char       *dateline_export_words_passage    (DatelineClipping *clipping);
const char *dateline_export_words_retold     (DatelineClipping *clipping);
const char *dateline_export_words_paraphrase (DatelineClipping *clipping);
gboolean    dateline_export_words_carried    (DatelineClipping *clipping);
char       *dateline_export_words_note       (DatelineClipping *clipping,
                                              gboolean          with_article);

G_END_DECLS
