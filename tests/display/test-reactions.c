/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reactions: cards, filters, charts, the order, and the one selection that all views share. */
#include "config.h"

#include "dateline-bar-chart.h"
#include "dateline-filter-chips.h"
#include "dateline-json-reader.h"
#include "dateline-reaction-card.h"
#include "dateline-reaction-filter.h"
#include "dateline-reaction-wall.h"
#include "dateline-reactions-view.h"
#include "dateline-timeline-histogram.h"
#include "kit.h"

typedef struct
{
  DatelineSession  *session;
  DatelineSettings *settings;
  GtkWidget        *view;
  GtkWindow        *window;
} Fixture;

static void
show (Fixture         *fixture,
      DatelineSession *session,
      int              width)
{
  fixture->session = session;
  fixture->settings = dateline_settings_new ();
  fixture->view = g_object_new (DATELINE_TYPE_REACTIONS_VIEW,
                                "session", session,
                                "settings", fixture->settings,
                                NULL);
  fixture->window = kit_show (fixture->view, width, 700);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  show (fixture, kit_new_session (), 1100);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  kit_destroy (fixture->window);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->settings);
}

static DatelineNavigator *
get_navigator (Fixture *fixture)
{
  return dateline_session_get_navigator (fixture->session);
}

static DatelineItem *
lookup (Fixture    *fixture,
        const char *id)
{
  DatelineItem *item = dateline_story_lookup (dateline_session_get_story (fixture->session), id);

  g_assert_nonnull (item);

  return item;
}

static GListModel *
get_reactions (Fixture *fixture)
{
  return dateline_story_get_reactions (dateline_session_get_story (fixture->session));
}

static guint
count_cards (Fixture *fixture)
{
  return kit_count (fixture->view, DATELINE_TYPE_REACTION_CARD);
}

static const char *
get_count_text (Fixture *fixture)
{
  return gtk_label_get_label (GTK_LABEL (kit_find (fixture->view, GTK_TYPE_LABEL, "count_label")));
}

static GtkWidget *
find_card (GtkWidget    *root,
           DatelineItem *reaction)
{
  if (DATELINE_IS_REACTION_CARD (root) &&
      DATELINE_ITEM (dateline_reaction_card_get_reaction (DATELINE_REACTION_CARD (root))) == reaction)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *card = find_card (child, reaction);

      if (card != NULL)
        return card;
    }

  return NULL;
}

static GtkWidget *
find_card_by_id (Fixture    *fixture,
                 const char *id)
{
  return find_card (fixture->view, lookup (fixture, id));
}

/* The button that has a label of this text in it. */
static GtkWidget *
find_button (GtkWidget  *root,
             const char *text)
{
  GtkWidget *label = root != NULL ? kit_find_label (root, text) : NULL;

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

static GtkWidget *
find_bar (Fixture    *fixture,
          const char *text)
{
  GtkWidget *box = kit_find (fixture->view, GTK_TYPE_BOX, "charts_box");
  GtkWidget *bar;

  KIT_UNTIL ((bar = find_button (box, text)) != NULL);
  g_assert_true (GTK_IS_TOGGLE_BUTTON (bar));

  return bar;
}

static void
click (GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
toggle (Fixture    *fixture,
        const char *facet,
        const char *key)
{
  g_assert_true (gtk_widget_activate_action (fixture->view, "reactions.toggle-filter", "(ss)", facet, key));
}

/* What the story itself says, counted without the code under test. */
static guint
count_with_theme (Fixture    *fixture,
                  const char *theme)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (get_reactions (fixture)); i++)
    {
      g_autoptr(DatelineReaction) reaction = g_list_model_get_item (get_reactions (fixture), i);

      if (g_strv_contains (dateline_reaction_get_themes (reaction), theme))
        n++;
    }

  return n;
}

static void
test_wall (Fixture       *fixture,
           gconstpointer  data)
{
  guint n = g_list_model_get_n_items (get_reactions (fixture));
  GtkWidget *card = find_card_by_id (fixture, "reaction-grace-sing");
  DatelineReaction *reaction = DATELINE_REACTION (lookup (fixture, "reaction-grace-sing"));

  g_assert_cmpuint (n, >=, 20);
  KIT_UNTIL (count_cards (fixture) == n);
  /* The very words, emoji and all. */
  g_assert_nonnull (kit_find_label (card, dateline_reaction_get_text (reaction)));
  g_assert_nonnull (kit_find_label (card, "@hotgrace1"));
  g_assert_nonnull (kit_find_label (card, "#AlexeiNavalny"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
test_bars (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *bar = find_bar (fixture, "courage");
  guint courage = count_with_theme (fixture, "courage");
  g_autofree char *name = g_strdup_printf ("courage: %u reactions", courage);
  g_autofree char *count = g_strdup_printf ("%u of %u reactions", courage, g_list_model_get_n_items (get_reactions (fixture)));

  g_assert_cmpuint (courage, >, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE);

  click (bar);
  KIT_UNTIL (count_cards (fixture) == courage);
  /* What is on a card still works. */
  g_assert_true (gtk_widget_get_sensitive (kit_find (find_card_by_id (fixture, "reaction-dirk-g"),
                                                     GTK_TYPE_BUTTON, "clip_button")));
  g_assert_true (gtk_widget_get_sensitive (kit_find (find_card_by_id (fixture, "reaction-dirk-g"),
                                                     GTK_TYPE_BUTTON, "name_button")));
  KIT_UNTIL (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (bar)));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_cmpstr (get_count_text (fixture), ==, count);

  click (bar);
  KIT_UNTIL (count_cards (fixture) == g_list_model_get_n_items (get_reactions (fixture)));
  KIT_UNTIL (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (bar)));
}

static void
test_any_and_all (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(DatelineReactionFilter) filter = dateline_reaction_filter_new ();
  g_autoptr(GtkFilterListModel) model = gtk_filter_list_model_new (g_object_ref (get_reactions (fixture)),
                                                                   g_object_ref (GTK_FILTER (filter)));
  GListModel *shown = G_LIST_MODEL (model);
  guint either = 0;

  for (guint i = 0; i < g_list_model_get_n_items (get_reactions (fixture)); i++)
    {
      g_autoptr(DatelineReaction) reaction = g_list_model_get_item (get_reactions (fixture), i);

      if (g_strv_contains (dateline_reaction_get_themes (reaction), "hope") ||
          g_strv_contains (dateline_reaction_get_themes (reaction), "gratitude"))
        either++;
    }

  /* Any of the keys of one dimension ... */
  dateline_reaction_filter_toggle (filter, DATELINE_REACTION_FACET_THEME, "hope");
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, count_with_theme (fixture, "hope"));
  dateline_reaction_filter_toggle (filter, DATELINE_REACTION_FACET_THEME, "gratitude");
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, either);
  /* ... and all of the dimensions. */
  dateline_reaction_filter_toggle (filter, DATELINE_REACTION_FACET_PLATFORM, "Instagram");
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 1);
  dateline_reaction_filter_toggle (filter, DATELINE_REACTION_FACET_DAY, "2021-02-03");
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 0);
  dateline_reaction_filter_toggle (filter, DATELINE_REACTION_FACET_DAY, "2021-02-03");
  dateline_reaction_filter_toggle (filter, DATELINE_REACTION_FACET_THEME, "gratitude");
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 0);

  dateline_reaction_filter_clear (filter);
  g_assert_false (dateline_reaction_filter_get_active (filter));
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, g_list_model_get_n_items (get_reactions (fixture)));

  /* Words of the post, of the name and of the handle. */
  dateline_reaction_filter_set_text (filter, "TEARS");
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 1);
  dateline_reaction_filter_set_text (filter, "tears brigitte");
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 1);
  dateline_reaction_filter_set_text (filter, "@hotgrace1");
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 1);
  dateline_reaction_filter_set_text (filter, "no such words");
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 0);
}

static void
test_every_facet (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct { const char *facet; const char *key; guint expected; } cases[] = {
    { "platform", "Instagram", 2 },
    { "author", "person-fedorova", 1 },
    { "hashtag", "FreeAlexyNavalny", 1 },
    { "article", "article-selfies-in-red", 2 },
    { "answers", "event-everything-fine", 2 },
    { "answers", "reaction-fedorova", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s: %s", cases[i].facet, cases[i].key);
      toggle (fixture, cases[i].facet, cases[i].key);
      KIT_UNTIL (count_cards (fixture) == cases[i].expected);
      g_assert_true (gtk_widget_activate_action (fixture->view, "reactions.clear-filters", NULL));
      KIT_UNTIL (count_cards (fixture) == g_list_model_get_n_items (get_reactions (fixture)));
    }
}

static void
test_chips (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *chips = kit_find (fixture->view, DATELINE_TYPE_FILTER_CHIPS, NULL);
  GtkWidget *card = find_card_by_id (fixture, "reaction-annie-hall");

  g_assert_false (gtk_widget_get_visible (chips));

  /* A hashtag on a card filters; its chip above takes that back. */
  click (find_button (card, "#FreeAlexyNavalny"));
  KIT_UNTIL (count_cards (fixture) == 1);
  KIT_UNTIL (find_button (chips, "#FreeAlexyNavalny") != NULL);
  g_assert_true (gtk_widget_get_visible (chips));
  click (find_button (chips, "#FreeAlexyNavalny"));
  KIT_UNTIL (count_cards (fixture) > 1);
  KIT_UNTIL (!gtk_widget_get_visible (chips));

  toggle (fixture, "theme", "hope");
  toggle (fixture, "platform", "Twitter");
  KIT_UNTIL (find_button (chips, "Clear Filters") != NULL);
  click (find_button (chips, "Clear Filters"));
  KIT_UNTIL (count_cards (fixture) == g_list_model_get_n_items (get_reactions (fixture)));
}

/* A bar of the timeline leads to all of its reactions, whatever was asked for before. */
static void
test_range (Fixture       *fixture,
            gconstpointer  data)
{
  DatelineNavigator *navigator = get_navigator (fixture);
  guint n_all = g_list_model_get_n_items (get_reactions (fixture));
  g_autoptr(GArray) dates = dateline_timeline_histogram_collect (dateline_session_get_story (fixture->session));
  const DatelineTimelineBucket *first = &g_array_index (dates, DatelineTimelineBucket, 0);
  gint64 end = first->start + 86400;
  guint n = 0;

  while (n < dates->len && g_array_index (dates, DatelineTimelineBucket, n).start < end)
    n++;
  g_assert_cmpuint (n, >, 1);
  g_assert_cmpuint (n, <, n_all);

  gtk_widget_activate_action (fixture->view, "reactions.toggle-filter", "(ss)", "platform", "nowhere");
  dateline_navigator_show_reactions (navigator, first->start, end);
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "reactions");
  KIT_UNTIL (count_cards (fixture) == n);
  for (guint i = 0; i < n_all; i++)
    {
      g_autoptr(DatelineReaction) reaction = g_list_model_get_item (get_reactions (fixture), i);
      DatelineDate *date = dateline_reaction_get_date (reaction);

      if (date == NULL || dateline_date_get_lower (date) < first->start || dateline_date_get_lower (date) >= end)
        g_assert_null (find_card (fixture->view, DATELINE_ITEM (reaction)));
    }

  gtk_widget_activate_action (fixture->view, "reactions.clear-range", NULL);
  KIT_UNTIL (count_cards (fixture) > n);

  dateline_navigator_show_reactions (navigator, first->start, end);
  KIT_UNTIL (count_cards (fixture) == n);
  gtk_widget_activate_action (fixture->view, "reactions.clear-filters", NULL);
  KIT_UNTIL (count_cards (fixture) > n);
}

static void
test_suggestion (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *chips = kit_find (fixture->view, DATELINE_TYPE_FILTER_CHIPS, NULL);
  DatelineItem *event = lookup (fixture, "event-everything-fine");
  g_autofree char *text = g_strdup_printf ("Answers: %s", dateline_item_get_label (event));

  dateline_navigator_select (get_navigator (fixture), event, NULL);
  KIT_UNTIL (find_button (chips, text) != NULL);
  click (find_button (chips, text));
  KIT_UNTIL (count_cards (fixture) == 2);
}

static void
test_nothing_found (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *stack = kit_find (fixture->view, GTK_TYPE_STACK, "wall_stack");

  toggle (fixture, "theme", "no such theme");
  KIT_UNTIL (g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "none"));
  click (kit_find (fixture->view, GTK_TYPE_BUTTON, "clear_button"));
  KIT_UNTIL (g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "wall"));
  KIT_UNTIL (count_cards (fixture) == g_list_model_get_n_items (get_reactions (fixture)));
}

static void
test_search_entry (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *entry = kit_find (fixture->view, GTK_TYPE_SEARCH_ENTRY, "search_entry");

  gtk_editable_set_text (GTK_EDITABLE (entry), "heartbreaking");
  KIT_UNTIL (count_cards (fixture) == 1);
  g_assert_true (gtk_widget_activate_action (fixture->view, "reactions.clear-filters", NULL));
  KIT_UNTIL (count_cards (fixture) > 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  DatelineItem *reaction = lookup (fixture, "reaction-navalnaya");
  GtkWidget *scrolled = kit_find (kit_find (fixture->view, DATELINE_TYPE_REACTION_WALL, NULL),
                                  GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkWidget *revealer = kit_find (fixture->view, GTK_TYPE_REVEALER, "hidden_revealer");
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  /* From a card to everywhere ... */
  g_assert_true (gtk_widget_activate_action (find_card_by_id (fixture, "reaction-lacy"), "reaction.select", NULL));
  g_assert_true (dateline_navigator_get_selected (get_navigator (fixture)) == lookup (fixture, "reaction-lacy"));
  g_assert_true (gtk_widget_get_state_flags (find_card_by_id (fixture, "reaction-lacy")) & GTK_STATE_FLAG_SELECTED);

  /* ... and from anywhere to the card, which is the last of the wall. */
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  dateline_navigator_select (get_navigator (fixture), reaction, NULL);
  KIT_UNTIL (gtk_adjustment_get_value (adjustment) > 0);
  g_assert_true (gtk_widget_get_state_flags (find_card (fixture->view, reaction)) & GTK_STATE_FLAG_SELECTED);
  g_assert_false (gtk_widget_get_state_flags (find_card_by_id (fixture, "reaction-lacy")) & GTK_STATE_FLAG_SELECTED);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));

  /* Hidden by a filter, it is offered. */
  toggle (fixture, "platform", "Twitter");
  KIT_UNTIL (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  click (kit_find (fixture->view, GTK_TYPE_BUTTON, "hidden_button"));
  KIT_UNTIL (!gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  KIT_UNTIL (find_card (fixture->view, reaction) != NULL);
  g_assert_true (gtk_widget_get_state_flags (find_card (fixture->view, reaction)) & GTK_STATE_FLAG_SELECTED);
}

static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  DatelineNavigator *navigator = get_navigator (fixture);
  DatelineItem *reaction = lookup (fixture, "reaction-lacy");
  GtkWidget *card = find_card (fixture->view, reaction);
  g_autoptr(DatelinePassage) verbatim = g_list_model_get_item (dateline_item_get_passages (reaction), 0);
  g_autoptr(DatelinePassage) paraphrase = g_list_model_get_item (dateline_item_get_passages (reaction), 1);
  g_autofree char *text = g_strdup_printf ("Paraphrased in %s: “%s”",
                                           dateline_article_get_badge (dateline_passage_get_article (paraphrase)),
                                           dateline_passage_get_exact (paraphrase));

  click (find_button (card, "Word for word"));
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "articles");
  g_assert_true (dateline_navigator_get_selected (navigator) == reaction);
  g_assert_true (dateline_navigator_get_passage (navigator) == verbatim);

  click (find_button (card, text));
  g_assert_true (dateline_navigator_get_passage (navigator) == paraphrase);

  g_assert_true (gtk_widget_activate_action (card, "reaction.show-author", NULL));
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "people");
  g_assert_true (dateline_navigator_get_selected (navigator) == lookup (fixture, "person-lacy"));

  card = find_card_by_id (fixture, "reaction-navalnaya");
  click (find_button (card, "In reply to Katya Fedorova"));
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "reactions");
  g_assert_true (dateline_navigator_get_selected (navigator) == lookup (fixture, "reaction-fedorova"));
  click (find_button (find_card_by_id (fixture, "reaction-fedorova"), "Reply by Yulia Navalnaya"));
  g_assert_true (dateline_navigator_get_selected (navigator) == lookup (fixture, "reaction-navalnaya"));
}

static DatelineItem *
get_first_card_item (Fixture *fixture)
{
  GtkWidget *card = kit_find (fixture->view, DATELINE_TYPE_REACTION_CARD, NULL);

  return card != NULL ? DATELINE_ITEM (dateline_reaction_card_get_reaction (DATELINE_REACTION_CARD (card))) : NULL;
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  DatelineItem *event = lookup (fixture, "event-abc-post");
  DatelineNavigator *navigator = get_navigator (fixture);
  g_autofree char *answers = g_strdup_printf ("Answers: %s", dateline_item_get_label (event));
  GtkWidget *link = find_button (find_card_by_id (fixture, "reaction-lacy"), answers);

  /* Grouped, the heading leads to the event; on its own each card does. */
  g_assert_false (gtk_widget_get_visible (link));
  click (find_button (kit_find (fixture->view, GTK_TYPE_BOX, "groups_box"), dateline_item_get_label (event)));
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "timeline");
  g_assert_true (dateline_navigator_get_selected (navigator) == event);

  g_object_set (fixture->view, "grouped", FALSE, NULL);
  KIT_UNTIL ((link = find_button (find_card_by_id (fixture, "reaction-lacy"), answers)) != NULL &&
             gtk_widget_get_visible (link));
  dateline_navigator_set_view (navigator, "reactions");
  click (link);
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "timeline");

  g_assert_true (gtk_widget_activate_action (fixture->view, "reactions.sort", "s", "author"));
  KIT_UNTIL (get_first_card_item (fixture) == lookup (fixture, "reaction-abc-news"));
  g_assert_true (gtk_widget_activate_action (fixture->view, "reactions.sort", "s", "newest"));
  KIT_UNTIL (get_first_card_item (fixture) == lookup (fixture, "reaction-mary-jane-bryksa"));
}

static void
test_clip (Fixture       *fixture,
           gconstpointer  data)
{
  GListModel *clippings = G_LIST_MODEL (dateline_session_get_clippings (fixture->session));
  GtkWidget *card = find_card_by_id (fixture, "reaction-lacy");
  GtkWidget *button = kit_find (card, GTK_TYPE_BUTTON, "clip_button");

  click (button);
  g_assert_cmpuint (g_list_model_get_n_items (clippings), ==, 1);
  g_assert_false (gtk_widget_get_sensitive (button));
  dateline_clippings_remove (dateline_session_get_clippings (fixture->session), 0);
  g_assert_true (gtk_widget_get_sensitive (button));
}

static void
test_empty (void)
{
  Fixture fixture;
  g_autoptr(DatelineStory) story = dateline_story_new ("empty", "Empty", NULL, "en");

  show (&fixture, dateline_session_new (story), 360);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (kit_find (fixture.view, GTK_TYPE_STACK, "stack"))),
                   ==, "empty");
  tear_down (&fixture, NULL);
}

static DatelineSession *
new_large_session (guint n)
{
  g_autoptr(GString) json = g_string_new ("{\"format\":\"dateline-story\",\"version\":1,\"id\":\"s\",\"title\":\"S\","
                                          "\"language\":\"en\",\"people\":[{\"id\":\"person-p\",\"name\":\"P\","
                                          "\"kind\":\"person\"}],\"reactions\":[");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(DatelineStory) story = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (json,
                            "%s{\"id\":\"reaction-%u\",\"author\":\"person-p\",\"handle\":\"u%u\",\"platform\":\"P%u\",\"form\":\"post\","
                            "\"text\":\"Post number %u of very many \\u202eabc\\u202c\",\"themes\":[\"t%u\"]}",
                            i > 0 ? "," : "", i, i, i % 7, i, i % 50);
  g_string_append (json, "]}");
  bytes = g_bytes_new (json->str, json->len);
  story = dateline_json_reader_read (bytes, NULL, &error);
  g_assert_no_error (error);

  return dateline_session_new (story);
}

static void
test_large (void)
{
  Fixture fixture;
  DatelineItem *far;
  GtkWidget *scrolled;
  GtkAdjustment *adjustment;
  guint n_first;

  show (&fixture, new_large_session (5000), 1100);
  scrolled = kit_find (kit_find (fixture.view, DATELINE_TYPE_REACTION_WALL, NULL), GTK_TYPE_SCROLLED_WINDOW, NULL);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_assert_cmpstr (get_count_text (&fixture), ==, "5000 reactions");

  /* Only a stretch has cards, and it grows as the reader scrolls. */
  n_first = count_cards (&fixture);
  g_assert_cmpuint (n_first, >, 0);
  g_assert_cmpuint (n_first, <, 200);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  KIT_UNTIL (count_cards (&fixture) > n_first);
  g_assert_cmpuint (count_cards (&fixture), <, 300);

  /* Far away, the stretch moves there. */
  far = lookup (&fixture, "reaction-4321");
  dateline_navigator_select (get_navigator (&fixture), far, NULL);
  KIT_UNTIL (find_card (fixture.view, far) != NULL);
  g_assert_cmpuint (count_cards (&fixture), <, 200);
  g_assert_true (gtk_widget_get_state_flags (find_card (fixture.view, far)) & GTK_STATE_FLAG_SELECTED);
  n_first = count_cards (&fixture);
  click (kit_find (fixture.view, GTK_TYPE_BUTTON, "earlier_button"));
  KIT_UNTIL (count_cards (&fixture) > n_first);

  toggle (&fixture, "theme", "t7");
  KIT_UNTIL (g_str_equal (get_count_text (&fixture), "100 of 5000 reactions"));

  tear_down (&fixture, NULL);
}

static void
test_narrow (void)
{
  Fixture fixture;
  GtkWidget *filters;
  GtkWidget *bar;

  show (&fixture, kit_new_session (), 360);
  filters = kit_find (fixture.view, GTK_TYPE_BUTTON, "filters_button");
  KIT_UNTIL (gtk_widget_get_visible (filters));
  bar = find_bar (&fixture, "courage");
  g_assert_false (gtk_widget_get_mapped (bar));
  click (filters);
  KIT_UNTIL (gtk_widget_get_mapped (bar));
  click (bar);
  click (gtk_widget_get_ancestor (kit_find (fixture.view, GTK_TYPE_LABEL, "back_label"), GTK_TYPE_BUTTON));
  KIT_UNTIL (!gtk_widget_get_mapped (bar));
  g_assert_cmpint (gtk_widget_get_width (fixture.view), <=, 360);

  /* Who is led to a post sees it, not the filters. */
  click (filters);
  KIT_UNTIL (gtk_widget_get_mapped (bar));
  dateline_navigator_show (get_navigator (&fixture), "reactions", lookup (&fixture, "reaction-dirk-g"), NULL);
  KIT_UNTIL (!gtk_widget_get_mapped (bar));
  tear_down (&fixture, NULL);
}

/* Long names, joined letters, emoji of several code points, and markup that is none. */
static DatelineSession *
new_unruly_session (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "unruly.json", NULL);
  g_autoptr(DatelineStory) story = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) warnings = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (contents, length);
  story = dateline_json_reader_read (bytes, &warnings, &error);
  g_assert_no_error (error);
  g_assert_true (warnings == NULL || warnings[0] == NULL);

  return dateline_session_new (story);
}

static guint
count_children (GtkWidget *widget)
{
  g_autoptr(GListModel) children = gtk_widget_observe_children (widget);

  return g_list_model_get_n_items (children);
}

static void
test_unruly (void)
{
  static const int widths[] = { 1100, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Fixture fixture;
      GtkWidget *card;
      guint n_links;

      show (&fixture, new_unruly_session (), widths[i]);
      KIT_UNTIL (count_cards (&fixture) == g_list_model_get_n_items (get_reactions (&fixture)));
      /* What looks like markup is text, and a browser is handed nothing but addresses of the web. */
      g_assert_nonnull (kit_find_label (find_card_by_id (&fixture, "reaction-3"), "<b>bold</b> & <script>alert(1)</script>"));
      g_assert_cmpint (gtk_widget_get_width (fixture.view), <=, widths[i]);

      /* A few of many passages, and all of them when asked for. */
      card = find_card_by_id (&fixture, "reaction-6");
      n_links = count_children (kit_find (card, GTK_TYPE_BOX, "links_box"));
      click (kit_find (card, GTK_TYPE_BUTTON, "more_button"));
      g_assert_cmpuint (count_children (kit_find (card, GTK_TYPE_BOX, "links_box")), ==, n_links + 4);
      g_assert_false (gtk_widget_get_visible (kit_find (card, GTK_TYPE_BUTTON, "more_button")));
      kit_iterate ();
      tear_down (&fixture, NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  kit_init (&argc, &argv);

  g_test_add ("/reactions/wall", Fixture, NULL, set_up, test_wall, tear_down);
  g_test_add ("/reactions/bars", Fixture, NULL, set_up, test_bars, tear_down);
  g_test_add ("/reactions/any-and-all", Fixture, NULL, set_up, test_any_and_all, tear_down);
  g_test_add ("/reactions/every-facet", Fixture, NULL, set_up, test_every_facet, tear_down);
  g_test_add ("/reactions/chips", Fixture, NULL, set_up, test_chips, tear_down);
  g_test_add ("/reactions/range", Fixture, NULL, set_up, test_range, tear_down);
  g_test_add ("/reactions/suggestion", Fixture, NULL, set_up, test_suggestion, tear_down);
  g_test_add ("/reactions/nothing-found", Fixture, NULL, set_up, test_nothing_found, tear_down);
  g_test_add ("/reactions/search-entry", Fixture, NULL, set_up, test_search_entry, tear_down);
  g_test_add ("/reactions/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/reactions/links", Fixture, NULL, set_up, test_links, tear_down);
  g_test_add ("/reactions/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/reactions/clip", Fixture, NULL, set_up, test_clip, tear_down);
  g_test_add_func ("/reactions/empty", test_empty);
  g_test_add_func ("/reactions/large", test_large);
  g_test_add_func ("/reactions/narrow", test_narrow);
  g_test_add_func ("/reactions/unruly", test_unruly);

  return g_test_run ();
}
