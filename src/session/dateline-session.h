/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-clippings.h"
#include "dateline-edit.h"
#include "dateline-index.h"
#include "dateline-merge.h"
#include "dateline-navigator.h"
#include "dateline-story-file.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_SESSION (dateline_session_get_type ())

G_DECLARE_FINAL_TYPE (DatelineSession, dateline_session, DATELINE, SESSION, GObject)

DatelineSession   *dateline_session_new           (DatelineStory      *story);
DatelineSession   *dateline_session_new_for_file  (DatelineStoryFile  *file);
DatelineStory     *dateline_session_get_story     (DatelineSession    *self);
DatelineIndex     *dateline_session_get_index     (DatelineSession    *self);
DatelineNavigator *dateline_session_get_navigator (DatelineSession    *self);
DatelineClippings *dateline_session_get_clippings (DatelineSession    *self);
DatelineStoryFile *dateline_session_get_file      (DatelineSession    *self);
gboolean           dateline_session_get_is_kept   (DatelineSession    *self);
gboolean           dateline_session_get_is_waiting
                                                  (DatelineSession    *self);
void               dateline_session_drop_waiting  (DatelineSession    *self);
const char        *dateline_session_get_undo_name (DatelineSession    *self);
const char        *dateline_session_get_redo_name (DatelineSession    *self);
gboolean           dateline_session_edit          (DatelineSession    *self,
                                                   DatelineEdit       *edit);
gboolean           dateline_session_keep          (DatelineSession    *self,
                                                   const char         *path,
                                                   GError            **error);
void               dateline_session_give_up       (DatelineSession    *self);
gboolean           dateline_session_restore       (DatelineSession    *self,
                                                   const char         *path,
                                                   gboolean           *is_different);
DatelineMerge     *dateline_session_compare       (DatelineSession    *self,
                                                   const char         *path,
                                                   GError            **error);
gboolean           dateline_session_merge         (DatelineSession    *self,
                                                   DatelineMerge      *merge,
                                                   GError            **error);
gboolean           dateline_session_undo          (DatelineSession    *self);
gboolean           dateline_session_redo          (DatelineSession    *self);

G_END_DECLS
