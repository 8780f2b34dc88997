/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  dateline_language_is_tag   (const char *tag);
char     *dateline_language_dup_name (const char *tag);

G_END_DECLS
