/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every sort of edit, taken back and done again: the rows, and the living story that shows them. */
#include "config.h"

#include "file-kit.h"

static void
assert_undo_and_redo (DatelineStoryFile *file,
                      const char        *before,
                      const char        *name)
{
  g_autofree char *after = file_kit_dump (file);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (before, !=, after);
  file_kit_assert_shown (file);
  g_assert_cmpstr (dateline_story_file_get_undo_name (file), ==, name);
  g_assert_cmpstr (dateline_story_file_get_redo_name (file), ==, "");

  dateline_story_file_undo (file, &error);
  g_assert_no_error (error);
  undone = file_kit_dump (file);
  g_assert_cmpstr (undone, ==, before);
  file_kit_assert_shown (file);
  g_assert_cmpstr (dateline_story_file_get_redo_name (file), ==, name);

  dateline_story_file_redo (file, &error);
  g_assert_no_error (error);
  redone = file_kit_dump (file);
  g_assert_cmpstr (redone, ==, after);
  file_kit_assert_shown (file);
  g_assert_cmpstr (dateline_story_file_get_undo_name (file), ==, name);
}

static void
test_field (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *before = file_kit_dump (file);
  DatelineStory *story = dateline_story_file_get_story (file);
  g_autoptr(DatelineEvent) event = g_list_model_get_item (dateline_story_get_events (story), 3);

  file_kit_set (file, dateline_item_get_id (DATELINE_ITEM (event)), "title", "Another title");
  g_assert_cmpstr (dateline_event_get_title (event), ==, "Another title");
  assert_undo_and_redo (file, before, "Change title");
  g_assert_true (file_kit_get (file, dateline_item_get_id (DATELINE_ITEM (event))) == event);
}

int
main (int   argc,
      char *argv[])
{
  file_kit_init (&argc, &argv);

  g_test_add_func ("/edits/field", test_field);

  return file_kit_run ();
}
