/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story that goes into rows comes out of them as the same story. */
#include "config.h"

#include "dateline-database.h"
#include "dateline-json-reader.h"
#include "dateline-json-writer.h"
#include "dateline-rows.h"

static DatelineStory *
read_back (DatelineDatabase *database)
{
  g_autoptr(DatelineStory) story = NULL;
  g_autoptr(GError) error = NULL;

  story = dateline_rows_new_story (dateline_database_get_handle (database), &error);
  g_assert_no_error (error);
  dateline_rows_load (dateline_database_get_handle (database), story, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&story);
}

static void
assert_same (DatelineStory *a,
             DatelineStory *b)
{
  g_autoptr(GBytes) a_bytes = dateline_json_writer_write (a);
  g_autoptr(GBytes) b_bytes = dateline_json_writer_write (b);

  g_assert_cmpstr (g_bytes_get_data (a_bytes, NULL), ==, g_bytes_get_data (b_bytes, NULL));
}

static void
assert_round_trip (DatelineStory *story)
{
  g_autoptr(DatelineDatabase) database = NULL;
  g_autoptr(DatelineStory) copy = NULL;
  g_autoptr(GError) error = NULL;

  database = dateline_database_create (NULL, &error);
  g_assert_no_error (error);
  dateline_rows_write_story (dateline_database_get_handle (database), story, &error);
  g_assert_no_error (error);

  copy = read_back (database);
  assert_same (story, copy);
}

static void
test_bundled (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineStory) story = dateline_json_reader_read_resource (DATELINE_STORY_RESOURCE, NULL, &error);

  g_assert_no_error (error);
  assert_round_trip (story);
}

static void
test_everything (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "everything.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineStory) story = dateline_json_reader_read_file (file, NULL, NULL, &error);

  g_assert_no_error (error);
  assert_round_trip (story);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rows/bundled", test_bundled);
  g_test_add_func ("/rows/everything", test_everything);

  return g_test_run ();
}
