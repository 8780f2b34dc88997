/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-index.h"

G_BEGIN_DECLS

DatelineItem *dateline_passage_item_new_event    (const char        *id,
                                                  DatelinePassage   *passage);
DatelineItem *dateline_passage_item_new_quote    (const char        *id,
                                                  DatelinePassage   *passage,
                                                  DatelineIndex     *index);
DatelineItem *dateline_passage_item_new_person   (const char        *id,
                                                  DatelinePassage   *passage);
DatelineItem *dateline_passage_item_new_reaction (const char        *id,
                                                  DatelinePassage   *passage,
                                                  DatelinePerson    *author);
DatelineItem *dateline_passage_item_new_claim    (const char        *id,
                                                  const char        *question,
                                                  DatelinePassage   *passage);
DatelineItem *dateline_passage_item_new_account  (const char        *id,
                                                  DatelinePassage   *passage,
                                                  DatelineValueKind  kind);

G_END_DECLS
