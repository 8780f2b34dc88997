/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-citation.h"
#include "dateline-story.h"

G_BEGIN_DECLS

GtkPrintOperation *dateline_print_new (DatelineStory         *story,
                                       GListModel            *clippings,
                                       DatelineCitationStyle  style);

G_END_DECLS
