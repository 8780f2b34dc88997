/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story from its rows. */
#include "config.h"

#include "dateline-rows.h"

#include "dateline-rows-living.h"
#include "dateline-rows-reader.h"

/**
 * dateline_rows_new_story:
 * @db: a connection
 * @error: return location for an error
 *
 * Creates a story without items, of what the file says of the story itself. dateline_rows_load() adds the items.
 *
 * Returns: (transfer full) (nullable): a new `DatelineStory`
 */
DatelineStory *
dateline_rows_new_story (sqlite3  *db,
                         GError  **error)
{
  static const char *const names[] = { "id", "title", "description", "language", "note" };
  g_autoptr(DatelineStatements) statements = NULL;
  GValue values[G_N_ELEMENTS (names)] = { G_VALUE_INIT };
  DatelineStory *story = NULL;
  gboolean is_read = TRUE;
  sqlite3_stmt *statement;
  gboolean has_row;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  statements = dateline_statements_new (db);
  statement = dateline_statements_get (statements, "SELECT id, title, description, language, note FROM story LIMIT 1", error);
  if (statement == NULL || !dateline_query_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      dateline_story_error_set_sqlite (error, NULL, SQLITE_CORRUPT);
      return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *text = NULL;

      is_read = is_read && dateline_query_read_text (statement, (int) i, &text, error);
      g_value_init (&values[i], G_TYPE_STRING);
      g_value_set_string (&values[i], text);
    }
  if (is_read)
    story = DATELINE_STORY (g_object_new_with_properties (DATELINE_TYPE_STORY, G_N_ELEMENTS (names), (const char **) names,
                                                          values));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_value_unset (&values[i]);

  return story;
}

/* Gives a story the details that the file has, but for the id. */
gboolean
dateline_rows_refresh_details (sqlite3        *db,
                               DatelineStory  *story,
                               GError        **error)
{
  g_autoptr(DatelineStory) details = dateline_rows_new_story (db, error);

  if (details == NULL)
    return FALSE;

  g_object_set (story,
                "title", dateline_story_get_title (details),
                "description", dateline_story_get_description (details),
                "language", dateline_story_get_language (details),
                "note", dateline_story_get_note (details),
                NULL);

  return TRUE;
}

static gboolean
load_all (DatelineRowsReader  *reader,
          GError             **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_row_free);

  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    if (!dateline_rows_reader_make_items (reader, kind, NULL, rows, error))
      return FALSE;
  if (!dateline_rows_reader_read_lists (reader, NULL, error) || !dateline_rows_reader_read_about (reader, NULL, error))
    return FALSE;
  dateline_rows_reader_resolve (reader);
  dateline_rows_reader_set_links (reader, TRUE);

  dateline_story_begin_changes (reader->story);
  for (guint i = 0; i < rows->len; i++)
    dateline_story_add (reader->story, ((DatelineRow *) g_ptr_array_index (rows, i))->item);
  dateline_story_end_changes (reader->story);

  return TRUE;
}

static void
add_living_ids (DatelineStory *story,
                GHashTable    *ids)
{
  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      GListModel *items = dateline_story_get_items (story, kind);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);

          g_hash_table_add (ids, g_strdup (dateline_item_get_id (item)));
        }
    }
}

static gboolean
is_empty (DatelineStory *story)
{
  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    if (g_list_model_get_n_items (dateline_story_get_items (story, kind)) > 0)
      return FALSE;

  return TRUE;
}

/**
 * dateline_rows_load:
 * @db: a connection
 * @story: a story
 * @error: return location for an error
 *
 * Makes a story what the file says. An empty story gets all items; one that has items already is brought up to date, and
 * what it has stays what it is, as with dateline_rows_refresh().
 *
 * Returns: %TRUE if all was read; otherwise the story is as it was, or nearly
 */
gboolean
dateline_rows_load (sqlite3        *db,
                    DatelineStory  *story,
                    GError        **error)
{
  g_autoptr(GHashTable) ids = NULL;
  DatelineRowsReader reader;
  gboolean is_loaded;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (DATELINE_IS_STORY (story), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (dateline_story_get_source (story) != NULL)
    return dateline_rows_reload_living (db, story, error);

  if (!dateline_rows_run (db, "SAVEPOINT load", error))
    return FALSE;
  dateline_rows_reader_init (&reader, db, story);
  if (is_empty (story))
    {
      is_loaded = load_all (&reader, error) && dateline_rows_refresh_details (db, story, error);
    }
  else
    {
      ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      add_living_ids (story, ids);
      g_hash_table_add (ids, g_strdup (dateline_story_get_id (story)));
      is_loaded = dateline_rows_reader_add_ids (&reader, "SELECT id FROM item", NULL, ids, error) &&
                  dateline_rows_refresh (db, story, ids, error);
    }
  dateline_rows_reader_clear (&reader);
  sqlite3_exec (db, "RELEASE load", NULL, NULL, NULL);

  return is_loaded;
}
