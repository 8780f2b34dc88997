/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-body.h"

G_BEGIN_DECLS

GPtrArray *dateline_text_blocks_parse (const char *text);
char      *dateline_text_blocks_print (GPtrArray  *blocks);

G_END_DECLS
