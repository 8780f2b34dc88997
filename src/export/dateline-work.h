/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-citation.h"
#include "dateline-name.h"
#include "dateline-rich-text.h"

G_BEGIN_DECLS

/* What is cited, an article or a public post, with all that the styles ask of it. */
typedef struct
{
  GPtrArray    *authors;    /* DatelineName; may be empty */
  char         *handle;     /* of the author of a post, with the @, or NULL */
  char         *title;      /* in one line; of a post, its first words */
  gboolean      untitled;   /* the title is only a description */
  gboolean      shortened;  /* the title is not the whole text */
  const char   *genre;      /* what a post is called in brackets, or NULL */
  char         *container;  /* publisher or platform, or NULL */
  DatelineDate *issued;     /* or NULL */
  DatelineDate *accessed;   /* or NULL */
  const char   *url;        /* or NULL; always one of the web, since reference managers open it */
} DatelineWork;

DatelineWork *dateline_work_new_article      (DatelineArticle    *article);
DatelineWork *dateline_work_new_post         (DatelineReaction   *reaction);
void          dateline_work_free             (DatelineWork       *self);
gboolean      dateline_work_is_own_publisher (const DatelineWork *self);

const char *dateline_citation_get_retold (void);

/* The styles. Each appends a whole reference. */
void dateline_citation_append_apa     (DatelineRichText   *out,
                                       const DatelineWork *work);
void dateline_citation_append_mla     (DatelineRichText   *out,
                                       const DatelineWork *work);
void dateline_citation_append_chicago (DatelineRichText   *out,
                                       const DatelineWork *work);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineWork, dateline_work_free)

G_END_DECLS
