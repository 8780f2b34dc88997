/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-clippings.h"
#include "dateline-edit-queue.h"
#include "dateline-story-file.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_CLIPPINGS_LINK (dateline_clippings_link_get_type ())

G_DECLARE_FINAL_TYPE (DatelineClippingsLink, dateline_clippings_link, DATELINE, CLIPPINGS_LINK, GObject)

DatelineClippingsLink *dateline_clippings_link_new   (DatelineClippings     *clippings,
                                                      DatelineStoryFile     *file,
                                                      DatelineEditQueue     *queue);
void                   dateline_clippings_link_flush (DatelineClippingsLink *self);

G_END_DECLS
