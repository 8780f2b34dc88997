/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "search": whatever holds all of the words. */
#include "config.h"

#include <glib/gi18n.h>

#include "dateline-cli-json.h"
#include "dateline-cli-words.h"
#include "dateline-cli.h"
#include "dateline-search.h"
#include "dateline-walk.h"

/* Results of each kind, and how many are in memory at once. */
#define LIMIT 200
#define PAGE  200

#define N_COLUMNS 3

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

typedef struct
{
  DatelineCli          *cli;
  DatelineSearchFilter  filter;
  guint                 n_found;
  gboolean              is_measuring;
  guint                 widths[N_COLUMNS];
  JsonBuilder          *builder;
  DatelineJsonStream   *stream;
} Finding;

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
add_hit (JsonBuilder       *builder,
         DatelineSearchHit *hit)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (DATELINE_TYPE_ITEM_KIND);
  g_autoptr(DatelinePassage) passage = dateline_search_hit_dup_passage (hit);
  DatelineItem *item = dateline_search_hit_get_item (hit);

  json_builder_begin_object (builder);
  dateline_cli_json_add_string (builder, "kind", g_enum_get_value (klass, dateline_item_get_kind (item))->value_nick);
  dateline_cli_json_add_string (builder, "id", dateline_item_get_id (item));
  dateline_cli_json_add_string (builder, "text", get_text (hit, passage));
  dateline_cli_json_add_passage (builder, passage);
  json_builder_end_object (builder);
}

static GStrv
dup_row (DatelineSearchHit *hit)
{
  g_autoptr(DatelinePassage) passage = dateline_search_hit_dup_passage (hit);
  DatelineItem *item = dateline_search_hit_get_item (hit);
  GStrv row = g_new0 (char *, N_COLUMNS + 1);

  row[0] = g_strdup (dateline_item_get_id (item));
  row[1] = dateline_cli_words_dup_badges (item);
  row[2] = g_strdelimit (g_strdup (get_text (hit, passage)), "\n", ' ');

  return row;
}

/* The item with an id, or a name as it is in the story. */
static char *
find_id (DatelineCli      *cli,
         DatelineItemKind  item_kind,
         const char       *wanted)
{
  g_auto(DatelineWalk) walk = DATELINE_WALK_INIT (cli->story, item_kind);
  DatelineItem *item = dateline_story_lookup (cli->story, wanted);

  if (item == NULL || dateline_item_get_kind (item) != item_kind)
    while ((item = dateline_walk_next (&walk)) != NULL && !g_str_equal (dateline_item_get_label (item), wanted))
      ;

  return item != NULL ? g_strdup (dateline_item_get_id (item)) : NULL;
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

static void
take_hit (Finding           *self,
          DatelineSearchHit *hit)
{
  g_auto(GStrv) row = NULL;

  /* An index that somebody else made may say anything. */
  if (dateline_search_hit_get_item (hit) == NULL)
    return;

  self->n_found++;
  if (as_json)
    {
      add_hit (self->builder, hit);
      dateline_json_stream_add_built (self->stream, self->builder);
      return;
    }

  row = dup_row (hit);
  if (self->is_measuring)
    dateline_cli_output_measure_row ((const char *const *) row, N_COLUMNS, self->widths);
  else
    dateline_cli_output_row (self->cli->output, (const char *const *) row, N_COLUMNS, self->widths);
}

/* Goes through the results of a group, or of all if they are few, page by page. */
static gboolean
find_in_group (Finding         *self,
               DatelineSearch  *search,
               int              group,
               GError         **error)
{
  GListModel *hits = dateline_search_get_hits (search);
  guint left = group != DATELINE_SEARCH_ALL_GROUPS ? (guint) limit : G_MAXUINT;

  dateline_search_set_group (search, group);
  if (!dateline_search_finish (search, error))
    return FALSE;

  while (left > 0 && g_list_model_get_n_items (hits) > 0 && dateline_cli_output_is_open (self->cli->output))
    {
      guint n = MIN (left, g_list_model_get_n_items (hits));

      for (guint i = 0; i < n; i++)
        {
          g_autoptr(DatelineSearchHit) hit = g_list_model_get_item (hits, i);

          take_hit (self, hit);
        }
      left -= n;
      if (dateline_story_get_fleeting (self->cli->story))
        dateline_story_forget (self->cli->story, PAGE);
      if (left > 0 && !dateline_search_turn (search, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_all (Finding     *self,
          const char  *words,
          int          group,
          GError     **error)
{
  g_autoptr(DatelineSearch) search = dateline_search_new (self->cli->story, self->cli->file);
  gboolean is_done = TRUE;

  dateline_search_set_limits (search, MIN (limit, PAGE), MIN (limit, PAGE));
  dateline_search_set_filter (search, &self->filter);
  dateline_search_set_words (search, words);
  if (group != DATELINE_SEARCH_ALL_GROUPS || limit <= PAGE)
    return find_in_group (self, search, group, error);

  for (int i = 0; i < DATELINE_N_SEARCH_GROUPS && is_done; i++)
    is_done = find_in_group (self, search, i, error);

  return is_done;
}

static gboolean
print_json (Finding     *self,
            const char  *words,
            int          group,
            GError     **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(DatelineJsonStream) stream = dateline_cli_json_new_stream (self->cli->output);

  self->builder = builder;
  self->stream = stream;
  dateline_json_stream_begin_array (stream, NULL);
  if (!find_all (self, words, group, error))
    return FALSE;
  dateline_json_stream_end_array (stream);
  dateline_json_stream_finish (stream, NULL);

  return TRUE;
}

/* All is found twice: first to see how wide the columns are. */
static gboolean
print_text (Finding     *self,
            const char  *words,
            int          group,
            GError     **error)
{
  self->is_measuring = TRUE;
  if (!find_all (self, words, group, error))
    return FALSE;
  self->is_measuring = FALSE;
  if (!find_all (self, words, group, error))
    return FALSE;
  if (self->n_found == 0)
    dateline_cli_output_text (self->cli->output, DATELINE_CLI_PLAIN, 0, _("Nothing in this story holds all of these words."));

  return TRUE;
}

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        arguments)
{
  g_autofree char *words = g_strjoinv (" ", arguments);
  g_autofree char *article_id = NULL;
  g_autofree char *person_id = NULL;
  g_autoptr(DatelineSearchQuery) query = dateline_search_query_new (words);
  g_autoptr(GError) error = NULL;
  Finding finding = { .cli = cli };
  const char *problem;
  gboolean is_done;
  int group;

  if (dateline_search_query_is_empty (query) && query->unwanted->len == 0)
    return dateline_cli_usage (cli, _("There are no words to search for"));
  problem = read_options (&group, &finding.filter);
  if (problem != NULL)
    return dateline_cli_usage (cli, problem);
  if (!dateline_cli_open (cli))
    return DATELINE_CLI_FAILED;

  if (article != NULL)
    {
      article_id = finding.filter.article = find_id (cli, DATELINE_ITEM_ARTICLE, article);
      if (article_id == NULL)
        return dateline_cli_fail (cli, _("There is no such article"));
    }
  if (person != NULL)
    {
      person_id = finding.filter.person = find_id (cli, DATELINE_ITEM_PERSON, person);
      if (person_id == NULL)
        return dateline_cli_fail (cli, _("There is no such person"));
    }

  if (cli->file != NULL)
    dateline_story_file_check_index (cli->file);
  is_done = as_json ? print_json (&finding, words, group, &error) : print_text (&finding, words, group, &error);

  return is_done ? DATELINE_CLI_OK : dateline_cli_fail (cli, error->message);
}

const DatelineCliCommand dateline_cli_search_command = {
  "search", "WORD…", N_("Find what holds all of the words"),
  N_("Words are found by their beginning, in any spelling of a name. “\"like this\"” finds words that stand together, “-word” "
     "leaves out what holds a word."),
  options, 1, G_MAXUINT, FALSE, run
};
