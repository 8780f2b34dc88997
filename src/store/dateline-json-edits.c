/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of edits as JSON, for scripts: one edit of a story, or an error that names the place that is wrong. What an
 * item is made of is read by the code that reads stories, so that both take and refuse the same. */
#include "config.h"

#include "dateline-json-edits.h"

#include <glib/gi18n.h>

#include "dateline-json-document.h"
#include "dateline-json-items.h"
#include "dateline-json-writer-private.h"

#define FORMAT  "dateline-edits"
#define VERSION 1

typedef struct
{
  DatelineEdit        *edit;
  DatelineStory       *story;
  DatelineJsonContext  context;
} Reader;

typedef void (*ReadFunc) (Reader                  *self,
                          const DatelineJsonPlace *place);

static void
complain (const DatelineJsonPlace *place,
          const char              *member,
          const char              *format)
{
  g_autofree char *path = dateline_json_place_dup_path (place, member, DATELINE_JSON_NO_INDEX);
  g_auto(GStrv) pieces = g_strsplit (format, "%s", 2);

  dateline_json_report_take (place->report, g_strjoinv (path, pieces));
}

/* The item that "id" names. */
static DatelineItem *
get_item (Reader                  *self,
          const DatelineJsonPlace *place)
{
  return dateline_json_context_get_item (&self->context, place, "id", DATELINE_TYPE_ITEM, DATELINE_JSON_REQUIRED);
}

static void
read_add (Reader                  *self,
          const DatelineJsonPlace *place)
{
  static const char *const known[] = { "op", "kind", "item", NULL };
  g_autoptr(DatelineItem) item = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GEnumClass) kinds = g_type_class_ref (DATELINE_TYPE_ITEM_KIND);
  DatelineJsonPlace child;
  GEnumValue *kind;
  const char *name;

  dateline_json_place_check (place, known);
  name = dateline_json_place_get_string (place, "kind", DATELINE_JSON_REQUIRED);
  kind = name != NULL ? g_enum_get_value_by_nick (kinds, name) : NULL;
  if (name != NULL && kind == NULL)
    complain (place, "kind", _("%s is not a kind of item"));
  if (kind == NULL || !dateline_json_place_get_object (place, "item", &child))
    return;

  if (!json_object_has_member (child.object, "id"))
    id = dateline_edit_dup_new_id (kind->value);
  item = dateline_json_items_read_one (&self->context, &child, kind->value, id);
  if (item == NULL)
    return;

  /* Those that come after it in the list may refer to it. */
  g_hash_table_insert (self->context.drafts, (gpointer) dateline_item_get_id (item), g_object_ref (item));
  dateline_edit_put (self->edit, item, NULL);
}

/* Reads the item anew from what it would be written as, with some members replaced. */
static void
read_change (Reader                  *self,
             const DatelineJsonPlace *place)
{
  static const char *const known[] = { "op", "id", "set", NULL };
  g_autoptr(JsonObject) object = NULL;
  g_autoptr(DatelineItem) base = NULL;
  g_autoptr(DatelineItem) draft = NULL;
  g_autoptr(GList) members = NULL;
  DatelineItem *item;
  DatelineJsonPlace child;

  dateline_json_place_check (place, known);
  item = get_item (self, place);
  if (item == NULL || !dateline_json_place_get_object (place, "set", &child))
    return;
  if (dateline_story_lookup (self->story, dateline_item_get_id (item)) != item)
    {
      complain (place, "id", _("%s names what is only just added"));
      return;
    }
  if (json_object_has_member (child.object, "id"))
    {
      complain (&child, "id", _("%s cannot be changed"));
      return;
    }

  object = dateline_json_writer_write_item (item);
  members = json_object_get_members (child.object);
  for (GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (child.object, l->data);

      if (JSON_NODE_HOLDS_NULL (node))
        json_object_remove_member (object, l->data);
      else
        json_object_set_member (object, l->data, json_node_copy (node));
    }

  child.object = object;
  base = dateline_item_copy (item);
  draft = dateline_json_items_read_one (&self->context, &child, dateline_item_get_kind (item),
                                        dateline_item_get_id (item));
  if (draft != NULL)
    dateline_edit_put (self->edit, draft, base);
}

static void
read_remove (Reader                  *self,
             const DatelineJsonPlace *place)
{
  static const char *const known[] = { "op", "id", NULL };
  DatelineItem *item;

  dateline_json_place_check (place, known);
  item = get_item (self, place);
  if (item != NULL)
    dateline_edit_remove (self->edit, dateline_item_get_id (item));
}

static void
read_move (Reader                  *self,
           const DatelineJsonPlace *place)
{
  static const char *const known[] = { "op", "id", "before", NULL };
  DatelineItem *before = NULL;
  DatelineItem *item;

  dateline_json_place_check (place, known);
  item = get_item (self, place);
  if (item == NULL)
    return;
  if (json_object_has_member (place->object, "before"))
    {
      before = dateline_json_context_get_item (&self->context, place, "before", G_OBJECT_TYPE (item),
                                               DATELINE_JSON_REQUIRED);
      if (before == NULL)
        return;
    }

  dateline_edit_move (self->edit, dateline_item_get_id (item), before != NULL ? dateline_item_get_id (before) : NULL);
}

static void
read_replace_text (Reader                  *self,
                   const DatelineJsonPlace *place)
{
  static const char *const known[] = { "op", "id", "blocks", NULL };
  g_autoptr(DatelineArticle) draft = NULL;
  g_autoptr(GArray) kinds = g_array_new (FALSE, FALSE, sizeof (DatelineBlockKind));
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();
  g_auto(GStrv) strv = NULL;
  const DatelineBlock *blocks;
  DatelineArticle *article;
  guint n;

  dateline_json_place_check (place, known);
  article = dateline_json_context_get_item (&self->context, place, "id", DATELINE_TYPE_ARTICLE, DATELINE_JSON_REQUIRED);
  draft = g_object_new (DATELINE_TYPE_ARTICLE, "id", "draft", NULL);
  if (article == NULL || !dateline_json_items_read_blocks (&self->context, place, draft))
    return;

  blocks = dateline_article_get_blocks (draft, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *from = dateline_article_get_pointer (draft, blocks[i].start);
      g_autofree char *text = g_strndup (from, dateline_article_get_pointer (draft, blocks[i].end) - from);

      g_array_append_val (kinds, blocks[i].kind);
      g_strv_builder_add (texts, text);
    }
  strv = g_strv_builder_end (texts);
  dateline_edit_replace_text (self->edit, article, (gconstpointer) kinds->data,
                              (const char * const *) strv);
}

static void
read_story (Reader                  *self,
            const DatelineJsonPlace *place)
{
  static const char *const known[] = { "op", "set", NULL };
  static const char *const details[] = { "title", "description", "language", "note", NULL };
  const char *values[4];
  DatelineJsonPlace child;

  dateline_json_place_check (place, known);
  if (!dateline_json_place_get_object (place, "set", &child))
    return;

  dateline_json_place_check (&child, details);
  for (guint i = 0; details[i] != NULL; i++)
    values[i] = dateline_json_place_get_string (&child, details[i], DATELINE_JSON_OPTIONAL);
  if (values[0] != NULL && *values[0] == '\0')
    complain (&child, "title", _("%s is empty"));
  dateline_edit_set_details (self->edit, self->story, values[0], values[1], values[2], values[3]);
}

static const struct
{
  const char *name;
  ReadFunc    read;
} operations[] = {
  { "add", read_add },
  { "change", read_change },
  { "remove", read_remove },
  { "move", read_move },
  { "replace-text", read_replace_text },
  { "story", read_story },
};

static void
read_operation (Reader                  *self,
                const DatelineJsonPlace *place)
{
  const char *name = dateline_json_place_get_string (place, "op", DATELINE_JSON_REQUIRED);

  if (name == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    if (g_str_equal (name, operations[i].name))
      {
        operations[i].read (self, place);
        return;
      }

  complain (place, "op", _("%s is not a change that can be made; there are add, change, remove, move, replace-text and story"));
}

static void
read_edits (Reader                  *self,
            const DatelineJsonPlace *root)
{
  static const char *const known[] = { "$schema", "format", "version", "name", "edits", NULL };
  JsonArray *array;
  guint n;

  dateline_json_place_check (root, known);
  array = dateline_json_place_get_array (root, "edits", DATELINE_JSON_PRESENT);
  n = array != NULL ? json_array_get_length (array) : 0;
  for (guint i = 0; i < n; i++)
    {
      DatelineJsonPlace child;

      if (dateline_json_place_get_element (root, "edits", array, i, &child))
        read_operation (self, &child);
    }
}

/**
 * dateline_json_edits_read:
 * @bytes: JSON
 * @story: the story that is to be changed
 * @error: return location for an error
 *
 * Reads a list of edits as one edit. The root is an object with "format" ("dateline-edits"), "version" (1), "name"
 * (what undo calls it, optional) and "edits", a list of objects whose "op" is one of:
 *
 * - "add": "kind" and "item", as in a story; without an "id" it gets one. An account is an item here, with "claim".
 * - "change": "id" and "set", the members to replace; null takes one away.
 * - "remove": "id"; what cannot stand without it goes too.
 * - "move": "id" and "before", the id of another of its kind; without it, to the end.
 * - "replace-text": "id" of an article and "blocks".
 * - "story": "set" with "title", "description", "language", "note".
 *
 * What would be a warning in a story is an error here: a script is told rather than half obeyed.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with @error, of `DATELINE_STORY_ERROR`, set
 */
DatelineEdit *
dateline_json_edits_read (GBytes         *bytes,
                          DatelineStory  *story,
                          GError        **error)
{
  g_autoptr(DatelineJsonReport) report = NULL;
  g_autoptr(DatelineJsonLinks) links = NULL;
  g_autoptr(GHashTable) drafts = NULL;
  g_autoptr(DatelineEdit) edit = NULL;
  g_autoptr(JsonNode) document = NULL;
  g_auto(GStrv) warnings = NULL;
  DatelineJsonPlace root = { NULL, NULL, DATELINE_JSON_NO_INDEX, NULL, NULL };
  const char *name;
  Reader reader;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  report = dateline_json_report_new ();
  document = dateline_json_document_read (bytes, FORMAT, VERSION, _("The file is not a list of changes"), report, error);
  if (document == NULL)
    return NULL;

  root.object = json_node_get_object (document);
  root.report = report;
  name = dateline_json_place_get_string (&root, "name", DATELINE_JSON_OPTIONAL);
  edit = dateline_edit_new (name != NULL && *name != '\0' ? name : C_("edit", "Changes From a File"));
  links = dateline_json_links_new ();
  drafts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  reader = (Reader) { edit, story, { story, report, links, DATELINE_JSON_SEARCH_BUDGET, drafts } };
  read_edits (&reader, &root);
  dateline_json_links_resolve (links, report);

  warnings = dateline_json_report_dup_warnings (report);
  if (warnings[0] != NULL)
    {
      /* Translators: %s is a whole sentence that says what is wrong */
      g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_INVALID, _("Nothing is changed: %s"), warnings[0]);
      return NULL;
    }

  return g_steal_pointer (&edit);
}

/**
 * dateline_json_edits_read_file:
 * @file: a JSON file
 * @story: the story that is to be changed
 * @error: return location for an error
 *
 * Reads a list of edits as dateline_json_edits_read() does.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with @error set
 */
DatelineEdit *
dateline_json_edits_read_file (GFile          *file,
                               DatelineStory  *story,
                               GError        **error)
{
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = dateline_json_document_load (file, NULL, error);

  return bytes != NULL ? dateline_json_edits_read (bytes, story, error) : NULL;
}
