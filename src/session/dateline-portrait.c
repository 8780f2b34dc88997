/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the story tells of one person beyond what stands in the person: spellings, company, words by and about them. */
#include "config.h"

#include "dateline-portrait.h"

#include "dateline-article.h"
#include "dateline-event.h"
#include "dateline-occurrence.h"
#include "dateline-quote.h"

static void
spelling_free (DatelineSpelling *spelling)
{
  g_free (spelling->text);
  g_clear_object (&spelling->passage);
  g_free (spelling);
}

static void
companion_free (DatelineCompanion *companion)
{
  g_clear_object (&companion->person);
  g_free (companion);
}

/* As the articles stand; in each the commonest first, then as it first says them. */
static int
compare_spellings (gconstpointer a,
                   gconstpointer b)
{
  const DatelineSpelling *first = *(const DatelineSpelling * const *) a;
  const DatelineSpelling *second = *(const DatelineSpelling * const *) b;
  guint first_position = dateline_article_get_position (dateline_passage_get_article (first->passage));
  guint second_position = dateline_article_get_position (dateline_passage_get_article (second->passage));

  if (first_position != second_position)
    return first_position < second_position ? -1 : 1;
  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;

  return dateline_passage_compare (first->passage, second->passage);
}

/**
 * dateline_portrait_dup_spellings:
 * @person: a person
 *
 * How each article names a person, from the mentions.
 *
 * Returns: (transfer full) (element-type DatelineSpelling): article by article, the commonest spelling of each first
 */
GPtrArray *
dateline_portrait_dup_spellings (DatelinePerson *person)
{
  g_autoptr(GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *mentions;
  GPtrArray *spellings;

  g_return_val_if_fail (DATELINE_IS_PERSON (person), NULL);

  spellings = g_ptr_array_new_with_free_func ((GDestroyNotify) spelling_free);
  mentions = dateline_item_get_passages (DATELINE_ITEM (person));
  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(DatelinePassage) mention = g_list_model_get_item (mentions, i);
      const char *text = dateline_passage_get_exact (mention);
      g_autofree char *key = g_strdup_printf ("%s\n%s",
                                              dateline_item_get_id (DATELINE_ITEM (dateline_passage_get_article (mention))),
                                              text);
      DatelineSpelling *spelling = g_hash_table_lookup (by_key, key);

      if (spelling == NULL)
        {
          spelling = g_new0 (DatelineSpelling, 1);
          spelling->text = g_strdup (text);
          g_set_object (&spelling->passage, mention);
          g_ptr_array_add (spellings, spelling);
          g_hash_table_insert (by_key, g_steal_pointer (&key), spelling);
        }
      else if (dateline_passage_compare (mention, spelling->passage) < 0)
        {
          g_set_object (&spelling->passage, mention);
        }
      spelling->count++;
    }
  g_ptr_array_sort (spellings, compare_spellings);

  return spellings;
}

static DatelineCompanion *
get_companion (GHashTable     *companions,
               GPtrArray      *list,
               DatelinePerson *person)
{
  DatelineCompanion *companion = g_hash_table_lookup (companions, person);

  if (companion == NULL)
    {
      companion = g_new0 (DatelineCompanion, 1);
      g_set_object (&companion->person, person);
      g_hash_table_insert (companions, person, companion);
      g_ptr_array_add (list, companion);
    }

  return companion;
}

static void
count_events (DatelinePerson *person,
              DatelineIndex  *index,
              GHashTable     *companions,
              GPtrArray      *list)
{
  GListModel *events = dateline_index_get_related (index, DATELINE_ITEM (person), DATELINE_ITEM_EVENT);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(DatelineEvent) event = g_list_model_get_item (events, i);
      GListModel *participants = dateline_event_get_participants (event);

      for (guint j = 0; j < g_list_model_get_n_items (participants); j++)
        {
          g_autoptr(DatelinePerson) other = g_list_model_get_item (participants, j);

          if (other != person)
            get_companion (companions, list, other)->n_events++;
        }
    }
}

/* Everybody whom the sentence from @start to @end names, each once. @from is where to begin in the occurrences, which
 * are sorted by start; returns where the sentence begins in them, for the next one. */
static guint
count_sentence (DatelinePerson  *person,
                GListModel      *occurrences,
                guint            from,
                DatelinePassage *sentence,
                GHashTable      *companions,
                GPtrArray       *list)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n = g_list_model_get_n_items (occurrences);
  guint i = from;

  for (; i < n; i++)
    {
      g_autoptr(DatelineOccurrence) occurrence = g_list_model_get_item (occurrences, i);

      if (dateline_passage_get_start (dateline_occurrence_get_passage (occurrence)) >= dateline_passage_get_start (sentence))
        break;
    }

  from = i;
  for (; i < n; i++)
    {
      g_autoptr(DatelineOccurrence) occurrence = g_list_model_get_item (occurrences, i);
      DatelineItem *other = dateline_occurrence_get_item (occurrence);

      if (dateline_passage_get_start (dateline_occurrence_get_passage (occurrence)) >= dateline_passage_get_end (sentence))
        break;
      if (DATELINE_IS_PERSON (other) && other != DATELINE_ITEM (person) && g_hash_table_add (seen, other))
        get_companion (companions, list, DATELINE_PERSON (other))->n_sentences++;
    }

  return from;
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  return dateline_passage_compare (*(DatelinePassage * const *) a, *(DatelinePassage * const *) b);
}

/* All mentions of a person, by the article that they stand in. To ask for those in each article would be to go through
 * all of them for each. */
static GHashTable *
sort_mentions (DatelinePerson *person)
{
  GListModel *mentions = dateline_item_get_passages (DATELINE_ITEM (person));
  GHashTable *by_article = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(DatelinePassage) mention = g_list_model_get_item (mentions, i);
      DatelineArticle *article = dateline_passage_get_article (mention);
      GPtrArray *own = g_hash_table_lookup (by_article, article);

      if (own == NULL)
        {
          own = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (by_article, article, own);
        }
      g_ptr_array_add (own, g_steal_pointer (&mention));
    }

  return by_article;
}

static void
count_sentences (DatelinePerson *person,
                 DatelineIndex  *index,
                 GHashTable     *companions,
                 GPtrArray      *list)
{
  g_autoptr(GHashTable) by_article = sort_mentions (person);
  GListModel *articles = dateline_index_get_articles (index, DATELINE_ITEM (person));

  for (guint j = 0; j < g_list_model_get_n_items (articles); j++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, j);
      GListModel *occurrences = dateline_index_get_occurrences (index, article);
      GPtrArray *mentions = g_hash_table_lookup (by_article, article);
      guint end = 0;
      guint from = 0;

      if (mentions == NULL)
        continue;
      g_ptr_array_sort (mentions, compare_mentions);
      for (guint i = 0; i < mentions->len; i++)
        {
          DatelinePassage *mention = g_ptr_array_index (mentions, i);
          g_autoptr(DatelinePassage) sentence = NULL;

          /* A sentence that names the person twice counts once. */
          if (dateline_passage_get_start (mention) < end)
            continue;
          sentence = dateline_passage_dup_sentence (mention);
          end = dateline_passage_get_end (sentence);
          from = count_sentence (person, occurrences, from, sentence, companions, list);
        }
    }
}

static int
compare_companions (gconstpointer a,
                    gconstpointer b)
{
  const DatelineCompanion *first = *(const DatelineCompanion * const *) a;
  const DatelineCompanion *second = *(const DatelineCompanion * const *) b;
  guint first_count = first->n_events + first->n_sentences;
  guint second_count = second->n_events + second->n_sentences;

  if (first_count != second_count)
    return first_count > second_count ? -1 : 1;

  return g_utf8_collate (dateline_person_get_name (first->person), dateline_person_get_name (second->person));
}

/**
 * dateline_portrait_dup_companions:
 * @person: a person
 * @index: the index of the story
 *
 * Who takes part in the same events, or is named in the same sentences.
 *
 * Returns: (transfer full) (element-type DatelineCompanion): those who appear together most often first
 */
GPtrArray *
dateline_portrait_dup_companions (DatelinePerson *person,
                                  DatelineIndex  *index)
{
  g_autoptr(GHashTable) companions = g_hash_table_new (NULL, NULL);
  GPtrArray *list;

  g_return_val_if_fail (DATELINE_IS_PERSON (person), NULL);
  g_return_val_if_fail (DATELINE_IS_INDEX (index), NULL);

  list = g_ptr_array_new_with_free_func ((GDestroyNotify) companion_free);
  count_events (person, index, companions, list);
  count_sentences (person, index, companions, list);
  g_ptr_array_sort (list, compare_companions);

  return list;
}

static int
compare_passages (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  return dateline_passage_compare ((gpointer) a, (gpointer) b);
}

/**
 * dateline_portrait_dup_mentions:
 * @person: a person
 * @article: an article
 *
 * Where an article names a person, as a reader meets it.
 *
 * Returns: (transfer full): a list of `DatelinePassage`
 */
GListModel *
dateline_portrait_dup_mentions (DatelinePerson  *person,
                                DatelineArticle *article)
{
  GListModel *mentions;
  GListStore *found;

  g_return_val_if_fail (DATELINE_IS_PERSON (person), NULL);
  g_return_val_if_fail (DATELINE_IS_ARTICLE (article), NULL);

  mentions = dateline_item_get_passages (DATELINE_ITEM (person));
  found = g_list_store_new (DATELINE_TYPE_PASSAGE);
  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(DatelinePassage) mention = g_list_model_get_item (mentions, i);

      if (dateline_passage_get_article (mention) == article)
        g_list_store_append (found, mention);
    }
  g_list_store_sort (found, compare_passages, NULL);

  return G_LIST_MODEL (found);
}

/**
 * dateline_portrait_dup_quotes_by:
 * @person: a person
 * @index: the index of the story
 *
 * What a person is reported to have said.
 *
 * Returns: (transfer full): a list of `DatelineQuote`
 */
GListModel *
dateline_portrait_dup_quotes_by (DatelinePerson *person,
                                 DatelineIndex  *index)
{
  GListModel *related;
  GListStore *found;

  g_return_val_if_fail (DATELINE_IS_PERSON (person), NULL);
  g_return_val_if_fail (DATELINE_IS_INDEX (index), NULL);

  related = dateline_index_get_related (index, DATELINE_ITEM (person), DATELINE_ITEM_QUOTE);
  found = g_list_store_new (DATELINE_TYPE_QUOTE);
  for (guint i = 0; i < g_list_model_get_n_items (related); i++)
    {
      g_autoptr(DatelineQuote) quote = g_list_model_get_item (related, i);

      if (dateline_quote_get_speaker (quote) == person)
        g_list_store_append (found, quote);
    }

  return G_LIST_MODEL (found);
}

static gboolean
is_about (DatelineQuote  *quote,
          DatelinePerson *person)
{
  GListModel *passages = dateline_item_get_passages (DATELINE_ITEM (quote));
  GListModel *mentions = dateline_item_get_passages (DATELINE_ITEM (person));

  if (dateline_quote_get_addressee (quote) == person)
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);

      for (guint j = 0; j < g_list_model_get_n_items (mentions); j++)
        {
          g_autoptr(DatelinePassage) mention = g_list_model_get_item (mentions, j);

          if (dateline_passage_contains (passage, mention))
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * dateline_portrait_dup_quotes_about:
 * @person: a person
 * @story: the story
 *
 * What others say to a person or of them by name.
 *
 * Returns: (transfer full): a list of `DatelineQuote`
 */
GListModel *
dateline_portrait_dup_quotes_about (DatelinePerson *person,
                                    DatelineStory  *story)
{
  DatelineSource *source;
  GListModel *quotes;
  GListStore *found;

  g_return_val_if_fail (DATELINE_IS_PERSON (person), NULL);
  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  source = dateline_story_get_source (story);
  if (source != NULL)
    return dateline_story_dup_list (story, DATELINE_ITEM_QUOTE, dateline_source_list_quotes_about (source, DATELINE_ITEM (person)));

  quotes = dateline_story_get_quotes (story);
  found = g_list_store_new (DATELINE_TYPE_QUOTE);
  for (guint i = 0; i < g_list_model_get_n_items (quotes); i++)
    {
      g_autoptr(DatelineQuote) quote = g_list_model_get_item (quotes, i);

      if (dateline_quote_get_speaker (quote) != person && is_about (quote, person))
        g_list_store_append (found, quote);
    }

  return G_LIST_MODEL (found);
}
