/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arithmetic of the proleptic Gregorian calendar, for any year. */
#include "config.h"

#include "dateline-calendar.h"

/**
 * dateline_calendar_from_civil:
 * @year: astronomical year of the proleptic Gregorian calendar
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Converts a calendar day to a time. The algorithm is Howard Hinnant's days_from_civil, which knows no range of
 * years, unlike #GDateTime.
 *
 * Returns: seconds from 1970-01-01 to the start of the day
 */
gint64
dateline_calendar_from_civil (gint64 year,
                              int    month,
                              int    day)
{
  gint64 y = year - (month <= 2);
  gint64 era = (y >= 0 ? y : y - 399) / 400;
  gint64 yoe = y - era * 400;
  gint64 doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  gint64 doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

  return (era * 146097 + doe - 719468) * DATELINE_SECONDS_PER_DAY;
}

/**
 * dateline_calendar_to_civil:
 * @seconds: seconds from 1970-01-01
 * @year: (out): the astronomical year
 * @month: (out): 1 to 12
 * @day: (out): 1 to 31
 *
 * Converts a time to a calendar day (Howard Hinnant's civil_from_days).
 */
void
dateline_calendar_to_civil (gint64  seconds,
                            gint64 *year,
                            int    *month,
                            int    *day)
{
  gint64 days = seconds / DATELINE_SECONDS_PER_DAY - (seconds % DATELINE_SECONDS_PER_DAY < 0) + 719468;
  gint64 era = (days >= 0 ? days : days - 146096) / 146097;
  gint64 doe = days - era * 146097;
  gint64 yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  gint64 doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  gint64 mp = (5 * doy + 2) / 153;

  *day = (int) (doy - (153 * mp + 2) / 5 + 1);
  *month = (int) (mp < 10 ? mp + 3 : mp - 9);
  *year = yoe + era * 400 + (*month <= 2);
}

/**
 * dateline_calendar_days_in_month:
 * @year: astronomical year
 * @month: 1 to 12
 *
 * The length of a month.
 *
 * Returns: 28 to 31
 */
int
dateline_calendar_days_in_month (gint64 year,
                                 int    month)
{
  gint64 next_year = month == 12 ? year + 1 : year;
  int next_month = month == 12 ? 1 : month + 1;

  return (int) ((dateline_calendar_from_civil (next_year, next_month, 1) - dateline_calendar_from_civil (year, month, 1)) / DATELINE_SECONDS_PER_DAY);
}
