/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changesets of SQLite's session extension: recording what a transaction changes, telling which items that concerns,
 * and taking it back. */
#include "config.h"

#include "dateline-changeset.h"

#include <glib/gi18n.h>

#include "dateline-story-error.h"

typedef struct
{
  const char *name;
  int         item; /* the column that names the item whose row it is, or -1 */
  int         own;  /* the column that refers to another row of the same table and is cleared when that goes, or -1 */
} Table;

/* What refers comes before what it refers to: taken back in this order, nothing is deleted by a foreign key before
 * its own turn. Columns are only ever appended, so their numbers stay. */
static const Table tables[] = {
  { "about", 0, -1 },
  { "participant", 0, -1 },
  { "clipping", -1, -1 },
  { "passage", 1, -1 },
  { "block", 0, -1 },
  { "account", 0, -1 },
  { "claim", 0, -1 },
  { "quote", 0, 6 },
  { "reaction", 0, -1 },
  { "event", 0, 6 },
  { "person", 0, -1 },
  { "article", 0, -1 },
  { "item", 0, -1 },
  { "story", 0, -1 },
};

typedef struct
{
  sqlite3 *db;
  char    *conflict;
} Reversal;

static const Table *
find_table (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i].name, name))
      return &tables[i];

  return NULL;
}

/**
 * dateline_changeset_record:
 * @db: a story file
 * @error: return location for an error
 *
 * Starts to record what is changed in the tables that hold the story.
 *
 * Returns: (transfer full) (nullable): what records, or %NULL if there is no memory for it
 */
sqlite3_session *
dateline_changeset_record (sqlite3  *db,
                           GError  **error)
{
  g_autoptr(sqlite3_session) session = NULL;
  int result;

  g_return_val_if_fail (db != NULL, NULL);

  result = sqlite3session_create (db, "main", &session);
  for (guint i = 0; i < G_N_ELEMENTS (tables) && result == SQLITE_OK; i++)
    result = sqlite3session_attach (session, tables[i].name);
  if (result != SQLITE_OK)
    {
      dateline_story_error_set_sqlite (error, db, result);
      return NULL;
    }

  return g_steal_pointer (&session);
}

/**
 * dateline_changeset_take:
 * @session: what recorded
 * @db: the story file
 * @error: return location for an error
 *
 * Gets what was changed since the start.
 *
 * Returns: (transfer full) (nullable): a changeset, of no bytes if nothing is different now; %NULL if it failed
 */
GBytes *
dateline_changeset_take (sqlite3_session  *session,
                         sqlite3          *db,
                         GError          **error)
{
  gpointer data = NULL;
  int size = 0;
  int result;

  g_return_val_if_fail (session != NULL, NULL);
  g_return_val_if_fail (db != NULL, NULL);

  result = sqlite3session_changeset (session, &size, &data);
  if (result != SQLITE_OK)
    {
      dateline_story_error_set_sqlite (error, db, result);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

static sqlite3_changeset_iter *
start (GBytes *changeset,
       int    *result)
{
  sqlite3_changeset_iter *iter = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);

  *result = sqlite3changeset_start (&iter, (int) size, (gpointer) data);

  return iter;
}

static void
add_value (GHashTable    *ids,
           sqlite3_value *value)
{
  if (value != NULL && sqlite3_value_type (value) == SQLITE_TEXT)
    g_hash_table_add (ids, g_strdup ((const char *) sqlite3_value_text (value)));
}

/* A changed passage tells only its number, if it stays with its item. */
static int
add_item_of_passage (sqlite3       *db,
                     GHashTable    *ids,
                     sqlite3_value *number)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (db, "SELECT item FROM passage WHERE id = ?", -1, &statement, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_bind_value (statement, 1, number);
  if (result == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    add_value (ids, sqlite3_column_value (statement, 0));
  if (result == SQLITE_OK)
    return sqlite3_finalize (statement);
  sqlite3_finalize (statement);

  return result;
}

static int
collect_change (sqlite3_changeset_iter *iter,
                sqlite3                *db,
                DatelineChanges        *changes)
{
  sqlite3_value *before = NULL;
  sqlite3_value *after = NULL;
  const char *name;
  const Table *table;
  int n_columns;
  int operation;
  int result = sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);

  if (result != SQLITE_OK)
    return result;

  table = find_table (name);
  if (table == NULL)
    return SQLITE_OK;
  if (table->item < 0)
    {
      changes->clippings = TRUE;
      return SQLITE_OK;
    }
  if (table->item >= n_columns)
    return SQLITE_CORRUPT;

  if (operation != SQLITE_INSERT)
    result = sqlite3changeset_old (iter, table->item, &before);
  if (operation != SQLITE_DELETE && result == SQLITE_OK)
    result = sqlite3changeset_new (iter, table->item, &after);
  if (result != SQLITE_OK)
    return result;

  add_value (changes->ids, before);
  add_value (changes->ids, after);
  if (before == NULL && after == NULL)
    {
      result = sqlite3changeset_old (iter, 0, &before);
      if (result == SQLITE_OK && before != NULL)
        result = add_item_of_passage (db, changes->ids, before);
    }

  return result;
}

/**
 * dateline_changeset_collect:
 * @changeset: a changeset
 * @db: the story file after the change
 * @changes: where to add what it touches
 * @error: return location for an error
 *
 * Tells which items have to be looked at again.
 *
 * Returns: %FALSE if the changeset makes no sense
 */
gboolean
dateline_changeset_collect (GBytes           *changeset,
                            sqlite3          *db,
                            DatelineChanges  *changes,
                            GError          **error)
{
  sqlite3_changeset_iter *iter;
  int result;
  int end;

  g_return_val_if_fail (changeset != NULL, FALSE);
  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (changes != NULL, FALSE);

  iter = start (changeset, &result);
  while (result == SQLITE_OK && sqlite3changeset_next (iter) == SQLITE_ROW)
    result = collect_change (iter, db, changes);
  end = sqlite3changeset_finalize (iter);
  if (result == SQLITE_OK)
    result = end;

  return result == SQLITE_OK || dateline_story_error_set_sqlite (error, db, result);
}

static guint
count (GBytes *changeset)
{
  guint n = 0;
  int result;
  sqlite3_changeset_iter *iter = start (changeset, &result);

  while (result == SQLITE_OK && sqlite3changeset_next (iter) == SQLITE_ROW)
    n++;
  sqlite3changeset_finalize (iter);

  return n;
}

/* Whether there is no row of that key any more. */
static gboolean
is_gone (sqlite3       *db,
         const Table   *table,
         sqlite3_value *key)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?", table->name);
  sqlite3_stmt *statement = NULL;
  gboolean gone;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    return FALSE;
  sqlite3_bind_value (statement, 1, key);
  gone = sqlite3_step (statement) == SQLITE_DONE;
  sqlite3_finalize (statement);

  return gone;
}

static gboolean
is_same (sqlite3_value *a,
         sqlite3_value *b)
{
  if (sqlite3_value_type (a) != sqlite3_value_type (b))
    return FALSE;

  switch (sqlite3_value_type (a))
    {
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
      return sqlite3_value_int64 (a) == sqlite3_value_int64 (b);
    case SQLITE_FLOAT:
      return sqlite3_value_double (a) == sqlite3_value_double (b);
    default:
      /* Of nothing there is no address. */
      return sqlite3_value_bytes (a) == sqlite3_value_bytes (b) &&
             (sqlite3_value_bytes (a) == 0 ||
              memcmp (sqlite3_value_blob (a), sqlite3_value_blob (b), (gsize) sqlite3_value_bytes (a)) == 0);
    }
}

/* Within one table the order is not ours to choose: a row may have lost its reference because the row that it refers
 * to went just before, in this same reversal. That is no change of somebody else's. */
static gboolean
lost_reference_only (sqlite3_changeset_iter *iter,
                     sqlite3                *db,
                     const Table            *table,
                     int                     n_columns)
{
  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *old = NULL;
      sqlite3_value *present = NULL;

      if (sqlite3changeset_old (iter, i, &old) != SQLITE_OK ||
          sqlite3changeset_conflict (iter, i, &present) != SQLITE_OK)
        return FALSE;
      if (old == NULL || present == NULL || is_same (old, present))
        continue;
      if (i != table->own || sqlite3_value_type (present) != SQLITE_NULL || !is_gone (db, table, old))
        return FALSE;
    }

  return TRUE;
}

static int
conflict_cb (gpointer                user_data,
             int                     conflict,
             sqlite3_changeset_iter *iter)
{
  Reversal *reversal = user_data;
  const Table *table;
  const char *name;
  int n_columns;
  int operation;
  sqlite3_value *id = NULL;

  if (conflict == SQLITE_CHANGESET_FOREIGN_KEY || sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL) != SQLITE_OK)
    return SQLITE_CHANGESET_ABORT;
  table = find_table (name);
  if (table == NULL)
    return SQLITE_CHANGESET_ABORT;
  if (conflict == SQLITE_CHANGESET_DATA && table->own >= 0 && lost_reference_only (iter, reversal->db, table, n_columns))
    return SQLITE_CHANGESET_REPLACE;

  if (table->item >= 0 && operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, table->item, &id);
  else if (table->item >= 0)
    sqlite3changeset_old (iter, table->item, &id);
  if (id != NULL && reversal->conflict == NULL)
    reversal->conflict = g_strdup ((const char *) sqlite3_value_text (id));

  return SQLITE_CHANGESET_ABORT;
}

/**
 * dateline_changeset_apply:
 * @changeset: a changeset
 * @db: the story file, with a transaction open
 * @conflict: (out) (optional) (nullable): the id of an item that stands in the way
 * @error: return location for an error
 *
 * Makes a change, to just what it was recorded from. If anything that it changes is not as it was, or if anything else
 * would go with it, nothing is done and the error is %DATELINE_STORY_ERROR_CONFLICT.
 *
 * Returns: %TRUE if the change is made
 */
gboolean
dateline_changeset_apply (GBytes   *changeset,
                          sqlite3  *db,
                          char    **conflict,
                          GError  **error)
{
  Reversal reversal = { .db = db };
  g_autoptr(sqlite3_session) session = NULL;
  g_autoptr(GBytes) done = NULL;
  g_autofree char *place = NULL;
  gconstpointer data;
  gsize size;
  int result;

  g_return_val_if_fail (changeset != NULL, FALSE);
  g_return_val_if_fail (db != NULL, FALSE);

  session = dateline_changeset_record (db, error);
  if (session == NULL)
    return FALSE;

  data = g_bytes_get_data (changeset, &size);
  result = sqlite3changeset_apply (db, (int) size, (gpointer) data, NULL, conflict_cb, &reversal);
  place = g_steal_pointer (&reversal.conflict);
  if (result == SQLITE_OK)
    {
      done = dateline_changeset_take (session, db, error);
      if (done == NULL)
        return FALSE;
      if (count (done) == count (changeset))
        return TRUE;
    }
  else if ((result & 0xff) != SQLITE_ABORT && (result & 0xff) != SQLITE_CONSTRAINT)
    return dateline_story_error_set_sqlite (error, db, result);

  if (conflict != NULL)
    *conflict = g_steal_pointer (&place);
  g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT,
                       _("This cannot be taken back, because it was changed again meanwhile"));

  return FALSE;
}

/**
 * dateline_changeset_revert:
 * @changeset: a changeset
 * @db: the story file, with a transaction open
 * @conflict: (out) (optional) (nullable): the id of an item that stands in the way
 * @error: return location for an error
 *
 * Takes a change back. If anything that it changed was changed again meanwhile, or if anything that came meanwhile
 * would go with it, nothing is done and the error is %DATELINE_STORY_ERROR_CONFLICT.
 *
 * Returns: %TRUE if the change is taken back
 */
gboolean
dateline_changeset_revert (GBytes   *changeset,
                           sqlite3  *db,
                           char    **conflict,
                           GError  **error)
{
  g_autoptr(GBytes) inverse = NULL;
  gpointer data = NULL;
  int size = 0;
  int result;

  g_return_val_if_fail (changeset != NULL, FALSE);
  g_return_val_if_fail (db != NULL, FALSE);

  result = sqlite3changeset_invert ((int) g_bytes_get_size (changeset), g_bytes_get_data (changeset, NULL), &size, &data);
  inverse = g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
  if (result != SQLITE_OK)
    return dateline_story_error_set_sqlite (error, db, result);

  return dateline_changeset_apply (inverse, db, conflict, error);
}

static int
copy_into (sqlite3    *to,
           const char *name,
           sqlite3    *from)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, name, from, "main");
  int result;

  if (backup == NULL)
    return sqlite3_extended_errcode (to);
  result = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);

  return result == SQLITE_DONE ? SQLITE_OK : result;
}

/**
 * dateline_changeset_compare:
 * @from: a story file
 * @to: another story file, of the same version
 * @error: return location for an error
 *
 * Tells what would have to change for the first to hold what the second holds. Neither is touched: they are compared in
 * copies, which are in memory unless they are large.
 *
 * Returns: (transfer full) (nullable): a changeset, of no bytes if nothing is different; %NULL if it failed
 */
GBytes *
dateline_changeset_compare (sqlite3  *from,
                            sqlite3  *to,
                            GError  **error)
{
  g_autoptr(sqlite3_session) session = NULL;
  sqlite3 *scratch = NULL;
  GBytes *changeset = NULL;
  int result;

  g_return_val_if_fail (from != NULL, NULL);
  g_return_val_if_fail (to != NULL, NULL);

  result = sqlite3_open_v2 ("", &scratch, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  if (result == SQLITE_OK)
    result = sqlite3_exec (scratch, "ATTACH '' AS present", NULL, NULL, NULL);
  if (result == SQLITE_OK)
    result = copy_into (scratch, "main", to);
  if (result == SQLITE_OK)
    result = copy_into (scratch, "present", from);
  if (result == SQLITE_OK)
    session = dateline_changeset_record (scratch, error);
  for (guint i = 0; session != NULL && result == SQLITE_OK && i < G_N_ELEMENTS (tables); i++)
    result = sqlite3session_diff (session, "present", tables[i].name, NULL);
  if (session != NULL && result == SQLITE_OK)
    changeset = dateline_changeset_take (session, scratch, error);
  if (result != SQLITE_OK)
    dateline_story_error_set_sqlite (error, NULL, result);
  g_clear_pointer (&session, sqlite3session_delete);
  sqlite3_close (scratch);

  return changeset;
}
