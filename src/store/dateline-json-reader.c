/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Interchange JSON in, story out. Nothing in the bytes is trusted: what makes no story is an error, what makes a part
 * of it useless is a warning, and both are one plain sentence. */
#include "config.h"

#include "dateline-json-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-json-guard.h"
#include "dateline-json-items.h"

#define FORMAT  "dateline-story"
#define VERSION 1

/* Bytes of text that are searched for passages with wrong offsets: seconds at worst. */
#define SEARCH_BUDGET (256 * 1024 * 1024)

#define CHUNK (256 * 1024)

static const char byte_order_mark[] = "\xef\xbb\xbf";

static gboolean
check_kind (JsonNode  *root,
            GError   **error)
{
  JsonObject *object;
  JsonNode *format;
  JsonNode *version;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_A_STORY,
                           _("The file is not a story: it is JSON, but not an object"));
      return FALSE;
    }

  object = json_node_get_object (root);
  format = json_object_get_member (object, "format");
  if (format == NULL)
    {
      g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_A_STORY,
                           /* Translators: "format" is the name of a member in the file */
                           _("The file is not a story: “format” is missing"));
      return FALSE;
    }
  if (!JSON_NODE_HOLDS_VALUE (format) || g_strcmp0 (json_node_get_string (format), FORMAT) != 0)
    {
      g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_A_STORY,
                   /* Translators: "format" is the name of a member in the file, %s is what it should be */
                   _("The file is not a story: “format” is not “%s”"), FORMAT);
      return FALSE;
    }

  version = json_object_get_member (object, "version");
  if (version == NULL || !JSON_NODE_HOLDS_VALUE (version) || json_node_get_value_type (version) == G_TYPE_STRING ||
      json_node_get_value_type (version) == G_TYPE_BOOLEAN || json_node_get_double (version) < 1 ||
      json_node_get_double (version) != (double) json_node_get_int (version))
    {
      g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_INVALID,
                           /* Translators: "version" is the name of a member in the file */
                           _("The story cannot be opened: “version” is missing or not a whole number"));
      return FALSE;
    }
  if (json_node_get_int (version) > VERSION)
    {
      g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (version));

      g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NEWER_VERSION,
                   /* Translators: %s is a number, too */
                   _("The story has version %s of its format, and this program knows only version %d"), found, VERSION);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_required (JsonObject  *object,
                GError     **error)
{
  JsonNode *title = json_object_get_member (object, "title");
  JsonNode *articles = json_object_get_member (object, "articles");

  /* A title without a letter is none. */
  if (title == NULL ||
      (JSON_NODE_HOLDS_VALUE (title) && json_node_get_value_type (title) == G_TYPE_STRING &&
       *json_node_get_string (title) == '\0'))
    {
      g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_INVALID,
                           /* Translators: "title" is the name of a member in the file */
                           _("The story cannot be opened: “title” is missing"));
      return FALSE;
    }
  if (!JSON_NODE_HOLDS_VALUE (title) || json_node_get_value_type (title) != G_TYPE_STRING)
    {
      g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_INVALID,
                           /* Translators: "title" is the name of a member in the file */
                           _("The story cannot be opened: “title” is not a text"));
      return FALSE;
    }
  if (articles != NULL && !JSON_NODE_HOLDS_ARRAY (articles))
    {
      g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_INVALID,
                           /* Translators: "articles" is the name of a member in the file */
                           _("The story cannot be opened: “articles” is not a list"));
      return FALSE;
    }

  return TRUE;
}

/* What the reader keeps about a story is filed under its id, so that one without gets one that stays the same. */
static char *
dup_story_id (const DatelineJsonPlace *root)
{
  const char *id = dateline_json_place_get_string (root, "id", DATELINE_JSON_OPTIONAL);
  const char *title = json_object_get_string_member (root->object, "title");
  g_autofree char *sum = NULL;

  if (id != NULL && *id != '\0')
    return g_strdup (id);

  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, title, -1);
  sum[16] = '\0';
  dateline_json_report_take (root->report,
                             /* Translators: "id" is the name of a member in the file */
                             g_strdup (_("“id” is missing; clippings are kept under the title of the story")));

  return g_strconcat ("story-", sum, NULL);
}

static DatelineStory *
read_root (JsonObject         *object,
           DatelineJsonReport *report)
{
  static const char *const known[] = { "$schema", "format", "version", "id", "title", "description", "language",
                                       "note", "articles", "people", "events", "quotes", "reactions", "claims", NULL };
  DatelineJsonPlace root = { NULL, NULL, DATELINE_JSON_NO_INDEX, object, report };
  g_autoptr(DatelineStory) story = NULL;
  g_autoptr(DatelineJsonLinks) links = NULL;
  g_autofree char *id = NULL;
  DatelineJsonContext context;

  dateline_json_place_check (&root, known);
  id = dup_story_id (&root);
  story = dateline_story_new (id,
                              json_object_get_string_member (object, "title"),
                              dateline_json_place_get_string (&root, "description", DATELINE_JSON_OPTIONAL),
                              dateline_json_place_get_string (&root, "language", DATELINE_JSON_OPTIONAL));
  g_object_set (story, "note", dateline_json_place_get_string (&root, "note", DATELINE_JSON_OPTIONAL), NULL);
  links = dateline_json_links_new ();
  context = (DatelineJsonContext) { story, report, links, SEARCH_BUDGET };
  dateline_json_items_read (&context, &root);
  dateline_json_links_resolve (links, report);

  return g_steal_pointer (&story);
}

static gboolean
check_size (gsize    size,
            GError **error)
{
  if (size <= DATELINE_JSON_MAX_SIZE)
    return TRUE;

  g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_TOO_LARGE,
               _("The file is larger than %d MB, the most that a story may have"), DATELINE_JSON_MAX_SIZE >> 20);

  return FALSE;
}

/**
 * dateline_json_reader_read:
 * @bytes: the bytes of a story
 * @warnings: (out) (optional): what was left out or mended, one plain sentence each, possibly none
 * @error: return location for an error
 *
 * Reads a story. Errors are in the `DATELINE_STORY_ERROR` domain; then there are no warnings.
 *
 * Returns: (transfer full) (nullable): the story, or %NULL with @error set
 */
DatelineStory *
dateline_json_reader_read (GBytes  *bytes,
                           GStrv   *warnings,
                           GError **error)
{
  g_autoptr(DatelineJsonReport) report = NULL;
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(DatelineStory) story = NULL;
  g_autoptr(GError) local_error = NULL;
  JsonObject *object;
  const char *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (!check_size (length, error))
    return NULL;
  if (length >= strlen (byte_order_mark) && memcmp (data, byte_order_mark, strlen (byte_order_mark)) == 0)
    {
      data += strlen (byte_order_mark);
      length -= strlen (byte_order_mark);
    }

  report = dateline_json_report_new ();
  if (!dateline_json_guard_check (data, length, report, error))
    return NULL;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, data, (gssize) length, &local_error))
    {
      /* The guard is the stricter of the two; if it ever is not, this is still an error and no crash. */
      g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_SYNTAX,
                   /* Translators: %s is a message of the JSON library */
                   _("The file is not valid JSON: %s"), local_error->message);
      return NULL;
    }
  if (!check_kind (json_parser_get_root (parser), error))
    return NULL;
  object = json_node_get_object (json_parser_get_root (parser));
  if (!check_required (object, error))
    return NULL;

  story = read_root (object, report);
  if (warnings != NULL)
    *warnings = dateline_json_report_dup_warnings (report);

  return g_steal_pointer (&story);
}

/* Puts a sentence in place of what GIO says. */
static void
take_io_error (GError     **error,
               GError      *io_error,
               const char  *name)
{
  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, io_error);
      return;
    }

  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_FOUND,
                 _("There is no file “%s”"), name);
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_IS_FOLDER,
                 _("“%s” is a folder, not a story"), name);
  else
    g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_READ,
                 /* Translators: the second %s is what the system says */
                 _("The file “%s” cannot be read: %s"), name, io_error->message);

  g_error_free (io_error);
}

/* Reads a file, but never more of it than a story may have: a device or a pipe does not say its size. */
static GBytes *
load (GFile         *file,
      GCancellable  *cancellable,
      const char    *name,
      GError       **error)
{
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(GFileInputStream) stream = NULL;
  g_autoptr(GByteArray) array = NULL;
  GError *local_error = NULL;
  gsize n_read = CHUNK;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &local_error);
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error_literal (&local_error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "");
  if (info != NULL && local_error == NULL)
    {
      if (!check_size ((gsize) g_file_info_get_size (info), error))
        return NULL;
      stream = g_file_read (file, cancellable, &local_error);
    }

  array = g_byte_array_new ();
  while (local_error == NULL && n_read == CHUNK && array->len <= DATELINE_JSON_MAX_SIZE)
    {
      guint length = array->len;

      g_byte_array_set_size (array, length + CHUNK);
      g_input_stream_read_all (G_INPUT_STREAM (stream), array->data + length, CHUNK, &n_read, cancellable, &local_error);
      g_byte_array_set_size (array, length + n_read);
    }

  if (local_error != NULL)
    {
      take_io_error (error, local_error, name);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

/**
 * dateline_json_reader_read_file:
 * @file: a file
 * @cancellable: (nullable): to give up
 * @warnings: (out) (optional): what was left out or mended, one plain sentence each, possibly none
 * @error: return location for an error
 *
 * Reads a story from a file, which is never written to. Errors are in the `DATELINE_STORY_ERROR` domain, but for
 * `G_IO_ERROR_CANCELLED`.
 *
 * Returns: (transfer full) (nullable): the story, or %NULL with @error set
 */
DatelineStory *
dateline_json_reader_read_file (GFile         *file,
                                GCancellable  *cancellable,
                                GStrv         *warnings,
                                GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  base = g_file_get_basename (file);
  name = base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
  bytes = load (file, cancellable, name, error);
  if (bytes == NULL)
    return NULL;

  return dateline_json_reader_read (bytes, warnings, error);
}

/* What a thread hands over. */
typedef struct
{
  DatelineStory *story;
  GStrv          warnings;
} Outcome;

static void
outcome_free (Outcome *outcome)
{
  g_clear_object (&outcome->story);
  g_strfreev (outcome->warnings);
  g_free (outcome);
}

static void
read_file_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Outcome *outcome = g_new0 (Outcome, 1);
  GError *error = NULL;

  outcome->story = dateline_json_reader_read_file (task_data, cancellable, &outcome->warnings, &error);
  if (outcome->story != NULL)
    {
      g_task_return_pointer (task, outcome, (GDestroyNotify) outcome_free);
    }
  else
    {
      outcome_free (outcome);
      g_task_return_error (task, error);
    }
}

/**
 * dateline_json_reader_read_file_async:
 * @file: a file
 * @cancellable: (nullable): to give up
 * @callback: (scope async): called when it is read
 * @user_data: data for @callback
 *
 * Reads a story from a file in a thread.
 */
void
dateline_json_reader_read_file_async (GFile               *file,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, dateline_json_reader_read_file_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_file_thread);
}

/**
 * dateline_json_reader_read_file_finish:
 * @result: what the callback got
 * @warnings: (out) (optional): what was left out or mended, one plain sentence each, possibly none
 * @error: return location for an error
 *
 * Gets the story that was read.
 *
 * Returns: (transfer full) (nullable): the story, or %NULL with @error set
 */
DatelineStory *
dateline_json_reader_read_file_finish (GAsyncResult  *result,
                                       GStrv         *warnings,
                                       GError       **error)
{
  DatelineStory *story;
  Outcome *outcome;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  outcome = g_task_propagate_pointer (G_TASK (result), error);
  if (outcome == NULL)
    return NULL;

  story = g_steal_pointer (&outcome->story);
  if (warnings != NULL)
    *warnings = g_steal_pointer (&outcome->warnings);
  outcome_free (outcome);

  return story;
}

/**
 * dateline_json_reader_read_resource:
 * @path: the path of a GResource, such as `DATELINE_STORY_RESOURCE`
 * @warnings: (out) (optional): what was left out or mended, one plain sentence each, possibly none
 * @error: return location for an error
 *
 * Reads a story that is compiled into the program.
 *
 * Returns: (transfer full) (nullable): the story, or %NULL with @error set
 */
DatelineStory *
dateline_json_reader_read_resource (const char  *path,
                                    GStrv       *warnings,
                                    GError     **error)
{
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    {
      g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_FOUND,
                   _("There is no story “%s” in this program"), path);
      return NULL;
    }

  return dateline_json_reader_read (bytes, warnings, error);
}
