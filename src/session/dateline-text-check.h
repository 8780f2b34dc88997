/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-session.h"

G_BEGIN_DECLS

/**
 * DatelineTextLoss:
 * @item: what the passage tells of; the article itself for a date in it
 * @words: the words that find no place
 * @takes_item: whether the item goes with its last passage
 *
 * A passage that would find no place in a new text.
 */
typedef struct
{
  DatelineItem *item;
  char         *words;
  gboolean      takes_item;
} DatelineTextLoss;

void       dateline_text_check_async  (DatelineSession      *session,
                                       DatelineArticle      *article,
                                       GPtrArray            *blocks,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GPtrArray *dateline_text_check_finish (GAsyncResult         *result,
                                       guint                *n_kept,
                                       GError              **error);

G_END_DECLS
