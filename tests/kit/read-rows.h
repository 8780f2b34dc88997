/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "dateline-story.h"

G_BEGIN_DECLS

DatelineStory *read_rows (sqlite3 *db);

G_END_DECLS
