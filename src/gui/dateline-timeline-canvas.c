/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline: an axis, lanes with the events of the story as cards, and how many reactions there were when.
 *
 * Cards are recycled child widgets, because GTK 4.8 shows assistive technology nothing of what is merely drawn; axis,
 * bands and density are drawn. */
#include "config.h"

#include "dateline-timeline-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "dateline-closures.h"

#define CARD_HEIGHT    60
#define BAR_HEIGHT     26
#define SPACING        4
#define LANE_HEIGHT    36
#define MAX_CARD_WIDTH 186
#define MIN_CARD_WIDTH 116
/* A canvas that is lower than this shows no reactions. */
#define MIN_HISTOGRAM  280

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_LAID_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineTimelineCanvas, dateline_timeline_canvas, GTK_TYPE_WIDGET)

double
_dateline_timeline_canvas_get_gutter (DatelineTimelineCanvas *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) >= 560 ? WIDE_GUTTER : NARROW_GUTTER;
}

/* Where there is little room the events have it. */
gboolean
_dateline_timeline_canvas_has_histogram (DatelineTimelineCanvas *self)
{
  return self->reactions != NULL && self->reactions->len > 0 && gtk_widget_get_height (GTK_WIDGET (self)) >= MIN_HISTOGRAM;
}

double
_dateline_timeline_canvas_get_lanes_height (DatelineTimelineCanvas *self)
{
  double histogram = _dateline_timeline_canvas_has_histogram (self) ? HISTOGRAM_HEIGHT : 0;

  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - AXIS_HEIGHT - histogram, 0);
}

gboolean
_dateline_timeline_canvas_is_rtl (DatelineTimelineCanvas *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Time runs as the reader's script does. */
double
_dateline_timeline_canvas_flip (DatelineTimelineCanvas *self,
                                double                  x,
                                double                  width)
{
  return _dateline_timeline_canvas_is_rtl (self) ? dateline_timeline_scale_get_width (self->scale) - x - width : x;
}

DatelineNavigator *
_dateline_timeline_canvas_get_navigator (DatelineTimelineCanvas *self)
{
  return dateline_session_get_navigator (self->session);
}

DatelineEvent *
_dateline_timeline_canvas_get_selected (DatelineTimelineCanvas *self)
{
  DatelineItem *item = dateline_navigator_get_selected (_dateline_timeline_canvas_get_navigator (self));

  return DATELINE_IS_EVENT (item) ? DATELINE_EVENT (item) : NULL;
}

/* -- Layout -- */

static gboolean
publish_cb (gpointer user_data)
{
  DatelineTimelineCanvas *self = DATELINE_TIMELINE_CANVAS (user_data);

  self->publish_id = 0;
  if (self->layout != NULL)
    {
      DatelineTimelineScale *scale = self->scale;
      gint64 start = dateline_timeline_scale_get_time (scale, 12);
      gint64 end = dateline_timeline_scale_get_time (scale, dateline_timeline_scale_get_width (scale) - 12);

      /* A second more or less is rounding. */
      start = (start + 30) / 60 * 60;
      end = MAX ((end + 30) / 60 * 60, start);
      self->range_start = start;
      self->range_end = end;
      dateline_navigator_set_range (_dateline_timeline_canvas_get_navigator (self), start, end);
    }

  return G_SOURCE_REMOVE;
}

static void
clamp_scroll (DatelineTimelineCanvas *self)
{
  double height = self->layout != NULL ? dateline_timeline_layout_get_height (self->layout) : 0;

  self->scroll_y = CLAMP (self->scroll_y, 0, MAX (height - _dateline_timeline_canvas_get_lanes_height (self), 0));
}

/* Others resize when told, which may not happen while sizes are given out. */
static void
queue_publish (DatelineTimelineCanvas *self)
{
  if (self->publish_id == 0)
    self->publish_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, publish_cb, self, NULL);
}

/* What is in sight changed, at the same zoom. */
void
_dateline_timeline_canvas_moved (DatelineTimelineCanvas *self)
{
  clamp_scroll (self);
  _dateline_timeline_canvas_sync_cards (self);
  gtk_widget_queue_allocate (self->strip);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  queue_publish (self);
}

static void
update_layout (DatelineTimelineCanvas *self)
{
  double width = dateline_timeline_scale_get_width (self->scale);
  double height = _dateline_timeline_canvas_get_lanes_height (self);
  guint n_lanes = MAX (dateline_timeline_lanes_get_n_lanes (self->lanes), 1);
  DatelineTimelineMetrics metrics = {
    .card_width = CLAMP (floor ((width - 24) / 4 - SPACING), MIN_CARD_WIDTH, MAX_CARD_WIDTH),
    .card_height = CARD_HEIGHT,
    .bar_height = BAR_HEIGHT,
    .spacing = SPACING,
    .padding = TIMELINE_PADDING,
    .lane_height = LANE_HEIGHT,
    .rows = (guint) CLAMP (height / n_lanes / (CARD_HEIGHT + SPACING), 1, 4),
    .height = height
  };

  g_clear_pointer (&self->layout, dateline_timeline_layout_free);
  g_clear_pointer (&self->buckets, g_array_unref);
  g_ptr_array_set_size (self->visible, 0);
  self->layout = dateline_timeline_layout_new (self->lanes, self->scale, &metrics);
  self->buckets = dateline_timeline_histogram_create (self->reactions, self->scale, 6);
}

void
_dateline_timeline_canvas_relayout (DatelineTimelineCanvas *self)
{
  update_layout (self);
  _dateline_timeline_canvas_moved (self);
}

static void
show_range (DatelineTimelineCanvas *self,
            gint64                  start,
            gint64                  end)
{
  dateline_timeline_scale_show (self->scale, start, end);
  if (self->layout != NULL)
    _dateline_timeline_canvas_relayout (self);
}

/* Where the reader finds the story: at the range of the session, or where the most happens. */
static void
show_first (DatelineTimelineCanvas *self)
{
  gint64 start = dateline_navigator_get_range_start (_dateline_timeline_canvas_get_navigator (self));
  gint64 end = dateline_navigator_get_range_end (_dateline_timeline_canvas_get_navigator (self));
  DatelineTimelineSpan day;

  self->shown_once = TRUE;
  if (start == end && dateline_timeline_lanes_find_densest (self->lanes, &day))
    {
      start = day.start;
      end = day.end;
    }
  if (start < end)
    dateline_timeline_scale_show (self->scale, start, end);
}

static void
dateline_timeline_canvas_size_allocate (GtkWidget *widget,
                                        int        width,
                                        int        height,
                                        int        baseline)
{
  DatelineTimelineCanvas *self = DATELINE_TIMELINE_CANVAS (widget);
  double gutter = _dateline_timeline_canvas_get_gutter (self);
  int strip_width = (int) MAX (width - gutter, 1);
  int strip_height = (int) _dateline_timeline_canvas_get_lanes_height (self);

  if (self->scale != NULL && !dateline_timeline_scale_is_empty (self->scale) &&
      (self->layout == NULL || strip_width != self->width || strip_height != self->height))
    {
      self->width = strip_width;
      self->height = strip_height;
      dateline_timeline_scale_set_width (self->scale, strip_width);
      if (!self->shown_once)
        show_first (self);
      /* Sizes are being given out: nothing may be queued here. */
      update_layout (self);
      clamp_scroll (self);
      _dateline_timeline_canvas_sync_cards (self);
      queue_publish (self);
    }

  gtk_widget_allocate (self->strip, strip_width, strip_height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) (_dateline_timeline_canvas_is_rtl (self) ? 0 : gutter), AXIS_HEIGHT)));
  _dateline_timeline_canvas_bars_allocate (self, width, height);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
dateline_timeline_canvas_measure (GtkWidget      *widget,
                                  GtkOrientation  orientation,
                                  int             for_size,
                                  int            *minimum,
                                  int            *natural,
                                  int            *minimum_baseline,
                                  int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 480;
}

static void
range_changed_cb (DatelineTimelineCanvas *self)
{
  gint64 start = dateline_navigator_get_range_start (_dateline_timeline_canvas_get_navigator (self));
  gint64 end = dateline_navigator_get_range_end (_dateline_timeline_canvas_get_navigator (self));

  if (self->layout == NULL || (start == self->range_start && end == self->range_end) || start >= end)
    return;

  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  self->touched = TRUE;
  show_range (self, start, end);
}

static void
selection_changed_cb (DatelineTimelineCanvas *self)
{
  DatelineEvent *selected = _dateline_timeline_canvas_get_selected (self);

  /* What was laid out may be gone; the selection is shown when that is known. */
  if (self->is_stale)
    self->reveal_later = TRUE;
  if (self->layout == NULL || self->is_stale)
    return;
  if (selected != NULL)
    dateline_timeline_canvas_reveal (self, selected);
  _dateline_timeline_canvas_moved (self);
}

/* -- Story -- */

/* The part in sight stays so to the pixel if time runs as it did, else as far as dates tell. */
static void
restore_sight (DatelineTimelineCanvas      *self,
               const DatelineTimelineScale *before)
{
  guint n = dateline_timeline_scale_get_n_segments (before);
  gboolean same = self->width > 0 && n > 0 && n == dateline_timeline_scale_get_n_segments (self->scale);

  for (guint i = 0; same && i < n; i++)
    {
      DatelineTimelineSpan old = dateline_timeline_scale_get_segment (before, i);
      DatelineTimelineSpan now = dateline_timeline_scale_get_segment (self->scale, i);

      same = old.start == now.start && old.end == now.end;
    }
  if (!same)
    return;

  dateline_timeline_scale_set_width (self->scale, self->width);
  dateline_timeline_scale_set_zoom_at (self->scale, dateline_timeline_scale_get_zoom (before),
                                       dateline_timeline_scale_get_time (before, 0), 0);
  dateline_timeline_scale_set_offset (self->scale, dateline_timeline_scale_get_offset (before));
  self->shown_once = TRUE;
}

static void
load (DatelineTimelineCanvas *self,
      gboolean                rescale)
{
  DatelineStory *story = dateline_session_get_story (self->session);
  g_autoptr(DatelineTimelineScale) before = NULL;

  self->is_stale = FALSE;
  _dateline_timeline_canvas_release_all (self);
  g_clear_pointer (&self->layout, dateline_timeline_layout_free);
  g_clear_pointer (&self->lanes, dateline_timeline_lanes_free);
  g_ptr_array_set_size (self->labels, 0);
  g_ptr_array_set_size (self->lane_icons, 0);
  g_hash_table_remove_all (self->participations);
  self->lanes = dateline_timeline_lanes_new (story, self->mode);
  self->current_lane = -1;

  if (rescale)
    {
      before = g_steal_pointer (&self->scale);
      g_clear_pointer (&self->reactions, g_array_unref);
      self->scale = dateline_timeline_lanes_create_scale (self->lanes, story);
      self->reactions = dateline_timeline_histogram_collect (story);
      self->shown_once = FALSE;
      if (before != NULL)
        restore_sight (self, before);
    }
  if (self->width > 0 && !dateline_timeline_scale_is_empty (self->scale))
    {
      dateline_timeline_scale_set_width (self->scale, self->width);
      if (!self->shown_once)
        show_first (self);
      _dateline_timeline_canvas_relayout (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_LAID_OUT], 0);
}

static void
refreshed_cb (DatelineTimelineCanvas *self)
{
  self->is_stale = TRUE;
}

char *
_dateline_timeline_canvas_get_lane_name (DatelineTimelineCanvas *self,
                                         guint                   index)
{
  const DatelineTimelineLane *lane = dateline_timeline_lanes_get_lane (self->lanes, index);
  GListModel *articles;

  if (lane->item != NULL)
    return g_strdup (dateline_item_get_label (lane->item));
  if (lane->category != NULL)
    return g_strdup (dateline_closures_get_category_name (lane->category));
  if (self->mode == DATELINE_TIMELINE_LANES_PERSON)
    return g_strdup (C_("lane", "Everyone else"));

  /* The shared lane is the last. */
  articles = dateline_story_get_articles (dateline_session_get_story (self->session));

  return g_strdup (index < g_list_model_get_n_items (articles) ? C_("lane", "In other articles or in none")
                                                               : C_("lane", "In no article"));
}

const char *
_dateline_timeline_canvas_get_lane_icon (DatelineTimelineCanvas *self,
                                         guint                   index)
{
  const DatelineTimelineLane *lane = dateline_timeline_lanes_get_lane (self->lanes, index);

  if (DATELINE_IS_PERSON (lane->item))
    return dateline_person_get_person_kind (DATELINE_PERSON (lane->item)) == DATELINE_PERSON_KIND_PERSON ? "dateline-person-symbolic"
                                                                                                         : "dateline-group-symbolic";
  if (lane->category != NULL)
    return dateline_closures_get_category_icon (lane->category);

  return self->mode == DATELINE_TIMELINE_LANES_PERSON ? "dateline-people-symbolic" : "dateline-articles-symbolic";
}

static gboolean
dateline_timeline_canvas_focus (GtkWidget        *widget,
                                GtkDirectionType  direction)
{
  DatelineTimelineCanvas *self = DATELINE_TIMELINE_CANVAS (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *best = NULL;
  GHashTableIter iter;
  gpointer card;

  /* The timeline is one stop of the Tab key, and the bars below are another; within each the arrows lead. */
  if (focus != NULL && focus != self->bars && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
    return direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_child_visible (self->bars) && gtk_widget_grab_focus (self->bars);
  if (focus == self->bars && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (focus != self->bars && direction == GTK_DIR_TAB_BACKWARD && gtk_widget_get_child_visible (self->bars))
    return gtk_widget_grab_focus (self->bars);

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    if (best == NULL || gtk_widget_has_css_class (card, "selected"))
      best = card;

  return gtk_widget_grab_focus (best != NULL ? best : widget);
}

static void
dateline_timeline_canvas_dispose (GObject *object)
{
  DatelineTimelineCanvas *self = DATELINE_TIMELINE_CANVAS (object);
  GtkWidget *child;

  _dateline_timeline_canvas_input_dispose (self);
  g_clear_handle_id (&self->publish_id, g_source_remove);
  g_clear_object (&self->animation);
  if (self->strip != NULL)
    while ((child = gtk_widget_get_first_child (self->strip)) != NULL)
      gtk_widget_unparent (child);
  g_clear_pointer (&self->strip, gtk_widget_unparent);
  g_clear_pointer (&self->bars, gtk_widget_unparent);
  g_clear_pointer (&self->layout, dateline_timeline_layout_free);
  g_clear_pointer (&self->lanes, dateline_timeline_lanes_free);
  g_clear_pointer (&self->scale, dateline_timeline_scale_free);
  g_clear_pointer (&self->reactions, g_array_unref);
  g_clear_pointer (&self->buckets, g_array_unref);
  g_clear_pointer (&self->participations, g_hash_table_unref);
  g_clear_pointer (&self->cards, g_hash_table_unref);
  g_clear_pointer (&self->spare, g_ptr_array_unref);
  g_clear_pointer (&self->visible, g_ptr_array_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->lane_icons, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_timeline_canvas_parent_class)->dispose (object);
}

static void
dateline_timeline_canvas_class_init (DatelineTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_timeline_canvas_dispose;

  widget_class->measure = dateline_timeline_canvas_measure;
  widget_class->size_allocate = dateline_timeline_canvas_size_allocate;
  widget_class->snapshot = _dateline_timeline_canvas_snapshot;
  widget_class->focus = dateline_timeline_canvas_focus;

  /**
   * DatelineTimelineCanvas::activated:
   * @self: a `DatelineTimelineCanvas`
   *
   * The reader wants to see the selected event, rather than only pass over it.
   */
  signals[SIGNAL_ACTIVATED] =
    g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DatelineTimelineCanvas::laid-out:
   * @self: a `DatelineTimelineCanvas`
   *
   * The events were read anew from the story.
   */
  signals[SIGNAL_LAID_OUT] =
    g_signal_new ("laid-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dateline_timeline_canvas_init (DatelineTimelineCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->cards = g_hash_table_new (NULL, NULL);
  self->participations = g_hash_table_new (NULL, NULL);
  self->spare = g_ptr_array_new ();
  self->visible = g_ptr_array_new ();
  self->labels = g_ptr_array_new_with_free_func (g_object_unref);
  self->lane_icons = g_ptr_array_new_with_free_func (g_object_unref);
  self->current_lane = -1;

  _dateline_timeline_canvas_cards_init (self);
  _dateline_timeline_canvas_bars_init (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"),
                                  -1);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);

  _dateline_timeline_canvas_input_init (self);
}

DatelineTimelineBox *
_dateline_timeline_canvas_find_card_box (DatelineTimelineCanvas *self,
                                         GtkWidget              *card)
{
  return self->layout != NULL ? g_object_get_data (G_OBJECT (card), "box") : NULL;
}

void
_dateline_timeline_canvas_choose (DatelineTimelineCanvas *self,
                                  DatelineEvent          *event)
{
  dateline_navigator_select (_dateline_timeline_canvas_get_navigator (self), DATELINE_ITEM (event), NULL);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

/**
 * dateline_timeline_canvas_set_session:
 * @self: a `DatelineTimelineCanvas`
 * @session: the session to show
 *
 * Shows a story. Called once.
 */
void
dateline_timeline_canvas_set_session (DatelineTimelineCanvas *self,
                                      DatelineSession        *session)
{
  DatelineStory *story;

  g_return_if_fail (DATELINE_IS_TIMELINE_CANVAS (self));
  g_return_if_fail (DATELINE_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  story = dateline_session_get_story (session);
  g_signal_connect_object (story, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (_dateline_timeline_canvas_get_navigator (self), "notify::selected", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (_dateline_timeline_canvas_get_navigator (self), "reveal", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (_dateline_timeline_canvas_get_navigator (self), "notify::range-end", G_CALLBACK (range_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (_dateline_timeline_canvas_get_navigator (self), "notify::range-start", G_CALLBACK (range_changed_cb), self, G_CONNECT_SWAPPED);
  load (self, TRUE);
}

/* The card that shows an event has the focus where its event goes. */
static void
focus_event (DatelineTimelineCanvas *self,
             DatelineEvent          *event)
{
  GHashTableIter iter;
  gpointer card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    if (dateline_timeline_card_get_event (card) == event)
      {
        gtk_widget_grab_focus (card);
        return;
      }
}

/**
 * dateline_timeline_canvas_refresh:
 * @self: a `DatelineTimelineCanvas`
 *
 * Shows the story as it is now. What is in sight stays there.
 */
void
dateline_timeline_canvas_refresh (DatelineTimelineCanvas *self)
{
  GtkRoot *window;
  GtkWidget *focus;
  g_autoptr(DatelineEvent) focused = NULL;

  g_return_if_fail (DATELINE_IS_TIMELINE_CANVAS (self));

  window = gtk_widget_get_root (GTK_WIDGET (self));
  focus = window != NULL ? gtk_root_get_focus (window) : NULL;
  if (DATELINE_IS_TIMELINE_CARD (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_set_object (&focused, dateline_timeline_card_get_event (DATELINE_TIMELINE_CARD (focus)));
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));

  load (self, TRUE);
  /* With the first reactions, or without the last, the lanes have another height. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (focused != NULL)
    focus_event (self, focused);
  if (self->reveal_later)
    selection_changed_cb (self);
  self->reveal_later = FALSE;
}

/**
 * dateline_timeline_canvas_set_mode:
 * @self: a `DatelineTimelineCanvas`
 * @mode: what the lanes stand for
 *
 * Chooses what the lanes stand for.
 */
void
dateline_timeline_canvas_set_mode (DatelineTimelineCanvas   *self,
                                   DatelineTimelineLaneMode  mode)
{
  g_return_if_fail (DATELINE_IS_TIMELINE_CANVAS (self));

  if (self->mode == mode)
    return;

  self->mode = mode;
  self->scroll_y = 0;
  if (self->session != NULL)
    load (self, FALSE);
}

/**
 * dateline_timeline_canvas_is_empty:
 * @self: a `DatelineTimelineCanvas`
 *
 * Whether no event has a date, so that there is nothing to draw.
 *
 * Returns: %TRUE if there is nothing
 */
gboolean
dateline_timeline_canvas_is_empty (DatelineTimelineCanvas *self)
{
  g_return_val_if_fail (DATELINE_IS_TIMELINE_CANVAS (self), TRUE);

  return self->lanes == NULL || dateline_timeline_lanes_get_n_entries (self->lanes) == 0;
}

/**
 * dateline_timeline_canvas_get_n_cards:
 * @self: a `DatelineTimelineCanvas`
 *
 * How many cards are in sight.
 *
 * Returns: the number
 */
guint
dateline_timeline_canvas_get_n_cards (DatelineTimelineCanvas *self)
{
  g_return_val_if_fail (DATELINE_IS_TIMELINE_CANVAS (self), 0);

  return g_hash_table_size (self->cards);
}

/**
 * dateline_timeline_canvas_is_density:
 * @self: a `DatelineTimelineCanvas`
 *
 * Whether there is too much in sight for cards, so that only its density is shown.
 *
 * Returns: %TRUE if it is
 */
gboolean
dateline_timeline_canvas_is_density (DatelineTimelineCanvas *self)
{
  g_return_val_if_fail (DATELINE_IS_TIMELINE_CANVAS (self), FALSE);

  return self->density;
}
