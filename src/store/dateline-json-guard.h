/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-json-report.h"

G_BEGIN_DECLS

/* A story needs seven levels. */
#define DATELINE_JSON_MAX_DEPTH   64

/* A story's objects have at most twenty members. */
#define DATELINE_JSON_MAX_MEMBERS 4096

gboolean dateline_json_guard_check (const char          *data,
                                    gsize                length,
                                    DatelineJsonReport  *report,
                                    GError             **error);

G_END_DECLS
