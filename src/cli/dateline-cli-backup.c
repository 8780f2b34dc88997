/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "backup": a copy of a story for bad days. */
#include "config.h"

#include <glib/gi18n.h>

#include "dateline-backups.h"
#include "dateline-cli.h"

static gboolean only_lists;

static const GOptionEntry options[] = {
  { "list", 'l', 0, G_OPTION_ARG_NONE, &only_lists, N_("Make none, only list those there are, the newest first"), NULL },
  G_OPTION_ENTRY_NULL
};

static void
print_path (DatelineCli *cli,
            const char  *path)
{
  g_autofree char *name = g_filename_display_name (path);

  dateline_cli_output_text (cli->output, DATELINE_CLI_PLAIN, 0, name);
}

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        arguments)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  if (!dateline_cli_open (cli))
    return DATELINE_CLI_FAILED;
  if (cli->file == NULL)
    return dateline_cli_fail (cli, _("There are only backups of story files; name one with “--story”"));

  if (only_lists)
    {
      g_autoptr(GPtrArray) backups = dateline_backups_list (dateline_story_get_id (cli->story));

      for (guint i = 0; i < backups->len; i++)
        print_path (cli, ((DatelineBackup *) g_ptr_array_index (backups, i))->path);
      return DATELINE_CLI_OK;
    }

  path = dateline_story_file_back_up (cli->file, &error);
  if (path == NULL)
    return dateline_cli_fail (cli, error->message);
  print_path (cli, path);

  return DATELINE_CLI_OK;
}

const DatelineCliCommand dateline_cli_backup_command = {
  "backup", "", N_("Make a backup of a story file and say where it is"),
  N_("Backups are also made before the first change of a day, and before a file is brought to a newer version or restored. "
     "Of each story the last five are kept."),
  options, 0, 0, FALSE, run
};
