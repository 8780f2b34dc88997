/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-passage.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_ITEM_ARTICLE,
  DATELINE_ITEM_PERSON,
  DATELINE_ITEM_EVENT,
  DATELINE_ITEM_QUOTE,
  DATELINE_ITEM_REACTION,
  DATELINE_ITEM_CLAIM,
  DATELINE_ITEM_ACCOUNT
} DatelineItemKind;

#define DATELINE_N_ITEM_KINDS (DATELINE_ITEM_ACCOUNT + 1)

#define DATELINE_TYPE_ITEM_KIND (dateline_item_kind_get_type ())
GType dateline_item_kind_get_type (void);

#define DATELINE_TYPE_ITEM (dateline_item_get_type ())

G_DECLARE_DERIVABLE_TYPE (DatelineItem, dateline_item, DATELINE, ITEM, GObject)

/**
 * DatelineItemClass:
 * @kind: what sort of thing this is
 * @get_label: what the item is called
 * @passages_changed: tells of what follows from the passages, if anything does
 * @copy_lists: fills the lists of a new copy; what are properties is there already
 * @unlink: lets go of what may refer back to the item
 */
struct _DatelineItemClass
{
  GObjectClass parent_class;

  DatelineItemKind kind;

  const char *(*get_label)        (DatelineItem *self);
  void        (*passages_changed) (DatelineItem *self);
  void        (*copy_lists)       (DatelineItem *self,
                                   DatelineItem *copy);
  void        (*unlink)           (DatelineItem *self);
};

const char       *dateline_item_get_id            (DatelineItem    *self);
DatelineItemKind  dateline_item_get_kind          (DatelineItem    *self);
const char       *dateline_item_get_label         (DatelineItem    *self);
const char       *dateline_item_get_note          (DatelineItem    *self);
GListModel       *dateline_item_get_passages      (DatelineItem    *self);
DatelinePassage  *dateline_item_dup_first_passage (DatelineItem    *self);
void              dateline_item_add_passage       (DatelineItem    *self,
                                                   DatelinePassage *passage);
void              dateline_item_set_passages      (DatelineItem    *self,
                                                   GPtrArray       *passages);
GPtrArray        *dateline_item_dup_articles      (DatelineItem    *self);
DatelineItem     *dateline_item_copy              (DatelineItem    *self);
gboolean          dateline_item_is_in_article     (DatelineItem    *self,
                                                   DatelineArticle *article);

G_END_DECLS
