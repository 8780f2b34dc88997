/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an edit is made of, for the code that carries it out. */
#pragma once

#include "dateline-edit.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_OPERATION_PUT,
  DATELINE_OPERATION_REMOVE,
  DATELINE_OPERATION_MOVE,
  DATELINE_OPERATION_DETAILS,
  DATELINE_OPERATION_TEXT,
  DATELINE_OPERATION_CLIPPINGS
} DatelineOperationKind;

/**
 * DatelineOperation:
 * @kind: what is done, which says what of the rest is set
 * @id: the item that is removed or moved
 * @before_id: (nullable): the item that the moved one comes before
 * @draft: how an item is to be
 * @base: (nullable): how it was when the draft was made
 * @story: the story as it was
 * @title: (nullable): what the story is called
 * @description: (nullable): what it is about
 * @language: (nullable): the language of the two
 * @note: (nullable): the note of the story
 * @clippings: (element-type DatelineKeptClipping): how the clippings are to be
 * @base_clippings: (element-type DatelineKeptClipping): what they were
 *
 * One step of an edit.
 */
typedef struct
{
  DatelineOperationKind  kind;
  char                  *id;
  char                  *before_id;
  DatelineItem          *draft;
  DatelineItem          *base;
  DatelineStory         *story;
  char                  *title;
  char                  *description;
  char                  *language;
  char                  *note;
  GPtrArray             *clippings;
  GPtrArray             *base_clippings;
} DatelineOperation;

guint                    _dateline_edit_get_n_operations (DatelineEdit *self);
const DatelineOperation *_dateline_edit_get_operation    (DatelineEdit *self,
                                                          guint         index);
void                     _dateline_edit_clear_results    (DatelineEdit *self);
void                     _dateline_edit_set_effective    (DatelineEdit *self);
void                     _dateline_edit_add_removed      (DatelineEdit *self,
                                                          DatelineItem *item);
void                     _dateline_edit_add_lost         (DatelineEdit *self,
                                                          DatelineItem *item,
                                                          const char   *words);

G_END_DECLS
