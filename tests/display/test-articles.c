/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The articles: list, reader, marks, the margin panel; all in step with the navigator. */
#include "config.h"

#include "dateline-adaptive-box.h"
#include "dateline-article-entry.h"
#include "dateline-article-margin.h"
#include "dateline-article-page.h"
#include "dateline-articles-view.h"
#include "file-kit.h"
#include "kit.h"

typedef struct
{
  DatelineSession      *session;
  DatelineSettings     *settings;
  DatelineNavigator    *navigator;
  GtkWidget            *view;
  DatelineArticlePage  *page;
  DatelineArticleText  *text;
  GtkWindow            *window;
} Fixture;

static void
show_view (Fixture       *fixture,
           DatelineStory *story,
           int            width)
{
  if (story != NULL)
    fixture->session = dateline_session_new (story);
  else if (fixture->session == NULL)
    fixture->session = kit_new_session ();
  fixture->settings = dateline_settings_new ();
  fixture->navigator = dateline_session_get_navigator (fixture->session);
  fixture->view = g_object_new (DATELINE_TYPE_ARTICLES_VIEW,
                                "session", fixture->session,
                                "settings", fixture->settings,
                                NULL);
  fixture->window = kit_show (fixture->view, width, 700);
  fixture->page = DATELINE_ARTICLE_PAGE (kit_find (fixture->view, DATELINE_TYPE_ARTICLE_PAGE, "page"));
  fixture->text = dateline_article_page_get_text (fixture->page);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  show_view (fixture, NULL, GPOINTER_TO_INT (data));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  kit_destroy (fixture->window);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->settings);
}

static gboolean
is_nothing_selected (GtkSelectionModel *model)
{
  g_autoptr(GtkBitset) selection = gtk_selection_model_get_selection (model);

  return gtk_bitset_is_empty (selection);
}

static DatelineArticle *
get_article (Fixture *fixture,
             guint    position)
{
  GListModel *articles = dateline_story_get_articles (dateline_session_get_story (fixture->session));
  g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, position);

  return article;
}

static DatelineItem *
lookup (Fixture    *fixture,
        const char *id)
{
  DatelineItem *item = dateline_story_lookup (dateline_session_get_story (fixture->session), id);

  g_assert_nonnull (item);

  return item;
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *id)
{
  GtkWidget *widget = kit_find (fixture->view, type, id);

  g_assert_nonnull (widget);

  return widget;
}

static char *
dup_text (Fixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* The first mark of a kind. */
static guint
find_mark (DatelineArticleMarks *marks,
           DatelineMarkKind      kind)
{
  guint position = dateline_article_marks_find_next (marks, 0, 1u << kind);

  g_assert_cmpuint (position, !=, DATELINE_NO_MARK);

  return position;
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = dup_text (fixture);
  GListModel *occurrences;

  g_assert_true (dateline_article_page_get_article (fixture->page) == get_article (fixture, 0));
  g_assert_cmpstr (text, ==, dateline_article_get_text (get_article (fixture, 0)));

  /* The offsets of the buffer are those of the passages. */
  occurrences = dateline_index_get_occurrences (dateline_session_get_index (fixture->session), get_article (fixture, 0));
  g_assert_cmpuint (g_list_model_get_n_items (occurrences), >, 10);
  for (guint i = 0; i < g_list_model_get_n_items (occurrences); i++)
    {
      g_autoptr(DatelineOccurrence) occurrence = g_list_model_get_item (occurrences, i);
      DatelinePassage *passage = dateline_occurrence_get_passage (occurrence);
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
      g_autofree char *exact = NULL;
      GtkTextIter start;
      GtkTextIter end;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) dateline_passage_get_start (passage));
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) dateline_passage_get_end (passage));
      exact = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
      g_assert_cmpstr (exact, ==, dateline_passage_get_exact (passage));
    }

  g_assert_nonnull (kit_find_label (fixture->view, "This text is a retelling"));
  g_assert_nonnull (kit_find_label (fixture->view, dateline_article_get_headline (get_article (fixture, 0))));
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  GtkListView *list = GTK_LIST_VIEW (find (fixture, GTK_TYPE_LIST_VIEW, "list_view"));
  GtkSelectionModel *model = gtk_list_view_get_model (list);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 3);
  g_assert_true (gtk_selection_model_is_selected (model, 0));

  /* Down: the list leads. */
  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_true (dateline_navigator_get_article (fixture->navigator) == get_article (fixture, 1));
  g_assert_true (dateline_article_page_get_article (fixture->page) == get_article (fixture, 1));

  /* Up: the navigator leads. */
  dateline_navigator_select (fixture->navigator, DATELINE_ITEM (get_article (fixture, 2)), NULL);
  g_assert_true (dateline_article_page_get_article (fixture->page) == get_article (fixture, 2));
  g_assert_true (gtk_selection_model_is_selected (model, 2));

  /* Who selects somebody elsewhere goes on reading the same article. */
  dateline_navigator_select (fixture->navigator, lookup (fixture, "person-navalny"), NULL);
  g_assert_true (dateline_article_page_get_article (fixture->page) == get_article (fixture, 2));
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  DatelineIndex *index = dateline_session_get_index (fixture->session);
  g_autoptr(DatelineArticleMarks) marks = dateline_article_marks_new (index, get_article (fixture, 0));
  guint quote = find_mark (marks, DATELINE_MARK_QUOTE);
  const DatelineMark *mark = dateline_article_marks_get (marks, quote);
  guint last = 0, n = 0;

  /* A person named within a quote is what is meant there. */
  for (guint i = 0; i < dateline_article_marks_get_n_marks (marks); i++)
    {
      const DatelineMark *at = dateline_article_marks_get (marks, i);
      guint found = dateline_article_marks_find_shortest (marks, at->start, DATELINE_ALL_MARKS);
      const DatelineMark *shortest = dateline_article_marks_get (marks, found);

      g_assert_cmpuint (at->start, >=, last);
      g_assert_cmpuint (shortest->end - shortest->start, <=, at->end - at->start);
      last = at->start;
    }

  /* Stepping over people meets each of them once, and so does going back. */
  for (guint i = find_mark (marks, DATELINE_MARK_PERSON); i != DATELINE_NO_MARK;
       i = dateline_article_marks_step (marks, i, 1, 1u << DATELINE_MARK_PERSON))
    {
      g_assert_cmpint (dateline_article_marks_get (marks, i)->kind, ==, DATELINE_MARK_PERSON);
      n++;
    }
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpuint (dateline_article_marks_step (marks, quote, -1, 0), ==, DATELINE_NO_MARK);

  /* A part of the text has the marks that reach into it, also those that begin before. */
  {
    g_autoptr(GArray) found = dateline_article_marks_find (marks, mark->end - 1, mark->end, 1u << DATELINE_MARK_QUOTE);

    g_assert_cmpuint (found->len, >=, 1);
    g_assert_cmpuint (g_array_index (found, guint, 0), ==, quote);
  }
  {
    g_autoptr(GArray) none = dateline_article_marks_find (marks, mark->end, mark->end + 1, 1u << DATELINE_MARK_QUOTE);

    g_assert_cmpuint (none->len, ==, 0);
  }
}

static void
test_mark_selects (Fixture       *fixture,
                   gconstpointer  data)
{
  DatelineIndex *index = dateline_session_get_index (fixture->session);
  g_autoptr(DatelineArticleMarks) marks = dateline_article_marks_new (index, get_article (fixture, 0));
  const DatelineMark *mark;
  guint position;

  /* By keyboard: to the first mark, and Enter. */
  g_assert_cmpuint (dateline_article_text_get_mark (fixture->text), ==, DATELINE_NO_MARK);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->text), "text.next-mark", NULL));
  g_assert_cmpuint (dateline_article_text_get_mark (fixture->text), ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->text), "text.next-mark", NULL));
  g_assert_cmpuint (dateline_article_text_get_mark (fixture->text), ==, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->text), "text.activate-mark", NULL));
  mark = dateline_article_marks_get (marks, 1);
  g_assert_true (dateline_navigator_get_selected (fixture->navigator) == mark->item);
  g_assert_true (dateline_navigator_get_passage (fixture->navigator) == mark->passage);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->text), "text.previous-mark", NULL));
  g_assert_cmpuint (dateline_article_text_get_mark (fixture->text), ==, 0);

  /* A date moves the time window, and selects what happened then. */
  position = find_mark (marks, DATELINE_MARK_DATE);
  mark = dateline_article_marks_get (marks, position);
  g_signal_emit_by_name (fixture->text, "activated", position, mark->start);
  g_assert_cmpint (dateline_navigator_get_range_start (fixture->navigator), <=, dateline_date_get_lower (mark->date));
  g_assert_cmpint (dateline_navigator_get_range_end (fixture->navigator), >=, dateline_date_get_upper (mark->date));
  g_assert_true (DATELINE_IS_EVENT (dateline_navigator_get_selected (fixture->navigator)));
  g_assert_true (dateline_date_overlaps (dateline_event_get_date (DATELINE_EVENT (dateline_navigator_get_selected (fixture->navigator))),
                                         mark->date));
  g_assert_cmpuint (dateline_passage_get_start (dateline_navigator_get_passage (fixture->navigator)), <=, mark->start);
}

static void
test_kinds (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char       *button;
    const char       *setting;
    DatelineMarkKind  kind;
  } kinds[] = {
    { "people_button", "show-people-marks", DATELINE_MARK_PERSON },
    { "quotes_button", "show-quote-marks", DATELINE_MARK_QUOTE },
    { "dates_button", "show-date-marks", DATELINE_MARK_DATE },
    { "reactions_button", "show-reaction-marks", DATELINE_MARK_REACTION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GtkToggleButton *button = GTK_TOGGLE_BUTTON (find (fixture, GTK_TYPE_TOGGLE_BUTTON, kinds[i].button));

      g_assert_true (gtk_toggle_button_get_active (button));
      gtk_toggle_button_set_active (button, FALSE);
      g_assert_false (dateline_settings_get_boolean (fixture->settings, kinds[i].setting));
      g_assert_cmpuint (dateline_article_text_get_kinds (fixture->text), ==,
                        DATELINE_ALL_MARKS & ~(1u << kinds[i].kind));
      g_object_set (fixture->settings, kinds[i].setting, TRUE, NULL);
      g_assert_true (gtk_toggle_button_get_active (button));
      g_assert_cmpuint (dateline_article_text_get_kinds (fixture->text), ==, DATELINE_ALL_MARKS);
    }

  /* What is not shown is not stepped on. */
  g_object_set (fixture->settings,
                "show-people-marks", FALSE,
                "show-quote-marks", FALSE,
                "show-date-marks", FALSE,
                "show-reaction-marks", FALSE,
                NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->text), "text.next-mark", NULL));
  g_assert_cmpuint (dateline_article_text_get_mark (fixture->text), ==, DATELINE_NO_MARK);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    dateline_settings_reset (fixture->settings, kinds[i].setting);
}

static void
test_zoom (Fixture       *fixture,
           gconstpointer  data)
{
  int size;

  g_assert_true (gtk_widget_activate_action (fixture->view, "articles.zoom-in", NULL));
  g_assert_cmpint (dateline_settings_get_int (fixture->settings, "text-size"), ==, 18);
  g_object_get (fixture->text, "text-size", &size, NULL);
  g_assert_cmpint (size, ==, 18);
  for (guint i = 0; i < 30; i++)
    gtk_widget_activate_action (fixture->view, "articles.zoom-out", NULL);
  g_assert_cmpint (dateline_settings_get_int (fixture->settings, "text-size"), ==, 12);
  for (guint i = 0; i < 30; i++)
    gtk_widget_activate_action (fixture->view, "articles.zoom-in", NULL);
  g_assert_cmpint (dateline_settings_get_int (fixture->settings, "text-size"), ==, 28);
  g_assert_true (gtk_widget_activate_action (fixture->view, "articles.zoom-reset", NULL));
  g_assert_cmpint (dateline_settings_get_int (fixture->settings, "text-size"), ==, 17);
}

static void
test_reveal (Fixture       *fixture,
             gconstpointer  data)
{
  DatelineArticle *article = get_article (fixture, 1);
  guint length = dateline_article_get_length (article);
  g_autoptr(DatelinePassage) passage = dateline_passage_new (article, length - 400, length - 380);
  GtkAdjustment *adjustment = dateline_article_page_get_adjustment (fixture->page);
  int y;

  dateline_navigator_show (fixture->navigator, "articles", NULL, passage);
  g_assert_true (dateline_article_page_get_article (fixture->page) == article);
  KIT_UNTIL (gtk_adjustment_get_value (adjustment) > 0 &&
             dateline_article_text_get_position (fixture->text, length - 400, &y) &&
             y > gtk_adjustment_get_value (adjustment) &&
             y < gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment));
}

/* A view that is made only when its first passage is followed. */
static void
test_late (void)
{
  Fixture fixture = { NULL, };
  g_autoptr(DatelineStory) story = kit_read_story ();
  g_autoptr(DatelinePassage) passage = NULL;
  GtkAdjustment *adjustment;
  DatelineArticle *article;
  int y;

  fixture.session = dateline_session_new (story);
  article = get_article (&fixture, 1);
  passage = dateline_passage_new (article, dateline_article_get_length (article) - 400,
                                  dateline_article_get_length (article) - 380);
  dateline_navigator_show (dateline_session_get_navigator (fixture.session), "articles", NULL, passage);
  show_view (&fixture, NULL, 1180);

  adjustment = dateline_article_page_get_adjustment (fixture.page);
  KIT_UNTIL (dateline_article_text_get_position (fixture.text, dateline_passage_get_start (passage), &y) &&
             y > gtk_adjustment_get_value (adjustment) + 30 &&
             y < gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment));
  g_assert_true (dateline_article_page_get_article (fixture.page) == article);
  tear_down (&fixture, NULL);
}

/* Whether the header ends where the first line begins, on the screen. */
static gboolean
is_header_above_text (Fixture *fixture)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->text);
  GtkWidget *header;
  graphene_rect_t bounds;
  GdkRectangle line;
  GtkTextIter start;
  int x;
  int y;

  g_object_get (view, "header", &header, NULL);
  g_object_unref (header);
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &start);
  gtk_text_view_get_iter_location (view, &start, &line);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, line.x, line.y, &x, &y);

  return gtk_widget_compute_bounds (header, GTK_WIDGET (view), &bounds) &&
         ABS (bounds.origin.y + bounds.size.height - y) < 12;
}

/* The header scrolls with the text, also when the first thing to do in a window is to scroll. */
static void
test_header (void)
{
  const char * const events[] = { "event-hearing", "event-protests" };

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      Fixture fixture = { NULL, };
      DatelineWindow *window = kit_open_window (NULL);

      fixture.session = dateline_window_get_session (window);
      fixture.navigator = dateline_session_get_navigator (fixture.session);
      dateline_navigator_select (fixture.navigator, lookup (&fixture, events[i]), NULL);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "articles"));
      fixture.page = DATELINE_ARTICLE_PAGE (kit_find (GTK_WIDGET (window), DATELINE_TYPE_ARTICLE_PAGE, "page"));
      fixture.text = dateline_article_page_get_text (fixture.page);

      /* The passage is scrolled to, and then nothing moves any more. */
      KIT_UNTIL (gtk_adjustment_get_value (dateline_article_page_get_adjustment (fixture.page)) > 0);
      for (guint j = 0; j < 400; j++)
        kit_iterate ();
      g_assert_true (is_header_above_text (&fixture));
      kit_destroy (GTK_WINDOW (window));
    }
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  DatelineClippings *clippings = dateline_session_get_clippings (fixture->session);
  g_autoptr(DatelineClipping) clipping = NULL;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, 7);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 19);
  gtk_text_buffer_select_range (buffer, &start, &end);
  g_assert_null (dateline_navigator_get_passage (fixture->navigator));
  KIT_UNTIL (dateline_navigator_get_passage (fixture->navigator) != NULL);
  g_assert_cmpstr (dateline_passage_get_exact (dateline_navigator_get_passage (fixture->navigator)), ==, "social media");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "article.clip", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (clippings)), ==, 1);
  clipping = g_list_model_get_item (G_LIST_MODEL (clippings), 0);
  g_assert_cmpstr (dateline_clipping_get_text (clipping), ==, "social media");
}

static void
test_menu (Fixture       *fixture,
           gconstpointer  data)
{
  DatelineIndex *index = dateline_session_get_index (fixture->session);
  DatelineClippings *clippings = dateline_session_get_clippings (fixture->session);
  g_autoptr(DatelineArticleMarks) marks = dateline_article_marks_new (index, get_article (fixture, 0));
  const DatelineMark *quote = dateline_article_marks_get (marks, find_mark (marks, DATELINE_MARK_QUOTE));
  const DatelineMark *person = dateline_article_marks_get (marks, find_mark (marks, DATELINE_MARK_PERSON));
  g_autoptr(DatelineClipping) clipping = NULL;
  GdkRectangle at = { 100, 100, 1, 1 };

  g_signal_emit_by_name (fixture->text, "menu", quote->start, &at);
  g_assert_nonnull (kit_find (GTK_WIDGET (fixture->page), GTK_TYPE_POPOVER_MENU, NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "article.clip", NULL));
  clipping = g_list_model_get_item (G_LIST_MODEL (clippings), 0);
  g_assert_true (dateline_clipping_get_item (clipping) == quote->item);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "article.show", "(ssu)",
                                             "people", dateline_item_get_id (person->item), person->start));
  g_assert_cmpstr (dateline_navigator_get_view (fixture->navigator), ==, "people");
  g_assert_true (dateline_navigator_get_selected (fixture->navigator) == person->item);
  g_assert_true (dateline_navigator_get_passage (fixture->navigator) == person->passage);
}

static void
test_margin (Fixture       *fixture,
             gconstpointer  data)
{
  DatelineArticleMargin *margin = DATELINE_ARTICLE_MARGIN (find (fixture, DATELINE_TYPE_ARTICLE_MARGIN, "margin"));
  GListModel *entries = dateline_article_margin_get_entries (margin);
  GtkListView *list = GTK_LIST_VIEW (kit_find (GTK_WIDGET (margin), GTK_TYPE_LIST_VIEW, "list_view"));
  GtkSelectionModel *model = gtk_list_view_get_model (list);
  DatelinePassage *first;
  guint count = 0;
  guint position;

  /* Somebody who is named more than once. */
  for (position = 0; position < g_list_model_get_n_items (entries); position++)
    {
      g_autoptr(DatelineArticleEntry) entry = g_list_model_get_item (entries, position);

      g_object_get (entry, "count", &count, NULL);
      if (count > 1)
        break;
    }
  g_assert_cmpuint (count, >, 1);

  gtk_selection_model_select_item (model, position, TRUE);
  first = dateline_navigator_get_passage (fixture->navigator);
  g_assert_nonnull (first);
  g_assert_true (dateline_passage_get_article (first) == get_article (fixture, 0));

  /* Opened again, the row goes on, and comes round. */
  for (guint i = 0; i < count; i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (list), "list.activate-item", "u", position));
      if (i + 1 < count)
        g_assert_true (dateline_navigator_get_passage (fixture->navigator) != first);
    }
  g_assert_true (dateline_navigator_get_passage (fixture->navigator) == first);

  /* What is selected elsewhere is selected here, and nothing where there is no such row. */
  dateline_navigator_select (fixture->navigator, lookup (fixture, "person-putin"), NULL);
  g_assert_false (gtk_selection_model_is_selected (model, position));
  dateline_navigator_select (fixture->navigator, DATELINE_ITEM (get_article (fixture, 0)), NULL);
  g_assert_true (is_nothing_selected (model));
}

static void
test_margin_clip (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *margin = find (fixture, DATELINE_TYPE_ARTICLE_MARGIN, "margin");
  GListModel *entries = dateline_article_margin_get_entries (DATELINE_ARTICLE_MARGIN (margin));
  GListModel *clippings = G_LIST_MODEL (dateline_session_get_clippings (fixture->session));
  GtkWidget *list = kit_find (margin, GTK_TYPE_LIST_VIEW, "list_view");
  GtkWidget *row = gtk_widget_get_first_child (list);

  for (guint i = 0; row != NULL; i++, row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *button = kit_find (row, GTK_TYPE_BUTTON, NULL);
      g_autoptr(DatelineArticleEntry) entry = g_list_model_get_item (entries, i);
      g_autoptr(DatelineClipping) clipping = NULL;

      if (!DATELINE_IS_QUOTE (dateline_article_entry_get_item (entry)))
        continue;
      g_signal_emit_by_name (button, "clicked");
      clipping = g_list_model_get_item (clippings, 0);
      g_assert_true (dateline_clipping_get_item (clipping) == dateline_article_entry_get_item (entry));
      return;
    }
  g_assert_not_reached ();
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  DatelineAdaptiveBox *box = DATELINE_ADAPTIVE_BOX (find (fixture, DATELINE_TYPE_ADAPTIVE_BOX, "box"));
  GtkListView *list = GTK_LIST_VIEW (find (fixture, GTK_TYPE_LIST_VIEW, "list_view"));
  GtkSelectionModel *model = gtk_list_view_get_model (list);
  GtkWidget *back = find (fixture, GTK_TYPE_BUTTON, "back_button");
  DatelineAdaptiveBox *panel_box = DATELINE_ADAPTIVE_BOX (find (fixture, DATELINE_TYPE_ADAPTIVE_BOX, "panel_box"));
  GtkToggleButton *panel = GTK_TOGGLE_BUTTON (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "panel_button"));
  GtkListView *rows;

  KIT_UNTIL (dateline_adaptive_box_get_folded (box) && gtk_widget_get_visible (back));
  g_assert_false (dateline_adaptive_box_get_show_content (box));
  /* Also the article that is open can be picked. */
  KIT_UNTIL (is_nothing_selected (model));
  gtk_selection_model_select_item (model, 0, TRUE);
  g_assert_true (dateline_adaptive_box_get_show_content (box));
  g_signal_emit_by_name (back, "clicked");
  g_assert_false (dateline_adaptive_box_get_show_content (box));

  /* The panel covers the article until one of its rows is followed. */
  gtk_selection_model_select_item (model, 0, TRUE);
  KIT_UNTIL (dateline_adaptive_box_get_folded (panel_box) && !gtk_toggle_button_get_active (panel));
  gtk_toggle_button_set_active (panel, TRUE);
  g_assert_false (dateline_adaptive_box_get_show_content (panel_box));
  rows = GTK_LIST_VIEW (kit_find (find (fixture, DATELINE_TYPE_ARTICLE_MARGIN, "margin"), GTK_TYPE_LIST_VIEW, "list_view"));
  gtk_selection_model_select_item (gtk_list_view_get_model (rows), 1, TRUE);
  g_assert_nonnull (dateline_navigator_get_passage (fixture->navigator));
  g_assert_false (gtk_toggle_button_get_active (panel));
  g_assert_true (dateline_adaptive_box_get_show_content (panel_box));

  dateline_navigator_show (fixture->navigator, "articles", DATELINE_ITEM (get_article (fixture, 1)), NULL);
  g_assert_true (dateline_adaptive_box_get_show_content (box));
  KIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (fixture->text)) > 0);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->text)), <=, 360);
}

static void
test_empty_story (void)
{
  Fixture fixture = { NULL, };
  g_autoptr(DatelineStory) story = dateline_story_new ("empty", "Nothing", "", "en");

  show_view (&fixture, story, 900);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (find (&fixture, GTK_TYPE_STACK, "stack"))), ==, "empty");
  tear_down (&fixture, NULL);
}

static void
test_empty_article (void)
{
  Fixture fixture = { NULL, };
  g_autoptr(DatelineStory) story = dateline_story_new ("empty", "Nothing", "", "en");
  g_autoptr(DatelineArticle) article = g_object_new (DATELINE_TYPE_ARTICLE,
                                                     "id", "article-empty",
                                                     "headline", "<b>Nothing</b> to see",
                                                     NULL);

  dateline_story_add (story, DATELINE_ITEM (article));
  show_view (&fixture, story, 900);
  g_assert_true (gtk_widget_get_visible (kit_find (fixture.view, GTK_TYPE_LABEL, "empty_label")));
  g_assert_nonnull (kit_find_label (fixture.view, "<b>Nothing</b> to see"));
  g_assert_false (gtk_widget_get_sensitive (find (&fixture, GTK_TYPE_TOGGLE_BUTTON, "compare_button")));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.text), "text.next-mark", NULL));
  g_assert_cmpuint (dateline_article_text_get_mark (fixture.text), ==, DATELINE_NO_MARK);
  tear_down (&fixture, NULL);
}

static guint
count_made (DatelineStory *story)
{
  g_autoptr(GPtrArray) made = dateline_story_dup_made (story);

  return made->len;
}

/* Of a long list only what is seen is loaded, and follows the story. */
static void
test_long_list (void)
{
  Fixture fixture = { NULL, };
  g_autoptr(DatelineStory) story = dateline_story_new ("long", "Long", "", "en");
  g_autofree char *path = file_kit_dup_path ();
  g_autoptr(DatelineStoryFile) file = NULL;
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Move Article");
  g_autoptr(DatelineArticleEntry) row = NULL;
  g_autoptr(DatelineArticleEntry) other = NULL;
  g_autofree char *title = NULL;
  GtkSelectionModel *model;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("article-%u", i);
      g_autoptr(DatelineArticle) article = g_object_new (DATELINE_TYPE_ARTICLE, "id", id, "headline", id, NULL);

      dateline_story_add (story, DATELINE_ITEM (article));
    }
  file = dateline_story_file_create (path, story, NULL, NULL);
  g_clear_object (&file);
  file = file_kit_open (path);
  fixture.session = dateline_session_new_for_file (file);
  show_view (&fixture, NULL, 900);
  KIT_UNTIL (kit_find_label (fixture.view, "article-1") != NULL);
  model = gtk_list_view_get_model (GTK_LIST_VIEW (find (&fixture, GTK_TYPE_LIST_VIEW, "list_view")));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1000);
  g_assert_cmpuint (count_made (dateline_story_file_get_story (file)), <, 500);

  /* A row says what is so now, and is still the same row. */
  gtk_selection_model_select_item (model, 1, TRUE);
  row = g_list_model_get_item (G_LIST_MODEL (model), 1);
  file_kit_set (file, "article-1", "headline", "Changed");
  KIT_UNTIL (!dateline_view_is_stale (DATELINE_VIEW (fixture.view)));
  other = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_assert_true (other == row);
  g_object_get (row, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Changed");
  g_assert_true (gtk_selection_model_is_selected (model, 1));

  /* Where an article is moved to the selection goes, and nothing else is selected by that. */
  dateline_navigator_select (fixture.navigator, NULL, NULL);
  dateline_edit_move (edit, "article-1", "article-4");
  file_kit_apply (file, edit);
  KIT_UNTIL (!dateline_view_is_stale (DATELINE_VIEW (fixture.view)));
  g_assert_true (gtk_selection_model_is_selected (model, 3));
  g_assert_null (dateline_navigator_get_selected (fixture.navigator));
  tear_down (&fixture, NULL);
}

int
main (int   argc,
      char *argv[])
{
  kit_init (&argc, &argv);
  file_kit_init (&argc, &argv);

#define ADD(path, width, function) \
  g_test_add ("/articles/" path, Fixture, GINT_TO_POINTER (width), set_up, function, tear_down)
  ADD ("text", 1180, test_text);
  ADD ("list", 1180, test_list);
  ADD ("marks", 1180, test_marks);
  ADD ("mark-selects", 1180, test_mark_selects);
  ADD ("kinds", 1180, test_kinds);
  ADD ("zoom", 1180, test_zoom);
  ADD ("reveal", 1180, test_reveal);
  ADD ("words", 1180, test_words);
  ADD ("menu", 1180, test_menu);
  ADD ("margin", 1180, test_margin);
  ADD ("margin-clip", 1180, test_margin_clip);
  ADD ("narrow", 360, test_narrow);
  g_test_add_func ("/articles/long-list", test_long_list);
  g_test_add_func ("/articles/late", test_late);
  g_test_add_func ("/articles/header", test_header);
  g_test_add_func ("/articles/empty-story", test_empty_story);
  g_test_add_func ("/articles/empty-article", test_empty_article);

  return file_kit_run ();
}
