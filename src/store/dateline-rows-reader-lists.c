/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows in, lists of items out: the text of articles, passages, participants, what claims are about. Each function reads
 * them for one item, or for all in one go. */
#include "config.h"

#include "dateline-rows-reader.h"

#include <glib/gi18n.h>
#include <string.h>

static const DatelineColumn text_column = { "text", "text", DATELINE_COLUMN_STRING, NC_("field", "text") };
static const DatelineColumn date_column = { "date", "date", DATELINE_COLUMN_DATE, NC_("field", "dates in the text") };

/* What is gathered from row to row while they belong to the same item. */
typedef struct
{
  DatelineItem *item;
  GPtrArray    *objects;
  GPtrArray    *dates;
} Gathering;

typedef gboolean (*GatherFunc) (DatelineRowsReader  *self,
                                sqlite3_stmt        *statement,
                                Gathering           *gathering,
                                GError             **error);
typedef void     (*FinishFunc) (DatelineRowsReader  *self,
                                Gathering           *gathering);

/* Runs a query whose first column names the item, and that is in the order of the items. */
static gboolean
gather (DatelineRowsReader  *self,
        const char          *columns,
        const char          *owner,
        const char          *order,
        DatelineItem        *only,
        GDestroyNotify       free_func,
        GatherFunc           gather_row,
        FinishFunc           finish,
        GError             **error)
{
  g_autofree char *sql = NULL;
  g_autoptr(GPtrArray) objects = g_ptr_array_new_with_free_func (free_func);
  g_autoptr(GPtrArray) dates = g_ptr_array_new_with_free_func (g_object_unref);
  Gathering gathering = { only, objects, dates };
  sqlite3_stmt *statement;
  gboolean has_row;

  if (only != NULL)
    sql = g_strdup_printf ("SELECT %s, %s WHERE %s = ? ORDER BY %s", owner, columns, owner, order);
  else
    sql = g_strdup_printf ("SELECT %s, %s ORDER BY %s, %s", owner, columns, owner, order);
  statement = dateline_statements_get (self->statements, sql, error);
  if (statement == NULL)
    return FALSE;
  if (only != NULL)
    dateline_query_bind_text (statement, 1, dateline_item_get_id (only));

  while (TRUE)
    {
      const char *id = NULL;

      if (!dateline_query_step (statement, &has_row, error))
        return FALSE;
      if (has_row)
        id = (const char *) sqlite3_column_text (statement, 0);

      if (only == NULL &&
          (!has_row || gathering.item == NULL || id == NULL || strcmp (dateline_item_get_id (gathering.item), id) != 0))
        {
          if (gathering.item != NULL)
            finish (self, &gathering);
          g_ptr_array_set_size (objects, 0);
          g_ptr_array_set_size (dates, 0);
          gathering.item = id != NULL ? dateline_rows_reader_lookup (self, id) : NULL;
        }
      if (!has_row)
        break;
      if (gathering.item != NULL && !gather_row (self, statement, &gathering, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
    }

  if (only != NULL)
    finish (self, &gathering);

  return TRUE;
}

/* A block is one line, for the views too: a break within it becomes a space, which keeps all offsets. */
static char *
make_line (const char *text)
{
  GString *line;

  if (strpbrk (text, "\n\r") == NULL && strstr (text, "\u2028") == NULL && strstr (text, "\u2029") == NULL)
    return g_strdup (text);

  line = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (line, c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 ? ' ' : c);
    }

  return g_string_free (line, FALSE);
}

static gboolean
gather_block (DatelineRowsReader  *self,
              sqlite3_stmt        *statement,
              Gathering           *gathering,
              GError             **error)
{
  g_autoptr(GEnumClass) kinds = g_type_class_ref (DATELINE_TYPE_BLOCK_KIND);
  g_autofree char *line = NULL;
  const char *nick;
  const char *text;
  GEnumValue *kind;

  if (!dateline_query_read_text (statement, 1, &nick, NULL) ||
      !dateline_query_read_text (statement, 2, &text, NULL) || text == NULL)
    return dateline_rows_reader_fail (error, dateline_item_get_label (gathering->item), &text_column);

  kind = nick != NULL ? g_enum_get_value_by_nick (kinds, nick) : NULL;
  line = make_line (text);
  g_ptr_array_add (gathering->objects,
                   dateline_text_block_new (kind != NULL ? kind->value : DATELINE_BLOCK_PARAGRAPH, line));

  return TRUE;
}

static void
finish_body (DatelineRowsReader *self,
             Gathering          *gathering)
{
  if (DATELINE_IS_ARTICLE (gathering->item))
    dateline_article_set_blocks (DATELINE_ARTICLE (gathering->item), gathering->objects);
}

/* Reads the text of articles. */
gboolean
dateline_rows_reader_read_bodies (DatelineRowsReader  *self,
                                  DatelineItem        *only,
                                  GError             **error)
{
  return gather (self, "kind, text FROM block", "article", "number", only, (GDestroyNotify) dateline_text_block_free,
                 gather_block, finish_body, error);
}

/* Finds out whether the text of an article is what its rows say, or nearly so; then its passages are right as well. */
gboolean
dateline_rows_reader_has_body (DatelineRowsReader  *self,
                               DatelineArticle     *article,
                               gboolean            *has_body,
                               GError             **error)
{
  sqlite3_stmt *statement;
  const char *present = dateline_article_get_text (article);
  gboolean has_row;

  statement = dateline_statements_get (self->statements, "SELECT text FROM block WHERE article = ? ORDER BY number", error);
  if (statement == NULL)
    return FALSE;
  dateline_query_bind_text (statement, 1, dateline_item_get_id (DATELINE_ITEM (article)));

  *has_body = TRUE;
  for (guint i = 0; *has_body; i++)
    {
      const char *text;

      if (!dateline_query_step (statement, &has_row, error) ||
          (has_row && !dateline_query_read_text (statement, 0, &text, error)))
        return FALSE;
      if (!has_row)
        break;
      *has_body = text != NULL && (i == 0 || *present++ == '\n') && g_str_has_prefix (present, text);
      present += *has_body ? strlen (text) : 0;
    }
  *has_body = *has_body && *present == '\0';
  sqlite3_reset (statement);

  return TRUE;
}

/* Makes a passage. One whose words are not there, as after a merge with a copy that has another text, is left out; its
 * row stays. */
static DatelinePassage *
make_passage (DatelineArticle *article,
              gint64           start,
              gint64           end,
              const char      *exact)
{
  if (start < 0 || start >= end || end > dateline_article_get_length (article) ||
      !g_str_has_prefix (dateline_article_get_pointer (article, (guint) start), exact) ||
      g_utf8_strlen (exact, -1) != end - start)
    return NULL;

  return dateline_passage_new (article, (guint) start, (guint) end);
}

/* Makes a passage of what its row says, without the text of the article: start, end, exact, date, prefix and suffix from
 * a column on. */
DatelinePassage *
dateline_rows_reader_quote (sqlite3_stmt    *statement,
                            int              column,
                            DatelineArticle *article)
{
  gint64 start = sqlite3_column_int64 (statement, column);
  gint64 end = sqlite3_column_int64 (statement, column + 1);
  const char *words[3];

  if (start < 0 || start >= end || end > G_MAXINT ||
      !dateline_query_read_text (statement, column + 2, &words[0], NULL) || words[0] == NULL ||
      !dateline_query_read_text (statement, column + 4, &words[1], NULL) || words[1] == NULL ||
      !dateline_query_read_text (statement, column + 5, &words[2], NULL) || words[2] == NULL)
    return NULL;

  return dateline_passage_new_quoted (article, (guint) start, (guint) end, words[0], words[1], words[2]);
}

static gboolean
gather_passage (DatelineRowsReader  *self,
                sqlite3_stmt        *statement,
                Gathering           *gathering,
                GError             **error)
{
  g_autoptr(DatelinePassage) passage = NULL;
  g_autoptr(DatelineDate) date = NULL;
  const char *article_id = (const char *) sqlite3_column_text (statement, 1);
  DatelineItem *article = NULL;
  const char *exact;
  const char *edtf;

  if (article_id != NULL)
    article = dateline_rows_reader_lookup_kind (self, DATELINE_ITEM_ARTICLE, article_id);

  if (!dateline_query_read_text (statement, 4, &exact, error) ||
      !dateline_query_read_text (statement, 5, &edtf, error))
    return FALSE;
  if (article == NULL || exact == NULL)
    return TRUE;
  if (self->is_lazy)
    passage = dateline_rows_reader_quote (statement, 2, DATELINE_ARTICLE (article));
  else
    passage = make_passage (DATELINE_ARTICLE (article), sqlite3_column_int64 (statement, 2),
                            sqlite3_column_int64 (statement, 3), exact);
  if (passage == NULL)
    return TRUE;
  if (edtf == NULL)
    {
      g_ptr_array_add (gathering->objects, g_steal_pointer (&passage));
      return TRUE;
    }

  date = dateline_date_new (edtf, NULL);
  if (date == NULL)
    return dateline_rows_reader_fail (error, dateline_item_get_label (gathering->item), &date_column);
  if (article == gathering->item)
    g_ptr_array_add (gathering->dates, dateline_date_mention_new (date, passage));

  return TRUE;
}

static void
finish_passages (DatelineRowsReader *self,
                 Gathering          *gathering)
{
  dateline_item_set_passages (gathering->item, gathering->objects);
  if (DATELINE_IS_ARTICLE (gathering->item))
    dateline_article_set_dates (DATELINE_ARTICLE (gathering->item), gathering->dates);
}

/* Reads the passages of items, and the dates of articles. */
gboolean
dateline_rows_reader_read_passages (DatelineRowsReader  *self,
                                    DatelineItem        *only,
                                    GError             **error)
{
  return gather (self, "article, start, \"end\", exact, date, prefix, suffix FROM passage", "item", "position, id", only, g_object_unref,
                 gather_passage, finish_passages, error);
}

static gboolean
gather_item (DatelineRowsReader  *self,
             sqlite3_stmt        *statement,
             Gathering           *gathering,
             GError             **error)
{
  const char *id = (const char *) sqlite3_column_text (statement, 1);
  DatelineItem *item = NULL;

  if (id != NULL && DATELINE_IS_EVENT (gathering->item))
    item = dateline_rows_reader_lookup_kind (self, DATELINE_ITEM_PERSON, id);
  else if (id != NULL)
    item = dateline_rows_reader_lookup (self, id);
  if (item != NULL)
    g_ptr_array_add (gathering->objects, g_object_ref (item));

  return TRUE;
}

static void
finish_persons (DatelineRowsReader *self,
                Gathering          *gathering)
{
  if (DATELINE_IS_EVENT (gathering->item))
    dateline_event_set_participants (DATELINE_EVENT (gathering->item), gathering->objects);
}

/* Reads the participants of events. */
gboolean
dateline_rows_reader_read_persons (DatelineRowsReader  *self,
                                   DatelineItem        *only,
                                   GError             **error)
{
  return gather (self, "person FROM participant", "event", "position, person", only, g_object_unref,
                 gather_item, finish_persons, error);
}

static void
finish_about (DatelineRowsReader *self,
              Gathering          *gathering)
{
  if (DATELINE_IS_CLAIM (gathering->item))
    dateline_rows_reader_add_about (self, gathering->item, gathering->objects);
}

/* Reads what claims are about; that is set with the other references that could lead in a circle. */
gboolean
dateline_rows_reader_read_about (DatelineRowsReader  *self,
                                 DatelineItem        *only,
                                 GError             **error)
{
  return gather (self, "item FROM about", "claim", "position, item", only, g_object_unref,
                 gather_item, finish_about, error);
}

/* Reads all of these but the last: for an item, or for all that were made. */
gboolean
dateline_rows_reader_read_lists (DatelineRowsReader  *self,
                                 DatelineItem        *only,
                                 GError             **error)
{
  return ((only != NULL && !DATELINE_IS_ARTICLE (only)) || dateline_rows_reader_read_bodies (self, only, error)) &&
         dateline_rows_reader_read_passages (self, only, error) &&
         ((only != NULL && !DATELINE_IS_EVENT (only)) || dateline_rows_reader_read_persons (self, only, error));
}
