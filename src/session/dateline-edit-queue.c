/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carries edits out in a story file, one after the other, without ever holding up the main loop.
 *
 * Only one program writes to a file at a time. What comes while another one does waits here, in its order, and is tried
 * again until it is settled: done once, or refused for a reason that lasts. As an edit is done completely or not at all,
 * trying again never does it twice. */
#include "config.h"

#include "dateline-edit-queue.h"

#include "dateline-story-error.h"

/* In milliseconds: less than a frame, and how often it is tried again. */
#define PATIENCE       8
#define RETRY_INTERVAL 80

/* In microseconds: after that the reader is told, who sees no other sign of the other program. */
#define DELAY (5 * G_USEC_PER_SEC)

/* In milliseconds: how long the end of everything waits. */
#define LAST_PATIENCE 3000

typedef enum
{
  JOB_EDIT,
  JOB_UNDO,
  JOB_REDO
} JobKind;

typedef struct
{
  JobKind           kind;
  DatelineEdit     *edit;  /* what is done, or what waited as well when it was to be undone */
  GWeakRef          owner;
  DatelineEditFunc  func;
} Job;

struct _DatelineEditQueue
{
  GObject parent_instance;

  DatelineStoryFile *file;
  GQueue             jobs;
  gboolean           is_waiting; /* until the last of them is settled */
  gboolean           is_working; /* on the first of them, which is none of @jobs then */
  guint              retry_id;
  gint64             since;
  gboolean           was_told;
};

enum
{
  PROP_0,
  PROP_IS_WAITING,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  N_PROPS
};

enum
{
  SIGNAL_DELAYED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineEditQueue, dateline_edit_queue, G_TYPE_OBJECT)

static Job *
job_new (JobKind           kind,
         DatelineEdit     *edit,
         gpointer          owner,
         DatelineEditFunc  func)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->edit = edit != NULL ? g_object_ref (edit) : NULL;
  g_weak_ref_init (&job->owner, owner);
  job->func = func;

  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->edit);
  g_weak_ref_clear (&job->owner);
  g_free (job);
}

static void
notify_names (DatelineEditQueue *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_NAME]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_NAME]);
}

static gboolean
run (DatelineEditQueue  *self,
     const Job          *job,
     GError            **error)
{
  switch (job->kind)
    {
    case JOB_EDIT:
      return dateline_story_file_apply (self->file, job->edit, error);
    case JOB_UNDO:
      /* What came to nothing leaves nothing to undo, and the step before it is not meant. */
      return (job->edit != NULL && !dateline_edit_get_is_effective (job->edit)) ||
             dateline_story_file_undo (self->file, error);
    case JOB_REDO:
      return dateline_story_file_redo (self->file, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
settle (const Job    *job,
        const GError *error)
{
  g_autoptr(GObject) owner = g_weak_ref_get ((GWeakRef *) &job->owner);

  if (owner != NULL)
    job->func (owner, job->kind == JOB_EDIT ? job->edit : NULL, error);
}

static gboolean
is_busy (const GError *error)
{
  return g_error_matches (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_BUSY);
}

static void
stop_waiting (DatelineEditQueue *self)
{
  g_clear_handle_id (&self->retry_id, g_source_remove);
  self->was_told = FALSE;
  if (!self->is_waiting)
    return;

  self->is_waiting = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_WAITING]);
  notify_names (self);
}

/* Does what can be done now. What comes in meanwhile, from handlers of what is done, comes after the rest. */
static void
work (DatelineEditQueue *self)
{
  g_autoptr(DatelineEditQueue) keeper = g_object_ref (self);
  Job *job;

  if (self->is_working)
    return;

  self->is_working = TRUE;
  while ((job = g_queue_pop_head (&self->jobs)) != NULL)
    {
      g_autoptr(GError) error = NULL;

      if (!run (self, job, &error) && is_busy (error))
        {
          g_queue_push_head (&self->jobs, job);
          break;
        }
      settle (job, error);
      job_free (job);
      /* An Undo that takes its place may come to an end too. */
      notify_names (self);
    }
  self->is_working = FALSE;

  if (g_queue_is_empty (&self->jobs))
    stop_waiting (keeper);
}

static gboolean
retry_cb (gpointer user_data)
{
  DatelineEditQueue *self = DATELINE_EDIT_QUEUE (user_data);

  /* Until it is known that there is something left to try, so that whoever stops the waiting finds no source. */
  self->retry_id = 0;
  g_object_ref (self);
  work (self);
  if (self->is_waiting && self->retry_id == 0)
    self->retry_id = g_timeout_add (RETRY_INTERVAL, retry_cb, self);
  if (self->is_waiting && !self->was_told && g_get_monotonic_time () - self->since > DELAY)
    {
      self->was_told = TRUE;
      g_signal_emit (self, signals[SIGNAL_DELAYED], 0);
    }
  g_object_unref (self);

  return G_SOURCE_REMOVE;
}

static void
append (DatelineEditQueue *self,
        Job               *job)
{
  g_queue_push_tail (&self->jobs, job);
  if (!self->is_waiting)
    {
      self->is_waiting = TRUE;
      self->since = g_get_monotonic_time ();
      self->retry_id = g_timeout_add (RETRY_INTERVAL, retry_cb, self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_WAITING]);
    }
  notify_names (self);
}

/* Takes @job. */
static DatelineEditOutcome
do_or_wait (DatelineEditQueue *self,
            Job               *job)
{
  g_autoptr(GError) error = NULL;

  if (self->is_waiting || (!run (self, job, &error) && is_busy (error)))
    {
      append (self, job);
      return DATELINE_EDIT_WAITING;
    }

  settle (job, error);
  job_free (job);

  return error == NULL ? DATELINE_EDIT_DONE : DATELINE_EDIT_FAILED;
}

static void
dateline_edit_queue_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DatelineEditQueue *self = DATELINE_EDIT_QUEUE (object);

  switch (prop_id)
    {
    case PROP_IS_WAITING:
      g_value_set_boolean (value, self->is_waiting);
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, dateline_edit_queue_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, dateline_edit_queue_get_redo_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_edit_queue_dispose (GObject *object)
{
  DatelineEditQueue *self = DATELINE_EDIT_QUEUE (object);

  if (!dateline_edit_queue_finish (self))
    {
      g_message ("Another program did not finish writing to “%s”: %u changes are lost",
                 dateline_story_file_get_path (self->file), g_queue_get_length (&self->jobs));
      dateline_edit_queue_drop (self);
    }
  g_clear_object (&self->file);

  G_OBJECT_CLASS (dateline_edit_queue_parent_class)->dispose (object);
}

static void
dateline_edit_queue_class_init (DatelineEditQueueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_edit_queue_dispose;
  object_class->get_property = dateline_edit_queue_get_property;

  /**
   * DatelineEditQueue:is-waiting:
   *
   * Whether something waits until another program has finished writing. While it is settled what becomes of that, this
   * is still so.
   */
  properties[PROP_IS_WAITING] =
    g_param_spec_boolean ("is-waiting", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineEditQueue:undo-name:
   *
   * What would be undone, or an empty string.
   */
  properties[PROP_UNDO_NAME] =
    g_param_spec_string ("undo-name", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineEditQueue:redo-name:
   *
   * What would be done again, or an empty string.
   */
  properties[PROP_REDO_NAME] =
    g_param_spec_string ("redo-name", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DatelineEditQueue::delayed:
   * @self: a `DatelineEditQueue`
   *
   * Something has waited for some seconds, and goes on waiting.
   */
  signals[SIGNAL_DELAYED] =
    g_signal_new ("delayed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dateline_edit_queue_init (DatelineEditQueue *self)
{
  g_queue_init (&self->jobs);
}

/**
 * dateline_edit_queue_new:
 * @file: a story file
 *
 * Creates a queue for a file. The file waits for other programs only for a few milliseconds from now on.
 *
 * When the queue is disposed of, it waits some seconds for what is left, as nobody could be told. A window asks before:
 * it stays open while `DatelineEditQueue:is-waiting` is %TRUE, and lets the reader decide if that takes long.
 *
 * Returns: (transfer full): a new queue
 */
DatelineEditQueue *
dateline_edit_queue_new (DatelineStoryFile *file)
{
  DatelineEditQueue *self;

  g_return_val_if_fail (DATELINE_IS_STORY_FILE (file), NULL);

  self = g_object_new (DATELINE_TYPE_EDIT_QUEUE, NULL);
  self->file = g_object_ref (file);
  dateline_story_file_set_patience (file, PATIENCE);
  g_signal_connect_object (file, "notify::undo-name", G_CALLBACK (notify_names), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * dateline_edit_queue_edit:
 * @self: a `DatelineEditQueue`
 * @edit: what to do
 * @owner: (type GObject): an object; if it is gone by then, nothing is told
 * @func: called when it is settled what becomes of the edit, before this returns or later
 *
 * Carries an edit out, now or when another program has finished, after all that waits already.
 *
 * An edit may build on one that waits: then its base is the other one's draft.
 *
 * Returns: what became of it until now
 */
DatelineEditOutcome
dateline_edit_queue_edit (DatelineEditQueue *self,
                          DatelineEdit      *edit,
                          gpointer           owner,
                          DatelineEditFunc   func)
{
  g_return_val_if_fail (DATELINE_IS_EDIT_QUEUE (self), DATELINE_EDIT_FAILED);
  g_return_val_if_fail (DATELINE_IS_EDIT (edit), DATELINE_EDIT_FAILED);

  return do_or_wait (self, job_new (JOB_EDIT, edit, owner, func));
}

static const Job *
peek_last (DatelineEditQueue *self)
{
  return g_queue_peek_tail (&self->jobs);
}

/**
 * dateline_edit_queue_undo:
 * @self: a `DatelineEditQueue`
 * @owner: (type GObject): an object; if it is gone by then, nothing is told
 * @func: called when it is settled what becomes of it
 *
 * Takes the last edit back. One that waits is taken back when it is done; if it is refused then, nothing is. While an
 * Undo waits there is nothing else to undo or to redo.
 *
 * Returns: what became of it until now
 */
DatelineEditOutcome
dateline_edit_queue_undo (DatelineEditQueue *self,
                          gpointer           owner,
                          DatelineEditFunc   func)
{
  const Job *last;

  g_return_val_if_fail (DATELINE_IS_EDIT_QUEUE (self), DATELINE_EDIT_FAILED);

  last = peek_last (self);
  if (*dateline_edit_queue_get_undo_name (self) == '\0')
    return DATELINE_EDIT_DONE;

  return do_or_wait (self, job_new (JOB_UNDO, last != NULL ? last->edit : NULL, owner, func));
}

/**
 * dateline_edit_queue_redo:
 * @self: a `DatelineEditQueue`
 * @owner: (type GObject): an object; if it is gone by then, nothing is told
 * @func: called when it is settled what becomes of it
 *
 * Does again what was undone last.
 *
 * Returns: what became of it until now
 */
DatelineEditOutcome
dateline_edit_queue_redo (DatelineEditQueue *self,
                          gpointer           owner,
                          DatelineEditFunc   func)
{
  g_return_val_if_fail (DATELINE_IS_EDIT_QUEUE (self), DATELINE_EDIT_FAILED);

  if (*dateline_edit_queue_get_redo_name (self) == '\0')
    return DATELINE_EDIT_DONE;

  return do_or_wait (self, job_new (JOB_REDO, NULL, owner, func));
}

/**
 * dateline_edit_queue_get_undo_name:
 * @self: a `DatelineEditQueue`
 *
 * What would be undone.
 *
 * Returns: the name of an edit, or an empty string if there is none
 */
const char *
dateline_edit_queue_get_undo_name (DatelineEditQueue *self)
{
  const Job *last;

  g_return_val_if_fail (DATELINE_IS_EDIT_QUEUE (self), "");

  last = peek_last (self);
  if (last == NULL)
    return dateline_story_file_get_undo_name (self->file);

  return last->kind == JOB_EDIT ? dateline_edit_get_name (last->edit) : "";
}

/**
 * dateline_edit_queue_get_redo_name:
 * @self: a `DatelineEditQueue`
 *
 * What would be done again.
 *
 * Returns: the name of an edit, or an empty string if there is none
 */
const char *
dateline_edit_queue_get_redo_name (DatelineEditQueue *self)
{
  g_return_val_if_fail (DATELINE_IS_EDIT_QUEUE (self), "");

  return peek_last (self) == NULL ? dateline_story_file_get_redo_name (self->file) : "";
}

/**
 * dateline_edit_queue_get_is_waiting:
 * @self: a `DatelineEditQueue`
 *
 * Whether something waits until another program has finished.
 *
 * Returns: %FALSE if everything is settled
 */
gboolean
dateline_edit_queue_get_is_waiting (DatelineEditQueue *self)
{
  g_return_val_if_fail (DATELINE_IS_EDIT_QUEUE (self), FALSE);

  return self->is_waiting;
}

/**
 * dateline_edit_queue_finish:
 * @self: a `DatelineEditQueue`
 *
 * Waits for what waits, for some seconds at most. Only for the end of everything: nothing else happens meanwhile.
 *
 * Returns: %FALSE if something still waits
 */
gboolean
dateline_edit_queue_finish (DatelineEditQueue *self)
{
  g_return_val_if_fail (DATELINE_IS_EDIT_QUEUE (self), TRUE);

  if (!self->is_waiting)
    return TRUE;

  dateline_story_file_set_patience (self->file, LAST_PATIENCE);
  work (self);
  dateline_story_file_set_patience (self->file, PATIENCE);

  return !self->is_waiting;
}

/**
 * dateline_edit_queue_drop:
 * @self: a `DatelineEditQueue`
 *
 * Gives up what waits.
 */
void
dateline_edit_queue_drop (DatelineEditQueue *self)
{
  g_return_if_fail (DATELINE_IS_EDIT_QUEUE (self));

  g_queue_clear_full (&self->jobs, job_free);
  stop_waiting (self);
}
