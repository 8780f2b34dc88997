/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_TEXT_DRAFT (dateline_text_draft_get_type ())

G_DECLARE_FINAL_TYPE (DatelineTextDraft, dateline_text_draft, DATELINE, TEXT_DRAFT, GObject)

DatelineTextDraft *dateline_text_draft_new    (DatelineSession    *session,
                                               DatelineArticle    *article);
gboolean           dateline_text_draft_read   (DatelineTextDraft  *self,
                                               char              **headline,
                                               char              **text);
void               dateline_text_draft_write  (DatelineTextDraft  *self,
                                               const char         *headline,
                                               const char         *text);
void               dateline_text_draft_remove (DatelineTextDraft  *self);

G_END_DECLS
