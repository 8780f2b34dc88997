/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of an item that are tables of their own: passages, dates, participants, what a claim is about. They are
 * written entry by entry, so that an edit touches only what it changed, and leaves what others added. */
#include "config.h"

#include "dateline-rows-private.h"

#include <string.h>

#define COUNTER_BITS 20

/* One list of an item, in the order in which its tables are filled. */
typedef struct
{
  const char *table;
  const char *owner;   /* the column that names the item */
  const char *keys;    /* the columns that tell one entry from another, in the order of Entry */
  const char *where;   /* what else the rows of this list have in common */
  guint       n_keys;
} List;

static const List passages = { "passage", "item", "article, start, \"end\", date", "date IS NULL", 4 };
static const List dates = { "passage", "item", "article, start, \"end\", date", "date IS NOT NULL", 4 };
static const List participants = { "participant", "event", "person", "1", 1 };
static const List about = { "about", "claim", "item", "1", 1 };

/* An entry of a list: what it refers to, or a passage, perhaps with a date. */
typedef struct
{
  char            *key;
  DatelineItem    *item;    /* not owned: the list that it comes from lasts longer */
  DatelinePassage *passage;
  const char      *date;
  gint64           row;     /* 0: none yet */
  double           position;
  double           wanted;  /* NAN: anywhere in the order */
} Entry;

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_free (self->key);
  g_free (self);
}

static GPtrArray *
new_entries (void)
{
  return g_ptr_array_new_with_free_func (entry_free);
}

static char *
make_passage_key (const char *article,
                  gint64      start,
                  gint64      end,
                  const char *date)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", article, start, end, date != NULL ? date : "");
}

/* Gets the entries that the model has in a list. The model owns them all. */
static GPtrArray *
list_entries (const List   *list,
              DatelineItem *item)
{
  GPtrArray *entries = new_entries ();
  GListModel *model;

  if (list == &passages)
    model = dateline_item_get_passages (item);
  else if (list == &dates)
    model = dateline_article_get_dates (DATELINE_ARTICLE (item));
  else if (list == &participants)
    model = dateline_event_get_participants (DATELINE_EVENT (item));
  else
    model = dateline_claim_get_about (DATELINE_CLAIM (item));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(GObject) object = g_list_model_get_item (model, i);
      Entry *entry = g_new0 (Entry, 1);

      if (DATELINE_IS_ITEM (object))
        entry->item = DATELINE_ITEM (object);
      else if (DATELINE_IS_PASSAGE (object))
        entry->passage = DATELINE_PASSAGE (object);
      else
        {
          entry->passage = dateline_date_mention_get_passage (DATELINE_DATE_MENTION (object));
          entry->date = dateline_date_get_edtf (dateline_date_mention_get_date (DATELINE_DATE_MENTION (object)));
        }
      if (entry->passage != NULL)
        entry->key = make_passage_key (dateline_item_get_id (DATELINE_ITEM (dateline_passage_get_article (entry->passage))),
                                       dateline_passage_get_start (entry->passage),
                                       dateline_passage_get_end (entry->passage), entry->date);
      else
        entry->key = g_strdup (dateline_item_get_id (entry->item));
      g_ptr_array_add (entries, entry);
    }

  return entries;
}

/* Gets the rows of a list, in order. */
static GPtrArray *
list_rows (DatelineStatements  *statements,
           const List          *list,
           const char          *id,
           GError             **error)
{
  g_autoptr(GPtrArray) rows = new_entries ();
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;
  gboolean has_row;

  sql = g_strdup_printf ("SELECT rowid, position, %s FROM %s WHERE %s = ? AND %s ORDER BY position, rowid",
                         list->keys, list->table, list->owner, list->where);
  statement = dateline_statements_get (statements, sql, error);
  if (statement == NULL)
    return NULL;
  dateline_query_bind_text (statement, 1, id);

  do
    {
      const char *first;
      Entry *row;

      if (!dateline_query_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        break;

      first = (const char *) sqlite3_column_text (statement, 2);
      row = g_new0 (Entry, 1);
      row->row = sqlite3_column_int64 (statement, 0);
      row->position = sqlite3_column_double (statement, 1);
      if (list->n_keys > 1)
        row->key = make_passage_key (first, sqlite3_column_int64 (statement, 3), sqlite3_column_int64 (statement, 4),
                                     (const char *) sqlite3_column_text (statement, 5));
      else
        row->key = g_strdup (first);
      g_ptr_array_add (rows, row);
    }
  while (has_row);

  return g_steal_pointer (&rows);
}

/* Draws the key of a passage. Those of one run lie close together in the table, and no other run has them. */
static gint64
draw_passage_id (void)
{
  static GMutex mutex;
  static guint64 run;
  static guint64 counter;
  gint64 id;

  g_mutex_lock (&mutex);
  counter = (counter + 1) & ((1 << COUNTER_BITS) - 1);
  if (run == 0 || counter == 0)
    run = (((guint64) g_random_int () << 32 | g_random_int ()) >> (COUNTER_BITS + 1)) | 1;
  id = (gint64) (run << COUNTER_BITS | counter);
  g_mutex_unlock (&mutex);

  return id;
}

static gboolean
insert_passage (DatelineStatements  *statements,
                const char          *owner,
                const Entry         *entry,
                GError             **error)
{
  DatelinePassage *passage = entry->passage;
  sqlite3_stmt *statement;

  statement = dateline_statements_get (statements,
                                       "INSERT INTO passage (id, item, article, start, \"end\", exact, prefix, suffix, "
                                       "position, date) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, draw_passage_id ());
  dateline_query_bind_text (statement, 2, owner);
  dateline_query_bind_text (statement, 3,
                            dateline_item_get_id (DATELINE_ITEM (dateline_passage_get_article (passage))));
  sqlite3_bind_int64 (statement, 4, dateline_passage_get_start (passage));
  sqlite3_bind_int64 (statement, 5, dateline_passage_get_end (passage));
  dateline_query_bind_text (statement, 6, dateline_passage_get_exact (passage));
  dateline_query_bind_text (statement, 7, dateline_passage_get_prefix (passage));
  dateline_query_bind_text (statement, 8, dateline_passage_get_suffix (passage));
  sqlite3_bind_double (statement, 9, entry->wanted);
  dateline_query_bind_text (statement, 10, entry->date);

  return dateline_query_finish (statement, NULL, error);
}

static gboolean
insert_entry (DatelineStatements  *statements,
              const List          *list,
              const char          *owner,
              const Entry         *entry,
              GError             **error)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;

  if (entry->passage != NULL)
    return insert_passage (statements, owner, entry, error);

  /* The model may name a person twice, which is once too often. */
  sql = g_strdup_printf ("INSERT INTO %s (%s, %s, position) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                         list->table, list->owner, list->keys);
  statement = dateline_statements_get (statements, sql, error);
  if (statement == NULL)
    return FALSE;
  dateline_query_bind_text (statement, 1, owner);
  dateline_query_bind_text (statement, 2, entry->key);
  sqlite3_bind_double (statement, 3, entry->wanted);

  return dateline_query_finish (statement, NULL, error);
}

static gboolean
delete_row (DatelineStatements  *statements,
            const List          *list,
            gint64               row,
            GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE rowid = ?", list->table);
  sqlite3_stmt *statement = dateline_statements_get (statements, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, row);

  return dateline_query_finish (statement, NULL, error);
}

static gboolean
move_row (DatelineStatements  *statements,
          const List          *list,
          const Entry         *entry,
          GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET position = ? WHERE rowid = ?", list->table);
  sqlite3_stmt *statement = dateline_statements_get (statements, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_double (statement, 1, entry->wanted);
  sqlite3_bind_int64 (statement, 2, entry->row);

  return dateline_query_finish (statement, NULL, error);
}

/* The words may have changed although the offsets did not. */
static gboolean
update_words (DatelineStatements  *statements,
              const Entry         *entry,
              GError             **error)
{
  sqlite3_stmt *statement;

  statement = dateline_statements_get (statements,
                                       "UPDATE passage SET exact = ?1, prefix = ?2, suffix = ?3 WHERE id = ?4 "
                                       "AND (exact, prefix, suffix) IS NOT (?1, ?2, ?3)", error);
  if (statement == NULL)
    return FALSE;
  dateline_query_bind_text (statement, 1, dateline_passage_get_exact (entry->passage));
  dateline_query_bind_text (statement, 2, dateline_passage_get_prefix (entry->passage));
  dateline_query_bind_text (statement, 3, dateline_passage_get_suffix (entry->passage));
  sqlite3_bind_int64 (statement, 4, entry->row);

  return dateline_query_finish (statement, NULL, error);
}

/* Gives places to those of @entries that have none, between those that have; from @last upwards at the end. Where there
 * is no room between two neighbours all get new places. */
static void
place_entries (GPtrArray *entries,
               double     last)
{
  double before = NAN;
  double high = -INFINITY;

  /* Who stands before someone who comes earlier in the order has to move. */
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);

      entry->wanted = entry->row != 0 && entry->position > high ? entry->position : NAN;
      if (!isnan (entry->wanted))
        high = entry->wanted;
    }

  for (guint i = 0; i < entries->len;)
    {
      double after = NAN;
      guint end = i;
      double step;

      while (end < entries->len && isnan (after = ((Entry *) g_ptr_array_index (entries, end))->wanted))
        end++;
      if (isnan (after))
        before = MAX (last, isnan (before) ? 0 : before);
      else if (isnan (before))
        before = after - (end - i) - 1;
      step = isnan (after) ? 1 : (after - before) / (end - i + 1);

      for (guint k = i; k < end; k++)
        ((Entry *) g_ptr_array_index (entries, k))->wanted = before + step * (k - i + 1);
      before = after;
      i = end + 1;
    }

  high = -INFINITY;
  for (guint i = 0; i < entries->len; i++)
    {
      double wanted = ((Entry *) g_ptr_array_index (entries, i))->wanted;

      if (!(wanted > high))
        {
          for (guint k = 0; k < entries->len; k++)
            ((Entry *) g_ptr_array_index (entries, k))->wanted = k + 1;
          return;
        }
      high = wanted;
    }
}

static gboolean
has_same_keys (GPtrArray *a,
               GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const Entry *x = g_ptr_array_index (a, i);
      const Entry *y = g_ptr_array_index (b, i);

      if (!g_str_equal (x->key, y->key))
        return FALSE;
      if (x->passage != NULL && x->passage != y->passage &&
          (!g_str_equal (dateline_passage_get_exact (x->passage), dateline_passage_get_exact (y->passage)) ||
           !g_str_equal (dateline_passage_get_prefix (x->passage), dateline_passage_get_prefix (y->passage)) ||
           !g_str_equal (dateline_passage_get_suffix (x->passage), dateline_passage_get_suffix (y->passage))))
        return FALSE;
    }

  return TRUE;
}

/* Takes the first entry of a key out of those that are left, if there is one. */
static Entry *
take_entry (GHashTable *left,
            const char *key)
{
  GPtrArray *same = g_hash_table_lookup (left, key);

  return same != NULL && same->len > 0 ? g_ptr_array_steal_index (same, 0) : NULL;
}

static GHashTable *
group_entries (GPtrArray *entries)
{
  GHashTable *left = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);
      GPtrArray *same = g_hash_table_lookup (left, entry->key);

      if (same == NULL)
        {
          same = g_ptr_array_new ();
          g_hash_table_insert (left, entry->key, same);
        }
      g_ptr_array_add (same, entry);
    }

  return left;
}

/* Writes what is in one list and not in the other. Entries of which neither list knows stay as they are. */
static gboolean
update_list (DatelineStatements  *statements,
             const List          *list,
             DatelineItem        *draft,
             DatelineItem        *base,
             GError             **error)
{
  const char *owner = dateline_item_get_id (draft);
  g_autoptr(GPtrArray) wanted = list_entries (list, draft);
  g_autoptr(GPtrArray) present = list_entries (list, base);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GPtrArray) order = g_ptr_array_new ();
  g_autoptr(GHashTable) left_rows = NULL;
  g_autoptr(GHashTable) left_present = NULL;
  double last = 0;

  if (has_same_keys (wanted, present))
    return TRUE;
  rows = list_rows (statements, list, owner, error);
  if (rows == NULL)
    return FALSE;

  left_rows = group_entries (rows);
  left_present = group_entries (present);
  for (guint i = 0; i < rows->len; i++)
    last = MAX (last, ((Entry *) g_ptr_array_index (rows, i))->position);

  for (guint i = 0; i < wanted->len; i++)
    {
      Entry *entry = g_ptr_array_index (wanted, i);
      Entry *row = take_entry (left_rows, entry->key);
      gboolean was_present = take_entry (left_present, entry->key) != NULL;

      if (row != NULL)
        {
          entry->row = row->row;
          entry->position = row->position;
        }
      /* What was there, and is not any more, another took out. */
      if (row != NULL || !was_present)
        g_ptr_array_add (order, entry);
    }
  for (guint i = 0; i < present->len; i++)
    {
      const Entry *entry = g_ptr_array_index (present, i);
      GPtrArray *same = g_hash_table_lookup (left_present, entry->key);
      Entry *row;

      if (same->len == 0)
        continue;
      g_ptr_array_remove_index (same, 0);
      row = take_entry (left_rows, entry->key);
      if (row != NULL && !delete_row (statements, list, row->row, error))
        return FALSE;
    }

  place_entries (order, last);
  for (guint i = 0; i < order->len; i++)
    {
      const Entry *entry = g_ptr_array_index (order, i);

      if (entry->row == 0 && !insert_entry (statements, list, owner, entry, error))
        return FALSE;
      if (entry->row != 0 && entry->wanted != entry->position && !move_row (statements, list, entry, error))
        return FALSE;
      if (entry->row != 0 && entry->passage != NULL && !update_words (statements, entry, error))
        return FALSE;
    }

  return list != &about || dateline_rows_check_circle (statements, "about", "claim", "item", owner, error);
}

static guint
get_lists (DatelineItem *item,
           const List   *lists[2])
{
  lists[0] = &passages;
  switch (dateline_item_get_kind (item))
    {
    case DATELINE_ITEM_ARTICLE:
      lists[1] = &dates;
      return 2;
    case DATELINE_ITEM_EVENT:
      lists[1] = &participants;
      return 2;
    case DATELINE_ITEM_CLAIM:
      lists[1] = &about;
      return 2;
    case DATELINE_ITEM_PERSON:
    case DATELINE_ITEM_QUOTE:
    case DATELINE_ITEM_REACTION:
    case DATELINE_ITEM_ACCOUNT:
    default:
      return 1;
    }
}

/* Writes the lists of a new item. */
gboolean
dateline_rows_insert_lists (DatelineStatements  *statements,
                            DatelineItem        *item,
                            GError             **error)
{
  const List *lists[2];
  guint n = get_lists (item, lists);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GPtrArray) entries = list_entries (lists[i], item);

      for (guint k = 0; k < entries->len; k++)
        {
          Entry *entry = g_ptr_array_index (entries, k);

          entry->wanted = k + 1;
          if (!insert_entry (statements, lists[i], dateline_item_get_id (item), entry, error))
            return FALSE;
        }
      if (lists[i] == &about && entries->len > 0 &&
          !dateline_rows_check_circle (statements, "about", "claim", "item", dateline_item_get_id (item), error))
        return FALSE;
    }

  return TRUE;
}

/* Writes the entries of the lists in which two states of an item differ. */
gboolean
dateline_rows_update_lists (DatelineStatements  *statements,
                            DatelineItem        *draft,
                            DatelineItem        *base,
                            GError             **error)
{
  const List *lists[2];
  guint n = get_lists (draft, lists);

  for (guint i = 0; i < n; i++)
    if (!update_list (statements, lists[i], draft, base, error))
      return FALSE;

  return TRUE;
}
