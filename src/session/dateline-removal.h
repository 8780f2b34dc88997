/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-edit.h"

G_BEGIN_DECLS

DatelineEdit *dateline_removal_new      (GPtrArray *items);
char         *dateline_removal_describe (GPtrArray *items,
                                         GPtrArray *removed);

G_END_DECLS
