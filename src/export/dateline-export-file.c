/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a file whole or not at all, and never over another one unasked. */
#define _GNU_SOURCE /* renameat2() */

#include "config.h"

#include "dateline-exporter.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
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

/* Says why nothing was written, if that is not said already, or has to do with what was to be written. */
static gboolean
fail_with (GError **error,
           GFile   *file,
           GError  *reason)
{
  g_autofree char *name = NULL;

  if (reason->domain != G_IO_ERROR || reason->code == G_IO_ERROR_CANCELLED)
    {
      g_propagate_error (error, reason);
      return FALSE;
    }

  name = g_file_get_parse_name (file);
  if (reason->code == G_IO_ERROR_EXISTS)
    fail (error, file, EEXIST);
  else if (reason->code == G_IO_ERROR_NO_SPACE)
    fail (error, file, ENOSPC);
  else
    g_set_error (error, G_IO_ERROR, reason->code, _("The file “%s” could not be written: %s"), name, reason->message);
  g_error_free (reason);

  return FALSE;
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

/* Makes a file of its own name beside @path, readable as any new file is. */
static int
open_temporary (const char  *path,
                char       **temporary)
{
  g_autofree char *folder = g_path_get_dirname (path);

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf (".dateline-%08x.tmp", g_random_int ());
      g_autofree char *candidate = g_build_filename (folder, name, NULL);
      int fd = g_open (candidate, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0666);

      if (fd >= 0)
        *temporary = g_steal_pointer (&candidate);
      if (fd >= 0 || errno != EEXIST)
        return fd;
    }

  return -1;
}

/* Writes beside the place and moves there. */
static gboolean
save_new (GFile              *file,
          const char         *path,
          DatelineWriteFunc   write,
          gpointer            user_data,
          GCancellable       *cancellable,
          GError            **error)
{
  g_autoptr(GOutputStream) stream = NULL;
  g_autofree char *temporary = NULL;
  GError *reason = NULL;
  gboolean is_written;
  GStatBuf info;
  int saved_errno = 0;
  int fd;

  /* It would be found out at the end, but that may take a while. */
  if (g_lstat (path, &info) == 0)
    return fail (error, file, EEXIST);

  fd = open_temporary (path, &temporary);
  if (fd < 0)
    return fail (error, file, errno);

  stream = g_unix_output_stream_new (fd, FALSE);
  is_written = write (stream, user_data, cancellable, &reason);
  if (is_written && fsync (fd) != 0 && errno != EINVAL && errno != EROFS)
    saved_errno = errno;
  if (close (fd) != 0 && saved_errno == 0)
    saved_errno = errno;
  if (is_written && saved_errno == 0 && !publish (temporary, path))
    saved_errno = errno;
  if (is_written && saved_errno == 0)
    return TRUE;

  g_unlink (temporary);

  return is_written ? fail (error, file, saved_errno) : fail_with (error, file, reason);
}

/* Replaces a file, or makes one at a place without a path, where only the file's own server can promise anything. */
static gboolean
save_by_gio (GFile              *file,
             DatelineWriteFunc   write,
             gpointer            user_data,
             gboolean            replace,
             GCancellable       *cancellable,
             GError            **error)
{
  g_autoptr(GFileOutputStream) stream = NULL;
  g_autoptr(GCancellable) cancelled = NULL;
  GError *reason = NULL;

  /* GIO keeps the mode and the owner of the file that is replaced. */
  if (replace)
    stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, &reason);
  else
    stream = g_file_create (file, G_FILE_CREATE_NONE, cancellable, &reason);
  if (stream == NULL)
    return fail_with (error, file, reason);

  if (write (G_OUTPUT_STREAM (stream), user_data, cancellable, &reason) &&
      g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, &reason))
    return TRUE;

  /* Closed in this way, it leaves the old file where it is. */
  cancelled = g_cancellable_new ();
  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
  if (!replace)
    g_file_delete (file, NULL, NULL);

  return fail_with (error, file, reason);
}

/**
 * dateline_exporter_save_by:
 * @file: where to
 * @write: (scope call): writes what the file shall hold
 * @user_data: data for @write
 * @replace: whether a file that is there may be replaced
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes a file whole or not at all: whoever looks sees the old state or the new one. Without @replace a file that is
 * there, or appears while this works, is left alone and the error is %G_IO_ERROR_EXISTS. Errors are in the `G_IO_ERROR`
 * domain, but for those that @write has of its own.
 *
 * Returns: %TRUE if the file was written
 */
gboolean
dateline_exporter_save_by (GFile              *file,
                           DatelineWriteFunc   write,
                           gpointer            user_data,
                           gboolean            replace,
                           GCancellable       *cancellable,
                           GError            **error)
{
  g_autofree char *target = NULL;
  g_autoptr(GFile) real = NULL;
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (write != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  path = g_file_peek_path (file);
  if (path == NULL)
    return save_by_gio (file, write, user_data, replace, cancellable, error);

  /* Through a link GIO would write into the file itself, and a full disk would spoil it. */
  target = replace ? realpath (path, NULL) : NULL;
  if (target == NULL)
    return save_new (file, path, write, user_data, cancellable, error);

  real = g_file_new_for_path (target);

  return save_by_gio (real, write, user_data, TRUE, cancellable, error);
}

static gboolean
write_bytes (GOutputStream  *stream,
             gpointer        user_data,
             GCancellable   *cancellable,
             GError        **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (user_data, &size);

  return g_output_stream_write_all (stream, data, size, NULL, cancellable, error);
}

/**
 * dateline_exporter_save:
 * @file: where to
 * @bytes: what
 * @replace: whether a file that is there may be replaced
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes a file as dateline_exporter_save_by() does.
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
  g_return_val_if_fail (bytes != NULL, FALSE);

  return dateline_exporter_save_by (file, write_bytes, bytes, replace, cancellable, error);
}
