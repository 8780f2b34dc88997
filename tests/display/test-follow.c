/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every view follows the story while it is shown, and while it is not: whatever happens to the items, it shows what a
 * view does that is made then. */
#include "config.h"

#include "dateline-articles-view.h"
#include "dateline-clippings-pane.h"
#include "dateline-compare-view.h"
#include "dateline-export-window.h"
#include "dateline-fact-row.h"
#include "dateline-passage-row.h"
#include "dateline-people-view.h"
#include "dateline-reaction-card.h"
#include "dateline-reactions-view.h"
#include "dateline-story-window.h"
#include "dateline-timeline-view.h"
#include "file-kit.h"
#include "follow.h"

typedef struct
{
  const char *name;
  GType     (*get_type) (void);
} View;

static const View views[] = {
  { "timeline", dateline_timeline_view_get_type },
  { "articles", dateline_articles_view_get_type },
  { "people", dateline_people_view_get_type },
  { "reactions", dateline_reactions_view_get_type },
  { "compare", dateline_compare_view_get_type },
  { "clippings", dateline_clippings_pane_get_type },
};

typedef struct
{
  const View        *view;
  DatelineStoryFile *file; /* NULL for a story that is not kept */
  DatelineSession   *session;
  DatelineStory     *story;
  DatelineSettings  *settings;
  GtkWindow         *window;
} Fixture;

static GtkWindow *
open_view (Fixture *fixture)
{
  GtkWindow *window = kit_show (g_object_new (fixture->view->get_type (),
                                              "session", fixture->session,
                                              "settings", fixture->settings,
                                              NULL),
                                1100, 760);

  kit_settle ();

  return window;
}

static DatelineItem *
dup_item (Fixture          *fixture,
          DatelineItemKind  kind,
          guint             position)
{
  return g_list_model_get_item (dateline_story_get_items (fixture->story, kind), position);
}

/* Two of everything that can be clipped. */
static void
clip (Fixture *fixture)
{
  DatelineClippings *clippings = dateline_session_get_clippings (fixture->session);

  for (DatelineItemKind kind = DATELINE_ITEM_EVENT; kind < DATELINE_N_ITEM_KINDS; kind++)
    for (guint i = 0; i < 2; i++)
      {
        g_autoptr(DatelineItem) item = dup_item (fixture, kind, i);

        dateline_clippings_add (clippings, item, NULL);
      }
}

static void
show (Fixture         *fixture,
      const View      *view,
      DatelineSession *session)
{
  fixture->view = view;
  fixture->session = session;
  fixture->story = dateline_session_get_story (fixture->session);
  fixture->settings = dateline_settings_new ();
  clip (fixture);
  dateline_navigator_set_view (dateline_session_get_navigator (fixture->session), fixture->view->name);
  fixture->window = open_view (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  show (fixture, data, kit_new_session ());
}

static void
set_up_file (Fixture       *fixture,
             gconstpointer  data)
{
  fixture->file = file_kit_create ();
  show (fixture, data, dateline_session_new_for_file (fixture->file));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  kit_destroy (fixture->window);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->settings);
  g_clear_object (&fixture->file);
}

/* A timeline keeps the part in sight to the pixel, a new one takes it from the navigator, to the minute. */
static void
align_ranges (Fixture *fixture)
{
  DatelineNavigator *navigator = dateline_session_get_navigator (fixture->session);
  gint64 start = dateline_navigator_get_range_start (navigator);
  gint64 end = dateline_navigator_get_range_end (navigator);

  if (!g_str_equal (fixture->view->name, "timeline"))
    return;

  dateline_navigator_set_range (navigator, start - (end - start), end);
  kit_settle ();
  dateline_navigator_set_range (navigator, start, end);
  kit_settle ();
}

/* The reader stays in the article they read; a new view, if nothing is selected, begins with the first. */
static void
select_article (Fixture *fixture)
{
  DatelineNavigator *navigator = dateline_session_get_navigator (fixture->session);
  g_autoptr(DatelineItem) article = dup_item (fixture, DATELINE_ITEM_ARTICLE, 0);

  if (!g_str_equal (fixture->view->name, "articles") || dateline_navigator_get_article (navigator) != NULL)
    return;

  dateline_navigator_select (navigator, article, NULL);
  kit_settle ();
}

static void
assert_follows (Fixture    *fixture,
                const char *what)
{
  GtkWindow *fresh;

  kit_settle ();
  select_article (fixture);
  fresh = open_view (fixture);
  align_ranges (fixture);
  kit_assert_same (gtk_window_get_child (fixture->window), gtk_window_get_child (fresh), what);
  kit_destroy (fresh);
}

static void
select_item (Fixture      *fixture,
             DatelineItem *item)
{
  g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (item);

  /* The page of a speaker stays when the words turn out to be somebody else's; a new view shows who that is. */
  if (g_str_equal (fixture->view->name, "people") && !DATELINE_IS_PERSON (item))
    return;

  dateline_navigator_show (dateline_session_get_navigator (fixture->session), fixture->view->name, item, passage);
  kit_settle ();
}

static guint
count (Fixture          *fixture,
       DatelineItemKind  kind)
{
  return g_list_model_get_n_items (dateline_story_get_items (fixture->story, kind));
}

static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  assert_follows (fixture, "nothing");
  for (DatelineItemKind kind = DATELINE_ITEM_ARTICLE; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      g_autoptr(DatelineItem) first = dup_item (fixture, kind, 0);
      g_autoptr(DatelineItem) other = dup_item (fixture, kind, count (fixture, kind) / 2);
      g_autofree char *what = g_strdup_printf ("change %s and %s", dateline_item_get_id (first), dateline_item_get_id (other));

      g_test_message ("%s", what);
      /* One of them in sight. */
      select_item (fixture, first);
      kit_change_item (fixture->story, first);
      kit_change_item (fixture->story, other);
      assert_follows (fixture, what);
    }
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  for (DatelineItemKind kind = DATELINE_ITEM_ARTICLE; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      g_autoptr(DatelineItem) item = dup_item (fixture, kind, 0);

      dateline_story_move (fixture->story, item, G_MAXUINT);
    }
  assert_follows (fixture, "move");
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  for (DatelineItemKind kind = DATELINE_N_ITEM_KINDS - 1;; kind--)
    {
      g_autoptr(DatelineItem) first = dup_item (fixture, kind, 0);
      g_autoptr(DatelineItem) other = dup_item (fixture, kind, 1);
      g_autofree char *what = g_strdup_printf ("remove %s and %s", dateline_item_get_id (first), dateline_item_get_id (other));

      g_test_message ("%s", what);
      select_item (fixture, first);
      kit_remove_item (fixture->story, first);
      kit_remove_item (fixture->story, other);
      assert_follows (fixture, what);
      if (kind == 0)
        break;
    }
}

/* Until nothing is left, and back; half of it in one go, as when another program changed the file. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (DatelineItemKind kind = DATELINE_ITEM_ARTICLE; kind < DATELINE_N_ITEM_KINDS; kind++)
    for (guint i = 0; i < count (fixture, kind); i++)
      g_ptr_array_add (items, dup_item (fixture, kind, i));

  for (DatelineItemKind kind = DATELINE_N_ITEM_KINDS - 1;; kind--)
    {
      g_autofree char *what = g_strdup_printf ("remove all of kind %u", kind);

      g_test_message ("%s", what);
      dateline_story_begin_changes (fixture->story);
      while (count (fixture, kind) > 0)
        {
          g_autoptr(DatelineItem) item = dup_item (fixture, kind, count (fixture, kind) - 1);

          kit_remove_item (fixture->story, item);
        }
      dateline_story_end_changes (fixture->story);
      assert_follows (fixture, what);
      if (kind == 0)
        break;
    }

  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *what = g_strdup_printf ("insert %s", dateline_item_get_id (g_ptr_array_index (items, i)));
      gboolean last = i + 1 == items->len || dateline_item_get_kind (g_ptr_array_index (items, i)) !=
                                             dateline_item_get_kind (g_ptr_array_index (items, i + 1));

      if (i == 0 || dateline_item_get_kind (g_ptr_array_index (items, i)) != dateline_item_get_kind (g_ptr_array_index (items, i - 1)))
        dateline_story_begin_changes (fixture->story);
      dateline_story_insert (fixture->story, g_ptr_array_index (items, i), G_MAXUINT);
      if (!last)
        continue;
      dateline_story_end_changes (fixture->story);
      g_test_message ("%s", what);
      assert_follows (fixture, what);
    }
}

/* What happens behind a view's back is there when it comes back. */
static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *view = gtk_window_get_child (fixture->window);

  gtk_widget_set_visible (view, FALSE);
  kit_settle ();
  for (DatelineItemKind kind = DATELINE_ITEM_ARTICLE; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      g_autoptr(DatelineItem) item = dup_item (fixture, kind, 0);
      g_autoptr(DatelineItem) other = dup_item (fixture, kind, 1);

      kit_change_item (fixture->story, item);
      kit_remove_item (fixture->story, other);
      kit_settle ();
    }
  gtk_widget_set_visible (view, TRUE);
  assert_follows (fixture, "change and remove");
}

static GtkWindow *
open_story_window (Fixture *fixture)
{
  return GTK_WINDOW (dateline_story_window_new (fixture->session, NULL, NULL));
}

static GtkWindow *
open_export_window (Fixture *fixture)
{
  return GTK_WINDOW (dateline_export_window_new (fixture->session, fixture->settings));
}

static void
assert_window_follows (Fixture    *fixture,
                       GtkWindow  *window,
                       GtkWindow *(*open) (Fixture *),
                       const char *what)
{
  GtkWindow *fresh = open (fixture);

  gtk_window_present (fresh);
  kit_settle ();
  kit_assert_same (GTK_WIDGET (window), GTK_WIDGET (fresh), what);
  kit_destroy (fresh);
}

static void
test_windows (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWindow *(*opens[]) (Fixture *) = { open_story_window, open_export_window };

  for (guint i = 0; i < G_N_ELEMENTS (opens); i++)
    {
      GtkWindow *window = opens[i] (fixture);
      g_autoptr(DatelineItem) quote = dup_item (fixture, DATELINE_ITEM_QUOTE, i);
      g_autoptr(DatelineItem) article = dup_item (fixture, DATELINE_ITEM_ARTICLE, i);
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      gtk_window_present (window);
      kit_settle ();
      dateline_story_begin_changes (fixture->story);
      g_object_set (fixture->story,
                    "title", title,
                    "description", "About something else",
                    NULL);
      kit_change_item (fixture->story, article);
      kit_remove_item (fixture->story, quote);
      dateline_story_end_changes (fixture->story);
      assert_window_follows (fixture, window, opens[i], "change");
      kit_destroy (window);
    }
}

static void
collect_adjustments (GtkWidget *widget,
                     GPtrArray *adjustments)
{
  if (GTK_IS_SCROLLED_WINDOW (widget) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (adjustments, gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_adjustments (child, adjustments);
}

/* What the reader does not look at changes: they stay where they are, with the focus where it was. */
static void
test_keep (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *view = gtk_window_get_child (fixture->window);
  g_autoptr(GPtrArray) adjustments = g_ptr_array_new ();
  g_autofree double *values = NULL;

  collect_adjustments (view, adjustments);
  values = g_new0 (double, adjustments->len);

  for (guint i = 0; i < 24; i += 4)
    {
      g_autoptr(DatelineItem) item = dup_item (fixture, DATELINE_ITEM_PERSON, i);
      g_autofree char *focused = NULL;
      g_autofree char *now = NULL;
      GtkWidget *focus;

      for (guint j = 0; j < 4; j++)
        gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
      focus = gtk_window_get_focus (fixture->window);
      g_assert_nonnull (focus);
      focused = kit_dump (focus);
      for (guint j = 0; j < adjustments->len; j++)
        gtk_adjustment_set_value (g_ptr_array_index (adjustments, j), 40 + i);
      kit_settle ();
      for (guint j = 0; j < adjustments->len; j++)
        values[j] = gtk_adjustment_get_value (g_ptr_array_index (adjustments, j));

      g_object_set (item, "note", "A note that nobody sees here", NULL);
      dateline_story_touch (fixture->story, item);
      kit_settle ();

      for (guint j = 0; j < adjustments->len; j++)
        g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (g_ptr_array_index (adjustments, j)), values[j], 1.0);
      focus = gtk_window_get_focus (fixture->window);
      g_assert_nonnull (focus);
      now = kit_dump (focus);
      g_assert_cmpstr (now, ==, focused);
    }
}

/* What is built in C of what the story tells. */
static void
collect_built (GtkWidget *widget,
               GPtrArray *built)
{
  if (DATELINE_IS_FACT_ROW (widget) || DATELINE_IS_REACTION_CARD (widget) || DATELINE_IS_PASSAGE_ROW (widget))
    g_ptr_array_add (built, g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_built (child, built);
}

/* What has nothing to do with what is shown changes: all of it stays the same widgets. */
static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(DatelineItem) event = dup_item (fixture, DATELINE_ITEM_EVENT, 2);
  g_autoptr(DatelineItem) person = g_object_new (DATELINE_TYPE_PERSON,
                                                 "id", "person-nobody",
                                                 "name", "Nobody",
                                                 NULL);
  g_autoptr(GPtrArray) built = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) now = g_ptr_array_new_with_free_func (g_object_unref);

  select_item (fixture, event);
  collect_built (GTK_WIDGET (fixture->window), built);
  g_assert_cmpuint (built->len, >, 0);

  g_assert_true (dateline_story_insert (fixture->story, person, G_MAXUINT));
  kit_settle ();
  g_object_set (person, "name", "Nobody in Particular", NULL);
  dateline_story_touch (fixture->story, person);
  kit_settle ();
  dateline_story_remove (fixture->story, person);
  kit_settle ();

  collect_built (GTK_WIDGET (fixture->window), now);
  g_assert_cmpuint (now->len, ==, built->len);
  for (guint i = 0; i < now->len; i++)
    g_assert_true (g_ptr_array_index (now, i) == g_ptr_array_index (built, i));
}

/* A menu that is open stays so; what it is open on follows when it is closed. */
static void
test_menu (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) built = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(DatelineItem) article = dup_item (fixture, DATELINE_ITEM_ARTICLE, 0);
  GtkWidget *menu = NULL;
  GtkWidget *row;

  collect_built (GTK_WIDGET (fixture->window), built);
  g_assert_cmpuint (built->len, >, 0);
  row = g_ptr_array_index (built, 0);
  g_assert_true (gtk_widget_activate_action (row, DATELINE_IS_FACT_ROW (row) ? "fact.menu" : "reaction.menu", NULL));
  KIT_UNTIL ((menu = kit_find (row, GTK_TYPE_POPOVER_MENU, NULL)) != NULL && gtk_widget_get_mapped (menu));
  kit_settle ();

  /* All badges change. */
  dateline_story_move (fixture->story, article, G_MAXUINT);
  kit_settle ();
  g_assert_true (gtk_widget_get_mapped (menu));

  gtk_popover_popdown (GTK_POPOVER (menu));
  assert_follows (fixture, "move behind a menu");
}

/* The same through a story file: what undo brings back is there as it was, clippings and all. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  guint n_edits = 0;

  for (DatelineItemKind kind = DATELINE_ITEM_ARTICLE; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      g_autoptr(DatelineItem) removed = dup_item (fixture, kind, 0);
      g_autoptr(DatelineItem) base = dup_item (fixture, kind, 1);
      g_autoptr(DatelineItem) draft = dateline_item_copy (base);
      g_autoptr(DatelineEdit) edit = dateline_edit_new ("Test");

      g_object_set (draft, "note", "Noted", NULL);
      if (DATELINE_IS_ARTICLE (draft))
        g_object_set (draft, "headline", "Something else", NULL);
      else if (DATELINE_IS_PERSON (draft))
        g_object_set (draft, "name", "Somebody Else", NULL);
      else if (DATELINE_IS_EVENT (draft))
        g_object_set (draft, "title", "Something else happened", NULL);
      dateline_edit_put (edit, draft, base);
      dateline_edit_remove (edit, dateline_item_get_id (removed));
      g_assert_true (dateline_session_edit (fixture->session, edit));
      n_edits++;
      assert_follows (fixture, "edit");
    }

  for (guint i = 0; i < n_edits; i++)
    g_assert_true (dateline_session_undo (fixture->session));
  assert_follows (fixture, "undo");
  {
    g_autoptr(DatelineItem) person = dup_item (fixture, DATELINE_ITEM_PERSON, 0);

    dateline_navigator_select (dateline_session_get_navigator (fixture->session), person, NULL);
    assert_follows (fixture, "undo, and another selection");
  }

  for (guint i = 0; i < n_edits; i++)
    g_assert_true (dateline_session_redo (fixture->session));
  assert_follows (fixture, "redo");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void      (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "change", test_change },
    { "move", test_move },
    { "remove", test_remove },
    { "empty", test_empty },
    { "hidden", test_hidden },
    { "keep", test_keep },
  };

  kit_init (&argc, &argv);
  file_kit_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
      {
        g_autofree char *path = g_strdup_printf ("/follow/%s/%s", views[i].name, tests[j].name);

        g_test_add (path, Fixture, &views[i], set_up, tests[j].func, tear_down);
      }
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *path = g_strdup_printf ("/follow/%s/undo", views[i].name);

      g_test_add (path, Fixture, &views[i], set_up_file, test_undo, tear_down);
    }

  g_test_add ("/follow/timeline/same", Fixture, &views[0], set_up, test_same, tear_down);
  g_test_add ("/follow/people/same", Fixture, &views[2], set_up, test_same, tear_down);
  g_test_add ("/follow/reactions/same", Fixture, &views[3], set_up, test_same, tear_down);
  g_test_add ("/follow/people/menu", Fixture, &views[2], set_up, test_menu, tear_down);
  g_test_add ("/follow/reactions/menu", Fixture, &views[3], set_up, test_menu, tear_down);
  g_test_add ("/follow/windows", Fixture, &views[0], set_up, test_windows, tear_down);

  return file_kit_run ();
}
