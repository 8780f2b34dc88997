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

typedef enum
{
  DATELINE_DETAIL_TITLE,
  DATELINE_DETAIL_DESCRIPTION,
  DATELINE_DETAIL_LANGUAGE,
  DATELINE_DETAIL_NOTE
} DatelineDetail;

#define DATELINE_N_DETAILS (DATELINE_DETAIL_NOTE + 1)

/**
 * DatelineOperation:
 * @kind: what is done, which says what of the rest is set
 * @id: the item that is removed, moved, or gets a new text
 * @before_id: (nullable): the item that the moved one comes before
 * @draft: how an item is to be
 * @base: (nullable): how it was when the draft was made
 * @details: (nullable): new values of the story's own fields
 * @base_details: what they were
 * @kinds: the kinds of the blocks of a new text
 * @texts: the blocks of a new text
 * @base_text: the text that is replaced
 * @clippings: (element-type DatelineClippingRow): how the clippings are to be
 * @base_clippings: (element-type DatelineClippingRow): what they were
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
  char                  *details[DATELINE_N_DETAILS];
  char                  *base_details[DATELINE_N_DETAILS];
  DatelineBlockKind     *kinds;
  GStrv                  texts;
  char                  *base_text;
  GPtrArray             *clippings;
  GPtrArray             *base_clippings;
} DatelineOperation;

guint                    _dateline_edit_get_n_operations (DatelineEdit *self);
const DatelineOperation *_dateline_edit_get_operation    (DatelineEdit *self,
                                                          guint         index);
void                     _dateline_edit_clear_results    (DatelineEdit *self);
void                     _dateline_edit_add_removed      (DatelineEdit *self,
                                                          DatelineItem *item);
void                     _dateline_edit_add_lost         (DatelineEdit *self,
                                                          DatelineItem *item,
                                                          const char   *words);

G_END_DECLS
