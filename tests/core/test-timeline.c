/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline without its widgets: scale, ticks, lanes, layout, histogram. */
#include "config.h"

#include <math.h>

#include "dateline-calendar.h"
#include "dateline-json-reader.h"
#include "dateline-timeline-histogram.h"
#include "dateline-timeline-layout.h"
#include "dateline-timeline-ticks.h"

#define DAY DATELINE_SECONDS_PER_DAY

static const DatelineTimelineMetrics metrics = {
  .card_width = 170, .card_height = 60, .bar_height = 26, .spacing = 4, .padding = 4, .lane_height = 36, .rows = 1, .height = 500
};

static gint64
day (int year,
     int month,
     int of_month)
{
  return dateline_calendar_from_civil (year, month, of_month);
}

static DatelineStory *
read_story (void)
{
  g_autoptr(GError) error = NULL;
  DatelineStory *story = dateline_json_reader_read_resource (DATELINE_STORY_RESOURCE, NULL, &error);

  g_assert_no_error (error);

  return story;
}

/* A story of @n events, @per_day on each day from 2021 on. */
static DatelineStory *
create_story (guint n,
              guint per_day)
{
  DatelineStory *story = dateline_story_new ("story", "Story", NULL, "en");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (day (2021, 1, 1) + i / per_day * DAY);
      g_autofree char *edtf = g_date_time_format (time, "%Y-%m-%d");
      g_autoptr(GError) error = NULL;
      g_autoptr(DatelineDate) date = dateline_date_new (edtf, &error);
      g_autoptr(DatelineEvent) event = NULL;

      g_assert_no_error (error);
      event = g_object_new (DATELINE_TYPE_EVENT, "id", id, "title", id, "date", date, "category", i % 2 ? "court" : "post", NULL);
      g_assert_true (dateline_story_add (story, DATELINE_ITEM (event)));
    }

  return story;
}

/* -- Scale -- */

static void
test_scale_even (void)
{
  DatelineTimelineSpan spans[] = { { 10 * DAY, 20 * DAY }, { 0, DAY }, { 3 * DAY, 9 * DAY } };
  g_autoptr(DatelineTimelineScale) scale = dateline_timeline_scale_new (spans, G_N_ELEMENTS (spans), DAY);

  dateline_timeline_scale_set_width (scale, 1000);
  g_assert_cmpuint (dateline_timeline_scale_get_n_segments (scale), ==, 1);
  g_assert_cmpint (dateline_timeline_scale_get_start (scale), ==, 0);
  g_assert_cmpint (dateline_timeline_scale_get_end (scale), ==, 20 * DAY);
  g_assert_cmpfloat_with_epsilon (dateline_timeline_scale_get_length (scale), 1000, 0.01);
  g_assert_cmpfloat_with_epsilon (dateline_timeline_scale_get_x (scale, 10 * DAY), 500, 0.01);
}

static void
test_scale_folds (void)
{
  DatelineTimelineSpan spans[] = {
    { day (2014, 1, 1), day (2015, 1, 1) },
    { day (2020, 8, 1), day (2020, 9, 1) },
    { day (2021, 1, 17), day (2021, 1, 18) },
    { day (2021, 2, 2), day (2021, 2, 3) },
    { day (2021, 2, 3), day (2021, 2, 4) },
  };
  g_autoptr(DatelineTimelineScale) scale = dateline_timeline_scale_new (spans, G_N_ELEMENTS (spans), DAY);
  double last = -1;

  dateline_timeline_scale_set_width (scale, 720);
  g_assert_cmpuint (dateline_timeline_scale_get_n_segments (scale), ==, 4);

  /* Everything can be seen at once: each of the years apart has room for itself. */
  for (guint i = 0; i < 4; i++)
    {
      DatelineTimelineSpan segment = dateline_timeline_scale_get_segment (scale, i);
      double from = dateline_timeline_scale_get_x (scale, segment.start);
      double to = dateline_timeline_scale_get_x (scale, segment.end);

      g_assert_cmpfloat (from, >, last);
      g_assert_cmpfloat (to - from, >, 60);
      last = to;
    }

  /* There and back again, also within a fold and beyond either end. */
  for (gint64 time = day (2013, 10, 1); time < day (2021, 3, 1); time += 11 * DAY + 3600)
    {
      double x = dateline_timeline_scale_get_x (scale, time);

      if (x > 0 && x < 720)
        g_assert_cmpint (ABS (dateline_timeline_scale_get_time (scale, x) - time), <=, 60);
    }
}

/* Rare gaps are folded, regular ones are not: a monthly event in ten years is no broken axis. */
static void
test_scale_regular (void)
{
  DatelineTimelineSpan spans[120];
  g_autoptr(DatelineTimelineScale) scale = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    spans[i] = (DatelineTimelineSpan) { day (2010 + i / 12, 1 + i % 12, 1), day (2010 + i / 12, 1 + i % 12, 2) };
  scale = dateline_timeline_scale_new (spans, G_N_ELEMENTS (spans), DAY);
  g_assert_cmpuint (dateline_timeline_scale_get_n_segments (scale), ==, 1);
}

static void
test_scale_zoom (void)
{
  DatelineTimelineSpan spans[] = { { day (2014, 1, 1), day (2015, 1, 1) }, { day (2021, 2, 2), day (2021, 2, 4) } };
  g_autoptr(DatelineTimelineScale) scale = dateline_timeline_scale_new (spans, G_N_ELEMENTS (spans), DAY);
  gint64 time = day (2021, 2, 3);
  double x;

  dateline_timeline_scale_set_width (scale, 800);
  x = dateline_timeline_scale_get_x (scale, time);
  dateline_timeline_scale_set_zoom_at (scale, dateline_timeline_scale_get_zoom (scale) * 3, time, x);
  g_assert_cmpfloat_with_epsilon (dateline_timeline_scale_get_x (scale, time), x, 0.5);

  /* Neither further in nor further out than there is anything to see. */
  dateline_timeline_scale_set_zoom_at (scale, 1e12, time, x);
  g_assert_cmpfloat (dateline_timeline_scale_get_zoom (scale), <=, dateline_timeline_scale_get_max_zoom (scale));
  dateline_timeline_scale_set_zoom_at (scale, 0, time, x);
  g_assert_cmpfloat_with_epsilon (dateline_timeline_scale_get_zoom (scale), dateline_timeline_scale_get_min_zoom (scale), 1e-6);
  g_assert_cmpfloat_with_epsilon (dateline_timeline_scale_get_offset (scale), 0, 1e-6);

  dateline_timeline_scale_show (scale, day (2021, 2, 2), day (2021, 2, 3));
  g_assert_cmpfloat_with_epsilon (dateline_timeline_scale_get_x (scale, day (2021, 2, 2)), 12, 0.5);
  g_assert_cmpfloat_with_epsilon (dateline_timeline_scale_get_x (scale, day (2021, 2, 3)), 788, 0.5);
  dateline_timeline_scale_set_width (scale, 400);
  g_assert_cmpfloat_with_epsilon (dateline_timeline_scale_get_x (scale, day (2021, 2, 3)), 388, 0.5);

  dateline_timeline_scale_set_offset (scale, 1e9);
  g_assert_cmpfloat_with_epsilon (dateline_timeline_scale_get_offset (scale), dateline_timeline_scale_get_length (scale) - 400, 0.01);
}

/* What is in sight while the ends of the viewport are in folds stays in sight at any width. */
static void
test_scale_resized_in_fold (void)
{
  DatelineTimelineSpan spans[] = {
    { day (2014, 1, 1), day (2015, 1, 1) },
    { day (2021, 1, 17), day (2021, 1, 18) },
    { day (2021, 2, 2), day (2021, 2, 4) },
  };
  g_autoptr(DatelineTimelineScale) scale = dateline_timeline_scale_new (spans, G_N_ELEMENTS (spans), 60);
  const double widths[] = { 478, 300, 1400, 328 };

  dateline_timeline_scale_set_width (scale, 328);
  dateline_timeline_scale_show (scale, day (2021, 2, 2), day (2021, 2, 3));
  for (double offset = 0; offset + 328 < dateline_timeline_scale_get_length (scale); offset += 7)
    {
      gint64 start;
      gint64 end;
      double zoom = dateline_timeline_scale_get_zoom (scale);

      dateline_timeline_scale_set_offset (scale, offset);
      start = dateline_timeline_scale_get_time (scale, 12);
      end = dateline_timeline_scale_get_time (scale, 328 - 12);
      for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        {
          dateline_timeline_scale_set_width (scale, widths[i]);
          g_assert_cmpfloat (dateline_timeline_scale_get_x (scale, start), >, 0);
          g_assert_cmpfloat (dateline_timeline_scale_get_x (scale, end), <, widths[i]);
        }
      g_assert_cmpfloat_with_epsilon (dateline_timeline_scale_get_zoom (scale), zoom, zoom / 100);
    }
}

static void
test_scale_empty (void)
{
  g_autoptr(DatelineTimelineScale) scale = dateline_timeline_scale_new (NULL, 0, DAY);
  g_autoptr(GArray) ticks = NULL;

  g_assert_true (dateline_timeline_scale_is_empty (scale));
  dateline_timeline_scale_set_width (scale, 300);
  dateline_timeline_scale_show (scale, 0, 1);
  dateline_timeline_scale_set_zoom_at (scale, 5, 0, 0);
  ticks = dateline_timeline_ticks_create (scale, 70);
  g_assert_cmpuint (ticks->len, ==, 0);
}

/* -- Ticks -- */

/* Each zoom has marks, none too near to the next, and each is where its label says. */
static void
test_ticks_at_every_zoom (void)
{
  DatelineTimelineSpan spans[] = { { day (1850, 1, 1), day (2021, 2, 4) } };
  g_autoptr(DatelineTimelineScale) scale = dateline_timeline_scale_new (spans, 1, 60);
  guint n_zooms = 0;

  dateline_timeline_scale_set_width (scale, 900);
  for (double zoom = dateline_timeline_scale_get_min_zoom (scale); zoom < dateline_timeline_scale_get_max_zoom (scale); zoom *= 1.7)
    {
      g_autoptr(GArray) ticks = NULL;
      double last = -G_MAXDOUBLE;
      guint n = 0;

      dateline_timeline_scale_set_zoom_at (scale, zoom, day (2014, 5, 17) + 3600 * 7, 300);
      ticks = dateline_timeline_ticks_create (scale, 70);
      for (guint i = 0; i < ticks->len; i++)
        {
          const DatelineTimelineTick *tick = &g_array_index (ticks, DatelineTimelineTick, i);

          g_assert_cmpstr (tick->label, !=, "");
          if (tick->context)
            continue;
          g_assert_cmpfloat (tick->x - last, >, 60);
          last = tick->x;
          n += tick->x >= 0 && tick->x < 900;
        }
      g_assert_cmpuint (n, >, 0);
      n_zooms++;
    }
  g_assert_cmpuint (n_zooms, >, 20);
}

static gboolean
has_tick (GArray     *ticks,
          const char *label,
          gboolean    context)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const DatelineTimelineTick *tick = &g_array_index (ticks, DatelineTimelineTick, i);

      if (tick->context == context && g_str_equal (tick->label, label))
        return TRUE;
    }

  return FALSE;
}

static void
assert_tick (gint64      start,
             gint64      end,
             gint64      finest,
             const char *label,
             const char *context)
{
  DatelineTimelineSpan spans[] = { { day (1900, 1, 1), day (2030, 1, 1) } };
  g_autoptr(DatelineTimelineScale) scale = dateline_timeline_scale_new (spans, 1, finest);
  g_autoptr(GArray) ticks = NULL;

  dateline_timeline_scale_set_width (scale, 800);
  dateline_timeline_scale_show (scale, start, end);
  ticks = dateline_timeline_ticks_create (scale, 70);
  g_assert_true (has_tick (ticks, label, FALSE));
  if (context != NULL)
    g_assert_true (has_tick (ticks, context, TRUE));
}

static void
test_ticks_labels (void)
{
  assert_tick (day (1900, 1, 1), day (2030, 1, 1), DAY, "1980", NULL);
  assert_tick (day (2010, 1, 1), day (2020, 1, 1), DAY, "2014", NULL);
  assert_tick (day (2020, 1, 1), day (2021, 1, 1), DAY, "July", "2020");
  assert_tick (day (2021, 2, 1), day (2021, 2, 8), DAY, "3 Feb", "February 2021");
  assert_tick (day (2021, 2, 2), day (2021, 2, 4), DAY, "Tuesday 2 February", "February 2021");
  /* Also where the day began out of sight. */
  assert_tick (day (2021, 2, 2) + 3600 * 9, day (2021, 2, 2) + 3600 * 18, DAY, "Tuesday 2 February", "February 2021");
  assert_tick (day (2021, 2, 2), day (2021, 2, 3), 60, "12:00", "Tuesday, 2 February 2021");
  assert_tick (day (2021, 2, 2), day (2021, 2, 2) + 3600, 60, "00:30", "Tuesday, 2 February 2021");
}

static void
test_ticks_words (void)
{
  static const struct
  {
    int         from[3];
    int         to[3];
    const char *text;
  } ranges[] = {
    { { 2021, 2, 2 }, { 2021, 2, 3 }, "2 February 2021" },
    { { 2021, 2, 1 }, { 2021, 2, 4 }, "1 – 3 February 2021" },
    { { 2021, 1, 17 }, { 2021, 2, 4 }, "17 January – 3 February 2021" },
    { { 2020, 12, 30 }, { 2021, 1, 2 }, "30 December 2020 – 1 January 2021" },
    { { 2020, 8, 1 }, { 2021, 2, 4 }, "August 2020 – February 2021" },
    { { 2014, 1, 1 }, { 2021, 2, 4 }, "2014 – 2021" },
  };
  g_autofree char *years = dateline_timeline_ticks_format_duration (day (2020, 8, 1) - day (2015, 1, 1));
  g_autofree char *months = dateline_timeline_ticks_format_duration (138 * DAY);
  g_autofree char *days = dateline_timeline_ticks_format_duration (15 * DAY);
  g_autofree char *hours = dateline_timeline_ticks_format_duration (9 * 3600);

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *text =
        dateline_timeline_ticks_format_range (day (ranges[i].from[0], ranges[i].from[1], ranges[i].from[2]),
                                              day (ranges[i].to[0], ranges[i].to[1], ranges[i].to[2]));

      g_assert_cmpstr (text, ==, ranges[i].text);
    }
  g_assert_cmpstr (years, ==, "5 years");
  g_assert_cmpstr (months, ==, "4 months");
  g_assert_cmpstr (days, ==, "15 days");
  g_assert_cmpstr (hours, ==, "9 hours");
}

/* -- Lanes -- */

static void
test_lanes_of_the_story (void)
{
  g_autoptr(DatelineStory) story = read_story ();
  guint n_events = g_list_model_get_n_items (dateline_story_get_events (story));

  for (int mode = DATELINE_TIMELINE_LANES_KIND; mode <= DATELINE_TIMELINE_LANES_ARTICLE; mode++)
    {
      g_autoptr(DatelineTimelineLanes) lanes = dateline_timeline_lanes_new (story, mode);
      g_autofree guint *seen = g_new0 (guint, n_events);

      g_assert_cmpuint (dateline_timeline_lanes_get_n_entries (lanes), ==, n_events);
      for (guint i = 0; i < dateline_timeline_lanes_get_n_lanes (lanes); i++)
        {
          const DatelineTimelineLane *lane = dateline_timeline_lanes_get_lane (lanes, i);

          for (guint j = 0; j < lane->n_members; j++)
            {
              seen[lane->members[j]]++;
              /* In each lane once, and in the order of time. */
              g_assert_true (j == 0 || lane->members[j - 1] < lane->members[j]);
            }
        }
      for (guint i = 0; i < n_events; i++)
        g_assert_true (mode == DATELINE_TIMELINE_LANES_KIND ? seen[i] == 1 : seen[i] >= 1);
    }
}

static void
test_lanes_densest (void)
{
  g_autoptr(DatelineStory) story = read_story ();
  g_autoptr(DatelineStory) nothing = dateline_story_new ("empty", "Empty", NULL, "en");
  g_autoptr(DatelineTimelineLanes) lanes = dateline_timeline_lanes_new (story, DATELINE_TIMELINE_LANES_KIND);
  g_autoptr(DatelineTimelineLanes) none = dateline_timeline_lanes_new (nothing, DATELINE_TIMELINE_LANES_PERSON);
  g_autoptr(DatelineTimelineScale) scale = dateline_timeline_lanes_create_scale (none, nothing);
  DatelineTimelineSpan densest;

  g_assert_true (dateline_timeline_lanes_find_densest (lanes, &densest));
  g_assert_cmpint (densest.start, ==, day (2021, 2, 2));
  g_assert_cmpint (densest.end, ==, day (2021, 2, 3));
  g_assert_false (dateline_timeline_lanes_find_densest (none, &densest));
  g_assert_cmpuint (dateline_timeline_lanes_get_n_lanes (none), ==, 0);
  g_assert_true (dateline_timeline_scale_is_empty (scale));
}

/* A story of hundreds of articles has no lane for each. */
static void
test_lanes_of_many_articles (void)
{
  g_autoptr(DatelineStory) story = dateline_story_new ("many", "Many", NULL, "en");
  g_autoptr(DatelineDate) date = dateline_date_new ("2014", NULL);
  g_autoptr(DatelineEvent) event = g_object_new (DATELINE_TYPE_EVENT, "id", "event-1", "title", "One", "date", date, NULL);
  g_autoptr(DatelineTimelineLanes) lanes = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("article-%u", i);
      g_autoptr(DatelineArticle) article = g_object_new (DATELINE_TYPE_ARTICLE, "id", id, "headline", id, NULL);
      g_autoptr(DatelinePassage) passage = NULL;

      dateline_article_append_block (article, DATELINE_BLOCK_PARAGRAPH, "Something happened.");
      dateline_story_add (story, DATELINE_ITEM (article));
      passage = dateline_passage_new (article, 0, 9);
      if (i == 250)
        dateline_item_add_passage (DATELINE_ITEM (event), passage);
    }
  dateline_story_add (story, DATELINE_ITEM (event));

  lanes = dateline_timeline_lanes_new (story, DATELINE_TIMELINE_LANES_ARTICLE);
  g_assert_cmpuint (dateline_timeline_lanes_get_n_lanes (lanes), ==, 101);
  g_assert_null (dateline_timeline_lanes_get_lane (lanes, 100)->item);
  g_assert_cmpuint (dateline_timeline_lanes_get_lane (lanes, 100)->n_members, ==, 1);
}

/* -- Layout -- */

/* Every event of each lane is in just one box, and no two boxes of a lane lie over each other. */
static void
assert_layout (const DatelineTimelineLanes  *lanes,
               const DatelineTimelineLayout *layout,
               const DatelineTimelineScale  *scale)
{
  double length = dateline_timeline_scale_get_length (scale);
  g_autoptr(GPtrArray) boxes = g_ptr_array_new ();
  guint n_members = 0;
  guint n_boxed = 0;

  for (guint i = 0; i < dateline_timeline_lanes_get_n_lanes (lanes); i++)
    n_members += dateline_timeline_lanes_get_lane (lanes, i)->n_members;

  dateline_timeline_layout_find_visible (layout, -1e9, 1e9, boxes);
  for (guint i = 0; i < boxes->len; i++)
    {
      const DatelineTimelineBox *box = g_ptr_array_index (boxes, i);
      double y;
      double height;

      n_boxed += box->n;
      dateline_timeline_layout_get_lane (layout, box->lane, &y, &height);
      g_assert_cmpfloat (box->y, >=, y);
      g_assert_cmpfloat (box->y + box->height, <=, y + height);
      g_assert_cmpfloat (box->x, >=, 0);
      g_assert_cmpfloat (box->x + box->width, <=, length + 0.01);
      for (guint j = i + 1; j < boxes->len; j++)
        {
          const DatelineTimelineBox *other = g_ptr_array_index (boxes, j);

          g_assert_true (box->x + box->width <= other->x + 0.01 || other->x + other->width <= box->x + 0.01 ||
                         box->y + box->height <= other->y || other->y + other->height <= box->y);
        }
      for (guint j = 0; j < box->n; j++)
        {
          guint member = dateline_timeline_layout_get_member (layout, box, j);
          const DatelineTimelineEntry *entry = dateline_timeline_lanes_get_entry (lanes, member);
          double start = dateline_timeline_scale_get_position (scale, entry->lower);
          double end = dateline_timeline_scale_get_position (scale, entry->upper);

          g_assert_true (dateline_timeline_layout_find_box (layout, box->lane, member) == box);
          /* Never later than its date allows, and of one only as far before as the card that it shares. */
          g_assert_cmpfloat (box->x, <=, MAX (start, end - box->width) + 0.01);
          if (box->n == 1 && !box->bar)
            g_assert_cmpfloat (box->x, >=, MIN (start, length - box->width) - 0.01);
        }
    }
  g_assert_cmpuint (n_boxed, ==, n_members);
}

static void
test_layout_at_every_zoom (void)
{
  g_autoptr(DatelineStory) story = read_story ();

  for (int mode = DATELINE_TIMELINE_LANES_KIND; mode <= DATELINE_TIMELINE_LANES_ARTICLE; mode++)
    for (guint rows = 1; rows <= 3; rows++)
      {
        g_autoptr(DatelineTimelineLanes) lanes = dateline_timeline_lanes_new (story, mode);
        g_autoptr(DatelineTimelineScale) scale = dateline_timeline_lanes_create_scale (lanes, story);
        DatelineTimelineMetrics sizes = metrics;

        sizes.rows = rows;
        dateline_timeline_scale_set_width (scale, 720);
        for (double zoom = dateline_timeline_scale_get_min_zoom (scale); zoom < 2000; zoom *= 1.3)
          {
            g_autoptr(DatelineTimelineLayout) layout = NULL;

            dateline_timeline_scale_set_zoom_at (scale, zoom, day (2021, 2, 2), 0);
            layout = dateline_timeline_layout_new (lanes, scale, &sizes);
            assert_layout (lanes, layout, scale);
          }
      }
}

/* Years, months, days and minutes in one lane: what is known to the day stays at its day. */
static void
test_layout_mixed (void)
{
  g_autoptr(DatelineStory) story = dateline_story_new ("mixed", "Mixed", NULL, "en");
  g_autoptr(DatelineTimelineLanes) lanes = NULL;
  g_autoptr(DatelineTimelineScale) scale = NULL;

  for (guint i = 0; i < 400; i++)
    {
      static const char * const forms[] = { "%Y", "%Y-%m", "%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y/2009-12" };
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (day (2001, 1, 1) + (gint64) i * 7919 * 40000 % (8 * 365 * DAY));
      g_autofree char *edtf = g_date_time_format (time, forms[i % 5]);
      g_autoptr(DatelineDate) date = dateline_date_new (edtf, NULL);
      g_autoptr(DatelineEvent) event = g_object_new (DATELINE_TYPE_EVENT, "id", id, "title", id, "date", date,
                                                     "category", i % 3 ? "court" : "post", NULL);

      g_assert_nonnull (date);
      g_assert_true (dateline_story_add (story, DATELINE_ITEM (event)));
    }

  lanes = dateline_timeline_lanes_new (story, DATELINE_TIMELINE_LANES_KIND);
  scale = dateline_timeline_lanes_create_scale (lanes, story);
  dateline_timeline_scale_set_width (scale, 720);
  for (double zoom = dateline_timeline_scale_get_min_zoom (scale); zoom < 5e5; zoom *= 3)
    {
      g_autoptr(DatelineTimelineLayout) layout = NULL;

      dateline_timeline_scale_set_zoom_at (scale, zoom, day (2003, 2, 2), 0);
      layout = dateline_timeline_layout_new (lanes, scale, &metrics);
      assert_layout (lanes, layout, scale);
    }
}

/* With the day as wide as the window each of its events has its card, in the order of the story. */
static void
test_layout_day_unfolds (void)
{
  g_autoptr(DatelineStory) story = read_story ();
  g_autoptr(DatelineTimelineLanes) lanes = dateline_timeline_lanes_new (story, DATELINE_TIMELINE_LANES_KIND);
  g_autoptr(DatelineTimelineScale) scale = dateline_timeline_lanes_create_scale (lanes, story);
  g_autoptr(DatelineTimelineLayout) folded = NULL;
  g_autoptr(DatelineTimelineLayout) unfolded = NULL;
  guint n_stacks[2] = { 0, 0 };

  dateline_timeline_scale_set_width (scale, 720);
  folded = dateline_timeline_layout_new (lanes, scale, &metrics);
  dateline_timeline_scale_show (scale, day (2021, 2, 2), day (2021, 2, 3));
  unfolded = dateline_timeline_layout_new (lanes, scale, &metrics);

  for (guint i = 0; i < dateline_timeline_lanes_get_n_lanes (lanes); i++)
    {
      const DatelineTimelineLane *lane = dateline_timeline_lanes_get_lane (lanes, i);
      double last = -1;

      for (guint j = 0; j < lane->n_members; j++)
        {
          const DatelineTimelineBox *before = dateline_timeline_layout_find_box (folded, i, lane->members[j]);
          const DatelineTimelineBox *after = dateline_timeline_layout_find_box (unfolded, i, lane->members[j]);

          n_stacks[0] += before->n > 1;
          n_stacks[1] += after->n > 1;
          if (!after->bar)
            {
              g_assert_cmpfloat (after->x, >, last);
              last = after->x;
            }
        }
    }
  g_assert_cmpuint (n_stacks[0], >, 5);
  g_assert_cmpuint (n_stacks[1], ==, 0);
}

static void
test_layout_culls (void)
{
  g_autoptr(DatelineStory) story = create_story (20000, 4);
  g_autoptr(DatelineTimelineLanes) lanes = dateline_timeline_lanes_new (story, DATELINE_TIMELINE_LANES_KIND);
  g_autoptr(DatelineTimelineScale) scale = dateline_timeline_lanes_create_scale (lanes, story);
  g_autoptr(DatelineTimelineLayout) layout = NULL;
  g_autoptr(GPtrArray) boxes = g_ptr_array_new ();
  g_autofree guint *counts = g_new0 (guint, 200);
  double left;
  guint total = 0;

  dateline_timeline_scale_set_width (scale, 800);
  dateline_timeline_scale_set_zoom_at (scale, dateline_timeline_scale_get_min_zoom (scale) * 3000, day (2025, 1, 1), 100);
  layout = dateline_timeline_layout_new (lanes, scale, &metrics);
  left = dateline_timeline_scale_get_offset (scale);
  dateline_timeline_layout_find_visible (layout, left, left + 800, boxes);
  g_assert_cmpuint (boxes->len, >, 2);
  g_assert_cmpuint (boxes->len, <, 40);
  for (guint i = 0; i < boxes->len; i++)
    {
      const DatelineTimelineBox *box = g_ptr_array_index (boxes, i);

      g_assert_true (box->x <= left + 800 && box->x + box->width >= left);
    }
  g_assert_cmpuint (dateline_timeline_layout_count_dates (layout, left, left + 800), <, 20);
  g_assert_cmpuint (dateline_timeline_layout_count_dates (layout, -1, 1e9), ==, 2 * 5000);

  g_clear_pointer (&layout, dateline_timeline_layout_free);
  dateline_timeline_scale_set_zoom_at (scale, 0, 0, 0);
  layout = dateline_timeline_layout_new (lanes, scale, &metrics);
  g_assert_cmpuint (dateline_timeline_lanes_get_lane (lanes, 0)->n_members, ==, 10000);
  dateline_timeline_layout_fill_density (layout, 0, 0, 4, counts, 200);
  for (guint i = 0; i < 200; i++)
    total += counts[i];
  g_assert_cmpuint (total, ==, 10000);
}

/* -- Histogram -- */

static void
test_histogram (void)
{
  g_autoptr(DatelineStory) story = read_story ();
  g_autoptr(DatelineTimelineLanes) lanes = dateline_timeline_lanes_new (story, DATELINE_TIMELINE_LANES_KIND);
  g_autoptr(DatelineTimelineScale) scale = dateline_timeline_lanes_create_scale (lanes, story);
  g_autoptr(GArray) dates = dateline_timeline_histogram_collect (story);
  g_autoptr(GArray) buckets = NULL;
  guint n = 0;

  dateline_timeline_scale_set_width (scale, 720);
  buckets = dateline_timeline_histogram_create (dates, scale, 6);
  g_assert_cmpuint (buckets->len, ==, 2);
  for (guint i = 0; i < buckets->len; i++)
    {
      const DatelineTimelineBucket *bucket = &g_array_index (buckets, DatelineTimelineBucket, i);

      g_assert_cmpint (bucket->start, ==, day (2021, 2, 2 + (int) i));
      g_assert_cmpint (bucket->end - bucket->start, ==, DAY);
      n += bucket->n;
    }
  g_assert_cmpuint (n, ==, dates->len);
  g_assert_cmpuint (n, ==, g_list_model_get_n_items (dateline_story_get_reactions (story)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/scale/even", test_scale_even);
  g_test_add_func ("/timeline/scale/folds", test_scale_folds);
  g_test_add_func ("/timeline/scale/regular", test_scale_regular);
  g_test_add_func ("/timeline/scale/zoom", test_scale_zoom);
  g_test_add_func ("/timeline/scale/resized-in-fold", test_scale_resized_in_fold);
  g_test_add_func ("/timeline/scale/empty", test_scale_empty);
  g_test_add_func ("/timeline/ticks/at-every-zoom", test_ticks_at_every_zoom);
  g_test_add_func ("/timeline/ticks/labels", test_ticks_labels);
  g_test_add_func ("/timeline/ticks/words", test_ticks_words);
  g_test_add_func ("/timeline/lanes/of-the-story", test_lanes_of_the_story);
  g_test_add_func ("/timeline/lanes/of-many-articles", test_lanes_of_many_articles);
  g_test_add_func ("/timeline/lanes/densest", test_lanes_densest);
  g_test_add_func ("/timeline/layout/at-every-zoom", test_layout_at_every_zoom);
  g_test_add_func ("/timeline/layout/mixed", test_layout_mixed);
  g_test_add_func ("/timeline/layout/day-unfolds", test_layout_day_unfolds);
  g_test_add_func ("/timeline/layout/culls", test_layout_culls);
  g_test_add_func ("/timeline/histogram", test_histogram);

  return g_test_run ();
}
