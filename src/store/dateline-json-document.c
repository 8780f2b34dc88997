/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A JSON file that somebody made: loaded within limits, checked before it is parsed, and said to be what it is. */
#include "config.h"

#include "dateline-json-document.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-json-guard.h"

#define CHUNK (256 * 1024)

static const char byte_order_mark[] = "\xef\xbb\xbf";

static gboolean
check_kind (JsonNode    *root,
            const char  *expected_format,
            int          expected_version,
            const char  *not_it,
            GError     **error)
{
  JsonObject *object;
  JsonNode *format;
  JsonNode *version;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      /* Translators: %s says what the file is not, so it is in the next messages: "The file is not a story" */
      g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_A_STORY,
                   _("%s: it is JSON, but not an object"), not_it);
      return FALSE;
    }

  object = json_node_get_object (root);
  format = json_object_get_member (object, "format");
  if (format == NULL)
    {
      g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_A_STORY,
                   /* Translators: "format" is the name of a member in the file */
                   _("%s: “format” is missing"), not_it);
      return FALSE;
    }
  if (!JSON_NODE_HOLDS_VALUE (format) || g_strcmp0 (json_node_get_string (format), expected_format) != 0)
    {
      g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_A_STORY,
                   /* Translators: "format" is the name of a member in the file, the second %s is what it should be */
                   _("%s: “format” is not “%s”"), not_it, expected_format);
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
  if (json_node_get_int (version) > expected_version)
    {
      g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (version));

      g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NEWER_VERSION,
                   /* Translators: %s is a number, too */
                   _("The story has version %s of its format, and this program knows only version %d"), found, expected_version);
      return FALSE;
    }

  return TRUE;
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
 * dateline_json_document_read:
 * @bytes: JSON
 * @format: what the member "format" of its root has to be
 * @version: the highest "version" that is understood
 * @not_it: what to say of a file that is something else, without a full stop
 * @report: where to add warnings
 * @error: return location for an error
 *
 * Reads JSON that says what it is.
 *
 * Returns: (transfer full) (nullable): the root, an object, or %NULL with @error, of `DATELINE_STORY_ERROR`, set
 */
JsonNode *
dateline_json_document_read (GBytes              *bytes,
                             const char          *format,
                             int                  version,
                             const char          *not_it,
                             DatelineJsonReport  *report,
                             GError             **error)
{
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(GError) local_error = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);
  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (!check_size (length, error))
    return NULL;
  if (length >= strlen (byte_order_mark) && memcmp (data, byte_order_mark, strlen (byte_order_mark)) == 0)
    {
      data += strlen (byte_order_mark);
      length -= strlen (byte_order_mark);
    }
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
  if (!check_kind (json_parser_get_root (parser), format, version, not_it, error))
    return NULL;

  return json_parser_steal_root (parser);
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
 * dateline_json_document_load:
 * @file: a file
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Gets the bytes of a file, unless it is larger than a story may be. Errors are in the `DATELINE_STORY_ERROR` domain,
 * but for `G_IO_ERROR_CANCELLED`.
 *
 * Returns: (transfer full) (nullable): the bytes, or %NULL with @error set
 */
GBytes *
dateline_json_document_load (GFile         *file,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  base = g_file_get_basename (file);
  name = base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);

  return load (file, cancellable, name, error);
}
