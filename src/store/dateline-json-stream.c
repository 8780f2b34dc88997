/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON that is written piece by piece, so that only one piece of it is in memory. It reads as if json-glib had written all
 * of it at once. */
#include "config.h"

#include "dateline-json-stream.h"

#include <string.h>

/* How many bytes are gathered before they go out. */
#define BUFFER_SIZE 65536

struct _DatelineJsonStream
{
  DatelineJsonSink  sink;
  gpointer          user_data;
  JsonGenerator    *generator;
  GString          *buffer;
  GArray           *counts; /* guint: how much is in each of the objects and arrays that are open */
  gboolean          is_over;
  GError           *error;
};

/**
 * dateline_json_stream_new:
 * @sink: (scope notified): where the text goes, until it says that it has enough
 * @user_data: data for @sink
 *
 * Begins indented JSON.
 *
 * Returns: (transfer full): a new stream
 */
DatelineJsonStream *
dateline_json_stream_new (DatelineJsonSink sink,
                          gpointer         user_data)
{
  DatelineJsonStream *self;

  g_return_val_if_fail (sink != NULL, NULL);

  self = g_new0 (DatelineJsonStream, 1);
  self->sink = sink;
  self->user_data = user_data;
  self->generator = json_generator_new ();
  json_generator_set_pretty (self->generator, TRUE);
  self->buffer = g_string_sized_new (BUFFER_SIZE);
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

/**
 * dateline_json_stream_free:
 * @self: (transfer full): a stream
 *
 * Ends a stream. What did not go out is lost.
 */
void
dateline_json_stream_free (DatelineJsonStream *self)
{
  g_return_if_fail (self != NULL);

  g_clear_error (&self->error);
  g_object_unref (self->generator);
  g_string_free (self->buffer, TRUE);
  g_array_unref (self->counts);
  g_free (self);
}

static void
send (DatelineJsonStream *self,
      gsize               least)
{
  if (self->buffer->len < least)
    return;

  if (!self->is_over && self->buffer->len > 0)
    self->is_over = !self->sink (self->buffer->str, self->buffer->len, self->user_data, &self->error);
  g_string_truncate (self->buffer, 0);
}

static void
break_line (DatelineJsonStream *self)
{
  g_string_append_c (self->buffer, '\n');
  for (guint i = 0; i < self->counts->len; i++)
    g_string_append (self->buffer, "  ");
}

/* Goes to where the next value belongs, which has a name in an object. */
static void
begin_value (DatelineJsonStream *self,
             const char         *name)
{
  if (self->counts->len > 0)
    {
      guint *count = &g_array_index (self->counts, guint, self->counts->len - 1);

      if ((*count)++ > 0)
        g_string_append_c (self->buffer, ',');
      break_line (self);
    }
  if (name != NULL)
    g_string_append_printf (self->buffer, "\"%s\" : ", name);
}

static void
begin (DatelineJsonStream *self,
       const char         *name,
       char                bracket)
{
  guint none = 0;

  begin_value (self, name);
  g_string_append_c (self->buffer, bracket);
  g_array_append_val (self->counts, none);
}

static void
end (DatelineJsonStream *self,
     char                bracket)
{
  guint count;

  g_assert (self->counts->len > 0);

  count = g_array_index (self->counts, guint, self->counts->len - 1);
  g_array_set_size (self->counts, self->counts->len - 1);
  if (count > 0)
    break_line (self);
  g_string_append_c (self->buffer, bracket);
  send (self, BUFFER_SIZE);
}

/**
 * dateline_json_stream_begin_object:
 * @self: a stream
 * @name: (nullable): its name in the object that it is in, which needs no escapes
 *
 * Begins an object.
 */
void
dateline_json_stream_begin_object (DatelineJsonStream *self,
                                   const char         *name)
{
  g_return_if_fail (self != NULL);

  begin (self, name, '{');
}

/**
 * dateline_json_stream_end_object:
 * @self: a stream
 *
 * Ends an object.
 */
void
dateline_json_stream_end_object (DatelineJsonStream *self)
{
  g_return_if_fail (self != NULL);

  end (self, '}');
}

/**
 * dateline_json_stream_begin_array:
 * @self: a stream
 * @name: (nullable): its name in the object that it is in, which needs no escapes
 *
 * Begins an array.
 */
void
dateline_json_stream_begin_array (DatelineJsonStream *self,
                                  const char         *name)
{
  g_return_if_fail (self != NULL);

  begin (self, name, '[');
}

/**
 * dateline_json_stream_end_array:
 * @self: a stream
 *
 * Ends an array.
 */
void
dateline_json_stream_end_array (DatelineJsonStream *self)
{
  g_return_if_fail (self != NULL);

  end (self, ']');
}

/**
 * dateline_json_stream_add:
 * @self: a stream
 * @name: (nullable): its name in the object that it is in, which needs no escapes
 * @node: (transfer none): a value
 *
 * Writes a value.
 *
 * Returns: %FALSE if there is no need to go on, because nobody takes the rest
 */
gboolean
dateline_json_stream_add (DatelineJsonStream *self,
                          const char         *name,
                          JsonNode           *node)
{
  g_autofree char *text = NULL;
  const char *line;
  const char *stop;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (node != NULL, FALSE);

  begin_value (self, name);
  json_generator_set_root (self->generator, node);
  text = json_generator_to_data (self->generator, NULL);
  /* A line feed within a string is escaped, so that each one here ends a line. */
  for (line = text; (stop = strchr (line, '\n')) != NULL; line = stop + 1)
    {
      g_string_append_len (self->buffer, line, stop - line);
      break_line (self);
    }
  g_string_append (self->buffer, line);
  send (self, BUFFER_SIZE);

  return !self->is_over;
}

/**
 * dateline_json_stream_add_built:
 * @self: a stream within an array
 * @builder: a builder with one value, which it has no more afterwards
 *
 * Writes what was built.
 *
 * Returns: %FALSE if there is no need to go on
 */
gboolean
dateline_json_stream_add_built (DatelineJsonStream *self,
                                JsonBuilder        *builder)
{
  g_autoptr(JsonNode) root = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (JSON_IS_BUILDER (builder), FALSE);

  root = json_builder_get_root (builder);
  json_builder_reset (builder);

  return dateline_json_stream_add (self, NULL, root);
}

/**
 * dateline_json_stream_finish:
 * @self: a stream in which nothing is open
 * @error: return location for an error
 *
 * Writes the line feed that ends the text, and what was not written yet.
 *
 * Returns: %FALSE if not all was taken; the sink knows why if there is no error
 */
gboolean
dateline_json_stream_finish (DatelineJsonStream  *self,
                             GError             **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_string_append_c (self->buffer, '\n');
  send (self, 0);
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));

  return !self->is_over;
}
