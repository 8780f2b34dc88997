/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as another copy of a story that somebody wants to merge: refused, or merged, and then it can be undone. The
 * first file that is sound is the story that all others are merged into. */
#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "dateline-database.h"
#include "dateline-json-writer.h"
#include "dateline-merge.h"
#include "fuzz.h"

/* In memory where there is such a place: nothing here has to outlast the program. */
static char *
dup_path (const char *name)
{
  const char *folder = g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : g_get_tmp_dir ();

  return g_strdup_printf ("%s/dateline-fuzz-%d-%s.dateline", folder, (int) getpid (), name);
}

static gboolean
write_file (const char    *path,
            const uint8_t *data,
            size_t         size)
{
  return g_file_set_contents_full (path, (const char *) data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}

static void
delete_file (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (path);
  g_unlink (journal);
}

/* All conflicts are decided for the other copy: that changes most. */
static void
merge (DatelineStoryFile *file,
       const char        *path)
{
  g_autoptr(DatelineMerge) merge = dateline_merge_new (file, path, NULL);
  GListModel *conflicts = merge != NULL ? dateline_merge_get_conflicts (merge) : NULL;

  if (merge == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (conflicts); i++)
    {
      g_autoptr(DatelineConflict) conflict = g_list_model_get_item (conflicts, i);

      dateline_conflict_set_side (conflict, DATELINE_SIDE_THEIRS);
    }
  if (dateline_merge_apply (merge, NULL))
    {
      G_GNUC_UNUSED g_autoptr(GBytes) json = dateline_json_writer_write (dateline_story_file_get_story (file));

      dateline_story_file_undo (file, NULL);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static GBytes *ours;
  g_autofree char *into = dup_path ("into");
  g_autofree char *path = dup_path ("copy");
  g_autoptr(DatelineStoryFile) file = NULL;

  if (!write_file (path, data, size))
    return 0;
  if (ours == NULL && dateline_database_check_file (path, NULL, NULL))
    ours = g_bytes_new (data, size);
  if (ours != NULL && write_file (into, g_bytes_get_data (ours, NULL), g_bytes_get_size (ours)))
    {
      file = dateline_story_file_open (into, NULL);
      g_assert_nonnull (file);
      merge (file, path);
    }

  g_clear_object (&file);
  delete_file (into);
  delete_file (path);

  return 0;
}
