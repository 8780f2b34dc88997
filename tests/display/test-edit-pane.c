/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edit pane: what is wrong is said, what others change is followed, and nothing that was typed is lost. */
#include "config.h"

#include <string.h>

#include "dateline-evidence-group.h"
#include "dateline-item-picker.h"
#include "file-kit.h"
#include "form-kit.h"
#include "kit.h"

#define assert_text(field, expected)                    \
  G_STMT_START                                          \
  {                                                     \
    g_autofree char *text = form_kit_dup_text (field);  \
                                                        \
    g_assert_cmpstr (text, ==, expected);               \
  }                                                     \
  G_STMT_END

/* By itself, after a pause: without Enter, without leaving the field. */
static void
test_pause (FormKit       *kit,
            gconstpointer  data)
{
  DatelineEvent *event = form_kit_get_item (kit, "event-hearing");
  DatelineField *field;

  form_kit_select_item (kit, event);
  field = form_kit_find_field (kit, "title");
  form_kit_type (field, "A");
  form_kit_type (field, "A hearing ");
  g_assert_cmpstr (dateline_event_get_title (event), !=, "A hearing");
  KIT_UNTIL (g_str_equal (dateline_event_get_title (event), "A hearing"));
  /* What is typed next goes where the cursor is: the space is still there. */
  assert_text (field, "A hearing ");

  /* Enter does it at once. */
  field = form_kit_find_field (kit, "place");
  form_kit_type (field, "Another");
  g_signal_emit_by_name (form_kit_get_text (field), "activate");
  g_assert_cmpstr (dateline_event_get_place (event), ==, "Another");
}

static void
test_invalid (FormKit       *kit,
              gconstpointer  data)
{
  static const struct
  {
    const char *id;
    const char *property;
    const char *text;
    const char *message;
  } cases[] = {
    { "event-hearing", "title", "  ", "needs a title" },
    { "event-hearing", "date", "soon", "cannot be read as a date" },
    { "event-hearing", "date", "", "needs a date" },
    { "event-hearing", "date", "30 Feb 2021", "February 2021 has no day 30" },
    { "person-navalny", "name", "", "needs a name" },
    { NULL, "title", "", "needs a title" },
    { NULL, "language", "Klingon!", "not the tag of a language" },
  };
  g_autofree char *before = form_kit_dup_json (kit);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DatelineField *field;

      form_kit_select_item (kit, cases[i].id != NULL ? form_kit_get_item (kit, cases[i].id) : NULL);
      if (cases[i].id == NULL)
        dateline_navigator_clear (dateline_session_get_navigator (kit->session));
      field = form_kit_find_field (kit, cases[i].property);
      form_kit_type (field, cases[i].text);
      /* Not while it is being typed, but soon. */
      g_assert_false (form_kit_is_wrong (field) && i == 0);
      KIT_UNTIL (form_kit_is_wrong (field) && form_kit_says (field, cases[i].message));
      /* What was typed stays to be put right. */
      assert_text (field, cases[i].text);
    }
  after = form_kit_dup_json (kit);
  g_assert_cmpstr (after, ==, before);

  /* It is there again when the reader comes back. */
  form_kit_select_item (kit, form_kit_get_item (kit, "event-hearing"));
  assert_text (form_kit_find_field (kit, "date"), "30 Feb 2021");
  g_assert_true (form_kit_says (form_kit_find_field (kit, "date"), "no day 30"));
  form_kit_type (form_kit_find_field (kit, "date"), "28 Feb 2021");
  g_assert_true (form_kit_says (form_kit_find_field (kit, "date"), "28 February 2021"));
  dateline_edit_pane_flush (DATELINE_EDIT_PANE (kit->pane));
  g_assert_cmpstr (dateline_date_get_edtf (dateline_event_get_date (form_kit_get_item (kit, "event-hearing"))), ==, "2021-02-28");
  g_assert_false (form_kit_is_wrong (form_kit_find_field (kit, "date")));
}

/* A title is one line, also when what was pasted is not. */
static void
test_breaks (FormKit       *kit,
             gconstpointer  data)
{
  DatelineEvent *event = form_kit_get_item (kit, "event-hearing");

  form_kit_select_item (kit, event);
  form_kit_type (form_kit_find_field (kit, "title"), "One\ntwo\n");
  form_kit_type (form_kit_find_field (kit, "description"), "One\ntwo\n");
  dateline_edit_pane_flush (DATELINE_EDIT_PANE (kit->pane));
  g_assert_cmpstr (dateline_event_get_title (event), ==, "One two");
  g_assert_cmpstr (dateline_event_get_description (event), ==, "One\ntwo");
}

/* A text is as high as its lines, from the start and when it grows. */
static void
test_height (FormKit       *kit,
             gconstpointer  data)
{
  DatelineEvent *event = form_kit_get_item (kit, "event-hearing");
  GtkWidget *view;
  GtkTextBuffer *buffer;
  GtkTextIter end;
  GdkRectangle last;
  int line;

  form_kit_select_item (kit, event);
  view = kit_find (GTK_WIDGET (form_kit_find_field (kit, "title")), GTK_TYPE_TEXT_VIEW, NULL);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_get_end_iter (buffer, &end);
  KIT_UNTIL (gtk_widget_get_height (view) > 0);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &end, &last);
  line = last.height;

  form_kit_type (form_kit_find_field (kit, "title"),
                 "A title that is so long that it takes several lines of the pane, of which not one may be cut off");
  KIT_UNTIL ((gtk_text_buffer_get_end_iter (buffer, &end),
              gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &end, &last),
              last.y >= line && gtk_widget_get_height (view) >= last.y + last.height));
  g_assert_cmpint (gtk_widget_get_height (view), <, last.y + 2 * last.height);
}

static void
test_selection (FormKit       *kit,
                gconstpointer  data)
{
  DatelineEvent *event = form_kit_get_item (kit, "event-hearing");

  form_kit_select_item (kit, event);
  form_kit_type (form_kit_find_field (kit, "place"), "Elsewhere");
  form_kit_select_item (kit, form_kit_get_item (kit, "person-navalny"));
  g_assert_cmpstr (dateline_event_get_place (event), ==, "Elsewhere");
  assert_text (form_kit_find_field (kit, "name"), "Alexei Navalny");

  /* Also what was not completed by Enter. */
  form_kit_type (form_kit_find_field (kit, "aliases"), "Lyosha");
  form_kit_select_item (kit, event);
  g_assert_true (g_strv_contains (dateline_person_get_aliases (form_kit_get_item (kit, "person-navalny")), "Lyosha"));
  form_kit_select_item (kit, form_kit_get_item (kit, "person-navalny"));

  /* Another of the same kind uses the same form. */
  form_kit_type (form_kit_find_field (kit, "role"), "Prisoner");
  form_kit_select_item (kit, form_kit_get_item (kit, "person-putin"));
  g_assert_cmpstr (dateline_person_get_role (form_kit_get_item (kit, "person-navalny")), ==, "Prisoner");
  g_assert_cmpstr (dateline_person_get_role (form_kit_get_item (kit, "person-putin")), !=, "Prisoner");
}

static void
test_close (FormKit       *kit,
            gconstpointer  data)
{
  DatelineEvent *event = form_kit_get_item (kit, "event-hearing");

  form_kit_select_item (kit, event);
  form_kit_type (form_kit_find_field (kit, "place"), "The last word");
  kit_destroy (g_steal_pointer (&kit->window));
  g_assert_cmpstr (dateline_event_get_place (event), ==, "The last word");
}

static void
change_outside (FormKit    *kit,
                const char *id,
                const char *property,
                const char *value)
{
  g_autoptr(DatelineStoryFile) other = file_kit_open (dateline_story_file_get_path (kit->file));

  file_kit_set (other, id, property, value);
}

static void
poll_file (FormKit *kit)
{
  dateline_story_file_poll (kit->file);
}

static void
test_outside (FormKit       *kit,
              gconstpointer  data)
{
  DatelineEvent *event = form_kit_get_item (kit, "event-hearing");
  DatelineField *title;
  DatelineField *place;

  form_kit_select_item (kit, event);
  title = form_kit_find_field (kit, "title");
  place = form_kit_find_field (kit, "place");

  /* What nobody types in follows, also while another field is typed in. */
  form_kit_type (title, "Mine");
  change_outside (kit, "event-hearing", "place", "Theirs");
  poll_file (kit);
  assert_text (place, "Theirs");
  assert_text (title, "Mine");
  dateline_edit_pane_flush (DATELINE_EDIT_PANE (kit->pane));
  g_assert_cmpstr (dateline_event_get_title (event), ==, "Mine");
  g_assert_cmpstr (dateline_event_get_place (event), ==, "Theirs");

  /* Both in one field: the reader decides. */
  form_kit_type (place, "My place");
  change_outside (kit, "event-hearing", "place", "Their <b>place");
  poll_file (kit);
  g_assert_true (form_kit_asks (place));
  g_assert_nonnull (kit_find_label (GTK_WIDGET (place), "Someone else changed this to “Their <b>place”"));
  dateline_edit_pane_flush (DATELINE_EDIT_PANE (kit->pane));
  g_assert_cmpstr (dateline_event_get_place (event), ==, "Their <b>place");
  assert_text (place, "My place");

  /* Also later. */
  form_kit_select_item (kit, form_kit_get_item (kit, "person-navalny"));
  form_kit_select_item (kit, event);
  g_assert_true (form_kit_asks (place));
  assert_text (place, "My place");
  form_kit_click (GTK_WIDGET (place), "Keep Mine");
  g_assert_false (form_kit_asks (place));
  g_assert_cmpstr (dateline_event_get_place (event), ==, "My place");

  form_kit_type (place, "My second place");
  change_outside (kit, "event-hearing", "place", "Their second place");
  poll_file (kit);
  form_kit_click (GTK_WIDGET (place), "Use Theirs");
  g_assert_false (form_kit_asks (place));
  assert_text (place, "Their second place");
  g_assert_cmpstr (dateline_event_get_place (event), ==, "Their second place");

  /* The same words are no conflict. */
  form_kit_type (place, "Agreed");
  change_outside (kit, "event-hearing", "place", "Agreed");
  poll_file (kit);
  g_assert_false (form_kit_asks (place));
}

/* Nobody has looked at the file between the other's change and ours. */
static void
test_late (FormKit       *kit,
           gconstpointer  data)
{
  DatelineEvent *event = form_kit_get_item (kit, "event-hearing");
  DatelineField *place;

  form_kit_select_item (kit, event);
  place = form_kit_find_field (kit, "place");
  form_kit_type (place, "My place");
  change_outside (kit, "event-hearing", "place", "Their place");
  dateline_edit_pane_flush (DATELINE_EDIT_PANE (kit->pane));
  g_assert_true (form_kit_asks (place));
  g_assert_cmpstr (dateline_event_get_place (event), ==, "Their place");
  assert_text (place, "My place");
}

static void
test_undo_while_shown (FormKit       *kit,
                       gconstpointer  data)
{
  DatelineEvent *event = form_kit_get_item (kit, "event-hearing");
  g_autofree char *title = g_strdup (dateline_event_get_title (event));
  DatelineField *field;

  form_kit_select_item (kit, event);
  field = form_kit_find_field (kit, "title");
  form_kit_type (field, "Changed");
  dateline_edit_pane_flush (DATELINE_EDIT_PANE (kit->pane));
  g_assert_true (dateline_session_undo (kit->session));
  assert_text (field, title);
  g_assert_false (form_kit_asks (field));
  g_assert_true (dateline_session_redo (kit->session));
  assert_text (field, "Changed");
}

/* A name that articles use is found from now on as an alias; what was typed on the way is not. */
static void
test_rename (FormKit       *kit,
             gconstpointer  data)
{
  DatelinePerson *person = form_kit_get_item (kit, "person-navalny");
  g_autofree char *before = form_kit_dup_json (kit);
  g_autofree char *after = NULL;
  guint n_aliases = g_strv_length ((GStrv) dateline_person_get_aliases (person));
  DatelineField *field;

  form_kit_select_item (kit, person);
  field = form_kit_find_field (kit, "name");
  form_kit_type (field, "A. A. Naval");
  g_assert_true (form_kit_says (field, "“Alexei Navalny” stays as an alias"));
  KIT_UNTIL (g_strcmp0 (dateline_person_get_name (person), "A. A. Naval") == 0);
  form_kit_type (field, "A. A. Navalny");
  KIT_UNTIL (g_strcmp0 (dateline_person_get_name (person), "A. A. Navalny") == 0);
  g_assert_true (g_strv_contains (dateline_person_get_aliases (person), "Alexei Navalny"));
  g_assert_cmpuint (g_strv_length ((GStrv) dateline_person_get_aliases (person)), ==, n_aliases + 1);
  file_kit_assert_shown (kit->file);
  g_assert_true (dateline_session_undo (kit->session));
  after = form_kit_dup_json (kit);
  g_assert_cmpstr (after, ==, before);
}

static void
test_new_person (FormKit       *kit,
                 gconstpointer  data)
{
  g_autoptr(DatelineQuote) quote = g_list_model_get_item (dateline_story_get_quotes (form_kit_get_story (kit)), 0);
  guint n = g_list_model_get_n_items (dateline_story_get_people (form_kit_get_story (kit)));
  g_autofree char *before = form_kit_dup_json (kit);
  g_autofree char *after = NULL;
  DatelineField *field;
  GtkListBox *list;
  GtkWidget *entry;

  form_kit_select_item (kit, quote);
  field = form_kit_find_field (kit, "addressee");
  list = form_kit_open_picker (field);
  entry = kit_find (kit_find (GTK_WIDGET (field), DATELINE_TYPE_ITEM_PICKER, NULL), GTK_TYPE_SEARCH_ENTRY, "entry");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Олег <Иванов>");
  g_signal_emit_by_name (entry, "activate");
  g_assert_nonnull (list);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_story_get_people (form_kit_get_story (kit))), ==, n + 1);
  g_assert_cmpstr (dateline_person_get_name (dateline_quote_get_addressee (quote)), ==, "Олег <Иванов>");
  file_kit_assert_shown (kit->file);

  /* Both in one step. */
  g_assert_true (dateline_session_undo (kit->session));
  after = form_kit_dup_json (kit);
  g_assert_cmpstr (after, ==, before);

  /* Who is there already is found by any of the names, and not offered as new. */
  list = form_kit_open_picker (field);
  gtk_editable_set_text (GTK_EDITABLE (entry), "alexei navalny");
  KIT_UNTIL (gtk_list_box_get_row_at_index (list, 0) != NULL &&
             g_object_get_data (G_OBJECT (gtk_list_box_get_row_at_index (list, 0)), "item") == form_kit_get_item (kit, "person-navalny"));
  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    g_assert_null (g_object_get_data (G_OBJECT (gtk_list_box_get_row_at_index (list, i)), "name"));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  g_assert_true (dateline_quote_get_addressee (quote) == form_kit_get_item (kit, "person-navalny"));
}

/* Other letters, an alias, half a word: the index knows; and one of very many is found at once. */
static void
test_picker (FormKit       *kit,
             gconstpointer  data)
{
  static const char *const words[] = { "Навальный", "AlexyNav", "alexei nav" };
  g_autoptr(DatelineQuote) quote = g_list_model_get_item (dateline_story_get_quotes (form_kit_get_story (kit)), 0);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Many");
  DatelineField *field;
  GtkListBox *list;
  GtkWidget *entry;
  gint64 start;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *id = g_strdup_printf ("person-many-%u", i);
      g_autofree char *name = g_strdup_printf ("Somebody %u", i);
      g_autoptr(DatelineItem) person = g_object_new (DATELINE_TYPE_PERSON, "id", id, "name", name, NULL);

      dateline_edit_put (edit, person, NULL);
    }
  file_kit_apply (kit->file, edit);

  form_kit_select_item (kit, quote);
  field = form_kit_find_field (kit, "addressee");
  list = form_kit_open_picker (field);
  entry = kit_find (kit_find (GTK_WIDGET (field), DATELINE_TYPE_ITEM_PICKER, NULL), GTK_TYPE_SEARCH_ENTRY, "entry");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), words[i]);
      KIT_UNTIL (gtk_list_box_get_row_at_index (list, 0) != NULL &&
                 g_object_get_data (G_OBJECT (gtk_list_box_get_row_at_index (list, 0)), "item") == form_kit_get_item (kit, "person-navalny"));
    }

  /* Return at once */
  gtk_editable_set_text (GTK_EDITABLE (entry), "Somebody 4711");
  start = g_get_monotonic_time ();
  g_signal_emit_by_name (entry, "activate");
  g_test_message ("found in %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpstr (dateline_person_get_name (dateline_quote_get_addressee (quote)), ==, "Somebody 4711");
}

static void
test_participants (FormKit       *kit,
                   gconstpointer  data)
{
  DatelineEvent *event = form_kit_get_item (kit, "event-hearing");
  GListModel *participants = dateline_event_get_participants (event);
  guint n = g_list_model_get_n_items (participants);
  g_autoptr(DatelineItem) first = g_list_model_get_item (participants, 0);
  g_autoptr(DatelineItem) now_first = NULL;
  DatelineField *field;
  GtkWidget *list;
  GtkWidget *row;
  g_autoptr(GListModel) controllers = NULL;
  gboolean handled = FALSE;

  g_assert_cmpuint (n, >, 1);
  form_kit_select_item (kit, event);
  field = form_kit_find_field (kit, "participants");
  list = kit_find (GTK_WIDGET (field), GTK_TYPE_LIST_BOX, NULL);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  controllers = gtk_widget_observe_controllers (row);
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Down, 0, GDK_ALT_MASK, &handled);
    }
  g_assert_true (handled);
  now_first = g_list_model_get_item (participants, 1);
  g_assert_true (now_first == first);

  g_signal_emit_by_name (kit_find (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)), GTK_TYPE_BUTTON, NULL), "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (participants), ==, n - 1);
  file_kit_assert_shown (kit->file);
}

/* The rows are not made anew under the keys that leave them. */
static void
test_leave (FormKit       *kit,
            gconstpointer  data)
{
  DatelineEvent *event = form_kit_get_item (kit, "event-hearing");
  DatelineField *participants;
  GtkWidget *list;
  GtkWidget *row;

  form_kit_select_item (kit, event);
  participants = form_kit_find_field (kit, "participants");
  list = kit_find (GTK_WIDGET (participants), GTK_TYPE_LIST_BOX, NULL);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  g_assert_true (gtk_widget_grab_focus (row));
  gtk_window_set_focus (kit->window, NULL);
  for (int i = 0; i < 20; i++)
    kit_iterate ();
  g_assert_true (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1)) == row);

  /* A date is shown as it is kept once the keys are elsewhere. */
  dateline_field_focus_editor (form_kit_find_field (kit, "date"));
  form_kit_type (form_kit_find_field (kit, "date"), "3 Mar 2021");
  dateline_field_focus_editor (form_kit_find_field (kit, "place"));
  KIT_UNTIL (g_str_equal (gtk_editable_get_text (form_kit_get_text (form_kit_find_field (kit, "date"))), "2021-03-03"));
  g_assert_cmpstr (dateline_date_get_edtf (dateline_event_get_date (event)), ==, "2021-03-03");
}

static gboolean
begins (GtkWidget  *root,
        const char *words)
{
  if (GTK_IS_LABEL (root) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (root)), words))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != root && begins (child, words))
      return TRUE;

  return FALSE;
}

/* Whether a toast says something that begins so. */
static gboolean
is_said (FormKit    *kit,
         const char *words)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (kit->overlay)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != kit->pane && begins (child, words))
      return TRUE;

  return FALSE;
}

static void
test_evidence (FormKit       *kit,
               gconstpointer  data)
{
  DatelineEvent *event = form_kit_get_item (kit, "event-hearing");
  GListModel *passages = dateline_item_get_passages (DATELINE_ITEM (event));
  guint n = g_list_model_get_n_items (passages);
  g_autofree char *before = form_kit_dup_json (kit);
  g_autofree char *after = NULL;
  GtkWidget *group;

  g_assert_cmpuint (n, >, 1);
  form_kit_select_item (kit, event);
  group = kit_find (GTK_WIDGET (form_kit_get_form (kit)), DATELINE_TYPE_EVIDENCE_GROUP, NULL);
  g_assert_cmpuint (kit_count (group, ADW_TYPE_ACTION_ROW), ==, n);
  g_signal_emit_by_name (kit_find (kit_find (group, ADW_TYPE_ACTION_ROW, NULL), GTK_TYPE_BUTTON, NULL), "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (passages), ==, n - 1);
  KIT_UNTIL (kit_count (group, ADW_TYPE_ACTION_ROW) == n - 1);
  KIT_UNTIL (is_said (kit, "Passage removed"));
  file_kit_assert_shown (kit->file);
  g_assert_true (dateline_session_undo (kit->session));
  after = form_kit_dup_json (kit);
  g_assert_cmpstr (after, ==, before);

  g_signal_emit_by_name (kit_find (group, ADW_TYPE_ACTION_ROW, NULL), "activated");
  g_assert_cmpstr (dateline_navigator_get_view (dateline_session_get_navigator (kit->session)), ==, "articles");
  g_assert_nonnull (dateline_navigator_get_passage (dateline_session_get_navigator (kit->session)));
}

static void
test_delete (FormKit       *kit,
             gconstpointer  data)
{
  static const struct
  {
    const char       *label;
    const char       *said; /* how what is said begins: what goes with it comes behind */
    DatelineItemKind  kind;
  } cases[] = {
    { "Delete Quote", "Quote deleted", DATELINE_ITEM_QUOTE }, { "Delete Reaction", "Reaction deleted", DATELINE_ITEM_REACTION },
    { "Delete Event", "Event deleted", DATELINE_ITEM_EVENT }, { "Delete Person", "Person deleted", DATELINE_ITEM_PERSON },
    { "Delete Claim", "Claim deleted, and ", DATELINE_ITEM_CLAIM }, { "Delete Article", "Article deleted, and ", DATELINE_ITEM_ARTICLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DatelineItem) item = g_list_model_get_item (dateline_story_get_items (form_kit_get_story (kit), cases[i].kind), 0);
      g_autofree char *before = form_kit_dup_json (kit);
      g_autofree char *after = NULL;

      g_test_message ("%s", cases[i].label);
      form_kit_select_item (kit, item);
      form_kit_click (GTK_WIDGET (form_kit_get_form (kit)), cases[i].label);
      g_assert_null (dateline_story_lookup (form_kit_get_story (kit), dateline_item_get_id (item)));
      g_assert_true (dateline_form_get_target (form_kit_get_form (kit)) != G_OBJECT (item));
      file_kit_assert_shown (kit->file);
      KIT_UNTIL (is_said (kit, cases[i].said));
      g_assert_nonnull (kit_find_label (GTK_WIDGET (kit->overlay), "Undo"));
      dateline_editor_undo (kit->editor);
      after = form_kit_dup_json (kit);
      g_assert_cmpstr (after, ==, before);
    }
}

/* An account in the form of its claim */
static void
test_delete_account (FormKit       *kit,
                     gconstpointer  data)
{
  g_autoptr(DatelineClaim) claim = g_list_model_get_item (dateline_story_get_claims (form_kit_get_story (kit)), 0);
  GListModel *accounts = dateline_claim_get_accounts (claim);
  guint n = g_list_model_get_n_items (accounts);

  form_kit_select_item (kit, claim);
  form_kit_click (GTK_WIDGET (form_kit_get_form (kit)), "Delete Account");
  g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, n - 1);
  KIT_UNTIL (is_said (kit, "Account deleted"));
  dateline_editor_undo (kit->editor);
  g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, n);
}

static void
count_cb (int *count)
{
  (*count)++;
}

/* The bundled story: what was typed survives the question where to keep it. */
static void
test_keep (FormKit       *kit,
           gconstpointer  data)
{
  DatelineEvent *event = form_kit_get_item (kit, "event-hearing");
  g_autofree char *place = g_strdup (dateline_event_get_place (event));
  g_autofree char *path = file_kit_dup_path ();
  g_autoptr(GError) error = NULL;
  DatelineField *field;
  int asked = 0;

  g_signal_connect_swapped (kit->session, "keep-needed", G_CALLBACK (count_cb), &asked);
  form_kit_select_item (kit, event);
  field = form_kit_find_field (kit, "place");
  form_kit_type (field, "Somewhere");
  g_assert_false (dateline_edit_pane_flush (DATELINE_EDIT_PANE (kit->pane)));
  g_assert_cmpint (asked, ==, 1);
  assert_text (field, "Somewhere");
  g_assert_cmpstr (dateline_event_get_place (event), ==, place);

  /* It is asked once. */
  g_assert_true (dateline_edit_pane_flush (DATELINE_EDIT_PANE (kit->pane)));
  g_assert_cmpint (asked, ==, 1);

  dateline_session_give_up (kit->session);
  assert_text (field, place);

  form_kit_type (field, "Somewhere else");
  g_assert_false (dateline_edit_pane_flush (DATELINE_EDIT_PANE (kit->pane)));
  g_assert_cmpint (asked, ==, 2);
  g_assert_true (dateline_session_keep (kit->session, path, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (dateline_event_get_place (event), ==, "Somewhere else");
  assert_text (field, "Somewhere else");

  form_kit_type (field, "At last");
  g_assert_true (dateline_edit_pane_flush (DATELINE_EDIT_PANE (kit->pane)));
  g_assert_cmpstr (dateline_event_get_place (event), ==, "At last");
  g_assert_cmpint (asked, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  kit_init (&argc, &argv);
  file_kit_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/edit-pane/" name, FormKit, NULL, form_kit_set_up, func, form_kit_tear_down)
  ADD ("pause", test_pause);
  ADD ("invalid", test_invalid);
  ADD ("breaks", test_breaks);
  ADD ("height", test_height);
  ADD ("selection", test_selection);
  ADD ("close", test_close);
  ADD ("outside", test_outside);
  ADD ("late", test_late);
  ADD ("undo", test_undo_while_shown);
  ADD ("rename", test_rename);
  ADD ("new-person", test_new_person);
  ADD ("picker", test_picker);
  ADD ("participants", test_participants);
  ADD ("leave", test_leave);
  ADD ("evidence", test_evidence);
  ADD ("delete", test_delete);
  ADD ("delete-account", test_delete_account);
  g_test_add ("/edit-pane/keep", FormKit, GINT_TO_POINTER (TRUE), form_kit_set_up, test_keep, form_kit_tear_down);

  return file_kit_run ();
}
