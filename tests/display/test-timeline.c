/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view of the timeline: cards, selection both ways, zoom, lanes, list, detail, narrow windows, odd stories. */
#include "config.h"

#include "dateline-adaptive-box.h"
#include "dateline-calendar.h"
#include "dateline-event-detail.h"
#include "dateline-passage-row.h"
#include "dateline-timeline-canvas.h"
#include "dateline-timeline-card.h"
#include "dateline-timeline-overview.h"
#include "dateline-timeline-rows.h"
#include "dateline-timeline-view.h"
#include "kit.h"

typedef struct
{
  DatelineSession        *session;
  DatelineSettings       *settings;
  DatelineNavigator      *navigator;
  GtkWindow              *window;
  GtkWidget              *view;
  DatelineTimelineCanvas *canvas;
} Fixture;

static void
open_view (Fixture         *fixture,
           DatelineSession *session,
           int              width,
           int              height)
{
  fixture->session = session;
  fixture->settings = dateline_settings_new ();
  fixture->navigator = dateline_session_get_navigator (session);
  fixture->view = g_object_new (DATELINE_TYPE_TIMELINE_VIEW,
                                "session", session,
                                "settings", fixture->settings,
                                NULL);
  fixture->window = kit_show (fixture->view, width, height);
  fixture->canvas = DATELINE_TIMELINE_CANVAS (kit_find (fixture->view, DATELINE_TYPE_TIMELINE_CANVAS, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  size)
{
  open_view (fixture, kit_new_session (), size != NULL ? 360 : 1180, 760);
  KIT_UNTIL (dateline_timeline_canvas_get_n_cards (fixture->canvas) > 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  kit_destroy (fixture->window);
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->session);
}

static DatelineItem *
lookup (Fixture    *fixture,
        const char *id)
{
  DatelineItem *item = dateline_story_lookup (dateline_session_get_story (fixture->session), id);

  g_assert_nonnull (item);

  return item;
}

/* The visible card on which an event lies on top. */
static GtkWidget *
find_card (GtkWidget    *root,
           DatelineItem *event)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (DATELINE_IS_TIMELINE_CARD (child) && gtk_widget_get_child_visible (child) &&
          (gpointer) dateline_timeline_card_get_event (DATELINE_TIMELINE_CARD (child)) == (gpointer) event)
        return child;
      found = find_card (child, event);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static double
get_span (Fixture *fixture)
{
  return (double) (dateline_navigator_get_range_end (fixture->navigator) - dateline_navigator_get_range_start (fixture->navigator));
}

static void
wait_for_range (Fixture *fixture)
{
  KIT_UNTIL (get_span (fixture) > 0);
}

static void
test_starts_at_the_hearing (Fixture       *fixture,
                            gconstpointer  unused)
{
  wait_for_range (fixture);
  g_assert_cmpint (dateline_navigator_get_range_start (fixture->navigator), ==, dateline_calendar_from_civil (2021, 2, 2));
  g_assert_cmpint (dateline_navigator_get_range_end (fixture->navigator), ==, dateline_calendar_from_civil (2021, 2, 3));
  g_assert_nonnull (find_card (fixture->view, lookup (fixture, "event-hearing")));
  g_assert_null (find_card (fixture->view, lookup (fixture, "event-sentence-2014")));
}

static void
test_card_selects (Fixture       *fixture,
                   gconstpointer  unused)
{
  DatelineItem *event = lookup (fixture, "event-speech");
  GtkWidget *card = find_card (fixture->view, event);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Navalny’s short speech, 2 February 2021, 1 article");
  g_signal_emit_by_name (card, "clicked");
  g_assert_true (dateline_navigator_get_selected (fixture->navigator) == event);
  KIT_UNTIL (gtk_widget_has_css_class (card, "selected"));
  g_assert_nonnull (kit_find_label (kit_find (fixture->view, DATELINE_TYPE_EVENT_DETAIL, NULL), "Only Article A Reports This"));
}

static void
test_selection_is_revealed (Fixture       *fixture,
                            gconstpointer  unused)
{
  DatelineItem *event = lookup (fixture, "event-sentence-2014");
  GtkWidget *list = kit_find (fixture->view, GTK_TYPE_LIST_VIEW, "list_view");

  dateline_navigator_select (fixture->navigator, event, NULL);
  KIT_UNTIL (find_card (fixture->view, event) != NULL);
  g_assert_true (gtk_widget_has_css_class (find_card (fixture->view, event), "selected"));
  KIT_UNTIL (gtk_list_view_get_model (GTK_LIST_VIEW (list)) != NULL);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)))), ==, 0);

  /* And away again, without leaving anything selected. */
  dateline_navigator_select (fixture->navigator, lookup (fixture, "person-navalny"), NULL);
  KIT_UNTIL (!gtk_widget_has_css_class (find_card (fixture->view, event), "selected"));
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)))), ==,
                    GTK_INVALID_LIST_POSITION);
}

static void
test_list_selects (Fixture       *fixture,
                   gconstpointer  unused)
{
  GtkListView *list = GTK_LIST_VIEW (kit_find (fixture->view, GTK_TYPE_LIST_VIEW, "list_view"));
  DatelineStory *story = dateline_session_get_story (fixture->session);

  KIT_UNTIL (gtk_list_view_get_model (list) != NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))), ==,
                    g_list_model_get_n_items (dateline_story_get_events (story)));
  gtk_selection_model_select_item (gtk_list_view_get_model (list), 0, TRUE);
  g_assert_true (dateline_navigator_get_selected (fixture->navigator) == lookup (fixture, "event-sentence-2014"));
}

/* The row that stands at the top of the list. */
static DatelineEvent *
find_top_row (Fixture     *fixture,
              GtkListView *list)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (list), 40, 36, GTK_PICK_DEFAULT);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))); i++)
    {
      g_autoptr(DatelineTimelineRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), i);
      DatelineEvent *event = dateline_timeline_row_get_event (row);

      for (GtkWidget *widget = picked; widget != NULL && widget != GTK_WIDGET (list); widget = gtk_widget_get_parent (widget))
        if (kit_find_label (widget, dateline_event_get_title (event)) != NULL)
          return event;
    }

  return NULL;
}

static void
test_list_is_in_step (Fixture       *fixture,
                      gconstpointer  unused)
{
  GtkListView *list = GTK_LIST_VIEW (kit_find (fixture->view, GTK_TYPE_LIST_VIEW, "list_view"));
  gpointer hearing = lookup (fixture, "event-hearing");
  gpointer sentence = lookup (fixture, "event-sentence-2014");

  /* The pointer passing over the list selects nothing. */
  g_assert_false (gtk_list_view_get_single_click_activate (list));

  gtk_window_set_default_size (fixture->window, 1180, 420);
  KIT_UNTIL (gtk_list_view_get_model (list) != NULL && gtk_widget_get_height (fixture->view) < 500);
  dateline_navigator_set_range (fixture->navigator, dateline_calendar_from_civil (2014, 1, 1), dateline_calendar_from_civil (2015, 1, 1));
  /* The list may stand there already: what matters is that it was told to. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  KIT_UNTIL ((gpointer) find_top_row (fixture, list) == sentence);
  dateline_navigator_set_range (fixture->navigator, dateline_calendar_from_civil (2021, 2, 2), dateline_calendar_from_civil (2021, 2, 3));
  KIT_UNTIL ((gpointer) find_top_row (fixture, list) == hearing);
  g_assert_null (dateline_navigator_get_selected (fixture->navigator));
}

static void
test_menu (Fixture       *fixture,
           gconstpointer  unused)
{
  DatelineItem *event = lookup (fixture, "event-hearing");
  DatelineClippings *clippings = dateline_session_get_clippings (fixture->session);
  GtkWidget *menu;

  /* Without a selection there is no menu. */
  gtk_widget_activate_action (fixture->view, "event.menu", NULL);
  g_assert_null (kit_find (fixture->view, GTK_TYPE_POPOVER_MENU, NULL));

  dateline_navigator_select (fixture->navigator, event, NULL);
  gtk_widget_activate_action (fixture->view, "event.menu", NULL);
  menu = kit_find (fixture->view, GTK_TYPE_POPOVER_MENU, NULL);
  g_assert_nonnull (menu);
  g_assert_true (gtk_widget_get_visible (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));

  gtk_widget_activate_action (fixture->view, "event.clip", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (clippings)), ==, 1);
  gtk_widget_activate_action (fixture->view, "event.copy", NULL);
  g_assert_true (gdk_clipboard_is_local (gtk_widget_get_clipboard (fixture->view)));
  gtk_widget_activate_action (fixture->view, "event.show", NULL);
  g_assert_cmpstr (dateline_navigator_get_view (fixture->navigator), ==, "articles");
  g_assert_nonnull (dateline_navigator_get_passage (fixture->navigator));
}

static void
test_zoom (Fixture       *fixture,
           gconstpointer  unused)
{
  double span;

  wait_for_range (fixture);
  span = get_span (fixture);
  g_assert_true (gtk_widget_activate_action (fixture->view, "timeline.zoom-in", NULL));
  KIT_UNTIL (get_span (fixture) < span * 0.7);
  span = get_span (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "timeline.zoom-out", NULL));
  KIT_UNTIL (get_span (fixture) > span * 1.4);

  g_assert_true (gtk_widget_activate_action (fixture->view, "timeline.fit", NULL));
  KIT_UNTIL (dateline_navigator_get_range_start (fixture->navigator) <= dateline_calendar_from_civil (2014, 1, 1) &&
             dateline_navigator_get_range_end (fixture->navigator) >= dateline_calendar_from_civil (2021, 2, 4));
  KIT_UNTIL (find_card (fixture->view, lookup (fixture, "event-sentence-2014")) != NULL);
  g_assert_nonnull (find_card (fixture->view, lookup (fixture, "event-arrest")));
  g_assert_nonnull (find_card (fixture->view, lookup (fixture, "event-hearing")));
}

/* At "fit" the four statements of one day are a stack; the selected one of them lies on top. */
static void
test_stack (Fixture       *fixture,
            gconstpointer  unused)
{
  GtkWidget *stack;
  GtkWidget *list;
  GtkListBoxRow *row;

  gtk_widget_activate_action (fixture->view, "timeline.fit", NULL);
  KIT_UNTIL ((stack = find_card (fixture->view, lookup (fixture, "event-underpants-poisoner"))) != NULL &&
             dateline_timeline_card_get_n (DATELINE_TIMELINE_CARD (stack)) == 4);

  g_signal_emit_by_name (stack, "clicked");
  list = kit_find (GTK_WIDGET (fixture->canvas), GTK_TYPE_LIST_BOX, NULL);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1);
  g_assert_nonnull (row);
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 4));
  g_signal_emit_by_name (list, "row-activated", row);
  g_assert_true (dateline_navigator_get_selected (fixture->navigator) == lookup (fixture, "event-speech"));
  KIT_UNTIL (find_card (fixture->view, lookup (fixture, "event-speech")) == stack);
}

static void
test_steps (Fixture       *fixture,
            gconstpointer  unused)
{
  DatelineItem *previous = NULL;
  guint n = g_list_model_get_n_items (dateline_story_get_events (dateline_session_get_story (fixture->session)));

  /* From the first to the last, each once. */
  dateline_timeline_canvas_step (fixture->canvas, G_MININT);
  g_assert_true (dateline_navigator_get_selected (fixture->navigator) == lookup (fixture, "event-sentence-2014"));
  for (guint i = 1; i < n; i++)
    {
      previous = dateline_navigator_get_selected (fixture->navigator);
      dateline_timeline_canvas_step (fixture->canvas, 1);
      g_assert_true (dateline_navigator_get_selected (fixture->navigator) != previous);
    }
  previous = dateline_navigator_get_selected (fixture->navigator);
  dateline_timeline_canvas_step (fixture->canvas, 1);
  g_assert_true (dateline_navigator_get_selected (fixture->navigator) == previous);
  dateline_timeline_canvas_step (fixture->canvas, G_MININT);
  dateline_timeline_canvas_step (fixture->canvas, G_MAXINT);
  g_assert_true (dateline_navigator_get_selected (fixture->navigator) == previous);

  /* Lanes: from the court down to the next, and back. */
  dateline_navigator_select (fixture->navigator, lookup (fixture, "event-hearing"), NULL);
  dateline_timeline_canvas_step_lane (fixture->canvas, 1);
  g_assert_cmpstr (dateline_event_get_category (DATELINE_EVENT (dateline_navigator_get_selected (fixture->navigator))), ==, "arrest");
  dateline_timeline_canvas_step_lane (fixture->canvas, -1);
  g_assert_cmpstr (dateline_event_get_category (DATELINE_EVENT (dateline_navigator_get_selected (fixture->navigator))), ==, "court");
}

static guint
count_cards (GtkWidget    *root,
             DatelineItem *event)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (DATELINE_IS_TIMELINE_CARD (child))
        n += gtk_widget_get_child_visible (child) &&
             (gpointer) dateline_timeline_card_get_event (DATELINE_TIMELINE_CARD (child)) == (gpointer) event;
      else
        n += count_cards (child, event);
    }

  return n;
}

static void
test_lanes (Fixture       *fixture,
            gconstpointer  unused)
{
  DatelineItem *hearing = lookup (fixture, "event-hearing");
  GtkToggleButton *article = GTK_TOGGLE_BUTTON (kit_find (fixture->view, GTK_TYPE_TOGGLE_BUTTON, "article_button"));
  GtkToggleButton *person = GTK_TOGGLE_BUTTON (kit_find (fixture->view, GTK_TYPE_TOGGLE_BUTTON, "person_button"));

  g_assert_cmpuint (count_cards (fixture->view, hearing), ==, 1);
  dateline_navigator_select (fixture->navigator, hearing, NULL);

  /* Three articles report it; each lane has its card, alone or on top of a stack. */
  gtk_toggle_button_set_active (article, TRUE);
  g_assert_cmpstr (dateline_settings_get_string (fixture->settings, "timeline-lanes"), ==, "article");
  KIT_UNTIL (count_cards (fixture->view, hearing) == 3);

  dateline_settings_set_string (fixture->settings, "timeline-lanes", "person");
  g_assert_true (gtk_toggle_button_get_active (person));
  KIT_UNTIL (count_cards (fixture->view, hearing) > 3);
}

static void
test_range_is_followed (Fixture       *fixture,
                        gconstpointer  unused)
{
  GtkWidget *overview = kit_find (fixture->view, DATELINE_TYPE_TIMELINE_OVERVIEW, NULL);

  wait_for_range (fixture);
  dateline_navigator_set_range (fixture->navigator, dateline_calendar_from_civil (2020, 8, 1), dateline_calendar_from_civil (2020, 9, 1));
  KIT_UNTIL (find_card (fixture->view, lookup (fixture, "event-poisoning")) != NULL);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (overview), GTK_ACCESSIBLE_ROLE_SLIDER);
  KIT_UNTIL (kit_find_label (fixture->view, "August 2020") != NULL || kit_find_label (fixture->view, "1 – 31 August 2020") != NULL);
}

static void
test_sentence_leads_to_article (Fixture       *fixture,
                                gconstpointer  unused)
{
  DatelineItem *event = lookup (fixture, "event-red-jumper");
  GtkWidget *detail;
  GtkWidget *row;

  dateline_navigator_select (fixture->navigator, event, NULL);
  detail = kit_find (fixture->view, DATELINE_TYPE_EVENT_DETAIL, NULL);
  g_assert_true (dateline_event_detail_get_event (DATELINE_EVENT_DETAIL (detail)) == (gpointer) event);
  row = kit_find (detail, DATELINE_TYPE_PASSAGE_ROW, NULL);
  g_assert_true (gtk_widget_activate_action (row, "passage.show", NULL));
  g_assert_cmpstr (dateline_navigator_get_view (fixture->navigator), ==, "articles");
  g_assert_true (dateline_navigator_get_selected (fixture->navigator) == event);
  g_assert_true (dateline_passage_get_article (dateline_navigator_get_passage (fixture->navigator)) ==
                 (gpointer) lookup (fixture, "article-selfies-in-red"));

  g_assert_true (gtk_widget_activate_action (row, "passage.clip", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (dateline_session_get_clippings (fixture->session))), ==, 1);
}

static void
test_hint (Fixture       *fixture,
           gconstpointer  unused)
{
  GtkRevealer *revealer = GTK_REVEALER (kit_find (fixture->view, GTK_TYPE_REVEALER, "hint_revealer"));

  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  g_signal_emit_by_name (kit_find (fixture->view, GTK_TYPE_BUTTON, "hint_button"), "clicked");
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  g_assert_true (dateline_settings_get_boolean (fixture->settings, "hint-dismissed"));
  dateline_settings_reset (fixture->settings, "hint-dismissed");
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *box = kit_find (fixture->view, GTK_TYPE_BOX, "detail_box");
  GtkWidget *canvas_box = kit_find (fixture->view, GTK_TYPE_BOX, "canvas_box");
  GtkListView *list = GTK_LIST_VIEW (kit_find (fixture->view, GTK_TYPE_LIST_VIEW, "list_view"));

  KIT_UNTIL (gtk_list_view_get_model (list) != NULL && gtk_widget_get_width (GTK_WIDGET (list)) > 300);
  g_assert_false (gtk_widget_get_visible (box));

  /* Passing over an event leaves the timeline there; choosing one covers it, until one goes back. */
  dateline_navigator_select (fixture->navigator, lookup (fixture, "event-hearts"), NULL);
  g_assert_false (gtk_widget_get_visible (box));
  g_signal_emit_by_name (list, "activate", 3);
  g_assert_true (gtk_widget_get_visible (box));
  g_assert_false (gtk_widget_get_visible (canvas_box));
  g_signal_emit_by_name (kit_find (fixture->view, GTK_TYPE_BUTTON, "back_button"), "clicked");
  g_assert_false (gtk_widget_get_visible (box));
  g_assert_true (gtk_widget_get_visible (canvas_box));
}

static void
add_event (DatelineStory *story,
           const char    *id,
           const char    *title,
           const char    *edtf)
{
  g_autoptr(DatelineDate) date = edtf != NULL ? dateline_date_new (edtf, NULL) : NULL;
  g_autoptr(DatelineEvent) event = g_object_new (DATELINE_TYPE_EVENT, "id", id, "title", title, "date", date, NULL);

  g_assert_true (edtf == NULL || date != NULL);
  g_assert_true (dateline_story_add (story, DATELINE_ITEM (event)));
}

static void
test_odd_stories (void)
{
  static const struct
  {
    const char *dates[5];
    const char *page;
    guint       n;
  } stories[] = {
    { { NULL }, "empty", 0 },
    { { NULL, NULL }, "timeline", 2 },
    { { "-3000", "2021-02-02T10:30", "9999", NULL }, "timeline", 4 },
    { { "../2021", "1900/..", "2020?", "19XX", "2021-02-02T10:30:15Z" }, "timeline", 5 },
    { { "2021-02-02" }, "timeline", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autoptr(DatelineStory) story = dateline_story_new ("odd", "<b>Odd</b>", NULL, "en");
      g_autofree char *title = g_strnfill (400, 'x');
      Fixture fixture = { 0 };
      GtkStack *stack;

      for (guint j = 0; j < stories[i].n; j++)
        {
          g_autofree char *id = g_strdup_printf ("event-%u", j);

          add_event (story, id, j == 0 ? title : "<i>Событие</i> & всё, что было", stories[i].dates[j]);
        }
      open_view (&fixture, dateline_session_new (story), 700, 500);
      stack = GTK_STACK (kit_find (fixture.view, GTK_TYPE_STACK, "stack"));
      g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, stories[i].page);
      for (guint j = 0; j < stories[i].n + 1; j++)
        {
          dateline_timeline_canvas_step (fixture.canvas, 1);
          dateline_timeline_canvas_zoom (fixture.canvas, j % 2 ? 40 : 0.1);
          dateline_timeline_canvas_scroll (fixture.canvas, 300, 10);
          for (guint k = 0; k < 5; k++)
            kit_iterate ();
        }
      tear_down (&fixture, NULL);
    }
}

/* Of ten thousand days the timeline makes no card until one looks closer. */
static void
test_density (void)
{
  g_autoptr(DatelineStory) story = dateline_story_new ("many", "Many", NULL, "en");
  Fixture fixture = { 0 };

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (i * DATELINE_SECONDS_PER_DAY);
      g_autofree char *edtf = g_date_time_format (time, "%Y-%m-%d");

      add_event (story, id, id, edtf);
    }
  open_view (&fixture, dateline_session_new (story), 900, 600);
  KIT_UNTIL (dateline_timeline_canvas_get_n_cards (fixture.canvas) > 0);
  g_assert_false (dateline_timeline_canvas_is_density (fixture.canvas));

  dateline_timeline_canvas_fit (fixture.canvas);
  KIT_UNTIL (dateline_timeline_canvas_is_density (fixture.canvas));
  g_assert_cmpuint (dateline_timeline_canvas_get_n_cards (fixture.canvas), ==, 0);

  /* What is selected is there all the same. */
  dateline_navigator_select (fixture.navigator, lookup (&fixture, "event-5000"), NULL);
  KIT_UNTIL (dateline_timeline_canvas_get_n_cards (fixture.canvas) == 1);
  tear_down (&fixture, NULL);
}

static void
note_change_cb (GListModel *model,
                guint       position,
                guint       removed,
                guint       added,
                gpointer    user_data)
{
  g_string_append_printf (user_data, "%u-%u+%u ", position, removed, added);
}

/* Rows that say the same as before are the same rows, also those of events without a date. */
static void
test_rows_change_where_the_story_does (void)
{
  g_autoptr(DatelineStory) story = dateline_story_new ("rows", "Rows", NULL, "en");
  g_autoptr(DatelineTimelineRows) rows = NULL;
  g_autoptr(DatelineTimelineRow) before = NULL;
  g_autoptr(DatelineTimelineRow) after = NULL;
  g_autoptr(GString) changes = g_string_new (NULL);
  guint position;

  add_event (story, "event-1", "One", "2014");
  add_event (story, "event-x", "Some time", NULL);
  add_event (story, "event-2", "Two", "2016");
  add_event (story, "event-y", "Some other time", NULL);
  rows = dateline_timeline_rows_new (story);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 4);
  g_signal_connect (rows, "items-changed", G_CALLBACK (note_change_cb), changes);
  before = g_list_model_get_item (G_LIST_MODEL (rows), 3);

  dateline_timeline_rows_update (rows);
  g_assert_cmpstr (changes->str, ==, "");

  add_event (story, "event-between", "Between", "2015");
  dateline_timeline_rows_update (rows);
  g_assert_cmpstr (changes->str, ==, "1-0+1 ");
  after = g_list_model_get_item (G_LIST_MODEL (rows), 4);
  g_assert_true (after == before);
  g_assert_true (dateline_timeline_rows_find (rows, DATELINE_EVENT (dateline_story_lookup (story, "event-y")), &position));
  g_assert_cmpuint (position, ==, 4);

  /* The first of those without a date stands below a heading. */
  g_string_truncate (changes, 0);
  dateline_story_remove (story, dateline_story_lookup (story, "event-x"));
  dateline_timeline_rows_update (rows);
  g_assert_cmpstr (changes->str, ==, "3-2+1 ");
}

static void
test_right_to_left (void)
{
  Fixture fixture = { 0 };
  graphene_rect_t first;
  graphene_rect_t last;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up (&fixture, NULL);
  gtk_widget_activate_action (fixture.view, "timeline.fit", NULL);
  KIT_UNTIL (find_card (fixture.view, lookup (&fixture, "event-sentence-2014")) != NULL &&
             find_card (fixture.view, lookup (&fixture, "event-hearing")) != NULL);
  for (guint i = 0; i < 20; i++)
    kit_iterate ();
  g_assert_true (gtk_widget_compute_bounds (find_card (fixture.view, lookup (&fixture, "event-sentence-2014")), fixture.view, &first));
  g_assert_true (gtk_widget_compute_bounds (find_card (fixture.view, lookup (&fixture, "event-hearing")), fixture.view, &last));
  g_assert_cmpfloat (first.origin.x, >, last.origin.x);
  tear_down (&fixture, NULL);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* The bars of the reactions are a stop of the Tab key; arrows lead from one to the next, and Enter to its reactions. */
static void
test_bars (Fixture       *fixture,
           gconstpointer  unused)
{
  GtkWidget *bars = NULL;
  gint64 start;
  gint64 end;
  guint n_asked = 0;
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));

  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->canvas), GTK_DIR_TAB_FORWARD));
  bars = gtk_window_get_focus (fixture->window);
  g_assert_true (gtk_widget_get_parent (bars) == GTK_WIDGET (fixture->canvas));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bars), GTK_ACCESSIBLE_ROLE_SLIDER);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (bars), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Home, 0, 0, &taken);
      g_assert_true (taken);
      g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Return, 0, 0, &taken);
      g_assert_true (taken);
      n_asked += dateline_navigator_take_reactions (fixture->navigator, &start, &end);
    }
  g_assert_cmpuint (n_asked, ==, 1);
  g_assert_cmpstr (dateline_navigator_get_view (fixture->navigator), ==, "reactions");
  g_assert_cmpint (start, <, end);

  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->canvas), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (fixture->window) != bars);
}

int
main (int   argc,
      char *argv[])
{
  kit_init (&argc, &argv);

#define ADD(name, size, function) g_test_add ("/timeline/" name, Fixture, size, set_up, function, tear_down)
  ADD ("starts-at-the-hearing", NULL, test_starts_at_the_hearing);
  ADD ("card-selects", NULL, test_card_selects);
  ADD ("selection-is-revealed", NULL, test_selection_is_revealed);
  ADD ("list-selects", NULL, test_list_selects);
  ADD ("list-is-in-step", NULL, test_list_is_in_step);
  ADD ("menu", NULL, test_menu);
  ADD ("bars", NULL, test_bars);
  ADD ("zoom", NULL, test_zoom);
  ADD ("stack", NULL, test_stack);
  ADD ("steps", NULL, test_steps);
  ADD ("lanes", NULL, test_lanes);
  ADD ("range-is-followed", NULL, test_range_is_followed);
  ADD ("sentence-leads-to-article", NULL, test_sentence_leads_to_article);
  ADD ("hint", NULL, test_hint);
  ADD ("narrow", "narrow", test_narrow);
#undef ADD
  g_test_add_func ("/timeline/odd-stories", test_odd_stories);
  g_test_add_func ("/timeline/density", test_density);
  g_test_add_func ("/timeline/rows-change-where-the-story-does", test_rows_change_where_the_story_does);
  g_test_add_func ("/timeline/right-to-left", test_right_to_left);

  return g_test_run ();
}
