/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-session.h"
#include "dateline-settings.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_VIEW (dateline_view_get_type ())

G_DECLARE_DERIVABLE_TYPE (DatelineView, dateline_view, DATELINE, VIEW, AdwBin)

struct _DatelineViewClass
{
  AdwBinClass parent_class;
};

DatelineSession  *dateline_view_get_session  (DatelineView *self);
DatelineSettings *dateline_view_get_settings (DatelineView *self);

G_END_DECLS
