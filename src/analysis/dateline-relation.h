/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * DatelineRelation:
 * @DATELINE_RELATION_AGREE: it says the same as the most precise account
 * @DATELINE_RELATION_ROUNDING: it says the same, rounded
 * @DATELINE_RELATION_PRECISION: it says less, but nothing else
 * @DATELINE_RELATION_CONTRADICTION: it cannot be true together with another account
 * @DATELINE_RELATION_ONLY_HERE: no other article answers the question
 * @DATELINE_RELATION_SILENT: the article does not answer the question
 *
 * How an article's answer to a question stands to those of the others.
 */
typedef enum
{
  DATELINE_RELATION_AGREE,
  DATELINE_RELATION_ROUNDING,
  DATELINE_RELATION_PRECISION,
  DATELINE_RELATION_CONTRADICTION,
  DATELINE_RELATION_ONLY_HERE,
  DATELINE_RELATION_SILENT
} DatelineRelation;

#define DATELINE_TYPE_RELATION (dateline_relation_get_type ())
GType       dateline_relation_get_type  (void);

const char *dateline_relation_get_nick  (DatelineRelation relation);
const char *dateline_relation_get_label (DatelineRelation relation);

G_END_DECLS
