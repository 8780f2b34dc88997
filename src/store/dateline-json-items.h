/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-json-context.h"

G_BEGIN_DECLS

void dateline_json_items_read (DatelineJsonContext     *context,
                               const DatelineJsonPlace *root);

G_END_DECLS
