/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search: typing shows results in place of the views, Enter and a click lead to where the result stands. */
#include "config.h"

#include "dateline-search-view.h"
#include "kit.h"

#include "dateline-search-hit.h"

static const char *
shown_page (DatelineWindow *window)
{
  GtkWidget *stack = kit_find (GTK_WIDGET (window), GTK_TYPE_STACK, "content_stack");

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

/* The list of results: other views have lists too. */
static GtkWidget *
find_list (DatelineWindow *window)
{
  GtkWidget *view = kit_find (GTK_WIDGET (window), DATELINE_TYPE_SEARCH_VIEW, NULL);

  return view != NULL ? kit_find (view, GTK_TYPE_LIST_VIEW, "list_view") : NULL;
}

static GListModel *
type_words (DatelineWindow *window,
            const char     *words)
{
  GtkWidget *entry = kit_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, "search_entry");
  GtkWidget *list;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL));
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  KIT_UNTIL (g_strcmp0 (shown_page (window), *words != '\0' ? "search" : "views") == 0);
  list = find_list (window);

  return list != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))) : NULL;
}

static void
test_typing (void)
{
  DatelineWindow *window = kit_open_window (NULL);
  GtkWidget *bar = kit_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_BAR, "search_bar");
  GtkWidget *stack;
  guint many;
  guint fewer;

  g_assert_cmpstr (shown_page (window), ==, "views");
  many = g_list_model_get_n_items (type_words (window, "navalny"));
  g_assert_cmpuint (many, >, 5);
  type_words (window, "");
  fewer = g_list_model_get_n_items (type_words (window, "navalny heart"));
  g_assert_cmpuint (fewer, >, 0);
  g_assert_cmpuint (fewer, <, many);

  type_words (window, "");
  type_words (window, "zzqqzz");
  stack = kit_find (GTK_WIDGET (window), GTK_TYPE_STACK, "search_stack");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (bar), FALSE);
  g_assert_cmpstr (shown_page (window), ==, "views");

  kit_destroy (GTK_WINDOW (window));
}

static void
test_more (void)
{
  DatelineWindow *window = kit_open_window (NULL);
  GListModel *hits = type_words (window, "a");
  GtkWidget *more = kit_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "more_button");
  guint few = g_list_model_get_n_items (hits);

  g_assert_true (gtk_widget_get_visible (more));
  g_signal_emit_by_name (more, "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (hits), >, few);
  g_assert_false (gtk_widget_get_visible (more));

  kit_destroy (GTK_WINDOW (window));
}

static void
test_enter (void)
{
  DatelineWindow *window = kit_open_window (NULL);
  DatelineNavigator *navigator = dateline_session_get_navigator (dateline_window_get_session (window));
  GtkWidget *entry = kit_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, "search_entry");
  GListModel *hits = type_words (window, "fedorova");
  g_autoptr(DatelineSearchHit) first = g_list_model_get_item (hits, 0);
  DatelineItem *item = dateline_search_hit_get_item (first);

  g_assert_cmpint (dateline_item_get_kind (item), ==, DATELINE_ITEM_PERSON);
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (dateline_navigator_get_selected (navigator) == item);
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "people");
  g_assert_cmpstr (shown_page (window), ==, "views");

  kit_destroy (GTK_WINDOW (window));
}

static void
test_every_kind (void)
{
  static const char *const views[DATELINE_N_ITEM_KINDS] = {
    [DATELINE_ITEM_ARTICLE] = "articles",
    [DATELINE_ITEM_PERSON] = "people",
    [DATELINE_ITEM_EVENT] = "timeline",
    [DATELINE_ITEM_QUOTE] = "articles",
    [DATELINE_ITEM_REACTION] = "reactions",
    [DATELINE_ITEM_CLAIM] = "compare"
  };
  DatelineWindow *window = kit_open_window (NULL);
  DatelineNavigator *navigator = dateline_session_get_navigator (dateline_window_get_session (window));
  guint at[DATELINE_N_ITEM_KINDS] = { 0 };
  guint n_kinds = 0;
  GListModel *hits = type_words (window, "a");
  GtkWidget *list = find_list (window);

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr(DatelineSearchHit) hit = g_list_model_get_item (hits, i);
      DatelineItemKind kind = dateline_item_get_kind (dateline_search_hit_get_item (hit));

      if (n_kinds == 0 || at[kind] == 0)
        {
          at[kind] = i;
          n_kinds++;
        }
    }
  g_assert_cmpuint (n_kinds, >=, 6);

  for (guint kind = DATELINE_ITEM_ARTICLE; kind <= DATELINE_ITEM_CLAIM; kind++)
    {
      g_autoptr(DatelineSearchHit) hit = NULL;

      hits = type_words (window, "a");
      hit = g_list_model_get_item (hits, at[kind]);
      g_assert_cmpint (dateline_item_get_kind (dateline_search_hit_get_item (hit)), ==, (int) kind);
      g_signal_emit_by_name (list, "activate", at[kind]);
      g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, views[kind]);
      g_assert_true (dateline_navigator_get_selected (navigator) == dateline_search_hit_get_item (hit));
      type_words (window, "");
    }

  kit_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  kit_init (&argc, &argv);

  g_test_add_func ("/search/typing", test_typing);
  g_test_add_func ("/search/more", test_more);
  g_test_add_func ("/search/enter", test_enter);
  g_test_add_func ("/search/every-kind", test_every_kind);

  return g_test_run ();
}
