/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_EVENT_DETAIL (dateline_event_detail_get_type ())

G_DECLARE_FINAL_TYPE (DatelineEventDetail, dateline_event_detail, DATELINE, EVENT_DETAIL, AdwBin)

void           dateline_event_detail_set_session (DatelineEventDetail *self,
                                                  DatelineSession     *session);
DatelineEvent *dateline_event_detail_get_event   (DatelineEventDetail *self);
void           dateline_event_detail_set_event   (DatelineEventDetail *self,
                                                  DatelineEvent       *event);
void           dateline_event_detail_refresh     (DatelineEventDetail *self);

G_END_DECLS
