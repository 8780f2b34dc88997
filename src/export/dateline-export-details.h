/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-clipping.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_EXPORT_DETAIL_PLAIN,
  DATELINE_EXPORT_DETAIL_HEADLINE,
  DATELINE_EXPORT_DETAIL_ADDRESS,
  DATELINE_EXPORT_DETAIL_NOTE
} DatelineExportDetailKind;

/* A label, in the reader's language, and what it labels. */
typedef struct
{
  DatelineExportDetailKind  kind;
  const char               *label;
  char                     *value;
} DatelineExportDetail;

GArray *dateline_export_details_new (DatelineClipping *clipping);

G_END_DECLS
