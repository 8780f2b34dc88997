/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Nobody reads more than this; what comes after is counted. */
#define DATELINE_JSON_REPORT_MAX 100

typedef struct _DatelineJsonReport DatelineJsonReport;

DatelineJsonReport *dateline_json_report_new          (void);
void                dateline_json_report_free         (DatelineJsonReport *self);
void                dateline_json_report_take         (DatelineJsonReport *self,
                                                       char               *warning);
GStrv               dateline_json_report_dup_warnings (DatelineJsonReport *self);

void                dateline_json_path_append_name    (GString            *path,
                                                       const char         *name,
                                                       gsize               length);
void                dateline_json_path_append_index   (GString            *path,
                                                       guint               index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineJsonReport, dateline_json_report_free)

G_END_DECLS
