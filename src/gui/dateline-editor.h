/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_EDITOR (dateline_editor_get_type ())

G_DECLARE_FINAL_TYPE (DatelineEditor, dateline_editor, DATELINE, EDITOR, GObject)

DatelineEditor *dateline_editor_new              (DatelineSession *session,
                                                  AdwToastOverlay *overlay);
DatelineEditor *dateline_editor_get              (GtkWidget       *widget);
void            dateline_editor_set_menu         (DatelineEditor  *self,
                                                  GMenu           *menu);
void            dateline_editor_say              (DatelineEditor  *self,
                                                  const char      *title);
void            dateline_editor_apply            (DatelineEditor  *self,
                                                  DatelineEdit    *edit,
                                                  const char      *title);
void            dateline_editor_apply_and_select (DatelineEditor  *self,
                                                  DatelineEdit    *edit,
                                                  const char      *title,
                                                  const char      *id);
void            dateline_editor_delete           (DatelineEditor  *self,
                                                  GPtrArray       *items);
void            dateline_editor_undo             (DatelineEditor  *self);
void            dateline_editor_redo             (DatelineEditor  *self);

G_END_DECLS
