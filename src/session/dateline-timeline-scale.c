/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From time to pixels and back, for the timeline: a scale that is even wherever something happens and folds the few
 * long gaps where nothing does.
 *
 * A story may hold two crowded days and a year long before them; on an even scale one or the other is a dot. Time is
 * therefore cut into segments, each with a length in units that follows from how much happens in it, and each even in
 * itself. Between segments lies a gap of a fixed width in pixels, whatever the zoom. */
#include "config.h"

#include "dateline-timeline-scale.h"

#include <math.h>

#include "dateline-calendar.h"

/* More folds than this make a scale nobody can read. */
#define MAX_FOLDS 8
/* A fold is worth it where its gap is so many times as long as the longest gap that stays. */
#define FOLD_RATIO 3.0
/* Room before the first moment and after the last, in pixels. */
#define PADDING 12.0
/* How far one can zoom in: pixels for each of the story's finest units of time. */
#define MAX_DAY    5760.0
#define MAX_MINUTE 60.0

typedef struct
{
  gint64 start;
  gint64 end;
  guint  n; /* how many things happen in it */
  double offset;
  double length;
} Segment;

struct _DatelineTimelineScale
{
  Segment *segments;
  guint    n_segments;
  gint64   finest;
  double   units;
  double   width;
  double   zoom; /* pixels a unit */
  double   offset;
  gint64   shown_start; /* what the viewport keeps showing when it is resized */
  gint64   shown_end;
};

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const DatelineTimelineSpan *left = a;
  const DatelineTimelineSpan *right = b;

  return left->start < right->start ? -1 : left->start > right->start;
}

/* Joins what overlaps or touches. */
static GArray *
merge_spans (const DatelineTimelineSpan *spans,
             guint                       n_spans)
{
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (Segment));
  g_autofree DatelineTimelineSpan *sorted = g_memdup2 (spans, sizeof (DatelineTimelineSpan) * n_spans);

  if (n_spans > 1)
    qsort (sorted, n_spans, sizeof (DatelineTimelineSpan), compare_spans);

  for (guint i = 0; i < n_spans; i++)
    {
      Segment *last = merged->len > 0 ? &g_array_index (merged, Segment, merged->len - 1) : NULL;
      Segment next = { .start = sorted[i].start, .end = sorted[i].end, .n = 1 };

      if (last != NULL && next.start <= last->end)
        {
          last->end = MAX (last->end, next.end);
          last->n++;
        }
      else
        {
          g_array_append_val (merged, next);
        }
    }

  return merged;
}

static int
compare_gaps (gconstpointer a,
              gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left > right ? -1 : left < right;
}

/* The shortest gap that is folded: there must be few, and all much longer than what stays. */
static gint64
find_threshold (const Segment *busy,
                guint          n)
{
  g_autofree gint64 *gaps = g_new (gint64, n);
  guint n_folds = 0;

  for (guint i = 0; i + 1 < n; i++)
    gaps[i] = busy[i + 1].start - busy[i].end;
  qsort (gaps, n - 1, sizeof (gint64), compare_gaps);

  for (guint i = 1; i <= MIN (n - 1, MAX_FOLDS); i++)
    if (i == n - 1 || gaps[i - 1] >= gaps[i] * FOLD_RATIO)
      n_folds = i;

  return n_folds > 0 ? gaps[n_folds - 1] : G_MAXINT64;
}

static void
build_segments (DatelineTimelineScale      *self,
                const DatelineTimelineSpan *spans,
                guint                       n_spans)
{
  g_autoptr(GArray) busy = merge_spans (spans, n_spans);
  g_autoptr(GArray) segments = g_array_new (FALSE, TRUE, sizeof (Segment));
  gint64 threshold = G_MAXINT64;

  if (busy->len > 1)
    threshold = find_threshold (&g_array_index (busy, Segment, 0), busy->len);

  for (guint i = 0; i < busy->len; i++)
    {
      const Segment *next = &g_array_index (busy, Segment, i);
      Segment *last = segments->len > 0 ? &g_array_index (segments, Segment, segments->len - 1) : NULL;

      /* A gap that is short beside what surrounds it needs no fold, however rare gaps are. */
      if (last == NULL ||
          (next->start - last->end >= threshold &&
           next->start - last->end > ((next->end - next->start) + (last->end - last->start)) / 2))
        {
          g_array_append_val (segments, *next);
        }
      else
        {
          last->end = next->end;
          last->n += next->n;
        }
    }

  for (guint i = 0; i < segments->len; i++)
    {
      Segment *segment = &g_array_index (segments, Segment, i);

      segment->offset = self->units;
      segment->length = sqrt (segment->n);
      self->units += segment->length;
    }

  self->n_segments = segments->len;
  self->segments = (Segment *) (gpointer) g_array_free (g_steal_pointer (&segments), FALSE);
}

/* The width of a fold: wide enough for its label where there is room. */
static double
get_gap_width (const DatelineTimelineScale *self)
{
  return CLAMP (self->width * 0.08, 20.0, 66.0);
}

static double
get_gaps_width (const DatelineTimelineScale *self)
{
  return (MAX (self->n_segments, 1) - 1) * get_gap_width (self);
}

static double
get_duration (const Segment *segment)
{
  return (double) (segment->end - segment->start);
}

/* Seconds before the first moment and after the last run on at the pace of their neighbours; in a fold no unit passes,
 * only a part of the fold. */
static double
get_unit (const DatelineTimelineScale *self,
          gint64                       time,
          double                      *n_gaps)
{
  guint low = 0;
  guint high = self->n_segments;
  const Segment *segment;

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (self->segments[middle].start <= time)
        low = middle;
      else
        high = middle;
    }

  segment = &self->segments[low];
  *n_gaps = low;
  if (low + 1 < self->n_segments && time > segment->end)
    {
      *n_gaps += (double) (time - segment->end) / (double) (segment[1].start - segment->end);
      return segment->offset + segment->length;
    }

  return segment->offset + ((double) time - (double) segment->start) / get_duration (segment) * segment->length;
}

static void
clamp_offset (DatelineTimelineScale *self)
{
  self->offset = CLAMP (self->offset, 0, MAX (dateline_timeline_scale_get_length (self) - self->width, 0));
}

/* The zoom at which a stretch of time fills the viewport. */
static double
find_zoom (const DatelineTimelineScale *self,
           gint64                       start,
           gint64                       end)
{
  double first;
  double last;
  double from = get_unit (self, start, &first);
  double to = get_unit (self, end, &last);
  double room = self->width - 2 * PADDING - (last - first) * get_gap_width (self);

  return CLAMP (MAX (room, 1) / MAX (to - from, 1e-9),
                dateline_timeline_scale_get_min_zoom (self), dateline_timeline_scale_get_max_zoom (self));
}

static void
view (DatelineTimelineScale *self,
      gint64                 start,
      gint64                 end)
{
  self->zoom = find_zoom (self, start, end);
  self->offset = (dateline_timeline_scale_get_position (self, start) +
                  dateline_timeline_scale_get_position (self, end) - self->width) / 2;
  clamp_offset (self);
}

/* A viewport too narrow to show anything, as while sizes are given out, is not worth to be kept. */
static void
remember (DatelineTimelineScale *self)
{
  if (self->n_segments == 0 || self->width <= 4 * PADDING)
    return;

  self->shown_start = dateline_timeline_scale_get_time (self, PADDING);
  self->shown_end = dateline_timeline_scale_get_time (self, self->width - PADDING);
}

/**
 * dateline_timeline_scale_new:
 * @spans: (array length=n_spans): when something happens, in any order
 * @n_spans: how many there are
 * @finest: the finest unit of time that the story knows, in seconds
 *
 * Creates a scale that holds all of @spans.
 *
 * Returns: (transfer full): a new scale
 */
DatelineTimelineScale *
dateline_timeline_scale_new (const DatelineTimelineSpan *spans,
                             guint                       n_spans,
                             gint64                      finest)
{
  DatelineTimelineScale *self;

  g_return_val_if_fail (n_spans == 0 || spans != NULL, NULL);
  g_return_val_if_fail (finest > 0, NULL);

  self = g_new0 (DatelineTimelineScale, 1);
  self->finest = finest;
  build_segments (self, spans, n_spans);

  return self;
}

/**
 * dateline_timeline_scale_free:
 * @self: (transfer full): a scale
 *
 * Frees a scale.
 */
void
dateline_timeline_scale_free (DatelineTimelineScale *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->segments);
  g_free (self);
}

/**
 * dateline_timeline_scale_is_empty:
 * @self: a scale
 *
 * Whether nothing happens at all; such a scale maps nothing.
 *
 * Returns: %TRUE if it was made of no spans
 */
gboolean
dateline_timeline_scale_is_empty (const DatelineTimelineScale *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->n_segments == 0;
}

/**
 * dateline_timeline_scale_get_finest:
 * @self: a scale
 *
 * The finest unit of time that the story knows.
 *
 * Returns: its length in seconds
 */
gint64
dateline_timeline_scale_get_finest (const DatelineTimelineScale *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->finest;
}

/**
 * dateline_timeline_scale_get_start:
 * @self: a scale
 *
 * The first moment at which something may have happened.
 *
 * Returns: seconds from 1970-01-01 UTC
 */
gint64
dateline_timeline_scale_get_start (const DatelineTimelineScale *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_segments > 0 ? self->segments[0].start : 0;
}

/**
 * dateline_timeline_scale_get_end:
 * @self: a scale
 *
 * The first moment after all that happens.
 *
 * Returns: seconds from 1970-01-01 UTC
 */
gint64
dateline_timeline_scale_get_end (const DatelineTimelineScale *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_segments > 0 ? self->segments[self->n_segments - 1].end : 0;
}

/**
 * dateline_timeline_scale_get_n_segments:
 * @self: a scale
 *
 * The number of stretches on which the scale is even; between each two of them a gap is folded.
 *
 * Returns: the number
 */
guint
dateline_timeline_scale_get_n_segments (const DatelineTimelineScale *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_segments;
}

/**
 * dateline_timeline_scale_get_segment:
 * @self: a scale
 * @index: the number of a segment
 *
 * The time of a segment.
 *
 * Returns: its start and end
 */
DatelineTimelineSpan
dateline_timeline_scale_get_segment (const DatelineTimelineScale *self,
                                     guint                        index)
{
  g_return_val_if_fail (self != NULL && index < self->n_segments, ((DatelineTimelineSpan) { 0, 0 }));

  return (DatelineTimelineSpan) { self->segments[index].start, self->segments[index].end };
}

/**
 * dateline_timeline_scale_get_width:
 * @self: a scale
 *
 * The width of the viewport.
 *
 * Returns: the width in pixels
 */
double
dateline_timeline_scale_get_width (const DatelineTimelineScale *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

/**
 * dateline_timeline_scale_set_width:
 * @self: a scale
 * @width: the width of the viewport in pixels
 *
 * Resizes the viewport. What was in it stays: it grows and shrinks with it.
 */
void
dateline_timeline_scale_set_width (DatelineTimelineScale *self,
                                   double                 width)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (width > 0);

  if (self->width == width)
    return;

  self->width = width;
  if (self->shown_start < self->shown_end)
    view (self, self->shown_start, self->shown_end);
  else
    self->zoom = dateline_timeline_scale_get_min_zoom (self);
}

/**
 * dateline_timeline_scale_get_length:
 * @self: a scale
 *
 * The length of the whole story at the present zoom.
 *
 * Returns: the length in pixels
 */
double
dateline_timeline_scale_get_length (const DatelineTimelineScale *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return 2 * PADDING + self->units * self->zoom + get_gaps_width (self);
}

/**
 * dateline_timeline_scale_get_zoom:
 * @self: a scale
 *
 * How far the scale is zoomed in.
 *
 * Returns: the pixels for one unit of a segment
 */
double
dateline_timeline_scale_get_zoom (const DatelineTimelineScale *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->zoom;
}

/**
 * dateline_timeline_scale_get_min_zoom:
 * @self: a scale
 *
 * The zoom at which the whole story fits the viewport; there is nothing to see beyond.
 *
 * Returns: the least zoom
 */
double
dateline_timeline_scale_get_min_zoom (const DatelineTimelineScale *self)
{
  g_return_val_if_fail (self != NULL, 1);

  if (self->n_segments == 0)
    return 1;

  return MAX (self->width - 2 * PADDING - get_gaps_width (self), 1) / self->units;
}

/**
 * dateline_timeline_scale_get_max_zoom:
 * @self: a scale
 *
 * The zoom beyond which there is nothing more to tell apart.
 *
 * Returns: the greatest zoom
 */
double
dateline_timeline_scale_get_max_zoom (const DatelineTimelineScale *self)
{
  double most = self->finest >= DATELINE_SECONDS_PER_DAY ? MAX_DAY : MAX_MINUTE;
  double zoom = dateline_timeline_scale_get_min_zoom (self);

  g_return_val_if_fail (self != NULL, 1);

  for (guint i = 0; i < self->n_segments; i++)
    {
      const Segment *segment = &self->segments[i];

      zoom = MAX (zoom, most / (double) self->finest * get_duration (segment) / segment->length);
    }

  return zoom;
}

/**
 * dateline_timeline_scale_get_offset:
 * @self: a scale
 *
 * How far the viewport is scrolled.
 *
 * Returns: the pixels of the story before the viewport
 */
double
dateline_timeline_scale_get_offset (const DatelineTimelineScale *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->offset;
}

/**
 * dateline_timeline_scale_set_offset:
 * @self: a scale
 * @offset: the pixels of the story before the viewport; clamped to what there is
 *
 * Scrolls the viewport.
 */
void
dateline_timeline_scale_set_offset (DatelineTimelineScale *self,
                                    double                 offset)
{
  g_return_if_fail (self != NULL);

  self->offset = offset;
  clamp_offset (self);
  remember (self);
}

/**
 * dateline_timeline_scale_set_zoom_at:
 * @self: a scale
 * @zoom: the new zoom; clamped
 * @time: the moment to zoom about
 * @x: where in the viewport that moment is to be, in pixels
 *
 * Zooms about a moment.
 */
void
dateline_timeline_scale_set_zoom_at (DatelineTimelineScale *self,
                                     double                 zoom,
                                     gint64                 time,
                                     double                 x)
{
  g_return_if_fail (self != NULL);

  if (self->n_segments == 0)
    return;

  self->zoom = CLAMP (zoom, dateline_timeline_scale_get_min_zoom (self), dateline_timeline_scale_get_max_zoom (self));
  self->offset = dateline_timeline_scale_get_position (self, time) - x;
  clamp_offset (self);
  remember (self);
}

/**
 * dateline_timeline_scale_show:
 * @self: a scale
 * @start: a moment
 * @end: a later moment
 *
 * Zooms and scrolls so that a stretch of time fills the viewport.
 */
void
dateline_timeline_scale_show (DatelineTimelineScale *self,
                              gint64                 start,
                              gint64                 end)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (start <= end);

  if (self->n_segments == 0)
    return;

  view (self, start, end);
  remember (self);
}

/**
 * dateline_timeline_scale_get_position:
 * @self: a scale that is not empty
 * @time: a moment, in seconds from 1970-01-01 UTC
 *
 * Where a moment is, from the start of the story.
 *
 * Returns: pixels, clamped to the length of the story
 */
double
dateline_timeline_scale_get_position (const DatelineTimelineScale *self,
                                      gint64                       time)
{
  double n_gaps;
  double unit;
  double position;

  g_return_val_if_fail (self != NULL && self->n_segments > 0, 0);

  unit = get_unit (self, time, &n_gaps);
  position = PADDING + unit * self->zoom + n_gaps * get_gap_width (self);

  return CLAMP (position, 0, dateline_timeline_scale_get_length (self));
}

/**
 * dateline_timeline_scale_get_x:
 * @self: a scale that is not empty
 * @time: a moment, in seconds from 1970-01-01 UTC
 *
 * Where a moment is in the viewport.
 *
 * Returns: pixels; negative before it
 */
double
dateline_timeline_scale_get_x (const DatelineTimelineScale *self,
                               gint64                       time)
{
  return dateline_timeline_scale_get_position (self, time) - self->offset;
}

/**
 * dateline_timeline_scale_get_time:
 * @self: a scale that is not empty
 * @x: a place in the viewport
 *
 * What moment is at a place.
 *
 * Returns: seconds from 1970-01-01 UTC
 */
gint64
dateline_timeline_scale_get_time (const DatelineTimelineScale *self,
                                  double                       x)
{
  double position = x + self->offset - PADDING;
  double gap = get_gap_width (self);
  guint i;
  const Segment *segment;
  double seconds;

  g_return_val_if_fail (self != NULL && self->n_segments > 0, 0);

  for (i = 0; i + 1 < self->n_segments; i++)
    {
      double end = (self->segments[i].offset + self->segments[i].length) * self->zoom + i * gap;

      if (position <= end)
        break;
      if (position < end + gap)
        {
          double folded = (double) (self->segments[i + 1].start - self->segments[i].end);

          return self->segments[i].end + (gint64) ((position - end) / gap * folded);
        }
    }

  segment = &self->segments[i];
  seconds = (position - i * gap - segment->offset * self->zoom) / (segment->length * self->zoom) * get_duration (segment);

  return segment->start + (gint64) floor (seconds + 0.5);
}

/**
 * dateline_timeline_scale_get_rate:
 * @self: a scale
 * @segment: the number of a segment
 *
 * How much room time has within a segment.
 *
 * Returns: pixels a second
 */
double
dateline_timeline_scale_get_rate (const DatelineTimelineScale *self,
                                  guint                        segment)
{
  g_return_val_if_fail (self != NULL && segment < self->n_segments, 0);

  return self->segments[segment].length * self->zoom / get_duration (&self->segments[segment]);
}
