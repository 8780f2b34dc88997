/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where each event of the timeline is drawn at one zoom: what lasted as a bar, what happened as a card, and as one
 * stack of cards where there is no room for each.
 *
 * It depends on the zoom and never on what is in sight, so that nothing moves while one scrolls. */
#include "config.h"

#include "dateline-timeline-layout.h"

#include <math.h>

/* A bar needs so much room, as a part of a card's, or it is drawn as a card. */
#define MIN_BAR 0.6
/* Rows of bars in a lane; what finds no room in them becomes a card. */
#define MAX_BAR_ROWS 5
/* A day that is so many cards wide may have so many rows of them, even if one has to scroll for it. */
#define WIDE_DAY      3
#define WIDE_DAY_ROWS 3
/* A lane with room to spare grows by no more than this. */
#define MAX_GROWTH 36.0

typedef struct
{
  double y;
  double height;
  guint  first_bar;
  guint  n_bars;
  guint  first_card;
  guint  n_cards;
  guint  n_bar_rows;
  guint  n_card_rows;
} Lane;

struct _DatelineTimelineLayout
{
  const DatelineTimelineLanes *lanes;
  DatelineTimelineMetrics      metrics;
  double                       length;
  double                      *starts; /* of each entry */
  double                      *ends;
  guint                       *groups; /* close together, as the lanes are gone through at every zoom */
  Lane                        *placed;
  GArray                      *members;
  GArray                      *boxes;
  GArray                      *max_ends; /* of a box and those before it in its run */
  double                       height;
};

/* The events of one date in one lane. */
typedef struct
{
  guint    first;
  guint    n;
  double   start;
  double   end;
  gboolean vague; /* others happen while it may have happened */
} Group;

static DatelineTimelineBox *
get_box (const DatelineTimelineLayout *self,
         guint                         index)
{
  return &g_array_index (self->boxes, DatelineTimelineBox, index);
}

static void
append_box (DatelineTimelineLayout *self,
            guint                   lane,
            guint                   row,
            double                  x,
            double                  width,
            guint                   first,
            guint                   n,
            gboolean                bar)
{
  DatelineTimelineBox box = {
    .lane = lane,
    .row = row,
    .x = x,
    .width = width,
    .first = first,
    .n = n,
    .bar = bar,
    .height = bar ? self->metrics.bar_height : self->metrics.card_height
  };

  g_array_append_val (self->boxes, box);
}

static gboolean
place_bar (DatelineTimelineLayout *self,
           guint                   lane,
           guint                   member,
           double                 *row_ends)
{
  double start = self->starts[member];
  double width = self->ends[member] - start;

  if (width < self->metrics.card_width * MIN_BAR)
    return FALSE;

  for (guint row = 0; row < MAX_BAR_ROWS; row++)
    if (row_ends[row] <= start)
      {
        append_box (self, lane, row, start, width, self->members->len, 1, TRUE);
        g_array_append_val (self->members, member);
        row_ends[row] = start + width + self->metrics.spacing;
        self->placed[lane].n_bar_rows = MAX (self->placed[lane].n_bar_rows, row + 1);
        return TRUE;
      }

  return FALSE;
}

/* Puts @n cards in one row, each as near to where it belongs as the others let it: isotonic regression. */
static void
spread (double *xs,
        guint   n,
        double  pitch,
        double  low,
        double  high)
{
  g_autofree double *sums = g_new (double, n);
  g_autofree guint *counts = g_new (guint, n);
  guint n_blocks = 0;
  guint at = 0;

  for (guint i = 0; i < n; i++)
    {
      sums[n_blocks] = xs[i] - i * pitch;
      counts[n_blocks++] = 1;
      while (n_blocks > 1 && sums[n_blocks - 2] / counts[n_blocks - 2] > sums[n_blocks - 1] / counts[n_blocks - 1])
        {
          sums[n_blocks - 2] += sums[n_blocks - 1];
          counts[n_blocks - 2] += counts[n_blocks - 1];
          n_blocks--;
        }
    }

  high = MAX (high - (n - 1) * pitch, low);
  for (guint block = 0; block < n_blocks; block++)
    for (guint i = 0; i < counts[block]; i++, at++)
      xs[at] = CLAMP (sums[block] / counts[block], low, high) + at * pitch;
}

/* Spreads the cards of one date over its room, in the order of the story; false if there is too little room. */
static gboolean
place_spread (DatelineTimelineLayout *self,
              guint                   lane,
              const Group            *group,
              double                 *row_ends)
{
  double pitch = self->metrics.card_width + self->metrics.spacing;
  guint max_rows = self->metrics.rows;
  guint first_row;
  guint n_rows;
  guint capacity = 0;

  /* Spread over a year, they would drive what is known to the day from its place. */
  if (group->vague)
    return FALSE;

  for (first_row = 0; first_row < max_rows; first_row++)
    {
      double room = group->end - MAX (group->start, row_ends[first_row]);

      capacity = (guint) MAX (floor ((room + self->metrics.spacing) / pitch), 0);
      if (capacity > 0)
        break;
    }
  if (capacity >= WIDE_DAY)
    max_rows = MAX (max_rows, WIDE_DAY_ROWS);
  if (capacity == 0 || group->n > capacity * (max_rows - first_row))
    return FALSE;

  n_rows = (group->n + capacity - 1) / capacity;
  /* Rows further down may be taken further to the right. */
  for (guint row = first_row + 1; row < first_row + n_rows; row++)
    if (row_ends[row] > MAX (group->start, row_ends[first_row]))
      return FALSE;

  for (guint row = 0; row < n_rows; row++)
    {
      double low = MAX (group->start, row_ends[first_row + row]);
      double high = group->end - self->metrics.card_width;
      guint n = (group->n - row + n_rows - 1) / n_rows;
      g_autofree double *xs = g_new (double, n);

      for (guint i = 0; i < n; i++)
        {
          const DatelineTimelineEntry *entry =
            dateline_timeline_lanes_get_entry (self->lanes, g_array_index (self->members, guint, group->first + row + i * n_rows));

          xs[i] = group->start + (group->end - group->start) * entry->slot / entry->n_slots;
        }
      spread (xs, n, pitch, low, high);
      for (guint i = 0; i < n; i++)
        append_box (self, lane, first_row + row, xs[i], self->metrics.card_width, group->first + row + i * n_rows, 1, FALSE);
      row_ends[first_row + row] = xs[n - 1] + pitch;
    }
  self->placed[lane].n_card_rows = MAX (self->placed[lane].n_card_rows, first_row + n_rows);

  return TRUE;
}

/* One card, or one stack for all, where there is no room to spread; else they join what stands before them. */
static void
place_single (DatelineTimelineLayout *self,
              guint                   lane,
              const Group            *group,
              double                 *row_ends)
{
  double pitch = self->metrics.card_width + self->metrics.spacing;
  double limit = group->vague ? group->start : MAX (group->start, group->end - self->metrics.card_width);
  DatelineTimelineBox *last;

  for (guint row = 0; row < self->metrics.rows; row++)
    if (row_ends[row] <= limit)
      {
        /* The last card of the story may not stick out of it. */
        double x = MIN (MAX (group->start, row_ends[row]), self->length - self->metrics.card_width);

        if (x < row_ends[row] && self->placed[lane].n_cards > 0 && row_ends[row] > 0)
          break;
        append_box (self, lane, row, MAX (x, 0), self->metrics.card_width, group->first, group->n, FALSE);
        row_ends[row] = x + pitch;
        self->placed[lane].n_card_rows = MAX (self->placed[lane].n_card_rows, row + 1);
        return;
      }

  /* The members of a lane are in order, so that those of neighbours are one run. */
  last = get_box (self, self->boxes->len - 1);
  for (guint i = self->boxes->len; i > self->placed[lane].first_card; i--)
    if (get_box (self, i - 1)->first + get_box (self, i - 1)->n == group->first)
      {
        last = get_box (self, i - 1);
        break;
      }
  last->n += group->n;
}

static int
compare_boxes (gconstpointer a,
               gconstpointer b)
{
  const DatelineTimelineBox *left = a;
  const DatelineTimelineBox *right = b;

  return left->x < right->x ? -1 : left->x > right->x;
}

static void
sort_run (DatelineTimelineLayout *self,
          guint                   first,
          guint                   n)
{
  double end = -G_MAXDOUBLE;

  for (guint i = 1; i < n; i++)
    if (get_box (self, first + i)->x < get_box (self, first + i - 1)->x)
      {
        qsort (get_box (self, first), n, sizeof (DatelineTimelineBox), compare_boxes);
        break;
      }

  for (guint i = 0; i < n; i++)
    {
      end = MAX (end, get_box (self, first + i)->x + get_box (self, first + i)->width);
      g_array_append_val (self->max_ends, end);
    }
}

static void
place_lane (DatelineTimelineLayout *self,
            guint                   index)
{
  const DatelineTimelineLane *lane = dateline_timeline_lanes_get_lane (self->lanes, index);
  Lane *placed = &self->placed[index];
  double bar_ends[MAX_BAR_ROWS] = { 0 };
  g_autofree double *row_ends = g_new0 (double, MAX (self->metrics.rows, WIDE_DAY_ROWS));
  g_autofree guint *cards = g_new (guint, lane->n_members);
  guint n_cards = 0;

  placed->first_bar = self->boxes->len;
  for (guint i = 0; i < lane->n_members; i++)
    {
      guint member = lane->members[i];

      /* Most are too short for a bar at any rate. */
      if (self->ends[member] - self->starts[member] < self->metrics.card_width * MIN_BAR ||
          !dateline_timeline_lanes_get_entry (self->lanes, member)->interval ||
          !place_bar (self, index, member, bar_ends))
        cards[n_cards++] = lane->members[i];
    }
  placed->n_bars = self->boxes->len - placed->first_bar;
  sort_run (self, placed->first_bar, placed->n_bars);

  placed->first_card = self->boxes->len;
  for (guint i = 0; i < n_cards;)
    {
      guint date = self->groups[cards[i]];
      Group group = {
        .first = self->members->len,
        .start = self->starts[cards[i]],
        .end = self->ends[cards[i]]
      };

      for (; i < n_cards && self->groups[cards[i]] == date; i++)
        {
          g_array_append_val (self->members, cards[i]);
          group.n++;
        }
      group.vague = i < n_cards && self->starts[cards[i]] < group.end;
      if (!place_spread (self, index, &group, row_ends))
        place_single (self, index, &group, row_ends);
      placed->n_cards = self->boxes->len - placed->first_card;
    }
  sort_run (self, placed->first_card, placed->n_cards);
}

static void
stack_lanes (DatelineTimelineLayout *self)
{
  const DatelineTimelineMetrics *metrics = &self->metrics;
  guint n = dateline_timeline_lanes_get_n_lanes (self->lanes);
  double total = 0;
  double growth;

  for (guint i = 0; i < n; i++)
    {
      Lane *lane = &self->placed[i];
      guint rows = lane->n_bar_rows + lane->n_card_rows;

      lane->height = lane->n_bar_rows * metrics->bar_height + lane->n_card_rows * metrics->card_height;
      lane->height += 2 * metrics->padding + (rows > 0 ? rows - 1 : 0) * metrics->spacing;
      lane->height = MAX (lane->height, metrics->lane_height);
      total += lane->height;
    }

  growth = n > 0 ? floor (CLAMP ((metrics->height - total) / n, 0, MAX_GROWTH)) : 0;
  for (guint i = 0; i < n; i++)
    {
      Lane *lane = &self->placed[i];
      double used = lane->n_bar_rows * (metrics->bar_height + metrics->spacing);
      double content = used + lane->n_card_rows * (metrics->card_height + metrics->spacing) - metrics->spacing;
      double top;

      lane->height += growth;
      lane->y = self->height;
      self->height += lane->height;
      top = lane->y + floor (MAX (lane->height - content, 0) / 2);

      for (guint j = lane->first_bar; j < lane->first_card + lane->n_cards; j++)
        {
          DatelineTimelineBox *box = get_box (self, j);

          box->y = box->bar ? top + box->row * (metrics->bar_height + metrics->spacing)
                            : top + used + box->row * (metrics->card_height + metrics->spacing);
        }
    }
}

/**
 * dateline_timeline_layout_new:
 * @lanes: the events in their lanes; they outlive the layout
 * @scale: a scale that is not empty, unless there are no events
 * @metrics: the sizes of things
 *
 * Finds a place for every event at the present zoom.
 *
 * Returns: (transfer full): a new layout
 */
DatelineTimelineLayout *
dateline_timeline_layout_new (const DatelineTimelineLanes   *lanes,
                              const DatelineTimelineScale   *scale,
                              const DatelineTimelineMetrics *metrics)
{
  DatelineTimelineLayout *self;
  guint n;

  g_return_val_if_fail (lanes != NULL, NULL);
  g_return_val_if_fail (scale != NULL, NULL);
  g_return_val_if_fail (metrics != NULL && metrics->rows > 0, NULL);

  n = dateline_timeline_lanes_get_n_entries (lanes);
  self = g_new0 (DatelineTimelineLayout, 1);
  self->lanes = lanes;
  self->metrics = *metrics;
  self->length = dateline_timeline_scale_get_length (scale);
  self->starts = g_new (double, n);
  self->ends = g_new (double, n);
  self->groups = g_new (guint, n);
  self->placed = g_new0 (Lane, dateline_timeline_lanes_get_n_lanes (lanes));
  self->members = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (DatelineTimelineBox));
  self->max_ends = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n; i++)
    {
      const DatelineTimelineEntry *entry = dateline_timeline_lanes_get_entry (lanes, i);

      self->starts[i] = dateline_timeline_scale_get_position (scale, entry->lower);
      self->ends[i] = dateline_timeline_scale_get_position (scale, entry->upper);
      self->groups[i] = entry->group;
    }

  for (guint i = 0; i < dateline_timeline_lanes_get_n_lanes (lanes); i++)
    place_lane (self, i);
  stack_lanes (self);

  return self;
}

/**
 * dateline_timeline_layout_free:
 * @self: (transfer full): a layout
 *
 * Frees a layout.
 */
void
dateline_timeline_layout_free (DatelineTimelineLayout *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->starts);
  g_free (self->ends);
  g_free (self->groups);
  g_free (self->placed);
  g_array_unref (self->members);
  g_array_unref (self->boxes);
  g_array_unref (self->max_ends);
  g_free (self);
}

/**
 * dateline_timeline_layout_get_height:
 * @self: a layout
 *
 * The height of all lanes.
 *
 * Returns: the height in pixels
 */
double
dateline_timeline_layout_get_height (const DatelineTimelineLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

/**
 * dateline_timeline_layout_get_lane:
 * @self: a layout
 * @lane: the number of a lane
 * @y: (out): its top
 * @height: (out): its height
 *
 * Where a lane is.
 */
void
dateline_timeline_layout_get_lane (const DatelineTimelineLayout *self,
                                   guint                         lane,
                                   double                       *y,
                                   double                       *height)
{
  g_return_if_fail (self != NULL);

  *y = self->placed[lane].y;
  *height = self->placed[lane].height;
}

/**
 * dateline_timeline_layout_get_member:
 * @self: a layout
 * @box: a box of it
 * @index: less than the box's `n`
 *
 * What a box stands for.
 *
 * Returns: the number of an entry
 */
guint
dateline_timeline_layout_get_member (const DatelineTimelineLayout *self,
                                     const DatelineTimelineBox    *box,
                                     guint                         index)
{
  g_return_val_if_fail (self != NULL && box != NULL && index < box->n, 0);

  return g_array_index (self->members, guint, box->first + index);
}

/* The first of @n boxes from @first on that reaches beyond @left. */
static guint
find_first (const DatelineTimelineLayout *self,
            guint                         first,
            guint                         n,
            double                        left)
{
  guint low = 0;
  guint high = n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->max_ends, double, first + middle) < left)
        low = middle + 1;
      else
        high = middle;
    }

  return first + low;
}

static void
find_in_run (const DatelineTimelineLayout *self,
             guint                         first,
             guint                         n,
             double                        left,
             double                        right,
             GPtrArray                    *boxes)
{
  for (guint i = find_first (self, first, n, left); i < first + n && get_box (self, i)->x <= right; i++)
    if (get_box (self, i)->x + get_box (self, i)->width >= left)
      g_ptr_array_add (boxes, get_box (self, i));
}

/**
 * dateline_timeline_layout_find_visible:
 * @self: a layout
 * @left: the left edge of the viewport, from the start of the story
 * @right: its right edge
 * @boxes: (element-type DatelineTimelineBox): where to add what is in it, lane by lane
 *
 * Finds what is in sight, without looking at all that is not.
 */
void
dateline_timeline_layout_find_visible (const DatelineTimelineLayout *self,
                                       double                        left,
                                       double                        right,
                                       GPtrArray                    *boxes)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (boxes != NULL);

  for (guint i = 0; i < dateline_timeline_lanes_get_n_lanes (self->lanes); i++)
    {
      find_in_run (self, self->placed[i].first_bar, self->placed[i].n_bars, left, right, boxes);
      find_in_run (self, self->placed[i].first_card, self->placed[i].n_cards, left, right, boxes);
    }
}

static gboolean
holds (const DatelineTimelineLayout *self,
       const DatelineTimelineBox    *box,
       guint                         entry)
{
  for (guint i = 0; i < box->n; i++)
    if (dateline_timeline_layout_get_member (self, box, i) == entry)
      return TRUE;

  return FALSE;
}

/**
 * dateline_timeline_layout_find_box:
 * @self: a layout
 * @lane: the number of a lane
 * @entry: the number of an entry
 *
 * Finds the box in which an event stands.
 *
 * Returns: (transfer none) (nullable): the box, or %NULL if the event is not in that lane
 */
const DatelineTimelineBox *
dateline_timeline_layout_find_box (const DatelineTimelineLayout *self,
                                   guint                         lane,
                                   guint                         entry)
{
  const Lane *placed;

  g_return_val_if_fail (self != NULL, NULL);

  placed = &self->placed[lane];
  for (guint i = placed->first_bar; i < placed->first_card + placed->n_cards; i++)
    if (holds (self, get_box (self, i), entry))
      return get_box (self, i);

  return NULL;
}

/* The first member of a lane that starts at @position or later. */
static guint
find_member (const DatelineTimelineLayout *self,
             const DatelineTimelineLane   *lane,
             double                        position)
{
  guint low = 0;
  guint high = lane->n_members;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->starts[lane->members[middle]] < position)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * dateline_timeline_layout_count_dates:
 * @self: a layout
 * @left: the left edge of the viewport, from the start of the story
 * @right: its right edge
 *
 * Counts the different dates that start in sight, in each lane anew: so many cards there could be.
 *
 * Returns: the number
 */
guint
dateline_timeline_layout_count_dates (const DatelineTimelineLayout *self,
                                      double                        left,
                                      double                        right)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < dateline_timeline_lanes_get_n_lanes (self->lanes); i++)
    {
      const DatelineTimelineLane *lane = dateline_timeline_lanes_get_lane (self->lanes, i);
      guint first = find_member (self, lane, left);
      guint last = find_member (self, lane, right);

      if (last > first)
        {
          guint from = dateline_timeline_lanes_get_entry (self->lanes, lane->members[first])->group;
          guint to = dateline_timeline_lanes_get_entry (self->lanes, lane->members[last - 1])->group;

          n += MIN (to - from + 1, last - first);
        }
    }

  return n;
}

/**
 * dateline_timeline_layout_fill_density:
 * @self: a layout
 * @lane: the number of a lane
 * @left: the left edge of the first count, from the start of the story
 * @step: how wide each count is
 * @counts: (array length=n_counts): where to add
 * @n_counts: how many there are
 *
 * Counts how many events start where.
 *
 * Returns: the greatest of the counts
 */
guint
dateline_timeline_layout_fill_density (const DatelineTimelineLayout *self,
                                       guint                         lane,
                                       double                        left,
                                       double                        step,
                                       guint                        *counts,
                                       guint                         n_counts)
{
  const DatelineTimelineLane *members;
  guint most = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (step > 0, 0);

  members = dateline_timeline_lanes_get_lane (self->lanes, lane);
  for (guint i = find_member (self, members, left); i < members->n_members; i++)
    {
      double bin = (self->starts[members->members[i]] - left) / step;

      if (bin >= n_counts)
        break;
      counts[(guint) bin]++;
      most = MAX (most, counts[(guint) bin]);
    }

  return most;
}
