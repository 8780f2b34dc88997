/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text: quotes as they are, never broken into lines, so that they can be copied and searched. */
#include "config.h"

#include "dateline-export.h"

#include <glib/gi18n.h>

#include "dateline-escape.h"
#include "dateline-export-details.h"
#include "dateline-export-words.h"
#include "dateline-references.h"

static void
append_heading (GString    *out,
                const char *heading)
{
  gsize start = out->len;
  glong width;

  dateline_escape_line (out, heading);
  width = g_utf8_strlen (out->str + start, -1);
  g_string_append_c (out, '\n');
  for (glong i = 0; i < width; i++)
    g_string_append_c (out, '=');
  g_string_append (out, "\n\n");
}

static void
append_clipping (GString          *out,
                 DatelineClipping *clipping,
                 guint             number)
{
  g_autofree char *kind = dateline_export_words_kind (clipping);
  g_autoptr(GArray) details = dateline_export_details_new (clipping);

  g_string_append_printf (out, "%u.\n", number);
  g_string_append_printf (out, dateline_export_words_quoted (clipping) ? C_("quotation", "“%s”") : "%s",
                          dateline_clipping_get_text (clipping));
  g_string_append (out, "\n— ");
  if (dateline_clipping_get_item (clipping) != NULL)
    g_string_append_printf (out, "%s, ", dateline_export_words_speaker (clipping));
  g_string_append_printf (out, "%s\n\n", kind);

  for (guint i = 0; i < details->len; i++)
    {
      const DatelineExportDetail *detail = &g_array_index (details, DatelineExportDetail, i);

      /* Translators: a label and what it labels, such as "Article: Headline" */
      g_string_append_printf (out, C_("export", "%s: %s"), detail->label, detail->value);
      g_string_append_c (out, '\n');
    }
  g_string_append_c (out, '\n');
}

/**
 * dateline_export_text:
 * @self: what to export
 * @out: where to append
 *
 * Writes plain text.
 */
void
dateline_export_text (const DatelineExport *self,
                      GString              *out)
{
  guint n = dateline_export_get_n (self);
  g_autofree char *summary = dateline_export_words_summary (n, self->created);
  g_auto(GStrv) references = dateline_references_list (self, DATELINE_CITATION_MARKUP_PLAIN);

  append_heading (out, dateline_story_get_title (self->story));
  g_string_append_printf (out, "%s\n\n\n", summary);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineClipping) clipping = dateline_export_dup_clipping (self, i);

      append_clipping (out, clipping, i + 1);
    }

  g_string_append_c (out, '\n');
  append_heading (out, dateline_citation_style_get_heading (self->style));
  for (guint i = 0; references[i] != NULL; i++)
    g_string_append_printf (out, "%s%s\n", i > 0 ? "\n" : "", references[i]);
}
