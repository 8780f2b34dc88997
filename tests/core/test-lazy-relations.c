/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To find what has to do with an item does not take longer because there is much else. */
#include "config.h"

#include "dateline-database.h"
#include "dateline-index.h"
#include "dateline-rows-living.h"
#include "dateline-rows.h"

static void
run (sqlite3    *db,
     const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static int
count_work (gpointer n)
{
  (*(guint *) n)++;

  return 0;
}

static void
test_among_many (void)
{
  g_autoptr(DatelineStory) empty = dateline_story_new ("many", "Many", NULL, "en");
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineDatabase) database = dateline_database_create (NULL, &error);
  g_autoptr(DatelineStory) story = NULL;
  g_autoptr(DatelineIndex) index = NULL;
  DatelineItem *person;
  DatelineItem *event;
  guint n_work = 0;
  sqlite3 *db;

  g_assert_no_error (error);
  db = dateline_database_get_handle (database);
  dateline_rows_write_story (db, empty, &error);
  g_assert_no_error (error);
  run (db, "INSERT INTO item (id, kind, position) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
           "SELECT 'event-' || i, 'event', i FROM n");
  run (db, "INSERT INTO event (id, title, date) SELECT id, id, '2015' FROM item");
  run (db, "INSERT INTO item (id, kind, position) VALUES ('somebody', 'person', 1)");
  run (db, "INSERT INTO person (id, name) VALUES ('somebody', 'Somebody')");
  run (db, "INSERT INTO participant (event, person, position) VALUES ('event-7', 'somebody', 1), ('event-2007', 'somebody', 1)");
  story = dateline_rows_open_story (db, &error);
  g_assert_no_error (error);
  index = dateline_index_new (story);
  person = dateline_story_lookup (story, "somebody");
  event = dateline_story_lookup (story, "event-7");

  sqlite3_progress_handler (db, 100, count_work, &n_work);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_index_get_related (index, person, DATELINE_ITEM_EVENT)), ==, 2);
  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      dateline_index_get_related (index, person, kind);
      dateline_index_get_related (index, event, kind);
    }
  g_assert_cmpuint (n_work, <, 30);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lazy-relations/among-many", test_among_many);

  return g_test_run ();
}
