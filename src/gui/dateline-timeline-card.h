/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-event.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_TIMELINE_CARD (dateline_timeline_card_get_type ())

G_DECLARE_FINAL_TYPE (DatelineTimelineCard, dateline_timeline_card, DATELINE, TIMELINE_CARD, GtkButton)

GtkWidget     *dateline_timeline_card_new         (GListModel           *articles);
DatelineEvent *dateline_timeline_card_get_event   (DatelineTimelineCard *self);
guint          dateline_timeline_card_get_n       (DatelineTimelineCard *self);
void           dateline_timeline_card_bind        (DatelineTimelineCard *self,
                                                   DatelineEvent        *event,
                                                   guint                 n,
                                                   gboolean              bar);
void           dateline_timeline_card_forget      (DatelineTimelineCard *self);
void           dateline_timeline_card_set_ends    (DatelineTimelineCard *self,
                                                   double                soft_start,
                                                   double                soft_end,
                                                   gboolean              cut_start,
                                                   gboolean              cut_end);
void           dateline_timeline_card_set_related (DatelineTimelineCard *self,
                                                   gboolean              selected,
                                                   gboolean              related);
char          *dateline_timeline_card_describe    (DatelineEvent        *event);

G_END_DECLS
