/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups of a story file: on the first edit of a day, on demand, and put back. */
#include "config.h"

#include "dateline-story-file-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "dateline-backups.h"
#include "dateline-query.h"

/* In bytes: copying more takes longer than an edit may. */
#define MAX_AT_ONCE (8 * 1024 * 1024)

/* How often a restoration starts again because another program writes. */
#define MAX_ATTEMPTS 3

static const char *
get_id (DatelineStoryFile *self)
{
  return dateline_story_get_id (self->story);
}

/* Makes a backup of a file that is about to be brought forward to a newer version. If that fails the file is brought
 * forward all the same, and the reader told: @problem is set. */
gboolean
_dateline_story_file_before_migration (DatelineDatabase  *database,
                                       gpointer           problem,
                                       GError           **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(DatelineQuery) query = NULL;
  g_autofree char *id = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  query = dateline_query_new (dateline_database_get_handle (database), error, "SELECT id FROM story", "");
  if (query == NULL)
    return FALSE;
  if (dateline_query_next (query, NULL))
    id = dateline_query_dup_string (query, 0);
  g_clear_pointer (&query, dateline_query_free);

  folder = id != NULL ? dateline_backups_dup_folder (id) : NULL;
  if (folder == NULL)
    return TRUE;
  path = dateline_backups_make (database, id, NULL, &failure);
  if (path == NULL)
    *(char **) problem = g_steal_pointer (&failure->message);

  return TRUE;
}

/* Notes why there is no backup, to be told when the edit is done. */
void
_dateline_story_file_note_problem (DatelineStoryFile *self,
                                   const char        *reason)
{
  g_return_if_fail (DATELINE_IS_STORY_FILE (self));
  g_return_if_fail (reason != NULL);

  g_free (self->backup_problem);
  /* Translators: %s is a sentence */
  self->backup_problem = g_strdup_printf (_("No backup of this story could be made today: %s"), reason);
}

/* Tells why there is no backup, once. */
void
_dateline_story_file_tell_problem (DatelineStoryFile *self)
{
  g_autofree char *problem = NULL;

  g_return_if_fail (DATELINE_IS_STORY_FILE (self));

  problem = g_steal_pointer (&self->backup_problem);
  if (problem != NULL)
    _dateline_story_file_complain (self, problem);
}

static void
back_up_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  GStrv names = task_data;
  g_autoptr(DatelineDatabase) database = NULL;
  g_autofree char *path = NULL;
  GError *error = NULL;

  database = dateline_database_open (names[0], DATELINE_DATABASE_AS_IS, NULL, NULL, &error);
  if (database != NULL)
    path = dateline_backups_make_calmly (database, names[1], cancellable, &error);
  if (path != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr(DatelineStoryFile) self = g_weak_ref_get (ref);
  g_autoptr(GError) error = NULL;

  g_weak_ref_clear (ref);
  g_free (ref);
  if (!g_task_propagate_boolean (G_TASK (result), &error) && self != NULL &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      _dateline_story_file_note_problem (self, error->message);
      _dateline_story_file_tell_problem (self);
    }
}

/* Nobody waits for it, so it is a connection of its own that reads: it may already find the edit. */
static void
start_backup (DatelineStoryFile *self)
{
  const char *names[] = { dateline_story_file_get_path (self), get_id (self), NULL };
  GWeakRef *ref = g_new0 (GWeakRef, 1);
  g_autoptr(GTask) task = NULL;

  if (self->backup_cancellable == NULL)
    self->backup_cancellable = g_cancellable_new ();
  g_weak_ref_init (ref, self);
  task = g_task_new (NULL, self->backup_cancellable, backed_up_cb, ref);
  g_task_set_source_tag (task, start_backup);
  g_task_set_task_data (task, g_strdupv ((GStrv) names), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, back_up_in_thread);
}

/* Before the first edit of a day: makes a backup, unless there is one of today. Whatever comes of it, the edit goes on. */
void
_dateline_story_file_back_up_daily (DatelineStoryFile *self)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  const char *source;
  GStatBuf info;
  int day;

  g_return_if_fail (DATELINE_IS_STORY_FILE (self));

  day = g_date_time_get_year (now) * 1000 + g_date_time_get_day_of_year (now);
  source = dateline_story_file_get_path (self);
  if (day == self->backup_day || source == NULL)
    return;
  self->backup_day = day;
  if (!dateline_backups_is_due (get_id (self), source))
    return;

  /* Where no main loop runs nobody waits for a frame, and a thread might not come to its end. */
  if (g_main_depth () > 0 && g_stat (source, &info) == 0 && info.st_size > MAX_AT_ONCE)
    {
      start_backup (self);
      return;
    }

  path = dateline_backups_make (self->database, get_id (self), NULL, &error);
  if (path == NULL)
    _dateline_story_file_note_problem (self, error->message);
}

/**
 * dateline_story_file_back_up:
 * @self: a `DatelineStoryFile` that is on the disk
 * @error: return location for an error
 *
 * Makes a backup now.
 *
 * Returns: (transfer full) (nullable): the path of the backup, or %NULL if none could be made
 */
char *
dateline_story_file_back_up (DatelineStoryFile  *self,
                             GError            **error)
{
  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), NULL);
  g_return_val_if_fail (dateline_story_file_get_path (self) != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return dateline_backups_make (self->database, get_id (self), NULL, error);
}

/* Opens a backup, which anybody may have put there. */
static DatelineDatabase *
open_backup (DatelineStoryFile  *self,
             const char         *path,
             GError            **error)
{
  g_autoptr(DatelineDatabaseSummary) summary = NULL;

  if (!dateline_database_check_file (path, NULL, error))
    return NULL;
  summary = dateline_database_read_summary (path, error);
  if (summary == NULL)
    return NULL;
  if (g_strcmp0 (summary->id, get_id (self)) != 0)
    {
      g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_INVALID,
                   /* Translators: %s is the title of a story */
                   _("This is a backup of another story, “%s”"), summary->title);
      return NULL;
    }

  return dateline_database_open (path, DATELINE_DATABASE_READ_ONLY, NULL, NULL, error);
}

/* Opens a transaction, and tells what has to change in it. What another program writes before the transaction is open
 * would be missing from that, so then it starts again. */
static GBytes *
begin_restoring (DatelineStoryFile  *self,
                 DatelineDatabase   *backup,
                 GError            **error)
{
  sqlite3 *db = _dateline_story_file_get_handle (self);

  for (guint i = 0; i < MAX_ATTEMPTS; i++)
    {
      g_autoptr(GBytes) changeset = NULL;
      gint64 before = 0;
      gint64 after = 0;

      if (!dateline_query_read_int (db, "PRAGMA data_version", &before, error))
        return NULL;
      changeset = dateline_changeset_compare (db, dateline_database_get_handle (backup), error);
      if (changeset == NULL || !_dateline_story_file_begin (self, error))
        return NULL;
      if (!dateline_query_read_int (db, "PRAGMA data_version", &after, error))
        {
          _dateline_story_file_rollback (self);
          return NULL;
        }
      if (before == after)
        return g_steal_pointer (&changeset);
      _dateline_story_file_rollback (self);
    }

  dateline_story_error_set_sqlite (error, NULL, SQLITE_BUSY);

  return NULL;
}

/**
 * dateline_story_file_restore:
 * @self: a `DatelineStoryFile`
 * @path: the path of a backup of it
 * @is_different: (out) (optional): whether the story is another one now
 * @error: return location for an error
 *
 * Makes the story what it was when the backup was made, as one edit that can be undone. Before, a backup is made of what
 * it is now.
 *
 * Returns: %TRUE if it is done
 */
gboolean
dateline_story_file_restore (DatelineStoryFile  *self,
                             const char         *path,
                             gboolean           *is_different,
                             GError            **error)
{
  g_autoptr(DatelineDatabase) backup = NULL;
  g_autoptr(DatelineEdit) edit = NULL;
  g_autoptr(GBytes) changeset = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *spared = NULL;
  g_autofree char *present = NULL;
  gint64 number = 0;

  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  backup = open_backup (self, path, error);
  if (backup == NULL)
    return FALSE;

  folder = dateline_backups_dup_folder (get_id (self));
  spared = g_canonicalize_filename (path, NULL);
  if (folder != NULL && dateline_story_file_get_path (self) != NULL)
    {
      present = dateline_backups_make (self->database, get_id (self), spared, error);
      if (present == NULL)
        return FALSE;
    }

  edit = dateline_edit_new (C_("edit", "Restore Backup"));
  changeset = begin_restoring (self, backup, error);
  if (changeset == NULL)
    return FALSE;
  if (!dateline_changeset_apply (changeset, _dateline_story_file_get_handle (self), NULL, error))
    {
      _dateline_story_file_rollback (self);
      return FALSE;
    }
  if (!_dateline_story_file_commit (self, dateline_edit_get_name (edit), &number, error))
    return FALSE;

  if (is_different != NULL)
    *is_different = number != 0;
  if (number != 0)
    _dateline_story_file_push_undo (self, edit, number);
  _dateline_story_file_refresh (self, number);
  if (number != 0)
    _dateline_story_file_notify_names (self);

  return TRUE;
}
