/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening story files, which may come from strangers: checked off the main thread. */
#include "config.h"

#include "dateline-story-file-private.h"

#include <glib/gstdio.h>

#include "dateline-file-stamp.h"
#include "dateline-search-check.h"
#include "dateline-search-index.h"

/* Bytes that are checked before the story is shown: a moment's work. What is larger is checked meanwhile. */
#define MAX_FIRST_CHECK (16 * 1024 * 1024)

static gboolean
is_large_file (const char *path)
{
  GStatBuf buffer;

  return g_stat (path, &buffer) == 0 && buffer.st_size > MAX_FIRST_CHECK;
}

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
 * Opens a story file and loads the story. A file that cannot be written is opened read-only. What other programs do with
 * the file is looked for from the thread-default main context, which must be none that another thread runs.
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

/**
 * dateline_story_file_get_has_false_index:
 * @self: a `DatelineStoryFile`
 *
 * Whether it is known that the search index of the file does not say what is in the story.
 *
 * Returns: %TRUE if one must not search with it
 */
gboolean
dateline_story_file_get_has_false_index (DatelineStoryFile *self)
{
  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), TRUE);

  return self->has_false_index;
}

/**
 * dateline_story_file_check_index:
 * @self: a `DatelineStoryFile`
 *
 * Checks the search index of a file that changed hands, and makes it anew if it says something else than the story. A
 * file that cannot be written stays as it is: then dateline_story_file_get_has_false_index() tells. That of a large file
 * is not checked, as somebody waits for this.
 */
void
dateline_story_file_check_index (DatelineStoryFile *self)
{
  gboolean is_true = TRUE;

  g_return_if_fail (DATELINE_IS_STORY_FILE (self));

  if (self->is_sound || dateline_story_file_get_path (self) == NULL || is_large_file (dateline_story_file_get_path (self)))
    return;

  self->has_false_index = dateline_search_check_small (self->database, &is_true, NULL) && !is_true &&
                          (dateline_story_file_get_read_only (self) ||
                           !dateline_search_index_rebuild (_dateline_story_file_get_handle (self), NULL));
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
  gboolean is_sound = dateline_file_stamp_matches (path);
  gboolean is_large = !is_sound && is_large_file (path);

  if (is_sound || is_large || dateline_database_check_file (path, cancellable, &error))
    self = open_file (path, &error);

  if (self == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (!is_sound)
    dateline_story_file_check_index (self);
  self->is_sound = !is_large && !self->has_false_index;
  g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
}

/* What came of checking a file that is sound; -1 is an error. */
enum
{
  INDEX_IS_TRUE,
  INDEX_IS_FALSE,
  INDEX_IS_UNKNOWN
};

static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  gboolean is_true = TRUE;
  GError *error = NULL;

  if (!dateline_database_check_file (task_data, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  /* The story is sound whatever becomes of this, but then the next one to open it looks again. */
  if (dateline_search_check_large (task_data, cancellable, &is_true, NULL))
    g_task_return_int (task, is_true ? INDEX_IS_TRUE : INDEX_IS_FALSE);
  else
    g_task_return_int (task, INDEX_IS_UNKNOWN);
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr(DatelineStoryFile) self = g_weak_ref_get (ref);
  g_autoptr(GError) error = NULL;
  gssize found = g_task_propagate_int (G_TASK (result), &error);

  g_weak_ref_clear (ref);
  g_free (ref);
  if (self == NULL)
    return;

  g_clear_object (&self->check);
  /* Until the index is made anew, nobody else may take it for true. */
  self->has_false_index = found == INDEX_IS_FALSE;
  self->is_sound = found == INDEX_IS_TRUE;
  if (found == INDEX_IS_FALSE && !dateline_story_file_get_read_only (self))
    sqlite3_exec (_dateline_story_file_get_handle (self), "DELETE FROM search_state", NULL, NULL, NULL);
  self->is_damaged = g_error_matches (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_DAMAGED);
  /* Another program that writes has a file to write to. */
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
      !g_error_matches (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_BUSY))
    _dateline_story_file_complain (self, error->message);
}

/* Checks all of a file that is shown already, until it is closed or written. If it is not sound the reader is told, and
 * nothing is written to it. */
static void
check_later (DatelineStoryFile *self)
{
  g_autoptr(GTask) task = NULL;
  GWeakRef *ref = g_new (GWeakRef, 1);

  g_weak_ref_init (ref, self);
  self->check = g_cancellable_new ();
  task = g_task_new (NULL, self->check, checked_cb, ref);
  g_task_set_source_tag (task, check_later);
  g_task_set_task_data (task, g_strdup (dateline_story_file_get_path (self)), g_free);
  g_task_run_in_thread (task, check_in_thread);
}

/**
 * dateline_story_file_open_async:
 * @path: the path of a story file
 * @cancellable: (nullable): a cancellable
 * @callback: called when the story is loaded
 * @user_data: data for @callback
 *
 * Opens a story file and loads the story, in a thread. All of a file is checked, unless it is just what this program
 * left when it had it open last: a large one after it is open, and `DatelineStoryFile::failed` tells if it is not sound.
 * Then it can be read as far as it goes, but not be edited.
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
  if (self == NULL)
    return NULL;

  _dateline_story_file_start_watch (self);
  if (!self->is_sound && !self->has_false_index)
    check_later (self);

  return self;
}
