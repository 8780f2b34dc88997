/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Interchange JSON in, story out. Nothing in the bytes is trusted: what makes no story is an error, what makes a part
 * of it useless is a warning, and both are one plain sentence. */
#include "config.h"

#include "dateline-json-reader.h"

#include <glib/gi18n.h>

#include "dateline-json-document.h"
#include "dateline-json-items.h"

#define FORMAT  "dateline-story"
#define VERSION 1

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
  context = (DatelineJsonContext) { story, report, links, DATELINE_JSON_SEARCH_BUDGET, NULL };
  dateline_json_items_read (&context, &root);
  dateline_json_links_resolve (links, report);

  return g_steal_pointer (&story);
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
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(DatelineStory) story = NULL;
  JsonObject *object;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  report = dateline_json_report_new ();
  root = dateline_json_document_read (bytes, FORMAT, VERSION, _("The file is not a story"), report, error);
  if (root == NULL)
    return NULL;
  object = json_node_get_object (root);
  if (!check_required (object, error))
    return NULL;

  story = read_root (object, report);
  if (warnings != NULL)
    *warnings = dateline_json_report_dup_warnings (report);

  return g_steal_pointer (&story);
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

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = dateline_json_document_load (file, cancellable, error);
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
