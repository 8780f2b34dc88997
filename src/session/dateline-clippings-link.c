/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the reader's clippings and those of the story file the same: what the reader does is an edit of the file, and
 * what the file says, after Undo for instance, is shown. */
#include "config.h"

#include "dateline-clippings-link.h"

#include <glib/gi18n.h>

#include "dateline-kept-clippings.h"

/* Typing a note is many changes: they are written together when the reader pauses. */
#define PAUSE_MS 300

struct _DatelineClippingsLink
{
  GObject parent_instance;

  DatelineClippings *clippings;
  DatelineStoryFile *file;
  DatelineEditQueue *queue;
  GPtrArray         *rows;       /* what the file holds, or will when nothing waits, as far as it is shown */
  guint              flush_id;
  gboolean           is_showing;
};

enum
{
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineClippingsLink, dateline_clippings_link, G_TYPE_OBJECT)

/* The living clipping of a row: the one that is there already, or a new one. */
static DatelineClipping *
dup_clipping (DatelineClippingsLink     *self,
              const DatelineKeptClipping *row)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->clippings)); i++)
    {
      g_autoptr(DatelineClipping) clipping = g_list_model_get_item (G_LIST_MODEL (self->clippings), i);
      g_autoptr(DatelineKeptClipping) present = dateline_kept_clipping_new (clipping);
      DatelineStory *story = dateline_story_file_get_story (self->file);

      if (!dateline_kept_clipping_same_place (present, row) || !g_str_equal (present->exact, row->exact))
        continue;
      /* What was removed and came back is another object. */
      if (row->item != NULL && dateline_story_lookup (story, row->item) != dateline_clipping_get_item (clipping))
        continue;
      if (dateline_story_lookup (story, row->article) != DATELINE_ITEM (dateline_clipping_get_article (clipping)))
        continue;

      dateline_clipping_set_note (clipping, row->note);
      return g_steal_pointer (&clipping);
    }

  return dateline_kept_clipping_dup_clipping (row, dateline_story_file_get_story (self->file));
}

static gboolean
contains (GPtrArray                  *rows,
          const DatelineKeptClipping *row)
{
  for (guint i = 0; i < rows->len; i++)
    if (dateline_kept_clipping_same_place (g_ptr_array_index (rows, i), row))
      return TRUE;

  return FALSE;
}

/* What the reader picked of a file that cannot be written is kept elsewhere, and comes after what the file holds. */
static void
add_unkept (DatelineClippingsLink *self,
            GPtrArray             *rows,
            GPtrArray             *clippings)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->clippings)); i++)
    {
      g_autoptr(DatelineClipping) clipping = g_list_model_get_item (G_LIST_MODEL (self->clippings), i);
      g_autoptr(DatelineKeptClipping) row = dateline_kept_clipping_new (clipping);

      if (!contains (self->rows, row) && !contains (rows, row))
        g_ptr_array_add (clippings, g_steal_pointer (&clipping));
    }
}

/* Shows what the file holds. */
static void
show (DatelineClippingsLink *self)
{
  g_autoptr(GPtrArray) clippings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GError) error = NULL;

  /* It does not hold yet what the reader did last. */
  if (dateline_edit_queue_get_is_waiting (self->queue))
    return;

  g_clear_handle_id (&self->flush_id, g_source_remove);
  rows = dateline_story_file_dup_clippings (self->file, &error);
  if (rows == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
      return;
    }

  self->is_showing = TRUE;
  for (guint i = 0; i < rows->len; i++)
    {
      DatelineClipping *clipping = dup_clipping (self, g_ptr_array_index (rows, i));

      if (clipping != NULL)
        g_ptr_array_add (clippings, clipping);
    }
  if (dateline_story_file_get_read_only (self->file))
    add_unkept (self, rows, clippings);
  dateline_clippings_set (self->clippings, clippings);
  self->is_showing = FALSE;

  g_ptr_array_unref (self->rows);
  self->rows = g_steal_pointer (&rows);
}

/* Whether two lists are the same but for their notes. */
static gboolean
same_places (GPtrArray *a,
             GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!dateline_kept_clipping_same_place (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

/* What cannot be kept is not to be seen either, but for what was typed. */
static void
kept_cb (gpointer      owner,
         DatelineEdit *edit,
         const GError *error)
{
  DatelineClippingsLink *self = DATELINE_CLIPPINGS_LINK (owner);

  if (error == NULL)
    return;

  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
  if (dateline_edit_get_merge_key (edit) == NULL)
    show (self);
}

static void
keep (DatelineClippingsLink *self,
      GPtrArray             *rows)
{
  g_autoptr(DatelineEdit) edit = NULL;
  gboolean is_note = same_places (rows, self->rows);

  if (rows->len > self->rows->len)
    edit = dateline_edit_new (C_("edit", "Add Clipping"));
  else if (rows->len < self->rows->len)
    edit = dateline_edit_new (C_("edit", "Remove Clipping"));
  else if (!is_note)
    edit = dateline_edit_new (C_("edit", "Move Clipping"));
  else
    edit = dateline_edit_new (C_("edit", "Change Note"));
  if (is_note)
    dateline_edit_set_merge_key (edit, "clipping-notes");

  dateline_edit_set_clippings (edit, self->rows, rows);
  if (dateline_edit_queue_edit (self->queue, edit, self, kept_cb) != DATELINE_EDIT_WAITING)
    return;

  /* What comes next builds on it. */
  g_ptr_array_unref (self->rows);
  self->rows = g_ptr_array_ref (rows);
}

/* What is typed just now is not to be lost to what comes from elsewhere. */
static void
clippings_changed_cb (DatelineClippingsLink *self)
{
  dateline_clippings_link_flush (self);
  show (self);
}

static void
keep_all (DatelineClippingsLink *self)
{
  g_autoptr(GPtrArray) rows = dateline_kept_clippings_new (G_LIST_MODEL (self->clippings));

  keep (self, rows);
}

static void
is_waiting_cb (DatelineClippingsLink *self)
{
  if (!dateline_edit_queue_get_is_waiting (self->queue))
    clippings_changed_cb (self);
}

static gboolean
flush_cb (gpointer user_data)
{
  DatelineClippingsLink *self = DATELINE_CLIPPINGS_LINK (user_data);

  self->flush_id = 0;
  keep_all (self);

  return G_SOURCE_REMOVE;
}

/* The list follows what becomes of the items by itself; the file has the last word. */
static void
refreshed_cb (DatelineClippingsLink *self)
{
  g_autoptr(GPtrArray) rows = dateline_kept_clippings_new (G_LIST_MODEL (self->clippings));

  if (!dateline_story_file_get_read_only (self->file) && !same_places (rows, self->rows))
    show (self);
}

static void
edited_cb (DatelineClippingsLink *self)
{
  g_autoptr(GPtrArray) rows = NULL;

  /* What cannot be written stays for the session, until it is kept elsewhere. */
  if (self->is_showing || dateline_story_file_get_read_only (self->file))
    return;

  g_clear_handle_id (&self->flush_id, g_source_remove);
  rows = dateline_kept_clippings_new (G_LIST_MODEL (self->clippings));
  if (same_places (rows, self->rows))
    self->flush_id = g_timeout_add (PAUSE_MS, flush_cb, self);
  else
    keep (self, rows);
}

static void
dateline_clippings_link_dispose (GObject *object)
{
  DatelineClippingsLink *self = DATELINE_CLIPPINGS_LINK (object);

  if (self->clippings != NULL)
    {
      dateline_clippings_link_flush (self);
      g_signal_handlers_disconnect_by_data (self->clippings, self);
      g_signal_handlers_disconnect_by_data (self->file, self);
      g_signal_handlers_disconnect_by_data (self->queue, self);
      g_signal_handlers_disconnect_by_data (dateline_story_file_get_story (self->file), self);
    }
  g_clear_object (&self->clippings);
  g_clear_object (&self->file);
  g_clear_object (&self->queue);

  G_OBJECT_CLASS (dateline_clippings_link_parent_class)->dispose (object);
}

static void
dateline_clippings_link_finalize (GObject *object)
{
  DatelineClippingsLink *self = DATELINE_CLIPPINGS_LINK (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (dateline_clippings_link_parent_class)->finalize (object);
}

static void
dateline_clippings_link_class_init (DatelineClippingsLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_clippings_link_dispose;
  object_class->finalize = dateline_clippings_link_finalize;

  /**
   * DatelineClippingsLink::failed:
   * @self: a `DatelineClippingsLink`
   * @message: a sentence for the reader
   *
   * The clippings could not be read or written.
   */
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dateline_clippings_link_init (DatelineClippingsLink *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_kept_clipping_free);
}

/**
 * dateline_clippings_link_new:
 * @clippings: the clippings of a session
 * @file: its file
 * @queue: of what is written to the file
 *
 * Shows the clippings of the file, and writes from now on what the reader does with them.
 *
 * Returns: (transfer full): a new link
 */
DatelineClippingsLink *
dateline_clippings_link_new (DatelineClippings *clippings,
                             DatelineStoryFile *file,
                             DatelineEditQueue *queue)
{
  DatelineClippingsLink *self;

  g_return_val_if_fail (DATELINE_IS_CLIPPINGS (clippings), NULL);
  g_return_val_if_fail (DATELINE_IS_STORY_FILE (file), NULL);
  g_return_val_if_fail (DATELINE_IS_EDIT_QUEUE (queue), NULL);

  self = g_object_new (DATELINE_TYPE_CLIPPINGS_LINK, NULL);
  self->clippings = g_object_ref (clippings);
  self->file = g_object_ref (file);
  self->queue = g_object_ref (queue);
  show (self);
  g_signal_connect_object (clippings, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dateline_story_file_get_story (file), "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (file, "clippings-changed", G_CALLBACK (clippings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (queue, "notify::is-waiting", G_CALLBACK (is_waiting_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * dateline_clippings_link_flush:
 * @self: a `DatelineClippingsLink`
 *
 * Writes at once what waits to be written.
 */
void
dateline_clippings_link_flush (DatelineClippingsLink *self)
{
  g_return_if_fail (DATELINE_IS_CLIPPINGS_LINK (self));

  if (self->flush_id == 0)
    return;

  g_clear_handle_id (&self->flush_id, g_source_remove);
  keep_all (self);
}
