/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story that is read from its rows all at once, to compare others with. */
#include "config.h"

#include "read-rows.h"

#include "dateline-rows.h"

DatelineStory *
read_rows (sqlite3 *db)
{
  g_autoptr(DatelineStory) story = NULL;
  g_autoptr(GError) error = NULL;

  story = dateline_rows_new_story (db, &error);
  g_assert_no_error (error);
  dateline_rows_load (db, story, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&story);
}
