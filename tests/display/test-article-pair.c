/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two articles side by side: where they meet, and how they scroll together. */
#include "config.h"

#include "dateline-article-alignment.h"
#include "dateline-article-page.h"
#include "dateline-article-pair.h"
#include "dateline-articles-view.h"
#include "kit.h"

typedef struct
{
  DatelineSession      *session;
  DatelineSettings     *settings;
  DatelineNavigator    *navigator;
  GtkWidget            *view;
  GtkWindow            *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->session = kit_new_session ();
  fixture->settings = dateline_settings_new ();
  fixture->navigator = dateline_session_get_navigator (fixture->session);
  fixture->view = g_object_new (DATELINE_TYPE_ARTICLES_VIEW,
                                "session", fixture->session,
                                "settings", fixture->settings,
                                NULL);
  fixture->window = kit_show (fixture->view, GPOINTER_TO_INT (data), 700);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  kit_destroy (fixture->window);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->settings);
}

static DatelineArticle *
get_article (Fixture *fixture,
             guint    position)
{
  GListModel *articles = dateline_story_get_articles (dateline_session_get_story (fixture->session));
  g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, position);

  return article;
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

static void
test_map (void)
{
  const graphene_point_t pairs[] = { { 10, 20 }, { 20, 60 }, { 120, 160 } };
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (graphene_point_t));

  g_array_append_vals (points, pairs, G_N_ELEMENTS (pairs));
  g_assert_cmpfloat (dateline_article_alignment_map (points, FALSE, 0), ==, 20);
  g_assert_cmpfloat (dateline_article_alignment_map (points, FALSE, 10), ==, 20);
  g_assert_cmpfloat (dateline_article_alignment_map (points, FALSE, 15), ==, 40);
  g_assert_cmpfloat (dateline_article_alignment_map (points, FALSE, 70), ==, 110);
  g_assert_cmpfloat (dateline_article_alignment_map (points, FALSE, 500), ==, 160);
  g_assert_cmpfloat (dateline_article_alignment_map (points, TRUE, 40), ==, 15);
  g_assert_cmpfloat (dateline_article_alignment_map (points, TRUE, 110), ==, 70);
}

static double
get_height (DatelineArticlePage *page,
            DatelinePassage     *passage)
{
  int y;

  g_assert_true (dateline_article_text_get_position (dateline_article_page_get_text (page),
                                                     dateline_passage_get_start (passage), &y));

  return y - gtk_adjustment_get_value (dateline_article_page_get_adjustment (page));
}

static void
test_alignment (Fixture       *fixture,
                gconstpointer  data)
{
  DatelineIndex *index = dateline_session_get_index (fixture->session);
  g_autoptr(GArray) anchors = dateline_article_alignment_find (index, get_article (fixture, 0), get_article (fixture, 2));
  g_autoptr(GArray) notes = dateline_article_alignment_note (index, get_article (fixture, 0), anchors);
  guint last[2] = { 0, 0 };
  gboolean has_numbers = FALSE, has_diamonds = FALSE;

  g_assert_cmpuint (anchors->len, >, 3);
  for (guint i = 0; i < anchors->len; i++)
    {
      DatelineArticleAnchor *anchor = &g_array_index (anchors, DatelineArticleAnchor, i);

      for (guint side = 0; side < 2; side++)
        {
          guint start = dateline_passage_get_start (anchor->passages[side]);

          g_assert_true (dateline_passage_get_article (anchor->passages[side]) == get_article (fixture, side * 2));
          if (anchor->in_order)
            {
              g_assert_true (start > last[side] || last[side] == 0);
              last[side] = start;
            }
        }
    }

  for (guint i = 0; i < notes->len; i++)
    {
      DatelineArticleNote *note = &g_array_index (notes, DatelineArticleNote, i);
      gboolean shared = dateline_item_is_in_article (note->item, get_article (fixture, 2));

      g_assert_true (shared == (note->number > 0));
      has_numbers |= shared;
      has_diamonds |= !shared;
    }
  g_assert_true (has_numbers && has_diamonds);
}

static guint
find_note (Fixture             *fixture,
           DatelineArticlePage *page,
           GArray              *anchors,
           guint                number)
{
  g_autoptr(GArray) notes = NULL;

  notes = dateline_article_alignment_note (dateline_session_get_index (fixture->session),
                                           dateline_article_page_get_article (page), anchors);
  for (guint i = 0; i < notes->len; i++)
    if (g_array_index (notes, DatelineArticleNote, i).number == number)
      return i;

  g_assert_not_reached ();
}

static void
test_pair (Fixture       *fixture,
           gconstpointer  data)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "compare_button"));
  GtkStack *stack = GTK_STACK (find (fixture, GTK_TYPE_STACK, "mode_stack"));
  DatelineArticlePair *pair;
  DatelineArticlePage *pages[2];
  GtkAdjustment *adjustments[2];
  GtkDropDown *drop_down;
  g_autoptr(GArray) anchors = NULL;
  const DatelineArticleAnchor *anchor;

  gtk_toggle_button_set_active (button, TRUE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "pair");
  pair = DATELINE_ARTICLE_PAIR (gtk_stack_get_visible_child (stack));
  for (guint i = 0; i < 2; i++)
    {
      pages[i] = dateline_article_pair_get_page (pair, i);
      adjustments[i] = dateline_article_page_get_adjustment (pages[i]);
    }
  g_assert_true (dateline_article_page_get_article (pages[0]) == get_article (fixture, 0));
  g_assert_nonnull (dateline_article_page_get_article (pages[1]));
  g_assert_true (dateline_article_page_get_article (pages[1]) != dateline_article_page_get_article (pages[0]));
  g_assert_cmpuint (dateline_article_pair_get_n_shared (pair), >, 0);

  /* One scrolls, the other follows. */
  KIT_UNTIL (gtk_adjustment_get_upper (adjustments[0]) > gtk_adjustment_get_page_size (adjustments[0]) + 300 &&
             gtk_adjustment_get_upper (adjustments[1]) > gtk_adjustment_get_page_size (adjustments[1]) + 300);
  gtk_adjustment_set_value (adjustments[0], 300);
  KIT_UNTIL (gtk_adjustment_get_value (adjustments[1]) > 0);
  gtk_adjustment_set_value (adjustments[1], 0);
  KIT_UNTIL (gtk_adjustment_get_value (adjustments[0]) < 300);
  /* A shared event comes to the same height in both, or as near to it as the ends allow. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pair), "pair.next-event", NULL));
  anchors = dateline_article_alignment_find (dateline_session_get_index (fixture->session),
                                             dateline_article_page_get_article (pages[0]),
                                             dateline_article_page_get_article (pages[1]));
  anchor = &g_array_index (anchors, DatelineArticleAnchor, 0);
  g_assert_true (dateline_navigator_get_selected (fixture->navigator) == anchor->event);
  for (guint i = 0; i < 2; i++)
    KIT_UNTIL (get_height (pages[i], anchor->passages[i]) >= 0 &&
               get_height (pages[i], anchor->passages[i]) < gtk_adjustment_get_page_size (adjustments[i]));

  /* A click on what is noted selects it: the second shared event. */
  g_signal_emit_by_name (dateline_article_page_get_text (pages[0]), "note-activated", find_note (fixture, pages[0], anchors, 2));
  g_assert_true (dateline_navigator_get_selected (fixture->navigator) ==
                 g_array_index (anchors, DatelineArticleAnchor, 1).event);

  /* Another article on the second side; its own on the first side swaps the two. */
  drop_down = GTK_DROP_DOWN (kit_find (GTK_WIDGET (pair), GTK_TYPE_DROP_DOWN, "second_drop_down"));
  gtk_drop_down_set_selected (drop_down, 1);
  g_assert_true (dateline_article_page_get_article (pages[1]) == get_article (fixture, 1));
  gtk_drop_down_set_selected (drop_down, 0);
  g_assert_true (dateline_article_page_get_article (pages[1]) == get_article (fixture, 0));
  g_assert_true (dateline_article_page_get_article (pages[0]) == get_article (fixture, 1));

  gtk_toggle_button_set_active (button, FALSE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "reader");
}

/* With something selected both sides scroll at once, before they were ever drawn. GTK warns of what it cannot draw. */
static void
test_selected (Fixture       *fixture,
               gconstpointer  data)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "compare_button"));
  GtkStack *stack = GTK_STACK (find (fixture, GTK_TYPE_STACK, "mode_stack"));
  DatelineStory *story = dateline_session_get_story (fixture->session);
  DatelineArticlePair *pair;

  dateline_navigator_select (fixture->navigator, dateline_story_lookup (story, "event-hearing"), NULL);
  gtk_toggle_button_set_active (button, TRUE);
  pair = DATELINE_ARTICLE_PAIR (gtk_stack_get_visible_child (stack));
  for (guint i = 0; i < 500; i++)
    kit_iterate ();

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *text = GTK_WIDGET (dateline_article_page_get_text (dateline_article_pair_get_page (pair, i)));

      g_assert_cmpint (gtk_widget_get_width (text), >, 100);
      g_assert_cmpint (gtk_widget_get_height (text), >, 100);
    }
}

int
main (int   argc,
      char *argv[])
{
  kit_init (&argc, &argv);

#define ADD(path, width, function) \
  g_test_add ("/article-pair/" path, Fixture, GINT_TO_POINTER (width), set_up, function, tear_down)

  g_test_add_func ("/article-pair/map", test_map);
  ADD ("alignment", 1180, test_alignment);
  ADD ("wide", 1180, test_pair);
  ADD ("narrow", 360, test_pair);
  ADD ("selected", 1180, test_selected);

  return g_test_run ();
}
