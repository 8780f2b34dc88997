/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-citation.h"

G_BEGIN_DECLS

typedef struct _DatelineRichText DatelineRichText;

DatelineRichText *dateline_rich_text_new           (void);
void              dateline_rich_text_free          (DatelineRichText       *self);
void              dateline_rich_text_append        (DatelineRichText       *self,
                                                    const char             *text);
void              dateline_rich_text_append_italic (DatelineRichText       *self,
                                                    const char             *text);
void              dateline_rich_text_append_url    (DatelineRichText       *self,
                                                    const char             *url);
void              dateline_rich_text_append_quoted (DatelineRichText       *self,
                                                    const char             *text,
                                                    gboolean                sentence);
void              dateline_rich_text_end_sentence  (DatelineRichText       *self);
gboolean          dateline_rich_text_is_empty      (const DatelineRichText *self);
char             *dateline_rich_text_format        (const DatelineRichText *self,
                                                    DatelineCitationMarkup  markup);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineRichText, dateline_rich_text_free)

G_END_DECLS
