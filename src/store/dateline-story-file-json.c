/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story file as JSON: all as it is at one moment, and however large it is, only a few of its items in memory. */
#include "config.h"

#include "dateline-story-file-private.h"

#include "dateline-json-writer.h"
#include "dateline-rows-living.h"

/* What cannot be read would be missing in the JSON. */
static void
failed_cb (DatelineSource *source,
           const char     *message,
           GError        **problem)
{
  if (*problem == NULL)
    g_set_error_literal (problem, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_DAMAGED, message);
}

/* The living story stays as it is, and need not know all that is written. */
static gboolean
write_snapshot (DatelineStoryFile  *self,
                GOutputStream      *stream,
                GCancellable       *cancellable,
                GError            **error)
{
  g_autoptr(GError) problem = NULL;
  g_autoptr(DatelineStory) story = dateline_rows_open_story (_dateline_story_file_get_handle (self), error);

  if (story == NULL)
    return FALSE;

  dateline_story_set_fleeting (story, TRUE);
  g_signal_connect (dateline_story_get_source (story), "failed", G_CALLBACK (failed_cb), &problem);
  if (!dateline_json_writer_write_to (story, stream, cancellable, error))
    return FALSE;
  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}

/**
 * dateline_story_file_write_json:
 * @self: a `DatelineStoryFile`
 * @stream: where to write
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes what the file holds as interchange JSON. Nobody can change the file meanwhile, so @stream should not be one that
 * waits for a reader.
 *
 * Returns: %TRUE if all was written
 */
gboolean
dateline_story_file_write_json (DatelineStoryFile  *self,
                                GOutputStream      *stream,
                                GCancellable       *cancellable,
                                GError            **error)
{
  gboolean is_written;

  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!dateline_database_execute (self->database, "BEGIN", error))
    return FALSE;
  is_written = write_snapshot (self, stream, cancellable, error);
  sqlite3_exec (_dateline_story_file_get_handle (self), "ROLLBACK", NULL, NULL, NULL);

  return is_written;
}
