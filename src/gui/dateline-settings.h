/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DATELINE_TYPE_SETTINGS (dateline_settings_get_type ())

G_DECLARE_FINAL_TYPE (DatelineSettings, dateline_settings, DATELINE, SETTINGS, GObject)

DatelineSettings *dateline_settings_new           (void);
gboolean          dateline_settings_is_persistent (DatelineSettings *self);
void              dateline_settings_reset         (DatelineSettings *self,
                                                   const char       *name);
int               dateline_settings_get_int       (DatelineSettings *self,
                                                   const char       *name);
gboolean          dateline_settings_get_boolean   (DatelineSettings *self,
                                                   const char       *name);
const char       *dateline_settings_get_string    (DatelineSettings *self,
                                                   const char       *name);
void              dateline_settings_set_string    (DatelineSettings *self,
                                                   const char       *name,
                                                   const char       *value);

G_END_DECLS
