/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_PASSAGE_CHIP (dateline_passage_chip_get_type ())

G_DECLARE_FINAL_TYPE (DatelinePassageChip, dateline_passage_chip, DATELINE, PASSAGE_CHIP, GtkButton)

GtkWidget       *dateline_passage_chip_new         (DatelineSession     *session,
                                                    DatelineItem        *item,
                                                    DatelinePassage     *passage,
                                                    const char          *label,
                                                    guint                count);
DatelinePassage *dateline_passage_chip_get_passage (DatelinePassageChip *self);

G_END_DECLS
