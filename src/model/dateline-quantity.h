/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-types.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_VALUE_KIND_DURATION,
  DATELINE_VALUE_KIND_COUNT,
  DATELINE_VALUE_KIND_DATE,
  DATELINE_VALUE_KIND_TEXT
} DatelineValueKind;

#define DATELINE_TYPE_VALUE_KIND (dateline_value_kind_get_type ())
GType dateline_value_kind_get_type (void);

typedef enum
{
  DATELINE_BOUND_EXACTLY,
  DATELINE_BOUND_OVER,
  DATELINE_BOUND_AT_LEAST,
  DATELINE_BOUND_UNDER,
  DATELINE_BOUND_AT_MOST,
  DATELINE_BOUND_ABOUT,
  DATELINE_BOUND_ALMOST
} DatelineBound;

#define DATELINE_TYPE_BOUND (dateline_bound_get_type ())
GType dateline_bound_get_type (void);

typedef enum
{
  DATELINE_QUANTITY_ERROR_SYNTAX
} DatelineQuantityError;

#define DATELINE_QUANTITY_ERROR (dateline_quantity_error_quark ())
GQuark dateline_quantity_error_quark (void);

#define DATELINE_TYPE_QUANTITY (dateline_quantity_get_type ())
GType              dateline_quantity_get_type       (void);

DatelineQuantity  *dateline_quantity_new            (DatelineValueKind         kind,
                                                     const char               *value,
                                                     DatelineBound             bound,
                                                     const char               *precision,
                                                     GError                  **error);
DatelineQuantity  *dateline_quantity_ref            (DatelineQuantity         *self);
void               dateline_quantity_unref          (DatelineQuantity         *self);
DatelineValueKind  dateline_quantity_get_kind       (const DatelineQuantity   *self);
const char        *dateline_quantity_get_value      (const DatelineQuantity   *self);
DatelineBound      dateline_quantity_get_bound      (const DatelineQuantity   *self);
const char        *dateline_quantity_get_precision  (const DatelineQuantity   *self);
double             dateline_quantity_get_number     (const DatelineQuantity   *self);
double             dateline_quantity_get_step       (const DatelineQuantity   *self);
double             dateline_quantity_get_lower      (const DatelineQuantity   *self);
double             dateline_quantity_get_upper      (const DatelineQuantity   *self);
char              *dateline_quantity_to_string      (const DatelineQuantity   *self);
char              *dateline_quantity_format         (const DatelineQuantity   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineQuantity, dateline_quantity_unref)

G_END_DECLS
