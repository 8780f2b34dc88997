/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups: when they are made, that they hinder nothing, and that they bring everything back. */
#include "config.h"

#include <glib/gstdio.h>

#include "dateline-backups.h"
#include "file-kit.h"

static char *root;

/* Begins anew, without any backup. */
static void
use_root (const char *name)
{
  g_autofree char *path = g_build_filename (root, name, NULL);

  dateline_backups_set_root (path);
}

static GPtrArray *
list (DatelineStoryFile *file)
{
  return dateline_backups_list (dateline_story_get_id (dateline_story_file_get_story (file)));
}

static const DatelineBackup *
get (GPtrArray *backups,
     guint      i)
{
  g_assert_cmpuint (i, <, backups->len);

  return g_ptr_array_index (backups, i);
}

static guint
count (DatelineStoryFile *file)
{
  g_autoptr(GPtrArray) backups = list (file);

  return backups->len;
}

static void
change_title (DatelineStoryFile *file,
              const char        *title)
{
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Change Title");
  g_autoptr(GError) error = NULL;

  dateline_edit_set_details (edit, dateline_story_file_get_story (file), title, NULL, NULL, NULL);
  dateline_story_file_apply (file, edit, &error);
  g_assert_no_error (error);
}

static void
remove_item (DatelineStoryFile *file,
             const char        *id)
{
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Delete");

  dateline_edit_remove (edit, id);
  file_kit_apply (file, edit);
}

static const char *
get_first_id (DatelineStoryFile *file,
              DatelineItemKind   kind)
{
  g_autoptr(DatelineItem) item = g_list_model_get_item (dateline_story_get_items (dateline_story_file_get_story (file), kind), 0);

  return item != NULL ? dateline_item_get_id (item) : NULL;
}

static void
rename_to (const DatelineBackup *backup,
           const char           *start)
{
  g_autofree char *folder = g_path_get_dirname (backup->path);
  g_autofree char *base = g_path_get_basename (backup->path);
  g_autofree char *name = g_strconcat (start, base + strlen (start), NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_rename (backup->path, path), ==, 0);
}

static void
test_daily (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *path = g_strdup (dateline_story_file_get_path (file));
  g_autofree char *before = file_kit_dump (file);
  g_autofree char *saved = NULL;
  g_autofree char *copy = file_kit_dup_path ();
  g_autoptr(DatelineStoryFile) other = NULL;
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GError) error = NULL;

  use_root ("daily");
  g_assert_cmpuint (count (file), ==, 0);
  change_title (file, "One");
  change_title (file, "Two");
  g_assert_cmpuint (count (file), ==, 1);
  backups = list (file);
  saved = file_kit_dump_path (get (backups, 0)->path);
  g_assert_cmpstr (saved, ==, before);
  g_assert_no_error (get (backups, 0)->error);
  g_assert_cmpstr (get (backups, 0)->summary->title, !=, "One");

  /* Opened again on the same day, and on the next one. */
  g_clear_object (&file);
  file = file_kit_open (path);
  change_title (file, "Three");
  g_assert_cmpuint (count (file), ==, 1);
  g_clear_object (&file);
  rename_to (get (backups, 0), "2001-02-03-040506");
  file = file_kit_open (path);
  change_title (file, "Four");
  g_assert_cmpuint (count (file), ==, 2);
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = list (file);
  g_assert_cmpstr (get (backups, 0)->summary->title, ==, "Three");
  g_assert_cmpint (g_date_time_get_year (get (backups, 1)->time), ==, 2001);
  g_assert_cmpint (g_date_time_get_second (get (backups, 1)->time), ==, 6);

  /* A copy of the story is a file of its own. */
  dateline_story_file_copy_to (file, copy, &error);
  g_assert_no_error (error);
  other = file_kit_open (copy);
  change_title (other, "Copy");
  g_assert_cmpuint (count (file), ==, 3);
}

static void
test_five (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *strange = NULL;
  g_autofree char *unfinished = NULL;

  use_root ("five");
  for (guint i = 0; i < DATELINE_BACKUPS_KEPT + 3; i++)
    {
      g_autofree char *path = dateline_story_file_back_up (file, &error);

      g_assert_no_error (error);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      if (i == 0)
        {
          first = g_steal_pointer (&path);
          folder = g_path_get_dirname (first);
          strange = g_build_filename (folder, "2001-02-03.dateline", NULL);
          unfinished = g_build_filename (folder, ".2001-02-03-040506-12345678.dateline-aBc123", NULL);
          g_assert_true (g_file_set_contents (strange, "", 0, NULL));
          g_assert_true (g_file_set_contents (unfinished, "", 0, NULL));
        }
    }
  g_assert_cmpuint (count (file), ==, DATELINE_BACKUPS_KEPT);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (strange, G_FILE_TEST_EXISTS));
  /* It may be one that is being made. */
  g_assert_true (g_file_test (unfinished, G_FILE_TEST_EXISTS));
}

static void
failed_cb (DatelineStoryFile *file,
           const char        *message,
           gpointer           n)
{
  g_assert_cmpstr (message, !=, "");
  ++*(guint *) n;
}

static void
test_no_place (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *blocked = g_build_filename (root, "blocked", NULL);
  g_autoptr(GError) error = NULL;
  guint n = 0;

  g_assert_true (g_file_set_contents (blocked, "", 0, NULL));
  dateline_backups_set_root (blocked);
  g_signal_connect (file, "failed", G_CALLBACK (failed_cb), &n);
  change_title (file, "One");
  change_title (file, "Two");
  g_assert_cmpstr (dateline_story_get_title (dateline_story_file_get_story (file)), ==, "Two");
  g_assert_cmpuint (n, ==, 1);
  file_kit_assert_shown (file);

  /* Without a place nothing is to be told, but somebody who asks for one is. */
  dateline_backups_set_root (NULL);
  g_assert_null (dateline_story_file_back_up (file, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_FOUND);
  g_assert_cmpuint (count (file), ==, 0);
  change_title (file, "Three");
  g_assert_cmpuint (n, ==, 1);
}

static void
test_restore (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineStoryFile) other = NULL;
  g_autofree char *before = file_kit_dup_json (file);
  g_autofree char *after = NULL;
  g_autofree char *backup = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineItem) article = NULL;
  gboolean is_different = FALSE;

  use_root ("restore");
  backup = dateline_story_file_back_up (file, &error);
  g_assert_no_error (error);
  other = file_kit_open (dateline_story_file_get_path (file));
  article = g_object_ref (file_kit_get (file, get_first_id (file, DATELINE_ITEM_ARTICLE)));

  change_title (file, "Another title");
  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    if (get_first_id (file, kind) != NULL)
      remove_item (file, get_first_id (file, kind));
  after = file_kit_dup_json (file);
  g_assert_null (dateline_story_lookup (dateline_story_file_get_story (file), dateline_item_get_id (article)));

  dateline_story_file_restore (file, backup, &is_different, &error);
  g_assert_no_error (error);
  g_assert_true (is_different);
  g_assert_cmpstr (dateline_story_file_get_undo_name (file), ==, "Restore Backup");
  {
    g_autofree char *now = file_kit_dup_json (file);
    g_autofree char *there = NULL;

    g_assert_cmpstr (now, ==, before);
    file_kit_assert_shown (file);
    dateline_story_file_poll (other);
    there = file_kit_dup_json (other);
    g_assert_cmpstr (there, ==, before);
    file_kit_assert_shown (other);
  }

  dateline_story_file_undo (file, &error);
  g_assert_no_error (error);
  {
    g_autofree char *now = file_kit_dup_json (file);

    g_assert_cmpstr (now, ==, after);
    file_kit_assert_shown (file);
  }
  dateline_story_file_redo (file, &error);
  g_assert_no_error (error);

  /* It is as it was: nothing to do, and nothing to undo. */
  dateline_story_file_restore (file, backup, &is_different, &error);
  g_assert_no_error (error);
  g_assert_false (is_different);
}

static void
test_strangers (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineStory) story = dateline_story_new ("../..", "Other", NULL, NULL);
  g_autofree char *path = file_kit_dup_path ();
  g_autofree char *backup = NULL;
  g_autofree char *place = NULL;
  g_autofree char *before = file_kit_dump (file);
  g_autofree char *after = NULL;
  g_autoptr(DatelineStoryFile) other = NULL;
  g_autoptr(GError) error = NULL;

  use_root ("strangers");
  other = dateline_story_file_create (path, story, NULL, &error);
  g_assert_no_error (error);
  backup = dateline_story_file_back_up (other, &error);
  g_assert_no_error (error);
  place = g_build_filename (root, "strangers", "=", NULL);
  g_assert_true (g_str_has_prefix (backup, place));

  g_assert_false (dateline_story_file_restore (file, backup, NULL, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_INVALID);
  after = file_kit_dump (file);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count (file), ==, 0);
}

static void
test_migration (void)
{
  g_autofree char *path = file_kit_dup_path ();
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "fixtures", "version-1.dateline", NULL);
  g_autofree char *now = NULL;
  g_autofree char *content = NULL;
  g_autoptr(DatelineStoryFile) file = NULL;
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  use_root ("migration");
  g_file_get_contents (fixture, &content, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  file = file_kit_open (path);
  now = file_kit_dup_json (file);
  backups = list (file);
  g_assert_cmpuint (backups->len, ==, 1);
  {
    g_autofree char *copy = NULL;
    gsize copied;

    g_file_get_contents (get (backups, 0)->path, &copy, &copied, &error);
    g_assert_no_error (error);
    /* Still of the version that it was, which is in the header. */
    g_assert_cmpmem (copy + 60, 4, content + 60, 4);
  }

  /* A backup of an older version can be restored. */
  change_title (file, "Changed");
  dateline_story_file_restore (file, get (backups, 0)->path, NULL, &error);
  g_assert_no_error (error);
  {
    g_autofree char *restored = file_kit_dup_json (file);

    g_assert_cmpstr (restored, ==, now);
  }
}

static gboolean
edit_cb (gpointer file)
{
  change_title (file, "Edited in a main loop");

  return G_SOURCE_REMOVE;
}

static void
test_large (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Large");
  g_autoptr(DatelineItem) draft = NULL;
  DatelineItem *item = file_kit_get (file, get_first_id (file, DATELINE_ITEM_EVENT));
  g_autofree char *text = g_strnfill (12 * 1024 * 1024, 'x');
  g_autoptr(GPtrArray) backups = NULL;
  guint n = 0;

  dateline_backups_set_root (NULL);
  draft = dateline_item_copy (item);
  g_object_set (draft, "note", text, NULL);
  dateline_edit_put (edit, draft, item);
  file_kit_apply (file, edit);
  g_clear_object (&edit);

  /* The edit does not wait; the backup comes to its end all the same. */
  use_root ("large");
  {
    g_autofree char *path = g_strdup (dateline_story_file_get_path (file));

    g_clear_object (&file);
    file = file_kit_open (path);
  }
  g_signal_connect (file, "failed", G_CALLBACK (failed_cb), &n);
  g_idle_add (edit_cb, file);
  while (count (file) == 0)
    g_main_context_iteration (NULL, FALSE);
  backups = list (file);
  g_assert_no_error (get (backups, 0)->error);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (dateline_story_get_title (dateline_story_file_get_story (file)), ==, "Edited in a main loop");
  while (g_main_context_iteration (NULL, FALSE));
}

static void
remove_all (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_remove (path);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  file_kit_init (&argc, &argv);
  root = g_dir_make_tmp ("dateline-backups-XXXXXX", NULL);
  g_assert_nonnull (root);

  g_test_add_func ("/backups/daily", test_daily);
  g_test_add_func ("/backups/five", test_five);
  g_test_add_func ("/backups/no-place", test_no_place);
  g_test_add_func ("/backups/restore", test_restore);
  g_test_add_func ("/backups/strangers", test_strangers);
  g_test_add_func ("/backups/migration", test_migration);
  g_test_add_func ("/backups/large", test_large);

  result = file_kit_run ();
  dateline_backups_set_root (NULL);
  remove_all (root);
  g_free (root);

  return result;
}
