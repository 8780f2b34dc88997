/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches a story as one types: answers come from a thread, only the newest request counts, and the thread of the story
 * never waits. */
#include "config.h"

#include "dateline-search.h"

#include "dateline-story-error.h"

/* Of each group while there is no filter for one of them; then a page of that one. */
#define OF_EACH_GROUP 8
#define OF_ONE_GROUP  50

#define FILL_TIME 4000 /* microseconds at a time */

struct _DatelineSearch
{
  GObject parent_instance;

  DatelineStory         *story;
  DatelineStoryFile     *file;
  DatelineSearchEngine  *engine;
  gboolean               ignores_file; /* it has no index that could be used */
  DatelineSearchRequest *request;
  guint                  of_each_group;
  guint                  of_one_group;
  guint                  fill_id;
  gboolean               busy;
  gboolean               is_loading_more;
  gboolean               needs_facets;

  GListStore           *hits;
  guint                 counts[DATELINE_N_SEARCH_GROUPS];
  gboolean              has_more[DATELINE_N_SEARCH_GROUPS];
  DatelineSearchFacets *facets;
};

enum
{
  SIGNAL_ANSWERED,
  SIGNAL_COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineSearch, dateline_search, G_TYPE_OBJECT)

static void send (DatelineSearch *self);

static void
drop_engine (DatelineSearch *self)
{
  g_clear_handle_id (&self->fill_id, g_source_remove);
  if (self->engine != NULL)
    dateline_search_engine_supersede (self->engine, 0);
  g_clear_pointer (&self->engine, dateline_search_engine_unref);
}

static void
ensure_engine (DatelineSearch *self)
{
  if (self->engine != NULL)
    return;

  if (self->file != NULL && !self->ignores_file)
    self->engine = dateline_search_engine_new_for_file (dateline_story_file_get_path (self->file));
  else
    self->engine = dateline_search_engine_new_for_story (self->story);
}

/* Shows what was found: in place of what is shown, or after it if it is another page. */
static void
show_answer (DatelineSearch        *self,
             DatelineSearchRequest *request,
             DatelineSearchAnswer  *answer)
{
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->hits));

  for (guint group = 0; group < DATELINE_N_SEARCH_GROUPS; group++)
    {
      GPtrArray *page = answer->pages[group];

      self->counts[group] = answer->counts[group];
      self->has_more[group] = answer->has_more[group];
      for (guint i = 0; page != NULL && i < page->len; i++)
        {
          gboolean leads = request->first == 0 && i == 0;
          DatelineSearchHit *hit = dateline_search_hit_new (self->story, group, g_ptr_array_index (page, i), leads);

          if (leads)
            dateline_search_hit_set_group_size (hit, self->counts[group], self->has_more[group],
                                                request->group == DATELINE_SEARCH_ALL_GROUPS && self->counts[group] > page->len);
          g_ptr_array_add (hits, hit);
        }
    }

  if (request->first == 0)
    g_list_store_splice (self->hits, 0, n_old, hits->pdata, hits->len);
  else
    g_list_store_splice (self->hits, n_old, 0, hits->pdata, hits->len);
}

static void
facets_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  DatelineSearch *self = DATELINE_SEARCH (object);
  DatelineSearchRequest *request;
  g_autoptr(DatelineSearchFacets) facets = dateline_search_engine_ask_facets_finish (result, &request, NULL);

  if (facets == NULL || request->number != self->request->number)
    return;

  g_clear_pointer (&self->facets, dateline_search_facets_free);
  self->facets = g_steal_pointer (&facets);
  self->needs_facets = FALSE;
  g_signal_emit (self, signals[SIGNAL_COUNTED], 0);
}

/* The index of the file is missing, or damaged; perhaps by a stranger. What the story shows can be searched all the same. */
static gboolean
is_useless (DatelineSearch *self,
            GError         *error)
{
  return error != NULL && self->file != NULL && !self->ignores_file &&
         !g_error_matches (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_BUSY);
}

static void
answer_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  DatelineSearch *self = DATELINE_SEARCH (object);
  DatelineSearchRequest *request;
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineSearchAnswer) answer = dateline_search_engine_ask_finish (result, &request, &error);

  if (self->story == NULL || request->number != self->request->number)
    return;

  if (is_useless (self, error))
    {
      self->ignores_file = TRUE;
      drop_engine (self);
      send (self);
      return;
    }

  self->is_loading_more = FALSE;
  if (answer != NULL)
    show_answer (self, request, answer);
  else
    g_debug ("Search: %s", error->message);
  self->busy = FALSE;
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
  if (answer != NULL && self->needs_facets && self->engine != NULL && request->number == self->request->number)
    dateline_search_engine_ask_facets_async (self->engine, self->request, G_OBJECT (self), facets_cb);
}

static gboolean
fill_cb (gpointer user_data)
{
  DatelineSearch *self = DATELINE_SEARCH (user_data);

  if (!dateline_search_engine_fill (self->engine, g_get_monotonic_time () + FILL_TIME))
    return G_SOURCE_CONTINUE;

  self->fill_id = 0;
  dateline_search_engine_ask_async (self->engine, self->request, G_OBJECT (self), answer_cb);

  return G_SOURCE_REMOVE;
}

static gboolean
is_empty (DatelineSearch *self)
{
  g_autoptr(DatelineSearchQuery) query = dateline_search_query_new (self->request->words);

  return dateline_search_query_is_empty (query);
}

static void
clear (DatelineSearch *self)
{
  g_list_store_remove_all (self->hits);
  g_clear_pointer (&self->facets, dateline_search_facets_free);
  for (guint i = 0; i < DATELINE_N_SEARCH_GROUPS; i++)
    {
      self->counts[i] = 0;
      self->has_more[i] = FALSE;
    }
}

/* Lets the request be the one that counts. */
static void
number (DatelineSearch *self)
{
  self->request->number = self->request->number % G_MAXINT + 1;
  self->request->n = self->request->group == DATELINE_SEARCH_ALL_GROUPS ? self->of_each_group : self->of_one_group;
  ensure_engine (self);
  dateline_search_engine_supersede (self->engine, self->request->number);
}

static void
send (DatelineSearch *self)
{
  /* That may turn out late, when all of a large file has been read. */
  if (self->file != NULL && !self->ignores_file && dateline_story_file_get_has_false_index (self->file))
    {
      self->ignores_file = TRUE;
      drop_engine (self);
    }
  number (self);
  if (is_empty (self))
    {
      clear (self);
      g_clear_handle_id (&self->fill_id, g_source_remove);
      self->busy = FALSE;
      g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
      return;
    }

  self->busy = TRUE;
  if (self->fill_id == 0)
    self->fill_id = g_idle_add (fill_cb, self);
}

static void
restart (DatelineSearch *self)
{
  self->request->first = 0;
  self->is_loading_more = FALSE;
  self->needs_facets = TRUE;
  send (self);
}

/* What is in memory is of the past. */
static void
story_refreshed_cb (DatelineSearch *self)
{
  if (self->file == NULL || self->ignores_file)
    drop_engine (self);
  if (!is_empty (self))
    restart (self);
}

static void
dateline_search_dispose (GObject *object)
{
  DatelineSearch *self = DATELINE_SEARCH (object);

  drop_engine (self);
  g_clear_object (&self->file);
  g_clear_object (&self->story);

  G_OBJECT_CLASS (dateline_search_parent_class)->dispose (object);
}

static void
dateline_search_finalize (GObject *object)
{
  DatelineSearch *self = DATELINE_SEARCH (object);

  g_clear_pointer (&self->facets, dateline_search_facets_free);
  g_clear_pointer (&self->request, dateline_search_request_free);
  g_clear_object (&self->hits);

  G_OBJECT_CLASS (dateline_search_parent_class)->finalize (object);
}

static void
dateline_search_class_init (DatelineSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_search_dispose;
  object_class->finalize = dateline_search_finalize;

  /**
   * DatelineSearch::answered:
   * @self: a `DatelineSearch`
   *
   * Emitted when hits and counts are those of what was asked last.
   */
  signals[SIGNAL_ANSWERED] =
    g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DatelineSearch::counted:
   * @self: a `DatelineSearch`
   *
   * Emitted when the facets are those of what was asked last.
   */
  signals[SIGNAL_COUNTED] =
    g_signal_new ("counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dateline_search_init (DatelineSearch *self)
{
  self->hits = g_list_store_new (DATELINE_TYPE_SEARCH_HIT);
  self->request = g_new0 (DatelineSearchRequest, 1);
  self->request->words = g_strdup ("");
  self->request->group = DATELINE_SEARCH_ALL_GROUPS;
  self->request->filter.from = DATELINE_DATE_OPEN_START;
  self->request->filter.to = DATELINE_DATE_OPEN_END;
  self->of_each_group = OF_EACH_GROUP;
  self->of_one_group = OF_ONE_GROUP;
}

/**
 * dateline_search_new:
 * @story: where to search
 * @file: (nullable): the file that the story is in
 *
 * Creates a search. It follows what happens to the story.
 *
 * Returns: (transfer full): a new search
 */
DatelineSearch *
dateline_search_new (DatelineStory     *story,
                     DatelineStoryFile *file)
{
  DatelineSearch *self;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (file == NULL || DATELINE_IS_STORY_FILE (file), NULL);

  self = g_object_new (DATELINE_TYPE_SEARCH, NULL);
  self->story = g_object_ref (story);
  g_set_object (&self->file, file);
  g_signal_connect_object (story, "refreshed", G_CALLBACK (story_refreshed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * dateline_search_set_limits:
 * @self: a `DatelineSearch`
 * @of_each_group: how many results of each group there are at most
 * @of_one_group: how many results a page has if only one group is wanted
 *
 * Sets how much is found at once. It counts for the next request.
 */
void
dateline_search_set_limits (DatelineSearch *self,
                            guint           of_each_group,
                            guint           of_one_group)
{
  g_return_if_fail (DATELINE_IS_SEARCH (self));

  self->of_each_group = of_each_group;
  self->of_one_group = of_one_group;
}

/**
 * dateline_search_get_words:
 * @self: a `DatelineSearch`
 *
 * What is searched for.
 *
 * Returns: the words
 */
const char *
dateline_search_get_words (DatelineSearch *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH (self), "");

  return self->request->words;
}

/**
 * dateline_search_set_words:
 * @self: a `DatelineSearch`
 * @words: what the reader typed
 *
 * Searches for other words. The answer comes later.
 */
void
dateline_search_set_words (DatelineSearch *self,
                           const char     *words)
{
  g_return_if_fail (DATELINE_IS_SEARCH (self));
  g_return_if_fail (words != NULL);

  if (g_str_equal (self->request->words, words))
    return;

  g_free (self->request->words);
  self->request->words = g_utf8_make_valid (words, -1);
  restart (self);
}

/**
 * dateline_search_get_group:
 * @self: a `DatelineSearch`
 *
 * The one group that is wanted.
 *
 * Returns: a `DatelineSearchGroup`, or %DATELINE_SEARCH_ALL_GROUPS
 */
int
dateline_search_get_group (DatelineSearch *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH (self), DATELINE_SEARCH_ALL_GROUPS);

  return self->request->group;
}

/**
 * dateline_search_set_group:
 * @self: a `DatelineSearch`
 * @group: a `DatelineSearchGroup`, or %DATELINE_SEARCH_ALL_GROUPS
 *
 * Searches for one group, or for a few of each.
 */
void
dateline_search_set_group (DatelineSearch *self,
                           int             group)
{
  g_return_if_fail (DATELINE_IS_SEARCH (self));
  g_return_if_fail (group >= DATELINE_SEARCH_ALL_GROUPS && group < DATELINE_N_SEARCH_GROUPS);

  if (self->request->group == group)
    return;

  self->request->group = group;
  restart (self);
}

/**
 * dateline_search_get_filter:
 * @self: a `DatelineSearch`
 *
 * What results have to belong to.
 *
 * Returns: (transfer none): the filter
 */
const DatelineSearchFilter *
dateline_search_get_filter (DatelineSearch *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH (self), NULL);

  return &self->request->filter;
}

/**
 * dateline_search_set_filter:
 * @self: a `DatelineSearch`
 * @filter: what results have to belong to
 *
 * Searches for what belongs to an article, a person or a time.
 */
void
dateline_search_set_filter (DatelineSearch             *self,
                            const DatelineSearchFilter *filter)
{
  DatelineSearchFilter copy;

  g_return_if_fail (DATELINE_IS_SEARCH (self));
  g_return_if_fail (filter != NULL);

  copy = (DatelineSearchFilter){ g_strdup (filter->article), g_strdup (filter->person), filter->from, filter->to };
  g_free (self->request->filter.article);
  g_free (self->request->filter.person);
  self->request->filter = copy;
  restart (self);
}

/**
 * dateline_search_clear_filter:
 * @self: a `DatelineSearch`
 *
 * Searches everywhere again.
 */
void
dateline_search_clear_filter (DatelineSearch *self)
{
  const DatelineSearchFilter anything = { NULL, NULL, DATELINE_DATE_OPEN_START, DATELINE_DATE_OPEN_END };

  g_return_if_fail (DATELINE_IS_SEARCH (self));

  self->request->group = DATELINE_SEARCH_ALL_GROUPS;
  dateline_search_set_filter (self, &anything);
}

/**
 * dateline_search_get_filtered:
 * @self: a `DatelineSearch`
 *
 * Whether something may not be found for the sake of a filter.
 *
 * Returns: %TRUE if there is a filter
 */
gboolean
dateline_search_get_filtered (DatelineSearch *self)
{
  const DatelineSearchFilter *filter;

  g_return_val_if_fail (DATELINE_IS_SEARCH (self), FALSE);

  filter = &self->request->filter;

  return self->request->group != DATELINE_SEARCH_ALL_GROUPS || filter->article != NULL || filter->person != NULL ||
         filter->from != DATELINE_DATE_OPEN_START || filter->to != DATELINE_DATE_OPEN_END;
}

/**
 * dateline_search_load_more:
 * @self: a `DatelineSearch`
 *
 * Finds another page if only one group is wanted and there is one.
 */
void
dateline_search_load_more (DatelineSearch *self)
{
  guint n;

  g_return_if_fail (DATELINE_IS_SEARCH (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->hits));
  if (self->busy || self->is_loading_more || self->request->group == DATELINE_SEARCH_ALL_GROUPS || n == 0 ||
      n % self->of_one_group != 0)
    return;

  self->is_loading_more = TRUE;
  self->request->first = n;
  number (self);
  if (self->fill_id == 0)
    self->fill_id = g_idle_add (fill_cb, self);
}

/**
 * dateline_search_finish:
 * @self: a `DatelineSearch`
 * @error: return location for an error
 *
 * Waits for the answer: for commands, and for a reader who pressed Return at once.
 *
 * Returns: %FALSE if the story cannot be searched
 */
gboolean
dateline_search_finish (DatelineSearch  *self,
                        GError         **error)
{
  g_autoptr(DatelineSearchAnswer) answer = NULL;
  G_GNUC_UNUSED g_autoptr(DatelineSearchFacets) facets = NULL;
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (DATELINE_IS_SEARCH (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!self->busy)
    return TRUE;

  do
    {
      g_clear_error (&local_error);
      g_clear_handle_id (&self->fill_id, g_source_remove);
      number (self);
      dateline_search_engine_fill (self->engine, G_MAXINT64);
      answer = dateline_search_engine_ask (self->engine, self->request, &local_error);
      if (!is_useless (self, local_error))
        break;
      self->ignores_file = TRUE;
      drop_engine (self);
    }
  while (TRUE);

  if (answer != NULL)
    show_answer (self, self->request, answer);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  self->busy = FALSE;
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
  if (answer != NULL && self->engine != NULL)
    dateline_search_engine_ask_facets_async (self->engine, self->request, G_OBJECT (self), facets_cb);

  return answer != NULL;
}

/**
 * dateline_search_turn:
 * @self: a `DatelineSearch` that was finished
 * @error: return location for an error
 *
 * Waits for another page of the one group that is wanted, which takes the place of the one before.
 *
 * Returns: %FALSE if the story cannot be searched; if there is no other page, the list of results is empty
 */
gboolean
dateline_search_turn (DatelineSearch  *self,
                      GError         **error)
{
  g_autoptr(DatelineSearchAnswer) answer = NULL;
  guint n;

  g_return_val_if_fail (DATELINE_IS_SEARCH (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->hits));
  g_list_store_remove_all (self->hits);
  if (self->request->group == DATELINE_SEARCH_ALL_GROUPS || n < self->of_one_group)
    return TRUE;

  self->request->first += n;
  number (self);
  answer = dateline_search_engine_ask (self->engine, self->request, error);
  if (answer != NULL)
    show_answer (self, self->request, answer);

  return answer != NULL;
}

/**
 * dateline_search_get_busy:
 * @self: a `DatelineSearch`
 *
 * Whether there is no answer yet.
 *
 * Returns: %TRUE if what there is belongs to an earlier request
 */
gboolean
dateline_search_get_busy (DatelineSearch *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH (self), FALSE);

  return self->busy;
}

/**
 * dateline_search_get_hits:
 * @self: a `DatelineSearch`
 *
 * What was found.
 *
 * Returns: (transfer none): a list of `DatelineSearchHit`, always the same
 */
GListModel *
dateline_search_get_hits (DatelineSearch *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH (self), NULL);

  return G_LIST_MODEL (self->hits);
}

/**
 * dateline_search_get_count:
 * @self: a `DatelineSearch`
 * @group: a `DatelineSearchGroup`, or %DATELINE_SEARCH_ALL_GROUPS for the sum
 * @has_more: (out) (optional): whether there are more than that
 *
 * How many results there are, whether or not they are in the list.
 *
 * Returns: the number
 */
guint
dateline_search_get_count (DatelineSearch *self,
                           int             group,
                           gboolean       *has_more)
{
  guint count = 0;
  gboolean more = FALSE;

  g_return_val_if_fail (DATELINE_IS_SEARCH (self), 0);
  g_return_val_if_fail (group >= DATELINE_SEARCH_ALL_GROUPS && group < DATELINE_N_SEARCH_GROUPS, 0);

  for (int i = 0; i < DATELINE_N_SEARCH_GROUPS; i++)
    if (group == DATELINE_SEARCH_ALL_GROUPS || group == i)
      {
        count += self->counts[i];
        more = more || self->has_more[i];
      }
  if (has_more != NULL)
    *has_more = more;

  return count;
}

/**
 * dateline_search_get_facets:
 * @self: a `DatelineSearch`
 *
 * What can be chosen to have fewer results.
 *
 * Returns: (transfer none) (nullable): the facets, perhaps those of an earlier request
 */
DatelineSearchFacets *
dateline_search_get_facets (DatelineSearch *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH (self), NULL);

  return self->facets;
}
