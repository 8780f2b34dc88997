/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a file is just what this program left: then it has not changed hands, and needs no check. That is noted in
 * the reader's cache; where nothing can be noted, files are checked each time. */
#include "config.h"

#include "dateline-file-stamp.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* The path of the note on a file. */
static char *
dup_note_path (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, absolute, -1);

  return g_build_filename (g_get_user_cache_dir (), "dateline", "checked", name, NULL);
}

static char *
dup_stamp (const char *path)
{
  GStatBuf buffer;

  if (g_stat (path, &buffer) != 0)
    return NULL;

  return g_strdup_printf ("%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld",
                          (guint64) buffer.st_dev, (guint64) buffer.st_ino, (gint64) buffer.st_size,
                          (gint64) buffer.st_mtim.tv_sec, (long) buffer.st_mtim.tv_nsec);
}

/**
 * dateline_file_stamp_matches:
 * @path: the path of a file
 *
 * Whether a file is what it was when dateline_file_stamp_leave() was called for it.
 *
 * Returns: %FALSE if it is not, or if that is not known
 */
gboolean
dateline_file_stamp_matches (const char *path)
{
  g_autofree char *note_path = NULL;
  g_autofree char *noted = NULL;
  g_autofree char *stamp = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  note_path = dup_note_path (path);
  stamp = dup_stamp (path);

  return stamp != NULL && g_file_get_contents (note_path, &noted, NULL, NULL) && g_str_equal (noted, stamp);
}

/**
 * dateline_file_stamp_leave:
 * @path: the path of a file
 *
 * Notes what a file is now.
 */
void
dateline_file_stamp_leave (const char *path)
{
  g_autofree char *note_path = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *stamp = NULL;

  g_return_if_fail (path != NULL);

  stamp = dup_stamp (path);
  if (stamp == NULL)
    return;

  note_path = dup_note_path (path);
  folder = g_path_get_dirname (note_path);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents (note_path, stamp, -1, NULL);
}
