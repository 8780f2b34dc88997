/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of events by date, those without one last. A row is made when it is looked at: there may be very many. */
#include "config.h"

#include "dateline-timeline-rows.h"

#include "dateline-timeline-lanes.h"

struct _DatelineTimelineRows
{
  GObject parent_instance;

  DatelineStory         *story;
  DatelineTimelineLanes *lanes;
  GPtrArray             *rows; /* DatelineTimelineRow, or NULL where nobody has looked */
};

static GType
dateline_timeline_rows_get_item_type (GListModel *model)
{
  return DATELINE_TYPE_TIMELINE_ROW;
}

static guint
dateline_timeline_rows_get_n_items (GListModel *model)
{
  return DATELINE_TIMELINE_ROWS (model)->rows->len;
}

/* The date that stands above a group. */
static DatelineDate *
find_heading (const DatelineTimelineLanes *lanes,
              guint                        index)
{
  const DatelineTimelineEntry *entry = dateline_timeline_lanes_get_entry (lanes, index);

  return entry->date != NULL ? dateline_timeline_lanes_get_entry (lanes, entry->heading)->date : NULL;
}

static gboolean
leads_group (const DatelineTimelineLanes *lanes,
             guint                        index)
{
  const DatelineTimelineEntry *entry = dateline_timeline_lanes_get_entry (lanes, index);

  return entry->date != NULL ? entry->slot == 0 : index == dateline_timeline_lanes_get_n_entries (lanes);
}

static gpointer
dateline_timeline_rows_get_item (GListModel *model,
                                 guint       position)
{
  DatelineTimelineRows *self = DATELINE_TIMELINE_ROWS (model);

  if (position >= self->rows->len)
    return NULL;

  if (g_ptr_array_index (self->rows, position) == NULL)
    g_ptr_array_index (self->rows, position) =
      dateline_timeline_row_new (dateline_story_get_articles (self->story),
                                 dateline_timeline_lanes_get_event (self->lanes, position),
                                 find_heading (self->lanes, position), leads_group (self->lanes, position));

  return g_object_ref (g_ptr_array_index (self->rows, position));
}

static void
dateline_timeline_rows_init_model (GListModelInterface *iface)
{
  iface->get_item_type = dateline_timeline_rows_get_item_type;
  iface->get_n_items = dateline_timeline_rows_get_n_items;
  iface->get_item = dateline_timeline_rows_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DatelineTimelineRows, dateline_timeline_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dateline_timeline_rows_init_model))

static void
dateline_timeline_rows_finalize (GObject *object)
{
  DatelineTimelineRows *self = DATELINE_TIMELINE_ROWS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->lanes, dateline_timeline_lanes_free);
  g_clear_object (&self->story);

  G_OBJECT_CLASS (dateline_timeline_rows_parent_class)->finalize (object);
}

static void
dateline_timeline_rows_class_init (DatelineTimelineRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dateline_timeline_rows_finalize;
}

static void
dateline_timeline_rows_init (DatelineTimelineRows *self)
{
}

static guint
count_rows (const DatelineTimelineLanes *lanes)
{
  return dateline_timeline_lanes_get_n_entries (lanes) + dateline_timeline_lanes_get_n_undated (lanes);
}

static void
free_row (gpointer row)
{
  if (row != NULL)
    g_object_unref (row);
}

/**
 * dateline_timeline_rows_new:
 * @story: a story
 *
 * Lists the events of a story.
 *
 * Returns: (transfer full): a list of `DatelineTimelineRow`
 */
DatelineTimelineRows *
dateline_timeline_rows_new (DatelineStory *story)
{
  DatelineTimelineRows *self;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  self = g_object_new (DATELINE_TYPE_TIMELINE_ROWS, NULL);
  self->story = g_object_ref (story);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  /* The same order as on the timeline, so that one can walk either. */
  self->lanes = dateline_timeline_lanes_new (story, DATELINE_TIMELINE_LANES_KIND);
  g_ptr_array_set_size (self->rows, (int) count_rows (self->lanes));

  return self;
}

static gboolean
is_same_date (DatelineDate *a,
              DatelineDate *b)
{
  return a == b || (a != NULL && b != NULL && g_str_equal (dateline_date_get_edtf (a), dateline_date_get_edtf (b)));
}

/* Whether two rows say the same of the same event. */
static gboolean
is_same (const DatelineTimelineLanes *old,
         guint                        old_index,
         const DatelineTimelineLanes *now,
         guint                        index)
{
  const DatelineTimelineEntry *a = dateline_timeline_lanes_get_entry (old, old_index);
  const DatelineTimelineEntry *b = dateline_timeline_lanes_get_entry (now, index);

  return a->key == b->key && (a->key != 0 || a->event == b->event) && is_same_date (a->date, b->date) &&
         leads_group (old, old_index) == leads_group (now, index) &&
         is_same_date (find_heading (old, old_index), find_heading (now, index));
}

/**
 * dateline_timeline_rows_update:
 * @self: a `DatelineTimelineRows`
 *
 * Brings the list in line with its story, which changed.
 */
void
dateline_timeline_rows_update (DatelineTimelineRows *self)
{
  g_autoptr(DatelineTimelineLanes) old = NULL;
  g_autoptr(GPtrArray) old_rows = NULL;
  guint n_old;
  guint n;
  guint n_before = 0;
  guint n_after = 0;

  g_return_if_fail (DATELINE_IS_TIMELINE_ROWS (self));

  old = self->lanes;
  old_rows = self->rows;
  self->lanes = dateline_timeline_lanes_new (self->story, DATELINE_TIMELINE_LANES_KIND);
  n_old = old_rows->len;
  n = count_rows (self->lanes);
  while (n_before < MIN (n_old, n) && is_same (old, n_before, self->lanes, n_before))
    n_before++;
  while (n_after < MIN (n_old, n) - n_before && is_same (old, n_old - 1 - n_after, self->lanes, n - 1 - n_after))
    n_after++;

  self->rows = g_ptr_array_new_with_free_func (free_row);
  g_ptr_array_set_size (self->rows, (int) n);
  for (guint i = 0; i < n_before; i++)
    self->rows->pdata[i] = g_steal_pointer (&old_rows->pdata[i]);
  for (guint i = 1; i <= n_after; i++)
    self->rows->pdata[n - i] = g_steal_pointer (&old_rows->pdata[n_old - i]);

  if (n_old != n || n_before + n_after < n)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, n_old - n_before - n_after, n - n_before - n_after);
}

/**
 * dateline_timeline_rows_find:
 * @self: a `DatelineTimelineRows`
 * @event: an event
 * @position: (out): where it is
 *
 * Finds the row of an event.
 *
 * Returns: %FALSE if there is none
 */
gboolean
dateline_timeline_rows_find (DatelineTimelineRows *self,
                             DatelineEvent        *event,
                             guint                *position)
{
  g_return_val_if_fail (DATELINE_IS_TIMELINE_ROWS (self), FALSE);
  g_return_val_if_fail (DATELINE_IS_EVENT (event), FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  return dateline_timeline_lanes_find_any (self->lanes, event, position);
}
