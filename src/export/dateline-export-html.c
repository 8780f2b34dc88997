/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML: a page that stands alone, with its style in it and nothing fetched from anywhere. */
#include "config.h"

#include "dateline-export.h"

#include "dateline-escape.h"
#include "dateline-export-details.h"
#include "dateline-export-html-data.h"
#include "dateline-export-words.h"
#include "dateline-references.h"

static const char style[] =
  "    :root { color-scheme: light dark; --ink: #1e1e1e; --quiet: #5e5c64; --rule: #d8d4ce; --accent: #1a5fb4; --paper: #fdfcfa; }\n"
  "    @media (prefers-color-scheme: dark) {\n"
  "      :root { --ink: #f2f1ef; --quiet: #b5b2ac; --rule: #45423e; --accent: #99c1f1; --paper: #1f1e1c; }\n"
  "    }\n"
  "    * { box-sizing: border-box; }\n"
  "    body { margin: 0 auto; max-width: 42rem; padding: 3rem 1.25rem 4rem; background: var(--paper); color: var(--ink);\n"
  "           font: 1.0625rem/1.55 Charter, 'Bitstream Charter', 'Source Serif 4', Cambria, Georgia, serif; }\n"
  "    header { border-bottom: 1px solid var(--rule); margin-bottom: 2.5rem; padding-bottom: 1.25rem; }\n"
  "    h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; text-wrap: balance; }\n"
  "    h2 { font-size: 1.25rem; margin: 3rem 0 1rem; }\n"
  "    header p, figcaption, dl { color: var(--quiet); font-family: Cantarell, 'Inter', system-ui, sans-serif; font-size: .875rem; }\n"
  "    header p { margin: 0; }\n"
  "    figure { margin: 0 0 3rem; break-inside: avoid; }\n"
  "    blockquote { margin: 0; padding-inline-start: 1.25rem; border-inline-start: 3px solid var(--accent);\n"
  "                 font-size: 1.3125rem; line-height: 1.45; }\n"
  "    blockquote p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }\n"
  "    .reported blockquote { border-inline-start-style: dotted; font-style: italic; }\n"
  "    figcaption { margin-top: .875rem; padding-inline-start: calc(1.25rem + 3px); }\n"
  "    figcaption .speaker { color: var(--ink); font-weight: 600; }\n"
  "    figcaption > p { margin: 0 0 .5rem; }\n"
  "    dl { display: grid; grid-template-columns: max-content 1fr; gap: .125rem .875rem; margin: 0; }\n"
  "    dt { font-weight: 600; }\n"
  "    dd { margin: 0; overflow-wrap: anywhere; }\n"
  "    dd.note { color: var(--ink); white-space: pre-wrap; }\n"
  "    a { color: var(--accent); text-underline-offset: .15em; }\n"
  "    .references { border-top: 1px solid var(--rule); }\n"
  "    .references ol { list-style: none; margin: 0; padding: 0; }\n"
  "    .references li { margin: 0 0 .75rem; padding-inline-start: 2rem; text-indent: -2rem; overflow-wrap: anywhere; }\n"
  "    @media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dt { margin-top: .375rem; } }\n"
  "    @media print {\n"
  "      :root { --ink: #000; --quiet: #333; --rule: #999; --accent: #000; --paper: #fff; }\n"
  "      body { max-width: none; padding: 0; font-size: 11pt; }\n"
  "      a { text-decoration: none; }\n"
  "      h2 { break-after: avoid; }\n"
  "    }\n"
  "    @page { margin: 2cm; }\n";

static void
append_attribute (GString    *out,
                  const char *name,
                  const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  g_string_append_printf (out, " %s=\"", name);
  dateline_escape_html (out, value);
  g_string_append_c (out, '"');
}

static void
append_address (GString    *out,
                const char *address)
{
  if (!dateline_escape_is_web_address (address))
    {
      dateline_escape_html (out, address);
      return;
    }

  g_string_append (out, "<a");
  append_attribute (out, "href", address);
  g_string_append_c (out, '>');
  dateline_escape_html (out, address);
  g_string_append (out, "</a>");
}

static void
append_detail (GString                    *out,
               const DatelineExportDetail *detail,
               DatelineArticle            *article)
{
  g_string_append (out, "          <dt>");
  dateline_escape_html (out, detail->label);
  g_string_append (out, "</dt>");

  switch (detail->kind)
    {
    case DATELINE_EXPORT_DETAIL_HEADLINE:
      g_string_append (out, "<dd><cite dir=\"auto\"");
      append_attribute (out, "lang", dateline_article_get_language (article));
      g_string_append_c (out, '>');
      dateline_escape_html (out, detail->value);
      g_string_append (out, "</cite>");
      break;
    case DATELINE_EXPORT_DETAIL_ADDRESS:
      g_string_append (out, "<dd dir=\"auto\">");
      append_address (out, detail->value);
      break;
    case DATELINE_EXPORT_DETAIL_NOTE:
      g_string_append (out, "<dd class=\"note\" dir=\"auto\">");
      dateline_escape_html (out, detail->value);
      break;
    case DATELINE_EXPORT_DETAIL_PLAIN:
    default:
      g_string_append (out, "<dd dir=\"auto\">");
      dateline_escape_html (out, detail->value);
      break;
    }
  g_string_append (out, "</dd>\n");
}

/* The language of the words: of the post or the quote, else of the article. */
static const char *
get_language (DatelineClipping *clipping)
{
  DatelineItem *item = dateline_clipping_get_item (clipping);
  const char *language = "";

  if (DATELINE_IS_REACTION (item))
    return dateline_reaction_get_language (DATELINE_REACTION (item));
  if (DATELINE_IS_QUOTE (item))
    language = dateline_quote_get_language (DATELINE_QUOTE (item));
  if (*language == '\0')
    language = dateline_article_get_language (dateline_clipping_get_article (clipping));

  return language;
}

static void
append_quotation (GString          *out,
                  DatelineClipping *clipping)
{
  DatelineItem *item = dateline_clipping_get_item (clipping);
  const char *url = dateline_article_get_url (dateline_clipping_get_article (clipping));
  const char *post = DATELINE_IS_REACTION (item) ? dateline_reaction_get_url (DATELINE_REACTION (item)) : "";

  if (dateline_escape_is_web_address (post))
    url = post;

  g_string_append (out, "      <blockquote dir=\"auto\"");
  append_attribute (out, "lang", get_language (clipping));
  if (dateline_escape_is_web_address (url))
    append_attribute (out, "cite", url);
  g_string_append (out, "><p>");
  dateline_escape_html (out, dateline_clipping_get_text (clipping));
  g_string_append (out, "</p></blockquote>\n");
}

static void
append_clipping (GString          *out,
                 DatelineClipping *clipping,
                 guint             number)
{
  g_autofree char *kind = dateline_export_words_kind (clipping);
  g_autoptr(GArray) details = dateline_export_details_new (clipping);

  g_string_append_printf (out, "    <figure id=\"quote-%u\"%s>\n", number,
                          dateline_export_words_quoted (clipping) ? "" : " class=\"reported\"");
  append_quotation (out, clipping);
  g_string_append (out, "      <figcaption>\n        <p>— ");
  if (dateline_clipping_get_item (clipping) != NULL)
    {
      g_string_append (out, "<bdi class=\"speaker\">");
      dateline_escape_html (out, dateline_export_words_speaker (clipping));
      g_string_append (out, "</bdi>, ");
    }
  dateline_escape_html (out, kind);
  g_string_append (out, "</p>\n        <dl>\n");
  for (guint i = 0; i < details->len; i++)
    append_detail (out, &g_array_index (details, DatelineExportDetail, i), dateline_clipping_get_article (clipping));
  g_string_append (out, "        </dl>\n      </figcaption>\n    </figure>\n");
}

static void
append_references (GString              *out,
                   const DatelineExport *self)
{
  g_auto(GStrv) references = dateline_references_list (self, DATELINE_CITATION_MARKUP_HTML);

  g_string_append (out, "  <section class=\"references\">\n    <h2>");
  dateline_escape_html (out, dateline_citation_style_get_heading (self->style));
  g_string_append (out, "</h2>\n    <ol>\n");
  for (guint i = 0; references[i] != NULL; i++)
    g_string_append_printf (out, "      <li dir=\"auto\">%s</li>\n", references[i]);
  g_string_append (out, "    </ol>\n  </section>\n");
}

/**
 * dateline_export_html:
 * @self: what to export
 * @out: where to append
 *
 * Writes a page of HTML.
 */
void
dateline_export_html (const DatelineExport *self,
                      GString              *out)
{
  const char *title = dateline_story_get_title (self->story);
  guint n = dateline_export_get_n (self);
  g_autofree char *summary = dateline_export_words_summary (n, self->created);

  g_string_append (out, "<!DOCTYPE html>\n<html");
  append_attribute (out, "lang", dateline_export_words_language ());
  append_attribute (out, "dir", dateline_export_words_is_rtl () ? "rtl" : "ltr");
  g_string_append (out, ">\n<head>\n  <meta charset=\"utf-8\">\n  <title>");
  dateline_escape_html (out, title);
  g_string_append_printf (out, "</title>\n  <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                               "  <meta name=\"generator\" content=\"Dateline\">\n"
                               "  <style>\n%s  </style>\n</head>\n<body>\n  <header>\n    <h1 dir=\"auto\"", style);
  append_attribute (out, "lang", dateline_story_get_language (self->story));
  g_string_append_c (out, '>');
  dateline_escape_html (out, title);
  g_string_append (out, "</h1>\n    <p>");
  dateline_escape_html (out, summary);
  g_string_append (out, "</p>\n  </header>\n  <main>\n");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineClipping) clipping = dateline_export_dup_clipping (self, i);

      append_clipping (out, clipping, i + 1);
    }

  g_string_append (out, "  </main>\n");
  append_references (out, self);
  dateline_export_html_append_data (self, out);
  g_string_append (out, "</body>\n</html>\n");
}
