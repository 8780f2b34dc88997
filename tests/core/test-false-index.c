/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file from a stranger, whose search index says something else than its story: it is not believed. */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "dateline-search.h"
#include "file-kit.h"

#define REBUILD "; INSERT INTO search_words (search_words) VALUES ('rebuild')"

/* A story file that is not checked before it is shown. */
#define LARGE "INSERT INTO edit (uuid, time, name, changeset) VALUES ('large', 1, '', zeroblob (20000000))"

/* Each makes sense in itself: only the story tells that it is wrong. */
static const char *const lies[] = {
  /* rows that are missing */
  "DELETE FROM search_row WHERE number % 2" REBUILD,
  "DELETE FROM search_row" REBUILD,
  /* rows that say what nobody said, and do not say what somebody did */
  "UPDATE search_row SET text = 'zebra' WHERE text LIKE '%heart%'" REBUILD,
  "UPDATE search_row SET title = title || ' zebra'" REBUILD,
  /* rows of what there is not */
  "INSERT INTO search_row (number, item, block, start, title, text, keys) "
  "VALUES ((2 << 40) + 900000, 'event-nowhere', -1, 0, 'zebra heart navalny', '', '')" REBUILD,
  /* what facets and filters go by */
  "UPDATE search_row SET keys = ''" REBUILD,
  "UPDATE search_row SET lower = 0, upper = 0",
  "UPDATE search_name SET person = 'person-nobody'",
  "DELETE FROM search_name",
  /* what is known of beginnings */
  "DELETE FROM search_term WHERE term > 'h'",
  /* the full text alone */
  "INSERT INTO search_words (rowid, title, text, keys) VALUES (7, 'zebra', 'zebra', '')",
  "INSERT INTO search_words (search_words, rowid, title, text, keys) "
  "SELECT 'delete', number, title, text, keys FROM search_row WHERE number % 3 = 0",
  "DELETE FROM search_words_data WHERE id > 10",
};

static const char *const words[] = { "navalny heart", "zebra", "h", "навальный", "court" };

/* What is found, and what it belongs to. */
static char *
search (DatelineStoryFile *file,
        gboolean           in_file)
{
  g_autoptr(DatelineSearch) search = dateline_search_new (dateline_story_file_get_story (file), in_file ? file : NULL);
  GListModel *hits = dateline_search_get_hits (search);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint w = 0; w < G_N_ELEMENTS (words); w++)
    for (guint filtered = 0; filtered < 2; filtered++)
      {
        const DatelineSearchFilter all = { NULL, NULL, DATELINE_DATE_OPEN_START, DATELINE_DATE_OPEN_END };
        const DatelineSearchFilter some = { NULL, (char *) "person-navalny", G_GINT64_CONSTANT (1300000000), DATELINE_DATE_OPEN_END };
        g_autoptr(GError) error = NULL;

        dateline_search_set_filter (search, filtered ? &some : &all);
        dateline_search_set_words (search, words[w]);
        dateline_search_finish (search, &error);
        g_assert_no_error (error);
        g_string_append_printf (found, "%s:\n", words[w]);
        for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
          {
            g_autoptr(DatelineSearchHit) hit = g_list_model_get_item (hits, i);

            g_string_append_printf (found, "%s\n", dateline_search_hit_get_title (hit));
          }
      }

  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
assert_true_to_story (DatelineStoryFile *file)
{
  g_autofree char *story = search (file, FALSE);
  g_autofree char *found = search (file, TRUE);

  g_assert_nonnull (strstr (story, "heart"));
  g_assert_cmpstr (found, ==, story);
}

static char *
dup_bytes (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}

/* A true index is left alone: to open a file does not change it. */
static void
test_true (void)
{
  g_autofree char *path = file_kit_make ("SELECT 1");
  g_autofree char *before = dup_bytes (path);
  g_autofree char *after = NULL;
  g_autoptr(DatelineStoryFile) file = file_kit_open_async (path);

  assert_true_to_story (file);
  g_assert_false (dateline_story_file_get_has_false_index (file));
  g_clear_object (&file);
  after = dup_bytes (path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_lie (gconstpointer data)
{
  g_autofree char *path = file_kit_make (data);
  g_autoptr(DatelineStoryFile) file = file_kit_open_async (path);

  g_assert_false (dateline_story_file_get_has_false_index (file));
  assert_true_to_story (file);
  file_kit_set (file, "event-hearing", "title", "Another heart of zebras");
  assert_true_to_story (file);
}

/* As a command does it, which does not check all of a file. */
static void
test_lie_at_once (gconstpointer data)
{
  g_autofree char *path = file_kit_make (data);
  g_autoptr(DatelineStoryFile) file = file_kit_open (path);

  dateline_story_file_check_index (file);
  assert_true_to_story (file);
}

static void
test_read_only (gconstpointer data)
{
  g_autofree char *path = file_kit_make (data);
  g_autofree char *before = dup_bytes (path);
  g_autofree char *after = NULL;
  g_autoptr(DatelineStoryFile) file = file_kit_open_read_only (path);

  dateline_story_file_check_index (file);
  g_assert_true (dateline_story_file_get_has_false_index (file));
  assert_true_to_story (file);
  after = dup_bytes (path);
  g_assert_cmpstr (before, ==, after);
}

/* A large file is searched as it is until that turns out to be wrong; the next time it has a new index. */
static void
test_large (void)
{
  g_autofree char *path = file_kit_make (lies[2]);
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  g_autoptr(DatelineStoryFile) file = NULL;

  file_kit_run_sql (path, LARGE);
  file = file_kit_open_async (path);
  while (!dateline_story_file_get_has_false_index (file) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (dateline_story_file_get_has_false_index (file));
  assert_true_to_story (file);

  g_clear_object (&file);
  file = file_kit_open_async (path);
  g_assert_false (dateline_story_file_get_has_false_index (file));
  assert_true_to_story (file);
}

int
main (int   argc,
      char *argv[])
{
  file_kit_init (&argc, &argv);

  g_test_add_func ("/false-index/true", test_true);
  for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autofree char *name = g_strdup_printf ("/false-index/lie/%u", i);
      g_autofree char *at_once = g_strdup_printf ("/false-index/at-once/%u", i);
      g_autofree char *read_only = g_strdup_printf ("/false-index/read-only/%u", i);

      g_test_add_data_func (name, lies[i], test_lie);
      g_test_add_data_func (at_once, lies[i], test_lie_at_once);
      g_test_add_data_func (read_only, lies[i], test_read_only);
    }
  g_test_add_func ("/false-index/large", test_large);

  return file_kit_run ();
}
