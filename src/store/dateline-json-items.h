/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-json-context.h"

G_BEGIN_DECLS

void          dateline_json_items_read        (DatelineJsonContext     *context,
                                               const DatelineJsonPlace *root);
DatelineItem *dateline_json_items_read_one    (DatelineJsonContext     *context,
                                               const DatelineJsonPlace *place,
                                               DatelineItemKind         kind,
                                               const char              *id);
gboolean      dateline_json_items_read_blocks (DatelineJsonContext     *context,
                                               const DatelineJsonPlace *place,
                                               DatelineArticle         *article);

G_END_DECLS
