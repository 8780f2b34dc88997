/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void      dateline_text_find_sentence (const char *text,
                                       guint       start,
                                       guint       end,
                                       guint      *sentence_start,
                                       guint      *sentence_end);
void      dateline_text_span_sentence (const char  *text,
                                       const char **from,
                                       const char **to);
char     *dateline_text_fold          (const char *text);
gboolean  dateline_text_matches       (const char *haystack,
                                       const char *needle);
char     *dateline_text_abridge       (const char *text,
                                       guint       max);

G_END_DECLS
