/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *dateline_fresh_file_make    (const char  *path,
                                       GError     **error);
gboolean  dateline_fresh_file_publish (const char  *temporary,
                                       const char  *path,
                                       GError     **error);

G_END_DECLS
