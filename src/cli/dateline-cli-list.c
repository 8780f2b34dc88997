/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "list": all items of one kind. */
#include "config.h"

#include <glib/gi18n.h>

#include "dateline-cli-json.h"
#include "dateline-cli-words.h"
#include "dateline-cli.h"

static gboolean as_json;

static const GOptionEntry options[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON for other programs"), NULL },
  G_OPTION_ENTRY_NULL
};

static const struct
{
  const char      *name;
  DatelineItemKind kind;
} kinds[] = {
  { "articles", DATELINE_ITEM_ARTICLE },
  { "people", DATELINE_ITEM_PERSON },
  { "events", DATELINE_ITEM_EVENT },
  { "quotes", DATELINE_ITEM_QUOTE },
  { "reactions", DATELINE_ITEM_REACTION },
  { "claims", DATELINE_ITEM_CLAIM },
};

static char *
dup_what (DatelineItem *item)
{
  if (DATELINE_IS_ARTICLE (item))
    return dateline_cli_words_dup_date (dateline_article_get_published (DATELINE_ARTICLE (item)));
  if (DATELINE_IS_PERSON (item))
    return g_strdup (dateline_cli_words_get_person_kind (DATELINE_PERSON (item)));
  if (DATELINE_IS_EVENT (item))
    return dateline_cli_words_dup_date (dateline_event_get_date (DATELINE_EVENT (item)));

  return g_strdup (dateline_cli_words_get_speaker (item));
}

static char *
dup_relation (DatelineItem  *item,
              DatelineStory *story)
{
  g_autoptr(DatelineComparison) comparison = NULL;

  comparison = dateline_comparison_new (DATELINE_CLAIM (item), dateline_story_get_articles (story));

  return g_strdup (dateline_relation_get_label (dateline_comparison_get_relation (comparison)));
}

/* One row an item: its id, which articles tell of it, what it is or who says it, and what it is called. */
static void
print_table (DatelineCli *cli,
             GListModel  *items)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);
      GStrv row = g_new0 (char *, 5);

      row[0] = g_strdup (dateline_item_get_id (item));
      row[1] = dateline_cli_words_dup_badges (item);
      row[2] = DATELINE_IS_CLAIM (item) ? dup_relation (item, cli->story) : dup_what (item);
      row[3] = g_strdelimit (g_strdup (dateline_item_get_label (item)), "\n", ' ');
      g_ptr_array_add (rows, row);
    }

  dateline_cli_output_table (cli->output, rows, 4);
}

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        arguments)
{
  g_autofree char *message = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GListModel *items;

      if (!g_str_equal (arguments[0], kinds[i].name))
        continue;
      if (!dateline_cli_open (cli))
        return DATELINE_CLI_FAILED;

      items = dateline_story_get_items (cli->story, kinds[i].kind);
      if (as_json)
        dateline_cli_json_print_items (cli->output, items, cli->story);
      else
        print_table (cli, items);
      return DATELINE_CLI_OK;
    }

  message = g_strdup_printf (_("“%s” is no kind of item; there are articles, people, events, quotes, reactions and claims"),
                             arguments[0]);

  return dateline_cli_usage (cli, message);
}

const DatelineCliCommand dateline_cli_list_command = {
  "list", "KIND", N_("List articles, people, events, quotes, reactions or claims"), options, 1, 1, run
};
