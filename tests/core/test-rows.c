/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story that goes into rows comes out of them as the same story. */
#include "config.h"

#include "dateline-database.h"
#include "dateline-json-reader.h"
#include "dateline-rows.h"

#include <glib/gstdio.h>

#include "random-story.h"
#include "read-rows.h"

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

  copy = read_rows (dateline_database_get_handle (database));
  random_story_assert_same (story, copy);
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

static void
test_random (void)
{
  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(DatelineStory) story = random_story_new (rand, 1 + seed % 12);

      assert_round_trip (story);
    }
}

static void
test_empty (void)
{
  g_autoptr(DatelineStory) story = dateline_story_new ("empty", "Nothing yet", NULL, NULL);

  g_object_set (story, "note", "To be written", NULL);
  assert_round_trip (story);
}

/* From JSON to a file, and from another connection to that file to JSON. */
static void
test_file (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(DatelineStory) story = random_story_new (rand, 20);
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("dateline-test-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "story.dateline", NULL);
  g_autofree char *copy_path = g_build_filename (folder, "copy.dateline", NULL);
  g_autoptr(DatelineDatabase) database = NULL;
  g_autoptr(DatelineDatabase) opened = NULL;
  g_autoptr(DatelineDatabase) copied = NULL;
  g_autoptr(DatelineStory) read = NULL;
  g_autoptr(DatelineStory) read_copy = NULL;

  database = dateline_database_create (path, &error);
  g_assert_no_error (error);
  dateline_rows_write_story (dateline_database_get_handle (database), story, &error);
  g_assert_no_error (error);
  dateline_database_publish (database, &error);
  g_assert_no_error (error);
  dateline_database_check_file (path, NULL, &error);
  g_assert_no_error (error);

  opened = dateline_database_open (path, DATELINE_DATABASE_READ_ONLY, NULL, NULL, &error);
  g_assert_no_error (error);
  read = read_rows (dateline_database_get_handle (opened));
  random_story_assert_same (story, read);

  dateline_database_copy_to (opened, copy_path, &error);
  g_assert_no_error (error);
  copied = dateline_database_open (copy_path, DATELINE_DATABASE_READ_WRITE, NULL, NULL, &error);
  g_assert_no_error (error);
  read_copy = read_rows (dateline_database_get_handle (copied));
  random_story_assert_same (story, read_copy);

  g_unlink (path);
  g_unlink (copy_path);
  g_rmdir (folder);
}

/* A story is written as a whole or not at all. */
static void
test_twice (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  g_autoptr(DatelineStory) story = random_story_new (rand, 4);
  g_autoptr(DatelineDatabase) database = NULL;
  g_autoptr(DatelineStory) read = NULL;
  g_autoptr(GError) error = NULL;

  database = dateline_database_create (NULL, &error);
  g_assert_no_error (error);
  dateline_rows_write_story (dateline_database_get_handle (database), story, &error);
  g_assert_no_error (error);
  g_assert_false (dateline_rows_write_story (dateline_database_get_handle (database), story, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT);
  g_assert_true (sqlite3_get_autocommit (dateline_database_get_handle (database)));

  read = read_rows (dateline_database_get_handle (database));
  random_story_assert_same (story, read);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rows/bundled", test_bundled);
  g_test_add_func ("/rows/everything", test_everything);
  g_test_add_func ("/rows/random", test_random);
  g_test_add_func ("/rows/empty", test_empty);
  g_test_add_func ("/rows/file", test_file);
  g_test_add_func ("/rows/twice", test_twice);

  return g_test_run ();
}
