/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-item.h"
#include "dateline-date.h"
#include "dateline-person.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_EVENT (dateline_event_get_type ())

G_DECLARE_FINAL_TYPE (DatelineEvent, dateline_event, DATELINE, EVENT, DatelineItem)

const char    *dateline_event_get_title        (DatelineEvent *self);
const char    *dateline_event_get_description  (DatelineEvent *self);
DatelineDate  *dateline_event_get_date         (DatelineEvent *self);
const char    *dateline_event_get_category     (DatelineEvent *self);
const char    *dateline_event_get_place        (DatelineEvent *self);
GListModel    *dateline_event_get_participants (DatelineEvent *self);
DatelineEvent *dateline_event_get_part_of      (DatelineEvent *self);
void           dateline_event_add_participant  (DatelineEvent *self, DatelinePerson *participant);
void           dateline_event_set_participants (DatelineEvent *self, GPtrArray *participants);
void           dateline_event_set_part_of      (DatelineEvent *self, DatelineEvent *part_of);

G_END_DECLS
