/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that appear complete or not at all, and never in place of another. */
#include "config.h"

#include "dateline-fresh-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "dateline-story-error.h"

/**
 * dateline_fresh_file_make:
 * @path: the path that the file shall have in the end
 * @error: return location for an error
 *
 * Makes an empty file under a hidden name beside @path, for its owner only.
 *
 * Returns: (transfer full) (nullable): the path of the file, or %NULL if there is a file at @path already or none can be
 *   made
 */
char *
dateline_fresh_file_make (const char  *path,
                          GError     **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *temporary = NULL;
  GStatBuf info;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_lstat (path, &info) == 0)
    {
      dateline_story_error_set_errno (error, EEXIST);
      return NULL;
    }

  folder = g_path_get_dirname (path);
  base = g_path_get_basename (path);
  name = g_strdup_printf (".%.*s-XXXXXX", 200, base);
  temporary = g_build_filename (folder, name, NULL);
  fd = g_mkstemp_full (temporary, O_RDWR, 0600);
  if (fd < 0)
    {
      dateline_story_error_set_errno (error, errno);
      return NULL;
    }
  close (fd);

  return g_steal_pointer (&temporary);
}

/* Waits until a file, or the names in a folder, are on the disk. */
static gboolean
sync_path (const char  *path,
           GError     **error)
{
  int fd = g_open (path, O_RDONLY, 0);
  gboolean is_synced = fd >= 0 && fsync (fd) == 0;
  int saved_errno = errno;

  if (fd >= 0)
    close (fd);
  if (!is_synced)
    dateline_story_error_set_errno (error, saved_errno);

  return is_synced;
}

/* Where a file cannot have two names, as on a memory stick: takes the name first, then puts the file there. */
static gboolean
take_name (const char *temporary,
           const char *path)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY, 0600);

  if (fd < 0)
    return FALSE;
  close (fd);

  return g_rename (temporary, path) == 0;
}

/**
 * dateline_fresh_file_publish:
 * @temporary: the path of a file that is complete and closed
 * @path: the path that it shall have, in the same folder
 * @error: return location for an error
 *
 * Gives a file its name, unless another has it. Afterwards the file outlasts a power cut.
 *
 * Returns: %TRUE if the file is at @path; otherwise it is where it was
 */
gboolean
dateline_fresh_file_publish (const char  *temporary,
                             const char  *path,
                             GError     **error)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (temporary != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!sync_path (temporary, error))
    return FALSE;

  if (link (temporary, path) == 0)
    g_unlink (temporary);
  else if (errno == EEXIST || !take_name (temporary, path))
    return dateline_story_error_set_errno (error, errno);

  /* The file is there: that its folder cannot be synced, as on some network disks, does not take it away. */
  folder = g_path_get_dirname (path);
  sync_path (folder, NULL);

  return TRUE;
}
