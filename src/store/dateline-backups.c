/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups of stories: a folder for each story, in it the last few copies, named by when they were made. */
#include "config.h"

#include "dateline-backups.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* The date, the time, and which of the copies of the story it is of. */
#define TIME_FORMAT "%Y-%m-%d-%H%M%S"
#define NAME_PATTERN "[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{6}-[0-9a-f]{8}\\.dateline"
#define DATE_LENGTH 10

#define MAX_ID_LENGTH 100
#define MAX_SAME_SECOND 60

/* In seconds: what is hidden and older was left by a crash. */
#define MAX_UNFINISHED_AGE 3600

static char *backups_root;

/**
 * dateline_backups_set_root:
 * @root: (nullable): the path of the folder that holds the folders of all stories, or %NULL to make no backups
 *
 * Sets where backups are. To be called once, at the start of a program: without it none are made by themselves.
 */
void
dateline_backups_set_root (const char *root)
{
  g_free (backups_root);
  backups_root = g_strdup (root);
}

/* An id that a folder cannot have as its name is replaced by one that no other id has as its name. */
static char *
dup_folder_name (const char *story)
{
  g_autofree char *sum = NULL;

  if (strlen (story) <= MAX_ID_LENGTH && g_regex_match_simple ("^[A-Za-z0-9][A-Za-z0-9._-]*$", story, G_REGEX_DOLLAR_ENDONLY, 0))
    return g_strdup (story);

  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, story, -1);

  return g_strconcat ("=", sum, NULL);
}

/**
 * dateline_backups_dup_folder:
 * @story: the id of a story
 *
 * Where the backups of a story are.
 *
 * Returns: (transfer full) (nullable): the path of a folder that need not be there yet, or %NULL if there is no place for
 *   backups
 */
char *
dateline_backups_dup_folder (const char *story)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (story != NULL, NULL);

  if (backups_root == NULL)
    return NULL;

  name = dup_folder_name (story);

  return g_build_filename (backups_root, name, NULL);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return -g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The names of what is ours in a folder, the newest first. */
static GPtrArray *
list_names (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_regex_match_simple ("^" NAME_PATTERN "$", name, G_REGEX_DOLLAR_ENDONLY, 0))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_newest_first);

  return names;
}

/* Copies of one story share their backups, but each has its own of the day. */
static char *
dup_suffix (const char *path)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  return g_strdup_printf ("-%.8s.dateline", sum);
}

/**
 * dateline_backups_is_due:
 * @story: the id of a story
 * @path: the path of the file that it is in
 *
 * Whether no backup was made of the file today.
 *
 * Returns: %FALSE if there is one, or no place for any
 */
gboolean
dateline_backups_is_due (const char *story,
                         const char *path)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, TIME_FORMAT);
  g_autofree char *folder = NULL;
  g_autofree char *suffix = NULL;
  g_autoptr(GPtrArray) names = NULL;

  g_return_val_if_fail (story != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  folder = dateline_backups_dup_folder (story);
  if (folder == NULL)
    return FALSE;

  suffix = dup_suffix (path);
  names = list_names (folder);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (strncmp (name, today, DATE_LENGTH) == 0 && g_str_has_suffix (name, suffix))
        return FALSE;
    }

  return TRUE;
}

/* Removes what is more than is kept, the oldest first, and what a crash left unfinished. */
static void
prune (const char *folder,
       const char *newest,
       const char *spared)
{
  g_autoptr(GPtrArray) names = list_names (folder);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *hidden;

  for (guint i = names->len; i > 0 && names->len > DATELINE_BACKUPS_KEPT; i--)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i - 1), NULL);

      if (g_strcmp0 (path, newest) == 0 || g_strcmp0 (path, spared) == 0)
        continue;
      g_unlink (path);
      g_ptr_array_remove_index (names, i - 1);
    }

  while (dir != NULL && (hidden = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, hidden, NULL);
      GStatBuf info;

      if (g_regex_match_simple ("^\\." NAME_PATTERN "-[A-Za-z0-9]{6}$", hidden, G_REGEX_DOLLAR_ENDONLY, 0) &&
          g_lstat (path, &info) == 0 &&
          info.st_mtime < g_get_real_time () / G_USEC_PER_SEC - MAX_UNFINISHED_AGE)
        g_unlink (path);
    }
}

/* Finds a name that nothing has and that comes after all others. */
static char *
dup_free_path (const char *folder,
               const char *source)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GPtrArray) names = list_names (folder);
  g_autofree char *suffix = dup_suffix (source);
  g_autofree char *name = NULL;

  for (guint i = 0; i < MAX_SAME_SECOND; i++)
    {
      g_autoptr(GDateTime) time = g_date_time_add_seconds (now, i);
      g_autofree char *stem = g_date_time_format (time, TIME_FORMAT);

      g_free (name);
      name = g_strconcat (stem, suffix, NULL);
      if (names->len == 0 || strncmp (stem, g_ptr_array_index (names, 0), strlen (stem)) > 0)
        break;
    }

  return g_build_filename (folder, name, NULL);
}

static char *
make (DatelineDatabase  *database,
      const char        *story,
      gboolean           is_calm,
      const char        *spared,
      GCancellable      *cancellable,
      GError           **error)
{
  g_autofree char *folder = dateline_backups_dup_folder (story);
  g_autofree char *path = NULL;

  if (folder == NULL)
    {
      g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_FOUND,
                           _("There is no folder for backups"));
      return NULL;
    }
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      dateline_story_error_set_errno (error, errno);
      return NULL;
    }

  path = dup_free_path (folder, dateline_database_get_path (database));
  if (!(is_calm ? dateline_database_copy_calmly (database, path, cancellable, error)
                : dateline_database_copy_to (database, path, error)))
    return NULL;
  prune (folder, path, spared);

  return g_steal_pointer (&path);
}

/**
 * dateline_backups_make:
 * @database: a story file
 * @story: the id of the story
 * @spared: (nullable): the path of a backup that is to stay in any case
 * @error: return location for an error
 *
 * Makes a backup of a story as it is now. Of those there are the oldest goes if it is one too many.
 *
 * Returns: (transfer full) (nullable): the path of the backup, or %NULL if none could be made
 */
char *
dateline_backups_make (DatelineDatabase  *database,
                       const char        *story,
                       const char        *spared,
                       GError           **error)
{
  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (dateline_database_get_path (database) != NULL, NULL);
  g_return_val_if_fail (story != NULL, NULL);

  return make (database, story, FALSE, spared, NULL, error);
}

/**
 * dateline_backups_make_calmly:
 * @database: a story file
 * @story: the id of the story
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * The same, little by little, so that nobody who writes has to wait for it: of the story as it is when nobody writes for
 * a while.
 *
 * Returns: (transfer full) (nullable): the path of the backup, or %NULL if none could be made
 */
char *
dateline_backups_make_calmly (DatelineDatabase  *database,
                              const char        *story,
                              GCancellable      *cancellable,
                              GError           **error)
{
  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (dateline_database_get_path (database) != NULL, NULL);
  g_return_val_if_fail (story != NULL, NULL);

  return make (database, story, TRUE, NULL, cancellable, error);
}

/* When something was made, as its name says, or %NULL if there is no such time. */
static GDateTime *
parse_time (const char *name)
{
  const char *clock = name + DATE_LENGTH + 1;

  return g_date_time_new_local (atoi (name), atoi (name + 5), atoi (name + 8),
                                10 * (clock[0] - '0') + clock[1] - '0',
                                10 * (clock[2] - '0') + clock[3] - '0',
                                10 * (clock[4] - '0') + clock[5] - '0');
}

/**
 * dateline_backups_list:
 * @story: the id of a story
 *
 * Finds the backups of a story and what they hold.
 *
 * Returns: (transfer full) (element-type DatelineBackup): the backups, the newest first
 */
GPtrArray *
dateline_backups_list (const char *story)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_backup_free);
  g_autoptr(GPtrArray) names = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (story != NULL, backups);

  folder = dateline_backups_dup_folder (story);
  names = folder != NULL ? list_names (folder) : NULL;
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autoptr(GDateTime) time = parse_time (name);
      DatelineBackup *backup;

      if (time == NULL)
        continue;
      backup = g_new0 (DatelineBackup, 1);
      backup->path = g_build_filename (folder, name, NULL);
      backup->time = g_steal_pointer (&time);
      backup->summary = dateline_database_read_summary (backup->path, &backup->error);
      g_ptr_array_add (backups, backup);
    }

  return backups;
}

/**
 * dateline_backup_free:
 * @self: (transfer full): a backup
 *
 * Forgets a backup. Its file stays.
 */
void
dateline_backup_free (DatelineBackup *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->summary, dateline_database_summary_free);
  g_clear_error (&self->error);
  g_date_time_unref (self->time);
  g_free (self->path);
  g_free (self);
}
