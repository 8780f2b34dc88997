/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "compare": what each article answers to each question, and where they differ. */
#include "config.h"

#include <glib/gi18n.h>

#include "dateline-cli-json.h"
#include "dateline-cli.h"
#include "dateline-walk.h"

static gboolean as_json;

static const GOptionEntry options[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON for other programs"), NULL },
  G_OPTION_ENTRY_NULL
};

static void
add_cell (JsonBuilder        *builder,
          DatelineComparison *comparison,
          DatelineArticle    *article)
{
  GListModel *accounts = dateline_comparison_get_accounts (comparison, article);
  DatelineRelation relation = dateline_comparison_get_article_relation (comparison, article);

  json_builder_begin_object (builder);
  dateline_cli_json_add_string (builder, "article", dateline_item_get_id (DATELINE_ITEM (article)));
  dateline_cli_json_add_string (builder, "relation", dateline_relation_get_nick (relation));
  json_builder_set_member_name (builder, "accounts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(DatelineAccount) account = g_list_model_get_item (accounts, i);

      json_builder_begin_object (builder);
      dateline_cli_json_add_account (builder, account, comparison);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_claim (JsonBuilder   *builder,
           DatelineClaim *claim,
           GListModel    *articles)
{
  g_autoptr(DatelineComparison) comparison = dateline_comparison_new (claim, articles);

  json_builder_begin_object (builder);
  dateline_cli_json_add_string (builder, "id", dateline_item_get_id (DATELINE_ITEM (claim)));
  dateline_cli_json_add_string (builder, "question", dateline_claim_get_question (claim));
  dateline_cli_json_add_string (builder, "relation",
                                dateline_relation_get_nick (dateline_comparison_get_relation (comparison)));
  json_builder_set_member_name (builder, "cells");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, i);

      add_cell (builder, comparison, article);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (DatelineCli *cli)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(DatelineJsonStream) stream = dateline_cli_json_new_stream (cli->output);
  g_auto(DatelineWalk) walk = DATELINE_WALK_INIT (cli->story, DATELINE_ITEM_CLAIM);
  GListModel *articles = dateline_story_get_articles (cli->story);
  gboolean goes_on = TRUE;
  DatelineClaim *claim;

  dateline_json_stream_begin_array (stream, NULL);
  while (goes_on && (claim = dateline_walk_next (&walk)) != NULL)
    {
      add_claim (builder, claim, articles);
      goes_on = dateline_json_stream_add_built (stream, builder);
    }
  dateline_json_stream_end_array (stream);
  dateline_json_stream_finish (stream, NULL);
}

/* Badge, relation, and the wording with why it differs. */
static void
add_row (GPtrArray          *rows,
         DatelineArticle    *article,
         DatelineComparison *comparison,
         DatelineAccount    *account)
{
  DatelineRelation relation = DATELINE_RELATION_SILENT;
  GStrv row = g_new0 (char *, 4);

  if (account != NULL)
    {
      g_autofree char *explanation = dateline_comparison_dup_explanation (comparison, account);

      relation = dateline_comparison_get_account_relation (comparison, account);
      /* These two explanations start with the wording themselves. */
      if (relation == DATELINE_RELATION_ROUNDING || relation == DATELINE_RELATION_PRECISION)
        row[2] = g_steal_pointer (&explanation);
      else
        {
          /* Translators: the quotation marks of your language around the words of an article */
          g_autofree char *quoted = g_strdup_printf (C_("quotation", "“%s”"), dateline_account_get_wording (account));

          row[2] = g_strdup_printf ("%s — %s", quoted, explanation);
        }
    }
  else
    {
      row[2] = g_strdup ("");
    }
  row[0] = g_strdup (dateline_article_get_badge (article));
  row[1] = g_strdup (dateline_relation_get_label (relation));
  g_ptr_array_add (rows, row);
}

/**
 * dateline_cli_compare_print:
 * @cli: what the command works with
 * @claim: a claim
 *
 * Prints what each article answers, one line an answer.
 */
void
dateline_cli_compare_print (DatelineCli   *cli,
                            DatelineClaim *claim)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr(DatelineComparison) comparison = NULL;
  GListModel *articles;

  g_return_if_fail (cli != NULL);
  g_return_if_fail (DATELINE_IS_CLAIM (claim));

  articles = dateline_story_get_articles (cli->story);
  comparison = dateline_comparison_new (claim, articles);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, i);
      GListModel *accounts = dateline_comparison_get_accounts (comparison, article);

      for (guint j = 0; j < g_list_model_get_n_items (accounts); j++)
        {
          g_autoptr(DatelineAccount) account = g_list_model_get_item (accounts, j);

          add_row (rows, article, comparison, account);
        }
      if (g_list_model_get_n_items (accounts) == 0)
        add_row (rows, article, comparison, NULL);
    }

  dateline_cli_output_table (cli->output, rows, 3);
}

static void
print_text (DatelineCli *cli)
{
  g_auto(DatelineWalk) walk = DATELINE_WALK_INIT (cli->story, DATELINE_ITEM_CLAIM);
  GListModel *articles = dateline_story_get_articles (cli->story);
  gboolean is_first = TRUE;
  DatelineClaim *claim;

  while (dateline_cli_output_is_open (cli->output) && (claim = dateline_walk_next (&walk)) != NULL)
    {
      g_autoptr(DatelineComparison) comparison = dateline_comparison_new (claim, articles);
      g_autofree char *heading = NULL;

      /* Translators: a question about the story, and how the articles' answers differ at most */
      heading = g_strdup_printf (_("%s [%s]"), dateline_claim_get_question (claim),
                                 dateline_relation_get_label (dateline_comparison_get_relation (comparison)));
      if (!is_first)
        dateline_cli_output_text (cli->output, DATELINE_CLI_PLAIN, 0, "");
      is_first = FALSE;
      dateline_cli_output_text (cli->output, DATELINE_CLI_BOLD, 0, heading);
      dateline_cli_compare_print (cli, claim);
    }
}

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        arguments)
{
  if (!dateline_cli_open (cli))
    return DATELINE_CLI_FAILED;

  if (as_json)
    print_json (cli);
  else
    print_text (cli);

  return DATELINE_CLI_OK;
}

const DatelineCliCommand dateline_cli_compare_command = {
  "compare", "", N_("Compare what the articles say, question by question"),
  NULL,
  options, 0, 0, FALSE, run
};
