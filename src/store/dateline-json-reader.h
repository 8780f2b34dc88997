/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-story-error.h"
#include "dateline-story.h"

G_BEGIN_DECLS

/* Where the story is that comes with the program. */
#define DATELINE_STORY_RESOURCE "/app/dateline/Dateline/stories/navalny-heart.json"

DatelineStory *dateline_json_reader_read             (GBytes               *bytes,
                                                      GStrv                *warnings,
                                                      GError              **error);
DatelineStory *dateline_json_reader_read_file        (GFile                *file,
                                                      GCancellable         *cancellable,
                                                      GStrv                *warnings,
                                                      GError              **error);
void           dateline_json_reader_read_file_async  (GFile                *file,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
DatelineStory *dateline_json_reader_read_file_finish (GAsyncResult         *result,
                                                      GStrv                *warnings,
                                                      GError              **error);
DatelineStory *dateline_json_reader_read_resource    (const char           *path,
                                                      GStrv                *warnings,
                                                      GError              **error);

G_END_DECLS
