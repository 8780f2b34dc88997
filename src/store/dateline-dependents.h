/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

GPtrArray *dateline_dependents_find (sqlite3             *db,
                                     const char * const  *ids,
                                     GError             **error);

G_END_DECLS
