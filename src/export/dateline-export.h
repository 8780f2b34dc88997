/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the layer: what each format gets, the formats, and what more than one of them needs. */
#pragma once

#include <json-glib/json-glib.h>

#include "dateline-citation.h"
#include "dateline-story.h"

G_BEGIN_DECLS

/* The list is not empty, and each of its items is a DatelineClipping. */
typedef struct
{
  DatelineStory         *story;
  GListModel            *clippings;
  DatelineCitationStyle  style;
  gint64                 created; /* seconds from 1970-01-01 UTC */
} DatelineExport;

typedef void (*DatelineExportFunc) (const DatelineExport *self,
                                    GString              *out);

void              dateline_export_text              (const DatelineExport *self,
                                                     GString              *out);
void              dateline_export_markdown          (const DatelineExport *self,
                                                     GString              *out);
void              dateline_export_html              (const DatelineExport *self,
                                                     GString              *out);
void              dateline_export_csv               (const DatelineExport *self,
                                                     GString              *out);
void              dateline_export_json              (const DatelineExport *self,
                                                     GString              *out);
void              dateline_export_annotations       (const DatelineExport *self,
                                                     GString              *out);
void              dateline_export_csl_json          (const DatelineExport *self,
                                                     GString              *out);
void              dateline_export_bibtex            (const DatelineExport *self,
                                                     GString              *out);
void              dateline_export_ris               (const DatelineExport *self,
                                                     GString              *out);

guint             dateline_export_get_n             (const DatelineExport *self);
DatelineClipping *dateline_export_dup_clipping      (const DatelineExport *self,
                                                     guint                 position);
char             *dateline_export_dup_created       (const DatelineExport *self);
char             *dateline_export_dup_uuid          (const DatelineExport *self,
                                                     const char           *name);
char             *dateline_export_dup_clipping_uuid (const DatelineExport *self,
                                                     DatelineClipping     *clipping);

void              dateline_export_append_json       (GString              *out,
                                                     JsonBuilder          *builder,
                                                     gboolean              pretty);
void              dateline_export_add_string        (JsonBuilder          *builder,
                                                     const char           *member,
                                                     const char           *value);
void              dateline_export_add_strings       (JsonBuilder          *builder,
                                                     const char           *member,
                                                     const char * const   *values);
void              dateline_export_add_date          (JsonBuilder          *builder,
                                                     const char           *member,
                                                     DatelineDate         *date);

G_END_DECLS
