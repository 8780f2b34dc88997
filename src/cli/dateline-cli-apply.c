/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "apply": edits from a file, all or none of them. */
#include "config.h"

#include <glib/gi18n.h>

#include "dateline-cli.h"
#include "dateline-json-edits.h"

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        arguments)
{
  g_autoptr(GFile) file = dateline_cli_new_file (arguments[0]);
  g_autoptr(DatelineEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  if (!dateline_cli_open_to_edit (cli))
    return DATELINE_CLI_FAILED;

  edit = dateline_json_edits_read_file (file, cli->story, &error);
  if (edit != NULL && dateline_story_file_apply (cli->file, edit, &error))
    return DATELINE_CLI_OK;

  return dateline_cli_fail_to_read (cli, arguments[0], error);
}

const DatelineCliCommand dateline_cli_apply_command = {
  "apply", "EDITS", N_("Make the changes that a JSON file lists, all of them or none"),
  N_("EDITS is a JSON file, or “-” for standard input. It names the changes in the order in which they are made:\n"
     "\n"
     "  { \"format\": \"dateline-edits\", \"version\": 1, \"name\": \"Corrections\", \"edits\": [\n"
     "    { \"op\": \"change\", \"id\": \"event-1\", \"set\": { \"place\": \"Moscow\", \"note\": null } },\n"
     "    { \"op\": \"add\", \"kind\": \"person\", \"item\": { \"name\": \"Olga Mikhailova\" } },\n"
     "    { \"op\": \"move\", \"id\": \"claim-2\", \"before\": \"claim-1\" },\n"
     "    { \"op\": \"replace-text\", \"id\": \"article-1\", \"blocks\": [\n"
     "      { \"kind\": \"paragraph\", \"text\": \"…\" } ] },\n"
     "    { \"op\": \"story\", \"set\": { \"title\": \"A heart behind glass\" } },\n"
     "    { \"op\": \"remove\", \"id\": \"quote-3\" } ] }"),
  NULL, 1, 1, TRUE, run
};
