/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-story.h"

G_BEGIN_DECLS

GBytes   *dateline_json_writer_write    (DatelineStory  *story);
gboolean  dateline_json_writer_write_to (DatelineStory  *story,
                                         GOutputStream  *stream,
                                         GCancellable   *cancellable,
                                         GError        **error);

G_END_DECLS
