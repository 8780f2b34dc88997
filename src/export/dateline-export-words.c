/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a clipping, in the reader's language: by whom, where it stands, what is not known of it. */
#include "config.h"

#include "dateline-export-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-article.h"
#include "dateline-person.h"
#include "dateline-quote.h"
#include "dateline-reaction.h"

/**
 * dateline_export_words_language:
 *
 * The language that these words are in.
 *
 * Returns: a BCP 47 tag
 */
const char *
dateline_export_words_language (void)
{
  /* Translators: the BCP 47 tag of the language that you translate to, such as "de" or "pt-BR" */
  return C_("language tag", "en");
}

/**
 * dateline_export_words_is_rtl:
 *
 * Whether these words are written from right to left.
 *
 * Returns: %TRUE if so
 */
gboolean
dateline_export_words_is_rtl (void)
{
  const char * const tags[] = { "ar", "fa", "he", "ur", "yi", NULL };
  g_auto(GStrv) parts = g_strsplit (dateline_export_words_language (), "-", 2);

  return parts[0] != NULL && g_strv_contains (tags, parts[0]);
}

/**
 * dateline_export_words_summary:
 * @n: how many clippings there are
 * @created: when they were exported, in seconds from 1970-01-01 UTC
 *
 * Says what is exported.
 *
 * Returns: (transfer full): a line such as "2 quotes, collected with Dateline on 3 February 2021"
 */
char *
dateline_export_words_summary (guint  n,
                               gint64 created)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (created);
  /* Translators: a day, in the form of g_date_time_format(): "2 February 2021" */
  g_autofree char *day = g_date_time_format (time, C_("date", "%-d %B %Y"));

  /* Translators: %u is a number and %s a date */
  return g_strdup_printf (ngettext ("%u quote, collected with Dateline on %s",
                                    "%u quotes, collected with Dateline on %s", n), n, day);
}

/**
 * dateline_export_words_speaker:
 * @clipping: a clipping
 *
 * Whose words they are.
 *
 * Returns: a name, or a phrase that says that it is not known
 */
const char *
dateline_export_words_speaker (DatelineClipping *clipping)
{
  DatelinePerson *speaker;

  g_return_val_if_fail (DATELINE_IS_CLIPPING (clipping), NULL);

  speaker = dateline_clipping_get_speaker (clipping);
  if (speaker != NULL && *dateline_person_get_name (speaker) != '\0')
    return dateline_person_get_name (speaker);

  return _("Unknown speaker");
}

static char *
describe_reaction (DatelineReaction *reaction)
{
  gboolean comment = dateline_reaction_get_form (reaction) == DATELINE_REACTION_FORM_COMMENT;
  DatelineDate *date = dateline_reaction_get_date (reaction);
  g_autoptr(GString) out = g_string_new (NULL);

  if (*dateline_reaction_get_handle (reaction) != '\0')
    g_string_append_printf (out, "@%s, ", dateline_reaction_get_handle (reaction));
  if (*dateline_reaction_get_platform (reaction) != '\0')
    /* Translators: %s is a platform such as Twitter */
    g_string_append_printf (out, comment ? C_("reaction", "comment on %s") : C_("reaction", "post on %s"),
                            dateline_reaction_get_platform (reaction));
  else
    g_string_append (out, comment ? C_("reaction", "comment") : C_("reaction", "post"));
  if (date != NULL)
    {
      g_autofree char *day = dateline_date_format (date);

      g_string_append_printf (out, ", %s", day);
    }
  else
    {
      g_string_append_printf (out, ", %s", _("date unknown"));
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * dateline_export_words_kind:
 * @clipping: a clipping
 *
 * What the words are: quoted, reported, posted, or the article's own.
 *
 * Returns: (transfer full): a phrase
 */
char *
dateline_export_words_kind (DatelineClipping *clipping)
{
  DatelineItem *item;

  g_return_val_if_fail (DATELINE_IS_CLIPPING (clipping), NULL);

  item = dateline_clipping_get_item (clipping);
  if (DATELINE_IS_REACTION (item))
    return describe_reaction (DATELINE_REACTION (item));
  if (DATELINE_IS_QUOTE (item))
    return g_strdup (dateline_quote_get_direct (DATELINE_QUOTE (item)) ? _("direct quotation")
                                                                       : _("indirect quotation"));

  return g_strdup (_("words of the article"));
}

/**
 * dateline_export_words_quoted:
 * @clipping: a clipping
 *
 * Whether the words are exactly those of their speaker, as far as the article says, and so stand in quotation marks.
 *
 * Returns: %TRUE if so
 */
gboolean
dateline_export_words_quoted (DatelineClipping *clipping)
{
  DatelineItem *item;

  g_return_val_if_fail (DATELINE_IS_CLIPPING (clipping), FALSE);

  item = dateline_clipping_get_item (clipping);

  return DATELINE_IS_REACTION (item) || (DATELINE_IS_QUOTE (item) && dateline_quote_get_direct (DATELINE_QUOTE (item)));
}

/**
 * dateline_export_words_article:
 * @article: an article
 *
 * Who published an article, and when.
 *
 * Returns: (transfer full): a phrase such as "Example Times, 3 February 2021"
 */
char *
dateline_export_words_article (DatelineArticle *article)
{
  DatelineDate *published;
  g_autofree char *date = NULL;
  const char *publisher;

  g_return_val_if_fail (DATELINE_IS_ARTICLE (article), NULL);

  publisher = dateline_article_get_publisher (article);
  published = dateline_article_get_published (article);
  date = published != NULL ? dateline_date_format (published) : g_strdup (_("date unknown"));

  return g_strdup_printf ("%s, %s", *publisher != '\0' ? publisher : _("publisher unknown"), date);
}

/**
 * dateline_export_words_passage:
 * @clipping: a clipping
 *
 * Where the words stand in the article.
 *
 * Returns: (transfer full): a phrase such as "characters 120–148"
 */
char *
dateline_export_words_passage (DatelineClipping *clipping)
{
  DatelinePassage *passage;

  g_return_val_if_fail (DATELINE_IS_CLIPPING (clipping), NULL);

  passage = dateline_clipping_get_passage (clipping);

  /* Translators: where a passage starts and ends in the text of its article, counted in characters from 0 */
  return g_strdup_printf (_("characters %u–%u"), dateline_passage_get_start (passage), dateline_passage_get_end (passage));
}

/**
 * dateline_export_words_retold:
 * @clipping: a clipping
 *
 * Warns if the passage is taken from a retelling of the article.
 *
 * Returns: (nullable): a sentence, or %NULL if the text is the article's own
 */
const char *
dateline_export_words_retold (DatelineClipping *clipping)
{
  g_return_val_if_fail (DATELINE_IS_CLIPPING (clipping), NULL);

  if (!dateline_article_get_retelling (dateline_clipping_get_article (clipping)))
    return NULL;

  if (dateline_export_words_quoted (clipping))
    return _("Taken from a retelling of the article; the passage is a place in the retelling.");

  return _("These are the words of a retelling, not of the article itself; the passage is a place in the retelling.");
}

/**
 * dateline_export_words_paraphrase:
 * @clipping: a clipping
 *
 * What the article says at the passage of a post whose words are not there.
 *
 * Returns: (nullable): the words of the article, or %NULL if it has those of the clipping
 */
const char *
dateline_export_words_paraphrase (DatelineClipping *clipping)
{
  const char *exact;

  g_return_val_if_fail (DATELINE_IS_CLIPPING (clipping), NULL);

  exact = dateline_passage_get_exact (dateline_clipping_get_passage (clipping));

  return strstr (exact, dateline_clipping_get_text (clipping)) == NULL ? exact : NULL;
}

static gboolean
contains (const char *text,
          const char *part)
{
  return *part != '\0' && strstr (text, part) != NULL;
}

/**
 * dateline_export_words_carried:
 * @clipping: a clipping
 *
 * Whether the article has the words of the clipping, or part of them, at that passage or elsewhere.
 *
 * Returns: %FALSE if it only tells what a post says
 */
gboolean
dateline_export_words_carried (DatelineClipping *clipping)
{
  DatelineItem *item;
  DatelineArticle *article;
  const char *text;
  const char *exact;

  g_return_val_if_fail (DATELINE_IS_CLIPPING (clipping), FALSE);

  text = dateline_clipping_get_text (clipping);
  exact = dateline_passage_get_exact (dateline_clipping_get_passage (clipping));
  if (contains (exact, text) || contains (text, exact))
    return TRUE;

  item = dateline_clipping_get_item (clipping);
  article = dateline_clipping_get_article (clipping);
  for (guint i = 0; item != NULL && i < g_list_model_get_n_items (dateline_item_get_passages (item)); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (dateline_item_get_passages (item), i);

      if (dateline_passage_get_article (passage) == article && contains (dateline_passage_get_exact (passage), text))
        return TRUE;
    }

  return FALSE;
}

/**
 * dateline_export_words_note:
 * @clipping: a clipping
 * @with_article: whether to name the article
 *
 * All that a reference manager needs to know of a clipping, for its field of notes.
 *
 * Returns: (transfer full): a text that starts with the words of the clipping
 */
char *
dateline_export_words_note (DatelineClipping *clipping,
                            gboolean          with_article)
{
  g_autofree char *kind = NULL;
  g_autofree char *passage = NULL;
  g_autofree char *place = NULL;
  const char *paraphrase;
  gboolean quoted;
  GString *out;

  g_return_val_if_fail (DATELINE_IS_CLIPPING (clipping), NULL);

  kind = dateline_export_words_kind (clipping);
  passage = dateline_export_words_passage (clipping);
  quoted = dateline_export_words_quoted (clipping);
  paraphrase = dateline_export_words_paraphrase (clipping);
  if (with_article)
    /* Translators: the first %s is "characters 120–148", the second the headline of an article */
    place = g_strdup_printf (_("%s of “%s”"), passage,
                             dateline_article_get_headline (dateline_clipping_get_article (clipping)));
  else
    place = g_steal_pointer (&passage);

  out = g_string_new (NULL);
  g_string_append_printf (out, quoted ? C_("quotation", "“%s”") : "%s", dateline_clipping_get_text (clipping));
  if (dateline_clipping_get_item (clipping) == NULL || dateline_clipping_get_speaker (clipping) == NULL)
    g_string_append_printf (out, " (%s, %s)", kind, place);
  else
    g_string_append_printf (out, " — %s (%s, %s)", dateline_export_words_speaker (clipping), kind, place);
  if (paraphrase != NULL)
    /* Translators: between the words of a post and how an article tells them */
    g_string_append_printf (out, "; %s: %s", _("in its words"), paraphrase);
  if (*dateline_clipping_get_note (clipping) != '\0')
    /* Translators: the reader's own note on a quote */
    g_string_append_printf (out, " [%s]", dateline_clipping_get_note (clipping));

  return g_string_free (out, FALSE);
}
