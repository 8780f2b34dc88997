/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-session.h"
#include "dateline-settings.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_VIEW (dateline_view_get_type ())

G_DECLARE_DERIVABLE_TYPE (DatelineView, dateline_view, DATELINE, VIEW, AdwBin)

/**
 * DatelineViewClass:
 * @refresh: the story changed: brings what is not bound to it in line. Called once for changes that belong together,
 *   in the next frame; while the view is hidden, when it is shown again
 */
struct _DatelineViewClass
{
  AdwBinClass parent_class;

  void (*refresh) (DatelineView *self);
};

DatelineSession  *dateline_view_get_session  (DatelineView *self);
DatelineSettings *dateline_view_get_settings (DatelineView *self);
gboolean          dateline_view_is_stale     (DatelineView *self);
void              dateline_view_catch_up     (DatelineView *self);

G_END_DECLS
