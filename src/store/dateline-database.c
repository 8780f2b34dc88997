/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The owner of one connection to a story file. Files come from strangers: one is looked at before anything is written
 * to it, and one that is refused is left as it is. */
#include "config.h"

#include "dateline-database.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "dateline-database-probe.h"
#include "dateline-database-schema.h"
#include "dateline-fresh-file.h"
#include "dateline-search-index.h"
#include "dateline-tokenizer.h"

#define MAX_ATTEMPTS 3

/* A copy that is in no hurry: pages at a time, and microseconds in between for those who write. */
#define STEP_PAGES 512
#define STEP_PAUSE 4000

struct _DatelineDatabase
{
  sqlite3  *handle;
  char     *path;         /* as it was given; NULL in memory */
  char     *temporary;    /* where the file is until it is published */
  char     *aside;        /* the copy that is read, if the file must not be put right */
  gboolean  is_read_only;
};

static gboolean
execute (sqlite3     *handle,
         const char  *sql,
         GError     **error)
{
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  return dateline_story_error_set_sqlite (error, handle, sqlite3_extended_errcode (handle));
}

/* Nothing that a file holds is run, and no statement is larger than ours. Reads nothing yet. */
static void
harden (sqlite3 *handle)
{
  static const struct { int option; int value; } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
    { SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  };
  static const struct { int limit; int value; } limits[] = {
    { SQLITE_LIMIT_LENGTH, 512 * 1024 * 1024 }, /* of the changeset of the largest edit */
    { SQLITE_LIMIT_SQL_LENGTH, 64 * 1024 },
    { SQLITE_LIMIT_COLUMN, 100 },
    { SQLITE_LIMIT_EXPR_DEPTH, 100 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 20 },
    { SQLITE_LIMIT_FUNCTION_ARG, 16 },
    { SQLITE_LIMIT_ATTACHED, 0 },
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 1000 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 100 },
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    sqlite3_db_config (handle, options[i].option, options[i].value, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (handle, limits[i].limit, limits[i].value);
  sqlite3_extended_result_codes (handle, 1);
  sqlite3_busy_timeout (handle, DATELINE_DATABASE_PATIENCE);
}

/* Opens a file, in fact only its descriptor: nothing is read but the header. The path is absolute, so that it is never
 * taken for an address. */
static sqlite3 *
connect (const char  *path,
         int          flags,
         GError     **error)
{
  sqlite3 *handle = NULL;
  int code = sqlite3_open_v2 (path, &handle, flags | SQLITE_OPEN_NOMUTEX, NULL);

  if (code == SQLITE_OK)
    {
      harden (handle);
      code = dateline_tokenizer_register (handle);
    }
  if (code == SQLITE_OK)
    return handle;

  if (handle != NULL && sqlite3_system_errno (handle) != 0)
    g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_READ,
                 /* Translators: %s is what the system says */
                 _("The story file cannot be read: %s"), g_strerror (sqlite3_system_errno (handle)));
  else
    dateline_story_error_set_sqlite (error, NULL, code);
  sqlite3_close (handle);

  return NULL;
}

/* What changes how a file is read and written. The last edit must outlast a power cut even where that comes before the
 * disk forgot the name of the journal, so EXTRA, which is FULL and waits for that too. Whoever writes much keeps up to
 * 64 MiB of it in memory, as nobody else can read from when the first page of it is written until the end. */
static gboolean
configure (sqlite3  *handle,
           GError  **error)
{
  return execute (handle,
                  "PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; "
                  "PRAGMA synchronous = EXTRA; PRAGMA cache_spill = 16384",
                  error) &&
         (sqlite3_db_readonly (handle, "main") != 0 || execute (handle, "PRAGMA journal_mode = DELETE", error));
}

static gboolean
read_version (sqlite3  *handle,
              guint    *version,
              GError  **error)
{
  sqlite3_stmt *statement = NULL;
  int code;

  code = sqlite3_prepare_v2 (handle, "PRAGMA user_version", -1, &statement, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    *version = (guint) sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);

  return code == SQLITE_ROW || dateline_story_error_set_sqlite (error, handle, code);
}

/* Checks a file, without a change of its parts in between. What a crash left is put right by the first statement if
 * the connection may write; otherwise @is_hot tells of it. */
static gboolean
validate (sqlite3  *handle,
          gboolean *is_hot,
          GError  **error)
{
  const char *const *scripts;
  guint newest;
  guint version = 0;
  gboolean is_valid;

  scripts = dateline_database_schema_get_scripts (&newest);
  *is_hot = FALSE;
  if (!dateline_database_probe_header (handle, error))
    return FALSE;

  if (sqlite3_exec (handle, "BEGIN; SELECT count (*) FROM sqlite_schema", NULL, NULL, NULL) != SQLITE_OK)
    {
      int code = sqlite3_extended_errcode (handle);

      *is_hot = code == SQLITE_READONLY_ROLLBACK;
      /* To SQLite a file that is cut off is damaged like any other. */
      if ((code & 0xff) != SQLITE_CORRUPT || dateline_database_probe_length (handle, error))
        dateline_story_error_set_sqlite (error, handle, code);
      if (!sqlite3_get_autocommit (handle))
        sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }

  is_valid = dateline_database_probe_header (handle, error) &&
             dateline_database_probe_length (handle, error) &&
             read_version (handle, &version, error) &&
             dateline_database_schema_check (handle, scripts, version, error);
  sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);

  return is_valid;
}

/* Looks at a file that a crash left half written in a copy, where it can be put right. */
static sqlite3 *
open_aside (sqlite3     *handle,
            const char  *real,
            char       **aside,
            GError     **error)
{
  g_autofree char *copy = NULL;
  sqlite3 *aside_handle;
  gboolean is_hot;

  if (!dateline_database_probe_journal (real, error))
    return NULL;
  copy = dateline_database_probe_copy_aside (handle, real, error);
  if (copy == NULL)
    return NULL;

  aside_handle = connect (copy, SQLITE_OPEN_READWRITE, error);
  if (aside_handle != NULL && validate (aside_handle, &is_hot, error))
    {
      *aside = g_steal_pointer (&copy);
      return aside_handle;
    }
  sqlite3_close (aside_handle);
  dateline_database_probe_drop_aside (copy);

  return NULL;
}

/* Opens a file and checks it without changing anything. If only a copy makes sense, its path is given in @aside. */
static sqlite3 *
open_unchanged (const char  *real,
                char       **aside,
                GError     **error)
{
  g_autoptr(GError) local_error = NULL;

  for (guint attempt = 0; attempt < MAX_ATTEMPTS; attempt++)
    {
      sqlite3 *handle;
      sqlite3 *aside_handle = NULL;
      gboolean is_hot = FALSE;

      g_clear_error (&local_error);
      handle = connect (real, SQLITE_OPEN_READONLY, &local_error);
      if (handle != NULL && validate (handle, &is_hot, &local_error))
        return handle;

      if (is_hot)
        {
          g_clear_error (&local_error);
          aside_handle = open_aside (handle, real, aside, &local_error);
        }
      sqlite3_close (handle);
      if (aside_handle != NULL)
        return aside_handle;
      /* Another process may have put the file right while it was copied. */
      if (!is_hot)
        break;
    }

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/* Writing needs the folder too, for the journal. */
static gboolean
is_writable (const char *real)
{
  g_autofree char *folder = g_path_get_dirname (real);

  return g_access (real, W_OK) == 0 && g_access (folder, W_OK | X_OK) == 0;
}

/* Goes on with a connection that may write, now that the file is known to be a story. */
static gboolean
reopen (DatelineDatabase  *self,
        const char        *real,
        GError           **error)
{
  gboolean is_hot;

  sqlite3_close (self->handle);
  if (self->aside != NULL)
    dateline_database_probe_drop_aside (self->aside);
  g_clear_pointer (&self->aside, g_free);
  self->handle = connect (real, SQLITE_OPEN_READWRITE, error);

  return self->handle != NULL && validate (self->handle, &is_hot, error);
}

/* Copies pages from one connection to another, all at once or @n_pages at a time. Then others come to write in between,
 * and when one does, SQLite starts again: the copy is of one moment in any case. */
static gboolean
copy_pages (sqlite3       *from,
            sqlite3       *to,
            int            n_pages,
            GCancellable  *cancellable,
            GError       **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int code;

  if (backup == NULL)
    return dateline_story_error_set_sqlite (error, to, sqlite3_extended_errcode (to));

  code = sqlite3_backup_step (backup, n_pages);
  while ((code == SQLITE_OK || (n_pages > 0 && (code & 0xff) == SQLITE_BUSY)) &&
         !g_cancellable_is_cancelled (cancellable))
    {
      g_usleep (STEP_PAUSE);
      code = sqlite3_backup_step (backup, n_pages);
    }
  sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return dateline_story_error_set_sqlite (error, (code & 0xff) == SQLITE_BUSY ? from : to, code);
}

/* Brings a file of an older version forward; if it must not be written, a copy of it in memory. */
static gboolean
migrate (DatelineDatabase      *self,
         DatelineDatabaseFunc   before_migration,
         gpointer               user_data,
         GError               **error)
{
  const char *const *scripts;
  guint newest;
  guint version;

  scripts = dateline_database_schema_get_scripts (&newest);
  if (!read_version (self->handle, &version, error))
    return FALSE;
  if (version == newest)
    return TRUE;

  if (self->is_read_only)
    {
      sqlite3 *memory = connect (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

      if (memory == NULL || !copy_pages (self->handle, memory, -1, NULL, error))
        {
          sqlite3_close (memory);
          return FALSE;
        }
      sqlite3_close (self->handle);
      self->handle = memory;
    }
  else if (before_migration != NULL && !before_migration (self, user_data, error))
    return FALSE;

  return dateline_database_schema_run (self->handle, scripts, version, newest, error);
}

/**
 * dateline_database_create:
 * @path: (nullable): the path that the file shall have, or %NULL for a database in memory
 * @error: return location for an error
 *
 * Creates a story file with all tables and no rows. Until it is published the file is hidden, and a power cut would
 * spoil it; it is removed if it is never published.
 *
 * Returns: (transfer full) (nullable): a new database, or %NULL if there is a file at @path already or none can be made
 */
DatelineDatabase *
dateline_database_create (const char  *path,
                          GError     **error)
{
  g_autoptr(DatelineDatabase) self = g_new0 (DatelineDatabase, 1);
  g_autofree char *sql = NULL;
  const char *const *scripts;
  guint newest;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (path != NULL)
    {
      self->path = g_canonicalize_filename (path, NULL);
      self->temporary = dateline_fresh_file_make (self->path, error);
      if (self->temporary == NULL)
        return NULL;
      self->handle = connect (self->temporary, SQLITE_OPEN_READWRITE, error);
    }
  else
    {
      self->handle = connect (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
    }

  scripts = dateline_database_schema_get_scripts (&newest);
  sql = g_strdup_printf ("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; "
                         "PRAGMA application_id = %d", DATELINE_DATABASE_APPLICATION_ID);
  if (self->handle == NULL || !execute (self->handle, sql, error) ||
      !dateline_database_schema_run (self->handle, scripts, 0, newest, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * dateline_database_publish:
 * @self: a database that was created
 * @error: return location for an error
 *
 * Gives the file its name, once it holds all that it shall hold, and goes on there. All statements have to be finalized
 * before: the handle changes. If this fails, all that is left to do is to free @self.
 *
 * Returns: %TRUE if the file is there
 */
gboolean
dateline_database_publish (DatelineDatabase  *self,
                           GError           **error)
{
  gboolean is_hot;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->temporary == NULL)
    return TRUE;
  if (!dateline_search_index_ensure (self->handle, error))
    return FALSE;

  sqlite3_close_v2 (self->handle);
  self->handle = NULL;
  if (!dateline_fresh_file_publish (self->temporary, self->path, error))
    return FALSE;
  g_clear_pointer (&self->temporary, g_free);

  self->handle = connect (self->path, SQLITE_OPEN_READWRITE, error);

  return self->handle != NULL && validate (self->handle, &is_hot, error) && configure (self->handle, error);
}

/**
 * dateline_database_open:
 * @path: the path of a file
 * @mode: whether to write
 * @before_migration: (nullable) (scope call): called before a file of an older version is brought forward, to keep a copy
 * @user_data: data for @before_migration
 * @error: return location for an error
 *
 * Opens a story file. A file that is refused is not changed in any way; what a crash left half written is put right
 * only once it is known to be a story. A file that cannot be written is opened read-only.
 *
 * Returns: (transfer full) (nullable): a new database, or %NULL if the file is no story that can be opened
 */
DatelineDatabase *
dateline_database_open (const char            *path,
                        DatelineDatabaseMode   mode,
                        DatelineDatabaseFunc   before_migration,
                        gpointer               user_data,
                        GError               **error)
{
  g_autoptr(DatelineDatabase) self = NULL;
  g_autofree char *real = NULL;
  gboolean is_newest;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  real = dateline_database_probe_resolve (path, error);
  if (real == NULL)
    return NULL;

  self = g_new0 (DatelineDatabase, 1);
  self->path = g_canonicalize_filename (path, NULL);
  self->handle = open_unchanged (real, &self->aside, error);
  if (self->handle == NULL)
    return NULL;

  if ((mode == DATELINE_DATABASE_READ_WRITE || (mode == DATELINE_DATABASE_TO_CHECK && self->aside == NULL)) &&
      is_writable (real) && !reopen (self, real, error))
    return NULL;
  self->is_read_only = mode != DATELINE_DATABASE_READ_WRITE || self->aside != NULL ||
                       sqlite3_db_readonly (self->handle, "main") != 0;

  is_newest = mode == DATELINE_DATABASE_READ_WRITE || mode == DATELINE_DATABASE_READ_ONLY;
  if (!configure (self->handle, error) ||
      (is_newest && !migrate (self, before_migration, user_data, error)) ||
      (self->is_read_only && !execute (self->handle, "PRAGMA query_only = ON", error)))
    return NULL;

  /* A story can be read and edited without its index, and searched in another way. */
  if (!self->is_read_only)
    dateline_search_index_ensure (self->handle, NULL);

  return g_steal_pointer (&self);
}

/**
 * dateline_database_free:
 * @self: (transfer full): a database
 *
 * Closes the connection.
 */
void
dateline_database_free (DatelineDatabase *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_close_v2 (self->handle);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  if (self->aside != NULL)
    dateline_database_probe_drop_aside (self->aside);
  g_free (self->path);
  g_free (self->temporary);
  g_free (self->aside);
  g_free (self);
}

/**
 * dateline_database_get_handle:
 * @self: a database
 *
 * The connection.
 *
 * Returns: (transfer none): the connection
 */
sqlite3 *
dateline_database_get_handle (DatelineDatabase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->handle;
}

/**
 * dateline_database_get_path:
 * @self: a database
 *
 * The path of the file, absolute.
 *
 * Returns: (nullable): the path, or %NULL in memory
 */
const char *
dateline_database_get_path (DatelineDatabase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

/**
 * dateline_database_is_read_only:
 * @self: a database
 *
 * Whether the file cannot be written, or was opened so.
 *
 * Returns: %TRUE if it cannot be written
 */
gboolean
dateline_database_is_read_only (DatelineDatabase *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->is_read_only;
}

/**
 * dateline_database_execute:
 * @self: a database
 * @sql: statements that return nothing
 * @error: return location for an error
 *
 * Runs statements.
 *
 * Returns: %TRUE if all were run
 */
gboolean
dateline_database_execute (DatelineDatabase  *self,
                           const char        *sql,
                           GError           **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (sql != NULL, FALSE);

  return execute (self->handle, sql, error);
}

static gboolean
copy_to (DatelineDatabase  *self,
         const char        *path,
         int                n_pages,
         GCancellable      *cancellable,
         GError           **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *temporary = dateline_fresh_file_make (absolute, error);
  gboolean is_done = FALSE;
  sqlite3 *copy;

  if (temporary == NULL)
    return FALSE;

  copy = connect (temporary, SQLITE_OPEN_READWRITE, error);
  if (copy != NULL)
    is_done = execute (copy, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF", error) &&
              copy_pages (self->handle, copy, n_pages, cancellable, error);
  sqlite3_close (copy);
  is_done = is_done && dateline_fresh_file_publish (temporary, absolute, error);
  if (!is_done)
    g_unlink (temporary);

  return is_done;
}

/**
 * dateline_database_copy_to:
 * @self: a database
 * @path: the path of the copy
 * @error: return location for an error
 *
 * Copies the story as it is at one moment, also while others write. The copy appears complete or not at all, and
 * replaces nothing. Story files are never to be copied byte by byte: a change may be under way, and its locks would go.
 *
 * Returns: %TRUE if the copy is there
 */
gboolean
dateline_database_copy_to (DatelineDatabase  *self,
                           const char        *path,
                           GError           **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return copy_to (self, path, -1, NULL, error);
}

/**
 * dateline_database_copy_calmly:
 * @self: a database
 * @path: the path of the copy
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * The same, little by little, so that nobody who writes has to wait for it. While others write without a pause it does
 * not come to an end.
 *
 * Returns: %TRUE if the copy is there
 */
gboolean
dateline_database_copy_calmly (DatelineDatabase  *self,
                               const char        *path,
                               GCancellable      *cancellable,
                               GError           **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return copy_to (self, path, STEP_PAGES, cancellable, error);
}

/**
 * dateline_database_copy_to_memory:
 * @self: a database
 * @error: return location for an error
 *
 * Makes a copy that belongs to no file, to try something out with.
 *
 * Returns: (transfer full) (nullable): the copy
 */
DatelineDatabase *
dateline_database_copy_to_memory (DatelineDatabase  *self,
                                  GError           **error)
{
  g_autoptr(DatelineDatabase) copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (DatelineDatabase, 1);
  copy->handle = connect (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  if (copy->handle == NULL || !copy_pages (self->handle, copy->handle, -1, NULL, error))
    return NULL;

  return g_steal_pointer (&copy);
}
