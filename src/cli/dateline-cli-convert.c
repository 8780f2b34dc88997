/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "convert": a story file as JSON, and JSON as a story file, without loss. */
#include "config.h"

#include <glib/gi18n.h>

#include "dateline-cli.h"
#include "dateline-json-writer.h"
#include "dateline-story-file.h"

/* Writes JSON to a file that must not exist yet, or to standard output for "-". */
static gboolean
write_json (DatelineCli  *cli,
            const char   *path,
            GError      **error)
{
  g_autoptr(GBytes) bytes = dateline_json_writer_write (cli->story);
  g_autoptr(GFile) file = NULL;
  g_autoptr(GFileOutputStream) stream = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_str_equal (path, "-"))
    {
      dateline_cli_output_raw (cli->output, data, length);
      return TRUE;
    }

  file = g_file_new_for_commandline_arg (path);
  stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, error);
  if (stream == NULL)
    return FALSE;
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, length, NULL, NULL, error) &&
      g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error))
    return TRUE;

  /* Half a story is none. */
  g_file_delete (file, NULL, NULL);

  return FALSE;
}

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        arguments)
{
  const char *to = arguments[1];
  gboolean to_json = g_str_equal (to, "-") || g_str_has_suffix (to, ".json");
  g_autoptr(DatelineStoryFile) file = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (!to_json && !g_str_has_suffix (to, DATELINE_CLI_STORY_SUFFIX))
    return dateline_cli_usage (cli, _("The name of the new file has to end in “.dateline” or “.json”"));
  if (!dateline_cli_open_path (cli, arguments[0]))
    return DATELINE_CLI_FAILED;

  if (to_json)
    done = write_json (cli, to, &error);
  else if (cli->file != NULL)
    done = dateline_story_file_copy_to (cli->file, to, &error);
  else
    done = (file = dateline_story_file_create (to, cli->story, NULL, &error)) != NULL;

  return done ? DATELINE_CLI_OK : dateline_cli_fail (cli, error->message);
}

const DatelineCliCommand dateline_cli_convert_command = {
  "convert", "FILE NEW-FILE", N_("Turn a story file into JSON, or JSON into a story file"), NULL, 2, 2, run
};
