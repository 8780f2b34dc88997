/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library: it finds the stories, says what they hold, follows the folder, and gives back what was thrown away. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "dateline-database.h"
#include "dateline-library-folder.h"
#include "dateline-library.h"

#define UNTIL(condition)                                                 \
  G_STMT_START                                                           \
  {                                                                      \
    gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;          \
                                                                         \
    while (!(condition) && g_get_monotonic_time () < end)                \
      if (!g_main_context_iteration (NULL, FALSE))                       \
        g_usleep (1000);                                                 \
    g_assert_true (condition);                                           \
  }                                                                      \
  G_STMT_END

typedef struct
{
  char                  *root;
  char                  *folder;
  DatelineRecentStories *recent;
  DatelineLibrary       *library;
} Fixture;

/* A story file with nothing in it but a person; returns where it is. */
static GFile *
write_story (const char *folder,
             const char *name,
             const char *title)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineDatabase) database = NULL;
  char *inserts;

  g_mkdir_with_parents (folder, 0700);
  database = dateline_database_create (path, &error);
  g_assert_no_error (error);
  inserts = sqlite3_mprintf ("INSERT INTO story (id, title, description) VALUES ('s', %Q, 'About a fox');"
                             "INSERT INTO item (id, kind, position) VALUES ('person-1', 'person', 1);"
                             "INSERT INTO person (id, name) VALUES ('person-1', 'A Person')", title);
  sql = g_strdup (inserts);
  sqlite3_free (inserts);
  dateline_database_execute (database, sql, &error);
  g_assert_no_error (error);
  dateline_database_publish (database, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
start (Fixture *fixture)
{
  fixture->library = dateline_library_new (fixture->folder, fixture->recent);
  UNTIL (!dateline_library_get_loading (fixture->library));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *list = NULL;

  /* Each test has a folder of its own: they share the Trash. */
  fixture->root = g_build_filename (g_get_user_data_dir (), "XXXXXX", NULL);
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_nonnull (g_mkdtemp (fixture->root));
  fixture->folder = g_build_filename (fixture->root, "stories", NULL);
  list = g_build_filename (fixture->root, "state", "recent.xbel", NULL);
  fixture->recent = dateline_recent_stories_new (list);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->library != NULL)
    {
      /* A task that was cancelled holds the library until it ends. */
      gpointer weak = fixture->library;

      g_object_add_weak_pointer (G_OBJECT (fixture->library), &weak);
      dateline_library_stop (fixture->library);
      g_object_unref (fixture->library);
      UNTIL (weak == NULL);
    }
  g_assert_finalize_object (fixture->recent);
  g_free (fixture->root);
  g_free (fixture->folder);
}

static guint
get_n (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->library));
}

static const char *
get_title (Fixture *fixture,
           guint    position)
{
  g_autoptr(DatelineLibraryEntry) entry = g_list_model_get_item (G_LIST_MODEL (fixture->library), position);

  return entry != NULL ? dateline_library_entry_get_title (entry) : NULL;
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  start (fixture);
  g_assert_cmpuint (get_n (fixture), ==, 0);
  g_assert_true (g_file_test (fixture->folder, G_FILE_TEST_IS_DIR));
}

static void
test_summary (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GFile) file = write_story (fixture->folder, "a.dateline", "Лиса & <b>лес</b>");
  const DatelineLibrarySummary *summary;
  DatelineLibraryEntry *entry;

  start (fixture);
  g_assert_cmpuint (get_n (fixture), ==, 1);
  entry = dateline_library_find (fixture->library, file);
  g_assert_nonnull (entry);
  g_assert_cmpstr (dateline_library_entry_get_title (entry), ==, "Лиса & <b>лес</b>");
  g_assert_false (dateline_library_entry_get_elsewhere (entry));
  g_assert_cmpint (dateline_library_entry_get_opened (entry), ==, 0);

  summary = dateline_library_entry_get_summary (entry);
  g_assert_nonnull (summary);
  g_assert_cmpstr (summary->description, ==, "About a fox");
  g_assert_cmpuint (summary->n_people, ==, 1);
  g_assert_cmpuint (summary->n_articles, ==, 0);
  g_assert_null (summary->error);

  g_assert_true (dateline_library_entry_matches (entry, "fox"));
  g_assert_true (dateline_library_entry_matches (entry, "ЛИСА"));
  g_assert_true (dateline_library_entry_matches (entry, "лес about"));
  g_assert_false (dateline_library_entry_matches (entry, "wolf"));
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Torn Page.dateline", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;
  DatelineLibraryEntry *entry;

  g_mkdir_with_parents (fixture->folder, 0700);
  g_file_set_contents (path, "This is not a database, whatever its name says. It only pretends.", -1, &error);
  g_assert_no_error (error);

  start (fixture);
  entry = dateline_library_find (fixture->library, file);
  g_assert_nonnull (entry);
  /* It is still called something, and says what is wrong. */
  g_assert_cmpstr (dateline_library_entry_get_title (entry), ==, "Torn Page");
  g_assert_nonnull (dateline_library_entry_get_summary (entry)->error);
  g_assert_cmpuint (strlen (dateline_library_entry_get_summary (entry)->error), >, 10);

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (contents, "This is not"));
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GFile) a = write_story (fixture->folder, "a.dateline", "A");
  g_autoptr(GFile) b = write_story (fixture->folder, "b.dateline", "B");
  g_autoptr(GFile) c = write_story (fixture->folder, "c.dateline", "C");

  dateline_recent_stories_add (fixture->recent, a, 2000000000);
  dateline_recent_stories_add (fixture->recent, b, 2000000200);
  dateline_recent_stories_add (fixture->recent, c, 2000000100);
  start (fixture);
  g_assert_cmpstr (get_title (fixture, 0), ==, "B");
  g_assert_cmpstr (get_title (fixture, 1), ==, "C");
  g_assert_cmpstr (get_title (fixture, 2), ==, "A");

  /* What is opened now comes first, whoever wrote it down. */
  {
    g_autoptr(DatelineRecentStories) other = dateline_recent_stories_new (dateline_recent_stories_get_path (fixture->recent));

    dateline_recent_stories_add (other, a, 2000000300);
  }
  UNTIL (g_strcmp0 (get_title (fixture, 0), "A") == 0);
  g_assert_cmpuint (get_n (fixture), ==, 3);
}

static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GFile) a = write_story (fixture->folder, "a.dateline", "A");
  g_autoptr(GFile) b = NULL;
  g_autoptr(GError) error = NULL;
  DatelineLibraryEntry *entry;

  start (fixture);
  g_assert_cmpuint (get_n (fixture), ==, 1);
  entry = dateline_library_find (fixture->library, a);

  b = write_story (fixture->folder, "b.dateline", "B");
  UNTIL (get_n (fixture) == 2);

  /* A story that another program edits: the same entry says so. */
  {
    g_autoptr(DatelineDatabase) database = NULL;

    database = dateline_database_open (g_file_peek_path (a), DATELINE_DATABASE_READ_WRITE, NULL, NULL, &error);
    g_assert_no_error (error);
    dateline_database_execute (database, "UPDATE story SET title = 'Another title'", &error);
    g_assert_no_error (error);
  }
  UNTIL (g_strcmp0 (dateline_library_entry_get_title (entry), "Another title") == 0);
  g_assert_true (dateline_library_find (fixture->library, a) == entry);

  g_unlink (g_file_peek_path (b));
  UNTIL (get_n (fixture) == 1);
}

static void
test_elsewhere (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *documents = g_build_filename (fixture->root, "documents", NULL);
  g_autofree char *json_path = g_test_build_filename (G_TEST_DIST, "fixtures", "everything.json", NULL);
  g_autoptr(GFile) json = g_file_new_for_path (json_path);
  g_autoptr(GFile) file = write_story (documents, "x.dateline", "X");
  g_autoptr(GFile) gone = g_file_new_for_path ("/nonexistent/y.dateline");
  DatelineLibraryEntry *entry;

  dateline_recent_stories_add (fixture->recent, file, 0);
  dateline_recent_stories_add (fixture->recent, json, 0);
  dateline_recent_stories_add (fixture->recent, gone, 0);
  start (fixture);
  g_assert_cmpuint (get_n (fixture), ==, 2);
  entry = dateline_library_find (fixture->library, file);
  g_assert_true (dateline_library_entry_get_elsewhere (entry));
  g_assert_cmpstr (dateline_library_entry_get_title (entry), ==, "X");
  entry = dateline_library_find (fixture->library, json);
  g_assert_null (dateline_library_entry_get_summary (entry)->error);
  g_assert_cmpuint (dateline_library_entry_get_summary (entry)->n_articles, >, 0);

  dateline_library_forget (fixture->library, file);
  g_assert_cmpuint (get_n (fixture), ==, 1);
  g_assert_true (g_file_query_exists (file, NULL));
  dateline_library_remember (fixture->library, file, 2000000000);
  UNTIL (get_n (fixture) == 2);
  g_assert_cmpint (dateline_library_entry_get_opened (dateline_library_find (fixture->library, file)), ==, 2000000000);
}

static void
test_trash (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GFile) file = write_story (fixture->folder, "A story.dateline", "A");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  gsize length_before;
  gsize length_after;

  start (fixture);
  g_file_get_contents (g_file_peek_path (file), &before, &length_before, &error);
  g_assert_no_error (error);

  if (!dateline_library_trash (fixture->library, file, &error))
    {
      /* Where there is no Trash nothing is lost, and the reader is told. */
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
      g_assert_true (g_file_query_exists (file, NULL));
      g_test_skip ("there is no Trash here");
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (get_n (fixture), ==, 0);
  g_assert_false (g_file_query_exists (file, NULL));

  g_assert_true (dateline_library_restore (fixture->library, file, &error));
  g_assert_no_error (error);
  UNTIL (get_n (fixture) == 1);
  g_file_get_contents (g_file_peek_path (file), &after, &length_after, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (before, length_before, after, length_after);

  /* It is in the Trash no more. */
  g_assert_false (dateline_library_restore (fixture->library, file, &error));
  g_assert_nonnull (error);
}

static void
test_trash_name_taken (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(GFile) file = write_story (fixture->folder, "A story.dateline", "First");
  g_autoptr(GFile) second = NULL;
  g_autoptr(GError) error = NULL;

  start (fixture);
  if (!dateline_library_trash (fixture->library, file, &error))
    {
      g_test_skip ("there is no Trash here");
      return;
    }
  second = write_story (fixture->folder, "A story.dateline", "Second");
  g_assert_true (dateline_library_restore (fixture->library, file, &error));
  g_assert_no_error (error);
  UNTIL (get_n (fixture) == 2 && !dateline_library_get_loading (fixture->library));
  g_assert_cmpstr (dateline_library_entry_get_title (dateline_library_find (fixture->library, file)), ==, "Second");
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.dateline", i);
      g_autofree char *title = g_strdup_printf ("Story %u", i);
      G_GNUC_UNUSED g_autoptr(GFile) file = write_story (fixture->folder, name, title);
    }
  start (fixture);
  g_assert_cmpuint (get_n (fixture), ==, 60);
  for (guint i = 0; i < 60; i++)
    g_assert_true (g_str_has_prefix (get_title (fixture, i), "Story "));
}

static void
test_disposed_early (Fixture       *fixture,
                     gconstpointer  data)
{
  G_GNUC_UNUSED g_autoptr(GFile) file = write_story (fixture->folder, "a.dateline", "A");

  fixture->library = dateline_library_new (fixture->folder, fixture->recent);
}

static void
test_names (void)
{
  static const struct { const char *title, *name; } cases[] = {
    { "A story", "A story" },
    { "Дело о лисе 🦊", "Дело о лисе 🦊" },
    { "../../etc/passwd", "etc passwd" },
    { "  .hidden. ", "hidden" },
    { "a\nb\tc", "a b c" },
    { "What?! <Now>: \"this\" | that*", "What ! Now this that" },
    { "///", "Fallback" },
    { "", "Fallback" },
  };
  g_autofree char *long_title = g_strnfill (1000, 'x');
  g_autofree char *long_name = dateline_library_folder_dup_file_name (long_title, "Fallback");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = dateline_library_folder_dup_file_name (cases[i].title, "Fallback");

      g_assert_cmpstr (name, ==, cases[i].name);
    }
  g_assert_cmpuint (strlen (long_name), <=, 120);
}

static void
test_free_file (Fixture       *fixture,
                gconstpointer  data)
{
  G_GNUC_UNUSED g_autoptr(GFile) first = write_story (fixture->folder, "A.dateline", "A");
  g_autoptr(GFile) second = dateline_library_folder_dup_free_file (fixture->folder, "A");
  g_autofree char *name = g_file_get_basename (second);
  g_autofree char *link = g_build_filename (fixture->folder, "B.dateline", NULL);
  g_autoptr(GFile) other = NULL;
  g_autofree char *other_name = NULL;

  g_assert_cmpstr (name, ==, "A 2.dateline");

  g_assert_cmpint (symlink ("/nonexistent", link), ==, 0);
  other = dateline_library_folder_dup_free_file (fixture->folder, "B");
  other_name = g_file_get_basename (other);
  g_assert_cmpstr (other_name, ==, "B 2.dateline");
}

static void
test_has_stories (void)
{
  g_autofree char *folder = dateline_library_folder_dup_path ();
  g_autofree char *list = dateline_recent_stories_dup_path ();
  g_autofree char *elsewhere = g_build_filename (g_get_user_data_dir (), "documents", NULL);
  g_autoptr(DatelineRecentStories) recent = dateline_recent_stories_new (list);
  g_autoptr(GFile) json = g_file_new_for_path ("/etc/hostname.json");
  g_autoptr(GFile) file = NULL;
  g_autoptr(GFile) own = NULL;

  g_assert_false (dateline_library_folder_has_stories ());
  dateline_recent_stories_add (recent, json, 0);
  g_assert_false (dateline_library_folder_has_stories ());

  file = write_story (elsewhere, "x.dateline", "X");
  dateline_recent_stories_add (recent, file, 0);
  g_assert_true (dateline_library_folder_has_stories ());
  g_unlink (g_file_peek_path (file));
  g_assert_false (dateline_library_folder_has_stories ());

  own = write_story (folder, "y.dateline", "Y");
  g_assert_true (dateline_library_folder_has_stories ());
  g_unlink (g_file_peek_path (own));
}

static void
test_recent_is_bounded (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(GString) list = g_string_new ("<?xml version=\"1.0\"?><xbel version=\"1.0\" "
                                          "xmlns:bookmark=\"http://www.freedesktop.org/standards/desktop-bookmarks\">");
  g_autofree char *path = g_strdup (dateline_recent_stories_get_path (fixture->recent));
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GPtrArray) files = NULL;
  g_autoptr(GFile) file = g_file_new_for_path ("/new.dateline");
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 520; i++)
    g_string_append_printf (list,
                            "<bookmark href=\"file:///old-%u.dateline\" added=\"2001-01-01T00:00:00Z\" "
                            "modified=\"2001-01-01T00:00:00Z\" visited=\"2001-01-01T00:00:00Z\"><info><metadata "
                            "owner=\"http://freedesktop.org\"><bookmark:applications><bookmark:application "
                            "name=\"Dateline\" exec=\"dateline\" count=\"1\" modified=\"2001-01-01T00:00:00Z\"/>"
                            "</bookmark:applications></metadata></info></bookmark>", i);
  g_string_append (list, "</xbel>");
  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, list->str, -1, &error);
  g_assert_no_error (error);

  dateline_recent_stories_add (fixture->recent, file, 0);
  files = dateline_recent_stories_dup_files (fixture->recent);
  g_assert_cmpuint (files->len, ==, 500);
  g_assert_cmpint (dateline_recent_stories_get_opened (fixture->recent, file), >, 1700000000);

  /* A list that was damaged is begun anew. */
  g_file_set_contents (path, "<xbel", -1, &error);
  g_assert_no_error (error);
  dateline_recent_stories_add (fixture->recent, file, 0);
  g_clear_pointer (&files, g_ptr_array_unref);
  files = dateline_recent_stories_dup_files (fixture->recent);
  g_assert_cmpuint (files->len, ==, 1);
}

static void
remove_all (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_all (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("dateline-XXXXXX", NULL);
  g_autofree char *data_home = g_build_filename (home, "data", NULL);
  g_autofree char *state_home = g_build_filename (home, "state", NULL);
  int result;

  /* The Trash has to be ours too. What GLib has for this leaks. */
  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  g_setenv ("XDG_STATE_HOME", state_home, TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/library/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("nothing", test_nothing);
  ADD ("summary", test_summary);
  ADD ("damaged", test_damaged);
  ADD ("order", test_order);
  ADD ("follows", test_follows);
  ADD ("elsewhere", test_elsewhere);
  ADD ("trash", test_trash);
  ADD ("trash-name-taken", test_trash_name_taken);
  ADD ("many", test_many);
  ADD ("disposed-early", test_disposed_early);
  ADD ("free-file", test_free_file);
  ADD ("recent-is-bounded", test_recent_is_bounded);
  g_test_add_func ("/library/names", test_names);
  g_test_add_func ("/library/has-stories", test_has_stories);
#undef ADD

  result = g_test_run ();
  remove_all (home);

  return result;
}
