/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings what was done in another copy of a story into this one. Each file knows its edits by name, so what happened
 * in one only is known; what both changed differently is a conflict, and nothing that only one has is dropped. */
#include "config.h"

#include "dateline-merge-private.h"

#include <glib/gi18n.h>

#include "dateline-changeset.h"
#include "dateline-query.h"
#include "dateline-search-index.h"
#include "dateline-story-file-private.h"

typedef sqlite3_changegroup ChangeGroup;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChangeGroup, sqlite3changegroup_delete)

G_DEFINE_FINAL_TYPE (DatelineMerge, dateline_merge, G_TYPE_OBJECT)

static void
dateline_merge_finalize (GObject *object)
{
  DatelineMerge *self = DATELINE_MERGE (object);

  g_clear_object (&self->into);
  g_clear_pointer (&self->theirs, dateline_database_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->tables, dateline_row_tables_free);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_clear_pointer (&self->ours, g_hash_table_unref);
  g_clear_pointer (&self->our_items, g_hash_table_unref);
  g_clear_pointer (&self->news, g_ptr_array_unref);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_object (&self->conflicts);

  G_OBJECT_CLASS (dateline_merge_parent_class)->finalize (object);
}

static void
dateline_merge_class_init (DatelineMergeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dateline_merge_finalize;
}

static void
dateline_merge_init (DatelineMerge *self)
{
  self->conflicts = g_list_store_new (DATELINE_TYPE_CONFLICT);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->changed = g_hash_table_new (g_str_hash, g_str_equal);
  self->our_items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->news = g_ptr_array_new_with_free_func (g_free);
}

static sqlite3 *
get_ours (DatelineMerge *self)
{
  return _dateline_story_file_get_handle (self->into);
}

/* The names of all edits of a file. */
static GHashTable *
read_history (sqlite3  *db,
              GError  **error)
{
  g_autoptr(GHashTable) uuids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(DatelineQuery) query = dateline_query_new (db, error, "SELECT uuid FROM edit", "");
  g_autoptr(GError) failure = NULL;

  if (query == NULL)
    return NULL;
  while (dateline_query_next (query, &failure))
    g_hash_table_add (uuids, dateline_query_dup_string (query, 0));
  if (failure == NULL)
    return g_steal_pointer (&uuids);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

/* What the edits of one file did that the other file does not know, as one changeset. */
static GBytes *
combine (sqlite3     *db,
         GHashTable  *known,
         GPtrArray   *news,
         GError     **error)
{
  g_autoptr(ChangeGroup) group = NULL;
  g_autoptr(DatelineQuery) query = NULL;
  g_autoptr(GError) failure = NULL;
  gpointer data = NULL;
  int size = 0;
  int result = sqlite3changegroup_new (&group);

  query = dateline_query_new (db, error, "SELECT uuid, changeset FROM edit ORDER BY number", "");
  if (query == NULL)
    return NULL;
  while (result == SQLITE_OK && dateline_query_next (query, &failure))
    {
      if (g_hash_table_contains (known, sqlite3_column_text (query, 0)))
        continue;
      if (news != NULL)
        g_ptr_array_add (news, dateline_query_dup_string (query, 0));
      if (sqlite3_column_bytes (query, 1) > 0)
        result = sqlite3changegroup_add (group, sqlite3_column_bytes (query, 1), (gpointer) sqlite3_column_blob (query, 1));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (result == SQLITE_OK)
    result = sqlite3changegroup_output (group, &size, &data);
  if (result != SQLITE_OK)
    {
      dateline_story_error_set_sqlite (error, NULL, result);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

/* Notes which rows and columns changed here and not there. */
static gboolean
note_ours (DatelineMerge  *self,
           GBytes         *changeset,
           GError        **error)
{
  g_autoptr(GPtrArray) changes = dateline_row_changes_read (self->tables, changeset, error);
  DatelineChanges items = { .ids = self->our_items };

  if (changes == NULL)
    return FALSE;

  self->ours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      const DatelineRowChange *change = g_ptr_array_index (changes, i);

      g_hash_table_add (self->ours, g_strdup (change->key));
      for (guint k = 0; k < change->table->columns->len; k++)
        if (change->after[k] != NULL)
          g_hash_table_add (self->ours, g_strdup_printf ("%s\x1e%u", change->key, k));
    }

  return dateline_changeset_collect (changeset, get_ours (self), &items, error);
}

/* Where nothing is known of what came first, what only we have is not what they removed. */
static void
drop_deletions (GPtrArray *changes)
{
  for (guint i = changes->len; i > 0; i--)
    if (((DatelineRowChange *) g_ptr_array_index (changes, i - 1))->operation == SQLITE_DELETE)
      g_ptr_array_remove_index (changes, i - 1);
}

static gboolean
compare_histories (DatelineMerge  *self,
                   GError        **error)
{
  sqlite3 *theirs = dateline_database_get_handle (self->theirs);
  g_autoptr(GHashTable) our_uuids = read_history (get_ours (self), error);
  g_autoptr(GHashTable) their_uuids = NULL;
  g_autoptr(GBytes) their_changes = NULL;
  g_autoptr(GBytes) our_changes = NULL;
  gboolean is_related = FALSE;
  GHashTableIter iter;
  gpointer uuid;

  their_uuids = our_uuids != NULL ? read_history (theirs, error) : NULL;
  if (their_uuids == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, our_uuids);
  while (!is_related && g_hash_table_iter_next (&iter, &uuid, NULL))
    is_related = g_hash_table_contains (their_uuids, uuid);

  their_changes = combine (theirs, our_uuids, self->news, error);
  if (their_changes != NULL && !is_related)
    {
      g_bytes_unref (their_changes);
      their_changes = dateline_changeset_compare (get_ours (self), theirs, error);
    }
  if (their_changes == NULL)
    return FALSE;
  if (is_related)
    {
      our_changes = combine (get_ours (self), their_uuids, NULL, error);
      if (our_changes == NULL || !note_ours (self, our_changes, error))
        return FALSE;
    }

  self->changes = dateline_row_changes_read (self->tables, their_changes, error);
  if (self->changes == NULL)
    return FALSE;
  if (!is_related)
    drop_deletions (self->changes);
  for (guint i = 0; i < self->changes->len; i++)
    g_hash_table_add (self->changed, ((DatelineRowChange *) g_ptr_array_index (self->changes, i))->key);

  return TRUE;
}

static gboolean
check_story (DatelineMerge  *self,
             const char     *path,
             GError        **error)
{
  DatelineStory *story = dateline_story_file_get_story (self->into);
  DatelineDatabaseSummary *summary = dateline_database_read_summary (path, error);
  gboolean is_same;

  if (summary == NULL)
    return FALSE;

  is_same = g_strcmp0 (summary->id, dateline_story_get_id (story)) == 0;
  if (!is_same)
    g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_INVALID,
                 /* Translators: the name of a file, and the title of the story in it */
                 _("“%s” is not a copy of this story: it holds “%s”"), self->name, summary->title);
  dateline_database_summary_free (summary);

  return is_same;
}

/**
 * dateline_merge_new:
 * @into: the open story
 * @path: the path of another copy of it
 * @error: return location for an error
 *
 * Compares a story with another copy. Nothing is changed yet, and the other file never is.
 *
 * Returns: (transfer full) (nullable): what a merge would do, or %NULL if there is nothing to merge with
 */
DatelineMerge *
dateline_merge_new (DatelineStoryFile  *into,
                    const char         *path,
                    GError            **error)
{
  g_autoptr(DatelineMerge) self = NULL;
  g_autofree char *base = NULL;
  gboolean done;

  g_return_val_if_fail (DATELINE_IS_STORY_FILE (into), NULL);
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (DATELINE_TYPE_MERGE, NULL);
  self->into = g_object_ref (into);
  base = g_path_get_basename (path);
  self->name = g_filename_display_name (base);

  /* It comes from a stranger. */
  if (!dateline_database_check_file (path, NULL, error) || !check_story (self, path, error))
    return NULL;
  self->theirs = dateline_database_open (path, DATELINE_DATABASE_READ_ONLY, NULL, NULL, error);
  if (self->theirs == NULL)
    return NULL;
  self->tables = dateline_row_tables_new (get_ours (self), error);
  if (self->tables == NULL || !compare_histories (self, error))
    return NULL;

  /* Carried out once and taken back, to find where a decision is needed. */
  if (!_dateline_story_file_begin (into, error))
    return NULL;
  done = _dateline_merge_run (self, error);
  _dateline_story_file_rollback (into);

  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * dateline_merge_get_conflicts:
 * @self: a `DatelineMerge`
 *
 * What both copies changed, and differently.
 *
 * Returns: (transfer none): a list of `DatelineConflict`
 */
GListModel *
dateline_merge_get_conflicts (DatelineMerge *self)
{
  g_return_val_if_fail (DATELINE_IS_MERGE (self), NULL);

  return G_LIST_MODEL (self->conflicts);
}

/**
 * dateline_merge_get_n_changes:
 * @self: a `DatelineMerge`
 *
 * How many changes the other copy brings, those that a conflict keeps out not counted.
 *
 * Returns: a number, 0 if there is nothing new
 */
guint
dateline_merge_get_n_changes (DatelineMerge *self)
{
  g_return_val_if_fail (DATELINE_IS_MERGE (self), 0);

  return self->n_changes;
}

/* From now on their edits are known here: what they did is in the merge. */
static gboolean
note_news (DatelineMerge  *self,
           GError        **error)
{
  for (guint i = 0; i < self->news->len; i++)
    if (!dateline_query_run (get_ours (self), error,
                             "INSERT OR IGNORE INTO edit (uuid, time, name) VALUES (?, ?, ?)", "sis",
                             g_ptr_array_index (self->news, i), g_get_real_time () / G_USEC_PER_SEC, self->name))
      return FALSE;

  return TRUE;
}

/**
 * dateline_merge_apply:
 * @self: a `DatelineMerge`
 * @error: return location for an error
 *
 * Brings the other copy's changes in, as the conflicts were decided, as one edit that can be undone.
 *
 * Returns: %TRUE if it is done
 */
gboolean
dateline_merge_apply (DatelineMerge  *self,
                      GError        **error)
{
  g_autoptr(DatelineEdit) edit = NULL;
  g_autofree char *name = NULL;
  gint64 number = 0;

  g_return_val_if_fail (DATELINE_IS_MERGE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  /* Translators: %s is the name of a file; this is what can be undone */
  name = g_strdup_printf (C_("edit", "Merge “%s”"), self->name);
  edit = dateline_edit_new (name);
  if (!_dateline_story_file_begin (self->into, error))
    return FALSE;
  if (!_dateline_merge_run (self, error) || !note_news (self, error))
    {
      _dateline_story_file_rollback (self->into);
      return FALSE;
    }
  if (!_dateline_story_file_commit (self->into, name, &number, error))
    return FALSE;
  /* Nothing is different, and so nothing was written down: but that the edits are known. */
  if (number == 0 && !note_news (self, error))
    return FALSE;

  if (number != 0)
    _dateline_story_file_push_undo (self->into, edit, number);
  _dateline_story_file_refresh (self->into, number);
  _dateline_story_file_notify_names (self->into);

  return TRUE;
}
