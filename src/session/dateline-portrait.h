/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-index.h"
#include "dateline-passage.h"
#include "dateline-person.h"

G_BEGIN_DECLS

/**
 * DatelineSpelling:
 * @text: how an article names the person
 * @count: how often it does so
 * @passage: where it first does so
 *
 * One article's way to write a name.
 */
typedef struct
{
  char            *text;
  guint            count;
  DatelinePassage *passage;
} DatelineSpelling;

/**
 * DatelineCompanion:
 * @person: who appears with somebody
 * @n_events: in how many events both take part
 * @n_sentences: how many sentences name both
 *
 * Somebody whom a person appears with.
 */
typedef struct
{
  DatelinePerson *person;
  guint           n_events;
  guint           n_sentences;
} DatelineCompanion;

GPtrArray  *dateline_portrait_dup_spellings    (DatelinePerson  *person);
GPtrArray  *dateline_portrait_dup_companions   (DatelinePerson  *person,
                                                DatelineIndex   *index);
GListModel *dateline_portrait_dup_mentions     (DatelinePerson  *person,
                                                DatelineArticle *article);
GListModel *dateline_portrait_dup_quotes_by    (DatelinePerson  *person,
                                                DatelineIndex   *index);
GListModel *dateline_portrait_dup_quotes_about (DatelinePerson  *person,
                                                DatelineStory   *story);

G_END_DECLS
