/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story in a file: made, opened, copied, and changed by two at once. */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "dateline-file-stamp.h"
#include "dateline-kept-clippings.h"
#include "dateline-story-error.h"
#include "file-kit.h"

#define UNTIL(condition)                                            \
  G_STMT_START                                                      \
  {                                                                 \
    gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;     \
                                                                    \
    while (!(condition) && g_get_monotonic_time () < end)           \
      g_main_context_iteration (NULL, TRUE);                        \
    g_assert_true (condition);                                      \
  }                                                                 \
  G_STMT_END

static void
test_create (void)
{
  g_autoptr(DatelineStory) story = file_kit_read_bundled ();
  g_autofree char *path = file_kit_dup_path ();
  g_autoptr(DatelineStoryFile) file = NULL;
  g_autoptr(DatelineStoryFile) again = NULL;
  g_autoptr(DatelineStoryFile) reopened = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  file = dateline_story_file_create (path, story, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (dateline_story_file_get_story (file) == story);
  g_assert_cmpstr (dateline_story_file_get_path (file), ==, path);
  g_assert_false (dateline_story_file_get_read_only (file));
  g_assert_cmpstr (dateline_story_file_get_undo_name (file), ==, "");
  before = file_kit_dup_json (file);

  /* What is there is not replaced. */
  again = dateline_story_file_create (path, story, NULL, &error);
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_EXISTS);
  g_assert_null (again);

  g_clear_object (&file);
  reopened = file_kit_open (path);
  after = file_kit_dup_json (reopened);
  file_kit_assert_same (after, before);
}

/* What was done is there for the next who opens the file; what can be undone is of the session. */
static void
test_reopen (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *path = g_strdup (dateline_story_file_get_path (file));
  g_autoptr(GError) error = NULL;

  file_kit_set (file, "event-hearing", "title", "Kept");
  g_clear_object (&file);
  file = file_kit_open (path);
  g_assert_cmpstr (file_kit_get_title (file, "event-hearing"), ==, "Kept");
  g_assert_cmpstr (dateline_story_file_get_undo_name (file), ==, "");
  g_assert_true (dateline_story_file_undo (file, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (file_kit_get_title (file, "event-hearing"), ==, "Kept");
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static DatelineStoryFile *
open_async (const char    *path,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  dateline_story_file_open_async (path, cancellable, opened_cb, &result);
  UNTIL (result != NULL);

  return dateline_story_file_open_finish (result, error);
}

static void
test_open_async (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *path = g_strdup (dateline_story_file_get_path (file));
  g_autofree char *other = file_kit_dup_path ();
  g_autofree char *before = file_kit_dup_json (file);
  g_autofree char *after = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(DatelineStoryFile) opened = NULL;
  g_autoptr(GError) error = NULL;

  opened = open_async (path, NULL, &error);
  g_assert_no_error (error);
  after = file_kit_dup_json (opened);
  file_kit_assert_same (after, before);
  file_kit_set (opened, "event-hearing", "title", "From the other");
  UNTIL (g_str_equal (file_kit_get_title (file, "event-hearing"), "From the other"));

  g_cancellable_cancel (cancellable);
  g_assert_null (open_async (path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_null (open_async (other, NULL, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (other, "This is no story.", -1, NULL));
  g_assert_null (open_async (other, NULL, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_A_STORY);
}

/* What can be read of a file that is damaged in the middle is not shown as if it were all. */
static void
test_damaged (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *path = g_strdup (dateline_story_file_get_path (file));
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_clear_object (&file);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize i = length / 2; i < length / 2 + 20000; i++)
    bytes[i] ^= 0x55;
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));

  g_assert_null (open_async (path, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == DATELINE_STORY_ERROR);
}

/* What this program left need not be checked; what anybody else touched has to be. */
static void
test_stamp (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineStoryFile) opened = NULL;
  g_autofree char *path = g_strdup (dateline_story_file_get_path (file));
  g_autofree char *copy = file_kit_dup_path ();
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  file_kit_set (file, "event-hearing", "title", "Mine");
  g_assert_true (dateline_story_file_copy_to (file, copy, NULL));
  g_assert_false (dateline_file_stamp_matches (path));
  g_clear_object (&file);
  g_assert_true (dateline_file_stamp_matches (path));
  g_assert_false (dateline_file_stamp_matches (copy));

  file_kit_run_sql (path, "UPDATE event SET title = 'By hand' WHERE id = 'event-hearing'");
  g_assert_false (dateline_file_stamp_matches (path));
  /* Not checked, and so not noted as sound. */
  file = file_kit_open (path);
  g_clear_object (&file);
  g_assert_false (dateline_file_stamp_matches (path));
  opened = open_async (path, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&opened);
  g_assert_true (dateline_file_stamp_matches (path));
  file = file_kit_open (path);
  file_kit_set (file, "event-hearing", "title", "Mine again");
  g_clear_object (&file);
  g_assert_true (dateline_file_stamp_matches (path));

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  g_assert_false (dateline_file_stamp_matches (path));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_false (dateline_file_stamp_matches (path));
}

static void
test_copy (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *path = file_kit_dup_path ();
  g_autofree char *original = NULL;
  g_autofree char *copy = NULL;
  g_autoptr(GError) error = NULL;

  file_kit_set (file, "event-hearing", "title", "Before the copy");
  g_assert_true (dateline_story_file_copy_to (file, path, &error));
  g_assert_no_error (error);
  original = file_kit_dump (file);
  copy = file_kit_dump_path (path);
  file_kit_assert_same (copy, original);

  /* What is there is not replaced, and the file itself goes on. */
  g_assert_false (dateline_story_file_copy_to (file, path, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_EXISTS);
  file_kit_set (file, "event-hearing", "title", "After the copy");
}

/* A file of somebody else. */
static void
test_read_only (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *path = g_strdup (dateline_story_file_get_path (file));
  g_autofree char *copy_path = file_kit_dup_path ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(DatelineEdit) edit = NULL;
  g_autoptr(DatelineStoryFile) copy = NULL;
  g_autoptr(GError) error = NULL;
  DatelineItem *event;

  g_clear_object (&file);
  file = file_kit_open_read_only (path);
  g_assert_true (dateline_story_file_get_read_only (file));
  before = file_kit_dump (file);
  event = file_kit_get (file, "event-hearing");
  edit = file_kit_new_title (file, "event-hearing", "No");
  g_assert_false (dateline_story_file_apply (file, edit, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_READ_ONLY);
  g_clear_error (&error);
  after = file_kit_dump (file);
  file_kit_assert_same (after, before);

  copy = dateline_story_file_branch (file, copy_path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (file_kit_get (copy, "event-hearing") == event);
  file_kit_apply (copy, edit);
  g_assert_cmpstr (file_kit_get_title (copy, "event-hearing"), ==, "No");
  file_kit_assert_shown (copy);
}

/* A copy goes on with the living story, and knows what the file that it comes from went through. */
static void
test_branch (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineStoryFile) second = file_kit_open (dateline_story_file_get_path (file));
  g_autofree char *path = file_kit_dup_path ();
  g_autofree char *original = NULL;
  g_autoptr(DatelineStoryFile) copy = NULL;
  g_autoptr(DatelineStory) story = g_object_ref (dateline_story_file_get_story (file));
  DatelineItem *event = file_kit_get (file, "event-hearing");
  g_autoptr(GError) error = NULL;

  file_kit_set (second, "event-hearing", "title", "Not yet seen");
  original = file_kit_dump (file);
  copy = dateline_story_file_branch (file, path, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&file);

  g_assert_true (dateline_story_file_get_story (copy) == story);
  g_assert_true (file_kit_get (copy, "event-hearing") == event);
  g_assert_cmpstr (file_kit_get_title (copy, "event-hearing"), ==, "Not yet seen");
  file_kit_assert_shown (copy);
  file_kit_set (copy, "event-hearing", "title", "In the copy");
  file_kit_assert_shown (copy);

  dateline_story_file_poll (second);
  g_assert_cmpstr (file_kit_get_title (second, "event-hearing"), ==, "Not yet seen");
}

/* What one does the other shows, in the same objects, and each undoes their own. */
static void
test_two (void)
{
  g_autoptr(DatelineStoryFile) a = file_kit_create ();
  g_autoptr(DatelineStoryFile) b = file_kit_open (dateline_story_file_get_path (a));
  DatelineEvent *event = file_kit_get (a, "event-hearing");
  g_autofree char *place = g_strdup (dateline_event_get_place (event));
  g_autofree char *before = file_kit_dump (a);
  g_autofree char *after = NULL;
  g_autoptr(DatelineEdit) removal = dateline_edit_new ("Delete");
  g_autoptr(GError) error = NULL;

  file_kit_set (a, "event-hearing", "place", "Mine");
  file_kit_set (b, "person-navalny", "role", "Theirs");
  dateline_edit_remove (removal, "event-arrest");
  file_kit_apply (b, removal);
  g_assert_cmpstr (dateline_event_get_place (file_kit_get (b, "event-hearing")), ==, "Mine");

  dateline_story_file_poll (a);
  g_assert_true (file_kit_get (a, "event-hearing") == event);
  g_assert_cmpstr (dateline_person_get_role (file_kit_get (a, "person-navalny")), ==, "Theirs");
  g_assert_null (dateline_story_lookup (dateline_story_file_get_story (a), "event-arrest"));
  file_kit_assert_shown (a);

  g_assert_cmpstr (dateline_story_file_get_undo_name (a), ==, "Change place");
  g_assert_true (dateline_story_file_undo (a, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (dateline_event_get_place (event), ==, place);
  g_assert_true (dateline_story_file_undo (b, &error));
  g_assert_true (dateline_story_file_undo (b, &error));
  g_assert_no_error (error);
  dateline_story_file_poll (a);
  file_kit_assert_shown (a);
  file_kit_assert_shown (b);
  after = file_kit_dump (a);
  file_kit_assert_same (after, before);
}

/* What was changed meanwhile is not overwritten, neither by an edit nor by an undo; afterwards it is shown. */
static void
test_conflict (void)
{
  g_autoptr(DatelineStoryFile) a = file_kit_create ();
  g_autoptr(DatelineStoryFile) b = file_kit_open (dateline_story_file_get_path (a));
  g_autoptr(DatelineEdit) edit = file_kit_new_title (a, "event-hearing", "Mine");
  g_autoptr(DatelineEdit) other = file_kit_new_title (a, "event-arrest", "Mine");
  g_autoptr(GError) error = NULL;

  file_kit_set (b, "event-hearing", "title", "Theirs");
  g_assert_false (dateline_story_file_apply (a, edit, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpstr (file_kit_get_title (a, "event-hearing"), ==, "Theirs");
  g_assert_cmpstr (dateline_story_file_get_undo_name (a), ==, "");

  file_kit_apply (a, other);
  file_kit_set (b, "event-arrest", "place", "Another field");
  g_assert_true (dateline_story_file_undo (a, &error));
  g_assert_no_error (error);
  g_assert_true (dateline_story_file_redo (a, &error));
  g_assert_no_error (error);

  dateline_story_file_poll (b);
  file_kit_set (b, "event-arrest", "title", "Theirs too");
  g_assert_false (dateline_story_file_undo (a, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Change Title"));
  g_clear_error (&error);
  g_assert_cmpstr (file_kit_get_title (a, "event-arrest"), ==, "Theirs too");
  g_assert_cmpstr (dateline_story_file_get_undo_name (a), ==, "Change Title");

  /* Once it is as it was, it can be undone. */
  g_assert_true (dateline_story_file_undo (b, &error));
  g_assert_true (dateline_story_file_undo (a, &error));
  g_assert_no_error (error);
  file_kit_assert_shown (a);
}

/* Undoing an addition would take along what somebody else added to it. */
static void
test_conflict_of_additions (void)
{
  g_autoptr(DatelineStoryFile) a = file_kit_create ();
  g_autoptr(DatelineStoryFile) b = NULL;
  g_autoptr(DatelineEdit) addition = dateline_edit_new ("New Person");
  g_autoptr(DatelineEdit) mention = dateline_edit_new ("New Mention");
  g_autoptr(DatelineItem) person = g_object_new (DATELINE_TYPE_PERSON, "id", "person-new", "name", "New", NULL);
  g_autoptr(DatelineItem) base = NULL;
  g_autoptr(DatelineItem) draft = NULL;
  g_autoptr(DatelinePassage) passage = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  dateline_edit_put (addition, person, NULL);
  file_kit_apply (a, addition);

  b = file_kit_open (dateline_story_file_get_path (a));
  base = dateline_item_copy (file_kit_get (b, "person-new"));
  draft = dateline_item_copy (file_kit_get (b, "person-new"));
  passage = dateline_passage_new (file_kit_get (b, "article-hearts-video"), 5, 10);
  dateline_item_add_passage (draft, passage);
  dateline_edit_put (mention, draft, base);
  file_kit_apply (b, mention);

  before = file_kit_dump (a);
  g_assert_false (dateline_story_file_undo (a, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT);
  after = file_kit_dump (a);
  file_kit_assert_same (after, before);
  file_kit_assert_shown (a);
}

/* A change that no edit tells of is found all the same. */
static void
test_unnoted_change (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  DatelineEvent *event = file_kit_get (file, "event-hearing");
  DatelineEvent *arrest = file_kit_get (file, "event-arrest");

  file_kit_run_sql (dateline_story_file_get_path (file),
           "UPDATE event SET title = 'By hand' WHERE id = 'event-hearing';"
           "INSERT INTO clipping (id, position, article, start, \"end\", exact, prefix, suffix)"
           " VALUES (1, 1, 'article-hearts-video', 0, 3, 'x', '', '')");
  dateline_story_file_poll (file);
  g_assert_cmpstr (dateline_event_get_title (event), ==, "By hand");
  g_assert_true (file_kit_get (file, "event-hearing") == event);
  g_assert_true (file_kit_get (file, "event-arrest") == arrest);
  file_kit_assert_shown (file);

  /* One that comes just before an edit of ours. */
  file_kit_run_sql (dateline_story_file_get_path (file), "UPDATE event SET title = 'Again' WHERE id = 'event-hearing'");
  file_kit_set (file, "event-arrest", "title", "Ours");
  g_assert_cmpstr (dateline_event_get_title (event), ==, "Again");
  file_kit_assert_shown (file);
}

static void
quit_cb (GObject    *object,
         GParamSpec *pspec,
         gpointer    loop)
{
  g_main_loop_quit (loop);
}

/* Nobody has to ask. */
static void
test_watch (void)
{
  g_autoptr(DatelineStoryFile) a = file_kit_create ();
  g_autoptr(DatelineStoryFile) b = file_kit_open (dateline_story_file_get_path (a));
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  gint64 start;

  g_signal_connect (file_kit_get (a, "event-hearing"), "notify::title", G_CALLBACK (quit_cb), loop);
  file_kit_set (b, "event-hearing", "title", "Theirs");
  start = g_get_monotonic_time ();
  g_main_loop_run (loop);
  g_test_message ("Seen after %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpstr (file_kit_get_title (a, "event-hearing"), ==, "Theirs");
}

typedef struct
{
  DatelineStoryFile *file;
  gboolean           done;
} Reaction;

static void
react_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  Reaction *reaction = user_data;

  if (reaction->done)
    return;
  reaction->done = TRUE;
  file_kit_set (reaction->file, "event-arrest", "title", "In answer");
}

/* A form may save what it holds just when it hears that something changed. */
static void
test_edit_while_refreshing (void)
{
  g_autoptr(DatelineStoryFile) a = file_kit_create ();
  g_autoptr(DatelineStoryFile) b = file_kit_open (dateline_story_file_get_path (a));
  g_autofree char *before = file_kit_dump (a);
  g_autofree char *after = NULL;
  Reaction reaction = { a, FALSE };
  g_autoptr(GError) error = NULL;

  g_signal_connect (file_kit_get (a, "event-hearing"), "notify::title", G_CALLBACK (react_cb), &reaction);
  file_kit_set (b, "event-hearing", "title", "Theirs");
  dateline_story_file_poll (a);
  g_assert_true (reaction.done);
  g_assert_cmpstr (file_kit_get_title (a, "event-arrest"), ==, "In answer");
  file_kit_assert_shown (a);

  /* And when it is an edit of the same file. */
  reaction.done = FALSE;
  file_kit_set (a, "event-arrest", "title", "Ours");
  file_kit_set (a, "event-hearing", "title", "Ours");
  g_assert_cmpstr (file_kit_get_title (a, "event-arrest"), ==, "In answer");
  file_kit_assert_shown (a);

  while (*dateline_story_file_get_undo_name (a) != '\0')
    g_assert_true (dateline_story_file_undo (a, &error));
  dateline_story_file_poll (b);
  g_assert_true (dateline_story_file_undo (b, &error));
  g_assert_no_error (error);
  after = file_kit_dump (a);
  file_kit_assert_same (after, before);
}

int
main (int   argc,
      char *argv[])
{
  file_kit_init (&argc, &argv);

  g_test_add_func ("/story-file/create", test_create);
  g_test_add_func ("/story-file/reopen", test_reopen);
  g_test_add_func ("/story-file/open-async", test_open_async);
  g_test_add_func ("/story-file/damaged", test_damaged);
  g_test_add_func ("/story-file/stamp", test_stamp);
  g_test_add_func ("/story-file/copy", test_copy);
  g_test_add_func ("/story-file/read-only", test_read_only);
  g_test_add_func ("/story-file/branch", test_branch);
  g_test_add_func ("/story-file/two", test_two);
  g_test_add_func ("/story-file/conflict", test_conflict);
  g_test_add_func ("/story-file/conflict-of-additions", test_conflict_of_additions);
  g_test_add_func ("/story-file/unnoted-change", test_unnoted_change);
  g_test_add_func ("/story-file/watch", test_watch);
  g_test_add_func ("/story-file/edit-while-refreshing", test_edit_while_refreshing);

  return file_kit_run ();
}
