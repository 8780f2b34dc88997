/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what a session shows as interchange JSON, in a thread: a large story takes its time. */
#include "config.h"

#include "dateline-json-export.h"

#include "dateline-exporter.h"
#include "dateline-json-writer.h"

typedef struct
{
  GFile    *file;
  gboolean  replace;
  char     *source; /* the path of the story file, or NULL */
  GBytes   *bytes;  /* all of a story that is in no file */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->file);
  g_free (request->source);
  g_clear_pointer (&request->bytes, g_bytes_unref);
  g_free (request);
}

static gboolean
write_story (GOutputStream  *stream,
             gpointer        user_data,
             GCancellable   *cancellable,
             GError        **error)
{
  Request *request = user_data;
  g_autoptr(DatelineStoryFile) source = NULL;

  if (request->bytes != NULL)
    return g_output_stream_write_all (stream, g_bytes_get_data (request->bytes, NULL), g_bytes_get_size (request->bytes),
                                      NULL, cancellable, error);

  /* Nothing of the session may be touched here: the file is opened once more. */
  source = dateline_story_file_open (request->source, error);

  return source != NULL && dateline_story_file_write_json (source, stream, cancellable, error);
}

static void
export_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Request *request = task_data;
  g_autoptr(GMainContext) context = g_main_context_new ();
  GError *error = NULL;
  gboolean is_written;

  /* Or else the main loop would look at the file too, with the connection that is used here. */
  g_main_context_push_thread_default (context);
  is_written = dateline_exporter_save_by (request->file, write_story, request, request->replace, cancellable, &error);
  g_main_context_pop_thread_default (context);

  if (is_written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * dateline_json_export_async:
 * @session: a session
 * @file: where to write
 * @replace: whether what is there may be replaced
 * @cancellable: (nullable): a cancellable
 * @callback: called when all is written
 * @user_data: data for @callback
 *
 * Writes a story as interchange JSON. What is in a story file is read from there, as it is at one moment.
 */
void
dateline_json_export_async (DatelineSession     *session,
                            GFile               *file,
                            gboolean             replace,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  DatelineStoryFile *source;
  Request *request;

  g_return_if_fail (DATELINE_IS_SESSION (session));
  g_return_if_fail (G_IS_FILE (file));

  source = dateline_session_get_file (session);
  request = g_new0 (Request, 1);
  request->file = g_object_ref (file);
  request->replace = replace;
  if (source != NULL)
    request->source = g_strdup (dateline_story_file_get_path (source));
  else
    request->bytes = dateline_json_writer_write (dateline_session_get_story (session));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, dateline_json_export_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, export_in_thread);
}

/**
 * dateline_json_export_finish:
 * @result: the result that the callback got
 * @error: return location for an error
 *
 * Ends dateline_json_export_async().
 *
 * Returns: %TRUE if all was written
 */
gboolean
dateline_json_export_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
