/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the bundled story one that is hard to set: the same items, with texts that no editor would have passed. */
#include "config.h"

#include "long-story.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "dateline-json-reader.h"

#define WORD 300

/* The members that are text for people, of whatever item. */
static const char *const texts[] = {
  "title", "description", "headline", "publisher", "name", "role", "place", "cue", "handle", "platform", "question",
  "note", "byline", "aliases", "hashtags", "themes", "unit"
};

typedef struct
{
  KitText  kind;
  GString *filler; /* what every article ends in, so that passages can be long */
} Maker;

/* The same number of characters, with hardly a blank among them. */
static char *
glue (const char *text)
{
  GString *glued = g_string_new (NULL);
  guint run = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ' && run < WORD)
        c = 'n';
      run = c == ' ' ? 0 : run + 1;
      g_string_append_unichar (glued, c);
    }

  return g_string_free (glued, FALSE);
}

static char *
stretch (const char *text,
         glong       n)
{
  GString *long_text = g_string_new (text);
  const char *more = *text != '\0' ? text : "again";
  glong n_more = 1 + g_utf8_strlen (more, -1);

  for (glong length = g_utf8_strlen (text, -1); length < n; length += n_more)
    g_string_append_printf (long_text, " %s", more);

  return g_string_free (long_text, FALSE);
}

static char *
make_text (Maker      *maker,
           const char *text)
{
  g_autofree char *stretched = NULL;

  switch (maker->kind)
    {
    case KIT_TEXT_WORDS:
      stretched = stretch (text, WORD);
      return glue (stretched);
    case KIT_TEXT_LONG:
      return stretch (text, 10000);
    case KIT_TEXT_LINES:
      stretched = g_strdup (text);
      return g_strdelimit (g_steal_pointer (&stretched), " ", '\n');
    default:
      g_assert_not_reached ();
    }
}

static void
change_passage (Maker      *maker,
                JsonObject *passage)
{
  const char *exact = json_object_get_string_member (passage, "exact");

  if (maker->kind == KIT_TEXT_WORDS)
    {
      /* The offsets find it: the words around it are others now. */
      json_object_remove_member (passage, "prefix");
      json_object_remove_member (passage, "suffix");
      json_object_remove_member (passage, "exact");
    }
  else if (maker->kind == KIT_TEXT_LONG && exact != NULL)
    {
      json_object_set_int_member (passage, "end", json_object_get_int_member (passage, "start") + 10000);
      json_object_remove_member (passage, "exact");
      json_object_remove_member (passage, "suffix");
    }
}

static void change (Maker    *maker,
                    JsonNode *node);

static void
change_member (JsonObject *object,
               const char *name,
               JsonNode   *node,
               gpointer    user_data)
{
  Maker *maker = user_data;
  gboolean is_text = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    is_text = is_text || g_str_equal (name, texts[i]);
  /* An article's text is a list of blocks; a reaction's is its own. */
  is_text = is_text || (g_str_equal (name, "text") && json_object_has_member (object, "author"));

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING && is_text)
    {
      g_autofree char *text = make_text (maker, json_node_get_string (node));

      json_node_set_string (node, text);
    }
  else if (g_str_equal (name, "blocks") && maker->kind != KIT_TEXT_LINES)
    {
      JsonArray *blocks = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (blocks); i++)
        {
          JsonObject *block = json_array_get_object_element (blocks, i);
          g_autofree char *text = glue (json_object_get_string_member (block, "text"));

          if (maker->kind == KIT_TEXT_WORDS)
            json_object_set_string_member (block, "text", text);
        }
      if (maker->kind == KIT_TEXT_LONG)
        {
          JsonObject *block = json_object_new ();

          json_object_set_string_member (block, "kind", "paragraph");
          json_object_set_string_member (block, "text", maker->filler->str);
          json_array_add_object_element (blocks, block);
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node) && is_text)
    {
      JsonArray *array = json_node_get_array (node);
      JsonArray *changed = json_array_new ();

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree char *text = make_text (maker, json_array_get_string_element (array, i));

          json_array_add_string_element (changed, text);
        }
      json_node_take_array (node, changed);
    }
  else
    {
      change (maker, node);
    }
}

static void
change (Maker    *maker,
        JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      if (json_object_has_member (object, "exact"))
        change_passage (maker, object);
      json_object_foreach_member (object, change_member, maker);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        change (maker, json_array_get_element (array, i));
    }
}

/* Passages name their words, which have to be those that now stand at the offsets. */
static void
quote_passages (JsonNode   *node,
                GHashTable *article_texts,
                const char *article)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        quote_passages (json_array_get_element (array, i), article_texts, article);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr(GList) values = json_object_get_values (object);
      const char *text;

      if (json_object_has_member (object, "blocks"))
        article = json_object_get_string_member (object, "id");
      if (json_object_has_member (object, "start") && !json_object_has_member (object, "exact"))
        {
          g_autofree char *exact = NULL;
          gint64 start = json_object_get_int_member (object, "start");

          article = json_object_get_string_member_with_default (object, "article", article);
          text = g_hash_table_lookup (article_texts, article);
          exact = g_utf8_substring (text, start, json_object_get_int_member (object, "end"));
          json_object_set_string_member (object, "exact", exact);
        }
      for (GList *l = values; l != NULL; l = l->next)
        quote_passages (l->data, article_texts, article);
    }
}

static GHashTable *
read_article_texts (JsonObject *root)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  JsonArray *articles = json_object_get_array_member (root, "articles");

  for (guint i = 0; i < json_array_get_length (articles); i++)
    {
      JsonObject *article = json_array_get_object_element (articles, i);
      JsonArray *blocks = json_object_get_array_member (article, "blocks");
      GString *text = g_string_new (NULL);

      for (guint j = 0; j < json_array_get_length (blocks); j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "\n" : "",
                                json_object_get_string_member (json_array_get_object_element (blocks, j), "text"));
      g_hash_table_insert (found, g_strdup (json_object_get_string_member (article, "id")),
                           g_string_free (text, FALSE));
    }

  return found;
}

/* Returns: (transfer full): the bundled story with such texts */
DatelineStory *
kit_read_long_story (KitText text)
{
  g_autoptr(GBytes) bytes = g_resources_lookup_data (DATELINE_STORY_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GHashTable) article_texts = NULL;
  g_autoptr(GBytes) changed = NULL;
  g_auto(GStrv) warnings = NULL;
  g_autoptr(GError) error = NULL;
  DatelineStory *story;
  Maker maker = { text, g_string_new (NULL) };
  JsonNode *root;
  char *json;

  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  root = json_parser_get_root (parser);

  while (maker.filler->len < 12000)
    g_string_append (maker.filler, "There is always more to say of it. ");
  change (&maker, root);
  article_texts = read_article_texts (json_node_get_object (root));
  quote_passages (root, article_texts, NULL);
  g_string_free (maker.filler, TRUE);

  json = json_to_string (root, FALSE);
  changed = g_bytes_new_take (json, strlen (json));
  story = dateline_json_reader_read (changed, &warnings, &error);
  g_assert_no_error (error);

  return story;
}
