/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON that is written piece by piece is what json-glib writes at once, and a story file as JSON is its story. */
#include "config.h"

#include "dateline-json-stream.h"
#include "dateline-json-writer.h"
#include "dateline-story-file.h"
#include "random-story.h"

#define N_STORIES 8

static gboolean
append (const char  *text,
        gsize        length,
        gpointer     user_data,
        GError     **error)
{
  g_string_append_len (user_data, text, length);

  return TRUE;
}

/* Writes a value with a call for each of its parts, down to @depth. */
static void
add_in_pieces (DatelineJsonStream *stream,
               const char         *name,
               JsonNode           *node,
               guint               depth)
{
  if (depth > 0 && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *member;
      JsonNode *value;

      dateline_json_stream_begin_object (stream, name);
      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &member, &value))
        add_in_pieces (stream, member, value, depth - 1);
      dateline_json_stream_end_object (stream);
    }
  else if (depth > 0 && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      dateline_json_stream_begin_array (stream, name);
      for (guint i = 0; i < json_array_get_length (array); i++)
        add_in_pieces (stream, NULL, json_array_get_element (array, i), depth - 1);
      dateline_json_stream_end_array (stream);
    }
  else
    {
      g_assert_true (dateline_json_stream_add (stream, name, node));
    }
}

static void
test_pieces (void)
{
  static const char *const documents[] = {
    "[]", "[[]]", "{\"a\":[],\"b\":[{\"c\":0}]}", "[1,\"two\\nlines\",null,true,[2,[3,{\"c\":\"\\u0007\"}]]]",
    "{\"a\":{\"b\":{\"c\":[{\"d\":1},{\"e\":\"\\\"\"}]}},\"f\":\"Привет 😀\"}"
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) root = json_from_string (documents[i], &error);
      g_autofree char *whole = json_to_string (root, TRUE);
      g_autofree char *expected = g_strconcat (whole, "\n", NULL);

      g_assert_no_error (error);
      for (guint depth = 0; depth < 6; depth++)
        {
          g_autoptr(GString) text = g_string_new (NULL);
          g_autoptr(DatelineJsonStream) stream = dateline_json_stream_new (append, text);

          add_in_pieces (stream, NULL, root, depth);
          g_assert_true (dateline_json_stream_finish (stream, &error));
          g_assert_no_error (error);
          g_assert_cmpstr (text->str, ==, expected);
        }
    }
}

static gboolean
refuse (const char  *text,
        gsize        length,
        gpointer     user_data,
        GError     **error)
{
  guint *n_calls = user_data;

  (*n_calls)++;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "Full");

  return FALSE;
}

/* A sink that has enough is left alone, and whoever writes knows. */
static void
test_enough (void)
{
  guint n_calls = 0;
  g_autoptr(DatelineJsonStream) stream = dateline_json_stream_new (refuse, &n_calls);
  g_autoptr(JsonNode) node = json_node_init_string (json_node_alloc (), "word");
  g_autoptr(GError) error = NULL;
  guint n = 0;

  dateline_json_stream_begin_array (stream, NULL);
  while (dateline_json_stream_add (stream, NULL, node))
    g_assert_cmpuint (n++, <, 100000);
  g_assert_false (dateline_json_stream_add (stream, NULL, node));
  dateline_json_stream_end_array (stream);
  g_assert_false (dateline_json_stream_finish (stream, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (n_calls, ==, 1);
}

static GBytes *
write_file (DatelineStoryFile *file)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  dateline_story_file_write_json (file, stream, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_files (void)
{
  for (guint i = 0; i < N_STORIES; i++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (i);
      g_autoptr(DatelineStory) story = random_story_new (rand, 100 * (i + 1));
      g_autoptr(GBytes) expected = dateline_json_writer_write (story);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(DatelineStoryFile) file = NULL;
      g_autoptr(GError) error = NULL;

      file = dateline_story_file_create (NULL, story, NULL, &error);
      g_assert_no_error (error);
      bytes = write_file (file);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
    }
}

static void
test_cancelled (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autoptr(DatelineStory) story = random_story_new (rand, 100);
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(DatelineStoryFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  file = dateline_story_file_create (NULL, story, NULL, &error);
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (dateline_story_file_write_json (file, stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* No transaction is left open. */
  bytes = write_file (file);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-stream/pieces", test_pieces);
  g_test_add_func ("/json-stream/enough", test_enough);
  g_test_add_func ("/json-stream/files", test_files);
  g_test_add_func ("/json-stream/cancelled", test_cancelled);

  return g_test_run ();
}
