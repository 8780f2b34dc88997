/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an article as rows, one a block. */
#include "config.h"

#include "dateline-rows-private.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
get_nick (GEnumClass        *kinds,
          DatelineBlockKind  kind)
{
  return g_enum_get_value (kinds, kind)->value_nick;
}

static gboolean
insert_block (DatelineStatements       *statements,
              const char               *article,
              guint                     number,
              const DatelineTextBlock  *block,
              GError                  **error)
{
  g_autoptr(GEnumClass) kinds = g_type_class_ref (DATELINE_TYPE_BLOCK_KIND);
  sqlite3_stmt *statement;

  statement = dateline_statements_get (statements, "INSERT INTO block (article, number, kind, text) VALUES (?, ?, ?, ?)",
                                       error);
  if (statement == NULL)
    return FALSE;
  dateline_query_bind_text (statement, 1, article);
  sqlite3_bind_int (statement, 2, (int) number);
  dateline_query_bind_text (statement, 3, get_nick (kinds, block->kind));
  dateline_query_bind_text (statement, 4, block->text);

  return dateline_query_finish (statement, NULL, error);
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_CONFLICT,
                       _("The text of the article was changed elsewhere meanwhile"));

  return FALSE;
}

static gboolean
update_block (DatelineStatements       *statements,
              const char               *article,
              guint                     number,
              const DatelineTextBlock  *wanted,
              const DatelineTextBlock  *expected,
              GError                  **error)
{
  g_autoptr(GEnumClass) kinds = g_type_class_ref (DATELINE_TYPE_BLOCK_KIND);
  sqlite3_stmt *statement;
  guint n_changed;

  if (wanted->kind == expected->kind && g_str_equal (wanted->text, expected->text))
    return TRUE;

  statement = dateline_statements_get (statements,
                                       "UPDATE block SET kind = ?1, text = ?2 WHERE article = ?3 AND number = ?4 "
                                       "AND ((kind = ?5 AND text = ?6) OR (kind = ?1 AND text = ?2))", error);
  if (statement == NULL)
    return FALSE;
  dateline_query_bind_text (statement, 1, get_nick (kinds, wanted->kind));
  dateline_query_bind_text (statement, 2, wanted->text);
  dateline_query_bind_text (statement, 3, article);
  sqlite3_bind_int (statement, 4, (int) number);
  dateline_query_bind_text (statement, 5, get_nick (kinds, expected->kind));
  dateline_query_bind_text (statement, 6, expected->text);
  if (!dateline_query_finish (statement, &n_changed, error))
    return FALSE;

  return n_changed > 0 || fail (error);
}

/* Deletes the blocks from a number on, of which there have to be @n. */
static gboolean
delete_blocks (DatelineStatements  *statements,
               const char          *article,
               guint                number,
               guint                n,
               GError             **error)
{
  sqlite3_stmt *statement = dateline_statements_get (statements, "DELETE FROM block WHERE article = ? AND number >= ?", error);
  guint n_deleted;

  if (statement == NULL)
    return FALSE;
  dateline_query_bind_text (statement, 1, article);
  sqlite3_bind_int (statement, 2, (int) number);
  if (!dateline_query_finish (statement, &n_deleted, error))
    return FALSE;

  return n_deleted == n || fail (error);
}

/* Writes the text of a new article. */
gboolean
dateline_rows_insert_body (DatelineStatements  *statements,
                           DatelineArticle     *article,
                           GError             **error)
{
  g_autoptr(GPtrArray) blocks = dateline_article_dup_blocks (article);

  for (guint i = 0; i < blocks->len; i++)
    if (!insert_block (statements, dateline_item_get_id (DATELINE_ITEM (article)), i, g_ptr_array_index (blocks, i), error))
      return FALSE;

  return TRUE;
}

/* Writes the blocks in which two states of an article differ. */
gboolean
dateline_rows_update_body (DatelineStatements  *statements,
                           DatelineArticle     *draft,
                           DatelineArticle     *base,
                           GError             **error)
{
  const char *id = dateline_item_get_id (DATELINE_ITEM (draft));
  g_autoptr(GPtrArray) wanted = NULL;
  g_autoptr(GPtrArray) expected = NULL;

  wanted = dateline_article_dup_blocks (draft);
  expected = dateline_article_dup_blocks (base);
  for (guint i = 0; i < MIN (wanted->len, expected->len); i++)
    if (!update_block (statements, id, i, g_ptr_array_index (wanted, i), g_ptr_array_index (expected, i), error))
      return FALSE;
  if (wanted->len < expected->len && !delete_blocks (statements, id, wanted->len, expected->len - wanted->len, error))
    return FALSE;
  for (guint i = expected->len; i < wanted->len; i++)
    if (!insert_block (statements, id, i, g_ptr_array_index (wanted, i), error))
      return FALSE;

  return TRUE;
}
