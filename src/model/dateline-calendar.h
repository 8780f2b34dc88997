/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DATELINE_SECONDS_PER_DAY G_GINT64_CONSTANT (86400)

gint64 dateline_calendar_from_civil    (gint64  year,
                                        int     month,
                                        int     day);
void   dateline_calendar_to_civil      (gint64  seconds,
                                        gint64 *year,
                                        int    *month,
                                        int    *day);
int    dateline_calendar_days_in_month (gint64  year,
                                        int     month);

G_END_DECLS
