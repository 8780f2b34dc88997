/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts what the results of a search belong to: articles, people and years. */
#include "config.h"

#include "dateline-search-facets.h"

#include <string.h>

#include "dateline-calendar.h"
#include "dateline-search-sql.h"
#include "dateline-story-error.h"
#include "dateline-tokenizer.h"

#define MAX_SAMPLED 2000 /* rows that are looked at */
#define MAX_CHOICES 40
#define MAX_KEYS    2000 /* bytes of one row */

static void
count_free (DatelineSearchCount *count)
{
  g_free (count->key);
  g_free (count);
}

static void
add (GHashTable *counts,
     const char *key)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

  g_hash_table_insert (counts, g_strdup (key), GUINT_TO_POINTER (n + 1));
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const DatelineSearchCount *one = *(DatelineSearchCount *const *) a;
  const DatelineSearchCount *other = *(DatelineSearchCount *const *) b;

  return one->count != other->count ? (one->count < other->count) - (one->count > other->count)
                                    : strcmp (one->key, other->key);
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  gint64 one = g_ascii_strtoll ((*(DatelineSearchCount *const *) a)->key, NULL, 10);
  gint64 other = g_ascii_strtoll ((*(DatelineSearchCount *const *) b)->key, NULL, 10);

  return (one < other) - (one > other);
}

/* Whether a key is the id of an article; whatever else is one, is a person. */
static gboolean
is_article (sqlite3_stmt *statement,
            const char   *id)
{
  gboolean found;

  sqlite3_reset (statement);
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  found = sqlite3_step (statement) == SQLITE_ROW;
  sqlite3_reset (statement);

  return found;
}

static GPtrArray *
list (GHashTable   *counts,
      GCompareFunc  compare)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) count_free);
  GHashTableIter iter;
  gpointer key;
  gpointer n;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &n))
    {
      DatelineSearchCount *count = g_new (DatelineSearchCount, 1);

      count->key = g_strdup (key);
      count->count = GPOINTER_TO_UINT (n);
      g_ptr_array_add (choices, count);
    }
  g_ptr_array_sort (choices, compare);
  if (choices->len > MAX_CHOICES)
    g_ptr_array_set_size (choices, MAX_CHOICES);

  return choices;
}

/* Divides the counts of keys into articles and people. */
static int
divide (DatelineStatements   *statements,
        DatelineSearchFacets *self,
        GHashTable           *counts)
{
  g_autoptr(GHashTable) articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int code;
  sqlite3_stmt *statement = dateline_search_sql_get (statements, "SELECT 1 FROM article WHERE id = ?1", &code);
  GHashTableIter iter;
  gpointer key;
  gpointer n;

  if (statement == NULL)
    return code;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &n))
    if (is_article (statement, key))
      {
        g_hash_table_insert (articles, g_strdup (key), n);
        g_hash_table_iter_remove (&iter);
      }
  self->articles = list (articles, compare_counts);
  self->people = list (counts, compare_counts);

  return SQLITE_OK;
}

/* The beginning of the keys of a row. Somebody who is in everything has megabytes of them, which are not to be read. */
static char *
read_keys (sqlite3       *db,
           sqlite3_blob **blob,
           gint64         number,
           gboolean      *is_cut,
           int           *code)
{
  g_autofree char *keys = NULL;
  int length;

  *code = *blob != NULL ? sqlite3_blob_reopen (*blob, number)
                        : sqlite3_blob_open (db, "main", "search_row", "keys", number, 0, blob);
  if (*code != SQLITE_OK)
    return NULL;

  length = sqlite3_blob_bytes (*blob);
  *is_cut = *is_cut || length > MAX_KEYS;
  length = MIN (length, MAX_KEYS);
  keys = g_malloc0 ((gsize) length + 1);
  *code = length > 0 ? sqlite3_blob_read (*blob, keys, length, 0) : SQLITE_OK;
  /* The last one may not be whole. */
  if (length == MAX_KEYS && strrchr (keys, ' ') != NULL)
    *strrchr (keys, ' ') = '\0';

  return *code == SQLITE_OK ? g_utf8_make_valid (keys, -1) : NULL;
}

static void
add_keys (GHashTable *counts,
          const char *keys)
{
  g_auto(GStrv) ids = g_strsplit (keys, " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    if (g_str_has_prefix (ids[i], DATELINE_TOKENIZER_KEYS))
      add (counts, ids[i] + strlen (DATELINE_TOKENIZER_KEYS));
}

static int
read_rows (DatelineStatements   *statements,
           DatelineSearchFacets *self,
           GArray               *numbers,
           GHashTable           *counts,
           GHashTable           *years)
{
  sqlite3_blob *blob = NULL;
  int code;
  sqlite3_stmt *statement =
    dateline_search_sql_get (statements, "SELECT lower FROM search_row WHERE number = ?1", &code);

  for (guint i = 0; i < numbers->len && code == SQLITE_OK; i++)
    {
      gint64 number = g_array_index (numbers, gint64, i);
      g_autofree char *keys = read_keys (dateline_statements_get_db (statements), &blob, number, &self->is_partial, &code);

      if (keys == NULL)
        break;
      add_keys (counts, keys);
      sqlite3_bind_int64 (statement, 1, number);
      code = sqlite3_step (statement);
      if (code == SQLITE_ROW && sqlite3_column_type (statement, 0) == SQLITE_INTEGER &&
          sqlite3_column_int64 (statement, 0) != DATELINE_DATE_OPEN_START)
        {
          g_autofree char *name = NULL;
          gint64 year;
          int month;
          int day;

          dateline_calendar_to_civil (sqlite3_column_int64 (statement, 0), &year, &month, &day);
          name = g_strdup_printf ("%" G_GINT64_FORMAT, year);
          add (years, name);
        }
      sqlite3_reset (statement);
      code = code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
    }
  sqlite3_blob_close (blob);

  return code;
}

/**
 * dateline_search_facets_new: (skip)
 * @db: the connection of the finder
 * @finder: a finder
 * @error: return location for an error
 *
 * Counts what the results belong to. If there are too many results, of some of them.
 *
 * Returns: (transfer full) (nullable): the facets
 */
DatelineSearchFacets *
dateline_search_facets_new (sqlite3               *db,
                            DatelineSearchFinder  *finder,
                            GError               **error)
{
  g_autoptr(DatelineSearchFacets) self = NULL;
  g_autoptr(DatelineStatements) statements = NULL;
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) years = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GArray) numbers = NULL;
  int code;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (finder != NULL, NULL);

  self = g_new0 (DatelineSearchFacets, 1);
  statements = dateline_statements_new (db);
  numbers = dateline_search_finder_dup_sample (finder, MAX_SAMPLED, &self->is_partial);
  code = read_rows (statements, self, numbers, counts, years);
  if (code == SQLITE_OK)
    code = divide (statements, self, counts);
  if (code != SQLITE_OK)
    {
      dateline_story_error_set_sqlite (error, db, code);
      return NULL;
    }
  self->years = list (years, compare_years);

  return g_steal_pointer (&self);
}

/**
 * dateline_search_facets_free: (skip)
 * @self: (transfer full): facets
 *
 * Frees facets.
 */
void
dateline_search_facets_free (DatelineSearchFacets *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->years, g_ptr_array_unref);
  g_free (self);
}
