/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void dateline_list_update (GListStore *list,
                           GPtrArray  *now,
                           GEqualFunc  equal);

G_END_DECLS
