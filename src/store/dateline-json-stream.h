/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _DatelineJsonStream DatelineJsonStream;

/**
 * DatelineJsonSink:
 * @text: UTF-8 text
 * @length: its length in bytes
 * @user_data: what was given with the function
 * @error: return location for an error
 *
 * Takes the next piece of JSON.
 *
 * Returns: %FALSE if nothing more is to come
 */
typedef gboolean (*DatelineJsonSink) (const char  *text,
                                      gsize        length,
                                      gpointer     user_data,
                                      GError     **error);

DatelineJsonStream *dateline_json_stream_new          (DatelineJsonSink     sink,
                                                       gpointer             user_data);
void                dateline_json_stream_free         (DatelineJsonStream  *self);
void                dateline_json_stream_begin_object (DatelineJsonStream  *self,
                                                       const char          *name);
void                dateline_json_stream_end_object   (DatelineJsonStream  *self);
void                dateline_json_stream_begin_array  (DatelineJsonStream  *self,
                                                       const char          *name);
void                dateline_json_stream_end_array    (DatelineJsonStream  *self);
gboolean            dateline_json_stream_add          (DatelineJsonStream  *self,
                                                       const char          *name,
                                                       JsonNode            *node);
gboolean            dateline_json_stream_add_built    (DatelineJsonStream  *self,
                                                       JsonBuilder         *builder);
gboolean            dateline_json_stream_finish       (DatelineJsonStream  *self,
                                                       GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineJsonStream, dateline_json_stream_free)

G_END_DECLS
