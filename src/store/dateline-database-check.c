/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether all of a story file is sound. */
#include "config.h"

#include "dateline-database.h"

#define CHECK_INTERVAL 10000 /* steps of SQLite between two looks at the cancellable */

static int
is_cancelled (gpointer user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

/* SQLite asks is_cancelled() only between steps, and to read a whole table for the check is one step. */
static void
cancelled_cb (GCancellable *cancellable,
              gpointer      handle)
{
  sqlite3_interrupt (handle);
}

/* Runs a statement that returns one row if all is well, or none if @sound is %NULL. */
static gboolean
check (sqlite3     *handle,
       const char  *sql,
       const char  *sound,
       GError     **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean is_sound = TRUE;
  int code;

  code = sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    is_sound = sound != NULL && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), sound) == 0;
  else if (code != SQLITE_DONE)
    is_sound = dateline_story_error_set_sqlite (error, handle, code);
  sqlite3_finalize (statement);

  if (!is_sound && (code == SQLITE_ROW || code == SQLITE_DONE))
    dateline_story_error_set_sqlite (error, handle, SQLITE_CORRUPT);

  return is_sound;
}

/**
 * dateline_database_check_file:
 * @path: the path of a file
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads all of a story file to find out whether it is sound. May take seconds, and may run in any thread: it uses a
 * connection of its own.
 *
 * Returns: %TRUE if the file is sound
 */
gboolean
dateline_database_check_file (const char    *path,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_autoptr(DatelineDatabase) self = NULL;
  sqlite3 *handle;
  gulong cancelled_id = 0;
  gboolean is_sound;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);

  self = dateline_database_open (path, DATELINE_DATABASE_TO_CHECK, NULL, NULL, error);
  if (self == NULL)
    return FALSE;

  handle = dateline_database_get_handle (self);
  if (cancellable != NULL)
    {
      sqlite3_progress_handler (handle, CHECK_INTERVAL, is_cancelled, cancellable);
      cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), handle, NULL);
    }
  is_sound = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
             check (handle, "PRAGMA quick_check (1)", "ok", error) &&
             check (handle, "PRAGMA foreign_key_check", NULL, error);
  g_cancellable_disconnect (cancellable, cancelled_id);

  return is_sound;
}
