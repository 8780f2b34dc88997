/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed in the rows reaches the living objects, all of it and at once. */
#include "config.h"

#include "dateline-rows.h"
#include "random-story.h"
#include "rows-kit.h"

static void
test_move (RowsKit       *kit,
           gconstpointer  data)
{
  GListModel *people = dateline_story_get_people (kit->story);
  guint n = g_list_model_get_n_items (people);
  DatelineItem *first = rows_kit_get (kit, DATELINE_ITEM_PERSON, 0);
  DatelineItem *second = rows_kit_get (kit, DATELINE_ITEM_PERSON, 1);
  DatelineItem *last = rows_kit_get (kit, DATELINE_ITEM_PERSON, n - 1);
  g_autoptr(GError) error = NULL;

  dateline_rows_move (kit->db, dateline_item_get_id (first), NULL, &error);
  g_assert_no_error (error);
  rows_kit_refresh (kit);
  g_assert_true (rows_kit_get (kit, DATELINE_ITEM_PERSON, n - 1) == first);
  g_assert_true (rows_kit_get (kit, DATELINE_ITEM_PERSON, 0) == second);

  dateline_rows_move (kit->db, dateline_item_get_id (last), dateline_item_get_id (second), &error);
  g_assert_no_error (error);
  rows_kit_assert_changes (kit, "item.position");
  g_assert_true (dateline_rows_load (kit->db, kit->story, &error));
  g_assert_true (rows_kit_get (kit, DATELINE_ITEM_PERSON, 0) == last);

  /* More often than a number can be halved. */
  for (guint i = 0; i < 200; i++)
    {
      DatelineItem *item = rows_kit_get (kit, DATELINE_ITEM_PERSON, 2);

      dateline_rows_move (kit->db, dateline_item_get_id (item),
                          dateline_item_get_id (rows_kit_get (kit, DATELINE_ITEM_PERSON, 1)), &error);
      g_assert_no_error (error);
      rows_kit_refresh (kit);
      g_assert_true (rows_kit_get (kit, DATELINE_ITEM_PERSON, 1) == item);
    }

  g_assert_false (dateline_rows_move (kit->db, "nobody", NULL, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT);
}

typedef struct
{
  DatelineStory *story;
  guint          n_refreshed;
  guint          n_incomplete;
} Watch;

static void
refreshed_cb (DatelineStory *story,
              GPtrArray     *changed,
              GPtrArray     *removed,
              Watch         *watch)
{
  watch->n_refreshed++;
}

/* Whoever is told of a new item finds all of it. */
static void
quotes_changed_cb (GListModel *quotes,
                   guint       position,
                   guint       n_removed,
                   guint       n_added,
                   Watch      *watch)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr(DatelineQuote) quote = g_list_model_get_item (quotes, i);

      if (*dateline_quote_get_text (quote) == '\0' ||
          dateline_story_lookup (watch->story, dateline_item_get_id (DATELINE_ITEM (quote))) == NULL)
        watch->n_incomplete++;
    }
}

static void
test_signals (RowsKit       *kit,
              gconstpointer  data)
{
  Watch watch = { kit->story, 0, 0 };
  DatelineItem *kept = rows_kit_get (kit, DATELINE_ITEM_QUOTE, 0);
  g_autoptr(DatelineItem) base = dateline_item_copy (kept);
  g_autoptr(DatelineItem) draft = dateline_item_copy (kept);
  g_autoptr(DatelineItem) quote = NULL;
  g_autoptr(GError) error = NULL;

  quote = random_story_make_item (kit->rand, kit->story, DATELINE_ITEM_QUOTE, "quote-new");
  g_signal_connect (kit->story, "refreshed", G_CALLBACK (refreshed_cb), &watch);
  g_signal_connect (dateline_story_get_quotes (kit->story), "items-changed", G_CALLBACK (quotes_changed_cb), &watch);
  dateline_rows_insert (kit->db, quote, DATELINE_ROWS_AT_END, &error);
  g_assert_no_error (error);
  g_object_set (draft, "cue", "said again", NULL);
  rows_kit_update (kit, draft, base);
  rows_kit_refresh (kit);

  g_assert_cmpuint (watch.n_refreshed, ==, 1);
  g_assert_cmpuint (watch.n_incomplete, ==, 0);
  g_assert_true (dateline_story_lookup (kit->story, dateline_item_get_id (kept)) == kept);
  g_assert_cmpstr (dateline_quote_get_cue (DATELINE_QUOTE (kept)), ==, "said again");
  g_assert_nonnull (dateline_story_lookup (kit->story, "quote-new"));
  g_assert_true (dateline_story_lookup (kit->story, "quote-new") != quote);
  g_signal_handlers_disconnect_by_data (kit->story, &watch);
  g_signal_handlers_disconnect_by_data (dateline_story_get_quotes (kit->story), &watch);
}

static void
insert_random (RowsKit *kit,
               guint    number)
{
  DatelineItemKind kind = (DatelineItemKind) g_rand_int_range (kit->rand, 0, DATELINE_N_ITEM_KINDS);
  g_autofree char *id = g_strdup_printf ("new-%u", number);
  g_autoptr(DatelineItem) item = NULL;
  g_autoptr(GError) error = NULL;

  item = random_story_make_item (kit->rand, kit->story, kind, id);
  dateline_rows_insert (kit->db, item,
                        g_rand_boolean (kit->rand) ? DATELINE_ROWS_AT_END : g_rand_double_range (kit->rand, 0, 9),
                        &error);
  g_assert_no_error (error);
  if (DATELINE_IS_ARTICLE (item))
    dateline_article_set_dates (DATELINE_ARTICLE (item), NULL);
}

static void
change_random (RowsKit *kit)
{
  DatelineItemKind kind = (DatelineItemKind) g_rand_int_range (kit->rand, 0, DATELINE_N_ITEM_KINDS);
  DatelineItem *item = random_story_pick_item (kit->rand, kit->story, kind);
  g_autoptr(DatelineItem) base = NULL;
  g_autoptr(DatelineItem) draft = NULL;

  if (item == NULL)
    return;

  base = dateline_item_copy (item);
  draft = dateline_item_copy (item);
  random_story_change_item (kit->rand, kit->story, draft);
  /* Now and then another text, of which many a passage is no part. */
  if (kind == DATELINE_ITEM_ARTICLE && g_rand_boolean (kit->rand))
    {
      g_autoptr(DatelineItem) other = random_story_make_item (kit->rand, kit->story, kind, "other");
      g_autoptr(GPtrArray) blocks = dateline_article_dup_blocks (DATELINE_ARTICLE (other));

      dateline_article_set_blocks (DATELINE_ARTICLE (draft), blocks);
      dateline_article_set_dates (DATELINE_ARTICLE (other), NULL);
    }
  rows_kit_update (kit, draft, base);
  if (kind == DATELINE_ITEM_ARTICLE)
    {
      dateline_article_set_dates (DATELINE_ARTICLE (base), NULL);
      dateline_article_set_dates (DATELINE_ARTICLE (draft), NULL);
    }
}

/* Deletes what nothing else needs: the others have dependents that an edit would delete with them. */
static void
delete_random (RowsKit *kit)
{
  static const DatelineItemKind kinds[] = { DATELINE_ITEM_EVENT, DATELINE_ITEM_QUOTE, DATELINE_ITEM_REACTION,
                                            DATELINE_ITEM_ACCOUNT };
  DatelineItem *item = random_story_pick_item (kit->rand, kit->story,
                                               kinds[g_rand_int_range (kit->rand, 0, G_N_ELEMENTS (kinds))]);
  g_autofree char *sql = NULL;

  if (item == NULL)
    return;

  sql = g_strdup_printf ("DELETE FROM item WHERE id = '%s'", dateline_item_get_id (item));
  rows_kit_run (kit, sql);
}

static void
move_random (RowsKit *kit)
{
  DatelineItemKind kind = (DatelineItemKind) g_rand_int_range (kit->rand, 0, DATELINE_N_ITEM_KINDS);
  DatelineItem *item = random_story_pick_item (kit->rand, kit->story, kind);
  DatelineItem *before = random_story_pick_item (kit->rand, kit->story, kind);
  g_autoptr(GError) error = NULL;

  if (item == NULL)
    return;

  dateline_rows_move (kit->db, dateline_item_get_id (item),
                      g_rand_boolean (kit->rand) ? dateline_item_get_id (before) : NULL, &error);
  g_assert_no_error (error);
}

/* Whatever happens to the rows, the refreshed story is the one that would be read anew; and what stayed is the same. */
static void
test_random (void)
{
  for (guint seed = 0; seed < 12; seed++)
    {
      RowsKit kit = { NULL };
      guint number = 0;

      rows_kit_set_up_seed (&kit, seed);
      for (guint round = 0; round < 25; round++)
        {
          g_autoptr(GHashTable) living = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
          int n = g_rand_int_range (kit.rand, 1, 6);
          GHashTableIter iter;
          gpointer id;
          gpointer item;

          for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
            {
              GListModel *items = dateline_story_get_items (kit.story, kind);

              for (guint i = 0; i < g_list_model_get_n_items (items); i++)
                {
                  DatelineItem *present = g_list_model_get_item (items, i);

                  g_hash_table_insert (living, g_strdup (dateline_item_get_id (present)), present);
                }
            }

          for (int i = 0; i < n; i++)
            switch (g_rand_int_range (kit.rand, 0, 5))
              {
              case 0:
                insert_random (&kit, number++);
                break;
              case 1:
                if (i == n - 1)
                  delete_random (&kit);
                break;
              case 2:
                move_random (&kit);
                break;
              default:
                if (i == 0)
                  change_random (&kit);
                break;
              }
          rows_kit_refresh (&kit);

          g_hash_table_iter_init (&iter, living);
          while (g_hash_table_iter_next (&iter, &id, &item))
            {
              DatelineItem *present = dateline_story_lookup (kit.story, id);

              g_assert_true (present == NULL || present == item);
            }
        }
      rows_kit_tear_down (&kit, NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(name, func) g_test_add ("/rows-refresh/" name, RowsKit, NULL, rows_kit_set_up, func, rows_kit_tear_down)
  add ("move", test_move);
  add ("signals", test_signals);
  g_test_add_func ("/rows-refresh/random", test_random);

  return g_test_run ();
}
