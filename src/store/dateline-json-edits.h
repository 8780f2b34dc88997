/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "dateline-edit.h"
#include "dateline-story-error.h"

G_BEGIN_DECLS

DatelineEdit *dateline_json_edits_read      (GBytes         *bytes,
                                             DatelineStory  *story,
                                             GError        **error);
DatelineEdit *dateline_json_edits_read_file (GFile          *file,
                                             DatelineStory  *story,
                                             GError        **error);

G_END_DECLS
