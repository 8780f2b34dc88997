/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-story.h"
#include "dateline-timeline-scale.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_TIMELINE_LANES_KIND,
  DATELINE_TIMELINE_LANES_PERSON,
  DATELINE_TIMELINE_LANES_ARTICLE
} DatelineTimelineLaneMode;

/**
 * DatelineTimelineEntry:
 * @date: (nullable): when it was
 * @category: its kind, interned
 * @key: what the source of the story calls it, or 0
 * @event: the event; %NULL until dateline_timeline_lanes_get_event() is asked for it
 * @lower: the earliest moment it can have started
 * @start_upper: the first moment after all at which it can have started
 * @end_lower: the earliest moment it can have ended
 * @upper: the first moment after all at which it can have ended
 * @group: a number that it shares with the events of the very same date
 * @slot: its place among these, in the order in which the story tells them
 * @n_slots: how many of them there are
 * @heading: the number of that of them whose date stands for all: one without doubt, if any has that
 * @number: its place in the list of events
 * @interval: whether it lasted, rather than happened at some moment
 * @soft_start: whether its start is not known exactly
 * @soft_end: whether its end is not known exactly
 *
 * A dated event.
 */
typedef struct
{
  DatelineDate  *date;
  const char    *category;
  gint64         key;
  DatelineEvent *event;
  gint64         lower;
  gint64         start_upper;
  gint64         end_lower;
  gint64         upper;
  guint          group;
  guint          slot;
  guint          n_slots;
  guint          heading;
  guint          number;
  guint          interval : 1;
  guint          soft_start : 1;
  guint          soft_end : 1;
} DatelineTimelineEntry;

/**
 * DatelineTimelineLane:
 * @item: (nullable): the person or article that it stands for
 * @category: (nullable): the kind of event that it stands for
 * @members: (array length=n_members): numbers of entries, by date
 * @n_members: how many there are
 *
 * A lane; one with neither @item nor @category holds what has no lane of its own.
 */
typedef struct
{
  DatelineItem *item;
  const char   *category;
  guint        *members;
  guint         n_members;
} DatelineTimelineLane;

typedef struct _DatelineTimelineLanes DatelineTimelineLanes;

DatelineTimelineLanes       *dateline_timeline_lanes_new           (DatelineStory               *story,
                                                                    DatelineTimelineLaneMode     mode);
void                         dateline_timeline_lanes_free          (DatelineTimelineLanes       *self);
guint                        dateline_timeline_lanes_get_n_entries (const DatelineTimelineLanes *self);
const DatelineTimelineEntry *dateline_timeline_lanes_get_entry     (const DatelineTimelineLanes *self,
                                                                    guint                        index);
DatelineEvent               *dateline_timeline_lanes_get_event     (const DatelineTimelineLanes *self,
                                                                    guint                        index);
guint                        dateline_timeline_lanes_get_n_undated (const DatelineTimelineLanes *self);
gboolean                     dateline_timeline_lanes_find          (const DatelineTimelineLanes *self,
                                                                    DatelineEvent               *event,
                                                                    guint                       *index);
gboolean                     dateline_timeline_lanes_find_any      (const DatelineTimelineLanes *self,
                                                                    DatelineEvent               *event,
                                                                    guint                       *index);
guint                        dateline_timeline_lanes_get_n_lanes   (const DatelineTimelineLanes *self);
const DatelineTimelineLane  *dateline_timeline_lanes_get_lane      (const DatelineTimelineLanes *self,
                                                                    guint                        index);
gboolean                     dateline_timeline_lanes_find_densest  (const DatelineTimelineLanes *self,
                                                                    DatelineTimelineSpan        *day);
DatelineTimelineScale       *dateline_timeline_lanes_create_scale  (const DatelineTimelineLanes *self,
                                                                    DatelineStory               *story);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineTimelineLanes, dateline_timeline_lanes_free)

G_END_DECLS
