/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a story file: refused, or opened, looked at and edited. */
#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "dateline-database.h"
#include "dateline-json-writer.h"
#include "dateline-story-file.h"
#include "fuzz.h"

/* In memory where there is such a place: nothing here has to outlast the program. */
static const char *
get_path (void)
{
  static char *path;

  if (path == NULL)
    {
      const char *folder = g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : g_get_tmp_dir ();

      path = g_strdup_printf ("%s/dateline-fuzz-%d.dateline", folder, (int) getpid ());
    }

  return path;
}

static void
edit_and_undo (DatelineStoryFile *file)
{
  GListModel *people = dateline_story_get_people (dateline_story_file_get_story (file));
  g_autoptr(DatelineItem) person = g_list_model_get_item (people, 0);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Fuzz");

  if (person != NULL)
    dateline_edit_remove (edit, dateline_item_get_id (person));
  dateline_edit_set_details (edit, dateline_story_file_get_story (file), "Title", NULL, NULL, "Note");
  if (dateline_story_file_apply (file, edit, NULL))
    dateline_story_file_undo (file, NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *path = get_path ();
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr(DatelineStoryFile) file = NULL;
  DatelineDatabaseSummary *summary;

  if (!g_file_set_contents_full (path, (const char *) data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    return 0;

  summary = dateline_database_read_summary (path, NULL);
  if (summary != NULL)
    dateline_database_summary_free (summary);
  dateline_database_check_file (path, NULL, NULL);
  file = dateline_story_file_open (path, NULL);
  if (file != NULL)
    {
      G_GNUC_UNUSED g_autoptr(GBytes) json = dateline_json_writer_write (dateline_story_file_get_story (file));

      edit_and_undo (file);
    }

  g_clear_object (&file);
  g_unlink (path);
  g_unlink (journal);

  return 0;
}
