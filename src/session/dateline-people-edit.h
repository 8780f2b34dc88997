/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-edit.h"

G_BEGIN_DECLS

DatelineEdit *dateline_people_edit_merge     (DatelineStory      *story,
                                              GPtrArray          *people,
                                              DatelinePerson     *keep);
DatelineEdit *dateline_people_edit_split     (DatelinePerson     *person,
                                              const char         *name,
                                              const char * const *aliases,
                                              GPtrArray          *mentions,
                                              GPtrArray          *items,
                                              char              **id);
void          dateline_people_edit_rename    (DatelinePerson     *draft,
                                              const char         *name);
gboolean      dateline_people_edit_is_used   (DatelinePerson     *person,
                                              const char         *name);
gboolean      dateline_people_edit_points_to (DatelineItem       *item,
                                              DatelinePerson     *person);

G_END_DECLS
