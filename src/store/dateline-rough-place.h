/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dateline_rough_place_find (const char  *text,
                                    const char  *from,
                                    const char  *to,
                                    const char  *exact,
                                    const char  *prefix,
                                    const char  *suffix,
                                    const char **start,
                                    const char **end);

G_END_DECLS
