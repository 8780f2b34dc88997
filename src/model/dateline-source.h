/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-item.h"

G_BEGIN_DECLS

/* What of an item is loaded only when it is asked for. */
typedef enum
{
  DATELINE_ITEM_PART_PASSAGES = 1 << 0,
  DATELINE_ITEM_PART_TEXT = 1 << 1,         /* of an article */
  DATELINE_ITEM_PART_DATES = 1 << 2,        /* of an article */
  DATELINE_ITEM_PART_POSITION = 1 << 3,     /* of an article */
  DATELINE_ITEM_PART_PARTICIPANTS = 1 << 4, /* of an event */
  DATELINE_ITEM_PART_ABOUT = 1 << 5,        /* of a claim */
  DATELINE_ITEM_PART_ACCOUNTS = 1 << 6      /* of a claim */
} DatelineItemParts;

/**
 * DatelineDatedItem:
 * @key: the key of the item
 * @date: (nullable): when it was
 * @category: (nullable): the category of an event, interned
 *
 * What a timeline needs to know of an item that may not be in memory.
 */
typedef struct
{
  gint64        key;
  DatelineDate *date;
  const char   *category;
} DatelineDatedItem;

/**
 * DatelineParticipation:
 * @event: the key of an event
 * @person: the key of somebody who takes part in it
 *
 * Who takes part in what.
 */
typedef struct
{
  gint64 event;
  gint64 person;
} DatelineParticipation;

/**
 * DatelineSourcePlace:
 * @position: the position of an item in the source
 * @id: (nullable): its id, or %NULL before the first item
 *
 * How far somebody got who goes through the items of a kind.
 */
typedef struct
{
  double  position;
  char   *id;
} DatelineSourcePlace;

#define DATELINE_TYPE_SOURCE (dateline_source_get_type ())

G_DECLARE_INTERFACE (DatelineSource, dateline_source, DATELINE, SOURCE, GObject)

/**
 * DatelineSourceInterface:
 * @count: how many items of a kind there are
 * @list: the keys of the items of a kind, in order
 * @list_next: the keys of the first items of a kind after a place, which is moved to the last of them
 * @load: makes items of a kind, and gives each to dateline_story_adopt()
 * @lookup: the same for one item by its id
 * @fill: sets parts of an item
 * @list_dates: the dates of all items of a kind, in order
 * @list_participations: who takes part in what, those of one event in their order
 * @list_related: the keys of the items of a kind that have to do with an item, in the order of a `DatelineIndex`
 * @list_quotes_about: the keys of the quotes that are said to a person or contain a mention of them, in their order
 * @count_mentions: how many passages a person has
 * @list_occurrences: what stands in an article, in any order
 *
 * Where the items of a story come from that are not in memory yet. Items are named by keys, which are not 0 and below
 * 2 to the power of 62. What cannot be read is left out, and the source tells of it in a way of its own.
 */
struct _DatelineSourceInterface
{
  GTypeInterface parent_iface;

  guint      (*count)            (DatelineSource    *self,
                                  DatelineItemKind   kind);
  GArray    *(*list)             (DatelineSource    *self,
                                  DatelineItemKind   kind);
  guint      (*list_next)        (DatelineSource      *self,
                                  DatelineItemKind     kind,
                                  DatelineSourcePlace *place,
                                  gint64              *keys,
                                  guint                max_keys);
  void       (*load)             (DatelineSource    *self,
                                  DatelineItemKind   kind,
                                  const gint64      *keys,
                                  guint              n_keys);
  void       (*lookup)           (DatelineSource    *self,
                                  const char        *id);
  void       (*fill)             (DatelineSource    *self,
                                  DatelineItem      *item,
                                  DatelineItemParts  parts);
  GArray    *(*list_dates)       (DatelineSource    *self,
                                  DatelineItemKind   kind);
  GArray    *(*list_participations) (DatelineSource *self);
  GArray    *(*list_related)     (DatelineSource    *self,
                                  DatelineItem      *item,
                                  DatelineItemKind   kind);
  GArray    *(*list_quotes_about) (DatelineSource   *self,
                                   DatelineItem     *person);
  guint      (*count_mentions)   (DatelineSource    *self,
                                  DatelineItem      *person);
  GPtrArray *(*list_occurrences) (DatelineSource    *self,
                                  DatelineArticle   *article);
};

guint      dateline_source_count            (DatelineSource    *self,
                                             DatelineItemKind   kind);
GArray    *dateline_source_list             (DatelineSource    *self,
                                             DatelineItemKind   kind);
guint      dateline_source_list_next        (DatelineSource      *self,
                                             DatelineItemKind     kind,
                                             DatelineSourcePlace *place,
                                             gint64              *keys,
                                             guint                max_keys);
void       dateline_source_load             (DatelineSource    *self,
                                             DatelineItemKind   kind,
                                             const gint64      *keys,
                                             guint              n_keys);
void       dateline_source_lookup           (DatelineSource    *self,
                                             const char        *id);
void       dateline_source_fill             (DatelineSource    *self,
                                             DatelineItem      *item,
                                             DatelineItemParts  parts);
GArray    *dateline_source_list_dates       (DatelineSource    *self,
                                             DatelineItemKind   kind);
GArray    *dateline_source_list_participations (DatelineSource *self);
GArray    *dateline_source_list_related     (DatelineSource    *self,
                                             DatelineItem      *item,
                                             DatelineItemKind   kind);
GArray    *dateline_source_list_quotes_about (DatelineSource   *self,
                                              DatelineItem     *person);
guint      dateline_source_count_mentions   (DatelineSource    *self,
                                             DatelineItem      *person);
GPtrArray *dateline_source_list_occurrences (DatelineSource    *self,
                                             DatelineArticle   *article);

G_END_DECLS
