/* SPDX-License-Identifier: GPL-3.0-or-later */
/* However a story was edited: undoing all of it leads back to the same rows, and doing it again leads forth. */
#include "config.h"

#include "dateline-story-error.h"
#include "file-kit.h"
#include "random-edit.h"

#define N_EDITS 400

static guint
edit_much (DatelineStoryFile *file,
           GRand             *rand)
{
  guint n_done = 0;

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr(DatelineEdit) edit = random_edit_new (file, rand);
      g_autoptr(GError) error = NULL;
      g_autofree char *before = i % 10 == 0 ? file_kit_dump (file) : NULL;

      if (dateline_story_file_apply (file, edit, &error))
        {
          n_done++;
        }
      else
        {
          g_assert_true (g_error_matches (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT) ||
                         g_error_matches (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_INVALID));
          if (before != NULL)
            {
              g_autofree char *after = file_kit_dump (file);

              file_kit_assert_same (after, before);
            }
        }
      if (i % 5 == 0)
        file_kit_assert_shown (file);
    }

  return n_done;
}

static guint
shift_all (DatelineStoryFile *file,
           const char        *(*get_name) (DatelineStoryFile *),
           gboolean           (*func) (DatelineStoryFile *, GError **))
{
  guint n = 0;

  while (*get_name (file) != '\0')
    {
      g_autoptr(GError) error = NULL;

      func (file, &error);
      g_assert_no_error (error);
      if (n++ % 20 == 0)
        file_kit_assert_shown (file);
    }

  return n;
}

static void
test_back_and_forth (gconstpointer data)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  GRand *rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autofree char *first = file_kit_dump (file);
  g_autofree char *first_json = file_kit_dup_json (file);
  g_autofree char *last = NULL;
  g_autofree char *last_json = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *undone_json = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *redone_json = NULL;
  guint n_done = edit_much (file, rand);
  guint n_undone;
  guint n_redone;

  g_assert_cmpuint (n_done, >, N_EDITS / 2);
  last = file_kit_dump (file);
  last_json = file_kit_dup_json (file);
  g_assert_cmpstr (first, !=, last);

  n_undone = shift_all (file, dateline_story_file_get_undo_name, dateline_story_file_undo);
  undone = file_kit_dump (file);
  undone_json = file_kit_dup_json (file);
  file_kit_assert_same (undone, first);
  file_kit_assert_same (undone_json, first_json);

  n_redone = shift_all (file, dateline_story_file_get_redo_name, dateline_story_file_redo);
  redone = file_kit_dump (file);
  redone_json = file_kit_dup_json (file);
  file_kit_assert_same (redone, last);
  file_kit_assert_same (redone_json, last_json);

  g_assert_cmpuint (n_undone, ==, n_redone);
  g_test_message ("%u edits, %u steps", n_done, n_undone);
  g_rand_free (rand);
}

int
main (int   argc,
      char *argv[])
{
  file_kit_init (&argc, &argv);

  g_test_add_data_func ("/random-edits/1", GUINT_TO_POINTER (1), test_back_and_forth);
  g_test_add_data_func ("/random-edits/2", GUINT_TO_POINTER (2), test_back_and_forth);
  g_test_add_data_func ("/random-edits/3", GUINT_TO_POINTER (3), test_back_and_forth);

  return file_kit_run ();
}
