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

static GtkLabel *
find_count (DatelineWindow *window)
{
  return GTK_LABEL (kit_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "count_label"));
}

static const char *
search_page (DatelineWindow *window)
{
  GtkWidget *stack = kit_find (GTK_WIDGET (window), GTK_TYPE_STACK, "search_stack");

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

/* Types, and waits until what is shown is the answer: the first letter of it is one nobody would search for. */
static GListModel *
type_words (DatelineWindow *window,
            const char     *words)
{
  GtkWidget *entry = kit_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, "search_entry");
  GtkWidget *list;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL));
  if (*words != '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), "zzqqzz");
      KIT_UNTIL (g_strcmp0 (shown_page (window), "search") == 0 && g_strcmp0 (search_page (window), "empty") == 0);
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  KIT_UNTIL (g_strcmp0 (shown_page (window), *words != '\0' ? "search" : "views") == 0);
  if (*words != '\0' && !g_str_equal (words, "zzqqzz"))
    KIT_UNTIL (g_strcmp0 (search_page (window), "results") == 0);
  list = find_list (window);

  return list != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))) : NULL;
}

static void
choose (DatelineWindow *window,
        const char     *action,
        const char     *key)
{
  GtkWidget *view = kit_find (GTK_WIDGET (window), DATELINE_TYPE_SEARCH_VIEW, NULL);
  g_autofree char *name = g_strconcat ("search.", action, NULL);

  g_assert_true (gtk_widget_activate_action (view, name, key != NULL ? "s" : NULL, key));
}

static void
test_typing (void)
{
  DatelineWindow *window = kit_open_window (NULL);
  GtkWidget *bar = kit_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_BAR, "search_bar");
  guint many;
  guint fewer;

  g_assert_cmpstr (shown_page (window), ==, "views");
  many = g_list_model_get_n_items (type_words (window, "navalny"));
  g_assert_cmpuint (many, >, 5);
  fewer = g_list_model_get_n_items (type_words (window, "navalny heart"));
  g_assert_cmpuint (fewer, >, 0);
  g_assert_cmpuint (fewer, <, many);
  g_assert_cmpstr (gtk_label_get_label (find_count (window)), ==, "12 results");
  g_assert_cmpuint (g_list_model_get_n_items (type_words (window, "навальный heart")), ==, fewer);

  type_words (window, "zzqqzz");
  g_assert_cmpstr (search_page (window), ==, "empty");

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (bar), FALSE);
  g_assert_cmpstr (shown_page (window), ==, "views");

  kit_destroy (GTK_WINDOW (window));
}

/* A filter changes what is shown and counted; Show All is one; an empty answer says how to take them off. */
static void
test_filters (void)
{
  DatelineWindow *window = kit_open_window (NULL);
  GListModel *hits = type_words (window, "a");
  GtkWidget *clear = kit_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "clear_button");
  guint few = g_list_model_get_n_items (hits);
  g_autofree char *all = g_strdup (gtk_label_get_label (find_count (window)));

  choose (window, "kind", "articles");
  KIT_UNTIL (g_strcmp0 (gtk_label_get_label (find_count (window)), all) != 0);
  g_assert_cmpuint (g_list_model_get_n_items (hits), >, 8);
  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr(DatelineSearchHit) hit = g_list_model_get_item (hits, i);

      g_assert_cmpint (dateline_search_hit_get_group (hit), ==, DATELINE_SEARCH_ARTICLES);
    }

  choose (window, "year", "1812");
  KIT_UNTIL (g_strcmp0 (search_page (window), "empty") == 0);
  g_assert_true (gtk_widget_get_visible (clear));
  g_signal_emit_by_name (clear, "clicked");
  KIT_UNTIL (g_strcmp0 (search_page (window), "results") == 0);
  g_assert_cmpuint (g_list_model_get_n_items (hits), ==, few);
  g_assert_cmpstr (gtk_label_get_label (find_count (window)), ==, all);

  choose (window, "person", "person-navalny");
  KIT_UNTIL (g_strcmp0 (gtk_label_get_label (find_count (window)), all) != 0);
  choose (window, "person", "");
  KIT_UNTIL (g_strcmp0 (gtk_label_get_label (find_count (window)), all) == 0);

  kit_destroy (GTK_WINDOW (window));
}

/* What was found is bold, and nothing else. */
static void
test_marks (void)
{
  DatelineWindow *window = kit_open_window (NULL);
  GtkWidget *label;
  PangoAttrList *attributes;
  g_autofree char *described = NULL;

  type_words (window, "underpants");
  KIT_UNTIL (kit_find_label (GTK_WIDGET (find_list (window)), "Navalny calls Putin an “underpants poisoner”") != NULL);
  label = kit_find_label (GTK_WIDGET (find_list (window)), "Navalny calls Putin an “underpants poisoner”");
  attributes = gtk_label_get_attributes (GTK_LABEL (label));
  described = pango_attr_list_to_string (attributes);
  g_assert_cmpstr (described, ==, "26 36 weight bold");

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

  /* Return at once, before there is an answer. */
  type_words (window, "zzqqzz");
  gtk_editable_set_text (GTK_EDITABLE (entry), "bryksa");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (dateline_item_get_label (dateline_navigator_get_selected (navigator)), ==, "Mary Jane Bryksa");

  kit_destroy (GTK_WINDOW (window));
}

/* Down leads into the results, and the words are still there to be changed. */
static void
test_keys (void)
{
  DatelineWindow *window = kit_open_window (NULL);
  GtkWidget *entry = kit_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, "search_entry");
  GtkWidget *view;
  GtkWidget *focus;

  type_words (window, "navalny");
  view = kit_find (GTK_WIDGET (window), DATELINE_TYPE_SEARCH_VIEW, NULL);
  g_assert_true (dateline_search_view_enter (DATELINE_SEARCH_VIEW (view)));
  KIT_UNTIL (gtk_window_get_focus (GTK_WINDOW (window)) != NULL &&
             gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), find_list (window)));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_false (GTK_IS_BUTTON (focus));
  g_assert_true (gtk_widget_activate_action (focus, "win.search", NULL));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "navalny");

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
  g_test_add_func ("/search/filters", test_filters);
  g_test_add_func ("/search/marks", test_marks);
  g_test_add_func ("/search/enter", test_enter);
  g_test_add_func ("/search/keys", test_keys);
  g_test_add_func ("/search/every-kind", test_every_kind);

  return g_test_run ();
}
