/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dateline_file_stamp_matches (const char *path);
void     dateline_file_stamp_leave   (const char *path);

G_END_DECLS
