/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edit writes what it changed and nothing else, and sees what others changed meanwhile. */
#include "config.h"

#include "dateline-rows.h"
#include "rows-kit.h"

/* Makes a list of the same objects without one of them, and with another at a place. */
static GPtrArray *
list_of (GListModel *model,
         gpointer    without,
         gpointer    with,
         int         at)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(GObject) object = g_list_model_get_item (model, i);

      if ((gpointer) object != without)
        g_ptr_array_add (list, g_steal_pointer (&object));
    }
  if (with != NULL)
    g_ptr_array_insert (list, at, g_object_ref (with));

  return list;
}

static void
test_fields (RowsKit       *kit,
             gconstpointer  data)
{
  DatelineItem *event = rows_kit_get (kit, DATELINE_ITEM_EVENT, 0);
  g_autoptr(DatelineItem) base = dateline_item_copy (event);
  g_autoptr(DatelineItem) draft = dateline_item_copy (event);

  rows_kit_update (kit, draft, base);
  rows_kit_assert_changes (kit, "");

  g_object_set (draft, "title", "Another title", NULL);
  rows_kit_update (kit, draft, base);
  rows_kit_assert_changes (kit, "event.text");

  /* The same once more is no conflict, but no change either. */
  rows_kit_update (kit, draft, base);
  rows_kit_assert_changes (kit, "");

  g_object_set (base, "title", "Another title", NULL);
  g_object_set (draft, "note", "A note", "place", "A place", NULL);
  rows_kit_update (kit, draft, base);
  rows_kit_assert_changes (kit, "event.text item.text");
}

static void
test_lists (RowsKit       *kit,
            gconstpointer  data)
{
  DatelineEvent *event = DATELINE_EVENT (rows_kit_get (kit, DATELINE_ITEM_EVENT, 0));
  g_autoptr(DatelineItem) base = dateline_item_copy (DATELINE_ITEM (event));
  g_autoptr(DatelineItem) draft = dateline_item_copy (DATELINE_ITEM (event));
  g_autoptr(GPtrArray) all = list_of (dateline_story_get_people (kit->story), NULL, NULL, 0);
  g_autoptr(GPtrArray) shorter = NULL;
  g_autoptr(GPtrArray) turned = NULL;
  g_autoptr(GPtrArray) passages = NULL;
  g_autoptr(DatelinePassage) passage = NULL;
  GListModel *participants = dateline_event_get_participants (DATELINE_EVENT (draft));

  g_assert_cmpuint (all->len, >, 3);
  dateline_event_set_participants (DATELINE_EVENT (base), NULL);
  dateline_event_set_participants (DATELINE_EVENT (draft), NULL);
  rows_kit_run (kit, "DELETE FROM participant");
  dateline_event_set_participants (DATELINE_EVENT (draft), all);
  rows_kit_update (kit, draft, base);
  rows_kit_refresh (kit);

  dateline_event_set_participants (DATELINE_EVENT (base), all);
  shorter = list_of (participants, g_ptr_array_index (all, 1), NULL, 0);
  dateline_event_set_participants (DATELINE_EVENT (draft), shorter);
  rows_kit_update (kit, draft, base);
  rows_kit_assert_changes (kit, "participant-");

  dateline_event_set_participants (DATELINE_EVENT (base), shorter);
  dateline_event_set_participants (DATELINE_EVENT (draft), all);
  rows_kit_update (kit, draft, base);
  rows_kit_assert_changes (kit, "participant+");

  dateline_event_set_participants (DATELINE_EVENT (base), all);
  turned = list_of (participants, g_ptr_array_index (all, all->len - 1), g_ptr_array_index (all, all->len - 1), 0);
  dateline_event_set_participants (DATELINE_EVENT (draft), turned);
  rows_kit_update (kit, draft, base);
  rows_kit_refresh (kit);
  g_assert_true (g_list_model_get_n_items (dateline_event_get_participants (event)) == all->len);

  passage = dateline_passage_new (DATELINE_ARTICLE (rows_kit_get (kit, DATELINE_ITEM_ARTICLE, 0)), 0, 1);
  passages = list_of (dateline_item_get_passages (draft), NULL, passage, 0);
  dateline_event_set_participants (DATELINE_EVENT (base), turned);
  dateline_item_set_passages (draft, passages);
  rows_kit_update (kit, draft, base);
  rows_kit_assert_changes (kit, "passage+");
}

static void
test_body (RowsKit       *kit,
           gconstpointer  data)
{
  DatelineItem *article = rows_kit_get (kit, DATELINE_ITEM_ARTICLE, 0);
  g_autoptr(DatelineItem) base = dateline_item_copy (article);
  g_autoptr(DatelineItem) draft = dateline_item_copy (article);
  g_autoptr(GPtrArray) blocks = dateline_article_dup_blocks (DATELINE_ARTICLE (article));
  g_autoptr(GError) error = NULL;
  guint n = blocks->len;

  g_ptr_array_add (blocks, dateline_text_block_new (DATELINE_BLOCK_HEADING, "One more"));
  dateline_article_set_blocks (DATELINE_ARTICLE (draft), blocks);
  dateline_article_set_dates (DATELINE_ARTICLE (draft), NULL);
  dateline_article_set_dates (DATELINE_ARTICLE (base), NULL);
  rows_kit_update (kit, draft, base);
  rows_kit_assert_changes (kit, "block+");

  g_assert_false (dateline_rows_update (kit->db, base, draft, &error) &&
                  dateline_rows_update (kit->db, base, draft, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT);
  rows_kit_assert_changes (kit, "block-");

  g_ptr_array_set_size (blocks, (int) n);
  g_ptr_array_remove_index (blocks, n - 1);
  g_ptr_array_add (blocks, dateline_text_block_new (DATELINE_BLOCK_POST, "Another end"));
  dateline_article_set_blocks (DATELINE_ARTICLE (draft), blocks);
  rows_kit_update (kit, draft, base);
  rows_kit_assert_changes (kit, "block.text block.text");
}

/* A text that changes around a passage changes what the passage remembers of it, though it stays where it is. */
static void
test_surroundings (RowsKit       *kit,
                   gconstpointer  data)
{
  DatelineItem *article = rows_kit_get (kit, DATELINE_ITEM_ARTICLE, 0);
  DatelineItem *person = rows_kit_get (kit, DATELINE_ITEM_PERSON, 0);
  g_autoptr(DatelineItem) article_base = dateline_item_copy (article);
  g_autoptr(DatelineItem) article_draft = dateline_item_copy (article);
  g_autoptr(DatelineItem) base = dateline_item_copy (person);
  g_autoptr(DatelineItem) draft = dateline_item_copy (person);
  g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_text_block_free);
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(DatelinePassage) shown = NULL;

  g_ptr_array_add (blocks, dateline_text_block_new (DATELINE_BLOCK_PARAGRAPH, "One two three"));
  dateline_article_set_dates (DATELINE_ARTICLE (article_base), NULL);
  dateline_article_set_dates (DATELINE_ARTICLE (article_draft), NULL);
  dateline_article_set_blocks (DATELINE_ARTICLE (article_draft), blocks);
  rows_kit_update (kit, article_draft, article_base);
  rows_kit_refresh (kit);
  g_ptr_array_add (before, dateline_passage_new (DATELINE_ARTICLE (article), 4, 7));
  dateline_item_set_passages (draft, before);
  rows_kit_update (kit, draft, base);
  rows_kit_refresh (kit);

  g_ptr_array_set_size (blocks, 0);
  g_ptr_array_add (blocks, dateline_text_block_new (DATELINE_BLOCK_PARAGRAPH, "Six two seven"));
  dateline_article_set_blocks (DATELINE_ARTICLE (article_base), NULL);
  rows_kit_update (kit, article_base, article_draft);
  dateline_article_set_blocks (DATELINE_ARTICLE (article_draft), blocks);
  rows_kit_update (kit, article_draft, article_base);
  g_ptr_array_add (after, dateline_passage_new (DATELINE_ARTICLE (article_draft), 4, 7));
  dateline_item_set_passages (base, before);
  dateline_item_set_passages (draft, after);
  rows_kit_update (kit, draft, base);
  rows_kit_run (kit, "CREATE TEMP TABLE sure (n CHECK (n = 1));"
                "INSERT INTO sure SELECT count (*) FROM passage WHERE exact = 'two' AND prefix = 'Six ' AND suffix = ' seven'");
  rows_kit_refresh (kit);
  shown = dateline_item_dup_first_passage (person);
  g_assert_cmpstr (dateline_passage_get_prefix (shown), ==, "Six ");
}

static void
test_conflicts (RowsKit       *kit,
                gconstpointer  data)
{
  DatelineItem *event = rows_kit_get (kit, DATELINE_ITEM_EVENT, 0);
  g_autoptr(DatelineItem) base = dateline_item_copy (event);
  g_autoptr(DatelineItem) mine = dateline_item_copy (event);
  g_autoptr(DatelineItem) theirs = dateline_item_copy (event);
  g_autofree char *sql = NULL;
  g_autoptr(GError) error = NULL;

  /* Different fields go together. */
  g_object_set (theirs, "title", "Theirs", NULL);
  g_object_set (mine, "place", "Mine", NULL);
  rows_kit_update (kit, theirs, base);
  rows_kit_update (kit, mine, base);
  rows_kit_refresh (kit);
  g_assert_cmpstr (dateline_event_get_title (DATELINE_EVENT (event)), ==, "Theirs");
  g_assert_cmpstr (dateline_event_get_place (DATELINE_EVENT (event)), ==, "Mine");

  /* The same field does not, and the sentence says what is there. */
  g_object_set (mine, "title", "My title", NULL);
  g_assert_false (dateline_rows_update (kit->db, mine, base, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Theirs"));
  g_assert_nonnull (strstr (error->message, "title"));
  g_clear_error (&error);

  sql = g_strdup_printf ("DELETE FROM item WHERE id = '%s'", dateline_item_get_id (event));
  rows_kit_run (kit, sql);
  g_assert_false (dateline_rows_update (kit->db, mine, base, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT);
  g_clear_error (&error);
  rows_kit_refresh (kit);

  g_assert_false (dateline_rows_update_details (kit->db, kit->story, "New", NULL, NULL, NULL, &error) &&
                  dateline_rows_update_details (kit->db, kit->story, "Newer", NULL, NULL, NULL, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT);
  rows_kit_refresh (kit);
  g_assert_cmpstr (dateline_story_get_title (kit->story), ==, "New");
}

/* Two who add to the same lists do not get into each other's way. */
static void
test_both_add (RowsKit       *kit,
               gconstpointer  data)
{
  DatelineItem *person = rows_kit_get (kit, DATELINE_ITEM_PERSON, 0);
  DatelineArticle *article = DATELINE_ARTICLE (rows_kit_get (kit, DATELINE_ITEM_ARTICLE, 0));
  g_autoptr(DatelineItem) base = dateline_item_copy (person);
  g_autoptr(DatelineItem) mine = dateline_item_copy (person);
  g_autoptr(DatelineItem) theirs = dateline_item_copy (person);
  g_autoptr(DatelinePassage) first = dateline_passage_new (article, 0, 2);
  g_autoptr(DatelinePassage) second = dateline_passage_new (article, 1, 3);
  g_autoptr(DatelinePassage) third = dateline_passage_new (article, 2, 4);
  guint n = g_list_model_get_n_items (dateline_item_get_passages (person));

  dateline_item_add_passage (theirs, first);
  dateline_item_add_passage (mine, second);
  rows_kit_update (kit, theirs, base);
  rows_kit_update (kit, mine, base);
  rows_kit_refresh (kit);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_item_get_passages (person)), ==, n + 2);

  /* The same passage of both is one. */
  dateline_item_add_passage (mine, first);
  rows_kit_update (kit, mine, base);
  rows_kit_refresh (kit);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_item_get_passages (person)), ==, n + 2);

  /* What another took out does not come back with the next that is added. */
  rows_kit_run (kit, "DELETE FROM passage WHERE prefix = '' AND start = 0 AND \"end\" = 2");
  g_set_object (&base, mine);
  g_clear_object (&mine);
  mine = dateline_item_copy (base);
  dateline_item_add_passage (mine, third);
  rows_kit_update (kit, mine, base);
  rows_kit_refresh (kit);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_item_get_passages (person)), ==, n + 2);

  /* What is taken out is only what this one knew of. */
  dateline_item_set_passages (base, NULL);
  rows_kit_update (kit, base, mine);
  rows_kit_refresh (kit);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_item_get_passages (person)), ==, 0);
}

static void
test_circle (RowsKit       *kit,
             gconstpointer  data)
{
  DatelineItem *outer = rows_kit_get (kit, DATELINE_ITEM_EVENT, 0);
  DatelineItem *inner = rows_kit_get (kit, DATELINE_ITEM_EVENT, 1);
  DatelineItem *claim = rows_kit_get (kit, DATELINE_ITEM_CLAIM, 0);
  g_autoptr(DatelineItem) outer_base = dateline_item_copy (outer);
  g_autoptr(DatelineItem) outer_draft = dateline_item_copy (outer);
  g_autoptr(DatelineItem) inner_base = dateline_item_copy (inner);
  g_autoptr(DatelineItem) inner_draft = dateline_item_copy (inner);
  g_autoptr(DatelineItem) claim_base = dateline_item_copy (claim);
  g_autoptr(DatelineItem) claim_draft = dateline_item_copy (claim);
  g_autoptr(GError) error = NULL;

  g_object_set (inner_draft, "part-of", outer, NULL);
  rows_kit_update (kit, inner_draft, inner_base);
  rows_kit_run (kit, "SAVEPOINT s");
  g_object_set (outer_draft, "part-of", inner, NULL);
  g_assert_false (dateline_rows_update (kit->db, outer_draft, outer_base, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_INVALID);
  g_clear_error (&error);
  rows_kit_run (kit, "ROLLBACK TO s");

  dateline_claim_add_about (DATELINE_CLAIM (claim_draft), claim);
  g_assert_false (dateline_rows_update (kit->db, claim_draft, claim_base, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_INVALID);
  rows_kit_run (kit, "ROLLBACK TO s; RELEASE s");
  rows_kit_refresh (kit);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(name, func) g_test_add ("/rows-edits/" name, RowsKit, NULL, rows_kit_set_up, func, rows_kit_tear_down)
  add ("fields", test_fields);
  add ("lists", test_lists);
  add ("body", test_body);
  add ("surroundings", test_surroundings);
  add ("conflicts", test_conflicts);
  add ("both-add", test_both_add);
  add ("circle", test_circle);

  return g_test_run ();
}
