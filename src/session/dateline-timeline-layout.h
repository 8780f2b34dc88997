/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-timeline-lanes.h"

G_BEGIN_DECLS

/**
 * DatelineTimelineMetrics:
 * @card_width: the width of a card
 * @card_height: its height
 * @bar_height: the height of the bar of what lasted
 * @spacing: the room between two of them
 * @padding: the room above and below them in a lane
 * @lane_height: the least height of a lane
 * @rows: how many rows of cards a lane may have
 * @height: the height that all lanes together should have, if there is that much to give
 *
 * The sizes of things, in pixels.
 */
typedef struct
{
  double card_width;
  double card_height;
  double bar_height;
  double spacing;
  double padding;
  double lane_height;
  guint  rows;
  double height;
} DatelineTimelineMetrics;

/**
 * DatelineTimelineBox:
 * @lane: the lane that it is in
 * @x: its place, from the start of the story
 * @y: its place, from the top of the lanes
 * @width: its width
 * @height: its height
 * @first: the number of its first event, see dateline_timeline_layout_get_member()
 * @n: how many events it stands for
 * @bar: whether it is as long as its event lasted
 *
 * A card, a stack of cards, or a bar.
 */
typedef struct
{
  guint  lane;
  double x;
  double y;
  double width;
  double height;
  guint  first;
  guint  n;
  guint  row;
  guint  bar : 1;
} DatelineTimelineBox;

typedef struct _DatelineTimelineLayout DatelineTimelineLayout;

DatelineTimelineLayout    *dateline_timeline_layout_new          (const DatelineTimelineLanes   *lanes,
                                                                  const DatelineTimelineScale   *scale,
                                                                  const DatelineTimelineMetrics *metrics);
void                       dateline_timeline_layout_free         (DatelineTimelineLayout        *self);
double                     dateline_timeline_layout_get_height   (const DatelineTimelineLayout  *self);
void                       dateline_timeline_layout_get_lane     (const DatelineTimelineLayout  *self,
                                                                  guint                          lane,
                                                                  double                        *y,
                                                                  double                        *height);
guint                      dateline_timeline_layout_get_member   (const DatelineTimelineLayout  *self,
                                                                  const DatelineTimelineBox     *box,
                                                                  guint                          index);
void                       dateline_timeline_layout_find_visible (const DatelineTimelineLayout  *self,
                                                                  double                         left,
                                                                  double                         right,
                                                                  GPtrArray                     *boxes);
const DatelineTimelineBox *dateline_timeline_layout_find_box     (const DatelineTimelineLayout  *self,
                                                                  guint                          lane,
                                                                  guint                          entry);
guint                      dateline_timeline_layout_count_dates  (const DatelineTimelineLayout  *self,
                                                                  double                         left,
                                                                  double                         right);
guint                      dateline_timeline_layout_fill_density (const DatelineTimelineLayout  *self,
                                                                  guint                          lane,
                                                                  double                         left,
                                                                  double                         step,
                                                                  guint                         *counts,
                                                                  guint                          n_counts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineTimelineLayout, dateline_timeline_layout_free)

G_END_DECLS
