/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-story-file.h"

G_BEGIN_DECLS

gboolean  story_work_edit     (DatelineStoryFile  *file,
                               GRand              *rand,
                               const char         *name,
                               GError            **error);
char     *story_work_replay   (const char         *path,
                               const char         *first);
gboolean  story_work_has_edit (const char         *path,
                               const char         *name);
void      story_work_check    (const char         *path);

G_END_DECLS
