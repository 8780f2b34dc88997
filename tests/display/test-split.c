/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Splitting a person: what is offered, what goes over, and that all of it is undone at once. */
#include "config.h"

#include "dateline-split-part.h"
#include "dateline-split-window.h"
#include "file-kit.h"
#include "kit.h"

typedef struct
{
  DatelineStoryFile   *file;
  DatelineSession     *session;
  DatelineEditor      *editor;
  DatelinePerson      *person;
  GtkWindow           *parent;
  DatelineSplitWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new ("Story"));
  fixture->file = file_kit_create ();
  fixture->session = dateline_session_new_for_file (fixture->file);
  fixture->parent = kit_show (overlay, 400, 300);
  fixture->editor = dateline_editor_new (fixture->session, ADW_TOAST_OVERLAY (overlay));
  fixture->person = file_kit_get (fixture->file, "person-navalny");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  kit_destroy (fixture->parent);
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->session);
  g_clear_object (&fixture->file);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *id)
{
  return kit_find (GTK_WIDGET (fixture->window), type, id);
}

static void
open_window (Fixture *fixture)
{
  fixture->window = dateline_split_window_new (fixture->session, fixture->editor, fixture->person);
  gtk_window_set_transient_for (GTK_WINDOW (fixture->window), fixture->parent);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static GListModel *
get_shown (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find (fixture, GTK_TYPE_LIST_VIEW, "list_view"))));
}

static gboolean
can_accept (Fixture *fixture)
{
  return gtk_widget_get_sensitive (find (fixture, GTK_TYPE_BUTTON, "accept_button"));
}

static const char *
get_name (Fixture *fixture)
{
  return gtk_editable_get_text (GTK_EDITABLE (find (fixture, ADW_TYPE_ENTRY_ROW, "name_row")));
}

static void
set_text (Fixture    *fixture,
          GType       type,
          const char *id,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, type, id)), text);
}

static void
test_split (Fixture       *fixture,
            gconstpointer  data)
{
  DatelineNavigator *navigator = dateline_session_get_navigator (fixture->session);
  g_autofree char *before = file_kit_dup_json (fixture->file);
  g_autofree char *after = NULL;
  GListModel *passages = dateline_item_get_passages (DATELINE_ITEM (fixture->person));
  guint n_passages = g_list_model_get_n_items (passages);
  guint n_all;
  guint n_found;
  gpointer alive;
  DatelineItem *other;

  open_window (fixture);
  n_all = g_list_model_get_n_items (get_shown (fixture));
  g_assert_cmpuint (n_all, >, n_passages);
  g_assert_false (can_accept (fixture));
  g_assert_cmpstr (get_name (fixture), ==, "");

  /* Only what is found is selected: the sentences with these words, and no longer with others. */
  set_text (fixture, GTK_TYPE_SEARCH_ENTRY, "entry", "prison");
  KIT_UNTIL (g_list_model_get_n_items (get_shown (fixture)) < n_all);
  n_found = g_list_model_get_n_items (get_shown (fixture));
  g_assert_cmpuint (n_found, >, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "split.all", NULL));
  /* The name is suggested by the mention, until the reader knows better. */
  g_assert_cmpstr (get_name (fixture), !=, "");
  g_assert_true (can_accept (fixture));
  set_text (fixture, ADW_TYPE_ENTRY_ROW, "name_row", " ");
  g_assert_false (can_accept (fixture));
  set_text (fixture, ADW_TYPE_ENTRY_ROW, "name_row", "Another Man");
  set_text (fixture, GTK_TYPE_SEARCH_ENTRY, "entry", "");
  KIT_UNTIL (g_list_model_get_n_items (get_shown (fixture)) == n_all);
  g_assert_cmpstr (get_name (fixture), ==, "Another Man");

  alive = fixture->window;
  g_object_add_weak_pointer (G_OBJECT (fixture->window), &alive);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "split.accept", NULL));
  KIT_UNTIL (alive == NULL);
  other = dateline_navigator_get_selected (navigator);
  g_assert_true (DATELINE_IS_PERSON (other));
  g_assert_cmpstr (dateline_item_get_label (other), ==, "Another Man");
  g_assert_cmpuint (g_list_model_get_n_items (dateline_item_get_passages (other)), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (passages) + g_list_model_get_n_items (dateline_item_get_passages (other)), ==, n_passages);
  file_kit_assert_shown (fixture->file);
  KIT_UNTIL (kit_find_label (GTK_WIDGET (fixture->parent), "Another Man split off") != NULL);

  /* All at once */
  g_assert_true (dateline_session_undo (fixture->session));
  after = file_kit_dup_json (fixture->file);
  g_assert_cmpstr (after, ==, before);
}

/* With the boxes and rows, as a reader does. */
static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(DatelineSplitPart) first = NULL;
  g_autoptr(DatelineSplitPart) second = NULL;
  GtkWidget *list;
  GtkWidget *check;

  open_window (fixture);
  list = find (fixture, GTK_TYPE_LIST_VIEW, "list_view");
  first = g_list_model_get_item (get_shown (fixture), 0);
  second = g_list_model_get_item (get_shown (fixture), 1);
  check = kit_find (list, GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (dateline_split_part_get_ticked (first));
  gtk_widget_activate_action (list, "list.activate-item", "u", 1);
  g_assert_true (dateline_split_part_get_ticked (second));
  gtk_widget_activate_action (list, "list.activate-item", "u", 0);
  g_assert_false (dateline_split_part_get_ticked (first));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));

  set_text (fixture, GTK_TYPE_SEARCH_ENTRY, "entry", "no such words anywhere");
  KIT_UNTIL (g_list_model_get_n_items (get_shown (fixture)) == 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (find (fixture, GTK_TYPE_STACK, "stack"))), ==, "empty");
  gtk_window_close (GTK_WINDOW (fixture->window));
  kit_iterate ();
}

/* Somebody whom a whole library mentions */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  DatelineArticle *article = file_kit_get (fixture->file, "article-selfies-in-red");
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Many");
  g_autoptr(DatelineItem) base = dateline_item_copy (DATELINE_ITEM (fixture->person));
  g_autoptr(DatelineItem) draft = dateline_item_copy (DATELINE_ITEM (fixture->person));
  g_autoptr(GPtrArray) passages = g_ptr_array_new_with_free_func (g_object_unref);
  guint length = dateline_article_get_length (article);
  gint64 start;
  gint64 ticked;

  for (guint i = 0; i < 3000; i++)
    g_ptr_array_add (passages, dateline_passage_new (article, i % (length - 8), i % (length - 8) + 1 + i / (length - 8)));
  dateline_item_set_passages (draft, passages);
  dateline_edit_put (edit, draft, base);
  file_kit_apply (fixture->file, edit);

  start = g_get_monotonic_time ();
  open_window (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_shown (fixture)), >, 3000);
  ticked = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "split.all", NULL);
  g_test_message ("shown after %" G_GINT64_FORMAT " ms, all ticked in %" G_GINT64_FORMAT " ms", (ticked - start) / 1000,
                  (g_get_monotonic_time () - ticked) / 1000);
  g_assert_cmpint (ticked - start, <, 3 * G_USEC_PER_SEC);
  g_assert_cmpint (g_get_monotonic_time () - ticked, <, G_USEC_PER_SEC);
  g_assert_true (can_accept (fixture));
  gtk_window_close (GTK_WINDOW (fixture->window));
  kit_iterate ();
}

int
main (int   argc,
      char *argv[])
{
  kit_init (&argc, &argv);
  file_kit_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/split/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("split", test_split);
  ADD ("rows", test_rows);
  ADD ("many", test_many);

  return file_kit_run ();
}
