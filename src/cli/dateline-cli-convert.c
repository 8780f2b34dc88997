/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "convert": a story file as JSON, and JSON as a story file, without loss. */
#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "dateline-cli.h"
#include "dateline-exporter.h"
#include "dateline-json-document.h"
#include "dateline-json-writer.h"
#include "dateline-story-file.h"

/* How many bytes are copied at once. */
#define BUFFER_SIZE 65536

static gboolean may_replace;

static const GOptionEntry options[] = {
  { "force", 0, 0, G_OPTION_ARG_NONE, &may_replace, N_("Replace the JSON file if it exists"), NULL },
  G_OPTION_ENTRY_NULL
};

static gboolean
write_json (GOutputStream  *stream,
            gpointer        user_data,
            GCancellable   *cancellable,
            GError        **error)
{
  DatelineCli *cli = user_data;

  return cli->file != NULL ? dateline_story_file_write_json (cli->file, stream, cancellable, error)
                           : dateline_json_writer_write_to (cli->story, stream, cancellable, error);
}

/* Nobody who writes shall have to wait for whoever reads the output: it comes from a file that is there already. */
static gboolean
print_json (DatelineCli  *cli,
            GError      **error)
{
  g_autoptr(GFileIOStream) both = NULL;
  g_autoptr(GFile) file = g_file_new_tmp ("dateline-XXXXXX.json", &both, error);
  g_autofree char *buffer = NULL;
  GInputStream *input;
  gssize n;

  if (file == NULL)
    return FALSE;
  g_file_delete (file, NULL, NULL);
  if (!write_json (g_io_stream_get_output_stream (G_IO_STREAM (both)), cli, NULL, error) ||
      !g_seekable_seek (G_SEEKABLE (both), 0, G_SEEK_SET, NULL, error))
    return FALSE;

  input = g_io_stream_get_input_stream (G_IO_STREAM (both));
  buffer = g_malloc (BUFFER_SIZE);
  while ((n = g_input_stream_read (input, buffer, BUFFER_SIZE, NULL, error)) > 0 && dateline_cli_output_is_open (cli->output))
    dateline_cli_output_raw (cli->output, buffer, n);

  return n >= 0;
}

/* What strangers wrote is not read without a limit, and then neither is this. */
static void
warn_if_large (const char *path)
{
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;
  GStatBuf info;

  if (g_stat (path, &info) != 0 || info.st_size <= DATELINE_JSON_MAX_SIZE)
    return;

  name = g_filename_display_name (path);
  /* Translators: %s is the name of a file, %d a number */
  message = g_strdup_printf (_("%s: This is larger than the %d MB that are read back; keep the story file too"), name,
                             DATELINE_JSON_MAX_SIZE >> 20);
  dateline_cli_warn (message);
}

static gboolean
save_json (DatelineCli  *cli,
           const char   *path,
           GError      **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);

  if (!dateline_exporter_save_by (file, write_json, cli, may_replace, NULL, error))
    return FALSE;
  if (g_file_peek_path (file) != NULL)
    warn_if_large (g_file_peek_path (file));

  return TRUE;
}

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        arguments)
{
  const char *to = arguments[1];
  gboolean is_printed = g_str_equal (to, "-");
  gboolean to_json = is_printed || g_str_has_suffix (to, ".json");
  g_autoptr(DatelineStoryFile) file = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (!to_json && !g_str_has_suffix (to, DATELINE_CLI_STORY_SUFFIX))
    return dateline_cli_usage (cli, _("The name of the new file has to end in “.dateline” or “.json”"));
  if (may_replace && (is_printed || !to_json))
    return dateline_cli_usage (cli, _("“--force” replaces JSON only; a story file is never replaced"));
  if (!dateline_cli_open_path (cli, arguments[0]))
    return DATELINE_CLI_FAILED;

  if (is_printed)
    done = print_json (cli, &error);
  else if (to_json)
    done = save_json (cli, to, &error);
  else if (cli->file != NULL)
    done = dateline_story_file_copy_to (cli->file, to, &error);
  else
    done = (file = dateline_story_file_create (to, cli->story, NULL, &error)) != NULL;

  if (done)
    return DATELINE_CLI_OK;

  /* Errors of G_IO_ERROR name the file already. */
  return error->domain == G_IO_ERROR || is_printed ? dateline_cli_fail (cli, error->message)
                                                   : dateline_cli_fail_with_file (cli, arguments[to_json ? 0 : 1], error->message);
}

const DatelineCliCommand dateline_cli_convert_command = {
  "convert", "FILE NEW-FILE", N_("Turn a story file into JSON, or JSON into a story file"),
  N_("The names tell what is wanted: “.dateline” for a story file, “.json” for JSON, “-” for JSON on standard output or "
     "from standard input. JSON holds the whole story with its notes and themes; the clippings, the history of changes and "
     "the backups stay behind."),
  options, 2, 2, TRUE, run
};
