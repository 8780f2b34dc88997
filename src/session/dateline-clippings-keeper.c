/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a story's clippings last: reads them at the start, and writes them shortly after each change. */
#include "config.h"

#include "dateline-clippings-keeper.h"

#include "dateline-clippings-file.h"

/* Typing a note is many changes: they are written together when the reader pauses. */
#define PAUSE_MS 300

struct _DatelineClippingsKeeper
{
  GObject parent_instance;

  DatelineClippings     *clippings;
  DatelineClippingsFile *file;
  guint                  save_id;
  gboolean               warned;
};

enum
{
  SIGNAL_WARNING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineClippingsKeeper, dateline_clippings_keeper, G_TYPE_OBJECT)

static gboolean
save (DatelineClippingsKeeper *self)
{
  g_autoptr(GError) error = NULL;

  if (dateline_clippings_file_save (self->file, G_LIST_MODEL (self->clippings), &error))
    {
      self->warned = FALSE;
      return TRUE;
    }

  /* A full disk stays full: said once, not after each change. */
  if (!self->warned)
    g_signal_emit (self, signals[SIGNAL_WARNING], 0, error->message);
  self->warned = TRUE;

  return FALSE;
}

static gboolean
save_cb (gpointer user_data)
{
  DatelineClippingsKeeper *self = DATELINE_CLIPPINGS_KEEPER (user_data);

  self->save_id = 0;
  save (self);

  return G_SOURCE_REMOVE;
}

static void
edited_cb (DatelineClippingsKeeper *self)
{
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (PAUSE_MS, save_cb, self);
}

static void
dateline_clippings_keeper_dispose (GObject *object)
{
  DatelineClippingsKeeper *self = DATELINE_CLIPPINGS_KEEPER (object);

  if (self->clippings != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->clippings, edited_cb, self);
      dateline_clippings_keeper_flush (self);
    }
  g_clear_object (&self->clippings);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (dateline_clippings_keeper_parent_class)->dispose (object);
}

static void
dateline_clippings_keeper_class_init (DatelineClippingsKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_clippings_keeper_dispose;

  /**
   * DatelineClippingsKeeper::warning:
   * @self: a `DatelineClippingsKeeper`
   * @message: a sentence for the reader
   *
   * The clippings could not be read, or will not last.
   */
  signals[SIGNAL_WARNING] =
    g_signal_new ("warning", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dateline_clippings_keeper_init (DatelineClippingsKeeper *self)
{
}

/**
 * dateline_clippings_keeper_new:
 * @story: the story that is clipped
 * @clippings: its clippings
 * @directory: the path of the folder where clippings are kept; it need not exist
 *
 * Creates a keeper, which from now on writes every change.
 *
 * Returns: (transfer full): a new keeper
 */
DatelineClippingsKeeper *
dateline_clippings_keeper_new (DatelineStory     *story,
                               DatelineClippings *clippings,
                               const char        *directory)
{
  DatelineClippingsKeeper *self;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (DATELINE_IS_CLIPPINGS (clippings), NULL);
  g_return_val_if_fail (directory != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_CLIPPINGS_KEEPER, NULL);
  self->clippings = g_object_ref (clippings);
  self->file = dateline_clippings_file_new (directory, story);
  g_signal_connect_object (clippings, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * dateline_clippings_keeper_load:
 * @self: a `DatelineClippingsKeeper`
 *
 * Adds the clippings of earlier days, or emits a warning.
 */
void
dateline_clippings_keeper_load (DatelineClippingsKeeper *self)
{
  g_autoptr(GListModel) kept = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (DATELINE_IS_CLIPPINGS_KEEPER (self));

  kept = dateline_clippings_file_load (self->file, &error);
  if (kept == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_WARNING], 0, error->message);
      return;
    }

  /* What was just read need not be written. */
  g_signal_handlers_block_by_func (self->clippings, edited_cb, self);
  for (guint i = 0; i < g_list_model_get_n_items (kept); i++)
    {
      g_autoptr(DatelineClipping) clipping = g_list_model_get_item (kept, i);

      if (!dateline_clippings_find (self->clippings, dateline_clipping_get_item (clipping),
                                    dateline_clipping_get_passage (clipping), NULL))
        dateline_clippings_insert (self->clippings, G_MAXUINT, clipping);
    }
  g_signal_handlers_unblock_by_func (self->clippings, edited_cb, self);
}

/**
 * dateline_clippings_keeper_flush:
 * @self: a `DatelineClippingsKeeper`
 *
 * Writes at once what waits to be written.
 *
 * Returns: %TRUE unless it could not be written
 */
gboolean
dateline_clippings_keeper_flush (DatelineClippingsKeeper *self)
{
  g_return_val_if_fail (DATELINE_IS_CLIPPINGS_KEEPER (self), FALSE);

  if (self->save_id == 0)
    return TRUE;

  g_clear_handle_id (&self->save_id, g_source_remove);

  return save (self);
}

/**
 * dateline_clippings_keeper_dup_folder:
 *
 * Where a reader's clippings are kept.
 *
 * Returns: (transfer full): the path of the folder
 */
char *
dateline_clippings_keeper_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "dateline", "clippings", NULL);
}
