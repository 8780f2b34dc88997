/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings what the file holds into the living story: after an edit, and when another program has changed the file. */
#include "config.h"

#include "dateline-story-file-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "dateline-rows.h"
#include "dateline-query.h"

/* A change of another program shall be seen within a second. While that program writes, nobody waits for it. */
#define LOOK_INTERVAL_MS 400
#define LOOK_PATIENCE_MS 5

static gboolean
read_version (DatelineStoryFile  *self,
              gint64             *version,
              GError            **error)
{
  return dateline_query_read_int (_dateline_story_file_get_handle (self), "PRAGMA data_version", version, error);
}

/* Learns from the edits since the last look what they changed, and whether all of them are @own. */
static gboolean
read_edits (DatelineStoryFile  *self,
            gint64              own,
            DatelineChanges    *changes,
            gint64             *newest,
            gboolean           *is_own,
            GError            **error)
{
  sqlite3 *db = _dateline_story_file_get_handle (self);
  g_autoptr(DatelineQuery) query = NULL;
  g_autoptr(GError) failure = NULL;

  *newest = self->seen;
  *is_own = TRUE;
  query = dateline_query_new (db, error, "SELECT number, changeset FROM edit WHERE number > ? ORDER BY number",
                                      "i", self->seen);
  if (query == NULL)
    return FALSE;

  while (dateline_query_next (query, &failure))
    {
      g_autoptr(GBytes) changeset = g_bytes_new (sqlite3_column_blob (query, 1),
                                                 (gsize) sqlite3_column_bytes (query, 1));

      *newest = sqlite3_column_int64 (query, 0);
      *is_own = *is_own && *newest == own;
      if (!dateline_changeset_collect (changeset, db, changes, error))
        return FALSE;
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return failure == NULL;
}

static gboolean
refresh_once (DatelineStoryFile  *self,
              gint64              own,
              GError            **error)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  DatelineChanges changes = { .ids = ids };
  gint64 version = 0;
  gint64 newest = 0;
  gboolean is_own = FALSE;
  gboolean is_read;
  gboolean was_stale;

  /* The two have to be of one moment. */
  if (!dateline_database_execute (self->database, "BEGIN", error))
    return FALSE;
  sqlite3_busy_timeout (_dateline_story_file_get_handle (self), (int) self->patience);
  is_read = read_version (self, &version, error) && read_edits (self, own, &changes, &newest, &is_own, error);
  sqlite3_exec (_dateline_story_file_get_handle (self), "ROLLBACK", NULL, NULL, NULL);
  sqlite3_busy_timeout (_dateline_story_file_get_handle (self), DATELINE_DATABASE_PATIENCE);
  if (!is_read)
    return FALSE;

  /* Somebody changed the file and did not note what. */
  if (version != self->data_version && is_own)
    self->is_stale = TRUE;
  /* If this fails, something between what was and what is may be shown. */
  was_stale = self->is_stale;
  self->is_stale = TRUE;
  if (was_stale)
    is_read = dateline_rows_load (_dateline_story_file_get_handle (self), self->story, error);
  else if (g_hash_table_size (ids) > 0)
    is_read = dateline_rows_refresh (_dateline_story_file_get_handle (self), self->story, ids, error);
  if (!is_read)
    return FALSE;

  self->data_version = version;
  self->seen = newest;
  self->is_stale = FALSE;
  self->is_behind = FALSE;
  g_clear_pointer (&self->complaint, g_free);
  if (changes.clippings || was_stale)
    _dateline_story_file_tell_clippings (self);

  return TRUE;
}

/* Takes the present state of the file for what the model shows. */
gboolean
_dateline_story_file_look (DatelineStoryFile  *self,
                           GError            **error)
{
  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), FALSE);

  self->is_stale = FALSE;

  return read_version (self, &self->data_version, error) &&
         dateline_query_read_int (_dateline_story_file_get_handle (self), "SELECT max (number) FROM edit",
                                      &self->seen, error);
}

/* Brings the model up to date, after the edit of the number @own or for no reason of our own. What comes in while
 * handlers run is brought in afterwards. */
void
_dateline_story_file_refresh (DatelineStoryFile *self,
                              gint64             own)
{
  g_return_if_fail (DATELINE_IS_STORY_FILE (self));

  if (self->is_refreshing)
    {
      self->has_more = TRUE;
      return;
    }

  g_object_ref (self);
  self->is_refreshing = TRUE;
  do
    {
      g_autoptr(GError) error = NULL;

      self->has_more = FALSE;
      if (!refresh_once (self, own, &error))
        {
          /* The edit is in the file all the same: the next look will show it. */
          self->is_behind = TRUE;
          if (!g_error_matches (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_BUSY))
            _dateline_story_file_complain (self, error->message);
          break;
        }
    }
  while (self->has_more);
  self->is_refreshing = FALSE;
  /* Where a main loop runs the next look tells it: not in the middle of an edit, which has not failed. */
  if (g_main_depth () == 0)
    _dateline_story_file_tell_problem (self);
  g_object_unref (self);
}

/* Whether the file is still where it was opened. Tells once if it is not. */
gboolean
_dateline_story_file_check_place (DatelineStoryFile  *self,
                                  GError            **error)
{
  GStatBuf buffer;
  const char *message;

  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), FALSE);

  if (dateline_story_file_get_path (self) == NULL)
    return TRUE;
  if (g_stat (dateline_story_file_get_path (self), &buffer) == 0)
    {
      if (buffer.st_dev == self->device && buffer.st_ino == self->inode)
        {
          self->is_gone = FALSE;
          return TRUE;
        }
      message = _("Another file has taken the place of the story file. Save a copy to go on.");
    }
  else
    {
      message = _("The story file was moved or deleted. Save a copy to go on.");
    }

  if (!self->is_gone)
    {
      self->is_gone = TRUE;
      if (error == NULL)
        _dateline_story_file_complain (self, message);
    }
  g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_FOUND, message);

  return FALSE;
}

/**
 * dateline_story_file_poll:
 * @self: a `DatelineStoryFile`
 *
 * Looks whether another program has changed the file, and brings that into the story. A story file does this by
 * itself, a few times a second, wherever a main loop runs.
 */
void
dateline_story_file_poll (DatelineStoryFile *self)
{
  g_autoptr(GError) error = NULL;
  gint64 version = 0;
  gboolean is_read;

  g_return_if_fail (DATELINE_IS_STORY_FILE (self));

  if (!_dateline_story_file_check_place (self, NULL) || self->is_refreshing)
    return;

  sqlite3_busy_timeout (_dateline_story_file_get_handle (self), LOOK_PATIENCE_MS);
  is_read = read_version (self, &version, &error);
  sqlite3_busy_timeout (_dateline_story_file_get_handle (self), DATELINE_DATABASE_PATIENCE);

  if (!is_read && !g_error_matches (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_BUSY))
    _dateline_story_file_complain (self, error->message);
  else if (is_read && (self->is_behind || self->is_stale || version != self->data_version))
    _dateline_story_file_refresh (self, 0);
  _dateline_story_file_tell_problem (self);
}

static gboolean
look_cb (gpointer user_data)
{
  dateline_story_file_poll (DATELINE_STORY_FILE (user_data));

  return G_SOURCE_CONTINUE;
}

/* Looks from now on whether the file changes. */
void
_dateline_story_file_start_watch (DatelineStoryFile *self)
{
  g_return_if_fail (DATELINE_IS_STORY_FILE (self));
  g_return_if_fail (self->watch == NULL);

  self->watch = g_timeout_source_new (LOOK_INTERVAL_MS);
  g_source_set_name (self->watch, "[dateline] story file");
  g_source_set_callback (self->watch, look_cb, self, NULL);
  g_source_attach (self->watch, g_main_context_get_thread_default ());
}
