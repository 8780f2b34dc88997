/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a story file, version by version, and whether a file has these and no others. */
#include "config.h"

#include "dateline-database-schema.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-schema.h"
#include "dateline-story-error.h"
#include "dateline-text.h"
#include "dateline-tokenizer.h"

#define MAX_SHOWN 40

/* A version is how many of these were run, also where a file is new: so a file that was brought forward does not differ
 * from one that was made so. None of them ever changes once a release has it. */
static const char *const scripts_of_versions[] = {
  DATELINE_SCHEMA_1,
  DATELINE_SCHEMA_2,
};

/* What a tool may add that looks at how the tables are filled, without changing what they say. */
static const struct
{
  const char *name;
  const char *sql;
} tolerated[] = {
  { "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)" },
  { "sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)" },
};

/* The tables beneath the full text index, which SQLite makes by itself, each version maybe in its own words. */
static gboolean
is_shadow (const char *name,
           const char *sql)
{
  return g_str_has_prefix (name, "search_words_") && g_str_has_prefix (sql, "CREATE TABLE ");
}

/**
 * dateline_database_schema_get_scripts:
 * @n_scripts: (out): how many there are: the newest version
 *
 * The scripts that lead from an empty file to the newest version, one from each version to the next.
 *
 * Returns: (transfer none) (array length=n_scripts): the scripts
 */
const char * const *
dateline_database_schema_get_scripts (guint *n_scripts)
{
  g_return_val_if_fail (n_scripts != NULL, NULL);

  *n_scripts = G_N_ELEMENTS (scripts_of_versions);

  return scripts_of_versions;
}

/**
 * dateline_database_schema_run:
 * @db: a connection
 * @scripts: (array): the scripts of all versions
 * @from: the version that the file has, or 0 if it is empty
 * @to: the version that it shall have
 * @error: return location for an error
 *
 * Brings a file forward, each version in a transaction of its own.
 *
 * Returns: %TRUE if the file is of version @to; otherwise it is of the last version that could be reached
 */
gboolean
dateline_database_schema_run (sqlite3             *db,
                              const char * const  *scripts,
                              guint                from,
                              guint                to,
                              GError             **error)
{
  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (scripts != NULL, FALSE);

  for (guint i = from; i < to; i++)
    {
      g_autofree char *sql = g_strdup_printf ("BEGIN IMMEDIATE; %s; PRAGMA user_version = %u; COMMIT", scripts[i], i + 1);

      if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
        {
          dateline_story_error_set_sqlite (error, db, sqlite3_extended_errcode (db));
          if (!sqlite3_get_autocommit (db))
            sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
          return FALSE;
        }
    }

  return TRUE;
}

/* Gives each object of a file to @take: its name and the SQL that makes it, empty for the indexes of primary keys. */
static gboolean
list_objects (sqlite3   *db,
              gboolean (*take) (GHashTable  *objects,
                                const char  *name,
                                const char  *sql,
                                GError     **error),
              GHashTable *objects,
              GError   **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean is_taken = TRUE;
  int code;

  code = sqlite3_prepare_v2 (db, "SELECT name, coalesce (sql, '') FROM sqlite_schema", -1, &statement, NULL);
  if (code == SQLITE_OK)
    {
      while (is_taken && (code = sqlite3_step (statement)) == SQLITE_ROW)
        {
          const char *name = (const char *) sqlite3_column_text (statement, 0);
          const char *sql = (const char *) sqlite3_column_text (statement, 1);

          is_taken = take (objects, name != NULL ? name : "", sql != NULL ? sql : "", error);
        }
    }
  if (is_taken && code != SQLITE_DONE)
    is_taken = dateline_story_error_set_sqlite (error, db, sqlite3_extended_errcode (db));
  sqlite3_finalize (statement);

  return is_taken;
}

static gboolean
collect (GHashTable  *objects,
         const char  *name,
         const char  *sql,
         GError     **error)
{
  g_hash_table_insert (objects, g_strdup (name), g_strdup (sql));

  return TRUE;
}

/* Crosses an object off those that the file must have. */
static gboolean
cross_off (GHashTable  *objects,
           const char  *name,
           const char  *sql,
           GError     **error)
{
  const char *wanted = g_hash_table_lookup (objects, name);
  g_autofree char *valid = NULL;
  g_autofree char *shown = NULL;

  if (wanted != NULL && (strcmp (wanted, sql) == 0 || (is_shadow (name, wanted) && is_shadow (name, sql))))
    return g_hash_table_remove (objects, name);
  for (guint i = 0; i < G_N_ELEMENTS (tolerated); i++)
    {
      if (strcmp (tolerated[i].name, name) == 0 && strcmp (tolerated[i].sql, sql) == 0)
        return TRUE;
    }

  valid = g_strdelimit (g_utf8_make_valid (name, -1), "\n\r\t", ' ');
  shown = dateline_text_abridge (valid, MAX_SHOWN);
  g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_ALTERED,
               /* Translators: %s is the name of something inside the file, such as a table */
               _("Another program has changed the story file, which is therefore not opened: “%s” does not belong there or is not as it should be"),
               shown);

  return FALSE;
}

/* What a file of a version holds, found out by making one in memory: a millisecond. */
static GHashTable *
create_objects (const char * const  *scripts,
                guint                version,
                GError             **error)
{
  g_autoptr(GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3 *db = NULL;
  gboolean is_done;

  if (sqlite3_open_v2 (":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) == SQLITE_OK &&
      dateline_tokenizer_register (db) == SQLITE_OK)
    is_done = dateline_database_schema_run (db, scripts, 0, version, error) && list_objects (db, collect, objects, error);
  else
    is_done = dateline_story_error_set_sqlite (error, NULL, SQLITE_NOMEM);
  sqlite3_close (db);

  return is_done ? g_steal_pointer (&objects) : NULL;
}

/* The same for each file of a version: a library opens many. */
static GHashTable *
dup_objects (const char * const  *scripts,
             guint                version,
             GError             **error)
{
  static GMutex mutex;
  static GHashTable *known[G_N_ELEMENTS (scripts_of_versions) + 1];
  g_autoptr(GMutexLocker) locker = NULL;
  GHashTable *objects;
  GHashTableIter iter;
  gpointer name;
  gpointer sql;

  if (scripts != scripts_of_versions || version >= G_N_ELEMENTS (known))
    return create_objects (scripts, version, error);

  locker = g_mutex_locker_new (&mutex);
  if (known[version] == NULL)
    known[version] = create_objects (scripts, version, error);
  if (known[version] == NULL)
    return NULL;

  objects = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_iter_init (&iter, known[version]);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    g_hash_table_insert (objects, name, sql);

  return objects;
}

/**
 * dateline_database_schema_check:
 * @db: a connection
 * @scripts: (array): the scripts of all versions
 * @version: the version that the file says it has
 * @error: return location for an error
 *
 * Checks that the file holds all that a file of this version is made of, and nothing else: no trigger, view or virtual
 * table of a stranger, and no table with other columns or constraints.
 *
 * Returns: %TRUE if that is so
 */
gboolean
dateline_database_schema_check (sqlite3             *db,
                                const char * const  *scripts,
                                guint                version,
                                GError             **error)
{
  g_autoptr(GHashTable) objects = NULL;
  GHashTableIter iter;
  gpointer name;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (scripts != NULL, FALSE);

  objects = dup_objects (scripts, version, error);
  if (objects == NULL || !list_objects (db, cross_off, objects, error))
    return FALSE;

  g_hash_table_iter_init (&iter, objects);
  if (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_ALTERED,
                   /* Translators: %s is the name of something inside the file, such as a table */
                   _("Another program has changed the story file, which is therefore not opened: “%s” is missing"),
                   (const char *) name);
      return FALSE;
    }

  return TRUE;
}
