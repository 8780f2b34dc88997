/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DATELINE_TYPE_RECENT_STORIES (dateline_recent_stories_get_type ())

G_DECLARE_FINAL_TYPE (DatelineRecentStories, dateline_recent_stories, DATELINE, RECENT_STORIES, GObject)

DatelineRecentStories *dateline_recent_stories_new        (const char            *path);
void                   dateline_recent_stories_load       (DatelineRecentStories *self);
void                   dateline_recent_stories_add        (DatelineRecentStories *self,
                                                           GFile                 *file,
                                                           gint64                 opened);
void                   dateline_recent_stories_remove     (DatelineRecentStories *self,
                                                           GFile                 *file);
GPtrArray             *dateline_recent_stories_dup_files  (DatelineRecentStories *self);
gint64                 dateline_recent_stories_get_opened (DatelineRecentStories *self,
                                                           GFile                 *file);
const char            *dateline_recent_stories_get_path   (DatelineRecentStories *self);
char                  *dateline_recent_stories_dup_path   (void);

G_END_DECLS
