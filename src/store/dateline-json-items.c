/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON objects in, items of the story out: one function a kind. An item that lacks what it needs is left out. */
#include "config.h"

#include "dateline-json-items.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-quantity.h"
#include "dateline-text.h"

#define MAX_SHOWN 40

typedef DatelineItem *(*ReadFunc) (DatelineJsonContext     *context,
                                   const DatelineJsonPlace *place,
                                   const char              *id);
typedef void          (*LinkFunc) (DatelineJsonContext     *context,
                                   const DatelineJsonPlace *place,
                                   DatelineItem            *item);

/* Gets the id of an item, which must be well-formed and new. */
static const char *
read_id (DatelineJsonContext     *context,
         const DatelineJsonPlace *place)
{
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;
  const char *id = dateline_json_place_get_string (place, "id", DATELINE_JSON_REQUIRED);
  gboolean is_valid;

  if (id == NULL)
    return NULL;

  is_valid = g_ascii_isalnum (*id);
  for (const char *p = id; *p != '\0'; p++)
    is_valid = is_valid && (g_ascii_isalnum (*p) || strchr ("._-", *p) != NULL);
  if (is_valid && dateline_story_lookup (context->story, id) == NULL &&
      (context->drafts == NULL || !g_hash_table_contains (context->drafts, id)))
    return id;

  path = dateline_json_place_dup_path (place, "id", DATELINE_JSON_NO_INDEX);
  shown = dateline_text_abridge (id, MAX_SHOWN);
  dateline_json_report_take (context->report,
                             is_valid
                               ? g_strdup_printf (_("%s: “%s” is taken already, so what it belongs to is left out"),
                                                  path, shown)
                               : g_strdup_printf (_("%s: “%s” is not an id, so what it belongs to is left out"),
                                                  path, shown));

  return NULL;
}

/* Anything may have a note. */
static void
read_note (const DatelineJsonPlace *place,
           DatelineItem            *item)
{
  g_object_set (item, "note", dateline_json_place_get_string (place, "note", DATELINE_JSON_OPTIONAL), NULL);
}

/* A block is one line; a break within it becomes a space, which keeps all offsets. */
static void
append_block (DatelineJsonContext     *context,
              const DatelineJsonPlace *place,
              DatelineArticle         *article)
{
  static const char *const known[] = { "kind", "text", NULL };
  g_autoptr(GString) line = NULL;
  gboolean is_changed = FALSE;
  const char *text;
  int kind;

  dateline_json_place_check (place, known);
  text = dateline_json_place_get_string (place, "text", DATELINE_JSON_PRESENT);
  if (text == NULL)
    return;

  line = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029)
        {
          is_changed = TRUE;
          c = ' ';
        }
      g_string_append_unichar (line, c);
    }
  if (is_changed)
    {
      g_autofree char *path = dateline_json_place_dup_path (place, "text", DATELINE_JSON_NO_INDEX);

      dateline_json_report_take (context->report,
                                 g_strdup_printf (_("%s has line breaks, which are taken for spaces"), path));
    }

  kind = dateline_json_place_get_enum (place, "kind", DATELINE_TYPE_BLOCK_KIND, DATELINE_BLOCK_PARAGRAPH);
  dateline_article_append_block (article, kind, line->str);
}

static void
append_blocks (DatelineJsonContext     *context,
               const DatelineJsonPlace *place,
               JsonArray               *blocks,
               DatelineArticle         *article)
{
  guint n = json_array_get_length (blocks);

  for (guint i = 0; i < n; i++)
    {
      DatelineJsonPlace child;

      if (dateline_json_place_get_element (place, "blocks", blocks, i, &child))
        append_block (context, &child, article);
    }
}

static DatelineItem *
read_article (DatelineJsonContext     *context,
              const DatelineJsonPlace *place,
              const char              *id)
{
  static const char *const known[] = { "id", "headline", "publisher", "byline", "published", "language", "url",
                                       "accessed", "retelling", "blocks", "dates", "note", NULL };
  g_autoptr(DatelineDate) published = NULL;
  g_autoptr(DatelineDate) accessed = NULL;
  g_auto(GStrv) byline = NULL;
  DatelineArticle *article;
  const char *headline;
  JsonArray *blocks;

  dateline_json_place_check (place, known);
  headline = dateline_json_place_get_string (place, "headline", DATELINE_JSON_REQUIRED);
  blocks = dateline_json_place_get_array (place, "blocks", DATELINE_JSON_PRESENT);
  if (headline == NULL || blocks == NULL)
    return NULL;

  published = dateline_json_place_get_date (place, "published", DATELINE_JSON_OPTIONAL);
  accessed = dateline_json_place_get_date (place, "accessed", DATELINE_JSON_OPTIONAL);
  byline = dateline_json_place_get_strings (place, "byline");
  article = g_object_new (DATELINE_TYPE_ARTICLE,
                          "id", id,
                          "headline", headline,
                          "publisher", dateline_json_place_get_string (place, "publisher", DATELINE_JSON_OPTIONAL),
                          "byline", byline,
                          "published", published,
                          "accessed", accessed,
                          "language", dateline_json_place_get_string (place, "language", DATELINE_JSON_OPTIONAL),
                          "url", dateline_json_place_get_url (place, "url"),
                          "retelling", dateline_json_place_get_boolean (place, "retelling"),
                          NULL);

  append_blocks (context, place, blocks, article);

  return DATELINE_ITEM (article);
}

/* The dates of an article hold the article, so they are read once it is in the story, which lets go of them. */
static void
link_article (DatelineJsonContext     *context,
              const DatelineJsonPlace *place,
              DatelineItem            *item)
{
  static const char *const known[] = { "date", "passage", NULL };
  JsonArray *dates = dateline_json_place_get_array (place, "dates", DATELINE_JSON_OPTIONAL);
  guint n = dates != NULL ? json_array_get_length (dates) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineDate) date = NULL;
      g_autoptr(DatelinePassage) passage = NULL;
      DatelineJsonPlace child;
      DatelineJsonPlace span;

      if (!dateline_json_place_get_element (place, "dates", dates, i, &child))
        continue;
      dateline_json_place_check (&child, known);
      date = dateline_json_place_get_date (&child, "date", DATELINE_JSON_REQUIRED);
      if (date == NULL || !dateline_json_place_get_object (&child, "passage", &span))
        continue;
      passage = dateline_json_context_read_passage (context, &span, DATELINE_ARTICLE (item));
      if (passage != NULL && dateline_passage_get_article (passage) == DATELINE_ARTICLE (item))
        {
          g_autoptr(DatelineDateMention) mention = dateline_date_mention_new (date, passage);

          dateline_article_add_date (DATELINE_ARTICLE (item), mention);
        }
    }
}

static DatelineItem *
read_person (DatelineJsonContext     *context,
             const DatelineJsonPlace *place,
             const char              *id)
{
  static const char *const known[] = { "id", "name", "kind", "aliases", "role", "description", "mentions", "note",
                                       NULL };
  g_auto(GStrv) aliases = NULL;
  DatelineItem *person;
  const char *name;

  dateline_json_place_check (place, known);
  name = dateline_json_place_get_string (place, "name", DATELINE_JSON_REQUIRED);
  if (name == NULL)
    return NULL;

  aliases = dateline_json_place_get_strings (place, "aliases");
  person = g_object_new (DATELINE_TYPE_PERSON,
                         "id", id,
                         "name", name,
                         "person-kind", dateline_json_place_get_enum (place, "kind", DATELINE_TYPE_PERSON_KIND,
                                                                      DATELINE_PERSON_KIND_PERSON),
                         "aliases", aliases,
                         "role", dateline_json_place_get_string (place, "role", DATELINE_JSON_OPTIONAL),
                         "description", dateline_json_place_get_string (place, "description", DATELINE_JSON_OPTIONAL),
                         NULL);
  dateline_json_context_read_passages (context, place, "mentions", person);

  return person;
}

static const char *
read_category (DatelineJsonContext     *context,
               const DatelineJsonPlace *place)
{
  static const char *const known[] = { "court", "arrest", "attack", "health", "statement", "gesture", "post",
                                       "protest", "other", NULL };
  const char *category = dateline_json_place_get_string (place, "kind", DATELINE_JSON_OPTIONAL);

  if (category == NULL || g_strv_contains (known, category))
    return category != NULL ? category : "other";

  dateline_json_place_warn_word (place, "kind", "other");

  return "other";
}

static DatelineItem *
read_event (DatelineJsonContext     *context,
            const DatelineJsonPlace *place,
            const char              *id)
{
  static const char *const known[] = { "id", "title", "description", "date", "kind", "place", "participants",
                                       "part_of", "passages", "note", NULL };
  g_autoptr(DatelineDate) date = NULL;
  g_autoptr(GPtrArray) participants = NULL;
  DatelineItem *event;
  const char *title;

  dateline_json_place_check (place, known);
  title = dateline_json_place_get_string (place, "title", DATELINE_JSON_REQUIRED);
  if (title == NULL)
    return NULL;
  date = dateline_json_place_get_date (place, "date", DATELINE_JSON_REQUIRED);
  if (date == NULL)
    return NULL;

  event = g_object_new (DATELINE_TYPE_EVENT,
                        "id", id,
                        "title", title,
                        "description", dateline_json_place_get_string (place, "description", DATELINE_JSON_OPTIONAL),
                        "date", date,
                        "category", read_category (context, place),
                        "place", dateline_json_place_get_string (place, "place", DATELINE_JSON_OPTIONAL),
                        NULL);
  participants = dateline_json_context_get_items (context, place, "participants", DATELINE_TYPE_PERSON);
  for (guint i = 0; i < participants->len; i++)
    dateline_event_add_participant (DATELINE_EVENT (event), g_ptr_array_index (participants, i));
  dateline_json_context_read_passages (context, place, "passages", event);

  return event;
}

static void
link_event (DatelineJsonContext     *context,
            const DatelineJsonPlace *place,
            DatelineItem            *item)
{
  dateline_json_context_link (context, place, "part_of", item, DATELINE_TYPE_EVENT,
                              (DatelineJsonLinkFunc) dateline_event_set_part_of);
}

static DatelineItem *
read_quote (DatelineJsonContext     *context,
            const DatelineJsonPlace *place,
            const char              *id)
{
  static const char *const known[] = { "id", "passage", "speaker", "cue", "direct", "addressee", "language",
                                       "original", "event", "note", NULL };
  g_autoptr(DatelinePassage) passage = NULL;
  DatelineJsonPlace child;
  DatelineItem *quote;

  dateline_json_place_check (place, known);
  if (!dateline_json_place_get_object (place, "passage", &child))
    return NULL;
  passage = dateline_json_context_read_passage (context, &child, NULL);
  if (passage == NULL)
    return NULL;

  quote = g_object_new (DATELINE_TYPE_QUOTE,
                        "id", id,
                        "speaker", dateline_json_context_get_item (context, place, "speaker", DATELINE_TYPE_PERSON,
                                                                   DATELINE_JSON_OPTIONAL),
                        "cue", dateline_json_place_get_string (place, "cue", DATELINE_JSON_OPTIONAL),
                        "direct", dateline_json_place_get_boolean (place, "direct"),
                        "addressee", dateline_json_context_get_item (context, place, "addressee", DATELINE_TYPE_PERSON,
                                                                     DATELINE_JSON_OPTIONAL),
                        "language", dateline_json_place_get_string (place, "language", DATELINE_JSON_OPTIONAL),
                        "event", dateline_json_context_get_item (context, place, "event", DATELINE_TYPE_EVENT,
                                                                 DATELINE_JSON_OPTIONAL),
                        NULL);
  dateline_item_add_passage (quote, passage);

  return quote;
}

static void
link_quote (DatelineJsonContext     *context,
            const DatelineJsonPlace *place,
            DatelineItem            *item)
{
  dateline_json_context_link (context, place, "original", item, DATELINE_TYPE_QUOTE,
                              (DatelineJsonLinkFunc) dateline_quote_set_original);
}

static DatelineItem *
read_reaction (DatelineJsonContext     *context,
               const DatelineJsonPlace *place,
               const char              *id)
{
  static const char *const known[] = { "id", "author", "handle", "platform", "date", "form", "text", "hashtags",
                                       "themes", "language", "url", "answers", "passages", "note", NULL };
  g_autoptr(DatelineDate) date = NULL;
  g_auto(GStrv) hashtags = NULL;
  g_auto(GStrv) themes = NULL;
  DatelinePerson *author;
  DatelineItem *reaction;
  const char *text;

  dateline_json_place_check (place, known);
  text = dateline_json_place_get_string (place, "text", DATELINE_JSON_REQUIRED);
  if (text == NULL)
    return NULL;
  author = dateline_json_context_get_item (context, place, "author", DATELINE_TYPE_PERSON, DATELINE_JSON_REQUIRED);
  if (author == NULL)
    return NULL;

  date = dateline_json_place_get_date (place, "date", DATELINE_JSON_OPTIONAL);
  hashtags = dateline_json_place_get_strings (place, "hashtags");
  themes = dateline_json_place_get_strings (place, "themes");
  reaction = g_object_new (DATELINE_TYPE_REACTION,
                           "id", id,
                           "author", author,
                           "handle", dateline_json_place_get_string (place, "handle", DATELINE_JSON_OPTIONAL),
                           "platform", dateline_json_place_get_string (place, "platform", DATELINE_JSON_OPTIONAL),
                           "date", date,
                           "form", dateline_json_place_get_enum (place, "form", DATELINE_TYPE_REACTION_FORM,
                                                                 DATELINE_REACTION_FORM_POST),
                           "text", text,
                           "hashtags", hashtags,
                           "themes", themes,
                           "language", dateline_json_place_get_string (place, "language", DATELINE_JSON_OPTIONAL),
                           "url", dateline_json_place_get_url (place, "url"),
                           NULL);
  dateline_json_context_read_passages (context, place, "passages", reaction);

  return reaction;
}

static void
link_reaction (DatelineJsonContext     *context,
               const DatelineJsonPlace *place,
               DatelineItem            *item)
{
  g_autofree char *path = NULL;
  DatelineItem *answers = dateline_json_context_get_item (context, place, "answers", DATELINE_TYPE_ITEM,
                                                          DATELINE_JSON_OPTIONAL);

  if (answers == NULL)
    return;

  path = dateline_json_place_dup_path (place, "answers", DATELINE_JSON_NO_INDEX);
  if (DATELINE_IS_EVENT (answers) || DATELINE_IS_REACTION (answers))
    dateline_json_links_add (context->links, item, answers, (DatelineJsonLinkFunc) dateline_reaction_set_answers,
                             g_steal_pointer (&path));
  else
    dateline_json_report_take (context->report,
                               g_strdup_printf (_("%s names neither an event nor a reaction and is left out"), path));
}

static DatelineItem *
read_account (DatelineJsonContext     *context,
              const DatelineJsonPlace *place,
              DatelineClaim           *claim,
              const char              *id)
{
  DatelineItem *account;
  g_autoptr(DatelinePassage) passage = NULL;
  g_autoptr(DatelineQuantity) quantity = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  DatelineArticle *article;
  DatelineJsonPlace child;
  const char *value;

  value = dateline_json_place_get_string (place, "value", DATELINE_JSON_REQUIRED);
  if (value == NULL || !dateline_json_place_get_object (place, "passage", &child))
    return NULL;
  article = dateline_json_context_get_item (context, place, "article", DATELINE_TYPE_ARTICLE, DATELINE_JSON_OPTIONAL);
  passage = dateline_json_context_read_passage (context, &child, article);
  if (passage == NULL)
    return NULL;

  path = dateline_json_place_dup_path (place, NULL, DATELINE_JSON_NO_INDEX);
  if (article != NULL && article != dateline_passage_get_article (passage))
    {
      dateline_json_report_take (context->report,
                                 g_strdup_printf (_("%s is left out: it names another article than its passage"), path));
      return NULL;
    }
  quantity = dateline_quantity_new (dateline_claim_get_value_kind (claim), value,
                                    dateline_json_place_get_enum (place, "bound", DATELINE_TYPE_BOUND,
                                                                  DATELINE_BOUND_EXACTLY),
                                    dateline_json_place_get_string (place, "precision", DATELINE_JSON_OPTIONAL),
                                    &error);
  if (quantity == NULL)
    {
      dateline_json_report_take (context->report,
                                 /* Translators: the second %s is a whole sentence that says what is wrong */
                                 g_strdup_printf (_("%s is left out: %s"), path, error->message));
      return NULL;
    }

  account = g_object_new (DATELINE_TYPE_ACCOUNT,
                          "id", id,
                          "quantity", quantity,
                          "unit", dateline_json_place_get_string (place, "unit", DATELINE_JSON_OPTIONAL),
                          "claim", claim,
                          NULL);
  read_note (place, account);
  dateline_item_add_passage (account, passage);

  return account;
}

static void
add_account (DatelineJsonContext     *context,
             const DatelineJsonPlace *place,
             DatelineClaim           *claim)
{
  static const char *const known[] = { "id", "article", "passage", "value", "bound", "precision", "unit", "note", NULL };
  g_autoptr(DatelineItem) account = NULL;
  const char *id;

  dateline_json_place_check (place, known);
  id = read_id (context, place);
  if (id == NULL)
    return;
  account = read_account (context, place, claim, id);
  if (account == NULL)
    return;

  dateline_story_add (context->story, account);
}

static DatelineItem *
read_claim (DatelineJsonContext     *context,
            const DatelineJsonPlace *place,
            const char              *id)
{
  static const char *const known[] = { "id", "question", "kind", "about", "note", "accounts", NULL };
  const char *question;

  dateline_json_place_check (place, known);
  question = dateline_json_place_get_string (place, "question", DATELINE_JSON_REQUIRED);
  if (question == NULL)
    return NULL;

  return g_object_new (DATELINE_TYPE_CLAIM,
                       "id", id,
                       "question", question,
                       "value-kind", dateline_json_place_get_enum (place, "kind", DATELINE_TYPE_VALUE_KIND,
                                                                   DATELINE_VALUE_KIND_TEXT),
                       NULL);
}

static void
link_about (DatelineJsonContext     *context,
            const DatelineJsonPlace *place,
            DatelineItem            *item)
{
  g_autoptr(GPtrArray) about = dateline_json_context_get_items (context, place, "about", DATELINE_TYPE_ITEM);

  for (guint i = 0; i < about->len; i++)
    dateline_json_links_add (context->links, item, g_ptr_array_index (about, i),
                             (DatelineJsonLinkFunc) dateline_claim_add_about,
                             dateline_json_place_dup_path (place, "about", DATELINE_JSON_NO_INDEX));
}

/* Accounts have ids too, which the claim's own must not meet: they are read once all claims are in the story. */
static void
link_claim (DatelineJsonContext     *context,
            const DatelineJsonPlace *place,
            DatelineItem            *item)
{
  JsonArray *accounts = dateline_json_place_get_array (place, "accounts", DATELINE_JSON_OPTIONAL);
  guint n = accounts != NULL ? json_array_get_length (accounts) : 0;

  for (guint i = 0; i < n; i++)
    {
      DatelineJsonPlace child;

      if (dateline_json_place_get_element (place, "accounts", accounts, i, &child))
        add_account (context, &child, DATELINE_CLAIM (item));
    }

  link_about (context, place, item);
}

/* In the order in which one may refer to the other. */
static const struct
{
  const char *member;
  ReadFunc    read;
  LinkFunc    link;
} kinds[] = {
  { "articles", read_article, link_article },
  { "people", read_person, NULL },
  { "events", read_event, link_event },
  { "quotes", read_quote, link_quote },
  { "reactions", read_reaction, link_reaction },
  { "claims", read_claim, link_claim },
};

/**
 * dateline_json_items_read:
 * @context: a context
 * @root: the root of a story
 *
 * Reads all lists of items into the story.
 */
void
dateline_json_items_read (DatelineJsonContext     *context,
                          const DatelineJsonPlace *root)
{
  JsonArray *arrays[G_N_ELEMENTS (kinds)];
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  guint n_items = 0;

  g_return_if_fail (context != NULL);
  g_return_if_fail (root != NULL);

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      guint n;

      arrays[kind] = dateline_json_place_get_array (root, kinds[kind].member, DATELINE_JSON_OPTIONAL);
      n = arrays[kind] != NULL ? json_array_get_length (arrays[kind]) : 0;
      for (guint i = 0; i < n; i++)
        {
          g_autoptr(DatelineItem) item = NULL;
          DatelineJsonPlace place;
          const char *id;

          if (dateline_json_place_get_element (root, kinds[kind].member, arrays[kind], i, &place) &&
              (id = read_id (context, &place)) != NULL)
            item = kinds[kind].read (context, &place, id);
          if (item != NULL)
            {
              read_note (&place, item);
              dateline_story_add (context->story, item);
            }
          g_ptr_array_add (items, item);
        }
    }

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      guint n = arrays[kind] != NULL ? json_array_get_length (arrays[kind]) : 0;

      for (guint i = 0; i < n; i++)
        {
          DatelineItem *item = g_ptr_array_index (items, n_items++);
          DatelineJsonPlace place;

          if (item != NULL && kinds[kind].link != NULL &&
              dateline_json_place_get_element (root, kinds[kind].member, arrays[kind], i, &place))
            kinds[kind].link (context, &place, item);
        }
    }
}

/* An account by itself says what it is an account of. */
static DatelineItem *
read_lone_account (DatelineJsonContext     *context,
                   const DatelineJsonPlace *place,
                   const char              *id)
{
  static const char *const known[] = { "id", "claim", "article", "passage", "value", "bound", "precision", "unit", "note",
                                       NULL };
  DatelineClaim *claim;

  dateline_json_place_check (place, known);
  claim = dateline_json_context_get_item (context, place, "claim", DATELINE_TYPE_CLAIM, DATELINE_JSON_REQUIRED);

  return claim != NULL ? read_account (context, place, claim, id) : NULL;
}

/**
 * dateline_json_items_read_one:
 * @context: a context
 * @place: the object that describes the item
 * @kind: what it describes
 * @id: (nullable): the id of the item, or %NULL if the object has one, which has to be new
 *
 * Reads one item, which is not added to the story. The accounts of a claim are items of their own here.
 *
 * Returns: (transfer full) (nullable): the item, or %NULL if the object makes none
 */
DatelineItem *
dateline_json_items_read_one (DatelineJsonContext     *context,
                              const DatelineJsonPlace *place,
                              DatelineItemKind         kind,
                              const char              *id)
{
  DatelineItem *item;

  g_return_val_if_fail (context != NULL, NULL);
  g_return_val_if_fail (place != NULL, NULL);

  if (id == NULL)
    id = read_id (context, place);
  if (id == NULL)
    return NULL;

  item = kind == DATELINE_ITEM_ACCOUNT ? read_lone_account (context, place, id) : kinds[kind].read (context, place, id);
  if (item == NULL)
    return NULL;

  if (kind != DATELINE_ITEM_ACCOUNT)
    read_note (place, item);
  if (kind == DATELINE_ITEM_CLAIM)
    link_about (context, place, item);
  else if (kind != DATELINE_ITEM_ACCOUNT && kinds[kind].link != NULL)
    kinds[kind].link (context, place, item);

  return item;
}

/**
 * dateline_json_items_read_blocks:
 * @context: a context
 * @place: an object with a member "blocks"
 * @article: where to add them
 *
 * Reads the text of an article.
 *
 * Returns: %FALSE if the object has no text
 */
gboolean
dateline_json_items_read_blocks (DatelineJsonContext     *context,
                                 const DatelineJsonPlace *place,
                                 DatelineArticle         *article)
{
  JsonArray *blocks;

  g_return_val_if_fail (context != NULL, FALSE);
  g_return_val_if_fail (place != NULL, FALSE);
  g_return_val_if_fail (DATELINE_IS_ARTICLE (article), FALSE);

  blocks = dateline_json_place_get_array (place, "blocks", DATELINE_JSON_PRESENT);
  if (blocks == NULL)
    return FALSE;
  append_blocks (context, place, blocks, article);

  return TRUE;
}
