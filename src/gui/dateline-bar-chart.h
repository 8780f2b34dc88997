/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-article.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_BAR_CHART (dateline_bar_chart_get_type ())

G_DECLARE_FINAL_TYPE (DatelineBarChart, dateline_bar_chart, DATELINE, BAR_CHART, GtkWidget)

GtkWidget *dateline_bar_chart_new   (const char       *title);
void       dateline_bar_chart_clear (DatelineBarChart *self);
void       dateline_bar_chart_add   (DatelineBarChart *self,
                                     const char       *key,
                                     const char       *label,
                                     DatelineArticle  *article);
void       dateline_bar_chart_set   (DatelineBarChart *self,
                                     const char       *key,
                                     guint             count,
                                     const char       *name,
                                     gboolean          active);

G_END_DECLS
