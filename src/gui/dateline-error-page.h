/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DATELINE_TYPE_ERROR_PAGE (dateline_error_page_get_type ())

G_DECLARE_FINAL_TYPE (DatelineErrorPage, dateline_error_page, DATELINE, ERROR_PAGE, AdwBin)

GtkWidget *dateline_error_page_new (const char *message);

G_END_DECLS
