/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with whole story files: made, copied, named anew. Copies are made in a thread. */
#include "config.h"

#include "dateline-library-files.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "dateline-database.h"
#include "dateline-json-reader.h"
#include "dateline-library-folder.h"
#include "dateline-library-reader.h"
#include "dateline-story-file.h"

typedef struct
{
  GTaskThreadFunc  work;
  GFile           *file;
  GFile           *target;
  char            *folder;
  char            *title;
  gboolean         replace;
} Job;

static Job *
job_new (GFile *file)
{
  Job *job = g_new0 (Job, 1);

  job->file = g_object_ref (file);

  return job;
}

static void
job_free (Job *job)
{
  g_object_unref (job->file);
  g_clear_object (&job->target);
  g_free (job->folder);
  g_free (job->title);
  g_free (job);
}

static gboolean
set_title (const char  *path,
           const char  *title,
           GError     **error)
{
  g_autoptr(DatelineStoryFile) story_file = dateline_story_file_open (path, error);
  g_autoptr(DatelineEdit) edit = NULL;

  if (story_file == NULL)
    return FALSE;

  edit = dateline_edit_new (C_("edit", "Rename Story"));
  dateline_edit_set_details (edit, dateline_story_file_get_story (story_file), title, NULL, NULL, NULL);

  return dateline_story_file_apply (story_file, edit, error);
}

/* Puts a copy of a story, whatever sort it is, where there is nothing yet. */
static gboolean
copy_story (GFile         *file,
            const char    *path,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(DatelineStory) story = NULL;
  g_autoptr(DatelineStoryFile) made = NULL;
  g_autoptr(GError) local_error = NULL;

  if (!dateline_library_folder_is_json (file) && g_file_peek_path (file) != NULL)
    {
      g_autoptr(DatelineDatabase) database = NULL;

      database = dateline_database_open (g_file_peek_path (file), DATELINE_DATABASE_READ_ONLY, NULL, NULL, &local_error);
      if (database != NULL)
        return dateline_database_copy_to (database, path, error);
      if (dateline_library_folder_is_story (file) ||
          !g_error_matches (local_error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_A_STORY))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }

  story = dateline_json_reader_read_file (file, cancellable, NULL, error);
  if (story == NULL)
    return FALSE;
  made = dateline_story_file_create (path, story, NULL, error);

  return made != NULL;
}

/* The copy is complete before it takes the place of another file. */
static gboolean
copy_over (GFile         *file,
           const char    *path,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_strdup_printf (".dateline-%08x.tmp", g_random_int ());
  g_autofree char *temporary = g_build_filename (folder, name, NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr(GFile) target = g_file_new_for_path (path);

  /* What is left half written of the old file would be taken for the new one's. */
  if (!dateline_library_reader_settle (target, error))
    return FALSE;
  if (g_file_test (journal, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _("The story there is damaged or being written to, and cannot be replaced"));
      return FALSE;
    }

  if (!copy_story (file, temporary, cancellable, error))
    return FALSE;
  if (g_rename (temporary, path) != 0)
    {
      int saved_errno = errno;

      g_unlink (temporary);
      /* Translators: %s is the reason from the system */
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), _("The copy could not be put there: %s"),
                   g_strerror (saved_errno));
      return FALSE;
    }

  return TRUE;
}

static void
duplicate_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr(DatelineLibrarySummary) summary = dateline_library_reader_read (job->file, cancellable);
  g_autoptr(GFile) copy = NULL;
  g_autofree char *title = NULL;
  GError *error = NULL;

  /* Translators: what the copy of a story is called; %s is the title of the story */
  title = g_strdup_printf (_("%s (copy)"), summary->title != NULL ? summary->title : "");
  g_mkdir_with_parents (job->folder, 0700);
  copy = dateline_library_folder_dup_free_file (job->folder, title);
  if (!copy_story (job->file, g_file_peek_path (copy), cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  /* A copy that could not be given its title is a copy all the same. */
  if (!set_title (g_file_peek_path (copy), title, &error))
    g_info ("%s", error->message);
  g_clear_error (&error);
  g_task_return_pointer (task, g_steal_pointer (&copy), g_object_unref);
}

static void
copy_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Job *job = task_data;
  const char *path = g_file_peek_path (job->target);
  GError *error = NULL;
  gboolean done;

  if (path == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _("Story files can be kept on this computer only"));
      return;
    }
  if (g_file_equal (job->file, job->target))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_EXISTS, _("The story itself is there"));
      return;
    }

  if (job->replace && g_file_test (path, G_FILE_TEST_EXISTS))
    done = copy_over (job->file, path, cancellable, &error);
  else
    done = copy_story (job->file, path, cancellable, &error);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
rename_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const Job *job = task_data;
  GError *error = NULL;

  if (set_title (g_file_peek_path (job->file), job->title, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Story files that are opened here are looked at from here, too: the main loop must not use their connections. */
static void
work_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr(GMainContext) context = g_main_context_new ();

  g_main_context_push_thread_default (context);
  job->work (task, source, task_data, cancellable);
  g_main_context_pop_thread_default (context);
}

static void
run (Job                 *job,
     GTaskThreadFunc      work,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  job->work = work;
  g_task_set_source_tag (task, work);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, work_in_thread);
}

/**
 * dateline_library_files_create:
 * @folder: the path of a folder, which is made if need be
 * @title: the title of a story
 * @error: return location for an error
 *
 * Makes a story file with nothing in it yet. No file is ever replaced.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL
 */
GFile *
dateline_library_files_create (const char  *folder,
                               const char  *title,
                               GError     **error)
{
  g_autofree char *id = NULL;
  g_autofree char *uuid = NULL;
  g_autoptr(DatelineStory) story = NULL;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  uuid = g_uuid_string_random ();
  id = g_strconcat ("story-", uuid, NULL);
  story = dateline_story_new (id, title, "", "");
  g_mkdir_with_parents (folder, 0700);

  for (guint i = 0;; i++)
    {
      g_autoptr(GFile) file = dateline_library_folder_dup_free_file (folder, title);
      g_autoptr(GError) local_error = NULL;
      g_autoptr(DatelineStoryFile) made = NULL;

      made = dateline_story_file_create (g_file_peek_path (file), story, NULL, &local_error);
      if (made != NULL)
        return g_steal_pointer (&file);

      /* Another process was quicker: the name is taken now, and there are others. */
      if (i == 10 || !g_error_matches (local_error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }
}

/**
 * dateline_library_files_duplicate_async:
 * @file: a story
 * @folder: the path of the folder for the copy
 * @cancellable: (nullable): a cancellable
 * @callback: called when the copy is there
 * @user_data: data for @callback
 *
 * Copies a story under a name and a title of its own.
 */
void
dateline_library_files_duplicate_async (GFile               *file,
                                        const char          *folder,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  Job *job;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (folder != NULL);

  job = job_new (file);
  job->folder = g_strdup (folder);
  run (job, duplicate_thread, cancellable, callback, user_data);
}

/**
 * dateline_library_files_duplicate_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * The copy.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL
 */
GFile *
dateline_library_files_duplicate_finish (GAsyncResult  *result,
                                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dateline_library_files_copy_async:
 * @file: a story, in a story file or in JSON
 * @target: where a story file shall be
 * @replace: whether the reader agreed to replace what is there
 * @cancellable: (nullable): a cancellable
 * @callback: called when the copy is there
 * @user_data: data for @callback
 *
 * Copies a story to a place.
 */
void
dateline_library_files_copy_async (GFile               *file,
                                   GFile               *target,
                                   gboolean             replace,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  Job *job;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (G_IS_FILE (target));

  job = job_new (file);
  job->target = g_object_ref (target);
  job->replace = replace;
  run (job, copy_thread, cancellable, callback, user_data);
}

/**
 * dateline_library_files_copy_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Whether the story was copied.
 *
 * Returns: %TRUE if the copy is there
 */
gboolean
dateline_library_files_copy_finish (GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * dateline_library_files_rename_async:
 * @file: a story file
 * @title: the title that the story shall have
 * @cancellable: (nullable): a cancellable
 * @callback: called when that is done
 * @user_data: data for @callback
 *
 * Gives a story another title. Its file keeps its name, so that nobody loses it.
 */
void
dateline_library_files_rename_async (GFile               *file,
                                     const char          *title,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  Job *job;

  g_return_if_fail (g_file_is_native (file));
  g_return_if_fail (title != NULL);

  job = job_new (file);
  job->title = g_strdup (title);
  run (job, rename_thread, cancellable, callback, user_data);
}

/**
 * dateline_library_files_rename_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Whether the story has its title.
 *
 * Returns: %TRUE if so
 */
gboolean
dateline_library_files_rename_finish (GAsyncResult  *result,
                                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
