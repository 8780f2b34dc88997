/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clippings out: each format against a file that a person has read. With DATELINE_UPDATE_GOLDEN in the environment the
 * files are written anew, to be read again. */
#include "config.h"

#include <time.h>

#include "dateline-exporter.h"
#include "export-fixture.h"

static GBytes *
export_fixture (const char            *id,
                DatelineCitationStyle  style)
{
  g_autoptr(DatelineStory) story = export_fixture_new_story ();
  g_autoptr(GListStore) clippings = export_fixture_new_clippings (story);
  g_autoptr(GError) error = NULL;
  GBytes *bytes;

  bytes = dateline_exporter_export (dateline_exporter_find_format (id), story, G_LIST_MODEL (clippings), style, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bytes);

  return bytes;
}

static void
test_golden (gconstpointer data)
{
  g_auto(GStrv) parts = g_strsplit (data, ".", 2);
  g_autoptr(GEnumClass) styles = g_type_class_ref (DATELINE_TYPE_CITATION_STYLE);
  GEnumValue *style = g_enum_get_value_by_nick (styles, parts[1]);
  g_autoptr(GBytes) bytes = export_fixture (parts[0], style->value);
  g_autofree char *name = g_strconcat (data, ".golden", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "export", name, NULL);
  g_autofree char *expected = NULL;
  g_autoptr(GError) error = NULL;

  if (g_getenv ("DATELINE_UPDATE_GOLDEN") != NULL)
    {
      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
      g_assert_no_error (error);
    }

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_bytes_get_data (bytes, NULL), ==, expected);
}

static void
test_formats (void)
{
  const char * const ids[] = { "text", "markdown", "html", "csv", "json", "annotations", "csl-json", "bibtex", "ris" };
  const DatelineExportFormat *formats;
  guint n;

  formats = dateline_exporter_get_formats (&n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (formats[i].id, ==, ids[i]);
      g_assert_true (dateline_exporter_find_format (ids[i]) == &formats[i]);
      g_assert_true (g_str_has_prefix (formats[i].suffix, "."));
      g_assert_true (formats[i].prose == (i < 3));
    }
  g_assert_null (dateline_exporter_find_format (""));
  g_assert_null (dateline_exporter_find_format ("docx"));
}

static void
test_nothing (void)
{
  g_autoptr(DatelineStory) story = export_fixture_new_story ();
  g_autoptr(GListStore) clippings = g_list_store_new (DATELINE_TYPE_CLIPPING);
  const DatelineExportFormat *formats;
  guint n;

  formats = dateline_exporter_get_formats (&n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (dateline_exporter_export (&formats[i], story, G_LIST_MODEL (clippings), DATELINE_CITATION_STYLE_APA,
                                               &error));
      g_assert_error (error, DATELINE_EXPORT_ERROR, DATELINE_EXPORT_ERROR_EMPTY);
      g_assert_cmpstr (error->message, ==, "There are no quotes to export");
    }
}

/* A quote as long as a book leaves whole, in reasonable time. */
static void
test_long (void)
{
  g_autoptr(DatelineStory) story = export_fixture_new_story ();
  g_autoptr(GListStore) clippings = g_list_store_new (DATELINE_TYPE_CLIPPING);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(DatelineArticle) article = export_fixture_new_article ("Long", NULL, NULL, NULL, NULL, NULL);
  g_autoptr(DatelineQuote) quote = g_object_new (DATELINE_TYPE_QUOTE, "id", "quote-long", "direct", TRUE, NULL);
  g_autoptr(DatelineClipping) clipping = NULL;
  const DatelineExportFormat *formats;
  guint n;

  while (text->len < 1024 * 1024)
    g_string_append (text, "Слово и дело, and words without end ");
  g_string_append (text, "The last word");
  dateline_article_append_block (article, DATELINE_BLOCK_PARAGRAPH, text->str);
  clipping = export_fixture_clip (article, DATELINE_ITEM (quote), text->str, text->str);
  g_list_store_append (clippings, clipping);

  formats = dateline_exporter_get_formats (&n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = dateline_exporter_export (&formats[i], story, G_LIST_MODEL (clippings),
                                                          DATELINE_CITATION_STYLE_APA, &error);
      const char *data;

      g_assert_no_error (error);
      data = g_bytes_get_data (bytes, NULL);
      g_assert_true (g_utf8_validate (data, (gssize) g_bytes_get_size (bytes), NULL));
      g_assert_nonnull (g_strstr_len (data, (gssize) g_bytes_get_size (bytes), text->str));
    }
}

/* Exports a clipping whose every text is @pattern, again and again. Returns the CPU time it took, in clock ticks. */
static clock_t
export_repeated (DatelineStory *story,
                 const char    *pattern,
                 gsize          length)
{
  g_autoptr(GListStore) clippings = g_list_store_new (DATELINE_TYPE_CLIPPING);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(DatelineArticle) article = NULL;
  g_autoptr(DatelineClipping) clipping = NULL;
  const DatelineExportFormat *formats;
  clock_t start;
  guint n;

  while (text->len < length)
    g_string_append (text, pattern);
  article = export_fixture_new_article (text->str, text->str, text->str, NULL, text->str, NULL);
  dateline_article_append_block (article, DATELINE_BLOCK_PARAGRAPH, text->str);
  clipping = export_fixture_clip (article, NULL, text->str, text->str);
  g_list_store_append (clippings, clipping);

  start = clock ();
  formats = dateline_exporter_get_formats (&n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = dateline_exporter_export (&formats[i], story, G_LIST_MODEL (clippings),
                                                          DATELINE_CITATION_STYLE_CHICAGO, &error);

      g_assert_no_error (error);
      g_assert_nonnull (bytes);
    }

  return clock () - start;
}

/* Whatever strangers repeat, four times as much of it takes about four times as long, in no format sixteen times. */
static void
test_hostile (void)
{
  const char * const patterns[] = {
    "<", "www.", "(www.", "https://a.b ", "https://a.b/_", ":a", "\"", "'", "-", "[", "\\", "{", " ", "\r", "&#", "=", "“", "”"
  };
  g_autoptr(DatelineStory) story = export_fixture_new_story ();

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      clock_t little = export_repeated (story, patterns[i], 16 * 1024);
      clock_t much = export_repeated (story, patterns[i], 64 * 1024);

      g_test_message ("%s: %ld and %ld ms", patterns[i], little * 1000L / CLOCKS_PER_SEC, much * 1000L / CLOCKS_PER_SEC);
      g_assert_cmpint (much, <, 10 * little + CLOCKS_PER_SEC);
    }
}

int
main (int   argc,
      char *argv[])
{
  const char * const golden[] = {
    "text.apa", "text.mla", "text.chicago", "markdown.apa", "markdown.mla", "markdown.chicago",
    "html.apa", "html.mla", "html.chicago", "csv.apa", "json.apa", "annotations.apa", "csl-json.apa", "bibtex.apa", "ris.apa"
  };

  g_setenv ("SOURCE_DATE_EPOCH", EXPORT_FIXTURE_EPOCH, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/formats", test_formats);
  g_test_add_func ("/export/nothing", test_nothing);
  g_test_add_func ("/export/long", test_long);
  g_test_add_func ("/export/hostile", test_hostile);
  for (guint i = 0; i < G_N_ELEMENTS (golden); i++)
    {
      g_autofree char *path = g_strconcat ("/export/golden/", golden[i], NULL);

      g_test_add_data_func (path, golden[i], test_golden);
    }

  return g_test_run ();
}
