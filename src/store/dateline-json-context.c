/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What JSON refers to: other items, and passages of articles. */
#include "config.h"

#include "dateline-json-context.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-text.h"

/* Code points of an id or a wording that a warning shows. */
#define MAX_SHOWN 40

/* Bytes of context that are compared: more than 32 code points ever take. */
#define MAX_CONTEXT 128

static gpointer
look_up (DatelineJsonContext *self,
         const char          *path,
         const char          *id,
         GType                type,
         DatelineJsonNeed     need)
{
  DatelineItem *item = dateline_story_lookup (self->story, id);
  g_autofree char *shown = NULL;

  if (item == NULL && self->drafts != NULL)
    item = g_hash_table_lookup (self->drafts, id);
  if (item != NULL && G_TYPE_CHECK_INSTANCE_TYPE (item, type))
    return item;

  shown = dateline_text_abridge (id, MAX_SHOWN);
  if (item == NULL && need == DATELINE_JSON_OPTIONAL)
    dateline_json_report_take (self->report,
                               /* Translators: the second %s is an id; so it is in the next messages */
                               g_strdup_printf (_("%s names “%s”, which is not in the story, and is left out"),
                                                path, shown));
  else if (item == NULL)
    dateline_json_report_take (self->report,
                               g_strdup_printf (_("%s names “%s”, which is not in the story, so what it belongs to is left out"),
                                                path, shown));
  else if (need == DATELINE_JSON_OPTIONAL)
    dateline_json_report_take (self->report,
                               g_strdup_printf (_("%s names “%s”, which is something else, and is left out"),
                                                path, shown));
  else
    dateline_json_report_take (self->report,
                               g_strdup_printf (_("%s names “%s”, which is something else, so what it belongs to is left out"),
                                                path, shown));

  return NULL;
}

/**
 * dateline_json_context_get_item:
 * @self: a context
 * @place: an object
 * @member: the name of a member that is an id
 * @type: the type of item that it has to name
 * @need: whether the object is of use without it
 *
 * Gets the item that a member refers to.
 *
 * Returns: (transfer none) (nullable): the item, or %NULL if there is none
 */
gpointer
dateline_json_context_get_item (DatelineJsonContext     *self,
                                const DatelineJsonPlace *place,
                                const char              *member,
                                GType                    type,
                                DatelineJsonNeed         need)
{
  g_autofree char *path = NULL;
  const char *id;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (place != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  id = dateline_json_place_get_string (place, member, need);
  if (id == NULL)
    return NULL;

  path = dateline_json_place_dup_path (place, member, DATELINE_JSON_NO_INDEX);

  return look_up (self, path, id, type, need);
}

/**
 * dateline_json_context_get_items:
 * @self: a context
 * @place: an object
 * @member: the name of a member that is a list of ids
 * @type: the type of item that they have to name
 *
 * Gets the items that the elements of a member refer to, each once.
 *
 * Returns: (transfer container): the items
 */
GPtrArray *
dateline_json_context_get_items (DatelineJsonContext     *self,
                                 const DatelineJsonPlace *place,
                                 const char              *member,
                                 GType                    type)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_auto(GStrv) ids = NULL;
  GPtrArray *items;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (place != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  items = g_ptr_array_new ();
  ids = dateline_json_place_get_strings (place, member);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *path = dateline_json_place_dup_path (place, member, i);
      DatelineItem *item = look_up (self, path, ids[i], type, DATELINE_JSON_OPTIONAL);

      if (item != NULL && g_hash_table_add (seen, item))
        g_ptr_array_add (items, item);
    }

  return items;
}

/**
 * dateline_json_context_link:
 * @self: a context
 * @place: an object
 * @member: the name of a member that is an id
 * @from: the item that the object describes
 * @type: the type of item that the member has to name
 * @func: (scope notified): how to set the reference
 *
 * Sets a reference that might lead back to @from, once all items exist.
 */
void
dateline_json_context_link (DatelineJsonContext     *self,
                            const DatelineJsonPlace *place,
                            const char              *member,
                            DatelineItem            *from,
                            GType                    type,
                            DatelineJsonLinkFunc     func)
{
  DatelineItem *to;

  g_return_if_fail (self != NULL);
  g_return_if_fail (place != NULL);
  g_return_if_fail (DATELINE_IS_ITEM (from));

  to = dateline_json_context_get_item (self, place, member, type, DATELINE_JSON_OPTIONAL);
  if (to != NULL)
    dateline_json_links_add (self->links, from, to, func,
                             dateline_json_place_dup_path (place, member, DATELINE_JSON_NO_INDEX));
}

/* Whether the text before @p ends as @prefix does. */
static gboolean
follows_prefix (const char *text,
                const char *p,
                const char *prefix)
{
  gsize length = strlen (prefix);

  if (length > MAX_CONTEXT)
    {
      prefix += length - MAX_CONTEXT;
      length = MAX_CONTEXT;
    }

  return length > 0 && (gsize) (p - text) >= length && memcmp (p - length, prefix, length) == 0;
}

static gboolean
precedes_suffix (const char *p,
                 const char *suffix)
{
  gsize length = MIN (strlen (suffix), MAX_CONTEXT);

  return length > 0 && strncmp (p, suffix, length) == 0;
}

/* Finds @exact in the text: the only place where it stands, or the one place whose surroundings fit best. */
static const char *
find_anew (DatelineJsonContext *self,
           DatelineArticle     *article,
           const char          *exact,
           const char          *prefix,
           const char          *suffix)
{
  const char *best = NULL;
  guint best_score = 0;
  gboolean is_tie = FALSE;
  const char *text = dateline_article_get_text (article);
  gsize cost = dateline_article_get_pointer (article, dateline_article_get_length (article)) - text;
  gsize length = strlen (exact);

  if (cost > self->search_budget)
    return NULL;
  self->search_budget -= cost;

  for (const char *p = strstr (text, exact); p != NULL; p = strstr (p + 1, exact))
    {
      guint score = 1 + follows_prefix (text, p, prefix) + precedes_suffix (p + length, suffix);

      if (score > best_score)
        {
          best = p;
          best_score = score;
          is_tie = FALSE;
        }
      else if (score == best_score)
        {
          is_tie = TRUE;
          /* It will not get better than this. */
          if (score == 3)
            break;
        }
    }

  return is_tie ? NULL : best;
}

/* Whether @exact is what stands between two offsets. Line breaks within a block were replaced by spaces when it was
 * read; a passage may still have them. */
static gboolean
is_at (DatelineArticle *article,
       guint            start,
       guint            end,
       const char      *exact)
{
  const char *p;
  const char *to;

  if (start >= end || end > dateline_article_get_length (article))
    return FALSE;

  p = dateline_article_get_pointer (article, start);
  to = dateline_article_get_pointer (article, end);
  for (; p < to && *exact != '\0'; p = g_utf8_next_char (p), exact = g_utf8_next_char (exact))
    {
      gunichar x = g_utf8_get_char (p);
      gunichar y = g_utf8_get_char (exact);

      if (x != y && !(g_unichar_isspace (x) && g_unichar_isspace (y)))
        return FALSE;
    }

  return p == to && *exact == '\0';
}

/**
 * dateline_json_context_read_passage:
 * @self: a context
 * @place: an object that describes a passage
 * @article: (nullable): the article that it is in, if the object does not say
 *
 * Reads a passage. If its words are not where they should be, they are searched for.
 *
 * Returns: (transfer full) (nullable): the passage, or %NULL if it is not in the article
 */
DatelinePassage *
dateline_json_context_read_passage (DatelineJsonContext     *self,
                                    const DatelineJsonPlace *place,
                                    DatelineArticle         *article)
{
  static const char *const known[] = { "article", "start", "end", "exact", "prefix", "suffix", NULL };
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;
  const char *exact;
  const char *prefix;
  const char *suffix;
  const char *found;
  const char *text;
  guint start;
  guint end;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (place != NULL, NULL);
  g_return_val_if_fail (article == NULL || DATELINE_IS_ARTICLE (article), NULL);

  dateline_json_place_check (place, known);
  if (article == NULL || json_object_has_member (place->object, "article"))
    article = dateline_json_context_get_item (self, place, "article", DATELINE_TYPE_ARTICLE, DATELINE_JSON_REQUIRED);
  if (article == NULL)
    return NULL;
  exact = dateline_json_place_get_string (place, "exact", DATELINE_JSON_REQUIRED);
  if (exact == NULL ||
      !dateline_json_place_get_offset (place, "start", &start) ||
      !dateline_json_place_get_offset (place, "end", &end))
    return NULL;

  if (is_at (article, start, end, exact))
    return dateline_passage_new (article, start, end);

  prefix = dateline_json_place_get_string (place, "prefix", DATELINE_JSON_OPTIONAL);
  suffix = dateline_json_place_get_string (place, "suffix", DATELINE_JSON_OPTIONAL);
  path = dateline_json_place_dup_path (place, NULL, DATELINE_JSON_NO_INDEX);
  shown = dateline_text_abridge (exact, MAX_SHOWN);
  text = dateline_article_get_text (article);
  found = find_anew (self, article, exact, prefix != NULL ? prefix : "", suffix != NULL ? suffix : "");
  if (found == NULL)
    {
      dateline_json_report_take (self->report,
                                 /* Translators: the second %s is a piece of an article's text */
                                 g_strdup_printf (_("%s is left out: “%s” is not at its offsets nor at another single place in the article"),
                                                  path, shown));
      return NULL;
    }

  start = (guint) g_utf8_pointer_to_offset (text, found);
  end = start + (guint) g_utf8_strlen (exact, -1);
  dateline_json_report_take (self->report,
                             /* Translators: the second %s is a piece of an article's text, the numbers count characters */
                             g_strdup_printf (_("%s has wrong offsets: “%s” was found at %u to %u"),
                                              path, shown, start, end));

  return dateline_passage_new (article, start, end);
}

/**
 * dateline_json_context_read_passages:
 * @self: a context
 * @place: an object
 * @member: the name of a member that is a list of passages
 * @item: where to add them
 *
 * Reads the passages that tell of an item.
 */
void
dateline_json_context_read_passages (DatelineJsonContext     *self,
                                     const DatelineJsonPlace *place,
                                     const char              *member,
                                     DatelineItem            *item)
{
  JsonArray *array;
  guint n;

  g_return_if_fail (self != NULL);
  g_return_if_fail (place != NULL);
  g_return_if_fail (DATELINE_IS_ITEM (item));

  array = dateline_json_place_get_array (place, member, DATELINE_JSON_OPTIONAL);
  n = array != NULL ? json_array_get_length (array) : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelinePassage) passage = NULL;
      DatelineJsonPlace child;

      if (!dateline_json_place_get_element (place, member, array, i, &child))
        continue;
      passage = dateline_json_context_read_passage (self, &child, NULL);
      if (passage != NULL)
        dateline_item_add_passage (item, passage);
    }
}
