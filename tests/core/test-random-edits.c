/* SPDX-License-Identifier: GPL-3.0-or-later */
/* However a story was edited: undoing all of it leads back to the same rows, and doing it again leads forth.
 * DATELINE_SEEDS says how many ways are tried besides, with fewer edits each. */
#include "config.h"

#include "dateline-story-error.h"
#include "file-kit.h"
#include "random-edit.h"

#define N_SEEDS 3
#define N_EDITS 400
#define N_FEW_EDITS 40

static guint
edit_much (DatelineStoryFile *file,
           GRand             *rand,
           guint              n_edits)
{
  guint n_done = 0;

  for (guint i = 0; i < n_edits; i++)
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
  guint n_edits = GPOINTER_TO_UINT (data) <= N_SEEDS ? N_EDITS : N_FEW_EDITS;
  guint n_done = edit_much (file, rand, n_edits);
  guint n_undone;
  guint n_redone;

  g_assert_cmpuint (n_done, >, n_edits / 3);
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
  const char *more = g_getenv ("DATELINE_SEEDS");

  file_kit_init (&argc, &argv);

  for (guint seed = 1; seed <= N_SEEDS + (more != NULL ? g_ascii_strtoull (more, NULL, 10) : 0); seed++)
    {
      g_autofree char *name = g_strdup_printf ("/random-edits/%u", seed);

      g_test_add_data_func (name, GUINT_TO_POINTER (seed), test_back_and_forth);
    }

  return file_kit_run ();
}
