/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown (CommonMark): each quote a block quotation, then what is known of it as a list. */
#include "config.h"

#include "dateline-export.h"

#include <glib/gi18n.h>

#include "dateline-escape.h"
#include "dateline-export-words.h"
#include "dateline-references.h"

static void
append_line (GString    *out,
             const char *label,
             const char *value)
{
  g_autoptr(GString) escaped = NULL;

  if (value == NULL || *value == '\0')
    return;

  escaped = g_string_new (NULL);
  if (dateline_escape_is_web_address (value))
    dateline_escape_markdown_link (escaped, value);
  else
    dateline_escape_markdown (escaped, value);

  g_string_append (out, "- ");
  g_string_append_printf (out, _("%s: %s"), label, escaped->str);
  g_string_append_c (out, '\n');
}

static void
append_clipping (GString          *out,
                 DatelineClipping *clipping)
{
  DatelineArticle *article = dateline_clipping_get_article (clipping);
  DatelineItem *item = dateline_clipping_get_item (clipping);
  const char *note = dateline_clipping_get_note (clipping);
  g_autofree char *kind = dateline_export_words_kind (clipping);
  g_autofree char *published = dateline_export_words_article (article);
  g_autofree char *passage = dateline_export_words_passage (clipping);

  dateline_escape_markdown_block (out, dateline_clipping_get_text (clipping), "> ");
  g_string_append (out, "\n— ");
  if (item != NULL)
    {
      g_string_append (out, "**");
      dateline_escape_markdown (out, dateline_export_words_speaker (clipping));
      g_string_append (out, "**, ");
    }
  dateline_escape_markdown (out, kind);
  g_string_append (out, "\n\n");

  if (DATELINE_IS_REACTION (item))
    append_line (out, _("Address of the post"), dateline_reaction_get_url (DATELINE_REACTION (item)));
  append_line (out, _("Article"), dateline_article_get_headline (article));
  append_line (out, _("Published"), published);
  append_line (out, _("Address"), dateline_article_get_url (article));
  append_line (out, _("Passage"), passage);
  append_line (out, _("In its words"), dateline_export_words_paraphrase (clipping));
  append_line (out, _("Please note"), dateline_export_words_retold (clipping));
  g_string_append_c (out, '\n');

  if (*note != '\0')
    {
      g_string_append_printf (out, "**%s**\n\n", _("Note"));
      dateline_escape_markdown_block (out, note, "");
      g_string_append_c (out, '\n');
    }
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
