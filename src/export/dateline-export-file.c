/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a file whole or not at all, and never over another one unasked. */
#define _GNU_SOURCE /* renameat2() */

#include "config.h"

#include "dateline-exporter.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static gboolean
fail (GError     **error,
      GFile       *file,
      int          saved_errno)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (saved_errno == EEXIST)
    /* Translators: %s is the name of a file */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("The file “%s” exists already"), name);
  else
    /* Translators: the first %s is the name of a file, the second the reason from the system */
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), _("The file “%s” could not be written: %s"),
                 name, g_strerror (saved_errno));

  return FALSE;
}

static gboolean
write_all (int            fd,
           GBytes        *bytes,
           GCancellable  *cancellable,
           GError       **error,
           int           *saved_errno)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize written;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      written = write (fd, data, MIN (size, 1024 * 1024));
      if (written < 0)
        {
          if (errno == EINTR)
            continue;
          *saved_errno = errno;
          return FALSE;
        }
      data += written;
      size -= (gsize) written;
    }
  if (fsync (fd) != 0 && errno != EINVAL && errno != EROFS)
    {
      *saved_errno = errno;
      return FALSE;
    }

  return TRUE;
}

/* Gives the finished file its name in one step that fails if the name is taken. */
static gboolean
publish (const char *temporary,
         const char *path)
{
  int fd;
  int saved_errno;

  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;

  /* Most file systems that cannot rename so can link. */
  if (link (temporary, path) == 0)
    {
      g_unlink (temporary);
      return TRUE;
    }
  if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS)
    return FALSE;

  /* On the rest an empty file of our own keeps the place. */
  fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (fd < 0)
    return FALSE;
  close (fd);
  if (g_rename (temporary, path) == 0)
    return TRUE;

  saved_errno = errno;
  g_unlink (path);
  errno = saved_errno;

  return FALSE;
}

/* Writes beside the place and moves there. */
static gboolean
save_new (GFile         *file,
          const char    *path,
          GBytes        *bytes,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = NULL;
  int saved_errno = 0;
  gboolean written;
  int fd = -1;

  for (guint i = 0; i < 100 && fd < 0; i++)
    {
      g_autofree char *name = g_strdup_printf (".dateline-%08x.tmp", g_random_int ());

      g_free (temporary);
      temporary = g_build_filename (folder, name, NULL);
      fd = g_open (temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0666);
      if (fd < 0 && errno != EEXIST)
        return fail (error, file, errno);
    }
  if (fd < 0)
    return fail (error, file, EBUSY);

  written = write_all (fd, bytes, cancellable, error, &saved_errno);
  if (close (fd) != 0 && written)
    {
      saved_errno = errno;
      written = FALSE;
    }
  if (written && !publish (temporary, path))
    {
      saved_errno = errno;
      written = FALSE;
    }
  if (written)
    return TRUE;

  g_unlink (temporary);
  if (saved_errno != 0)
    return fail (error, file, saved_errno);

  return FALSE;
}

/**
 * dateline_exporter_save:
 * @file: where to
 * @bytes: what
 * @replace: whether a file that is there may be replaced
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes a file whole or not at all: whoever looks sees the old state or the new one. Without @replace a file that is
 * there, or appears while this works, is left alone and the error is %G_IO_ERROR_EXISTS. Errors are in the `G_IO_ERROR`
 * domain.
 *
 * Returns: %TRUE if the file was written
 */
gboolean
dateline_exporter_save (GFile         *file,
                        GBytes        *bytes,
                        gboolean       replace,
                        GCancellable  *cancellable,
                        GError       **error)
{
  const char *path;
  g_autoptr(GError) local_error = NULL;
  g_autofree char *name = NULL;
  gsize size;
  gconstpointer data;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  path = g_file_peek_path (file);
  if (path != NULL)
    {
      if (save_new (file, path, bytes, cancellable, &local_error))
        return TRUE;
      if (!replace || !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_clear_error (&local_error);
    }

  data = g_bytes_get_data (bytes, &size);
  if (replace)
    {
      /* GIO keeps the mode, the owner and the target of a link of the file that is replaced. */
      if (g_file_replace_contents (file, data != NULL ? data : "", size, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                   cancellable, &local_error))
        return TRUE;
    }
  else
    {
      /* A place without a path, where only the file's own server can promise anything. */
      g_autoptr(GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_NONE, cancellable, &local_error);

      if (stream != NULL)
        {
          if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, cancellable, &local_error) &&
              g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, &local_error))
            return TRUE;
          g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, NULL);
          g_file_delete (file, NULL, NULL);
        }
    }

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return fail (error, file, EEXIST);

  name = g_file_get_parse_name (file);
  g_set_error (error, G_IO_ERROR, local_error->code, _("The file “%s” could not be written: %s"), name,
               local_error->message);

  return FALSE;
}
