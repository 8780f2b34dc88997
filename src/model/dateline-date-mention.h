/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-date.h"
#include "dateline-passage.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_DATE_MENTION (dateline_date_mention_get_type ())

G_DECLARE_FINAL_TYPE (DatelineDateMention, dateline_date_mention, DATELINE, DATE_MENTION, GObject)

DatelineDateMention *dateline_date_mention_new         (DatelineDate        *date,
                                                        DatelinePassage     *passage);
DatelineDate        *dateline_date_mention_get_date    (DatelineDateMention *self);
DatelinePassage     *dateline_date_mention_get_passage (DatelineDateMention *self);
gboolean             dateline_date_mention_equal       (DatelineDateMention *a,
                                                        DatelineDateMention *b);

G_END_DECLS
