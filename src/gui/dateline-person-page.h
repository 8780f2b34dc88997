/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-person.h"
#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_PERSON_PAGE (dateline_person_page_get_type ())

G_DECLARE_FINAL_TYPE (DatelinePersonPage, dateline_person_page, DATELINE, PERSON_PAGE, AdwBin)

void            dateline_person_page_set_session (DatelinePersonPage *self,
                                                  DatelineSession    *session);
DatelinePerson *dateline_person_page_get_person  (DatelinePersonPage *self);
void            dateline_person_page_set_person  (DatelinePersonPage *self,
                                                  DatelinePerson     *person);
void                dateline_person_page_refresh     (DatelinePersonPage *self);

G_END_DECLS
