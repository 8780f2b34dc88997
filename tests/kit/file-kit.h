/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-story-file.h"

G_BEGIN_DECLS

void               file_kit_init           (int                *argc,
                                            char             ***argv);
int                file_kit_run            (void);
char              *file_kit_dup_path       (void);
DatelineStory     *file_kit_read_bundled   (void);
DatelineStoryFile *file_kit_create         (void);
DatelineStoryFile *file_kit_open           (const char         *path);
DatelineStoryFile *file_kit_open_read_only (const char         *path);
gpointer           file_kit_get            (DatelineStoryFile  *file,
                                            const char         *id);
char              *file_kit_dump           (DatelineStoryFile  *file);
char              *file_kit_dump_path      (const char         *path);
char              *file_kit_dup_json       (DatelineStoryFile  *file);
void               file_kit_assert_shown   (DatelineStoryFile  *file);
void               file_kit_assert_same    (const char         *a,
                                            const char         *b);
DatelineStoryFile *file_kit_open_async     (const char         *path);
char              *file_kit_make           (const char         *sql);
void               file_kit_run_sql        (const char         *path,
                                            const char         *sql);
const char        *file_kit_get_title      (DatelineStoryFile  *file,
                                            const char         *id);
DatelineEdit      *file_kit_new_title      (DatelineStoryFile  *file,
                                            const char         *id,
                                            const char         *title);
void               file_kit_apply          (DatelineStoryFile  *file,
                                            DatelineEdit       *edit);
void               file_kit_set            (DatelineStoryFile  *file,
                                            const char         *id,
                                            const char         *property,
                                            const char         *value);

G_END_DECLS
