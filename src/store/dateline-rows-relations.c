/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has to do with what, by the rows: the answers of an index, without the items. */
#include "config.h"

#include "dateline-rows-relations.h"

#include <string.h>

#include "dateline-index.h"
#include "dateline-occurrence.h"

/* Of most ids, dates and kinds. */
#define BUFFER_SIZE 64

#define ALL      ((1u << DATELINE_N_ITEM_KINDS) - 1)
#define ARTICLE  (1u << DATELINE_ITEM_ARTICLE)
#define PERSON   (1u << DATELINE_ITEM_PERSON)
#define EVENT    (1u << DATELINE_ITEM_EVENT)
#define QUOTE    (1u << DATELINE_ITEM_QUOTE)
#define REACTION (1u << DATELINE_ITEM_REACTION)
#define CLAIM    (1u << DATELINE_ITEM_CLAIM)
#define ACCOUNT  (1u << DATELINE_ITEM_ACCOUNT)

/* A way in which the item ?1 has to do with items t of the kind ?2. The order is that in which an index that goes through
 * the story meets them: by the item that says so, then by what it says first. */
typedef struct
{
  guint       from;
  guint       to;
  const char *order; /* position and id of the item that says so; what of it comes first; two columns for their order */
  const char *tables;
} Relation;

/* The item itself says so, or the other one. */
#define OWN   "x.position, x.id, "
#define OTHER "t.position, t.id, "
#define X     "JOIN item AS x ON x.id = ?1 "

static const Relation relations[] = {
  { ALL & ~ARTICLE, ARTICLE, OWN "0, p.position, p.id",
    "passage AS p JOIN item AS t ON t.id = p.article " X "WHERE p.item = ?1 AND p.date IS NULL" },
  { ARTICLE, ALL & ~(ARTICLE | ACCOUNT), OTHER "0, 0, 0",
    "(SELECT DISTINCT item FROM passage WHERE article = ?1 AND date IS NULL) AS p JOIN item AS t ON t.id = p.item WHERE 1" },
  { ARTICLE, ACCOUNT, "c.position, c.id, 2, t.position, t.id",
    "(SELECT DISTINCT item FROM passage WHERE article = ?1 AND date IS NULL) AS p JOIN item AS t ON t.id = p.item "
    "JOIN account AS a ON a.id = t.id JOIN item AS c ON c.id = a.claim WHERE 1" },
  { ALL, CLAIM, OTHER "1, 0, 0", "about AS b JOIN item AS t ON t.id = b.claim WHERE b.item = ?1" },
  { CLAIM, ALL, OWN "1, b.position, b.item", "about AS b JOIN item AS t ON t.id = b.item " X "WHERE b.claim = ?1" },
  { CLAIM, ACCOUNT, OWN "2, t.position, t.id", "account AS a JOIN item AS t ON t.id = a.id " X "WHERE a.claim = ?1" },
  { ACCOUNT, CLAIM, OTHER "2, 0, 0", "account AS a JOIN item AS t ON t.id = a.claim WHERE a.id = ?1" },
  { PERSON, EVENT, OTHER "1, 0, 0", "participant AS p JOIN item AS t ON t.id = p.event WHERE p.person = ?1" },
  { PERSON, PERSON, "c.position, c.id, 1, p.position, p.person",
    "participant AS m JOIN item AS c ON c.id = m.event JOIN participant AS p ON p.event = m.event "
    "JOIN item AS t ON t.id = p.person WHERE m.person = ?1 AND "
    "(SELECT count(*) FROM participant AS n WHERE n.event = m.event) <= " G_STRINGIFY (DATELINE_INDEX_MAX_TOGETHER) },
  { EVENT, PERSON, OWN "1, p.position, p.person",
    "participant AS p JOIN item AS t ON t.id = p.person " X "WHERE p.event = ?1" },
  { EVENT, EVENT, OWN "0, 0, 0", "event AS e JOIN item AS t ON t.id = e.part_of " X "WHERE e.id = ?1" },
  { EVENT, EVENT, OTHER "0, 0, 0", "event AS e JOIN item AS t ON t.id = e.id WHERE e.part_of = ?1" },
  { PERSON, QUOTE, OTHER "0, 0, 0", "quote AS q JOIN item AS t ON t.id = q.id WHERE q.speaker = ?1" },
  { EVENT, QUOTE, OTHER "0, 0, 0", "quote AS q JOIN item AS t ON t.id = q.id WHERE q.event = ?1" },
  { QUOTE, PERSON, OWN "0, 0, 0", "quote AS q JOIN item AS t ON t.id = q.speaker " X "WHERE q.id = ?1" },
  { QUOTE, EVENT, OWN "0, 0, 0", "quote AS q JOIN item AS t ON t.id = q.event " X "WHERE q.id = ?1" },
  { QUOTE, QUOTE, OWN "0, 0, 0", "quote AS q JOIN item AS t ON t.id = q.original " X "WHERE q.id = ?1" },
  { QUOTE, QUOTE, OTHER "0, 0, 0", "quote AS q JOIN item AS t ON t.id = q.id WHERE q.original = ?1" },
  { PERSON, REACTION, OTHER "0, 0, 0", "reaction AS r JOIN item AS t ON t.id = r.id WHERE r.author = ?1" },
  { EVENT | REACTION, REACTION, OTHER "0, 0, 0", "reaction AS r JOIN item AS t ON t.id = r.id WHERE r.answers = ?1" },
  { REACTION, PERSON, OWN "0, 0, 0", "reaction AS r JOIN item AS t ON t.id = r.author " X "WHERE r.id = ?1" },
  { REACTION, EVENT | REACTION, OWN "0, 0, 0", "reaction AS r JOIN item AS t ON t.id = r.answers " X "WHERE r.id = ?1" },
};

static char *
compose (DatelineItemKind from,
         DatelineItemKind to)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  const char *ends = "";

  /* The plus keeps SQLite from going through all items of the kind, which it would do as they are in order. */
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      if ((relations[i].from & 1u << from) == 0 || (relations[i].to & 1u << to) == 0)
        continue;
      g_string_append_printf (sql, "%sSELECT t.rowid, %s FROM %s AND +t.kind = ?2 AND t.id <> ?1", ends, relations[i].order,
                              relations[i].tables);
      ends = " UNION ALL ";
    }
  if (sql->len == 0)
    return NULL;
  g_string_append (sql, " ORDER BY 2, 3, 4, 5, 6");

  return g_strdup (sql->str);
}

/**
 * dateline_rows_relations_list:
 * @statements: (nullable): statements of the connection
 * @item: an item
 * @kind: what to look for
 * @error: return location for an error
 *
 * Lists what has to do with an item, as dateline_index_get_related() does.
 *
 * Returns: (transfer full) (element-type gint64): the keys of the items, each once; what was found until an error
 */
GArray *
dateline_rows_relations_list (DatelineStatements  *statements,
                              DatelineItem        *item,
                              DatelineItemKind     kind,
                              GError             **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *sql = compose (dateline_item_get_kind (item), kind);
  sqlite3_stmt *statement;
  gboolean has_row = TRUE;

  if (sql == NULL || statements == NULL)
    return keys;
  statement = dateline_statements_get (statements, sql, error);
  if (statement == NULL)
    return keys;

  dateline_query_bind_text (statement, 1, dateline_item_get_id (item));
  dateline_query_bind_text (statement, 2, dateline_table_get (kind)->name);
  while (has_row && dateline_query_step (statement, &has_row, error))
    if (has_row)
      {
        gint64 key = sqlite3_column_int64 (statement, 0);

        if (g_hash_table_contains (seen, &key))
          continue;
        g_hash_table_add (seen, g_memdup2 (&key, sizeof key));
        g_array_append_val (keys, key);
      }

  return keys;
}

static void
clear_dated (gpointer data)
{
  DatelineDatedItem *dated = data;

  g_clear_pointer (&dated->date, dateline_date_unref);
}

/* As sqlite3_column_text(), which allocates memory for each text, but for short ones that is not needed. To ask for the
 * length first makes it UTF-8, whatever it is in the file. */
static const char *
peek_text (sqlite3_stmt *statement,
           int           column,
           char         *buffer)
{
  int length = sqlite3_column_bytes (statement, column);
  const char *bytes = sqlite3_column_blob (statement, column);

  if (bytes == NULL || length >= BUFFER_SIZE)
    return (const char *) sqlite3_column_text (statement, column);

  memcpy (buffer, bytes, (gsize) length);
  buffer[length] = '\0';

  return buffer;
}

/* Large stories have few dates for their many items: each is read once. */
static DatelineDate *
read_date (sqlite3_stmt *statement,
           int           column,
           GHashTable   *dates)
{
  char buffer[BUFFER_SIZE];
  const char *edtf = peek_text (statement, column, buffer);
  DatelineDate *date;

  if (edtf == NULL)
    return NULL;

  date = g_hash_table_lookup (dates, edtf);
  if (date == NULL)
    {
      date = dateline_date_new (edtf, NULL);
      if (date != NULL)
        g_hash_table_insert (dates, g_strdup (edtf), date);
    }

  return date != NULL ? dateline_date_ref (date) : NULL;
}

static const char *
read_category (sqlite3_stmt *statement,
               int           column,
               GHashTable   *categories)
{
  char buffer[BUFFER_SIZE];
  const char *category = peek_text (statement, column, buffer);
  const char *interned;

  if (category == NULL)
    return g_intern_static_string ("");

  interned = g_hash_table_lookup (categories, category);
  if (interned == NULL)
    {
      g_autofree char *valid = g_utf8_make_valid (category, -1);

      interned = g_intern_string (valid);
      g_hash_table_insert (categories, g_strdup (category), (gpointer) interned);
    }

  return interned;
}

/* Puts the rows of a kind beside its items. Both are mostly in the same order, and one after the other is read many times
 * as fast as each by its id; where they are not, the row is looked for and reading goes on behind it. */
typedef struct
{
  DatelineStatements *statements;
  DatelineItemKind    kind;
  sqlite3_stmt       *rows; /* NULL: at the end */
} Zip;

static const char *
get_query (DatelineItemKind kind,
           gboolean         by_id)
{
  static const char *const queries[DATELINE_N_ITEM_KINDS][2] = {
    [DATELINE_ITEM_EVENT] = { "SELECT id, date, kind FROM event WHERE rowid > ? ORDER BY rowid",
                              "SELECT rowid FROM event WHERE id = ?" },
    [DATELINE_ITEM_REACTION] = { "SELECT id, date FROM reaction WHERE rowid > ? ORDER BY rowid",
                                 "SELECT rowid FROM reaction WHERE id = ?" },
  };

  return queries[kind][by_id];
}

static gboolean
step_rows (Zip     *zip,
           GError **error)
{
  gboolean has_row;

  if (!dateline_query_step (zip->rows, &has_row, error))
    return FALSE;
  if (!has_row)
    zip->rows = NULL;

  return TRUE;
}

static gboolean
start_rows (Zip     *zip,
            gint64   after,
            GError **error)
{
  zip->rows = dateline_statements_get (zip->statements, get_query (zip->kind, FALSE), error);
  if (zip->rows == NULL)
    return FALSE;
  sqlite3_bind_int64 (zip->rows, 1, after);

  return step_rows (zip, error);
}

/* Gets to the row of an id. */
static gboolean
find_row (Zip         *zip,
          const char  *id,
          GError     **error)
{
  char buffer[BUFFER_SIZE];
  const char *present = zip->rows != NULL ? peek_text (zip->rows, 0, buffer) : NULL;
  sqlite3_stmt *statement;
  gboolean has_row;
  gint64 number;

  if (g_strcmp0 (present, id) == 0)
    return TRUE;

  statement = dateline_statements_get (zip->statements, get_query (zip->kind, TRUE), error);
  if (statement == NULL)
    return FALSE;
  dateline_query_bind_text (statement, 1, id);
  if (!dateline_query_step (statement, &has_row, error) || !has_row)
    return FALSE;
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);

  return start_rows (zip, number - 1, error);
}

/**
 * dateline_rows_relations_list_dates:
 * @statements: (nullable): statements of the connection
 * @kind: events or reactions
 * @n_items: about how many there are
 * @error: return location for an error
 *
 * Reads the dates of all items of a kind.
 *
 * Returns: (transfer full) (element-type DatelineDatedItem): the dates in the order of the items; what was read until an
 *   error
 */
GArray *
dateline_rows_relations_list_dates (DatelineStatements  *statements,
                                    DatelineItemKind     kind,
                                    guint                n_items,
                                    GError             **error)
{
  g_autoptr(GHashTable) dates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) dateline_date_unref);
  g_autoptr(GHashTable) categories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *all = g_array_sized_new (FALSE, FALSE, sizeof (DatelineDatedItem), n_items);
  Zip zip = { statements, kind, NULL };
  sqlite3_stmt *items;
  gboolean has_item = TRUE;

  g_array_set_clear_func (all, clear_dated);
  g_return_val_if_fail (kind == DATELINE_ITEM_EVENT || kind == DATELINE_ITEM_REACTION, all);

  if (statements == NULL || !start_rows (&zip, G_MININT64, error))
    return all;
  items = dateline_statements_get (statements, "SELECT rowid, id FROM item WHERE kind = ? ORDER BY position, id", error);
  if (items != NULL)
    dateline_query_bind_text (items, 1, dateline_table_get (kind)->name);
  while (items != NULL && has_item && dateline_query_step (items, &has_item, error))
    {
      DatelineDatedItem dated = { 0 };
      char buffer[BUFFER_SIZE];

      if (!has_item)
        break;
      dated.key = sqlite3_column_int64 (items, 0);
      if (find_row (&zip, peek_text (items, 1, buffer), error))
        {
          dated.date = read_date (zip.rows, 1, dates);
          dated.category = kind == DATELINE_ITEM_EVENT ? read_category (zip.rows, 2, categories) : NULL;
          if (!step_rows (&zip, error))
            break;
        }
      else if (error != NULL && *error != NULL)
        {
          break;
        }
      g_array_append_val (all, dated);
    }
  if (items != NULL)
    sqlite3_reset (items);
  if (zip.rows != NULL)
    sqlite3_reset (zip.rows);

  return all;
}

/**
 * dateline_rows_relations_list_participations:
 * @statements: (nullable): statements of the connection
 * @error: return location for an error
 *
 * Reads who takes part in what, those of one event in their order.
 *
 * Returns: (transfer full) (element-type DatelineParticipation): the participations; what was read until an error
 */
GArray *
dateline_rows_relations_list_participations (DatelineStatements  *statements,
                                             GError             **error)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (DatelineParticipation));
  sqlite3_stmt *statement;
  gboolean has_row = TRUE;

  if (statements == NULL)
    return all;
  statement = dateline_statements_get (statements,
                                       "SELECT e.rowid, p.rowid FROM participant JOIN item AS e ON e.id = participant.event "
                                       "JOIN item AS p ON p.id = participant.person "
                                       "ORDER BY participant.event, participant.position, participant.person", error);
  while (statement != NULL && has_row && dateline_query_step (statement, &has_row, error))
    if (has_row)
      {
        DatelineParticipation one = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1) };

        g_array_append_val (all, one);
      }

  return all;
}

/**
 * dateline_rows_relations_count_mentions:
 * @statements: (nullable): statements of the connection
 * @error: return location for an error
 *
 * Counts the passages of all people, for which the index is enough.
 *
 * Returns: (transfer full): the number of passages by the id of the person; what was counted until an error
 */
GHashTable *
dateline_rows_relations_count_mentions (DatelineStatements  *statements,
                                        GError             **error)
{
  GHashTable *mentions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_stmt *statement;
  gboolean has_row = TRUE;

  if (statements == NULL)
    return mentions;
  statement = dateline_statements_get (statements,
                                       "SELECT id, (SELECT count(*) FROM passage WHERE item = person.id) FROM person", error);
  while (statement != NULL && has_row && dateline_query_step (statement, &has_row, error))
    if (has_row)
      g_hash_table_insert (mentions, g_strdup ((const char *) sqlite3_column_text (statement, 0)),
                           GUINT_TO_POINTER ((guint) sqlite3_column_int64 (statement, 1)));

  return mentions;
}

/**
 * dateline_rows_relations_list_quotes_about:
 * @statements: (nullable): statements of the connection
 * @person: a person
 * @error: return location for an error
 *
 * Lists what others say to a person or of them by name.
 *
 * Returns: (transfer full) (element-type gint64): the keys of the quotes in their order; what was found until an error
 */
GArray *
dateline_rows_relations_list_quotes_about (DatelineStatements  *statements,
                                           DatelineItem        *person,
                                           GError             **error)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement;
  gboolean has_row = TRUE;

  if (statements == NULL)
    return keys;
  statement = dateline_statements_get (statements,
                                       "SELECT t.rowid FROM (SELECT id FROM quote WHERE addressee = ?1 UNION "
                                       "SELECT p.item FROM passage AS m CROSS JOIN passage AS p ON p.article = m.article AND "
                                       "p.start <= m.start AND p.\"end\" >= m.\"end\" WHERE m.item = ?1 AND m.date IS NULL AND "
                                       "p.date IS NULL) AS found CROSS JOIN quote AS q ON q.id = found.id "
                                       "CROSS JOIN item AS t ON t.id = q.id WHERE q.speaker IS NOT ?1 ORDER BY t.position, t.id",
                                       error);
  if (statement != NULL)
    dateline_query_bind_text (statement, 1, dateline_item_get_id (person));
  while (statement != NULL && has_row && dateline_query_step (statement, &has_row, error))
    if (has_row)
      {
        gint64 key = sqlite3_column_int64 (statement, 0);

        g_array_append_val (keys, key);
      }

  return keys;
}

/* The passage that an item has there already, if its passages are in memory. */
static DatelinePassage *
dup_own_passage (DatelineRowsReader *reader,
                 DatelineItem       *item,
                 DatelinePassage    *passage)
{
  GListModel *passages;

  if (dateline_story_misses (reader->story, item, DATELINE_ITEM_PART_PASSAGES))
    return g_object_ref (passage);

  passages = dateline_item_get_passages (item);
  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) own = g_list_model_get_item (passages, i);

      if (dateline_passage_equal (own, passage))
        return g_steal_pointer (&own);
    }

  return g_object_ref (passage);
}

/**
 * dateline_rows_relations_add_occurrences:
 * @reader: a reader of a story with a source
 * @article: an article of the story
 * @occurrences: (element-type DatelineOccurrence): where to add
 * @error: return location for an error
 *
 * Adds everything that stands in an article. What is said to stand there and does not is left out.
 *
 * Returns: %TRUE if all was read
 */
gboolean
dateline_rows_relations_add_occurrences (DatelineRowsReader  *reader,
                                         DatelineArticle     *article,
                                         GPtrArray           *occurrences,
                                         GError             **error)
{
  sqlite3_stmt *statement;
  gboolean has_row = TRUE;

  /* The accounts of a claim come with the claim. */
  statement = dateline_statements_get (reader->statements,
                                       "SELECT i.id, p.start, p.\"end\", p.exact, NULL, p.prefix, p.suffix FROM passage AS p "
                                       "JOIN item AS i ON i.id = p.item LEFT JOIN account AS a ON a.id = i.id "
                                       "LEFT JOIN item AS c ON c.id = a.claim "
                                       "WHERE p.article = ?1 AND p.date IS NULL AND i.kind <> 'article' "
                                       "ORDER BY CASE i.kind WHEN 'person' THEN 0 WHEN 'event' THEN 1 WHEN 'quote' THEN 2 "
                                       "WHEN 'reaction' THEN 3 ELSE 4 END, ifnull (c.position, i.position), "
                                       "ifnull (c.id, i.id), a.id IS NOT NULL, i.position, i.id, p.position, p.id", error);
  if (statement == NULL)
    return FALSE;
  dateline_query_bind_text (statement, 1, dateline_item_get_id (DATELINE_ITEM (article)));

  while (has_row)
    {
      g_autoptr(DatelinePassage) passage = NULL;
      g_autoptr(DatelinePassage) own = NULL;
      DatelineItem *item;

      if (!dateline_query_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;

      passage = dateline_rows_reader_quote (statement, 1, article);
      if (passage == NULL || !dateline_passage_is_there (passage))
        continue;
      item = dateline_rows_reader_lookup (reader, (const char *) sqlite3_column_text (statement, 0));
      if (item == NULL)
        continue;
      own = dup_own_passage (reader, item, passage);
      g_ptr_array_add (occurrences, dateline_occurrence_new (item, own));
    }

  return TRUE;
}
