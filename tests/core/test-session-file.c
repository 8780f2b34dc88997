/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session and its file: editing, keeping a copy, undoing, and the clippings that the file holds. */
#include "config.h"

#include "dateline-kept-clippings.h"
#include "dateline-session.h"
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

/* What a session said. */
typedef struct
{
  guint  n_keep_needed;
  guint  n_failed;
  guint  n_conflicts;
  guint  n_edited;
  guint  n_kept;
  char  *path; /* where to keep a copy at once, if it is asked */
} Log;

static void
keep_needed_cb (DatelineSession *session,
                Log             *log)
{
  g_autoptr(GError) error = NULL;

  log->n_keep_needed++;
  if (log->path == NULL)
    return;
  dateline_session_keep (session, log->path, &error);
  g_assert_no_error (error);
}

static void
failed_cb (DatelineSession *session,
           const char      *message,
           Log             *log)
{
  g_assert_nonnull (message);
  log->n_failed++;
}

static void
conflict_cb (DatelineSession *session,
             DatelineEdit    *edit,
             const char      *message,
             Log             *log)
{
  g_assert_true (DATELINE_IS_EDIT (edit));
  g_assert_nonnull (message);
  log->n_conflicts++;
}

static void
edited_cb (DatelineSession *session,
           const char      *name,
           Log             *log)
{
  g_assert_cmpstr (name, ==, "Change Title");
  log->n_edited++;
}

static void
is_kept_cb (DatelineSession *session,
            GParamSpec      *pspec,
            Log             *log)
{
  g_assert_true (dateline_session_get_is_kept (session));
  g_assert_nonnull (dateline_session_get_file (session));
  log->n_kept++;
}

static DatelineSession *
listen (DatelineSession *session,
        Log             *log)
{
  g_signal_connect (session, "keep-needed", G_CALLBACK (keep_needed_cb), log);
  g_signal_connect (session, "failed", G_CALLBACK (failed_cb), log);
  g_signal_connect (session, "conflict", G_CALLBACK (conflict_cb), log);
  g_signal_connect (session, "edited", G_CALLBACK (edited_cb), log);
  g_signal_connect (session, "notify::is-kept", G_CALLBACK (is_kept_cb), log);

  return session;
}

static DatelineEdit *
new_title (DatelineStory *story,
           const char    *title)
{
  DatelineItem *item = dateline_story_lookup (story, "event-hearing");
  g_autoptr(DatelineItem) base = dateline_item_copy (item);
  g_autoptr(DatelineItem) draft = dateline_item_copy (item);
  DatelineEdit *edit = dateline_edit_new ("Change Title");

  g_object_set (draft, "title", title, NULL);
  dateline_edit_put (edit, draft, base);

  return edit;
}

static const char *
get_title (DatelineStory *story)
{
  return dateline_event_get_title (DATELINE_EVENT (dateline_story_lookup (story, "event-hearing")));
}

static void
clip (DatelineSession *session,
      const char      *id)
{
  g_assert_true (dateline_clippings_add (dateline_session_get_clippings (session),
                                         dateline_story_lookup (dateline_session_get_story (session), id), NULL));
}

static guint
count (DatelineSession *session)
{
  return g_list_model_get_n_items (G_LIST_MODEL (dateline_session_get_clippings (session)));
}

static guint
count_rows (DatelineSession *session)
{
  g_autoptr(GPtrArray) rows = dateline_story_file_dup_clippings (dateline_session_get_file (session), NULL);

  return rows->len;
}

static DatelineClipping *
dup_clipping (DatelineSession *session,
              guint            position)
{
  return g_list_model_get_item (G_LIST_MODEL (dateline_session_get_clippings (session)), position);
}

static char *
dup_note (DatelineSession *session,
          guint            position)
{
  g_autoptr(GPtrArray) rows = dateline_story_file_dup_clippings (dateline_session_get_file (session), NULL);

  return g_strdup (((DatelineKeptClipping *) g_ptr_array_index (rows, position))->note);
}

/* The first edit of the bundled story asks where to keep it; then everything goes on in the file. */
static void
test_keep (void)
{
  g_autoptr(DatelineStory) story = file_kit_read_bundled ();
  g_autoptr(DatelineSession) session = dateline_session_new (story);
  g_autofree char *path = file_kit_dup_path ();
  g_autofree char *title = g_strdup (get_title (story));
  g_autoptr(DatelineEdit) edit = new_title (story, "Kept");
  g_autoptr(DatelineClipping) clipping = NULL;
  g_autoptr(DatelineClipping) same_clipping = NULL;
  g_autoptr(GError) error = NULL;
  DatelineItem *event = dateline_story_lookup (story, "event-hearing");
  Log log = { 0 };

  listen (session, &log);
  clip (session, "quote-everything-fine");
  clip (session, "event-hearing");
  clipping = dup_clipping (session, 0);
  dateline_clipping_set_note (clipping, "Noted");
  dateline_navigator_select (dateline_session_get_navigator (session), event, NULL);

  g_assert_null (dateline_session_get_file (session));
  g_assert_false (dateline_session_edit (session, edit));
  g_assert_cmpuint (log.n_keep_needed, ==, 1);
  g_assert_cmpuint (log.n_edited, ==, 0);
  g_assert_cmpstr (get_title (story), ==, title);
  g_assert_false (dateline_session_get_is_kept (session));

  /* There cannot be a file at that place; the edit still waits. */
  g_assert_false (dateline_session_keep (session, "/dev/null/story.dateline", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (dateline_session_get_file (session));

  g_assert_true (dateline_session_keep (session, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (log.n_kept, ==, 1);
  g_assert_cmpuint (log.n_edited, ==, 1);
  g_assert_true (dateline_session_get_story (session) == story);
  g_assert_true (dateline_story_lookup (story, "event-hearing") == event);
  g_assert_true (dateline_navigator_get_selected (dateline_session_get_navigator (session)) == event);
  g_assert_cmpstr (get_title (story), ==, "Kept");
  g_assert_cmpstr (dateline_session_get_undo_name (session), ==, "Change Title");
  file_kit_assert_shown (dateline_session_get_file (session));

  /* What was picked is in the file, and the objects are the same. */
  g_assert_cmpuint (count (session), ==, 2);
  g_assert_cmpuint (count_rows (session), ==, 2);
  same_clipping = dup_clipping (session, 0);
  g_assert_true (same_clipping == clipping);
  g_assert_cmpstr (dateline_clipping_get_note (clipping), ==, "Noted");

  g_assert_true (dateline_session_undo (session));
  g_assert_cmpstr (get_title (story), ==, title);
  g_assert_cmpstr (dateline_session_get_undo_name (session), ==, "");
  g_assert_cmpstr (dateline_session_get_redo_name (session), ==, "Change Title");
  g_assert_true (dateline_session_redo (session));
  g_assert_cmpstr (get_title (story), ==, "Kept");
  g_assert_cmpuint (log.n_failed + log.n_conflicts, ==, 0);
}

static void
test_keep_at_once (void)
{
  g_autoptr(DatelineStory) story = file_kit_read_bundled ();
  g_autoptr(DatelineSession) session = dateline_session_new (story);
  g_autofree char *path = file_kit_dup_path ();
  g_autoptr(DatelineEdit) edit = new_title (story, "Kept");
  Log log = { .path = path };

  listen (session, &log);
  g_assert_true (dateline_session_edit (session, edit));
  g_assert_cmpstr (get_title (story), ==, "Kept");
  g_assert_cmpuint (log.n_keep_needed, ==, 1);
  g_assert_cmpuint (log.n_edited, ==, 1);
}

/* The reader keeps no copy now, but later, for another reason. */
static void
test_give_up (void)
{
  g_autoptr(DatelineStory) story = file_kit_read_bundled ();
  g_autoptr(DatelineSession) session = dateline_session_new (story);
  g_autofree char *path = file_kit_dup_path ();
  g_autofree char *title = g_strdup (get_title (story));
  g_autoptr(DatelineEdit) edit = new_title (story, "Given up");
  g_autoptr(GError) error = NULL;
  Log log = { 0 };

  listen (session, &log);
  g_assert_false (dateline_session_edit (session, edit));
  dateline_session_give_up (session);
  g_assert_true (dateline_session_keep (session, path, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (get_title (story), ==, title);
  g_assert_cmpuint (log.n_edited, ==, 0);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    count)
{
  (*(guint *) count)++;
}

static void
test_edit (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineStoryFile) other = file_kit_open (dateline_story_file_get_path (file));
  g_autoptr(DatelineSession) session = dateline_session_new_for_file (file);
  DatelineStory *story = dateline_session_get_story (session);
  g_autoptr(DatelineEdit) first = new_title (story, "First");
  g_autoptr(DatelineEdit) second = NULL;
  guint n_undo_names = 0;
  guint n_redo_names = 0;
  Log log = { 0 };

  listen (session, &log);
  g_signal_connect (session, "notify::undo-name", G_CALLBACK (count_cb), &n_undo_names);
  g_signal_connect (session, "notify::redo-name", G_CALLBACK (count_cb), &n_redo_names);
  g_assert_true (dateline_session_get_is_kept (session));
  g_assert_true (dateline_session_get_file (session) == file);

  g_assert_true (dateline_session_edit (session, first));
  g_assert_cmpuint (log.n_edited, ==, 1);
  g_assert_cmpuint (n_undo_names, ==, 1);
  g_assert_true (dateline_session_undo (session));
  g_assert_true (dateline_session_redo (session));
  g_assert_cmpuint (n_undo_names, ==, 3);
  g_assert_cmpuint (n_redo_names, ==, 3);

  dateline_story_file_poll (other);
  file_kit_set (other, "event-hearing", "title", "Theirs");
  second = new_title (story, "Second");
  g_assert_false (dateline_session_edit (session, second));
  g_assert_cmpuint (log.n_conflicts, ==, 1);
  g_assert_cmpstr (get_title (story), ==, "Theirs");

  g_assert_false (dateline_session_undo (session));
  g_assert_cmpuint (log.n_failed, ==, 1);
  g_assert_cmpuint (log.n_edited, ==, 1);
}

static void
test_clippings (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineSession) session = dateline_session_new_for_file (file);
  g_autoptr(DatelineClipping) first = NULL;
  g_autoptr(DatelineClipping) second = NULL;
  g_autoptr(DatelineClipping) shown = NULL;
  g_autoptr(DatelineClipping) again = NULL;

  clip (session, "quote-everything-fine");
  clip (session, "event-hearing");
  clip (session, "reaction-lacy");
  g_assert_cmpuint (count_rows (session), ==, 3);
  g_assert_cmpstr (dateline_session_get_undo_name (session), ==, "Add Clipping");
  first = dup_clipping (session, 0);
  second = dup_clipping (session, 1);

  dateline_clippings_move (dateline_session_get_clippings (session), 1, 0);
  g_assert_cmpstr (dateline_session_get_undo_name (session), ==, "Move Clipping");
  dateline_session_undo (session);
  shown = dup_clipping (session, 0);
  g_assert_true (shown == first);
  again = dup_clipping (session, 1);
  g_assert_true (again == second);

  dateline_clippings_remove (dateline_session_get_clippings (session), 2);
  g_assert_cmpuint (count_rows (session), ==, 2);
  g_assert_cmpstr (dateline_session_get_undo_name (session), ==, "Remove Clipping");
  dateline_session_undo (session);
  g_assert_cmpuint (count (session), ==, 3);
  g_assert_cmpuint (count_rows (session), ==, 3);
  while (*dateline_session_get_undo_name (session) != '\0')
    g_assert_true (dateline_session_undo (session));
  g_assert_cmpuint (count (session), ==, 0);
  while (*dateline_session_get_redo_name (session) != '\0')
    g_assert_true (dateline_session_redo (session));
  g_assert_cmpuint (count (session), ==, 2);
}

/* Typing is written when the reader pauses, or before anything else happens; it is one step. */
static void
test_notes (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineSession) session = dateline_session_new_for_file (file);
  g_autoptr(DatelineEdit) edit = NULL;
  g_autoptr(DatelineClipping) clipping = NULL;
  g_autofree char *path = g_strdup (dateline_story_file_get_path (file));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *reopened = NULL;

  clip (session, "quote-everything-fine");
  clipping = dup_clipping (session, 0);
  dateline_clipping_set_note (clipping, "T");
  dateline_clipping_set_note (clipping, "Ty");
  before = dup_note (session, 0);
  g_assert_cmpstr (before, ==, "");
  UNTIL (g_str_equal (dateline_session_get_undo_name (session), "Change Note"));
  after = dup_note (session, 0);
  g_assert_cmpstr (after, ==, "Ty");

  dateline_clipping_set_note (clipping, "Typed");
  edit = new_title (dateline_session_get_story (session), "Meanwhile");
  g_assert_true (dateline_session_edit (session, edit));
  dateline_session_undo (session);
  g_assert_cmpstr (dateline_session_get_undo_name (session), ==, "Change Note");
  dateline_session_undo (session);
  g_assert_cmpstr (dateline_clipping_get_note (clipping), ==, "");
  g_assert_cmpstr (dateline_session_get_undo_name (session), ==, "Add Clipping");

  /* What was typed last is not lost when all is closed. */
  dateline_clipping_set_note (clipping, "Last words");
  g_clear_object (&session);
  g_clear_object (&file);
  file = file_kit_open (path);
  session = dateline_session_new_for_file (file);
  reopened = dup_note (session, 0);
  g_assert_cmpstr (reopened, ==, "Last words");
}

/* Two windows on one file. */
static void
test_clippings_of_two (void)
{
  g_autoptr(DatelineStoryFile) a_file = file_kit_create ();
  g_autoptr(DatelineStoryFile) b_file = NULL;
  g_autoptr(DatelineSession) a = dateline_session_new_for_file (a_file);
  g_autoptr(DatelineSession) b = NULL;
  g_autoptr(DatelineClipping) a_clipping = NULL;
  g_autoptr(DatelineClipping) b_clipping = NULL;
  g_autofree char *note = NULL;

  clip (a, "quote-everything-fine");
  b_file = file_kit_open (dateline_story_file_get_path (a_file));
  b = dateline_session_new_for_file (b_file);
  g_assert_cmpuint (count (b), ==, 1);

  /* Each adds one without having seen the other's. */
  clip (a, "event-hearing");
  clip (b, "reaction-lacy");
  dateline_story_file_poll (a_file);
  dateline_story_file_poll (b_file);
  g_assert_cmpuint (count (a), ==, 3);
  g_assert_cmpuint (count (b), ==, 3);

  /* Each writes a note to the same. */
  a_clipping = dup_clipping (a, 0);
  b_clipping = dup_clipping (b, 0);
  dateline_clipping_set_note (a_clipping, "Of A");
  dateline_clipping_set_note (b_clipping, "Of B");
  UNTIL (strstr (dateline_clipping_get_note (a_clipping), "Of B") != NULL);
  UNTIL (strstr (dateline_clipping_get_note (b_clipping), "Of A") != NULL);
  note = dup_note (a, 0);
  g_assert_nonnull (strstr (note, "Of A"));
  g_assert_nonnull (strstr (note, "Of B"));
  g_assert_cmpstr (dateline_clipping_get_note (a_clipping), ==, note);
  g_assert_cmpstr (dateline_clipping_get_note (b_clipping), ==, note);
}

/* Clippings go with what they were picked of, and come back with it. */
static void
test_clippings_follow (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineSession) session = dateline_session_new_for_file (file);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Delete Event");
  g_autoptr(DatelineClipping) clipping = NULL;

  clip (session, "event-hearing");
  clip (session, "quote-everything-fine");
  dateline_edit_remove (edit, "event-hearing");
  g_assert_true (dateline_session_edit (session, edit));
  g_assert_cmpuint (count (session), ==, 1);
  g_assert_cmpuint (count_rows (session), ==, 1);
  g_assert_cmpstr (dateline_session_get_undo_name (session), ==, "Delete Event");

  g_assert_true (dateline_session_undo (session));
  g_assert_cmpuint (count (session), ==, 2);
  clipping = dup_clipping (session, 0);
  g_assert_true (dateline_clipping_get_item (clipping) ==
                 dateline_story_lookup (dateline_session_get_story (session), "event-hearing"));
  g_assert_cmpstr (dateline_session_get_undo_name (session), ==, "Add Clipping");
  g_assert_cmpstr (dateline_session_get_redo_name (session), ==, "Delete Event");
}

/* A file of somebody else: what is picked stays for the session, and goes along when a copy is kept. */
static void
test_read_only (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineStoryFile) theirs = NULL;
  g_autoptr(DatelineSession) session = dateline_session_new_for_file (file);
  g_autoptr(DatelineSession) other = NULL;
  g_autoptr(DatelineEdit) edit = NULL;
  g_autofree char *path = g_strdup (dateline_story_file_get_path (file));
  g_autofree char *copy = file_kit_dup_path ();
  g_autoptr(GError) error = NULL;
  Log log = { 0 };

  clip (session, "quote-everything-fine");
  g_clear_object (&session);
  theirs = g_steal_pointer (&file);
  file = file_kit_open_read_only (path);
  session = listen (dateline_session_new_for_file (file), &log);
  g_assert_false (dateline_session_get_is_kept (session));
  g_assert_cmpuint (count (session), ==, 1);
  clip (session, "event-hearing");
  g_assert_cmpuint (count (session), ==, 2);
  g_assert_cmpuint (count_rows (session), ==, 1);

  /* They go on writing, and pick something too. */
  other = dateline_session_new_for_file (theirs);
  clip (other, "reaction-lacy");
  dateline_story_file_poll (file);
  g_assert_cmpuint (count_rows (session), ==, 2);
  g_assert_cmpuint (count (session), ==, 3);

  edit = new_title (dateline_session_get_story (session), "Mine");
  g_assert_false (dateline_session_edit (session, edit));
  g_assert_cmpuint (log.n_keep_needed, ==, 1);
  g_assert_true (dateline_session_keep (session, copy, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (get_title (dateline_session_get_story (session)), ==, "Mine");
  g_assert_cmpuint (count (session), ==, 3);
  g_assert_cmpuint (count_rows (session), ==, 3);
  g_assert_cmpstr (dateline_story_file_get_path (dateline_session_get_file (session)), ==, copy);
  file_kit_assert_shown (dateline_session_get_file (session));
}

static void
test_finalizes (void)
{
  DatelineStoryFile *file = file_kit_create ();
  DatelineSession *session = dateline_session_new_for_file (file);
  g_autoptr(DatelineEdit) edit = new_title (dateline_session_get_story (session), "Done");
  gpointer story = dateline_session_get_story (session);

  g_object_add_weak_pointer (story, &story);
  clip (session, "quote-everything-fine");
  g_assert_true (dateline_session_edit (session, edit));
  g_assert_true (dateline_session_undo (session));
  /* The draft refers to living items. */
  g_clear_object (&edit);
  g_assert_finalize_object (session);
  g_assert_finalize_object (file);
  g_assert_null (story);
}

int
main (int   argc,
      char *argv[])
{
  file_kit_init (&argc, &argv);

  g_test_add_func ("/session-file/keep", test_keep);
  g_test_add_func ("/session-file/keep-at-once", test_keep_at_once);
  g_test_add_func ("/session-file/give-up", test_give_up);
  g_test_add_func ("/session-file/edit", test_edit);
  g_test_add_func ("/session-file/clippings", test_clippings);
  g_test_add_func ("/session-file/notes", test_notes);
  g_test_add_func ("/session-file/clippings-of-two", test_clippings_of_two);
  g_test_add_func ("/session-file/clippings-follow", test_clippings_follow);
  g_test_add_func ("/session-file/read-only", test_read_only);
  g_test_add_func ("/session-file/finalizes", test_finalizes);

  return file_kit_run ();
}
