/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_PASSAGE_ROW (dateline_passage_row_get_type ())

G_DECLARE_FINAL_TYPE (DatelinePassageRow, dateline_passage_row, DATELINE, PASSAGE_ROW, GtkWidget)

GtkWidget *dateline_passage_row_new (DatelineSession *session,
                                     DatelineItem    *item,
                                     DatelinePassage *passage,
                                     const char      *text,
                                     const char      *source);

G_END_DECLS
