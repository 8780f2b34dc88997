/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stories in, good and bad. */
#include "config.h"

#include "dateline-json-reader.h"

static void
assert_no_warnings (GStrv warnings)
{
  g_assert_nonnull (warnings);
  for (guint i = 0; warnings[i] != NULL; i++)
    g_test_message ("%s", warnings[i]);
  g_assert_cmpuint (g_strv_length (warnings), ==, 0);
}

static void
test_bundled (void)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) warnings = NULL;
  DatelineStory *story = dateline_json_reader_read_resource (DATELINE_STORY_RESOURCE, &warnings, &error);

  g_assert_no_error (error);
  assert_no_warnings (warnings);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_story_get_articles (story)), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_story_get_people (story)), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_story_get_events (story)), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_story_get_quotes (story)), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_story_get_reactions (story)), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_story_get_claims (story)), >, 0);

  g_assert_finalize_object (story);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-reader/bundled", test_bundled);

  return g_test_run ();
}
