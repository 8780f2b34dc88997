/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clippings out: each format against a file that a person has read. With DATELINE_UPDATE_GOLDEN in the environment the
 * files are written anew, to be read again. */
#include "config.h"

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

  for (guint i = 0; i < G_N_ELEMENTS (golden); i++)
    {
      g_autofree char *path = g_strconcat ("/export/golden/", golden[i], NULL);

      g_test_add_data_func (path, golden[i], test_golden);
    }

  return g_test_run ();
}
