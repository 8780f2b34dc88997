/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-clippings.h"
#include "dateline-story.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_CLIPPINGS_KEEPER (dateline_clippings_keeper_get_type ())

G_DECLARE_FINAL_TYPE (DatelineClippingsKeeper, dateline_clippings_keeper, DATELINE, CLIPPINGS_KEEPER, GObject)

DatelineClippingsKeeper *dateline_clippings_keeper_new        (DatelineStory           *story,
                                                               DatelineClippings       *clippings,
                                                               const char              *directory);
void                     dateline_clippings_keeper_load       (DatelineClippingsKeeper *self);
gboolean                 dateline_clippings_keeper_flush      (DatelineClippingsKeeper *self);
char                    *dateline_clippings_keeper_dup_folder (void);

G_END_DECLS
