/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of a file that another program writes to: they wait without holding anything up, in their order, and each is done
 * once. */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "dateline-edit-queue.h"
#include "dateline-session.h"
#include "dateline-story-error.h"
#include "file-kit.h"

#define EVENT "event-hearing"

/* Far less than the seconds that somebody waits who may, far more than a frame on a busy machine. */
#define MAX_HELD_UP (G_USEC_PER_SEC / 2)

#define UNTIL(condition)                                        \
  G_STMT_START                                                  \
  {                                                             \
    gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC; \
                                                                \
    while (!(condition) && g_get_monotonic_time () < end)       \
      g_main_context_iteration (NULL, TRUE);                    \
    g_assert_true (condition);                                  \
  }                                                             \
  G_STMT_END

typedef struct
{
  DatelineStoryFile *file;
  DatelineEditQueue *queue;
  sqlite3           *other; /* another program */
  GObject           *owner;
  GString           *log;   /* what was settled, and how */
} Fixture;

static void
run_sql (sqlite3    *db,
         const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = file_kit_create ();
  fixture->queue = dateline_edit_queue_new (fixture->file);
  fixture->owner = g_object_new (G_TYPE_OBJECT, NULL);
  fixture->log = g_string_new (NULL);
  g_object_set_data (fixture->owner, "log", fixture->log);
  g_assert_cmpint (sqlite3_open (dateline_story_file_get_path (fixture->file), &fixture->other), ==, SQLITE_OK);
  sqlite3_busy_timeout (fixture->other, 10000);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->queue);
  g_clear_object (&fixture->file);
  g_clear_object (&fixture->owner);
  g_string_free (fixture->log, TRUE);
  sqlite3_close (fixture->other);
}

static void
settled_cb (gpointer      owner,
            DatelineEdit *edit,
            const GError *error)
{
  GString *log = g_object_get_data (owner, "log");

  g_string_append_printf (log, "%s%s;", edit != NULL ? dateline_edit_get_name (edit) : "-",
                          error == NULL ? ""
                          : g_error_matches (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT) ? " conflict"
                                                                                                         : " failed");
}

static DatelineEdit *
change (DatelineItem *base,
        const char   *property,
        const char   *value)
{
  g_autoptr(DatelineItem) draft = dateline_item_copy (base);
  DatelineEdit *edit = dateline_edit_new (value);

  g_object_set (draft, property, value, NULL);
  dateline_edit_put (edit, draft, base);

  return edit;
}

/* Asks for a change of what the story shows. Nobody may be held up. */
static DatelineEditOutcome
edit_property (Fixture    *fixture,
               const char *property,
               const char *value)
{
  g_autoptr(DatelineItem) base = dateline_item_copy (file_kit_get (fixture->file, EVENT));
  g_autoptr(DatelineEdit) edit = change (base, property, value);
  gint64 start = g_get_monotonic_time ();
  DatelineEditOutcome outcome = dateline_edit_queue_edit (fixture->queue, edit, fixture->owner, settled_cb);

  g_assert_cmpint (g_get_monotonic_time () - start, <, MAX_HELD_UP);

  return outcome;
}

static void
assert_shown (Fixture    *fixture,
              const char *property,
              const char *value)
{
  g_autofree char *shown = NULL;

  g_object_get (file_kit_get (fixture->file, EVENT), property, &shown, NULL);
  g_assert_cmpstr (shown, ==, value);
}

static int
count_edits (Fixture *fixture)
{
  sqlite3_stmt *statement;
  int n;

  g_assert_cmpint (sqlite3_prepare_v2 (fixture->other, "SELECT count (*) FROM edit WHERE changeset IS NOT NULL", -1,
                                       &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  n = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);

  return n;
}

static void
wait_until_settled (Fixture *fixture)
{
  UNTIL (!dateline_edit_queue_get_is_waiting (fixture->queue));
  file_kit_assert_shown (fixture->file);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_free (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpint (edit_property (fixture, "title", "One"), ==, DATELINE_EDIT_DONE);
  g_assert_cmpstr (fixture->log->str, ==, "One;");
  assert_shown (fixture, "title", "One");
  g_assert_false (dateline_edit_queue_get_is_waiting (fixture->queue));
  g_assert_cmpint (dateline_edit_queue_undo (fixture->queue, fixture->owner, settled_cb), ==, DATELINE_EDIT_DONE);
  g_assert_cmpstr (dateline_edit_queue_get_redo_name (fixture->queue), ==, "One");
  g_assert_cmpint (dateline_edit_queue_redo (fixture->queue, fixture->owner, settled_cb), ==, DATELINE_EDIT_DONE);
  g_assert_cmpstr (fixture->log->str, ==, "One;-;-;");
  g_assert_cmpint (dateline_edit_queue_redo (fixture->queue, fixture->owner, settled_cb), ==, DATELINE_EDIT_DONE);
  g_assert_cmpstr (fixture->log->str, ==, "One;-;-;");
}

/* Another program writes, or is about to have read: in both cases the last step has to wait. */
static void
test_wait (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *title = NULL;
  guint n_changes = 0;

  g_object_get (file_kit_get (fixture->file, EVENT), "title", &title, NULL);
  g_signal_connect_swapped (fixture->queue, "notify::is-waiting", G_CALLBACK (count_cb), &n_changes);
  run_sql (fixture->other, data);
  g_assert_cmpint (edit_property (fixture, "title", "One"), ==, DATELINE_EDIT_WAITING);
  g_assert_true (dateline_edit_queue_get_is_waiting (fixture->queue));
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpstr (fixture->log->str, ==, "");
  g_assert_cmpstr (dateline_edit_queue_get_undo_name (fixture->queue), ==, "One");
  assert_shown (fixture, "title", title);

  /* It is tried again and again, and nothing comes of it. */
  for (gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->log->str, ==, "");

  /* One field was changed once, and then again, before the first change was done: the second builds on that. */
  {
    g_autoptr(DatelineItem) base = dateline_item_copy (file_kit_get (fixture->file, EVENT));
    g_autoptr(DatelineEdit) edit = NULL;

    g_object_set (base, "title", "One", NULL);
    edit = change (base, "title", "Two");
    g_assert_cmpint (dateline_edit_queue_edit (fixture->queue, edit, fixture->owner, settled_cb), ==, DATELINE_EDIT_WAITING);
  }
  g_assert_cmpint (edit_property (fixture, "place", "Three"), ==, DATELINE_EDIT_WAITING);
  g_assert_cmpint (count_edits (fixture), ==, 0);

  run_sql (fixture->other, "COMMIT");
  wait_until_settled (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "One;Two;Three;");
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_cmpint (count_edits (fixture), ==, 3);
  assert_shown (fixture, "title", "Two");
  assert_shown (fixture, "place", "Three");

  for (guint i = 0; i < 3; i++)
    dateline_edit_queue_undo (fixture->queue, fixture->owner, settled_cb);
  assert_shown (fixture, "title", title);
  g_assert_cmpstr (dateline_edit_queue_get_undo_name (fixture->queue), ==, "");
}

static void
test_undo_waiting (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_cmpint (edit_property (fixture, "title", "One"), ==, DATELINE_EDIT_DONE);
  run_sql (fixture->other, "BEGIN IMMEDIATE");
  g_assert_cmpint (edit_property (fixture, "title", "Two"), ==, DATELINE_EDIT_WAITING);
  g_assert_cmpint (dateline_edit_queue_undo (fixture->queue, fixture->owner, settled_cb), ==, DATELINE_EDIT_WAITING);

  /* No more of that until it is clear what it comes to. */
  g_assert_cmpstr (dateline_edit_queue_get_undo_name (fixture->queue), ==, "");
  g_assert_cmpstr (dateline_edit_queue_get_redo_name (fixture->queue), ==, "");
  g_assert_cmpint (dateline_edit_queue_undo (fixture->queue, fixture->owner, settled_cb), ==, DATELINE_EDIT_DONE);
  g_assert_cmpint (dateline_edit_queue_redo (fixture->queue, fixture->owner, settled_cb), ==, DATELINE_EDIT_DONE);

  run_sql (fixture->other, "ROLLBACK");
  wait_until_settled (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "One;Two;-;");
  assert_shown (fixture, "title", "One");
  g_assert_cmpstr (dateline_edit_queue_get_undo_name (fixture->queue), ==, "One");
  g_assert_cmpstr (dateline_edit_queue_get_redo_name (fixture->queue), ==, "Two");

  run_sql (fixture->other, "BEGIN IMMEDIATE");
  g_assert_cmpint (dateline_edit_queue_redo (fixture->queue, fixture->owner, settled_cb), ==, DATELINE_EDIT_WAITING);
  run_sql (fixture->other, "ROLLBACK");
  wait_until_settled (fixture);
  assert_shown (fixture, "title", "Two");
}

/* What waits is refused in the end, or comes to nothing: then its Undo must not take back what was done before. */
static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  g_assert_cmpint (edit_property (fixture, "place", "One"), ==, DATELINE_EDIT_DONE);
  run_sql (fixture->other, "BEGIN IMMEDIATE; UPDATE event SET title = 'Theirs' WHERE id = '" EVENT "'");
  g_assert_cmpint (edit_property (fixture, "title", data), ==, DATELINE_EDIT_WAITING);
  g_assert_cmpint (dateline_edit_queue_undo (fixture->queue, fixture->owner, settled_cb), ==, DATELINE_EDIT_WAITING);
  g_assert_cmpint (edit_property (fixture, "note", "Two"), ==, DATELINE_EDIT_WAITING);
  run_sql (fixture->other, "COMMIT");
  wait_until_settled (fixture);
  g_assert_cmpstr (fixture->log->str, ==, g_str_equal (data, "Mine") ? "One;Mine conflict;-;Two;" : "One;Theirs;-;Two;");
  assert_shown (fixture, "title", "Theirs");
  assert_shown (fixture, "place", "One");
  assert_shown (fixture, "note", "Two");
}

static void
test_delayed (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_delayed = 0;

  g_signal_connect_swapped (fixture->queue, "delayed", G_CALLBACK (count_cb), &n_delayed);
  run_sql (fixture->other, "BEGIN IMMEDIATE");
  g_assert_cmpint (edit_property (fixture, "title", "One"), ==, DATELINE_EDIT_WAITING);
  UNTIL (n_delayed > 0);
  g_assert_cmpstr (fixture->log->str, ==, "");
  run_sql (fixture->other, "ROLLBACK");
  wait_until_settled (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "One;");
  g_assert_cmpuint (n_delayed, ==, 1);
}

static gpointer
commit_later (gpointer data)
{
  g_usleep (G_USEC_PER_SEC / 2);
  run_sql (data, "COMMIT");

  return NULL;
}

/* Nobody asks whether something waits: it is written all the same, if that can be done in time. */
static void
test_end (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *path = g_strdup (dateline_story_file_get_path (fixture->file));
  GThread *thread;

  run_sql (fixture->other, "BEGIN IMMEDIATE");
  g_assert_cmpint (edit_property (fixture, "title", "One"), ==, DATELINE_EDIT_WAITING);
  g_assert_cmpint (edit_property (fixture, "place", "Two"), ==, DATELINE_EDIT_WAITING);
  thread = g_thread_new ("other", commit_later, fixture->other);
  g_clear_object (&fixture->queue);
  g_clear_object (&fixture->file);
  g_thread_join (thread);

  fixture->file = file_kit_open (path);
  assert_shown (fixture, "title", "One");
  assert_shown (fixture, "place", "Two");
}

static void
test_end_in_vain (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *before = file_kit_dump (fixture->file);
  g_autofree char *after = NULL;
  gint64 start = g_get_monotonic_time ();

  run_sql (fixture->other, "BEGIN IMMEDIATE");
  g_assert_cmpint (edit_property (fixture, "title", "One"), ==, DATELINE_EDIT_WAITING);
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "*1 changes are lost*");
  g_clear_object (&fixture->queue);
  g_test_assert_expected_messages ();
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
  g_assert_cmpstr (fixture->log->str, ==, "");
  run_sql (fixture->other, "ROLLBACK");
  after = file_kit_dump (fixture->file);
  file_kit_assert_same (after, before);
}

static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  run_sql (fixture->other, "BEGIN IMMEDIATE");
  g_assert_cmpint (edit_property (fixture, "title", "One"), ==, DATELINE_EDIT_WAITING);
  dateline_edit_queue_drop (fixture->queue);
  g_assert_false (dateline_edit_queue_get_is_waiting (fixture->queue));
  run_sql (fixture->other, "ROLLBACK");
  g_assert_cmpint (edit_property (fixture, "place", "Two"), ==, DATELINE_EDIT_DONE);
  g_assert_cmpstr (fixture->log->str, ==, "Two;");
}

/* What an owner that is gone wanted is done, and nobody is told. */
static void
test_owner_gone (Fixture       *fixture,
                 gconstpointer  data)
{
  run_sql (fixture->other, "BEGIN IMMEDIATE");
  g_assert_cmpint (edit_property (fixture, "title", "One"), ==, DATELINE_EDIT_WAITING);
  g_clear_object (&fixture->owner);
  run_sql (fixture->other, "ROLLBACK");
  wait_until_settled (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "");
  assert_shown (fixture, "title", "One");
}

static gpointer
write_all_the_time (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  int *stop = g_object_get_data (fixture->owner, "stop");

  while (!g_atomic_int_get (stop))
    {
      run_sql (fixture->other, "BEGIN IMMEDIATE; UPDATE event SET kind = kind WHERE id = '" EVENT "'");
      g_usleep ((gulong) g_rand_int_range (rand, 0, 30000));
      run_sql (fixture->other, g_rand_boolean (rand) ? "COMMIT" : "ROLLBACK");
      g_usleep ((gulong) g_rand_int_range (rand, 0, 4000));
    }

  return NULL;
}

/* Many edits, each of which builds on the one before, beside a program that hardly ever rests. */
static void
test_contention (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(DatelineItem) last = dateline_item_copy (file_kit_get (fixture->file, EVENT));
  g_autoptr(GString) expected = g_string_new (NULL);
  GThread *thread;
  guint n_waited = 0;
  int stop = 0;

  g_object_set_data (fixture->owner, "stop", &stop);
  thread = g_thread_new ("other", write_all_the_time, fixture);
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);
      g_autoptr(DatelineItem) base = dateline_item_copy (last);
      g_autoptr(DatelineEdit) edit = change (base, "title", title);

      g_object_set (last, "title", title, NULL);
      if (dateline_edit_queue_edit (fixture->queue, edit, fixture->owner, settled_cb) == DATELINE_EDIT_WAITING)
        n_waited++;
      g_string_append_printf (expected, "%s;", title);
      if (i % 4 == 0)
        g_main_context_iteration (NULL, TRUE);
    }
  UNTIL (!dateline_edit_queue_get_is_waiting (fixture->queue));
  g_atomic_int_set (&stop, 1);
  g_thread_join (thread);
  g_assert_cmpstr (fixture->log->str, ==, expected->str);
  g_assert_cmpint (count_edits (fixture), ==, 150);
  g_assert_cmpuint (n_waited, >, 0);
  file_kit_assert_shown (fixture->file);
}

static guint
count_kept (DatelineStoryFile *file)
{
  g_autoptr(GPtrArray) rows = dateline_story_file_dup_clippings (file, NULL);

  return rows->len;
}

/* What the reader picks meanwhile is seen at once. */
static void
test_clippings (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(DatelineSession) session = dateline_session_new_for_file (fixture->file);
  DatelineClippings *clippings = dateline_session_get_clippings (session);
  DatelineStory *story = dateline_session_get_story (session);

  run_sql (fixture->other, "BEGIN IMMEDIATE; UPDATE event SET place = 'Theirs' WHERE id = '" EVENT "'");
  g_assert_true (dateline_clippings_add (clippings, dateline_story_lookup (story, EVENT), NULL));
  g_assert_true (dateline_session_get_is_waiting (session));
  g_assert_true (dateline_clippings_add (clippings, dateline_story_lookup (story, "quote-everything-fine"), NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (clippings)), ==, 2);
  run_sql (fixture->other, "COMMIT");
  UNTIL (!dateline_session_get_is_waiting (session));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (clippings)), ==, 2);
  g_assert_cmpuint (count_kept (fixture->file), ==, 2);
  assert_shown (fixture, "place", "Theirs");

  run_sql (fixture->other, "BEGIN IMMEDIATE");
  g_assert_false (dateline_session_undo (session));
  g_assert_cmpstr (dateline_session_get_undo_name (session), ==, "");
  run_sql (fixture->other, "COMMIT");
  UNTIL (!dateline_session_get_is_waiting (session));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (clippings)), ==, 1);
  g_assert_cmpstr (dateline_session_get_undo_name (session), !=, "");
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  file_kit_init (&argc, &argv);

  ADD ("/edit-queue/free", NULL, test_free);
  ADD ("/edit-queue/wait/writer", "BEGIN IMMEDIATE", test_wait);
  ADD ("/edit-queue/wait/exclusive", "BEGIN EXCLUSIVE", test_wait);
  ADD ("/edit-queue/wait/reader", "BEGIN; SELECT count (*) FROM item", test_wait);
  ADD ("/edit-queue/undo-waiting", NULL, test_undo_waiting);
  ADD ("/edit-queue/conflict", "Mine", test_conflict);
  ADD ("/edit-queue/no-effect", "Theirs", test_conflict);
  ADD ("/edit-queue/delayed", NULL, test_delayed);
  ADD ("/edit-queue/end", NULL, test_end);
  ADD ("/edit-queue/end-in-vain", NULL, test_end_in_vain);
  ADD ("/edit-queue/drop", NULL, test_drop);
  ADD ("/edit-queue/owner-gone", NULL, test_owner_gone);
  ADD ("/edit-queue/contention", NULL, test_contention);
  ADD ("/edit-queue/clippings", NULL, test_clippings);

  return file_kit_run ();
}
