/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export-fixture FOLDER [SEED]: writes the clippings of the fixture, or random ones, in every format, and what is in
 * them as plain JSON, for tests that read the files back with other parsers. */
#include "config.h"

#include <json-glib/json-glib.h>

#include "dateline-exporter.h"
#include "export-fixture.h"

#define N_RANDOM 150

static void
add (JsonBuilder *builder,
     const char  *member,
     const char  *value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, value != NULL ? value : "");
}

static void
add_date (JsonBuilder  *builder,
          const char   *member,
          DatelineDate *date)
{
  add (builder, member, date != NULL ? dateline_date_get_edtf (date) : NULL);
}

static void
add_boolean (JsonBuilder *builder,
             const char  *member,
             gboolean     value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

static void
add_clipping (JsonBuilder      *builder,
              DatelineClipping *clipping)
{
  DatelineArticle *article = dateline_clipping_get_article (clipping);
  DatelinePassage *passage = dateline_clipping_get_passage (clipping);
  DatelinePerson *speaker = dateline_clipping_get_speaker (clipping);
  DatelineItem *item = dateline_clipping_get_item (clipping);
  DatelineReaction *reaction = DATELINE_IS_REACTION (item) ? DATELINE_REACTION (item) : NULL;
  DatelineQuote *quote = DATELINE_IS_QUOTE (item) ? DATELINE_QUOTE (item) : NULL;

  json_builder_begin_object (builder);
  add (builder, "item", item != NULL ? dateline_item_get_id (item) : NULL);
  add (builder, "text", dateline_clipping_get_text (clipping));
  add (builder, "speaker", speaker != NULL ? dateline_person_get_name (speaker) : NULL);
  add (builder, "note", dateline_clipping_get_note (clipping));
  add_boolean (builder, "reaction", reaction != NULL);
  add_boolean (builder, "quote", quote != NULL);
  add_boolean (builder, "direct", quote != NULL && dateline_quote_get_direct (quote));
  add (builder, "handle", reaction != NULL ? dateline_reaction_get_handle (reaction) : NULL);
  add (builder, "platform", reaction != NULL ? dateline_reaction_get_platform (reaction) : NULL);
  add_date (builder, "posted", reaction != NULL ? dateline_reaction_get_date (reaction) : NULL);
  add (builder, "post_url", reaction != NULL ? dateline_reaction_get_url (reaction) : NULL);
  add (builder, "article_id", dateline_item_get_id (DATELINE_ITEM (article)));
  add (builder, "headline", dateline_article_get_headline (article));
  add (builder, "publisher", dateline_article_get_publisher (article));
  add_date (builder, "published", dateline_article_get_published (article));
  add_date (builder, "accessed", dateline_article_get_accessed (article));
  add (builder, "url", dateline_article_get_url (article));
  add (builder, "article_text", dateline_article_get_text (article));
  add_boolean (builder, "retelling", dateline_article_get_retelling (article));
  json_builder_set_member_name (builder, "start");
  json_builder_add_int_value (builder, dateline_passage_get_start (passage));
  json_builder_set_member_name (builder, "end");
  json_builder_add_int_value (builder, dateline_passage_get_end (passage));
  add (builder, "exact", dateline_passage_get_exact (passage));
  json_builder_end_object (builder);
}

static void
write_file (const char *folder,
            const char *name,
            const char *contents,
            gssize      length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  if (!g_file_set_contents (path, contents, length, &error))
    g_error ("%s", error->message);
}

static void
write_expected (const char *folder,
                GListModel *clippings)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (clippings); i++)
    {
      g_autoptr(DatelineClipping) clipping = g_list_model_get_item (clippings, i);

      add_clipping (builder, clipping);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  write_file (folder, "expected.json", text, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(DatelineStory) story = NULL;
  g_autoptr(GListStore) clippings = NULL;
  const DatelineExportFormat *formats;
  guint n;

  if (argc != 2 && argc != 3)
    {
      g_printerr ("Usage: export-fixture FOLDER [SEED]\n");
      return 2;
    }

  g_setenv ("SOURCE_DATE_EPOCH", EXPORT_FIXTURE_EPOCH, TRUE);
  story = export_fixture_new_story ();
  if (argc == 3)
    clippings = export_fixture_new_random (story, (guint32) g_ascii_strtoull (argv[2], NULL, 10), N_RANDOM);
  else
    clippings = export_fixture_new_clippings (story);
  write_expected (argv[1], G_LIST_MODEL (clippings));

  formats = dateline_exporter_get_formats (&n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = dateline_exporter_export (&formats[i], story, G_LIST_MODEL (clippings),
                                                          DATELINE_CITATION_STYLE_CHICAGO, &error);

      g_assert_no_error (error);
      write_file (argv[1], formats[i].id, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
    }

  return 0;
}
