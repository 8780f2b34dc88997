/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "check": whether a story is sound, and how much of everything is in it. */
#include "config.h"

#include <glib/gi18n.h>

#include "dateline-cli.h"
#include "dateline-database.h"
#include "dateline-story-file.h"

static const struct
{
  const char       *label;
  DatelineItemKind  kind;
} kinds[] = {
  { N_("Articles"), DATELINE_ITEM_ARTICLE },
  { N_("People"), DATELINE_ITEM_PERSON },
  { N_("Events"), DATELINE_ITEM_EVENT },
  { N_("Quotes"), DATELINE_ITEM_QUOTE },
  { N_("Reactions"), DATELINE_ITEM_REACTION },
  { N_("Claims"), DATELINE_ITEM_CLAIM },
};

typedef struct
{
  DatelineCli *cli;
  guint        n_problems;
} Check;

static void
problem_cb (const char *problem,
            gpointer    user_data)
{
  Check *check = user_data;

  check->n_problems++;
  dateline_cli_output_text (check->cli->output, DATELINE_CLI_PLAIN, 0, problem);
}

static void
print_number (DatelineCli *cli,
              const char  *label,
              guint64      number)
{
  g_autofree char *text = g_strdup_printf ("%'" G_GUINT64_FORMAT, number);

  dateline_cli_output_field (cli->output, label, text);
}

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        arguments)
{
  Check check = { .cli = cli };
  guint64 n_passages = 0;
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;

  if (!dateline_cli_open (cli))
    return DATELINE_CLI_FAILED;
  if (cli->file != NULL &&
      !dateline_database_check_file (dateline_story_file_get_path (cli->file), NULL, &error))
    return dateline_cli_fail (cli, error->message);
  /* JSON is checked as the story file that it would make. */
  if (cli->file == NULL)
    cli->file = dateline_story_file_create (NULL, cli->story, NULL, &error);
  if (cli->file == NULL)
    return dateline_cli_fail (cli, error->message);

  dateline_cli_output_text (cli->output, DATELINE_CLI_BOLD, 0, dateline_story_get_title (cli->story));
  if (!dateline_story_file_check (cli->file, &n_passages, problem_cb, &check, &error))
    return dateline_cli_fail (cli, error->message);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    print_number (cli, _(kinds[i].label),
                  g_list_model_get_n_items (dateline_story_get_items (cli->story, kinds[i].kind)));
  print_number (cli, _("Passages"), n_passages);

  if (check.n_problems == 0)
    {
      dateline_cli_output_text (cli->output, DATELINE_CLI_PLAIN, 0, _("No problem was found"));
      return DATELINE_CLI_OK;
    }

  message = g_strdup_printf (ngettext ("%'u problem was found", "%'u problems were found", check.n_problems),
                             check.n_problems);

  return dateline_cli_fail (cli, message);
}

const DatelineCliCommand dateline_cli_check_command = {
  "check", "", N_("Check that a story is sound and every passage is where it should be"),
  N_("Problems go to standard output, one a line. The exit status is 1 if there are any."),
  NULL, 0, 0, FALSE, run
};
