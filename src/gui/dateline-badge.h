/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-article.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_BADGE (dateline_badge_get_type ())

G_DECLARE_FINAL_TYPE (DatelineBadge, dateline_badge, DATELINE, BADGE, GtkWidget)

GtkWidget *dateline_badge_new         (DatelineArticle *article,
                                       gboolean         hollow);
void       dateline_badge_set_article (DatelineBadge   *self,
                                       DatelineArticle *article);
void       dateline_badge_set_hollow  (DatelineBadge   *self,
                                       gboolean         hollow);

G_END_DECLS
