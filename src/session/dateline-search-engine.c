/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers searches in any thread, one after the other, with a connection of its own: to the story file, or to a database in
 * memory into which a story without a file was written. */
#include "config.h"

#include "dateline-search-engine.h"

#include "dateline-database.h"
#include "dateline-rows.h"
#include "dateline-search-index.h"

#define STEPS 2000 /* of SQLite between two looks at the number of the newest request */

struct _DatelineSearchEngine
{
  gatomicrefcount ref_count;
  int             newest; /* atomic: the number of the request that counts */

  GMutex                mutex; /* for all that follows */
  char                 *path;
  DatelineDatabase     *database;
  DatelineSearchFinder *finder;
  char                 *words; /* of the finder */
  DatelineSearchFilter  filter;
  int                   asked;

  /* Of a story in memory, while it is written into the database: for the main thread. */
  DatelineStory *story;
  guint          kind;
  guint          position;
};

static DatelineSearchEngine *
engine_new (void)
{
  DatelineSearchEngine *self = g_new0 (DatelineSearchEngine, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);

  return self;
}

/**
 * dateline_search_engine_new_for_file: (skip)
 * @path: the path of a story file
 *
 * Creates an engine for a story file.
 *
 * Returns: (transfer full): a new engine
 */
DatelineSearchEngine *
dateline_search_engine_new_for_file (const char *path)
{
  DatelineSearchEngine *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = engine_new ();
  self->path = g_strdup (path);

  return self;
}

/**
 * dateline_search_engine_new_for_story: (skip)
 * @story: a story
 *
 * Creates an engine for a story as it is. It has to be filled before it can be asked.
 *
 * Returns: (transfer full): a new engine
 */
DatelineSearchEngine *
dateline_search_engine_new_for_story (DatelineStory *story)
{
  DatelineSearchEngine *self;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  self = engine_new ();
  self->story = g_object_ref (story);

  return self;
}

/**
 * dateline_search_engine_ref: (skip)
 * @self: an engine
 *
 * Takes a reference, in any thread.
 *
 * Returns: (transfer full): @self
 */
DatelineSearchEngine *
dateline_search_engine_ref (DatelineSearchEngine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

static void
drop_finder (DatelineSearchEngine *self)
{
  g_clear_pointer (&self->finder, dateline_search_finder_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->filter.article, g_free);
  g_clear_pointer (&self->filter.person, g_free);
}

/**
 * dateline_search_engine_unref: (skip)
 * @self: (transfer full): an engine
 *
 * Gives a reference up, in any thread; not while it is being filled.
 */
void
dateline_search_engine_unref (DatelineSearchEngine *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  drop_finder (self);
  g_clear_pointer (&self->database, dateline_database_free);
  g_clear_object (&self->story);
  g_free (self->path);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * dateline_search_engine_fill: (skip)
 * @self: an engine
 * @until: when to stop, in monotonic time
 *
 * Goes on writing the story into the database, if there is no file. To be called in the thread of the story, before the
 * engine is asked for the first time; so it never waits. The index is made later, in the thread that asks. An item that
 * cannot be written cannot be found.
 *
 * Returns: %TRUE once it is complete
 */
gboolean
dateline_search_engine_fill (DatelineSearchEngine *self,
                             gint64                until)
{
  g_return_val_if_fail (self != NULL, TRUE);

  if (self->story == NULL)
    return TRUE;

  if (self->database == NULL)
    {
      self->database = dateline_database_create (NULL, NULL);
      if (self->database == NULL)
        return TRUE;
      dateline_database_execute (self->database, "PRAGMA foreign_keys = OFF; BEGIN", NULL);
    }

  for (; self->kind < DATELINE_N_ITEM_KINDS; self->kind++, self->position = 0)
    {
      GListModel *items = dateline_story_get_items (self->story, self->kind);

      for (; self->position < g_list_model_get_n_items (items); self->position++)
        {
          g_autoptr(DatelineItem) item = g_list_model_get_item (items, self->position);

          if (g_get_monotonic_time () > until)
            return FALSE;
          dateline_rows_insert (dateline_database_get_handle (self->database), item, self->position, NULL);
        }
    }
  dateline_database_execute (self->database, "COMMIT", NULL);
  g_clear_object (&self->story);

  return TRUE;
}

/**
 * dateline_search_engine_supersede: (skip)
 * @self: an engine
 * @number: the number of the request that counts from now on
 *
 * Lets requests with other numbers fail, also the one that is being answered.
 */
void
dateline_search_engine_supersede (DatelineSearchEngine *self,
                                  int                   number)
{
  g_return_if_fail (self != NULL);

  g_atomic_int_set (&self->newest, number);
}

static int
is_superseded (gpointer user_data)
{
  DatelineSearchEngine *self = user_data;

  return g_atomic_int_get (&self->newest) != self->asked;
}

static gboolean
open_database (DatelineSearchEngine  *self,
               GError               **error)
{
  sqlite3 *db;

  if (self->database == NULL && self->path != NULL)
    self->database = dateline_database_open (self->path, DATELINE_DATABASE_READ_ONLY, NULL, NULL, error);
  if (self->database == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, g_strerror (ENOMEM));
      return FALSE;
    }

  db = dateline_database_get_handle (self->database);
  /* Whoever types on needs the index as well. */
  if (self->path == NULL && !dateline_search_index_ensure (db, error))
    return FALSE;
  if (!dateline_search_index_is_ready (db))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED, "There is no search index");
      return FALSE;
    }
  sqlite3_progress_handler (db, STEPS, is_superseded, self);

  return TRUE;
}

static gboolean
is_same (DatelineSearchEngine  *self,
         DatelineSearchRequest *request)
{
  return self->finder != NULL && g_strcmp0 (self->words, request->words) == 0 &&
         g_strcmp0 (self->filter.article, request->filter.article) == 0 &&
         g_strcmp0 (self->filter.person, request->filter.person) == 0 &&
         self->filter.from == request->filter.from && self->filter.to == request->filter.to;
}

/* Makes the finder for a request: for a first page always anew, as the story may have changed. */
static gboolean
prepare (DatelineSearchEngine   *self,
         DatelineSearchRequest  *request,
         gboolean                is_new,
         GError                **error)
{
  self->asked = request->number;
  if (is_superseded (self))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Superseded");
      return FALSE;
    }
  if (self->database != NULL)
    sqlite3_progress_handler (dateline_database_get_handle (self->database), 0, NULL, NULL);
  if (!open_database (self, error))
    return FALSE;
  if (!is_new && is_same (self, request))
    return TRUE;

  drop_finder (self);
  self->finder = dateline_search_finder_new (dateline_database_get_handle (self->database), request->words,
                                             &request->filter, error);
  self->words = g_strdup (request->words);
  self->filter = request->filter;
  self->filter.article = g_strdup (request->filter.article);
  self->filter.person = g_strdup (request->filter.person);

  return self->finder != NULL;
}

static DatelineSearchAnswer *
answer (DatelineSearchEngine   *self,
        DatelineSearchRequest  *request,
        GError                **error)
{
  g_autoptr(DatelineSearchAnswer) found = g_new0 (DatelineSearchAnswer, 1);

  for (int group = 0; group < DATELINE_N_SEARCH_GROUPS; group++)
    {
      found->counts[group] = dateline_search_finder_get_count (self->finder, group, &found->has_more[group]);
      if (request->group != DATELINE_SEARCH_ALL_GROUPS && request->group != group)
        continue;
      found->pages[group] = dateline_search_finder_read (self->finder, group, request->first, request->n, error);
      if (found->pages[group] == NULL)
        return NULL;
    }

  return g_steal_pointer (&found);
}

/**
 * dateline_search_engine_ask: (skip)
 * @self: an engine that is filled
 * @request: what is asked
 * @error: return location for an error
 *
 * Answers a request, in any thread. If there is a newer one meanwhile, the error does not matter. If it is
 * %G_IO_ERROR_NOT_INITIALIZED, the file has no index.
 *
 * Returns: (transfer full) (nullable): what is found
 */
DatelineSearchAnswer *
dateline_search_engine_ask (DatelineSearchEngine   *self,
                            DatelineSearchRequest  *request,
                            GError                **error)
{
  DatelineSearchAnswer *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (request != NULL, NULL);

  g_mutex_lock (&self->mutex);
  if (prepare (self, request, request->first == 0, error))
    found = answer (self, request, error);
  g_mutex_unlock (&self->mutex);

  return found;
}

/**
 * dateline_search_engine_ask_facets: (skip)
 * @self: an engine that is filled
 * @request: what was asked
 * @error: return location for an error
 *
 * Counts what the results belong to, in any thread.
 *
 * Returns: (transfer full) (nullable): the facets
 */
DatelineSearchFacets *
dateline_search_engine_ask_facets (DatelineSearchEngine   *self,
                                   DatelineSearchRequest  *request,
                                   GError                **error)
{
  DatelineSearchFacets *facets = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (request != NULL, NULL);

  g_mutex_lock (&self->mutex);
  if (prepare (self, request, FALSE, error))
    facets = dateline_search_facets_new (dateline_database_get_handle (self->database), self->finder, error);
  g_mutex_unlock (&self->mutex);

  return facets;
}

/* What a thread works with. */
typedef struct
{
  DatelineSearchEngine  *engine;
  DatelineSearchRequest *request;
} Job;

static void
job_free (Job *job)
{
  dateline_search_engine_unref (job->engine);
  dateline_search_request_free (job->request);
  g_free (job);
}

static void
ask_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  DatelineSearchAnswer *found = dateline_search_engine_ask (job->engine, job->request, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) dateline_search_answer_free);
  else
    g_task_return_error (task, error);
}

static void
ask_facets_in_thread (GTask        *task,
                      gpointer      source_object,
                      gpointer      task_data,
                      GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  DatelineSearchFacets *facets = dateline_search_engine_ask_facets (job->engine, job->request, &error);

  if (facets != NULL)
    g_task_return_pointer (task, facets, (GDestroyNotify) dateline_search_facets_free);
  else
    g_task_return_error (task, error);
}

static void
run (DatelineSearchEngine  *self,
     DatelineSearchRequest *request,
     GObject               *source,
     GAsyncReadyCallback    callback,
     GTaskThreadFunc        thread)
{
  g_autoptr(GTask) task = g_task_new (source, NULL, callback, NULL);
  Job *job = g_new (Job, 1);

  job->engine = dateline_search_engine_ref (self);
  job->request = dateline_search_request_copy (request);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, thread);
}

static gpointer
finish (GAsyncResult           *result,
        DatelineSearchRequest **request,
        GError                **error)
{
  *request = ((Job *) g_task_get_task_data (G_TASK (result)))->request;

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dateline_search_engine_ask_async: (skip)
 * @self: an engine that is filled
 * @request: what is asked
 * @source: the source object of @callback
 * @callback: called when there is an answer
 *
 * Answers a request in another thread.
 */
void
dateline_search_engine_ask_async (DatelineSearchEngine  *self,
                                  DatelineSearchRequest *request,
                                  GObject               *source,
                                  GAsyncReadyCallback    callback)
{
  g_return_if_fail (self != NULL && request != NULL);

  run (self, request, source, callback, ask_in_thread);
}

/**
 * dateline_search_engine_ask_finish: (skip)
 * @result: what the callback was given
 * @request: (out) (transfer none): what was asked
 * @error: return location for an error
 *
 * Finishes what dateline_search_engine_ask_async() began.
 *
 * Returns: (transfer full) (nullable): what is found
 */
DatelineSearchAnswer *
dateline_search_engine_ask_finish (GAsyncResult           *result,
                                   DatelineSearchRequest **request,
                                   GError                **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (request != NULL, NULL);

  return finish (result, request, error);
}

/**
 * dateline_search_engine_ask_facets_async: (skip)
 * @self: an engine that is filled
 * @request: what was asked
 * @source: the source object of @callback
 * @callback: called when there are facets
 *
 * Counts in another thread what the results belong to.
 */
void
dateline_search_engine_ask_facets_async (DatelineSearchEngine  *self,
                                         DatelineSearchRequest *request,
                                         GObject               *source,
                                         GAsyncReadyCallback    callback)
{
  g_return_if_fail (self != NULL && request != NULL);

  run (self, request, source, callback, ask_facets_in_thread);
}

/**
 * dateline_search_engine_ask_facets_finish: (skip)
 * @result: what the callback was given
 * @request: (out) (transfer none): what was asked
 * @error: return location for an error
 *
 * Finishes what dateline_search_engine_ask_facets_async() began.
 *
 * Returns: (transfer full) (nullable): the facets
 */
DatelineSearchFacets *
dateline_search_engine_ask_facets_finish (GAsyncResult           *result,
                                          DatelineSearchRequest **request,
                                          GError                **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (request != NULL, NULL);

  return finish (result, request, error);
}

/**
 * dateline_search_request_copy: (skip)
 * @request: a request
 *
 * Copies a request.
 *
 * Returns: (transfer full): the copy
 */
DatelineSearchRequest *
dateline_search_request_copy (DatelineSearchRequest *request)
{
  DatelineSearchRequest *copy;

  g_return_val_if_fail (request != NULL, NULL);

  copy = g_memdup2 (request, sizeof *request);
  copy->words = g_strdup (request->words);
  copy->filter.article = g_strdup (request->filter.article);
  copy->filter.person = g_strdup (request->filter.person);

  return copy;
}

/**
 * dateline_search_request_free: (skip)
 * @request: (transfer full): a request
 *
 * Frees a request.
 */
void
dateline_search_request_free (DatelineSearchRequest *request)
{
  g_return_if_fail (request != NULL);

  g_free (request->words);
  g_free (request->filter.article);
  g_free (request->filter.person);
  g_free (request);
}

/**
 * dateline_search_answer_free: (skip)
 * @answer: (transfer full): an answer
 *
 * Frees an answer.
 */
void
dateline_search_answer_free (DatelineSearchAnswer *answer)
{
  g_return_if_fail (answer != NULL);

  for (guint i = 0; i < DATELINE_N_SEARCH_GROUPS; i++)
    g_clear_pointer (&answer->pages[i], g_ptr_array_unref);
  g_free (answer);
}
