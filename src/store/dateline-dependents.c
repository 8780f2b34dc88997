/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cannot stand without another item: it goes with it. */
#include "config.h"

#include "dateline-dependents.h"

#include "dateline-query.h"

/* What needs an item of each kind, whatever else it has. */
static const char needs_item[] =
  "SELECT id FROM reaction WHERE author = ?1"
  " UNION ALL SELECT id FROM account WHERE claim = ?1"
  " UNION ALL SELECT id FROM account WHERE article = ?1";

/* The quotes and accounts with a passage in an article; without any they say nothing. */
static const char told_by_article[] =
  "SELECT DISTINCT passage.item FROM passage JOIN item ON item.id = passage.item"
  " WHERE passage.article = ?1 AND item.kind IN ('quote', 'account')";

static const char articles_of_item[] = "SELECT DISTINCT article FROM passage WHERE item = ?1";

typedef struct
{
  sqlite3    *db;
  GHashTable *gone;  /* the ids */
  GPtrArray  *found; /* what goes, in the order in which it was found */
} Search;

static GPtrArray *
list (sqlite3     *db,
      const char  *sql,
      const char  *id,
      GError     **error)
{
  g_autoptr(DatelineQuery) query = dateline_query_new (db, error, sql, "s", id);
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) failure = NULL;

  if (query == NULL)
    return NULL;
  while (dateline_query_next (query, &failure))
    g_ptr_array_add (ids, dateline_query_dup_string (query, 0));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&ids);
}

static void
add (Search     *search,
     const char *id)
{
  if (g_hash_table_contains (search->gone, id))
    return;

  g_ptr_array_add (search->found, g_strdup (id));
  g_hash_table_add (search->gone, g_ptr_array_index (search->found, search->found->len - 1));
}

/* Whether all that tells of an item goes. */
static gboolean
is_unproven (Search      *search,
             const char  *id,
             gboolean    *unproven,
             GError     **error)
{
  g_autoptr(GPtrArray) articles = list (search->db, articles_of_item, id, error);

  if (articles == NULL)
    return FALSE;

  *unproven = TRUE;
  for (guint i = 0; i < articles->len && *unproven; i++)
    *unproven = g_hash_table_contains (search->gone, g_ptr_array_index (articles, i));

  return TRUE;
}

static gboolean
follow (Search      *search,
        const char  *id,
        GError     **error)
{
  g_autoptr(GPtrArray) needing = list (search->db, needs_item, id, error);
  g_autoptr(GPtrArray) told = NULL;

  if (needing == NULL)
    return FALSE;
  for (guint i = 0; i < needing->len; i++)
    add (search, g_ptr_array_index (needing, i));

  told = list (search->db, told_by_article, id, error);
  if (told == NULL)
    return FALSE;
  for (guint i = 0; i < told->len; i++)
    {
      gboolean unproven;

      if (!is_unproven (search, g_ptr_array_index (told, i), &unproven, error))
        return FALSE;
      if (unproven)
        add (search, g_ptr_array_index (told, i));
    }

  return TRUE;
}

/**
 * dateline_dependents_find:
 * @db: a story file
 * @ids: (array zero-terminated=1): the items to be removed
 * @error: return location for an error
 *
 * Finds what cannot stand without some items: the reactions of a person, the accounts of a claim or an article, and
 * the quotes that only a removed article tells.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the ids of what goes as well, or %NULL if it failed
 */
GPtrArray *
dateline_dependents_find (sqlite3             *db,
                          const char * const  *ids,
                          GError             **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  Search search = { db, gone, found };

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (gone, (gpointer) ids[i]);

  for (guint i = 0; ids[i] != NULL; i++)
    if (!follow (&search, ids[i], error))
      return NULL;
  for (guint i = 0; i < found->len; i++)
    if (!follow (&search, g_ptr_array_index (found, i), error))
      return NULL;

  return g_steal_pointer (&found);
}
