/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_FORM (dateline_form_get_type ())

G_DECLARE_FINAL_TYPE (DatelineForm, dateline_form, DATELINE, FORM, AdwBin)

GtkWidget  *dateline_form_new             (const char      *name);
void        dateline_form_bind            (DatelineForm    *self,
                                           DatelineSession *session,
                                           GObject         *target);
gboolean    dateline_form_flush           (DatelineForm    *self);
void        dateline_form_settle_waiting  (DatelineForm    *self,
                                           gboolean         apply);
void        dateline_form_focus_first     (DatelineForm    *self,
                                           gboolean         select);
void        dateline_form_focus_field     (DatelineForm    *self,
                                           const char      *id,
                                           const char      *property);
GObject    *dateline_form_get_target      (DatelineForm    *self);
const char *dateline_form_name_for        (GObject         *target);

G_END_DECLS
