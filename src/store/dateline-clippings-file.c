/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the clippings of one story last from run to run.
 *
 * Nothing that the reader picked is ever lost: entries that the story does not hold any more are written back as they
 * were, entries that another process added are kept, and a file that cannot be understood is put aside. */
#include "config.h"

#include "dateline-clippings-file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "dateline-clipping.h"
#include "dateline-json-context.h"
#include "dateline-json-guard.h"
#include "dateline-json-writer-private.h"

#define FORMAT  "dateline-clippings"
#define VERSION 1

#define MAX_FILE_NAME 100
#define SEARCH_BUDGET (64 * 1024 * 1024)

struct _DatelineClippingsFile
{
  GObject parent_instance;

  DatelineStory *story;
  char          *path;
  GPtrArray     *kept;      /* JsonNode: entries that are no clippings of this story */
  GHashTable    *seen;      /* entries, as JSON, that were in the file when it was last read or written */
  gboolean       is_locked; /* what is there must not be replaced */
};

G_DEFINE_FINAL_TYPE (DatelineClippingsFile, dateline_clippings_file, G_TYPE_OBJECT)

static void
dateline_clippings_file_finalize (GObject *object)
{
  DatelineClippingsFile *self = DATELINE_CLIPPINGS_FILE (object);

  g_clear_object (&self->story);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);

  G_OBJECT_CLASS (dateline_clippings_file_parent_class)->finalize (object);
}

static void
dateline_clippings_file_class_init (DatelineClippingsFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dateline_clippings_file_finalize;
}

static void
dateline_clippings_file_init (DatelineClippingsFile *self)
{
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* The id of a story comes from a file and may be anything, also a path. */
static char *
dup_file_name (const char *id)
{
  gboolean is_plain = g_ascii_isalnum (*id) && strlen (id) <= MAX_FILE_NAME;
  g_autofree char *sum = NULL;

  for (const char *p = id; *p != '\0'; p++)
    is_plain = is_plain && (g_ascii_isalnum (*p) || strchr ("._-", *p) != NULL);
  if (is_plain)
    return g_strconcat (id, ".clippings.json", NULL);

  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);

  return g_strconcat (sum, ".clippings.json", NULL);
}

/**
 * dateline_clippings_file_new:
 * @directory: the path of a folder, which need not exist
 * @story: a story
 *
 * Creates the keeper of a story's clippings. Nothing is read yet.
 *
 * Returns: (transfer full): a new `DatelineClippingsFile`
 */
DatelineClippingsFile *
dateline_clippings_file_new (const char    *directory,
                             DatelineStory *story)
{
  DatelineClippingsFile *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (directory != NULL, NULL);
  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  name = dup_file_name (dateline_story_get_id (story));
  self = g_object_new (DATELINE_TYPE_CLIPPINGS_FILE, NULL);
  self->story = g_object_ref (story);
  self->path = g_build_filename (directory, name, NULL);

  return self;
}

/**
 * dateline_clippings_file_get_path:
 * @self: a `DatelineClippingsFile`
 *
 * The path of the file.
 *
 * Returns: the path
 */
const char *
dateline_clippings_file_get_path (DatelineClippingsFile *self)
{
  g_return_val_if_fail (DATELINE_IS_CLIPPINGS_FILE (self), NULL);

  return self->path;
}

static DatelineClipping *
read_entry (JsonNode            *entry,
            DatelineJsonContext *context)
{
  DatelineJsonPlace place = { NULL, NULL, DATELINE_JSON_NO_INDEX, NULL, context->report };
  g_autoptr(DatelinePassage) passage = NULL;
  DatelineJsonPlace child;
  DatelineClipping *clipping;
  DatelineItem *item = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (entry))
    return NULL;

  place.object = json_node_get_object (entry);
  if (json_object_has_member (place.object, "item"))
    {
      item = dateline_json_context_get_item (context, &place, "item", DATELINE_TYPE_ITEM, DATELINE_JSON_REQUIRED);
      if (item == NULL)
        return NULL;
    }
  if (!dateline_json_place_get_object (&place, "passage", &child))
    return NULL;
  passage = dateline_json_context_read_passage (context, &child, NULL);
  if (passage == NULL)
    return NULL;

  clipping = dateline_clipping_new (item, passage);
  dateline_clipping_set_note (clipping, dateline_json_place_get_string (&place, "note", DATELINE_JSON_OPTIONAL));

  return clipping;
}

/* Gets the entries, or says why there are none. */
static JsonArray *
parse (const char  *text,
       gsize        length,
       JsonParser  *parser,
       GError     **error)
{
  g_autoptr(DatelineJsonReport) report = dateline_json_report_new ();
  JsonObject *object;
  JsonNode *root;
  JsonNode *version;
  JsonNode *entries;

  if (!dateline_json_guard_check (text, length, report, error) ||
      !json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;

  root = json_parser_get_root (parser);
  object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  if (object == NULL || g_strcmp0 (json_object_get_string_member_with_default (object, "format", NULL), FORMAT) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The file holds no clippings"));
      return NULL;
    }
  version = json_object_get_member (object, "version");
  if (version != NULL && JSON_NODE_HOLDS_VALUE (version) && json_node_get_int (version) > VERSION)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("The clippings of this story were kept by a newer version of this program"));
      return NULL;
    }
  entries = json_object_get_member (object, "clippings");
  if (entries == NULL || !JSON_NODE_HOLDS_ARRAY (entries))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The file holds no clippings"));
      return NULL;
    }

  return json_node_get_array (entries);
}

/* Renames a file that makes no sense, to a name that is free. */
static char *
put_aside (DatelineClippingsFile *self)
{
  g_autofree char *path = g_strconcat (self->path, ".bad", NULL);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_free (path);
      path = g_strdup_printf ("%s.bad%u", self->path, i);
    }

  return g_rename (self->path, path) == 0 ? g_path_get_basename (path) : NULL;
}

/**
 * dateline_clippings_file_load:
 * @self: a `DatelineClippingsFile`
 * @error: return location for an error
 *
 * Reads the clippings. That there are none yet is no error. A damaged file is put aside under another name, which the
 * error names; a file that cannot be read, or is of a newer version, stays, and is not written to either.
 *
 * Returns: (transfer full) (nullable): a list of `DatelineClipping`, or %NULL with @error set
 */
GListModel *
dateline_clippings_file_load (DatelineClippingsFile  *self,
                              GError                **error)
{
  g_autoptr(GListStore) clippings = NULL;
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(DatelineJsonReport) report = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *aside = NULL;
  DatelineJsonContext context;
  JsonArray *entries;
  gsize length;

  g_return_val_if_fail (DATELINE_IS_CLIPPINGS_FILE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  clippings = g_list_store_new (DATELINE_TYPE_CLIPPING);
  g_ptr_array_set_size (self->kept, 0);
  g_hash_table_remove_all (self->seen);
  self->is_locked = FALSE;

  if (!g_file_get_contents (self->path, &text, &length, &local_error))
    {
      if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return G_LIST_MODEL (g_steal_pointer (&clippings));

      self->is_locked = TRUE;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   /* Translators: %s is what the system says */
                   _("The clippings of this story cannot be read: %s"), local_error->message);
      return NULL;
    }

  parser = json_parser_new ();
  entries = parse (text, length, parser, &local_error);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    {
      self->is_locked = TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (entries == NULL)
    {
      aside = put_aside (self);
      self->is_locked = aside == NULL;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   /* Translators: the first %s is a file name, the second a sentence that says what is wrong with it */
                   _("The clippings of this story are damaged and were put aside as “%s”: %s"),
                   aside != NULL ? aside : self->path, local_error->message);
      return NULL;
    }

  report = dateline_json_report_new ();
  context = (DatelineJsonContext) { self->story, report, NULL, SEARCH_BUDGET };
  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonNode *entry = json_array_get_element (entries, i);
      g_autoptr(DatelineClipping) clipping = read_entry (entry, &context);

      if (clipping != NULL)
        g_list_store_append (clippings, clipping);
      else
        g_ptr_array_add (self->kept, json_node_copy (entry));
      g_hash_table_add (self->seen, json_to_string (entry, FALSE));
    }

  return G_LIST_MODEL (g_steal_pointer (&clippings));
}

static JsonNode *
write_entry (DatelineClipping *clipping)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  DatelineItem *item = dateline_clipping_get_item (clipping);

  json_builder_begin_object (builder);
  if (item != NULL)
    {
      json_builder_set_member_name (builder, "item");
      json_builder_add_string_value (builder, dateline_item_get_id (item));
    }
  json_builder_set_member_name (builder, "passage");
  dateline_json_writer_add_passage (builder, dateline_clipping_get_passage (clipping), TRUE);
  json_builder_set_member_name (builder, "note");
  json_builder_add_string_value (builder, dateline_clipping_get_note (clipping));
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

/* Whether two entries pick the same thing, whatever their notes. */
static gboolean
is_same_pick (JsonNode *a,
              JsonNode *b)
{
  static const char *const members[] = { "item", "passage" };

  if (!JSON_NODE_HOLDS_OBJECT (a) || !JSON_NODE_HOLDS_OBJECT (b))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      JsonNode *x = json_object_get_member (json_node_get_object (a), members[i]);
      JsonNode *y = json_object_get_member (json_node_get_object (b), members[i]);

      if ((x == NULL) != (y == NULL) || (x != NULL && !json_node_equal (x, y)))
        return FALSE;
    }

  return TRUE;
}

/* What another process added since the file was last seen; a window cannot be told, but the entries are kept. Those
 * that it removed are let go. */
static void
keep_news (DatelineClippingsFile *self,
           JsonArray             *written)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  JsonArray *entries;
  gsize length;

  if (!g_file_get_contents (self->path, &text, &length, NULL))
    return;
  entries = parse (text, length, parser, NULL);
  if (entries == NULL)
    return;

  for (guint i = 0; i < json_array_get_length (entries); i++)
    g_hash_table_add (there, json_to_string (json_array_get_element (entries, i), FALSE));
  for (guint i = self->kept->len; i > 0; i--)
    {
      g_autofree char *json = json_to_string (g_ptr_array_index (self->kept, i - 1), FALSE);

      if (!g_hash_table_contains (there, json))
        g_ptr_array_remove_index (self->kept, i - 1);
    }

  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonNode *entry = json_array_get_element (entries, i);
      g_autofree char *json = json_to_string (entry, FALSE);
      gboolean is_known = g_hash_table_contains (self->seen, json);

      for (guint j = 0; j < json_array_get_length (written) && !is_known; j++)
        is_known = is_same_pick (entry, json_array_get_element (written, j));
      if (!is_known)
        g_ptr_array_add (self->kept, json_node_copy (entry));
    }
}

/**
 * dateline_clippings_file_save:
 * @self: a `DatelineClippingsFile`
 * @clippings: a list of `DatelineClipping`
 * @error: return location for an error
 *
 * Writes the clippings, in one step that leaves either the old or the new file. The folder is made if need be.
 *
 * Returns: %TRUE if they are written
 */
gboolean
dateline_clippings_file_save (DatelineClippingsFile  *self,
                              GListModel             *clippings,
                              GError                **error)
{
  g_autoptr(JsonArray) entries = NULL;
  g_autoptr(JsonObject) object = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *directory = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (DATELINE_IS_CLIPPINGS_FILE (self), FALSE);
  g_return_val_if_fail (G_IS_LIST_MODEL (clippings), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->is_locked)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   /* Translators: %s is the path of a file */
                   _("The clippings are not saved, so as not to replace “%s”, which could not be read"), self->path);
      return FALSE;
    }

  entries = json_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (clippings); i++)
    {
      g_autoptr(DatelineClipping) clipping = g_list_model_get_item (clippings, i);

      json_array_add_element (entries, write_entry (clipping));
    }
  keep_news (self, entries);
  for (guint i = 0; i < self->kept->len; i++)
    json_array_add_element (entries, json_node_copy (g_ptr_array_index (self->kept, i)));

  object = json_object_new ();
  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_int_member (object, "version", VERSION);
  json_object_set_string_member (object, "story", dateline_story_get_id (self->story));
  json_object_set_array_member (object, "clippings", json_array_ref (entries));
  root = json_node_init_object (json_node_alloc (), object);
  text = json_to_string (root, TRUE);

  directory = g_path_get_dirname (self->path);
  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      int saved_errno = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
                   /* Translators: the first %s is the path of a folder, the second what the system says */
                   _("The clippings cannot be saved in “%s”: %s"), directory, g_strerror (saved_errno));
      return FALSE;
    }
  if (!g_file_set_contents_full (self->path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    {
      g_prefix_error (error, "%s: ", _("The clippings cannot be saved"));
      return FALSE;
    }

  g_hash_table_remove_all (self->seen);
  for (guint i = 0; i < json_array_get_length (entries); i++)
    g_hash_table_add (self->seen, json_to_string (json_array_get_element (entries, i), FALSE));

  return TRUE;
}
