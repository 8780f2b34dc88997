/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a query on the search index of a story: how many there are of each group, and one page of them after the other.
 *
 * Few matches of a group are ranked. Many come in the order of the story, those with the words in their title first, so
 * that a page costs no more than reading it: each group is a range of row numbers, and SQLite goes to its start. */
#include "config.h"

#include "dateline-search-finder.h"

#include <string.h>

#include "dateline-search-rows.h"
#include "dateline-search-sql.h"
#include "dateline-story-error.h"
#include "dateline-tokenizer.h"

#define MAX_RANKED  100
#define COUNT_TIME  20000 /* microseconds */
#define MAX_TITLE   200   /* characters of a title that are shown */
#define MAX_TEXT    240

typedef struct
{
  GArray  *numbers; /* of gint64, in the order of results, as far as they are known */
  GArray  *counted; /* those that were counted, in the order of the story */
  guint    count;
  gboolean has_more; /* than were counted */
  gboolean is_complete;
  gboolean is_past_titles;
  gint64   last; /* number that was read */
} Group;

struct _DatelineSearchFinder
{
  DatelineStatements  *statements;
  DatelineSearchQuery *query;
  DatelineSearchFilter filter;
  char                *expression;
  char                *title_expression;
  char                *rest_expression;
  Group                groups[DATELINE_N_SEARCH_GROUPS];
};

static const struct
{
  DatelineSearchRowKind first;
  DatelineSearchRowKind last;
} ranges[DATELINE_N_SEARCH_GROUPS] = {
  [DATELINE_SEARCH_PEOPLE] = { DATELINE_SEARCH_ROW_PERSON, DATELINE_SEARCH_ROW_PERSON },
  [DATELINE_SEARCH_EVENTS] = { DATELINE_SEARCH_ROW_EVENT, DATELINE_SEARCH_ROW_EVENT },
  [DATELINE_SEARCH_QUOTES] = { DATELINE_SEARCH_ROW_QUOTE, DATELINE_SEARCH_ROW_QUOTE },
  [DATELINE_SEARCH_REACTIONS] = { DATELINE_SEARCH_ROW_REACTION, DATELINE_SEARCH_ROW_REACTION },
  [DATELINE_SEARCH_CLAIMS] = { DATELINE_SEARCH_ROW_CLAIM, DATELINE_SEARCH_ROW_ACCOUNT },
  [DATELINE_SEARCH_ARTICLES] = { DATELINE_SEARCH_ROW_ARTICLE, DATELINE_SEARCH_ROW_BLOCK }
};

static sqlite3 *
get_db (DatelineSearchFinder *self)
{
  return dateline_statements_get_db (self->statements);
}

static void
append_key (GString    *expression,
            const char *id)
{
  if (id == NULL)
    return;

  g_string_append (expression, " AND keys : \"" DATELINE_TOKENIZER_KEYS);
  for (const char *p = id; *p != '\0'; p++)
    g_string_append_printf (expression, *p == '"' ? "\"\"" : "%c", *p);
  g_string_append_c (expression, '"');
}

/* Takes @expression. */
static char *
narrow (DatelineSearchFinder *self,
        char                 *expression)
{
  g_autoptr(GString) narrowed = g_string_new (NULL);

  g_string_append_printf (narrowed, "(%s)", expression);
  append_key (narrowed, self->filter.article);
  append_key (narrowed, self->filter.person);
  g_free (expression);

  return g_string_free (g_steal_pointer (&narrowed), FALSE);
}

/* Appends up to @max numbers of rows after @after in the range of a group. */
static int
find_numbers (DatelineSearchFinder *self,
              DatelineSearchGroup   group,
              const char           *expression,
              gint64                after,
              guint                 max,
              GArray               *numbers)
{
  gboolean has_dates = self->filter.from != DATELINE_DATE_OPEN_START || self->filter.to != DATELINE_DATE_OPEN_END;
  sqlite3_stmt *statement;
  int code;

  statement = dateline_search_sql_get (self->statements,
                                       has_dates
                                         ? "SELECT w.rowid FROM search_words w JOIN search_row r ON r.number = w.rowid"
                                           " WHERE w.search_words MATCH ?1 AND w.rowid > ?2 AND w.rowid < ?3"
                                           " AND r.upper > ?5 AND r.lower < ?6 ORDER BY w.rowid LIMIT ?4"
                                         : "SELECT rowid FROM search_words"
                                           " WHERE search_words MATCH ?1 AND rowid > ?2 AND rowid < ?3"
                                           " ORDER BY rowid LIMIT ?4",
                                       &code);
  if (statement == NULL)
    return code;

  sqlite3_bind_text (statement, 1, expression, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, after);
  sqlite3_bind_int64 (statement, 3, DATELINE_SEARCH_ROW_NUMBER (ranges[group].last + 1));
  sqlite3_bind_int64 (statement, 4, max);
  if (has_dates)
    {
      sqlite3_bind_int64 (statement, 5, self->filter.from);
      sqlite3_bind_int64 (statement, 6, self->filter.to);
    }
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 number = sqlite3_column_int64 (statement, 0);

      g_array_append_val (numbers, number);
    }
  sqlite3_reset (statement);

  return code == SQLITE_DONE ? SQLITE_OK : code;
}

static sqlite3_stmt *
get_row (DatelineSearchFinder *self,
         gint64                number,
         int                  *code)
{
  sqlite3_stmt *statement =
    dateline_search_sql_get (self->statements,
                             "SELECT item, block, start, title, text FROM search_row WHERE number = ?1", code);

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, number);
  *code = sqlite3_step (statement);
  if (*code == SQLITE_ROW)
    {
      *code = SQLITE_OK;
      return statement;
    }
  sqlite3_reset (statement);
  *code = *code == SQLITE_DONE ? SQLITE_OK : *code;

  return NULL;
}

typedef struct
{
  gint64   number;
  gboolean in_title;
  double   rating;
} Ranked;

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *one = a;
  const Ranked *other = b;

  if (one->in_title != other->in_title)
    return other->in_title - one->in_title;
  if (one->rating != other->rating)
    return one->rating > other->rating ? -1 : 1;

  return (one->number > other->number) - (one->number < other->number);
}

static int
rank (DatelineSearchFinder *self,
      GArray               *numbers)
{
  g_autoptr(GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  int code = SQLITE_OK;

  for (guint i = 0; i < numbers->len && code == SQLITE_OK; i++)
    {
      Ranked row = { g_array_index (numbers, gint64, i), FALSE, 0 };
      sqlite3_stmt *statement = get_row (self, row.number, &code);

      if (statement != NULL)
        {
          g_autofree char *title = dateline_search_sql_dup (statement, 3);
          guint n_units;

          row.rating = dateline_search_excerpt_rate (self->query, title, &n_units);
          row.in_title = n_units == self->query->units->len;
          if (!row.in_title)
            {
              g_autofree char *text = dateline_search_sql_dup (statement, 4);

              row.rating = dateline_search_excerpt_rate (self->query, text, NULL);
            }
          else if (strchr (title, '\n') != NULL)
            {
              /* How many other names somebody has says nothing. */
              title[strcspn (title, "\n")] = '\0';
              row.rating = dateline_search_excerpt_rate (self->query, title, NULL);
            }
          sqlite3_reset (statement);
        }
      g_array_append_val (ranked, row);
    }

  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len && code == SQLITE_OK; i++)
    g_array_index (numbers, gint64, i) = g_array_index (ranked, Ranked, i).number;

  return code;
}

/* Counts the matches of a group up to @max, from where it stopped counting. */
static int
count (DatelineSearchFinder *self,
       DatelineSearchGroup   which,
       guint                 max)
{
  Group *group = &self->groups[which];
  gint64 after = DATELINE_SEARCH_ROW_NUMBER (ranges[which].first);
  int code;

  if (group->counted->len > 0)
    after = g_array_index (group->counted, gint64, group->counted->len - 1);
  code = find_numbers (self, which, self->expression, after, max + 1 - group->counted->len, group->counted);
  group->count = MIN (group->counted->len, max);
  group->has_more = group->counted->len > max;

  return code;
}

/* First a few of each group, which are put in order if these are all; then more of them, as long as there is time. */
static int
count_all (DatelineSearchFinder *self)
{
  gint64 until = g_get_monotonic_time () + COUNT_TIME;
  int code = SQLITE_OK;

  for (guint i = 0; i < DATELINE_N_SEARCH_GROUPS && code == SQLITE_OK; i++)
    {
      Group *group = &self->groups[i];

      group->last = DATELINE_SEARCH_ROW_NUMBER (ranges[i].first);
      code = count (self, i, MAX_RANKED);
      if (code == SQLITE_OK && !group->has_more)
        {
          group->is_complete = TRUE;
          g_array_append_vals (group->numbers, group->counted->data, group->counted->len);
          code = rank (self, group->numbers);
        }
    }
  for (guint i = 0; i < DATELINE_N_SEARCH_GROUPS && code == SQLITE_OK; i++)
    if (self->groups[i].has_more && g_get_monotonic_time () < until)
      code = count (self, i, DATELINE_SEARCH_MAX_COUNT);

  return code;
}

/* Makes sure that the order of the first @n matches of a group is known. */
static int
order (DatelineSearchFinder *self,
       DatelineSearchGroup   which,
       guint                 n)
{
  Group *group = &self->groups[which];
  int code = SQLITE_OK;

  while (code == SQLITE_OK && !group->is_complete && group->numbers->len < n)
    {
      guint before = group->numbers->len;
      guint wanted = n - before;

      code = find_numbers (self, which, group->is_past_titles ? self->rest_expression : self->title_expression, group->last,
                           wanted, group->numbers);
      if (group->numbers->len > before)
        group->last = g_array_index (group->numbers, gint64, group->numbers->len - 1);
      if (code == SQLITE_OK && group->numbers->len - before < wanted)
        {
          group->is_complete = group->is_past_titles;
          group->is_past_titles = TRUE;
          group->last = DATELINE_SEARCH_ROW_NUMBER (ranges[which].first);
        }
    }

  return code;
}

/**
 * dateline_search_finder_new: (skip)
 * @db: a connection to a story file whose index is ready; it has to outlive the finder
 * @words: what the reader typed
 * @filter: what results have to belong to
 * @error: return location for an error
 *
 * Runs a query and counts what it finds. If the story changes later on, pages that are read then may miss something.
 *
 * Returns: (transfer full) (nullable): a new finder
 */
DatelineSearchFinder *
dateline_search_finder_new (sqlite3                     *db,
                            const char                  *words,
                            const DatelineSearchFilter  *filter,
                            GError                     **error)
{
  g_autoptr(DatelineSearchFinder) self = NULL;
  int code;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  self = g_new0 (DatelineSearchFinder, 1);
  self->statements = dateline_statements_new (db);
  self->query = dateline_search_query_new (words);
  self->filter = *filter;
  self->filter.article = g_strdup (filter->article);
  self->filter.person = g_strdup (filter->person);
  for (guint i = 0; i < DATELINE_N_SEARCH_GROUPS; i++)
    {
      self->groups[i].numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
      self->groups[i].counted = g_array_new (FALSE, FALSE, sizeof (gint64));
    }
  if (dateline_search_query_is_empty (self->query))
    {
      for (guint i = 0; i < DATELINE_N_SEARCH_GROUPS; i++)
        self->groups[i].is_complete = TRUE;
      return g_steal_pointer (&self);
    }

  code = dateline_search_query_resolve (self->query, db);
  if (code == SQLITE_OK)
    {
      self->expression = narrow (self, dateline_search_query_dup_expression (self->query, db, "{title text}"));
      self->title_expression = narrow (self, dateline_search_query_dup_expression (self->query, db, "title"));
      self->rest_expression = g_strdup_printf ("(%s) NOT (%s)", self->expression, self->title_expression);
    }
  if (code == SQLITE_OK)
    code = count_all (self);
  if (code != SQLITE_OK)
    {
      dateline_story_error_set_sqlite (error, db, code);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * dateline_search_finder_free: (skip)
 * @self: (transfer full): a finder
 *
 * Frees a finder.
 */
void
dateline_search_finder_free (DatelineSearchFinder *self)
{
  g_return_if_fail (self != NULL);

  dateline_statements_free (self->statements);
  dateline_search_query_free (self->query);
  for (guint i = 0; i < DATELINE_N_SEARCH_GROUPS; i++)
    {
      g_array_unref (self->groups[i].numbers);
      g_array_unref (self->groups[i].counted);
    }
  g_free (self->filter.article);
  g_free (self->filter.person);
  g_free (self->expression);
  g_free (self->title_expression);
  g_free (self->rest_expression);
  g_free (self);
}

/**
 * dateline_search_finder_get_count: (skip)
 * @self: a finder
 * @group: a group of results
 * @has_more: (out) (optional): whether there are more than that
 *
 * How many matches a group has. From %DATELINE_SEARCH_MAX_COUNT on they are not counted, and from far fewer on if it takes
 * too long.
 *
 * Returns: the number
 */
guint
dateline_search_finder_get_count (DatelineSearchFinder *self,
                                  DatelineSearchGroup   group,
                                  gboolean             *has_more)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (group < DATELINE_N_SEARCH_GROUPS, 0);

  if (has_more != NULL)
    *has_more = self->groups[group].has_more;

  return self->groups[group].count;
}

static void
match_free (DatelineSearchMatch *match)
{
  g_free (match->id);
  g_clear_pointer (&match->title, dateline_search_excerpt_free);
  g_clear_pointer (&match->text, dateline_search_excerpt_free);
  g_free (match);
}

static DatelineItemKind
get_item_kind (DatelineSearchRowKind kind)
{
  switch (kind)
    {
    case DATELINE_SEARCH_ROW_PERSON:
      return DATELINE_ITEM_PERSON;
    case DATELINE_SEARCH_ROW_EVENT:
      return DATELINE_ITEM_EVENT;
    case DATELINE_SEARCH_ROW_QUOTE:
      return DATELINE_ITEM_QUOTE;
    case DATELINE_SEARCH_ROW_REACTION:
      return DATELINE_ITEM_REACTION;
    case DATELINE_SEARCH_ROW_CLAIM:
      return DATELINE_ITEM_CLAIM;
    case DATELINE_SEARCH_ROW_ACCOUNT:
      return DATELINE_ITEM_ACCOUNT;
    case DATELINE_SEARCH_ROW_ARTICLE:
    case DATELINE_SEARCH_ROW_BLOCK:
    default:
      return DATELINE_ITEM_ARTICLE;
    }
}

/* The line in which most of what is wanted stands, if it is not in the title. */
static DatelineSearchExcerpt *
choose_line (DatelineSearchFinder *self,
             const char           *title,
             const char           *text)
{
  g_autofree char *all = g_strconcat (title + strcspn (title, "\n"), "\n", text, NULL);
  g_auto(GStrv) lines = g_strsplit (all, "\n", -1);
  const char *best = NULL;
  guint most = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint n_units;

      g_array_unref (dateline_search_excerpt_find (self->query, lines[i], &n_units));
      if (n_units > most)
        {
          most = n_units;
          best = lines[i];
        }
    }

  return best != NULL ? dateline_search_excerpt_new (self->query, best, NULL, MAX_TEXT) : NULL;
}

/* Where a block names somebody who is searched for, if it does so with other words. */
static gboolean
find_mention (DatelineSearchFinder *self,
              const char           *article,
              gint64                start,
              const char           *text,
              DatelineSearchRange  *range)
{
  gint64 length = g_utf8_strlen (text, -1);

  for (guint i = 0; i < self->query->units->len; i++)
    {
      DatelineSearchUnit *unit = g_ptr_array_index (self->query->units, i);

      for (guint k = 0; k < unit->people->len; k++)
        {
          int code;
          sqlite3_stmt *statement =
            dateline_search_sql_get (self->statements,
                                     "SELECT start, \"end\" FROM passage WHERE article = ?1 AND start >= ?2 AND \"end\" <= ?3"
                                     " AND item = ?4 ORDER BY start LIMIT 1", &code);

          if (statement == NULL)
            return FALSE;
          sqlite3_bind_text (statement, 1, article, -1, SQLITE_STATIC);
          sqlite3_bind_int64 (statement, 2, start);
          sqlite3_bind_int64 (statement, 3, start + length);
          sqlite3_bind_text (statement, 4, g_ptr_array_index (unit->people, k), -1, SQLITE_STATIC);
          code = sqlite3_step (statement);
          if (code == SQLITE_ROW)
            {
              const char *from = g_utf8_offset_to_pointer (text, sqlite3_column_int64 (statement, 0) - start);
              const char *to = g_utf8_offset_to_pointer (text, sqlite3_column_int64 (statement, 1) - start);

              *range = (DatelineSearchRange){ (guint) (from - text), (guint) (to - text) };
            }
          sqlite3_reset (statement);
          if (code == SQLITE_ROW)
            return range->end >= range->start;
        }
    }

  return FALSE;
}

static DatelineSearchMatch *
make_match (DatelineSearchFinder *self,
            gint64                number,
            sqlite3_stmt         *statement)
{
  DatelineSearchMatch *match = g_new0 (DatelineSearchMatch, 1);
  g_autofree char *title = dateline_search_sql_dup (statement, 3);
  g_autofree char *text = dateline_search_sql_dup (statement, 4);
  gint64 start = sqlite3_column_int64 (statement, 2);

  match->kind = get_item_kind (DATELINE_SEARCH_ROW_KIND (number));
  match->id = dateline_search_sql_dup (statement, 0);
  match->is_block = DATELINE_SEARCH_ROW_KIND (number) == DATELINE_SEARCH_ROW_BLOCK;
  if (match->is_block)
    {
      DatelineSearchRange mention;
      gboolean has_mention = find_mention (self, match->id, start, text, &mention);

      match->text = dateline_search_excerpt_new (self->query, text, has_mention ? &mention : NULL, MAX_TEXT);
      match->start = (guint) start + match->text->start_offset;
      match->end = (guint) start + match->text->end_offset;
    }
  else
    {
      g_autofree char *name = g_strndup (title, strcspn (title, "\n"));
      guint n_units;

      g_array_unref (dateline_search_excerpt_find (self->query, name, &n_units));
      match->title = dateline_search_excerpt_new (self->query, name, NULL, MAX_TITLE);
      if (n_units < self->query->units->len)
        match->text = choose_line (self, title, text);
    }

  return match;
}

/**
 * dateline_search_finder_read: (skip)
 * @self: a finder
 * @group: a group of results
 * @first: the first result to read, counted from 0
 * @n: how many to read
 * @error: return location for an error
 *
 * Reads a page of results.
 *
 * Returns: (transfer full) (nullable) (element-type DatelineSearchMatch): the results; fewer than @n at the end
 */
GPtrArray *
dateline_search_finder_read (DatelineSearchFinder  *self,
                             DatelineSearchGroup    group,
                             guint                  first,
                             guint                  n,
                             GError               **error)
{
  g_autoptr(GPtrArray) matches = g_ptr_array_new_with_free_func ((GDestroyNotify) match_free);
  GArray *numbers;
  int code;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (group < DATELINE_N_SEARCH_GROUPS, NULL);

  numbers = self->groups[group].numbers;
  code = order (self, group, first + n);
  for (guint i = first; i < MIN (first + n, numbers->len) && code == SQLITE_OK; i++)
    {
      gint64 number = g_array_index (numbers, gint64, i);
      sqlite3_stmt *statement = get_row (self, number, &code);

      if (statement == NULL)
        continue;
      g_ptr_array_add (matches, make_match (self, number, statement));
      sqlite3_reset (statement);
    }
  if (code != SQLITE_OK)
    {
      dateline_story_error_set_sqlite (error, get_db (self), code);
      return NULL;
    }

  return g_steal_pointer (&matches);
}

/**
 * dateline_search_finder_dup_sample: (skip)
 * @self: a finder
 * @max: how many at most
 * @is_partial: (out): whether there are more
 *
 * Gets the numbers of rows that match, as many of each group if there are too many.
 *
 * Returns: (transfer full) (element-type gint64): the numbers
 */
GArray *
dateline_search_finder_dup_sample (DatelineSearchFinder *self,
                                   guint                 max,
                                   gboolean             *is_partial)
{
  GArray *sample = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint total = 0;

  g_return_val_if_fail (self != NULL, sample);
  g_return_val_if_fail (is_partial != NULL, sample);

  for (guint i = 0; i < DATELINE_N_SEARCH_GROUPS; i++)
    total += self->groups[i].count;
  *is_partial = total > max;

  for (guint i = 0; i < DATELINE_N_SEARCH_GROUPS; i++)
    {
      GArray *counted = self->groups[i].counted;
      guint n = total > max ? MIN (counted->len, max / DATELINE_N_SEARCH_GROUPS) : counted->len;

      g_array_append_vals (sample, counted->data, n);
      *is_partial = *is_partial || self->groups[i].has_more;
    }

  return sample;
}
