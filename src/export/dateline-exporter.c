/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats in which clippings can leave, and their way into a file. */
#include "config.h"

#include "dateline-exporter.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dateline-export.h"

static const DatelineExportFormat formats[] = {
  { "text", N_("Plain text"), ".txt", "text/plain", TRUE },
  { "markdown", N_("Markdown"), ".md", "text/markdown", TRUE },
  { "html", N_("Web page (HTML)"), ".html", "text/html", TRUE },
  { "csv", N_("Table (CSV)"), ".csv", "text/csv", FALSE },
  { "json", N_("Dateline clippings (JSON)"), ".json", "application/json", FALSE },
  { "annotations", N_("Web annotations (JSON-LD)"), ".jsonld", "application/ld+json", FALSE },
  { "csl-json", N_("Citation data (CSL-JSON)"), ".csl.json", "application/vnd.citationstyles.csl+json", FALSE },
  { "bibtex", N_("BibTeX and BibLaTeX"), ".bib", "application/x-bibtex", FALSE },
  { "ris", N_("Reference manager (RIS)"), ".ris", "application/x-research-info-systems", FALSE },
};

/* In the order of the formats. */
static const DatelineExportFunc functions[] = {
  dateline_export_text,
  dateline_export_markdown,
  dateline_export_html,
  dateline_export_csv,
  dateline_export_json,
  dateline_export_annotations,
  dateline_export_csl_json,
  dateline_export_bibtex,
  dateline_export_ris,
};

G_STATIC_ASSERT (G_N_ELEMENTS (formats) == G_N_ELEMENTS (functions));

G_DEFINE_QUARK (dateline-export-error-quark, dateline_export_error)

/**
 * dateline_exporter_get_formats:
 * @n_formats: (out): how many there are
 *
 * The formats in which clippings can leave, in the order in which to offer them.
 *
 * Returns: (array length=n_formats): the formats
 */
const DatelineExportFormat *
dateline_exporter_get_formats (guint *n_formats)
{
  g_return_val_if_fail (n_formats != NULL, NULL);

  *n_formats = G_N_ELEMENTS (formats);

  return formats;
}

/**
 * dateline_exporter_find_format:
 * @id: id of a format, such as "markdown"
 *
 * Finds a format.
 *
 * Returns: (nullable): the format, or %NULL if there is none of that id
 */
const DatelineExportFormat *
dateline_exporter_find_format (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].id, id))
        return &formats[i];
    }

  return NULL;
}

/* Now, unless the build of a document that must come out the same again says otherwise. */
static gint64
get_time (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  guint64 seconds;

  if (epoch != NULL && g_ascii_string_to_unsigned (epoch, 10, 0, G_GUINT64_CONSTANT (253402300799), &seconds, NULL))
    return (gint64) seconds;

  return g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * dateline_exporter_export:
 * @format: one of the formats
 * @story: the story that the clippings are from
 * @clippings: a list of `DatelineClipping`
 * @style: how prose formats cite
 * @error: return location for an error
 *
 * Writes clippings in a format. The time of export, which some formats hold, is that of `SOURCE_DATE_EPOCH` where the
 * environment has it. Errors are in the `DATELINE_EXPORT_ERROR` domain.
 *
 * Returns: (transfer full) (nullable): the contents of a file, or %NULL with @error set
 */
GBytes *
dateline_exporter_export (const DatelineExportFormat  *format,
                          DatelineStory               *story,
                          GListModel                  *clippings,
                          DatelineCitationStyle        style,
                          GError                     **error)
{
  DatelineExport export;
  GString *out;

  g_return_val_if_fail (format >= formats && format < formats + G_N_ELEMENTS (formats), NULL);
  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (clippings), NULL);
  g_return_val_if_fail (g_type_is_a (g_list_model_get_item_type (clippings), DATELINE_TYPE_CLIPPING), NULL);

  if (g_list_model_get_n_items (clippings) == 0)
    {
      g_set_error (error, DATELINE_EXPORT_ERROR, DATELINE_EXPORT_ERROR_EMPTY,
                   _("There are no quotes to export"));
      return NULL;
    }

  export = (DatelineExport) { .story = story, .clippings = clippings, .style = style, .created = get_time () };
  out = g_string_new (NULL);
  functions[format - formats] (&export, out);

  return g_string_free_to_bytes (out);
}
