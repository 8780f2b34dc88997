/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DATELINE_TYPE_TITLE_DIALOG (dateline_title_dialog_get_type ())

G_DECLARE_FINAL_TYPE (DatelineTitleDialog, dateline_title_dialog, DATELINE, TITLE_DIALOG, AdwMessageDialog)

GtkWindow *dateline_title_dialog_new (GtkWindow  *parent,
                                      const char *heading,
                                      const char *button,
                                      const char *title,
                                      const char *folder);

G_END_DECLS
