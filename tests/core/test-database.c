/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story file is made, opened, copied, summed up and brought forward. */
#define _GNU_SOURCE 1 /* for setresuid() */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "database-kit.h"
#include "dateline-database-schema.h"

#define NOBODY 65534

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static const char *program;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = database_kit_make_folder ();
  fixture->path = database_kit_make_file (fixture->folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  database_kit_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static DatelineDatabase *
open_file (const char           *path,
           DatelineDatabaseMode  mode)
{
  g_autoptr(GError) error = NULL;
  DatelineDatabase *database = dateline_database_open (path, mode, NULL, NULL, &error);

  g_assert_no_error (error);

  return database;
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.dateline", NULL);
  g_autofree char *no_folder = g_build_filename (fixture->folder, "none", "new.dateline", NULL);
  g_autofree char *before = database_kit_describe (fixture->folder);
  g_autofree char *after = NULL;
  g_autoptr(DatelineDatabase) database = NULL;
  g_autoptr(DatelineDatabase) second = NULL;
  g_autoptr(GError) error = NULL;
  struct stat info;

  /* Nothing comes of what is not published. */
  database = dateline_database_create (path, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_pointer (&database, dateline_database_free);
  after = database_kit_describe (fixture->folder);
  g_assert_cmpstr (after, ==, before);

  /* Of two who make the same file one is told so. */
  database = dateline_database_create (path, &error);
  g_assert_no_error (error);
  second = dateline_database_create (path, &error);
  g_assert_no_error (error);
  dateline_database_publish (database, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dateline_database_get_path (database), ==, path);
  g_assert_false (dateline_database_publish (second, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_EXISTS);
  g_clear_error (&error);
  g_clear_pointer (&second, dateline_database_free);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0077, ==, 0);
  g_assert_cmpint (info.st_nlink, ==, 1);
  dateline_database_execute (database, "INSERT INTO story (id, title) VALUES ('new', 'New')", &error);
  g_assert_no_error (error);

  g_assert_null (dateline_database_create (path, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (dateline_database_create (no_folder, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_FOUND);
}

/* Sees what a connection is set to. */
static int
read_pragma (DatelineDatabase *database,
             const char       *name)
{
  g_autofree char *sql = g_strconcat ("PRAGMA ", name, NULL);
  sqlite3_stmt *statement;
  int value;

  sqlite3_prepare_v2 (dateline_database_get_handle (database), sql, -1, &statement, NULL);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);

  return value;
}

static void
test_settings (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(DatelineDatabase) database = open_file (fixture->path, DATELINE_DATABASE_READ_WRITE);
  sqlite3 *db = dateline_database_get_handle (database);
  g_autoptr(GError) error = NULL;
  int value;

  g_assert_cmpint (read_pragma (database, "application_id"), ==, 0x44744c6e);
  g_assert_cmpint (read_pragma (database, "foreign_keys"), ==, 1);
  g_assert_cmpint (read_pragma (database, "trusted_schema"), ==, 0);
  g_assert_cmpint (read_pragma (database, "cell_size_check"), ==, 1);
  g_assert_cmpint (read_pragma (database, "synchronous"), ==, 3);
  g_assert_cmpint (read_pragma (database, "busy_timeout"), ==, 3000);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, -1, &value);
  g_assert_cmpint (value, ==, 1);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, -1, &value);
  g_assert_cmpint (value, ==, 0);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, -1, &value);
  g_assert_cmpint (value, ==, 0);

  g_assert_false (dateline_database_execute (database, "ATTACH ':memory:' AS other", &error));
  g_clear_error (&error);
  g_assert_false (dateline_database_execute (database, "SELECT load_extension ('x')", &error));
  g_clear_error (&error);
  g_assert_false (dateline_database_execute (database, "SELECT \"no column\" FROM story", &error));
}

static void
test_summary (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *before = database_kit_describe (fixture->folder);
  g_autofree char *after = NULL;
  g_autoptr(DatelineDatabaseSummary) summary = NULL;
  g_autoptr(DatelineDatabase) database = NULL;
  g_autoptr(GError) error = NULL;
  sqlite3_stmt *statement;

  summary = dateline_database_read_summary (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (summary->id, ==, "random");
  g_assert_cmpstr (summary->language, ==, "en-GB");

  database = open_file (fixture->path, DATELINE_DATABASE_READ_ONLY);
  sqlite3_prepare_v2 (dateline_database_get_handle (database),
                      "SELECT (SELECT count (*) FROM event), (SELECT count (*) FROM account)", -1, &statement, NULL);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpuint (summary->n_items[DATELINE_ITEM_EVENT], ==, sqlite3_column_int64 (statement, 0));
  g_assert_cmpuint (summary->n_items[DATELINE_ITEM_ACCOUNT], ==, sqlite3_column_int64 (statement, 1));
  sqlite3_finalize (statement);

  after = database_kit_describe (fixture->folder);
  g_assert_cmpstr (after, ==, before);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.dateline", NULL);
  g_autofree char *no_folder = g_build_filename (fixture->folder, "none", "copy.dateline", NULL);
  g_autoptr(DatelineDatabase) database = open_file (fixture->path, DATELINE_DATABASE_READ_WRITE);
  g_autoptr(DatelineDatabase) copy = NULL;
  g_autofree char *json = database_kit_dup_json (database);
  g_autofree char *copy_json = NULL;
  g_autoptr(GError) error = NULL;

  dateline_database_copy_to (database, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
  dateline_database_check_file (path, NULL, &error);
  g_assert_no_error (error);
  copy = open_file (path, DATELINE_DATABASE_READ_WRITE);
  copy_json = database_kit_dup_json (copy);
  g_assert_cmpstr (copy_json, ==, json);

  g_assert_false (dateline_database_copy_to (database, path, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (dateline_database_copy_to (database, no_folder, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

/* A limit of the size of files stands for a full disk. */
static void
test_no_space (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.dateline", NULL);
  g_autoptr(DatelineDatabase) database = open_file (fixture->path, DATELINE_DATABASE_READ_WRITE);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  struct rlimit before_limit;
  struct rlimit limit;

  before = database_kit_describe (fixture->folder);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before_limit), ==, 0);
  limit = before_limit;
  limit.rlim_cur = 20000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (dateline_database_copy_to (database, path, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before_limit), ==, 0);
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NO_SPACE);
  g_clear_error (&error);
  after = database_kit_describe (fixture->folder);
  g_assert_cmpstr (after, ==, before);

  dateline_database_copy_to (database, path, &error);
  g_assert_no_error (error);
}

/* Another process, which this program starts itself: whether it finds the file locked. */
static int
probe_lock (const char *path)
{
  sqlite3 *db;
  int code;

  sqlite3_open (path, &db);
  code = sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  sqlite3_close (db);

  return code == SQLITE_BUSY ? 1 : 0;
}

static gboolean
is_locked (const char *path)
{
  const char *argv[] = { program, "--probe-lock", path, NULL };
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));

  return WEXITSTATUS (status) == 1;
}

/* Whatever else this process does with the file, the locks of its own edit stay. */
static void
test_locks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.dateline", NULL);
  g_autoptr(DatelineDatabase) database = open_file (fixture->path, DATELINE_DATABASE_READ_WRITE);
  g_autoptr(DatelineDatabase) other = NULL;
  g_autoptr(DatelineDatabaseSummary) summary = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (is_locked (fixture->path));
  dateline_database_execute (database, "BEGIN IMMEDIATE; UPDATE item SET note = 'changed'", &error);
  g_assert_no_error (error);
  g_assert_true (is_locked (fixture->path));

  summary = dateline_database_read_summary (fixture->path, &error);
  g_assert_no_error (error);
  dateline_database_check_file (fixture->path, NULL, &error);
  g_assert_no_error (error);
  other = open_file (fixture->path, DATELINE_DATABASE_READ_WRITE);
  dateline_database_copy_to (other, path, &error);
  g_assert_no_error (error);
  g_clear_pointer (&other, dateline_database_free);
  g_assert_true (is_locked (fixture->path));

  other = open_file (fixture->path, DATELINE_DATABASE_READ_WRITE);
  sqlite3_busy_timeout (dateline_database_get_handle (other), 0);
  g_assert_false (dateline_database_execute (other, "BEGIN IMMEDIATE", &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_BUSY);
  g_clear_error (&error);
  dateline_database_execute (database, "COMMIT", &error);
  g_assert_no_error (error);
  dateline_database_execute (other, "BEGIN IMMEDIATE; ROLLBACK", &error);
  g_assert_no_error (error);
}

/* The superuser may write anywhere, so becomes nobody for a while. */
static void
become (uid_t user)
{
  if (getuid () == 0 || geteuid () == 0)
    g_assert_cmpint (setresuid (user, user, 0), ==, 0);
}

static void
come_back (void)
{
  uid_t real;
  uid_t effective;
  uid_t saved;

  getresuid (&real, &effective, &saved);
  if (saved == 0)
    g_assert_cmpint (setresuid (0, 0, 0), ==, 0);
  /* So that a leak checker may look at the process. */
  prctl (PR_SET_DUMPABLE, 1);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  /* The file, its folder. */
  static const int modes[][2] = { { 0444, 0755 }, { 0666, 0555 }, { 0444, 0555 } };
  g_autofree char *crashed = database_kit_crash (fixture->path, "crashed.dateline");
  g_autoptr(DatelineDatabase) original = open_file (fixture->path, DATELINE_DATABASE_READ_ONLY);
  g_autofree char *json = database_kit_dup_json (original);
  const char *paths[] = { fixture->path, crashed };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    for (guint k = 0; k < G_N_ELEMENTS (paths); k++)
      {
        g_autofree char *journal = g_strconcat (paths[k], "-journal", NULL);
        g_autofree char *path = g_build_filename (fixture->folder, "new.dateline", NULL);
        g_autofree char *before = NULL;
        g_autofree char *after = NULL;
        g_autofree char *present = NULL;
        g_autoptr(DatelineDatabase) database = NULL;
        g_autoptr(DatelineDatabaseSummary) summary = NULL;
        g_autoptr(GError) error = NULL;

        g_chmod (paths[k], modes[i][0]);
        g_chmod (journal, modes[i][0]);
        g_chmod (fixture->folder, modes[i][1]);
        before = database_kit_describe (fixture->folder);

        become (NOBODY);
        database = open_file (paths[k], DATELINE_DATABASE_READ_WRITE);
        g_assert_true (dateline_database_is_read_only (database));
        present = database_kit_dup_json (database);
        g_assert_cmpstr (present, ==, json);
        g_assert_false (dateline_database_execute (database, "UPDATE item SET note = 'changed'", &error));
        g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_READ_ONLY);
        g_clear_error (&error);
        summary = dateline_database_read_summary (paths[k], &error);
        g_assert_no_error (error);
        g_assert_null (dateline_database_create (path, &error));
        g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_READ_ONLY);
        g_clear_pointer (&database, dateline_database_free);
        come_back ();

        after = database_kit_describe (fixture->folder);
        g_assert_cmpstr (after, ==, before);
      }

  g_chmod (fixture->folder, 0755);
  g_chmod (fixture->path, 0600);
  become (NOBODY);
  if (g_access (fixture->path, R_OK) != 0)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (dateline_database_open (fixture->path, DATELINE_DATABASE_READ_ONLY, NULL, NULL, &error));
      g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_READ);
    }
  come_back ();
}

/* What a crash left is put right, or looked at as it will be. */
static void
test_crash (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *crashed = database_kit_crash (fixture->path, "crashed.dateline");
  g_autofree char *journal = g_strconcat (crashed, "-journal", NULL);
  g_autoptr(DatelineDatabase) original = open_file (fixture->path, DATELINE_DATABASE_READ_ONLY);
  g_autofree char *json = database_kit_dup_json (original);
  g_autofree char *before = database_kit_describe (fixture->folder);
  g_autofree char *after = NULL;
  g_autofree char *read_json = NULL;
  g_autofree char *written_json = NULL;
  g_autoptr(DatelineDatabase) database = NULL;
  g_autoptr(DatelineDatabaseSummary) summary = NULL;
  g_autoptr(GError) error = NULL;

  database = open_file (crashed, DATELINE_DATABASE_READ_ONLY);
  read_json = database_kit_dup_json (database);
  g_assert_cmpstr (read_json, ==, json);
  g_clear_pointer (&database, dateline_database_free);
  summary = dateline_database_read_summary (crashed, &error);
  g_assert_no_error (error);
  dateline_database_check_file (crashed, NULL, &error);
  g_assert_no_error (error);
  after = database_kit_describe (fixture->folder);
  g_assert_cmpstr (after, ==, before);

  database = open_file (crashed, DATELINE_DATABASE_READ_WRITE);
  g_assert_false (dateline_database_is_read_only (database));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  written_json = database_kit_dup_json (database);
  g_assert_cmpstr (written_json, ==, json);
}

/* Makes a file of version 1 out of one of the newest, by moving its rows over. */
static char *
make_old_file (Fixture *fixture)
{
  static const char *const tables[] = { "story", "item", "article", "block", "person", "event", "participant", "quote",
                                        "reaction", "claim", "about", "account", "passage" };
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) sql = g_string_new (NULL);
  char *path = g_build_filename (fixture->folder, "old.dateline", NULL);
  const char *const *scripts;
  sqlite3 *db;
  guint n;

  scripts = dateline_database_schema_get_scripts (&n);
  g_string_printf (sql, "PRAGMA application_id = %d; ATTACH '%s' AS newest;", DATELINE_DATABASE_APPLICATION_ID, fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_string_append_printf (sql, "INSERT INTO main.%s SELECT * FROM newest.%s;", tables[i], tables[i]);

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  dateline_database_schema_run (db, scripts, 0, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_exec (db, sql->str, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  return path;
}

static gboolean
keep_copy (DatelineDatabase  *database,
           gpointer           path,
           GError           **error)
{
  return dateline_database_copy_to (database, path, error);
}

static void
test_migration (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = make_old_file (fixture);
  g_autofree char *copy_path = g_build_filename (fixture->folder, "backup.dateline", NULL);
  g_autoptr(DatelineDatabase) newest = open_file (fixture->path, DATELINE_DATABASE_READ_ONLY);
  g_autofree char *json = database_kit_dup_json (newest);
  g_autofree char *before = database_kit_describe (fixture->folder);
  g_autofree char *after = NULL;
  g_autofree char *read_json = NULL;
  g_autofree char *written_json = NULL;
  g_autoptr(DatelineDatabase) database = NULL;
  g_autoptr(DatelineDatabaseSummary) summary = NULL;
  g_autoptr(GError) error = NULL;
  const char *const *scripts;
  guint n;

  scripts = dateline_database_schema_get_scripts (&n);

  /* Only looked at, or when no copy can be kept, it stays old. */
  database = open_file (path, DATELINE_DATABASE_READ_ONLY);
  g_assert_cmpint (read_pragma (database, "user_version"), ==, n);
  read_json = database_kit_dup_json (database);
  g_assert_cmpstr (read_json, ==, json);
  g_clear_pointer (&database, dateline_database_free);
  summary = dateline_database_read_summary (path, &error);
  g_assert_no_error (error);
  dateline_database_check_file (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (dateline_database_open (path, DATELINE_DATABASE_READ_WRITE, keep_copy, fixture->path, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_EXISTS);
  g_clear_error (&error);
  after = database_kit_describe (fixture->folder);
  g_assert_cmpstr (after, ==, before);

  database = dateline_database_open (path, DATELINE_DATABASE_READ_WRITE, keep_copy, copy_path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read_pragma (database, "user_version"), ==, n);
  written_json = database_kit_dup_json (database);
  g_assert_cmpstr (written_json, ==, json);
  dateline_database_schema_check (dateline_database_get_handle (database), scripts, n, &error);
  g_assert_no_error (error);
  g_clear_pointer (&database, dateline_database_free);
  database = open_file (copy_path, DATELINE_DATABASE_AS_IS);
  g_assert_cmpint (read_pragma (database, "user_version"), ==, 1);
  g_clear_pointer (&database, dateline_database_free);
  database = open_file (path, DATELINE_DATABASE_READ_WRITE);
}

/* A step that fails leaves the file at the version before. */
static void
test_half_migration (void)
{
  static const char *const scripts[] = { "CREATE TABLE a (x)", "ALTER TABLE a ADD COLUMN y", "CREATE TABLE b (x); nonsense" };
  g_autoptr(GError) error = NULL;
  sqlite3_stmt *statement;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_false (dateline_database_schema_run (db, scripts, 0, 3, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (sqlite3_get_autocommit (db));
  sqlite3_prepare_v2 (db, "SELECT user_version, (SELECT count (*) FROM sqlite_schema) FROM pragma_user_version", -1,
                      &statement, NULL);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (statement, 0), ==, 2);
  g_assert_cmpint (sqlite3_column_int (statement, 1), ==, 1);
  sqlite3_finalize (statement);
  dateline_database_schema_check (db, scripts, 2, &error);
  g_assert_no_error (error);
  g_assert_false (dateline_database_schema_check (db, scripts, 1, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_ALTERED);
  sqlite3_close (db);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  dateline_database_check_file (fixture->path, cancellable, &error);
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (dateline_database_check_file (fixture->path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_errors (void)
{
  static const struct { int code; DatelineStoryError expected; } cases[] = {
    { SQLITE_BUSY_SNAPSHOT, DATELINE_STORY_ERROR_BUSY },
    { SQLITE_LOCKED, DATELINE_STORY_ERROR_BUSY },
    { SQLITE_FULL, DATELINE_STORY_ERROR_NO_SPACE },
    { SQLITE_READONLY_DBMOVED, DATELINE_STORY_ERROR_READ_ONLY },
    { SQLITE_CORRUPT_INDEX, DATELINE_STORY_ERROR_DAMAGED },
    { SQLITE_NOTADB, DATELINE_STORY_ERROR_NOT_A_STORY },
    { SQLITE_TOOBIG, DATELINE_STORY_ERROR_TOO_LARGE },
    { SQLITE_CONSTRAINT_FOREIGNKEY, DATELINE_STORY_ERROR_CONFLICT },
    { SQLITE_CONSTRAINT_CHECK, DATELINE_STORY_ERROR_INVALID },
    { SQLITE_IOERR_READ, DATELINE_STORY_ERROR_READ },
    { SQLITE_IOERR_FSYNC, DATELINE_STORY_ERROR_WRITE },
    { SQLITE_MISUSE, DATELINE_STORY_ERROR_READ },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (dateline_story_error_set_sqlite (&error, NULL, cases[i].code));
      g_assert_error (error, DATELINE_STORY_ERROR, cases[i].expected);
      g_assert_cmpuint (strlen (error->message), >, 10);
    }
}

int
main (int   argc,
      char *argv[])
{
  program = argv[0];
  if (argc == 3 && g_str_equal (argv[1], "--probe-lock"))
    return probe_lock (argv[2]);

  g_test_init (&argc, &argv, NULL);

#define add(name, func) g_test_add ("/database/" name, Fixture, NULL, set_up, func, tear_down)
  add ("create", test_create);
  add ("settings", test_settings);
  add ("summary", test_summary);
  add ("copy", test_copy);
  add ("no-space", test_no_space);
  add ("locks", test_locks);
  add ("read-only", test_read_only);
  add ("crash", test_crash);
  add ("migration", test_migration);
  g_test_add_func ("/database/half-migration", test_half_migration);
  add ("cancelled", test_cancelled);
  g_test_add_func ("/database/errors", test_errors);

  return g_test_run ();
}
