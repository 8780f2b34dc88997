/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks which stories are there: in the library's folder, and of those that were opened from elsewhere. */
#include "config.h"

#include "dateline-library-scan.h"

#include "dateline-library-folder.h"

#define ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," \
                   G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

typedef struct
{
  char      *folder;
  GPtrArray *recent;
} Scan;

static void
scan_free (Scan *scan)
{
  g_free (scan->folder);
  g_ptr_array_unref (scan->recent);
  g_free (scan);
}

static void
found_free (DatelineLibraryFound *found)
{
  g_object_unref (found->file);
  g_free (found);
}

static void
add_found (GPtrArray *found,
           GFile     *file,
           GFileInfo *info,
           gboolean   elsewhere)
{
  DatelineLibraryFound *one;

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return;

  one = g_new0 (DatelineLibraryFound, 1);
  one->file = g_object_ref (file);
  one->modified = (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) * G_USEC_PER_SEC +
                  g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
  one->size = g_file_info_get_size (info);
  one->elsewhere = elsewhere;
  g_ptr_array_add (found, one);
}

static void
scan_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Scan *scan = task_data;
  g_autoptr(GFile) folder = g_file_new_for_path (scan->folder);
  g_autoptr(GFileEnumerator) enumerator = NULL;
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) found_free);
  GFileInfo *info;
  GFile *child;

  /* A folder that is not there, or cannot be read, holds nothing that could be shown. */
  enumerator = g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  while (enumerator != NULL &&
         g_file_enumerator_iterate (enumerator, &info, &child, cancellable, NULL) && info != NULL)
    if (dateline_library_folder_is_story (child))
      add_found (found, child, info, FALSE);

  for (guint i = 0; i < scan->recent->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      GFile *file = g_ptr_array_index (scan->recent, i);
      g_autoptr(GFile) parent = g_file_get_parent (file);
      g_autoptr(GFileInfo) file_info = NULL;

      /* What is far away may take its time, and is opened by its address only. */
      if (!g_file_is_native (file) || parent == NULL)
        continue;
      if (g_file_equal (parent, folder) && dateline_library_folder_is_story (file))
        continue;
      file_info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
      if (file_info != NULL)
        add_found (found, file, file_info, TRUE);
    }

  g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * dateline_library_scan_async:
 * @folder: the path of the library's folder
 * @recent: (element-type GFile): which stories were opened, wherever they are
 * @cancellable: (nullable): a cancellable
 * @callback: called when the stories are known
 * @user_data: data for @callback
 *
 * Looks which stories are there, in a thread.
 */
void
dateline_library_scan_async (const char          *folder,
                             GPtrArray           *recent,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Scan *scan;

  g_return_if_fail (folder != NULL);
  g_return_if_fail (recent != NULL);

  scan = g_new0 (Scan, 1);
  scan->folder = g_strdup (folder);
  scan->recent = g_ptr_array_ref (recent);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, dateline_library_scan_async);
  g_task_set_task_data (task, scan, (GDestroyNotify) scan_free);
  g_task_run_in_thread (task, scan_thread);
}

/**
 * dateline_library_scan_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * What was found.
 *
 * Returns: (transfer container) (nullable) (element-type DatelineLibraryFound): the stories, or %NULL when cancelled
 */
GPtrArray *
dateline_library_scan_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
