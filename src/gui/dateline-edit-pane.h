/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-view.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_EDIT_PANE (dateline_edit_pane_get_type ())

G_DECLARE_FINAL_TYPE (DatelineEditPane, dateline_edit_pane, DATELINE, EDIT_PANE, DatelineView)

gboolean dateline_edit_pane_flush      (DatelineEditPane *self);
void     dateline_edit_pane_focus      (DatelineEditPane *self,
                                        gboolean          select);
void     dateline_edit_pane_show_field (DatelineEditPane *self,
                                        const char       *id,
                                        const char       *property);

G_END_DECLS
