/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "dateline-json-report.h"
#include "dateline-story-error.h"

G_BEGIN_DECLS

/* Bytes of the largest story that is opened: a thousand books. */
#define DATELINE_JSON_MAX_SIZE (64 * 1024 * 1024)

JsonNode *dateline_json_document_read (GBytes              *bytes,
                                       const char          *format,
                                       int                  version,
                                       const char          *not_it,
                                       DatelineJsonReport  *report,
                                       GError             **error);
GBytes   *dateline_json_document_load (GFile               *file,
                                       GCancellable        *cancellable,
                                       GError             **error);

G_END_DECLS
