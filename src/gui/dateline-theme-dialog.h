/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-editor.h"

G_BEGIN_DECLS

GtkWindow *dateline_theme_dialog_show (DatelineEditor *editor,
                                       GPtrArray      *reactions,
                                       GtkWindow      *parent);

G_END_DECLS
