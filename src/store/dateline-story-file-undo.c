/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: the edits of this session, each taken back by what the file noted of it. */
#include "config.h"

#include "dateline-story-file-private.h"

#include <glib/gi18n.h>

#include "dateline-query.h"
#include "dateline-text.h"

/* Code points of the name of an item that stands in the way. */
#define MAX_SHOWN 40

/* What one Undo takes back. Only numbers are kept: what was changed is read from the file. There may be many thousands. */
typedef struct
{
  char   *name;      /* shared by all steps that are called so */
  char   *merge_key;
  gint64  number;    /* of the first edit */
  GArray *numbers;   /* of those that were merged with it, in their order; NULL if there are none */
} Step;

static Step *
step_new (const char *name,
          const char *merge_key,
          gint64      number)
{
  Step *self = g_new0 (Step, 1);

  self->name = g_ref_string_new_intern (name);
  self->merge_key = g_strdup (merge_key);
  self->number = number;

  return self;
}

static void
step_add (Step   *self,
          gint64  number)
{
  if (self->numbers == NULL)
    self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->numbers, number);
}

static guint
step_get_length (const Step *self)
{
  return self->numbers != NULL ? self->numbers->len + 1 : 1;
}

static gint64
step_get_number (const Step *self,
                 guint       index)
{
  return index == 0 ? self->number : g_array_index (self->numbers, gint64, index - 1);
}

static void
step_free (gpointer data)
{
  Step *self = data;

  g_ref_string_release (self->name);
  g_free (self->merge_key);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_free (self);
}

static Step *
peek (GPtrArray *steps)
{
  return steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
}

/* Makes empty stacks. */
void
_dateline_story_file_init_undo (DatelineStoryFile *self)
{
  g_return_if_fail (DATELINE_IS_STORY_FILE (self));

  self->undo = g_ptr_array_new_with_free_func (step_free);
  self->redo = g_ptr_array_new_with_free_func (step_free);
}

/* Drops the stacks. */
void
_dateline_story_file_clear_undo (DatelineStoryFile *self)
{
  g_return_if_fail (DATELINE_IS_STORY_FILE (self));

  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
}

/* Makes an edit that was carried out the next to be undone. */
void
_dateline_story_file_push_undo (DatelineStoryFile *self,
                                DatelineEdit      *edit,
                                gint64             number)
{
  Step *last;
  const char *key;

  g_return_if_fail (DATELINE_IS_STORY_FILE (self));
  g_return_if_fail (DATELINE_IS_EDIT (edit));

  last = peek (self->undo);
  key = dateline_edit_get_merge_key (edit);
  if (self->may_merge && key != NULL && last != NULL && g_strcmp0 (last->merge_key, key) == 0)
    step_add (last, number);
  else
    g_ptr_array_add (self->undo, step_new (dateline_edit_get_name (edit), key, number));

  self->may_merge = TRUE;
  g_ptr_array_set_size (self->redo, 0);
}

static GBytes *
read_changeset (sqlite3  *db,
                gint64    number,
                GError  **error)
{
  g_autoptr(DatelineQuery) query = NULL;
  g_autoptr(GError) failure = NULL;

  query = dateline_query_new (db, error, "SELECT changeset FROM edit WHERE number = ?", "i", number);
  if (query == NULL)
    return NULL;
  if (dateline_query_next (query, &failure))
    return g_bytes_new (sqlite3_column_blob (query, 0), (gsize) sqlite3_column_bytes (query, 0));

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_DAMAGED,
                         _("The story file does not tell any more what was changed"));

  return NULL;
}

/* Says what cannot be done, and what stands in the way. */
static void
explain_conflict (DatelineStoryFile  *self,
                  const char         *name,
                  gboolean            is_redo,
                  const char         *id,
                  GError            **error)
{
  /* What is read now is not what the file will say. */
  DatelineItem *item = id != NULL ? dateline_story_peek (self->story, id) : NULL;
  g_autofree char *label = item != NULL ? dateline_text_abridge (dateline_item_get_label (item), MAX_SHOWN) : NULL;
  g_autofree char *message = NULL;

  if (label != NULL)
    message = is_redo
                /* Translators: the first %s is the name of an edit, such as "Change Title", the second what a person,
                   an event or the like is called */
                ? g_strdup_printf (_("“%s” cannot be redone, because “%s” was changed meanwhile"), name, label)
                /* Translators: the first %s is the name of an edit, such as "Change Title", the second what a person,
                   an event or the like is called */
                : g_strdup_printf (_("“%s” cannot be undone, because “%s” was changed meanwhile"), name, label);
  else
    message = is_redo
                /* Translators: %s is the name of an edit, such as "Change Title" */
                ? g_strdup_printf (_("“%s” cannot be redone, because what it changed was changed meanwhile"), name)
                /* Translators: %s is the name of an edit, such as "Change Title" */
                : g_strdup_printf (_("“%s” cannot be undone, because what it changed was changed meanwhile"), name);

  g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT, message);
}

static gboolean
revert_step (DatelineStoryFile  *self,
             const Step         *step,
             gboolean            is_redo,
             GError            **error)
{
  sqlite3 *db = _dateline_story_file_get_handle (self);

  for (guint i = step_get_length (step); i > 0; i--)
    {
      g_autoptr(GBytes) changeset = NULL;
      g_autoptr(GError) failure = NULL;
      g_autofree char *id = NULL;

      changeset = read_changeset (db, step_get_number (step, i - 1), error);
      if (changeset == NULL)
        return FALSE;
      if (dateline_changeset_revert (changeset, db, &id, &failure))
        continue;

      if (g_error_matches (failure, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT))
        explain_conflict (self, step->name, is_redo, id, error);
      else
        g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return TRUE;
}

/* Takes the last step of one stack back, and puts that onto the other. */
static gboolean
shift (DatelineStoryFile  *self,
       gboolean            is_redo,
       GError            **error)
{
  GPtrArray *from = is_redo ? self->redo : self->undo;
  GPtrArray *to = is_redo ? self->undo : self->redo;
  Step *step = peek (from);
  /* Translators: %s is the name of an edit, such as "Change Title" */
  g_autofree char *name = is_redo ? g_strdup_printf (_("Redo %s"), step->name) : g_strdup_printf (_("Undo %s"), step->name);
  gint64 number = 0;

  if (!_dateline_story_file_begin (self, error))
    return FALSE;
  if (!revert_step (self, step, is_redo, error))
    {
      _dateline_story_file_rollback (self);
      /* What stands in the way is to be seen. */
      _dateline_story_file_refresh (self, 0);
      return FALSE;
    }
  if (!_dateline_story_file_commit (self, name, &number, error))
    return FALSE;

  /* Edits that undid each other leave nothing to come back to. */
  if (number != 0)
    g_ptr_array_add (to, step_new (step->name, NULL, number));
  g_ptr_array_set_size (from, (int) from->len - 1);
  self->may_merge = FALSE;
  _dateline_story_file_refresh (self, number);
  _dateline_story_file_notify_names (self);

  return TRUE;
}

/**
 * dateline_story_file_get_undo_name:
 * @self: a `DatelineStoryFile`
 *
 * What would be undone.
 *
 * Returns: the name of an edit, or an empty string if there is none
 */
const char *
dateline_story_file_get_undo_name (DatelineStoryFile *self)
{
  Step *step;

  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), "");

  step = peek (self->undo);

  return step != NULL ? step->name : "";
}

/**
 * dateline_story_file_get_redo_name:
 * @self: a `DatelineStoryFile`
 *
 * What would be done again.
 *
 * Returns: the name of an edit, or an empty string if there is none
 */
const char *
dateline_story_file_get_redo_name (DatelineStoryFile *self)
{
  Step *step;

  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), "");

  step = peek (self->redo);

  return step != NULL ? step->name : "";
}

/**
 * dateline_story_file_undo:
 * @self: a `DatelineStoryFile`
 * @error: return location for an error
 *
 * Takes the last edit of this session back. If somebody else changed meanwhile what it changed, nothing is done and
 * the edit stays the next to be undone.
 *
 * Returns: %TRUE if it is taken back, or if there was nothing to take back
 */
gboolean
dateline_story_file_undo (DatelineStoryFile  *self,
                          GError            **error)
{
  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return self->undo->len == 0 || shift (self, FALSE, error);
}

/**
 * dateline_story_file_redo:
 * @self: a `DatelineStoryFile`
 * @error: return location for an error
 *
 * Does again what was undone last.
 *
 * Returns: %TRUE if it is done again, or if there was nothing to do
 */
gboolean
dateline_story_file_redo (DatelineStoryFile  *self,
                          GError            **error)
{
  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return self->redo->len == 0 || shift (self, TRUE, error);
}
