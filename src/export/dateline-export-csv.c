/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV (RFC 4180): a record for each quote, under a record of English column names that never change. The text is
 * UTF-8 behind a byte order mark, without which spreadsheets take it for something else. */
#include "config.h"

#include "dateline-export.h"

#include "dateline-escape.h"

static void
append_field (GString    *out,
              const char *text)
{
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ',');
  dateline_escape_csv (out, text != NULL ? text : "");
}

static void
append_date (GString      *out,
             DatelineDate *date)
{
  append_field (out, date != NULL ? dateline_date_get_edtf (date) : NULL);
}

static void
append_number (GString *out,
               guint    number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);

  append_field (out, digits);
}

static void
append_clipping (GString          *out,
                 DatelineClipping *clipping)
{
  DatelineItem *item = dateline_clipping_get_item (clipping);
  DatelinePassage *passage = dateline_clipping_get_passage (clipping);
  DatelineArticle *article = dateline_clipping_get_article (clipping);
  DatelinePerson *speaker = dateline_clipping_get_speaker (clipping);
  DatelineReaction *reaction = DATELINE_IS_REACTION (item) ? DATELINE_REACTION (item) : NULL;
  const char *kind = "passage";
  g_autofree char *byline = g_strjoinv ("; ", (char **) dateline_article_get_byline (article));

  if (DATELINE_IS_QUOTE (item))
    kind = dateline_quote_get_direct (DATELINE_QUOTE (item)) ? "direct quote" : "indirect quote";
  else if (reaction != NULL)
    kind = dateline_reaction_get_form (reaction) == DATELINE_REACTION_FORM_COMMENT ? "comment" : "post";

  append_field (out, kind);
  append_field (out, speaker != NULL ? dateline_person_get_name (speaker) : NULL);
  append_field (out, dateline_clipping_get_text (clipping));
  append_field (out, reaction != NULL ? dateline_reaction_get_handle (reaction) : NULL);
  append_field (out, reaction != NULL ? dateline_reaction_get_platform (reaction) : NULL);
  append_date (out, reaction != NULL ? dateline_reaction_get_date (reaction) : NULL);
  append_field (out, reaction != NULL ? dateline_reaction_get_url (reaction) : NULL);
  append_field (out, dateline_article_get_headline (article));
  append_field (out, byline);
  append_field (out, dateline_article_get_publisher (article));
  append_date (out, dateline_article_get_published (article));
  append_field (out, dateline_article_get_url (article));
  append_date (out, dateline_article_get_accessed (article));
  append_field (out, dateline_article_get_retelling (article) ? "yes" : "no");
  append_number (out, dateline_passage_get_start (passage));
  append_number (out, dateline_passage_get_end (passage));
  append_field (out, dateline_passage_get_exact (passage));
  append_field (out, dateline_clipping_get_note (clipping));
  append_field (out, item != NULL ? dateline_item_get_id (item) : NULL);
  append_field (out, dateline_item_get_id (DATELINE_ITEM (article)));
  g_string_append (out, "\r\n");
}

/**
 * dateline_export_csv:
 * @self: what to export
 * @out: where to append
 *
 * Writes CSV.
 */
void
dateline_export_csv (const DatelineExport *self,
                     GString              *out)
{
  guint n = dateline_export_get_n (self);

  g_string_append (out, "\xef\xbb\xbf"
                        "kind,speaker,text,handle,platform,posted,post_url,article,byline,publisher,published,url,accessed,"
                        "retelling,start,end,passage,note,item_id,article_id\r\n");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineClipping) clipping = dateline_export_dup_clipping (self, i);

      append_clipping (out, clipping);
    }
}
