/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of items in a line of text. */
#include "config.h"

#include "dateline-cli-words.h"

#include <glib/gi18n.h>

/**
 * dateline_cli_words_dup_badges:
 * @item: an item
 * @story: its story
 *
 * The letters of the articles that tell of an item, or the letter of an article.
 *
 * Returns: (transfer full): letters, separated by spaces
 */
char *
dateline_cli_words_dup_badges (DatelineItem  *item,
                               DatelineStory *story)
{
  GListModel *articles;
  GString *badges;

  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);
  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  articles = dateline_story_get_articles (story);
  badges = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, i);
      gboolean tells = (gpointer) article == (gpointer) item || dateline_item_is_in_article (item, article);

      if (DATELINE_IS_CLAIM (item))
        {
          GListModel *accounts = dateline_claim_get_accounts (DATELINE_CLAIM (item));

          for (guint j = 0; j < g_list_model_get_n_items (accounts) && !tells; j++)
            {
              g_autoptr(DatelineAccount) account = g_list_model_get_item (accounts, j);

              tells = dateline_account_get_article (account) == article;
            }
        }
      if (tells)
        g_string_append_printf (badges, "%s%s", badges->len > 0 ? " " : "", dateline_article_get_badge (article));
    }

  return g_string_free (badges, FALSE);
}

/**
 * dateline_cli_words_dup_date:
 * @date: (nullable): a date
 *
 * The date in the reader's language.
 *
 * Returns: (transfer full): a phrase
 */
char *
dateline_cli_words_dup_date (DatelineDate *date)
{
  return date != NULL ? dateline_date_format_short (date) : g_strdup (_("no date"));
}

/**
 * dateline_cli_words_get_person_kind:
 * @person: a person
 *
 * What sort of person this is.
 *
 * Returns: a word
 */
const char *
dateline_cli_words_get_person_kind (DatelinePerson *person)
{
  g_return_val_if_fail (DATELINE_IS_PERSON (person), "");

  switch (dateline_person_get_person_kind (person))
    {
    case DATELINE_PERSON_KIND_ORGANISATION:
      return C_("kind of person", "organisation");
    case DATELINE_PERSON_KIND_GROUP:
      return C_("kind of person", "group");
    case DATELINE_PERSON_KIND_PERSON:
    default:
      return C_("kind of person", "person");
    }
}

/**
 * dateline_cli_words_get_publisher:
 * @article: an article
 *
 * Who published an article.
 *
 * Returns: the publisher
 */
const char *
dateline_cli_words_get_publisher (DatelineArticle *article)
{
  const char *publisher;

  g_return_val_if_fail (DATELINE_IS_ARTICLE (article), "");

  publisher = dateline_article_get_publisher (article);

  return *publisher != '\0' ? publisher : C_("publisher", "unknown");
}

/**
 * dateline_cli_words_get_speaker:
 * @item: an item
 *
 * Whose words they are.
 *
 * Returns: the name of the speaker or author; a phrase if the speaker of a quote is not known; otherwise an empty string
 */
const char *
dateline_cli_words_get_speaker (DatelineItem *item)
{
  DatelinePerson *person;

  g_return_val_if_fail (DATELINE_IS_ITEM (item), "");

  if (DATELINE_IS_QUOTE (item))
    person = dateline_quote_get_speaker (DATELINE_QUOTE (item));
  else if (DATELINE_IS_REACTION (item))
    person = dateline_reaction_get_author (DATELINE_REACTION (item));
  else
    return "";

  return person != NULL ? dateline_person_get_name (person) : C_("speaker", "unknown");
}
