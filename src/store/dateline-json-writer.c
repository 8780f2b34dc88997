/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Story in, interchange JSON out: what the reader reads back as the same story. */
#include "config.h"

#include "dateline-json-writer.h"

#include "dateline-json-stream.h"
#include "dateline-json-writer-private.h"
#include "dateline-quantity.h"
#include "dateline-walk.h"

typedef void (*WriteFunc) (JsonBuilder  *builder,
                           DatelineItem *item);

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  if (value == NULL || *value == '\0')
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_strings (JsonBuilder        *builder,
             const char         *name,
             const char *const  *values)
{
  if (values == NULL || values[0] == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

static void
add_boolean (JsonBuilder *builder,
             const char  *name,
             gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_enum (JsonBuilder *builder,
          const char  *name,
          GType        type,
          int          value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);

  add_string (builder, name, g_enum_get_value (klass, value)->value_nick);
}

static void
add_date (JsonBuilder  *builder,
          const char   *name,
          DatelineDate *date)
{
  if (date != NULL)
    add_string (builder, name, dateline_date_get_edtf (date));
}

static void
add_reference (JsonBuilder *builder,
               const char  *name,
               gpointer     item)
{
  if (item != NULL)
    add_string (builder, name, dateline_item_get_id (item));
}

static void
add_references (JsonBuilder *builder,
                const char  *name,
                GListModel  *items)
{
  if (g_list_model_get_n_items (items) == 0)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);

      json_builder_add_string_value (builder, dateline_item_get_id (item));
    }
  json_builder_end_array (builder);
}

/**
 * dateline_json_writer_add_passage:
 * @builder: where to write
 * @passage: a passage
 * @with_article: whether to name the article
 *
 * Writes a passage as an object.
 */
void
dateline_json_writer_add_passage (JsonBuilder     *builder,
                                  DatelinePassage *passage,
                                  gboolean         with_article)
{
  g_return_if_fail (JSON_IS_BUILDER (builder));
  g_return_if_fail (DATELINE_IS_PASSAGE (passage));

  json_builder_begin_object (builder);
  if (with_article)
    add_reference (builder, "article", dateline_passage_get_article (passage));
  json_builder_set_member_name (builder, "start");
  json_builder_add_int_value (builder, dateline_passage_get_start (passage));
  json_builder_set_member_name (builder, "end");
  json_builder_add_int_value (builder, dateline_passage_get_end (passage));
  add_string (builder, "exact", dateline_passage_get_exact (passage));
  /* Empty at the ends of the text, which says as much as words would. */
  json_builder_set_member_name (builder, "prefix");
  json_builder_add_string_value (builder, dateline_passage_get_prefix (passage));
  json_builder_set_member_name (builder, "suffix");
  json_builder_add_string_value (builder, dateline_passage_get_suffix (passage));
  json_builder_end_object (builder);
}

static void
add_passages (JsonBuilder  *builder,
              const char   *name,
              DatelineItem *item)
{
  GListModel *passages = dateline_item_get_passages (item);

  if (g_list_model_get_n_items (passages) == 0)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);

      /* One that stands nowhere would not be read again. */
      if (dateline_passage_is_there (passage))
        dateline_json_writer_add_passage (builder, passage, TRUE);
    }
  json_builder_end_array (builder);
}

/* For items that stand at one place only. */
static void
add_passage (JsonBuilder  *builder,
             DatelineItem *item)
{
  g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (item);

  if (passage == NULL || !dateline_passage_is_there (passage))
    return;

  json_builder_set_member_name (builder, "passage");
  dateline_json_writer_add_passage (builder, passage, TRUE);
}

static void
add_blocks (JsonBuilder     *builder,
            DatelineArticle *article)
{
  const DatelineBlock *blocks;
  guint n;

  blocks = dateline_article_get_blocks (article, &n);
  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      const char *from = dateline_article_get_pointer (article, blocks[i].start);
      const char *to = dateline_article_get_pointer (article, blocks[i].end);
      g_autofree char *text = g_strndup (from, to - from);

      json_builder_begin_object (builder);
      add_enum (builder, "kind", DATELINE_TYPE_BLOCK_KIND, blocks[i].kind);
      json_builder_set_member_name (builder, "text");
      json_builder_add_string_value (builder, text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
write_article (JsonBuilder  *builder,
               DatelineItem *item)
{
  DatelineArticle *article = DATELINE_ARTICLE (item);
  GListModel *dates = dateline_article_get_dates (article);

  add_string (builder, "headline", dateline_article_get_headline (article));
  add_string (builder, "publisher", dateline_article_get_publisher (article));
  add_strings (builder, "byline", dateline_article_get_byline (article));
  add_date (builder, "published", dateline_article_get_published (article));
  add_string (builder, "language", dateline_article_get_language (article));
  add_string (builder, "url", dateline_article_get_url (article));
  add_date (builder, "accessed", dateline_article_get_accessed (article));
  if (dateline_article_get_retelling (article))
    add_boolean (builder, "retelling", TRUE);
  add_blocks (builder, article);

  if (g_list_model_get_n_items (dates) == 0)
    return;
  json_builder_set_member_name (builder, "dates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (dates); i++)
    {
      g_autoptr(DatelineDateMention) mention = g_list_model_get_item (dates, i);

      json_builder_begin_object (builder);
      add_date (builder, "date", dateline_date_mention_get_date (mention));
      json_builder_set_member_name (builder, "passage");
      dateline_json_writer_add_passage (builder, dateline_date_mention_get_passage (mention), FALSE);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
write_person (JsonBuilder  *builder,
              DatelineItem *item)
{
  DatelinePerson *person = DATELINE_PERSON (item);

  add_string (builder, "name", dateline_person_get_name (person));
  add_enum (builder, "kind", DATELINE_TYPE_PERSON_KIND, dateline_person_get_person_kind (person));
  add_strings (builder, "aliases", dateline_person_get_aliases (person));
  add_string (builder, "role", dateline_person_get_role (person));
  add_string (builder, "description", dateline_person_get_description (person));
  add_passages (builder, "mentions", item);
}

static void
write_event (JsonBuilder  *builder,
             DatelineItem *item)
{
  DatelineEvent *event = DATELINE_EVENT (item);

  add_string (builder, "title", dateline_event_get_title (event));
  add_string (builder, "description", dateline_event_get_description (event));
  add_date (builder, "date", dateline_event_get_date (event));
  add_string (builder, "kind", dateline_event_get_category (event));
  add_string (builder, "place", dateline_event_get_place (event));
  add_references (builder, "participants", dateline_event_get_participants (event));
  add_reference (builder, "part_of", dateline_event_get_part_of (event));
  add_passages (builder, "passages", item);
}

static void
write_quote (JsonBuilder  *builder,
             DatelineItem *item)
{
  DatelineQuote *quote = DATELINE_QUOTE (item);

  add_passage (builder, item);
  add_reference (builder, "speaker", dateline_quote_get_speaker (quote));
  add_string (builder, "cue", dateline_quote_get_cue (quote));
  add_boolean (builder, "direct", dateline_quote_get_direct (quote));
  add_reference (builder, "addressee", dateline_quote_get_addressee (quote));
  add_string (builder, "language", dateline_quote_get_language (quote));
  add_reference (builder, "original", dateline_quote_get_original (quote));
  add_reference (builder, "event", dateline_quote_get_event (quote));
}

static void
write_reaction (JsonBuilder  *builder,
                DatelineItem *item)
{
  DatelineReaction *reaction = DATELINE_REACTION (item);

  add_reference (builder, "author", dateline_reaction_get_author (reaction));
  add_string (builder, "handle", dateline_reaction_get_handle (reaction));
  add_string (builder, "platform", dateline_reaction_get_platform (reaction));
  add_date (builder, "date", dateline_reaction_get_date (reaction));
  add_enum (builder, "form", DATELINE_TYPE_REACTION_FORM, dateline_reaction_get_form (reaction));
  add_string (builder, "text", dateline_reaction_get_text (reaction));
  add_strings (builder, "hashtags", dateline_reaction_get_hashtags (reaction));
  add_strings (builder, "themes", dateline_reaction_get_themes (reaction));
  add_string (builder, "language", dateline_reaction_get_language (reaction));
  add_string (builder, "url", dateline_reaction_get_url (reaction));
  add_reference (builder, "answers", dateline_reaction_get_answers (reaction));
  add_passages (builder, "passages", item);
}

static void
write_account (JsonBuilder  *builder,
               DatelineItem *item)
{
  DatelineAccount *account = DATELINE_ACCOUNT (item);
  DatelineQuantity *quantity = dateline_account_get_quantity (account);

  add_reference (builder, "article", dateline_account_get_article (account));
  add_passage (builder, item);
  add_string (builder, "value", dateline_quantity_get_value (quantity));
  add_enum (builder, "bound", DATELINE_TYPE_BOUND, dateline_quantity_get_bound (quantity));
  add_string (builder, "precision", dateline_quantity_get_precision (quantity));
  add_string (builder, "unit", dateline_account_get_unit (account));
}

static void
add_item (JsonBuilder  *builder,
          DatelineItem *item,
          WriteFunc     write)
{
  json_builder_begin_object (builder);
  add_string (builder, "id", dateline_item_get_id (item));
  write (builder, item);
  add_string (builder, "note", dateline_item_get_note (item));
  json_builder_end_object (builder);
}

static void
write_claim (JsonBuilder  *builder,
             DatelineItem *item)
{
  DatelineClaim *claim = DATELINE_CLAIM (item);
  GListModel *accounts = dateline_claim_get_accounts (claim);

  add_string (builder, "question", dateline_claim_get_question (claim));
  add_enum (builder, "kind", DATELINE_TYPE_VALUE_KIND, dateline_claim_get_value_kind (claim));
  add_references (builder, "about", dateline_claim_get_about (claim));
  json_builder_set_member_name (builder, "accounts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(DatelineItem) account = g_list_model_get_item (accounts, i);

      add_item (builder, account, write_account);
    }
  json_builder_end_array (builder);
}

static const WriteFunc writers[DATELINE_N_ITEM_KINDS] = {
  [DATELINE_ITEM_ARTICLE] = write_article,
  [DATELINE_ITEM_PERSON] = write_person,
  [DATELINE_ITEM_EVENT] = write_event,
  [DATELINE_ITEM_QUOTE] = write_quote,
  [DATELINE_ITEM_REACTION] = write_reaction,
  [DATELINE_ITEM_CLAIM] = write_claim,
  [DATELINE_ITEM_ACCOUNT] = write_account
};

/**
 * dateline_json_writer_write_item:
 * @item: an item
 *
 * Writes one item as it stands in a story, but for what belongs to an item of its own: a claim comes without its
 * accounts, and an account says what it is an account of.
 *
 * Returns: (transfer full): an object
 */
JsonObject *
dateline_json_writer_write_item (DatelineItem *item)
{
  g_autoptr(JsonBuilder) builder = NULL;
  g_autoptr(JsonNode) root = NULL;
  JsonObject *object;

  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);

  builder = json_builder_new ();
  add_item (builder, item, writers[dateline_item_get_kind (item)]);
  root = json_builder_get_root (builder);
  object = json_node_dup_object (root);
  if (DATELINE_IS_CLAIM (item))
    json_object_remove_member (object, "accounts");
  else if (DATELINE_IS_ACCOUNT (item) && dateline_account_get_claim (DATELINE_ACCOUNT (item)) != NULL)
    json_object_set_string_member (object, "claim",
                                   dateline_item_get_id (DATELINE_ITEM (dateline_account_get_claim (DATELINE_ACCOUNT (item)))));

  return object;
}

/* What is said of the story itself. */
static void
write_details (DatelineJsonStream *stream,
               DatelineStory      *story)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_builder_begin_object (builder);
  add_string (builder, "format", "dateline-story");
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, 1);
  add_string (builder, "id", dateline_story_get_id (story));
  add_string (builder, "title", dateline_story_get_title (story));
  add_string (builder, "description", dateline_story_get_description (story));
  add_string (builder, "language", dateline_story_get_language (story));
  add_string (builder, "note", dateline_story_get_note (story));
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    dateline_json_stream_add (stream, name, node);
}

/* Writes all items of a kind, each before the next one is looked at. */
static gboolean
write_items (DatelineJsonStream *stream,
             const char         *name,
             DatelineStory      *story,
             DatelineItemKind    kind,
             GCancellable       *cancellable)
{
  g_auto(DatelineWalk) walk = DATELINE_WALK_INIT (story, kind);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  gboolean goes_on = TRUE;
  DatelineItem *item;

  dateline_json_stream_begin_array (stream, name);
  while (goes_on && (item = dateline_walk_next (&walk)) != NULL)
    {
      add_item (builder, item, writers[kind]);
      goes_on = dateline_json_stream_add_built (stream, builder) && !g_cancellable_is_cancelled (cancellable);
    }
  dateline_json_stream_end_array (stream);

  return goes_on;
}

static void
write_story (DatelineJsonStream *stream,
             DatelineStory      *story,
             GCancellable       *cancellable)
{
  static const struct
  {
    const char       *name;
    DatelineItemKind  kind;
  } lists[] = {
    { "articles", DATELINE_ITEM_ARTICLE },
    { "people", DATELINE_ITEM_PERSON },
    { "events", DATELINE_ITEM_EVENT },
    { "quotes", DATELINE_ITEM_QUOTE },
    { "reactions", DATELINE_ITEM_REACTION },
    { "claims", DATELINE_ITEM_CLAIM },
  };
  gboolean goes_on = TRUE;

  dateline_json_stream_begin_object (stream, NULL);
  write_details (stream, story);
  for (guint i = 0; i < G_N_ELEMENTS (lists) && goes_on; i++)
    goes_on = write_items (stream, lists[i].name, story, lists[i].kind, cancellable);
  dateline_json_stream_end_object (stream);
}

typedef struct
{
  GOutputStream *stream;
  GCancellable  *cancellable;
} Target;

static gboolean
put_out (const char  *text,
         gsize        length,
         gpointer     user_data,
         GError     **error)
{
  const Target *target = user_data;

  return g_output_stream_write_all (target->stream, text, length, NULL, target->cancellable, error);
}

/**
 * dateline_json_writer_write_to:
 * @story: a story
 * @stream: where to write
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes a story as indented JSON, item by item: if it is fleeting, no more than a few of them are in memory. The same
 * story always gives the same bytes.
 *
 * Returns: %TRUE if all was written
 */
gboolean
dateline_json_writer_write_to (DatelineStory  *story,
                               GOutputStream  *stream,
                               GCancellable   *cancellable,
                               GError        **error)
{
  Target target = { stream, cancellable };
  g_autoptr(DatelineJsonStream) json = NULL;

  g_return_val_if_fail (DATELINE_IS_STORY (story), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  json = dateline_json_stream_new (put_out, &target);
  write_story (json, story, cancellable);

  return !g_cancellable_set_error_if_cancelled (cancellable, error) && dateline_json_stream_finish (json, error);
}

static gboolean
append (const char  *text,
        gsize        length,
        gpointer     user_data,
        GError     **error)
{
  g_string_append_len (user_data, text, length);

  return TRUE;
}

/**
 * dateline_json_writer_write:
 * @story: a story
 *
 * Writes a story as dateline_json_writer_write_to() does, all at once.
 *
 * Returns: (transfer full): UTF-8 text
 */
GBytes *
dateline_json_writer_write (DatelineStory *story)
{
  g_autoptr(DatelineJsonStream) json = NULL;
  GString *text;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  text = g_string_new (NULL);
  json = dateline_json_stream_new (append, text);
  write_story (json, story, NULL);
  dateline_json_stream_finish (json, NULL);

  return g_string_free_to_bytes (text);
}
