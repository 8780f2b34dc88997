/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "info": what the story is, and how much of everything is in it. */
#include "config.h"

#include <glib/gi18n.h>

#include "dateline-cli-json.h"
#include "dateline-cli-words.h"
#include "dateline-cli.h"
#include "dateline-walk.h"

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

static void
take_date (DatelineDate **to,
           DatelineDate  *date)
{
  g_clear_pointer (to, dateline_date_unref);
  *to = dateline_date_ref (date);
}

/* When the events start that are the first and the last. */
static void
find_span (DatelineStory *story,
           DatelineDate **first,
           DatelineDate **last)
{
  g_auto(DatelineWalk) walk = DATELINE_WALK_INIT (story, DATELINE_ITEM_EVENT);
  DatelineEvent *event;

  while ((event = dateline_walk_next (&walk)) != NULL)
    {
      DatelineDate *date = dateline_event_get_date (event);

      if (date == NULL)
        continue;
      if (*first == NULL || dateline_date_compare (date, *first) < 0)
        take_date (first, date);
      if (*last == NULL || dateline_date_compare (date, *last) > 0)
        take_date (last, date);
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

/* Badge, and headline with publisher and date. */
static void
print_articles (DatelineCli *cli)
{
  guint widths[2] = { 0 };

  for (guint pass = 0; pass < 2; pass++)
    {
      g_auto(DatelineWalk) walk = DATELINE_WALK_INIT (cli->story, DATELINE_ITEM_ARTICLE);
      DatelineArticle *article;

      while (dateline_cli_output_is_open (cli->output) && (article = dateline_walk_next (&walk)) != NULL)
        {
          g_autofree char *date = dateline_cli_words_dup_date (dateline_article_get_published (article));
          g_autofree char *text = NULL;
          const char *row[2] = { dateline_article_get_badge (article) };

          /* Translators: the headline of an article, its publisher and its date */
          text = g_strdup_printf (_("%s (%s, %s)"), dateline_article_get_headline (article),
                                  dateline_cli_words_get_publisher (article), date);
          row[1] = text;
          if (pass == 0)
            dateline_cli_output_measure_row (row, G_N_ELEMENTS (row), widths);
          else
            dateline_cli_output_row (cli->output, row, G_N_ELEMENTS (row), widths);
        }
    }
}

static void
print_text (DatelineCli  *cli,
            DatelineDate *first,
            DatelineDate *last)
{
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

  if (g_list_model_get_n_items (dateline_story_get_articles (cli->story)) > 0)
    dateline_cli_output_text (cli->output, DATELINE_CLI_PLAIN, 0, "");
  print_articles (cli);
}

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        arguments)
{
  g_autoptr(DatelineDate) first = NULL;
  g_autoptr(DatelineDate) last = NULL;

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
  "info", "", N_("Say what the story is and what is in it"),
  NULL,
  options, 0, 0, FALSE, run
};
