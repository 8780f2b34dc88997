/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-clipping.h"
#include "dateline-story.h"

G_BEGIN_DECLS

/* The moment at which the exports of the fixture say that they were made: 2021-02-14 12:30 UTC. */
#define EXPORT_FIXTURE_EPOCH "1613305800"

DatelineStory    *export_fixture_new_story     (void);
GListStore       *export_fixture_new_clippings (DatelineStory    *story);
GListStore       *export_fixture_new_random    (DatelineStory    *story,
                                                guint32           seed,
                                                guint             n);
DatelineArticle  *export_fixture_new_article   (const char       *headline,
                                                const char       *publisher,
                                                const char       *byline,
                                                const char       *published,
                                                const char       *url,
                                                const char       *accessed);
DatelineClipping *export_fixture_clip          (DatelineArticle  *article,
                                                DatelineItem     *item,
                                                const char       *exact,
                                                const char       *note);

G_END_DECLS
