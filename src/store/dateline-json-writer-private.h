/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "dateline-item.h"
#include "dateline-passage.h"

G_BEGIN_DECLS

void        dateline_json_writer_add_passage (JsonBuilder     *builder,
                                              DatelinePassage *passage,
                                              gboolean         with_article);
JsonObject *dateline_json_writer_write_item  (DatelineItem    *item);

G_END_DECLS
