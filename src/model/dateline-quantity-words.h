/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-quantity.h"

G_BEGIN_DECLS

char *dateline_quantity_words_normalize (DatelineValueKind  kind,
                                         const char        *text);

G_END_DECLS
