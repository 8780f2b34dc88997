/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "export": quotes or reactions, with citations, in one of nine formats. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-cli.h"
#include "dateline-clipping.h"
#include "dateline-exporter.h"
#include "dateline-text.h"

static char *format_id;
static char *kind_name;
static char *speaker_name;
static char *article_id;
static char *style_name;
static char *output_path;
static gboolean may_replace;

static const GOptionEntry options[] = {
  { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format_id,
    N_("text, markdown, html, csv, json, annotations, csl-json, bibtex or ris"), N_("FORMAT") },
  { "kind", 'k', 0, G_OPTION_ARG_FILENAME, &kind_name, N_("quotes (if not given) or reactions"), N_("KIND") },
  { "speaker", 0, 0, G_OPTION_ARG_FILENAME, &speaker_name, N_("Only the words of this person"), N_("NAME") },
  { "article", 0, 0, G_OPTION_ARG_FILENAME, &article_id, N_("Only what stands in this article"), N_("ID") },
  { "style", 0, 0, G_OPTION_ARG_FILENAME, &style_name, N_("apa (if not given), mla or chicago"), N_("STYLE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path, N_("Write to this file, which must not exist yet"), N_("FILE") },
  { "force", 0, 0, G_OPTION_ARG_NONE, &may_replace, N_("Replace the file if it exists"), NULL },
  G_OPTION_ENTRY_NULL
};

typedef struct
{
  const DatelineExportFormat *format;
  DatelineCitationStyle       style;
  DatelineItemKind            kind;
  DatelineArticle            *article; /* nullable */
  GHashTable                 *people;  /* nullable: DatelinePerson */
} Choice;

static DatelineCliStatus
fail_with_argument (DatelineCli *cli,
                    const char  *format,
                    const char  *argument)
{
  g_auto(GStrv) pieces = g_strsplit (format, "%s", 2);
  g_autofree char *shown = g_filename_display_name (argument);
  g_autofree char *message = g_strjoinv (shown, pieces);

  return dateline_cli_fail (cli, message);
}

/* What can be told without the story. */
static gboolean
parse_choice (DatelineCli *cli,
              Choice      *choice)
{
  const char *wanted_style = style_name != NULL ? style_name : "apa";
  g_autoptr(GEnumClass) styles = g_type_class_ref (DATELINE_TYPE_CITATION_STYLE);
  GEnumValue *style = g_enum_get_value_by_nick (styles, wanted_style);

  if (format_id == NULL)
    {
      dateline_cli_usage (cli, _("Say which format with “--format”"));
      return FALSE;
    }
  choice->format = dateline_exporter_find_format (format_id);
  if (choice->format == NULL)
    {
      dateline_cli_usage (cli, _("The format is none of text, markdown, html, csv, json, annotations, csl-json, bibtex and ris"));
      return FALSE;
    }
  if (style == NULL)
    {
      dateline_cli_usage (cli, _("The style is none of apa, mla and chicago"));
      return FALSE;
    }
  choice->style = style->value;
  if (kind_name == NULL || g_str_equal (kind_name, "quotes"))
    {
      choice->kind = DATELINE_ITEM_QUOTE;
    }
  else if (g_str_equal (kind_name, "reactions"))
    {
      choice->kind = DATELINE_ITEM_REACTION;
    }
  else
    {
      dateline_cli_usage (cli, _("The kind is neither quotes nor reactions"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_called (DatelinePerson *person,
           const char     *name,
           gboolean        exactly)
{
  const char *const *aliases = dateline_person_get_aliases (person);
  g_autofree char *wanted = dateline_text_fold (name);
  g_autofree char *full = dateline_text_fold (dateline_person_get_name (person));

  if (!exactly)
    return dateline_text_matches (full, name);

  if (g_str_equal (full, wanted) || g_str_equal (dateline_item_get_id (DATELINE_ITEM (person)), name))
    return TRUE;
  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    {
      g_autofree char *alias = dateline_text_fold (aliases[i]);

      if (g_str_equal (alias, wanted))
        return TRUE;
    }

  return FALSE;
}

/* Those who are called so by name, alias or id; if nobody is, those whose name holds all of the words. */
static GHashTable *
find_people (DatelineStory *story,
             const char    *name)
{
  GListModel *people = dateline_story_get_people (story);
  GHashTable *found = g_hash_table_new (NULL, NULL);

  for (int exactly = TRUE; exactly >= FALSE && g_hash_table_size (found) == 0; exactly--)
    for (guint i = 0; i < g_list_model_get_n_items (people); i++)
      {
        g_autoptr(DatelinePerson) person = g_list_model_get_item (people, i);

        if (is_called (person, name, exactly))
          g_hash_table_add (found, person);
      }

  return found;
}

/* Where to cite an item: in the chosen article, and rather where its words stand than where they are paraphrased. */
static DatelinePassage *
find_passage (DatelineItem    *item,
              DatelineArticle *article)
{
  GListModel *passages = dateline_item_get_passages (item);
  g_autoptr(DatelinePassage) best = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);

      if (article != NULL && dateline_passage_get_article (passage) != article)
        continue;
      if (g_str_equal (dateline_passage_get_exact (passage), dateline_item_get_label (item)))
        return g_steal_pointer (&passage);
      if (best == NULL)
        best = g_steal_pointer (&passage);
    }

  return g_steal_pointer (&best);
}

static GListModel *
select_clippings (DatelineStory *story,
                  Choice        *choice)
{
  GListStore *clippings = g_list_store_new (DATELINE_TYPE_CLIPPING);
  GListModel *items = dateline_story_get_items (story, choice->kind);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);
      g_autoptr(DatelinePassage) passage = find_passage (item, choice->article);
      g_autoptr(DatelineClipping) clipping = NULL;

      if (passage == NULL)
        continue;
      clipping = dateline_clipping_new (item, passage);
      if (choice->people == NULL || g_hash_table_contains (choice->people, dateline_clipping_get_speaker (clipping)))
        g_list_store_append (clippings, clipping);
    }

  return G_LIST_MODEL (clippings);
}

static DatelineCliStatus
export (DatelineCli *cli,
        Choice      *choice)
{
  g_autoptr(GListModel) clippings = select_clippings (cli->story, choice);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  if (g_list_model_get_n_items (clippings) == 0)
    return dateline_cli_fail (cli, _("Nothing in this story fits, so there is nothing to export"));

  bytes = dateline_exporter_export (choice->format, cli->story, clippings, choice->style, &error);
  if (bytes == NULL)
    return dateline_cli_fail (cli, error->message);

  if (output_path == NULL)
    {
      dateline_cli_output_raw (cli->output, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  else
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (output_path);

      if (!dateline_exporter_save (file, bytes, may_replace, NULL, &error))
        return dateline_cli_fail (cli, error->message);
    }

  return DATELINE_CLI_OK;
}

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        arguments)
{
  g_autoptr(GHashTable) people = NULL;
  Choice choice = { 0 };

  if (!parse_choice (cli, &choice))
    return DATELINE_CLI_USAGE;
  if (!dateline_cli_open (cli))
    return DATELINE_CLI_FAILED;

  if (article_id != NULL)
    {
      DatelineItem *item = dateline_story_lookup (cli->story, article_id);

      if (!DATELINE_IS_ARTICLE (item))
        return fail_with_argument (cli, _("There is no article “%s” in this story"), article_id);
      choice.article = DATELINE_ARTICLE (item);
    }
  if (speaker_name != NULL)
    {
      g_autofree char *name = dateline_cli_to_utf8 (speaker_name);

      if (name != NULL)
        people = find_people (cli->story, name);
      if (people == NULL || g_hash_table_size (people) == 0)
        return fail_with_argument (cli, _("Nobody in this story is called “%s”"), speaker_name);
      choice.people = people;
    }

  return export (cli, &choice);
}

const DatelineCliCommand dateline_cli_export_command = {
  "export", "--format=FORMAT", N_("Export quotes or reactions, with citations"),
  N_("Without “--output” the export goes to standard output."),
  options, 0, 0, FALSE, run
};
