/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening story files, which may come from strangers: checked off the main thread. */
#include "config.h"

#include "dateline-story-file-private.h"

#include "dateline-file-stamp.h"

static DatelineStoryFile *
open_file (const char  *path,
           GError     **error)
{
  gboolean is_sound = dateline_file_stamp_matches (path);
  g_autofree char *problem = NULL;
  DatelineStoryFile *self = NULL;
  DatelineDatabase *database;

  database = dateline_database_open (path, DATELINE_DATABASE_READ_WRITE, _dateline_story_file_before_migration, &problem,
                                     error);
  if (database != NULL)
    self = _dateline_story_file_take (database, NULL, error);
  if (self != NULL)
    self->is_sound = is_sound;
  if (self != NULL && problem != NULL)
    _dateline_story_file_note_problem (self, problem);

  return self;
}

/**
 * dateline_story_file_open:
 * @path: the path of a story file
 * @error: return location for an error
 *
 * Opens a story file and loads the story. A file that cannot be written is opened read-only.
 *
 * Returns: (transfer full) (nullable): a new story file, or %NULL if the file holds no story
 */
DatelineStoryFile *
dateline_story_file_open (const char  *path,
                          GError     **error)
{
  DatelineStoryFile *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = open_file (path, error);
  if (self != NULL)
    _dateline_story_file_start_watch (self);

  return self;
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const char *path = task_data;
  g_autoptr(DatelineStoryFile) self = NULL;
  GError *error = NULL;

  if (dateline_file_stamp_matches (path) || dateline_database_check_file (path, cancellable, &error))
    self = open_file (path, &error);

  if (self == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self->is_sound = TRUE;
  g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
}

/**
 * dateline_story_file_open_async:
 * @path: the path of a story file
 * @cancellable: (nullable): a cancellable
 * @callback: called when the story is loaded
 * @user_data: data for @callback
 *
 * Opens a story file and loads the story, in a thread. All of a file is checked before, unless it is just what this
 * program left when it had it open last.
 */
void
dateline_story_file_open_async (const char          *path,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (path != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, dateline_story_file_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * dateline_story_file_open_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Finishes what dateline_story_file_open_async() began.
 *
 * Returns: (transfer full) (nullable): a new story file, or %NULL if the file holds no story
 */
DatelineStoryFile *
dateline_story_file_open_finish (GAsyncResult  *result,
                                 GError       **error)
{
  DatelineStoryFile *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  self = g_task_propagate_pointer (G_TASK (result), error);
  if (self != NULL)
    _dateline_story_file_start_watch (self);

  return self;
}
