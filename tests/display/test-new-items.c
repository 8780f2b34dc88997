/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New items of selected words, and what follows: undo, deletion, selecting several, merging. */
#include "config.h"

#include <glib/gstdio.h>

#include "dateline-article-page.h"
#include "dateline-item-popover.h"
#include "dateline-reader-box.h"
#include "dateline-select-view.h"
#include "dateline-value-popover.h"
#include "kit.h"

typedef struct
{
  DatelineWindow      *window;
  DatelineSession     *session;
  DatelineNavigator   *navigator;
  DatelineStory       *story;
  char                *folder;
  char                *path;
  GtkWidget           *box;
  GtkWidget           *bar;
  DatelineArticleText *text;
} Fixture;

/* The first edit of the bundled story asks where to keep it. */
static void
keep_needed_cb (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (dateline_session_keep (fixture->session, fixture->path, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("dateline-new-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "story.dateline", NULL);
  fixture->window = kit_open_window (NULL);
  fixture->session = dateline_window_get_session (fixture->window);
  fixture->navigator = dateline_session_get_navigator (fixture->session);
  fixture->story = dateline_session_get_story (fixture->session);
  /* The window asks with a dialog; here the answer is known. */
  g_signal_handlers_disconnect_matched (fixture->session, G_SIGNAL_MATCH_ID,
                                        g_signal_lookup ("keep-needed", DATELINE_TYPE_SESSION), 0, NULL, NULL, NULL);
  g_signal_connect_swapped (fixture->session, "keep-needed", G_CALLBACK (keep_needed_cb), fixture);
  dateline_navigator_set_view (fixture->navigator, "articles");
  KIT_UNTIL (kit_find (GTK_WIDGET (fixture->window), DATELINE_TYPE_READER_BOX, "reader_box") != NULL);
  fixture->box = kit_find (GTK_WIDGET (fixture->window), DATELINE_TYPE_READER_BOX, "reader_box");
  fixture->bar = kit_find (fixture->box, GTK_TYPE_BOX, "bar");
  fixture->text = DATELINE_ARTICLE_TEXT (kit_find (fixture->box, DATELINE_TYPE_ARTICLE_TEXT, "text"));
  KIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (fixture->text)));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_func (fixture->session, keep_needed_cb, fixture);
  kit_destroy (GTK_WINDOW (fixture->window));
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Selects the first such words in the article that is read. */
static void
select_words (Fixture    *fixture,
              const char *words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  GtkTextIter from;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_start_iter (buffer, &from);
  g_assert_true (gtk_text_iter_forward_search (&from, words, 0, &start, &end, NULL));
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static guint
count (Fixture          *fixture,
       DatelineItemKind  kind)
{
  return g_list_model_get_n_items (dateline_story_get_items (fixture->story, kind));
}

static DatelineItem *
get_selected (Fixture *fixture)
{
  return dateline_navigator_get_selected (fixture->navigator);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->text), action, NULL));
}

static void
test_toolbar (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *focus;
  GdkRectangle area;
  double x;
  double y;

  g_assert_false (gtk_widget_get_mapped (fixture->bar));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->text));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  select_words (fixture, "Across social media");
  /* Not before the selection rests. */
  g_assert_false (gtk_widget_get_mapped (fixture->bar));
  KIT_UNTIL (gtk_widget_get_mapped (fixture->bar));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == focus);

  /* It covers no selected words, and lies in the reader. */
  g_assert_true (dateline_article_text_get_words_area (fixture->text, &area));
  g_assert_true (gtk_widget_translate_coordinates (fixture->bar, GTK_WIDGET (fixture->text), 0, 0, &x, &y));
  g_assert_true (y + gtk_widget_get_height (fixture->bar) <= area.y || y >= area.y + area.height);
  g_assert_true (gtk_widget_translate_coordinates (fixture->bar, fixture->box, 0, 0, &x, &y));
  g_assert_cmpfloat (x, >=, 0);
  g_assert_cmpfloat (x + gtk_widget_get_width (fixture->bar), <=, gtk_widget_get_width (fixture->box));

  /* All of the text: there is room neither above nor below. */
  {
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
    GtkTextIter start;
    GtkTextIter end;

    gtk_text_buffer_get_bounds (buffer, &start, &end);
    gtk_text_buffer_select_range (buffer, &start, &end);
    KIT_UNTIL (!gtk_widget_get_mapped (fixture->bar));
    KIT_UNTIL (gtk_widget_get_mapped (fixture->bar));
    gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (fixture->text), &end, 0, FALSE, 0, 0);
    KIT_UNTIL (gtk_widget_translate_coordinates (fixture->bar, fixture->box, 0, 0, &x, &y) && y > 0);
    gtk_text_buffer_place_cursor (buffer, &start);
  }
  KIT_UNTIL (!gtk_widget_get_mapped (fixture->bar));
}

/* What the next key takes the place of. */
static char *
dup_typed_over (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
test_event (Fixture       *fixture,
            gconstpointer  data)
{
  guint n = count (fixture, DATELINE_ITEM_EVENT);
  g_autoptr(DatelineItem) event = NULL;
  g_autoptr(DatelinePassage) passage = NULL;
  g_autofree char *words = NULL;
  g_autofree char *id = NULL;

  select_words (fixture, "could be seen in a bright red jumper");
  activate (fixture, "reader.new-event");
  g_assert_cmpuint (count (fixture, DATELINE_ITEM_EVENT), ==, n + 1);
  event = g_object_ref (get_selected (fixture));
  passage = dateline_item_dup_first_passage (event);
  g_assert_true (DATELINE_IS_EVENT (event));
  g_assert_cmpstr (dateline_event_get_title (DATELINE_EVENT (event)), ==, "Could be seen in a bright red jumper");
  g_assert_cmpstr (dateline_passage_get_exact (passage), ==, "could be seen in a bright red jumper");
  g_assert_nonnull (dateline_event_get_date (DATELINE_EVENT (event)));
  g_assert_nonnull (kit_find_label (GTK_WIDGET (fixture->window), "Event added"));
  g_assert_cmpstr (dateline_session_get_undo_name (fixture->session), ==, "Add Event");
  /* Another title is typed over the proposed one. */
  words = dup_typed_over (fixture);
  g_assert_cmpstr (words, ==, "Could be seen in a bright red jumper");

  id = g_strdup (dateline_item_get_id (event));
  activate (fixture, "win.undo");
  g_assert_cmpuint (count (fixture, DATELINE_ITEM_EVENT), ==, n);
  g_assert_null (dateline_story_lookup (fixture->story, id));
  g_assert_nonnull (kit_find_label (GTK_WIDGET (fixture->window), "Undone: Add Event"));
  activate (fixture, "win.redo");
  g_assert_nonnull (dateline_story_lookup (fixture->story, id));
}

static void
test_quote_and_person (Fixture       *fixture,
                       gconstpointer  data)
{
  guint n_quotes = count (fixture, DATELINE_ITEM_QUOTE);
  guint n_people = count (fixture, DATELINE_ITEM_PERSON);
  DatelineItem *navalny;
  guint n_mentions;

  select_words (fixture, "‘selfies in red’");
  activate (fixture, "reader.new-quote");
  g_assert_cmpuint (count (fixture, DATELINE_ITEM_QUOTE), ==, n_quotes + 1);
  g_assert_cmpstr (dateline_item_get_label (get_selected (fixture)), ==, "selfies in red");
  g_assert_true (dateline_quote_get_direct (DATELINE_QUOTE (get_selected (fixture))));

  select_words (fixture, "bright red jumper");
  activate (fixture, "reader.new-person");
  g_assert_cmpuint (count (fixture, DATELINE_ITEM_PERSON), ==, n_people + 1);
  g_assert_cmpstr (dateline_item_get_label (get_selected (fixture)), ==, "bright red jumper");

  /* A name that is known is mentioned once more: here by a passage that is not marked yet. */
  select_words (fixture, "bright red jumper");
  navalny = get_selected (fixture);
  n_mentions = g_list_model_get_n_items (dateline_item_get_passages (navalny));
  activate (fixture, "reader.new-person");
  g_assert_cmpuint (count (fixture, DATELINE_ITEM_PERSON), ==, n_people + 1);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_item_get_passages (navalny)), ==, n_mentions);
}

static DatelineItemPopover *
find_popover (Fixture *fixture)
{
  return DATELINE_ITEM_POPOVER (kit_find (fixture->box, DATELINE_TYPE_ITEM_POPOVER, NULL));
}

static void
test_chooser (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_reactions = count (fixture, DATELINE_ITEM_REACTION);
  guint n_claims = count (fixture, DATELINE_ITEM_CLAIM);
  guint n_people = count (fixture, DATELINE_ITEM_PERSON);
  GtkWidget *entry;
  GtkWidget *list;
  DatelineClaim *claim;

  select_words (fixture, "bright red jumper");
  activate (fixture, "reader.new-reaction");
  g_assert_nonnull (find_popover (fixture));
  entry = kit_find (GTK_WIDGET (find_popover (fixture)), GTK_TYPE_SEARCH_ENTRY, "entry");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Zenobia Newcomer");
  list = kit_find (GTK_WIDGET (find_popover (fixture)), GTK_TYPE_LIST_VIEW, "list_view");
  KIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) == 0);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (count (fixture, DATELINE_ITEM_REACTION), ==, n_reactions + 1);
  g_assert_cmpuint (count (fixture, DATELINE_ITEM_PERSON), ==, n_people + 1);
  g_assert_cmpstr (dateline_person_get_name (dateline_reaction_get_author (DATELINE_REACTION (get_selected (fixture)))),
                   ==, "Zenobia Newcomer");

  /* A new question, which asks for what the words tell. */
  select_words (fixture, "2.5 years");
  activate (fixture, "reader.new-account");
  entry = kit_find (GTK_WIDGET (find_popover (fixture)), GTK_TYPE_SEARCH_ENTRY, "entry");
  gtk_editable_set_text (GTK_EDITABLE (entry), "How many years exactly?");
  list = kit_find (GTK_WIDGET (find_popover (fixture)), GTK_TYPE_LIST_VIEW, "list_view");
  KIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) == 0);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (count (fixture, DATELINE_ITEM_CLAIM), ==, n_claims + 1);
  g_assert_true (DATELINE_IS_CLAIM (get_selected (fixture)));
  claim = DATELINE_CLAIM (get_selected (fixture));
  g_assert_cmpstr (dateline_claim_get_question (claim), ==, "How many years exactly?");
  g_assert_cmpint (dateline_claim_get_value_kind (claim), ==, DATELINE_VALUE_KIND_DURATION);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_claim_get_accounts (claim)), ==, 1);

  /* One edit each. */
  activate (fixture, "win.undo");
  activate (fixture, "win.undo");
  g_assert_cmpuint (count (fixture, DATELINE_ITEM_CLAIM), ==, n_claims);
  g_assert_cmpuint (count (fixture, DATELINE_ITEM_PERSON), ==, n_people);
}

static void
test_evidence (Fixture       *fixture,
               gconstpointer  data)
{
  DatelineItem *event = dateline_story_lookup (fixture->story, "event-hearing");
  g_autoptr(DatelineItem) first = g_list_model_get_item (dateline_story_get_events (fixture->story), 0);
  DatelineItemPopover *popover;
  guint n;

  if (event == NULL)
    event = first;
  n = g_list_model_get_n_items (dateline_item_get_passages (event));
  select_words (fixture, "Across social media");
  activate (fixture, "reader.add-evidence");
  popover = find_popover (fixture);
  g_assert_nonnull (popover);
  g_signal_emit_by_name (popover, "chosen", event);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_item_get_passages (event)), ==, n + 1);
  g_assert_true (get_selected (fixture) == event);
}

static DatelineClaim *
find_claim (Fixture           *fixture,
            DatelineValueKind  kind)
{
  GListModel *claims = dateline_story_get_claims (fixture->story);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      /* The story holds it. */
      g_autoptr(DatelineClaim) claim = g_list_model_get_item (claims, i);

      if (dateline_claim_get_value_kind (claim) == kind)
        return claim;
    }
  g_assert_not_reached ();
}

/* Words that tell no value by themselves: it is asked for, and the words are its evidence. */
static void
test_value (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const actions[] = { "reader.new-account", "reader.add-evidence" };
  DatelineClaim *claim = find_claim (fixture, DATELINE_VALUE_KIND_DURATION);
  GListModel *accounts = dateline_claim_get_accounts (claim);
  guint n = g_list_model_get_n_items (accounts);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *popover;
      GtkWidget *entry;
      GtkWidget *button;
      g_autoptr(DatelinePassage) passage = NULL;
      DatelineItem *account;

      select_words (fixture, "Across social media");
      activate (fixture, actions[i]);
      g_signal_emit_by_name (find_popover (fixture), "chosen", claim);
      g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, n);
      popover = kit_find (fixture->box, DATELINE_TYPE_VALUE_POPOVER, NULL);
      g_assert_nonnull (popover);
      KIT_UNTIL (gtk_widget_get_mapped (popover));
      entry = kit_find (popover, GTK_TYPE_ENTRY, "value_entry");
      button = kit_find (popover, GTK_TYPE_BUTTON, "accept_button");
      KIT_UNTIL (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), entry));
      g_assert_nonnull (kit_find_label (popover, "“Across social media”"));
      g_assert_false (gtk_widget_get_sensitive (button));

      gtk_editable_set_text (GTK_EDITABLE (entry), "soon");
      g_assert_false (gtk_widget_get_sensitive (button));
      g_assert_false (gtk_widget_has_css_class (entry, "error"));
      g_signal_emit_by_name (entry, "activate");
      g_assert_true (gtk_widget_has_css_class (entry, "error"));
      g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, n);

      gtk_editable_set_text (GTK_EDITABLE (entry), "3 years");
      g_assert_false (gtk_widget_has_css_class (entry, "error"));
      g_assert_true (gtk_widget_get_sensitive (button));
      g_signal_emit_by_name (entry, "activate");
      g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, n + 1);
      account = get_selected (fixture);
      g_assert_true (DATELINE_IS_ACCOUNT (account));
      g_assert_cmpstr (dateline_quantity_get_value (dateline_account_get_quantity (DATELINE_ACCOUNT (account))), ==, "P3Y");
      passage = dateline_item_dup_first_passage (account);
      g_assert_cmpstr (dateline_passage_get_exact (passage), ==, "Across social media");

      activate (fixture, "win.undo");
      g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, n);
    }
}

/* The sentence says what goes, and Undo brings all of it back. */
static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(DatelineItem) claim = g_list_model_get_item (dateline_story_get_claims (fixture->story), 0);
  guint n = g_list_model_get_n_items (dateline_claim_get_accounts (DATELINE_CLAIM (claim)));
  g_autofree char *sentence = g_strdup_printf (n == 1 ? "Claim deleted, and 1 account with it"
                                                      : "Claim deleted, and %u accounts with it", n);
  g_autofree char *id = g_strdup (dateline_item_get_id (claim));
  guint n_claims = count (fixture, DATELINE_ITEM_CLAIM);
  DatelineItem *back;

  g_assert_cmpuint (n, >, 0);
  dateline_navigator_select (fixture->navigator, claim, NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.delete-items", NULL));
  g_assert_cmpuint (count (fixture, DATELINE_ITEM_CLAIM), ==, n_claims - 1);
  g_assert_nonnull (kit_find_label (GTK_WIDGET (fixture->window), sentence));

  activate (fixture, "win.undo");
  back = dateline_story_lookup (fixture->story, id);
  g_assert_nonnull (back);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_claim_get_accounts (DATELINE_CLAIM (back))), ==, n);
}

static GtkWidget *
find_dialog (const char *heading)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) &&
          g_strcmp0 (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (window)), heading) == 0)
        return window;
    }

  return NULL;
}

static void
test_select_and_merge (Fixture       *fixture,
                       gconstpointer  data)
{
  guint n = count (fixture, DATELINE_ITEM_PERSON);
  GtkWidget *view;
  GtkWidget *list;
  GtkSelectionModel *selection;
  g_autoptr(GPtrArray) people = NULL;
  g_autofree char *second = NULL;

  dateline_navigator_set_view (fixture->navigator, "people");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.select-items", NULL));
  view = kit_find (GTK_WIDGET (fixture->window), DATELINE_TYPE_SELECT_VIEW, NULL);
  g_assert_nonnull (view);
  list = kit_find (view, GTK_TYPE_LIST_VIEW, "list_view");
  selection = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, n);
  gtk_selection_model_select_item (selection, 0, TRUE);
  gtk_selection_model_select_item (selection, 1, FALSE);
  people = dateline_select_view_dup_items (DATELINE_SELECT_VIEW (view));
  g_assert_cmpuint (people->len, ==, 2);
  second = g_strdup (dateline_item_get_label (g_ptr_array_index (people, 1)));

  g_assert_true (gtk_widget_activate_action (view, "select.merge", NULL));
  g_assert_nonnull (find_dialog ("Which Name Stays?"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ("Which Name Stays?")), "merge");
  g_assert_cmpuint (count (fixture, DATELINE_ITEM_PERSON), ==, n - 1);
  g_assert_true (DATELINE_IS_PERSON (get_selected (fixture)));
  g_assert_nonnull (dateline_person_get_aliases (DATELINE_PERSON (get_selected (fixture)))[0]);
  activate (fixture, "win.undo");
  g_assert_cmpuint (count (fixture, DATELINE_ITEM_PERSON), ==, n);
  gtk_window_destroy (GTK_WINDOW (find_dialog ("Which Name Stays?")));
}

/* From the menu of a person, who is then one of those to merge. */
static void
test_merge_person (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(DatelineItem) person = g_list_model_get_item (dateline_story_get_items (fixture->story, DATELINE_ITEM_PERSON), 2);
  g_autoptr(GPtrArray) people = NULL;
  GtkWidget *view;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.merge-person", "s",
                                             dateline_item_get_id (person)));
  view = kit_find (GTK_WIDGET (fixture->window), DATELINE_TYPE_SELECT_VIEW, NULL);
  g_assert_nonnull (view);
  people = dateline_select_view_dup_items (DATELINE_SELECT_VIEW (view));
  g_assert_cmpuint (people->len, ==, 1);
  g_assert_true (g_ptr_array_index (people, 0) == person);
}

static void
test_delete_several (Fixture       *fixture,
                     gconstpointer  data)
{
  guint n = count (fixture, DATELINE_ITEM_EVENT);
  GtkWidget *view;
  GtkSelectionModel *selection;

  dateline_navigator_set_view (fixture->navigator, "timeline");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.select-items", NULL));
  view = kit_find (GTK_WIDGET (fixture->window), DATELINE_TYPE_SELECT_VIEW, NULL);
  selection = gtk_list_view_get_model (GTK_LIST_VIEW (kit_find (view, GTK_TYPE_LIST_VIEW, "list_view")));
  gtk_selection_model_select_item (selection, 0, TRUE);
  gtk_selection_model_select_item (selection, 2, FALSE);
  gtk_selection_model_select_item (selection, 3, FALSE);
  g_assert_true (gtk_widget_activate_action (view, "select.delete", NULL));
  g_assert_cmpuint (count (fixture, DATELINE_ITEM_EVENT), ==, n - 3);
  activate (fixture, "win.undo");
  g_assert_cmpuint (count (fixture, DATELINE_ITEM_EVENT), ==, n);
}

/* The letters of the badges follow the order. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  GListModel *articles = dateline_story_get_articles (fixture->story);
  g_autoptr(DatelineArticle) first = g_list_model_get_item (articles, 0);
  g_autoptr(DatelineArticle) second = g_list_model_get_item (articles, 1);

  g_assert_cmpstr (dateline_article_get_badge (first), ==, "A");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.move-item", "(si)",
                                             dateline_item_get_id (DATELINE_ITEM (first)), 1));
  g_assert_cmpstr (dateline_article_get_badge (first), ==, "B");
  g_assert_cmpstr (dateline_article_get_badge (second), ==, "A");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.drop-item", "(ssb)",
                                             dateline_item_get_id (DATELINE_ITEM (first)),
                                             dateline_item_get_id (DATELINE_ITEM (second)), FALSE));
  g_assert_cmpstr (dateline_article_get_badge (first), ==, "A");
  activate (fixture, "win.undo");
  activate (fixture, "win.undo");
  g_assert_cmpstr (dateline_article_get_badge (first), ==, "A");
  g_assert_cmpstr (dateline_session_get_undo_name (fixture->session), ==, "");
}

int
main (int    argc,
      char **argv)
{
  kit_init (&argc, &argv);

  g_test_add ("/new-items/toolbar", Fixture, NULL, set_up, test_toolbar, tear_down);
  g_test_add ("/new-items/event", Fixture, NULL, set_up, test_event, tear_down);
  g_test_add ("/new-items/quote-and-person", Fixture, NULL, set_up, test_quote_and_person, tear_down);
  g_test_add ("/new-items/chooser", Fixture, NULL, set_up, test_chooser, tear_down);
  g_test_add ("/new-items/evidence", Fixture, NULL, set_up, test_evidence, tear_down);
  g_test_add ("/new-items/value", Fixture, NULL, set_up, test_value, tear_down);
  g_test_add ("/new-items/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/new-items/merge", Fixture, NULL, set_up, test_select_and_merge, tear_down);
  g_test_add ("/new-items/merge-person", Fixture, NULL, set_up, test_merge_person, tear_down);
  g_test_add ("/new-items/move", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add ("/new-items/delete-several", Fixture, NULL, set_up, test_delete_several, tear_down);

  return g_test_run ();
}
