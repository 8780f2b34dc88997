/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "search": whatever holds all of the words. */
#include "config.h"

#include <glib/gi18n.h>

#include "dateline-cli-json.h"
#include "dateline-cli-words.h"
#include "dateline-cli.h"
#include "dateline-search.h"

/* Hits of each kind. */
#define LIMIT 200

static gboolean as_json;

static const GOptionEntry options[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON for other programs"), NULL },
  G_OPTION_ENTRY_NULL
};

/* A sentence of an article is shown itself, anything else by what it is called. */
static const char *
get_text (DatelineSearchHit *hit)
{
  DatelineItem *item = dateline_search_hit_get_item (hit);
  DatelinePassage *passage = dateline_search_hit_get_passage (hit);

  return DATELINE_IS_ARTICLE (item) && passage != NULL ? dateline_passage_get_exact (passage)
                                                       : dateline_item_get_label (item);
}

static void
print_json (DatelineCli *cli,
            GListModel  *hits)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GEnumClass) klass = g_type_class_ref (DATELINE_TYPE_ITEM_KIND);

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr(DatelineSearchHit) hit = g_list_model_get_item (hits, i);
      DatelineItem *item = dateline_search_hit_get_item (hit);

      json_builder_begin_object (builder);
      dateline_cli_json_add_string (builder, "kind",
                                    g_enum_get_value (klass, dateline_item_get_kind (item))->value_nick);
      dateline_cli_json_add_string (builder, "id", dateline_item_get_id (item));
      dateline_cli_json_add_string (builder, "text", get_text (hit));
      dateline_cli_json_add_passage (builder, dateline_search_hit_get_passage (hit));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  dateline_cli_json_print (cli->output, builder);
}

static void
print_text (DatelineCli *cli,
            GListModel  *hits)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr(DatelineSearchHit) hit = g_list_model_get_item (hits, i);
      DatelineItem *item = dateline_search_hit_get_item (hit);
      GStrv row = g_new0 (char *, 4);

      row[0] = g_strdup (dateline_item_get_id (item));
      row[1] = dateline_cli_words_dup_badges (item);
      row[2] = g_strdelimit (g_strdup (get_text (hit)), "\n", ' ');
      g_ptr_array_add (rows, row);
    }

  dateline_cli_output_table (cli->output, rows, 3);
  if (rows->len == 0)
    dateline_cli_output_text (cli->output, DATELINE_CLI_PLAIN, 0, _("Nothing in this story holds all of these words."));
}

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        arguments)
{
  g_autofree char *words = g_strjoinv (" ", arguments);
  g_auto(GStrv) split = dateline_search_split_words (words);
  g_autoptr(DatelineSearch) search = NULL;
  g_autoptr(GListModel) hits = NULL;

  if (split[0] == NULL)
    return dateline_cli_usage (cli, _("There are no words to search for"));
  if (!dateline_cli_open (cli))
    return DATELINE_CLI_FAILED;

  search = dateline_search_new (cli->story);
  hits = dateline_search_run (search, words, LIMIT);
  if (as_json)
    print_json (cli, hits);
  else
    print_text (cli, hits);

  return DATELINE_CLI_OK;
}

const DatelineCliCommand dateline_cli_search_command = {
  "search", "WORD…", N_("Find what holds all of the words"), options, 1, G_MAXUINT, run
};
