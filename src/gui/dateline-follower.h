/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-story.h"

G_BEGIN_DECLS

/**
 * DatelineFollowerFunc:
 * @widget: the widget that follows a story
 *
 * Brings a widget in line with its story.
 */
typedef void (*DatelineFollowerFunc) (gpointer widget);

void     dateline_follower_attach      (GtkWidget            *widget,
                                        DatelineStory        *story,
                                        DatelineFollowerFunc  func);
gboolean dateline_follower_is_stale    (GtkWidget            *widget);
void     dateline_follower_catch_up    (GtkWidget            *widget);
gboolean dateline_follower_has_changed (GtkWidget            *widget,
                                        DatelineItem         *item);

G_END_DECLS
