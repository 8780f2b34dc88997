/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dated events of a story in order, and the lanes of the timeline that they stand in: by kind, by person or by
 * article. An event may stand in several. */
#include "config.h"

#include "dateline-timeline-lanes.h"

#include "dateline-calendar.h"
#include "dateline-timeline-histogram.h"
#include "dateline-timeline-lane-builder.h"

struct _DatelineTimelineLanes
{
  DatelineStory *story;
  GArray        *entries;   /* those without a date last */
  guint          n_dated;
  GArray        *by_number; /* guint: place in the story -> number of the entry + 1 */
  GPtrArray     *lanes;
};

static void
clear_entry (gpointer data)
{
  DatelineTimelineEntry *entry = data;

  g_clear_object (&entry->event);
  g_clear_pointer (&entry->date, dateline_date_unref);
}

static DatelineTimelineEntry
create_entry (DatelineDate *date,
              const char   *category)
{
  gboolean vague = dateline_date_get_precision (date) < DATELINE_PRECISION_DAY;
  gboolean start_doubtful;
  gboolean end_doubtful;
  DatelineTimelineEntry entry = {
    .date = dateline_date_ref (date),
    .category = category != NULL && *category != '\0' ? category : g_intern_static_string ("other"),
    .lower = dateline_date_get_lower (date),
    .upper = dateline_date_get_upper (date),
    .interval = dateline_date_is_interval (date),
  };

  dateline_date_get_ends (date, &entry.start_upper, &entry.end_lower, &start_doubtful, &end_doubtful);
  entry.soft_start = vague || start_doubtful;
  entry.soft_end = vague || end_doubtful;

  return entry;
}

/* g_array_sort() is not stable: the order of the story, which slot holds for now, decides between equals. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const DatelineTimelineEntry *left = a;
  const DatelineTimelineEntry *right = b;

  if ((left->date == NULL) != (right->date == NULL))
    return left->date == NULL ? 1 : -1;
  if (left->lower != right->lower)
    return left->lower < right->lower ? -1 : 1;
  /* What happened comes before what lasted from then on: so one would tell it. */
  if (left->interval != right->interval)
    return left->interval ? 1 : -1;
  if (left->upper != right->upper)
    return left->upper > right->upper ? -1 : 1;

  return left->slot < right->slot ? -1 : left->slot > right->slot;
}

static gboolean
is_same_date (const DatelineTimelineEntry *a,
              const DatelineTimelineEntry *b)
{
  return a->lower == b->lower && a->upper == b->upper && a->interval == b->interval;
}

static gboolean
is_doubtful (DatelineDate *date)
{
  return dateline_date_is_approximate (date) || dateline_date_is_uncertain (date);
}

static void
number_groups (DatelineTimelineLanes *self)
{
  DatelineTimelineEntry *all = (DatelineTimelineEntry *) (gpointer) self->entries->data;
  guint group = 0;

  for (guint i = 0; i < self->n_dated;)
    {
      guint heading = i;
      guint n = 1;

      while (i + n < self->n_dated && is_same_date (&all[i], &all[i + n]))
        n++;
      while (heading < i + n && is_doubtful (all[heading].date))
        heading++;
      for (guint j = 0; j < n; j++)
        {
          all[i + j].group = group;
          all[i + j].slot = j;
          all[i + j].n_slots = n;
          all[i + j].heading = heading < i + n ? heading : i;
        }
      group++;
      i += n;
    }
}

static void
add_entry (DatelineTimelineLanes *self,
           guint                  number,
           DatelineDate          *date,
           const char            *category,
           gint64                 key,
           DatelineEvent         *event)
{
  DatelineTimelineEntry entry = { 0 };

  if (date != NULL)
    {
      entry = create_entry (date, category);
      self->n_dated++;
    }
  entry.slot = entry.number = number;
  entry.key = key;
  if (event != NULL)
    entry.event = g_object_ref (event);
  g_array_append_val (self->entries, entry);
}

/* Of events that are not in memory the source tells the dates. */
static guint
collect_entries (DatelineTimelineLanes *self)
{
  DatelineSource *source = dateline_story_get_source (self->story);
  GListModel *events = dateline_story_get_events (self->story);
  g_autoptr(GArray) dates = NULL;
  guint n;

  if (source != NULL)
    {
      dates = dateline_source_list_dates (source, DATELINE_ITEM_EVENT);
      n = dates->len;
      g_array_unref (self->entries);
      self->entries = g_array_sized_new (FALSE, FALSE, sizeof (DatelineTimelineEntry), n);
      g_array_set_clear_func (self->entries, clear_entry);
      for (guint i = 0; i < n; i++)
        {
          const DatelineDatedItem *dated = &g_array_index (dates, DatelineDatedItem, i);

          add_entry (self, i, dated->date, dated->category, dated->key, NULL);
        }
    }
  else
    {
      n = g_list_model_get_n_items (events);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr(DatelineEvent) event = g_list_model_get_item (events, i);

          add_entry (self, i, dateline_event_get_date (event), g_intern_string (dateline_event_get_category (event)), 0,
                     event);
        }
    }

  return n;
}

static void
order_entries (DatelineTimelineLanes *self)
{
  g_array_set_size (self->by_number, collect_entries (self));
  g_array_sort (self->entries, compare_entries);
  number_groups (self);
  for (guint i = 0; i < self->entries->len; i++)
    g_array_index (self->by_number, guint, g_array_index (self->entries, DatelineTimelineEntry, i).number) = i + 1;
}

/**
 * dateline_timeline_lanes_new:
 * @story: a story
 * @mode: what the lanes stand for
 *
 * Puts the dated events of a story in order and in lanes.
 *
 * Returns: (transfer full): the lanes
 */
DatelineTimelineLanes *
dateline_timeline_lanes_new (DatelineStory            *story,
                             DatelineTimelineLaneMode  mode)
{
  DatelineTimelineLanes *self;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  self = g_new0 (DatelineTimelineLanes, 1);
  self->entries = g_array_new (FALSE, FALSE, sizeof (DatelineTimelineEntry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->by_number = g_array_new (FALSE, TRUE, sizeof (guint));
  self->story = g_object_ref (story);

  order_entries (self);
  self->lanes = dateline_timeline_lane_builder_run (story, self, mode);

  return self;
}

/**
 * dateline_timeline_lanes_free:
 * @self: (transfer full): lanes
 *
 * Frees lanes.
 */
void
dateline_timeline_lanes_free (DatelineTimelineLanes *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->lanes);
  g_array_unref (self->by_number);
  g_array_unref (self->entries);
  g_object_unref (self->story);
  g_free (self);
}

/**
 * dateline_timeline_lanes_get_n_entries:
 * @self: lanes
 *
 * How many events have a date.
 *
 * Returns: the number of entries
 */
guint
dateline_timeline_lanes_get_n_entries (const DatelineTimelineLanes *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_dated;
}

/**
 * dateline_timeline_lanes_get_entry:
 * @self: lanes
 * @index: the number of an entry; entries are in the order of time, and those without a date follow
 *
 * One event.
 *
 * Returns: (transfer none): the entry
 */
const DatelineTimelineEntry *
dateline_timeline_lanes_get_entry (const DatelineTimelineLanes *self,
                                   guint                        index)
{
  g_return_val_if_fail (self != NULL && index < self->entries->len, NULL);

  return &g_array_index (self->entries, DatelineTimelineEntry, index);
}

/**
 * dateline_timeline_lanes_get_event:
 * @self: lanes
 * @index: the number of an entry
 *
 * The event of an entry, which is loaded if it is not in memory.
 *
 * Returns: (transfer none): the event
 */
DatelineEvent *
dateline_timeline_lanes_get_event (const DatelineTimelineLanes *self,
                                   guint                        index)
{
  DatelineTimelineEntry *entry;
  DatelineItem *item;

  g_return_val_if_fail (self != NULL && index < self->entries->len, NULL);

  entry = &g_array_index (self->entries, DatelineTimelineEntry, index);
  if (entry->event != NULL)
    return entry->event;

  item = dateline_story_lookup_key (self->story, DATELINE_ITEM_EVENT, entry->key);
  /* Somebody removed it, and the lanes will soon be others. */
  if (item == NULL)
    entry->event = g_object_new (DATELINE_TYPE_EVENT, "id", "removed", "date", entry->date, NULL);
  else
    entry->event = DATELINE_EVENT (g_object_ref (item));

  return entry->event;
}

/**
 * dateline_timeline_lanes_get_n_undated:
 * @self: lanes
 *
 * How many events have no date. Their entries follow those of the others, in the order of the story, and are in no lane.
 *
 * Returns: the number of events
 */
guint
dateline_timeline_lanes_get_n_undated (const DatelineTimelineLanes *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len - self->n_dated;
}

/**
 * dateline_timeline_lanes_find:
 * @self: lanes
 * @event: (nullable): an event
 * @index: (out) (optional): the number of its entry
 *
 * Finds an event.
 *
 * Returns: %FALSE if it has no date
 */
gboolean
dateline_timeline_lanes_find (const DatelineTimelineLanes *self,
                              DatelineEvent               *event,
                              guint                       *index)
{
  guint found;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!dateline_timeline_lanes_find_any (self, event, &found) || found >= self->n_dated)
    return FALSE;
  if (index != NULL)
    *index = found;

  return TRUE;
}

/**
 * dateline_timeline_lanes_find_any:
 * @self: lanes
 * @event: (nullable): an event
 * @index: (out): the number of its entry
 *
 * Finds an event, which need not have a date.
 *
 * Returns: %FALSE if it is not there
 */
gboolean
dateline_timeline_lanes_find_any (const DatelineTimelineLanes *self,
                                  DatelineEvent               *event,
                                  guint                       *index)
{
  guint number;
  guint found;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (index != NULL, FALSE);

  if (event == NULL || !dateline_story_find (self->story, DATELINE_ITEM (event), &number) || number >= self->by_number->len)
    return FALSE;
  found = g_array_index (self->by_number, guint, number);
  /* The story may have another order by now. */
  if (found == 0 || dateline_timeline_lanes_get_event (self, found - 1) != event)
    return FALSE;
  *index = found - 1;

  return TRUE;
}

/**
 * dateline_timeline_lanes_get_n_lanes:
 * @self: lanes
 *
 * How many lanes there are.
 *
 * Returns: the number
 */
guint
dateline_timeline_lanes_get_n_lanes (const DatelineTimelineLanes *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lanes->len;
}

/**
 * dateline_timeline_lanes_get_lane:
 * @self: lanes
 * @index: the number of a lane
 *
 * One lane.
 *
 * Returns: (transfer none): the lane
 */
const DatelineTimelineLane *
dateline_timeline_lanes_get_lane (const DatelineTimelineLanes *self,
                                  guint                        index)
{
  g_return_val_if_fail (self != NULL && index < self->lanes->len, NULL);

  return g_ptr_array_index (self->lanes, index);
}

/**
 * dateline_timeline_lanes_find_densest:
 * @self: lanes
 * @day: (out): the day
 *
 * Finds the day on which the most happens.
 *
 * Returns: %FALSE if nothing is known to the day
 */
gboolean
dateline_timeline_lanes_find_densest (const DatelineTimelineLanes *self,
                                      DatelineTimelineSpan        *day)
{
  guint most = 0;
  guint n = 0;
  gint64 current = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const DatelineTimelineEntry *entry = &g_array_index (self->entries, DatelineTimelineEntry, i);
      gint64 start;

      if (entry->interval || entry->upper - entry->lower > DATELINE_SECONDS_PER_DAY)
        continue;

      start = entry->lower - (entry->lower % DATELINE_SECONDS_PER_DAY + DATELINE_SECONDS_PER_DAY) % DATELINE_SECONDS_PER_DAY;
      n = n > 0 && start == current ? n + 1 : 1;
      current = start;
      if (n > most)
        {
          most = n;
          *day = (DatelineTimelineSpan) { start, start + DATELINE_SECONDS_PER_DAY };
        }
    }

  return most > 0;
}

static void
add_date (GArray   *spans,
          gint64   *finest,
          gint64    lower,
          gint64    start_upper,
          gint64    end_lower,
          gint64    upper,
          gboolean  interval)
{
  DatelineTimelineSpan start = { lower, interval ? start_upper : upper };
  DatelineTimelineSpan end = { end_lower, upper };

  /* An open end is nowhere. */
  if (start.start != DATELINE_DATE_OPEN_START && start.start < start.end)
    {
      g_array_append_val (spans, start);
      *finest = MIN (*finest, start.end - start.start);
    }
  if (interval && end.end != DATELINE_DATE_OPEN_END && end.start < end.end)
    g_array_append_val (spans, end);
}

/**
 * dateline_timeline_lanes_create_scale:
 * @self: lanes
 * @story: the story that they are of
 *
 * Creates the scale that holds all events and reactions of the story.
 *
 * Returns: (transfer full): a scale, empty if nothing has a date
 */
DatelineTimelineScale *
dateline_timeline_lanes_create_scale (const DatelineTimelineLanes *self,
                                      DatelineStory               *story)
{
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (DatelineTimelineSpan));
  g_autoptr(GArray) dates = NULL;
  gint64 finest = DATELINE_SECONDS_PER_DAY;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const DatelineTimelineEntry *entry = &g_array_index (self->entries, DatelineTimelineEntry, i);

      add_date (spans, &finest, entry->lower, entry->start_upper, entry->end_lower, entry->upper, entry->interval);
    }

  dates = dateline_timeline_histogram_list_dates (story);
  for (guint i = 0; i < dates->len; i++)
    {
      DatelineDate *date = g_array_index (dates, DatelineDatedItem, i).date;
      gint64 start_upper;
      gint64 end_lower;
      gboolean doubtful;

      if (date == NULL)
        continue;

      dateline_date_get_ends (date, &start_upper, &end_lower, &doubtful, &doubtful);
      add_date (spans, &finest, dateline_date_get_lower (date), start_upper, end_lower, dateline_date_get_upper (date),
                dateline_date_is_interval (date));
    }

  return dateline_timeline_scale_new ((DatelineTimelineSpan *) (gpointer) spans->data, spans->len,
                                      finest < DATELINE_SECONDS_PER_DAY ? 60 : DATELINE_SECONDS_PER_DAY);
}
