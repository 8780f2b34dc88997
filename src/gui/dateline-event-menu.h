/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-view.h"

G_BEGIN_DECLS

void dateline_event_menu_install (GtkWidgetClass *widget_class);
void dateline_event_menu_popup   (DatelineView   *view,
                                  GtkWidget      *widget,
                                  double          x,
                                  double          y);

G_END_DECLS
