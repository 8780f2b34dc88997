/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What prose formats list below each quote: where it stands, what is not known, what the reader noted. */
#include "config.h"

#include "dateline-export-details.h"

#include <glib/gi18n.h>

#include "dateline-article.h"
#include "dateline-export-words.h"
#include "dateline-reaction.h"

static void
detail_clear (gpointer data)
{
  DatelineExportDetail *detail = data;

  g_free (detail->value);
}

static void
add (GArray                   *details,
     DatelineExportDetailKind  kind,
     const char               *label,
     const char               *value)
{
  DatelineExportDetail detail = { kind, label, NULL };

  if (value == NULL || *value == '\0')
    return;

  detail.value = g_strdup (value);
  g_array_append_val (details, detail);
}

/**
 * dateline_export_details_new:
 * @clipping: a clipping
 *
 * Lists what is known of a clipping besides its words and whose they are.
 *
 * Returns: (transfer full) (element-type DatelineExportDetail): the details, none of them empty
 */
GArray *
dateline_export_details_new (DatelineClipping *clipping)
{
  DatelineArticle *article;
  DatelineItem *item;
  GArray *details;
  g_autofree char *published = NULL;
  g_autofree char *passage = NULL;

  g_return_val_if_fail (DATELINE_IS_CLIPPING (clipping), NULL);

  article = dateline_clipping_get_article (clipping);
  item = dateline_clipping_get_item (clipping);
  published = dateline_export_words_article (article);
  passage = dateline_export_words_passage (clipping);
  details = g_array_new (FALSE, FALSE, sizeof (DatelineExportDetail));
  g_array_set_clear_func (details, detail_clear);

  if (DATELINE_IS_REACTION (item))
    add (details, DATELINE_EXPORT_DETAIL_ADDRESS,
         /* Translators: label of the web address of a public post */
         C_("export", "Address of the post"), dateline_reaction_get_url (DATELINE_REACTION (item)));
  add (details, DATELINE_EXPORT_DETAIL_HEADLINE,
       /* Translators: label of the headline of an article */
       C_("export", "Article"), dateline_article_get_headline (article));
  add (details, DATELINE_EXPORT_DETAIL_PLAIN,
       /* Translators: label of who published an article, and when */
       C_("export", "Published"), published);
  add (details, DATELINE_EXPORT_DETAIL_ADDRESS,
       /* Translators: label of the web address of an article */
       C_("export", "Address"), dateline_article_get_url (article));
  add (details, DATELINE_EXPORT_DETAIL_PLAIN,
       /* Translators: label of where words stand in an article */
       C_("export", "Passage"), passage);
  add (details, DATELINE_EXPORT_DETAIL_PLAIN,
       /* Translators: label of how an article tells what a post says */
       C_("export", "In its words"), dateline_export_words_paraphrase (clipping));
  add (details, DATELINE_EXPORT_DETAIL_PLAIN,
       /* Translators: label of a sentence that warns of something */
       C_("export", "Please note"), dateline_export_words_retold (clipping));
  add (details, DATELINE_EXPORT_DETAIL_NOTE,
       /* Translators: label of the reader's own note */
       C_("export", "Note"), dateline_clipping_get_note (clipping));

  return details;
}
