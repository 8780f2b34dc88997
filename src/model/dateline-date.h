/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-types.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_DATE_ERROR_SYNTAX
} DatelineDateError;

#define DATELINE_DATE_ERROR (dateline_date_error_quark ())
GQuark dateline_date_error_quark (void);

typedef enum
{
  DATELINE_PRECISION_CENTURY,
  DATELINE_PRECISION_DECADE,
  DATELINE_PRECISION_YEAR,
  DATELINE_PRECISION_SEASON,
  DATELINE_PRECISION_MONTH,
  DATELINE_PRECISION_DAY,
  DATELINE_PRECISION_MINUTE,
  DATELINE_PRECISION_SECOND
} DatelinePrecision;

/* Bounds of an open end. */
#define DATELINE_DATE_OPEN_START G_MININT64
#define DATELINE_DATE_OPEN_END   G_MAXINT64

#define DATELINE_TYPE_DATE (dateline_date_get_type ())
GType              dateline_date_get_type        (void);

DatelineDate      *dateline_date_new             (const char          *edtf,
                                                  GError             **error);
DatelineDate      *dateline_date_ref             (DatelineDate        *self);
void               dateline_date_unref           (DatelineDate        *self);
const char        *dateline_date_get_edtf        (const DatelineDate  *self);
gint64             dateline_date_get_lower       (const DatelineDate  *self);
gint64             dateline_date_get_upper       (const DatelineDate  *self);
void               dateline_date_get_ends        (const DatelineDate  *self,
                                                  gint64              *start_upper,
                                                  gint64              *end_lower,
                                                  gboolean            *start_doubtful,
                                                  gboolean            *end_doubtful);
DatelinePrecision  dateline_date_get_precision   (const DatelineDate  *self);
gboolean           dateline_date_is_interval     (const DatelineDate  *self);
gboolean           dateline_date_is_approximate  (const DatelineDate  *self);
gboolean           dateline_date_is_uncertain    (const DatelineDate  *self);
gboolean           dateline_date_is_exact_day    (const DatelineDate  *self);
int                dateline_date_compare         (const DatelineDate  *a,
                                                  const DatelineDate  *b);
gboolean           dateline_date_overlaps        (const DatelineDate  *a,
                                                  const DatelineDate  *b);
char              *dateline_date_format          (const DatelineDate  *self);
char              *dateline_date_format_short    (const DatelineDate  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineDate, dateline_date_unref)

G_END_DECLS
