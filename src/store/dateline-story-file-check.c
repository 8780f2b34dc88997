/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a story holds together: one article's text at a time, however many there are. */
#include "config.h"

#include "dateline-story-file-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-query.h"
#include "dateline-text.h"

/* Code points of a wording that a problem shows. */
#define MAX_SHOWN 60

typedef struct
{
  DatelineStoryFile   *file;
  DatelineProblemFunc  func;
  gpointer             user_data;
  guint64              n_passages;
} Check;

static void
report (Check *check,
        char  *problem)
{
  check->func (problem, check->user_data);
  g_free (problem);
}

/* The blocks of an article, joined as offsets count them. */
static GString *
read_text (sqlite3     *db,
           const char  *article,
           GError     **error)
{
  g_autoptr(DatelineQuery) blocks = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) local_error = NULL;
  gboolean is_first = TRUE;

  blocks = dateline_query_new (db, error, "SELECT text FROM block WHERE article = ? ORDER BY number", "s", article);
  if (blocks == NULL)
    return NULL;
  while (dateline_query_next (blocks, &local_error))
    {
      if (!is_first)
        g_string_append_c (text, '\n');
      is_first = FALSE;
      g_string_append (text, (const char *) sqlite3_column_text (blocks, 0));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&text);
}

/* Whether the words stand between two offsets. @at and @offset are a place before, which passages in order of their
 * start only move forward. */
static gboolean
is_in_place (const char **at,
             gint64      *offset,
             gint64       start,
             gint64       end,
             const char  *exact)
{
  for (; *offset < start && **at != '\0'; (*offset)++)
    *at = g_utf8_next_char (*at);

  return *offset == start && end > start && g_str_has_prefix (*at, exact) && g_utf8_strlen (exact, -1) == end - start;
}

static gboolean
check_article (Check       *check,
               const char  *article,
               GError     **error)
{
  sqlite3 *db = _dateline_story_file_get_handle (check->file);
  g_autoptr(GString) text = read_text (db, article, error);
  g_autoptr(DatelineQuery) passages = NULL;
  g_autoptr(GError) local_error = NULL;
  const char *at;
  gint64 offset = 0;

  if (text == NULL)
    return FALSE;
  if (!g_utf8_validate_len (text->str, text->len, NULL))
    {
      report (check, g_strdup_printf (_("%s: its text is not UTF-8"), article));
      return TRUE;
    }

  passages = dateline_query_new (db, error,
                                 "SELECT item, start, \"end\", exact FROM passage WHERE article = ? ORDER BY start", "s",
                                 article);
  if (passages == NULL)
    return FALSE;
  at = text->str;
  while (dateline_query_next (passages, &local_error))
    {
      const char *exact = (const char *) sqlite3_column_text (passages, 3);
      g_autofree char *valid = g_utf8_make_valid (exact, -1);
      g_autofree char *shown = dateline_text_abridge (valid, MAX_SHOWN);

      check->n_passages++;
      if (!g_str_equal (valid, exact) ||
          !is_in_place (&at, &offset, sqlite3_column_int64 (passages, 1), sqlite3_column_int64 (passages, 2), exact))
        report (check,
                /* Translators: the id of an item, the words of a passage, the id of an article */
                g_strdup_printf (_("%s: “%s” is not where it should be in %s"),
                                 (const char *) sqlite3_column_text (passages, 0), shown, article));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

/* Words that nobody can be shown to have said are no evidence. */
static gboolean
check_evidence (Check   *check,
                GError **error)
{
  g_autoptr(DatelineQuery) items = NULL;
  g_autoptr(GError) local_error = NULL;

  items = dateline_query_new (_dateline_story_file_get_handle (check->file), error,
                              "SELECT id FROM item WHERE kind IN ('quote', 'account') "
                              "AND NOT EXISTS (SELECT 1 FROM passage WHERE passage.item = item.id) "
                              "ORDER BY kind, position, id", "");
  if (items == NULL)
    return FALSE;
  while (dateline_query_next (items, &local_error))
    report (check, g_strdup_printf (_("%s: no article has its words"), (const char *) sqlite3_column_text (items, 0)));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

/**
 * dateline_story_file_check:
 * @self: a `DatelineStoryFile`
 * @n_passages: (out) (optional): how many passages there are
 * @func: (scope call): called with each problem, one sentence
 * @user_data: data for @func
 * @error: return location for an error
 *
 * Looks for passages whose words are not where they should be, and for quotes and accounts without words. Whether the
 * file itself is sound is dateline_database_check_file()'s to say.
 *
 * Returns: %FALSE if the story could not be read to its end
 */
gboolean
dateline_story_file_check (DatelineStoryFile    *self,
                           guint64              *n_passages,
                           DatelineProblemFunc   func,
                           gpointer              user_data,
                           GError              **error)
{
  Check check = { self, func, user_data, 0 };
  g_autoptr(DatelineQuery) articles = NULL;
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (DATELINE_IS_STORY_FILE (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  articles = dateline_query_new (_dateline_story_file_get_handle (self), error,
                                 "SELECT id FROM item WHERE kind = 'article' ORDER BY position, id", "");
  if (articles == NULL)
    return FALSE;
  while (dateline_query_next (articles, &local_error))
    {
      g_autofree char *article = dateline_query_dup_string (articles, 0);

      if (!check_article (&check, article, error))
        return FALSE;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (n_passages != NULL)
    *n_passages = check.n_passages;

  return check_evidence (&check, error);
}
