/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-export.h"

G_BEGIN_DECLS

/* Something that is cited, and the clippings that cite it. */
typedef struct
{
  DatelineItem *item;      /* an article, or the reaction that is cited in itself */
  GPtrArray    *clippings; /* DatelineClipping */
} DatelineReference;

GPtrArray *dateline_references_new       (const DatelineExport    *export);
GStrv      dateline_references_list      (const DatelineExport    *export,
                                          DatelineCitationMarkup   markup);
gboolean   dateline_references_is_retold (const DatelineReference *reference);

G_END_DECLS
