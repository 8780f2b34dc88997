/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-edit.h"
#include "dateline-story-file.h"

G_BEGIN_DECLS

/**
 * DatelineEditOutcome:
 * @DATELINE_EDIT_DONE: it is done
 * @DATELINE_EDIT_FAILED: it could not be done, and everything is as it was
 * @DATELINE_EDIT_WAITING: it waits until another program has finished
 *
 * What became of something that a queue was given.
 */
typedef enum
{
  DATELINE_EDIT_DONE,
  DATELINE_EDIT_FAILED,
  DATELINE_EDIT_WAITING
} DatelineEditOutcome;

/**
 * DatelineEditFunc:
 * @owner: the object that was given with the edit
 * @edit: (nullable): what was to be done; %NULL for Undo and Redo
 * @error: (nullable): why it could not be done, or %NULL if it is done
 *
 * Called once when it is settled what becomes of an edit.
 */
typedef void (*DatelineEditFunc) (gpointer      owner,
                                  DatelineEdit *edit,
                                  const GError *error);

#define DATELINE_TYPE_EDIT_QUEUE (dateline_edit_queue_get_type ())

G_DECLARE_FINAL_TYPE (DatelineEditQueue, dateline_edit_queue, DATELINE, EDIT_QUEUE, GObject)

DatelineEditQueue   *dateline_edit_queue_new            (DatelineStoryFile *file);
DatelineEditOutcome  dateline_edit_queue_edit           (DatelineEditQueue *self,
                                                         DatelineEdit      *edit,
                                                         gpointer           owner,
                                                         DatelineEditFunc   func);
DatelineEditOutcome  dateline_edit_queue_undo           (DatelineEditQueue *self,
                                                         gpointer           owner,
                                                         DatelineEditFunc   func);
DatelineEditOutcome  dateline_edit_queue_redo           (DatelineEditQueue *self,
                                                         gpointer           owner,
                                                         DatelineEditFunc   func);
const char          *dateline_edit_queue_get_undo_name  (DatelineEditQueue *self);
const char          *dateline_edit_queue_get_redo_name  (DatelineEditQueue *self);
gboolean             dateline_edit_queue_get_is_waiting (DatelineEditQueue *self);
gboolean             dateline_edit_queue_finish         (DatelineEditQueue *self);
void                 dateline_edit_queue_drop           (DatelineEditQueue *self);

G_END_DECLS
