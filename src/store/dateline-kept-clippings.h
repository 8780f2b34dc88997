/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "dateline-clipping.h"
#include "dateline-story.h"

G_BEGIN_DECLS

/**
 * DatelineKeptClipping:
 * @item: (nullable): the id of what was picked
 * @article: the id of the article that it stands in
 * @start: where it starts, in code points
 * @end: where it ends, in code points, exclusive
 * @exact: the words
 * @prefix: what comes before
 * @suffix: what comes after
 * @note: the reader's note
 *
 * A clipping as the file holds it: unlike the living one it stays as it is.
 */
typedef struct
{
  char  *item;
  char  *article;
  guint  start;
  guint  end;
  char  *exact;
  char  *prefix;
  char  *suffix;
  char  *note;
} DatelineKeptClipping;

DatelineKeptClipping *dateline_kept_clipping_new          (DatelineClipping            *clipping);
DatelineKeptClipping *dateline_kept_clipping_copy         (const DatelineKeptClipping  *self);
void                  dateline_kept_clipping_free         (DatelineKeptClipping        *self);
gboolean              dateline_kept_clipping_same_place   (const DatelineKeptClipping  *self,
                                                           const DatelineKeptClipping  *other);
DatelineClipping     *dateline_kept_clipping_dup_clipping (const DatelineKeptClipping  *self,
                                                           DatelineStory               *story);

GPtrArray            *dateline_kept_clippings_new         (GListModel                  *clippings);
GPtrArray            *dateline_kept_clippings_load        (sqlite3                     *db,
                                                           GError                     **error);
gboolean              dateline_kept_clippings_write       (sqlite3                     *db,
                                                           GPtrArray                   *base,
                                                           GPtrArray                   *clippings,
                                                           GError                     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineKeptClipping, dateline_kept_clipping_free)

G_END_DECLS
