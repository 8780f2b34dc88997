/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clippings of a window are there again when it opens the next time. */
#include "config.h"

#include <glib/gstdio.h>

#include "dateline-clippings-keeper.h"
#include "dateline-json-reader.h"

typedef struct
{
  DatelineStory     *story;
  DatelineClippings *clippings;
  char              *directory;
  char              *path;
  guint              n_warnings;
  char              *warning;
} Fixture;

static void
warning_cb (Fixture    *fixture,
            const char *message)
{
  fixture->n_warnings++;
  g_free (fixture->warning);
  fixture->warning = g_strdup (message);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "everything.json", NULL);
  g_autofree char *name = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  fixture->story = dateline_json_reader_read_file (file, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->clippings = dateline_clippings_new ();
  fixture->directory = g_dir_make_tmp ("dateline-XXXXXX", &error);
  g_assert_no_error (error);
  name = g_strconcat (dateline_story_get_id (fixture->story), ".clippings.json", NULL);
  fixture->path = g_build_filename (fixture->directory, name, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->path);
  g_rmdir (fixture->directory);
  g_free (fixture->path);
  g_free (fixture->directory);
  g_free (fixture->warning);
  g_assert_finalize_object (fixture->clippings);
  g_assert_finalize_object (fixture->story);
}

static DatelineClippingsKeeper *
create_keeper (Fixture           *fixture,
               DatelineClippings *clippings)
{
  DatelineClippingsKeeper *keeper = dateline_clippings_keeper_new (fixture->story, clippings, fixture->directory);

  g_signal_connect_swapped (keeper, "warning", G_CALLBACK (warning_cb), fixture);
  dateline_clippings_keeper_load (keeper);

  return keeper;
}

static void
pick (Fixture *fixture,
      guint    quote)
{
  g_autoptr(DatelineItem) item = g_list_model_get_item (dateline_story_get_quotes (fixture->story), quote);

  g_assert_true (dateline_clippings_add (fixture->clippings, item, NULL));
}

static void
assert_equal (DatelineClippings *a,
              DatelineClippings *b)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (a));

  g_assert_cmpuint (n, ==, g_list_model_get_n_items (G_LIST_MODEL (b)));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineClipping) x = g_list_model_get_item (G_LIST_MODEL (a), i);
      g_autoptr(DatelineClipping) y = g_list_model_get_item (G_LIST_MODEL (b), i);

      g_assert_true (dateline_clipping_equal (x, y));
      g_assert_cmpstr (dateline_clipping_get_note (x), ==, dateline_clipping_get_note (y));
    }
}

static void
test_order_and_notes_last (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(DatelineClippings) later = dateline_clippings_new ();
  g_autoptr(DatelineClippingsKeeper) keeper = create_keeper (fixture, fixture->clippings);
  g_autoptr(DatelineClippingsKeeper) next = NULL;
  g_autoptr(DatelineClipping) first = NULL;

  pick (fixture, 0);
  pick (fixture, 1);
  dateline_clippings_move (fixture->clippings, 1, 0);
  first = g_list_model_get_item (G_LIST_MODEL (fixture->clippings), 0);
  dateline_clipping_set_note (first, "Ask again: “really”?");

  /* What waits is written when the window closes. */
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (g_steal_pointer (&keeper));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  next = create_keeper (fixture, later);
  assert_equal (fixture->clippings, later);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (later)), ==, 2);
  g_assert_cmpuint (fixture->n_warnings, ==, 0);
}

static void
test_written_after_a_pause (Fixture       *fixture,
                            gconstpointer  data)
{
  G_GNUC_UNUSED g_autoptr(DatelineClippingsKeeper) keeper = create_keeper (fixture, fixture->clippings);
  g_autoptr(DatelineClippings) later = dateline_clippings_new ();
  g_autoptr(DatelineClippingsKeeper) next = NULL;
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  pick (fixture, 0);
  while (!g_file_test (fixture->path, G_FILE_TEST_EXISTS) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);

  next = create_keeper (fixture, later);
  assert_equal (fixture->clippings, later);
}

static void
test_reading_writes_nothing (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(DatelineClippingsKeeper) keeper = create_keeper (fixture, fixture->clippings);
  g_autoptr(DatelineClippings) later = dateline_clippings_new ();
  g_autoptr(DatelineClippingsKeeper) next = NULL;

  pick (fixture, 0);
  g_assert_true (dateline_clippings_keeper_flush (keeper));
  next = create_keeper (fixture, later);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (later)), ==, 1);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (dateline_clippings_keeper_flush (next));
  g_assert_finalize_object (g_steal_pointer (&next));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_two_windows (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(DatelineClippings) other = dateline_clippings_new ();
  g_autoptr(DatelineClippings) later = dateline_clippings_new ();
  g_autoptr(DatelineClippingsKeeper) keeper = create_keeper (fixture, fixture->clippings);
  g_autoptr(DatelineClippingsKeeper) other_keeper = create_keeper (fixture, other);
  g_autoptr(DatelineClippingsKeeper) next = NULL;
  g_autoptr(DatelineItem) item = g_list_model_get_item (dateline_story_get_quotes (fixture->story), 1);

  pick (fixture, 0);
  g_assert_true (dateline_clippings_keeper_flush (keeper));
  g_assert_true (dateline_clippings_add (other, item, NULL));
  g_assert_true (dateline_clippings_keeper_flush (other_keeper));

  next = create_keeper (fixture, later);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (later)), ==, 2);
}

static void
test_warned_once (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(DatelineClippingsKeeper) keeper = create_keeper (fixture, fixture->clippings);

  /* A folder in the place of the file: root may write anywhere, but not there. */
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  pick (fixture, 0);
  g_assert_false (dateline_clippings_keeper_flush (keeper));
  g_assert_cmpuint (fixture->n_warnings, ==, 1);
  g_assert_nonnull (fixture->warning);
  pick (fixture, 1);
  g_assert_false (dateline_clippings_keeper_flush (keeper));
  g_assert_cmpuint (fixture->n_warnings, ==, 1);

  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  dateline_clippings_remove (fixture->clippings, 1);
  g_assert_true (dateline_clippings_keeper_flush (keeper));
}

static void
test_damaged_file (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(DatelineClippingsKeeper) keeper = NULL;
  g_autoptr(GDir) dir = NULL;
  g_autoptr(GError) error = NULL;
  const char *name;

  g_assert_true (g_file_set_contents (fixture->path, "{", -1, &error));
  g_assert_no_error (error);
  keeper = create_keeper (fixture, fixture->clippings);
  g_assert_cmpuint (fixture->n_warnings, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->clippings)), ==, 0);

  /* It was put aside: what is picked now is kept all the same. */
  pick (fixture, 0);
  g_assert_true (dateline_clippings_keeper_flush (keeper));
  g_assert_cmpuint (fixture->n_warnings, ==, 1);

  dir = g_dir_open (fixture->directory, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_unlink (path);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/clippings-keeper/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("order-and-notes-last", test_order_and_notes_last);
  ADD ("written-after-a-pause", test_written_after_a_pause);
  ADD ("reading-writes-nothing", test_reading_writes_nothing);
  ADD ("two-windows", test_two_windows);
  ADD ("warned-once", test_warned_once);
  ADD ("damaged-file", test_damaged_file);
#undef ADD

  return g_test_run ();
}
