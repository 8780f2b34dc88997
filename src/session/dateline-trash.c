/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves a file to the desktop's Trash, and back: GIO does the first, but tells nobody where the file went. */
#include "config.h"

#include "dateline-trash.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dateline-library-folder.h"

/* The one file of a Trash that is the same as @status: to move within a file system keeps the inode. */
static GFile *
find_in (const char        *trash,
         const struct stat *status)
{
  g_autofree char *folder = g_build_filename (trash, "files", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat found;

      if (lstat (path, &found) == 0 && found.st_dev == status->st_dev && found.st_ino == status->st_ino)
        return g_file_new_for_path (path);
    }

  return NULL;
}

/* Where the file system of @path begins. */
static char *
dup_mount_point (const char  *path,
                 dev_t        device)
{
  g_autofree char *top = g_path_get_dirname (path);

  for (;;)
    {
      g_autofree char *parent = g_path_get_dirname (top);
      struct stat status;

      if (g_str_equal (parent, top) || lstat (parent, &status) != 0 || status.st_dev != device)
        return g_steal_pointer (&top);
      g_free (top);
      top = g_steal_pointer (&parent);
    }
}

/* The places that the Trash specification of freedesktop.org names. */
static GFile *
find_trashed (const char        *path,
              const struct stat *status)
{
  g_autofree char *home = g_build_filename (g_get_user_data_dir (), "Trash", NULL);
  g_autofree char *top = dup_mount_point (path, status->st_dev);
  g_autofree char *user = g_strdup_printf ("%u", (guint) getuid ());
  g_autofree char *shared = g_build_filename (top, ".Trash", user, NULL);
  g_autofree char *own_name = g_strconcat (".Trash-", user, NULL);
  g_autofree char *own = g_build_filename (top, own_name, NULL);
  GFile *found = find_in (home, status);

  if (found == NULL)
    found = find_in (shared, status);
  if (found == NULL)
    found = find_in (own, status);

  return found;
}

/**
 * dateline_trash_move:
 * @file: what to move to the Trash
 * @trashed: (out) (transfer full) (nullable): where it is now, if that is known
 * @error: return location for an error
 *
 * Moves a file to the Trash. Where there is none the file stays where it is. Errors are in the `G_IO_ERROR` domain.
 *
 * Returns: %TRUE if the file is in the Trash
 */
gboolean
dateline_trash_move (GFile   *file,
                     GFile  **trashed,
                     GError **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *name = NULL;
  const char *path;
  struct stat status;
  gboolean known;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (trashed != NULL, FALSE);

  *trashed = NULL;
  path = g_file_peek_path (file);
  known = path != NULL && lstat (path, &status) == 0;

  if (g_file_trash (file, NULL, &local_error))
    {
      if (known)
        *trashed = find_trashed (path, &status);
      return TRUE;
    }

  name = g_file_get_parse_name (file);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    /* Translators: %s is the name of a file */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _("There is no Trash where “%s” is kept, so it was left there"), name);
  else
    /* Translators: %s is the reason from the system, with the name of the file */
    g_set_error (error, G_IO_ERROR, local_error->code, _("The story could not be moved to the Trash: %s"),
                 local_error->message);

  return FALSE;
}

/**
 * dateline_trash_restore:
 * @trashed: where a story is in the Trash
 * @file: where it was
 * @error: return location for an error
 *
 * Moves a story back from the Trash. When its name is taken by now, it gets another. Errors are in the `G_IO_ERROR`
 * domain.
 *
 * Returns: %TRUE if the story is back
 */
gboolean
dateline_trash_restore (GFile   *trashed,
                        GFile   *file,
                        GError **error)
{
  g_autoptr(GFile) files = NULL;
  g_autoptr(GFile) trash = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autofree char *base = NULL;
  g_autofree char *info = NULL;
  gboolean restored;

  g_return_val_if_fail (G_IS_FILE (trashed), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  restored = g_file_move (trashed, file, G_FILE_COPY_NOFOLLOW_SYMLINKS, NULL, NULL, NULL, &local_error);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_autofree char *folder = g_path_get_dirname (g_file_peek_path (file));
      g_autofree char *name = g_path_get_basename (g_file_peek_path (file));
      g_autoptr(GFile) other = NULL;

      if (g_str_has_suffix (name, DATELINE_LIBRARY_SUFFIX))
        name[strlen (name) - strlen (DATELINE_LIBRARY_SUFFIX)] = '\0';
      other = dateline_library_folder_dup_free_file (folder, name);
      g_clear_error (&local_error);
      restored = g_file_move (trashed, other, G_FILE_COPY_NOFOLLOW_SYMLINKS, NULL, NULL, NULL, &local_error);
    }
  if (!restored)
    {
      /* Translators: %s is the reason from the system */
      g_set_error (error, G_IO_ERROR, local_error->code, _("The story could not be restored: %s"), local_error->message);
      return FALSE;
    }

  /* The note of where it came from is of no more use; if it stays, file managers ignore it. */
  files = g_file_get_parent (trashed);
  trash = g_file_get_parent (files);
  base = g_file_get_basename (trashed);
  info = g_strdup_printf ("%s/info/%s.trashinfo", g_file_peek_path (trash), base);
  g_unlink (info);

  return TRUE;
}
