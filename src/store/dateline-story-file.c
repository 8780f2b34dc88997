/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story in a file: the file is the truth, the living story shows it. Every edit is one transaction. */
#include "config.h"

#include "dateline-story-file-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "dateline-file-stamp.h"
#include "dateline-kept-clippings.h"
#include "dateline-rows.h"
#include "dateline-rows-living.h"
#include "dateline-rows-source.h"

enum
{
  PROP_0,
  PROP_STORY,
  PROP_PATH,
  PROP_READ_ONLY,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  N_PROPS
};

enum
{
  SIGNAL_FAILED,
  SIGNAL_CLIPPINGS_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineStoryFile, dateline_story_file, G_TYPE_OBJECT)

static void
dateline_story_file_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DatelineStoryFile *self = DATELINE_STORY_FILE (object);

  switch (prop_id)
    {
    case PROP_STORY:
      g_value_set_object (value, self->story);
      break;
    case PROP_PATH:
      g_value_set_string (value, dateline_story_file_get_path (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, dateline_story_file_get_read_only (self));
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, dateline_story_file_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, dateline_story_file_get_redo_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_story_file_dispose (GObject *object)
{
  DatelineStoryFile *self = DATELINE_STORY_FILE (object);

  if (self->watch != NULL)
    g_source_destroy (self->watch);
  g_clear_pointer (&self->watch, g_source_unref);
  g_cancellable_cancel (self->check);
  g_clear_object (&self->check);
  /* Somebody else may keep the story. */
  if (self->story != NULL && dateline_story_get_source (self->story) != NULL)
    dateline_rows_source_close (DATELINE_ROWS_SOURCE (dateline_story_get_source (self->story)),
                                _dateline_story_file_get_handle (self));
  g_cancellable_cancel (self->backup_cancellable);
  g_clear_object (&self->backup_cancellable);
  g_clear_object (&self->story);

  G_OBJECT_CLASS (dateline_story_file_parent_class)->dispose (object);
}

static void
dateline_story_file_finalize (GObject *object)
{
  DatelineStoryFile *self = DATELINE_STORY_FILE (object);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  if (self->is_sound && _dateline_story_file_check_place (self, &error))
    path = g_strdup (dateline_story_file_get_path (self));
  g_clear_pointer (&self->recorder, sqlite3session_delete);
  g_clear_pointer (&self->database, dateline_database_free);
  if (path != NULL)
    dateline_file_stamp_leave (path);
  g_clear_pointer (&self->complaint, g_free);
  g_clear_pointer (&self->backup_problem, g_free);
  _dateline_story_file_clear_undo (self);

  G_OBJECT_CLASS (dateline_story_file_parent_class)->finalize (object);
}

static void
dateline_story_file_class_init (DatelineStoryFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_story_file_dispose;
  object_class->finalize = dateline_story_file_finalize;
  object_class->get_property = dateline_story_file_get_property;

  /**
   * DatelineStoryFile:story:
   *
   * The living story, which shows what the file holds.
   */
  properties[PROP_STORY] =
    g_param_spec_object ("story", NULL, NULL, DATELINE_TYPE_STORY,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineStoryFile:path:
   *
   * The path of the file.
   */
  properties[PROP_PATH] =
    g_param_spec_string ("path", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineStoryFile:read-only:
   *
   * Whether the file cannot be written.
   */
  properties[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineStoryFile:undo-name:
   *
   * What would be undone, or an empty string.
   */
  properties[PROP_UNDO_NAME] =
    g_param_spec_string ("undo-name", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineStoryFile:redo-name:
   *
   * What would be done again, or an empty string.
   */
  properties[PROP_REDO_NAME] =
    g_param_spec_string ("redo-name", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DatelineStoryFile::failed:
   * @self: a `DatelineStoryFile`
   * @message: a sentence for the reader
   *
   * The file cannot be read any more, or is not there any more.
   */
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * DatelineStoryFile::clippings-changed:
   * @self: a `DatelineStoryFile`
   *
   * The clippings in the file may be others now.
   */
  signals[SIGNAL_CLIPPINGS_CHANGED] =
    g_signal_new ("clippings-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dateline_story_file_init (DatelineStoryFile *self)
{
  self->patience = DATELINE_DATABASE_PATIENCE;
  _dateline_story_file_init_undo (self);
}

/* Takes a database that holds just what @story shows, or, if that is %NULL, loads what it holds. */
DatelineStoryFile *
_dateline_story_file_take (DatelineDatabase  *database,
                           DatelineStory     *story,
                           GError           **error)
{
  g_autoptr(DatelineStoryFile) self = g_object_new (DATELINE_TYPE_STORY_FILE, NULL);
  GStatBuf buffer;

  self->database = database;
  if (!_dateline_story_file_look (self, error))
    return NULL;

  if (story != NULL)
    {
      self->story = g_object_ref (story);
      if (dateline_story_get_source (story) != NULL)
        dateline_rows_source_move (DATELINE_ROWS_SOURCE (dateline_story_get_source (story)),
                                   _dateline_story_file_get_handle (self));
    }
  else
    self->story = dateline_rows_open_story (_dateline_story_file_get_handle (self), error);
  if (self->story == NULL)
    return NULL;
  if (dateline_story_get_source (self->story) != NULL)
    g_signal_connect_object (dateline_story_get_source (self->story), "failed",
                             G_CALLBACK (_dateline_story_file_complain), self, G_CONNECT_SWAPPED);

  if (dateline_story_file_get_path (self) != NULL && g_stat (dateline_story_file_get_path (self), &buffer) == 0)
    {
      self->device = buffer.st_dev;
      self->inode = buffer.st_ino;
    }

  return g_steal_pointer (&self);
}

static gboolean
write_all (DatelineDatabase  *database,
           DatelineStory     *story,
           GPtrArray         *clippings,
           GError           **error)
{
  sqlite3 *db = dateline_database_get_handle (database);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  return dateline_rows_write_story (db, story, error) &&
         /* Copies of the file share the beginning. */
         _dateline_story_file_note (db, "", NULL, error) &&
         (clippings == NULL || dateline_kept_clippings_write (db, none, clippings, error)) &&
         dateline_database_publish (database, error);
}

/**
 * dateline_story_file_create:
 * @path: (nullable): the path that the file shall have, or %NULL to keep it in memory
 * @story: a story
 * @clippings: (nullable) (element-type DatelineKeptClipping): what the reader picked of it
 * @error: return location for an error
 *
 * Makes a file of a story, which from now on shows what the file holds. A file that is there already stays.
 *
 * Returns: (transfer full) (nullable): a new story file, or %NULL if none could be made
 */
DatelineStoryFile *
dateline_story_file_create (const char     *path,
                            DatelineStory  *story,
                            GPtrArray      *clippings,
                            GError        **error)
{
  g_autoptr(DatelineDatabase) database = NULL;
  DatelineStoryFile *self;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  database = dateline_database_create (path, error);
  if (database == NULL || !write_all (database, story, clippings, error))
    return NULL;

  self = _dateline_story_file_take (g_steal_pointer (&database), story, error);
  if (self == NULL)
    return NULL;

  self->is_sound = TRUE;
  if (path != NULL)
    _dateline_story_file_start_watch (self);

  return self;
}

static gboolean
replace_clippings (DatelineDatabase  *database,
                   GPtrArray         *clippings,
                   GError           **error)
{
  sqlite3 *db = dateline_database_get_handle (database);
  g_autoptr(GPtrArray) present = dateline_kept_clippings_load (db, error);

  if (present == NULL || !dateline_database_execute (database, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (dateline_kept_clippings_write (db, present, clippings, error) &&
      dateline_database_execute (database, "COMMIT", error))
    return TRUE;

  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

/**
 * dateline_story_file_branch:
 * @self: a `DatelineStoryFile`
 * @path: the path of the copy
 * @clippings: (nullable) (element-type DatelineKeptClipping): what the reader picked, if not what the file says
 * @error: return location for an error
 *
 * Copies the file and lets the living story show the copy from now on. The copy knows where it comes from, so that the
 * two can be merged. @self is to be given up.
 *
 * Returns: (transfer full) (nullable): the copy, or %NULL if it could not be made
 */
DatelineStoryFile *
dateline_story_file_branch (DatelineStoryFile  *self,
                            const char         *path,
                            GPtrArray          *clippings,
                            GError            **error)
{
  g_autoptr(DatelineDatabase) database = NULL;
  DatelineStoryFile *copy;

  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  if (!dateline_story_file_copy_to (self, path, error))
    return NULL;
  database = dateline_database_open (path, DATELINE_DATABASE_READ_WRITE, NULL, NULL, error);
  if (database == NULL || (clippings != NULL && !replace_clippings (database, clippings, error)))
    return NULL;
  copy = _dateline_story_file_take (g_steal_pointer (&database), self->story, error);
  if (copy == NULL)
    return NULL;

  /* What others changed in the file that was copied, and was not yet to be seen. */
  if (copy->seen != self->seen || self->is_stale)
    {
      copy->is_stale = TRUE;
      _dateline_story_file_refresh (copy, 0);
    }
  _dateline_story_file_start_watch (copy);

  return copy;
}

/**
 * dateline_story_file_get_path:
 * @self: a `DatelineStoryFile`
 *
 * The path of the file.
 *
 * Returns: (nullable): the path, or %NULL if the file is in memory
 */
const char *
dateline_story_file_get_path (DatelineStoryFile *self)
{
  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), "");

  return dateline_database_get_path (self->database);
}

/**
 * dateline_story_file_get_story:
 * @self: a `DatelineStoryFile`
 *
 * The living story, which shows what the file holds.
 *
 * Returns: (transfer none): the story
 */
DatelineStory *
dateline_story_file_get_story (DatelineStoryFile *self)
{
  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), NULL);

  return self->story;
}

/**
 * dateline_story_file_get_read_only:
 * @self: a `DatelineStoryFile`
 *
 * Whether the file cannot be written.
 *
 * Returns: %TRUE if every edit fails
 */
gboolean
dateline_story_file_get_read_only (DatelineStoryFile *self)
{
  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), TRUE);

  return dateline_database_is_read_only (self->database);
}

/**
 * dateline_story_file_set_patience:
 * @self: a `DatelineStoryFile`
 * @milliseconds: how long to wait
 *
 * Sets how long an edit, Undo or Redo waits while another program writes to the file, before it fails with
 * %DATELINE_STORY_ERROR_BUSY and everything is as it was. Some seconds are right where nobody sees it. Where a main loop
 * runs it is to be less than a frame, and the edit is to be tried again: see `DatelineEditQueue`.
 */
void
dateline_story_file_set_patience (DatelineStoryFile *self,
                                  guint              milliseconds)
{
  g_return_if_fail (DATELINE_IS_STORY_FILE (self));
  g_return_if_fail (milliseconds <= G_MAXINT);

  self->patience = milliseconds;
}

/**
 * dateline_story_file_copy_to:
 * @self: a `DatelineStoryFile`
 * @path: the path of the copy
 * @error: return location for an error
 *
 * Saves a copy. It is complete or not there at all, and replaces nothing.
 *
 * Returns: %TRUE if the copy is there
 */
gboolean
dateline_story_file_copy_to (DatelineStoryFile  *self,
                             const char         *path,
                             GError            **error)
{
  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return dateline_database_copy_to (self->database, path, error);
}

/**
 * dateline_story_file_dup_clippings:
 * @self: a `DatelineStoryFile`
 * @error: return location for an error
 *
 * What the reader picked.
 *
 * Returns: (transfer full) (nullable) (element-type DatelineKeptClipping): the clippings in the reader's order, or %NULL
 *   if they could not be read
 */
GPtrArray *
dateline_story_file_dup_clippings (DatelineStoryFile  *self,
                                   GError            **error)
{
  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), NULL);

  return dateline_kept_clippings_load (_dateline_story_file_get_handle (self), error);
}

/* The connection. */
sqlite3 *
_dateline_story_file_get_handle (DatelineStoryFile *self)
{
  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), NULL);

  return dateline_database_get_handle (self->database);
}

/* Says what is wrong, but not the same several times a second. */
void
_dateline_story_file_complain (DatelineStoryFile *self,
                               const char        *message)
{
  g_return_if_fail (DATELINE_IS_STORY_FILE (self));

  if (g_strcmp0 (self->complaint, message) == 0)
    return;

  g_free (self->complaint);
  self->complaint = g_strdup (message);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, message);
}

/* Tells that other things can be undone now. */
void
_dateline_story_file_notify_names (DatelineStoryFile *self)
{
  g_return_if_fail (DATELINE_IS_STORY_FILE (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_NAME]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_NAME]);
}

/* Tells that the clippings may be others now. */
void
_dateline_story_file_tell_clippings (DatelineStoryFile *self)
{
  g_return_if_fail (DATELINE_IS_STORY_FILE (self));

  g_signal_emit (self, signals[SIGNAL_CLIPPINGS_CHANGED], 0);
}
