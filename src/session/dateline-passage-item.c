/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes new items of selected words: what the words and those around them say becomes the first values. */
#include "config.h"

#include "dateline-passage-item.h"

#include <string.h>

#include "dateline-passage-context.h"
#include "dateline-wording.h"

/* A title of an event is read at a glance. */
#define MAX_TITLE 80

/* The words as a title: one line, cut between words, without the full stop, with a capital. */
static char *
dup_title (const char *words)
{
  g_autofree char *line = dateline_passage_context_dup_name (words);
  g_autofree char *rest = NULL;
  char first[8] = { 0 };
  char *end = line + strlen (line);

  if (g_utf8_strlen (line, -1) > MAX_TITLE)
    {
      char *cut = g_utf8_offset_to_pointer (line, MAX_TITLE - 1);
      char *space = g_strrstr_len (line, cut - line, " ");

      end = space != NULL && space > line + (cut - line) / 2 ? space : cut;
      *end = '\0';
      while (end > line && (strchr (" ,;:-", end[-1]) != NULL))
        *--end = '\0';
      rest = g_strconcat (g_utf8_next_char (line), "…", NULL);
    }
  else
    {
      while (end > line && strchr (".,;:", end[-1]) != NULL)
        *--end = '\0';
      rest = g_strdup (*line != '\0' ? g_utf8_next_char (line) : "");
    }
  if (*line != '\0')
    g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (line)), first);

  return g_strconcat (first, rest, NULL);
}

/**
 * dateline_passage_item_new_event:
 * @id: an id that the story does not have
 * @passage: the words that report it
 *
 * Creates an event.
 *
 * Returns: (transfer full): a draft
 */
DatelineItem *
dateline_passage_item_new_event (const char      *id,
                                 DatelinePassage *passage)
{
  g_autofree char *title = NULL;
  g_autoptr(DatelineDate) date = NULL;
  DatelineItem *event;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);

  title = dup_title (dateline_passage_get_exact (passage));
  date = dateline_passage_context_dup_date (passage);
  event = g_object_new (DATELINE_TYPE_EVENT, "id", id, "title", title, "date", date, "category", "other", NULL);
  dateline_item_add_passage (event, passage);

  return event;
}

/**
 * dateline_passage_item_new_quote:
 * @id: an id that the story does not have
 * @passage: what is said
 * @index: the index of the story
 *
 * Creates a quote.
 *
 * Returns: (transfer full) (nullable): a draft; %NULL if there are no words but quotation marks
 */
DatelineItem *
dateline_passage_item_new_quote (const char      *id,
                                 DatelinePassage *passage,
                                 DatelineIndex   *index)
{
  g_autoptr(DatelinePassage) words = NULL;
  g_autofree char *cue = NULL;
  DatelinePerson *speaker;
  DatelineItem *quote;
  gboolean quoted;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);
  g_return_val_if_fail (DATELINE_IS_INDEX (index), NULL);

  words = dateline_passage_context_trim (passage, &quoted);
  if (words == NULL)
    return NULL;

  speaker = dateline_passage_context_find_speaker (index, words, &cue);
  quote = g_object_new (DATELINE_TYPE_QUOTE,
                        "id", id,
                        "speaker", speaker,
                        "cue", cue,
                        "direct", quoted,
                        "language", dateline_article_get_language (dateline_passage_get_article (words)),
                        NULL);
  dateline_item_add_passage (quote, words);

  return quote;
}

/**
 * dateline_passage_item_new_person:
 * @id: an id that the story does not have
 * @passage: the naming words
 *
 * Creates a person.
 *
 * Returns: (transfer full): a draft
 */
DatelineItem *
dateline_passage_item_new_person (const char      *id,
                                  DatelinePassage *passage)
{
  g_autofree char *name = NULL;
  DatelineItem *person;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);

  name = dateline_passage_context_dup_name (dateline_passage_get_exact (passage));
  person = g_object_new (DATELINE_TYPE_PERSON, "id", id, "name", name, NULL);
  dateline_item_add_passage (person, passage);

  return person;
}

/* Words behind a # up to the next character that a tag cannot have. */
static GStrv
dup_hashtags (const char *text)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv tags;

  for (const char *p = strchr (text, '#'); p != NULL; p = strchr (p, '#'))
    {
      const char *start = ++p;
      g_autofree char *tag = NULL;

      while (g_unichar_isalnum (g_utf8_get_char (p)) || *p == '_')
        p = g_utf8_next_char (p);
      tag = g_strndup (start, p - start);
      if (*tag != '\0')
        g_strv_builder_add (builder, tag);
    }
  tags = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return tags;
}

/**
 * dateline_passage_item_new_reaction:
 * @id: an id that the story does not have
 * @passage: the words of the post
 * @author: who wrote it; may be a draft, too
 *
 * Creates a reaction. The line under a post is left out of its words.
 *
 * Returns: (transfer full): a draft
 */
DatelineItem *
dateline_passage_item_new_reaction (const char      *id,
                                    DatelinePassage *passage,
                                    DatelinePerson  *author)
{
  g_autoptr(DatelinePassage) words = NULL;
  g_autofree char *name = NULL;
  g_autofree char *handle = NULL;
  g_autoptr(DatelineDate) date = NULL;
  g_auto(GStrv) hashtags = NULL;
  DatelineItem *reaction;
  guint byline;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);
  g_return_val_if_fail (DATELINE_IS_PERSON (author), NULL);

  byline = dateline_passage_context_find_byline (passage);
  if (byline > dateline_passage_get_start (passage) && byline < dateline_passage_get_end (passage))
    words = dateline_passage_new (dateline_passage_get_article (passage), dateline_passage_get_start (passage), byline);
  else
    words = g_object_ref (passage);
  dateline_passage_context_read_byline (passage, &name, &handle, &date);
  hashtags = dup_hashtags (dateline_passage_get_exact (words));
  reaction = g_object_new (DATELINE_TYPE_REACTION,
                           "id", id,
                           "author", author,
                           "handle", handle,
                           "date", date,
                           "text", dateline_passage_get_exact (words),
                           "hashtags", hashtags,
                           "language", dateline_article_get_language (dateline_passage_get_article (words)),
                           NULL);
  dateline_item_add_passage (reaction, words);

  return reaction;
}

/**
 * dateline_passage_item_new_claim:
 * @id: an id that the story does not have
 * @question: what is asked
 * @passage: the words that answer it
 *
 * Creates a claim that asks for what the words say: a duration, a count, a date, or a text.
 *
 * Returns: (transfer full): a draft without accounts
 */
DatelineItem *
dateline_passage_item_new_claim (const char      *id,
                                 const char      *question,
                                 DatelinePassage *passage)
{
  g_autoptr(DatelineQuantity) quantity = NULL;
  DatelineDate *published;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (question != NULL, NULL);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);

  published = dateline_article_get_published (dateline_passage_get_article (passage));
  quantity = dateline_wording_read (dateline_passage_get_exact (passage), published, NULL);

  return g_object_new (DATELINE_TYPE_CLAIM,
                       "id", id,
                       "question", question,
                       "value-kind", dateline_quantity_get_kind (quantity),
                       NULL);
}

/**
 * dateline_passage_item_new_account:
 * @id: an id that the story does not have
 * @passage: the wording
 * @kind: what the claim asks for
 *
 * Creates an account of what the words say.
 *
 * Returns: (transfer full) (nullable): a draft; %NULL if the words say nothing of that kind
 */
DatelineItem *
dateline_passage_item_new_account (const char        *id,
                                   DatelinePassage   *passage,
                                   DatelineValueKind  kind)
{
  g_autoptr(DatelineQuantity) quantity = NULL;
  g_autofree char *unit = NULL;
  DatelineDate *published;
  DatelineItem *account;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);

  published = dateline_article_get_published (dateline_passage_get_article (passage));
  quantity = dateline_wording_read_as (dateline_passage_get_exact (passage), kind, published, &unit);
  if (quantity == NULL)
    return NULL;

  account = g_object_new (DATELINE_TYPE_ACCOUNT, "id", id, "quantity", quantity, "unit", unit, NULL);
  dateline_item_add_passage (account, passage);

  return account;
}
