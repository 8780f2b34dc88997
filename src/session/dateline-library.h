/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-library-entry.h"
#include "dateline-recent-stories.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_LIBRARY (dateline_library_get_type ())

G_DECLARE_FINAL_TYPE (DatelineLibrary, dateline_library, DATELINE, LIBRARY, GObject)

DatelineLibrary      *dateline_library_new              (const char             *folder,
                                                         DatelineRecentStories  *recent);
DatelineLibraryEntry *dateline_library_find             (DatelineLibrary        *self,
                                                         GFile                  *file);
void                  dateline_library_read             (DatelineLibrary        *self,
                                                         DatelineLibraryEntry   *entry);
gboolean              dateline_library_get_loading      (DatelineLibrary        *self);
void                  dateline_library_refresh          (DatelineLibrary        *self);
void                  dateline_library_stop             (DatelineLibrary        *self);
gboolean              dateline_library_trash            (DatelineLibrary        *self,
                                                         GFile                  *file,
                                                         GError                **error);
gboolean              dateline_library_restore          (DatelineLibrary        *self,
                                                         GFile                  *file,
                                                         GError                **error);
void                  dateline_library_forget           (DatelineLibrary        *self,
                                                         GFile                  *file);
void                  dateline_library_remember         (DatelineLibrary        *self,
                                                         GFile                  *file,
                                                         gint64                  opened);

G_END_DECLS
