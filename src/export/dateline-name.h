/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A name taken apart: either literal, to be left as it is, or the rest. */
typedef struct
{
  char *literal;
  char *family;
  char *given;
  char *suffix;
} DatelineName;

DatelineName *dateline_name_new          (const char         *printed,
                                          gboolean            personal);
void          dateline_name_free         (DatelineName       *self);
char         *dateline_name_dup_inverted (const DatelineName *self);
char         *dateline_name_dup_initials (const DatelineName *self);
char         *dateline_name_dup_straight (const DatelineName *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineName, dateline_name_free)

G_END_DECLS
