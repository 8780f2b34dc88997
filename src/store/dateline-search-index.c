/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search index of a story file: whether it is there, made anew, brought up to date. All of it can be made again at any
 * time, so nothing that happens to it may cost the reader anything. */
#include "config.h"

#include "dateline-search-index.h"

#include "dateline-search-indexer.h"
#include "dateline-search-sql.h"
#include "dateline-story-error.h"
#include "dateline-tokenizer.h"

/* Changes with what rows are made of. */
#define VERSION (1 * 1000 + DATELINE_TOKENIZER_VERSION)

/* The full text table keeps what is new in memory. It writes that at the next savepoint, and otherwise when the
 * transaction ends: then damage would be found out too late. */
#define FLUSH "SAVEPOINT search_flush; RELEASE search_flush"

/**
 * dateline_search_index_is_ready: (skip)
 * @db: a connection to a story file
 *
 * Whether the index is complete, and of the version that this program makes.
 *
 * Returns: %TRUE if one can search
 */
gboolean
dateline_search_index_is_ready (sqlite3 *db)
{
  sqlite3_stmt *statement = NULL;
  gboolean is_ready = FALSE;

  g_return_val_if_fail (db != NULL, FALSE);

  if (sqlite3_prepare_v2 (db, "SELECT version FROM search_state", -1, &statement, NULL) == SQLITE_OK)
    is_ready = sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_int (statement, 0) == VERSION;
  sqlite3_finalize (statement);

  return is_ready;
}

/* Errors that are no fault of the index. A damaged one can fail in any other way, also for want of memory. */
static gboolean
is_damage (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_OK:
    case SQLITE_BUSY:
    case SQLITE_CANTOPEN:
    case SQLITE_FULL:
    case SQLITE_INTERRUPT:
    case SQLITE_IOERR:
    case SQLITE_LOCKED:
    case SQLITE_READONLY:
      return FALSE;
    default:
      return TRUE;
    }
}

/* Takes back what was done to the index. A damaged one may say that this failed too, but then it is done all the same. */
static void
leave (sqlite3 *db)
{
  sqlite3_exec (db, "ROLLBACK TO search_index", NULL, NULL, NULL);
  sqlite3_exec (db, "RELEASE search_index", NULL, NULL, NULL);
}

/* Empties the index. If the full text table is so damaged that SQLite does not even drop it, the tables beneath it are
 * filled with what they hold when they are new. */
static int
empty (sqlite3 *db)
{
  int was_defensive = 0;
  int code;

  code = sqlite3_exec (db,
                       "DELETE FROM search_state; DELETE FROM search_row; DELETE FROM search_name; DELETE FROM search_term;"
                       "INSERT INTO search_words (search_words) VALUES ('delete-all'); " FLUSH, NULL, NULL, NULL);
  if (!is_damage (code))
    return code;

  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, -1, &was_defensive);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  code = sqlite3_exec (db,
                       "DELETE FROM search_words_data; DELETE FROM search_words_idx; DELETE FROM search_words_config;"
                       "INSERT INTO search_words_data VALUES (1, x''), (10, x'00000000000000');"
                       "INSERT INTO search_words_config VALUES ('version', 4);", NULL, NULL, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, was_defensive, NULL);

  return code != SQLITE_OK
           ? code
           : sqlite3_exec (db, "INSERT INTO search_words (search_words) VALUES ('delete-all')", NULL, NULL, NULL);
}

static int
rebuild (sqlite3 *db)
{
  static const char *const kinds[] = { "person", "event", "quote", "reaction", "claim", "account", "article" };
  g_autoptr(DatelineSearchIndexer) indexer = dateline_search_indexer_new (db, TRUE);
  g_autofree char *set_state = g_strdup_printf ("INSERT INTO search_state (version) VALUES (%d)", VERSION);
  sqlite3_stmt *statement = NULL;
  int code;

  code = empty (db);
  if (code == SQLITE_OK)
    code = sqlite3_prepare_v2 (db, "SELECT id FROM item WHERE kind = ?1 ORDER BY position, id", -1, &statement, NULL);
  for (guint k = 0; k < G_N_ELEMENTS (kinds) && code == SQLITE_OK; k++)
    {
      sqlite3_bind_text (statement, 1, kinds[k], -1, SQLITE_STATIC);
      while ((code = sqlite3_step (statement)) == SQLITE_ROW)
        {
          g_autofree char *id = dateline_search_sql_dup (statement, 0);
          int item_code = dateline_search_indexer_put (indexer, id);

          if (item_code != SQLITE_OK)
            {
              sqlite3_finalize (statement);
              return item_code;
            }
        }
      sqlite3_reset (statement);
      code = code == SQLITE_DONE ? SQLITE_OK : code;
    }
  sqlite3_finalize (statement);

  return code != SQLITE_OK ? code : sqlite3_exec (db, set_state, NULL, NULL, NULL);
}

/**
 * dateline_search_index_rebuild: (skip)
 * @db: a connection to a story file
 * @error: return location for an error
 *
 * Makes the index anew, in the transaction that is under way or in one of its own. Takes seconds for a large story.
 *
 * Returns: %TRUE if it is complete
 */
gboolean
dateline_search_index_rebuild (sqlite3  *db,
                               GError  **error)
{
  int code;

  g_return_val_if_fail (db != NULL, FALSE);

  code = sqlite3_exec (db, "SAVEPOINT search_index", NULL, NULL, NULL);
  if (code == SQLITE_OK)
    {
      code = rebuild (db);
      if (code == SQLITE_OK)
        code = sqlite3_exec (db, FLUSH "; RELEASE search_index", NULL, NULL, NULL);
    }
  if (code == SQLITE_OK)
    return TRUE;

  dateline_story_error_set_sqlite (error, db, code);
  if (!sqlite3_get_autocommit (db))
    leave (db);

  return FALSE;
}

/**
 * dateline_search_index_ensure: (skip)
 * @db: a connection to a story file that can be written
 * @error: return location for an error
 *
 * Makes the index if there is none yet.
 *
 * Returns: %TRUE if one can search
 */
gboolean
dateline_search_index_ensure (sqlite3  *db,
                              GError  **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return dateline_search_index_is_ready (db) || dateline_search_index_rebuild (db, error);
}

/**
 * dateline_search_index_update: (skip)
 * @db: a connection with a transaction under way
 * @ids: the ids of items whose rows were made, changed or deleted in it
 * @error: return location for an error
 *
 * Brings the index up to date. Nothing happens if the index is not ready. An index that turns out to be damaged is given
 * up, as it can be made again; what the reader writes is not lost for that.
 *
 * Returns: %FALSE if it could not be written; then the transaction is to be rolled back
 */
gboolean
dateline_search_index_update (sqlite3     *db,
                              GHashTable  *ids,
                              GError     **error)
{
  DatelineSearchIndexer *indexer;
  int code;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);

  if (!dateline_search_index_is_ready (db))
    return TRUE;

  code = sqlite3_exec (db, "SAVEPOINT search_index", NULL, NULL, NULL);
  if (code != SQLITE_OK)
    return dateline_story_error_set_sqlite (error, db, code);

  indexer = dateline_search_indexer_new (db, FALSE);
  code = dateline_search_indexer_update (indexer, ids);
  dateline_search_indexer_free (indexer);
  if (code == SQLITE_OK)
    code = sqlite3_exec (db, FLUSH "; RELEASE search_index", NULL, NULL, NULL);

  if (is_damage (code))
    {
      gboolean is_over = sqlite3_get_autocommit (db) != 0;
      int given_up;

      if (!is_over)
        leave (db);
      given_up = sqlite3_exec (db, "DELETE FROM search_state", NULL, NULL, NULL);
      /* Where SQLite had to end the transaction, the next one will not meet the index. */
      code = is_over ? code : given_up;
    }

  return code == SQLITE_OK || dateline_story_error_set_sqlite (error, db, code);
}
