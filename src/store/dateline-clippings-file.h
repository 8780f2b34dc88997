/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-story.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_CLIPPINGS_FILE (dateline_clippings_file_get_type ())

G_DECLARE_FINAL_TYPE (DatelineClippingsFile, dateline_clippings_file, DATELINE, CLIPPINGS_FILE, GObject)

DatelineClippingsFile *dateline_clippings_file_new      (const char             *directory,
                                                         DatelineStory          *story);
const char            *dateline_clippings_file_get_path (DatelineClippingsFile  *self);
GListModel            *dateline_clippings_file_load     (DatelineClippingsFile  *self,
                                                         GError                **error);
gboolean               dateline_clippings_file_save     (DatelineClippingsFile  *self,
                                                         GListModel             *clippings,
                                                         GError                **error);

G_END_DECLS
