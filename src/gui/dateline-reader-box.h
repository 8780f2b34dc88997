/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-article-text.h"
#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_READER_BOX (dateline_reader_box_get_type ())

G_DECLARE_FINAL_TYPE (DatelineReaderBox, dateline_reader_box, DATELINE, READER_BOX, GtkWidget)

void dateline_reader_box_set_context (DatelineReaderBox   *self,
                                      DatelineSession     *session,
                                      DatelineArticleText *text);
void dateline_reader_box_set_place   (DatelineReaderBox   *self,
                                      DatelinePassage     *place);

G_END_DECLS
