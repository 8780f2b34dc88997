/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-article.h"

G_BEGIN_DECLS

typedef struct _DatelineAnchors DatelineAnchors;

DatelineAnchors *dateline_anchors_new   (DatelineArticle *before,
                                         DatelineArticle *after);
void             dateline_anchors_free  (DatelineAnchors *self);
DatelinePassage *dateline_anchors_place (DatelineAnchors *self,
                                         guint            start,
                                         guint            end,
                                         const char      *exact,
                                         const char      *prefix,
                                         const char      *suffix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineAnchors, dateline_anchors_free)

G_END_DECLS
