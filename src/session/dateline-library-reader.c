/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out what a file of the library holds, whatever sort of story it is. Knows no thread: may be called in any. */
#include "config.h"

#include "dateline-library-reader.h"

#include "dateline-database.h"
#include "dateline-json-reader.h"
#include "dateline-library-folder.h"

static void
summarize_story (DatelineStory          *story,
                 DatelineLibrarySummary *summary)
{
  summary->title = g_strdup (dateline_story_get_title (story));
  summary->description = g_strdup (dateline_story_get_description (story));
  summary->n_articles = g_list_model_get_n_items (dateline_story_get_articles (story));
  summary->n_people = g_list_model_get_n_items (dateline_story_get_people (story));
  summary->n_events = g_list_model_get_n_items (dateline_story_get_events (story));
  summary->n_quotes = g_list_model_get_n_items (dateline_story_get_quotes (story));
  summary->n_reactions = g_list_model_get_n_items (dateline_story_get_reactions (story));
  summary->n_claims = g_list_model_get_n_items (dateline_story_get_claims (story));
}

static guint
get_count (const DatelineDatabaseSummary *found,
           DatelineItemKind               kind)
{
  return (guint) MIN (found->n_items[kind], G_MAXUINT);
}

static void
summarize_database (const DatelineDatabaseSummary *found,
                    DatelineLibrarySummary        *summary)
{
  summary->title = g_strdup (found->title);
  summary->description = g_strdup (found->description);
  summary->n_articles = get_count (found, DATELINE_ITEM_ARTICLE);
  summary->n_people = get_count (found, DATELINE_ITEM_PERSON);
  summary->n_events = get_count (found, DATELINE_ITEM_EVENT);
  summary->n_quotes = get_count (found, DATELINE_ITEM_QUOTE);
  summary->n_reactions = get_count (found, DATELINE_ITEM_REACTION);
  summary->n_claims = get_count (found, DATELINE_ITEM_CLAIM);
}

/**
 * dateline_library_reader_read:
 * @file: a file
 * @cancellable: (nullable): a cancellable
 *
 * Reads what a card tells of a story: of a story file no more than that, of one in JSON everything.
 *
 * Returns: (transfer full): the summary, with its error if the file cannot be opened
 */
DatelineLibrarySummary *
dateline_library_reader_read (GFile        *file,
                              GCancellable *cancellable)
{
  DatelineLibrarySummary *summary;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  summary = dateline_library_summary_new ();
  if (!dateline_library_folder_is_json (file) && g_file_peek_path (file) != NULL)
    {
      g_autoptr(DatelineDatabaseSummary) found = dateline_database_read_summary (g_file_peek_path (file), &error);

      if (found != NULL)
        summarize_database (found, summary);
    }
  /* A name that says nothing is given to stories in JSON too. */
  if (dateline_library_folder_is_json (file) ||
      (g_error_matches (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_A_STORY) &&
       !dateline_library_folder_is_story (file)))
    {
      g_autoptr(DatelineStory) story = NULL;

      g_clear_error (&error);
      story = dateline_json_reader_read_file (file, cancellable, NULL, &error);
      if (story != NULL)
        summarize_story (story, summary);
    }
  if (error != NULL)
    summary->error = g_strdup (error->message);

  return summary;
}

/**
 * dateline_library_reader_settle:
 * @file: a story
 * @error: return location for an error
 *
 * Puts right what a crash left half written beside a story file, so that the file can be moved alone. A file that makes
 * no sense any more is left as it is.
 *
 * Returns: %FALSE if another program is writing to the file
 */
gboolean
dateline_library_reader_settle (GFile   *file,
                                GError **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(DatelineDatabase) database = NULL;
  g_autofree char *journal = NULL;
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  path = g_file_peek_path (file);
  if (path == NULL)
    return TRUE;
  journal = g_strconcat (path, "-journal", NULL);
  if (!g_file_test (journal, G_FILE_TEST_EXISTS))
    return TRUE;

  database = dateline_database_open (path, DATELINE_DATABASE_READ_WRITE, NULL, NULL, &local_error);
  if (!g_error_matches (local_error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_BUSY))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}
