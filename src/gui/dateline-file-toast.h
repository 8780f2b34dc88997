/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *dateline_file_toast_new (GFile     *file,
                                   GtkWindow *window);

G_END_DECLS
