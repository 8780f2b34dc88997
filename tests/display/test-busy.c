/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader types while another program writes to the story file: it waits, is seen to wait, and is never lost. */
#include "config.h"

#include <sqlite3.h>

#include "dateline-edit-pane.h"
#include "dateline-text-window.h"
#include "dateline-waiting-sign.h"
#include "file-kit.h"
#include "form-kit.h"
#include "kit.h"

#define EVENT "event-hearing"

/* Another program. */
static sqlite3 *
write_elsewhere (const char *path,
                 const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 10000);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  if (sql != NULL)
    g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);

  return db;
}

static void
finish_elsewhere (sqlite3 *db)
{
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
flush (FormKit *kit)
{
  g_assert_true (dateline_edit_pane_flush (DATELINE_EDIT_PANE (kit->pane)));
}

static void
assert_text (FormKit    *kit,
             const char *property,
             const char *text)
{
  g_assert_cmpstr (gtk_editable_get_text (form_kit_get_text (form_kit_find_field (kit, property))), ==, text);
}

static void
test_type_on (FormKit       *kit,
              gconstpointer  data)
{
  DatelineEvent *event = form_kit_get_item (kit, EVENT);
  g_autofree char *place = g_strdup (dateline_event_get_place (event));
  sqlite3 *other = write_elsewhere (dateline_story_file_get_path (kit->file), NULL);

  form_kit_select_item (kit, event);
  form_kit_type (form_kit_find_field (kit, "place"), "One");
  flush (kit);
  g_assert_true (dateline_session_get_is_waiting (kit->session));
  form_kit_type (form_kit_find_field (kit, "title"), "Title");
  flush (kit);
  form_kit_type (form_kit_find_field (kit, "place"), "One and two");
  flush (kit);
  flush (kit);
  /* This was not even sent when the first is done. */
  form_kit_type (form_kit_find_field (kit, "place"), "One, two and three");
  finish_elsewhere (other);
  g_assert_cmpstr (dateline_event_get_place (event), ==, place);
  KIT_UNTIL (g_str_equal (dateline_event_get_place (event), "One, two and three"));
  g_assert_cmpstr (dateline_event_get_title (event), ==, "Title");
  g_assert_false (form_kit_asks (form_kit_find_field (kit, "place")));
  g_assert_false (dateline_session_get_is_waiting (kit->session));
  assert_text (kit, "place", "One, two and three");
  file_kit_assert_shown (kit->file);
}

static void
test_leave (FormKit       *kit,
            gconstpointer  data)
{
  DatelineEvent *event = form_kit_get_item (kit, EVENT);
  sqlite3 *other = write_elsewhere (dateline_story_file_get_path (kit->file), NULL);

  form_kit_select_item (kit, event);
  form_kit_type (form_kit_find_field (kit, "place"), "One");
  form_kit_select_item (kit, form_kit_get_item (kit, "quote-everything-fine"));
  g_assert_true (dateline_session_get_is_waiting (kit->session));

  /* Back before it is done: what was typed is there, and nobody asks. */
  form_kit_select_item (kit, event);
  assert_text (kit, "place", "One");
  g_assert_false (form_kit_asks (form_kit_find_field (kit, "place")));
  form_kit_select_item (kit, form_kit_get_item (kit, "quote-everything-fine"));
  finish_elsewhere (other);
  KIT_UNTIL (!dateline_session_get_is_waiting (kit->session));
  g_assert_cmpstr (dateline_event_get_place (event), ==, "One");
  form_kit_select_item (kit, event);
  assert_text (kit, "place", "One");
  g_assert_false (form_kit_asks (form_kit_find_field (kit, "place")));
  g_assert_true (dateline_session_undo (kit->session));
  g_assert_cmpstr (dateline_session_get_undo_name (kit->session), ==, "");
}

/* The other program changed the same. */
static void
check_conflict (FormKit  *kit,
                gboolean  leaves)
{
  DatelineEvent *event = form_kit_get_item (kit, EVENT);
  sqlite3 *other = write_elsewhere (dateline_story_file_get_path (kit->file),
                                    "UPDATE event SET place = 'Theirs' WHERE id = '" EVENT "'");

  form_kit_select_item (kit, event);
  form_kit_type (form_kit_find_field (kit, "place"), "Mine");
  flush (kit);
  if (leaves)
    form_kit_select_item (kit, form_kit_get_item (kit, "quote-everything-fine"));
  finish_elsewhere (other);
  KIT_UNTIL (!dateline_session_get_is_waiting (kit->session));
  g_assert_cmpstr (dateline_event_get_place (event), ==, "Theirs");
  if (leaves)
    form_kit_select_item (kit, event);
  g_assert_true (form_kit_asks (form_kit_find_field (kit, "place")));
  assert_text (kit, "place", "Mine");
}

static void
test_conflict (FormKit       *kit,
               gconstpointer  data)
{
  check_conflict (kit, FALSE);
}

static void
test_conflict_elsewhere (FormKit       *kit,
                         gconstpointer  data)
{
  check_conflict (kit, TRUE);
}

static GtkWindow *
find_dialog (DatelineWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window))
        return toplevel;
    }

  return NULL;
}

static char *
dup_title (const char *path)
{
  g_autoptr(DatelineStoryFile) file = file_kit_open (path);

  return g_strdup (dateline_event_get_title (file_kit_get (file, EVENT)));
}

typedef enum
{
  CLOSE_SOON,
  CLOSE_LATE,
  CLOSE_DISCARD,
  CLOSE_STAY,
  CLOSE_CONFLICT
} Close;

static void
test_close (gconstpointer data)
{
  Close how = GPOINTER_TO_INT (data);
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *path = g_strdup (dateline_story_file_get_path (file));
  g_autofree char *before = g_strdup (dateline_event_get_title (file_kit_get (file, EVENT)));
  g_autofree char *after = NULL;
  g_autoptr(GFile) place = g_file_new_for_path (path);
  DatelineWindow *window = kit_open_window (place);
  DatelineSession *session = dateline_window_get_session (window);
  DatelineItem *event = dateline_story_lookup (dateline_session_get_story (session), EVENT);
  FormKit kit = { .session = session };
  GtkWidget *sign = kit_find (GTK_WIDGET (window), DATELINE_TYPE_WAITING_SIGN, NULL);
  gpointer gone = window;
  sqlite3 *other;

  g_clear_object (&file);
  dateline_navigator_select (dateline_session_get_navigator (session), event, NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.edit", NULL);
  KIT_UNTIL (kit_find (GTK_WIDGET (window), DATELINE_TYPE_EDIT_PANE, NULL) != NULL);
  kit.pane = kit_find (GTK_WIDGET (window), DATELINE_TYPE_EDIT_PANE, NULL);
  g_assert_false (gtk_widget_get_visible (sign));

  other = write_elsewhere (path, how == CLOSE_CONFLICT ? "UPDATE event SET title = 'Theirs' WHERE id = '" EVENT "'" : NULL);
  form_kit_type (form_kit_find_field (&kit, "title"), "Mine");
  g_object_add_weak_pointer (G_OBJECT (window), &gone);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_nonnull (gone);
  g_assert_true (dateline_session_get_is_waiting (session));

  if (how != CLOSE_SOON)
    {
      KIT_UNTIL (find_dialog (window) != NULL);
      g_assert_nonnull (gone);
      g_assert_true (gtk_widget_get_visible (sign));
    }
  if (how == CLOSE_DISCARD || how == CLOSE_STAY)
    form_kit_click (GTK_WIDGET (find_dialog (window)), how == CLOSE_STAY ? "Keep Open" : "Discard and Close");
  if (how != CLOSE_DISCARD)
    finish_elsewhere (other);

  if (how == CLOSE_STAY || how == CLOSE_CONFLICT)
    {
      KIT_UNTIL (!dateline_session_get_is_waiting (session));
      KIT_UNTIL (find_dialog (window) == NULL);
      g_assert_nonnull (gone);
      g_assert_cmpint (form_kit_asks (form_kit_find_field (&kit, "title")), ==, how == CLOSE_CONFLICT);
      KIT_UNTIL (!gtk_widget_get_visible (sign));
      g_object_remove_weak_pointer (G_OBJECT (window), &gone);
      kit_destroy (GTK_WINDOW (window));
    }
  else
    {
      KIT_UNTIL (gone == NULL);
    }
  if (how == CLOSE_DISCARD)
    finish_elsewhere (other);

  after = dup_title (path);
  g_assert_cmpstr (after, ==, how == CLOSE_DISCARD ? before : how == CLOSE_CONFLICT ? "Theirs" : "Mine");
}

/* What is on its way cannot be discarded any more: the window goes when it is done. */
static void
test_text_window (FormKit       *kit,
                  gconstpointer  data)
{
  sqlite3 *other = write_elsewhere (dateline_story_file_get_path (kit->file), NULL);
  GListModel *articles = dateline_story_get_articles (dateline_session_get_story (kit->session));
  guint n = g_list_model_get_n_items (articles);
  DatelineTextWindow *window = dateline_text_window_new (kit->session, NULL);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_editable_set_text (GTK_EDITABLE (kit_find (GTK_WIDGET (window), ADW_TYPE_ENTRY_ROW, "headline_row")), "One more");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "text-window.apply", NULL));
  g_assert_true (dateline_session_get_is_waiting (kit->session));
  gtk_window_close (GTK_WINDOW (window));
  KIT_UNTIL (!gtk_widget_get_visible (GTK_WIDGET (window)));

  finish_elsewhere (other);
  KIT_UNTIL (window == NULL);
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, n + 1);
}

int
main (int   argc,
      char *argv[])
{
  kit_init (&argc, &argv);
  file_kit_init (&argc, &argv);

  g_test_add ("/busy/type-on", FormKit, NULL, form_kit_set_up, test_type_on, form_kit_tear_down);
  g_test_add ("/busy/leave", FormKit, NULL, form_kit_set_up, test_leave, form_kit_tear_down);
  g_test_add ("/busy/conflict", FormKit, NULL, form_kit_set_up, test_conflict, form_kit_tear_down);
  g_test_add ("/busy/conflict-elsewhere", FormKit, NULL, form_kit_set_up, test_conflict_elsewhere, form_kit_tear_down);
  g_test_add ("/busy/text-window", FormKit, NULL, form_kit_set_up, test_text_window, form_kit_tear_down);
  g_test_add_data_func ("/busy/close/soon", GINT_TO_POINTER (CLOSE_SOON), test_close);
  g_test_add_data_func ("/busy/close/late", GINT_TO_POINTER (CLOSE_LATE), test_close);
  g_test_add_data_func ("/busy/close/discard", GINT_TO_POINTER (CLOSE_DISCARD), test_close);
  g_test_add_data_func ("/busy/close/stay", GINT_TO_POINTER (CLOSE_STAY), test_close);
  g_test_add_data_func ("/busy/close/conflict", GINT_TO_POINTER (CLOSE_CONFLICT), test_close);

  return file_kit_run ();
}
