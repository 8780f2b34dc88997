/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-citation.h"
#include "dateline-date.h"

G_BEGIN_DECLS

/* One end of a date as written in EDTF; members are 0 where it does not say. */
typedef struct
{
  gboolean known;       /* FALSE for an open end */
  gboolean plain;       /* FALSE for what a calendar year cannot say: "20XX", "Y-170000002" */
  int      year;
  int      month;       /* 1 to 12 */
  int      season;      /* 1 to 4, from spring */
  int      day;
  gboolean approximate;
  gboolean uncertain;
} DatelineDateParts;

gboolean  dateline_date_parts_read     (const DatelineDate    *date,
                                        DatelineDateParts     *from,
                                        DatelineDateParts     *to);
char     *dateline_citation_date_format (const DatelineDate    *date,
                                         DatelineCitationStyle  style);

G_END_DECLS
