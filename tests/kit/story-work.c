/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work on story files that goes wrong: random edits, and whether a file is sound, by means of SQLite itself rather
 * than of the code that is tested. */
#include "config.h"

#include "story-work.h"

#include <sqlite3.h>

#include "dateline-database.h"
#include "file-kit.h"

static DatelineItem *
pick (DatelineStoryFile *file,
      DatelineItemKind   kind,
      GRand             *rand)
{
  GListModel *items = dateline_story_get_items (dateline_story_file_get_story (file), kind);
  guint n = g_list_model_get_n_items (items);

  return n > 0 ? g_list_model_get_item (items, (guint) g_rand_int_range (rand, 0, (gint32) n)) : NULL;
}

static void
put_new (DatelineEdit *edit,
         GRand        *rand,
         const char   *name)
{
  g_autofree char *id = dateline_edit_dup_new_id (DATELINE_ITEM_PERSON);
  g_autoptr(DatelineItem) person = g_object_new (DATELINE_TYPE_PERSON, "id", id, "name", name, NULL);

  dateline_edit_put (edit, person, NULL);
}

/* Makes a random edit of that name, which always changes something. */
gboolean
story_work_edit (DatelineStoryFile  *file,
                 GRand              *rand,
                 const char         *name,
                 GError            **error)
{
  g_autoptr(DatelineEdit) edit = dateline_edit_new (name);
  g_autoptr(DatelineItem) event = pick (file, DATELINE_ITEM_EVENT, rand);
  g_autoptr(DatelineItem) draft = NULL;
  g_autoptr(DatelineItem) base = NULL;
  g_autoptr(DatelineItem) other = NULL;

  /* The note says which edit was the last. */
  dateline_edit_set_details (edit, dateline_story_file_get_story (file), NULL, NULL, NULL, name);
  switch (event != NULL ? g_rand_int_range (rand, 0, 5) : 0)
    {
    case 0:
      put_new (edit, rand, name);
      break;
    case 1:
      dateline_edit_remove (edit, dateline_item_get_id (event));
      break;
    case 2:
      dateline_edit_move (edit, dateline_item_get_id (event), NULL);
      break;
    case 3:
      other = pick (file, DATELINE_ITEM_PERSON, rand);
      if (other != NULL)
        dateline_edit_remove (edit, dateline_item_get_id (other));
      break;
    default:
      base = dateline_item_copy (event);
      draft = dateline_item_copy (event);
      g_object_set (draft, "title", name, NULL);
      dateline_edit_put (edit, draft, base);
      break;
    }

  return dateline_story_file_apply (file, edit, error);
}

static sqlite3 *
open_plainly (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);

  return db;
}

static int
abort_cb (gpointer                user_data,
          int                     conflict,
          sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

/* What the rows of @first become when all edits that @path noted are done to them: the rows of @path, if what is
 * noted and what is there agree. The result is a file, too. */
char *
story_work_replay (const char *path,
                   const char *first)
{
  char *copy = file_kit_dup_path ();
  sqlite3 *from = open_plainly (first);
  sqlite3 *to = open_plainly (copy);
  sqlite3 *db = open_plainly (path);
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  sqlite3_stmt *statement = NULL;

  g_assert_nonnull (backup);
  g_assert_cmpint (sqlite3_backup_step (backup, -1), ==, SQLITE_DONE);
  g_assert_cmpint (sqlite3_backup_finish (backup), ==, SQLITE_OK);

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT changeset FROM edit WHERE changeset IS NOT NULL ORDER BY number", -1,
                                       &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_assert_cmpint (sqlite3changeset_apply (to, sqlite3_column_bytes (statement, 0),
                                             (gpointer) sqlite3_column_blob (statement, 0), NULL, abort_cb, NULL),
                     ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  sqlite3_close (from);
  sqlite3_close (to);
  sqlite3_close (db);

  return copy;
}

/* Whether the file noted an edit of that name. */
gboolean
story_work_has_edit (const char *path,
                     const char *name)
{
  sqlite3 *db = open_plainly (path);
  sqlite3_stmt *statement = NULL;
  gboolean found;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT 1 FROM edit WHERE name = ?", -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  found = sqlite3_step (statement) == SQLITE_ROW;
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return found;
}

/* Whether the file is sound, by SQLite's judgement and by ours. */
void
story_work_check (const char *path)
{
  g_autoptr(GError) error = NULL;
  sqlite3 *db = open_plainly (path);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA integrity_check", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "ok");
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA foreign_key_check", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  sqlite3_close (db);

  dateline_database_check_file (path, NULL, &error);
  g_assert_no_error (error);
}
