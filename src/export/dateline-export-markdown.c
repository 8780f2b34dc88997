/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown (CommonMark): each quote a block quotation, then what is known of it as a list. */
#include "config.h"

#include "dateline-export.h"

#include <glib/gi18n.h>

#include "dateline-escape.h"
#include "dateline-export-details.h"
#include "dateline-export-words.h"
#include "dateline-references.h"

static void
append_detail (GString                    *out,
               const DatelineExportDetail *detail)
{
  g_autoptr(GString) value = g_string_new (NULL);

  if (detail->kind == DATELINE_EXPORT_DETAIL_NOTE)
    {
      g_string_append_printf (out, "\n**%s**\n\n", detail->label);
      dateline_escape_markdown_block (out, detail->value, "");
      return;
    }

  if (detail->kind == DATELINE_EXPORT_DETAIL_ADDRESS && dateline_escape_is_web_address (detail->value))
    dateline_escape_markdown_link (value, detail->value);
  else
    dateline_escape_markdown (value, detail->value);
  g_string_append (out, "- ");
  g_string_append_printf (out, C_("export", "%s: %s"), detail->label, value->str);
  g_string_append_c (out, '\n');
}

static void
append_clipping (GString          *out,
                 DatelineClipping *clipping)
{
  g_autofree char *kind = dateline_export_words_kind (clipping);
  g_autoptr(GArray) details = dateline_export_details_new (clipping);

  dateline_escape_markdown_block (out, dateline_clipping_get_text (clipping), "> ");
  g_string_append (out, "\n— ");
  if (dateline_clipping_get_item (clipping) != NULL)
    {
      g_string_append (out, "**");
      dateline_escape_markdown (out, dateline_export_words_speaker (clipping));
      g_string_append (out, "**, ");
    }
  dateline_escape_markdown (out, kind);
  g_string_append (out, "\n\n");

  for (guint i = 0; i < details->len; i++)
    append_detail (out, &g_array_index (details, DatelineExportDetail, i));
  g_string_append_c (out, '\n');
}

/**
 * dateline_export_markdown:
 * @self: what to export
 * @out: where to append
 *
 * Writes Markdown.
 */
void
dateline_export_markdown (const DatelineExport *self,
                          GString              *out)
{
  guint n = dateline_export_get_n (self);
  g_autofree char *summary = dateline_export_words_summary (n, self->created);
  g_auto(GStrv) references = dateline_references_list (self, DATELINE_CITATION_MARKUP_MARKDOWN);

  g_string_append (out, "# ");
  dateline_escape_markdown (out, dateline_story_get_title (self->story));
  g_string_append_printf (out, "\n\n%s\n\n", summary);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineClipping) clipping = dateline_export_dup_clipping (self, i);

      g_string_append (out, "---\n\n");
      append_clipping (out, clipping);
    }

  g_string_append (out, "---\n\n");
  g_string_append_printf (out, "## %s\n\n", dateline_citation_style_get_heading (self->style));
  for (guint i = 0; references[i] != NULL; i++)
    g_string_append_printf (out, "- %s\n", references[i]);
}
