/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-lazy-view.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_SIDE_PANES (dateline_side_panes_get_type ())

G_DECLARE_FINAL_TYPE (DatelineSidePanes, dateline_side_panes, DATELINE, SIDE_PANES, AdwBin)

void     dateline_side_panes_set_context (DatelineSidePanes *self,
                                          DatelineSession   *session,
                                          DatelineSettings  *settings);
void     dateline_side_panes_hide        (DatelineSidePanes *self);
void     dateline_side_panes_open_edit   (DatelineSidePanes *self,
                                          gboolean           is_new);
void     dateline_side_panes_toggle_edit (DatelineSidePanes *self);
void     dateline_side_panes_show_field  (DatelineSidePanes *self,
                                          const char        *id,
                                          const char        *property);
gboolean dateline_side_panes_flush       (DatelineSidePanes *self);

G_END_DECLS
