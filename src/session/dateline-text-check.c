/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would become of everything that points into an article if it had another text. */
#include "config.h"

#include "dateline-text-check.h"

#include "dateline-anchors.h"
#include "dateline-clipping.h"

/* A passage of an item, or of a clipping. All that the thread touches is its own, and it does not touch the item. */
typedef struct
{
  DatelineItem *item;
  gboolean      is_clipping;
  guint         start;
  guint         end;
  char         *exact;
  char         *prefix;
  char         *suffix;
  gboolean      is_lost;
} Row;

typedef struct
{
  DatelineArticle *before;
  DatelineArticle *after;
  GPtrArray       *rows;
} Check;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_object_unref (row->item);
  g_free (row->exact);
  g_free (row->prefix);
  g_free (row->suffix);
  g_free (row);
}

static void
free_check (gpointer data)
{
  Check *check = data;

  g_object_unref (check->before);
  g_object_unref (check->after);
  g_clear_pointer (&check->rows, g_ptr_array_unref);
  g_free (check);
}

static void
free_loss (gpointer data)
{
  DatelineTextLoss *loss = data;

  g_object_unref (loss->item);
  g_free (loss->words);
  g_free (loss);
}

static void
add_row (Check           *check,
         DatelineItem    *item,
         DatelinePassage *passage,
         gboolean         is_clipping)
{
  Row *row = g_new0 (Row, 1);

  row->item = g_object_ref (item);
  row->is_clipping = is_clipping;
  row->start = dateline_passage_get_start (passage);
  row->end = dateline_passage_get_end (passage);
  row->exact = g_strdup (dateline_passage_get_exact (passage));
  row->prefix = g_strdup (dateline_passage_get_prefix (passage));
  row->suffix = g_strdup (dateline_passage_get_suffix (passage));
  g_ptr_array_add (check->rows, row);
}

static void
collect_rows (Check           *check,
              DatelineSession *session,
              DatelineArticle *article)
{
  GListModel *occurrences = dateline_index_get_occurrences (dateline_session_get_index (session), article);
  GListModel *dates = dateline_article_get_dates (article);
  GListModel *clippings = G_LIST_MODEL (dateline_session_get_clippings (session));

  for (guint i = 0; i < g_list_model_get_n_items (occurrences); i++)
    {
      g_autoptr(DatelineOccurrence) occurrence = g_list_model_get_item (occurrences, i);

      add_row (check, dateline_occurrence_get_item (occurrence), dateline_occurrence_get_passage (occurrence), FALSE);
    }
  for (guint i = 0; i < g_list_model_get_n_items (dates); i++)
    {
      g_autoptr(DatelineDateMention) mention = g_list_model_get_item (dates, i);

      add_row (check, DATELINE_ITEM (article), dateline_date_mention_get_passage (mention), FALSE);
    }
  for (guint i = 0; i < g_list_model_get_n_items (clippings); i++)
    {
      g_autoptr(DatelineClipping) clipping = g_list_model_get_item (clippings, i);
      DatelineItem *item = dateline_clipping_get_item (clipping);

      if (dateline_clipping_get_article (clipping) == article)
        add_row (check, item != NULL ? item : DATELINE_ITEM (article), dateline_clipping_get_passage (clipping), TRUE);
    }
}

static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Check *check = task_data;
  g_autoptr(DatelineAnchors) anchors = dateline_anchors_new (check->before, check->after);

  for (guint i = 0; i < check->rows->len; i++)
    {
      Row *row = g_ptr_array_index (check->rows, i);
      g_autoptr(DatelinePassage) place = NULL;

      if (g_task_return_error_if_cancelled (task))
        return;

      place = dateline_anchors_place (anchors, row->start, row->end, row->exact, row->prefix, row->suffix);
      row->is_lost = place == NULL;
    }

  g_task_return_boolean (task, TRUE);
}

/**
 * dateline_text_check_async:
 * @session: a session
 * @article: an article of its story
 * @blocks: (element-type DatelineTextBlock): the text that it might get
 * @cancellable: (nullable): cancels it
 * @callback: called when it is known
 * @user_data: data for @callback
 *
 * Finds out, in a thread, which passages and clippings would find no place in another text. Nothing is changed.
 */
void
dateline_text_check_async (DatelineSession      *session,
                           DatelineArticle      *article,
                           GPtrArray            *blocks,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GPtrArray) old_blocks = NULL;
  Check *check;

  g_return_if_fail (DATELINE_IS_SESSION (session));
  g_return_if_fail (DATELINE_IS_ARTICLE (article));
  g_return_if_fail (blocks != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, dateline_text_check_async);

  check = g_new0 (Check, 1);
  check->rows = g_ptr_array_new_with_free_func (free_row);
  old_blocks = dateline_article_dup_blocks (article);
  check->before = g_object_new (DATELINE_TYPE_ARTICLE, "id", "before", NULL);
  check->after = g_object_new (DATELINE_TYPE_ARTICLE, "id", "after", NULL);
  dateline_article_set_blocks (check->before, old_blocks);
  dateline_article_set_blocks (check->after, blocks);
  collect_rows (check, session, article);
  g_task_set_task_data (task, check, free_check);
  g_task_run_in_thread (task, check_in_thread);
}

/* How many passages each item loses. */
static GHashTable *
count_lost (GPtrArray *rows)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, row->item));

      if (row->is_lost && !row->is_clipping)
        g_hash_table_insert (counts, row->item, GUINT_TO_POINTER (n + 1));
    }

  return counts;
}

/* Quotes and accounts say nothing without a passage. */
static gboolean
takes_item (GHashTable *counts,
            const Row  *lost)
{
  if (lost->is_clipping || (!DATELINE_IS_QUOTE (lost->item) && !DATELINE_IS_ACCOUNT (lost->item)))
    return FALSE;

  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, lost->item)) >=
         g_list_model_get_n_items (dateline_item_get_passages (lost->item));
}

/**
 * dateline_text_check_finish:
 * @result: the result that the callback got
 * @n_kept: (out) (optional): how many passages and clippings find their place
 * @error: return location for an error, which can only be that it was cancelled
 *
 * Ends dateline_text_check_async().
 *
 * Returns: (transfer full) (nullable) (element-type DatelineTextLoss): what finds no place
 */
GPtrArray *
dateline_text_check_finish (GAsyncResult  *result,
                            guint         *n_kept,
                            GError       **error)
{
  g_autoptr(GPtrArray) losses = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GHashTable) counts = NULL;
  Check *check;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  /* The task may outlast this in its thread, and an item is not to come to its end there. */
  check = g_task_get_task_data (G_TASK (result));
  rows = g_steal_pointer (&check->rows);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  counts = count_lost (rows);
  losses = g_ptr_array_new_with_free_func (free_loss);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      DatelineTextLoss *loss;

      if (!row->is_lost)
        continue;

      loss = g_new0 (DatelineTextLoss, 1);
      loss->item = g_object_ref (row->item);
      loss->words = g_strdup (row->exact);
      loss->takes_item = takes_item (counts, row);
      g_ptr_array_add (losses, loss);
    }
  if (n_kept != NULL)
    *n_kept = rows->len - losses->len;

  return g_steal_pointer (&losses);
}
