/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as JSON that should be changes to a story. What is carried out can be taken back. */
#include "config.h"

#include "dateline-json-edits.h"
#include "dateline-json-reader.h"
#include "dateline-json-writer.h"
#include "dateline-story-file.h"
#include "fuzz.h"

/* A file in memory grows with what is undone. */
#define MAX_USES 500

static GBytes *
write_story (DatelineStoryFile *file)
{
  return dateline_json_writer_write (dateline_story_file_get_story (file));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static DatelineStoryFile *file;
  static GBytes *before;
  static guint n_uses;
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(DatelineEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  if (file == NULL)
    {
      g_autoptr(DatelineStory) story = dateline_json_reader_read_resource (DATELINE_STORY_RESOURCE, NULL, NULL);

      file = dateline_story_file_create (NULL, story, NULL, &error);
      g_assert_no_error (error);
      before = write_story (file);
    }

  edit = dateline_json_edits_read (bytes, dateline_story_file_get_story (file), NULL);
  if (edit == NULL || !dateline_story_file_apply (file, edit, NULL))
    return 0;

  dateline_story_file_undo (file, &error);
  g_assert_no_error (error);
  if (dateline_edit_get_is_effective (edit))
    {
      g_autoptr(GBytes) after = write_story (file);

      g_assert_true (g_bytes_equal (before, after));
    }
  if (++n_uses == MAX_USES)
    {
      n_uses = 0;
      g_clear_object (&file);
      g_clear_pointer (&before, g_bytes_unref);
    }

  return 0;
}
