/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stories that nobody would write, for what has to hold of every story. */
#include "config.h"

#include "random-story.h"

#include "dateline-json-writer.h"

/* Texts that are not easy to keep: quotes, escapes, letters of more than one byte, marks that combine. */
static const char *const words[] = {
  "a", "naïve", "\"quoted\"", "back\\slash", "'", "Навальный", "🟥", "Ě́", "<b>", "&amp;", "100 %", "{\"x\":[1]}", "\t",
  "NULL", "; DROP TABLE item; --", "‏עברית‏", "ﬁ", "0", "-1", "…", "\u00a0",
};

static const char *const dates[] = {
  "2021", "2021-02", "2021-02-03", "2021-02-02T10:30+03:00", "1984~", "2004-06?", "2019/2021", "../2020", "201X",
};

static char *
make_text (GRand *rand,
           int    max_words)
{
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 0, max_words + 1);

  for (int i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
    }

  return g_string_free (text, FALSE);
}

static GStrv
make_texts (GRand *rand)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  int n = g_rand_int_range (rand, 0, 4);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *text = make_text (rand, 3);

      g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}

static DatelineDate *
make_date (GRand    *rand,
           gboolean  is_needed)
{
  DatelineDate *date = NULL;

  while (date == NULL && (is_needed || g_rand_boolean (rand)))
    date = dateline_date_new (dates[g_rand_int_range (rand, 0, G_N_ELEMENTS (dates))], NULL);

  return date;
}

DatelineItem *
random_story_pick_item (GRand            *rand,
                        DatelineStory    *story,
                        DatelineItemKind  kind)
{
  GListModel *items = dateline_story_get_items (story, kind);
  guint n = g_list_model_get_n_items (items);
  DatelineItem *item;

  if (n == 0)
    return NULL;
  item = g_list_model_get_item (items, (guint) g_rand_int_range (rand, 0, (int) n));
  /* The story keeps it. */
  g_object_unref (item);

  return item;
}

static DatelinePassage *
make_passage (GRand           *rand,
              DatelineArticle *article)
{
  guint length = dateline_article_get_length (article);
  guint start;

  if (length < 2)
    return NULL;
  start = (guint) g_rand_int_range (rand, 0, (int) length - 1);

  return dateline_passage_new (article, start,
                               start + 1 + (guint) g_rand_int_range (rand, 0, (int) MIN (40, length - start)));
}

static void
set_passages (GRand         *rand,
              DatelineStory *story,
              DatelineItem  *item,
              int            min,
              int            max)
{
  g_autoptr(GPtrArray) passages = g_ptr_array_new_with_free_func (g_object_unref);
  int n = g_rand_int_range (rand, min, max + 1);

  for (int i = 0; i < 10 * n && passages->len < (guint) n; i++)
    {
      DatelinePassage *passage = make_passage (rand, DATELINE_ARTICLE (random_story_pick_item (rand, story,
                                                                                               DATELINE_ITEM_ARTICLE)));

      if (passage != NULL)
        g_ptr_array_add (passages, passage);
    }

  dateline_item_set_passages (item, passages);
}

static void
set_dates (GRand           *rand,
           DatelineArticle *article)
{
  g_autoptr(GPtrArray) mentions = g_ptr_array_new_with_free_func (g_object_unref);
  int n = g_rand_int_range (rand, 0, 4);

  for (int i = 0; i < n; i++)
    {
      g_autoptr(DatelinePassage) passage = make_passage (rand, article);
      g_autoptr(DatelineDate) date = make_date (rand, TRUE);

      if (passage != NULL)
        g_ptr_array_add (mentions, dateline_date_mention_new (date, passage));
    }

  dateline_article_set_dates (article, mentions);
}

static void
set_blocks (GRand           *rand,
            DatelineArticle *article)
{
  g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_text_block_free);
  int n = g_rand_int_range (rand, 1, 6);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *text = make_text (rand, 30);

      g_ptr_array_add (blocks, dateline_text_block_new (g_rand_int_range (rand, 0, DATELINE_BLOCK_POST + 1), text));
    }
  g_ptr_array_add (blocks, dateline_text_block_new (DATELINE_BLOCK_PARAGRAPH, "At least this is said."));

  dateline_article_set_blocks (article, blocks);
}

/* Some of the items of a kind, each once. */
static GPtrArray *
pick_items (GRand            *rand,
            DatelineStory    *story,
            DatelineItemKind  kind,
            DatelineItem     *other)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  int n = g_rand_int_range (rand, 0, 5);

  for (int i = 0; i < n; i++)
    {
      DatelineItem *item = random_story_pick_item (rand, story, kind);

      if (item != NULL && item != other && !g_ptr_array_find (items, item, NULL))
        g_ptr_array_add (items, g_object_ref (item));
    }

  return items;
}

/* An item of the same kind that comes before this one in the story: so no circle can come about. */
static DatelineItem *
pick_earlier (GRand         *rand,
              DatelineStory *story,
              DatelineItem  *item)
{
  DatelineItemKind kind = dateline_item_get_kind (item);
  DatelineItem *present = dateline_story_lookup (story, dateline_item_get_id (item));
  DatelineItem *earlier = random_story_pick_item (rand, story, kind);
  guint position = G_MAXUINT;
  guint earlier_position;

  if (earlier == NULL || g_rand_boolean (rand))
    return NULL;
  if (present != NULL)
    dateline_story_find (story, present, &position);
  dateline_story_find (story, earlier, &earlier_position);

  return earlier_position < position ? earlier : NULL;
}

/* Sets a property that any value will do for, by its type. */
static void
set_plain (GRand        *rand,
           DatelineItem *item,
           GParamSpec   *pspec)
{
  if (G_IS_PARAM_SPEC_STRING (pspec))
    {
      g_autofree char *text = make_text (rand, 8);

      /* An address that is none is not kept. */
      g_object_set (item, pspec->name, g_str_equal (pspec->name, "url") ? "https://example.org/?a=b&c=%20d#e" : text, NULL);
    }
  else if (pspec->value_type == G_TYPE_STRV)
    {
      g_auto(GStrv) texts = make_texts (rand);

      g_object_set (item, pspec->name, texts, NULL);
    }
  else if (pspec->value_type == DATELINE_TYPE_DATE)
    {
      g_autoptr(DatelineDate) date = make_date (rand, DATELINE_IS_EVENT (item));

      g_object_set (item, pspec->name, date, NULL);
    }
  else if (G_IS_PARAM_SPEC_BOOLEAN (pspec))
    {
      g_object_set (item, pspec->name, g_rand_boolean (rand), NULL);
    }
  else if (G_IS_PARAM_SPEC_ENUM (pspec) && !g_str_equal (pspec->name, "value-kind"))
    {
      g_object_set (item, pspec->name,
                    g_rand_int_range (rand, 0, (int) G_PARAM_SPEC_ENUM (pspec)->enum_class->n_values), NULL);
    }
}

static void
set_references (GRand         *rand,
                DatelineStory *story,
                DatelineItem  *item)
{
  gpointer person = random_story_pick_item (rand, story, DATELINE_ITEM_PERSON);
  gpointer event = random_story_pick_item (rand, story, DATELINE_ITEM_EVENT);

  if (DATELINE_IS_EVENT (item))
    {
      g_autoptr(GPtrArray) participants = pick_items (rand, story, DATELINE_ITEM_PERSON, NULL);

      dateline_event_set_participants (DATELINE_EVENT (item), participants);
      g_object_set (item, "part-of", pick_earlier (rand, story, item), NULL);
    }
  else if (DATELINE_IS_QUOTE (item))
    {
      g_object_set (item,
                    "speaker", g_rand_boolean (rand) ? person : NULL,
                    "addressee", g_rand_boolean (rand) ? person : NULL,
                    "event", g_rand_boolean (rand) ? event : NULL,
                    "original", pick_earlier (rand, story, item),
                    NULL);
    }
  else if (DATELINE_IS_REACTION (item))
    {
      g_object_set (item,
                    "author", person,
                    "answers", g_rand_boolean (rand) ? event : (gpointer) pick_earlier (rand, story, item),
                    NULL);
    }
  else if (DATELINE_IS_CLAIM (item))
    {
      g_autoptr(GPtrArray) about = pick_items (rand, story, g_rand_int_range (rand, 0, DATELINE_ITEM_CLAIM), item);

      dateline_claim_set_about (DATELINE_CLAIM (item), about);
    }
}

static void
set_quantity (GRand           *rand,
              DatelineAccount *account)
{
  static const char *const values[] = { "P2Y8M", "5000", "2021-02", "some words" };
  static const char *const precisions[] = { "P1M", "1000", "", "" };
  DatelineValueKind kind = dateline_claim_get_value_kind (dateline_account_get_claim (account));
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineQuantity) quantity = NULL;

  quantity = dateline_quantity_new (kind, values[kind], g_rand_int_range (rand, 0, DATELINE_BOUND_ALMOST + 1),
                                    g_rand_boolean (rand) ? precisions[kind] : NULL, &error);
  g_assert_no_error (error);
  g_object_set (account, "quantity", quantity, NULL);
}

/* Gives all that an item has, but for its id, what it is about or answers to and the text of an article, new values. */
void
random_story_change_item (GRand         *rand,
                          DatelineStory *story,
                          DatelineItem  *item)
{
  g_autofree GParamSpec **pspecs = NULL;
  guint n;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (item), &n);
  for (guint i = 0; i < n; i++)
    if ((pspecs[i]->flags & G_PARAM_WRITABLE) != 0 && !(pspecs[i]->flags & G_PARAM_CONSTRUCT_ONLY) &&
        g_rand_int_range (rand, 0, 3) == 0)
      set_plain (rand, item, pspecs[i]);

  if (g_rand_boolean (rand))
    set_references (rand, story, item);
  if (DATELINE_IS_ACCOUNT (item) && g_rand_boolean (rand))
    set_quantity (rand, DATELINE_ACCOUNT (item));
  if (DATELINE_IS_QUOTE (item) || DATELINE_IS_ACCOUNT (item))
    set_passages (rand, story, item, 1, 1);
  else if (!DATELINE_IS_ARTICLE (item) && !DATELINE_IS_CLAIM (item) && g_rand_boolean (rand))
    set_passages (rand, story, item, 0, 6);
}

/* Makes an item that is not in the story yet, but refers to what is. */
DatelineItem *
random_story_make_item (GRand            *rand,
                        DatelineStory    *story,
                        DatelineItemKind  kind,
                        const char       *id)
{
  const GType types[DATELINE_N_ITEM_KINDS] = {
    DATELINE_TYPE_ARTICLE, DATELINE_TYPE_PERSON, DATELINE_TYPE_EVENT, DATELINE_TYPE_QUOTE, DATELINE_TYPE_REACTION,
    DATELINE_TYPE_CLAIM, DATELINE_TYPE_ACCOUNT,
  };
  DatelineItem *item = g_object_new (types[kind], "id", id, NULL);

  if (kind == DATELINE_ITEM_ARTICLE)
    {
      set_blocks (rand, DATELINE_ARTICLE (item));
      set_dates (rand, DATELINE_ARTICLE (item));
    }
  else if (kind == DATELINE_ITEM_EVENT)
    {
      g_autoptr(DatelineDate) date = make_date (rand, TRUE);

      g_object_set (item, "date", date, "category", "other", NULL);
    }
  else if (kind == DATELINE_ITEM_CLAIM)
    {
      g_object_set (item, "value-kind", g_rand_int_range (rand, 0, DATELINE_VALUE_KIND_TEXT + 1), NULL);
    }
  else if (kind == DATELINE_ITEM_ACCOUNT)
    {
      g_object_set (item, "claim", random_story_pick_item (rand, story, DATELINE_ITEM_CLAIM), NULL);
      set_quantity (rand, DATELINE_ACCOUNT (item));
    }
  if (kind == DATELINE_ITEM_REACTION)
    g_object_set (item, "author", random_story_pick_item (rand, story, DATELINE_ITEM_PERSON), NULL);
  random_story_change_item (rand, story, item);

  return item;
}

/* Makes a story with up to @size items of each kind, at least one. */
DatelineStory *
random_story_new (GRand *rand,
                  guint  size)
{
  static const char *const names[] = { "article", "person", "event", "quote", "reaction", "claim", "account" };
  g_autofree char *title = make_text (rand, 5);
  g_autofree char *description = make_text (rand, 20);
  DatelineStory *story = dateline_story_new ("random", title, description, "en-GB");

  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      int n = g_rand_int_range (rand, 1, (int) size + 1);

      for (int i = 0; i < n; i++)
        {
          g_autofree char *id = g_strdup_printf ("%s-%d", names[kind], i);
          g_autoptr(DatelineItem) item = random_story_make_item (rand, story, kind, id);

          dateline_story_add (story, item);
        }
    }

  return story;
}

/* Two stories are the same if they are written the same, and have their items in the same order. */
void
random_story_assert_same (DatelineStory *a,
                          DatelineStory *b)
{
  g_autoptr(GBytes) a_bytes = dateline_json_writer_write (a);
  g_autoptr(GBytes) b_bytes = dateline_json_writer_write (b);

  const char *a_text = g_bytes_get_data (a_bytes, NULL);
  const char *b_text = g_bytes_get_data (b_bytes, NULL);
  gsize same = 0;

  while (a_text[same] != '\0' && a_text[same] == b_text[same])
    same++;
  if (a_text[same] != b_text[same])
    g_error ("After %.*s: %.200s\nOr: %.200s", (int) MIN (same, 400), a_text + same - MIN (same, 400), a_text + same,
             b_text + same);

  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      GListModel *a_items = dateline_story_get_items (a, kind);
      GListModel *b_items = dateline_story_get_items (b, kind);

      g_assert_cmpuint (g_list_model_get_n_items (a_items), ==, g_list_model_get_n_items (b_items));
      for (guint i = 0; i < g_list_model_get_n_items (a_items); i++)
        {
          g_autoptr(DatelineItem) a_item = g_list_model_get_item (a_items, i);
          g_autoptr(DatelineItem) b_item = g_list_model_get_item (b_items, i);

          g_assert_cmpstr (dateline_item_get_id (a_item), ==, dateline_item_get_id (b_item));
        }
    }
}
