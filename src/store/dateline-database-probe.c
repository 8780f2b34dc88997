/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be told of a file before SQLite gets to work on it, so that nothing is ever written to a file, or beside
 * it, that turns out to be no story.
 *
 * The file is read through the file handle of a connection: the locks of a process go when it closes any of its
 * descriptors of a file, and another connection of this process may hold some. */
#include "config.h"

#include "dateline-database-probe.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dateline-database.h"
#include "dateline-database-schema.h"

#define HEADER_SIZE 100
#define COPY_SIZE   (256 * 1024)

static const guint8 journal_magic[8] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
fail (GError             **error,
      DatelineStoryError   code,
      const char          *message)
{
  g_set_error_literal (error, DATELINE_STORY_ERROR, code, message);

  return FALSE;
}

/**
 * dateline_database_probe_resolve:
 * @path: a path
 * @error: return location for an error
 *
 * Finds the file that a path leads to. A journal lies beside that one, and not beside a link.
 *
 * Returns: (transfer full) (nullable): the absolute path of a file that is not empty, or %NULL
 */
char *
dateline_database_probe_resolve (const char  *path,
                                 GError     **error)
{
  char *real;
  char *copy;
  struct stat info;

  g_return_val_if_fail (path != NULL, NULL);

  real = realpath (path, NULL);
  if (real == NULL || stat (real, &info) != 0)
    {
      if (errno == ENOENT || errno == ENOTDIR)
        fail (error, DATELINE_STORY_ERROR_NOT_FOUND, _("There is no such file"));
      else
        g_set_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_READ,
                     /* Translators: %s is what the system says */
                     _("The story file cannot be read: %s"), g_strerror (errno));
      free (real);
      return NULL;
    }

  copy = g_strdup (real);
  free (real);
  if (S_ISREG (info.st_mode) && info.st_size > 0)
    return copy;

  if (S_ISDIR (info.st_mode))
    fail (error, DATELINE_STORY_ERROR_IS_FOLDER, _("This is a folder"));
  else if (S_ISREG (info.st_mode))
    fail (error, DATELINE_STORY_ERROR_EMPTY, _("The file is empty"));
  else
    fail (error, DATELINE_STORY_ERROR_NOT_A_STORY, _("The file is not a story file"));
  g_free (copy);

  return NULL;
}

/* Gets the file under a connection. */
static sqlite3_file *
get_file (sqlite3       *db,
          sqlite3_int64 *size,
          GError       **error)
{
  sqlite3_file *file = NULL;
  int code;

  code = sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (code == SQLITE_OK && (file == NULL || file->pMethods == NULL))
    code = SQLITE_CANTOPEN;
  if (code == SQLITE_OK)
    code = file->pMethods->xFileSize (file, size);
  if (code != SQLITE_OK)
    {
      dateline_story_error_set_sqlite (error, db, code);
      return NULL;
    }

  return file;
}

static gboolean
read_header (sqlite3        *db,
             guint8         *header,
             sqlite3_int64  *size,
             GError        **error)
{
  sqlite3_file *file = get_file (db, size, error);
  int code;

  if (file == NULL)
    return FALSE;

  /* What is missing of a short file reads as zeros. */
  code = file->pMethods->xRead (file, header, HEADER_SIZE, 0);
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
    return dateline_story_error_set_sqlite (error, db, code);

  return TRUE;
}

/**
 * dateline_database_probe_header:
 * @db: a connection that was opened and not used yet
 * @error: return location for an error
 *
 * Checks that the first bytes of the file are those of a story of a version that is known.
 *
 * Returns: %TRUE if that is so
 */
gboolean
dateline_database_probe_header (sqlite3  *db,
                                GError  **error)
{
  static const char magic[16] = "SQLite format 3";
  guint8 header[HEADER_SIZE] = { 0 };
  sqlite3_int64 size;
  guint32 version;
  guint newest;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!read_header (db, header, &size, error))
    return FALSE;

  if (memcmp (header, magic, MIN (size, (sqlite3_int64) sizeof magic)) != 0)
    return fail (error, DATELINE_STORY_ERROR_NOT_A_STORY, _("The file is not a story file"));
  if (size < HEADER_SIZE)
    return fail (error, DATELINE_STORY_ERROR_TRUNCATED, _("The story file ends too early: a part of it is missing"));
  if (read_number (header + 68) != DATELINE_DATABASE_APPLICATION_ID)
    return fail (error, DATELINE_STORY_ERROR_NOT_A_STORY, _("The file is a database of another program, and not a story file"));

  dateline_database_schema_get_scripts (&newest);
  version = read_number (header + 60);
  if (version > newest)
    return fail (error, DATELINE_STORY_ERROR_NEWER_VERSION,
                 _("The story file was made by a newer version of Dateline"));
  /* A write-ahead log would make files beside the story as soon as it is read; nor is any text in UTF-16. */
  if (version == 0 || header[18] != 1 || header[19] != 1 || read_number (header + 56) != 1)
    return fail (error, DATELINE_STORY_ERROR_ALTERED,
                 _("Another program has changed the story file, which is therefore not opened"));

  return TRUE;
}

/**
 * dateline_database_probe_length:
 * @db: a connection that is reading, so that nobody writes
 * @error: return location for an error
 *
 * Checks that nothing is cut off at the end of the file.
 *
 * Returns: %TRUE if that is so
 */
gboolean
dateline_database_probe_length (sqlite3  *db,
                                GError  **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  sqlite3_int64 page_size;
  sqlite3_int64 size;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!read_header (db, header, &size, error))
    return FALSE;

  page_size = (sqlite3_int64) header[16] << 8 | header[17];
  if (page_size == 1)
    page_size = 65536;
  /* The number of pages is good only if the one who last wrote knew of it. */
  if (memcmp (header + 24, header + 92, 4) == 0 && size < page_size * read_number (header + 28))
    return fail (error, DATELINE_STORY_ERROR_TRUNCATED, _("The story file ends too early: a part of it is missing"));

  return TRUE;
}

/**
 * dateline_database_probe_journal:
 * @path: the path of a story file
 * @error: return location for an error
 *
 * Checks that the journal which lies beside a file could be one of ours. SQLite deletes what is not a journal, and can be
 * made to delete any file that a journal names at its end; ours never do.
 *
 * Returns: %TRUE if it could be, or if there is none
 */
gboolean
dateline_database_probe_journal (const char  *path,
                                 GError     **error)
{
  g_autofree char *journal = NULL;
  guint8 start[8];
  guint8 end[8];
  gboolean is_ours;
  struct stat info;
  int fd;

  g_return_val_if_fail (path != NULL, FALSE);

  journal = g_strconcat (path, "-journal", NULL);
  fd = g_open (journal, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, 0);
  if (fd < 0 && errno == ENOENT)
    return TRUE;

  is_ours = fd >= 0 && fstat (fd, &info) == 0 && S_ISREG (info.st_mode) &&
            pread (fd, start, sizeof start, 0) == sizeof start &&
            pread (fd, end, sizeof end, info.st_size - (off_t) sizeof end) == sizeof end &&
            memcmp (start, journal_magic, sizeof start) == 0 &&
            (memcmp (end, journal_magic, sizeof end) != 0 || info.st_size == sizeof end);
  if (fd >= 0)
    close (fd);
  if (!is_ours)
    return fail (error, DATELINE_STORY_ERROR_ALTERED,
                 _("Beside the story file lies a journal that does not belong to it, so the story is not opened"));

  return TRUE;
}

static gboolean
write_all (int           fd,
           const guint8 *bytes,
           gsize         length)
{
  while (length > 0)
    {
      gssize n = write (fd, bytes, length);

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0)
        {
          bytes += n;
          length -= n;
        }
    }

  return TRUE;
}

/* Copies the file under a connection. */
static gboolean
copy_file (sqlite3     *db,
           const char  *path,
           GError     **error)
{
  g_autofree guint8 *bytes = g_malloc (COPY_SIZE);
  sqlite3_int64 size;
  sqlite3_file *file = get_file (db, &size, error);
  int code = SQLITE_OK;
  int saved_errno = 0;
  int fd;

  if (file == NULL)
    return FALSE;
  fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY, 0600);
  if (fd < 0)
    return dateline_story_error_set_errno (error, errno);

  for (sqlite3_int64 offset = 0; offset < size && code == SQLITE_OK && saved_errno == 0; offset += COPY_SIZE)
    {
      int length = (int) MIN (size - offset, COPY_SIZE);

      code = file->pMethods->xRead (file, bytes, length, offset);
      if (code == SQLITE_OK && !write_all (fd, bytes, length))
        saved_errno = errno;
    }
  close (fd);

  if (code != SQLITE_OK)
    return dateline_story_error_set_sqlite (error, db, code);
  if (saved_errno != 0)
    return dateline_story_error_set_errno (error, saved_errno);

  return TRUE;
}

/**
 * dateline_database_probe_copy_aside:
 * @db: a connection that can read the file
 * @path: the path of the file
 * @error: return location for an error
 *
 * Copies a file and the journal beside it to a folder for temporary files, where SQLite may put right what a crash
 * left, without any harm should it turn out that it was none of ours.
 *
 * Returns: (transfer full) (nullable): the path of the copy
 */
char *
dateline_database_probe_copy_aside (sqlite3     *db,
                                    const char  *path,
                                    GError     **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *journal_copy = NULL;
  g_autoptr(GFile) from = NULL;
  g_autoptr(GFile) to = NULL;
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  folder = g_dir_make_tmp ("dateline-XXXXXX", &local_error);
  if (folder == NULL)
    {
      fail (error, DATELINE_STORY_ERROR_WRITE, local_error->message);
      return NULL;
    }

  copy = g_build_filename (folder, "story", NULL);
  journal = g_strconcat (path, "-journal", NULL);
  journal_copy = g_strconcat (copy, "-journal", NULL);
  from = g_file_new_for_path (journal);
  to = g_file_new_for_path (journal_copy);
  if (!copy_file (db, copy, error))
    {
      dateline_database_probe_drop_aside (copy);
      return NULL;
    }
  /* Another process may have put the file right by now: then the copy, if it is sound, needs no journal. */
  if (!g_file_copy (from, to, G_FILE_COPY_NOFOLLOW_SYMLINKS | G_FILE_COPY_TARGET_DEFAULT_PERMS,
                    NULL, NULL, NULL, &local_error) &&
      !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      fail (error, DATELINE_STORY_ERROR_WRITE, local_error->message);
      dateline_database_probe_drop_aside (copy);
      return NULL;
    }

  return g_steal_pointer (&copy);
}

/**
 * dateline_database_probe_drop_aside:
 * @path: the path of a copy
 *
 * Removes a copy with its journal and its folder.
 */
void
dateline_database_probe_drop_aside (const char *path)
{
  g_autofree char *journal = NULL;
  g_autofree char *folder = NULL;

  g_return_if_fail (path != NULL);

  journal = g_strconcat (path, "-journal", NULL);
  folder = g_path_get_dirname (path);
  g_unlink (path);
  g_unlink (journal);
  g_rmdir (folder);
}
