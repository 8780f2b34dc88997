/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader has selected, been to and picked, when items of the story go, come back, or change. */
#include "config.h"

#include "dateline-json-reader.h"
#include "dateline-session.h"

typedef struct
{
  DatelineStory     *story;
  DatelineSession   *session;
  DatelineNavigator *navigator;
  DatelineClippings *clippings;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "everything.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  fixture->story = dateline_json_reader_read_file (file, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->session = dateline_session_new (fixture->story);
  fixture->navigator = dateline_session_get_navigator (fixture->session);
  fixture->clippings = dateline_session_get_clippings (fixture->session);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->story);
}

static DatelineItem *
lookup (Fixture    *fixture,
        const char *id)
{
  DatelineItem *item = dateline_story_lookup (fixture->story, id);

  g_assert_nonnull (item);

  return item;
}

static void
select_id (Fixture    *fixture,
           const char *id)
{
  g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (lookup (fixture, id));

  dateline_navigator_select (fixture->navigator, lookup (fixture, id), passage);
}

static const char *
get_selected_id (Fixture *fixture)
{
  DatelineItem *item = dateline_navigator_get_selected (fixture->navigator);

  return item != NULL ? dateline_item_get_id (item) : NULL;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(DatelineItem) whole = g_object_ref (lookup (fixture, "event-whole"));
  guint n = 0;

  select_id (fixture, "person-he");
  select_id (fixture, "event-whole");
  g_signal_connect_swapped (fixture->navigator, "notify::selected", G_CALLBACK (count_cb), &n);

  /* What changes elsewhere says nothing. */
  dateline_story_touch (fixture->story, lookup (fixture, "event-part"));
  dateline_story_touch (fixture->story, whole);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (get_selected_id (fixture), ==, "event-whole");

  dateline_story_remove (fixture->story, whole);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (dateline_navigator_get_selected (fixture->navigator));
  g_assert_null (dateline_navigator_get_passage (fixture->navigator));

  /* Somebody who has not heard of it yet. */
  dateline_navigator_select (fixture->navigator, whole, NULL);
  g_assert_null (dateline_navigator_get_selected (fixture->navigator));

  dateline_navigator_go_back (fixture->navigator);
  g_assert_cmpstr (get_selected_id (fixture), ==, "person-he");
}

static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  select_id (fixture, "person-he");
  select_id (fixture, "event-whole");
  select_id (fixture, "person-he");
  select_id (fixture, "event-part");

  /* Both visits to the person are one now. */
  dateline_story_remove (fixture->story, lookup (fixture, "event-whole"));
  g_assert_cmpstr (get_selected_id (fixture), ==, "event-part");
  dateline_navigator_go_back (fixture->navigator);
  g_assert_cmpstr (get_selected_id (fixture), ==, "person-he");
  dateline_navigator_go_back (fixture->navigator);
  g_assert_cmpstr (get_selected_id (fixture), ==, NULL);
  g_assert_false (dateline_navigator_get_can_go_back (fixture->navigator));
  dateline_navigator_go_forward (fixture->navigator);
  dateline_navigator_go_forward (fixture->navigator);
  g_assert_cmpstr (get_selected_id (fixture), ==, "event-part");
  g_assert_false (dateline_navigator_get_can_go_forward (fixture->navigator));
}

/* The whole file may be read anew: the same id is the same item. */
static void
test_replaced (Fixture       *fixture,
               gconstpointer  data)
{
  DatelineItem *old = lookup (fixture, "quote-1");
  g_autoptr(DatelineItem) copy = dateline_item_copy (old);

  select_id (fixture, "quote-1");
  g_assert_true (dateline_clippings_add (fixture->clippings, old, NULL));
  dateline_story_begin_changes (fixture->story);
  dateline_story_remove (fixture->story, old);
  dateline_story_insert (fixture->story, copy, 0);
  dateline_story_end_changes (fixture->story);

  g_assert_true (dateline_navigator_get_selected (fixture->navigator) == copy);
  g_assert_true (dateline_clippings_find (fixture->clippings, copy, NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->clippings)), ==, 1);
}

static void
test_account (Fixture       *fixture,
              gconstpointer  data)
{
  select_id (fixture, "account-1");
  dateline_story_remove (fixture->story, lookup (fixture, "account-1"));
  g_assert_cmpstr (get_selected_id (fixture), ==, "claim-1");
}

static void
test_passage (Fixture       *fixture,
              gconstpointer  data)
{
  DatelineArticle *article = DATELINE_ARTICLE (lookup (fixture, "article-one"));
  g_autoptr(GPtrArray) blocks = dateline_article_dup_blocks (article);
  g_autoptr(DatelinePassage) words = dateline_passage_new (article, 75, 84);
  DatelinePassage *found;

  g_assert_cmpstr (dateline_passage_get_exact (words), ==, "It lasted");
  dateline_navigator_select (fixture->navigator, NULL, words);
  dateline_story_touch (fixture->story, DATELINE_ITEM (article));
  g_assert_true (dateline_navigator_get_passage (fixture->navigator) == words);

  /* Without the first block the words stand elsewhere. */
  g_ptr_array_remove_index (blocks, 0);
  dateline_story_begin_changes (fixture->story);
  dateline_article_set_blocks (article, blocks);
  dateline_story_touch (fixture->story, DATELINE_ITEM (article));
  dateline_story_end_changes (fixture->story);
  found = dateline_navigator_get_passage (fixture->navigator);
  g_assert_cmpstr (dateline_passage_get_exact (found), ==, "It lasted");
  g_assert_cmpuint (dateline_passage_get_start (found), <, 75);

  dateline_story_remove (fixture->story, DATELINE_ITEM (article));
  g_assert_null (dateline_navigator_get_passage (fixture->navigator));
  g_assert_null (dateline_navigator_get_article (fixture->navigator));
}

static void
assert_clippings (Fixture    *fixture,
                  const char *ids)
{
  GListModel *clippings = G_LIST_MODEL (fixture->clippings);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (clippings); i++)
    {
      g_autoptr(DatelineClipping) clipping = g_list_model_get_item (clippings, i);

      g_string_append_printf (found, "%s ", dateline_item_get_id (dateline_clipping_get_item (clipping)));
    }
  g_assert_cmpstr (found->str, ==, ids);
}

static void
test_clippings (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(DatelineItem) reaction = g_object_ref (lookup (fixture, "reaction-1"));
  g_autoptr(DatelineItem) quote = g_object_ref (lookup (fixture, "quote-1"));
  g_autoptr(DatelineItem) copy = dateline_item_copy (quote);
  g_autoptr(DatelineClipping) clipping = NULL;
  guint n_removed = 0;

  dateline_clippings_add (fixture->clippings, quote, NULL);
  dateline_clippings_add (fixture->clippings, reaction, NULL);
  dateline_clippings_add (fixture->clippings, lookup (fixture, "event-whole"), NULL);
  clipping = g_list_model_get_item (G_LIST_MODEL (fixture->clippings), 0);
  dateline_clipping_set_note (clipping, "Mark this");
  g_signal_connect_swapped (fixture->clippings, "removed", G_CALLBACK (count_cb), &n_removed);

  dateline_story_begin_changes (fixture->story);
  dateline_story_remove (fixture->story, quote);
  dateline_story_remove (fixture->story, reaction);
  dateline_story_end_changes (fixture->story);
  assert_clippings (fixture, "event-whole ");

  /* In the order in which undo may bring them. */
  dateline_story_insert (fixture->story, reaction, 0);
  dateline_story_insert (fixture->story, copy, 0);
  assert_clippings (fixture, "quote-1 reaction-1 event-whole ");
  g_clear_object (&clipping);
  clipping = g_list_model_get_item (G_LIST_MODEL (fixture->clippings), 0);
  g_assert_true (dateline_clipping_get_item (clipping) == copy);
  g_assert_cmpstr (dateline_clipping_get_note (clipping), ==, "Mark this");
  /* The reader took nothing out. */
  g_assert_cmpuint (n_removed, ==, 0);

  dateline_story_remove (fixture->story, lookup (fixture, "article-one"));
  assert_clippings (fixture, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/continuity/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/continuity/history", Fixture, NULL, set_up, test_history, tear_down);
  g_test_add ("/continuity/replaced", Fixture, NULL, set_up, test_replaced, tear_down);
  g_test_add ("/continuity/account", Fixture, NULL, set_up, test_account, tear_down);
  g_test_add ("/continuity/passage", Fixture, NULL, set_up, test_passage, tear_down);
  g_test_add ("/continuity/clippings", Fixture, NULL, set_up, test_clippings, tear_down);

  return g_test_run ();
}
