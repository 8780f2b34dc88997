/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-story.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_NAVIGATOR (dateline_navigator_get_type ())

G_DECLARE_FINAL_TYPE (DatelineNavigator, dateline_navigator, DATELINE, NAVIGATOR, GObject)

DatelineNavigator *dateline_navigator_new                (void);
void               dateline_navigator_follow             (DatelineNavigator *self,
                                                          DatelineStory     *story);
DatelineItem      *dateline_navigator_get_selected       (DatelineNavigator *self);
DatelinePassage   *dateline_navigator_get_passage        (DatelineNavigator *self);
DatelineArticle   *dateline_navigator_get_article        (DatelineNavigator *self);
const char        *dateline_navigator_get_view           (DatelineNavigator *self);
void               dateline_navigator_set_view           (DatelineNavigator *self,
                                                          const char        *view);
void               dateline_navigator_select             (DatelineNavigator *self,
                                                          DatelineItem      *item,
                                                          DatelinePassage   *passage);
void               dateline_navigator_show               (DatelineNavigator *self,
                                                          const char        *view,
                                                          DatelineItem      *item,
                                                          DatelinePassage   *passage);
void               dateline_navigator_show_reactions     (DatelineNavigator *self,
                                                          gint64             start,
                                                          gint64             end);
gboolean           dateline_navigator_take_reactions     (DatelineNavigator *self,
                                                          gint64            *start,
                                                          gint64            *end);
void               dateline_navigator_clear              (DatelineNavigator *self);
gint64             dateline_navigator_get_range_start    (DatelineNavigator *self);
gint64             dateline_navigator_get_range_end      (DatelineNavigator *self);
void               dateline_navigator_set_range          (DatelineNavigator *self,
                                                          gint64             start,
                                                          gint64             end);
gboolean           dateline_navigator_get_can_go_back    (DatelineNavigator *self);
gboolean           dateline_navigator_get_can_go_forward (DatelineNavigator *self);
void               dateline_navigator_go_back            (DatelineNavigator *self);
void               dateline_navigator_go_forward         (DatelineNavigator *self);

G_END_DECLS
