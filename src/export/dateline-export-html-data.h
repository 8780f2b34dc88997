/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-export.h"

G_BEGIN_DECLS

void dateline_export_html_append_data (const DatelineExport *self,
                                       GString              *out);

G_END_DECLS
