/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The domain of the errors that say why a story cannot be read or written. */
#include "config.h"

#include "dateline-story-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <sqlite3.h>

G_DEFINE_QUARK (dateline-story-error-quark, dateline_story_error)

static void
set_io_error (GError  **error,
              sqlite3  *db,
              int       code)
{
  gboolean is_reading = code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ;
  int system = db != NULL ? sqlite3_system_errno (db) : 0;

  /* What fails at the end of a transaction only the file remembers. */
  if (db != NULL && system == 0)
    sqlite3_file_control (db, "main", SQLITE_FCNTL_LAST_ERRNO, &system);

  if (system == ENOSPC || system == EDQUOT || system == EFBIG)
    dateline_story_error_set_errno (error, system);
  else if (is_reading)
    g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_READ,
                 /* Translators: %s is what the system says */
                 _("The story file cannot be read: %s"),
                 system != 0 ? g_strerror (system) : sqlite3_errstr (code));
  else
    g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_WRITE,
                 /* Translators: %s is what the system says */
                 _("The story file cannot be written: %s"),
                 system != 0 ? g_strerror (system) : sqlite3_errstr (code));
}

/**
 * dateline_story_error_set_sqlite:
 * @error: return location for an error
 * @db: (nullable): the connection that failed
 * @code: a result code of SQLite, extended or not
 *
 * Says in a sentence for the reader why SQLite failed.
 *
 * Returns: %FALSE, always
 */
gboolean
dateline_story_error_set_sqlite (GError  **error,
                                 sqlite3  *db,
                                 int       code)
{
  g_return_val_if_fail (code != SQLITE_OK, FALSE);

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_BUSY,
                           _("Another program is writing to the story file"));
      break;
    case SQLITE_FULL:
      dateline_story_error_set_errno (error, ENOSPC);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      dateline_story_error_set_errno (error, EROFS);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
      g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_DAMAGED, _("The story file is damaged"));
      break;
    case SQLITE_NOTADB:
      g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_A_STORY,
                           _("The file is not a story file"));
      break;
    case SQLITE_TOOBIG:
      g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_TOO_LARGE,
                           _("This is more than a story file can hold"));
      break;
    case SQLITE_CONSTRAINT:
      if (code == SQLITE_CONSTRAINT_FOREIGNKEY || code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_UNIQUE)
        g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT,
                             _("What this change refers to was added or removed meanwhile"));
      else
        g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_INVALID,
                             _("A story file cannot hold this value"));
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The operation was cancelled"));
      break;
    case SQLITE_IOERR:
      set_io_error (error, db, code);
      break;
    default:
      g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_READ,
                   /* Translators: %s is what the system says */
                   _("The story file cannot be used: %s"),
                   db != NULL && sqlite3_errcode (db) == code ? sqlite3_errmsg (db) : sqlite3_errstr (code));
      break;
    }

  return FALSE;
}

/**
 * dateline_story_error_set_errno:
 * @error: return location for an error
 * @code: an error number of the system
 *
 * Says in a sentence for the reader why a file cannot be made or written.
 *
 * Returns: %FALSE, always
 */
gboolean
dateline_story_error_set_errno (GError **error,
                                int      code)
{
  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_FOUND,
                           _("There is no such file or folder"));
      break;
    case EISDIR:
      g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_IS_FOLDER, _("This is a folder"));
      break;
    case EEXIST:
      g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_EXISTS,
                           _("There is a file of this name already"));
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_READ_ONLY,
                           _("You are not allowed to write here"));
      break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NO_SPACE,
                           _("There is no space left on the disk"));
      break;
    default:
      g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_WRITE,
                   /* Translators: %s is what the system says */
                   _("The story file cannot be written: %s"), g_strerror (code));
      break;
    }

  return FALSE;
}
