/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-exporter.h"
#include "dateline-settings.h"

G_BEGIN_DECLS

DatelineCitationStyle  dateline_clipping_transfer_get_style    (DatelineSettings *settings);
GdkContentProvider    *dateline_clipping_transfer_new_provider (DatelineStory    *story,
                                                                GListModel       *clippings,
                                                                DatelineSettings *settings);
void                   dateline_clipping_transfer_copy         (GtkWidget        *widget,
                                                                DatelineStory    *story,
                                                                GListModel       *clippings,
                                                                DatelineSettings *settings);

G_END_DECLS
