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
static char *kind;
static char *article;
static char *person;
static char *from;
static char *to;
static int limit = LIMIT;

static const GOptionEntry options[] = {
  { "kind", 'k', 0, G_OPTION_ARG_STRING, &kind, N_("Only people, events, quotes, reactions, claims or articles"), N_("KIND") },
  { "article", 'a', 0, G_OPTION_ARG_STRING, &article, N_("Only what stands in this article"), N_("ID") },
  { "person", 'p', 0, G_OPTION_ARG_STRING, &person, N_("Only what is by or about this person"), N_("ID") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_("Only what happened or was published then or later"), N_("DATE") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_("Only what happened or was published then or earlier"), N_("DATE") },
  { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_("At most so many of each kind (200)"), N_("N") },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON for other programs"), NULL },
  G_OPTION_ENTRY_NULL
};

static const char *const groups[DATELINE_N_SEARCH_GROUPS] = {
  [DATELINE_SEARCH_PEOPLE] = "people",
  [DATELINE_SEARCH_EVENTS] = "events",
  [DATELINE_SEARCH_QUOTES] = "quotes",
  [DATELINE_SEARCH_REACTIONS] = "reactions",
  [DATELINE_SEARCH_CLAIMS] = "claims",
  [DATELINE_SEARCH_ARTICLES] = "articles"
};

/* A sentence of an article is shown itself, anything else by what it is called. */
static const char *
get_text (DatelineSearchHit *hit,
          DatelinePassage   *passage)
{
  return dateline_search_hit_get_is_passage (hit) && passage != NULL
           ? dateline_passage_get_exact (passage)
           : dateline_item_get_label (dateline_search_hit_get_item (hit));
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
      g_autoptr(DatelinePassage) passage = dateline_search_hit_dup_passage (hit);
      DatelineItem *item = dateline_search_hit_get_item (hit);

      /* An index that somebody else made may say anything. */
      if (item == NULL)
        continue;
      json_builder_begin_object (builder);
      dateline_cli_json_add_string (builder, "kind",
                                    g_enum_get_value (klass, dateline_item_get_kind (item))->value_nick);
      dateline_cli_json_add_string (builder, "id", dateline_item_get_id (item));
      dateline_cli_json_add_string (builder, "text", get_text (hit, passage));
      dateline_cli_json_add_passage (builder, passage);
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
      g_autoptr(DatelinePassage) passage = dateline_search_hit_dup_passage (hit);
      DatelineItem *item = dateline_search_hit_get_item (hit);
      GStrv row = NULL;

      if (item == NULL)
        continue;
      row = g_new0 (char *, 4);

      row[0] = g_strdup (dateline_item_get_id (item));
      row[1] = dateline_cli_words_dup_badges (item);
      row[2] = g_strdelimit (g_strdup (get_text (hit, passage)), "\n", ' ');
      g_ptr_array_add (rows, row);
    }

  dateline_cli_output_table (cli->output, rows, 3);
  if (rows->len == 0)
    dateline_cli_output_text (cli->output, DATELINE_CLI_PLAIN, 0, _("Nothing in this story holds all of these words."));
}

/* An id, or a name as it is in the story. */
static DatelineItem *
find_item (DatelineCli      *cli,
           DatelineItemKind  item_kind,
           const char       *wanted)
{
  DatelineItem *item = dateline_story_lookup (cli->story, wanted);
  GListModel *items = dateline_story_get_items (cli->story, item_kind);

  if (item != NULL && dateline_item_get_kind (item) == item_kind)
    return item;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DatelineItem) candidate = g_list_model_get_item (items, i);

      if (g_str_equal (dateline_item_get_label (candidate), wanted))
        return candidate;
    }

  return NULL;
}

/* Checks what can be checked before a story is open. */
static const char *
read_options (int                  *group,
              DatelineSearchFilter *filter)
{
  g_autoptr(DatelineDate) first = from != NULL ? dateline_date_new (from, NULL) : NULL;
  g_autoptr(DatelineDate) last = to != NULL ? dateline_date_new (to, NULL) : NULL;

  *group = DATELINE_SEARCH_ALL_GROUPS;
  for (int i = 0; i < DATELINE_N_SEARCH_GROUPS; i++)
    if (g_strcmp0 (kind, groups[i]) == 0)
      *group = i;

  filter->article = filter->person = NULL;
  filter->from = first != NULL ? dateline_date_get_lower (first) : DATELINE_DATE_OPEN_START;
  filter->to = last != NULL ? dateline_date_get_upper (last) : DATELINE_DATE_OPEN_END;

  if (kind != NULL && *group == DATELINE_SEARCH_ALL_GROUPS)
    return _("There is no such kind; there are people, events, quotes, reactions, claims and articles");
  if ((from != NULL && first == NULL) || (to != NULL && last == NULL))
    return _("A date is written like 2021, 2021-02 or 2021-02-03");
  if (limit < 1)
    return _("A limit is a number from 1 on");

  return NULL;
}

static DatelineCliStatus
find (DatelineCli          *cli,
      const char           *words,
      int                   group,
      DatelineSearchFilter *filter)
{
  g_autoptr(DatelineSearch) search = dateline_search_new (cli->story, cli->file);
  g_autoptr(GError) error = NULL;

  dateline_search_set_limits (search, (guint) limit, (guint) limit);
  dateline_search_set_group (search, group);
  dateline_search_set_filter (search, filter);
  dateline_search_set_words (search, words);
  if (!dateline_search_finish (search, &error))
    return dateline_cli_fail (cli, error->message);

  if (as_json)
    print_json (cli, dateline_search_get_hits (search));
  else
    print_text (cli, dateline_search_get_hits (search));

  return DATELINE_CLI_OK;
}

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        arguments)
{
  g_autofree char *words = g_strjoinv (" ", arguments);
  g_autoptr(DatelineSearchQuery) query = dateline_search_query_new (words);
  DatelineSearchFilter filter;
  DatelineItem *item;
  const char *problem;
  int group;

  if (dateline_search_query_is_empty (query) && query->unwanted->len == 0)
    return dateline_cli_usage (cli, _("There are no words to search for"));
  problem = read_options (&group, &filter);
  if (problem != NULL)
    return dateline_cli_usage (cli, problem);
  if (!dateline_cli_open (cli))
    return DATELINE_CLI_FAILED;

  if (article != NULL)
    {
      item = find_item (cli, DATELINE_ITEM_ARTICLE, article);
      if (item == NULL)
        return dateline_cli_fail (cli, _("There is no such article"));
      filter.article = (char *) dateline_item_get_id (item);
    }
  if (person != NULL)
    {
      item = find_item (cli, DATELINE_ITEM_PERSON, person);
      if (item == NULL)
        return dateline_cli_fail (cli, _("There is no such person"));
      filter.person = (char *) dateline_item_get_id (item);
    }

  return find (cli, words, group, &filter);
}

const DatelineCliCommand dateline_cli_search_command = {
  "search", "WORD…", N_("Find what holds all of the words"), options, 1, G_MAXUINT, run
};
