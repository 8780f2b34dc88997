/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which column of which table keeps which property of an item, and how. */
#include "config.h"

#include "dateline-columns.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "dateline-account.h"
#include "dateline-article.h"
#include "dateline-claim.h"
#include "dateline-event.h"
#include "dateline-json-guard.h"
#include "dateline-person.h"
#include "dateline-quote.h"
#include "dateline-reaction.h"
#include "dateline-story-error.h"

static const DatelineColumn article_columns[] = {
  { "headline", "headline", DATELINE_COLUMN_STRING, NC_("field", "headline") },
  { "publisher", "publisher", DATELINE_COLUMN_STRING, NC_("field", "publisher") },
  { "byline", "byline", DATELINE_COLUMN_STRINGS, NC_("field", "authors") },
  { "published", "published", DATELINE_COLUMN_DATE, NC_("field", "date of publication") },
  { "accessed", "accessed", DATELINE_COLUMN_DATE, NC_("field", "date of retrieval") },
  { "language", "language", DATELINE_COLUMN_STRING, NC_("field", "language") },
  { "url", "url", DATELINE_COLUMN_URL, NC_("field", "address") },
  { "retelling", "retelling", DATELINE_COLUMN_BOOLEAN, NC_("field", "retelling") },
};

static const DatelineColumn person_columns[] = {
  { "name", "name", DATELINE_COLUMN_STRING, NC_("field", "name") },
  { "kind", "person-kind", DATELINE_COLUMN_ENUM, NC_("field", "kind") },
  { "aliases", "aliases", DATELINE_COLUMN_STRINGS, NC_("field", "other names") },
  { "role", "role", DATELINE_COLUMN_STRING, NC_("field", "role") },
  { "description", "description", DATELINE_COLUMN_STRING, NC_("field", "description") },
};

static const DatelineColumn event_columns[] = {
  { "title", "title", DATELINE_COLUMN_STRING, NC_("field", "title") },
  { "description", "description", DATELINE_COLUMN_STRING, NC_("field", "description") },
  { "date", "date", DATELINE_COLUMN_DATE, NC_("field", "date") },
  { "kind", "category", DATELINE_COLUMN_STRING, NC_("field", "kind") },
  { "place", "place", DATELINE_COLUMN_STRING, NC_("field", "place") },
  { "part_of", "part-of", DATELINE_COLUMN_LINK, NC_("field", "part of") },
};

static const DatelineColumn quote_columns[] = {
  { "speaker", "speaker", DATELINE_COLUMN_REFERENCE, NC_("field", "speaker") },
  { "cue", "cue", DATELINE_COLUMN_STRING, NC_("field", "verb") },
  { "direct", "direct", DATELINE_COLUMN_BOOLEAN, NC_("field", "direct speech") },
  { "addressee", "addressee", DATELINE_COLUMN_REFERENCE, NC_("field", "addressee") },
  { "language", "language", DATELINE_COLUMN_STRING, NC_("field", "language") },
  { "original", "original", DATELINE_COLUMN_LINK, NC_("field", "original") },
  { "event", "event", DATELINE_COLUMN_REFERENCE, NC_("field", "event") },
};

static const DatelineColumn reaction_columns[] = {
  { "author", "author", DATELINE_COLUMN_REFERENCE, NC_("field", "author") },
  { "handle", "handle", DATELINE_COLUMN_STRING, NC_("field", "handle") },
  { "platform", "platform", DATELINE_COLUMN_STRING, NC_("field", "platform") },
  { "date", "date", DATELINE_COLUMN_DATE, NC_("field", "date") },
  { "form", "form", DATELINE_COLUMN_ENUM, NC_("field", "form") },
  { "text", "text", DATELINE_COLUMN_STRING, NC_("field", "text") },
  { "hashtags", "hashtags", DATELINE_COLUMN_STRINGS, NC_("field", "hashtags") },
  { "themes", "themes", DATELINE_COLUMN_STRINGS, NC_("field", "themes") },
  { "language", "language", DATELINE_COLUMN_STRING, NC_("field", "language") },
  { "url", "url", DATELINE_COLUMN_URL, NC_("field", "address") },
  { "answers", "answers", DATELINE_COLUMN_LINK, NC_("field", "answer to") },
};

static const DatelineColumn claim_columns[] = {
  { "question", "question", DATELINE_COLUMN_STRING, NC_("field", "question") },
  { "kind", "value-kind", DATELINE_COLUMN_ENUM, NC_("field", "kind") },
};

static const DatelineColumn account_columns[] = {
  { "claim", "claim", DATELINE_COLUMN_REFERENCE, NC_("field", "claim") },
  { "article", NULL, DATELINE_COLUMN_ARTICLE, NC_("field", "article") },
  { "value", "quantity", DATELINE_COLUMN_VALUE, NC_("field", "value") },
  { "bound", "quantity", DATELINE_COLUMN_BOUND, NC_("field", "bound") },
  { "precision", "quantity", DATELINE_COLUMN_PRECISION, NC_("field", "precision") },
  { "unit", "unit", DATELINE_COLUMN_STRING, NC_("field", "unit") },
};

static const DatelineTable tables[DATELINE_N_ITEM_KINDS] = {
  [DATELINE_ITEM_ARTICLE] = { "article", article_columns, G_N_ELEMENTS (article_columns) },
  [DATELINE_ITEM_PERSON] = { "person", person_columns, G_N_ELEMENTS (person_columns) },
  [DATELINE_ITEM_EVENT] = { "event", event_columns, G_N_ELEMENTS (event_columns) },
  [DATELINE_ITEM_QUOTE] = { "quote", quote_columns, G_N_ELEMENTS (quote_columns) },
  [DATELINE_ITEM_REACTION] = { "reaction", reaction_columns, G_N_ELEMENTS (reaction_columns) },
  [DATELINE_ITEM_CLAIM] = { "claim", claim_columns, G_N_ELEMENTS (claim_columns) },
  [DATELINE_ITEM_ACCOUNT] = { "account", account_columns, G_N_ELEMENTS (account_columns) },
};

const DatelineColumn dateline_note_column = { "note", "note", DATELINE_COLUMN_STRING, NC_("field", "note") };

/**
 * dateline_table_get:
 * @kind: a kind of items
 *
 * The table that keeps what only this kind of items has.
 *
 * Returns: (transfer none): the table
 */
const DatelineTable *
dateline_table_get (DatelineItemKind kind)
{
  g_return_val_if_fail (kind < DATELINE_N_ITEM_KINDS, NULL);

  return &tables[kind];
}

/**
 * dateline_table_get_item_type:
 * @kind: a kind of items
 *
 * The class of these items.
 *
 * Returns: a type
 */
GType
dateline_table_get_item_type (DatelineItemKind kind)
{
  const GType types[DATELINE_N_ITEM_KINDS] = {
    [DATELINE_ITEM_ARTICLE] = DATELINE_TYPE_ARTICLE,
    [DATELINE_ITEM_PERSON] = DATELINE_TYPE_PERSON,
    [DATELINE_ITEM_EVENT] = DATELINE_TYPE_EVENT,
    [DATELINE_ITEM_QUOTE] = DATELINE_TYPE_QUOTE,
    [DATELINE_ITEM_REACTION] = DATELINE_TYPE_REACTION,
    [DATELINE_ITEM_CLAIM] = DATELINE_TYPE_CLAIM,
    [DATELINE_ITEM_ACCOUNT] = DATELINE_TYPE_ACCOUNT,
  };

  g_return_val_if_fail (kind < DATELINE_N_ITEM_KINDS, G_TYPE_NONE);

  return types[kind];
}

/**
 * dateline_table_get_kind:
 * @type: a class of items
 *
 * The kind of these items.
 *
 * Returns: the kind
 */
DatelineItemKind
dateline_table_get_kind (GType type)
{
  g_autoptr(GTypeClass) klass = NULL;

  g_return_val_if_fail (g_type_is_a (type, DATELINE_TYPE_ITEM), DATELINE_ITEM_ARTICLE);

  klass = g_type_class_ref (type);

  return DATELINE_ITEM_CLASS (klass)->kind;
}

/**
 * dateline_column_get_label:
 * @self: a column
 *
 * What the reader calls the field, in the reader's language.
 *
 * Returns: the label
 */
const char *
dateline_column_get_label (const DatelineColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "field", self->label);
}

/* Our own writer: the same list always has to give the same bytes, or an edit finds its field changed. */
static char *
strings_to_json (const char *const *strings)
{
  g_autoptr(GString) json = g_string_new ("[");

  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    {
      g_string_append (json, i > 0 ? ",\"" : "\"");
      for (const char *p = strings[i]; *p != '\0'; p++)
        {
          if (*p == '"' || *p == '\\')
            g_string_append_printf (json, "\\%c", *p);
          else if ((guchar) *p < 0x20)
            g_string_append_printf (json, "\\u%04x", (guint) *p);
          else
            g_string_append_c (json, *p);
        }
      g_string_append_c (json, '"');
    }
  g_string_append_c (json, ']');

  return g_string_free (g_steal_pointer (&json), FALSE);
}

static GStrv
strings_from_json (const char *json)
{
  g_autoptr(GStrvBuilder) strings = g_strv_builder_new ();
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(DatelineJsonReport) report = NULL;
  JsonNode *root;
  JsonArray *array;

  if (g_str_equal (json, "[]"))
    return g_strv_builder_end (strings);

  parser = json_parser_new ();
  report = dateline_json_report_new ();
  if (!dateline_json_guard_check (json, strlen (json), report, NULL) ||
      !json_parser_load_from_data (parser, json, -1, NULL))
    return NULL;

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    return NULL;
  array = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        return NULL;
      g_strv_builder_add (strings, json_node_get_string (element));
    }

  return g_strv_builder_end (strings);
}

static void
append_missing (GStrvBuilder        *builder,
                GHashTable          *seen,
                const char * const  *strings,
                const char * const  *unless_in,
                const char * const  *but_in)
{
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    {
      /* What the one side took away of what both had is not in the result. */
      if (unless_in != NULL && g_strv_contains (unless_in, strings[i]) &&
          (but_in == NULL || !g_strv_contains (but_in, strings[i])))
        continue;
      if (g_hash_table_add (seen, (gpointer) strings[i]))
        g_strv_builder_add (builder, strings[i]);
    }
}

/**
 * dateline_columns_merge_strings:
 * @base: (nullable): a list as it was, as JSON
 * @ours: what one side made of it
 * @theirs: what the other made of it
 *
 * Merges two lists of words: what either added is in it, and what either took away is not.
 *
 * Returns: (transfer full): the list, as JSON
 */
char *
dateline_columns_merge_strings (const char *base,
                                const char *ours,
                                const char *theirs)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto(GStrv) old = base != NULL ? strings_from_json (base) : NULL;
  g_auto(GStrv) first = strings_from_json (ours);
  g_auto(GStrv) second = strings_from_json (theirs);
  g_auto(GStrv) merged = NULL;

  append_missing (builder, seen, (const char * const *) first, (const char * const *) old, (const char * const *) second);
  append_missing (builder, seen, (const char * const *) second, (const char * const *) old, (const char * const *) first);
  merged = g_strv_builder_end (builder);

  return strings_to_json ((const char * const *) merged);
}

static char *
dup_nick (GType type,
          int   value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);

  return g_strdup (g_enum_get_value (klass, value)->value_nick);
}

/* The articles of accounts and the parts of quantities are no properties of their own. */
static char *
dup_account_value (const DatelineColumn *self,
                   DatelineAccount      *account)
{
  DatelineQuantity *quantity = dateline_account_get_quantity (account);
  DatelineArticle *article = dateline_account_get_article (account);

  if (self->type == DATELINE_COLUMN_ARTICLE)
    return article != NULL ? g_strdup (dateline_item_get_id (DATELINE_ITEM (article))) : NULL;
  if (quantity == NULL)
    return NULL;
  if (self->type == DATELINE_COLUMN_VALUE)
    return g_strdup (dateline_quantity_get_value (quantity));
  if (self->type == DATELINE_COLUMN_BOUND)
    return dup_nick (DATELINE_TYPE_BOUND, dateline_quantity_get_bound (quantity));

  return g_strdup (dateline_quantity_get_precision (quantity));
}

/**
 * dateline_column_dup_value:
 * @self: a column
 * @item: an item of the kind that has the column
 *
 * Writes a property of an item as text. Two values are the same if their texts are.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if there is no value
 */
char *
dateline_column_dup_value (const DatelineColumn *self,
                           DatelineItem         *item)
{
  g_auto(GValue) value = G_VALUE_INIT;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);

  if (self->type >= DATELINE_COLUMN_VALUE)
    return dup_account_value (self, DATELINE_ACCOUNT (item));

  g_object_get_property (G_OBJECT (item), self->property, &value);
  switch (self->type)
    {
    case DATELINE_COLUMN_STRINGS:
      return strings_to_json (g_value_get_boxed (&value));
    case DATELINE_COLUMN_DATE:
      return g_value_get_boxed (&value) != NULL ? g_strdup (dateline_date_get_edtf (g_value_get_boxed (&value))) : NULL;
    case DATELINE_COLUMN_ENUM:
      return dup_nick (G_VALUE_TYPE (&value), g_value_get_enum (&value));
    case DATELINE_COLUMN_BOOLEAN:
      return g_strdup (g_value_get_boolean (&value) ? "1" : "0");
    case DATELINE_COLUMN_REFERENCE:
    case DATELINE_COLUMN_LINK:
      return g_value_get_object (&value) != NULL ? g_strdup (dateline_item_get_id (g_value_get_object (&value))) : NULL;
    case DATELINE_COLUMN_STRING:
    case DATELINE_COLUMN_URL:
    case DATELINE_COLUMN_VALUE:
    case DATELINE_COLUMN_BOUND:
    case DATELINE_COLUMN_PRECISION:
    case DATELINE_COLUMN_ARTICLE:
    default:
      return g_strdup (g_value_get_string (&value) != NULL ? g_value_get_string (&value) : "");
    }
}

/**
 * dateline_column_bind:
 * @self: a column
 * @statement: a statement
 * @parameter: the number of a parameter, counted from 1
 * @value: (nullable): a value as text
 *
 * Gives a parameter the value.
 */
void
dateline_column_bind (const DatelineColumn *self,
                      sqlite3_stmt         *statement,
                      int                   parameter,
                      const char           *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (statement != NULL);

  if (value == NULL)
    sqlite3_bind_null (statement, parameter);
  else if (self->type == DATELINE_COLUMN_BOOLEAN)
    sqlite3_bind_int (statement, parameter, g_str_equal (value, "1"));
  else
    sqlite3_bind_text (statement, parameter, value, -1, SQLITE_TRANSIENT);
}

/* Other addresses might run or reveal something when they are opened. */
static gboolean
is_web_address (const char *url)
{
  const char *scheme = g_uri_peek_scheme (url);

  return (g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0) &&
         g_uri_is_valid (url, G_URI_FLAGS_PARSE_RELAXED, NULL);
}

static gboolean
fail (GError **error)
{
  return dateline_story_error_set_sqlite (error, NULL, SQLITE_CORRUPT);
}

/**
 * dateline_column_parse:
 * @self: a column whose values say all by themselves: neither a reference nor a part of a quantity
 * @text: (nullable): what the column holds
 * @value: (inout): initialized to the type of the property
 * @error: return location for an error
 *
 * Reads the value of a property from text.
 *
 * Returns: %TRUE if it is one
 */
gboolean
dateline_column_parse (const DatelineColumn  *self,
                       const char            *text,
                       GValue                *value,
                       GError               **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->type < DATELINE_COLUMN_REFERENCE, FALSE);
  g_return_val_if_fail (G_IS_VALUE (value), FALSE);

  if (text == NULL)
    return TRUE;

  switch (self->type)
    {
    case DATELINE_COLUMN_URL:
      g_value_set_string (value, is_web_address (text) ? text : "");
      return TRUE;
    case DATELINE_COLUMN_STRINGS:
      g_value_take_boxed (value, strings_from_json (text));
      return g_value_get_boxed (value) != NULL || fail (error);
    case DATELINE_COLUMN_DATE:
      g_value_take_boxed (value, dateline_date_new (text, NULL));
      return g_value_get_boxed (value) != NULL || fail (error);
    case DATELINE_COLUMN_ENUM:
      {
        GEnumValue *found = g_enum_get_value_by_nick (g_type_class_peek (G_VALUE_TYPE (value)), text);

        if (found != NULL)
          g_value_set_enum (value, found->value);
        return found != NULL || fail (error);
      }
    case DATELINE_COLUMN_BOOLEAN:
      g_value_set_boolean (value, g_str_equal (text, "1"));
      return TRUE;
    case DATELINE_COLUMN_STRING:
    case DATELINE_COLUMN_REFERENCE:
    case DATELINE_COLUMN_LINK:
    case DATELINE_COLUMN_VALUE:
    case DATELINE_COLUMN_BOUND:
    case DATELINE_COLUMN_PRECISION:
    case DATELINE_COLUMN_ARTICLE:
    default:
      g_value_set_string (value, text);
      return TRUE;
    }
}
