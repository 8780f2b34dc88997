/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-database.h"
#include "dateline-story.h"

G_BEGIN_DECLS

typedef struct
{
  DatelineDatabase *database;
  sqlite3          *db;
  GRand            *rand;
  DatelineStory    *story;   /* that is refreshed */
  sqlite3_session  *session; /* what changed since the last look */
} RowsKit;

void           rows_kit_set_up_seed    (RowsKit          *kit,
                                        guint32           seed);
void           rows_kit_set_up         (RowsKit          *kit,
                                        gconstpointer     data);
void           rows_kit_tear_down      (RowsKit          *kit,
                                        gconstpointer     data);
void           rows_kit_run            (RowsKit          *kit,
                                        const char       *sql);
void           rows_kit_update         (RowsKit          *kit,
                                        DatelineItem     *draft,
                                        DatelineItem     *base);
void           rows_kit_assert_changes (RowsKit          *kit,
                                        const char       *expected);
void           rows_kit_refresh        (RowsKit          *kit);
DatelineItem  *rows_kit_get            (RowsKit          *kit,
                                        DatelineItemKind  kind,
                                        guint             position);

G_END_DECLS
