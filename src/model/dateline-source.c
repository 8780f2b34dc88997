/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the items of a story come from that are not in memory yet. */
#include "config.h"

#include "dateline-source.h"

G_DEFINE_INTERFACE (DatelineSource, dateline_source, G_TYPE_OBJECT)

static void
dateline_source_default_init (DatelineSourceInterface *iface)
{
}

/**
 * dateline_source_count:
 * @self: a `DatelineSource`
 * @kind: a kind
 *
 * How many items of a kind there are.
 *
 * Returns: the number
 */
guint
dateline_source_count (DatelineSource   *self,
                       DatelineItemKind  kind)
{
  g_return_val_if_fail (DATELINE_IS_SOURCE (self), 0);

  return DATELINE_SOURCE_GET_IFACE (self)->count (self, kind);
}

/**
 * dateline_source_list:
 * @self: a `DatelineSource`
 * @kind: a kind
 *
 * The keys of all items of a kind.
 *
 * Returns: (transfer full) (element-type gint64): the keys, in order
 */
GArray *
dateline_source_list (DatelineSource   *self,
                      DatelineItemKind  kind)
{
  g_return_val_if_fail (DATELINE_IS_SOURCE (self), NULL);

  return DATELINE_SOURCE_GET_IFACE (self)->list (self, kind);
}

/**
 * dateline_source_list_next:
 * @self: a `DatelineSource`
 * @kind: a kind
 * @place: (inout): how far one got
 * @keys: (array length=max_keys): where to put the keys
 * @max_keys: how many there is room for
 *
 * The keys of the next items of a kind, in order. Nothing is kept from one call to the next, not even a lock.
 *
 * Returns: how many there were; 0 at the end
 */
guint
dateline_source_list_next (DatelineSource      *self,
                           DatelineItemKind     kind,
                           DatelineSourcePlace *place,
                           gint64              *keys,
                           guint                max_keys)
{
  g_return_val_if_fail (DATELINE_IS_SOURCE (self), 0);
  g_return_val_if_fail (place != NULL, 0);
  g_return_val_if_fail (keys != NULL, 0);

  return DATELINE_SOURCE_GET_IFACE (self)->list_next (self, kind, place, keys, max_keys);
}

/**
 * dateline_source_load:
 * @self: a `DatelineSource`
 * @kind: a kind
 * @keys: (array length=n_keys): the keys of items of that kind
 * @n_keys: how many there are
 *
 * Makes items, unless they are in the story already.
 */
void
dateline_source_load (DatelineSource   *self,
                      DatelineItemKind  kind,
                      const gint64     *keys,
                      guint             n_keys)
{
  g_return_if_fail (DATELINE_IS_SOURCE (self));

  DATELINE_SOURCE_GET_IFACE (self)->load (self, kind, keys, n_keys);
}

/**
 * dateline_source_lookup:
 * @self: a `DatelineSource`
 * @id: an id
 *
 * Makes an item, unless it is in the story already, if there is one of that id.
 */
void
dateline_source_lookup (DatelineSource *self,
                        const char     *id)
{
  g_return_if_fail (DATELINE_IS_SOURCE (self));

  DATELINE_SOURCE_GET_IFACE (self)->lookup (self, id);
}

/**
 * dateline_source_fill:
 * @self: a `DatelineSource`
 * @item: an item that came from here
 * @parts: what to set
 *
 * Sets parts of an item. Those that cannot be read stay empty.
 */
void
dateline_source_fill (DatelineSource    *self,
                      DatelineItem      *item,
                      DatelineItemParts  parts)
{
  g_return_if_fail (DATELINE_IS_SOURCE (self));

  DATELINE_SOURCE_GET_IFACE (self)->fill (self, item, parts);
}

/**
 * dateline_source_list_dates:
 * @self: a `DatelineSource`
 * @kind: a kind that has dates: events or reactions
 *
 * The dates of all items of a kind, without making the items.
 *
 * Returns: (transfer full) (element-type DatelineDatedItem): the dates, in the order of the items; not to be changed
 */
GArray *
dateline_source_list_dates (DatelineSource   *self,
                            DatelineItemKind  kind)
{
  g_return_val_if_fail (DATELINE_IS_SOURCE (self), NULL);

  return DATELINE_SOURCE_GET_IFACE (self)->list_dates (self, kind);
}

/**
 * dateline_source_list_participations:
 * @self: a `DatelineSource`
 *
 * Who takes part in what, without making the events and people.
 *
 * Returns: (transfer full) (element-type DatelineParticipation): the participations, those of one event in their order
 */
GArray *
dateline_source_list_participations (DatelineSource *self)
{
  g_return_val_if_fail (DATELINE_IS_SOURCE (self), NULL);

  return DATELINE_SOURCE_GET_IFACE (self)->list_participations (self);
}

/**
 * dateline_source_list_related:
 * @self: a `DatelineSource`
 * @item: an item that came from here
 * @kind: what to look for
 *
 * What has to do with an item, as dateline_index_get_related() says.
 *
 * Returns: (transfer full) (element-type gint64): the keys
 */
GArray *
dateline_source_list_related (DatelineSource   *self,
                              DatelineItem     *item,
                              DatelineItemKind  kind)
{
  g_return_val_if_fail (DATELINE_IS_SOURCE (self), NULL);

  return DATELINE_SOURCE_GET_IFACE (self)->list_related (self, item, kind);
}

/**
 * dateline_source_list_quotes_about:
 * @self: a `DatelineSource`
 * @person: a person that came from here
 *
 * What others say to a person or, as the passages tell, of them.
 *
 * Returns: (transfer full) (element-type gint64): the keys of the quotes, in their order
 */
GArray *
dateline_source_list_quotes_about (DatelineSource *self,
                                   DatelineItem   *person)
{
  g_return_val_if_fail (DATELINE_IS_SOURCE (self), NULL);

  return DATELINE_SOURCE_GET_IFACE (self)->list_quotes_about (self, person);
}

/**
 * dateline_source_count_mentions:
 * @self: a `DatelineSource`
 * @person: a person that came from here
 *
 * How many passages name a person. To ask for one after the other is quick.
 *
 * Returns: the number of passages
 */
guint
dateline_source_count_mentions (DatelineSource *self,
                                DatelineItem   *person)
{
  g_return_val_if_fail (DATELINE_IS_SOURCE (self), 0);

  return DATELINE_SOURCE_GET_IFACE (self)->count_mentions (self, person);
}

/**
 * dateline_source_list_occurrences:
 * @self: a `DatelineSource`
 * @article: an article that came from here
 *
 * Everything that stands in an article.
 *
 * Returns: (transfer full) (element-type DatelineOccurrence): what stands there, in any order
 */
GPtrArray *
dateline_source_list_occurrences (DatelineSource  *self,
                                  DatelineArticle *article)
{
  g_return_val_if_fail (DATELINE_IS_SOURCE (self), NULL);

  return DATELINE_SOURCE_GET_IFACE (self)->list_occurrences (self, article);
}
