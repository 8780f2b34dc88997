/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "dateline-date.h"
#include "dateline-json-report.h"

G_BEGIN_DECLS

/* The index of a place that is no element of a list. */
#define DATELINE_JSON_NO_INDEX G_MAXUINT

typedef struct _DatelineJsonPlace DatelineJsonPlace;

/**
 * DatelineJsonPlace:
 * @parent: (nullable): the object that holds this one
 * @name: (nullable): the member of @parent that it is, or that is the list it is in
 * @index: its position in that list, or `DATELINE_JSON_NO_INDEX`
 * @object: the object itself
 * @report: where to add warnings
 *
 * An object in a JSON document, with the way to it. Places live on the stack while their object is read, so that a
 * path costs nothing until a warning needs it.
 */
struct _DatelineJsonPlace
{
  const DatelineJsonPlace *parent;
  const char              *name;
  guint                    index;
  JsonObject              *object;
  DatelineJsonReport      *report;
};

/**
 * DatelineJsonNeed:
 * @DATELINE_JSON_OPTIONAL: the object does without it
 * @DATELINE_JSON_PRESENT: the object is of no use without it
 * @DATELINE_JSON_REQUIRED: the object is of no use without it, nor with an empty text
 *
 * How much an object needs a member.
 */
typedef enum
{
  DATELINE_JSON_OPTIONAL,
  DATELINE_JSON_PRESENT,
  DATELINE_JSON_REQUIRED
} DatelineJsonNeed;

char         *dateline_json_place_dup_path    (const DatelineJsonPlace  *self,
                                               const char               *member,
                                               guint                     index);
void          dateline_json_place_check       (const DatelineJsonPlace  *self,
                                               const char *const        *known);
const char   *dateline_json_place_get_string  (const DatelineJsonPlace  *self,
                                               const char               *member,
                                               DatelineJsonNeed          need);
gboolean      dateline_json_place_get_boolean (const DatelineJsonPlace  *self,
                                               const char               *member);
gboolean      dateline_json_place_get_offset  (const DatelineJsonPlace  *self,
                                               const char               *member,
                                               guint                    *offset);
int           dateline_json_place_get_enum    (const DatelineJsonPlace  *self,
                                               const char               *member,
                                               GType                     type,
                                               int                       fallback);
void          dateline_json_place_warn_word   (const DatelineJsonPlace  *self,
                                               const char               *member,
                                               const char               *fallback);
const char   *dateline_json_place_get_url     (const DatelineJsonPlace  *self,
                                               const char               *member);
DatelineDate *dateline_json_place_get_date    (const DatelineJsonPlace  *self,
                                               const char               *member,
                                               DatelineJsonNeed          need);
JsonArray    *dateline_json_place_get_array   (const DatelineJsonPlace  *self,
                                               const char               *member,
                                               DatelineJsonNeed          need);
GStrv         dateline_json_place_get_strings (const DatelineJsonPlace  *self,
                                               const char               *member);
gboolean      dateline_json_place_get_object  (const DatelineJsonPlace  *self,
                                               const char               *member,
                                               DatelineJsonPlace        *child);
gboolean      dateline_json_place_get_element (const DatelineJsonPlace  *self,
                                               const char               *member,
                                               JsonArray                *array,
                                               guint                     index,
                                               DatelineJsonPlace        *child);

G_END_DECLS
