/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_FACT_LIST (dateline_fact_list_get_type ())

G_DECLARE_FINAL_TYPE (DatelineFactList, dateline_fact_list, DATELINE, FACT_LIST, AdwBin)

void  dateline_fact_list_set_facts (DatelineFactList *self,
                                    DatelineSession  *session,
                                    DatelineItem     *about,
                                    GListModel       *facts);
guint dateline_fact_list_get_max   (DatelineFactList *self);

G_END_DECLS
