/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window or a command works with: the open story and what the reader does with it. */
#include "config.h"

#include "dateline-session-private.h"

#include "dateline-kept-clippings.h"
#include "dateline-clippings-link.h"
#include "dateline-edit-queue.h"
#include "dateline-story-error.h"

struct _DatelineSession
{
  GObject parent_instance;

  DatelineStory         *story;
  DatelineIndex         *index;
  DatelineNavigator     *navigator;
  DatelineClippings     *clippings;
  DatelineStoryFile     *file;
  DatelineEditQueue     *queue;   /* of what is written to the file */
  DatelineClippingsLink *link;    /* between the clippings and the file */
  DatelineEdit          *waiting; /* for a file */
  gboolean               was_done; /* the one that waited last */
};

enum
{
  PROP_0,
  PROP_STORY,
  PROP_INDEX,
  PROP_NAVIGATOR,
  PROP_CLIPPINGS,
  PROP_FILE,
  PROP_IS_KEPT,
  PROP_IS_WAITING,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  N_PROPS
};

enum
{
  SIGNAL_KEEP_NEEDED,
  SIGNAL_GIVEN_UP,
  SIGNAL_DELAYED,
  SIGNAL_FAILED,
  SIGNAL_CONFLICT,
  SIGNAL_EDITED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineSession, dateline_session, G_TYPE_OBJECT)

static void
dateline_session_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DatelineSession *self = DATELINE_SESSION (object);

  switch (prop_id)
    {
    case PROP_STORY:
      g_value_set_object (value, self->story);
      break;
    case PROP_INDEX:
      g_value_set_object (value, self->index);
      break;
    case PROP_NAVIGATOR:
      g_value_set_object (value, self->navigator);
      break;
    case PROP_CLIPPINGS:
      g_value_set_object (value, self->clippings);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_IS_KEPT:
      g_value_set_boolean (value, dateline_session_get_is_kept (self));
      break;
    case PROP_IS_WAITING:
      g_value_set_boolean (value, dateline_session_get_is_waiting (self));
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, dateline_session_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, dateline_session_get_redo_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_session_dispose (GObject *object)
{
  DatelineSession *self = DATELINE_SESSION (object);

  /* Writes what waits to be written. */
  g_clear_object (&self->link);
  g_clear_object (&self->queue);
  g_clear_object (&self->waiting);
  g_clear_object (&self->file);
  g_clear_object (&self->clippings);
  g_clear_object (&self->navigator);
  g_clear_object (&self->index);
  g_clear_object (&self->story);

  G_OBJECT_CLASS (dateline_session_parent_class)->dispose (object);
}

static void
dateline_session_class_init (DatelineSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_session_dispose;
  object_class->get_property = dateline_session_get_property;

  /**
   * DatelineSession:story:
   *
   * The open story.
   */
  properties[PROP_STORY] =
    g_param_spec_object ("story", NULL, NULL, DATELINE_TYPE_STORY,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSession:index:
   *
   * What follows from the story.
   */
  properties[PROP_INDEX] =
    g_param_spec_object ("index", NULL, NULL, DATELINE_TYPE_INDEX,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSession:navigator:
   *
   * What the reader looks at.
   */
  properties[PROP_NAVIGATOR] =
    g_param_spec_object ("navigator", NULL, NULL, DATELINE_TYPE_NAVIGATOR,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSession:clippings:
   *
   * What the reader picked.
   */
  properties[PROP_CLIPPINGS] =
    g_param_spec_object ("clippings", NULL, NULL, DATELINE_TYPE_CLIPPINGS,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSession:file: (nullable)
   *
   * The file that the story is in; %NULL for one that comes with the program or from an interchange file.
   */
  properties[PROP_FILE] =
    g_param_spec_object ("file", NULL, NULL, DATELINE_TYPE_STORY_FILE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSession:is-kept:
   *
   * Whether edits go into a story file. Otherwise the first edit asks for one.
   */
  properties[PROP_IS_KEPT] =
    g_param_spec_boolean ("is-kept", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSession:is-waiting:
   *
   * Whether something that was to be done waits because another program writes to the file. It is done, or refused,
   * before this is %FALSE again.
   */
  properties[PROP_IS_WAITING] =
    g_param_spec_boolean ("is-waiting", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSession:undo-name:
   *
   * What would be undone, or an empty string.
   */
  properties[PROP_UNDO_NAME] =
    g_param_spec_string ("undo-name", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSession:redo-name:
   *
   * What would be done again, or an empty string.
   */
  properties[PROP_REDO_NAME] =
    g_param_spec_string ("redo-name", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DatelineSession::keep-needed:
   * @self: a `DatelineSession`
   *
   * There is no file that an edit could go into: the reader has to choose where to keep a copy.
   */
  signals[SIGNAL_KEEP_NEEDED] =
    g_signal_new ("keep-needed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DatelineSession::given-up:
   * @self: a `DatelineSession`
   *
   * What waited for a file, or for another program, will not be done: what was typed is to be put back.
   */
  signals[SIGNAL_GIVEN_UP] =
    g_signal_new ("given-up", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DatelineSession::delayed:
   * @self: a `DatelineSession`
   *
   * What waits for another program has waited for some seconds.
   */
  signals[SIGNAL_DELAYED] =
    g_signal_new ("delayed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DatelineSession::failed:
   * @self: a `DatelineSession`
   * @message: a sentence for the reader
   *
   * Something could not be done; everything is as it was before.
   */
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * DatelineSession::conflict:
   * @self: a `DatelineSession`
   * @edit: what was to be done
   * @message: a sentence for the reader
   *
   * What an edit would change was changed meanwhile. The story shows by now how it is. While #DatelineSession:is-waiting
   * is %TRUE it is an edit that had waited: whoever made it may be gone.
   */
  signals[SIGNAL_CONFLICT] =
    g_signal_new ("conflict", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, DATELINE_TYPE_EDIT, G_TYPE_STRING);

  /**
   * DatelineSession::edited:
   * @self: a `DatelineSession`
   * @name: what was done
   *
   * An edit of this session was carried out.
   */
  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dateline_session_init (DatelineSession *self)
{
  self->navigator = dateline_navigator_new ();
  self->clippings = dateline_clippings_new ();
}

/**
 * dateline_session_new:
 * @story: the story to work with
 *
 * Opens a session with nothing selected and nothing picked.
 *
 * Returns: (transfer full): a new session
 */
DatelineSession *
dateline_session_new (DatelineStory *story)
{
  DatelineSession *self;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  self = g_object_new (DATELINE_TYPE_SESSION, NULL);
  self->story = g_object_ref (story);
  self->index = dateline_index_new (story);
  dateline_navigator_follow (self->navigator, story);
  dateline_clippings_follow (self->clippings, story);

  return self;
}

static void
failed_cb (DatelineSession *self,
           const char      *message)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, message);
}

static void
delayed_cb (DatelineSession *self)
{
  g_signal_emit (self, signals[SIGNAL_DELAYED], 0);
}

/* The properties of the queue are those of the session too. */
static void
queue_notify_cb (DatelineSession *self,
                 GParamSpec      *pspec)
{
  g_object_notify (G_OBJECT (self), pspec->name);
}

/* Works with a file from now on. */
static void
set_file (DatelineSession   *self,
          DatelineStoryFile *file)
{
  if (self->file != NULL)
    g_signal_handlers_disconnect_by_data (self->file, self);
  g_clear_object (&self->link);
  g_clear_object (&self->queue);
  g_set_object (&self->file, file);

  self->queue = dateline_edit_queue_new (file);
  g_signal_connect_object (file, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "delayed", G_CALLBACK (delayed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "notify", G_CALLBACK (queue_notify_cb), self, G_CONNECT_SWAPPED);
  self->link = dateline_clippings_link_new (self->clippings, file, self->queue);
  g_signal_connect_object (self->link, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dateline_session_new_for_file:
 * @file: the file to work with
 *
 * Opens a session with the story of a file, and with what the reader picked of it.
 *
 * Returns: (transfer full): a new session
 */
DatelineSession *
dateline_session_new_for_file (DatelineStoryFile *file)
{
  DatelineSession *self;

  g_return_val_if_fail (DATELINE_IS_STORY_FILE (file), NULL);

  self = dateline_session_new (dateline_story_file_get_story (file));
  set_file (self, file);

  return self;
}

/**
 * dateline_session_get_story:
 * @self: a `DatelineSession`
 *
 * The open story.
 *
 * Returns: (transfer none): the story
 */
DatelineStory *
dateline_session_get_story (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return self->story;
}

/**
 * dateline_session_get_index:
 * @self: a `DatelineSession`
 *
 * What follows from the story.
 *
 * Returns: (transfer none): the index
 */
DatelineIndex *
dateline_session_get_index (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return self->index;
}

/**
 * dateline_session_get_navigator:
 * @self: a `DatelineSession`
 *
 * What the reader looks at.
 *
 * Returns: (transfer none): the navigator
 */
DatelineNavigator *
dateline_session_get_navigator (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return self->navigator;
}

/**
 * dateline_session_get_clippings:
 * @self: a `DatelineSession`
 *
 * What the reader picked.
 *
 * Returns: (transfer none): the clippings
 */
DatelineClippings *
dateline_session_get_clippings (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return self->clippings;
}

/**
 * dateline_session_get_file:
 * @self: a `DatelineSession`
 *
 * The file that the story is in.
 *
 * Returns: (transfer none) (nullable): the file, or %NULL
 */
DatelineStoryFile *
dateline_session_get_file (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return self->file;
}

/**
 * dateline_session_get_is_kept:
 * @self: a `DatelineSession`
 *
 * Whether edits go into a story file.
 *
 * Returns: %FALSE if the first edit asks for one
 */
gboolean
dateline_session_get_is_kept (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);

  return self->file != NULL && !dateline_story_file_get_read_only (self->file);
}

/**
 * dateline_session_get_undo_name:
 * @self: a `DatelineSession`
 *
 * What would be undone.
 *
 * Returns: a name, or an empty string if there is nothing
 */
const char *
dateline_session_get_undo_name (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), "");

  return self->queue != NULL ? dateline_edit_queue_get_undo_name (self->queue) : "";
}

/**
 * dateline_session_get_redo_name:
 * @self: a `DatelineSession`
 *
 * What would be done again.
 *
 * Returns: a name, or an empty string if there is nothing
 */
const char *
dateline_session_get_redo_name (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), "");

  return self->queue != NULL ? dateline_edit_queue_get_redo_name (self->queue) : "";
}

/**
 * dateline_session_get_is_waiting:
 * @self: a `DatelineSession`
 *
 * Whether something that was to be done waits because another program writes to the file.
 *
 * Returns: %FALSE if everything is done, or refused
 */
gboolean
dateline_session_get_is_waiting (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);

  return self->queue != NULL && dateline_edit_queue_get_is_waiting (self->queue);
}

/**
 * dateline_session_drop_waiting:
 * @self: a `DatelineSession`
 *
 * Called when the reader does not want to wait for another program any longer: gives up what waits.
 */
void
dateline_session_drop_waiting (DatelineSession *self)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));

  /* Or else it would come again when nothing waits. */
  g_signal_emit (self, signals[SIGNAL_GIVEN_UP], 0);
  if (self->queue != NULL)
    dateline_edit_queue_drop (self->queue);
}

/* Tells what became of an edit, or of Undo or Redo, of which only failures need be told. */
static void
settled_cb (gpointer      owner,
            DatelineEdit *edit,
            const GError *error)
{
  DatelineSession *self = DATELINE_SESSION (owner);

  if (error == NULL && edit != NULL)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0, dateline_edit_get_name (edit));
  else if (edit != NULL && g_error_matches (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT))
    g_signal_emit (self, signals[SIGNAL_CONFLICT], 0, edit, error->message);
  else if (error != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

static gboolean
carry_out (DatelineSession *self,
           DatelineEdit    *edit)
{
  return dateline_edit_queue_edit (self->queue, edit, self, settled_cb) == DATELINE_EDIT_DONE;
}

/**
 * dateline_session_edit:
 * @self: a `DatelineSession`
 * @edit: what to do
 *
 * Carries an edit out. If it cannot be done, one of the signals says why: when there is no file to write to, the edit
 * waits until the reader has chosen one. While another program writes to the file it waits as well, and no signal tells:
 * then #DatelineSession:is-waiting is %TRUE, and what came of it is told later.
 *
 * Returns: %TRUE if it is done
 */
gboolean
dateline_session_edit (DatelineSession *self,
                       DatelineEdit    *edit)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);
  g_return_val_if_fail (DATELINE_IS_EDIT (edit), FALSE);

  if (dateline_session_get_is_kept (self))
    {
      dateline_clippings_link_flush (self->link);
      return carry_out (self, edit);
    }

  self->was_done = FALSE;
  g_set_object (&self->waiting, edit);
  g_signal_emit (self, signals[SIGNAL_KEEP_NEEDED], 0);

  return self->was_done;
}

/**
 * dateline_session_keep:
 * @self: a `DatelineSession`
 * @path: the path of a file to be
 * @error: return location for an error
 *
 * Makes a story file of the open story and of what the reader picked, and goes on there: everything that is shown
 * stays as it is. Then the edit is carried out that waited for a file.
 *
 * Returns: %FALSE if no file could be made
 */
gboolean
dateline_session_keep (DatelineSession  *self,
                       const char       *path,
                       GError          **error)
{
  g_autoptr(DatelineStoryFile) file = NULL;
  g_autoptr(DatelineEdit) edit = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  rows = dateline_kept_clippings_new (G_LIST_MODEL (self->clippings));
  if (self->file != NULL)
    file = dateline_story_file_branch (self->file, path, rows, error);
  else
    file = dateline_story_file_create (path, self->story, rows, error);
  if (file == NULL)
    return FALSE;

  set_file (self, file);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_KEPT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_NAME]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_NAME]);

  edit = g_steal_pointer (&self->waiting);
  if (edit != NULL)
    self->was_done = carry_out (self, edit);

  return TRUE;
}

/**
 * dateline_session_give_up:
 * @self: a `DatelineSession`
 *
 * Called when the reader chose no file: drops the edit that waits for one.
 */
void
dateline_session_give_up (DatelineSession *self)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));

  g_clear_object (&self->waiting);
  g_signal_emit (self, signals[SIGNAL_GIVEN_UP], 0);
}

/* Writes what waits to be written. Tells whether nothing is on its way to the file any more. */
gboolean
_dateline_session_flush (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);

  dateline_clippings_link_flush (self->link);

  return !dateline_edit_queue_get_is_waiting (self->queue);
}

static gboolean
shift (DatelineSession *self,
       DatelineEditOutcome (*func) (DatelineEditQueue *, gpointer, DatelineEditFunc))
{
  if (self->queue == NULL)
    return FALSE;

  dateline_clippings_link_flush (self->link);

  return func (self->queue, self, settled_cb) == DATELINE_EDIT_DONE;
}

/**
 * dateline_session_undo:
 * @self: a `DatelineSession`
 *
 * Takes the last edit back.
 *
 * Returns: %TRUE if there is nothing to undo, or it is taken back; otherwise it waits, or ::failed says why
 */
gboolean
dateline_session_undo (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);

  return shift (self, dateline_edit_queue_undo);
}

/**
 * dateline_session_redo:
 * @self: a `DatelineSession`
 *
 * Does again what was undone last.
 *
 * Returns: %TRUE if there is nothing to redo, or it is done again; otherwise it waits, or ::failed says why
 */
gboolean
dateline_session_redo (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);

  return shift (self, dateline_edit_queue_redo);
}
