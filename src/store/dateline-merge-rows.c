/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a merge, one after the other: taken over, left, or decided by the reader. */
#include "config.h"

#include "dateline-merge-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-columns.h"
#include "dateline-dependents.h"
#include "dateline-merge-text.h"
#include "dateline-query.h"
#include "dateline-story-file-private.h"
#include "dateline-text.h"

/* Code points of a value that the reader is shown. */
#define MAX_SHOWN 2000

/* What is found out while rows are taken over. */
typedef struct
{
  DatelineMerge *merge;
  sqlite3       *db;
  GHashTable    *kept;   /* ids of items that they removed and that stay */
  GHashTable    *texts;  /* ids of articles whose text stays as it is here */
} Run;

static const char *
get_text (sqlite3_value *value)
{
  return value != NULL ? (const char *) sqlite3_value_text (value) : NULL;
}

static const char *
get_column (const DatelineRowTable *table,
            guint                   column)
{
  return g_ptr_array_index (table->columns, column);
}

/* Whether a column holds the id of an item. */
static gboolean
is_reference (const char *column)
{
  static const char *const references[] = {
    "item", "article", "person", "event", "speaker", "addressee", "original", "part_of", "author", "answers", "claim",
    NULL
  };

  return g_strv_contains (references, column);
}

static gboolean
is_list (const char *column)
{
  static const char *const lists[] = { "aliases", "byline", "hashtags", "themes", NULL };

  return g_strv_contains (lists, column);
}

static char *
dup_shown (DatelineMerge *merge,
           const char    *column,
           sqlite3_value *value)
{
  const char *text = get_text (value);
  g_autofree char *valid = NULL;

  if (text == NULL)
    return g_strdup ("");
  if (is_reference (column))
    return _dateline_merge_label (merge, text);
  valid = g_utf8_make_valid (text, -1);

  return dateline_text_abridge (valid, MAX_SHOWN);
}

/* Whether we changed this column of this row, and they did not know. */
static gboolean
changed_here (DatelineMerge           *merge,
              const DatelineRowChange *change,
              guint                    column)
{
  g_autofree char *key = g_strdup_printf ("%s\x1e%u", change->key, column);

  return merge->ours == NULL || g_hash_table_contains (merge->ours, key);
}

static gboolean
set (Run                      *run,
     const DatelineRowChange  *change,
     guint                     column,
     sqlite3_value            *value,
     GError                  **error)
{
  sqlite3_value **key = change->operation == SQLITE_INSERT ? change->after : change->before;

  run->merge->n_changes++;

  return dateline_row_set (run->db, change->table, key, column, value, error);
}

/* Both added words to the same list: that is no conflict. */
static gboolean
merge_list (Run                      *run,
            const DatelineRowChange  *change,
            guint                     column,
            sqlite3_value            *ours,
            GError                  **error)
{
  g_autofree char *merged = NULL;
  sqlite3_stmt *statement = NULL;
  gboolean done;

  merged = dateline_columns_merge_strings (get_text (change->before[column]), get_text (ours),
                                           get_text (change->after[column]));
  if (g_str_equal (merged, get_text (ours)))
    return TRUE;
  /* A value can only be had from a statement. */
  if (sqlite3_prepare_v2 (run->db, "SELECT ?", -1, &statement, NULL) != SQLITE_OK)
    return dateline_story_error_set_sqlite (error, run->db, sqlite3_extended_errcode (run->db));
  sqlite3_bind_text (statement, 1, merged, -1, SQLITE_STATIC);
  sqlite3_step (statement);
  done = set (run, change, column, sqlite3_column_value (statement, 0), error);
  sqlite3_finalize (statement);

  return done;
}

/* They say that a column has a new value; @ours is what it has here. */
static gboolean
merge_column (Run                      *run,
              const DatelineRowChange  *change,
              guint                     column,
              sqlite3_value            *ours,
              GError                  **error)
{
  const char *name = get_column (change->table, column);
  sqlite3_value *theirs = change->after[column];
  g_autofree char *key = NULL;
  g_autofree char *label = NULL;
  g_autofree char *our_text = NULL;
  g_autofree char *their_text = NULL;

  if (dateline_row_value_equal (ours, theirs))
    return TRUE;
  /* What they let go of stays after all. */
  if (sqlite3_value_type (theirs) == SQLITE_NULL && change->before[column] != NULL && is_reference (name) &&
      get_text (change->before[column]) != NULL &&
      g_hash_table_contains (run->kept, get_text (change->before[column])))
    return TRUE;
  if (!changed_here (run->merge, change, column))
    return set (run, change, column, theirs, error);
  /* Where two things stand among others is not worth a question. */
  if (g_str_equal (name, "position") || change->table->owner == 1)
    return TRUE;
  if (is_list (name))
    return merge_list (run, change, column, ours, error);

  key = g_strdup_printf ("%s\x1e%u", change->key, column);
  label = dateline_row_change_get_owner (change) != NULL
            ? _dateline_merge_label (run->merge, dateline_row_change_get_owner (change))
            : g_strdup (dateline_story_get_title (dateline_story_file_get_story (run->merge->into)));
  our_text = dup_shown (run->merge, name, ours);
  their_text = dup_shown (run->merge, name, theirs);
  if (_dateline_merge_ask (run->merge, key, label, _dateline_merge_field (change->table->name, name), our_text, their_text,
                           DATELINE_SIDE_OURS) == DATELINE_SIDE_OURS)
    return TRUE;

  return set (run, change, column, theirs, error);
}

/* Whether an item that we removed, and they changed or need, comes back. */
static gboolean
ask_to_restore (DatelineMerge *merge,
                const char    *id)
{
  g_autofree char *key = g_strconcat ("removed-here\x1f", id, NULL);
  g_autofree char *label = _dateline_merge_label (merge, id);

  return _dateline_merge_ask (merge, key, label, _("whole"), _("Removed"), _("Changed"),
                              DATELINE_SIDE_THEIRS) == DATELINE_SIDE_THEIRS;
}

static gboolean
has_item (sqlite3    *db,
          const char *id)
{
  g_autoptr(DatelineQuery) query = dateline_query_new (db, NULL, "SELECT 1 FROM item WHERE id = ?", "s", id);

  return query != NULL && dateline_query_next (query, NULL);
}

/* A passage moves as a whole, or stays where we moved it. */
static gboolean
merge_passage (Run                      *run,
               const DatelineRowChange  *change,
               sqlite3_value           **row,
               GError                  **error)
{
  g_autofree sqlite3_value **values = g_new0 (sqlite3_value *, change->table->columns->len + 1);

  for (guint i = 0; i < change->table->columns->len; i++)
    {
      if (change->after[i] != NULL && !g_str_equal (get_column (change->table, i), "position") &&
          changed_here (run->merge, change, i))
        return TRUE;
      values[i] = change->after[i] != NULL ? change->after[i] : row[i];
    }
  run->merge->n_changes++;

  return dateline_row_delete (run->db, change->table, row, error) &&
         dateline_row_insert (run->db, change->table, values, error);
}

static gboolean
merge_update (Run                      *run,
              const DatelineRowChange  *change,
              GError                  **error)
{
  g_autoptr(GError) failure = NULL;
  sqlite3_value **row = dateline_row_read (run->db, change->table, change->before, &failure);
  const char *owner = dateline_row_change_get_owner (change);
  gboolean done = TRUE;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (row == NULL)
    /* A row of an item that is here was taken away here, and stays so; an item that is not may come back. */
    return owner == NULL || change->table->owner != 0 || has_item (run->db, owner) || !ask_to_restore (run->merge, owner) ||
           _dateline_merge_restore (run->merge, owner, error);

  if (g_str_equal (change->table->name, "passage"))
    done = merge_passage (run, change, row, error);
  else
    for (guint i = change->table->keys; i < change->table->columns->len && done; i++)
      if (change->after[i] != NULL)
        done = merge_column (run, change, i, row[i], error);
  dateline_row_values_free (row);

  return done;
}

static gboolean
merge_insert (Run                      *run,
              const DatelineRowChange  *change,
              GError                  **error)
{
  g_autoptr(GError) failure = NULL;
  sqlite3_value **row = dateline_row_read (run->db, change->table, change->after, &failure);
  gboolean done = TRUE;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (row == NULL)
    {
      run->merge->n_changes++;
      return dateline_row_insert (run->db, change->table, change->after, error);
    }

  for (guint i = change->table->keys; i < change->table->columns->len && done; i++)
    if (change->after[i] != NULL)
      done = merge_column (run, change, i, row[i], error);
  dateline_row_values_free (row);

  return done;
}

/* Whether a row has to do with an item that stays although they removed it. */
static gboolean
is_kept (Run                     *run,
         const DatelineRowChange *change)
{
  for (guint i = 0; i < change->table->columns->len; i++)
    {
      const char *text = get_text (change->before[i]);

      if (text != NULL && (i == 0 || is_reference (get_column (change->table, i))) &&
          g_hash_table_contains (run->kept, text))
        return TRUE;
    }

  return FALSE;
}

static gboolean
merge_delete (Run                      *run,
              const DatelineRowChange  *change,
              GError                  **error)
{
  static const char *const loose[] = { "block", "participant", "about", "passage", "clipping", "item", NULL };
  g_autoptr(GError) failure = NULL;
  sqlite3_value **row;

  /* The others go with their item. */
  if (!g_strv_contains (loose, change->table->name) || is_kept (run, change))
    return TRUE;
  /* What we changed of it since stays. */
  if (!g_str_equal (change->table->name, "item") && run->merge->ours != NULL &&
      g_hash_table_contains (run->merge->ours, change->key))
    return TRUE;

  row = dateline_row_read (run->db, change->table, change->before, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (row == NULL)
    return TRUE;
  dateline_row_values_free (row);
  run->merge->n_changes++;

  return dateline_row_delete (run->db, change->table, change->before, error);
}

/* Whether a row here that they did not change refers to an item: it came after they last saw it. */
static gboolean
is_needed (Run        *run,
           const char *id)
{
  static const struct
  {
    const char *table;
    const char *column;
  } references[] = {
    { "event", "part_of" }, { "participant", "person" }, { "quote", "speaker" }, { "quote", "addressee" },
    { "quote", "original" }, { "quote", "event" }, { "reaction", "author" }, { "reaction", "answers" },
    { "about", "item" }, { "account", "claim" }, { "account", "article" }, { "passage", "item" },
    { "passage", "article" }, { "participant", "event" }, { "about", "claim" }, { "clipping", "item" },
    { "clipping", "article" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      const DatelineRowTable *table = dateline_row_tables_get (run->merge->tables, references[i].table);
      g_autofree char *sql = NULL;
      g_autoptr(DatelineQuery) query = NULL;

      sql = g_strdup_printf ("SELECT \"%s\", \"%s\" FROM %s WHERE \"%s\" = ?", get_column (table, 0),
                             get_column (table, MIN (table->columns->len - 1, 1)), table->name, references[i].column);
      query = dateline_query_new (run->db, NULL, sql, "s", id);
      while (query != NULL && dateline_query_next (query, NULL))
        {
          sqlite3_value *values[] = { sqlite3_column_value (query, 0), sqlite3_column_value (query, 1) };
          g_autofree char *key = dateline_row_dup_key (table, values);

          if (!g_hash_table_contains (run->merge->changed, key))
            return TRUE;
        }
    }

  return FALSE;
}

/* Finds out which of the items that they removed stay, with what depends on them. */
static gboolean
find_kept (Run     *run,
           GError **error)
{
  for (guint i = 0; i < run->merge->changes->len; i++)
    {
      const DatelineRowChange *change = g_ptr_array_index (run->merge->changes, i);
      const char *ids[] = { NULL, NULL };
      g_autofree char *key = NULL;
      g_autofree char *label = NULL;
      g_autoptr(GPtrArray) dependents = NULL;

      if (change->operation != SQLITE_DELETE || !g_str_equal (change->table->name, "item"))
        continue;
      ids[0] = get_text (change->before[0]);
      if (!has_item (run->db, ids[0]) ||
          (!g_hash_table_contains (run->merge->our_items, ids[0]) && !is_needed (run, ids[0])))
        continue;

      key = g_strconcat ("removed-there\x1f", ids[0], NULL);
      label = _dateline_merge_label (run->merge, ids[0]);
      if (_dateline_merge_ask (run->merge, key, label, _("whole"), _("Changed"), _("Removed"),
                               DATELINE_SIDE_OURS) == DATELINE_SIDE_THEIRS)
        continue;

      g_hash_table_add (run->kept, g_strdup (ids[0]));
      dependents = dateline_dependents_find (run->db, ids, error);
      if (dependents == NULL)
        return FALSE;
      for (guint k = 0; k < dependents->len; k++)
        g_hash_table_add (run->kept, g_strdup (g_ptr_array_index (dependents, k)));
    }

  return TRUE;
}

/* Whether a change is of the text of an article, or of where passages are in it, that stays as it is here. */
static gboolean
is_of_kept_text (Run                     *run,
                 const DatelineRowChange *change)
{
  const char *owner = dateline_row_change_get_owner (change);

  if (g_str_equal (change->table->name, "block"))
    return owner != NULL && g_hash_table_contains (run->texts, owner);
  if (!g_str_equal (change->table->name, "passage") || change->operation == SQLITE_INSERT)
    return FALSE;

  return dateline_merge_text_has_passage (run->db, change, run->texts);
}

static gboolean
merge_changes (Run          *run,
               gboolean      deletions,
               const char   *table,
               GError      **error)
{
  for (guint i = 0; i < run->merge->changes->len; i++)
    {
      const DatelineRowChange *change = g_ptr_array_index (run->merge->changes, i);
      gboolean done = TRUE;

      if (!g_str_equal (change->table->name, table) || (change->operation == SQLITE_DELETE) != deletions ||
          is_of_kept_text (run, change))
        continue;
      if (change->operation == SQLITE_INSERT)
        done = merge_insert (run, change, error);
      else if (change->operation == SQLITE_UPDATE)
        done = merge_update (run, change, error);
      else
        done = merge_delete (run, change, error);
      if (!done)
        return FALSE;
    }

  return TRUE;
}

/* What we removed, and they knew of it and kept: that was decided there. */
static gboolean
restore_decided (Run     *run,
                 GError **error)
{
  g_autoptr(DatelineQuery) query = NULL;
  g_autoptr(GError) failure = NULL;

  if (run->merge->ours == NULL)
    return TRUE;
  query = dateline_query_new (dateline_database_get_handle (run->merge->theirs), error, "SELECT id FROM item", "");
  if (query == NULL)
    return FALSE;
  while (dateline_query_next (query, &failure))
    {
      const char *id = (const char *) sqlite3_column_text (query, 0);
      g_autofree char *key = g_strconcat ("item\x1f", id, NULL);

      if (!has_item (run->db, id) && !g_hash_table_contains (run->merge->ours, key) &&
          !_dateline_merge_restore (run->merge, id, error))
        return FALSE;
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Does all that the other copy did, in a transaction that is open already. */
gboolean
_dateline_merge_run (DatelineMerge  *self,
                     GError        **error)
{
  g_autoptr(GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) texts = NULL;
  Run run = { self, _dateline_story_file_get_handle (self->into), kept, NULL };

  self->n_changes = 0;
  texts = run.texts = dateline_merge_text_find_kept (self, error);
  if (texts == NULL || !find_kept (&run, error))
    return FALSE;

  for (guint i = 0; i < DATELINE_N_ROW_TABLES; i++)
    if (!merge_changes (&run, FALSE, dateline_row_table_names[i], error))
      return FALSE;
  for (guint i = DATELINE_N_ROW_TABLES; i > 0; i--)
    if (!merge_changes (&run, TRUE, dateline_row_table_names[i - 1], error))
      return FALSE;

  return restore_decided (&run, error) && _dateline_merge_repair (self, error) && dateline_merge_text_anchor (self, error);
}
