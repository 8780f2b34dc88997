/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edit writes what it changed and nothing else, sees what others changed meanwhile, and reaches the living objects. */
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1

#include "config.h"

#include "dateline-database.h"
#include "dateline-rows.h"

#include "random-story.h"

typedef struct
{
  DatelineDatabase *database;
  sqlite3          *db;
  GRand            *rand;
  DatelineStory    *story;   /* that is refreshed */
  sqlite3_session  *session; /* what changed since the last look */
} Fixture;

static DatelineStory *
load (Fixture *fixture)
{
  g_autoptr(DatelineStory) story = NULL;
  g_autoptr(GError) error = NULL;

  story = dateline_rows_new_story (fixture->db, &error);
  g_assert_no_error (error);
  dateline_rows_load (fixture->db, story, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&story);
}

static void
restart_session (Fixture *fixture)
{
  g_clear_pointer (&fixture->session, sqlite3session_delete);
  g_assert_cmpint (sqlite3session_create (fixture->db, "main", &fixture->session), ==, SQLITE_OK);
  sqlite3session_attach (fixture->session, NULL);
}

static void
set_up_seed (Fixture *fixture,
             guint32  seed)
{
  g_autoptr(DatelineStory) story = NULL;
  g_autoptr(GError) error = NULL;

  fixture->rand = g_rand_new_with_seed (seed);
  story = random_story_new (fixture->rand, 8);
  fixture->database = dateline_database_create (NULL, &error);
  g_assert_no_error (error);
  fixture->db = dateline_database_get_handle (fixture->database);
  dateline_rows_write_story (fixture->db, story, &error);
  g_assert_no_error (error);
  fixture->story = load (fixture);
  restart_session (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_seed (fixture, 42);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->session, sqlite3session_delete);
  g_clear_object (&fixture->story);
  g_clear_pointer (&fixture->database, dateline_database_free);
  g_clear_pointer (&fixture->rand, g_rand_free);
}

static void
run (Fixture    *fixture,
     const char *sql)
{
  g_autoptr(GError) error = NULL;

  dateline_database_execute (fixture->database, sql, &error);
  g_assert_no_error (error);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Describes the changes since the last look as "table+", "table-" or "table.column" of each row, in order of tables, and
 * adds to @ids what belongs to each. */
static char *
describe_changes (Fixture    *fixture,
                  GHashTable *ids)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  sqlite3_changeset_iter *iter;
  void *changeset;
  int size;

  g_assert_cmpint (sqlite3session_changeset (fixture->session, &size, &changeset), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3changeset_start (&iter, size, changeset), ==, SQLITE_OK);
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      sqlite3_value *value;
      int n_columns;
      int operation;
      int owner;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL);
      owner = g_str_equal (table, "passage") ? 1 : 0;
      if (operation == SQLITE_INSERT)
        sqlite3changeset_new (iter, owner, &value);
      else
        sqlite3changeset_old (iter, owner, &value);
      if (value != NULL)
        {
          g_hash_table_add (ids, g_strdup ((const char *) sqlite3_value_text (value)));
        }
      else
        {
          sqlite3_stmt *statement;

          sqlite3changeset_old (iter, 0, &value);
          sqlite3_prepare_v2 (fixture->db, "SELECT item FROM passage WHERE id = ?", -1, &statement, NULL);
          sqlite3_bind_value (statement, 1, value);
          g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
          g_hash_table_add (ids, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
          sqlite3_finalize (statement);
        }

      if (operation != SQLITE_UPDATE)
        g_ptr_array_add (lines, g_strconcat (table, operation == SQLITE_INSERT ? "+" : "-", NULL));
      for (int i = 0; i < n_columns && operation == SQLITE_UPDATE; i++)
        {
          sqlite3changeset_new (iter, i, &value);
          if (value != NULL)
            g_ptr_array_add (lines, g_strdup_printf ("%s.%s", table,
                                                     sqlite3_value_type (value) == SQLITE_FLOAT ? "position" : "text"));
        }
    }
  sqlite3changeset_finalize (iter);
  sqlite3_free (changeset);
  restart_session (fixture);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv (" ", (char **) lines->pdata);
}

static void
assert_changes (Fixture    *fixture,
                const char *expected)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *changes = describe_changes (fixture, ids);

  g_assert_cmpstr (changes, ==, expected);
}

/* Brings the story up to date with all changes, and checks that a story read anew is no other. */
static void
refresh (Fixture *fixture)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *changes = describe_changes (fixture, ids);
  g_autoptr(DatelineStory) fresh = NULL;
  g_autoptr(GError) error = NULL;

  dateline_rows_refresh (fixture->db, fixture->story, ids, &error);
  g_assert_no_error (error);

  fresh = load (fixture);
  random_story_assert_same (fixture->story, fresh);
}

static void
update (Fixture      *fixture,
        DatelineItem *draft,
        DatelineItem *base)
{
  g_autoptr(GError) error = NULL;

  dateline_rows_update (fixture->db, draft, base, &error);
  g_assert_no_error (error);
}

static DatelineItem *
get (Fixture          *fixture,
     DatelineItemKind  kind,
     guint             position)
{
  g_autoptr(DatelineItem) item = g_list_model_get_item (dateline_story_get_items (fixture->story, kind), position);

  g_assert_nonnull (item);

  return item;
}

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
test_fields (Fixture       *fixture,
             gconstpointer  data)
{
  DatelineItem *event = get (fixture, DATELINE_ITEM_EVENT, 0);
  g_autoptr(DatelineItem) base = dateline_item_copy (event);
  g_autoptr(DatelineItem) draft = dateline_item_copy (event);

  update (fixture, draft, base);
  assert_changes (fixture, "");

  g_object_set (draft, "title", "Another title", NULL);
  update (fixture, draft, base);
  assert_changes (fixture, "event.text");

  /* The same once more is no conflict, but no change either. */
  update (fixture, draft, base);
  assert_changes (fixture, "");

  g_object_set (base, "title", "Another title", NULL);
  g_object_set (draft, "note", "A note", "place", "A place", NULL);
  update (fixture, draft, base);
  assert_changes (fixture, "event.text item.text");
}

static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  DatelineEvent *event = DATELINE_EVENT (get (fixture, DATELINE_ITEM_EVENT, 0));
  g_autoptr(DatelineItem) base = dateline_item_copy (DATELINE_ITEM (event));
  g_autoptr(DatelineItem) draft = dateline_item_copy (DATELINE_ITEM (event));
  g_autoptr(GPtrArray) all = list_of (dateline_story_get_people (fixture->story), NULL, NULL, 0);
  g_autoptr(GPtrArray) shorter = NULL;
  g_autoptr(GPtrArray) turned = NULL;
  g_autoptr(GPtrArray) passages = NULL;
  g_autoptr(DatelinePassage) passage = NULL;
  GListModel *participants = dateline_event_get_participants (DATELINE_EVENT (draft));

  g_assert_cmpuint (all->len, >, 3);
  dateline_event_set_participants (DATELINE_EVENT (base), NULL);
  dateline_event_set_participants (DATELINE_EVENT (draft), NULL);
  run (fixture, "DELETE FROM participant");
  dateline_event_set_participants (DATELINE_EVENT (draft), all);
  update (fixture, draft, base);
  refresh (fixture);

  dateline_event_set_participants (DATELINE_EVENT (base), all);
  shorter = list_of (participants, g_ptr_array_index (all, 1), NULL, 0);
  dateline_event_set_participants (DATELINE_EVENT (draft), shorter);
  update (fixture, draft, base);
  assert_changes (fixture, "participant-");

  dateline_event_set_participants (DATELINE_EVENT (base), shorter);
  dateline_event_set_participants (DATELINE_EVENT (draft), all);
  update (fixture, draft, base);
  assert_changes (fixture, "participant+");

  dateline_event_set_participants (DATELINE_EVENT (base), all);
  turned = list_of (participants, g_ptr_array_index (all, all->len - 1), g_ptr_array_index (all, all->len - 1), 0);
  dateline_event_set_participants (DATELINE_EVENT (draft), turned);
  update (fixture, draft, base);
  refresh (fixture);
  g_assert_true (g_list_model_get_n_items (dateline_event_get_participants (event)) == all->len);

  passage = dateline_passage_new (DATELINE_ARTICLE (get (fixture, DATELINE_ITEM_ARTICLE, 0)), 0, 1);
  passages = list_of (dateline_item_get_passages (draft), NULL, passage, 0);
  dateline_event_set_participants (DATELINE_EVENT (base), turned);
  dateline_item_set_passages (draft, passages);
  update (fixture, draft, base);
  assert_changes (fixture, "passage+");
}

static void
test_body (Fixture       *fixture,
           gconstpointer  data)
{
  DatelineItem *article = get (fixture, DATELINE_ITEM_ARTICLE, 0);
  g_autoptr(DatelineItem) base = dateline_item_copy (article);
  g_autoptr(DatelineItem) draft = dateline_item_copy (article);
  g_autoptr(GPtrArray) blocks = dateline_article_dup_blocks (DATELINE_ARTICLE (article));
  g_autoptr(GError) error = NULL;
  guint n = blocks->len;

  g_ptr_array_add (blocks, dateline_text_block_new (DATELINE_BLOCK_HEADING, "One more"));
  dateline_article_set_blocks (DATELINE_ARTICLE (draft), blocks);
  dateline_article_set_dates (DATELINE_ARTICLE (draft), NULL);
  dateline_article_set_dates (DATELINE_ARTICLE (base), NULL);
  update (fixture, draft, base);
  assert_changes (fixture, "block+");

  g_assert_false (dateline_rows_update (fixture->db, base, draft, &error) &&
                  dateline_rows_update (fixture->db, base, draft, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT);
  assert_changes (fixture, "block-");

  g_ptr_array_set_size (blocks, (int) n);
  g_ptr_array_remove_index (blocks, n - 1);
  g_ptr_array_add (blocks, dateline_text_block_new (DATELINE_BLOCK_POST, "Another end"));
  dateline_article_set_blocks (DATELINE_ARTICLE (draft), blocks);
  update (fixture, draft, base);
  assert_changes (fixture, "block.text block.text");
}

static void
test_conflicts (Fixture       *fixture,
                gconstpointer  data)
{
  DatelineItem *event = get (fixture, DATELINE_ITEM_EVENT, 0);
  g_autoptr(DatelineItem) base = dateline_item_copy (event);
  g_autoptr(DatelineItem) mine = dateline_item_copy (event);
  g_autoptr(DatelineItem) theirs = dateline_item_copy (event);
  g_autofree char *sql = NULL;
  g_autoptr(GError) error = NULL;

  /* Different fields go together. */
  g_object_set (theirs, "title", "Theirs", NULL);
  g_object_set (mine, "place", "Mine", NULL);
  update (fixture, theirs, base);
  update (fixture, mine, base);
  refresh (fixture);
  g_assert_cmpstr (dateline_event_get_title (DATELINE_EVENT (event)), ==, "Theirs");
  g_assert_cmpstr (dateline_event_get_place (DATELINE_EVENT (event)), ==, "Mine");

  /* The same field does not, and the sentence says what is there. */
  g_object_set (mine, "title", "My title", NULL);
  g_assert_false (dateline_rows_update (fixture->db, mine, base, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Theirs"));
  g_assert_nonnull (strstr (error->message, "title"));
  g_clear_error (&error);

  sql = g_strdup_printf ("DELETE FROM item WHERE id = '%s'", dateline_item_get_id (event));
  run (fixture, sql);
  g_assert_false (dateline_rows_update (fixture->db, mine, base, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT);
  g_clear_error (&error);
  refresh (fixture);

  g_assert_false (dateline_rows_update_details (fixture->db, fixture->story, "New", NULL, NULL, NULL, &error) &&
                  dateline_rows_update_details (fixture->db, fixture->story, "Newer", NULL, NULL, NULL, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT);
  refresh (fixture);
  g_assert_cmpstr (dateline_story_get_title (fixture->story), ==, "New");
}

/* Two who add to the same lists do not get into each other's way. */
static void
test_both_add (Fixture       *fixture,
               gconstpointer  data)
{
  DatelineItem *person = get (fixture, DATELINE_ITEM_PERSON, 0);
  DatelineArticle *article = DATELINE_ARTICLE (get (fixture, DATELINE_ITEM_ARTICLE, 0));
  g_autoptr(DatelineItem) base = dateline_item_copy (person);
  g_autoptr(DatelineItem) mine = dateline_item_copy (person);
  g_autoptr(DatelineItem) theirs = dateline_item_copy (person);
  g_autoptr(DatelinePassage) first = dateline_passage_new (article, 0, 2);
  g_autoptr(DatelinePassage) second = dateline_passage_new (article, 1, 3);
  guint n = g_list_model_get_n_items (dateline_item_get_passages (person));

  dateline_item_add_passage (theirs, first);
  dateline_item_add_passage (mine, second);
  update (fixture, theirs, base);
  update (fixture, mine, base);
  refresh (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_item_get_passages (person)), ==, n + 2);

  /* The same passage of both is one. */
  dateline_item_add_passage (mine, first);
  update (fixture, mine, base);
  refresh (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_item_get_passages (person)), ==, n + 2);

  /* What is taken out is only what this one knew of. */
  update (fixture, base, mine);
  refresh (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_item_get_passages (person)), ==, n);
}

static void
test_circle (Fixture       *fixture,
             gconstpointer  data)
{
  DatelineItem *outer = get (fixture, DATELINE_ITEM_EVENT, 0);
  DatelineItem *inner = get (fixture, DATELINE_ITEM_EVENT, 1);
  DatelineItem *claim = get (fixture, DATELINE_ITEM_CLAIM, 0);
  g_autoptr(DatelineItem) outer_base = dateline_item_copy (outer);
  g_autoptr(DatelineItem) outer_draft = dateline_item_copy (outer);
  g_autoptr(DatelineItem) inner_base = dateline_item_copy (inner);
  g_autoptr(DatelineItem) inner_draft = dateline_item_copy (inner);
  g_autoptr(DatelineItem) claim_base = dateline_item_copy (claim);
  g_autoptr(DatelineItem) claim_draft = dateline_item_copy (claim);
  g_autoptr(GError) error = NULL;

  g_object_set (inner_draft, "part-of", outer, NULL);
  update (fixture, inner_draft, inner_base);
  run (fixture, "SAVEPOINT s");
  g_object_set (outer_draft, "part-of", inner, NULL);
  g_assert_false (dateline_rows_update (fixture->db, outer_draft, outer_base, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_INVALID);
  g_clear_error (&error);
  run (fixture, "ROLLBACK TO s");

  dateline_claim_add_about (DATELINE_CLAIM (claim_draft), claim);
  g_assert_false (dateline_rows_update (fixture->db, claim_draft, claim_base, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_INVALID);
  run (fixture, "ROLLBACK TO s; RELEASE s");
  refresh (fixture);
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  GListModel *people = dateline_story_get_people (fixture->story);
  guint n = g_list_model_get_n_items (people);
  DatelineItem *first = get (fixture, DATELINE_ITEM_PERSON, 0);
  DatelineItem *second = get (fixture, DATELINE_ITEM_PERSON, 1);
  DatelineItem *last = get (fixture, DATELINE_ITEM_PERSON, n - 1);
  g_autoptr(GError) error = NULL;

  dateline_rows_move (fixture->db, dateline_item_get_id (first), NULL, &error);
  g_assert_no_error (error);
  refresh (fixture);
  g_assert_true (get (fixture, DATELINE_ITEM_PERSON, n - 1) == first);
  g_assert_true (get (fixture, DATELINE_ITEM_PERSON, 0) == second);

  dateline_rows_move (fixture->db, dateline_item_get_id (last), dateline_item_get_id (second), &error);
  g_assert_no_error (error);
  assert_changes (fixture, "item.position");
  g_assert_true (dateline_rows_load (fixture->db, fixture->story, &error));
  g_assert_true (get (fixture, DATELINE_ITEM_PERSON, 0) == last);

  /* More often than a number can be halved. */
  for (guint i = 0; i < 200; i++)
    {
      DatelineItem *item = get (fixture, DATELINE_ITEM_PERSON, 2);

      dateline_rows_move (fixture->db, dateline_item_get_id (item),
                          dateline_item_get_id (get (fixture, DATELINE_ITEM_PERSON, 1)), &error);
      g_assert_no_error (error);
      refresh (fixture);
      g_assert_true (get (fixture, DATELINE_ITEM_PERSON, 1) == item);
    }

  g_assert_false (dateline_rows_move (fixture->db, "nobody", NULL, &error));
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
test_signals (Fixture       *fixture,
              gconstpointer  data)
{
  Watch watch = { fixture->story, 0, 0 };
  DatelineItem *kept = get (fixture, DATELINE_ITEM_QUOTE, 0);
  g_autoptr(DatelineItem) base = dateline_item_copy (kept);
  g_autoptr(DatelineItem) draft = dateline_item_copy (kept);
  g_autoptr(DatelineItem) quote = NULL;
  g_autoptr(GError) error = NULL;

  quote = random_story_make_item (fixture->rand, fixture->story, DATELINE_ITEM_QUOTE, "quote-new");
  g_signal_connect (fixture->story, "refreshed", G_CALLBACK (refreshed_cb), &watch);
  g_signal_connect (dateline_story_get_quotes (fixture->story), "items-changed", G_CALLBACK (quotes_changed_cb), &watch);
  dateline_rows_insert (fixture->db, quote, DATELINE_ROWS_AT_END, &error);
  g_assert_no_error (error);
  g_object_set (draft, "cue", "said again", NULL);
  update (fixture, draft, base);
  refresh (fixture);

  g_assert_cmpuint (watch.n_refreshed, ==, 1);
  g_assert_cmpuint (watch.n_incomplete, ==, 0);
  g_assert_true (dateline_story_lookup (fixture->story, dateline_item_get_id (kept)) == kept);
  g_assert_cmpstr (dateline_quote_get_cue (DATELINE_QUOTE (kept)), ==, "said again");
  g_assert_nonnull (dateline_story_lookup (fixture->story, "quote-new"));
  g_assert_true (dateline_story_lookup (fixture->story, "quote-new") != quote);
  g_signal_handlers_disconnect_by_data (fixture->story, &watch);
  g_signal_handlers_disconnect_by_data (dateline_story_get_quotes (fixture->story), &watch);
}

static void
insert_random (Fixture *fixture,
               guint    number)
{
  DatelineItemKind kind = (DatelineItemKind) g_rand_int_range (fixture->rand, 0, DATELINE_N_ITEM_KINDS);
  g_autofree char *id = g_strdup_printf ("new-%u", number);
  g_autoptr(DatelineItem) item = NULL;
  g_autoptr(GError) error = NULL;

  item = random_story_make_item (fixture->rand, fixture->story, kind, id);
  dateline_rows_insert (fixture->db, item,
                        g_rand_boolean (fixture->rand) ? DATELINE_ROWS_AT_END : g_rand_double_range (fixture->rand, 0, 9),
                        &error);
  g_assert_no_error (error);
  if (DATELINE_IS_ARTICLE (item))
    dateline_article_set_dates (DATELINE_ARTICLE (item), NULL);
}

static void
change_random (Fixture *fixture)
{
  DatelineItemKind kind = (DatelineItemKind) g_rand_int_range (fixture->rand, 0, DATELINE_N_ITEM_KINDS);
  DatelineItem *item = random_story_pick_item (fixture->rand, fixture->story, kind);
  g_autoptr(DatelineItem) base = NULL;
  g_autoptr(DatelineItem) draft = NULL;

  if (item == NULL)
    return;

  base = dateline_item_copy (item);
  draft = dateline_item_copy (item);
  random_story_change_item (fixture->rand, fixture->story, draft);
  update (fixture, draft, base);
  if (kind == DATELINE_ITEM_ARTICLE)
    {
      dateline_article_set_dates (DATELINE_ARTICLE (base), NULL);
      dateline_article_set_dates (DATELINE_ARTICLE (draft), NULL);
    }
}

/* Deletes what nothing else needs: the others have dependents that an edit would delete with them. */
static void
delete_random (Fixture *fixture)
{
  static const DatelineItemKind kinds[] = { DATELINE_ITEM_EVENT, DATELINE_ITEM_QUOTE, DATELINE_ITEM_REACTION,
                                            DATELINE_ITEM_ACCOUNT };
  DatelineItem *item = random_story_pick_item (fixture->rand, fixture->story,
                                               kinds[g_rand_int_range (fixture->rand, 0, G_N_ELEMENTS (kinds))]);
  g_autofree char *sql = NULL;

  if (item == NULL)
    return;

  sql = g_strdup_printf ("DELETE FROM item WHERE id = '%s'", dateline_item_get_id (item));
  run (fixture, sql);
}

static void
move_random (Fixture *fixture)
{
  DatelineItemKind kind = (DatelineItemKind) g_rand_int_range (fixture->rand, 0, DATELINE_N_ITEM_KINDS);
  DatelineItem *item = random_story_pick_item (fixture->rand, fixture->story, kind);
  DatelineItem *before = random_story_pick_item (fixture->rand, fixture->story, kind);
  g_autoptr(GError) error = NULL;

  if (item == NULL)
    return;

  dateline_rows_move (fixture->db, dateline_item_get_id (item),
                      g_rand_boolean (fixture->rand) ? dateline_item_get_id (before) : NULL, &error);
  g_assert_no_error (error);
}

/* Whatever happens to the rows, the refreshed story is the one that would be read anew; and what stayed is the same. */
static void
test_random (void)
{
  for (guint seed = 0; seed < 12; seed++)
    {
      Fixture fixture = { NULL };
      guint number = 0;

      set_up_seed (&fixture, seed);
      for (guint round = 0; round < 25; round++)
        {
          g_autoptr(GHashTable) living = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
          int n = g_rand_int_range (fixture.rand, 1, 6);
          GHashTableIter iter;
          gpointer id;
          gpointer item;

          for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
            {
              GListModel *items = dateline_story_get_items (fixture.story, kind);

              for (guint i = 0; i < g_list_model_get_n_items (items); i++)
                {
                  DatelineItem *present = g_list_model_get_item (items, i);

                  g_hash_table_insert (living, g_strdup (dateline_item_get_id (present)), present);
                }
            }

          for (int i = 0; i < n; i++)
            switch (g_rand_int_range (fixture.rand, 0, 5))
              {
              case 0:
                insert_random (&fixture, number++);
                break;
              case 1:
                if (i == n - 1)
                  delete_random (&fixture);
                break;
              case 2:
                move_random (&fixture);
                break;
              default:
                if (i == 0)
                  change_random (&fixture);
                break;
              }
          refresh (&fixture);

          g_hash_table_iter_init (&iter, living);
          while (g_hash_table_iter_next (&iter, &id, &item))
            {
              DatelineItem *present = dateline_story_lookup (fixture.story, id);

              g_assert_true (present == NULL || present == item);
            }
        }
      tear_down (&fixture, NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(name, func) g_test_add ("/rows-edits/" name, Fixture, NULL, set_up, func, tear_down)
  add ("fields", test_fields);
  add ("lists", test_lists);
  add ("body", test_body);
  add ("conflicts", test_conflicts);
  add ("both-add", test_both_add);
  add ("circle", test_circle);
  add ("move", test_move);
  add ("signals", test_signals);
  g_test_add_func ("/rows-edits/random", test_random);

  return g_test_run ();
}
