/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story file is made, opened, copied and summed up. What is no story file is refused, and left as it is. */
#include "config.h"

#include "dateline-database.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(DatelineDatabase) database = NULL;
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("dateline-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "a story.dateline", NULL);

  database = dateline_database_create (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  dateline_database_execute (database,
                             "INSERT INTO story VALUES ('one', 'A Title', 'What it is about', 'en', '');"
                             "INSERT INTO item VALUES ('person-1', 'person', 1, ''), ('person-2', 'person', 2, '');"
                             "INSERT INTO person (id, name) VALUES ('person-1', 'Ann'), ('person-2', 'Ben')", &error);
  g_assert_no_error (error);
  dateline_database_publish (database, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(DatelineDatabase) database = NULL;
  g_autoptr(DatelineDatabase) other = NULL;
  g_autoptr(DatelineDatabaseSummary) summary = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  database = dateline_database_open (fixture->path, DATELINE_DATABASE_READ_WRITE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dateline_database_get_path (database), ==, fixture->path);
  g_assert_false (dateline_database_is_read_only (database));

  summary = dateline_database_read_summary (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (summary->title, ==, "A Title");
  g_assert_cmpuint (summary->n_items[DATELINE_ITEM_PERSON], ==, 2);
  g_assert_cmpuint (summary->n_items[DATELINE_ITEM_EVENT], ==, 0);

  other = dateline_database_create (fixture->path, &error);
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_EXISTS);
  g_assert_null (other);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(name, func) g_test_add ("/database/" name, Fixture, NULL, set_up, func, tear_down)
  add ("create", test_create);

  return g_test_run ();
}
