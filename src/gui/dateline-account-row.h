/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ACCOUNT_ROW (dateline_account_row_get_type ())

G_DECLARE_FINAL_TYPE (DatelineAccountRow, dateline_account_row, DATELINE, ACCOUNT_ROW, AdwExpanderRow)

GtkWidget       *dateline_account_row_new         (DatelineSession    *session,
                                                   DatelineAccount    *account);
DatelineAccount *dateline_account_row_get_account (DatelineAccountRow *self);

G_END_DECLS
