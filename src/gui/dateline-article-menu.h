/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-index.h"

G_BEGIN_DECLS

GMenu *dateline_article_menu_new       (DatelineIndex   *index,
                                        DatelineArticle *article,
                                        guint            offset);
GMenu *dateline_article_menu_new_items (DatelineIndex   *index,
                                        DatelineArticle *article,
                                        guint            offset,
                                        const char      *view);

G_END_DECLS
