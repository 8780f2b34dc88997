/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "dateline-story.h"

G_BEGIN_DECLS

DatelineStory *dateline_rows_open_story     (sqlite3        *db,
                                             GError        **error);
gboolean       dateline_rows_refresh_living (sqlite3        *db,
                                             DatelineStory  *story,
                                             GHashTable     *ids,
                                             GError        **error);
gboolean       dateline_rows_reload_living  (sqlite3        *db,
                                             DatelineStory  *story,
                                             GError        **error);

G_END_DECLS
