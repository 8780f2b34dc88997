/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that fails when it is told to: SQLite's default VFS, with the calls that change something counted. From the
 * one that is to fail on, all of them fail until it is told to stop, as when a disk is full or gone. */
#include "config.h"

#include "faulty-vfs.h"

#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3_file      base;
  sqlite3_io_methods methods;
  sqlite3_file     *real;
} FaultyFile;

static sqlite3_vfs vfs;
static sqlite3_vfs *real_vfs;
static guint n_calls;
static guint fail_at;
static int fail_result;

/* Counts a call that changes something; tells how it has to fail, or that it may go on. */
static int
step (void)
{
  n_calls++;

  return fail_at > 0 && n_calls >= fail_at ? fail_result : SQLITE_OK;
}

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((FaultyFile *) file)->real;
}

static int
close_file (sqlite3_file *file)
{
  sqlite3_file *real = get_real (file);
  int result = real->pMethods != NULL ? real->pMethods->xClose (real) : SQLITE_OK;

  g_free (real);

  return result;
}

static int
read_file (sqlite3_file  *file,
           void          *data,
           int            n,
           sqlite3_int64  offset)
{
  return get_real (file)->pMethods->xRead (get_real (file), data, n, offset);
}

static int
write_file (sqlite3_file  *file,
            const void    *data,
            int            n,
            sqlite3_int64  offset)
{
  int result = step ();

  /* A full disk takes a part of it. */
  if (result == SQLITE_FULL && n > 1)
    get_real (file)->pMethods->xWrite (get_real (file), data, n / 2, offset);

  return result != SQLITE_OK ? result : get_real (file)->pMethods->xWrite (get_real (file), data, n, offset);
}

static int
truncate_file (sqlite3_file  *file,
               sqlite3_int64  size)
{
  int result = step ();

  return result != SQLITE_OK ? SQLITE_IOERR_TRUNCATE : get_real (file)->pMethods->xTruncate (get_real (file), size);
}

static int
sync_file (sqlite3_file *file,
           int           flags)
{
  int result = step ();

  return result != SQLITE_OK ? SQLITE_IOERR_FSYNC : get_real (file)->pMethods->xSync (get_real (file), flags);
}

static int
get_size (sqlite3_file  *file,
          sqlite3_int64 *size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
lock_file (sqlite3_file *file,
           int           level)
{
  return get_real (file)->pMethods->xLock (get_real (file), level);
}

static int
unlock_file (sqlite3_file *file,
             int           level)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), level);
}

static int
check_reserved (sqlite3_file *file,
                int          *result)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), result);
}

static int
control_file (sqlite3_file *file,
              int           operation,
              void         *argument)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, argument);
}

static int
get_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
get_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static int
open_file (sqlite3_vfs  *self,
           const char   *name,
           sqlite3_file *file,
           int           flags,
           int          *out_flags)
{
  static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = get_size,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = check_reserved,
    .xFileControl = control_file,
    .xSectorSize = get_sector_size,
    .xDeviceCharacteristics = get_characteristics
  };
  FaultyFile *faulty = (FaultyFile *) file;
  int result = (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL)) != 0 && (flags & SQLITE_OPEN_CREATE) != 0
                 ? step () : SQLITE_OK;

  memset (faulty, 0, sizeof *faulty);
  if (result != SQLITE_OK)
    return SQLITE_CANTOPEN;

  faulty->real = g_malloc0 ((gsize) real_vfs->szOsFile);
  result = real_vfs->xOpen (real_vfs, name, faulty->real, flags, out_flags);
  if (result != SQLITE_OK)
    {
      if (faulty->real->pMethods != NULL)
        faulty->real->pMethods->xClose (faulty->real);
      g_clear_pointer (&faulty->real, g_free);
      return result;
    }
  faulty->base.pMethods = &methods;

  return SQLITE_OK;
}

static int
delete_file (sqlite3_vfs *self,
             const char  *name,
             int          sync_directory)
{
  int result = step ();

  return result != SQLITE_OK ? SQLITE_IOERR_DELETE : real_vfs->xDelete (real_vfs, name, sync_directory);
}

/* Makes it the disk of everything that is opened from now on. */
void
faulty_vfs_register (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "faulty";
  vfs.pNext = NULL;
  vfs.szOsFile = sizeof (FaultyFile);
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

/* Lets the @count-th call that changes something fail, and all after it. */
void
faulty_vfs_fail_at (guint count,
                    int   result)
{
  n_calls = 0;
  fail_at = count;
  fail_result = result;
}

/* Ends the failing, and tells how many calls there were. */
guint
faulty_vfs_stop (void)
{
  fail_at = 0;

  return n_calls;
}
