/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a story file as the source of a story: what nobody looks at is not read. */
#include "config.h"

#include "dateline-rows-source.h"

#include "dateline-rows-reader.h"
#include "dateline-rows-relations.h"

struct _DatelineRowsSource
{
  GObject parent_instance;

  sqlite3            *db;
  DatelineStatements *statements;
  DatelineStory      *story; /* unowned: it owns this */
  GArray             *dates[DATELINE_N_ITEM_KINDS]; /* what was last asked for, until something changes */
  GHashTable         *mentions; /* id -> number: of people; NULL: not counted since something changed */
  guint               n_loaded;
};

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Nobody waits for an error: a part that cannot be read is empty. */
static void
complain (DatelineRowsSource *self,
          GError             *error)
{
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static guint
dateline_rows_source_count (DatelineSource   *source,
                            DatelineItemKind  kind)
{
  DatelineRowsSource *self = DATELINE_ROWS_SOURCE (source);
  g_autoptr(GError) error = NULL;
  sqlite3_stmt *statement;
  gboolean has_row;
  guint n = 0;

  if (self->statements == NULL)
    return 0;

  statement = dateline_statements_get (self->statements, "SELECT count(*) FROM item WHERE kind = ?", &error);
  if (statement != NULL)
    {
      dateline_query_bind_text (statement, 1, dateline_table_get (kind)->name);
      if (dateline_query_step (statement, &has_row, &error) && has_row)
        n = (guint) sqlite3_column_int64 (statement, 0);
      sqlite3_reset (statement);
    }
  complain (self, error);

  return n;
}

static GArray *
dateline_rows_source_list (DatelineSource   *source,
                           DatelineItemKind  kind)
{
  DatelineRowsSource *self = DATELINE_ROWS_SOURCE (source);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;
  sqlite3_stmt *statement;
  gboolean has_row = TRUE;

  if (self->statements == NULL)
    return keys;

  statement = dateline_statements_get (self->statements, "SELECT rowid FROM item WHERE kind = ? ORDER BY position, id",
                                       &error);
  if (statement != NULL)
    dateline_query_bind_text (statement, 1, dateline_table_get (kind)->name);
  while (statement != NULL && has_row && dateline_query_step (statement, &has_row, &error))
    if (has_row)
      {
        gint64 key = sqlite3_column_int64 (statement, 0);

        g_array_append_val (keys, key);
      }
  complain (self, error);

  return keys;
}

static guint
dateline_rows_source_list_next (DatelineSource      *source,
                                DatelineItemKind     kind,
                                DatelineSourcePlace *place,
                                gint64              *keys,
                                guint                max_keys)
{
  DatelineRowsSource *self = DATELINE_ROWS_SOURCE (source);
  g_autoptr(GError) error = NULL;
  sqlite3_stmt *statement;
  gboolean has_row = TRUE;
  guint n = 0;

  if (self->statements == NULL)
    return 0;

  statement = dateline_statements_get (self->statements,
                                       place->id == NULL
                                         ? "SELECT rowid, position, id FROM item WHERE kind = ?1 "
                                           "ORDER BY position, id LIMIT ?2"
                                         : "SELECT rowid, position, id FROM item WHERE kind = ?1 "
                                           "AND (position, id) > (?3, ?4) ORDER BY position, id LIMIT ?2", &error);
  if (statement != NULL)
    {
      dateline_query_bind_text (statement, 1, dateline_table_get (kind)->name);
      sqlite3_bind_int64 (statement, 2, max_keys);
      if (place->id != NULL)
        {
          sqlite3_bind_double (statement, 3, place->position);
          dateline_query_bind_text (statement, 4, place->id);
        }
    }
  while (statement != NULL && has_row && dateline_query_step (statement, &has_row, &error))
    if (has_row)
      {
        keys[n++] = sqlite3_column_int64 (statement, 0);
        place->position = sqlite3_column_double (statement, 1);
        g_free (place->id);
        place->id = g_strdup ((const char *) sqlite3_column_text (statement, 2));
      }
  complain (self, error);

  return n;
}

/* What the new items refer to of their own kind. */
static void
link_items (DatelineRowsReader *reader)
{
  dateline_rows_reader_resolve (reader);
  dateline_rows_reader_set_links (reader, FALSE);
}

static void
dateline_rows_source_load (DatelineSource   *source,
                           DatelineItemKind  kind,
                           const gint64     *keys,
                           guint             n_keys)
{
  DatelineRowsSource *self = DATELINE_ROWS_SOURCE (source);
  DatelineRowsReader reader;

  if (self->statements == NULL)
    return;

  dateline_rows_reader_init (&reader, self->db, self->story);
  for (guint i = 0; i < n_keys; i++)
    {
      g_autoptr(GError) error = NULL;

      if (!dateline_rows_reader_make_by_key (&reader, kind, keys[i], &error))
        complain (self, error);
    }
  link_items (&reader);
  dateline_rows_reader_clear (&reader);
  self->n_loaded += n_keys;
}

static void
dateline_rows_source_lookup (DatelineSource *source,
                             const char     *id)
{
  DatelineRowsSource *self = DATELINE_ROWS_SOURCE (source);
  DatelineRowsReader reader;

  if (self->statements == NULL)
    return;

  dateline_rows_reader_init (&reader, self->db, self->story);
  dateline_rows_reader_lookup (&reader, id);
  link_items (&reader);
  dateline_rows_reader_clear (&reader);
  self->n_loaded++;
}

static gboolean
fill_accounts (DatelineRowsReader  *reader,
               DatelineClaim       *claim,
               GError             **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement;
  gboolean has_row = TRUE;

  statement = dateline_statements_get (reader->statements,
                                       "SELECT account.id FROM account JOIN item ON item.id = account.id "
                                       "WHERE account.claim = ? ORDER BY item.position, item.id", error);
  if (statement == NULL)
    return FALSE;
  dateline_query_bind_text (statement, 1, dateline_item_get_id (DATELINE_ITEM (claim)));
  while (has_row)
    {
      if (!dateline_query_step (statement, &has_row, error))
        return FALSE;
      if (has_row)
        g_ptr_array_add (ids, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
    }

  for (guint i = 0; i < ids->len; i++)
    {
      DatelineItem *account = dateline_rows_reader_lookup_kind (reader, DATELINE_ITEM_ACCOUNT, g_ptr_array_index (ids, i));

      /* One that has another claim in memory is about to be brought up to date. */
      if (account != NULL && dateline_account_get_claim (DATELINE_ACCOUNT (account)) == claim)
        dateline_claim_add_account (claim, DATELINE_ACCOUNT (account));
    }

  return TRUE;
}

static void
dateline_rows_source_fill (DatelineSource    *source,
                           DatelineItem      *item,
                           DatelineItemParts  parts)
{
  DatelineRowsSource *self = DATELINE_ROWS_SOURCE (source);
  g_autoptr(GError) error = NULL;
  DatelineRowsReader reader;
  gboolean is_done;

  if (self->statements == NULL)
    return;

  dateline_rows_reader_init (&reader, self->db, self->story);
  is_done = ((parts & DATELINE_ITEM_PART_TEXT) == 0 || dateline_rows_reader_read_bodies (&reader, item, &error)) &&
            ((parts & (DATELINE_ITEM_PART_PASSAGES | DATELINE_ITEM_PART_DATES)) == 0 ||
             dateline_rows_reader_read_passages (&reader, item, &error)) &&
            ((parts & DATELINE_ITEM_PART_PARTICIPANTS) == 0 || dateline_rows_reader_read_persons (&reader, item, &error)) &&
            ((parts & DATELINE_ITEM_PART_ABOUT) == 0 || dateline_rows_reader_read_about (&reader, item, &error)) &&
            ((parts & DATELINE_ITEM_PART_ACCOUNTS) == 0 || fill_accounts (&reader, DATELINE_CLAIM (item), &error));
  link_items (&reader);
  dateline_rows_reader_clear (&reader);
  if (!is_done)
    complain (self, error);
  self->n_loaded++;
}

static GArray *
dateline_rows_source_list_dates (DatelineSource   *source,
                                 DatelineItemKind  kind)
{
  DatelineRowsSource *self = DATELINE_ROWS_SOURCE (source);
  g_autoptr(GError) error = NULL;
  guint n;

  /* Several views ask for the same. */
  if (self->dates[kind] == NULL)
    {
      n = g_list_model_get_n_items (dateline_story_get_items (self->story, kind));
      self->dates[kind] = dateline_rows_relations_list_dates (self->statements, kind, n, &error);
    }
  complain (self, error);

  return g_array_ref (self->dates[kind]);
}

static GArray *
dateline_rows_source_list_participations (DatelineSource *source)
{
  g_autoptr(GError) error = NULL;
  GArray *all = dateline_rows_relations_list_participations (DATELINE_ROWS_SOURCE (source)->statements, &error);

  complain (DATELINE_ROWS_SOURCE (source), error);

  return all;
}

static GArray *
dateline_rows_source_list_related (DatelineSource   *source,
                                   DatelineItem     *item,
                                   DatelineItemKind  kind)
{
  DatelineRowsSource *self = DATELINE_ROWS_SOURCE (source);
  g_autoptr(GError) error = NULL;
  GArray *keys = dateline_rows_relations_list (self->statements, item, kind, &error);

  complain (self, error);

  return keys;
}

static GArray *
dateline_rows_source_list_quotes_about (DatelineSource *source,
                                        DatelineItem   *person)
{
  DatelineRowsSource *self = DATELINE_ROWS_SOURCE (source);
  g_autoptr(GError) error = NULL;
  GArray *keys = dateline_rows_relations_list_quotes_about (self->statements, person, &error);

  complain (self, error);

  return keys;
}

static guint
dateline_rows_source_count_mentions (DatelineSource *source,
                                     DatelineItem   *person)
{
  DatelineRowsSource *self = DATELINE_ROWS_SOURCE (source);
  g_autoptr(GError) error = NULL;

  /* Who sorts people asks for all. */
  if (self->mentions == NULL)
    self->mentions = dateline_rows_relations_count_mentions (self->statements, &error);
  complain (self, error);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->mentions, dateline_item_get_id (person)));
}

static GPtrArray *
dateline_rows_source_list_occurrences (DatelineSource  *source,
                                       DatelineArticle *article)
{
  DatelineRowsSource *self = DATELINE_ROWS_SOURCE (source);
  GPtrArray *occurrences = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;
  DatelineRowsReader reader;

  if (self->statements == NULL)
    return occurrences;

  dateline_rows_reader_init (&reader, self->db, self->story);
  dateline_rows_relations_add_occurrences (&reader, article, occurrences, &error);
  link_items (&reader);
  dateline_rows_reader_clear (&reader);
  complain (self, error);

  return occurrences;
}

static void
dateline_rows_source_init_source (DatelineSourceInterface *iface)
{
  iface->count = dateline_rows_source_count;
  iface->list = dateline_rows_source_list;
  iface->list_next = dateline_rows_source_list_next;
  iface->load = dateline_rows_source_load;
  iface->lookup = dateline_rows_source_lookup;
  iface->fill = dateline_rows_source_fill;
  iface->list_dates = dateline_rows_source_list_dates;
  iface->list_participations = dateline_rows_source_list_participations;
  iface->list_related = dateline_rows_source_list_related;
  iface->list_quotes_about = dateline_rows_source_list_quotes_about;
  iface->count_mentions = dateline_rows_source_count_mentions;
  iface->list_occurrences = dateline_rows_source_list_occurrences;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DatelineRowsSource, dateline_rows_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DATELINE_TYPE_SOURCE, dateline_rows_source_init_source))

static void
dateline_rows_source_finalize (GObject *object)
{
  DatelineRowsSource *self = DATELINE_ROWS_SOURCE (object);

  g_clear_pointer (&self->statements, dateline_statements_free);
  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    g_clear_pointer (&self->dates[kind], g_array_unref);
  g_clear_pointer (&self->mentions, g_hash_table_unref);

  G_OBJECT_CLASS (dateline_rows_source_parent_class)->finalize (object);
}

static void
dateline_rows_source_class_init (DatelineRowsSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dateline_rows_source_finalize;

  /**
   * DatelineRowsSource::failed:
   * @self: a `DatelineRowsSource`
   * @message: a sentence for the reader
   *
   * Something could not be read, and is missing where it was asked for.
   */
  signals[FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dateline_rows_source_init (DatelineRowsSource *self)
{
}

/**
 * dateline_rows_source_new:
 * @db: a connection, open until dateline_rows_source_close()
 * @story: the story that will have the source, and has to last as long
 *
 * Creates a source of items.
 *
 * Returns: (transfer full): a new source
 */
DatelineRowsSource *
dateline_rows_source_new (sqlite3       *db,
                          DatelineStory *story)
{
  DatelineRowsSource *self;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  self = g_object_new (DATELINE_TYPE_ROWS_SOURCE, NULL);
  self->db = db;
  self->story = story;
  self->statements = dateline_statements_new (db);

  return self;
}

/**
 * dateline_rows_source_move:
 * @self: a `DatelineRowsSource`
 * @db: a connection to a copy of the file
 *
 * Goes on with a copy, page for page, of the file.
 */
void
dateline_rows_source_move (DatelineRowsSource *self,
                           sqlite3            *db)
{
  g_return_if_fail (DATELINE_IS_ROWS_SOURCE (self));
  g_return_if_fail (db != NULL);

  dateline_rows_source_close (self, self->db);
  self->db = db;
  self->statements = dateline_statements_new (db);
}

/**
 * dateline_rows_source_close:
 * @self: a `DatelineRowsSource`
 * @db: a connection that will be closed
 *
 * Lets go of a connection, if it is the one that the source has. What is in memory by then stays; the rest is nowhere.
 */
void
dateline_rows_source_close (DatelineRowsSource *self,
                            sqlite3            *db)
{
  g_return_if_fail (DATELINE_IS_ROWS_SOURCE (self));

  if (self->db != db)
    return;

  g_clear_pointer (&self->statements, dateline_statements_free);
  self->db = NULL;
}

/**
 * dateline_rows_source_forget:
 * @self: a `DatelineRowsSource`
 * @kind: a kind of items
 *
 * Tells that rows of items of a kind changed.
 */
void
dateline_rows_source_forget (DatelineRowsSource *self,
                             DatelineItemKind    kind)
{
  g_return_if_fail (DATELINE_IS_ROWS_SOURCE (self));
  g_return_if_fail (kind < DATELINE_N_ITEM_KINDS);

  g_clear_pointer (&self->dates[kind], g_array_unref);
  if (kind == DATELINE_ITEM_PERSON)
    g_clear_pointer (&self->mentions, g_hash_table_unref);
}

/**
 * dateline_rows_source_get_statements:
 * @self: a `DatelineRowsSource` that is not closed
 *
 * Its prepared statements, for whoever works with the same connection.
 *
 * Returns: (transfer none): the statements
 */
DatelineStatements *
dateline_rows_source_get_statements (DatelineRowsSource *self)
{
  g_return_val_if_fail (DATELINE_IS_ROWS_SOURCE (self), NULL);

  return self->statements;
}

/**
 * dateline_rows_source_get_n_loaded:
 * @self: a `DatelineRowsSource`
 *
 * How much was asked of it, to find out whether somebody looks at more than need be.
 *
 * Returns: how many items and parts were asked for
 */
guint
dateline_rows_source_get_n_loaded (DatelineRowsSource *self)
{
  g_return_val_if_fail (DATELINE_IS_ROWS_SOURCE (self), 0);

  return self->n_loaded;
}
