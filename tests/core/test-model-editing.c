/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items that are edited: who is told, how often, and what a draft shares with its item. */
#include "config.h"

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

static void
count_cb (guint *n)
{
  (*n)++;
}

static guint
count_items (GListModel *items)
{
  return g_list_model_get_n_items (items);
}

/* A value that a new object does not have. */
static void
make_value (GParamSpec *pspec,
            GValue     *value)
{
  static const char *const words[] = { "one", "two", NULL };
  GType type = pspec->value_type;

  g_value_init (value, type);
  if (type == G_TYPE_STRING)
    g_value_set_string (value, "words");
  else if (type == G_TYPE_BOOLEAN)
    g_value_set_boolean (value, TRUE);
  else if (type == G_TYPE_STRV)
    g_value_set_boxed (value, words);
  else if (type == DATELINE_TYPE_DATE)
    g_value_take_boxed (value, dateline_date_new ("2021-02", NULL));
  else if (type == DATELINE_TYPE_QUANTITY)
    g_value_take_boxed (value, dateline_quantity_new (DATELINE_VALUE_KIND_COUNT, "7", DATELINE_BOUND_OVER, "1", NULL));
  else if (G_TYPE_IS_ENUM (type))
    g_value_set_enum (value, ((GParamSpecEnum *) pspec)->default_value == 1 ? 0 : 1);
  else
    g_value_take_object (value, g_object_new (type == DATELINE_TYPE_ITEM ? DATELINE_TYPE_EVENT : type, NULL));
}

static void
assert_notified (GObject      *object,
                 GParamSpec   *pspec,
                 const GValue *value,
                 guint         n_wanted)
{
  g_autofree char *signal = g_strconcat ("notify::", pspec->name, NULL);
  guint n = 0;
  gulong id = g_signal_connect_swapped (object, signal, G_CALLBACK (count_cb), &n);

  g_test_message ("%s.%s", G_OBJECT_TYPE_NAME (object), pspec->name);
  g_object_set_property (object, pspec->name, value);
  g_assert_cmpuint (n, ==, n_wanted);
  g_signal_handler_disconnect (object, id);
}

/* Whatever can be written is told of once when it changes, and not at all when it does not. */
static void
assert_fields (GType type,
               guint n_at_least)
{
  g_autoptr(GObject) object = g_object_new (type, NULL);
  g_autofree GParamSpec **pspecs = NULL;
  guint n_pspecs;
  guint n = 0;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_pspecs);
  for (guint i = 0; i < n_pspecs; i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;
      g_auto(GValue) same = G_VALUE_INIT;
      g_auto(GValue) found = G_VALUE_INIT;
      g_auto(GValue) none = G_VALUE_INIT;

      if ((pspecs[i]->flags & G_PARAM_WRITABLE) == 0 || (pspecs[i]->flags & G_PARAM_CONSTRUCT_ONLY) != 0)
        continue;

      make_value (pspecs[i], &value);
      assert_notified (object, pspecs[i], &value, 1);
      assert_notified (object, pspecs[i], &value, 0);

      /* What is equal is no change, even if it is another copy. */
      if (!G_TYPE_IS_OBJECT (pspecs[i]->value_type))
        {
          make_value (pspecs[i], &same);
          assert_notified (object, pspecs[i], &same, 0);
        }

      g_value_init (&none, pspecs[i]->value_type);
      g_param_value_set_default (pspecs[i], &none);
      assert_notified (object, pspecs[i], &none, 1);
      assert_notified (object, pspecs[i], &none, 0);

      g_object_get_property (object, pspecs[i]->name, &found);
      if (pspecs[i]->value_type == G_TYPE_STRING)
        g_assert_cmpstr (g_value_get_string (&found), ==, "");
      else if (pspecs[i]->value_type == G_TYPE_STRV)
        g_assert_cmpuint (g_strv_length (g_value_get_boxed (&found)), ==, 0);
      n++;
    }

  g_assert_cmpuint (n, >=, n_at_least);
}

static void
test_fields (void)
{
  assert_fields (DATELINE_TYPE_ARTICLE, 9);
  assert_fields (DATELINE_TYPE_PERSON, 6);
  assert_fields (DATELINE_TYPE_EVENT, 7);
  assert_fields (DATELINE_TYPE_QUOTE, 8);
  assert_fields (DATELINE_TYPE_REACTION, 12);
  assert_fields (DATELINE_TYPE_CLAIM, 3);
  assert_fields (DATELINE_TYPE_ACCOUNT, 4);
  assert_fields (DATELINE_TYPE_STORY, 4);
}

static void
test_label (void)
{
  static const struct
  {
    const char *id;
    const char *property;
  } cases[] = {
    { "article-one", "headline" },
    { "person-he", "name" },
    { "event-whole", "title" },
    { "reaction-1", "text" },
    { "claim-1", "question" },
  };
  g_autoptr(DatelineStory) story = read_fixture ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DatelineItem *item = dateline_story_lookup (story, cases[i].id);
      guint n = 0;

      g_signal_connect_swapped (item, "notify::label", G_CALLBACK (count_cb), &n);
      g_object_set (item, cases[i].property, "Another", NULL);
      g_assert_cmpstr (dateline_item_get_label (item), ==, "Another");
      g_assert_cmpuint (n, ==, 1);
      g_object_set (item, cases[i].property, "Another", "note", "Beside it", NULL);
      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpstr (dateline_item_get_note (item), ==, "Beside it");
      g_signal_handlers_disconnect_by_data (item, &n);
    }
}

/* The label of a quote or an account is the words of its passage. */
static void
assert_words_follow (DatelineItem *item,
                     const char   *property)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);
  g_autofree char *text = NULL;
  g_autoptr(DatelinePassage) old = dateline_item_dup_first_passage (item);
  g_autoptr(DatelinePassage) new = dateline_passage_new (dateline_passage_get_article (old), 0, 7);
  g_autoptr(GPtrArray) passages = g_ptr_array_new ();
  guint n_labels = 0;
  guint n_words = 0;

  g_signal_connect_swapped (item, "notify::label", G_CALLBACK (count_cb), &n_labels);
  g_signal_connect_swapped (item, signal, G_CALLBACK (count_cb), &n_words);
  g_ptr_array_add (passages, new);
  dateline_item_set_passages (item, passages);
  dateline_item_set_passages (item, passages);
  g_assert_cmpuint (n_labels, ==, 1);
  g_assert_cmpuint (n_words, ==, 1);
  g_object_get (item, property, &text, NULL);
  g_assert_cmpstr (text, ==, "A “shor");
  g_assert_cmpstr (dateline_item_get_label (item), ==, text);

  dateline_item_set_passages (item, NULL);
  g_assert_cmpuint (n_labels, ==, 2);
  g_assert_cmpstr (dateline_item_get_label (item), ==, "");
  g_signal_handlers_disconnect_by_data (item, &n_labels);
  g_signal_handlers_disconnect_by_data (item, &n_words);
}

static void
test_words (void)
{
  g_autoptr(DatelineStory) story = read_fixture ();

  assert_words_follow (dateline_story_lookup (story, "quote-1"), "text");
  assert_words_follow (dateline_story_lookup (story, "account-1"), "wording");
}

static DatelinePassage *
nth_passage (DatelineItem *item,
             guint         n)
{
  g_autoptr(DatelinePassage) passage = g_list_model_get_item (dateline_item_get_passages (item), n);

  return passage;
}

/* What is equal stays the same object; the rest is told at a stroke. */
static void
test_passages (void)
{
  g_autoptr(DatelineStory) story = read_fixture ();
  DatelineItem *event = dateline_story_lookup (story, "event-later");
  DatelineArticle *article = DATELINE_ARTICLE (dateline_story_lookup (story, "article-one"));
  g_autoptr(GPtrArray) passages = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) again = g_ptr_array_new_with_free_func (g_object_unref);
  DatelinePassage *first;
  DatelinePassage *last;
  guint n = 0;

  g_signal_connect_swapped (dateline_item_get_passages (event), "items-changed", G_CALLBACK (count_cb), &n);
  dateline_item_set_passages (event, NULL);
  g_assert_cmpuint (n, ==, 0);

  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (passages, dateline_passage_new (article, i * 5, i * 5 + 4));
  dateline_item_set_passages (event, passages);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (count_items (dateline_item_get_passages (event)), ==, 4);
  first = nth_passage (event, 0);
  last = nth_passage (event, 3);

  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (again, dateline_passage_new (article, i * 5, i * 5 + 4));
  dateline_item_set_passages (event, again);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (nth_passage (event, 0) == first);

  g_ptr_array_remove_index (again, 1);
  dateline_item_set_passages (event, again);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (count_items (dateline_item_get_passages (event)), ==, 3);
  g_assert_true (nth_passage (event, 0) == first);
  g_assert_true (nth_passage (event, 2) == last);

  /* Twice the same at both ends of a list that grows. */
  g_ptr_array_insert (again, 0, dateline_passage_new (article, 0, 4));
  dateline_item_set_passages (event, again);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (count_items (dateline_item_get_passages (event)), ==, 4);
  g_assert_cmpuint (dateline_passage_get_start (nth_passage (event, 1)), ==, 0);
  g_assert_cmpuint (dateline_passage_get_start (nth_passage (event, 2)), ==, 10);

  dateline_item_set_passages (event, NULL);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (count_items (dateline_item_get_passages (event)), ==, 0);
}

static void
test_lists (void)
{
  g_autoptr(DatelineStory) story = read_fixture ();
  DatelineEvent *event = DATELINE_EVENT (dateline_story_lookup (story, "event-whole"));
  DatelineClaim *claim = DATELINE_CLAIM (dateline_story_lookup (story, "claim-1"));
  DatelineArticle *article = DATELINE_ARTICLE (dateline_story_lookup (story, "article-one"));
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  g_autoptr(GPtrArray) dates = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(DatelineDateMention) old = g_list_model_get_item (dateline_article_get_dates (article), 0);
  g_autoptr(DatelineDate) date = dateline_date_new ("2022", NULL);
  guint n = 0;

  g_signal_connect_swapped (dateline_event_get_participants (event), "items-changed", G_CALLBACK (count_cb), &n);
  g_ptr_array_add (items, dateline_story_lookup (story, "person-he"));
  g_ptr_array_add (items, dateline_story_lookup (story, "group-others"));
  dateline_event_set_participants (event, items);
  g_assert_cmpuint (n, ==, 0);
  g_ptr_array_add (items, dateline_story_lookup (story, "org"));
  dateline_event_set_participants (event, items);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (count_items (dateline_event_get_participants (event)), ==, 3);

  g_signal_connect_swapped (dateline_claim_get_about (claim), "items-changed", G_CALLBACK (count_cb), &n);
  dateline_claim_set_about (claim, items);
  dateline_claim_set_about (claim, items);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (count_items (dateline_claim_get_about (claim)), ==, 3);

  g_signal_connect_swapped (dateline_article_get_dates (article), "items-changed", G_CALLBACK (count_cb), &n);
  g_ptr_array_add (dates, dateline_date_mention_new (dateline_date_mention_get_date (old),
                                                     dateline_date_mention_get_passage (old)));
  dateline_article_set_dates (article, dates);
  g_assert_cmpuint (n, ==, 2);
  g_ptr_array_add (dates, dateline_date_mention_new (date, dateline_date_mention_get_passage (old)));
  dateline_article_set_dates (article, dates);
  g_assert_cmpuint (n, ==, 3);
  g_ptr_array_remove_index (dates, 0);
  dateline_article_set_dates (article, dates);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (count_items (dateline_article_get_dates (article)), ==, 1);
}

static GPtrArray *
make_blocks (const char *first,
             const char *second)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_text_block_free);

  g_ptr_array_add (blocks, dateline_text_block_new (DATELINE_BLOCK_HEADING, first));
  if (second != NULL)
    g_ptr_array_add (blocks, dateline_text_block_new (DATELINE_BLOCK_POST, second));

  return blocks;
}

static void
test_blocks (void)
{
  DatelineArticle *article = g_object_new (DATELINE_TYPE_ARTICLE, "id", "a", "headline", "H", NULL);
  g_autoptr(GString) line = g_string_new (NULL);
  g_autoptr(GPtrArray) blocks = NULL;
  g_autoptr(GPtrArray) other = make_blocks ("Short", NULL);
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(DatelinePassage) passage = NULL;
  g_autoptr(DatelinePassage) sentence = NULL;
  const DatelineBlock *spans;
  guint n_spans;
  guint n = 0;

  for (guint i = 0; i < 1000; i++)
    g_string_append (line, "Жё🟥");
  blocks = make_blocks (line->str, "end");
  g_signal_connect_swapped (article, "notify::text", G_CALLBACK (count_cb), &n);

  dateline_article_set_blocks (article, NULL);
  g_assert_cmpuint (n, ==, 0);
  dateline_article_set_blocks (article, other);
  dateline_article_set_blocks (article, other);
  g_assert_cmpuint (n, ==, 1);
  dateline_article_set_blocks (article, blocks);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (dateline_article_get_length (article), ==, 3004);
  spans = dateline_article_get_blocks (article, &n_spans);
  g_assert_cmpuint (n_spans, ==, 2);
  g_assert_cmpint (spans[1].kind, ==, DATELINE_BLOCK_POST);
  g_assert_cmpuint (spans[1].start, ==, 3001);
  for (guint i = 0; i <= 3004; i++)
    g_assert_true (dateline_article_get_pointer (article, i) ==
                   g_utf8_offset_to_pointer (dateline_article_get_text (article), i));

  found = dateline_article_dup_blocks (article);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (((DatelineTextBlock *) g_ptr_array_index (found, 0))->text, ==, line->str);
  dateline_article_set_blocks (article, found);
  g_assert_cmpuint (n, ==, 2);
  ((DatelineTextBlock *) g_ptr_array_index (found, 1))->kind = DATELINE_BLOCK_PARAGRAPH;
  dateline_article_set_blocks (article, found);
  g_assert_cmpuint (n, ==, 3);

  /* A passage of the old text keeps its words, and does no harm. */
  passage = dateline_passage_new (article, 3001, 3004);
  dateline_article_set_blocks (article, other);
  g_assert_cmpuint (dateline_article_get_length (article), ==, 5);
  g_assert_cmpstr (dateline_passage_get_exact (passage), ==, "end");
  sentence = dateline_passage_dup_sentence (passage);
  g_assert_true (sentence == passage);
  g_clear_object (&sentence);
  g_assert_finalize_object (g_steal_pointer (&passage));

  g_assert_finalize_object (article);
}

static void
assert_same_objects (GListModel *a,
                     GListModel *b)
{
  g_assert_true (a != b);
  g_assert_cmpuint (count_items (a), ==, count_items (b));
  for (guint i = 0; i < count_items (a); i++)
    {
      g_autoptr(GObject) one = g_list_model_get_item (a, i);
      g_autoptr(GObject) other = g_list_model_get_item (b, i);

      g_assert_true (one == other);
    }
}

static void
assert_same_values (DatelineItem *a,
                    DatelineItem *b)
{
  g_autofree GParamSpec **pspecs = NULL;
  guint n_pspecs;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (a), &n_pspecs);
  for (guint i = 0; i < n_pspecs; i++)
    {
      g_auto(GValue) one = G_VALUE_INIT;
      g_auto(GValue) other = G_VALUE_INIT;
      GType type = pspecs[i]->value_type;

      g_test_message ("%s.%s", G_OBJECT_TYPE_NAME (a), pspecs[i]->name);
      g_object_get_property (G_OBJECT (a), pspecs[i]->name, &one);
      g_object_get_property (G_OBJECT (b), pspecs[i]->name, &other);
      if (type == G_TYPE_LIST_MODEL)
        assert_same_objects (g_value_get_object (&one), g_value_get_object (&other));
      else if (type == G_TYPE_STRV)
        g_assert_true (g_strv_equal (g_value_get_boxed (&one), g_value_get_boxed (&other)));
      else
        g_assert_cmpint (g_param_values_cmp (pspecs[i], &one, &other), ==, 0);
    }
}

/* Everything that a draft says is what its item says; nothing that happens to the one happens to the other. */
static void
test_copy (void)
{
  DatelineStory *story = read_fixture ();
  guint n = 0;

  for (DatelineItemKind kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    for (guint i = 0; i < count_items (dateline_story_get_items (story, kind)); i++)
      {
        g_autoptr(DatelineItem) item = g_list_model_get_item (dateline_story_get_items (story, kind), i);
        g_autoptr(DatelinePassage) passage = NULL;
        DatelineItem *copy = dateline_item_copy (item);
        g_autofree char *note = g_strdup (dateline_item_get_note (item));
        guint n_passages = count_items (dateline_item_get_passages (item));

        assert_same_values (item, copy);
        g_assert_true (dateline_story_lookup (story, dateline_item_get_id (copy)) == item);
        g_assert_false (dateline_story_find (story, copy, NULL));

        g_signal_connect_swapped (item, "notify", G_CALLBACK (count_cb), &n);
        passage = dateline_passage_new (DATELINE_ARTICLE (dateline_story_lookup (story, "article-one")), 0, 1);
        g_object_set (copy, "note", "A draft", NULL);
        dateline_item_add_passage (copy, passage);
        g_assert_cmpstr (dateline_item_get_note (item), ==, note);
        g_assert_cmpuint (count_items (dateline_item_get_passages (item)), ==, n_passages);
        g_signal_handlers_disconnect_by_data (item, &n);
        g_assert_finalize_object (copy);
      }

  g_assert_cmpuint (n, ==, 0);
  g_assert_finalize_object (story);
}

/* Lists and text of a draft are its own, too. */
static void
test_copy_lists (void)
{
  DatelineStory *story = read_fixture ();
  DatelineItem *event = dateline_story_lookup (story, "event-whole");
  DatelineItem *claim = dateline_story_lookup (story, "claim-1");
  DatelineItem *article = dateline_story_lookup (story, "article-one");
  DatelineAccount *account = DATELINE_ACCOUNT (dateline_story_lookup (story, "account-1"));
  DatelineItem *event_copy = dateline_item_copy (event);
  DatelineItem *claim_copy = dateline_item_copy (claim);
  DatelineItem *article_copy = dateline_item_copy (article);
  g_autofree char *text = g_strdup (dateline_article_get_text (DATELINE_ARTICLE (article)));
  g_autoptr(DatelineDateMention) mention = g_list_model_get_item (dateline_article_get_dates (DATELINE_ARTICLE (article_copy)), 0);

  dateline_event_set_participants (DATELINE_EVENT (event_copy), NULL);
  g_assert_cmpuint (count_items (dateline_event_get_participants (DATELINE_EVENT (event))), ==, 2);
  dateline_claim_set_about (DATELINE_CLAIM (claim_copy), NULL);
  g_assert_cmpuint (count_items (dateline_claim_get_about (DATELINE_CLAIM (claim))), ==, 2);

  /* The dates of a draft stand in the article that is read. */
  g_assert_cmpstr (dateline_article_get_text (DATELINE_ARTICLE (article_copy)), ==, text);
  g_assert_true (DATELINE_ITEM (dateline_passage_get_article (dateline_date_mention_get_passage (mention))) == article);
  dateline_article_set_blocks (DATELINE_ARTICLE (article_copy), NULL);
  dateline_article_set_dates (DATELINE_ARTICLE (article_copy), NULL);
  g_assert_cmpstr (dateline_article_get_text (DATELINE_ARTICLE (article)), ==, text);
  g_assert_cmpuint (count_items (dateline_article_get_dates (DATELINE_ARTICLE (article))), ==, 1);

  /* A draft of a claim leaves its accounts where they are, also when it goes. */
  g_assert_true (DATELINE_ITEM (dateline_account_get_claim (account)) == claim);
  g_clear_object (&mention);
  g_assert_finalize_object (event_copy);
  g_assert_finalize_object (claim_copy);
  g_assert_finalize_object (article_copy);
  g_assert_true (DATELINE_ITEM (dateline_account_get_claim (account)) == claim);

  /* A draft that outlives its story keeps what it refers to, and nothing else. */
  event_copy = dateline_item_copy (dateline_story_lookup (story, "event-part"));
  g_assert_finalize_object (story);
  g_assert_cmpstr (dateline_item_get_id (DATELINE_ITEM (dateline_event_get_part_of (DATELINE_EVENT (event_copy)))), ==,
                   "event-later");
  g_assert_finalize_object (event_copy);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model-editing/fields", test_fields);
  g_test_add_func ("/model-editing/label", test_label);
  g_test_add_func ("/model-editing/words", test_words);
  g_test_add_func ("/model-editing/passages", test_passages);
  g_test_add_func ("/model-editing/lists", test_lists);
  g_test_add_func ("/model-editing/blocks", test_blocks);
  g_test_add_func ("/model-editing/copy", test_copy);
  g_test_add_func ("/model-editing/copy-lists", test_copy_lists);

  return g_test_run ();
}
