/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of articles in a merge: each is one side's, whole, and passages follow the words into it. */
#include "config.h"

#include "dateline-merge-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-anchors.h"
#include "dateline-merge-private.h"
#include "dateline-query.h"
#include "dateline-story-file-private.h"
#include "dateline-text.h"

/* Code points of a text that the reader is shown. */
#define MAX_SHOWN 2000

/* An article with the text that a file has, and nothing else. */
static DatelineArticle *
read_article (sqlite3     *db,
              const char  *id,
              GError     **error)
{
  g_autoptr(DatelineQuery) query = NULL;
  g_autoptr(GError) failure = NULL;
  g_autoptr(DatelineArticle) article = g_object_new (DATELINE_TYPE_ARTICLE, "id", id, NULL);

  query = dateline_query_new (db, error, "SELECT text FROM block WHERE article = ? ORDER BY number", "s", id);
  if (query == NULL)
    return NULL;
  while (dateline_query_next (query, &failure))
    {
      g_autofree char *text = g_utf8_make_valid ((const char *) sqlite3_column_text (query, 0), -1);

      dateline_article_append_block (article, DATELINE_BLOCK_PARAGRAPH, text);
    }
  if (failure == NULL)
    return g_steal_pointer (&article);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

/* The articles whose text they changed. */
static GHashTable *
find_changed (DatelineMerge *merge)
{
  GHashTable *articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < merge->changes->len; i++)
    {
      const DatelineRowChange *change = g_ptr_array_index (merge->changes, i);

      if (g_str_equal (change->table->name, "block"))
        g_hash_table_add (articles, g_strdup (dateline_row_change_get_owner (change)));
    }

  return articles;
}

static gboolean
changed_here (DatelineMerge *merge,
              const char    *article)
{
  g_autofree char *prefix = g_strconcat ("block\x1f", article, "\x1f", NULL);
  GHashTableIter iter;
  gpointer key;

  if (merge->ours == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, merge->ours);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_str_has_prefix (key, prefix))
      return TRUE;

  return FALSE;
}

/* Puts their text in the place of ours. */
static gboolean
take_text (DatelineMerge  *merge,
           const char     *article,
           GError        **error)
{
  sqlite3 *db = _dateline_story_file_get_handle (merge->into);
  g_autoptr(DatelineQuery) query = NULL;
  g_autoptr(GError) failure = NULL;

  if (!dateline_query_run (db, error, "DELETE FROM block WHERE article = ?", "s", article))
    return FALSE;
  query = dateline_query_new (dateline_database_get_handle (merge->theirs), error,
                              "SELECT number, kind, text FROM block WHERE article = ? ORDER BY number", "s", article);
  if (query == NULL)
    return FALSE;
  while (dateline_query_next (query, &failure))
    if (!dateline_query_run (db, error, "INSERT INTO block (article, number, kind, text) VALUES (?, ?, ?, ?)", "siss",
                             article, sqlite3_column_int64 (query, 0), sqlite3_column_text (query, 1),
                             sqlite3_column_text (query, 2)))
      return FALSE;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * dateline_merge_text_find_kept:
 * @merge: a `DatelineMerge`
 * @error: return location for an error
 *
 * Asks about the texts that both changed, and takes over those for which their side was chosen.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the ids of the articles whose text stays as it is here
 */
GHashTable *
dateline_merge_text_find_kept (DatelineMerge  *merge,
                               GError        **error)
{
  g_autoptr(GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) articles = find_changed (merge);
  sqlite3 *db = _dateline_story_file_get_handle (merge->into);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, articles);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr(DatelineArticle) ours = read_article (db, id, error);
      g_autoptr(DatelineArticle) theirs = NULL;
      g_autofree char *key = g_strconcat ("text\x1f", id, NULL);
      g_autofree char *label = NULL;
      g_autofree char *our_text = NULL;
      g_autofree char *their_text = NULL;

      theirs = ours != NULL ? read_article (dateline_database_get_handle (merge->theirs), id, error) : NULL;
      if (theirs == NULL)
        return NULL;
      if (dateline_article_get_length (ours) == 0 || !changed_here (merge, id) ||
          g_str_equal (dateline_article_get_text (ours), dateline_article_get_text (theirs)))
        continue;

      label = _dateline_merge_label (merge, id);
      our_text = dateline_text_abridge (dateline_article_get_text (ours), MAX_SHOWN);
      their_text = dateline_text_abridge (dateline_article_get_text (theirs), MAX_SHOWN);
      if (_dateline_merge_ask (merge, key, label, C_("field", "text"), our_text, their_text, DATELINE_SIDE_OURS)
          == DATELINE_SIDE_OURS)
        g_hash_table_add (kept, g_strdup (id));
      else if (!take_text (merge, id, error))
        return NULL;
    }

  return g_steal_pointer (&kept);
}

/**
 * dateline_merge_text_has_passage:
 * @db: a story file
 * @change: a change of a passage
 * @articles: (element-type utf8): ids of articles
 *
 * Whether a passage is in one of these articles.
 *
 * Returns: %TRUE if it is
 */
gboolean
dateline_merge_text_has_passage (sqlite3                 *db,
                                 const DatelineRowChange *change,
                                 GHashTable              *articles)
{
  g_autoptr(DatelineQuery) query = NULL;

  if (g_hash_table_size (articles) == 0)
    return FALSE;
  query = dateline_query_new (db, NULL, "SELECT article FROM passage WHERE id = ?", "i",
                              (gint64) sqlite3_value_int64 (change->before[0]));

  return query != NULL && dateline_query_next (query, NULL) &&
         g_hash_table_contains (articles, sqlite3_column_text (query, 0));
}

static gboolean
stands (DatelineArticle *article,
        gint64           start,
        gint64           end,
        const char      *exact)
{
  const char *from;
  const char *to;

  if (start < 0 || start >= end || end > dateline_article_get_length (article))
    return FALSE;
  from = dateline_article_get_pointer (article, (guint) start);
  to = dateline_article_get_pointer (article, (guint) end);

  return strlen (exact) == (gsize) (to - from) && strncmp (exact, from, to - from) == 0;
}

static gboolean
anchor_passages (DatelineMerge    *merge,
                 DatelineArticle  *now,
                 DatelineAnchors  *ours,
                 DatelineAnchors  *theirs,
                 GError          **error)
{
  sqlite3 *db = _dateline_story_file_get_handle (merge->into);
  g_autoptr(DatelineQuery) query = NULL;
  g_autoptr(GError) failure = NULL;

  query = dateline_query_new (db, error, "SELECT id, start, \"end\", exact, prefix, suffix FROM passage WHERE article = ?",
                              "s", dateline_item_get_id (DATELINE_ITEM (now)));
  if (query == NULL)
    return FALSE;
  while (dateline_query_next (query, &failure))
    {
      gint64 start = sqlite3_column_int64 (query, 1);
      gint64 end = sqlite3_column_int64 (query, 2);
      const char *exact = (const char *) sqlite3_column_text (query, 3);
      const char *prefix = (const char *) sqlite3_column_text (query, 4);
      const char *suffix = (const char *) sqlite3_column_text (query, 5);
      g_autoptr(DatelinePassage) passage = NULL;

      if (stands (now, start, end, exact) || start < 0 || end > G_MAXUINT)
        continue;
      passage = dateline_anchors_place (ours, (guint) start, (guint) end, exact, prefix, suffix);
      if (passage == NULL)
        passage = dateline_anchors_place (theirs, (guint) start, (guint) end, exact, prefix, suffix);
      /* Words that are nowhere in the text are not shown, and not lost: another merge may bring the text back. */
      if (passage != NULL &&
          !dateline_query_run (db, error,
                               "UPDATE passage SET start = ?, \"end\" = ?, exact = ?, prefix = ?, suffix = ? WHERE id = ?",
                               "iisssi", (gint64) dateline_passage_get_start (passage),
                               (gint64) dateline_passage_get_end (passage), dateline_passage_get_exact (passage),
                               dateline_passage_get_prefix (passage), dateline_passage_get_suffix (passage),
                               (gint64) sqlite3_column_int64 (query, 0)))
        return FALSE;
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * dateline_merge_text_anchor:
 * @merge: a `DatelineMerge`
 * @error: return location for an error
 *
 * Lets passages follow their words, in the texts that one side changed.
 *
 * Returns: %TRUE if it is done
 */
gboolean
dateline_merge_text_anchor (DatelineMerge  *merge,
                            GError        **error)
{
  g_autoptr(GHashTable) articles = find_changed (merge);
  DatelineStory *story = dateline_story_file_get_story (merge->into);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, articles);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      DatelineItem *before = dateline_story_lookup (story, id);
      g_autoptr(DatelineArticle) now = read_article (_dateline_story_file_get_handle (merge->into), id, error);
      g_autoptr(DatelineArticle) theirs = NULL;
      g_autoptr(DatelineAnchors) our_anchors = NULL;
      g_autoptr(DatelineAnchors) their_anchors = NULL;

      theirs = now != NULL ? read_article (dateline_database_get_handle (merge->theirs), id, error) : NULL;
      if (theirs == NULL)
        return FALSE;
      if (!DATELINE_IS_ARTICLE (before))
        continue;
      our_anchors = dateline_anchors_new (DATELINE_ARTICLE (before), now);
      their_anchors = dateline_anchors_new (theirs, now);
      if (!anchor_passages (merge, now, our_anchors, their_anchors, error))
        return FALSE;
    }

  return TRUE;
}
