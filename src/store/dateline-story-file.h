/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-edit.h"
#include "dateline-story.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_STORY_FILE (dateline_story_file_get_type ())

/**
 * DatelineProblemFunc:
 * @problem: one sentence
 * @user_data: what was given with the function
 *
 * Is told of a problem.
 */
typedef void (*DatelineProblemFunc) (const char *problem,
                                     gpointer    user_data);

G_DECLARE_FINAL_TYPE (DatelineStoryFile, dateline_story_file, DATELINE, STORY_FILE, GObject)

DatelineStoryFile *dateline_story_file_create         (const char           *path,
                                                       DatelineStory        *story,
                                                       GPtrArray            *clippings,
                                                       GError              **error);
DatelineStoryFile *dateline_story_file_open           (const char           *path,
                                                       GError              **error);
void               dateline_story_file_open_async     (const char           *path,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
DatelineStoryFile *dateline_story_file_open_finish    (GAsyncResult         *result,
                                                       GError              **error);
DatelineStoryFile *dateline_story_file_branch         (DatelineStoryFile    *self,
                                                       const char           *path,
                                                       GPtrArray            *clippings,
                                                       GError              **error);
const char        *dateline_story_file_get_path       (DatelineStoryFile    *self);
DatelineStory     *dateline_story_file_get_story      (DatelineStoryFile    *self);
gboolean           dateline_story_file_get_read_only  (DatelineStoryFile    *self);
gboolean           dateline_story_file_get_has_false_index
                                                      (DatelineStoryFile    *self);
void               dateline_story_file_check_index    (DatelineStoryFile    *self);
void               dateline_story_file_set_patience   (DatelineStoryFile    *self,
                                                       guint                 milliseconds);
const char        *dateline_story_file_get_undo_name  (DatelineStoryFile    *self);
const char        *dateline_story_file_get_redo_name  (DatelineStoryFile    *self);
gboolean           dateline_story_file_apply          (DatelineStoryFile    *self,
                                                       DatelineEdit         *edit,
                                                       GError              **error);
gboolean           dateline_story_file_undo           (DatelineStoryFile    *self,
                                                       GError              **error);
gboolean           dateline_story_file_redo           (DatelineStoryFile    *self,
                                                       GError              **error);
void               dateline_story_file_poll           (DatelineStoryFile    *self);
gboolean           dateline_story_file_copy_to        (DatelineStoryFile    *self,
                                                       const char           *path,
                                                       GError              **error);
char              *dateline_story_file_back_up        (DatelineStoryFile    *self,
                                                       GError              **error);
gboolean           dateline_story_file_restore        (DatelineStoryFile    *self,
                                                       const char           *path,
                                                       gboolean             *is_different,
                                                       GError              **error);
GPtrArray         *dateline_story_file_dup_dependents (DatelineStoryFile    *self,
                                                       const char * const   *ids);
GPtrArray         *dateline_story_file_dup_clippings  (DatelineStoryFile    *self,
                                                       GError              **error);
gboolean           dateline_story_file_write_json     (DatelineStoryFile    *self,
                                                       GOutputStream        *stream,
                                                       GCancellable         *cancellable,
                                                       GError              **error);
gboolean           dateline_story_file_check          (DatelineStoryFile    *self,
                                                       guint64              *n_passages,
                                                       DatelineProblemFunc   func,
                                                       gpointer              user_data,
                                                       GError              **error);

G_END_DECLS
