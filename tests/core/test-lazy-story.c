/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story whose items are loaded when they are looked at is the same story as one that is in memory. */
#include "config.h"

#include "dateline-database.h"
#include "dateline-index.h"
#include "dateline-item-list-private.h"
#include "dateline-item-private.h"
#include "dateline-json-reader.h"
#include "dateline-json-writer.h"
#include "dateline-rows-living.h"
#include "dateline-rows-source.h"
#include "dateline-rows.h"
#include "dateline-walk.h"
#include "read-rows.h"

#include <string.h>

typedef DatelineDatabase *(*MakeFunc) (void);

static DatelineDatabase *
keep (DatelineStory *story)
{
  g_autoptr(DatelineDatabase) database = NULL;
  g_autoptr(GError) error = NULL;

  database = dateline_database_create (NULL, &error);
  g_assert_no_error (error);
  dateline_rows_write_story (dateline_database_get_handle (database), story, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&database);
}

static DatelineDatabase *
make_bundled (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineStory) story = dateline_json_reader_read_resource (DATELINE_STORY_RESOURCE, NULL, &error);

  g_assert_no_error (error);

  return keep (story);
}

static DatelineDatabase *
make_everything (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "everything.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineStory) story = dateline_json_reader_read_file (file, NULL, NULL, &error);

  g_assert_no_error (error);

  return keep (story);
}

static DatelineStory *
open_lazy (DatelineDatabase *database)
{
  g_autoptr(GError) error = NULL;
  DatelineStory *story = dateline_rows_open_story (dateline_database_get_handle (database), &error);

  g_assert_no_error (error);

  return story;
}

static guint
count_loaded (DatelineStory *story)
{
  return dateline_rows_source_get_n_loaded (DATELINE_ROWS_SOURCE (dateline_story_get_source (story)));
}

static guint
count_made (DatelineStory *story)
{
  g_autoptr(GPtrArray) made = dateline_story_dup_made (story);

  return made->len;
}

static void
assert_same (DatelineStory *a,
             DatelineStory *b)
{
  g_autoptr(GBytes) a_bytes = dateline_json_writer_write (a);
  g_autoptr(GBytes) b_bytes = dateline_json_writer_write (b);

  g_assert_cmpstr (g_bytes_get_data (a_bytes, NULL), ==, g_bytes_get_data (b_bytes, NULL));
}

static void
test_same (gconstpointer data)
{
  g_autoptr(DatelineDatabase) database = ((MakeFunc) data) ();
  g_autoptr(DatelineStory) eager = read_rows (dateline_database_get_handle (database));
  g_autoptr(DatelineStory) lazy = open_lazy (database);

  g_assert_cmpuint (count_made (lazy), ==, 0);
  assert_same (eager, lazy);
}

static void
assert_same_items (GListModel *a,
                   GListModel *b)
{
  g_assert_cmpuint (g_list_model_get_n_items (a), ==, g_list_model_get_n_items (b));
  for (guint i = 0; i < g_list_model_get_n_items (a); i++)
    {
      g_autoptr(DatelineItem) x = g_list_model_get_item (a, i);
      g_autoptr(DatelineItem) y = g_list_model_get_item (b, i);

      g_assert_cmpstr (dateline_item_get_id (x), ==, dateline_item_get_id (y));
    }
}

static void
assert_same_occurrences (GListModel *a,
                         GListModel *b)
{
  g_assert_cmpuint (g_list_model_get_n_items (a), ==, g_list_model_get_n_items (b));
  for (guint i = 0; i < g_list_model_get_n_items (a); i++)
    {
      g_autoptr(DatelineOccurrence) x = g_list_model_get_item (a, i);
      g_autoptr(DatelineOccurrence) y = g_list_model_get_item (b, i);
      DatelinePassage *x_passage = dateline_occurrence_get_passage (x);
      DatelinePassage *y_passage = dateline_occurrence_get_passage (y);

      g_assert_cmpstr (dateline_item_get_id (dateline_occurrence_get_item (x)), ==,
                       dateline_item_get_id (dateline_occurrence_get_item (y)));
      g_assert_cmpuint (dateline_passage_get_start (x_passage), ==, dateline_passage_get_start (y_passage));
      g_assert_cmpstr (dateline_passage_get_exact (x_passage), ==, dateline_passage_get_exact (y_passage));
      g_assert_cmpstr (dateline_passage_get_prefix (x_passage), ==, dateline_passage_get_prefix (y_passage));
      g_assert_cmpstr (dateline_passage_get_suffix (x_passage), ==, dateline_passage_get_suffix (y_passage));
    }
}

static void
assert_same_index (DatelineStory *eager,
                   DatelineStory *lazy)
{
  g_autoptr(DatelineIndex) eager_index = dateline_index_new (eager);
  g_autoptr(DatelineIndex) lazy_index = dateline_index_new (lazy);

  for (guint from = 0; from < DATELINE_N_ITEM_KINDS; from++)
    {
      GListModel *items = dateline_story_get_items (eager, from);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);
          DatelineItem *other = dateline_story_lookup (lazy, dateline_item_get_id (item));

          g_assert_nonnull (other);
          for (guint to = 0; to < DATELINE_N_ITEM_KINDS; to++)
            assert_same_items (dateline_index_get_related (eager_index, item, to),
                               dateline_index_get_related (lazy_index, other, to));
          if (DATELINE_IS_ARTICLE (item))
            assert_same_occurrences (dateline_index_get_occurrences (eager_index, DATELINE_ARTICLE (item)),
                                     dateline_index_get_occurrences (lazy_index, DATELINE_ARTICLE (other)));
        }
    }
}

static void
test_index (gconstpointer data)
{
  g_autoptr(DatelineDatabase) database = ((MakeFunc) data) ();
  g_autoptr(DatelineStory) eager = read_rows (dateline_database_get_handle (database));
  g_autoptr(DatelineStory) lazy = open_lazy (database);

  assert_same_index (eager, lazy);
}

/* What tells of an item is told by the item as by every article. */
static void
test_articles (gconstpointer data)
{
  g_autoptr(DatelineDatabase) database = ((MakeFunc) data) ();
  g_autoptr(DatelineStory) eager = read_rows (dateline_database_get_handle (database));
  g_autoptr(DatelineStory) lazy = open_lazy (database);
  GListModel *articles = dateline_story_get_articles (eager);
  guint n_telling = 0;

  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      GListModel *items = dateline_story_get_items (eager, kind);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);
          DatelineItem *other = dateline_story_lookup (lazy, dateline_item_get_id (item));
          g_autoptr(GPtrArray) telling = dateline_item_dup_articles (item);
          g_autoptr(GPtrArray) also_telling = dateline_item_dup_articles (other);
          guint n = 0;

          g_assert_cmpuint (telling->len, ==, also_telling->len);
          for (guint j = 0; j < g_list_model_get_n_items (articles); j++)
            {
              g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, j);

              if (!dateline_item_is_in_article (item, article))
                continue;
              g_assert_true (g_ptr_array_index (telling, n) == article);
              g_assert_cmpstr (dateline_item_get_id (g_ptr_array_index (also_telling, n)), ==,
                               dateline_item_get_id (DATELINE_ITEM (article)));
              n++;
            }
          g_assert_cmpuint (telling->len, ==, n);
          n_telling += n;
        }
    }
  g_assert_cmpuint (n_telling, >, 0);
}

static DatelineDatabase *
make_many (void)
{
  g_autoptr(DatelineStory) story = dateline_story_new ("many", "Many", NULL, "en");
  g_autoptr(DatelineDate) date = dateline_date_new ("2014", NULL);

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      g_autoptr(DatelineEvent) event = g_object_new (DATELINE_TYPE_EVENT, "id", id, "title", id, "date", date, NULL);

      dateline_story_add (story, DATELINE_ITEM (event));
    }

  return keep (story);
}

static void
run (sqlite3    *db,
     const char *sql,
     const char *id)
{
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (id != NULL)
    sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

static guint
count_loose (DatelineStory *story)
{
  g_autoptr(GPtrArray) made = dateline_story_dup_made (story);
  guint n = 0;

  for (guint i = 0; i < made->len; i++)
    n += dateline_item_get_place (g_ptr_array_index (made, i)) == NULL;

  return n;
}

/* Items that were looked up by their ids get their places: each when somebody asks, or all if there are many. */
static void
test_places (void)
{
  g_autoptr(DatelineDatabase) database = make_many ();
  g_autoptr(DatelineStory) eager = read_rows (dateline_database_get_handle (database));
  g_autoptr(DatelineStory) lazy = open_lazy (database);
  GListModel *events = dateline_story_get_events (eager);
  DatelineItemList *list = DATELINE_ITEM_LIST (dateline_story_get_events (lazy));
  guint n = g_list_model_get_n_items (events);
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  guint position;

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr(DatelineItem) item = g_list_model_get_item (events, i * 7 % n);

      g_ptr_array_add (items, dateline_story_lookup (lazy, dateline_item_get_id (item)));
      if (i == 4)
        {
          /* Few are looked for one by one. */
          g_assert_cmpuint (list->n_loose, ==, 5);
          g_assert_true (dateline_item_list_find (list, g_ptr_array_index (items, 3), &position));
          g_assert_cmpuint (position, ==, 21);
          g_assert_cmpuint (list->n_loose, ==, 4);
        }
      g_assert_cmpuint (list->n_loose, ==, count_loose (lazy));
    }
  g_assert_cmpuint (list->n_loose, >, 20);

  for (guint i = 50; i > 0; i--)
    {
      g_assert_true (dateline_item_list_find (list, g_ptr_array_index (items, i - 1), &position));
      g_assert_cmpuint (position, ==, (i - 1) * 7 % n);
      g_assert_cmpuint (list->n_loose, ==, 0);
    }
  g_assert_cmpuint (count_loose (lazy), ==, 0);
  assert_same (eager, lazy);
}

static void
test_little (void)
{
  g_autoptr(DatelineDatabase) database = make_bundled ();
  g_autoptr(DatelineStory) story = open_lazy (database);
  g_autoptr(DatelineArticle) article = NULL;
  GListModel *quotes = dateline_story_get_quotes (story);
  DatelineItem *item;
  guint position;
  guint n_made;

  /* How many there are is known without any of them. */
  g_assert_cmpuint (g_list_model_get_n_items (quotes), >, 10);
  g_assert_cmpuint (count_loaded (story), ==, 0);

  /* One by its id, and what it refers to. */
  {
    g_autoptr(DatelineStory) eager = read_rows (dateline_database_get_handle (database));
    g_autoptr(DatelineItem) last = NULL;

    last = g_list_model_get_item (dateline_story_get_quotes (eager), g_list_model_get_n_items (quotes) - 1);
    item = dateline_story_lookup (story, dateline_item_get_id (last));
    g_assert_cmpstr (dateline_item_get_label (item), ==, dateline_item_get_label (last));
  }
  g_assert_cmpuint (count_made (story), <, 10);
  g_assert_true (dateline_story_lookup (story, dateline_item_get_id (item)) == item);
  g_assert_null (dateline_story_lookup (story, "nobody"));

  /* The list has the same object where it belongs. */
  g_assert_true (dateline_story_find (story, item, &position));
  g_assert_cmpuint (position, ==, g_list_model_get_n_items (quotes) - 1);
  {
    g_autoptr(DatelineItem) same = g_list_model_get_item (quotes, position);

    g_assert_true (same == item);
  }

  /* A passage does without the text of its article. */
  n_made = count_loaded (story);
  {
    g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (item);

    article = g_object_ref (dateline_passage_get_article (passage));
    g_assert_true (dateline_story_misses (story, DATELINE_ITEM (article), DATELINE_ITEM_PART_TEXT));
    g_assert_cmpuint (count_loaded (story), <=, n_made + 1);
    g_assert_true (dateline_passage_is_there (passage));
    g_assert_false (dateline_story_misses (story, DATELINE_ITEM (article), DATELINE_ITEM_PART_TEXT));
  }

  /* Whoever keeps an item longer than the story keeps what was loaded. */
  item = g_object_ref (item);
  g_clear_object (&story);
  g_assert_cmpstr (dateline_item_get_id (item), !=, "");
  g_assert_nonnull (dateline_item_get_passages (item));
  g_object_unref (item);
  story = open_lazy (database);
}

/* Looks at some items, and at some parts of them. */
static void
touch_some (DatelineStory *story,
            GRand         *rand)
{
  for (guint i = 0; i < 10; i++)
    {
      DatelineItemKind kind = (DatelineItemKind) g_rand_int_range (rand, 0, DATELINE_N_ITEM_KINDS);
      GListModel *items = dateline_story_get_items (story, kind);
      guint n = g_list_model_get_n_items (items);
      g_autoptr(DatelineItem) item = NULL;

      if (n == 0)
        continue;
      item = g_list_model_get_item (items, (guint) g_rand_int_range (rand, 0, (gint32) n));
      if (g_rand_boolean (rand))
        dateline_item_get_passages (item);
      if (g_rand_boolean (rand) && DATELINE_IS_ARTICLE (item))
        dateline_article_get_text (DATELINE_ARTICLE (item));
      if (g_rand_boolean (rand) && DATELINE_IS_EVENT (item))
        dateline_event_get_participants (DATELINE_EVENT (item));
      if (g_rand_boolean (rand) && DATELINE_IS_CLAIM (item))
        dateline_claim_get_accounts (DATELINE_CLAIM (item));
      if (g_rand_boolean (rand) && DATELINE_IS_CLAIM (item))
        dateline_claim_get_about (DATELINE_CLAIM (item));
    }
}

static char *
pick_id (sqlite3    *db,
         GRand      *rand,
         const char *kind)
{
  sqlite3_stmt *statement;
  char *id = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT id FROM item WHERE kind = ?1 ORDER BY id LIMIT 1 "
                                           "OFFSET ?2 % max (1, (SELECT count(*) FROM item WHERE kind = ?1))",
                                       -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, kind, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 2, g_rand_int_range (rand, 0, G_MAXINT));
  if (sqlite3_step (statement) == SQLITE_ROW)
    id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);

  return id;
}

/* Changes a row as another program might, and says of which item. */
static char *
change_something (sqlite3 *db,
                  GRand   *rand,
                  guint    number)
{
  g_autofree char *new_id = g_strdup_printf ("new-%u", number);
  char *id;

  switch (g_rand_int_range (rand, 0, 7))
    {
    case 0:
      id = pick_id (db, rand, "event");
      run (db, "UPDATE event SET title = title || '!' WHERE id = ?", id);
      return id;
    case 1:
      id = pick_id (db, rand, "quote");
      /* What others refer to would change those, too. */
      run (db, "DELETE FROM item WHERE id = ? AND id NOT IN (SELECT item FROM about) "
               "AND id NOT IN (SELECT original FROM quote WHERE original IS NOT NULL)", id);
      return id;
    case 2:
      run (db, "INSERT INTO item (id, kind, position) SELECT ?, 'event', avg (position) + 0.5 FROM item WHERE kind = 'event'",
           new_id);
      run (db, "INSERT INTO event (id, title, date) VALUES (?, 'New', '2021-02-02')", new_id);
      return g_steal_pointer (&new_id);
    case 3:
      id = pick_id (db, rand, g_rand_boolean (rand) ? "article" : "event");
      run (db, "UPDATE item SET position = (SELECT avg (position) FROM item AS o WHERE o.kind = item.kind) + 0.3 WHERE id = ?",
           id);
      return id;
    case 4:
      id = pick_id (db, rand, "account");
      run (db, "UPDATE item SET position = position - 1.5 WHERE id = ?", id);
      return id;
    case 5:
      id = pick_id (db, rand, "person");
      run (db, "DELETE FROM passage WHERE item = ?1 AND id = (SELECT max (id) FROM passage WHERE item = ?1)", id);
      return id;
    default:
      run (db, "INSERT INTO item (id, kind, position) SELECT ?, 'person', max (position) + 1 FROM item WHERE kind = 'person'",
           new_id);
      run (db, "INSERT INTO person (id, name) VALUES (?, 'Somebody')", new_id);
      return g_steal_pointer (&new_id);
    }
}

/* What a list says of itself has to be what a list that follows its signals holds. */
typedef struct
{
  guint n;
} Follower;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  Follower   *follower)
{
  g_assert_cmpuint (position + n_removed, <=, follower->n);
  follower->n = follower->n - n_removed + n_added;
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, follower->n);
}

static void
test_refresh (gconstpointer data)
{
  g_autoptr(DatelineDatabase) database = ((MakeFunc) data) ();
  sqlite3 *db = dateline_database_get_handle (database);
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 12; round++)
    {
      g_autoptr(DatelineStory) lazy = open_lazy (database);
      Follower followers[DATELINE_N_ITEM_KINDS] = { 0 };

      for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
        {
          GListModel *items = dateline_story_get_items (lazy, kind);

          followers[kind].n = g_list_model_get_n_items (items);
          g_signal_connect (items, "items-changed", G_CALLBACK (items_changed_cb), &followers[kind]);
        }
      for (guint i = 0; i < 8; i++)
        {
          g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          g_autoptr(GError) error = NULL;

          touch_some (lazy, rand);
          for (guint k = 0; k < 3; k++)
            {
              char *id = change_something (db, rand, round * 100 + i * 10 + k);

              if (id != NULL)
                g_hash_table_add (ids, id);
            }
          /* Somebody looks before the story has heard of it. */
          if (g_rand_int_range (rand, 0, 4) == 0)
            touch_some (lazy, rand);
          /* Then and when nothing tells what changed. */
          if (g_rand_int_range (rand, 0, 6) == 0)
            dateline_rows_load (db, lazy, &error);
          else
            dateline_rows_refresh (db, lazy, ids, &error);
          g_assert_no_error (error);
          if (round % 3 == 0)
            {
              g_autoptr(DatelineStory) eager = read_rows (dateline_database_get_handle (database));

              assert_same (eager, lazy);
              assert_same_index (eager, lazy);
            }
        }
      {
        g_autoptr(DatelineStory) eager = read_rows (dateline_database_get_handle (database));

        assert_same (eager, lazy);
        assert_same_index (eager, lazy);
      }
    }
}

static void
count_failure (guint *n)
{
  (*n)++;
}

static void
test_unreadable (void)
{
  g_autoptr(DatelineDatabase) database = make_bundled ();
  sqlite3 *db = dateline_database_get_handle (database);
  g_autoptr(DatelineStory) story = NULL;
  g_autoptr(DatelineReaction) reaction = NULL;
  g_autoptr(DatelineEvent) event = NULL;
  GListModel *events;
  guint n_failures = 0;

  run (db, "UPDATE event SET date = 'some day' WHERE id = (SELECT id FROM item WHERE kind = 'event' ORDER BY position LIMIT 1)",
       NULL);
  run (db, "UPDATE reaction SET form = 'post', date = 'some day'", NULL);
  story = open_lazy (database);
  g_signal_connect_swapped (dateline_story_get_source (story), "failed", G_CALLBACK (count_failure), &n_failures);

  /* Something stands where an item is that cannot be read, and somebody is told. */
  events = dateline_story_get_events (story);
  event = g_list_model_get_item (events, 0);
  g_assert_true (DATELINE_IS_EVENT (event));
  g_assert_cmpuint (n_failures, ==, 1);
  reaction = g_list_model_get_item (dateline_story_get_reactions (story), 0);
  g_assert_true (DATELINE_IS_REACTION (reaction));
  g_assert_nonnull (dateline_reaction_get_author (reaction));
  g_assert_cmpuint (n_failures, >, 1);

  /* Without the file there is nothing more, but what is there stays. */
  dateline_rows_source_close (DATELINE_ROWS_SOURCE (dateline_story_get_source (story)), db);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(DatelineItem) item = g_list_model_get_item (events, i);

      g_assert_true (DATELINE_IS_EVENT (item));
      g_assert_nonnull (dateline_item_get_passages (item));
    }
  g_assert_null (dateline_story_lookup (story, "nobody"));
}

/* A walk that lets go of what it passed meets the same items, and so does whoever comes later. */
static void
test_fleeting (gconstpointer data)
{
  g_autoptr(DatelineDatabase) database = ((MakeFunc) data) ();
  g_autoptr(DatelineStory) eager = read_rows (dateline_database_get_handle (database));
  g_autoptr(DatelineStory) lazy = open_lazy (database);

  dateline_story_set_fleeting (lazy, TRUE);
  assert_same (eager, lazy);
  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      g_auto(DatelineWalk) a = DATELINE_WALK_INIT (eager, kind);
      g_auto(DatelineWalk) b = DATELINE_WALK_INIT (lazy, kind);
      DatelineItem *item;

      while ((item = dateline_walk_next (&a)) != NULL)
        {
          DatelineItem *other = dateline_walk_next (&b);

          g_assert_cmpstr (dateline_item_get_id (item), ==, dateline_item_get_id (other));
          if (DATELINE_IS_ARTICLE (item))
            g_assert_cmpstr (dateline_article_get_badge (DATELINE_ARTICLE (item)), ==,
                             dateline_article_get_badge (DATELINE_ARTICLE (other)));
        }
      g_assert_null (dateline_walk_next (&b));
      assert_same_items (dateline_story_get_items (eager, kind), dateline_story_get_items (lazy, kind));
    }

  dateline_story_forget (lazy, 0);
  g_assert_cmpuint (count_made (lazy), ==, 0);
  assert_same (eager, lazy);
}

static void
add_event (DatelineDatabase *database,
           guint             number)
{
  g_autoptr(DatelineDate) date = dateline_date_new ("2021-02", NULL);
  g_autofree char *id = g_strdup_printf ("event-many-%05u", number);
  g_autoptr(DatelineItem) event = g_object_new (DATELINE_TYPE_EVENT, "id", id, "title", id, "date", date, NULL);
  g_autoptr(GError) error = NULL;

  /* All at one place: then the id decides. */
  dateline_rows_insert (dateline_database_get_handle (database), event, 1000, &error);
  g_assert_no_error (error);
}

/* However long the walk, few items are in memory; and a row that goes while it is under way is no end of it. */
static void
test_long_walk (void)
{
  g_autoptr(DatelineDatabase) database = make_bundled ();
  g_autoptr(DatelineStory) story = open_lazy (database);
  g_auto(DatelineWalk) walk = DATELINE_WALK_INIT (story, DATELINE_ITEM_EVENT);
  g_autoptr(DatelineItem) held = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *last = NULL;
  guint most = 0;
  guint n = 0;
  guint n_before;
  DatelineItem *item;

  dateline_story_set_fleeting (story, TRUE);
  n_before = g_list_model_get_n_items (dateline_story_get_events (story));
  for (guint i = 0; i < 1000; i++)
    add_event (database, i);

  while ((item = dateline_walk_next (&walk)) != NULL)
    {
      g_assert_true (last == NULL || n <= n_before || strcmp (last, dateline_item_get_id (item)) < 0);
      g_free (last);
      last = g_strdup (dateline_item_get_id (item));
      if (++n == n_before + 128)
        {
          g_autofree char *sql = g_strdup_printf ("DELETE FROM item WHERE id IN ('%s', 'event-many-00500')", last);

          g_set_object (&held, item);
          dateline_database_execute (database, sql, &error);
          g_assert_no_error (error);
        }
      dateline_item_get_passages (item);
      most = MAX (most, count_made (story));
    }
  g_assert_cmpuint (n, ==, n_before + 1000 - 1);
  g_assert_cmpuint (most, <, 500);
  /* Whoever held one against the rules has an item that is in no story. */
  g_assert_cmpuint (g_list_model_get_n_items (dateline_item_get_passages (held)), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/lazy-story/same/bundled", make_bundled, test_same);
  g_test_add_data_func ("/lazy-story/same/everything", make_everything, test_same);
  g_test_add_data_func ("/lazy-story/index/bundled", make_bundled, test_index);
  g_test_add_data_func ("/lazy-story/index/everything", make_everything, test_index);
  g_test_add_data_func ("/lazy-story/articles/bundled", make_bundled, test_articles);
  g_test_add_data_func ("/lazy-story/articles/everything", make_everything, test_articles);
  g_test_add_func ("/lazy-story/places", test_places);
  g_test_add_func ("/lazy-story/little", test_little);
  g_test_add_data_func ("/lazy-story/refresh/bundled", make_bundled, test_refresh);
  g_test_add_data_func ("/lazy-story/refresh/everything", make_everything, test_refresh);
  g_test_add_func ("/lazy-story/unreadable", test_unreadable);
  g_test_add_data_func ("/lazy-story/fleeting/bundled", make_bundled, test_fleeting);
  g_test_add_data_func ("/lazy-story/fleeting/everything", make_everything, test_fleeting);
  g_test_add_func ("/lazy-story/long-walk", test_long_walk);

  return g_test_run ();
}
