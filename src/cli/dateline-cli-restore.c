/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "restore": a story as it was when a backup was made. */
#include "config.h"

#include <glib/gi18n.h>

#include "dateline-cli.h"

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        arguments)
{
  g_autoptr(GError) error = NULL;

  if (!dateline_cli_open_to_edit (cli))
    return DATELINE_CLI_FAILED;
  if (dateline_story_file_restore (cli->file, arguments[0], NULL, &error))
    return DATELINE_CLI_OK;

  return dateline_cli_fail_with_file (cli, arguments[0], error->message);
}

const DatelineCliCommand dateline_cli_restore_command = {
  "restore", "BACKUP", N_("Make a story what it was when a backup was made"),
  N_("BACKUP is the path that “backup” printed. What the story is now becomes a backup itself."),
  NULL, 1, 1, TRUE, run
};
