/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-date.h"

G_BEGIN_DECLS

DatelineDate *dateline_date_words_read (const char  *text,
                                        GError     **error);

G_END_DECLS
