/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of items in a line of text. */
#include "config.h"

#include "dateline-cli-words.h"

#include <glib/gi18n.h>

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  DatelineArticle *first = *(DatelineArticle *const *) a;
  DatelineArticle *second = *(DatelineArticle *const *) b;

  return (dateline_article_get_position (first) > dateline_article_get_position (second)) -
         (dateline_article_get_position (first) < dateline_article_get_position (second));
}

static void
add_articles (GPtrArray    *articles,
              GHashTable   *seen,
              DatelineItem *item)
{
  GListModel *passages = dateline_item_get_passages (item);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);

      if (g_hash_table_add (seen, dateline_passage_get_article (passage)))
        g_ptr_array_add (articles, dateline_passage_get_article (passage));
    }
}

/**
 * dateline_cli_words_dup_articles:
 * @item: an item
 *
 * The articles that tell of an item or answer a claim, in the order of the story; an article stands for itself.
 *
 * Returns: (transfer container) (element-type DatelineArticle): the articles
 */
GPtrArray *
dateline_cli_words_dup_articles (DatelineItem *item)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *articles;

  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);

  articles = g_ptr_array_new ();
  if (DATELINE_IS_ARTICLE (item))
    g_ptr_array_add (articles, item);
  add_articles (articles, seen, item);
  if (DATELINE_IS_CLAIM (item))
    {
      GListModel *accounts = dateline_claim_get_accounts (DATELINE_CLAIM (item));

      for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
        {
          g_autoptr(DatelineItem) account = g_list_model_get_item (accounts, i);

          add_articles (articles, seen, account);
        }
    }
  g_ptr_array_sort (articles, compare_positions);

  return articles;
}

/**
 * dateline_cli_words_dup_badges:
 * @item: an item
 *
 * The letters of the articles that tell of an item.
 *
 * Returns: (transfer full): letters, separated by spaces
 */
char *
dateline_cli_words_dup_badges (DatelineItem *item)
{
  g_autoptr(GPtrArray) articles = NULL;
  GString *badges;

  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);

  articles = dateline_cli_words_dup_articles (item);
  badges = g_string_new (NULL);
  for (guint i = 0; i < articles->len; i++)
    g_string_append_printf (badges, "%s%s", i > 0 ? " " : "",
                            dateline_article_get_badge (g_ptr_array_index (articles, i)));

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
