/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the clippings cite: each article and each post once. */
#include "config.h"

#include "dateline-references.h"

static void
reference_free (gpointer data)
{
  DatelineReference *self = data;

  g_object_unref (self->item);
  g_ptr_array_unref (self->clippings);
  g_free (self);
}

static void
add (GPtrArray        *references,
     GHashTable       *by_item,
     DatelineItem     *item,
     DatelineClipping *clipping)
{
  DatelineReference *reference = g_hash_table_lookup (by_item, item);

  if (reference == NULL)
    {
      reference = g_new0 (DatelineReference, 1);
      reference->item = g_object_ref (item);
      reference->clippings = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (references, reference);
      g_hash_table_insert (by_item, item, reference);
    }
  g_ptr_array_add (reference->clippings, g_object_ref (clipping));
}

/**
 * dateline_references_new:
 * @export: what is exported
 *
 * Collects what the clippings cite, in the order in which they do: the post, if it is one, then the article.
 *
 * Returns: (transfer full) (element-type DatelineReference): the references
 */
GPtrArray *
dateline_references_new (const DatelineExport *export)
{
  g_autoptr(GHashTable) by_item = g_hash_table_new (NULL, NULL);
  GPtrArray *references;
  guint n;

  g_return_val_if_fail (export != NULL, NULL);

  references = g_ptr_array_new_with_free_func (reference_free);
  n = dateline_export_get_n (export);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineClipping) clipping = dateline_export_dup_clipping (export, i);
      DatelineItem *item = dateline_clipping_get_item (clipping);

      if (DATELINE_IS_REACTION (item))
        add (references, by_item, item, clipping);
      add (references, by_item, DATELINE_ITEM (dateline_clipping_get_article (clipping)), clipping);
    }

  return references;
}

typedef struct
{
  char *key;
  char *citation;
} Entry;

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
  g_free (entry->citation);
}

static int
entry_compare (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (((const Entry *) a)->key, ((const Entry *) b)->key);
}

/* Lists of sources are sorted by their first letter or digit, whatever signs stand before it. */
static char *
dup_key (const char *plain)
{
  g_autofree char *folded = NULL;

  while (*plain != '\0' && !g_unichar_isalnum (g_utf8_get_char (plain)))
    plain = g_utf8_next_char (plain);
  folded = g_utf8_casefold (plain, -1);

  return g_utf8_collate_key (folded, -1);
}

/**
 * dateline_references_list:
 * @export: what is exported
 * @markup: how citations are marked
 *
 * The list of sources that a text ends with: one citation for each article, and one for each post and the article
 * that carries it, in alphabetical order.
 *
 * Returns: (transfer full): the citations
 */
GStrv
dateline_references_list (const DatelineExport   *export,
                          DatelineCitationMarkup  markup)
{
  g_autoptr(GHashTable) seen = NULL;
  g_autoptr(GArray) entries = NULL;
  g_autoptr(GStrvBuilder) builder = NULL;
  guint n;

  g_return_val_if_fail (export != NULL, NULL);

  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (entries, entry_clear);
  builder = g_strv_builder_new ();

  n = dateline_export_get_n (export);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineClipping) clipping = dateline_export_dup_clipping (export, i);
      g_autofree char *plain = dateline_citation_format_clipping (clipping, export->style, DATELINE_CITATION_MARKUP_PLAIN);
      Entry entry;

      if (g_hash_table_contains (seen, plain))
        continue;
      entry.key = dup_key (plain);
      entry.citation = dateline_citation_format_clipping (clipping, export->style, markup);
      g_hash_table_add (seen, g_steal_pointer (&plain));
      g_array_append_val (entries, entry);
    }

  g_array_sort (entries, entry_compare);
  for (guint i = 0; i < entries->len; i++)
    g_strv_builder_add (builder, g_array_index (entries, Entry, i).citation);

  return g_strv_builder_end (builder);
}

/**
 * dateline_references_is_retold:
 * @reference: a reference
 *
 * Whether it is an article that was read in a retelling.
 *
 * Returns: %TRUE if so
 */
gboolean
dateline_references_is_retold (const DatelineReference *reference)
{
  g_return_val_if_fail (reference != NULL, FALSE);

  return DATELINE_IS_ARTICLE (reference->item) && dateline_article_get_retelling (DATELINE_ARTICLE (reference->item));
}
