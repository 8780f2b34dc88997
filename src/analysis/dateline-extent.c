/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an answer leaves open, and whether two answers can both be true. */
#include "config.h"

#include "dateline-extent.h"

#include <math.h>
#include <string.h>

#include "dateline-date.h"
#include "dateline-text.h"

/* A date of which the article is not sure may be off by as much as it is long. */
static void
widen_date (DatelineExtent *self)
{
  g_autoptr(DatelineDate) date = dateline_date_new (dateline_quantity_get_value (self->quantity), NULL);
  double width = self->upper - self->lower;

  self->upper_open = TRUE;
  self->is_vague = date != NULL && (dateline_date_is_approximate (date) || dateline_date_is_uncertain (date));
  if (self->is_vague && isfinite (width))
    {
      self->lower -= width;
      self->upper += width;
    }
}

/**
 * dateline_extent_init:
 * @self: (out caller-allocates): an extent
 * @quantity: what an answer means
 *
 * Finds all that can be true if the answer is.
 */
void
dateline_extent_init (DatelineExtent   *self,
                      DatelineQuantity *quantity)
{
  DatelineBound bound;

  g_return_if_fail (self != NULL);
  g_return_if_fail (quantity != NULL);

  *self = (DatelineExtent) { .quantity = dateline_quantity_ref (quantity) };
  if (dateline_quantity_get_kind (quantity) == DATELINE_VALUE_KIND_TEXT)
    {
      self->folded = dateline_text_fold (dateline_quantity_get_value (quantity));
      return;
    }

  bound = dateline_quantity_get_bound (quantity);
  self->lower = dateline_quantity_get_lower (quantity);
  self->upper = dateline_quantity_get_upper (quantity);
  self->is_vague = dateline_quantity_get_step (quantity) > 0;
  if (dateline_quantity_get_kind (quantity) == DATELINE_VALUE_KIND_DATE)
    widen_date (self);

  switch (bound)
    {
    case DATELINE_BOUND_OVER:
    case DATELINE_BOUND_AT_LEAST:
      /* "More than 5000" is true of 7000, however round the 5000. */
      self->upper = INFINITY;
      self->lower_open = bound == DATELINE_BOUND_OVER;
      self->is_vague = FALSE;
      break;
    case DATELINE_BOUND_UNDER:
    case DATELINE_BOUND_AT_MOST:
      self->lower = -INFINITY;
      self->upper_open = self->upper_open || bound == DATELINE_BOUND_UNDER;
      self->is_vague = FALSE;
      break;
    case DATELINE_BOUND_ALMOST:
      self->upper_open = TRUE;
      self->is_vague = TRUE;
      break;
    case DATELINE_BOUND_ABOUT:
      self->is_vague = TRUE;
      break;
    case DATELINE_BOUND_EXACTLY:
    default:
      break;
    }

  /* "Almost 0" leaves nothing between its bounds; it still does not contradict itself. */
  if (self->lower == self->upper)
    self->lower_open = self->upper_open = FALSE;
}

/**
 * dateline_extent_clear:
 * @self: an extent
 *
 * Frees what the extent holds.
 */
void
dateline_extent_clear (DatelineExtent *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->quantity, dateline_quantity_unref);
  g_clear_pointer (&self->folded, g_free);
}

/**
 * dateline_extent_equal:
 * @a: an extent
 * @b: an extent of the same kind
 *
 * Whether two answers say one thing, if in other words: "3 1/2 years" and "3.5 years".
 *
 * Returns: %TRUE if they do
 */
gboolean
dateline_extent_equal (const DatelineExtent *a,
                       const DatelineExtent *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if (a->folded != NULL || b->folded != NULL)
    return g_strcmp0 (a->folded, b->folded) == 0;
  if (dateline_quantity_get_bound (a->quantity) != dateline_quantity_get_bound (b->quantity))
    return FALSE;
  if (dateline_quantity_get_kind (a->quantity) == DATELINE_VALUE_KIND_DATE)
    return a->lower == b->lower && a->upper == b->upper;

  return dateline_quantity_get_number (a->quantity) == dateline_quantity_get_number (b->quantity);
}

/* Whether @a ends before @b starts. */
static gboolean
is_below (const DatelineExtent *a,
          const DatelineExtent *b)
{
  return a->upper < b->lower || (a->upper == b->lower && (a->upper_open || b->lower_open));
}

static gboolean
is_word_end (const char *text,
             const char *at)
{
  return at == text || *at == '\0' || !g_unichar_isalnum (g_utf8_get_char (at)) ||
         !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* Whether @more says all that @less says, in the same words: "prison colony" and "prison". */
static gboolean
says_more (const char *more,
           const char *less)
{
  gsize length = strlen (less);

  if (length == 0 || length >= strlen (more))
    return FALSE;

  for (const char *at = strstr (more, less); at != NULL; at = strstr (at + 1, less))
    if (is_word_end (more, at) && is_word_end (more, at + length))
      return TRUE;

  return FALSE;
}

/**
 * dateline_extent_contradicts:
 * @a: an extent
 * @b: an extent of the same kind
 *
 * Whether two answers cannot both be true.
 *
 * Returns: %TRUE if they cannot
 */
gboolean
dateline_extent_contradicts (const DatelineExtent *a,
                             const DatelineExtent *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if (a->folded != NULL && b->folded != NULL)
    return g_strcmp0 (a->folded, b->folded) != 0 && !says_more (a->folded, b->folded) && !says_more (b->folded, a->folded);

  return is_below (a, b) || is_below (b, a);
}

static gboolean
is_within (const DatelineExtent *a,
           const DatelineExtent *b)
{
  return (a->lower > b->lower || (a->lower == b->lower && a->lower_open >= b->lower_open)) &&
         (a->upper < b->upper || (a->upper == b->upper && a->upper_open >= b->upper_open));
}

/**
 * dateline_extent_is_narrower:
 * @a: an extent
 * @b: an extent of the same kind
 *
 * Whether one answer is more precise than another: it allows for nothing that the other does not, or else for less.
 *
 * Returns: %TRUE if @a is
 */
gboolean
dateline_extent_is_narrower (const DatelineExtent *a,
                             const DatelineExtent *b)
{
  gboolean a_within;
  gboolean b_within;

  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if (a->folded != NULL && b->folded != NULL)
    return says_more (a->folded, b->folded);

  a_within = is_within (a, b);
  b_within = is_within (b, a);
  if (a_within != b_within)
    return a_within;

  return dateline_quantity_get_upper (a->quantity) - dateline_quantity_get_lower (a->quantity) <
         dateline_quantity_get_upper (b->quantity) - dateline_quantity_get_lower (b->quantity);
}
