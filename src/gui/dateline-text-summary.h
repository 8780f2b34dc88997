/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-text-check.h"

G_BEGIN_DECLS

char *dateline_text_summary_dup_counts (GPtrArray              *blocks);
char *dateline_text_summary_dup_loss   (const DatelineTextLoss *loss);

G_END_DECLS
