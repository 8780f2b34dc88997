/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-json-links.h"
#include "dateline-json-place.h"
#include "dateline-story.h"

G_BEGIN_DECLS

/* Bytes of text that are searched for passages with wrong offsets: seconds at worst. */
#define DATELINE_JSON_SEARCH_BUDGET (256 * 1024 * 1024)

/**
 * DatelineJsonContext:
 * @story: the story so far
 * @report: where to add warnings
 * @links: references that are set at the end
 * @search_budget: bytes of text that may still be searched for passages that are not where they should be
 * @drafts: (nullable): items that are not in the story yet but may be referred to, by id
 *
 * What the reading of each item needs.
 */
typedef struct
{
  DatelineStory      *story;
  DatelineJsonReport *report;
  DatelineJsonLinks  *links;
  gsize               search_budget;
  GHashTable         *drafts;
} DatelineJsonContext;

gpointer         dateline_json_context_get_item      (DatelineJsonContext     *self,
                                                      const DatelineJsonPlace *place,
                                                      const char              *member,
                                                      GType                    type,
                                                      DatelineJsonNeed         need);
GPtrArray       *dateline_json_context_get_items     (DatelineJsonContext     *self,
                                                      const DatelineJsonPlace *place,
                                                      const char              *member,
                                                      GType                    type);
void             dateline_json_context_link          (DatelineJsonContext     *self,
                                                      const DatelineJsonPlace *place,
                                                      const char              *member,
                                                      DatelineItem            *from,
                                                      GType                    type,
                                                      DatelineJsonLinkFunc     func);
DatelinePassage *dateline_json_context_read_passage  (DatelineJsonContext     *self,
                                                      const DatelineJsonPlace *place,
                                                      DatelineArticle         *article);
void             dateline_json_context_read_passages (DatelineJsonContext     *self,
                                                      const DatelineJsonPlace *place,
                                                      const char              *member,
                                                      DatelineItem            *item);

G_END_DECLS
