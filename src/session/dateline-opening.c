/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a file, whichever sort of story it is. */
#include "config.h"

#include "dateline-opening.h"

#include <glib/gi18n.h>

#include "dateline-json-reader.h"
#include "dateline-library-folder.h"
#include "dateline-story-file.h"

typedef struct
{
  GFile  *file;
  GStrv   warnings;
  GError *refusal; /* why it is no story file */
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->file);
  g_clear_pointer (&opening->warnings, g_strfreev);
  g_clear_error (&opening->refusal);
  g_free (opening);
}

static void
json_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineStory) story = dateline_json_reader_read_file_finish (result, &opening->warnings, &error);

  if (story != NULL)
    g_task_return_pointer (task, dateline_session_new (story), g_object_unref);
  /* Of a file that is no text at all, that it is no story file is the better thing to say. */
  else if (opening->refusal != NULL && g_error_matches (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_UTF8))
    g_task_return_error (task, g_steal_pointer (&opening->refusal));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_json (GTask *task)
{
  const Opening *opening = g_task_get_task_data (task);

  dateline_json_reader_read_file_async (opening->file, g_task_get_cancellable (task), json_read_cb, g_object_ref (task));
}

static void
story_file_opened_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineStoryFile) story_file = dateline_story_file_open_finish (result, &error);

  if (story_file != NULL)
    {
      g_task_return_pointer (task, dateline_session_new_for_file (story_file), g_object_unref);
    }
  else if (g_error_matches (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_A_STORY) &&
           !dateline_library_folder_is_story (opening->file))
    {
      /* A name that says nothing is given to stories in JSON too. */
      opening->refusal = g_steal_pointer (&error);
      read_json (task);
    }
  else
    {
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

/**
 * dateline_opening_open_async:
 * @file: a story file, or a story in JSON
 * @cancellable: (nullable): a cancellable
 * @callback: called when the story is there
 * @user_data: data for @callback
 *
 * Opens a story. Its file is read in a thread.
 */
void
dateline_opening_open_async (GFile               *file,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Opening *opening;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, dateline_opening_open_async);
  opening = g_new0 (Opening, 1);
  opening->file = g_object_ref (file);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);

  if (dateline_library_folder_is_json (file))
    read_json (task);
  else if (g_file_peek_path (file) != NULL)
    dateline_story_file_open_async (g_file_peek_path (file), cancellable, story_file_opened_cb, g_object_ref (task));
  else if (dateline_library_folder_is_story (file))
    g_task_return_new_error (task, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_READ,
                             _("Story files can be opened on this computer only"));
  else
    read_json (task);
}

/**
 * dateline_opening_open_finish:
 * @result: what the callback was given
 * @warnings: (out) (transfer full) (nullable): what of the story had to be left out
 * @error: return location for an error
 *
 * The story that was opened.
 *
 * Returns: (transfer full) (nullable): a session on it, or %NULL
 */
DatelineSession *
dateline_opening_open_finish (GAsyncResult  *result,
                              GStrv         *warnings,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  if (warnings != NULL)
    *warnings = g_steal_pointer (&((Opening *) g_task_get_task_data (G_TASK (result)))->warnings);

  return g_task_propagate_pointer (G_TASK (result), error);
}
