/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marks on the axis of the timeline, from decades to minutes, in the words of the reader's locale. */
#include "config.h"

#include "dateline-timeline-ticks.h"

#include <glib/gi18n.h>
#include <math.h>

#include "dateline-calendar.h"

/* No screen is so wide that it holds more marks than this. */
#define MAX_TICKS 1000
/* The room that a day must have before its hours are marked in a story that knows of no hours. */
#define MIN_HOURS_WIDTH 2400.0

typedef enum
{
  UNIT_MINUTE,
  UNIT_DAY,
  UNIT_MONTH,
  UNIT_YEAR
} Unit;

/* Steps from fine to coarse; each has a length that is about right and enough to choose by. */
static const struct
{
  Unit   unit;
  int    count;
  double seconds;
} steps[] = {
  { UNIT_MINUTE, 1, 60 },
  { UNIT_MINUTE, 5, 300 },
  { UNIT_MINUTE, 15, 900 },
  { UNIT_MINUTE, 30, 1800 },
  { UNIT_MINUTE, 60, 3600 },
  { UNIT_MINUTE, 180, 10800 },
  { UNIT_MINUTE, 360, 21600 },
  { UNIT_MINUTE, 720, 43200 },
  { UNIT_DAY, 1, 86400 },
  { UNIT_DAY, 2, 172800 },
  { UNIT_DAY, 7, 604800 },
  { UNIT_DAY, 14, 1209600 },
  { UNIT_MONTH, 1, 2629746 },
  { UNIT_MONTH, 3, 7889238 },
  { UNIT_MONTH, 6, 15778476 },
  { UNIT_YEAR, 1, 31556952.0 },
  { UNIT_YEAR, 2, 63113904.0 },
  { UNIT_YEAR, 5, 157784760.0 },
  { UNIT_YEAR, 10, 315569520.0 },
  { UNIT_YEAR, 20, 631139040.0 },
  { UNIT_YEAR, 50, 1577847600.0 },
  { UNIT_YEAR, 100, 3155695200.0 },
  { UNIT_YEAR, 500, 15778476000.0 },
  { UNIT_YEAR, 1000, 31556952000.0 },
  { UNIT_YEAR, 10000, 315569520000.0 },
};

static char *
format_civil (gint64      time,
              const char *format)
{
  g_autoptr(GDateTime) date = NULL;
  gint64 year;
  int month;
  int day;

  dateline_calendar_to_civil (time, &year, &month, &day);
  /* GDateTime knows the years 1 to 9999. */
  if (year >= 1 && year <= 9999)
    date = g_date_time_new_from_unix_utc (time);
  if (date == NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT, year);

  return g_date_time_format (date, format);
}

static gint64
floor_to (gint64 value,
          gint64 step)
{
  gint64 rest = value % step;

  return rest < 0 ? value - rest - step : value - rest;
}

/* The last mark not after @time. */
static gint64
align (gint64 time,
       Unit   unit,
       int    count)
{
  gint64 year;
  int month;
  int day;

  switch (unit)
    {
    case UNIT_MINUTE:
      return floor_to (time, count * 60);
    case UNIT_DAY:
      /* 1970-01-05 was a Monday. */
      return count == 1 ? floor_to (time, DATELINE_SECONDS_PER_DAY)
                        : floor_to (time - 4 * DATELINE_SECONDS_PER_DAY, count * DATELINE_SECONDS_PER_DAY) + 4 * DATELINE_SECONDS_PER_DAY;
    case UNIT_MONTH:
      dateline_calendar_to_civil (time, &year, &month, &day);
      return dateline_calendar_from_civil (year, (month - 1) / count * count + 1, 1);
    case UNIT_YEAR:
    default:
      dateline_calendar_to_civil (time, &year, &month, &day);
      return dateline_calendar_from_civil (floor_to (year, count), 1, 1);
    }
}

/* The mark after the mark @time. */
static gint64
advance (gint64 time,
         Unit   unit,
         int    count)
{
  gint64 year;
  int month;
  int day;

  switch (unit)
    {
    case UNIT_MINUTE:
      return time + count * 60;
    case UNIT_DAY:
      return time + count * DATELINE_SECONDS_PER_DAY;
    case UNIT_MONTH:
      dateline_calendar_to_civil (time, &year, &month, &day);
      month += count;
      return dateline_calendar_from_civil (year + (month - 1) / 12, (month - 1) % 12 + 1, 1);
    case UNIT_YEAR:
    default:
      dateline_calendar_to_civil (time, &year, &month, &day);
      return dateline_calendar_from_civil (year + count, 1, 1);
    }
}

static const char *
get_format (Unit   unit,
            int    count,
            double room)
{
  switch (unit)
    {
    case UNIT_MINUTE:
      /* Translators: a time of day on the axis of the timeline, in the form of g_date_time_format() */
      return C_("axis", "%H:%M");
    case UNIT_DAY:
      if (count == 1 && room >= 150)
        /* Translators: a day on the axis of the timeline with room for its weekday: "Tuesday 2 February" */
        return C_("axis", "%A %-d %B");
      /* Translators: a day on the axis of the timeline: "2 Feb" */
      return C_("axis", "%-d %b");
    case UNIT_MONTH:
      if (room >= 110)
        /* Translators: a month on the axis of the timeline with room for its whole name: "February" */
        return C_("axis", "%OB");
      /* Translators: a month on the axis of the timeline: "Feb" */
      return C_("axis", "%b");
    case UNIT_YEAR:
    default:
      return "%Y";
    }
}

/* What the upper row says above marks of a unit. */
static gboolean
get_context (Unit         unit,
             Unit        *context,
             const char **format)
{
  switch (unit)
    {
    case UNIT_MINUTE:
      *context = UNIT_DAY;
      /* Translators: the day above its hours on the axis of the timeline: "Tuesday, 2 February 2021" */
      *format = C_("axis", "%A, %-d %B %Y");
      return TRUE;
    case UNIT_DAY:
      *context = UNIT_MONTH;
      /* Translators: the month above its days on the axis of the timeline: "February 2021" */
      *format = C_("axis", "%OB %Y");
      return TRUE;
    case UNIT_MONTH:
      *context = UNIT_YEAR;
      *format = "%Y";
      return TRUE;
    case UNIT_YEAR:
    default:
      return FALSE;
    }
}

/* The finest step whose marks are far enough apart, and none that is longer than all of @duration. */
static guint
choose_step (const DatelineTimelineScale *scale,
             double                       rate,
             double                       spacing,
             double                       duration)
{
  guint chosen = G_N_ELEMENTS (steps) - 1;
  gint64 finest = dateline_timeline_scale_get_finest (scale);
  gboolean hours = finest < DATELINE_SECONDS_PER_DAY || rate * DATELINE_SECONDS_PER_DAY >= MIN_HOURS_WIDTH;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].unit == UNIT_MINUTE && !hours)
        continue;
      chosen = i;
      if (steps[i].seconds * rate >= spacing || (i + 1 < G_N_ELEMENTS (steps) && steps[i + 1].seconds > duration * 1.05))
        break;
    }

  return chosen;
}

/* Marks from @start on until @end. What began before is named at @start, if there is room before the next mark. */
static void
add_ticks (GArray                      *ticks,
           const DatelineTimelineScale *scale,
           gint64                       start,
           gint64                       end,
           Unit                         unit,
           int                          count,
           const char                  *format,
           gboolean                     context,
           double                       limit,
           double                       spacing)
{
  gint64 time = align (start, unit, count);

  while (time < end && ticks->len < MAX_TICKS)
    {
      gint64 next = advance (time, unit, count);
      gint64 visible = MAX (time, start);
      double x = dateline_timeline_scale_get_x (scale, visible);
      double room = (next < end ? dateline_timeline_scale_get_x (scale, next) : limit) - x;

      if (time >= start || context || (unit != UNIT_MINUTE && room >= spacing))
        {
          DatelineTimelineTick tick = {
            .x = x,
            .room = room,
            .label = format_civil (time, format),
            .context = context
          };

          g_array_append_val (ticks, tick);
        }
      time = next;
    }
}

static void
add_segment (GArray                      *ticks,
             const DatelineTimelineScale *scale,
             guint                        index,
             double                       spacing)
{
  DatelineTimelineSpan segment = dateline_timeline_scale_get_segment (scale, index);
  guint last = dateline_timeline_scale_get_n_segments (scale) - 1;
  double rate = dateline_timeline_scale_get_rate (scale, index);
  double width = dateline_timeline_scale_get_width (scale);
  double margin = 2 * spacing;
  double from = dateline_timeline_scale_get_x (scale, segment.start);
  double to = dateline_timeline_scale_get_x (scale, segment.end);
  /* A label may run on into the fold behind it. */
  double limit = index < last ? dateline_timeline_scale_get_x (scale, dateline_timeline_scale_get_segment (scale, index + 1).start)
                              : width + margin;
  guint step = choose_step (scale, rate, spacing, (double) (segment.end - segment.start));
  const char *context_format;
  Unit context;
  gint64 start = segment.start;
  gint64 end = segment.end;

  if (limit < 0 || from > width + margin)
    return;

  /* Only what is in sight, and a little more. */
  if (to > width + margin)
    end = dateline_timeline_scale_get_time (scale, width + margin);

  /* The day of what is in sight stays in sight, and so does what that is a part of. */
  if (from < 0 && to > 0)
    start = dateline_timeline_scale_get_time (scale, 0);
  add_ticks (ticks, scale, start, MAX (end, start + 1), steps[step].unit, steps[step].count,
             get_format (steps[step].unit, steps[step].count, steps[step].seconds * rate), FALSE, limit, spacing);
  if (get_context (steps[step].unit, &context, &context_format))
    add_ticks (ticks, scale, start, MAX (end, start + 1), context, 1, context_format, TRUE, limit, spacing);
}

static void
clear_tick (gpointer data)
{
  g_free (((DatelineTimelineTick *) data)->label);
}

/**
 * dateline_timeline_ticks_create:
 * @scale: a scale
 * @spacing: the least distance of two marks, in pixels
 *
 * Finds the marks to be drawn on the axis for what is in the viewport.
 *
 * Returns: (transfer full) (element-type DatelineTimelineTick): the marks
 */
GArray *
dateline_timeline_ticks_create (const DatelineTimelineScale *scale,
                                double                       spacing)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (DatelineTimelineTick));

  g_return_val_if_fail (scale != NULL, ticks);
  g_return_val_if_fail (spacing > 0, ticks);

  g_array_set_clear_func (ticks, clear_tick);
  for (guint i = 0; i < dateline_timeline_scale_get_n_segments (scale); i++)
    add_segment (ticks, scale, i, spacing);

  return ticks;
}

/**
 * dateline_timeline_ticks_format_range:
 * @start: a moment, in seconds from 1970-01-01 UTC
 * @end: the first moment after the range
 *
 * Says in few words what time a range covers.
 *
 * Returns: (transfer full): a phrase such as "1 – 3 February 2021"
 */
char *
dateline_timeline_ticks_format_range (gint64 start,
                                      gint64 end)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gint64 start_year;
  gint64 end_year;
  int start_month;
  int end_month;
  int start_day;
  int end_day;

  end = MAX (end - 1, start);
  dateline_calendar_to_civil (start, &start_year, &start_month, &start_day);
  dateline_calendar_to_civil (end, &end_year, &end_month, &end_day);

  if (end_year - start_year >= 2)
    {
      from = format_civil (start, "%Y");
      to = format_civil (end, "%Y");
    }
  else if (end_year * 12 + end_month - start_year * 12 - start_month >= 2)
    {
      /* Translators: the first and last month of a range, in the form of g_date_time_format() */
      from = format_civil (start, start_year == end_year ? C_("range", "%OB") : C_("range", "%OB %Y"));
      to = format_civil (end, C_("range", "%OB %Y"));
    }
  else if (start_year != end_year || start_month != end_month)
    {
      /* Translators: the first and last day of a range, in the form of g_date_time_format() */
      from = format_civil (start, start_year == end_year ? C_("range", "%-d %B") : C_("range", "%-d %B %Y"));
      to = format_civil (end, C_("range", "%-d %B %Y"));
    }
  else if (start_day != end_day)
    {
      /* Translators: the first day of a range within one month, followed by its last day: "1 – 3 February 2021" */
      from = format_civil (start, C_("range", "%-d"));
      to = format_civil (end, C_("range", "%-d %B %Y"));
    }
  else
    {
      return format_civil (start, C_("range", "%-d %B %Y"));
    }

  if (g_strcmp0 (from, to) == 0)
    return g_steal_pointer (&from);

  /* Translators: a range from one date to another */
  return g_strdup_printf (C_("range", "%s – %s"), from, to);
}

/**
 * dateline_timeline_ticks_format_duration:
 * @seconds: a length of time
 *
 * Says how much time is folded, in whole units.
 *
 * Returns: (transfer full): a phrase such as "5 years"
 */
char *
dateline_timeline_ticks_format_duration (gint64 seconds)
{
  gint64 days = seconds / DATELINE_SECONDS_PER_DAY;

  if (days >= 730)
    return g_strdup_printf (ngettext ("%u year", "%u years", (guint) (days / 365.2425)), (guint) (days / 365.2425));
  if (days >= 60)
    return g_strdup_printf (ngettext ("%u month", "%u months", (guint) (days / 30.44)), (guint) (days / 30.44));
  if (days >= 2)
    return g_strdup_printf (ngettext ("%u day", "%u days", (guint) days), (guint) days);

  return g_strdup_printf (ngettext ("%u hour", "%u hours", (guint) (seconds / 3600)), (guint) (seconds / 3600));
}
