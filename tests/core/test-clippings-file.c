/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clippings last, whatever happens to the file or the story. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "dateline-clipping.h"
#include "dateline-clippings-file.h"
#include "dateline-json-reader.h"

typedef struct
{
  DatelineStory *story;
  char          *directory;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "everything.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autofree char *parent = NULL;

  fixture->story = dateline_json_reader_read_file (file, NULL, NULL, &error);
  g_assert_no_error (error);
  parent = g_dir_make_tmp ("dateline-XXXXXX", &error);
  g_assert_no_error (error);
  /* It does not exist yet. */
  fixture->directory = g_build_filename (parent, "dateline", "clippings", NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *parent = g_path_get_dirname (fixture->directory);
  g_autofree char *top = g_path_get_dirname (parent);

  remove_folder (top);
  g_free (fixture->directory);
  g_assert_finalize_object (fixture->story);
}

static void
pick (DatelineStory *story,
      GListStore    *clippings,
      const char    *id,
      const char    *note)
{
  DatelineItem *item = dateline_story_lookup (story, id);
  g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (item);
  g_autoptr(DatelineClipping) clipping = dateline_clipping_new (item, passage);

  dateline_clipping_set_note (clipping, note);
  g_list_store_append (clippings, clipping);
}

static void
save (Fixture               *fixture,
      DatelineClippingsFile *file,
      GListModel            *clippings)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (dateline_clippings_file_save (file, clippings, &error));
  g_assert_no_error (error);
}

static GListModel *
load (DatelineClippingsFile *file)
{
  g_autoptr(GError) error = NULL;
  GListModel *clippings = dateline_clippings_file_load (file, &error);

  g_assert_no_error (error);
  g_assert_nonnull (clippings);

  return clippings;
}

static char *
read_text (DatelineClippingsFile *file)
{
  g_autoptr(GError) error = NULL;
  char *text;

  g_file_get_contents (dateline_clippings_file_get_path (file), &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
write_text (DatelineClippingsFile *file,
            const char            *text)
{
  g_autofree char *directory = g_path_get_dirname (dateline_clippings_file_get_path (file));
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  g_file_set_contents (dateline_clippings_file_get_path (file), text, -1, &error);
  g_assert_no_error (error);
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(DatelineClippingsFile) file = dateline_clippings_file_new (fixture->directory, fixture->story);
  g_autoptr(GListStore) clippings = g_list_store_new (DATELINE_TYPE_CLIPPING);
  g_autoptr(GListModel) none = load (file);
  g_autoptr(GListModel) loaded = NULL;
  g_autoptr(DatelinePassage) passage = NULL;
  g_autoptr(DatelineClipping) bare = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
  /* Looking leaves no trace. */
  g_assert_false (g_file_test (fixture->directory, G_FILE_TEST_EXISTS));

  pick (fixture->story, clippings, "reaction-1", "A <b>note</b>\nof two lines, \"quoted\" 🟥");
  pick (fixture->story, clippings, "quote-1", "");
  passage = dateline_passage_new (DATELINE_ARTICLE (dateline_story_lookup (fixture->story, "article-one")), 2, 9);
  bare = dateline_clipping_new (NULL, passage);
  g_list_store_append (clippings, bare);
  save (fixture, file, G_LIST_MODEL (clippings));

  loaded = load (file);
  g_assert_cmpuint (g_list_model_get_n_items (loaded), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(DatelineClipping) before = g_list_model_get_item (G_LIST_MODEL (clippings), i);
      g_autoptr(DatelineClipping) after = g_list_model_get_item (loaded, i);

      g_assert_true (dateline_clipping_equal (before, after));
      g_assert_cmpstr (dateline_clipping_get_note (before), ==, dateline_clipping_get_note (after));
    }
}

/* An item that is gone, an article that is gone, and something of a later version: all are written back. */
static void
test_unresolved (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(DatelineClippingsFile) file = dateline_clippings_file_new (fixture->directory, fixture->story);
  g_autoptr(GListModel) clippings = NULL;
  g_autoptr(GListModel) again = NULL;
  g_autofree char *text = NULL;

  write_text (file,
              "{\"format\":\"dateline-clippings\",\"version\":1,\"clippings\":["
              "{\"item\":\"quote-gone\",\"note\":\"of a lost quote\","
              "\"passage\":{\"article\":\"article-one\",\"start\":2,\"end\":3,\"exact\":\"“\"}},"
              "{\"passage\":{\"article\":\"article-gone\",\"start\":2,\"end\":3,\"exact\":\"x\"}},"
              "{\"item\":\"quote-2\",\"note\":\"kept\","
              "\"passage\":{\"article\":\"article-one\",\"start\":0,\"end\":3,\"exact\":\"ДА́\"}},"
              "[\"what may this be\"]]}");
  clippings = load (file);
  /* Its words are there, only elsewhere. */
  g_assert_cmpuint (g_list_model_get_n_items (clippings), ==, 1);

  save (fixture, file, clippings);
  save (fixture, file, clippings);
  text = read_text (file);
  g_assert_nonnull (strstr (text, "of a lost quote"));
  g_assert_nonnull (strstr (text, "article-gone"));
  g_assert_nonnull (strstr (text, "what may this be"));
  again = load (file);
  g_assert_cmpuint (g_list_model_get_n_items (again), ==, 1);
  g_assert_null (strstr (strstr (text, "of a lost quote") + 1, "of a lost quote"));
}

static void
test_two_processes (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(DatelineClippingsFile) one = dateline_clippings_file_new (fixture->directory, fixture->story);
  g_autoptr(DatelineClippingsFile) two = dateline_clippings_file_new (fixture->directory, fixture->story);
  g_autoptr(GListStore) ours = g_list_store_new (DATELINE_TYPE_CLIPPING);
  g_autoptr(GListModel) theirs = NULL;
  g_autoptr(GListModel) result = NULL;

  pick (fixture->story, ours, "quote-1", "first");
  save (fixture, one, G_LIST_MODEL (ours));
  theirs = load (two);
  pick (fixture->story, G_LIST_STORE (theirs), "quote-2", "added by the other");
  save (fixture, two, theirs);

  /* Ours does not know of it; and it removes what both knew. */
  g_list_store_remove_all (ours);
  pick (fixture->story, ours, "reaction-1", "");
  save (fixture, one, G_LIST_MODEL (ours));
  save (fixture, one, G_LIST_MODEL (ours));

  result = load (two);
  g_assert_cmpuint (g_list_model_get_n_items (result), ==, 2);

  /* What the other removes again stays removed. */
  g_list_store_remove_all (G_LIST_STORE (result));
  save (fixture, two, result);
  save (fixture, one, G_LIST_MODEL (ours));
  g_clear_object (&theirs);
  theirs = load (two);
  g_assert_cmpuint (g_list_model_get_n_items (theirs), ==, 1);
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const damaged[] = { "", "{\"format\":", "[]", "{}", "\xff\xfe", "{\"format\":\"dateline-clippings\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr(DatelineClippingsFile) file = dateline_clippings_file_new (fixture->directory, fixture->story);
      g_autofree char *aside = i == 0 ? g_strconcat (dateline_clippings_file_get_path (file), ".bad", NULL)
                                      : g_strdup_printf ("%s.bad%u", dateline_clippings_file_get_path (file), i + 1);
      g_autoptr(GListStore) clippings = g_list_store_new (DATELINE_TYPE_CLIPPING);
      g_autoptr(GError) error = NULL;
      g_autofree char *text = NULL;

      write_text (file, damaged[i]);
      g_assert_null (dateline_clippings_file_load (file, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_nonnull (strstr (error->message, ".bad"));

      g_assert_true (g_file_get_contents (aside, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, damaged[i]);
      save (fixture, file, G_LIST_MODEL (clippings));
    }
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  const char *newer = "{\"format\":\"dateline-clippings\",\"version\":2,\"clippings\":{}}";
  g_autoptr(DatelineClippingsFile) file = dateline_clippings_file_new (fixture->directory, fixture->story);
  g_autoptr(GListStore) clippings = g_list_store_new (DATELINE_TYPE_CLIPPING);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  write_text (file, newer);
  g_assert_null (dateline_clippings_file_load (file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_clear_error (&error);
  g_assert_false (dateline_clippings_file_save (file, G_LIST_MODEL (clippings), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  text = read_text (file);
  g_assert_cmpstr (text, ==, newer);
}

/* A file stands where the folder should be. */
static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *parent = g_path_get_dirname (fixture->directory);
  g_autofree char *blocked = g_build_filename (parent, "file", "folder", NULL);
  g_autofree char *obstacle = g_path_get_dirname (blocked);
  g_autoptr(DatelineClippingsFile) file = dateline_clippings_file_new (blocked, fixture->story);
  g_autoptr(GListStore) clippings = g_list_store_new (DATELINE_TYPE_CLIPPING);
  g_autoptr(GError) error = NULL;

  g_mkdir_with_parents (parent, 0700);
  g_assert_true (g_file_set_contents (obstacle, "x", -1, NULL));
  g_assert_false (dateline_clippings_file_save (file, G_LIST_MODEL (clippings), &error));
  g_assert_nonnull (error);
}

static void
test_file_name (void)
{
  static const char *const ids[] = { "../../etc/passwd", "a/b", "", ".", "..", ".hidden", "日本" };
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *long_id = g_strnfill (1000, 'a');

  for (guint i = 0; i <= G_N_ELEMENTS (ids); i++)
    {
      g_autoptr(DatelineStory) story = dateline_story_new (i < G_N_ELEMENTS (ids) ? ids[i] : long_id, "Title", NULL, NULL);
      g_autoptr(DatelineClippingsFile) file = dateline_clippings_file_new ("/folder", story);
      g_autofree char *directory = g_path_get_dirname (dateline_clippings_file_get_path (file));
      char *name = g_path_get_basename (dateline_clippings_file_get_path (file));

      g_assert_cmpstr (directory, ==, "/folder");
      g_assert_true (g_ascii_isalnum (*name));
      g_assert_cmpuint (strlen (name), <=, 128);
      g_assert_true (g_hash_table_add (names, name));
    }
}

#define ADD(path, func) g_test_add ("/clippings-file/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("round-trip", test_round_trip);
  ADD ("unresolved", test_unresolved);
  ADD ("two-processes", test_two_processes);
  ADD ("damaged", test_damaged);
  ADD ("newer", test_newer);
  ADD ("no-folder", test_no_folder);
  g_test_add_func ("/clippings-file/file-name", test_file_name);

  return g_test_run ();
}
