/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists that change: what they hold, who is told, and what the index says then. */
#include "config.h"

#include "dateline-index.h"
#include "dateline-json-reader.h"

static DatelineStory *
read_fixture (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "everything.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  DatelineStory *story = dateline_json_reader_read_file (file, NULL, NULL, &error);

  g_assert_no_error (error);

  return story;
}

static DatelineItem *
make (GType       type,
      const char *id)
{
  return g_object_new (type, "id", id, NULL);
}

static void
add (DatelineStory *story,
     GType          type,
     const char    *id,
     guint          position)
{
  g_autoptr(DatelineItem) item = make (type, id);

  g_assert_true (dateline_story_insert (story, item, position));
}

static char *
join_ids (GListModel *items)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", dateline_item_get_id (item));
    }

  return g_string_free (ids, FALSE);
}

static void
assert_ids (GListModel *items,
            const char *wanted)
{
  g_autofree char *ids = join_ids (items);

  g_assert_cmpstr (ids, ==, wanted);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
write_change_cb (GListModel *items,
                 guint       position,
                 guint       n_removed,
                 guint       n_added,
                 GString    *log)
{
  g_autofree char *ids = join_ids (items);

  g_string_append_printf (log, "[%u-%u+%u: %s]", position, n_removed, n_added, ids);
}

static void
write_items (GString   *log,
             GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (log, "%s%s", i > 0 ? " " : "", dateline_item_get_id (g_ptr_array_index (items, i)));
}

static void
write_refreshed_cb (DatelineStory *story,
                    GPtrArray     *changed,
                    GPtrArray     *removed,
                    GString       *log)
{
  g_string_append_c (log, '(');
  write_items (log, changed);
  g_string_append (log, " / ");
  write_items (log, removed);
  g_string_append_c (log, ')');
}

static void
assert_log (GString    *log,
            const char *wanted)
{
  g_assert_cmpstr (log->str, ==, wanted);
  g_string_truncate (log, 0);
}

static void
test_lists (void)
{
  DatelineStory *story = dateline_story_new ("s", "T", NULL, NULL);
  g_autoptr(GString) log = g_string_new (NULL);
  GListModel *people = dateline_story_get_people (story);
  DatelineItem *item;
  guint position;

  g_assert_true (g_list_model_get_item_type (people) == DATELINE_TYPE_PERSON);
  g_signal_connect (people, "items-changed", G_CALLBACK (write_change_cb), log);

  add (story, DATELINE_TYPE_PERSON, "b", 0);
  assert_log (log, "[0-0+1: b]");
  add (story, DATELINE_TYPE_PERSON, "d", G_MAXUINT);
  assert_log (log, "[1-0+1: b d]");
  add (story, DATELINE_TYPE_PERSON, "a", 0);
  assert_log (log, "[0-0+1: a b d]");
  add (story, DATELINE_TYPE_PERSON, "c", 2);
  assert_log (log, "[2-0+1: a b c d]");

  item = dateline_story_lookup (story, "a");
  g_assert_true (dateline_story_find (story, item, &position));
  g_assert_cmpuint (position, ==, 0);
  dateline_story_move (story, item, 2);
  assert_log (log, "[0-3+3: b c a d]");
  dateline_story_move (story, item, 0);
  assert_log (log, "[0-3+3: a b c d]");
  dateline_story_move (story, item, 0);
  assert_log (log, "");
  dateline_story_move (story, item, 100);
  assert_log (log, "[0-4+4: b c d a]");

  dateline_story_touch (story, dateline_story_lookup (story, "d"));
  assert_log (log, "[2-1+1: b c d a]");

  item = g_object_ref (dateline_story_lookup (story, "c"));
  dateline_story_remove (story, item);
  assert_log (log, "[1-1+0: b d a]");
  g_assert_null (dateline_story_lookup (story, "c"));
  g_assert_false (dateline_story_find (story, item, NULL));
  g_assert_cmpstr (dateline_item_get_id (item), ==, "c");

  /* What was removed can come back; another of its id cannot be there with it. */
  g_assert_true (dateline_story_insert (story, item, 3));
  assert_log (log, "[3-0+1: b d a c]");
  g_object_unref (item);
  item = make (DATELINE_TYPE_EVENT, "c");
  g_assert_false (dateline_story_insert (story, item, 0));
  assert_log (log, "");
  g_object_unref (item);

  g_assert_finalize_object (story);
}

/* The list against a plain array, over many changes and in every order of asking. */
static void
test_random (void)
{
  DatelineStory *story = dateline_story_new ("s", "T", NULL, NULL);
  GListModel *events = dateline_story_get_events (story);
  g_autoptr(GPtrArray) wanted = g_ptr_array_new ();
  guint next_id = 0;

  for (guint round = 0; round < 2000; round++)
    {
      guint choice = g_test_rand_int_range (0, 4);
      guint from = wanted->len > 0 ? g_test_rand_int_range (0, wanted->len) : 0;
      guint to = g_test_rand_int_range (0, wanted->len + 1);

      if (choice < 2 || wanted->len == 0)
        {
          g_autofree char *id = g_strdup_printf ("e%u", next_id++);

          add (story, DATELINE_TYPE_EVENT, id, to);
          g_ptr_array_insert (wanted, to, dateline_story_lookup (story, id));
        }
      else if (choice == 2)
        {
          DatelineItem *item = g_ptr_array_steal_index (wanted, from);

          to = MIN (to, wanted->len);
          g_ptr_array_insert (wanted, to, item);
          dateline_story_move (story, item, to);
        }
      else
        {
          dateline_story_remove (story, g_ptr_array_steal_index (wanted, from));
        }

      g_assert_cmpuint (g_list_model_get_n_items (events), ==, wanted->len);
      for (guint i = 0; i < 10 && wanted->len > 0; i++)
        {
          guint at = i < 5 ? (guint) g_test_rand_int_range (0, wanted->len) : MIN (from + i % 2, wanted->len - 1);
          g_autoptr(DatelineItem) item = g_list_model_get_item (events, at);
          guint position;

          g_assert_true (item == g_ptr_array_index (wanted, at));
          g_assert_true (dateline_story_find (story, item, &position));
          g_assert_cmpuint (position, ==, at);
        }
      g_assert_null (g_list_model_get_item (events, wanted->len));
    }

  g_assert_finalize_object (story);
}

static void
assert_badges (DatelineStory *story,
               const char    *wanted)
{
  g_autoptr(GString) found = g_string_new (NULL);
  GListModel *articles = dateline_story_get_articles (story);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, i);

      g_assert_cmpuint (dateline_article_get_position (article), ==, i);
      g_string_append_printf (found, "%s%s", dateline_item_get_id (DATELINE_ITEM (article)),
                              dateline_article_get_badge (article));
    }
  g_assert_cmpstr (found->str, ==, wanted);
}

/* Whoever hears that the list changed finds the badges right. */
static void
check_badges_cb (GListModel *articles)
{
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, i);

      g_assert_cmpuint (dateline_article_get_position (article), ==, i);
    }
}

static void
test_badges (void)
{
  DatelineStory *story = dateline_story_new ("s", "T", NULL, NULL);
  DatelineItem *item;
  guint n = 0;

  g_signal_connect (dateline_story_get_articles (story), "items-changed", G_CALLBACK (check_badges_cb), NULL);
  add (story, DATELINE_TYPE_ARTICLE, "1", 0);
  add (story, DATELINE_TYPE_ARTICLE, "2", 1);
  item = dateline_story_lookup (story, "1");
  g_signal_connect_swapped (item, "notify::badge", G_CALLBACK (count_cb), &n);
  g_assert_cmpuint (n, ==, 0);
  add (story, DATELINE_TYPE_ARTICLE, "3", 0);
  assert_badges (story, "3A1B2C");
  g_assert_cmpuint (n, ==, 1);

  dateline_story_move (story, dateline_story_lookup (story, "2"), 0);
  assert_badges (story, "2A3B1C");
  g_assert_cmpuint (n, ==, 2);
  dateline_story_move (story, item, 1);
  assert_badges (story, "2A1B3C");
  g_assert_cmpuint (n, ==, 3);
  dateline_story_remove (story, dateline_story_lookup (story, "3"));
  g_assert_cmpuint (n, ==, 3);
  dateline_story_remove (story, dateline_story_lookup (story, "2"));
  assert_badges (story, "1A");
  g_assert_cmpuint (n, ==, 4);
  dateline_article_set_position (DATELINE_ARTICLE (item), 0);
  g_assert_cmpuint (n, ==, 4);

  g_assert_finalize_object (story);
}

static void
test_refreshed (void)
{
  DatelineStory *story = dateline_story_new ("s", "T", NULL, NULL);
  g_autoptr(GString) log = g_string_new (NULL);
  g_autoptr(DatelineItem) item = make (DATELINE_TYPE_PERSON, "c");

  g_signal_connect (story, "refreshed", G_CALLBACK (write_refreshed_cb), log);

  add (story, DATELINE_TYPE_PERSON, "a", 0);
  assert_log (log, "(a / )");
  dateline_story_touch (story, dateline_story_lookup (story, "a"));
  assert_log (log, "(a / )");

  dateline_story_begin_changes (story);
  add (story, DATELINE_TYPE_EVENT, "b", 0);
  dateline_story_begin_changes (story);
  dateline_story_add (story, item);
  dateline_story_move (story, item, 0);
  dateline_story_end_changes (story);
  dateline_story_touch (story, dateline_story_lookup (story, "b"));
  dateline_story_remove (story, dateline_story_lookup (story, "a"));
  assert_log (log, "");
  dateline_story_end_changes (story);
  assert_log (log, "(b c / a)");

  /* What comes and goes, and what goes and comes. */
  dateline_story_begin_changes (story);
  add (story, DATELINE_TYPE_PERSON, "d", 0);
  dateline_story_remove (story, dateline_story_lookup (story, "d"));
  dateline_story_remove (story, item);
  dateline_story_add (story, item);
  dateline_story_end_changes (story);
  assert_log (log, "(c / d)");

  /* Another item of the same id. */
  dateline_story_begin_changes (story);
  dateline_story_remove (story, dateline_story_lookup (story, "b"));
  add (story, DATELINE_TYPE_EVENT, "b", 0);
  dateline_story_end_changes (story);
  assert_log (log, "(b / b)");

  dateline_story_begin_changes (story);
  dateline_story_end_changes (story);
  assert_log (log, "( / )");

  g_assert_finalize_object (story);
}

/* A handler may change the story in turn. */
static void
answer_cb (DatelineStory *story,
           GPtrArray     *changed,
           GPtrArray     *removed)
{
  if (dateline_story_lookup (story, "answer") == NULL)
    add (story, DATELINE_TYPE_PERSON, "answer", 0);
}

static void
test_refreshed_again (void)
{
  DatelineStory *story = dateline_story_new ("s", "T", NULL, NULL);
  g_autoptr(GString) log = g_string_new (NULL);

  g_signal_connect (story, "refreshed", G_CALLBACK (write_refreshed_cb), log);
  g_signal_connect (story, "refreshed", G_CALLBACK (answer_cb), NULL);
  add (story, DATELINE_TYPE_PERSON, "question", 0);
  assert_log (log, "(question / )(answer / )");

  g_assert_finalize_object (story);
}

/* The list of a claim is that of the story, as far as it is the claim's. */
static void
test_accounts (void)
{
  DatelineStory *story = dateline_story_new ("s", "T", NULL, NULL);
  g_autoptr(GString) log = g_string_new (NULL);
  g_autoptr(DatelineClaim) one = g_object_new (DATELINE_TYPE_CLAIM, "id", "one", NULL);
  g_autoptr(DatelineClaim) two = g_object_new (DATELINE_TYPE_CLAIM, "id", "two", NULL);
  GListModel *accounts = dateline_claim_get_accounts (one);
  DatelineItem *item;

  dateline_story_add (story, DATELINE_ITEM (one));
  dateline_story_add (story, DATELINE_ITEM (two));
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      g_autoptr(DatelineAccount) account = g_object_new (DATELINE_TYPE_ACCOUNT, "id", id, "claim", i == 1 ? two : one, NULL);

      dateline_story_add (story, DATELINE_ITEM (account));
      /* As a reader may do: it is there already. */
      dateline_claim_add_account (i == 1 ? two : one, account);
    }
  assert_ids (accounts, "a0 a2 a3");
  assert_ids (dateline_claim_get_accounts (two), "a1");

  g_signal_connect (accounts, "items-changed", G_CALLBACK (write_change_cb), log);
  item = g_object_new (DATELINE_TYPE_ACCOUNT, "id", "new", "claim", one, NULL);
  dateline_story_insert (story, item, 1);
  assert_log (log, "[1-0+1: a0 new a2 a3]");
  dateline_story_move (story, item, 3);
  assert_log (log, "[1-2+2: a0 a2 new a3]");
  dateline_story_touch (story, item);
  assert_log (log, "[2-1+1: a0 a2 new a3]");
  dateline_story_remove (story, item);
  assert_log (log, "[2-1+0: a0 a2 a3]");
  g_assert_true (dateline_account_get_claim (DATELINE_ACCOUNT (item)) == one);
  g_assert_finalize_object (item);

  /* To another claim and back: it takes the place that it has in the story once that hears of it. */
  item = dateline_story_lookup (story, "a0");
  g_object_set (item, "claim", two, NULL);
  assert_log (log, "[0-1+0: a2 a3]");
  assert_ids (dateline_claim_get_accounts (two), "a1 a0");
  dateline_story_touch (story, item);
  assert_ids (dateline_claim_get_accounts (two), "a0 a1");
  g_object_set (item, "claim", NULL, NULL);
  assert_ids (dateline_claim_get_accounts (two), "a1");
  g_object_set (item, "claim", one, NULL);
  dateline_story_touch (story, item);
  assert_ids (accounts, "a0 a2 a3");

  /* A draft of an account, and one that is nobody's, are in no list; a claim that goes leaves nothing dangling. */
  item = dateline_item_copy (item);
  assert_ids (accounts, "a0 a2 a3");
  g_clear_object (&two);
  g_assert_finalize_object (story);
  g_assert_true (dateline_account_get_claim (DATELINE_ACCOUNT (item)) == one);
  g_assert_finalize_object (g_steal_pointer (&one));
  g_assert_null (dateline_account_get_claim (DATELINE_ACCOUNT (item)));
  g_assert_finalize_object (item);
}

/* An account outlives its claim, and a claim its account. */
static void
test_account_alone (void)
{
  DatelineClaim *claim = g_object_new (DATELINE_TYPE_CLAIM, "id", "c", NULL);
  DatelineAccount *account = g_object_new (DATELINE_TYPE_ACCOUNT, "id", "a", NULL);
  DatelineAccount *other = g_object_new (DATELINE_TYPE_ACCOUNT, "id", "b", "claim", claim, NULL);

  dateline_claim_add_account (claim, account);
  g_assert_true (dateline_account_get_claim (account) == claim);
  g_assert_finalize_object (other);
  g_assert_finalize_object (claim);
  g_assert_null (dateline_account_get_claim (account));
  g_assert_finalize_object (account);
}

typedef struct
{
  DatelineIndex *index;
  DatelineItem  *person;
  guint          n_events;
  guint          n_asked;
} Asker;

static void
ask_cb (gpointer  emitter,
        gpointer  first,
        gpointer  second,
        Asker    *asker)
{
  asker->n_asked++;
  asker->n_events = g_list_model_get_n_items (dateline_index_get_related (asker->index, asker->person,
                                                                          DATELINE_ITEM_EVENT));
}

static void
ask_list_cb (GListModel *items,
             guint       position,
             guint       n_removed,
             guint       n_added,
             Asker      *asker)
{
  ask_cb (items, NULL, NULL, asker);
}

/* The index answers right in handlers that were connected before it was made. */
static void
test_index (void)
{
  DatelineStory *story = read_fixture ();
  Asker asker = { NULL };
  g_autoptr(DatelineIndex) index = NULL;
  g_autoptr(GPtrArray) participants = g_ptr_array_new ();
  DatelineItem *whole = dateline_story_lookup (story, "event-whole");
  DatelineItem *later = dateline_story_lookup (story, "event-later");
  DatelineItem *quote = dateline_story_lookup (story, "quote-1");
  DatelineItem *org = dateline_story_lookup (story, "org");

  g_signal_connect (story, "refreshed", G_CALLBACK (ask_cb), &asker);
  g_signal_connect (dateline_story_get_events (story), "items-changed", G_CALLBACK (ask_list_cb), &asker);
  index = dateline_index_new (story);
  asker.index = index;
  asker.person = dateline_story_lookup (story, "person-he");
  ask_cb (NULL, NULL, NULL, &asker);
  g_assert_cmpuint (asker.n_events, ==, 1);

  /* Only a list in an item changes, which no list of the story tells. */
  dateline_story_begin_changes (story);
  g_ptr_array_add (participants, asker.person);
  dateline_event_set_participants (DATELINE_EVENT (later), participants);
  dateline_story_end_changes (story);
  g_assert_cmpuint (asker.n_asked, ==, 2);
  g_assert_cmpuint (asker.n_events, ==, 2);

  /* Only a reference changes. */
  assert_ids (dateline_index_get_related (index, org, DATELINE_ITEM_QUOTE), "");
  g_object_set (quote, "speaker", org, NULL);
  dateline_story_touch (story, quote);
  assert_ids (dateline_index_get_related (index, org, DATELINE_ITEM_QUOTE), "quote-1");
  assert_ids (dateline_index_get_related (index, asker.person, DATELINE_ITEM_QUOTE), "");

  /* Asked while the list tells of it, and once more at the end. */
  asker.n_asked = 0;
  dateline_story_remove (story, whole);
  g_assert_cmpuint (asker.n_asked, ==, 2);
  g_assert_cmpuint (asker.n_events, ==, 1);
  assert_ids (dateline_index_get_related (index, asker.person, DATELINE_ITEM_EVENT), "event-later");

  g_signal_handlers_disconnect_by_data (story, &asker);
  g_signal_handlers_disconnect_by_data (dateline_story_get_events (story), &asker);
  g_assert_finalize_object (g_steal_pointer (&index));
  g_assert_finalize_object (story);
}

/* The index keeps nothing that was removed. */
static void
test_index_lets_go (void)
{
  DatelineStory *story = read_fixture ();
  DatelineIndex *index = dateline_index_new (story);
  DatelineItem *quote = g_object_ref (dateline_story_lookup (story, "quote-1"));
  DatelineItem *person = dateline_story_lookup (story, "person-he");

  assert_ids (dateline_index_get_related (index, person, DATELINE_ITEM_QUOTE), "quote-1");
  dateline_story_remove (story, quote);
  g_assert_finalize_object (quote);
  assert_ids (dateline_index_get_related (index, person, DATELINE_ITEM_QUOTE), "");

  g_assert_finalize_object (index);
  g_assert_finalize_object (story);
}

/* Removed, and held by nobody or by somebody, before the story goes or after: nothing stays. */
static void
test_removed_are_let_go (void)
{
  DatelineStory *story = read_fixture ();
  DatelineItem *article = g_object_ref (dateline_story_lookup (story, "article-one"));
  GPtrArray *items = g_ptr_array_new ();

  for (DatelineItemKind kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    for (guint i = 0; i < g_list_model_get_n_items (dateline_story_get_items (story, kind)); i++)
      g_ptr_array_add (items, g_list_model_get_item (dateline_story_get_items (story, kind), i));

  dateline_story_begin_changes (story);
  for (guint i = 0; i < items->len; i++)
    dateline_story_remove (story, g_ptr_array_index (items, i));
  g_assert_cmpuint (g_list_model_get_n_items (dateline_article_get_dates (DATELINE_ARTICLE (article))), ==, 1);
  dateline_story_end_changes (story);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_article_get_dates (DATELINE_ARTICLE (article))), ==, 0);

  for (guint i = 0; i < items->len; i++)
    g_assert_null (dateline_story_lookup (story, dateline_item_get_id (g_ptr_array_index (items, i))));
  g_ptr_array_set_free_func (items, g_object_unref);
  g_ptr_array_unref (items);
  g_assert_finalize_object (article);
  g_assert_finalize_object (story);
}

/* Two items that each refer to the other. */
static void
test_circles (void)
{
  for (guint removes = 0; removes < 3; removes++)
    {
      DatelineStory *story = dateline_story_new ("s", "T", NULL, NULL);
      DatelineItem *items[] = {
        make (DATELINE_TYPE_EVENT, "e1"), make (DATELINE_TYPE_EVENT, "e2"),
        make (DATELINE_TYPE_QUOTE, "q1"), make (DATELINE_TYPE_QUOTE, "q2"),
        make (DATELINE_TYPE_REACTION, "r1"), make (DATELINE_TYPE_REACTION, "r2"),
        make (DATELINE_TYPE_CLAIM, "c1"), make (DATELINE_TYPE_CLAIM, "c2"),
      };

      for (guint i = 0; i < G_N_ELEMENTS (items); i++)
        {
          DatelineItem *other = items[i ^ 1];

          if (DATELINE_IS_EVENT (other))
            g_object_set (items[i], "part-of", other, NULL);
          else if (DATELINE_IS_QUOTE (other))
            g_object_set (items[i], "original", other, NULL);
          else if (DATELINE_IS_REACTION (other))
            g_object_set (items[i], "answers", other, NULL);
          else
            dateline_claim_add_about (DATELINE_CLAIM (items[i]), other);
          dateline_story_add (story, items[i]);
        }

      /* None, one of each two, or both of them are removed before the story goes. */
      for (guint i = 0; i < G_N_ELEMENTS (items); i++)
        if (i % 2 < removes)
          dateline_story_remove (story, items[i]);
      g_assert_finalize_object (story);
      /* The last one of each two is held by the other until that goes. */
      for (guint i = 0; i < G_N_ELEMENTS (items); i++)
        g_assert_finalize_object (items[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/story-changes/lists", test_lists);
  g_test_add_func ("/story-changes/random", test_random);
  g_test_add_func ("/story-changes/badges", test_badges);
  g_test_add_func ("/story-changes/refreshed", test_refreshed);
  g_test_add_func ("/story-changes/refreshed-again", test_refreshed_again);
  g_test_add_func ("/story-changes/accounts", test_accounts);
  g_test_add_func ("/story-changes/account-alone", test_account_alone);
  g_test_add_func ("/story-changes/index", test_index);
  g_test_add_func ("/story-changes/index-lets-go", test_index_lets_go);
  g_test_add_func ("/story-changes/removed-are-let-go", test_removed_are_let_go);
  g_test_add_func ("/story-changes/circles", test_circles);

  return g_test_run ();
}
