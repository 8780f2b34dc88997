/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-side-panes.h"
#include "dateline-window.h"

G_BEGIN_DECLS

void               _dateline_window_class_actions_init  (DatelineWindowClass *klass);
void               _dateline_window_class_files_init    (DatelineWindowClass *klass);
void               _dateline_window_class_copies_init   (DatelineWindowClass *klass);
void               _dateline_window_copies_update       (DatelineWindow      *self);
void               _dateline_window_class_articles_init (DatelineWindowClass *klass);
void               _dateline_window_articles_update     (DatelineWindow      *self);
void               _dateline_window_actions_update      (DatelineWindow      *self);
GCancellable      *_dateline_window_begin_opening       (DatelineWindow      *self,
                                                         GFile               *file);
void               _dateline_window_finish_opening      (DatelineWindow      *self,
                                                         DatelineSession     *session,
                                                         GStrv                warnings,
                                                         const GError        *error);
void               _dateline_window_set_file            (DatelineWindow      *self,
                                                         GFile               *file);
AdwToastOverlay   *_dateline_window_get_toast_overlay   (DatelineWindow      *self);
void               _dateline_window_focus_story         (DatelineWindow      *self);
void               _dateline_window_open_menu           (DatelineWindow      *self);
void               _dateline_window_set_searching       (DatelineWindow      *self,
                                                         gboolean             searching);
void               _dateline_window_toggle_clippings    (DatelineWindow      *self);
void               _dateline_window_toggle_edit         (DatelineWindow      *self);
void               _dateline_window_close_edit          (DatelineWindow      *self);
DatelineSidePanes *_dateline_window_get_side_panes      (DatelineWindow      *self);
gboolean           _dateline_window_may_close           (DatelineWindow      *self);
void               _dateline_window_tell_drafts         (DatelineWindow      *self);
void               _dateline_window_class_drafts_init   (DatelineWindowClass *klass);
void               _dateline_window_show_about_story    (DatelineWindow      *self);
void               _dateline_window_announce_clippings  (DatelineWindow      *self);
void               _dateline_window_warn                (DatelineWindow      *self,
                                                         const char          *message);
void               _dateline_window_class_select_init   (DatelineWindowClass *klass);
void               _dateline_window_stop_selecting      (DatelineWindow      *self);
gboolean           _dateline_window_hold_open           (DatelineWindow      *self);
GtkStack          *_dateline_window_get_content_stack   (DatelineWindow      *self);

G_END_DECLS
