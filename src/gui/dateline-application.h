/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-recent-stories.h"
#include "dateline-settings.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_APPLICATION (dateline_application_get_type ())

G_DECLARE_FINAL_TYPE (DatelineApplication, dateline_application, DATELINE, APPLICATION, AdwApplication)

DatelineApplication   *dateline_application_new          (void);
DatelineSettings      *dateline_application_get_settings (DatelineApplication *self);
DatelineRecentStories *dateline_application_get_recent   (DatelineApplication *self);
void                   dateline_application_open_story   (DatelineApplication *self,
                                                          GFile               *file);
void                   dateline_application_close_story  (DatelineApplication *self,
                                                          GFile               *file);
void                   dateline_application_note_opened  (DatelineApplication *self,
                                                          GFile               *file);

G_END_DECLS
