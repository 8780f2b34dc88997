/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as JSON that should be a story. What is read can be written and read again. */
#include "config.h"

#include "dateline-json-reader.h"
#include "dateline-json-writer.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(DatelineStory) story = dateline_json_reader_read (bytes, NULL, NULL);

  if (story != NULL)
    {
      g_autoptr(GBytes) written = dateline_json_writer_write (story);
      g_auto(GStrv) warnings = NULL;
      g_autoptr(DatelineStory) again = dateline_json_reader_read (written, &warnings, NULL);

      g_assert_nonnull (again);
      g_assert_null (warnings[0]);
    }

  return 0;
}
