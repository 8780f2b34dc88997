/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "info": what the story is, and how much of everything is in it. */
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
  const char      *member;
  const char      *label;
  DatelineItemKind kind;
} kinds[] = {
  { "articles", N_("Articles"), DATELINE_ITEM_ARTICLE },
  { "people", N_("People"), DATELINE_ITEM_PERSON },
  { "events", N_("Events"), DATELINE_ITEM_EVENT },
  { "quotes", N_("Quotes"), DATELINE_ITEM_QUOTE },
  { "reactions", N_("Reactions"), DATELINE_ITEM_REACTION },
  { "claims", N_("Claims"), DATELINE_ITEM_CLAIM },
};

/* The events that start first and last. */
static void
find_span (DatelineStory *story,
           DatelineDate **first,
           DatelineDate **last)
{
  GListModel *events = dateline_story_get_events (story);

  *first = *last = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(DatelineEvent) event = g_list_model_get_item (events, i);
      DatelineDate *date = dateline_event_get_date (event);

      if (date == NULL)
        continue;
      if (*first == NULL || dateline_date_compare (date, *first) < 0)
        *first = date;
      if (*last == NULL || dateline_date_compare (date, *last) > 0)
        *last = date;
    }
}

static void
print_json (DatelineCli  *cli,
            DatelineDate *first,
            DatelineDate *last)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  dateline_cli_json_add_string (builder, "id", dateline_story_get_id (cli->story));
  dateline_cli_json_add_string (builder, "title", dateline_story_get_title (cli->story));
  dateline_cli_json_add_string (builder, "description", dateline_story_get_description (cli->story));
  dateline_cli_json_add_string (builder, "language", dateline_story_get_language (cli->story));
  dateline_cli_json_add_string (builder, "first", first != NULL ? dateline_date_get_edtf (first) : NULL);
  dateline_cli_json_add_string (builder, "last", last != NULL ? dateline_date_get_edtf (last) : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      json_builder_set_member_name (builder, kinds[i].member);
      json_builder_add_int_value (builder, g_list_model_get_n_items (dateline_story_get_items (cli->story, kinds[i].kind)));
    }
  json_builder_end_object (builder);
  dateline_cli_json_print (cli->output, builder);
}

static void
print_text (DatelineCli  *cli,
            DatelineDate *first,
            DatelineDate *last)
{
  GListModel *articles = dateline_story_get_articles (cli->story);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  dateline_cli_output_text (cli->output, DATELINE_CLI_BOLD, 0, dateline_story_get_title (cli->story));
  if (*dateline_story_get_description (cli->story) != '\0')
    dateline_cli_output_text (cli->output, DATELINE_CLI_PLAIN, 0, dateline_story_get_description (cli->story));
  dateline_cli_output_text (cli->output, DATELINE_CLI_PLAIN, 0, "");

  if (first != NULL)
    {
      g_autofree char *from = dateline_date_format (first);
      g_autofree char *to = dateline_date_format (last);

      dateline_cli_output_field (cli->output, _("First event"), from);
      dateline_cli_output_field (cli->output, _("Last event"), to);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n = g_list_model_get_n_items (dateline_story_get_items (cli->story, kinds[i].kind));
      g_autofree char *count = g_strdup_printf ("%'u", n);

      dateline_cli_output_field (cli->output, _(kinds[i].label), count);
    }

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, i);
      g_autofree char *date = dateline_cli_words_dup_date (dateline_article_get_published (article));
      GStrv row = g_new0 (char *, 3);

      row[0] = g_strdup (dateline_article_get_badge (article));
      /* Translators: the headline of an article, its publisher and its date */
      row[1] = g_strdup_printf (_("%s (%s, %s)"), dateline_article_get_headline (article),
                                dateline_cli_words_get_publisher (article), date);
      g_ptr_array_add (rows, row);
    }
  if (rows->len > 0)
    dateline_cli_output_text (cli->output, DATELINE_CLI_PLAIN, 0, "");
  dateline_cli_output_table (cli->output, rows, 2);
}

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        arguments)
{
  DatelineDate *first;
  DatelineDate *last;

  if (!dateline_cli_open (cli))
    return DATELINE_CLI_FAILED;

  find_span (cli->story, &first, &last);
  if (as_json)
    print_json (cli, first, last);
  else
    print_text (cli, first, last);

  return DATELINE_CLI_OK;
}

const DatelineCliCommand dateline_cli_info_command = {
  "info", "", N_("Say what the story is and what is in it"), options, 0, 0, run
};
