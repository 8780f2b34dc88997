/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "show": one item, with every sentence that tells of it. */
#include "config.h"

#include <glib/gi18n.h>

#include "dateline-cli-json.h"
#include "dateline-cli-words.h"
#include "dateline-cli.h"
#include "dateline-quantity.h"

static gboolean as_json;

static const GOptionEntry options[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON for other programs"), NULL },
  G_OPTION_ENTRY_NULL
};

static void
print_gap (DatelineCli *cli)
{
  dateline_cli_output_text (cli->output, DATELINE_CLI_PLAIN, 0, "");
}

static void
print_date (DatelineCli  *cli,
            const char   *name,
            DatelineDate *date)
{
  g_autofree char *text = date != NULL ? dateline_date_format (date) : NULL;

  dateline_cli_output_field (cli->output, name, text);
}

static void
print_strings (DatelineCli       *cli,
               const char        *name,
               const char *const *values)
{
  g_autofree char *text = values != NULL ? g_strjoinv (C_("list", ", "), (char **) values) : NULL;

  dateline_cli_output_field (cli->output, name, text);
}

static void
print_item (DatelineCli *cli,
            const char  *name,
            gpointer     item)
{
  g_autofree char *text = NULL;

  if (item == NULL)
    return;

  /* Translators: what an item is called, and its id */
  text = g_strdup_printf (_("%s (%s)"), dateline_item_get_label (item), dateline_item_get_id (item));
  dateline_cli_output_field (cli->output, name, text);
}

static void
print_items (DatelineCli *cli,
             const char  *name,
             GListModel  *items)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);

      print_item (cli, name, item);
    }
}

/* The evidence: the sentence of each passage, with the badge of its article. */
static void
print_sentences (DatelineCli  *cli,
                 DatelineItem *item)
{
  GListModel *passages = dateline_item_get_passages (item);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr(DatelinePassage) last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);
      g_autoptr(DatelinePassage) sentence = dateline_passage_dup_sentence (passage);
      GStrv row;

      /* A sentence that names a person twice is read once. */
      if (last != NULL && dateline_passage_compare (last, sentence) == 0)
        continue;
      g_set_object (&last, sentence);

      row = g_new0 (char *, 4);
      row[0] = g_strdup (dateline_article_get_badge (dateline_passage_get_article (passage)));
      row[1] = g_strdup_printf ("%u–%u", dateline_passage_get_start (sentence), dateline_passage_get_end (sentence));
      row[2] = g_strdelimit (g_strdup (dateline_passage_get_exact (sentence)), "\n", ' ');
      g_ptr_array_add (rows, row);
    }

  if (rows->len > 0)
    print_gap (cli);
  dateline_cli_output_table (cli->output, rows, 3);
}

static void
print_article (DatelineCli     *cli,
               DatelineArticle *article)
{
  const DatelineBlock *blocks;
  guint n;

  dateline_cli_output_field (cli->output, _("Badge"), dateline_article_get_badge (article));
  dateline_cli_output_field (cli->output, _("Publisher"), dateline_cli_words_get_publisher (article));
  print_strings (cli, _("Byline"), dateline_article_get_byline (article));
  print_date (cli, _("Published"), dateline_article_get_published (article));
  print_date (cli, _("Accessed"), dateline_article_get_accessed (article));
  dateline_cli_output_field (cli->output, _("Address"), dateline_article_get_url (article));
  if (dateline_article_get_retelling (article))
    {
      print_gap (cli);
      dateline_cli_output_text (cli->output, DATELINE_CLI_DIM, 0,
                                _("This text retells the article; only the quotations are its own words."));
    }

  blocks = dateline_article_get_blocks (article, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *from = dateline_article_get_pointer (article, blocks[i].start);
      const char *to = dateline_article_get_pointer (article, blocks[i].end);
      g_autofree char *text = g_strndup (from, to - from);
      gboolean is_set_off = blocks[i].kind == DATELINE_BLOCK_BLOCKQUOTE || blocks[i].kind == DATELINE_BLOCK_POST;

      print_gap (cli);
      dateline_cli_output_text (cli->output,
                                blocks[i].kind == DATELINE_BLOCK_HEADING ? DATELINE_CLI_BOLD : DATELINE_CLI_PLAIN,
                                is_set_off ? 4 : 0, text);
    }
}

static void
print_person (DatelineCli    *cli,
              DatelinePerson *person)
{
  dateline_cli_output_field (cli->output, _("Kind"), dateline_cli_words_get_person_kind (person));
  dateline_cli_output_field (cli->output, _("Role"), dateline_person_get_role (person));
  print_strings (cli, _("Also called"), dateline_person_get_aliases (person));
  dateline_cli_output_field (cli->output, _("Description"), dateline_person_get_description (person));
}

static void
print_event (DatelineCli   *cli,
             DatelineEvent *event)
{
  print_date (cli, _("Date"), dateline_event_get_date (event));
  dateline_cli_output_field (cli->output, _("Place"), dateline_event_get_place (event));
  dateline_cli_output_field (cli->output, _("Description"), dateline_event_get_description (event));
  print_item (cli, _("Part of"), dateline_event_get_part_of (event));
  print_items (cli, _("Person"), dateline_event_get_participants (event));
}

static void
print_quote (DatelineCli   *cli,
             DatelineQuote *quote)
{
  print_item (cli, _("Speaker"), dateline_quote_get_speaker (quote));
  print_item (cli, _("Addressee"), dateline_quote_get_addressee (quote));
  dateline_cli_output_field (cli->output, _("Form"),
                             dateline_quote_get_direct (quote) ? C_("quote", "direct") : C_("quote", "indirect"));
  print_item (cli, _("Said at"), dateline_quote_get_event (quote));
  print_item (cli, _("Translates"), dateline_quote_get_original (quote));
}

static void
print_reaction (DatelineCli      *cli,
                DatelineReaction *reaction)
{
  const char *handle = dateline_reaction_get_handle (reaction);
  g_autofree char *at = *handle != '\0' ? g_strconcat ("@", handle, NULL) : NULL;

  print_item (cli, _("Author"), dateline_reaction_get_author (reaction));
  dateline_cli_output_field (cli->output, _("Handle"), at);
  dateline_cli_output_field (cli->output, _("Platform"), dateline_reaction_get_platform (reaction));
  print_date (cli, _("Date"), dateline_reaction_get_date (reaction));
  print_strings (cli, _("Hashtags"), dateline_reaction_get_hashtags (reaction));
  print_strings (cli, _("Themes"), dateline_reaction_get_themes (reaction));
  print_item (cli, _("Answers"), dateline_reaction_get_answers (reaction));
  dateline_cli_output_field (cli->output, _("Address"), dateline_reaction_get_url (reaction));
}

static void
print_account (DatelineCli     *cli,
               DatelineAccount *account)
{
  g_autofree char *value = dateline_quantity_format (dateline_account_get_quantity (account));

  dateline_cli_output_field (cli->output, _("Meaning"), value);
  dateline_cli_output_field (cli->output, _("Unit"), dateline_account_get_unit (account));
}

static void
print (DatelineCli  *cli,
       DatelineItem *item)
{
  dateline_cli_output_text (cli->output, DATELINE_CLI_BOLD, 0, dateline_item_get_label (item));
  dateline_cli_output_field (cli->output, _("Id"), dateline_item_get_id (item));
  dateline_cli_output_field (cli->output, _("Note"), dateline_item_get_note (item));

  switch (dateline_item_get_kind (item))
    {
    case DATELINE_ITEM_ARTICLE:
      print_article (cli, DATELINE_ARTICLE (item));
      break;
    case DATELINE_ITEM_PERSON:
      print_person (cli, DATELINE_PERSON (item));
      break;
    case DATELINE_ITEM_EVENT:
      print_event (cli, DATELINE_EVENT (item));
      break;
    case DATELINE_ITEM_QUOTE:
      print_quote (cli, DATELINE_QUOTE (item));
      break;
    case DATELINE_ITEM_REACTION:
      print_reaction (cli, DATELINE_REACTION (item));
      break;
    case DATELINE_ITEM_CLAIM:
      print_items (cli, _("About"), dateline_claim_get_about (DATELINE_CLAIM (item)));
      print_gap (cli);
      dateline_cli_compare_print (cli, DATELINE_CLAIM (item));
      break;
    case DATELINE_ITEM_ACCOUNT:
    default:
      print_account (cli, DATELINE_ACCOUNT (item));
      break;
    }

  print_sentences (cli, item);
}

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        arguments)
{
  DatelineItem *item;

  if (!dateline_cli_open (cli))
    return DATELINE_CLI_FAILED;

  item = dateline_story_lookup (cli->story, arguments[0]);
  if (item == NULL)
    {
      g_autofree char *message = g_strdup_printf (_("There is no item “%s” in this story"), arguments[0]);

      return dateline_cli_fail (cli, message);
    }

  if (as_json)
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      dateline_cli_json_add_item (builder, item, cli->story);
      dateline_cli_json_print (cli->output, builder);
    }
  else
    {
      print (cli, item);
    }

  return DATELINE_CLI_OK;
}

const DatelineCliCommand dateline_cli_show_command = {
  "show", "ID", N_("Show one item, with every sentence that tells of it"),
  NULL,
  options, 1, 1, FALSE, run
};
