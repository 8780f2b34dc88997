/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items as JSON objects for other programs. Members are always there; what is not known is null. */
#include "config.h"

#include "dateline-cli-json.h"

#include "dateline-cli-words.h"
#include "dateline-walk.h"
#include "dateline-quantity.h"

/**
 * dateline_cli_json_add_string:
 * @builder: where to write
 * @name: the name of a member
 * @value: (nullable): its value
 *
 * Writes a text, or null if it is not known.
 */
void
dateline_cli_json_add_string (JsonBuilder *builder,
                              const char  *name,
                              const char  *value)
{
  g_return_if_fail (JSON_IS_BUILDER (builder));
  g_return_if_fail (name != NULL);

  json_builder_set_member_name (builder, name);
  if (value != NULL && *value != '\0')
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
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
add_int (JsonBuilder *builder,
         const char  *name,
         guint        value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_enum (JsonBuilder *builder,
          const char  *name,
          GType        type,
          int          value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);

  dateline_cli_json_add_string (builder, name, g_enum_get_value (klass, value)->value_nick);
}

static void
add_date (JsonBuilder  *builder,
          const char   *name,
          DatelineDate *date)
{
  dateline_cli_json_add_string (builder, name, date != NULL ? dateline_date_get_edtf (date) : NULL);
}

static void
add_strings (JsonBuilder       *builder,
             const char        *name,
             const char *const *values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

static void
add_id (JsonBuilder *builder,
        const char  *name,
        gpointer     item)
{
  dateline_cli_json_add_string (builder, name, item != NULL ? dateline_item_get_id (item) : NULL);
}

static void
add_ids (JsonBuilder *builder,
         const char  *name,
         GListModel  *items)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);

      json_builder_add_string_value (builder, dateline_item_get_id (item));
    }
  json_builder_end_array (builder);
}

/* The ids of the articles that tell of an item. */
static void
add_articles (JsonBuilder  *builder,
              DatelineItem *item)
{
  g_autoptr(GPtrArray) articles = dateline_cli_words_dup_articles (item);

  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < articles->len; i++)
    json_builder_add_string_value (builder, dateline_item_get_id (g_ptr_array_index (articles, i)));
  json_builder_end_array (builder);
}

/**
 * dateline_cli_json_add_passage:
 * @builder: where to write, within an object
 * @passage: (nullable): a passage
 *
 * Writes where something stands.
 */
void
dateline_cli_json_add_passage (JsonBuilder     *builder,
                               DatelinePassage *passage)
{
  g_return_if_fail (JSON_IS_BUILDER (builder));

  if (passage == NULL)
    return;

  add_id (builder, "article", dateline_passage_get_article (passage));
  add_int (builder, "start", dateline_passage_get_start (passage));
  add_int (builder, "end", dateline_passage_get_end (passage));
}

static void
add_passages (JsonBuilder  *builder,
              const char   *name,
              DatelineItem *item)
{
  GListModel *passages = dateline_item_get_passages (item);

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);

      json_builder_begin_object (builder);
      dateline_cli_json_add_passage (builder, passage);
      dateline_cli_json_add_string (builder, "exact", dateline_passage_get_exact (passage));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_article (JsonBuilder     *builder,
             DatelineArticle *article)
{
  const char *publisher = dateline_article_get_publisher (article);

  dateline_cli_json_add_string (builder, "badge", dateline_article_get_badge (article));
  dateline_cli_json_add_string (builder, "headline", dateline_article_get_headline (article));
  dateline_cli_json_add_string (builder, "publisher", *publisher != '\0' ? publisher : "unknown");
  add_strings (builder, "byline", dateline_article_get_byline (article));
  add_date (builder, "published", dateline_article_get_published (article));
  dateline_cli_json_add_string (builder, "language", dateline_article_get_language (article));
  dateline_cli_json_add_string (builder, "url", dateline_article_get_url (article));
  add_date (builder, "accessed", dateline_article_get_accessed (article));
  add_boolean (builder, "retelling", dateline_article_get_retelling (article));
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, dateline_article_get_text (article));
}

static void
add_person (JsonBuilder    *builder,
            DatelinePerson *person)
{
  dateline_cli_json_add_string (builder, "name", dateline_person_get_name (person));
  add_enum (builder, "kind", DATELINE_TYPE_PERSON_KIND, dateline_person_get_person_kind (person));
  add_strings (builder, "aliases", dateline_person_get_aliases (person));
  dateline_cli_json_add_string (builder, "role", dateline_person_get_role (person));
  dateline_cli_json_add_string (builder, "description", dateline_person_get_description (person));
  add_articles (builder, DATELINE_ITEM (person));
  add_passages (builder, "mentions", DATELINE_ITEM (person));
}

static void
add_event (JsonBuilder   *builder,
           DatelineEvent *event)
{
  dateline_cli_json_add_string (builder, "title", dateline_event_get_title (event));
  dateline_cli_json_add_string (builder, "description", dateline_event_get_description (event));
  add_date (builder, "date", dateline_event_get_date (event));
  dateline_cli_json_add_string (builder, "kind", dateline_event_get_category (event));
  dateline_cli_json_add_string (builder, "place", dateline_event_get_place (event));
  add_articles (builder, DATELINE_ITEM (event));
  add_ids (builder, "people", dateline_event_get_participants (event));
  add_id (builder, "part_of", dateline_event_get_part_of (event));
  add_passages (builder, "passages", DATELINE_ITEM (event));
}

static void
add_quote (JsonBuilder   *builder,
           DatelineQuote *quote)
{
  g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (DATELINE_ITEM (quote));
  DatelinePerson *speaker = dateline_quote_get_speaker (quote);

  dateline_cli_json_add_string (builder, "text", dateline_quote_get_text (quote));
  dateline_cli_json_add_string (builder, "speaker", speaker != NULL ? dateline_person_get_name (speaker) : NULL);
  add_id (builder, "speaker_id", speaker);
  add_boolean (builder, "direct", dateline_quote_get_direct (quote));
  dateline_cli_json_add_string (builder, "cue", dateline_quote_get_cue (quote));
  add_id (builder, "addressee", dateline_quote_get_addressee (quote));
  dateline_cli_json_add_string (builder, "language", dateline_quote_get_language (quote));
  add_id (builder, "original", dateline_quote_get_original (quote));
  add_id (builder, "event", dateline_quote_get_event (quote));
  dateline_cli_json_add_passage (builder, passage);
}

static void
add_reaction (JsonBuilder      *builder,
              DatelineReaction *reaction)
{
  DatelinePerson *author = dateline_reaction_get_author (reaction);

  dateline_cli_json_add_string (builder, "author", author != NULL ? dateline_person_get_name (author) : NULL);
  add_id (builder, "author_id", author);
  dateline_cli_json_add_string (builder, "handle", dateline_reaction_get_handle (reaction));
  dateline_cli_json_add_string (builder, "platform", dateline_reaction_get_platform (reaction));
  add_date (builder, "date", dateline_reaction_get_date (reaction));
  add_enum (builder, "form", DATELINE_TYPE_REACTION_FORM, dateline_reaction_get_form (reaction));
  dateline_cli_json_add_string (builder, "text", dateline_reaction_get_text (reaction));
  add_strings (builder, "hashtags", dateline_reaction_get_hashtags (reaction));
  add_strings (builder, "themes", dateline_reaction_get_themes (reaction));
  dateline_cli_json_add_string (builder, "language", dateline_reaction_get_language (reaction));
  dateline_cli_json_add_string (builder, "url", dateline_reaction_get_url (reaction));
  add_id (builder, "answers", dateline_reaction_get_answers (reaction));
  add_articles (builder, DATELINE_ITEM (reaction));
  add_passages (builder, "passages", DATELINE_ITEM (reaction));
}

/**
 * dateline_cli_json_add_account:
 * @builder: where to write, within an object
 * @account: an account
 * @comparison: (nullable): the comparison with the other accounts
 *
 * Writes the members of an account.
 */
void
dateline_cli_json_add_account (JsonBuilder        *builder,
                               DatelineAccount    *account,
                               DatelineComparison *comparison)
{
  g_autoptr(DatelinePassage) passage = NULL;
  g_autofree char *value = NULL;

  g_return_if_fail (JSON_IS_BUILDER (builder));
  g_return_if_fail (DATELINE_IS_ACCOUNT (account));

  passage = dateline_item_dup_first_passage (DATELINE_ITEM (account));
  value = dateline_quantity_to_string (dateline_account_get_quantity (account));
  add_id (builder, "id", account);
  dateline_cli_json_add_passage (builder, passage);
  dateline_cli_json_add_string (builder, "wording", dateline_account_get_wording (account));
  dateline_cli_json_add_string (builder, "value", value);
  dateline_cli_json_add_string (builder, "precision",
                                dateline_quantity_get_precision (dateline_account_get_quantity (account)));
  dateline_cli_json_add_string (builder, "unit", dateline_account_get_unit (account));
  if (comparison != NULL)
    {
      DatelineRelation relation = dateline_comparison_get_account_relation (comparison, account);
      g_autofree char *explanation = dateline_comparison_dup_explanation (comparison, account);

      dateline_cli_json_add_string (builder, "relation", dateline_relation_get_nick (relation));
      dateline_cli_json_add_string (builder, "explanation", explanation);
    }
}

static void
add_claim (JsonBuilder   *builder,
           DatelineClaim *claim,
           DatelineStory *story)
{
  GListModel *articles = dateline_story_get_articles (story);
  GListModel *accounts = dateline_claim_get_accounts (claim);
  g_autoptr(DatelineComparison) comparison = dateline_comparison_new (claim, articles);

  dateline_cli_json_add_string (builder, "question", dateline_claim_get_question (claim));
  add_enum (builder, "kind", DATELINE_TYPE_VALUE_KIND, dateline_claim_get_value_kind (claim));
  add_ids (builder, "about", dateline_claim_get_about (claim));
  dateline_cli_json_add_string (builder, "relation",
                                dateline_relation_get_nick (dateline_comparison_get_relation (comparison)));

  json_builder_set_member_name (builder, "accounts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(DatelineAccount) account = g_list_model_get_item (accounts, i);

      json_builder_begin_object (builder);
      dateline_cli_json_add_account (builder, account, comparison);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "silent");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, i);

      if (dateline_comparison_get_article_relation (comparison, article) == DATELINE_RELATION_SILENT)
        json_builder_add_string_value (builder, dateline_item_get_id (DATELINE_ITEM (article)));
    }
  json_builder_end_array (builder);
}

/**
 * dateline_cli_json_add_item:
 * @builder: where to write
 * @item: an item
 * @story: its story
 *
 * Writes an item as an object.
 */
void
dateline_cli_json_add_item (JsonBuilder   *builder,
                            DatelineItem  *item,
                            DatelineStory *story)
{
  g_return_if_fail (JSON_IS_BUILDER (builder));
  g_return_if_fail (DATELINE_IS_ITEM (item));
  g_return_if_fail (DATELINE_IS_STORY (story));

  json_builder_begin_object (builder);
  if (!DATELINE_IS_ACCOUNT (item))
    add_id (builder, "id", item);

  switch (dateline_item_get_kind (item))
    {
    case DATELINE_ITEM_ARTICLE:
      add_article (builder, DATELINE_ARTICLE (item));
      break;
    case DATELINE_ITEM_PERSON:
      add_person (builder, DATELINE_PERSON (item));
      break;
    case DATELINE_ITEM_EVENT:
      add_event (builder, DATELINE_EVENT (item));
      break;
    case DATELINE_ITEM_QUOTE:
      add_quote (builder, DATELINE_QUOTE (item));
      break;
    case DATELINE_ITEM_REACTION:
      add_reaction (builder, DATELINE_REACTION (item));
      break;
    case DATELINE_ITEM_CLAIM:
      add_claim (builder, DATELINE_CLAIM (item), story);
      break;
    case DATELINE_ITEM_ACCOUNT:
    default:
      dateline_cli_json_add_account (builder, DATELINE_ACCOUNT (item), NULL);
      break;
    }
  dateline_cli_json_add_string (builder, "note", dateline_item_get_note (item));

  json_builder_end_object (builder);
}

/**
 * dateline_cli_json_print:
 * @output: where to print
 * @builder: a finished builder
 *
 * Prints what was built.
 */
void
dateline_cli_json_print (DatelineCliOutput *output,
                         JsonBuilder       *builder)
{
  g_autoptr(JsonNode) root = NULL;

  g_return_if_fail (output != NULL);
  g_return_if_fail (JSON_IS_BUILDER (builder));

  root = json_builder_get_root (builder);
  dateline_cli_output_json (output, root);
}

static gboolean
put_out (const char  *text,
         gsize        length,
         gpointer     user_data,
         GError     **error)
{
  DatelineCliOutput *output = user_data;

  dateline_cli_output_raw (output, text, length);

  return dateline_cli_output_is_open (output);
}

/**
 * dateline_cli_json_new_stream:
 * @output: where to print
 *
 * Begins JSON that is printed piece by piece.
 *
 * Returns: (transfer full): a new stream
 */
DatelineJsonStream *
dateline_cli_json_new_stream (DatelineCliOutput *output)
{
  g_return_val_if_fail (output != NULL, NULL);

  return dateline_json_stream_new (put_out, output);
}

/**
 * dateline_cli_json_print_items:
 * @output: where to print
 * @story: a story
 * @kind: a kind of items
 *
 * Prints all items of a kind as one array.
 */
void
dateline_cli_json_print_items (DatelineCliOutput *output,
                               DatelineStory     *story,
                               DatelineItemKind   kind)
{
  g_autoptr(DatelineJsonStream) stream = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_auto(DatelineWalk) walk = DATELINE_WALK_INIT (story, kind);
  gboolean goes_on = TRUE;
  DatelineItem *item;

  g_return_if_fail (output != NULL);
  g_return_if_fail (DATELINE_IS_STORY (story));

  stream = dateline_cli_json_new_stream (output);
  dateline_json_stream_begin_array (stream, NULL);
  while (goes_on && (item = dateline_walk_next (&walk)) != NULL)
    {
      dateline_cli_json_add_item (builder, item, story);
      goes_on = dateline_json_stream_add_built (stream, builder);
    }
  dateline_json_stream_end_array (stream);
  dateline_json_stream_finish (stream, NULL);
}
