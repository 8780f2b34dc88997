/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-date.h"
#include "dateline-quantity.h"

G_BEGIN_DECLS

DatelineQuantity *dateline_wording_read    (const char         *words,
                                            const DatelineDate *published,
                                            char              **unit);
DatelineQuantity *dateline_wording_read_as (const char         *words,
                                            DatelineValueKind   kind,
                                            const DatelineDate *published,
                                            char              **unit);

G_END_DECLS
