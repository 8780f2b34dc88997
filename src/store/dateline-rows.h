/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>
#include <sqlite3.h>

#include "dateline-story-error.h"
#include "dateline-story.h"

G_BEGIN_DECLS

/* The position of an item that comes after all others of its kind. */
#define DATELINE_ROWS_AT_END INFINITY

DatelineStory *dateline_rows_new_story      (sqlite3        *db,
                                             GError        **error);
gboolean       dateline_rows_load           (sqlite3        *db,
                                             DatelineStory  *story,
                                             GError        **error);
gboolean       dateline_rows_refresh        (sqlite3        *db,
                                             DatelineStory  *story,
                                             GHashTable     *ids,
                                             GError        **error);

gboolean       dateline_rows_insert         (sqlite3        *db,
                                             DatelineItem   *item,
                                             double          position,
                                             GError        **error);
gboolean       dateline_rows_update         (sqlite3        *db,
                                             DatelineItem   *draft,
                                             DatelineItem   *base,
                                             GError        **error);
gboolean       dateline_rows_move           (sqlite3        *db,
                                             const char     *id,
                                             const char     *before_id,
                                             GError        **error);
gboolean       dateline_rows_update_details (sqlite3        *db,
                                             DatelineStory  *base,
                                             const char     *title,
                                             const char     *description,
                                             const char     *language,
                                             const char     *note,
                                             GError        **error);
gboolean       dateline_rows_write_story    (sqlite3        *db,
                                             DatelineStory  *story,
                                             GError        **error);

G_END_DECLS
