/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_EMPTY_PAGE (dateline_empty_page_get_type ())

G_DECLARE_FINAL_TYPE (DatelineEmptyPage, dateline_empty_page, DATELINE, EMPTY_PAGE, AdwBin)

G_END_DECLS
