/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying edits out: one transaction each, noted in the file, and only then shown. */
#include "config.h"

#include "dateline-story-file-private.h"

#include <glib/gi18n.h>

#include "dateline-kept-clippings.h"
#include "dateline-dependents.h"
#include "dateline-query.h"
#include "dateline-reanchoring.h"
#include "dateline-rows.h"
#include "dateline-search-index.h"

/* What an edit does besides what it says. */
typedef struct
{
  GPtrArray *removed; /* ids of items */
  GPtrArray *lost;    /* DatelineLostRow, in arrays */
} Outcome;

static gboolean
remove_items (sqlite3             *db,
              const char * const  *ids,
              Outcome             *outcome,
              GError             **error)
{
  g_autoptr(GPtrArray) dependents = dateline_dependents_find (db, ids, error);

  if (dependents == NULL)
    return FALSE;

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (outcome->removed, g_strdup (ids[i]));
  for (guint i = 0; i < dependents->len; i++)
    {
      g_ptr_array_add (outcome->removed, g_strdup (g_ptr_array_index (dependents, i)));
      if (!dateline_query_run (db, error, "DELETE FROM item WHERE id = ?", "s", g_ptr_array_index (dependents, i)))
        return FALSE;
    }
  for (guint i = 0; ids[i] != NULL; i++)
    if (!dateline_query_run (db, error, "DELETE FROM item WHERE id = ?", "s", ids[i]))
      return FALSE;

  return TRUE;
}

/* Quotes and accounts say nothing without a passage. */
static gboolean
remove_unproven (sqlite3    *db,
                 GPtrArray  *lost,
                 Outcome    *outcome,
                 GError    **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lost->len; i++)
    {
      const DatelineLostRow *row = g_ptr_array_index (lost, i);
      const char *ids[] = { row->item, NULL };
      g_autoptr(DatelineQuery) query = NULL;
      g_autoptr(GError) failure = NULL;
      gboolean is_unproven;

      if (!g_hash_table_add (seen, row->item))
        continue;
      query = dateline_query_new (db, error,
                                  "SELECT 1 FROM item WHERE id = ?1 AND kind IN ('quote', 'account')"
                                  " AND NOT EXISTS (SELECT 1 FROM passage WHERE item = ?1)",
                                  "s", row->item);
      if (query == NULL)
        return FALSE;
      is_unproven = dateline_query_next (query, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (is_unproven && !remove_items (db, ids, outcome, error))
        return FALSE;
    }

  return TRUE;
}

/* Whether the file has the text that an edit would replace. A part of it must not have changed either: passages are
 * moved by the whole. */
static gboolean
check_text (sqlite3          *db,
            DatelineArticle  *base,
            GError          **error)
{
  g_autoptr(DatelineQuery) query = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) failure = NULL;

  query = dateline_query_new (db, error, "SELECT text FROM block WHERE article = ? ORDER BY number",
                              "s", dateline_item_get_id (DATELINE_ITEM (base)));
  if (query == NULL)
    return FALSE;
  for (guint i = 0; dateline_query_next (query, &failure); i++)
    {
      g_autofree char *block = dateline_query_dup_string (query, 0);

      g_string_append_printf (text, i > 0 ? "\n%s" : "%s", block);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (g_str_equal (text->str, dateline_article_get_text (base)))
    return TRUE;

  g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT,
                       _("The text of the article was changed elsewhere meanwhile"));

  return FALSE;
}

static gboolean
replace_text (sqlite3                  *db,
              const DatelineOperation  *operation,
              Outcome                  *outcome,
              GError                  **error)
{
  GPtrArray *lost;

  if (!check_text (db, DATELINE_ARTICLE (operation->base), error) ||
      !dateline_rows_update (db, operation->draft, operation->base, error))
    return FALSE;

  lost = dateline_reanchoring_run (db, DATELINE_ARTICLE (operation->base), DATELINE_ARTICLE (operation->draft), error);
  if (lost == NULL)
    return FALSE;
  g_ptr_array_add (outcome->lost, lost);

  return remove_unproven (db, lost, outcome, error);
}

static gboolean
run_operation (sqlite3                  *db,
               const DatelineOperation  *operation,
               Outcome                  *outcome,
               GError                  **error)
{
  const char *ids[] = { operation->id, NULL };

  switch (operation->kind)
    {
    case DATELINE_OPERATION_PUT:
      return operation->base != NULL ? dateline_rows_update (db, operation->draft, operation->base, error)
                                     : dateline_rows_insert (db, operation->draft, DATELINE_ROWS_AT_END, error);
    case DATELINE_OPERATION_REMOVE:
      return remove_items (db, ids, outcome, error);
    case DATELINE_OPERATION_MOVE:
      return dateline_rows_move (db, operation->id, operation->before_id, error);
    case DATELINE_OPERATION_DETAILS:
      return dateline_rows_update_details (db, operation->story, operation->title, operation->description,
                                           operation->language, operation->note, error);
    case DATELINE_OPERATION_TEXT:
      return replace_text (db, operation, outcome, error);
    case DATELINE_OPERATION_CLIPPINGS:
      return dateline_kept_clippings_write (db, operation->base_clippings, operation->clippings, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Texts come last: all that is put has passages of the texts as they were, and moves with the others. */
static gboolean
run_operations (sqlite3       *db,
                DatelineEdit  *edit,
                Outcome       *outcome,
                GError       **error)
{
  guint n = _dateline_edit_get_n_operations (edit);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        const DatelineOperation *operation = _dateline_edit_get_operation (edit, i);

        if ((operation->kind == DATELINE_OPERATION_TEXT) == (pass == 1) &&
            !run_operation (db, operation, outcome, error))
          return FALSE;
      }

  return TRUE;
}

/* Loads what will go, as long as it can be read. */
static void
load_removed (DatelineStoryFile *self,
              DatelineEdit      *edit)
{
  for (guint i = 0; i < _dateline_edit_get_n_operations (edit); i++)
    {
      const DatelineOperation *operation = _dateline_edit_get_operation (edit, i);
      const char *ids[] = { operation->id, NULL };
      g_autoptr(GPtrArray) dependents = NULL;

      if (operation->kind != DATELINE_OPERATION_REMOVE)
        continue;
      dateline_story_lookup (self->story, operation->id);
      dependents = dateline_dependents_find (_dateline_story_file_get_handle (self), ids, NULL);
      for (guint j = 0; dependents != NULL && j < dependents->len; j++)
        dateline_story_lookup (self->story, g_ptr_array_index (dependents, j));
    }
}

/* The items live on as what the edit says of them. */
static void
tell_outcome (DatelineStoryFile *self,
              DatelineEdit      *edit,
              const Outcome     *outcome)
{
  for (guint i = 0; i < outcome->removed->len; i++)
    {
      DatelineItem *item = dateline_story_lookup (self->story, g_ptr_array_index (outcome->removed, i));

      if (item != NULL)
        _dateline_edit_add_removed (edit, item);
    }

  for (guint i = 0; i < outcome->lost->len; i++)
    {
      GPtrArray *lost = g_ptr_array_index (outcome->lost, i);

      for (guint j = 0; j < lost->len; j++)
        {
          const DatelineLostRow *row = g_ptr_array_index (lost, j);
          DatelineItem *item = dateline_story_lookup (self->story, row->item);

          if (item != NULL)
            _dateline_edit_add_lost (edit, item, row->words);
        }
    }
}

/* Opens a transaction to write in. Nobody waits longer for another program than it was said. */
static gboolean
take_turn (DatelineStoryFile  *self,
           GError            **error)
{
  gboolean has_turn;

  sqlite3_busy_timeout (_dateline_story_file_get_handle (self), (int) self->patience);
  has_turn = dateline_database_execute (self->database, "BEGIN IMMEDIATE", error);
  if (!has_turn)
    _dateline_story_file_rollback (self);

  return has_turn;
}

/* Finds out whether one could write, and makes the backup of the day. */
static gboolean
prepare (DatelineStoryFile  *self,
         GError            **error)
{
  if (dateline_story_file_get_read_only (self))
    {
      g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_READ_ONLY,
                           _("The story file cannot be written"));
      return FALSE;
    }
  if (self->is_damaged)
    return dateline_story_error_set_sqlite (error, NULL, SQLITE_CORRUPT);
  /* A handler that is called while an edit is carried out can only have been called by an operation, and none calls. */
  g_return_val_if_fail (self->recorder == NULL, FALSE);

  /* A handler of a refresh, which reads in one transaction: what it has not read yet is read once more afterwards. */
  if (self->is_refreshing && !sqlite3_get_autocommit (_dateline_story_file_get_handle (self)))
    sqlite3_exec (_dateline_story_file_get_handle (self), "COMMIT", NULL, NULL, NULL);

  /* A check reads all of the file, and nobody can write as long as it does. It comes again with the next opening. */
  g_cancellable_cancel (self->check);
  /* All that is read before the transaction is opened would wait for the other program as well. */
  if (!_dateline_story_file_check_place (self, error) || !take_turn (self, error))
    return FALSE;
  _dateline_story_file_rollback (self);
  _dateline_story_file_back_up_daily (self);

  return TRUE;
}

static gboolean
begin_prepared (DatelineStoryFile  *self,
                GError            **error)
{
  if (!take_turn (self, error))
    return FALSE;

  /* What refers may be written before what it refers to. */
  if (dateline_database_execute (self->database, "PRAGMA defer_foreign_keys = ON", error))
    self->recorder = dateline_changeset_record (_dateline_story_file_get_handle (self), error);
  if (self->recorder == NULL)
    {
      _dateline_story_file_rollback (self);
      return FALSE;
    }

  return TRUE;
}

/* Opens a transaction and notes from now on what is changed. */
gboolean
_dateline_story_file_begin (DatelineStoryFile  *self,
                            GError            **error)
{
  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), FALSE);

  return prepare (self, error) && begin_prepared (self, error);
}

/* Leaves the file as it was before the transaction. */
void
_dateline_story_file_rollback (DatelineStoryFile *self)
{
  g_return_if_fail (DATELINE_IS_STORY_FILE (self));

  g_clear_pointer (&self->recorder, sqlite3session_delete);
  /* After some errors SQLite has done so by itself. */
  if (!sqlite3_get_autocommit (_dateline_story_file_get_handle (self)))
    sqlite3_exec (_dateline_story_file_get_handle (self), "ROLLBACK", NULL, NULL, NULL);
  sqlite3_busy_timeout (_dateline_story_file_get_handle (self), DATELINE_DATABASE_PATIENCE);
}

/* Writes down that there was an edit, and what it changed. */
gboolean
_dateline_story_file_note (sqlite3     *db,
                           const char  *name,
                           GBytes      *changeset,
                           GError     **error)
{
  g_autofree char *uuid = g_uuid_string_random ();

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  return dateline_query_run (db, error, "INSERT INTO edit (uuid, time, name, changeset) VALUES (?, ?, ?, ?)", "sisb",
                             uuid, g_get_real_time () / G_USEC_PER_SEC, name, changeset);
}

static gboolean
update_index (sqlite3  *db,
              GBytes   *changeset,
              GError  **error)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  DatelineChanges changes = { .ids = ids };

  return dateline_changeset_collect (changeset, db, &changes, error) && dateline_search_index_update (db, ids, error);
}

/* Notes what was changed and closes the transaction, which is on the disk when this returns. @number is that of the
 * edit, or 0 if nothing is different from before. If it fails, the file is as it was. */
gboolean
_dateline_story_file_commit (DatelineStoryFile  *self,
                             const char         *name,
                             gint64             *number,
                             GError            **error)
{
  sqlite3 *db;
  g_autoptr(GBytes) changeset = NULL;

  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), FALSE);
  g_return_val_if_fail (self->recorder != NULL, FALSE);

  db = _dateline_story_file_get_handle (self);
  *number = 0;
  changeset = dateline_changeset_take (self->recorder, db, error);
  g_clear_pointer (&self->recorder, sqlite3session_delete);

  if (changeset != NULL && g_bytes_get_size (changeset) == 0)
    {
      _dateline_story_file_rollback (self);
      return TRUE;
    }
  if (changeset != NULL && _dateline_story_file_note (db, name, changeset, error))
    {
      *number = sqlite3_last_insert_rowid (db);
      if (update_index (db, changeset, error) && dateline_database_execute (self->database, "COMMIT", error))
        {
          sqlite3_busy_timeout (db, DATELINE_DATABASE_PATIENCE);
          return TRUE;
        }
    }

  *number = 0;
  _dateline_story_file_rollback (self);

  return FALSE;
}

/**
 * dateline_story_file_apply:
 * @self: a `DatelineStoryFile`
 * @edit: what to do
 * @error: return location for an error
 *
 * Carries an edit out, all of it or nothing. When this returns it is on the disk and the story shows it. If something
 * that it would change was changed meanwhile, the error is %DATELINE_STORY_ERROR_CONFLICT. If another program writes
 * for longer than dateline_story_file_set_patience() says, it is %DATELINE_STORY_ERROR_BUSY.
 *
 * Returns: %TRUE if it is done; an edit after which nothing is different is done too
 */
gboolean
dateline_story_file_apply (DatelineStoryFile  *self,
                           DatelineEdit       *edit,
                           GError            **error)
{
  g_autoptr(GPtrArray) removed = NULL;
  g_autoptr(GPtrArray) lost = NULL;
  Outcome outcome;
  gboolean done;
  gint64 number = 0;

  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), FALSE);
  g_return_val_if_fail (DATELINE_IS_EDIT (edit), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  _dateline_edit_clear_results (edit);
  if (!prepare (self, error))
    return FALSE;
  load_removed (self, edit);
  if (!begin_prepared (self, error))
    return FALSE;

  removed = outcome.removed = g_ptr_array_new_with_free_func (g_free);
  lost = outcome.lost = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  done = run_operations (_dateline_story_file_get_handle (self), edit, &outcome, error);
  if (!done)
    {
      _dateline_story_file_rollback (self);
      /* What stands in the way is to be seen. */
      _dateline_story_file_refresh (self, 0);
      return FALSE;
    }
  if (!_dateline_story_file_commit (self, dateline_edit_get_name (edit), &number, error))
    return FALSE;

  if (number != 0)
    {
      _dateline_edit_set_effective (edit);
      tell_outcome (self, edit, &outcome);
      _dateline_story_file_push_undo (self, edit, number);
    }
  _dateline_story_file_refresh (self, number);
  if (number != 0)
    _dateline_story_file_notify_names (self);

  return TRUE;
}

/**
 * dateline_story_file_dup_dependents:
 * @self: a `DatelineStoryFile`
 * @ids: (array zero-terminated=1): the ids of items
 *
 * Finds what goes as well when some items are removed: the reactions of a person, the accounts of a claim or of an
 * article, the quotes that are in a removed article only.
 *
 * Returns: (transfer full) (element-type DatelineItem): the items, none if the file cannot be read
 */
GPtrArray *
dateline_story_file_dup_dependents (DatelineStoryFile  *self,
                                    const char * const *ids)
{
  g_autoptr(GPtrArray) found = NULL;
  GPtrArray *items;

  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  items = g_ptr_array_new_with_free_func (g_object_unref);
  found = dateline_dependents_find (_dateline_story_file_get_handle (self), ids, NULL);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      DatelineItem *item = dateline_story_lookup (self->story, g_ptr_array_index (found, i));

      if (item != NULL)
        g_ptr_array_add (items, g_object_ref (item));
    }

  return items;
}
