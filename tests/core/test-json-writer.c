/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written reads back as the same story. */
#include "config.h"

#include "dateline-json-reader.h"
#include "dateline-json-writer.h"

#include <json-glib/json-glib.h>

/* An empty list is the same as none. */
static void
drop_empty_lists (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        drop_empty_lists (json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr(GList) members = json_object_get_members (object);

      for (GList *l = members; l != NULL; l = l->next)
        {
          JsonNode *member = json_object_get_member (object, l->data);

          drop_empty_lists (member);
          if (JSON_NODE_HOLDS_ARRAY (member) && json_array_get_length (json_node_get_array (member)) == 0)
            json_object_remove_member (object, l->data);
        }
    }
}

static JsonNode *
parse (GBytes *bytes)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  JsonNode *root;

  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  root = json_parser_steal_root (parser);
  drop_empty_lists (root);

  return root;
}

static GBytes *
rewrite (GBytes *bytes)
{
  g_autoptr(DatelineStory) story = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) warnings = NULL;

  story = dateline_json_reader_read (bytes, &warnings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (warnings), ==, 0);

  return dateline_json_writer_write (story);
}

static void
assert_round_trip (GBytes *bytes)
{
  g_autoptr(GBytes) once = rewrite (bytes);
  g_autoptr(GBytes) twice = rewrite (once);
  g_autoptr(JsonNode) before = parse (bytes);
  g_autoptr(JsonNode) after = parse (once);

  g_assert_true (json_node_equal (before, after));
  g_assert_true (g_bytes_equal (once, twice));
}

static void
test_bundled (void)
{
  g_autoptr(GBytes) bytes = g_resources_lookup_data (DATELINE_STORY_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (bytes);
  assert_round_trip (bytes);
}

/* Every member of the format at least once, with texts that are not easy to write. */
static void
test_everything (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "everything.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  assert_round_trip (bytes);
}

static void
test_empty (void)
{
  g_autoptr(DatelineStory) story = dateline_story_new ("empty", "Nothing yet", NULL, NULL);
  g_autoptr(GBytes) bytes = dateline_json_writer_write (story);

  assert_round_trip (bytes);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-writer/bundled", test_bundled);
  g_test_add_func ("/json-writer/everything", test_everything);
  g_test_add_func ("/json-writer/empty", test_empty);

  return g_test_run ();
}
