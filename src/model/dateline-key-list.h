/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the model. */
#pragma once

#include "dateline-story.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_KEY_LIST (dateline_key_list_get_type ())

G_DECLARE_FINAL_TYPE (DatelineKeyList, dateline_key_list, DATELINE, KEY_LIST, GObject)

DatelineKeyList *dateline_key_list_new (DatelineStory    *story,
                                        DatelineItemKind  kind,
                                        GArray           *keys);

G_END_DECLS
