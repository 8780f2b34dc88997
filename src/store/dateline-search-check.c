/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the search index of a file that comes from a stranger is true: whether it says what this program would have
 * written. That is found out in a copy, where the index is made anew, so that the file is neither changed nor held up. */
#include "config.h"

#include "dateline-search-check.h"

#include <glib/gstdio.h>

#include "dateline-search-index.h"

/* What the index said, as the numbers within a group are for the order only. Words that are in it no more do no harm. */
#define KEEP_CLAIMS                                                                                              \
  "PRAGMA temp_store = MEMORY;"                                                                                  \
  "CREATE TEMP TABLE claimed_row AS SELECT number >> 40, item, block, start, lower, upper, title, text, keys "   \
  "FROM search_row;"                                                                                             \
  "CREATE TEMP TABLE claimed_name AS SELECT name, person FROM search_name;"                                      \
  "CREATE TEMP TABLE claimed_term AS SELECT term FROM search_term"

#define ROWS "SELECT number >> 40, item, block, start, lower, upper, title, text, keys FROM search_row"

static const char *const lies[] = {
  "SELECT 1 FROM (SELECT * FROM claimed_row EXCEPT " ROWS ")",
  "SELECT 1 FROM (" ROWS " EXCEPT SELECT * FROM claimed_row)",
  "SELECT 1 FROM (SELECT * FROM claimed_name EXCEPT SELECT name, person FROM search_name)",
  "SELECT 1 FROM (SELECT name, person FROM search_name EXCEPT SELECT * FROM claimed_name)",
  "SELECT 1 FROM (SELECT term FROM search_term EXCEPT SELECT * FROM claimed_term)",
};

/* Whether a statement finds nothing. What cannot even be read is no truth. */
static gboolean
finds_nothing (sqlite3    *db,
               const char *sql)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  sqlite3_finalize (statement);

  return code == SQLITE_DONE;
}

static gboolean
run (sqlite3    *db,
     const char *sql)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* Makes the index of a copy anew and compares. */
static gboolean
check_copy (DatelineDatabase  *copy,
            gboolean          *is_true,
            GError           **error)
{
  sqlite3 *db = dateline_database_get_handle (copy);

  /* Nothing is claimed: the index is made when it is needed. */
  if (!dateline_search_index_is_ready (db))
    {
      *is_true = TRUE;
      return TRUE;
    }

  /* The full text table against its rows, and the rows against the story. */
  *is_true = run (db, "INSERT INTO search_words (search_words, rank) VALUES ('integrity-check', 1)") && run (db, KEEP_CLAIMS);
  if (!*is_true)
    return TRUE;
  if (!dateline_search_index_rebuild (db, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (lies) && *is_true; i++)
    *is_true = finds_nothing (db, lies[i]);

  return TRUE;
}

/**
 * dateline_search_check_small:
 * @database: a story file
 * @is_true: (out): whether its index is true; a missing one does not lie
 * @error: return location for an error
 *
 * Checks the index of a file that fits into memory, in any thread.
 *
 * Returns: %FALSE if it could not be checked
 */
gboolean
dateline_search_check_small (DatelineDatabase  *database,
                             gboolean          *is_true,
                             GError           **error)
{
  g_autoptr(DatelineDatabase) copy = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (is_true != NULL, FALSE);

  copy = dateline_database_copy_to_memory (database, error);

  return copy != NULL && check_copy (copy, is_true, error);
}

static void
interrupt_cb (GCancellable *cancellable,
              sqlite3      *db)
{
  sqlite3_interrupt (db);
}

/**
 * dateline_search_check_large:
 * @path: the path of a story file
 * @cancellable: (nullable): a cancellable
 * @is_true: (out): whether its index is true
 * @error: return location for an error
 *
 * Checks the index of a file of any size, in any thread. That takes as long as making the index did, and as much room in
 * the folder for temporary files as the file itself.
 *
 * Returns: %FALSE if it could not be checked
 */
gboolean
dateline_search_check_large (const char    *path,
                             GCancellable  *cancellable,
                             gboolean      *is_true,
                             GError       **error)
{
  g_autoptr(DatelineDatabase) database = NULL;
  g_autoptr(DatelineDatabase) copy = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *copy_path = NULL;
  gulong handler = 0;
  gboolean is_checked = FALSE;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (is_true != NULL, FALSE);

  database = dateline_database_open (path, DATELINE_DATABASE_READ_ONLY, NULL, NULL, error);
  folder = database != NULL ? g_dir_make_tmp ("dateline-XXXXXX", error) : NULL;
  if (folder == NULL)
    return FALSE;

  copy_path = g_build_filename (folder, "copy.dateline", NULL);
  if (dateline_database_copy_calmly (database, copy_path, cancellable, error))
    copy = dateline_database_open (copy_path, DATELINE_DATABASE_READ_WRITE, NULL, NULL, error);
  if (copy != NULL)
    {
      sqlite3 *db = dateline_database_get_handle (copy);

      /* Nobody will ever need it again. */
      run (db, "PRAGMA synchronous = OFF");
      if (cancellable != NULL)
        handler = g_cancellable_connect (cancellable, G_CALLBACK (interrupt_cb), db, NULL);
      is_checked = check_copy (copy, is_true, error);
      g_cancellable_disconnect (cancellable, handler);
      /* What was interrupted looks like a lie. */
      if (is_checked && !*is_true && g_cancellable_set_error_if_cancelled (cancellable, error))
        is_checked = FALSE;
    }

  g_clear_pointer (&copy, dateline_database_free);
  g_unlink (copy_path);
  g_rmdir (folder);

  return is_checked;
}
