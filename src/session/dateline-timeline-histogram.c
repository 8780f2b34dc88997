/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many reactions there were when, in buckets as fine as the zoom allows and no finer than the reactions' dates. */
#include "config.h"

#include "dateline-timeline-histogram.h"

#include "dateline-calendar.h"

#define MONTH_SECONDS 2629746.0
#define YEAR_SECONDS  31556952.0

typedef enum
{
  BUCKET_HOUR,
  BUCKET_DAY,
  BUCKET_MONTH,
  BUCKET_YEAR
} BucketUnit;

static int
compare_buckets (gconstpointer a,
                 gconstpointer b)
{
  const DatelineTimelineBucket *left = a;
  const DatelineTimelineBucket *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;

  return left->first < right->first ? -1 : left->first > right->first;
}

/* The hour, day, month or year in which @time is. */
static void
find_bounds (gint64      time,
             BucketUnit  unit,
             gint64     *start,
             gint64     *end)
{
  gint64 length = unit == BUCKET_HOUR ? 3600 : DATELINE_SECONDS_PER_DAY;
  gint64 year;
  int month;
  int day;

  switch (unit)
    {
    case BUCKET_MONTH:
      dateline_calendar_to_civil (time, &year, &month, &day);
      *start = dateline_calendar_from_civil (year, month, 1);
      *end = *start + dateline_calendar_days_in_month (year, month) * DATELINE_SECONDS_PER_DAY;
      break;
    case BUCKET_YEAR:
      dateline_calendar_to_civil (time, &year, &month, &day);
      *start = dateline_calendar_from_civil (year, 1, 1);
      *end = dateline_calendar_from_civil (year + 1, 1, 1);
      break;
    case BUCKET_HOUR:
    case BUCKET_DAY:
    default:
      *start = time - (time % length + length) % length;
      *end = *start + length;
      break;
    }
}

static BucketUnit
choose_unit (double rate,
             double min_width,
             gint64 precision)
{
  if (precision <= 3600 && rate * 3600 >= min_width)
    return BUCKET_HOUR;
  if (precision <= DATELINE_SECONDS_PER_DAY && rate * DATELINE_SECONDS_PER_DAY >= min_width)
    return BUCKET_DAY;
  if (precision <= 31 * DATELINE_SECONDS_PER_DAY && rate * MONTH_SECONDS >= min_width)
    return BUCKET_MONTH;

  return BUCKET_YEAR;
}

static void
clear_dated (gpointer data)
{
  g_clear_pointer (&((DatelineDatedItem *) data)->date, dateline_date_unref);
}

/**
 * dateline_timeline_histogram_list_dates:
 * @story: a story
 *
 * Lists when the reactions of a story were made, without loading those that are not in memory.
 *
 * Returns: (transfer full) (element-type DatelineDatedItem): the dates, in the order of the reactions
 */
GArray *
dateline_timeline_histogram_list_dates (DatelineStory *story)
{
  GListModel *reactions;
  GArray *dates;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  if (dateline_story_get_source (story) != NULL)
    return dateline_source_list_dates (dateline_story_get_source (story), DATELINE_ITEM_REACTION);

  dates = g_array_new (FALSE, FALSE, sizeof (DatelineDatedItem));
  g_array_set_clear_func (dates, clear_dated);
  reactions = dateline_story_get_reactions (story);
  for (guint i = 0; i < g_list_model_get_n_items (reactions); i++)
    {
      g_autoptr(DatelineReaction) reaction = g_list_model_get_item (reactions, i);
      DatelineDate *date = dateline_reaction_get_date (reaction);
      DatelineDatedItem dated = { 0, date != NULL ? dateline_date_ref (date) : NULL, NULL };

      g_array_append_val (dates, dated);
    }

  return dates;
}

/**
 * dateline_timeline_histogram_get_span:
 * @date: when a reaction was made
 * @start: (out): where to put the first moment of it
 * @end: (out): where to put the first moment after it
 *
 * Says from when to when a date is taken to be. A reaction counts in the bucket in which its span starts.
 */
void
dateline_timeline_histogram_get_span (DatelineDate *date,
                                      gint64       *start,
                                      gint64       *end)
{
  gint64 start_upper;
  gint64 end_lower;
  gboolean doubtful;

  g_return_if_fail (date != NULL);
  g_return_if_fail (start != NULL);
  g_return_if_fail (end != NULL);

  dateline_date_get_ends (date, &start_upper, &end_lower, &doubtful, &doubtful);
  *start = dateline_date_get_lower (date);
  *end = dateline_date_get_upper (date);
  /* A span without a start or an end stands where its other end is. */
  if (*start == DATELINE_DATE_OPEN_START)
    *start = end_lower;
  if (*end == DATELINE_DATE_OPEN_END)
    *end = start_upper;
}

/**
 * dateline_timeline_histogram_collect:
 * @story: a story
 *
 * Puts the dated reactions of a story in order.
 *
 * Returns: (transfer full) (element-type DatelineTimelineBucket): one bucket for each, as long as its date is vague
 */
GArray *
dateline_timeline_histogram_collect (DatelineStory *story)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (DatelineTimelineBucket));
  g_autoptr(GArray) all = NULL;

  g_return_val_if_fail (DATELINE_IS_STORY (story), dates);

  all = dateline_timeline_histogram_list_dates (story);
  for (guint i = 0; i < all->len; i++)
    {
      DatelineDate *date = g_array_index (all, DatelineDatedItem, i).date;
      DatelineTimelineBucket bucket = { .n = 1, .first = i };

      if (date == NULL)
        continue;

      dateline_timeline_histogram_get_span (date, &bucket.start, &bucket.end);
      g_array_append_val (dates, bucket);
    }
  g_array_sort (dates, compare_buckets);

  return dates;
}

/**
 * dateline_timeline_histogram_create:
 * @dates: (element-type DatelineTimelineBucket): what dateline_timeline_histogram_collect() returned
 * @scale: a scale that is not empty, or no dates
 * @min_width: the least width of a bucket in pixels
 *
 * Counts reactions in buckets that are wide enough to be seen at the present zoom.
 *
 * Returns: (transfer full) (element-type DatelineTimelineBucket): the buckets that hold any, by time
 */
GArray *
dateline_timeline_histogram_create (GArray                      *dates,
                                    const DatelineTimelineScale *scale,
                                    double                       min_width)
{
  GArray *buckets = g_array_new (FALSE, FALSE, sizeof (DatelineTimelineBucket));
  guint segment = 0;

  g_return_val_if_fail (dates != NULL, buckets);
  g_return_val_if_fail (scale != NULL, buckets);

  for (guint i = 0; i < dates->len; i++)
    {
      const DatelineTimelineBucket *date = &g_array_index (dates, DatelineTimelineBucket, i);
      DatelineTimelineBucket *last = buckets->len > 0 ? &g_array_index (buckets, DatelineTimelineBucket, buckets->len - 1) : NULL;
      DatelineTimelineBucket bucket = *date;
      BucketUnit unit;

      if (last != NULL && date->start < last->end)
        {
          last->n++;
          continue;
        }

      while (segment + 1 < dateline_timeline_scale_get_n_segments (scale) &&
             dateline_timeline_scale_get_segment (scale, segment).end <= date->start)
        segment++;
      unit = choose_unit (dateline_timeline_scale_get_rate (scale, segment), min_width, date->end - date->start);
      find_bounds (date->start, unit, &bucket.start, &bucket.end);
      /* Within a segment that is shorter than the unit, the segment is the bucket. */
      bucket.start = MAX (bucket.start, MIN (dateline_timeline_scale_get_segment (scale, segment).start, date->start));
      bucket.end = MIN (bucket.end, MAX (dateline_timeline_scale_get_segment (scale, segment).end, date->start + 1));
      /* What is before that is in the bucket before. */
      if (last != NULL)
        bucket.start = MAX (bucket.start, last->end);
      g_array_append_val (buckets, bucket);
    }

  return buckets;
}
