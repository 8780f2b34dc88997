/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "merge": what was done in another copy of a story, brought into this one. */
#include "config.h"

#include <glib/gi18n.h>

#include "dateline-cli.h"
#include "dateline-merge.h"

static gboolean takes_ours;
static gboolean takes_theirs;
static gboolean only_shows;

static const GOptionEntry options[] = {
  { "ours", 0, 0, G_OPTION_ARG_NONE, &takes_ours, N_("Where both changed the same, keep what this story says"), NULL },
  { "theirs", 0, 0, G_OPTION_ARG_NONE, &takes_theirs, N_("Where both changed the same, take what the copy says"), NULL },
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &only_shows, N_("Change nothing, only say what would be"), NULL },
  G_OPTION_ENTRY_NULL
};

static void
print_conflict (DatelineCli      *cli,
                DatelineConflict *conflict)
{
  /* Translators: what something is called, and the name of a part of it, such as "title" */
  g_autofree char *head = g_strdup_printf (_("%s, %s:"), dateline_conflict_get_label (conflict),
                                           dateline_conflict_get_field (conflict));

  dateline_cli_output_text (cli->output, DATELINE_CLI_BOLD, 0, head);
  dateline_cli_output_field (cli->output, _("  This story"), dateline_conflict_get_ours (conflict));
  dateline_cli_output_field (cli->output, _("  The copy"), dateline_conflict_get_theirs (conflict));
}

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        arguments)
{
  g_autoptr(DatelineMerge) merge = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;
  GListModel *conflicts;
  guint n;

  if (takes_ours && takes_theirs)
    return dateline_cli_usage (cli, _("“--ours” and “--theirs” exclude each other"));
  if (!dateline_cli_open_to_edit (cli))
    return DATELINE_CLI_FAILED;

  merge = dateline_merge_new (cli->file, arguments[0], &error);
  if (merge == NULL)
    return dateline_cli_fail_with_file (cli, arguments[0], error->message);

  conflicts = dateline_merge_get_conflicts (merge);
  n = g_list_model_get_n_items (conflicts);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineConflict) conflict = g_list_model_get_item (conflicts, i);

      if (takes_ours || takes_theirs)
        dateline_conflict_set_side (conflict, takes_ours ? DATELINE_SIDE_OURS : DATELINE_SIDE_THEIRS);
      else
        print_conflict (cli, conflict);
    }
  if (n > 0 && !takes_ours && !takes_theirs)
    {
      message = g_strdup_printf (ngettext ("Nothing is merged: %'u conflict has to be decided, with “--ours” or “--theirs”",
                                           "Nothing is merged: %'u conflicts have to be decided, with “--ours” or “--theirs”",
                                           n), n);
      return dateline_cli_fail (cli, message);
    }

  if (!only_shows && !dateline_merge_apply (merge, &error))
    return dateline_cli_fail (cli, error->message);

  n = dateline_merge_get_n_changes (merge);
  message = n > 0 ? g_strdup_printf (ngettext ("%'u change", "%'u changes", n), n) : g_strdup (_("Nothing new"));
  dateline_cli_output_text (cli->output, DATELINE_CLI_PLAIN, 0, message);

  return DATELINE_CLI_OK;
}

const DatelineCliCommand dateline_cli_merge_command = {
  "merge", "COPY", N_("Bring the changes of another copy into a story"),
  N_("COPY is another copy of the same story. Where both changed the same in different ways, nothing is merged and the "
     "conflicts are listed with both values, unless it is said which side is right."),
  options, 1, 1, TRUE, run
};
