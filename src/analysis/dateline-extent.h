/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-quantity.h"

G_BEGIN_DECLS

/**
 * DatelineExtent:
 * @quantity: what is meant
 * @folded: (nullable): for a text, its letters; a text has no bounds
 * @lower: the least value that it is compatible with
 * @upper: the greatest
 * @lower_open: whether @lower itself is not
 * @upper_open: whether @upper itself is not
 * @is_vague: whether the value is rounded or approximate, rather than exact or a bound
 *
 * All that can be true if a wording is.
 */
typedef struct
{
  DatelineQuantity *quantity;
  char             *folded;
  double            lower;
  double            upper;
  gboolean          lower_open;
  gboolean          upper_open;
  gboolean          is_vague;
} DatelineExtent;

void     dateline_extent_init        (DatelineExtent       *self,
                                      DatelineQuantity     *quantity);
void     dateline_extent_clear       (DatelineExtent       *self);
gboolean dateline_extent_equal       (const DatelineExtent *a,
                                      const DatelineExtent *b);
gboolean dateline_extent_contradicts (const DatelineExtent *a,
                                      const DatelineExtent *b);
gboolean dateline_extent_is_narrower (const DatelineExtent *a,
                                      const DatelineExtent *b);

G_END_DECLS
