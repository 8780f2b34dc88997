/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "list": all items of one kind. */
#include "config.h"

#include <glib/gi18n.h>

#include "dateline-cli-json.h"
#include "dateline-cli-words.h"
#include "dateline-cli.h"
#include "dateline-walk.h"

#define N_COLUMNS 4

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

/* Of the articles only those count that answer. */
static char *
dup_relation (DatelineClaim *claim)
{
  g_autoptr(GListStore) none = g_list_store_new (DATELINE_TYPE_ARTICLE);
  g_autoptr(DatelineComparison) comparison = dateline_comparison_new (claim, G_LIST_MODEL (none));

  return g_strdup (dateline_relation_get_label (dateline_comparison_get_relation (comparison)));
}

/* Its id, which articles tell of it, what it is or who says it, and what it is called. */
static GStrv
dup_row (DatelineItem *item)
{
  GStrv row = g_new0 (char *, N_COLUMNS + 1);

  row[0] = g_strdup (dateline_item_get_id (item));
  row[1] = dateline_cli_words_dup_badges (item);
  row[2] = DATELINE_IS_CLAIM (item) ? dup_relation (DATELINE_CLAIM (item)) : dup_what (item);
  row[3] = g_strdelimit (g_strdup (dateline_item_get_label (item)), "\n", ' ');

  return row;
}

/* One row an item. They are read twice: first to see how wide the columns are. */
static void
print_table (DatelineCli      *cli,
             DatelineItemKind  kind)
{
  guint widths[N_COLUMNS] = { 0 };

  for (guint pass = 0; pass < 2; pass++)
    {
      g_auto(DatelineWalk) walk = DATELINE_WALK_INIT (cli->story, kind);
      DatelineItem *item;

      while (dateline_cli_output_is_open (cli->output) && (item = dateline_walk_next (&walk)) != NULL)
        {
          g_auto(GStrv) row = dup_row (item);

          if (pass == 0)
            dateline_cli_output_measure_row ((const char *const *) row, N_COLUMNS, widths);
          else
            dateline_cli_output_row (cli->output, (const char *const *) row, N_COLUMNS, widths);
        }
    }
}

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        arguments)
{
  g_autofree char *message = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (!g_str_equal (arguments[0], kinds[i].name))
        continue;
      if (!dateline_cli_open (cli))
        return DATELINE_CLI_FAILED;

      if (as_json)
        dateline_cli_json_print_items (cli->output, cli->story, kinds[i].kind);
      else
        print_table (cli, kinds[i].kind);
      return DATELINE_CLI_OK;
    }

  message = g_strdup_printf (_("“%s” is no kind of item; there are articles, people, events, quotes, reactions and claims"),
                             arguments[0]);

  return dateline_cli_usage (cli, message);
}

const DatelineCliCommand dateline_cli_list_command = {
  "list", "KIND", N_("List articles, people, events, quotes, reactions or claims"),
  N_("KIND is articles, people, events, quotes, reactions or claims. Each line has the id, the letters of the articles "
     "that tell of it, what it is or who says it, and what it is called; “--json” tells all there is to know."),
  options, 1, 1, FALSE, run
};
